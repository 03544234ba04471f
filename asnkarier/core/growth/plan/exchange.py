"""Making a plan better without a solver: classes opened and closed by trial, then places exchanged one by one.

A greedy plan takes what closes most for its price and never looks back: it misses a class that is worth its cost only with several
heads, and keeps a place whose money another would use better. Here each class is tried as the first to be filled, as closed, and, where
purses share it, with one head more and one less; then each place is tried for another. Only what is better stays, so that the
plan is never worse than the one it began with, and all of it ends by work that is counted: the same data have the same plan.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple, TypeVar

from .classes import targeted
from .greedy import MANY, WAYS, complete, reach_hours
from .problem import Load, Outcome, Pair, Problem, broken, gains, objective, reached, spent

T = TypeVar("T")
WORK = 1_000_000
"""Places looked at, after which a plan is left as it is."""
FIRST = 1_000_000.0
"""What makes a class the first to be filled."""


class Rank(NamedTuple):
    """What orders plans: hours where they come first, what is closed, and of equals the money that is left."""

    reached: int
    objective: int
    saved: Fraction


def rank(problem: Problem, pairs: Sequence[Pair]) -> Rank:
    """Return the rank of a plan; the higher is the better one."""
    met = reached(problem, pairs) if problem.hours_first else 0
    return Rank(met, objective(problem, pairs), -sum(spent(problem, pairs).values(), Fraction(0)))


def better(problem: Problem, plan: Outcome, work: int = WORK) -> Outcome:
    """Return a plan at least as good as this one that keeps every limit; of very many people it stays as it is.

    There a class or a place is next to nothing beside the whole, and the work would not be enough to try a part of them.
    """
    if problem.size > MANY:
        return plan
    budget = Budget(work)
    pairs = _by_class(problem, plan.pairs, budget)
    pairs = exchanged(problem, pairs, budget)
    if broken(problem, pairs) or rank(problem, pairs) <= rank(problem, plan.pairs):
        return plan
    return plan._replace(pairs=pairs, objective=objective(problem, pairs), reached=reached(problem, pairs))


class Budget:
    """Work that is left."""

    def __init__(self, work: int) -> None:
        """Begin with so much."""
        self.left = work

    def take(self, work: int) -> bool:
        """Take some of it; False where it is spent."""
        self.left -= work
        return self.left >= 0


class _Trial(NamedTuple):
    """How a plan is made: the way to measure worth, what each class counts for beside it, and how many heads share it."""

    way: int
    factor: tuple[float, ...]
    heads: tuple[int, ...]


def _by_class(problem: Problem, pairs: Sequence[Pair], budget: Budget) -> tuple[Pair, ...]:
    """Try each class first, closed, and with other numbers of heads; keep what makes the plan better, and go on from there."""
    there = Counter(offer for _, offer in pairs)
    count = len(problem.offers)
    best, top = tuple(pairs), rank(problem, pairs)
    state: _Trial | None = None
    price = problem.size + len(problem.learners)
    seen: set[_Trial] = set()

    def tried(trial: _Trial) -> bool:
        nonlocal best, top, state
        if trial in seen or not budget.take(price):
            return False
        seen.add(trial)
        found = _made(problem, trial)
        order = rank(problem, found)
        if broken(problem, found) or order <= top:
            return False
        best, top, state = found, order, trial
        return True

    for way in range(len(WAYS)):
        start = _Trial(way, (1.0,) * count, tuple(there[offer] for offer in range(count)))
        state = state or start
        tried(start)
    going = True
    while going and budget.left > price and state is not None:
        going = False
        for offer in range(count):
            for trial in _near(problem, state, offer, Counter(o for _, o in best)[offer]):
                going |= tried(trial)
    return best


def _near(problem: Problem, state: _Trial, offer: int, heads: int) -> Iterator[_Trial]:
    """Yield the trials that differ in one class: first, as it comes, closed; where purses share it, with other numbers of heads."""
    for factor in (FIRST, 0.0, 1.0):
        if state.factor[offer] != factor:
            yield state._replace(factor=_put(state.factor, offer, factor))
    item = problem.offers[offer]
    if problem.shared and item.class_cost and not item.held:
        for number in sorted({heads, heads + 1, heads - 1, item.seats_min, 2, item.seats}):
            if 0 < number <= item.seats and state.heads[offer] != number:
                for factor in (1.0, FIRST):
                    yield state._replace(
                        heads=_put(state.heads, offer, number), factor=_put(state.factor, offer, factor)
                    )


def _put(values: tuple[T, ...], place: int, value: T) -> tuple[T, ...]:
    return (*values[:place], value, *values[place + 1 :])


def _made(problem: Problem, trial: _Trial) -> tuple[Pair, ...]:
    """Make a plan by a trial; classes that came to more heads than they were shared by cost less, and that is spent too."""
    closed = [offer for offer, factor in enumerate(trial.factor) if not factor]
    heads = {offer: number for offer, number in enumerate(trial.heads) if number}
    asked = targeted(problem, heads) if problem.shared else problem
    load = Load(asked, closed)
    if problem.hours_first:
        reach_hours(load)
    complete(load, [worth * factor for worth, factor in zip(WAYS[trial.way](asked), trial.factor, strict=True)])
    if not problem.shared:
        return load.pairs
    again = targeted(problem, Counter(offer for _, offer in load.pairs))
    more = Load(again, closed)
    for who, offer in load.pairs:
        more.add(who, offer)
    complete(more)
    return more.pairs


def exchanged(problem: Problem, pairs: Sequence[Pair], budget: Budget | None = None) -> tuple[Pair, ...]:
    """Exchange places as long as that closes more, or as much for less money, and work is left."""
    budget = budget or Budget(WORK)
    asked = targeted(problem, Counter(offer for _, offer in pairs)) if problem.shared else problem
    places = Places(asked, pairs)
    moved = True
    while moved:
        moved = False
        for who, learner in enumerate(asked.learners):
            for choice in learner.choices:
                if not budget.take(1):
                    return places.load.pairs
                if choice.gain and choice.offer not in places.load.taken.get(who, ()):
                    moved |= places.take(who, choice.offer, budget)
    return places.load.pairs


class Places:
    """A plan whose places are exchanged."""

    def __init__(self, problem: Problem, pairs: Sequence[Pair]) -> None:
        """Begin with a plan that keeps every limit."""
        self.problem, self.load = problem, Load(problem)
        for who, offer in pairs:
            self.load.add(who, offer)
        # Whoever comes to the hours weighs more than all gaps together.
        self._met = (
            1 + sum(c.gain for learner in problem.learners for c in learner.choices) if problem.hours_first else 0
        )
        self._cheap: list[tuple[int, int, int]] | None = None

    def worth(self, who: int, offers: Sequence[int]) -> int:
        """Return what a person's trainings are worth together."""
        learner = self.problem.learners[who]
        met = self._met and 0 < learner.jp_missing <= sum(self.problem.offers[offer].jp for offer in offers)
        return gains(learner, offers) + (self._met if met else 0)

    def _least(self) -> list[tuple[int, int, int]]:
        """Return what the plan would lose by each place, the least first."""
        if self._cheap is None:
            self._cheap = sorted((self._loss(who, offer), who, offer) for who, offer in self.load.pairs)
        return self._cheap

    def _loss(self, who: int, offer: int) -> int:
        mine = self.load.taken[who]
        return self.worth(who, mine) - self.worth(who, [o for o in mine if o != offer])

    def take(self, who: int, offer: int, budget: Budget) -> bool:
        """Send someone to a training in place of what is worth less; tell whether the plan became better."""
        load, item = self.load, self.problem.offers[offer]
        if item.seats_min > 1 and not load.heads[offer]:
            return False
        mine = load.taken.get(who, [])
        before = self.worth(who, mine)
        more = self.worth(who, [*mine, offer]) - before
        if more > 0 and not load.obstacle(who, offer):
            load.add(who, offer)
            self._cheap = None
            return True
        for own in list(mine):
            rise = self.worth(who, [*(o for o in mine if o != own), offer]) - before
            if rise >= 0 and self._try((who, own), (who, offer), rise):
                return True
        if more <= 0:
            return False
        if self._cheap is None and not budget.take(len(load.pairs)):
            return False
        for loss, other, given in self._least():
            if loss > more or not budget.take(1):
                break
            if (
                other != who
                and self._helps(who, offer, other, given)
                and self._try((other, given), (who, offer), more - loss)
            ):
                return True
        return False

    def _helps(self, who: int, offer: int, other: int, given: int) -> bool:
        """Tell whether another's place stands in the way: the same seat, the same money, or the same unit's absence."""
        learners = self.problem.learners
        return (
            given == offer
            or learners[other].purse == learners[who].purse
            or (self.problem.absences is not None and learners[other].unit == learners[who].unit)
        )

    def _try(self, out: Pair, into: Pair, rise: int) -> bool:
        """Exchange one place for another if it may be, and is worth it: of no more worth only for less money."""
        load, least = self.load, self.problem.offers[out[1]].seats_min
        if out[1] != into[1] and least > 1 and load.heads[out[1]] <= least:
            return False
        before = sum(load.money.values())
        load.remove(*out)
        if not load.obstacle(*into):
            cost = load.price(into[1])
            if rise > 0 or sum(load.money.values()) - cost > before:
                load.add(*into)
                self._cheap = None
                return True
        load.add(*out)
        return False
