"""The training plan as a problem: who may go to what, what it closes, and the limits that no plan may exceed.

A training is held once in the year. Nobody goes to one training twice, or past the JP that are left to the person. The month of a
training restricts nothing by itself: only where absences are limited is a month chosen for each (`calendar.py`), in which
nobody is away twice and no unit misses more than it can spare. What a plan closes is summed over persons and competencies:
importance × rise toward the required level; of two trainings for one competency only the higher counts.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

Pair = tuple[int, int]
"""A learner and an offer, by their places in the problem."""
UNLIMITED = 2**62


class Offer(NamedTuple):
    """A training on offer: JP in 1/10 000, money in rupiah. `seats_min` is the fewest people with which it is held.

    `month` 0: it is not settled yet; absences are then counted over the year as a whole.
    """

    code: str
    jp: int
    cost: int
    seats: int
    month: int = 0
    class_cost: int = 0
    seats_min: int = 0
    held: bool = False
    """Whether its class is held in any case, because it already ran: its class cost is spent."""


class Choice(NamedTuple):
    """A training that a learner may be sent to: for which competency, and how much it closes (importance × rise, 1/10 000)."""

    offer: int
    competency: int
    gain: int


class Learner(NamedTuple):
    """One person: who pays, how many JP are left (None: no limit), how many are missing to the least number (0: none)."""

    person_id: int
    unit: int | None
    purse: str
    jp_left: int | None
    jp_missing: int
    choices: tuple[Choice, ...]
    busy: frozenset[int] = frozenset()
    """Months in which the person is away already."""
    times: int | None = None
    """To how many trainings the person can go at most; None sets no limit."""


class Problem(NamedTuple):
    """Everything a plan is made of. `absences` limits how many of a unit are away in a month; None sets no limit.

    `away` counts those who are away already. `hours_first` asks to let as many as possible reach their hours before all else.
    """

    offers: tuple[Offer, ...]
    learners: tuple[Learner, ...]
    purses: Mapping[str, int]
    absences: int | None = None
    away: Mapping[tuple[int | None, int], int] = {}
    hours_first: bool = False
    months: tuple[int, ...] = tuple(range(1, 13))
    """The months in which trainings can be held."""

    @property
    def size(self) -> int:
        """How many pairs of person and training there are to choose from."""
        return sum(len(learner.choices) for learner in self.learners)

    @property
    def months_open(self) -> bool:
        """Whether months have to be chosen: absences are limited, and some training has no month yet."""
        return self.absences is not None and any(not offer.month for offer in self.offers)

    @property
    def shared(self) -> bool:
        """Whether several purses pay for one class together (`classes.py`)."""
        return len(self.purses) > 1 and any(offer.class_cost and not offer.held for offer in self.offers)

    def room(self, unit: int | None, month: int) -> int:
        """Return how many more of a unit may be away in a month; for month 0, in all months together."""
        if self.absences is None:
            return UNLIMITED
        if month:
            return max(0, self.absences - self.away.get((unit, month), 0))
        return max(0, sum(self.room(unit, month) for month in self.months) - self.away.get((unit, 0), 0))

    def dealt(self, months: Sequence[int]) -> "Problem":
        """Return the problem with the month of each offer settled."""
        offers = tuple(offer._replace(month=month) for offer, month in zip(self.offers, months, strict=True))
        return self._replace(offers=offers)


class Outcome(NamedTuple):
    """A plan: its pairs, what it closes, and how good it is known to be.

    `reached` counts those who come to their hours by it. `bound` is what no plan can exceed (None: nobody worked it out);
    `optimal` says that none is better.
    """

    pairs: tuple[Pair, ...]
    objective: int
    reached: int
    bound: int | None
    optimal: bool
    method: str
    price_of_money: float | None = None
    """How much one more rupiah would close, in 1/10 000, where the solver told."""
    reach_bound: int | None = None
    """How many can come to their hours at most, where somebody worked it out."""
    months: tuple[int, ...] = ()
    """Offer → the month chosen for it, where absences are limited; empty where months restrict nothing."""


def gains(learner: Learner, offers: Iterable[int]) -> int:
    """Return what the offers together close for a learner: of several for one competency only the highest counts."""
    wanted = set(offers)
    best: dict[int, int] = {}
    for choice in learner.choices:
        if choice.offer in wanted and choice.gain > best.get(choice.competency, 0):
            best[choice.competency] = choice.gain
    return sum(best.values())


def by_learner(pairs: Iterable[Pair]) -> dict[int, list[int]]:
    """Return the offers of each learner who has any."""
    result: dict[int, list[int]] = {}
    for learner, offer in pairs:
        result.setdefault(learner, []).append(offer)
    return result


def objective(problem: Problem, pairs: Iterable[Pair]) -> int:
    """Return what a plan closes, in 1/10 000."""
    return sum(gains(problem.learners[who], offers) for who, offers in by_learner(pairs).items())


def reached(problem: Problem, pairs: Iterable[Pair]) -> int:
    """Count the learners short of hours who come to them by the plan."""
    return sum(
        0 < problem.learners[who].jp_missing <= sum(problem.offers[offer].jp for offer in offers)
        for who, offers in by_learner(pairs).items()
    )


def spent(problem: Problem, pairs: Sequence[Pair]) -> dict[str, Fraction]:
    """Return what each purse pays: its places, and of each class that is not paid yet a share by its heads."""
    result = dict.fromkeys(problem.purses, Fraction(0))
    heads: dict[int, int] = {}
    for _, offer in pairs:
        heads[offer] = heads.get(offer, 0) + 1
    for who, offer in pairs:
        purse, item = problem.learners[who].purse, problem.offers[offer]
        share = Fraction(0 if item.held else item.class_cost, heads[offer])
        result[purse] = result.get(purse, Fraction(0)) + item.cost + share
    return result


def broken(problem: Problem, pairs: Sequence[Pair]) -> list[str]:
    """Return the limits that a plan exceeds; a sound plan exceeds none."""
    faults = []
    if len(set(pairs)) != len(pairs):
        faults.append("twice")
    allowed = [{choice.offer for choice in learner.choices} for learner in problem.learners]
    if any(offer not in allowed[who] for who, offer in pairs):
        faults.append("not_offered")
    for purse, money in spent(problem, pairs).items():
        if money > problem.purses.get(purse, 0):
            faults.append("budget")
    heads: dict[int, int] = {}
    away: dict[tuple[int | None, int], int] = {}
    for who, offer in pairs:
        heads[offer] = heads.get(offer, 0) + 1
        place = problem.learners[who].unit, problem.offers[offer].month
        away[place] = away.get(place, 0) + 1
    for offer, count in heads.items():
        if count > problem.offers[offer].seats:
            faults.append("seats")
        if count < problem.offers[offer].seats_min:
            faults.append("seats_min")
    faults += ["absences" for place, count in away.items() if count > problem.room(*place)]
    for who, offers in by_learner(pairs).items():
        learner = problem.learners[who]
        if learner.jp_left is not None and sum(problem.offers[o].jp for o in offers) > learner.jp_left:
            faults.append("jp")
        months = [problem.offers[o].month for o in offers if problem.offers[o].month]
        if len(set(months)) != len(months) or learner.busy.intersection(months):
            faults.append("month")
        if learner.times is not None and len(offers) > learner.times:
            faults.append("month")
    return faults


class Load:
    """A plan under construction: what is still free, kept as pairs come and go.

    Of classes that several purses share it knows the price only by the head (`classes.targeted`).
    """

    def __init__(self, problem: Problem, closed: Iterable[int] = ()) -> None:
        """Begin with nothing planned; `closed` offers are not held."""
        self.problem = problem
        self.money = dict(problem.purses)
        self.free = [offer.seats for offer in problem.offers]
        for offer in closed:
            self.free[offer] = 0
        self.heads = [0] * len(problem.offers)
        self.away = dict(problem.away)
        self.shared = len(problem.purses) == 1
        self._room: dict[tuple[int | None, int], int] = {}
        self.taken: dict[int, list[int]] = {}
        self._jp: dict[int, int] = {}

    def price(self, offer: int) -> int:
        """Return what one more head costs now: with the first comes the cost of the class."""
        item = self.problem.offers[offer]
        first = self.shared and not self.heads[offer] and not item.held
        return item.cost + (item.class_cost if first else 0)

    def obstacle(self, who: int, offer: int) -> str:
        """Return why a learner cannot go to an offer now; '' where nothing stands in the way."""
        learner, item = self.problem.learners[who], self.problem.offers[offer]
        if self.free[offer] <= 0:
            return "seats"
        if self.price(offer) > self.money.get(learner.purse, 0):
            return "budget"
        if learner.jp_left is not None and self._jp.get(who, 0) + item.jp > learner.jp_left:
            return "jp"
        mine = self.taken.get(who, ())
        if learner.times is not None and len(mine) >= learner.times:
            return "month"
        if item.month and (item.month in learner.busy or any(self.problem.offers[o].month == item.month for o in mine)):
            return "month"
        if self.problem.absences is not None and self.room((learner.unit, item.month)) <= 0:
            return "absences"
        return ""

    def room(self, place: tuple[int | None, int]) -> int:
        """Return how many more of a unit may be away in a month now."""
        if place not in self._room:
            self._room[place] = self.problem.room(*place)
        return self._room[place]

    def add(self, who: int, offer: int) -> None:
        """Send a learner to an offer."""
        learner, item = self.problem.learners[who], self.problem.offers[offer]
        self.money[learner.purse] -= self.price(offer)
        self.free[offer] -= 1
        self.heads[offer] += 1
        place = learner.unit, item.month
        self.away[place] = self.away.get(place, 0) + 1
        self._room[place] = self.room(place) - 1
        self.taken.setdefault(who, []).append(offer)
        self._jp[who] = self._jp.get(who, 0) + item.jp

    def remove(self, who: int, offer: int) -> None:
        """Take a learner off an offer."""
        learner, item = self.problem.learners[who], self.problem.offers[offer]
        self.heads[offer] -= 1
        self.free[offer] += 1
        self.money[learner.purse] += self.price(offer)
        place = learner.unit, item.month
        self.away[place] -= 1
        self._room[place] += 1
        self.taken[who].remove(offer)
        self._jp[who] -= item.jp

    def too_small(self) -> list[int]:
        """Return the offers with fewer people than they need to be held."""
        return [place for place, item in enumerate(self.problem.offers) if 0 < self.heads[place] < item.seats_min]

    def empty(self, offer: int) -> None:
        """Take everyone off an offer and close it."""
        for who in [who for who, offers in self.taken.items() if offer in offers]:
            self.remove(who, offer)
        self.free[offer] = 0

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """The plan so far, in the order of learners and offers."""
        return tuple((who, offer) for who in sorted(self.taken) for offer in sorted(self.taken[who]))
