"""The exact plan against every plan there is, on cases small enough to try them all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asnkarier.core.growth.plan.greedy import greedy
from asnkarier.core.growth.plan.problem import Choice, Learner, Offer, Problem, broken, objective, spent
from asnkarier.optimise.exact import solve
from tests.optimise.cases import JP, cheapest, problems


@settings(max_examples=60, deadline=None)
@given(problems())
def test_no_plan_closes_more(problem: Problem) -> None:
    found = solve(problem)
    assert broken(problem, found.pairs) == []
    _, most, money = cheapest(problem)
    assert found.objective == objective(problem, found.pairs) == most
    assert -sum(spent(problem, found.pairs).values()) == money
    assert found.optimal
    assert found.bound == found.objective


@settings(max_examples=40, deadline=None)
@given(problems(hours=True))
def test_hours_come_first_and_then_the_gaps(problem: Problem) -> None:
    found = solve(problem)
    assert broken(problem, found.pairs) == []
    assert (found.reached, found.objective, -sum(spent(problem, found.pairs).values())) == cheapest(problem)


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


def test_a_seat_may_be_taken_only_to_keep_a_class_open() -> None:
    # B needs two: the first learner, who learns more of the same at A, keeps it open for the second: 1 + 0.5.
    offers = (Offer("A", 8 * JP, 0, 1, 2), Offer("B", 8 * JP, 0, 2, 1, 0, 2))
    learners = (
        Learner(0, 1, "", None, 0, (Choice(0, 1, 10_000), Choice(1, 1, 5_000))),
        Learner(1, 1, "", None, 0, (Choice(1, 1, 5_000),)),
    )
    found = solve(Problem(offers, learners, {"": 0}))
    assert (set(found.pairs), found.objective, found.optimal) == ({(0, 0), (0, 1), (1, 1)}, 15_000, True)
    # Without the second learner nobody is sent there for nothing.
    assert solve(Problem(offers, learners[:1], {"": 0})).pairs == ((0, 0),)


@pytest.mark.parametrize(("budget", "closes"), [(2_000_000, 30_000), (1_999_999, 20_000)])
def test_both_sides_of_the_budget(budget: int, closes: int) -> None:
    # One seat at 2 million closes 3 levels, one at 1 million closes 2.
    offers = (Offer("A", 8 * JP, 2_000_000, 1, 1), Offer("B", 8 * JP, 1_000_000, 1, 2))
    learner = Learner(1, None, "", None, 0, (Choice(0, 7, 30_000), Choice(1, 8, 20_000)))
    assert solve(Problem(offers, (learner,), {"": budget})).objective == closes


@pytest.mark.parametrize(("gain", "sent"), [(20_000, ((0, 1),)), (20_001, ((0, 0),))])
def test_of_equal_plans_the_cheapest_but_never_less_for_less_money(
    gain: int, sent: tuple[tuple[int, int], ...]
) -> None:
    # A for 5 million and B for 1 rupiah both close 2 levels: B. By a ten-thousandth of a level more, A is the plan to make.
    offers = (Offer("A", 8 * JP, 5_000_000, 1, 1), Offer("B", 8 * JP, 1, 1, 2))
    learner = Learner(1, None, "", None, 0, (Choice(0, 7, gain), Choice(1, 7, 20_000)))
    found = solve(Problem(offers, (learner,), {"": 5_000_001}))
    assert (found.pairs, found.optimal) == (sent, True)


def test_the_cheapest_counts_what_a_class_costs() -> None:
    # Two want the same level. A: two places free in a class for 900,000. B: 400,000 a place, 800,000 for both.
    offers = (Offer("A", 8 * JP, 0, 2, 1, 900_000), Offer("B", 8 * JP, 400_000, 2, 2))
    wants = (Choice(0, 7, 10_000), Choice(1, 7, 10_000))
    learners = tuple(Learner(who, who, "", None, 0, wants) for who in range(3))
    assert set(solve(Problem(offers, learners[:2], {"": 9_000_000})).pairs) == {(0, 1), (1, 1)}
    # Where the class is held in any case its places are free.
    paid = (offers[0]._replace(held=True), offers[1])
    assert set(solve(Problem(paid, learners[:2], {"": 9_000_000})).pairs) == {(0, 0), (1, 0)}


def test_a_place_of_no_gain_keeps_a_class_open_in_the_trial_of_every_plan_too() -> None:
    # The case above, by the count of every plan: 1 + 0.5, with a seat by which the first learner learns nothing more.
    offers = (Offer("A", 8 * JP, 0, 1, 2), Offer("B", 8 * JP, 0, 2, 1, 0, 2))
    learners = (
        Learner(0, 1, "", None, 0, (Choice(0, 1, 10_000), Choice(1, 1, 5_000))),
        Learner(1, 1, "", None, 0, (Choice(1, 1, 5_000),)),
    )
    assert cheapest(Problem(offers, learners, {"": 0}))[1] == 15_000
