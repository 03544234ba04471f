"""What each component adds to a score, exactly: the parts of one person sum to the score, and those of two to their difference."""

from fractions import Fraction
from typing import NamedTuple

from asnkarier.core.decide.measures import Points
from asnkarier.core.decide.shortlist import Judge, Judged
from asnkarier.core.decide.talent import Part, target_share
from asnkarier.core.numbers import SCALE
from asnkarier.core.person import Person

HUNDRED = Fraction(100)
AXES = ("performance", "potential", "target")


class Contribution(NamedTuple):
    """One component of one person: its points of 100 (None: does not apply), its share of the score in percent, what it adds.

    Where points are a range, `adds` is by the sure part, as lists are ranked.
    """

    component: str
    axis: str
    low: Fraction | None
    high: Fraction | None
    share: Fraction
    adds: Fraction


def contributions(judge: Judge, judged: Judged) -> list[Contribution]:
    """Return what every component adds to the sure part of the person's score; together they are it."""
    policy = judge.setting.policy
    person, scorer = judged.person, judge.scorer
    technical = target_share(judge.records.technical.get(person.id, {}), judge.target, judge.setting)
    # Weights are proportions: a policy that is tried with another weight need not add to 100.
    beside = _shares(technical[1].talent, technical[1].technical) if technical else (HUNDRED, Fraction(0))
    axes = _shares(policy.talent_performance, policy.talent_potential)
    result: list[Contribution] = []
    for axis, parts, weight in (
        ("performance", scorer.performance, axes[0]),
        ("potential", scorer.potential, axes[1]),
    ):
        result += _axis(axis, parts, beside[0] * weight / HUNDRED, person, judge)
    if technical is not None:
        low, high = _ends(technical[0])
        result.append(Contribution("technical", "target", low, high, beside[1], low * beside[1] / HUNDRED))
    return result


def _axis(axis: str, parts: list[Part], whole: Fraction, person: Person, judge: Judge) -> list[Contribution]:
    """Return the parts of one axis that weighs `whole` percent of the score; what does not apply leaves its weight to the others."""
    found: list[tuple[Part, Points | None, Points | None]] = []
    for part in parts:
        points = part.measured(person, judge.records)
        counted = points
        if points is None and part.when_not_applicable != "scale":
            fixed = 0 if part.when_not_applicable == "zero" else part.bounds[1]
            counted = (fixed, fixed, 1)
        found.append((part, points, counted))
    weights = sum(part.weight for part, _, counted in found if counted is not None)
    result = []
    for part, points, counted in found:
        share = whole * part.weight / weights if weights and counted is not None else Fraction(0)
        low, high = _ends(points) if points is not None else (None, None)
        adds = _ends(counted)[0] * share / HUNDRED if counted is not None else Fraction(0)
        result.append(Contribution(part.name, axis, low, high, share, adds))
    return result


def _ends(points: Points) -> tuple[Fraction, Fraction]:
    low, high, base = points
    return Fraction(low, base * SCALE), Fraction(high, base * SCALE)


def _shares(one: int, other: int) -> tuple[Fraction, Fraction]:
    """Return two weights as percents of their sum."""
    return one * HUNDRED / (one + other), other * HUNDRED / (one + other)


class Compared(NamedTuple):
    """One component of two people: each one's part, and how many points the first has more by it."""

    component: str
    axis: str
    one: Contribution
    other: Contribution
    difference: Fraction


def compared(one: list[Contribution], other: list[Contribution]) -> list[Compared]:
    """Return both people's components side by side; the differences sum to that of the sure parts of their scores."""
    return [Compared(a.component, a.axis, a, b, a.adds - b.adds) for a, b in zip(one, other, strict=True)]


def sure(judged: Judged) -> Fraction:
    """Return the sure part of a score."""
    return Fraction(judged.score[0], judged.score[2] * SCALE)
