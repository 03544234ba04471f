"""Reading what people lack: everyone's gaps against the own post, each with its weight."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from asnkarier.commands.appraise.gap_people import Gaps
from asnkarier.core.gap import Competency
from asnkarier.core.growth.wants import Wanting, wants
from asnkarier.core.person import Named, Person
from asnkarier.core.rules.development import Importance
from asnkarier.law.load import Lawbook
from asnkarier.store.database import Database
from asnkarier.store.queries import competencies, staff
from asnkarier.store.queries.units import Units


class Wantings(NamedTuple):
    """Everyone asked about, and the competencies by id."""

    people: list[Wanting]
    competencies: dict[int, Competency]
    law: str
    weights: Mapping[Importance, int]


def people_on_duty(db: Database, as_of: date, units: Units, unit: str | None) -> list[Person]:
    """Return who is on duty, in a unit and those below it or everywhere."""
    people = staff.everyone(db, as_of, staff.ON_DUTY)
    if unit is None:
        return people
    inside = units.below(units.find(unit).id)
    return [person for person in people if person.unit_id in inside]


def wanting(db: Database, law: Lawbook, as_of: date, people: Sequence[Person]) -> Wantings:
    """Measure people against their own posts."""
    gaps = Gaps(db, law, as_of)
    importance, weights = competencies.importances(db, as_of.isoformat()), law.importance.on(as_of).value
    named = [Named(p.id, p.nip, p.name, p.position_id, p.unit_id) for p in people]
    only = people[0].id if len(people) == 1 else None
    days: dict[int, dict[int, str]] = {}
    for person_id, competency, day, _level, _id in competencies.others(db, gaps.nine, as_of.isoformat(), only):
        days.setdefault(person_id, {})[competency] = day
    found = [
        Wanting(
            person,
            tuple(wants(row.gap, gaps.nine, importance.get(person.position_id or 0, {}), weights)),
            row.gap.assessed_on,
            row.gap.expired,
            row.position,
            {
                **{c: level for c, level in zip(gaps.nine, row.gap.nine, strict=True) if level is not None},
                **row.gap.levels,
            },
            days.get(person.id, {}),
            gaps.oldest,
            row.gap.jpm is not None,
        )
        for person, row in zip(people, gaps.rows(named, only), strict=True)
    ]
    return Wantings(found, {c.id: c for c in gaps.competencies}, gaps.rule.citation.text, weights.weights)
