"""The month in which each training is held: chosen for a plan, so that no unit misses more than it can spare and nobody is away twice.

Where absences are not limited the months restrict nothing: they are dealt out so that people's trainings lie apart and the year is
filled evenly. Where they are limited, whom a class takes from which unit decides in which months it can lie.
"""

from collections import Counter
from collections.abc import Sequence

from .classes import targeted, wanted
from .exchange import better
from .greedy import MANY, complete, greedy
from .problem import Load, Outcome, Pair, Problem, by_learner, gains, objective, reached

TRIES = 5
"""How many numbers of heads are tried for classes that several purses share."""
PASSES = 12
"""How often each class is looked at again for a better month."""


class Calendar:
    """Classes in their months, and how many absences are too many by it."""

    def __init__(self, problem: Problem, pairs: Sequence[Pair]) -> None:
        """Begin with no month chosen."""
        self.problem = problem
        self.month = [0] * len(problem.offers)
        self.people: dict[int, list[int]] = {}
        for who, offer in pairs:
            self.people.setdefault(offer, []).append(who)
        self.units = {
            offer: Counter(problem.learners[who].unit for who in people) for offer, people in self.people.items()
        }
        # Person → month → how often away; unit → month → how many more may be, less than nought where too many are.
        self._there = {who: [0] * 13 for people in self.people.values() for who in people}
        for who, away in self._there.items():
            for month in problem.learners[who].busy:
                away[month] += 1
        self._room: dict[int | None, list[int]] = {}
        if problem.absences is not None:
            units = {unit for counted in self.units.values() for unit in counted}
            self._room = {unit: [problem.room(unit, month) if month else 0 for month in range(13)] for unit in units}
        self._classes = [0] * 13

    def excess(self, offer: int) -> list[int]:
        """Return month by month how many absences are too many if a class comes to lie there."""
        found = [0] * 13
        months = self.problem.months
        for who in self.people[offer]:
            away = self._there[who]
            for month in months:
                if away[month]:
                    found[month] += 1
        if self._room:
            for unit, count in self.units[offer].items():
                room = self._room[unit]
                for month in months:
                    if count > room[month]:
                        found[month] += count - max(0, room[month])
        return found

    def put(self, offer: int, month: int) -> None:
        """Let a class lie in a month; 0 takes it out of its own."""
        step, where = (1, month) if month else (-1, self.month[offer])
        self.month[offer] = month
        self._classes[where] += step
        for who in self.people[offer]:
            self._there[who][where] += step
        if self._room:
            for unit, count in self.units[offer].items():
                self._room[unit][where] -= step * count

    def best(self, excess: Sequence[int]) -> int:
        """Return the month of the least excess, of several the emptiest."""
        return min(self.problem.months, key=lambda month: (excess[month], self._classes[month], month))

    def settle(self) -> int:
        """Choose all months, then move classes as long as that helps; return how many absences are too many still."""
        order = sorted(
            self.people, key=lambda offer: (-max(self.units[offer].values()), -len(self.people[offer]), offer)
        )
        for offer in order:
            self.put(offer, self.best(self.excess(offer)))
        total = 0
        for _ in range(PASSES):
            total, moved = 0, False
            for offer in order:
                before = self.month[offer]
                self.put(offer, 0)
                excess = self.excess(offer)
                month = self.best(excess)
                if excess[month] < excess[before]:
                    moved = True
                else:
                    month = before
                total += excess[month]
                self.put(offer, month)
            if not total or not moved:
                break
        return total


def months(problem: Problem, pairs: Sequence[Pair]) -> tuple[tuple[int, ...], int]:
    """Return a month for each training of a plan (0 where nobody goes), and how many absences are too many by it."""
    calendar = Calendar(problem, pairs)
    excess = calendar.settle()
    return tuple(calendar.month), excess


def settled(problem: Problem, chosen: Sequence[int]) -> Problem:
    """Return the problem with the months chosen; a training without one gets one of those with the fewest trainings."""
    count = Counter(month for month in chosen if month)
    result = []
    for offer, month in zip(problem.offers, chosen, strict=True):
        found = offer.month or month or min(problem.months, key=lambda m: (count[m], m))
        if not month:
            count[found] += 1
        result.append(found)
    return problem.dealt(result)


def fitted(problem: Problem, pairs: Sequence[Pair], *, fill: bool = True) -> Outcome:
    """Return a plan within the months of a problem: of these pairs those that fit, who closes most first, then what else fits.

    Without `fill` nothing else is added; classes that stay too small are not held.
    """
    load = Load(targeted(problem, Counter(offer for _, offer in pairs)) if problem.shared else problem)
    mine = by_learner(pairs)
    worth = {(who, o): gains(problem.learners[who], [o]) for who, offers in mine.items() for o in offers}
    short = {who for who in mine if problem.hours_first and problem.learners[who].jp_missing > 0}
    for who, offer in sorted(pairs, key=lambda pair: (pair[0] not in short, -worth[pair], pair)):
        if not load.obstacle(who, offer):
            load.add(who, offer)
    if fill:
        complete(load)
    else:
        for offer in load.too_small():
            load.empty(offer)
    found = load.pairs
    return Outcome(found, objective(problem, found), reached(problem, found), None, False, "greedy")


def paid(problem: Problem) -> Outcome:
    """Return a good plan: made by what closes most for its price, then made better by trial and exchange."""
    return better(problem, plain(problem))


def plain(problem: Problem) -> Outcome:
    """Return the plan that is made in one go; where several purses share classes, the best of a few numbers of heads to share them by."""
    if not problem.shared:
        return greedy(problem)
    heads: dict[int, int] = dict(wanted(problem))
    best: Outcome | None = None
    for _ in range(TRIES):
        found = greedy(targeted(problem, heads))
        if best is None or (found.reached, found.objective) > (best.reached, best.objective):
            best = found
        there = Counter(offer for _, offer in found.pairs)
        # Who is there shares; a class that did not come about is tried with half as many.
        heads = {o: there[o] or max(1, min(count, problem.offers[o].seats) // 2) for o, count in heads.items()}
    assert best is not None  # noqa: S101 - it is tried at least once
    return best


def without_solver(problem: Problem) -> Outcome:
    """Return a good plan with its months: where absences are limited, the year's plan fitted into months, or months dealt first."""
    first = plain(problem)
    plan = better(problem, first)
    if not problem.months_open:
        return plan
    chosen, excess = months(problem, plan.pairs)
    if not excess:
        return plan._replace(months=chosen)
    plans = _dealt(problem, plan, chosen)
    if plan.pairs != first.pairs:
        # What closes more in the year may fit its months worse.
        plans += _dealt(problem, first, months(problem, first.pairs)[0])
    return max(plans, key=lambda found: (found.reached, found.objective))


def _dealt(problem: Problem, plan: Outcome, chosen: Sequence[int]) -> list[Outcome]:
    """Return plans within these months: what of the plan fits, and one made for them."""
    fixed = settled(problem, chosen)
    plans = [fitted(fixed, plan.pairs)]
    if problem.size <= MANY:
        plans = [better(fixed, plans[0]), paid(fixed)]
    dealt = tuple(offer.month for offer in fixed.offers)
    return [found._replace(months=dealt) for found in plans]
