"""Where a value comes from: the newest change that set it — file, sheet, row and cell, or who typed it when."""

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from asnkarier.core.decide.check import Datum
from asnkarier.core.names import folded
from asnkarier.store.database import Database
from asnkarier.store.queries.file.formerly import SCHOOLING

CHUNK = 400
SPANS = frozenset(
    {"person_post", "person_duty", "person_unit", "person_golongan", "person_status", "person_kind", "person_nip"}
)
OF_NOBODY = frozenset({"unit_performance"})
"""Tables about units: their changes are logged under nobody."""
NOBODY = 0
_OWN_FIELD = {
    "position_since": "since",
    "golongan_since": "since",
    "pns_since": "since",
    "position": "position_id",
    "unit": "unit_id",
}
"""Field of a roster → column of the span it becomes."""
_OF_MOVEMENTS = {
    "status": ("event", "effective_on"),
    "employee_kind": ("event", "effective_on"),
    "pns_since": ("effective_on",),
}
"""Field of a roster → the fields of a movement that say it."""
LEVEL = "level:"
"""What the field of an attained level begins with; the competency's name follows."""


class Source(NamedTuple):
    """Where a value stands. A value typed by hand has no file; a row without a cell is known by its row alone."""

    file: str | None
    sheet: str | None
    row: int | None
    cell: str | None
    batch: int
    entered_by: str
    at: str

    def as_data(self) -> dict[str, object]:
        """Return what a JSON document says of it."""
        if self.file is None:
            return {"entered_by": self.entered_by, "at": self.at, "batch": self.batch}
        return {"file": self.file, "sheet": self.sheet, "row": self.row, "cell": self.cell, "batch": self.batch}


class _Sheet(NamedTuple):
    file: str
    sheet: str
    fields: Sequence[str]
    columns: Mapping[str, str]
    day: str
    """The day that a roster speaks of."""


class _Change(NamedTuple):
    id: int
    batch: int
    sheet: int
    row: int
    op: str
    table: str
    record: int
    key: str
    fields: str


class Sources:
    """Looks up the sources of values of a few people; reads a sheet's header and a batch's actor once."""

    def __init__(self, db: Database, day: str) -> None:
        """Look up values as of a day."""
        self.db = db
        self.day = day
        self._sheets: dict[int, _Sheet] = {}
        self._batches: dict[int, tuple[str, str]] = {}
        self._changes: dict[int, list[_Change]] = {}
        self._read: dict[int, Any] = {}
        self._competencies: dict[str, int] = {}

    def load(self, people: Iterable[int]) -> None:
        """Read the changes of these people."""
        ids = [person for person in people if person not in self._changes]
        for start in range(0, len(ids), CHUNK):
            part = ids[start : start + CHUNK]
            for person in part:
                self._changes[person] = []
            for person, change in self._logged(part):
                self._changes[person].append(change)
            for person, other, batch in self._joined(part):
                before = [change for _, change in self._logged([other])]
                self._changes[person] = _one_person(person, other, batch, self._changes[person], before)

    def _logged(self, people: Sequence[int]) -> list[tuple[int, _Change]]:
        """Return the changes of people that were not taken back, the newest first."""
        taken_back = set()
        found = []
        for person, reverses, *row in self.db.rows(
            "SELECT person_id, reverses, id, batch_id, sheet_id, sheet_row, op, tbl, record_id, record_key, fields"
            f" FROM change WHERE person_id IN ({','.join('?' * len(people))}) ORDER BY id DESC",
            people,
        ):
            if reverses:
                taken_back.add(reverses)
            elif row[0] not in taken_back:
                found.append((person, _Change(*row)))
        return found

    def _joined(self, people: Sequence[int]) -> list[tuple[int, int, int]]:
        """Return who had another entry joined to theirs: the person, the entry's number, and the batch that joined them."""
        found = {person for person in people if any(c.op == "D" and c.table == "person" for c in self._changes[person])}
        return [
            (person, change.record, change.batch)
            for person in sorted(found)
            for change in self._changes[person]
            if change.op == "D" and change.table == "person" and change.record != person
        ]

    def of(self, person: int, datum: Datum) -> Source | None:
        """Return where a value stands; None where the log tells nothing of it."""
        if datum.table in OF_NOBODY:
            person = NOBODY
        elif datum.table == "mentoring":
            person = self._logged_of(person, datum)
        changes = self._changes.get(person)
        if changes is None:
            self.load([person])
            changes = self._changes[person]
        if not changes:
            return None
        if datum.table in SPANS:
            own = _OWN_FIELD.get(datum.field, datum.field)
            spans = [change for change in changes if change.table == datum.table and change.key <= self.day]
            spans.sort(key=lambda c: (c.key, c.id), reverse=True)
            for _, written in groupby(spans, key=lambda c: c.key):
                if (source := self._written(list(written), own, datum.field)) is not None:
                    return source
            return self._first(changes, "person", person, datum.field)
        record = datum.record or person
        if datum.table == "assessment" and datum.field.startswith(LEVEL):
            return self._level(changes, record, datum.field)
        found = self._first(changes, datum.table, record, datum.field)
        if found is not None or datum.table == "person":
            return found
        whole = [c for c in changes if c.table == datum.table and c.record == record and c.op != "D"]
        return self._source(whole[0], datum.field) if whole else None

    def _logged_of(self, person: int, datum: Datum) -> int:
        """Return under whom a record of two people was logged: the mentor where a workbook, the mentee where a hand wrote it."""
        pair = self.db.one("SELECT mentor_id, mentee_id FROM mentoring WHERE id = ?", (datum.record,)) or ()
        self.load(pair)
        for one in pair:
            if any(c.table == datum.table and c.record == datum.record for c in self._changes[one]):
                return int(one)
        return person

    def of_span(self, person: int, table: str, field: str, since: str) -> Source | None:
        """Return where the span that begins on `since` was stated; None where the log tells nothing of it."""
        if person not in self._changes:
            self.load([person])
        own = _OWN_FIELD.get(field, field)
        written = [change for change in self._changes[person] if change.table == table and change.key == since]
        source = self._written(written, own, field)
        return source or self._first(self._changes[person], "person", person, field)

    def _written(self, changes: Sequence[_Change], own: str, field: str) -> Source | None:
        """Return where one span was stated, by its changes, the newest first; None where it was taken out again.

        What a movement of return brought back stands on the roster that had said it, if the movement has no cell for it.
        """
        if changes and changes[0].op == "D":
            return None
        for at, change in enumerate(changes):
            if not self._sets(change, own, field):
                continue
            source = self._source(change, field)
            if change.op == "I" and source.file is not None and source.cell is None:
                value = _value(self._read[change.id])
                for other in changes[at + 1 :]:
                    if other.op == "I" and self._sets(other, own, field) and _value(self._read[other.id]) == value:
                        earlier = self._source(other, field)
                        return earlier if earlier.cell is not None else source
            return source
        return None

    def _level(self, changes: Sequence[_Change], record: int, field: str) -> Source | None:
        """Return where a level stands: in the row of its own where the sheet has a row a competency, else in its column."""
        name = field[len(LEVEL) :]
        number = str(self._competency(name))
        for change in changes:
            if change.record != record or change.op == "D":
                continue
            if change.table == "assessment_level" and change.key == number:
                wide = change.sheet and field in self._sheet(change.sheet).columns
                return self._source(change, field if wide else "level")
            if change.table != "assessment":
                continue
            if self._sets(change, field, field):
                return self._source(change, field)
            if self._names(change, name):
                return self._source(change, "level")
        return None

    def _names(self, change: _Change, competency: str) -> bool:
        """Tell whether the row that made an assessment speaks of this competency."""
        values = self._read.get(change.id)
        if not isinstance(values, list):
            return False
        fields = self._sheet(change.sheet).fields
        if "competency" not in fields or "level" not in fields or values[fields.index("level")] is None:
            return False
        return folded(str(values[fields.index("competency")] or "")) == folded(competency)

    def _competency(self, name: str) -> int:
        if not self._competencies:
            self._competencies = {key: number for number, key in self.db.rows("SELECT id, name_key FROM competency")}
        return self._competencies.get(folded(name), 0)

    def _first(self, changes: Sequence[_Change], table: str, record: int, field: str) -> Source | None:
        for change in changes:
            if change.table == table and change.record == record and self._sets(change, field, field):
                if (
                    table == "person"
                    and field in SCHOOLING
                    and change.op == "U"
                    and self._sheet(change.sheet).day > self.day
                ):
                    continue  # what a roster of a later day changed held only from that day
                return self._source(change, field)
        return None

    def _sets(self, change: _Change, own: str, read: str) -> bool:
        if change.op == "D":
            return False
        values = self._read.get(change.id)
        if values is None:
            values = self._read[change.id] = json.loads(change.fields)
        if isinstance(values, list):
            fields = self._sheet(change.sheet).fields
            return read in fields and values[fields.index(read)] is not None
        return own in values or read in values or (change.op == "I" and change.table in SPANS)

    def _source(self, change: _Change, field: str) -> Source:
        by, at = self._batch(change.batch)
        if not change.sheet:
            return Source(None, None, None, None, change.batch, by, at)
        sheet = self._sheet(change.sheet)
        told = (field, *_OF_MOVEMENTS.get(field, ()))
        letter = next((sheet.columns[name] for name in told if sheet.columns.get(name)), None)
        cell = f"{letter}{change.row}" if letter and change.row else None
        return Source(sheet.file, sheet.sheet, change.row or None, cell, change.batch, by, at)

    def _sheet(self, number: int) -> _Sheet:
        if number not in self._sheets:
            row = self.db.one(
                "SELECT file, sheet, fields, columns, CASE WHEN kind = 'roster' THEN dated END FROM batch_sheet WHERE id = ?",
                (number,),
            )
            self._sheets[number] = (
                _Sheet(row[0], row[1], json.loads(row[2]), json.loads(row[3]), row[4] or "")
                if row
                else _Sheet("", "", (), {}, "")
            )
        return self._sheets[number]

    def _batch(self, number: int) -> tuple[str, str]:
        if number not in self._batches:
            row = self.db.one("SELECT entered_by, entered_at FROM batch WHERE id = ?", (number,))
            self._batches[number] = (row[0], row[1]) if row else ("", "")
        return self._batches[number]


def _value(fields: Any) -> Any:
    return {k: v for k, v in fields.items() if k not in ("until", "stated")} if isinstance(fields, dict) else fields


def _one_person(
    person: int, other: int, batch: int, own: Sequence[_Change], before: Sequence[_Change]
) -> list[_Change]:
    """Return the changes of two entries that a batch joined, as of one person, the newest first.

    What the batch itself wrote to move values over is no source where the entry's own changes tell where they came from.
    """
    theirs = [c._replace(record=person) if c.record == other and c.table in (*SPANS, "person") else c for c in before]
    known = {(change.table, change.key) for change in (*theirs, *own) if change.batch != batch and change.op != "D"}
    told = {change.table for change in theirs}
    kept = [
        change
        for change in own
        if change.batch != batch
        or not (
            (change.table in SPANS and (change.table, change.key) in known)
            or (change.table == "person" and change.op == "U" and "person" in told)
        )
    ]
    return sorted((*kept, *theirs), key=lambda change: change.id, reverse=True)
