"""The exact plan against every plan there is, on cases small enough to try them all."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asnkarier.core.growth.greedy import greedy
from asnkarier.core.growth.plan import Choice, Learner, Offer, Problem, broken, objective, reached
from asnkarier.optimise.exact import solve

JP = 10_000


@st.composite
def problems(draw: st.DrawFn, hours: bool = False) -> Problem:
    offers = tuple(
        Offer(
            f"T{i}",
            draw(st.sampled_from([8, 16, 24])) * JP,
            draw(st.sampled_from([0, 1, 2, 3])) * 500_000,
            seats := draw(st.integers(1, 3)),
            draw(st.integers(1, 3)),
            draw(st.sampled_from([0, 0, 1_000_000])),
            draw(st.integers(0, seats)),
        )
        for i in range(draw(st.integers(1, 3)))
    )
    competency_of = [draw(st.integers(1, 2)) for _ in offers]
    learners = []
    for person in range(draw(st.integers(1, 3))):
        choices = tuple(
            Choice(place, competency_of[place], draw(st.sampled_from([0, 5_000, 10_000, 30_000, 60_000])))
            for place in range(len(offers))
            if draw(st.booleans())
        )
        learners.append(
            Learner(
                person,
                draw(st.integers(1, 2)),
                "",
                draw(st.sampled_from([None, 24 * JP, 32 * JP])),
                draw(st.sampled_from([0, 12 * JP, 20 * JP])) if hours else 0,
                choices,
            )
        )
    absences = draw(st.sampled_from([None, 1, 2]))
    money = draw(st.sampled_from([0, 1_000_000, 2_500_000, 9_000_000]))
    return Problem(offers, tuple(learners), {"": money}, absences, {}, hours)


def best(problem: Problem) -> tuple[int, int]:
    pairs = [(who, c.offer) for who, learner in enumerate(problem.learners) for c in learner.choices]
    values = []
    for size in range(len(pairs) + 1):
        for plan in combinations(pairs, size):
            if not broken(problem, plan):
                values.append((reached(problem, plan) if problem.hours_first else 0, objective(problem, plan)))
    return max(values)


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
