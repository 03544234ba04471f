"""Open selection: the marks of its stages, weighed by the policy; a stage without a mark makes the total a range."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from asnkarier.core.decide.measures import Points
from asnkarier.core.numbers import SCALE
from asnkarier.core.rules.talent import Stage, StageShare

FULL = 100 * SCALE


class Mark(NamedTuple):
    """The mark of one stage (1/10 000 of a point; None: none is on record) and the record it stands in."""

    score: int | None
    record: int


class Applicant(NamedTuple):
    """Someone who takes part: an employee (`person_id`), or an outsider known by name alone."""

    key: str
    person_id: int | None
    name: str
    marks: Mapping[str, Mark]


class Placed(NamedTuple):
    """An applicant's total and place; `rank` None while a stage is missing."""

    applicant: Applicant
    total: Points
    missing: tuple[str, ...]
    rank: int | None
    tied: bool


def total(marks: Mapping[str, Mark], weights: Mapping[str, int]) -> Points:
    """Return the weighed total; weights are in 1/10 000 of a percent and add to 100."""
    low = high = 0
    for stage, weight in weights.items():
        mark = marks.get(stage)
        score = None if mark is None else mark.score
        low += weight * (score or 0)
        high += weight * (FULL if score is None else score)
    return low, high, FULL


class Outside(NamedTuple):
    """A stage whose weight in a policy lies outside what the law leaves to it."""

    stage: str
    weight: int
    share: StageShare


def outside(weights: Mapping[str, int], shares: Mapping[Stage, StageShare]) -> list[Outside]:
    """Return the stages weighed less or more than the law's shares; one that a policy leaves out weighs nothing."""
    found = ((stage, weights.get(stage, 0), share) for stage, share in shares.items())
    return [Outside(*one) for one in found if not one[2].at_least <= one[1] <= one[2].at_most]


def missing(marks: Mapping[str, Mark], weights: Mapping[str, int]) -> tuple[str, ...]:
    """Return the stages without a mark."""
    return tuple(stage for stage in weights if stage not in marks or marks[stage].score is None)


def placed(applicants: Sequence[Applicant], weights: Mapping[str, int]) -> list[Placed]:
    """Rank who has a mark in every stage by the total; equal totals share the rank. Who has not follows without a place."""
    whole: list[Placed] = []
    waiting: list[Placed] = []
    for one in applicants:
        gaps = missing(one.marks, weights)
        found = Placed(one, total(one.marks, weights), gaps, None, False)
        (waiting if gaps else whole).append(found)
    whole.sort(key=lambda p: (-p.total[0], p.applicant.name, p.applicant.key))
    totals = [p.total[0] for p in whole]
    ranked = [p._replace(rank=totals.index(p.total[0]) + 1, tied=totals.count(p.total[0]) > 1) for p in whole]
    waiting.sort(key=lambda p: (-p.total[1], p.applicant.name, p.applicant.key))
    return [*ranked, *waiting]
