"""Making the training plan's problem ready: who lacks what, what is on offer, who pays, what already ran."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from datetime import date
from itertools import groupby
from typing import NamedTuple

from asnkarier.commands.grow.purses import COMMON, purses_of
from asnkarier.commands.grow.usable import meant_for, unusable
from asnkarier.commands.grow.wanting import Wanting, Wantings
from asnkarier.core.errors import Usage
from asnkarier.core.growth.classes import places as places_of
from asnkarier.core.growth.hours import hours_of, summed
from asnkarier.core.growth.plan import Choice, Learner, Offer, Problem
from asnkarier.core.growth.wants import Want, raised
from asnkarier.core.names import folded
from asnkarier.core.numbers import SCALE
from asnkarier.core.rules.development import TrainingRule
from asnkarier.core.rules.positions import PositionRule
from asnkarier.store.database import Database
from asnkarier.store.queries import positions
from asnkarier.store.queries.growth import trainings
from asnkarier.store.queries.growth.trainings import Offered
from asnkarier.store.queries.units import Units

NO_COMPETENCY = 0
FILLERS = 30
"""With many people only so many trainings beyond the needed ones are considered for the hours: the cheapest an hour."""
MANY = 200_000
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
    """A problem with what its numbers stand for."""

    problem: Problem
    offered: list[Offered]
    people: list[Wanting]
    """One a learner, in the learners' order, with what already ran taken into account."""
    kept: list[tuple[int, int]]
    """Learner and offer of what already ran."""
    ran_in: list[int | None]
    """The month of each of these, where it is known."""
    kept_costs: list[int]
    """What each of these cost, with its share of the class."""
    competency_of: list[int]
    """Offer → competency, 0 for none of those known."""
    budgets: Mapping[str, int]
    """Purse → all of its money, that of what already ran too."""
    unusable: Mapping[int, str]
    """Offer → why it cannot be planned."""
    jp_unknown: Set[int]
    """Learners with a limit of JP who attended a training this year of which nobody knows the JP."""
    attended: Set[int]
    """Learners who lack what a training they took part in teaches: the assessment after it measured the gap still."""
    hours_unknown: int
    """How many people are short of hours and attended such a training."""


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
    if asked.year > asked.as_of.year + FAR:
        raise Usage("plan_year_far", {"year": str(asked.year), "as_of": asked.as_of, "years": FAR})
    first = asked.as_of.month + 1 if asked.year == asked.as_of.year else 1
    if asked.year < asked.as_of.year or first > 12:
        raise Usage("plan_year_over", {"year": str(asked.year), "as_of": asked.as_of})
    ids = {folded(c.name): c.id for c in found.competencies.values()}
    competency_of = [ids.get(folded(o.competency or ""), NO_COMPETENCY) for o in offered]
    span = tuple(range(first, 13))
    kept = _already(db, asked.year, offered, found.people) if asked.done else {}
    finished = _finished(db, asked, offered, found.people)
    heads = Counter(ran.offer for taken in kept.values() for ran in taken)
    budgets, purse_of = purses_of(asked.budget, units)
    purses = dict(budgets)
    offers = tuple(
        Offer(
            o.code,
            o.jp,
            o.cost or 0,
            0 if place in left_out else max(0, (o.seats or asked.seats or 0) - heads[place]),
            0,
            o.class_cost or 0,
            max(0, (o.seats_min or 0) - heads[place]),
            heads[place] > 0,
        )
        for place, o in enumerate(offered)
    )
    hours = _hours(db, rule, asked.year)
    kinds = kinds_of(offered)
    held = {
        post.id: positions.kind_of(post.position_kind, post.echelon, post.name, position_rule)
        for post in positions.every(db)
    }
    fillers = _fillers(offers, len(found.people)) if asked.hours_first else []
    learners: list[Learner] = []
    people = []
    away: Counter[tuple[int | None, int]] = Counter()
    jp_unknown: set[int] = set()
    attended: set[int] = set()
    hours_unknown = 0
    for who in found.people:
        taken = kept.get(who.person.id, [])
        been = [*taken, *finished.get(who.person.id, [])]
        who = who._replace(wants=tuple(raised(w, _levels(who, been, offered, competency_of)) for w in who.wants))
        taught = {(competency_of[ran.offer], offered[ran.offer].raises_to or 0) for ran in been}
        if any(w.missing and c == w.competency and level > (w.attained or 0) for w in who.wants for c, level in taught):
            attended.add(len(learners))
        agency = units.agency(who.person.unit_id)
        purse = purse_of.get(agency, COMMON)
        busy: frozenset[int] = frozenset()
        if asked.absences is not None:
            busy = frozenset(ran.month for ran in taken if ran.month)
            away.update((who.person.unit_id, month) for month in busy)
        kind = held.get(who.person.position_id) if who.person.position_id is not None else None
        done = {*(ran.offer for ran in been), *left_out}
        choices = _choices(who.wants, offered, competency_of, kinds, kind, done)
        credited, unknown = hours.get(who.person.id, (0, 0))
        missing = 0
        if asked.hours_first and who.person.employee_kind == "PNS":
            missing = max(0, rule.pns_at_least - credited)
        if missing:
            hours_unknown += unknown > 0
            mine = {c.offer for c in choices} | done
            choices += [
                Choice(place, competency_of[place], 0)
                for place in fillers
                if place not in mine and (not kinds[place] or kind in kinds[place])
            ]
        most = _jp_left(who.person.employee_kind, credited, rule, asked.max_jp)
        if unknown and most is not None:
            # What was attended may have used up all of it: nobody is sent past a limit on a guess.
            jp_unknown.add(len(learners))
            most = 0
        learners.append(
            Learner(
                who.person.id,
                who.person.unit_id,
                purse,
                most,
                missing,
                tuple(choices) if purse in purses else (),
                busy,
                len(set(span) - busy) if asked.absences is not None else None,
            )
        )
        people.append(who)
    places = {who.person.id: place for place, who in enumerate(people)}
    held_by = [(places[person], ran.offer) for person, taken in kept.items() for ran in taken]
    ran_in = [ran.month for taken in kept.values() for ran in taken]
    opened = tuple(offer._replace(held=False) for offer in offers)
    before = Problem(opened, tuple(learners), purses)
    kept_costs = places_of(before, held_by, purses)
    for (person, _), cost in zip(held_by, kept_costs, strict=True):
        if (purse := learners[person].purse) in purses:
            purses[purse] -= cost
    left = {purse: max(0, money) for purse, money in purses.items()}
    problem = Problem(offers, tuple(learners), left, asked.absences, dict(away), asked.hours_first, span)
    return Ready(
        problem,
        offered,
        people,
        held_by,
        ran_in,
        kept_costs,
        competency_of,
        budgets,
        left_out,
        jp_unknown,
        attended,
        hours_unknown,
    )


def _jp_left(employee_kind: str | None, credited: int, rule: TrainingRule, max_jp: int | None) -> int | None:
    limits: list[int] = []
    if (employee_kind or "").startswith("PPPK"):
        limits.append(rule.pppk_at_most)
    if max_jp is not None:
        limits.append(max_jp * SCALE)
    return max(0, min(limits) - credited) if limits else None


def kinds_of(offered: Sequence[Offered]) -> list[frozenset[str]]:
    """Return the kinds of position each training is meant for; empty for everyone."""
    return [meant_for(o.for_kinds) for o in offered]


def _choices(
    mine: Sequence[Want],
    offered: Sequence[Offered],
    competency_of: Sequence[int],
    kinds: Sequence[frozenset[str]],
    kind: str | None,
    taken: set[int],
) -> list[Choice]:
    lacking = {want.competency: want for want in mine if want.missing}
    choices = []
    for place, o in enumerate(offered):
        want = lacking.get(competency_of[place])
        if want is None or place in taken or (kinds[place] and kind not in kinds[place]):
            continue
        gain = want.gain(o.raises_to or 0)
        if gain:
            choices.append(Choice(place, want.competency, gain))
    return choices


def _fillers(offers: Sequence[Offer], people: int) -> list[int]:
    open_ = [place for place, offer in enumerate(offers) if offer.seats > 0]
    places = sorted(open_, key=lambda place: (offers[place].cost / offers[place].jp, place))
    return places if people * len(offers) <= MANY else places[:FILLERS]


def _hours(db: Database, rule: TrainingRule, year: int) -> dict[int, tuple[int, int]]:
    """Return the JP of each person in a year, and how many trainings there are whose JP nobody knows."""
    found = {}
    for person, attended in groupby(trainings.of_year(db, year), key=lambda t: t.person_id):
        hours = summed(hours_of(list(attended), rule, year))
        found[person] = hours.jp, hours.unknown
    return found


class Ran(NamedTuple):
    """A training of the catalogue that someone took part in already: when it ended, where that is known."""

    offer: int
    day: str | None

    @property
    def month(self) -> int | None:
        """Return the month in which it was held."""
        return int(self.day[5:7]) if self.day else None


def _levels(
    who: Wanting, taken: Sequence[Ran], offered: Sequence[Offered], competency_of: Sequence[int]
) -> dict[int, int]:
    """Return the levels that trainings raised someone to since the assessment; what ran before it, it has measured."""
    levels: dict[int, int] = {}
    for ran in taken:
        competency = competency_of[ran.offer]
        assessed_on = who.assessed(competency)
        if competency != NO_COMPETENCY and not (ran.day and assessed_on and ran.day <= assessed_on):
            levels[competency] = max(levels.get(competency, 0), offered[ran.offer].raises_to or 0)
    return levels


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
    """Return what of the catalogue each person has finished by the day asked about, this year and the year planned.

    Nobody is sent there again, and what it taught is learned.
    """
    day = asked.as_of.isoformat()
    result: dict[int, list[Ran]] = defaultdict(list)
    for year in sorted({asked.as_of.year, asked.year}):
        for person, ran in _already(db, year, offered, people).items():
            result[person] += [one for one in ran if (one.day or f"{year}-00-00") <= day]
    return result
