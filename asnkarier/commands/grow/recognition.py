"""`recognition YEAR`: who earned recognition, by which rule, and what leaders have given so far."""

from collections import Counter, defaultdict
from datetime import date
from itertools import groupby
from typing import Annotated

from asnkarier.commands.grow.wanting import people_on_duty
from asnkarier.commands.in_force import lawbook
from asnkarier.commands.parameters import ALL, UNIT, argument
from asnkarier.core.appraisal.said import PredicateReader
from asnkarier.core.growth.hours import hours_of, summed
from asnkarier.core.growth.recognition import MENTOR_SESSIONS, Earned, once, ranked, sustained
from asnkarier.store.database import Database
from asnkarier.store.queries.file.registers import reach
from asnkarier.store.queries.growth import recognition, trainings
from asnkarier.store.queries.growth.mentoring import sanctioned
from asnkarier.store.queries.units import Units
from asnkarier.views.growth.recognition import Given, Line, data, shapes, sheets
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
    units = Units(db)
    people = {person.id: person for person in people_on_duty(db, as_of, units, unit)}
    day = min(as_of, date(year, 12, 31))
    rule = lawbook(db).training.on(day)
    hours = {
        person: summed(hours_of(list(attended), rule.value, year)).jp
        for person, attended in groupby(trainings.of_year(db, year), key=lambda t: t.person_id)
    }

    def here(values: dict[int, int]) -> dict[int, int]:
        return {person: value for person, value in values.items() if person in people}

    earned = [
        *(
            e
            for e in sustained(recognition.predicates(db, year, PredicateReader(lawbook(db).predicate)), year)
            if e.person_id in people
        ),
        *ranked(here(recognition.levels_gained(db, year)), "gap_closed"),
        *ranked(here(recognition.sessions_held(db, year)), "mentor", MENTOR_SESSIONS),
        *(Earned(p, "project_leader", 1, title) for p, title in recognition.projects_led(db, year) if p in people),
        *ranked(here(hours), "learner", rule.value.pns_at_least),
    ]
    given: dict[int, list[str]] = defaultdict(list)
    for award in recognition.awards(db, year):
        given[award.person_id].append(award.title)
    lines = [
        Line(
            people[e.person_id].nip,
            people[e.person_id].full_name,
            units.name(people[e.person_id].unit_id),
            e.rule,
            e.value,
            e.what,
            given.get(e.person_id, []),
        )
        for e in once(earned, sanctioned(db, as_of.isoformat()))
    ]
    homes = units.homes(units.find(unit).id if unit is not None else None)
    staff = Counter(homes.get(person.unit_id, "") for person in people.values())
    awards = Counter(homes.get(people[p].unit_id, "") for p in given if p in people)
    givers = [Given(home, count, awards[home]) for home, count in sorted(staff.items())]
    covered = reach(db).get("awards")
    return Result(
        lambda: data(lines, givers, year),
        lambda: shapes(lines, givers, year, as_of, covered, everything=everything),
        sheets=lambda: sheets(lines, givers, year, as_of, covered),
    )
