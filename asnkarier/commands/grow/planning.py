"""Reading what the problem of a training plan is made of: who lacks what, what is on offer, who pays, what already ran."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from asnkarier.commands.grow.purses import purses_of
from asnkarier.commands.grow.wanting import Wantings
from asnkarier.core.errors import Usage
from asnkarier.core.growth.hours import hours_of, summed
from asnkarier.core.growth.plan.catalogue import Offered, unusable
from asnkarier.core.growth.plan.posed import Known, Limits, Posed, Ran, posed
from asnkarier.core.growth.wants import Wanting
from asnkarier.core.names import folded
from asnkarier.core.rules.development import TrainingRule
from asnkarier.core.rules.positions import PositionRule
from asnkarier.store.database import Database
from asnkarier.store.queries import positions
from asnkarier.store.queries.growth import trainings
from asnkarier.store.queries.units import Units

FAR = 10
"""A year further ahead than this is a slip of the pen."""


class Asked(NamedTuple):
    """What the officer asked for."""

    year: int
    as_of: date
    budget: str
    seats: int | None
    absences: int | None
    max_jp: int | None
    hours_first: bool
    done: bool


class Ready(NamedTuple):
    """The problem, and what of the file it was put together from."""

    posed: Posed
    offered: Sequence[Offered]
    budgets: Mapping[str, int]
    """Purse → all of its money, that of what already ran too."""
    unusable: Mapping[int, str]
    """Offer → why it cannot be planned."""


def ready(
    db: Database,
    asked: Asked,
    found: Wantings,
    units: Units,
    rule: TrainingRule,
    position_rule: PositionRule,
) -> Ready:
    """Read catalogue, hours and purses and put the problem together."""
    offered = trainings.catalogue(db)
    left_out = unusable(offered, asked.seats)
    months = _months(asked)
    kept = _already(db, asked.year, offered, found.people) if asked.done else {}
    finished = _finished(db, asked, offered, found.people)
    budgets, purse_of = purses_of(asked.budget, units)
    agencies = {who.person.id: units.agency(who.person.unit_id) for who in found.people}
    known = Known(
        offered,
        left_out,
        found.people,
        {folded(c.name): c.id for c in found.competencies.values()},
        {
            post.id: positions.kind_of(post.position_kind, post.echelon, post.name, position_rule)
            for post in positions.every(db)
        },
        kept,
        finished,
        _hours(db, rule, asked.year),
        budgets,
        {person: purse_of[agency] for person, agency in agencies.items() if agency in purse_of},
    )
    limits = Limits(months, asked.seats, asked.absences, asked.max_jp, asked.hours_first)
    return Ready(posed(known, limits, rule), offered, budgets, left_out)


def _months(asked: Asked) -> tuple[int, ...]:
    """Return the months in which trainings can be held still; a year that is over or far ahead is refused."""
    if asked.year > asked.as_of.year + FAR:
        raise Usage("plan_year_far", {"year": str(asked.year), "as_of": asked.as_of, "years": FAR})
    first = asked.as_of.month + 1 if asked.year == asked.as_of.year else 1
    if asked.year < asked.as_of.year or first > 12:
        raise Usage("plan_year_over", {"year": str(asked.year), "as_of": asked.as_of})
    return tuple(range(first, 13))


def _hours(db: Database, rule: TrainingRule, year: int) -> dict[int, tuple[int, int]]:
    """Return the JP of each person in a year, and how many trainings there are whose JP nobody knows."""
    found = {}
    for person, attended in groupby(trainings.of_year(db, year), key=lambda t: t.person_id):
        hours = summed(hours_of(list(attended), rule, year))
        found[person] = hours.jp, hours.unknown
    return found


def _already(db: Database, year: int, offered: Sequence[Offered], people: Sequence[Wanting]) -> dict[int, list[Ran]]:
    """Return what of the catalogue each person took part in already this year: each training once."""
    titles = {folded(o.title): place for place, o in reversed(list(enumerate(offered)))}
    on_duty = {who.person.id for who in people}
    result: dict[int, dict[int, Ran]] = defaultdict(dict)
    for taken in trainings.taken_in(db, year):
        offer = titles.get(taken.title_key)
        if offer is not None and taken.person_id in on_duty:
            result[taken.person_id][offer] = Ran(offer, taken.day)
    return {person: list(ran.values()) for person, ran in result.items()}


def _finished(
    db: Database, asked: Asked, offered: Sequence[Offered], people: Sequence[Wanting]
) -> dict[int, list[Ran]]:
    """Return what of the catalogue each person has finished by the day asked about, this year and the year planned."""
    day = asked.as_of.isoformat()
    result: dict[int, list[Ran]] = defaultdict(list)
    for year in sorted({asked.as_of.year, asked.year}):
        for person, ran in _already(db, year, offered, people).items():
            result[person] += [one for one in ran if (one.day or f"{year}-00-00") <= day]
    return result
