"""Rules of performance appraisal: how a predicate comes about, and how predicates should be spread over a unit."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from asnkarier.core.bands import Band
from asnkarier.core.regulation import Scaled

Rating = Literal["above", "meets", "below"]
Predicate = Literal["sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang"]
UnitPredicate = Literal["istimewa", "baik", "butuh_perbaikan", "kurang", "sangat_kurang"]

RATINGS: tuple[Rating, ...] = ("above", "meets", "below")
PREDICATES: tuple[Predicate, ...] = ("sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang")
"""Best first."""
UNIT_PREDICATES: tuple[UnitPredicate, ...] = ("istimewa", "baik", "butuh_perbaikan", "kurang", "sangat_kurang")


class MatrixCell(NamedTuple):
    """One cell of the 3 × 3 matrix of work result and behaviour."""

    work_result: Rating
    behaviour: Rating
    predicate: Predicate


class MatrixRule(NamedTuple):
    """Since 2022: the predicate is read off a matrix, without arithmetic. `codes` are BKN's numbers.

    Nobody is evaluated for a time spent wholly in one of the states `not_evaluated`.
    """

    method: Literal["matrix"]
    cells: tuple[MatrixCell, ...]
    names: Mapping[Predicate, str]
    codes: Mapping[Predicate, int]
    not_evaluated: tuple[str, ...] = ()


class ScaleRule(NamedTuple):
    """Before 2022: a score falls into a band with its own name; `equals` says which predicate of today ranks the same.

    `needs_new_idea` are bands that ask for a new idea beside the score; without one the next lower band counts.
    """

    method: Literal["scale"]
    bands: tuple[Band, ...]
    names: Mapping[str, str]
    equals: Mapping[str, Predicate]
    highest: Scaled | None = None
    needs_new_idea: tuple[str, ...] = ()
    not_evaluated: tuple[str, ...] = ()


PredicateRule = MatrixRule | ScaleRule


class ShareLimit(NamedTuple):
    """The percentage of staff that the named predicates together should reach (`at_least`) or not pass (`at_most`).

    `people_at_least` counts heads instead.
    """

    predicates: tuple[Predicate, ...]
    at_least: Scaled | None = None
    at_most: Scaled | None = None
    people_at_least: int | None = None


class DistributionRule(NamedTuple):
    """The spread that fits an organisation predicate; under `smallest_group` people there is no verdict."""

    smallest_group: int
    limits: Mapping[UnitPredicate, tuple[ShareLimit, ...]]
