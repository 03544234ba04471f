"""Bringing workbooks in: frames from the reading child, in the order their references need, into the file."""

import hashlib
from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from asnkarier.commands.intake.held import competencies_named, frames_of, has_columns_for, hold, order_of
from asnkarier.core.access import Actor, Progress
from asnkarier.core.finding import Finding
from asnkarier.ingest.frames import EndFrame, FindingsFrame, Frame, ReadOptions, RowsFrame, SheetFrame
from asnkarier.ingest.run import read
from asnkarier.store.database import Database
from asnkarier.store.intake.session import Intake, Options, Taken

HELD_WHOLE = 8 * 1024 * 1024
"""Workbooks up to this size are held as frames, so that their sheets can be taken in the order of their references."""


@dataclass(slots=True)
class Brought:
    """What became of an import."""

    intake: Intake
    batch: int | None
    lists: list[tuple[SheetFrame, Taken, EndFrame]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    """Everything found: about files first, then list by list."""
    stopped: bool = False
    """Whether findings stand against the import; nothing may be kept then."""


Table = tuple[str, str, int]
"""File, sheet and header row: the lists of several kinds that are read from one table share them."""
Spoilt = Mapping[Table, Mapping[int, Sequence[Finding]]]
"""The rows of tables read as several kinds that one of these rejects, so that no other takes them, with all that was found in them."""


class _Pending(NamedTuple):
    """A file whose next list waits to be taken in."""

    order: int
    number: int
    head: SheetFrame
    frames: Iterator[Frame]
    sha256: str


def bring_in(
    db: Database,
    actor: Actor,
    files: Sequence[Path],
    reading: ReadOptions,
    taking: Options,
    *,
    skip_bad: bool,
    progress: Progress,
) -> Brought:
    """Import `files` in the command's transaction; the caller rolls back where `stopped` is set.

    Where two rows contradict each other the import starts again without either, and where a table is read as several kinds without
    the rows that one of them rejects, so that the counts and a rehearsal tell the same whether bad rows are to be skipped or not.
    """
    left_out: frozenset[int] = frozenset()
    spoilt: dict[Table, dict[int, list[Finding]]] = {}
    while True:
        brought = _pass(db, actor, files, reading, taking._replace(left_out=left_out), spoilt, progress)
        errors = [f for f in brought.findings if f.severity == "error"]
        heads: dict[tuple[str, str | None], list[int]] = {}
        for head, _, _ in brought.lists:
            heads.setdefault((head.file, head.sheet), []).append(head.header_row)
        whole = [f for f in errors if f.row is None or _of_head(f.row, heads.get((f.file, f.sheet), ()))]
        # An error about a whole list or file leaves no good rows to go on with.
        brought.stopped = bool(whole or (errors and not skip_bad))
        contradicted = brought.intake.twice.conflicts - left_out
        more = {} if contradicted else _spoilt_by_others(brought, spoilt)
        if not contradicted and not more:
            return brought
        for table, rows in more.items():
            spoilt.setdefault(table, {}).update(rows)
        db.discard()
        left_out |= contradicted


def _of_head(row: int, heads: Sequence[int]) -> bool:
    """Tell whether a row is no row of a list: a header's, one above all of them, or one of a sheet in which no list was found.

    Below the header of the first of several lists on a sheet, and above the next one's, stand rows of the first.
    """
    return not heads or row in heads or row < min(heads)


def _pass(
    db: Database,
    actor: Actor,
    files: Sequence[Path],
    reading: ReadOptions,
    taking: Options,
    spoilt: Spoilt,
    progress: Progress,
) -> Brought:
    intake = Intake(db, actor, taking)
    brought = Brought(intake, None)
    waiting: list[_Pending] = []
    small = {path: hold(read(path, reading)) for path in files if path.stat().st_size <= HELD_WHOLE}
    # A competency that one of these workbooks brings may head a column of another.
    if new := competencies_named(small.values()):
        reading = reading._replace(competencies=(*reading.competencies, *new))
        for path in [path for path, held in small.items() if has_columns_for(held, new)]:
            small[path] = hold(read(path, reading))
    for number, path in enumerate(files):
        frames = frames_of(small[path]) if path in small else read(path, reading)
        _advance(waiting, number, frames, _sha256(path), brought)
    while waiting:
        # Of rosters the older day comes first, as if they had been imported one by one.
        waiting.sort(key=lambda p: (p.order, _day_of(p.head, taking), p.number))
        pending = waiting.pop(0)
        _take(brought, pending, spoilt.get(_table(pending.head), {}), progress)
        _advance(waiting, pending.number, pending.frames, pending.sha256, brought)
    brought.batch = intake.finish()
    brought.findings.extend(_once(brought.lists, spoilt))
    return brought


def _table(head: SheetFrame) -> Table:
    return head.file, head.sheet, head.header_row


def _once(lists: Sequence[tuple[SheetFrame, Taken, EndFrame]], spoilt: Spoilt) -> Iterator[Finding]:
    """Yield what was found list by list; of a table read as several kinds each thing about a cell once."""
    said: dict[Table, set[tuple[str, int | None, str | None]]] = {}
    shared = _shared(lists)
    twice = _said_twice(lists, shared)
    for head, taken, _ in lists:
        table = _table(head)
        found: Iterable[Finding] = taken.sheet.findings
        if table in shared:
            if table not in said and table in spoilt:
                carried = (one for findings in spoilt[table].values() for one in findings)
                # The reader finds again what it found wrong with a row that is left out.
                found = {(one.code, one.row, one.column, str(one.values)): one for one in (*found, *carried)}.values()
            before = said.setdefault(table, set())
            found = [
                one._replace(code="row_twice_for_all") if one.code == "row_twice" else one
                for one in found
                if one.code != "row_twice" or one.row in twice[table]
            ]
            found = [one for one in found if one.row is None or (one.code, one.row, one.column) not in before]
            before |= {(one.code, one.row, one.column) for one in found}
        yield from found


def _said_twice(
    lists: Sequence[tuple[SheetFrame, Taken, EndFrame]], shared: Collection[Table]
) -> dict[Table, set[int | None]]:
    """Return the rows of tables read as several kinds that say nothing new to any: what one kind was told before is another's own."""
    twice: dict[Table, set[int | None]] = {}
    for head, taken, _ in lists:
        if (table := _table(head)) in shared:
            here = {one.row for one in taken.sheet.findings if one.code == "row_twice"}
            twice[table] = twice.get(table, here) & here
    return twice


def _shared(lists: Iterable[tuple[SheetFrame, Taken, EndFrame]]) -> set[Table]:
    """Return the tables that are read as several kinds."""
    count = Counter(_table(head) for head, _, _ in lists)
    return {table for table, kinds in count.items() if kinds > 1}


def _spoilt_by_others(brought: Brought, spoilt: Spoilt) -> dict[Table, dict[int, list[Finding]]]:
    """Return the rows, not left out so far, that one kind of a table rejects and another one has taken."""
    more: dict[Table, dict[int, list[Finding]]] = {}
    for table in _shared(brought.lists):
        file, sheet, header = table
        bad = {
            one.row
            for one in brought.findings
            if one.severity == "error" and (one.file, one.sheet) == (file, sheet)
            if one.row is not None and one.row > header and one.row not in spoilt.get(table, {})
        }
        for one in brought.findings if bad else ():
            if one.row in bad and (one.file, one.sheet) == (file, sheet):
                more.setdefault(table, {}).setdefault(int(one.row or 0), []).append(one)
    return more


def _day_of(head: SheetFrame, taking: Options) -> str:
    return head.dated or taking.dated or taking.today if head.kind == "roster" else ""


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def headers_of(head: SheetFrame) -> frozenset[str]:
    """Return the headers by which a layout is recognised again."""
    read_headers = {c.header for c in head.columns}
    return frozenset((read_headers | {c.header for c in head.ignored}) - {""})


def _advance(waiting: list[_Pending], number: int, frames: Iterator[Frame], sha256: str, brought: Brought) -> None:
    """Read on to the file's next list and let it wait for its turn."""
    for frame in frames:
        if isinstance(frame, SheetFrame):
            waiting.append(_Pending(order_of(frame), number, frame, frames, sha256))
            return
        if isinstance(frame, FindingsFrame):
            brought.findings.extend(frame.findings)


def _take(brought: Brought, pending: _Pending, spoilt: Container[int], progress: Progress) -> None:
    intake = brought.intake
    intake.open(pending.head, pending.sha256)
    done = 0
    without = _Without(pending.head, spoilt)
    for frame in pending.frames:
        if isinstance(frame, RowsFrame):
            rows, columns = without.rows(frame) if spoilt else (frame.rows, frame.columns)
            if frame.beside:
                intake.rows_beside(rows, columns)
                continue
            if rows:
                intake.rows(rows, columns)
            done += len(frame.rows)
            progress(done, pending.head.expected_rows or None, "import")
        elif isinstance(frame, FindingsFrame):
            intake.findings(frame.findings)
        elif isinstance(frame, EndFrame):
            rejected, named = frame.rejected + without.count, [*frame.named, *without.named]
            intake.close(read=frame.read, rejected=rejected, skipped=frame.skipped, named=named)
            brought.lists.append((pending.head, intake.taken[-1], frame))
            return


class _Without:
    """Takes out of a list the rows that another kind of the table rejects; counts them, and keeps whose they are."""

    def __init__(self, head: SheetFrame, spoilt: Container[int]) -> None:
        self.spoilt = spoilt
        self.at = list(head.fields).index("nip") if "nip" in head.fields else None
        self.count = 0
        self.named: list[str] = []

    def rows(self, frame: RowsFrame) -> tuple[list[int], list[list[Any]]]:
        good = [i for i, row in enumerate(frame.rows) if row not in self.spoilt]
        if not frame.beside:
            self.count += len(frame.rows) - len(good)
            if self.at is not None:
                kept = set(good)
                nips = frame.columns[self.at]
                self.named += [str(nip) for i, nip in enumerate(nips) if nip is not None and i not in kept]
        return [frame.rows[i] for i in good], [[column[i] for i in good] for column in frame.columns]
