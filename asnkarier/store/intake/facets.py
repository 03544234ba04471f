"""The dated facets of a person as tables: which columns hold the value, and how steps of the timeline are written."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from asnkarier.core.timeline import Span, Step
from asnkarier.store.database import Database

from .log import ChangeLog


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
