"""Corrections by hand of what a roster says of one person: attributes, dated spans, the NIP."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from asnkarier.core.errors import Usage
from asnkarier.core.spans import OPEN
from asnkarier.core.timeline import Span, Step, day_before, on, seen
from asnkarier.store import records
from asnkarier.store.database import Database
from asnkarier.store.hand import manual
from asnkarier.store.intake import facets
from asnkarier.store.intake.facets import Facet
from asnkarier.store.intake.log import ChangeLog

if TYPE_CHECKING:
    from sqlmodel import SQLModel


def attributes(db: Database, log: ChangeLog, person: int, values: Mapping[str, Any]) -> None:
    """Change attributes of a person."""
    from asnkarier.store.tables.people import Person

    old = manual.rows(db, "person", id=person)[0]
    manual.update(db, log, Person, old, values, person=person)


def span(
    db: Database, log: ChangeLog, facet: Facet, person: int, day: str, value: tuple[Any, ...], since: str | None
) -> None:
    """Say what held on `day`: with its TMT it closes and opens spans, without one it corrects the span of that day."""
    have = facets.read_one(db, facet, person)
    present = on(have, day)
    if since is not None and present is not None:
        have = _without_between(db, log, facet, person, have, present, value, since)
    _write(db, log, facet, person, _steps(have, day, value, since))


def end_duty(db: Database, log: ChangeLog, person: int, day: str, until: str) -> None:
    """End the acting post or additional duty of `day`; Usage where there is none, or it began later."""
    present = on(facets.read_one(db, facets.DUTY, person), day)
    if present is None or until < present.since:
        raise Usage("duty_unknown", {"day": date.fromisoformat(day)})
    if present.until != until:
        _write(db, log, facets.DUTY, person, [Step(present, present._replace(until=until))])


def _write(db: Database, log: ChangeLog, facet: Facet, person: int, steps: list[Step]) -> None:
    """Write steps once the table's model takes each of them."""
    from asnkarier.store.tables import people

    models: dict[str, type[SQLModel]] = {
        str(model.__tablename__): model
        for model in (
            people.PersonPost,
            people.PersonDuty,
            people.PersonUnit,
            people.PersonGolongan,
            people.PersonStatus,
            people.PersonKind,
        )
    }
    for step in steps:
        value = dict(zip(facet.value, step.after.value, strict=True))
        row = {"person_id": person, "since": step.after.since, "until": step.after.until, "stated": step.after.stated}
        manual.validated(models[facet.table], {**row, **value})
    facets.apply(db, log, facet, person, steps)


def _without_between(
    db: Database,
    log: ChangeLog,
    facet: Facet,
    person: int,
    have: list[Span],
    present: Span,
    value: tuple[Any, ...],
    since: str,
) -> list[Span]:
    """Take out spans of the very value that the corrected span reaches over; refuse to swallow any other."""
    between = [s for s in have if since <= s.since < present.since]
    for other in between:
        if other.value != value:
            raise Usage("span_between", {"table": facet.table, "since": other.since, "until": other.until})
        where, parameters = records.place(facet.table, person, other.since)
        row = records.read(db, facet.table, where, parameters)[0]
        records.delete(db, facet.table, where, parameters)
        log.deleted(facet.table, person, row, key=other.since, person=person)
    return [s for s in have if s not in between]


def _steps(have: list[Span], day: str, value: tuple[Any, ...], since: str | None) -> list[Step]:
    present = on(have, day)
    if since is None:
        if present is None:
            return seen(have, day, value, None)
        return [] if present.value == value else [Step(present, present._replace(value=value))]
    if present is not None and present.value == value and since > present.since and since <= day:
        # The span began later than was known: what stood before it goes on until then.
        before = [s for s in have if s.until == day_before(present.since)]
        moved = Step(present, present._replace(since=since, stated=1))
        return [moved, *(Step(s, s._replace(until=day_before(since))) for s in before)]
    return seen(have, day, value, since)


def renew_nip(db: Database, log: ChangeLog, person: int, nip: str, day: str) -> None:
    """Give the person a NIP from `day` on; the one before it is kept in the history, and finds the person still."""
    before = day_before(day)
    for old, until in db.rows(
        "SELECT nip, until FROM person_nip WHERE person_id = ? AND until = ? AND nip <> ?", (person, OPEN, nip)
    ):
        db.execute("UPDATE person_nip SET until = ? WHERE nip = ?", (before, old))
        log.updated("person_nip", person, {"until": (until, before)}, key=old, person=person)
    known = db.one("SELECT until FROM person_nip WHERE nip = ? AND person_id = ?", (nip, person))
    if known is None:
        db.execute(
            "INSERT INTO person_nip (nip, person_id, since, until) VALUES (?, ?, ?, ?)", (nip, person, day, OPEN)
        )
        log.inserted("person_nip", person, {"nip": nip, "since": day, "until": OPEN}, key=nip, person=person)
    elif known[0] != OPEN:
        db.execute("UPDATE person_nip SET until = ? WHERE nip = ?", (OPEN, nip))
        log.updated("person_nip", person, {"until": (known[0], OPEN)}, key=nip, person=person)
