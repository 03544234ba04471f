"""Bringing workbooks in: frames from the reading child, in the order their references need, into the file."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

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

    Where two rows contradict each other the import starts again without either, so that the counts and a rehearsal
    tell the same whether bad rows are to be skipped or not.
    """
    left_out: frozenset[int] = frozenset()
    while True:
        brought = _pass(db, actor, files, reading, taking._replace(left_out=left_out), progress)
        errors = [f for f in brought.findings if f.severity == "error"]
        heads = {(head.file, head.sheet): head.header_row for head, _, _ in brought.lists}
        whole = [f for f in errors if f.row is None or f.row <= heads.get((f.file, f.sheet), f.row)]
        # An error about a whole list or file leaves no good rows to go on with.
        brought.stopped = bool(whole or (errors and not skip_bad))
        contradicted = brought.intake.twice.conflicts - left_out
        if not contradicted:
            return brought
        db.discard()
        left_out |= contradicted


def _pass(
    db: Database,
    actor: Actor,
    files: Sequence[Path],
    reading: ReadOptions,
    taking: Options,
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
        _take(brought, pending, progress)
        _advance(waiting, pending.number, pending.frames, pending.sha256, brought)
    brought.batch = intake.finish()
    for _, taken, _ in brought.lists:
        brought.findings.extend(taken.sheet.findings)
    return brought


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


def _take(brought: Brought, pending: _Pending, progress: Progress) -> None:
    intake = brought.intake
    intake.open(pending.head, pending.sha256)
    done = 0
    for frame in pending.frames:
        if isinstance(frame, RowsFrame):
            if frame.beside:
                intake.rows_beside(frame.rows, frame.columns)
                continue
            intake.rows(frame.rows, frame.columns)
            done += len(frame.rows)
            progress(done, pending.head.expected_rows or None, "import")
        elif isinstance(frame, FindingsFrame):
            intake.findings(frame.findings)
        elif isinstance(frame, EndFrame):
            intake.close(read=frame.read, rejected=frame.rejected, skipped=frame.skipped, named=frame.named)
            brought.lists.append((pending.head, intake.taken[-1], frame))
            return
