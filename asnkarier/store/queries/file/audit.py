"""The change log as an auditor reads it: who changed what, and whether the log itself was changed."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import Any, Literal, NamedTuple

from asnkarier.core.access import Progress, silent
from asnkarier.core.spans import OPEN
from asnkarier.store.database import Database
from asnkarier.store.intake.log import batch_lines, digest_line

Trouble = Literal["changed", "batches_missing", "changes_missing", "changes_foreign"]
_CHANGE = "id, batch_id, sheet_id, sheet_row, op, tbl, record_id, record_key, person_id, fields, reverses"


class Broken(NamedTuple):
    """A place where the chain of digests no longer fits."""

    batch: int
    at: str
    by: str
    command: str
    trouble: Trouble


class Chain(NamedTuple):
    """What came of recomputing the chain: how much was looked at, the last digest, and where it no longer fits."""

    batches: int
    changes: int
    digest: str
    broken: tuple[Broken, ...]


def chain(db: Database, progress: Progress = silent) -> Chain:
    """Recompute the digest of every batch from the one recorded before it."""
    batches = db.rows(
        "SELECT id, entered_at, entered_by, command, reason, digest, first_change, last_change FROM batch ORDER BY id"
    )
    row = db.one("SELECT COUNT(*) FROM change")
    total = int(row[0]) if row else 0
    broken: list[Broken] = []
    previous, expected, seen = "", 1, 0
    for number, at, by, command, reason, recorded, first, last in batches:
        found, digest = _digest(db, previous, first, last)
        digest.update("\n".join(batch_lines(db, number, at, by, command, reason)).encode())
        if number != expected:
            broken.append(Broken(number, at, by, command, "batches_missing"))
        elif found != last - first + 1:
            broken.append(Broken(number, at, by, command, "changes_missing"))
        elif digest.hexdigest() != recorded:
            broken.append(Broken(number, at, by, command, "changed"))
        previous, expected = recorded, number + 1
        seen += found
        progress(seen, total, "read")
    if total != seen:
        broken.extend(_foreign(db))
    return Chain(len(batches), total, previous, tuple(broken))


def _digest(db: Database, previous: str, first: int, last: int) -> tuple[int, Any]:
    digest = hashlib.sha256(previous.encode())
    count = 0
    for change in db.each(f"SELECT {_CHANGE} FROM change WHERE id BETWEEN ? AND ? ORDER BY id", (first, last)):
        digest.update(f"{digest_line(change)}\n".encode())
        count += 1
    return count, digest


def _foreign(db: Database) -> Iterator[Broken]:
    """Changes that lie outside the numbers their batch gave out were put in by another hand."""
    for row in db.rows(
        "SELECT DISTINCT c.batch_id, COALESCE(b.entered_at, ''), COALESCE(b.entered_by, ''), COALESCE(b.command, '')"
        " FROM change c LEFT JOIN batch b ON b.id = c.batch_id"
        " WHERE b.id IS NULL OR c.id < b.first_change OR c.id > b.last_change ORDER BY c.batch_id"
    ):
        number, at, by, command = row
        yield Broken(number, at, by, command, "changes_foreign")


class Entry(NamedTuple):
    """One line of the log: one record that changed, or many of one table that one batch brought in together.

    `fields` is field → value (of a new or removed record) or field → (old, new); None where there are many records.
    """

    batch: int
    at: str
    by: str
    command: str
    reason: str | None
    op: str
    table: str
    records: int
    nip: str | None
    name: str | None
    key: str
    file: str | None
    sheet: str | None
    row: int | None
    fields: dict[str, Any] | None


class Asked(NamedTuple):
    """Which part of the log is asked for."""

    person: int | None = None
    since: str | None = None
    by: str | None = None


MANY = 10
"""Records of one table that one batch changed in one way are told one by one up to this number."""


def entries(db: Database, asked: Asked, most: int | None) -> list[Entry]:
    """Return the log, newest first; at most `most` entries, or all."""
    found: list[Entry] = []
    for batch in _batches(db, asked):
        found.extend(_of_batch(db, batch, asked.person))
        if most is not None and len(found) > most:
            break
    return found


def _batches(db: Database, asked: Asked) -> list[tuple[Any, ...]]:
    where, values = ["1 = 1"], list[Any]()
    if asked.since:
        where.append("entered_at >= ?")
        values.append(asked.since)
    if asked.by:
        where.append("LOWER(entered_by) LIKE ?")
        values.append(f"%{asked.by.lower()}%")
    if asked.person is not None:
        where.append("id IN (SELECT batch_id FROM change WHERE person_id = ?)")
        values.append(asked.person)
    return db.rows(
        "SELECT id, entered_at, entered_by, command, reason, first_change, last_change FROM batch"
        f" WHERE {' AND '.join(where)} ORDER BY id DESC",
        values,
    )


def _of_batch(db: Database, batch: Sequence[Any], person: int | None) -> Iterator[Entry]:
    number, *_, first, last = batch
    head = tuple(batch[:5])
    if person is not None:
        yield from _told(db, head, "c.person_id = ? AND c.batch_id = ?", (person, number))
        return
    groups = db.rows(
        "SELECT op, tbl, COUNT(*), MIN(sheet_id), MAX(sheet_id) FROM change WHERE id BETWEEN ? AND ?"
        " GROUP BY op, tbl ORDER BY MIN(id)",
        (first, last),
    )
    for op, table, count, sheet, other_sheet in groups:
        if count <= MANY:
            values = (first, last, op, table)
            yield from _told(db, head, "c.id BETWEEN ? AND ? AND c.op = ? AND c.tbl = ?", values)
            continue
        place = db.one("SELECT file, sheet FROM batch_sheet WHERE id = ?", (sheet,)) if sheet == other_sheet else None
        file, name = place or (None, None)
        yield Entry._make((*head, op, table, count, None, None, "", file, name, None, None))


def _told(db: Database, head: tuple[Any, ...], where: str, values: Sequence[Any]) -> Iterator[Entry]:
    for op, table, key, nip, name, file, sheet, names, row, fields in db.rows(
        "SELECT c.op, c.tbl, c.record_key, n.nip, p.name, s.file, s.sheet, s.fields, c.sheet_row, c.fields"
        " FROM change c LEFT JOIN person p ON p.id = c.person_id"
        " LEFT JOIN person_nip n ON n.person_id = c.person_id AND n.until = ?"
        f" LEFT JOIN batch_sheet s ON s.id = c.sheet_id WHERE {where} ORDER BY c.id",
        (OPEN, *values),
    ):
        read = json.loads(fields)
        if isinstance(read, list):
            read = dict(zip(json.loads(names or "[]"), read, strict=False))
        read = {field: value for pair in read.items() for field, value in _named(db, *pair)}
        yield Entry._make((*head, op, table, 1, nip, name, key, file, sheet, row or None, read))


_NAMES = {"position_id": "position", "unit_id": "unit", "competency_id": "competency"}


def _named(db: Database, field: str, value: Any) -> Iterator[tuple[str, Any]]:
    """Say what an id stands for: the name of the post, unit or competency; its number where that has gone."""
    table = _NAMES.get(field)
    if table is None:
        yield field, value
        return
    yield table, [_name(db, table, one) for one in value] if isinstance(value, list) else _name(db, table, value)


def _name(db: Database, table: str, number: int | None) -> str | None:
    if number is None:
        return None
    row = db.one(f"SELECT name FROM {table} WHERE id = ?", (number,))
    return str(row[0]) if row else f"#{number}"
