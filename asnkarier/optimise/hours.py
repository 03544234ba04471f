"""Many people and the hours first: as many as possible reach them, then what is left closes gaps.

How many can reach their hours at all is limited by money, by seats and by the days a unit can spare, each taken alone: simple bounds
that no plan exceeds. The plan itself sends people by the cheapest hours and then solves what remains as a plan of many people.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import inf

from asnkarier.core.access import Progress, silent
from asnkarier.core.growth.greedy import complete, reach_hours
from asnkarier.core.growth.plan import Choice, Learner, Load, Offer, Outcome, Pair, Problem, by_learner
from asnkarier.core.growth.plan import objective as closes
from asnkarier.core.growth.plan import reached as reaching
from asnkarier.optimise import large
from asnkarier.optimise.reach import priced_bound

FOR_THE_BOUND = 0.35
"""Part of the time spent on the bound of what is closed."""


def solve(problem: Problem, seconds: float, progress: Progress = silent, known: Outcome | None = None) -> Outcome:
    """Return a plan in which many reach their hours, with the bound of how many can, and of what any plan closes."""
    ways = [known, _by_cost(problem, shared=False), _by_cost(problem, shared=True)]
    base = max((plan for plan in ways if plan is not None), key=_rank)
    anything = large.solve(problem._replace(hours_first=False), seconds * FOR_THE_BOUND, silent)
    best = base
    for kept in (
        max((_hours_only(problem, shared=s) for s in (False, True)), key=lambda p: reaching(problem, p)),
        base.pairs,
    ):
        rest = remaining(problem, kept)
        more = large.solve(rest, seconds * (1 - FOR_THE_BOUND) / 2, progress)
        pairs = tuple(sorted({*kept, *more.pairs}))
        found = Outcome(pairs, closes(problem, pairs), reaching(problem, pairs), None, False, "prices")
        best = max(best, found, key=_rank)
    priced = priced_bound(problem, best.reached)
    most = max(best.reached, min(b for b in (most_reached(problem), priced) if b is not None))
    bound = max(anything.bound or 0, best.objective)
    optimal = most == best.reached and bound == best.objective
    return best._replace(bound=bound, optimal=optimal, method="prices", reach_bound=most)


def _rank(plan: Outcome) -> tuple[int, int]:
    return plan.reached, plan.objective


def _by_cost(problem: Problem, *, shared: bool) -> Outcome:
    """Return a plan that lets those reach their hours first for whom it is cheapest."""
    load = _reached_by_cost(problem, shared=shared)
    complete(load)
    pairs = load.pairs
    return Outcome(pairs, closes(problem, pairs), reaching(problem, pairs), None, False, "greedy")


def _hours_only(problem: Problem, *, shared: bool) -> tuple[Pair, ...]:
    """Return who goes where for the hours alone, without classes that stay too small."""
    load = _reached_by_cost(problem, shared=shared)
    for offer in load.too_small():
        load.empty(offer)
    return load.pairs


def _reached_by_cost(problem: Problem, *, shared: bool) -> Load:
    load = Load(problem)
    price = {who: cost for who, cost in enumerate(cheapest(problem)) if cost is not None}
    reach_hours(load, sorted(price, key=lambda who: (price[who], problem.learners[who].jp_missing, who)), shared=shared)
    return load


def remaining(problem: Problem, kept: Sequence[Pair]) -> Problem:
    """Return what is left to plan when these pairs stay: seats, money, months and gaps that they have not used up."""
    load = Load(problem)
    for who, offer in kept:
        load.add(who, offer)
    mine = by_learner(kept)
    offers = tuple(
        offer._replace(
            seats=load.free[place],
            seats_min=max(0, offer.seats_min - load.heads[place]),
            held=offer.held or load.heads[place] > 0,
        )
        for place, offer in enumerate(problem.offers)
    )
    learners = tuple(
        _left(learner, mine[who], problem.offers) if who in mine else learner._replace(jp_missing=0)
        for who, learner in enumerate(problem.learners)
    )
    return Problem(offers, learners, load.money, problem.absences, load.away)


def _left(learner: Learner, sent: Sequence[int], offers: Sequence[Offer]) -> Learner:
    closed: dict[int, int] = {}
    for choice in learner.choices:
        if choice.offer in sent:
            closed[choice.competency] = max(closed.get(choice.competency, 0), choice.gain)
    choices = tuple(
        Choice(choice.offer, choice.competency, choice.gain - closed.get(choice.competency, 0))
        for choice in learner.choices
        if choice.offer not in sent and choice.gain > closed.get(choice.competency, 0)
    )
    jp = sum(offers[offer].jp for offer in sent)
    left = None if learner.jp_left is None else learner.jp_left - jp
    busy = learner.busy | {offers[offer].month for offer in sent}
    return learner._replace(jp_left=left, jp_missing=0, choices=choices, busy=busy)


def cheapest(problem: Problem) -> list[int | None]:
    """Return for each learner short of hours the least money with which they are reached, months left aside; None for the others."""
    known: dict[object, int | None] = {}
    result: list[int | None] = []
    for learner in problem.learners:
        if learner.jp_missing <= 0 or learner.purse not in problem.purses:
            result.append(None)
            continue
        useful = tuple(sorted({c.offer for c in learner.choices}))
        key = useful, learner.jp_missing, learner.jp_left, learner.busy
        if key not in known:
            known[key] = _least(learner, [problem.offers[o] for o in useful])
        result.append(known[key])
    return result


def _least(learner: Learner, offers: Iterable[Offer]) -> int | None:
    """Return the cheapest way to the missing JP, a way being the JP got so far and their price."""
    ways: dict[int, int] = {0: 0}
    for offer in offers:
        if offer.seats <= 0 or offer.month in learner.busy:
            continue
        if learner.jp_left is not None and offer.jp > learner.jp_left:
            continue
        for jp, cost in list(ways.items()):
            more = min(jp + offer.jp, learner.jp_missing)
            if cost + offer.cost < ways.get(more, inf):
                ways[more] = cost + offer.cost
    return ways.get(learner.jp_missing)


def most_reached(problem: Problem) -> int:
    """Return how many can come to their hours at most: by money, by seats, and by the days a unit can spare, each alone."""
    costs = cheapest(problem)
    by_purse: dict[str, list[int]] = defaultdict(list)
    by_unit: dict[int | None, list[int]] = defaultdict(list)
    missing, places = [], []
    longest = max((offer.jp for offer in problem.offers if offer.seats > 0), default=1)
    for learner, cost in zip(problem.learners, costs, strict=True):
        if cost is None:
            continue
        by_purse[learner.purse].append(cost)
        missing.append(learner.jp_missing)
        times = -(-learner.jp_missing // longest)
        places.append(times)
        by_unit[learner.unit].append(times)
    bounds = [
        sum(_fit(prices, problem.purses[purse]) for purse, prices in by_purse.items()),
        _fit(missing, sum(offer.jp * offer.seats for offer in problem.offers)),
        _fit(places, sum(offer.seats for offer in problem.offers)),
    ]
    if problem.absences is not None:
        months = {offer.month for offer in problem.offers}
        free = {
            unit: sum(max(0, problem.absences - problem.away.get((unit, month), 0)) for month in months)
            for unit in by_unit
        }
        bounds.append(sum(_fit(times, free[unit]) for unit, times in by_unit.items()))
    return min(bounds)


def _fit(sizes: Iterable[int], room: int) -> int:
    """Return how many of these sizes fit at most: the smallest first."""
    count = 0
    for size in sorted(sizes):
        if size > room:
            break
        room -= size
        count += 1
    return count
