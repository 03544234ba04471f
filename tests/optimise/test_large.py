"""The plan of many people on cases small enough to try every plan: it keeps every limit, and its bound is one."""

from hypothesis import given, settings

from asnkarier.core.growth.plan import Choice, Learner, Offer, Problem, broken, objective
from asnkarier.optimise.large import solve
from tests.optimise.cases import JP, best, problems


@settings(max_examples=60, deadline=None)
@given(problems())
def test_no_limit_is_exceeded_and_no_plan_is_above_the_bound(problem: Problem) -> None:
    found = solve(problem, 4.0)
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
    found = solve(Problem(offers, learners, {"": 1_999_999}), 5.0)
    assert found.objective == 90_000
    assert broken(Problem(offers, learners, {"": 1_999_999}), found.pairs) == []
