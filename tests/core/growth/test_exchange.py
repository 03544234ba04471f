"""A plan made better without a solver: never past a limit, never worse than it was, and what the first way of making it misses."""

from hypothesis import given, settings
from hypothesis import strategies as st

from asnkarier.core.growth.plan.calendar import paid, plain, without_solver
from asnkarier.core.growth.plan.exchange import Budget, better, exchanged, rank
from asnkarier.core.growth.plan.problem import Choice, Learner, Offer, Problem, broken, objective, reached
from tests.optimise.cases import JP, cheapest, problems
from tests.optimise.test_months import sound, years


@settings(max_examples=80, deadline=None)
@given(st.one_of(problems(), problems(hours=True), years(), years(hours=True)))
def test_it_never_exceeds_a_limit_and_is_never_worse(problem: Problem) -> None:
    first = plain(problem)
    found = better(problem, first)
    assert broken(problem, found.pairs) == []
    assert (found.objective, found.reached) == (objective(problem, found.pairs), reached(problem, found.pairs))
    assert rank(problem, found.pairs) >= rank(problem, first.pairs)


@settings(max_examples=40, deadline=None)
@given(problems())
def test_it_is_never_above_the_best_there_is(problem: Problem) -> None:
    assert rank(problem, paid(problem).pairs) <= cheapest(problem)


@settings(max_examples=40, deadline=None)
@given(years())
def test_with_months_every_limit_is_kept(problem: Problem) -> None:
    assert sound(problem, without_solver(problem))


def test_two_agencies_share_a_class_that_neither_could_pay_alone() -> None:
    # A class of 10 million for two heads, 6 million in each purse: together 1 + 1 level, where each alone sees a class it cannot
    # pay and takes the half level for 100,000.
    offers = (Offer("A", 8 * JP, 0, 2, 0, 10_000_000), Offer("B", 8 * JP, 100_000, 9))
    wants = (Choice(0, 7, 10_000), Choice(1, 7, 5_000))
    learners = tuple(Learner(who, who, purse, None, 0, wants) for who, purse in enumerate("AB"))
    problem = Problem(offers, learners, {"A": 6_000_000, "B": 6_000_000})
    assert paid(problem).objective == 20_000
    # With 4,999,999 in one of them the class cannot be shared: half a level each.
    assert paid(problem._replace(purses={"A": 4_999_999, "B": 6_000_000})).objective == 10_000


def test_a_place_is_given_to_whom_it_closes_more_and_to_the_cheaper_training() -> None:
    # One seat, taken by whom it closes 1: the other, whom it closes 2, gets it.
    offers = (Offer("A", 8 * JP, 0, 1),)
    learners = tuple(Learner(who, who, "", None, 0, (Choice(0, 7, gain),)) for who, gain in enumerate((10_000, 20_000)))
    assert exchanged(Problem(offers, learners, {"": 0}), [(0, 0)]) == ((1, 0),)
    # As much for less money: B.
    dear = (Offer("A", 8 * JP, 2, 1), Offer("B", 8 * JP, 1, 1))
    person = (Learner(0, 0, "", None, 0, (Choice(0, 7, 10_000), Choice(1, 7, 10_000))),)
    assert exchanged(Problem(dear, person, {"": 9}), [(0, 0)]) == ((0, 1),)


def test_it_ends_by_counted_work() -> None:
    offers = (Offer("A", 8 * JP, 0, 1),)
    learners = tuple(Learner(who, who, "", None, 0, (Choice(0, 7, gain),)) for who, gain in enumerate((10_000, 20_000)))
    assert exchanged(Problem(offers, learners, {"": 0}), [(0, 0)], Budget(0)) == ((0, 0),)
