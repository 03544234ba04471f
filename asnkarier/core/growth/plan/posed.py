"""The problem of a training plan, put together from what people lack, what is on offer, who pays and what already ran."""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

from asnkarier.core.growth.wants import Want, Wanting, raised
from asnkarier.core.names import folded
from asnkarier.core.numbers import SCALE
from asnkarier.core.rules.development import TrainingRule

from .catalogue import Offered, meant_for
from .classes import places as places_of
from .problem import Choice, Learner, Offer, Pair, Problem

NO_COMPETENCY = 0
COMMON = ""
"""The name of the one purse of everyone."""
FILLERS = 30
"""With many people only so many trainings beyond the needed ones are considered for the hours: the cheapest an hour."""
MANY = 200_000


class Limits(NamedTuple):
    """What the officer asked for: months that are open, seats of who does not say them, absences a unit and month, JP a person."""

    months: tuple[int, ...]
    seats: int | None
    absences: int | None
    max_jp: int | None
    hours_first: bool


class Ran(NamedTuple):
    """A training of the catalogue that someone took part in already: when it ended, where that is known."""

    offer: int
    day: str | None

    @property
    def month(self) -> int | None:
        """Return the month in which it was held."""
        return int(self.day[5:7]) if self.day else None


class Known(NamedTuple):
    """What the file says. People are named by their ids; JP in 1/10 000, money in rupiah."""

    offered: Sequence[Offered]
    unusable: Mapping[int, str]
    """Offer → why it cannot be planned."""
    people: Sequence[Wanting]
    competencies: Mapping[str, int]
    """Folded name → id."""
    kinds: Mapping[int, str | None]
    """Post → its kind."""
    kept: Mapping[int, Sequence[Ran]]
    """Person → what already ran this year and stays in the plan."""
    finished: Mapping[int, Sequence[Ran]]
    """Person → what was finished by the day asked about: nobody is sent there again, and what it taught is learned."""
    hours: Mapping[int, tuple[int, int]]
    """Person → JP of the year, and how many trainings there are whose JP nobody knows."""
    budgets: Mapping[str, int]
    """Purse → all of its money, that of what already ran too."""
    purse_of: Mapping[int, str]
    """Person → purse; of who stands in none of them, the common one."""


class Posed(NamedTuple):
    """A problem with what its numbers stand for."""

    problem: Problem
    people: list[Wanting]
    """One a learner, in the learners' order, with what already ran taken into account."""
    kept: list[Pair]
    """Learner and offer of what already ran."""
    ran_in: list[int | None]
    """The month of each of these, where it is known."""
    kept_costs: list[int]
    """What each of these cost, with its share of the class."""
    competency_of: list[int]
    """Offer → competency, 0 for none of those known."""
    jp_unknown: Set[int]
    """Learners with a limit of JP who attended a training this year of which nobody knows the JP."""
    attended: Set[int]
    """Learners who lack what a training they took part in teaches: the assessment after it measured the gap still."""
    hours_unknown: int
    """How many people are short of hours and attended such a training."""


def posed(known: Known, limits: Limits, rule: TrainingRule) -> Posed:
    """Put the problem together; what already ran has taken its seats and its money."""
    pose = _Pose(known, limits, rule)
    learners: list[Learner] = []
    people: list[Wanting] = []
    for who in known.people:
        learner, now = pose.learner(who, len(learners))
        learners.append(learner)
        people.append(now)
    places = {who.person.id: place for place, who in enumerate(people)}
    kept = [(places[person], ran.offer) for person, taken in known.kept.items() for ran in taken]
    purses = dict(known.budgets)
    opened = tuple(offer._replace(held=False) for offer in pose.offers)
    kept_costs = places_of(Problem(opened, tuple(learners), purses), kept, purses)
    for (place, _), cost in zip(kept, kept_costs, strict=True):
        if (purse := learners[place].purse) in purses:
            purses[purse] -= cost
    left = {purse: max(0, money) for purse, money in purses.items()}
    return Posed(
        Problem(
            pose.offers, tuple(learners), left, limits.absences, dict(pose.away), limits.hours_first, limits.months
        ),
        people,
        kept,
        [ran.month for taken in known.kept.values() for ran in taken],
        kept_costs,
        pose.competency_of,
        pose.jp_unknown,
        pose.attended,
        pose.hours_unknown,
    )


class _Pose:
    """The learners one by one, and what is counted on the way."""

    def __init__(self, known: Known, limits: Limits, rule: TrainingRule) -> None:
        self.known = known
        self.limits = limits
        self.rule = rule
        self.competency_of = [known.competencies.get(folded(o.competency or ""), NO_COMPETENCY) for o in known.offered]
        self.meant = [meant_for(o.for_kinds) for o in known.offered]
        self.offers = _offers(known, limits)
        self.fillers = _fillers(self.offers, len(known.people)) if limits.hours_first else []
        self.away: Counter[tuple[int | None, int]] = Counter()
        self.jp_unknown: set[int] = set()
        self.attended: set[int] = set()
        self.hours_unknown = 0

    def learner(self, who: Wanting, place: int) -> tuple[Learner, Wanting]:
        """Return who may be sent where, and what is lacking still after what already ran."""
        person = who.person
        kept = self.known.kept.get(person.id, ())
        been = [*kept, *self.known.finished.get(person.id, ())]
        who = who._replace(wants=tuple(raised(want, self._levels(who, been)) for want in who.wants))
        if self._taught_in_vain(who, been):
            self.attended.add(place)
        busy: frozenset[int] = frozenset()
        if self.limits.absences is not None:
            busy = frozenset(ran.month for ran in kept if ran.month)
            self.away.update((person.unit_id, month) for month in busy)
        credited, unknown = self.known.hours.get(person.id, (0, 0))
        missing = self._hours_missing(person.employee_kind, credited)
        self.hours_unknown += bool(missing and unknown)
        most = self._jp_left(person.employee_kind, credited)
        if unknown and most is not None:
            # What was attended may have used up all of it: nobody is sent past a limit on a guess.
            self.jp_unknown.add(place)
            most = 0
        purse = self.known.purse_of.get(person.id, COMMON)
        kind = self.known.kinds.get(person.position_id) if person.position_id is not None else None
        choices = self._choices(who.wants, kind, {ran.offer for ran in been}, fill=bool(missing))
        learner = Learner(
            person.id,
            person.unit_id,
            purse,
            most,
            missing,
            choices if purse in self.known.budgets else (),
            busy,
            len(set(self.limits.months) - busy) if self.limits.absences is not None else None,
        )
        return learner, who

    def _levels(self, who: Wanting, been: Sequence[Ran]) -> dict[int, int]:
        """Return the levels that trainings raised someone to since the assessment; what ran before it, it has measured."""
        levels: dict[int, int] = {}
        for ran in been:
            competency = self.competency_of[ran.offer]
            assessed_on = who.assessed(competency)
            if competency != NO_COMPETENCY and not (ran.day and assessed_on and ran.day <= assessed_on):
                levels[competency] = max(levels.get(competency, 0), self.known.offered[ran.offer].raises_to or 0)
        return levels

    def _taught_in_vain(self, who: Wanting, been: Sequence[Ran]) -> bool:
        taught = {(self.competency_of[ran.offer], self.known.offered[ran.offer].raises_to or 0) for ran in been}
        return any(
            want.missing and competency == want.competency and level > (want.attained or 0)
            for want in who.wants
            for competency, level in taught
        )

    def _hours_missing(self, employee_kind: str | None, credited: int) -> int:
        """Return the JP that are missing to the least number, where hours come first; the number is one for PNS alone."""
        if not self.limits.hours_first or employee_kind != "PNS":
            return 0
        return max(0, self.rule.pns_at_least - credited)

    def _jp_left(self, employee_kind: str | None, credited: int) -> int | None:
        most: list[int] = []
        if (employee_kind or "").startswith("PPPK"):
            most.append(self.rule.pppk_at_most)
        if self.limits.max_jp is not None:
            most.append(self.limits.max_jp * SCALE)
        return max(0, min(most) - credited) if most else None

    def _choices(self, wants: Sequence[Want], kind: str | None, been: Set[int], *, fill: bool) -> tuple[Choice, ...]:
        """Return the trainings that close something; with `fill` those too that bring hours alone."""
        closed = been | self.known.unusable.keys()
        lacking = {want.competency: want for want in wants if want.missing}
        choices = []
        for place, offered in enumerate(self.known.offered):
            want = lacking.get(self.competency_of[place])
            if want is None or place in closed or not self._for(place, kind):
                continue
            if gain := want.gain(offered.raises_to or 0):
                choices.append(Choice(place, want.competency, gain))
        if fill:
            closed = closed | {choice.offer for choice in choices}
            choices += [
                Choice(place, self.competency_of[place], 0)
                for place in self.fillers
                if place not in closed and self._for(place, kind)
            ]
        return tuple(choices)

    def _for(self, place: int, kind: str | None) -> bool:
        return not self.meant[place] or kind in self.meant[place]


def _offers(known: Known, limits: Limits) -> tuple[Offer, ...]:
    heads = Counter(ran.offer for taken in known.kept.values() for ran in taken)
    return tuple(
        Offer(
            o.code,
            o.jp,
            o.cost or 0,
            0 if place in known.unusable else max(0, (o.seats or limits.seats or 0) - heads[place]),
            class_cost=o.class_cost or 0,
            seats_min=max(0, (o.seats_min or 0) - heads[place]),
            held=heads[place] > 0,
        )
        for place, o in enumerate(known.offered)
    )


def _fillers(offers: Sequence[Offer], people: int) -> list[int]:
    open_ = [place for place, offer in enumerate(offers) if offer.seats > 0]
    places = sorted(open_, key=lambda place: (offers[place].cost / offers[place].jp, place))
    return places if people * len(offers) <= MANY else places[:FILLERS]
