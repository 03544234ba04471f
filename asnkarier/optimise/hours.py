"""Many people and the hours first: as many as possible reach them, then what is left closes gaps.

How many can reach their hours at all is limited by money, by seats and by the days a unit can spare, each taken alone: simple bounds
that no plan exceeds. The plan itself sends people by the cheapest hours and then solves what remains as a plan of many people.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import floor, inf

import numpy as np

from asnkarier.core.access import Progress, silent
from asnkarier.core.growth.plan.greedy import complete, reach_hours
from asnkarier.core.growth.plan.problem import Choice, Learner, Load, Offer, Outcome, Pair, Problem, by_learner
from asnkarier.core.growth.plan.problem import objective as closes
from asnkarier.core.growth.plan.problem import reached as reaching
from asnkarier.optimise import large

ROUNDS = 150
PATIENCE = 6
"""Rounds without a better bound after which the steps are halved."""


def solve(problem: Problem, progress: Progress = silent, known: Outcome | None = None) -> Outcome:
    """Return a plan in which many reach their hours, with the bound of how many can, and of what any plan closes."""
    ways = [known, _by_cost(problem, shared=False), _by_cost(problem, shared=True)]
    base = max((plan for plan in ways if plan is not None), key=_rank)
    anything = large.solve(problem._replace(hours_first=False), silent)
    best = base
    for kept in (
        max((_hours_only(problem, shared=s) for s in (False, True)), key=lambda p: reaching(problem, p)),
        base.pairs,
    ):
        rest = remaining(problem, kept)
        more = large.solve(rest, progress)
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
    return problem._replace(offers=offers, learners=learners, purses=load.money, away=load.away, hours_first=False)


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
    busy = learner.busy | {offers[offer].month for offer in sent if offers[offer].month}
    times = None if learner.times is None else learner.times - len(sent)
    return learner._replace(jp_left=left, jp_missing=0, choices=choices, busy=busy, times=times)


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
        months = {0} if 0 in months else months
        free = {unit: sum(problem.room(unit, month) for month in months) for unit in by_unit}
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


def priced_bound(problem: Problem, known: int) -> int | None:
    """Return how many can reach their hours at most, with a price on every seat and on money; None where nobody is short of hours.

    Whoever comes to the hours pays at least the missing JP times the cheapest JP among the own trainings: priced so, the number of
    people for whom that costs less than one is a bound that no plan exceeds, whatever the prices (a Lagrangian dual, its prices
    moved towards what is scarce). `known` reach their hours by a plan at hand.
    """
    purses = {purse: place for place, purse in enumerate(problem.purses)}
    starts: list[int] = []
    offers: list[int] = []
    missing: list[int] = []
    purse_of: list[int] = []
    for learner in problem.learners:
        if learner.jp_missing <= 0 or learner.purse not in purses:
            continue
        mine = [
            c.offer
            for c in learner.choices
            if problem.offers[c.offer].seats > 0
            and problem.offers[c.offer].month not in learner.busy
            and (learner.jp_left is None or problem.offers[c.offer].jp <= learner.jp_left)
        ]
        if mine:
            starts.append(len(offers))
            offers += mine
            missing.append(learner.jp_missing)
            purse_of.append(purses[learner.purse])
    if not starts:
        return None
    first, offer = np.array(starts), np.array(offers)
    need, purse = np.array(missing, float), np.array(purse_of)
    count = np.diff([*starts, len(offers)])
    jp = np.array([o.jp for o in problem.offers], float)[offer]
    # A training gives no more than is missing: what is beyond it helps nobody.
    times = np.repeat(need, count) / np.minimum(jp, np.repeat(need, count))
    unit = max(1.0, float(np.mean([o.cost for o in problem.offers])))
    cost = np.array([o.cost for o in problem.offers], float)[offer] / unit
    payer = np.repeat(purse, count)
    room = np.array([o.seats for o in problem.offers], float)
    money = np.array(list(problem.purses.values()), float) / unit
    seats, rate = np.zeros(len(room)), np.zeros(len(money))
    best, kept, step, since = float(len(first)), (seats, rate), 1.0, 0
    for _ in range(ROUNDS):
        price = times * (seats[offer] + cost * rate[payer])
        least = np.minimum.reduceat(price, first)
        worth = 1 - least
        goes = worth > 0
        bound = float(worth[goes].sum() + seats @ room + rate @ money)
        since = 0 if bound < best - 1e-6 else since + 1
        if bound < best:
            best, kept = bound, (seats, rate)
        if since >= PATIENCE:
            step, since, (seats, rate) = step / 2, 0, kept
            if step < 1e-3:
                break
            continue
        # Of each one's pairs the first that costs least is the one that is used.
        cheapest = np.flatnonzero(price <= np.repeat(least, count))
        owner = np.searchsorted(first, cheapest, side="right") - 1
        _, once = np.unique(owner, return_index=True)
        used = cheapest[once][goes]
        over_seats = np.bincount(offer[used], times[used], len(room)) - room
        over_money = np.bincount(payer[used], times[used] * cost[used], len(money)) - money
        over_seats[(seats <= 0) & (over_seats < 0)] = 0
        over_money[(rate <= 0) & (over_money < 0)] = 0
        norm = float(over_seats @ over_seats + over_money @ over_money)
        if norm == 0:
            break
        move = step * max(bound - known, 1e-3) / norm
        seats, rate = np.maximum(0, seats + move * over_seats), np.maximum(0, rate + move * over_money)
    return floor(best + 1e-6)
