"""The plan against the limits as they are asked for, months among them: every plan and every calendar tried by hand.

Nothing of the product judges here: what a plan closes, costs, and whom it takes away is added up from the case itself.
"""

from collections import Counter
from fractions import Fraction
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asnkarier.core.growth.plan.calendar import months, without_solver
from asnkarier.core.growth.plan.classes import cheapest, places, whole
from asnkarier.core.growth.plan.problem import Choice, Learner, Offer, Outcome, Problem, broken
from asnkarier.optimise import large
from asnkarier.optimise.months import by_prices
from asnkarier.optimise.plan import best
from tests.optimise.cases import JP


@st.composite
def years(draw: st.DrawFn, hours: bool = False) -> Problem:
    """Draw a year with a month or two left, absences limited or not, some who are away already, one purse or two."""
    two = draw(st.booleans())
    span = draw(st.sampled_from([(12,), (11, 12), (11, 12)]))
    offers = tuple(
        Offer(
            f"T{i}",
            draw(st.sampled_from([8, 16])) * JP,
            draw(st.sampled_from([0, 1, 2])) * 500_000,
            seats := draw(st.integers(1, 3)),
            0,
            draw(st.sampled_from([0, 1_000_000])),
            draw(st.integers(0, seats)),
        )
        for i in range(draw(st.integers(2, 4)))
    )
    absences = draw(st.sampled_from([None, 1, 1, 2]))
    away: Counter[tuple[int | None, int]] = Counter()
    learners = []
    for person in range(draw(st.integers(1, 3))):
        unit = draw(st.integers(1, 2))
        busy = draw(st.sampled_from([frozenset[int](), frozenset[int](), frozenset({12})])) if absences else frozenset()
        away.update((unit, month) for month in busy)
        choices = tuple(
            Choice(place, place % 3, draw(st.sampled_from([0, 10_000, 30_000] if hours else [5_000, 10_000, 30_000])))
            for place in range(len(offers))
            if draw(st.booleans())
        )
        times = len(set(span) - busy) if absences else None
        jp = draw(st.sampled_from([None, 24 * JP]))
        missing = draw(st.sampled_from([0, 16 * JP])) if hours else 0
        purse = draw(st.sampled_from(["A", "B"])) if two else ""
        learners.append(Learner(person, unit, purse, jp, missing, choices, busy, times))
    money = st.sampled_from([333_333, 333_334, 500_000, 1_000_000, 2_500_000, 9_000_000])
    purses = {"A": draw(money), "B": draw(money)} if two else {"": draw(money)}
    return Problem(offers, tuple(learners), purses, absences, dict(away), hours, span)


Plan = tuple[tuple[int, int], ...]


def fits(problem: Problem, plan: Plan) -> bool:
    """Tell whether a plan keeps to money, seats and JP, added up by hand."""
    heads = Counter(offer for _, offer in plan)
    paid = dict.fromkeys(problem.purses, Fraction(0))
    for who, offer in plan:
        item = problem.offers[offer]
        # Each head pays its own place and its part of the class.
        paid[problem.learners[who].purse] += item.cost + Fraction(item.class_cost, heads[offer])
    jp = Counter[int]()
    for who, offer in plan:
        jp[who] += problem.offers[offer].jp
    return (
        all(paid[purse] <= money for purse, money in problem.purses.items())
        and all(problem.offers[o].seats_min <= n <= problem.offers[o].seats for o, n in heads.items())
        and all(left is None or jp[who] <= left for who, left in enumerate(p.jp_left for p in problem.learners))
    )


def spared(problem: Problem, plan: Plan, calendar: dict[int, int]) -> bool:
    """Tell whether nobody is away twice in a month and no unit misses more than it can spare."""
    own = Counter((who, calendar[offer]) for who, offer in plan)
    unit = Counter(problem.away)
    for who, offer in plan:
        unit[problem.learners[who].unit, calendar[offer]] += 1
    touched = {(problem.learners[who].unit, calendar[offer]) for who, offer in plan}
    assert problem.absences is not None
    return (
        all(n == 1 for n in own.values())
        and not any(month in problem.learners[who].busy for who, month in own)
        and all(unit[place] <= problem.absences for place in touched)
    )


def closes(problem: Problem, plan: Plan) -> tuple[int, int]:
    """Return how many come to their hours (where asked) and what a plan closes: the highest of each competency once."""
    total = met = 0
    for who, learner in enumerate(problem.learners):
        mine = {offer for person, offer in plan if person == who}
        of = {c.competency for c in learner.choices}
        total += sum(
            max((c.gain for c in learner.choices if c.competency == k and c.offer in mine), default=0) for k in of
        )
        met += 0 < learner.jp_missing <= sum(problem.offers[offer].jp for offer in mine)
    return (met if problem.hours_first else 0), total


def most(problem: Problem) -> tuple[int, int]:
    """Return the best there is, by trying every plan in every calendar."""
    pairs = [(who, c.offer) for who, learner in enumerate(problem.learners) for c in learner.choices]
    top = (0, 0)
    for size in range(1, len(pairs) + 1):
        for plan in combinations(pairs, size):
            if closes(problem, plan) > top and fits(problem, plan):
                used = sorted({offer for _, offer in plan})
                calendars = (dict(zip(used, when, strict=True)) for when in product(problem.months, repeat=len(used)))
                if problem.absences is None or any(spared(problem, plan, calendar) for calendar in calendars):
                    top = closes(problem, plan)
    return top


def sound(problem: Problem, found: Outcome) -> bool:
    """Tell whether a plan found keeps every limit in the months it names."""
    kept = fits(problem, found.pairs) and len(set(found.pairs)) == len(found.pairs)
    if problem.absences is None:
        return kept
    return kept and spared(problem, found.pairs, dict(enumerate(found.months)))


@settings(max_examples=50, deadline=None)
@given(years())
def test_no_plan_in_any_calendar_closes_more(problem: Problem) -> None:
    found = best(problem)
    assert sound(problem, found)
    assert (found.objective, found.bound, found.optimal) == (most(problem)[1], found.objective, True)


@settings(max_examples=25, deadline=None)
@given(years(hours=True))
def test_hours_first_in_any_calendar(problem: Problem) -> None:
    found = best(problem)
    assert sound(problem, found)
    assert (found.reached, found.objective) == most(problem)
    assert found.optimal


@settings(max_examples=100, deadline=None)
@given(years())
def test_places_add_up_in_whole_rupiah_and_no_purse_pays_more_than_it_has(problem: Problem) -> None:
    found = without_solver(problem)
    cost = places(problem, found.pairs, problem.purses)
    paid = Counter[str]()
    for (who, _), one in zip(found.pairs, cost, strict=True):
        paid[problem.learners[who].purse] += one
    assert all(paid[purse] <= money for purse, money in problem.purses.items())
    classes = {offer for _, offer in found.pairs}
    own = sum(problem.offers[offer].cost for _, offer in found.pairs)
    assert sum(cost) == own + sum(problem.offers[offer].class_cost for offer in classes)


@settings(max_examples=50, deadline=None)
@given(years())
def test_without_the_solver_every_limit_is_kept_too(problem: Problem) -> None:
    found = without_solver(problem)
    assert sound(problem, found)
    assert found.objective == closes(problem, found.pairs)[1]


@settings(max_examples=40, deadline=None)
@given(years())
def test_with_prices_the_room_of_the_year_bounds_every_calendar(problem: Problem) -> None:
    # The plan of many people, before months are chosen: several trainings of one person take several of the unit's room.
    if problem.shared:
        problem = cheapest(problem)
    found = large.solve(problem)
    assert broken(problem, found.pairs) == []
    assert found.bound is not None
    assert found.objective <= found.bound
    assert most(problem)[1] <= found.bound


@settings(max_examples=40, deadline=None)
@given(years())
def test_of_many_people_the_plan_without_absences_bounds_every_calendar(problem: Problem) -> None:
    # What more than 100,000 pairs are planned by, on cases small enough to try by hand: never worse than the plan without the solver.
    if problem.shared or problem.absences is None:
        problem = cheapest(problem)._replace(absences=problem.absences or 1)
    found = by_prices(problem)
    assert sound(problem, found)
    assert found.objective == closes(problem, found.pairs)[1] >= without_solver(problem).objective
    assert found.bound is not None
    assert found.objective <= most(problem)[1] <= found.bound


def test_two_trainings_fall_into_one_month_where_nobody_counts_absences() -> None:
    # One person, two competencies, only December left: both, 2 + 2. With absences limited to one a month: one of them.
    offers = (Offer("A", 8 * JP, 0, 9), Offer("B", 8 * JP, 0, 9))
    learner = Learner(1, 1, "", None, 0, (Choice(0, 7, 20_000), Choice(1, 8, 20_000)))
    problem = Problem(offers, (learner,), {"": 1}, months=(12,))
    assert best(problem).objective == 40_000
    limited = problem._replace(absences=1, learners=(learner._replace(times=1),))
    assert (best(limited).objective, best(limited).bound) == (20_000, 20_000)


def test_the_totals_of_the_year_may_not_fit_into_months() -> None:
    # A takes two of the unit, B and C two each of other people; two may be away a month, two months: three classes of two do not fit
    # into two months, though 3 + 3 people would be 6 of a room of 4: two classes, 4 levels.
    offers = tuple(Offer(code, 8 * JP, 0, 2, 0, 0, 2) for code in "ABC")
    learners = tuple(Learner(who, 1, "", None, 0, (Choice(who // 2, 1, 10_000),), times=2) for who in range(6))
    found = best(Problem(offers, learners, {"": 1}, 2, months=(11, 12)))
    assert (found.objective, found.bound, found.optimal) == (40_000, 40_000, True)
    assert {found.months[offer] for _, offer in found.pairs} == {11, 12}


def test_a_calendar_lays_the_trainings_of_a_person_apart_and_fills_the_year() -> None:
    offers = tuple(Offer(f"T{i}", 8 * JP, 0, 9) for i in range(4))
    problem = Problem(
        offers, (Learner(1, 1, "", None, 0, ()), Learner(2, 1, "", None, 0, ())), {"": 1}, months=(10, 11, 12)
    )
    # The first goes to three trainings, in three months; the fourth of the second lies in any.
    chosen, excess = months(problem, [(0, 0), (0, 1), (0, 2), (1, 3)])
    assert (set(chosen[:3]), excess) == ({10, 11, 12}, 0)
    # Four trainings in three months: one month twice, which is one absence too many where they are counted, and no fault where not.
    assert months(problem, [(0, 0), (0, 1), (0, 2), (0, 3)])[1] > 0


@pytest.mark.parametrize(("money", "go"), [(5_000_000, 10), (4_999_999, 0)])
def test_two_agencies_pay_half_a_class_each(money: int, go: int) -> None:
    # A class of 10 million for ten, five of each agency: 5 million each. With a rupiah less in one purse: of k there and n of the other
    # it would pay 10 k / (k + n) million; four of nine are 4.44, but the other's five are 5.56 of its 5: nobody goes.
    offers = (Offer("A", 8 * JP, 0, 10, 0, 10_000_000, 9),)
    learners = tuple(Learner(who, 1, "AB"[who % 2], None, 0, (Choice(0, 1, 10_000),)) for who in range(10))
    found = best(Problem(offers, learners, {"A": 5_000_000, "B": money}))
    assert (len(found.pairs), found.objective, found.optimal) == (go, go * 10_000, True)


def test_a_rupiah_that_cannot_be_split_goes_to_the_purse_that_has_room() -> None:
    # Two classes of a rupiah and two purses with half of each: A has room for one rupiah in all, B for one: each pays one class.
    half = Fraction(1, 2)
    paid = whole({0: {"A": half, "B": half}, 1: {"A": half, "B": half}}, {"A": 1, "B": 1})
    assert (paid[0, "A"] + paid[1, "A"], paid[0, "B"] + paid[1, "B"]) == (1, 1)
    assert (paid[0, "A"] + paid[0, "B"], paid[1, "A"] + paid[1, "B"]) == (1, 1)
