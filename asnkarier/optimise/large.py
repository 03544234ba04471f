"""The training plan of many people: prices for money, seats and absences instead of one huge program.

With a price on everything scarce, each person's best choice is a small problem of its own, and the sum of their values is a bound
that no plan exceeds, whatever the prices (a Lagrangian dual). The prices come from a program over few promising choices a
person (column generation); its solution, rounded, is the plan, and at last the choices that can still matter are chosen anew in whole
people.
"""

from time import monotonic

from asnkarier.core.access import Progress, silent
from asnkarier.core.growth.greedy import greedy
from asnkarier.core.growth.plan import Outcome, Problem
from asnkarier.core.numbers import SCALE
from asnkarier.optimise.pairs import Pairs
from asnkarier.optimise.prices import Search
from asnkarier.optimise.rounding import Used, at_prices, in_whole_people, rounded

ROUNDS = 20
ENOUGH = 0.002
"""Stop when plan and bound are this close."""
SETTLED = 0.0005
"""The prices are good enough when program and bound are this close."""
STEPS = 100
"""Steps of the first prices."""
NEARBY = 0.01
"""How far from the bound of a search begun with plans are taken to be."""
PRICES, PROGRAMS = 0.25, 0.7
"""Parts of the time after which the first prices, and the programs, have to be done."""


def solve(
    problem: Problem, seconds: float = 36.0, progress: Progress = silent, known: Outcome | None = None
) -> Outcome:
    """Return a plan close to the best there is, with the bound it is measured by; `known` is a plan to begin with."""
    began = monotonic()
    known = known or greedy(problem)
    pairs = Pairs(problem)
    if not len(pairs.gain):
        return known._replace(bound=0, optimal=True, method="exact")
    search = Search(pairs)
    used = searched(search, seconds, progress, known)
    return finished(search, used, known, began + seconds - monotonic())


def searched(search: Search, seconds: float, progress: Progress, known: Outcome, like: Search | None = None) -> Used:
    """Search for prices, beginning with what a search `like` it came to; return what the last program over the choices used."""
    began = monotonic()
    until = began + seconds
    search.begin(known)
    target, steps, programs = known.objective / SCALE, STEPS, PROGRAMS
    if like is not None:
        # Its prices are nearly these: few steps tell what else is scarce.
        search.take(like)
        target, steps, programs = max(target, like.bound * (1 - NEARBY)), STEPS // 5, PROGRAMS / 2
    search.subgradient(target, steps, began + seconds * PRICES)
    search.price(search.money, search.seats, search.absences)
    used: Used = []
    before = -1
    for round_ in range(ROUNDS):
        progress(round_, ROUNDS, "compute")
        search.prune()
        value, found = search.program(max(1.0, until - monotonic()))
        if not found:
            break
        used = found
        kept = sum(map(len, search.bundles.values()))
        if search.bound <= value * (1 + SETTLED) or kept == before or monotonic() > began + seconds * programs:
            break
        before = kept
    return used


def finished(search: Search, used: Used, known: Outcome, seconds: float) -> Outcome:
    """Return the plan that a program's answer becomes, chosen anew in whole people where there is time, with the bound found."""
    until = monotonic() + seconds
    plan = rounded(search.pairs, used or at_prices(search))
    best = plan if plan.objective > known.objective else known
    left = until - monotonic()
    if left > 2 and search.bound * SCALE > best.objective * (1 + ENOUGH):
        best = in_whole_people(search, best, left)
    bound = max(int(search.bound * SCALE + 1), best.objective)
    price = float(search.money.max()) * SCALE if len(search.money) == 1 else None
    return best._replace(bound=bound, optimal=bound == best.objective, price_of_money=price, method="prices")
