"""The training plan of many people: prices for money, seats and absences instead of one huge program.

With a price on everything scarce, each person's best choice is a small problem of its own, and the sum of their values is a bound
that no plan exceeds, whatever the prices (a Lagrangian dual). The prices come from a program over the pairs that are nearest to a
person's best (column generation). Then the classes worth holding are settled, the program is solved once more with what they really
cost, and what is not whole in its answer is chosen in whole people.

Everything stops by work that is counted: rounds, columns, nodes. The same data come to the same plan on every machine, however busy.
"""

from asnkarier.core.access import Progress, silent
from asnkarier.core.growth.plan.greedy import greedy
from asnkarier.core.growth.plan.problem import Outcome, Problem, broken
from asnkarier.core.numbers import SCALE
from asnkarier.optimise.columns import Answer, Classes, generated, held, in_whole_people
from asnkarier.optimise.pairs import Pairs
from asnkarier.optimise.prices import Search
from asnkarier.optimise.rounding import Used, at_prices, rounded

ENOUGH = 0.002
"""A program this close to the bound is not solved again for more."""
STEPS = 300
"""Steps of the first prices."""
FURTHER = 800
"""Steps of the prices towards what the program came to, where the bound is still far from it."""
PATIENCE, SHORTEST = 25, 0.001
NEAR = 0.005
"""A bound this close to the program's value is near."""


def solve(problem: Problem, progress: Progress = silent, known: Outcome | None = None) -> Outcome:
    """Return a plan close to the best there is, with the bound it is measured by; `known` is a plan to begin with."""
    known = known or greedy(problem)
    pairs = Pairs(problem)
    if not len(pairs.gain):
        return known._replace(bound=0, optimal=True, method="exact")
    search = Search(pairs)
    answer = bounded(search, known, progress)
    classes = held(search, answer) if answer else None
    plan = finished(search, answer, classes, known, progress)
    return measured(plan, search)


def bounded(search: Search, known: Outcome, progress: Progress) -> Answer | None:
    """Search for the prices with the best bound, beginning with those of a plan; return what the program came to."""
    progress(0, 3, "compute")
    search.begin(known)
    search.subgradient(known.objective / SCALE, STEPS)
    search.price(*search.prices)
    answer = generated(search)
    if answer is not None:
        # Where many gains are alike the program's own prices jump about and prove little; steps towards its value do.
        near = answer.value * (1 + NEAR)
        search.subgradient(answer.value, FURTHER, patience=PATIENCE, shortest=SHORTEST, enough=near)
        search.price(*search.prices)
    return answer


def finished(
    search: Search,
    answer: Answer | None,
    classes: Classes | None,
    known: Outcome,
    progress: Progress,
    enough: float | None = None,
) -> Outcome:
    """Return the plan that the prices become: with the classes settled, then in whole people; never worse than the one known."""
    pairs = search.pairs
    progress(1, 3, "compute")
    used: Used = at_prices(search)
    if answer is not None and classes is not None:
        goal = search.bound if enough is None else enough
        answer = generated(search, enough=goal * (1 - ENOUGH), classes=classes) or answer
        progress(2, 3, "compute")
        whole = in_whole_people(pairs, answer, classes)
        amounts = zip(answer.columns.tolist(), answer.amount.tolist(), strict=True)
        used = [(pair, amount) for pair, amount in amounts if amount > 1e-7]
        if whole is not None:
            used = [(int(pair), float(whole[pair])) for pair in whole.nonzero()[0]]
    plan = rounded(pairs, used)
    return plan if plan.objective > known.objective and not broken(pairs.problem, plan.pairs) else known


def measured(plan: Outcome, search: Search) -> Outcome:
    """Return the plan with the bound of a search, and the price of money it came to."""
    bound = max(int(search.bound * SCALE + 1), plan.objective)
    price = float(search.money.max()) * SCALE if len(search.money) == 1 else None
    return plan._replace(bound=bound, optimal=bound == plan.objective, price_of_money=price, method="prices")
