"""The plan where several purses share the cost of a class by their heads: what one pays depends on how many go.

In a small case each class stands in the program once for every number of heads it can have, and one of these is held. In a large one
the bound is that of full classes, where a head pays least, and the plan is made with as many heads as such a plan has.
"""

from collections import Counter
from collections.abc import Callable
from math import lcm

from asnkarier.core.growth.plan.calendar import paid
from asnkarier.core.growth.plan.classes import cheapest, targeted, wanted
from asnkarier.core.growth.plan.problem import Choice, Offer, Outcome, Problem, broken, objective, reached
from asnkarier.optimise import exact

Planner = Callable[[Problem, Outcome | None], Outcome]
SMALL = 15_000
"""Up to so many triples of person, training and number of heads the program is one."""
LARGEST = 2**52
"""Amounts beyond this are no longer whole numbers to the solver."""
TRIES = 3


def solve(problem: Problem, planner: Planner, known: Outcome | None = None) -> Outcome:
    """Return a plan in which no purse pays more than it has, with its bound."""
    plans = [paid(problem)]
    if known is not None and not broken(problem, known.pairs):
        plans.append(known)
    whole = _whole(problem)
    if whole is not None:
        if whole.optimal:
            return whole
        plans.append(whole)
    full = planner(cheapest(problem), None)
    heads: dict[int, int] = dict(Counter(offer for _, offer in full.pairs))
    for _ in range(TRIES):
        found = planner(targeted(problem, heads), None)
        if not broken(problem, found.pairs):
            plans.append(found)
        there = Counter(offer for _, offer in found.pairs)
        heads = {o: there[o] or max(1, count // 2) for o, count in heads.items()}
    best = max(plans, key=lambda plan: (plan.reached if problem.hours_first else 0, plan.objective))
    # With hours first the bounds are those of plans with as many hours as theirs, which may be more than there can be.
    bounds = [
        p.bound for p in (full, whole) if p is not None and (not problem.hours_first or p.reached <= best.reached)
    ]
    if problem.hours_first and not bounds:
        bounds = [planner(cheapest(problem)._replace(hours_first=False), None).bound]
    reaches = [p.reach_bound for p in (full, whole) if p is not None and p.reach_bound is not None]
    most = min(reaches, default=None)
    bound = min((bound for bound in bounds if bound is not None), default=None)
    limit = None if bound is None else max(bound, best.objective)
    certain = limit == best.objective and most in (None, best.reached)
    return best._replace(bound=limit, reach_bound=most, optimal=certain, method=full.method, price_of_money=None)


def _whole(problem: Problem) -> Outcome | None:
    """Choose people and the numbers of heads in one program; None where that is too large, or a limit is missed by a fraction."""
    count = wanted(problem)
    tops = [max(1, min(offer.seats, count[place])) for place, offer in enumerate(problem.offers)]
    split = [bool(offer.class_cost and not offer.held) for offer in problem.offers]
    if sum(tops[c.offer] if split[c.offer] else 1 for learner in problem.learners for c in learner.choices) > SMALL:
        return None
    # Shares of a rupiah come out whole in this unit; where it would be too fine, each is taken a little less, and checked at last.
    most = max(tops, default=1)
    unit = lcm(*range(1, most + 1)) if most <= 40 else LARGEST
    unit = max(
        1, min(unit, LARGEST // max(1, *problem.purses.values(), *(o.cost + o.class_cost for o in problem.offers)))
    )
    offers: list[Offer] = []
    of: list[int] = []
    groups: list[list[int]] = []
    for place, offer in enumerate(problem.offers):
        group = []
        for heads in range(max(1, offer.seats_min), tops[place] + 1) if split[place] else (0,):
            group.append(len(of))
            of.append(place)
            if heads:
                cost = offer.cost * unit + offer.class_cost * unit // heads
                offers.append(offer._replace(cost=cost, class_cost=0, seats=heads, seats_min=heads))
            else:
                offers.append(offer._replace(cost=offer.cost * unit, class_cost=0))
        groups.append(group)
    learners = tuple(
        learner._replace(
            choices=tuple(Choice(copy, c.competency, c.gain) for c in learner.choices for copy in groups[c.offer])
        )
        for learner in problem.learners
    )
    purses = {purse: money * unit for purse, money in problem.purses.items()}
    copied = problem._replace(offers=tuple(offers), learners=learners, purses=purses)
    found = exact.solve(copied, one_of=groups)
    pairs = tuple(sorted((who, of[copy]) for who, copy in found.pairs))
    if broken(problem, pairs):
        return None
    return found._replace(pairs=pairs, objective=objective(problem, pairs), reached=reached(problem, pairs))
