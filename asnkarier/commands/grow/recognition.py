"""`recognition YEAR`: who earned recognition, by which rule, and what leaders have given so far."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Annotated

from asnkarier.commands.appraise.homes import Homes
from asnkarier.commands.grow.wanting import people_on_duty, wanting
from asnkarier.commands.in_force import lawbook
from asnkarier.commands.parameters import ALL, UNIT, argument
from asnkarier.core.appraisal.periods import ANNUAL
from asnkarier.core.appraisal.said import PredicateReader
from asnkarier.core.decide.reach import reaches
from asnkarier.core.errors import Usage
from asnkarier.core.growth.hours import hours_of, summed
from asnkarier.core.growth.recognition import Earned, closed, once, ranked, sustained
from asnkarier.core.person import Person
from asnkarier.core.rules.development import GrowthRule
from asnkarier.law.load import Lawbook
from asnkarier.store.database import Database
from asnkarier.store.queries import staff
from asnkarier.store.queries.appraisal.leaders import Leader, Leaders
from asnkarier.store.queries.file.registers import reach
from asnkarier.store.queries.growth import recognition, trainings
from asnkarier.store.queries.growth.mentoring import sanctioned
from asnkarier.store.queries.units import Units
from asnkarier.views.growth.recognition import Given, Line, Shown, data, flat, shapes, sheets
from asnkarier.views.language import N_
from asnkarier.views.result import Result


def run(
    db: Database,
    as_of: date,
    year: Annotated[int, argument(N_("YEAR"), help=N_("The year."))],
    unit: Annotated[str | None, UNIT] = None,
    everything: Annotated[bool, ALL] = False,
) -> Result:
    """List who earned it; each person once a rule."""
    units, law = Units(db), lawbook(db)
    people = {person.id: person for person in people_on_duty(db, as_of, units, unit)}
    if year > as_of.year:
        raise Usage("year_not_begun", {"year": str(year)})
    until = min(as_of, date(year, 12, 31))
    growth = law.growth.on(as_of)
    barred = sanctioned(db, law.discipline, as_of.isoformat())
    earned = once(_earned(db, law, growth.value, until, year, list(people.values()), barred))
    given: dict[int, list[recognition.Given]] = defaultdict(list)
    for award in recognition.awards(db, f"{year - 1}-01-01", until.isoformat()):
        given[award.person_id].append(award)
    lines = [
        Line(
            people[e.person_id].nip,
            people[e.person_id].name,
            people[e.person_id].full_name,
            units.name(people[e.person_id].unit_id),
            e.rule,
            e.value,
            e.what,
            [a.title for a in given[e.person_id] if a.awarded_on >= f"{year}-01-01"],
            [a.title for a in given[e.person_id] if a.awarded_on < f"{year}-01-01"],
        )
        for e in earned
        if e.person_id not in barred
    ]
    awarded = {number for number, awards in given.items() if any(a.awarded_on >= f"{year}-01-01" for a in awards)}
    shown = Shown(
        year,
        as_of,
        lines,
        _given(db, law, as_of, year, units, unit, awarded),
        {people[e.person_id].nip: barred[e.person_id] for e in earned if e.person_id in barred},
        growth.value,
        growth.citation.law,
        reaches(reach(db).get("awards", ()), f"{year}-01-01"),
    )
    return Result(
        lambda: data(shown),
        lambda: shapes(shown, everything=everything),
        sheets=lambda: sheets(shown),
        flat=lambda: flat(shown),
    )


def _earned(
    db: Database,
    law: Lawbook,
    growth: GrowthRule,
    until: date,
    year: int,
    people: Sequence[Person],
    barred: Collection[int],
) -> list[Earned]:
    """Return who earned it by each rule; nothing that happened after `until` counts."""
    rule, day = law.training.on(until).value, until.isoformat()
    here = {person.id for person in people}
    hours = {
        person: summed(hours_of(list(attended), rule, year)).jp
        for person, attended in groupby(trainings.of_year(db, year, day), key=lambda t: t.person_id)
    }

    def best(values: Mapping[int, int], name: str, at_least: int = 1) -> list[Earned]:
        mine = {person: value for person, value in values.items() if person in here}
        return ranked(mine, name, growth.most_recognised, at_least, barred)  # type: ignore[arg-type]  # one of RULES

    predicates = recognition.predicates(db, year, day, PredicateReader(law.predicate))
    return [
        *(e for e in sustained(predicates, year, growth.sustained_years) if e.person_id in here),
        *best(_closed(db, law, until, year), "gap_closed"),
        *best(recognition.sessions_held(db, year, day), "mentor", growth.mentor_sessions),
        *(Earned(p, "project_leader", 1, title) for p, title in recognition.projects_led(db, year, day) if p in here),
        *best(hours, "learner", rule.pns_at_least),
    ]


def _closed(db: Database, law: Lawbook, until: date, year: int) -> dict[int, int]:
    """Return person → levels of the gap closed in the year, against what the post held at its end asks: no later move changes it."""
    around = recognition.levels_around(db, year, until.isoformat())
    measured = [person for person in staff.everyone(db, until) if person.id in around]
    if not measured:
        return {}
    return {
        who.person.id: closed({want.competency: want.required for want in who.wants}, *around[who.person.id])
        for who in wanting(db, law, until, measured).people
    }


def _given(
    db: Database, law: Lawbook, as_of: date, year: int, units: Units, unit: str | None, awarded: Collection[int]
) -> list[Given]:
    """Count for each leader of the year the people led in it, and those of them who were given an award; most given first."""
    homes = Homes(db, units, year, ANNUAL, as_of)
    inside = homes.inside(unit)
    people = {p.id: p for p in homes.on_duty() if inside is None or p.unit_id in inside}
    leaders = Leaders(db, as_of, units, law.positions.on(as_of).value, homes.day, homes.first)
    led: dict[Leader | None, list[int]] = defaultdict(list)
    for person in people.values():
        leader = leaders.of(person.id, person.unit_id)
        led[leader and leader._replace(how="")].append(person.id)
    found = []
    for leader, theirs in led.items():
        number = leader.person_id if leader else None
        leads = None if number is None else people.get(number) or homes.placed([staff.one(db, number, homes.day)])[0]
        if leader and leader.unit_id is not None and leads:
            leads = leads._replace(unit_id=leader.unit_id)
        found.append(
            Given(
                leads.nip if leads else None,
                leads.name if leads else None,
                leads.full_name if leads else None,
                units.name(leads.unit_id) if leads else None,
                len(theirs),
                sum(number in awarded for number in theirs),
            )
        )
    return sorted(found, key=lambda g: (-g.awarded, -g.staff, g.name or ""))
