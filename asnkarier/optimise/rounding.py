"""From a program's answer to a plan of whole people: what is whole first, then what was split, then whatever still fits."""

from asnkarier.core.growth.plan.greedy import complete
from asnkarier.core.growth.plan.problem import Load, Outcome, Pair, objective, reached
from asnkarier.optimise.pairs import Pairs
from asnkarier.optimise.prices import Search

Used = list[tuple[int, float]]
"""A pair, and how many of its group go: not always a whole number."""


def rounded(pairs: Pairs, used: Used) -> Outcome:
    """Give whole people what the program gave them, then those it split, then fill what is left."""
    load = _given(pairs, used)
    complete(load, openings=pairs.openings)
    plan = load.pairs
    return Outcome(plan, objective(pairs.problem, plan), reached(pairs.problem, plan), None, False, "prices")


def placed(pairs: Pairs, used: Used) -> tuple[Pair, ...]:
    """Return who goes where by the program's answer alone: classes may be too small, and what is left stays."""
    return _given(pairs, used).pairs


def _given(pairs: Pairs, used: Used) -> Load:
    load = Load(pairs.problem)
    split: Used = []
    for pair, amount in used:
        whole = int(amount + 1e-6)
        _send(load, pairs, pair, whole)
        if amount - whole > 1e-6:
            split.append((pair, amount - whole))
    split.sort(key=lambda item: (-item[1], item[0]))
    for pair, _ in split:
        _send(load, pairs, pair, 1)
    return load


def _send(load: Load, pairs: Pairs, pair: int, count: int) -> None:
    """Send so many of a pair's group to its training: who has none of it yet, and nothing else for the same competency."""
    offer, competency = int(pairs.offer[pair]), int(pairs.competency[pair])
    learners = pairs.problem.learners
    for who in pairs.members[pairs.group[pair]]:
        if not count:
            return
        mine = load.taken.get(who, ())
        same = any(c.competency == competency and c.offer in mine and c.gain for c in learners[who].choices)
        if offer not in mine and not same and not load.obstacle(who, offer):
            load.add(who, offer)
            count -= 1


def at_prices(search: Search) -> Used:
    """Return everyone's best choice at the best prices, what would be lost most first."""
    pairs = search.pairs
    worth = pairs.priced(*search.prices)
    _, taken = pairs.best(worth, exact=True)
    order = sorted(taken.tolist(), key=lambda pair: (-float(worth[pair]), pair))
    return [(pair, float(pairs.size[pairs.group[pair]])) for pair in order]
