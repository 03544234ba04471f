"""The exact plan against every plan there is, on cases small enough to try them all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asnkarier.core.growth.greedy import greedy
from asnkarier.core.growth.plan import Choice, Learner, Offer, Problem, broken, objective
from asnkarier.optimise.exact import solve
from tests.optimise.cases import JP, best, problems


@settings(max_examples=60, deadline=None)
@given(problems())
def test_no_plan_closes_more(problem: Problem) -> None:
    found = solve(problem)
    assert broken(problem, found.pairs) == []
    assert found.objective == objective(problem, found.pairs) == best(problem)[1]
    assert found.optimal
    assert found.bound == found.objective


@settings(max_examples=40, deadline=None)
@given(problems(hours=True))
def test_hours_come_first_and_then_the_gaps(problem: Problem) -> None:
    found = solve(problem)
    assert broken(problem, found.pairs) == []
    assert (found.reached, found.objective) == best(problem)


@settings(max_examples=100, deadline=None)
@given(st.one_of(problems(), problems(hours=True)))
def test_the_greedy_plan_never_exceeds_a_limit(problem: Problem) -> None:
    found = greedy(problem)
    assert broken(problem, found.pairs) == []
    assert found.objective == objective(problem, found.pairs)


def test_two_trainings_of_one_competency_count_once() -> None:
    offers = (Offer("A", 8 * JP, 1, 9, 1), Offer("B", 8 * JP, 1, 9, 2))
    learner = Learner(1, None, "", None, 0, (Choice(0, 7, 10_000), Choice(1, 7, 30_000)))
    found = solve(Problem(offers, (learner,), {"": 2}))
    assert (found.pairs, found.objective) == (((0, 1),), 30_000)


@pytest.mark.parametrize(("budget", "closes"), [(2_000_000, 30_000), (1_999_999, 20_000)])
def test_both_sides_of_the_budget(budget: int, closes: int) -> None:
    # One seat at 2 million closes 3 levels, one at 1 million closes 2.
    offers = (Offer("A", 8 * JP, 2_000_000, 1, 1), Offer("B", 8 * JP, 1_000_000, 1, 2))
    learner = Learner(1, None, "", None, 0, (Choice(0, 7, 30_000), Choice(1, 8, 20_000)))
    assert solve(Problem(offers, (learner,), {"": budget})).objective == closes
