"""Distribution guidance to the percent: among a hundred people one person is one percent (RULES §1)."""

import pytest

from asnkarier.core.appraisal.distribution import verdict
from asnkarier.core.rules.appraisal import Predicate, UnitPredicate
from tests.core.appraisal.test_distribution import RULE

ORDER: tuple[Predicate, ...] = ("sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang")


@pytest.mark.parametrize(
    ("unit", "people", "kept"),
    [
        # Istimewa: Sangat Baik at most 70.
        ("istimewa", (70, 30, 0, 0, 0), True),
        ("istimewa", (71, 29, 0, 0, 0), False),
        # Baik: Baik at most 70, and one Butuh Perbaikan or Kurang; Sangat Kurang is neither.
        ("baik", (29, 70, 1, 0, 0), True),
        ("baik", (28, 71, 1, 0, 0), False),
        ("baik", (30, 70, 0, 0, 0), False),
        ("baik", (29, 70, 0, 0, 1), False),
        # Butuh Perbaikan: itself at least 60, Sangat Baik at most 10.
        ("butuh_perbaikan", (10, 30, 60, 0, 0), True),
        ("butuh_perbaikan", (10, 31, 59, 0, 0), False),
        ("butuh_perbaikan", (11, 29, 60, 0, 0), False),
        # Kurang: itself at least 60, Butuh Perbaikan at least 10, Sangat Baik at most 10.
        ("kurang", (10, 20, 10, 60, 0), True),
        ("kurang", (10, 21, 10, 59, 0), False),
        ("kurang", (10, 21, 9, 60, 0), False),
        ("kurang", (11, 19, 10, 60, 0), False),
        # Sangat Kurang: itself at least 60, Kurang and Butuh Perbaikan together at least 10, no Sangat Baik.
        ("sangat_kurang", (0, 30, 4, 6, 60), True),
        ("sangat_kurang", (0, 31, 4, 6, 59), False),
        ("sangat_kurang", (0, 31, 4, 5, 60), False),
        ("sangat_kurang", (1, 29, 4, 6, 60), False),
    ],
)
def test_one_percent_decides(unit: UnitPredicate, people: tuple[int, ...], kept: bool) -> None:
    assert sum(people) == 100
    assert verdict(RULE, unit, dict(zip(ORDER, people, strict=True))).kept is kept


@pytest.mark.parametrize("unit", ["istimewa", "baik", "butuh_perbaikan", "kurang", "sangat_kurang"])
def test_nine_get_no_verdict_and_ten_do(unit: UnitPredicate) -> None:
    # Everyone Sangat Baik offends against each of the five.
    assert verdict(RULE, unit, {"sangat_baik": 9}).kept is None
    assert verdict(RULE, unit, {"sangat_baik": 10}).kept is False
