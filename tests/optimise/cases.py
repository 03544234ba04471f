"""Invented plans small enough to try every one there is."""

from fractions import Fraction
from itertools import combinations

from hypothesis import strategies as st

from asnkarier.core.growth.plan.problem import Choice, Learner, Offer, Problem, broken, objective, reached, spent

JP = 10_000


@st.composite
def problems(draw: st.DrawFn, hours: bool = False) -> Problem:
    """Draw a problem with every kind of limit: seats, JP, months, absences, one budget with classes or several without."""
    several = draw(st.sampled_from([False, False, True]))
    offers = tuple(
        Offer(
            f"T{i}",
            draw(st.sampled_from([8, 16, 24])) * JP,
            draw(st.sampled_from([0, 1, 2, 3])) * 500_000,
            seats := draw(st.integers(1, 3)),
            draw(st.integers(1, 3)),
            0 if several else draw(st.sampled_from([0, 0, 1_000_000])),
            draw(st.integers(0, seats)),
            draw(st.sampled_from([False, False, True])),
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
                draw(st.sampled_from(["A", "B"])) if several else "",
                draw(st.sampled_from([None, 24 * JP, 32 * JP])),
                draw(st.sampled_from([0, 12 * JP, 20 * JP])) if hours else 0,
                choices,
                frozenset(draw(st.sets(st.integers(1, 3), max_size=1))),
            )
        )
    absences = draw(st.sampled_from([None, 1, 2]))
    away = {(1, draw(st.integers(1, 3))): 1} if draw(st.booleans()) else {}
    money = st.sampled_from([0, 1_000_000, 2_500_000, 9_000_000])
    purses = {"A": draw(money), "B": draw(money)} if several else {"": draw(money)}
    return Problem(offers, tuple(learners), purses, absences, away, hours)


def best(problem: Problem) -> tuple[int, int]:
    """Return how many reach their hours at most (0 where that is not asked) and what is closed then, by trying every plan."""
    return cheapest(problem)[:2]


def cheapest(problem: Problem) -> tuple[int, int, Fraction]:
    """Return the same and the least money for it, less than nought.

    Every set of places is tried, those among them by which somebody learns nothing new and only keeps a class open.
    """
    pairs = [(who, c.offer) for who, learner in enumerate(problem.learners) for c in learner.choices]
    values = []
    for size in range(len(pairs) + 1):
        for plan in combinations(pairs, size):
            if not broken(problem, plan):
                hours = reached(problem, plan) if problem.hours_first else 0
                values.append((hours, objective(problem, plan), -sum(spent(problem, plan).values(), Fraction(0))))
    return max(values)
