"""The hours first, for many people: limits kept, and both bounds are bounds."""

from hypothesis import given, settings

from asnkarier.core.growth.plan.problem import Choice, Learner, Offer, Problem, broken, objective, reached
from asnkarier.optimise.hours import cheapest, most_reached, priced_bound, remaining, solve
from tests.optimise.cases import JP, best, problems


@settings(max_examples=40, deadline=None)
@given(problems(hours=True))
def test_limits_and_both_bounds(problem: Problem) -> None:
    found = solve(problem)
    assert broken(problem, found.pairs) == []
    assert (found.reached, found.objective) == (reached(problem, found.pairs), objective(problem, found.pairs))
    most, closes = best(problem)
    assert found.reach_bound is not None
    assert found.bound is not None
    assert found.reached <= most <= found.reach_bound
    assert closes <= found.bound
    assert not found.optimal or (found.reached, found.objective) == (most, closes)


def person(missing: int, *offers: int, unit: int = 1) -> Learner:
    return Learner(unit, unit, "", None, missing * JP, tuple(Choice(o, o, 0) for o in offers))


def test_the_cheapest_way_to_the_hours_may_be_two_trainings() -> None:
    offers = (Offer("A", 8 * JP, 3, 9, 1), Offer("B", 12 * JP, 4, 9, 2), Offer("C", 20 * JP, 8, 9, 3))
    people = (person(20, 0, 1, 2), person(12, 0, 1), person(20, 0), person(0, 0))
    # 20 JP: 8 + 12 for 3 + 4, not 20 for 8. 12 JP: B for 4. 20 JP by A alone: never. Nothing missing: not asked.
    assert cheapest(Problem(offers, people, {"": 100})) == [7, 4, None, None]


def test_money_seats_and_absences_each_limit_how_many_reach_their_hours() -> None:
    offers = (Offer("A", 20 * JP, 10, 3, 1),)
    people = tuple(person(20, 0, unit=who // 2) for who in range(4))
    problem = Problem(offers, people, {"": 100})
    assert most_reached(problem) == 3  # 3 seats of 4
    assert most_reached(problem._replace(purses={"": 29})) == 2  # 29 of 10 a head
    assert most_reached(problem._replace(absences=1)) == 2  # one of each of two units


def test_prices_bound_what_seats_and_money_together_allow() -> None:
    # Four lack 20 JP; A of 8 JP has 2 seats, B of 20 JP one: 36 JP for 80 missing. One by B, and A gives the others 16 of 20 each at
    # best: with fractions 1 + 16/20 = 1.8, so one.
    offers = (Offer("A", 8 * JP, 0, 2, 1), Offer("B", 20 * JP, 0, 1, 2))
    people = tuple(person(20, 0, 1, unit=who) for who in range(4))
    assert priced_bound(Problem(offers, people, {"": 0}), 1) == 1
    assert priced_bound(Problem(offers, (person(0, 0),), {"": 0}), 0) is None


def test_what_remains_beside_what_is_kept() -> None:
    offers = (Offer("A", 8 * JP, 3, 2, 1, 10, 2), Offer("B", 8 * JP, 4, 2, 2))
    learner = Learner(1, 1, "", 24 * JP, 8 * JP, (Choice(0, 7, 10_000), Choice(1, 7, 30_000)))
    rest = remaining(Problem(offers, (learner,), {"": 20}), [(0, 0)])
    assert (rest.offers[0].seats, rest.offers[0].seats_min, rest.offers[0].held) == (1, 1, True)
    assert rest.purses == {"": 20 - 3 - 10}
    # B closes 3 of the competency of which A closes 1 already: 2 more.
    assert rest.learners[0].choices == (Choice(1, 7, 20_000),)
    assert (rest.learners[0].jp_left, rest.learners[0].busy) == (16 * JP, frozenset({1}))
