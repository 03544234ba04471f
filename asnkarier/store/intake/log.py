"""The change log of one batch: what was inserted, updated or deleted, from which sheet row or by whose hand."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, NamedTuple

from asnkarier.core.access import Actor
from asnkarier.store.database import Database
from asnkarier.store.queries.file.runs import Runs

FLUSH_AT = 5_000


class SheetSource(NamedTuple):
    """The sheet a batch reads: what `batch_sheet` keeps of it."""

    file: str
    sha256: str
    sheet: str
    kind: str
    header_row: int
    dated: str | None
    fields: tuple[str, ...]
    columns: Mapping[str, str]


@dataclass(slots=True)
class SheetEnd:
    """A sheet that was read to its end: what `batch_sheet` keeps of it, and its number once it is written down."""

    source: SheetSource | None
    counts: tuple[int, ...]
    people: str
    number: int


def as_json(value: object) -> str:
    """Return compact JSON, as the log keeps it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class ChangeLog:
    """Collects the changes of one batch and writes them in bulk; without a change it leaves no trace."""

    def __init__(self, db: Database, actor: Actor, command: str, reason: str | None = None) -> None:
        self.db = db
        self.actor = actor
        self.at = actor.at.isoformat(timespec="seconds")
        self.command = command
        self.reason = reason
        self.batch_id = db.next_id("batch")
        self.sheet_id = 0
        self.count = 0
        self._sheet: SheetSource | None = None
        self._next_sheet = db.next_id("batch_sheet")
        self._next_change = self._first_change = db.next_id("change")
        self._pending: list[tuple[Any, ...]] = []
        self._digest = hashlib.sha256(self._previous_digest().encode())
        self._opened = False

    def _previous_digest(self) -> str:
        row = self.db.one("SELECT digest FROM batch ORDER BY id DESC LIMIT 1")
        return str(row[0]) if row else ""

    def open_batch(self) -> None:
        """Write the batch's own row, which everything else of it refers to."""
        if self._opened:
            return
        self._opened = True
        self.db.execute(
            "INSERT INTO batch (id, entered_at, entered_by, command, reason, digest, first_change, last_change)"
            " VALUES (?, ?, ?, ?, ?, '', 0, -1)",
            (self.batch_id, self.at, self.actor.by, self.command, self.reason),
        )

    def begin_sheet(self, source: SheetSource) -> None:
        """Say which sheet the following changes come from; it is written down with its first change."""
        self._flush()
        self._sheet = source
        self.sheet_id = self._next_sheet

    def end_sheet(
        self,
        *,
        read: int,
        inserted: int,
        updated: int,
        unchanged: int,
        rejected: int,
        skipped: int,
        people: Runs | None = None,
        keep: bool = False,
    ) -> SheetEnd:
        """Keep the counts of the sheet if it changed anything, or where it says something without: `keep`."""
        self._flush()
        written = self.sheet_id if self._sheet is None else 0
        counts = (read, inserted, updated, unchanged, rejected, skipped)
        end = SheetEnd(self._sheet, counts, (people or Runs()).text(), written)
        if written:
            self._keep_counts(end)
        elif keep:
            self.number_of(end)
        self.sheet_id = 0
        self._sheet = None
        return end

    def number_of(self, end: SheetEnd) -> int:
        """Return the number of a sheet that was read, written down now where it has changed nothing so far."""
        if not end.number and end.source is not None:
            before = self.sheet_id
            self.open_batch()
            self.sheet_id = end.number = self._next_sheet
            self._write_sheet(end.source)
            self._keep_counts(end)
            self.sheet_id = before
        return end.number

    def _keep_counts(self, end: SheetEnd) -> None:
        self.db.execute(
            "UPDATE batch_sheet SET rows_read = ?, inserted = ?, updated = ?, unchanged = ?, rejected = ?,"
            " skipped = ?, people = ? WHERE id = ?",
            (*end.counts, end.people, end.number),
        )

    def _write_sheet(self, source: SheetSource) -> None:
        self._next_sheet += 1
        self._sheet = None
        self.db.execute(
            "INSERT INTO batch_sheet (id, batch_id, file, sha256, sheet, kind, header_row, dated, fields, columns, people,"
            " rows_read, inserted, updated, unchanged, rejected, skipped) VALUES (?,?,?,?,?,?,?,?,?,?,'[]',0,0,0,0,0,0)",
            (
                self.sheet_id,
                self.batch_id,
                source.file,
                source.sha256,
                source.sheet,
                source.kind,
                source.header_row,
                source.dated,
                as_json(source.fields),
                as_json(dict(source.columns)),
            ),
        )

    @contextmanager
    def of_sheet(self, sheet: int) -> Iterator[None]:
        """Log changes for a while as those of a sheet read before: its rows say them once more, or it no longer has them."""
        before, self.sheet_id = self.sheet_id, sheet
        try:
            yield
        finally:
            self.sheet_id = before

    def inserted(
        self,
        table: str,
        record_id: int,
        fields: object,
        *,
        key: str = "",
        person: int = 0,
        row: int = 0,
        reverses: int = 0,
    ) -> None:
        """Log a new record, perhaps taking back the change `reverses`.

        `fields` are the values as read (in the sheet's order), or a mapping when typed by hand.
        """
        self._add("I", table, record_id, fields, key, person, row, reverses)

    def updated(
        self,
        table: str,
        record_id: int,
        changes: Mapping[str, Sequence[Any]],
        *,
        key: str = "",
        person: int = 0,
        row: int = 0,
        reverses: int = 0,
    ) -> None:
        """Log an update: field → (old, new)."""
        self._add("U", table, record_id, changes, key, person, row, reverses)

    def deleted(
        self,
        table: str,
        record_id: int,
        fields: Mapping[str, Any],
        *,
        key: str = "",
        person: int = 0,
        row: int = 0,
        reverses: int = 0,
    ) -> None:
        """Log a deletion with the values that went."""
        self._add("D", table, record_id, fields, key, person, row, reverses)

    def inserted_rows(
        self, table: str, ids: Sequence[int], people: Sequence[int], rows: Sequence[int], values: Sequence[str]
    ) -> None:
        """Log many new records at once; `values` are JSON already."""
        first = self._next_change
        self._next_change += len(ids)
        self.count += len(ids)
        batch, sheet = self.batch_id, self.sheet_id
        self._pending.extend(
            (first + i, batch, sheet, row, "I", table, record, "", person, text, 0)
            for i, (record, person, row, text) in enumerate(zip(ids, people, rows, values, strict=True))
        )
        if len(self._pending) >= FLUSH_AT:
            self._flush()

    def _add(
        self, op: str, table: str, record_id: int, fields: object, key: str, person: int, row: int, reverses: int
    ) -> None:
        self._pending.append(
            (
                self._next_change,
                self.batch_id,
                self.sheet_id,
                row,
                op,
                table,
                record_id,
                key,
                person,
                as_json(fields),
                reverses,
            )
        )
        self._next_change += 1
        self.count += 1
        if len(self._pending) >= FLUSH_AT:
            self._flush()

    def _flush(self) -> None:
        if not self._pending:
            return
        self.open_batch()
        if self._sheet is not None:
            self._write_sheet(self._sheet)
        self.db.many(
            "INSERT INTO change (id, batch_id, sheet_id, sheet_row, op, tbl, record_id, record_key, person_id, fields,"
            " reverses) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
            self._pending,
        )
        self._digest.update("\n".join(map(repr, self._pending)).encode())
        self._digest.update(b"\n")
        self._pending.clear()

    @property
    def opened(self) -> bool:
        """Whether the batch has left a trace."""
        return self._opened or bool(self._pending)

    def close(self) -> None:
        """Write what is pending and seal the batch's place in the chain."""
        self._flush()
        if self._opened:
            ending = batch_lines(self.db, self.batch_id, self.at, self.actor.by, self.command, self.reason)
            self._digest.update("\n".join(ending).encode())
            self.db.execute(
                "UPDATE batch SET digest = ?, first_change = ?, last_change = ? WHERE id = ?",
                (self._digest.hexdigest(), self._first_change, self._next_change - 1, self.batch_id),
            )


def batch_lines(db: Database, number: int, at: str, by: str, command: str, reason: str | None) -> Iterator[str]:
    """Yield the lines with which a batch's link of the chain of digests ends: its sheets, how far it covers, its own row."""
    for row in db.rows(
        "SELECT id, file, sha256, sheet, kind, header_row, dated, fields, columns, people, rows_read, inserted, updated,"
        " unchanged, rejected, skipped FROM batch_sheet WHERE batch_id = ? ORDER BY id",
        (number,),
    ):
        yield repr(tuple(row))
    for kind, since, until in db.rows(
        "SELECT kind, covers_from, covers_until FROM coverage WHERE batch_id = ? ORDER BY kind, covers_from", (number,)
    ):
        # As before registers had a beginning, where one has none.
        yield repr((kind, since, until) if since else (kind, until))
    yield repr((number, at, by, command, reason))


def digest_line(change: Sequence[Any]) -> str:
    """Return the text of one change (the columns of the table, in order) that the chain of digests runs over."""
    return repr(tuple(change))
