from datetime import date

import pytest

from asnkarier.core.appraisal.distribution import verdict
from asnkarier.core.appraisal.said import ANY, Ends
from asnkarier.core.rules.appraisal import Predicate, UnitPredicate
from asnkarier.law.load import regulations

RULE = regulations().distribution.on(date(2026, 1, 1)).value

Counts = dict[Predicate, int]


@pytest.mark.parametrize(
    ("unit", "counts", "kept"),
    [
        ("istimewa", {"sangat_baik": 14, "baik": 6}, True),  # 14/20 = 70 %: at most 70
        ("istimewa", {"sangat_baik": 15, "baik": 5}, False),  # 75 %
        ("baik", {"sangat_baik": 5, "baik": 14, "butuh_perbaikan": 1}, True),  # Baik 70 %, one Butuh Perbaikan
        ("baik", {"sangat_baik": 5, "baik": 14, "kurang": 1}, True),
        ("baik", {"sangat_baik": 6, "baik": 14}, False),  # nobody below Baik
        ("baik", {"sangat_baik": 4, "baik": 15, "kurang": 1}, False),  # Baik 75 %
        ("butuh_perbaikan", {"sangat_baik": 2, "baik": 6, "butuh_perbaikan": 12}, True),  # 60 % and 10 %
        ("butuh_perbaikan", {"sangat_baik": 2, "baik": 7, "butuh_perbaikan": 11}, False),  # 55 %
        ("butuh_perbaikan", {"sangat_baik": 3, "baik": 5, "butuh_perbaikan": 12}, False),  # Sangat Baik 15 %
        ("kurang", {"sangat_baik": 2, "baik": 4, "butuh_perbaikan": 2, "kurang": 12}, True),
        ("kurang", {"baik": 7, "butuh_perbaikan": 2, "kurang": 11}, False),  # Kurang 55 %
        ("kurang", {"baik": 7, "butuh_perbaikan": 1, "kurang": 12}, False),  # Butuh Perbaikan 5 %
        ("kurang", {"sangat_baik": 3, "baik": 3, "butuh_perbaikan": 2, "kurang": 12}, False),  # Sangat Baik 15 %
        (
            "sangat_kurang",
            {"baik": 6, "kurang": 1, "butuh_perbaikan": 1, "sangat_kurang": 12},
            True,
        ),  # 60 %, 1 + 1 = 10 %
        ("sangat_kurang", {"baik": 7, "kurang": 1, "sangat_kurang": 12}, False),  # 5 %
        ("sangat_kurang", {"baik": 7, "kurang": 2, "sangat_kurang": 11}, False),  # 55 %
        ("sangat_kurang", {"sangat_baik": 1, "baik": 5, "kurang": 2, "sangat_kurang": 12}, False),  # no Sangat Baik
    ],
)
def test_each_limit_on_both_sides(unit: UnitPredicate, counts: Counts, kept: bool) -> None:
    assert sum(counts.values()) == 20
    assert verdict(RULE, unit, counts).kept is kept


def test_no_verdict_under_ten_people() -> None:
    few = verdict(RULE, "istimewa", {"sangat_baik": 9})
    assert (few.too_small, few.kept, few.checks, few.total) == (True, None, (), 9)
    assert verdict(RULE, "istimewa", {"sangat_baik": 10}).kept is False


@pytest.mark.parametrize(
    ("unit", "counts", "open_", "kept"),
    [
        # Istimewa, Sangat Baik at most 70 %: 13 and 1 open of 20 are 65 or 70 %; 14 and 1 are 70 or 75 %; 15 and 1 are 75 or 80 %.
        ("istimewa", {"sangat_baik": 13, "baik": 6}, 1, True),
        ("istimewa", {"sangat_baik": 14, "baik": 5}, 1, None),
        ("istimewa", {"sangat_baik": 15, "baik": 4}, 1, False),
        # Baik, one Butuh Perbaikan or Kurang at least: the open one may be it; too many Baik decide whatever it is.
        ("baik", {"sangat_baik": 6, "baik": 13}, 1, None),
        ("baik", {"sangat_baik": 4, "baik": 15}, 1, False),
    ],
)
def test_who_is_open_may_be_any(unit: UnitPredicate, counts: Counts, open_: int, kept: bool | None) -> None:
    assert sum(counts.values()) + open_ == 20
    assert verdict(RULE, unit, counts, [ANY] * open_).kept is kept


@pytest.mark.parametrize(
    ("unit", "counts", "ends", "kept"),
    [
        # Istimewa, Sangat Baik at most 70 %: 14 of 20 are 70 %, one more 75 %. Below expectation is never Sangat Baik.
        ("istimewa", {"sangat_baik": 14, "baik": 5}, ("butuh_perbaikan", "sangat_kurang"), True),
        ("istimewa", {"sangat_baik": 14, "baik": 5}, ("baik", "kurang"), True),
        ("istimewa", {"sangat_baik": 14, "baik": 5}, ("sangat_baik", "kurang"), None),
        # Baik, one Butuh Perbaikan or Kurang at least: surely one of both, or perhaps Baik.
        ("baik", {"sangat_baik": 6, "baik": 13}, ("butuh_perbaikan", "kurang"), True),
        ("baik", {"sangat_baik": 6, "baik": 13}, ("baik", "kurang"), None),
        ("baik", {"sangat_baik": 6, "baik": 13}, ("sangat_baik", "baik"), False),
    ],
)
def test_who_is_open_lies_between_what_the_law_leaves(
    unit: UnitPredicate, counts: Counts, ends: Ends, kept: bool | None
) -> None:
    assert sum(counts.values()) + 1 == 20
    assert verdict(RULE, unit, counts, [ends]).kept is kept


def test_a_limit_says_what_was_found() -> None:
    check = verdict(RULE, "istimewa", {"sangat_baik": 15, "baik": 5}).checks[0]
    assert (check.people, check.total, check.limit.at_most) == (15, 20, 700_000)
