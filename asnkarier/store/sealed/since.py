"""Who changed what since a decision was sealed: for each row that differs, the newest entry of the change log that set it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from asnkarier.core.defend.differences import Changed
from asnkarier.store.database import Database
from asnkarier.store.records import SPANS

CHUNK = 400
_PARTS = {"assessment_level": "assessment"}
"""Rows that are logged with the record they are part of."""


class Entry(NamedTuple):
    """One entry of the log: who, when, by which command and why, and of an import the file, sheet and row."""

    batch: int
    entered_by: str
    entered_at: str
    command: str
    reason: str | None
    file: str | None
    sheet: str | None
    row: int | None


class _Change(NamedTuple):
    table: str
    record: int
    key: str
    person: int
    sheet: int
    fields: Any
    entry: Entry


def entries(db: Database, changes: Sequence[Changed], after: int) -> dict[int, Entry]:
    """Return place in `changes` → the entry that made it, of batches after `after`; what no entry made is not among them."""
    if not changes:
        return {}
    logged = _logged(db, changes, after)
    found: dict[int, Entry] = {}
    for place, changed in enumerate(changes):
        entry = _covering(db, changed, after) if changed.table == "coverage" else _of(changed, logged)
        if entry is not None:
            found[place] = entry
    return found


def _logged(db: Database, changes: Sequence[Changed], after: int) -> list[_Change]:
    """Return the log's changes about the people and the records concerned, the newest first."""
    people = sorted({changed.person for changed in changes if changed.person})
    tables = sorted({changed.table for changed in changes if not changed.person} | set(_PARTS.values()))
    found: list[_Change] = []
    seen: set[int] = set()
    for name, values in (("person_id", people), ("tbl", tables)):
        for start in range(0, len(values), CHUNK):
            part = values[start : start + CHUNK]
            for number, *row in db.rows(
                "SELECT c.id, c.tbl, c.record_id, c.record_key, c.person_id, c.sheet_id, c.fields, b.id, b.entered_by,"
                " b.entered_at, b.command, b.reason, s.file, s.sheet, c.sheet_row FROM change c"
                " JOIN batch b ON b.id = c.batch_id LEFT JOIN batch_sheet s ON s.id = c.sheet_id"
                f" WHERE c.batch_id > ? AND c.{name} IN ({','.join('?' * len(part))}) ORDER BY c.id DESC",
                (after, *part),
            ):
                if number not in seen:
                    seen.add(number)
                    entry = Entry._make((*row[6:13], row[13] or None))
                    found.append(_Change._make((*row[:5], json.loads(row[5]), entry)))
    return found


def _of(changed: Changed, logged: Iterable[_Change]) -> Entry | None:
    exact = _PARTS.get(changed.table, changed.table)
    spans: Entry | None = None
    for change in logged:
        if change.table == exact and change.record == changed.record:
            if changed.table in SPANS and change.key != changed.key and not _moves(change, changed.key):
                continue
            return change.entry
        if changed.table == "person_nip" and change.table == "person_nip" and change.key == changed.key:
            return change.entry
        # A roster's row begins and ends spans of its person without naming each.
        if spans is None and changed.table in SPANS and change.person == changed.person and change.table == "person":
            spans = change.entry
    return spans


def _moves(change: _Change, since: str) -> bool:
    """Tell whether a change of a span moved its beginning to or from a day."""
    fields = change.fields
    return isinstance(fields, Mapping) and since in (fields.get("since") or ())


def _covering(db: Database, changed: Changed, after: int) -> Entry | None:
    row = db.one(
        "SELECT b.id, b.entered_by, b.entered_at, b.command, b.reason FROM coverage c JOIN batch b ON b.id = c.batch_id"
        " WHERE c.kind = ? AND (b.id > ? OR b.undone_by > ?) ORDER BY b.id DESC",
        (changed.key, after, after),
    )
    return Entry._make((*row, None, None, None)) if row else None


def names(db: Database, people: Iterable[int]) -> dict[int, tuple[str, str]]:
    """Return person → NIP in use and name."""
    wanted = set(people)
    rows = db.rows(
        "SELECT p.id, n.nip, p.name FROM person p JOIN person_nip n ON n.person_id = p.id ORDER BY n.until, n.nip"
    )
    return {number: (nip, name) for number, nip, name in rows if number in wanted}
