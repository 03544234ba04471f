"""Imports and manual entries, as the log tells them."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from asnkarier.store.database import Database


class BatchRow(NamedTuple):
    """One batch: who did what when, and how many records changed."""

    id: int
    entered_at: str
    entered_by: str
    command: str
    reason: str | None
    undoes: int | None
    undone_by: int | None
    inserted: int
    updated: int
    deleted: int


class SheetRow(NamedTuple):
    """One sheet a batch read, with the counts of its rows."""

    id: int
    batch_id: int
    file: str
    sha256: str
    sheet: str
    kind: str
    header_row: int
    dated: str | None
    read: int
    inserted: int
    updated: int
    unchanged: int
    rejected: int
    skipped: int


class ChangeRow(NamedTuple):
    """One record changed by a batch.

    `key` is the NIP of the person it is about, else the record's own key; `fields` is the log's JSON, `sheet_fields` the names of
    its values where it is a list.
    """

    op: str
    table: str
    key: str
    file: str | None
    sheet: str | None
    sheet_row: int
    sheet_fields: str | None
    fields: str
    record_key: str
    person_id: int


_BATCH = """
SELECT b.id, b.entered_at, b.entered_by, b.command, b.reason, b.undoes, b.undone_by,
       COALESCE(SUM(CASE WHEN c.op = 'I' THEN 1 ELSE 0 END), 0),
       COALESCE(SUM(CASE WHEN c.op = 'U' THEN 1 ELSE 0 END), 0),
       COALESCE(SUM(CASE WHEN c.op = 'D' THEN 1 ELSE 0 END), 0)
FROM batch b LEFT JOIN change c ON c.id BETWEEN b.first_change AND b.last_change
"""
_GROUP = " GROUP BY b.id, b.entered_at, b.entered_by, b.command, b.reason, b.undoes, b.undone_by ORDER BY b.id DESC"
_SHEET = """
SELECT id, batch_id, file, sha256, sheet, kind, header_row, dated, rows_read, inserted, updated, unchanged, rejected, skipped
FROM batch_sheet
"""


def batches(db: Database) -> list[BatchRow]:
    """Return every batch, newest first."""
    return [BatchRow(*row) for row in db.rows(_BATCH + _GROUP)]


def batch(db: Database, number: int) -> BatchRow | None:
    """Return one batch, or None where there is none of that number."""
    row = db.one(_BATCH + " WHERE b.id = ?" + _GROUP, (number,))
    return BatchRow(*row) if row else None


def sheets(db: Database, number: int | None = None) -> list[SheetRow]:
    """Return the sheets of one batch, or of all, in the order read."""
    if number is None:
        return [SheetRow(*row) for row in db.rows(_SHEET + " ORDER BY id")]
    return [SheetRow(*row) for row in db.rows(_SHEET + " WHERE batch_id = ? ORDER BY id", (number,))]


def changes(db: Database, number: int, limit: int | None = None) -> list[ChangeRow]:
    """Return the changes of a batch (at most `limit` of them), in the order made."""
    rows = db.rows(
        "SELECT c.op, c.tbl, COALESCE(n.nip, c.record_key), s.file, s.sheet, c.sheet_row, s.fields, c.fields,"
        " c.record_key, c.person_id FROM batch b JOIN change c ON c.id BETWEEN b.first_change AND b.last_change"
        " LEFT JOIN batch_sheet s ON s.id = c.sheet_id"
        " LEFT JOIN person_nip n ON n.person_id = c.person_id AND n.until = '9999-12-31'"
        " WHERE b.id = ? ORDER BY c.id" + (" LIMIT ?" if limit is not None else ""),
        (number,) if limit is None else (number, limit),
    )
    return [ChangeRow(*row) for row in rows]


def ended(db: Database, table: str, columns: Sequence[str], person: int, until: str) -> dict[str, Any]:
    """Return what the span of a person said that ended on a day; nothing where none did."""
    row = db.one(f"SELECT {', '.join(columns)} FROM {table} WHERE person_id = ? AND until = ?", (person, until))
    return dict(zip(columns, row or (), strict=False))
