"""The dated facets of a person as tables: which columns hold the value, how steps of the timeline are written, who said what."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.core.timeline import Span, Step, day_before
from asnkarier.store.database import Database
from asnkarier.store.queries.file.rosters import rosters_read
from asnkarier.store.records import ATTRIBUTES

from .log import ChangeLog
from .sheet import Sheet


class Facet(NamedTuple):
    """A table of spans: `value` are its columns beyond person, since, until and stated."""

    table: str
    value: tuple[str, ...]


POST = Facet("person_post", ("position_id",))
DUTY = Facet("person_duty", ("acting", "duty", "position_id"))
UNIT = Facet("person_unit", ("unit_id",))
GOLONGAN = Facet("person_golongan", ("golongan",))
STATUS = Facet("person_status", ("status", "assumed"))
KIND = Facet("person_kind", ("employee_kind", "contract_ends_on"))
FACETS = (POST, DUTY, UNIT, GOLONGAN, STATUS, KIND)
FIELDS = {
    POST: "position",
    DUTY: "position",
    UNIT: "unit",
    GOLONGAN: "golongan",
    STATUS: "status",
    KIND: "employee_kind",
}
"""The field of the roster whose cell states the facet."""
_NEVER_BLANK = ("name", "position", "unit", "employee_kind", "status")
_SINCE = {POST: "position_since", GOLONGAN: "golongan_since"}
_SINCE_KIND = {"PNS": "pns_since", "CPNS": "appointed_on"}
_NAMED = {POST: "SELECT name FROM position WHERE id = ?", UNIT: "SELECT name FROM unit WHERE id = ?"}


PERSON_SQL = f"INSERT INTO person (id, {', '.join(ATTRIBUTES)}) VALUES ({','.join('?' * (1 + len(ATTRIBUTES)))})"
_SPAN = " LEFT JOIN {0} {1} ON {1}.person_id = t.id AND {1}.since <= ? AND {1}.until >= ?"
ON_THE_DAY = (
    f"SELECT t.id, {', '.join('t.' + a for a in ATTRIBUTES)}, po.position_id, po.since, po.stated, un.unit_id,"
    " go.golongan, go.since, go.stated, st.status, ki.employee_kind, ki.since, ki.stated, ki.contract_ends_on, du.acting, du.duty, st.assumed"
    " FROM picked JOIN person t ON t.id = picked.id"
    + _SPAN.format("person_post", "po")
    + _SPAN.format("person_unit", "un")
    + _SPAN.format("person_golongan", "go")
    + _SPAN.format("person_status", "st")
    + _SPAN.format("person_kind", "ki")
    + _SPAN.format("person_duty", "du")
)
"""People in `picked`, each with what held on one day."""


def insert_sql(facet: Facet) -> str:
    """Return the INSERT of a span: person, since, until, stated, then the value's columns."""
    marks = ",".join("?" * (4 + len(facet.value)))
    return f"INSERT INTO {facet.table} (person_id, since, until, stated, {', '.join(facet.value)}) VALUES ({marks})"


def read_picked(db: Database, facet: Facet) -> dict[int, list[Span]]:
    """Return the spans of the people in `picked`, by person, in order."""
    columns = ", ".join(f"t.{c}" for c in facet.value)
    result: dict[int, list[Span]] = {}
    for person, since, until, stated, *value in db.each(
        f"SELECT t.person_id, t.since, t.until, t.stated, {columns} FROM {facet.table} t"
        " JOIN picked ON picked.id = t.person_id ORDER BY t.person_id, t.since"
    ):
        result.setdefault(person, []).append(Span(since, until, stated, tuple(value)))
    return result


def read_one(db: Database, facet: Facet, person: int) -> list[Span]:
    """Return the spans of one person, in order."""
    columns = ", ".join(facet.value)
    return [
        Span(since, until, stated, tuple(value))
        for since, until, stated, *value in db.rows(
            f"SELECT since, until, stated, {columns} FROM {facet.table} WHERE person_id = ? ORDER BY since", (person,)
        )
    ]


def apply(db: Database, log: ChangeLog, facet: Facet, person: int, steps: Sequence[Step], *, row: int = 0) -> None:
    """Write the steps and log each record."""
    for step in steps:
        after = dict(zip(facet.value, step.after.value, strict=True))
        if step.before is None:
            db.execute(
                insert_sql(facet), (person, step.after.since, step.after.until, step.after.stated, *step.after.value)
            )
            fields = {"until": step.after.until, "stated": step.after.stated, **after}
            log.inserted(facet.table, person, fields, key=step.after.since, person=person, row=row)
            continue
        old: dict[str, Any] = {
            "since": step.before.since,
            "until": step.before.until,
            "stated": step.before.stated,
            **dict(zip(facet.value, step.before.value, strict=True)),
        }
        new: dict[str, Any] = {
            "since": step.after.since,
            "until": step.after.until,
            "stated": step.after.stated,
            **after,
        }
        changes = {name: (old[name], new[name]) for name in new if old[name] != new[name]}
        if not changes:
            continue
        sets = ", ".join(f"{name} = ?" for name in changes)
        db.execute(
            f"UPDATE {facet.table} SET {sets} WHERE person_id = ? AND since = ?",
            (*(pair[1] for pair in changes.values()), person, step.before.since),
        )
        log.updated(facet.table, person, changes, key=step.after.since, person=person, row=row)


def end(db: Database, log: ChangeLog, facet: Facet, person: int, span: Span, day: str, *, row: int = 0) -> None:
    """End a span the day before `day`; one that begins no earlier has never been, and is taken out."""
    if span.since < day:
        apply(db, log, facet, person, [Step(span, span._replace(until=day_before(day)))], row=row)
        return
    db.execute(f"DELETE FROM {facet.table} WHERE person_id = ? AND since = ?", (person, span.since))
    ends = {"person_id": person, "since": span.since, "until": span.until, "stated": span.stated}
    fields = ends | dict(zip(facet.value, span.value, strict=True))
    log.deleted(facet.table, person, fields, key=span.since, person=person, row=row)


def become(
    db: Database,
    log: ChangeLog,
    facet: Facet,
    person: int,
    have: Sequence[Span],
    spans: Sequence[Span],
    *,
    row: int = 0,
) -> None:
    """Let `spans` take the place of those known, with a record of each that differs."""
    begins = {span.since for span in spans}
    known = {span.since: span for span in have}
    fresh = {(s.until, s.value): s.since for s in spans if s.since not in known}
    for span in have:
        if span.since in begins:
            continue
        if (since := fresh.pop((span.until, span.value), None)) is not None:
            known[since] = span  # the same one, beginning on another day
        else:
            end(db, log, facet, person, span, span.since, row=row)
    apply(db, log, facet, person, [Step(known.get(s.since), s) for s in spans if s not in have], row=row)


class Said(NamedTuple):
    """What a later roster says of somebody: the value in words, since when, and its cell."""

    known: str
    since: str
    cell: str
    later: str


def spoken_of(db: Database, day: str) -> frozenset[int]:
    """Return the people whom rosters of later days name."""
    return frozenset[int]().union(*(one.people for one in rosters_read(db, after=day)))


def words_of(db: Database, facet: Facet, span: Span) -> str:
    """Return the value of a span as people read it."""
    sql = _NAMED.get(facet)
    found = db.one(sql, (span.value[0],)) if sql else None
    if facet is DUTY:
        return str(span.value[1])
    return str(found[0] if found else span.value[0])


def said_of(db: Database, facet: Facet, person: int, span: Span, field: str) -> Said:
    """Return what a roster says of a span: the newest row that wrote more of it than its end, else the row that made the person."""
    known = words_of(db, facet, span)
    rows = db.rows(
        "SELECT s.file, s.sheet, s.columns, s.dated, c.sheet_row, c.op, c.fields FROM change c"
        " JOIN batch_sheet s ON s.id = c.sheet_id JOIN batch b ON b.id = s.batch_id"
        " WHERE c.person_id = ? AND s.kind = 'roster' AND b.undone_by IS NULL"
        " AND (c.tbl = ? AND c.record_key = ? OR c.tbl = 'person' AND c.op = 'I')"
        " ORDER BY CASE WHEN c.tbl = 'person' THEN 1 ELSE 0 END, c.id DESC",
        (person, facet.table, span.since),
    )
    for file, sheet, columns, dated, row, op, fields in rows:
        if op == "U" and not set(json.loads(fields)) - {"until"}:
            continue
        letters = json.loads(columns)
        letter = letters.get(field) or letters.get(FIELDS[facet], "")
        return Said(known, span.since, f"{file} · {sheet}!{letter}{row}", str(dated or ""))
    return Said(known, span.since, "–", "")


def cell_of(db: Database, facet: Facet, person: int, span: Span) -> str:
    """Return the cell of any list that wrote a span last, such as that of a movement's day."""
    found = db.one(
        "SELECT s.file, s.sheet, s.columns, c.sheet_row FROM change c JOIN batch_sheet s ON s.id = c.sheet_id"
        " JOIN batch b ON b.id = s.batch_id WHERE c.person_id = ? AND c.tbl = ? AND c.record_key = ?"
        " AND c.sheet_row > 0 AND b.undone_by IS NULL ORDER BY c.id DESC",
        (person, facet.table, span.since),
    )
    if found is None:
        return "–"
    file, sheet, columns, row = found
    letters = json.loads(columns)
    letter = (
        letters.get("effective_on") or letters.get(since_field(facet, span.value)) or letters.get(FIELDS[facet], "A")
    )
    return f"{file} · {sheet}!{letter}{row}"


def tell_kept(sheet: Sheet, rows: Sequence[int], chunk: Mapping[str, Sequence[Any]]) -> None:
    """Say once a column that its blank cells clear nothing, where everybody has a value of the field."""
    for name in _NEVER_BLANK:
        values = chunk.get(name)
        if values is None or None not in values:
            continue
        label = KINDS["roster"].field(name).label
        if not any(f.code == "blank_kept" and f.values.get("field") == label for f in sheet.findings):
            sheet.find("blank_kept", "warning", row=rows[list(values).index(None)], field=name, values={"field": label})


def since_field(facet: Facet, value: Sequence[Any] = ()) -> str:
    """Return the field of the roster that says since when such a value holds; '' where there is none."""
    if facet is KIND and value:
        return _SINCE_KIND.get(value[0], "")
    return _SINCE.get(facet, "")
