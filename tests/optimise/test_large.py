"""The plan of many people on cases small enough to try every plan: it keeps every limit, and its bound is one."""

import re
from pathlib import Path

from hypothesis import given, settings

from asnkarier import optimise
from asnkarier.core.growth.plan.problem import Choice, Learner, Offer, Problem, broken, objective
from asnkarier.optimise.large import solve
from asnkarier.optimise.months import by_prices
from tests.optimise.cases import JP, best, problems


@settings(max_examples=60, deadline=None)
@given(problems())
def test_no_limit_is_exceeded_and_no_plan_is_above_the_bound(problem: Problem) -> None:
    found = solve(problem)
    assert broken(problem, found.pairs) == []
    assert found.objective == objective(problem, found.pairs)
    most = best(problem)[1]
    assert found.bound is not None
    assert found.objective <= most <= found.bound
    assert not found.optimal or found.objective == most


def test_what_rounding_breaks_is_chosen_anew_in_whole_people() -> None:
    # Two classes at 1 million each with three seats, a head free; money for one class. Five want A for 3 or B for 2.
    # Prices alone would open a third of both; whole classes: A with three at 3 levels, 9, is the best.
    offers = (Offer("A", 8 * JP, 0, 3, 1, 1_000_000), Offer("B", 8 * JP, 0, 3, 2, 1_000_000))
    wants = (Choice(0, 7, 30_000), Choice(1, 8, 20_000))
    learners = tuple(Learner(who, who, "", None, 0, wants) for who in range(5))
    found = solve(Problem(offers, learners, {"": 1_999_999}))
    assert found.objective == 90_000
    assert broken(Problem(offers, learners, {"": 1_999_999}), found.pairs) == []


def test_the_search_reads_no_clock_and_comes_to_the_same_plan_again() -> None:
    # Only counted work ends it: however busy the machine, the same data have the same plan.
    for module in Path(optimise.__file__).parent.glob("*.py"):
        assert not {"time", "datetime"} & set(re.findall(r"^\s*(?:from|import) (\w+)", module.read_text("utf-8"), re.M))
    offers = tuple(Offer(f"T{i}", 8 * JP, 1_000_000 + i, 4, 0, 3_000_000, 2) for i in range(6))
    wants = [
        tuple(Choice(i, i % 4, 10_000 + 37 * (who * 7 + i * 5) % 9_000) for i in range(6) if (who + i) % 3)
        for who in range(24)
    ]
    learners = tuple(Learner(who, who % 5, "", None, 0, mine) for who, mine in enumerate(wants))
    problem = Problem(offers, learners, {"": 22_000_000}, absences=1, months=(1, 2, 3))
    first, again = by_prices(problem), by_prices(problem)
    assert first == again
    assert broken(problem.dealt(first.months), first.pairs) == []
