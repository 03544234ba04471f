"""Everything the file knows about one person: spans, facts, and which of their numbers are kept as integers of 1/10 000."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from asnkarier.core.numbers import unscaled
from asnkarier.store.database import Database
from asnkarier.store.queries.file.formerly import SCHOOLING, before, pay_steps
from asnkarier.store.records import ATTRIBUTES


class Facts(NamedTuple):
    """One list of records: its table, its columns, what orders it, and which columns are decimal numbers."""

    table: str
    columns: tuple[str, ...]
    order: str
    decimals: frozenset[str] = frozenset()


def _facts(table: str, columns: str, order: str, decimals: str = "") -> Facts:
    return Facts(table, tuple(columns.split()), order, frozenset(decimals.split()))


LISTS: Mapping[str, Facts] = {
    "evaluations": _facts(
        "evaluation",
        "year period started_on ended_on unit work_result behaviour predicate score new_idea feedback recommendation"
        " evaluator_nip",
        "year, period, started_on",
        "score",
    ),
    "assessments": _facts(
        "assessment", "assessed_on purpose provider potential jpm suggestion", "assessed_on, purpose", "potential jpm"
    ),
    "history": _facts(
        "history", "position position_kind echelon job_family unit agency since until acting", "since, id"
    ),
    "educations": _facts("education", "education field_of_study institution graduated mark", "id"),
    "trainings": _facts(
        "training",
        "title form training_kind level started_on ended_on year jp abroad organiser certificate competency valid_until",
        "dated, id",
        "jp",
    ),
    "exams": _facts("exam", "exam target taken_on result score valid_until certificate", "taken_on, id", "score"),
    "credits": _facts(
        "credit",
        "decided_on kind amount cumulative period_from period_to level decree",
        "decided_on, id",
        "amount cumulative",
    ),
    "discipline": _facts(
        "discipline", "level sanction decided_on effective_on ends_on annulled_on decree note", "decided_on, id"
    ),
    "awards": _facts("award", "title scope awarded_on", "awarded_on, id"),
    "assignments": _facts("assignment", "title role scope started_on ended_on outcome", "started_on, id"),
    "feedback": _facts("feedback", "year giver score text", "year, id", "score"),
    "indicators": _facts(
        "indicator", "year indicator measure target realised direction", "year, id", "target realised"
    ),
    "movements": _facts("movement", "event effective_on decree destination", "effective_on, id"),
    "idp": _facts("idp", "goal horizon step due done_on evidence owner linked", "id"),
}
"""Name of the list → where it stands."""

SPANS: Mapping[str, tuple[str, str]] = {
    "posts": (
        "person_post",
        "SELECT s.since, s.until, s.stated, p.name AS position, p.position_kind, p.echelon, s.position_id FROM person_post s"
        " JOIN position p ON p.id = s.position_id WHERE s.person_id = ? ORDER BY s.since",
    ),
    "duties": (
        "person_duty",
        "SELECT since, until, stated, acting, duty FROM person_duty WHERE person_id = ? ORDER BY since",
    ),
    "units": (
        "person_unit",
        "SELECT s.since, s.until, s.stated, u.name AS unit, s.unit_id FROM person_unit s JOIN unit u ON u.id = s.unit_id"
        " WHERE s.person_id = ? ORDER BY s.since",
    ),
    "ranks": (
        "person_golongan",
        "SELECT since, until, stated, golongan FROM person_golongan WHERE person_id = ? ORDER BY since",
    ),
    "statuses": (
        "person_status",
        "SELECT since, until, stated, status, assumed FROM person_status WHERE person_id = ? ORDER BY since",
    ),
    "kinds": (
        "person_kind",
        "SELECT since, until, stated, employee_kind, contract_ends_on FROM person_kind WHERE person_id = ? ORDER BY since",
    ),
}
SPAN_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "posts": ("since", "until", "stated", "position", "position_kind", "echelon"),
    "duties": ("since", "until", "stated", "acting", "position"),
    "units": ("since", "until", "stated", "unit"),
    "ranks": ("since", "until", "stated", "golongan"),
    "statuses": ("since", "until", "stated", "status", "assumed"),
    "kinds": ("since", "until", "stated", "employee_kind", "contract_ends_on"),
}


SHARED: Mapping[str, tuple[str, str, tuple[str, ...], frozenset[str]]] = {
    "selections": (
        "selection",
        "SELECT s.id, p.name, s.stage, s.score, s.taken_on, s.note FROM selection s"
        " JOIN position p ON p.id = s.position_id WHERE s.person_id = ? ORDER BY p.name, s.taken_on, s.id",
        ("position", "stage", "score", "taken_on", "note"),
        frozenset({"score"}),
    ),
    "mentoring": (
        "mentoring",
        "SELECT m.id, CASE WHEN m.mentor_id = p.id THEN 'mentor' ELSE 'mentee' END, n.nip, o.name,"
        " m.started_on, m.session_on, m.minutes, m.topic, m.ended_on FROM person p"
        " JOIN mentoring m ON p.id IN (m.mentor_id, m.mentee_id)"
        " JOIN person o ON o.id = CASE WHEN m.mentor_id = p.id THEN m.mentee_id ELSE m.mentor_id END"
        " JOIN person_nip n ON n.person_id = o.id AND n.until = '9999-12-31'"
        " WHERE p.id = ? ORDER BY m.started_on, m.mentor_id, m.mentee_id, m.session_on",
        ("role", "partner_nip", "partner", "started_on", "session_on", "minutes", "topic", "ended_on"),
        frozenset(),
    ),
}
"""List whose records speak of more than the person → its table, its query, its columns, which of them are decimal numbers."""


class Entry(NamedTuple):
    """One record of a list: its id and its values as people know them."""

    record: int
    values: dict[str, Any]


def attributes(db: Database, person_id: int, as_of: date) -> dict[str, Any]:
    """Return what has no history of its own; what decides something as it was on the day, as far as rosters told of it."""
    row = db.one(f"SELECT {', '.join(ATTRIBUTES)} FROM person WHERE id = ?", (person_id,))
    found = dict(zip(ATTRIBUTES, row or (), strict=True))
    found |= before(db, as_of, SCHOOLING, person_id).get(person_id, {})
    if (step := found.get("last_pay_step") or "") > as_of.isoformat():
        found["last_pay_step"] = pay_steps(db, as_of, {person_id: step}).get(person_id)
    return found


def nips(db: Database, person_id: int) -> list[dict[str, Any]]:
    """Return every NIP the person ever had."""
    rows = db.rows("SELECT nip, since, until FROM person_nip WHERE person_id = ? ORDER BY until, since", (person_id,))
    return [{"nip": nip, "since": since or None, "until": _open(until)} for nip, since, until in rows]


def spans(db: Database, person_id: int, name: str) -> list[dict[str, Any]]:
    """Return the dated spans of one facet."""
    _table, sql = SPANS[name]
    result = []
    for row in db.rows(sql, (person_id,)):
        values = dict(zip(SPAN_COLUMNS[name], row, strict=False))
        values["until"] = _open(values["until"])
        for flag in ("stated", "assumed"):
            if flag in values:
                values[flag] = bool(values[flag])
        result.append(values)
    return result


def entries(db: Database, person_id: int, name: str) -> list[Entry]:
    """Return the records of one list."""
    facts = LISTS[name]
    rows = db.rows(
        f"SELECT id, {', '.join(facts.columns)} FROM {facts.table} WHERE person_id = ? ORDER BY {facts.order}",
        (person_id,),
    )
    return _entries(rows, facts.columns, facts.decimals)


def shared(db: Database, person_id: int, name: str) -> list[Entry]:
    """Return the records of one list that name the person beside a post or another person."""
    _table, sql, columns, decimals = SHARED[name]
    return _entries(db.rows(sql, (person_id,)), columns, decimals)


def _entries(rows: Iterable[Sequence[Any]], columns: Sequence[str], decimals: Iterable[str]) -> list[Entry]:
    result = []
    for record, *values in rows:
        read = dict(zip(columns, values, strict=True))
        for key in decimals:
            if read[key] is not None:
                read[key] = unscaled(read[key])
        result.append(Entry(record, {key: None if value == "" else value for key, value in read.items()}))
    return result


def levels(db: Database, person_id: int) -> dict[int, list[dict[str, Any]]]:
    """Return assessment → competencies with their levels."""
    result: dict[int, list[dict[str, Any]]] = {}
    for record, competency, group, level in db.rows(
        "SELECT a.id, c.name, c.grp, l.level FROM assessment a JOIN assessment_level l ON l.assessment_id = a.id"
        " JOIN competency c ON c.id = l.competency_id WHERE a.person_id = ?"
        " ORDER BY a.id, CASE WHEN c.rank > 0 THEN 0 ELSE 1 END, c.rank, c.name",
        (person_id,),
    ):
        entry = {"competency": competency, "group": group, "level": unscaled(level)}
        result.setdefault(record, []).append(entry)
    return result


def _open(until: str) -> str | None:
    return None if until == "9999-12-31" else until
