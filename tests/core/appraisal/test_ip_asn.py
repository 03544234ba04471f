from datetime import date

import pytest

from asnkarier.core.appraisal.ip_asn import Measured, index
from asnkarier.core.bands import band_of
from asnkarier.core.numbers import SCALE
from asnkarier.core.rules.appraisal import Predicate
from asnkarier.law.load import regulations

RULE = regulations().ip_asn.on(date(2025, 12, 31)).value
LEADERSHIP = regulations().leadership.on(date(2025, 12, 31)).value.training

HEAD = Measured("administrator", "S2", ["PKA"], None, 20 * SCALE, 1, "baik", "none")
STAFF = Measured("pelaksana", "SLTA", [], None, 0, 0, "baik", "none")


def points(score: int) -> float:
    return score / SCALE


def test_a_whole_person() -> None:
    found = index(RULE, HEAD, "PKA")
    # 20 (S2) + 15 + 15 + 10 (PKA, 20 JP, seminar) + 25 (Baik) + 5 (never) = 90
    assert [points(s.low) for s in found[:4]] == [20, 40, 25, 5]
    assert points(found.low) == points(found.high) == 90
    assert found.category == "tinggi"  # above 80, and 90 is not above 90
    assert [(e.part, e.value, points(e.low)) for e in found.competency.earned] == [
        ("leadership", "PKA", 15),
        ("technical", 200_000, 15),
        ("seminar", 1, 10),
    ]


@pytest.mark.parametrize(
    ("education", "earned"),
    [
        ("S3", 25),
        ("S2", 20),
        ("S1", 15),
        ("D-IV", 15),
        ("D-III", 10),
        ("D-II", 5),
        ("D-I", 5),
        ("SLTA", 5),
        ("SLTP", 1),
        ("SD", 1),
    ],
)
def test_qualification(education: str, earned: int) -> None:
    assert points(index(RULE, HEAD._replace(education=education), "PKA").qualification.low) == earned


@pytest.mark.parametrize(
    ("jp", "seminars", "earned"),
    [
        (199_999, 0, 0),  # 19.9999 JP
        (200_000, 0, 22.5),  # 20 JP, which may be a sum
        (199_999, 1, 17.5),
        (200_000, 1, 40),
    ],
)
def test_competency_of_pelaksana(jp: int, seminars: int, earned: float) -> None:
    person = STAFF._replace(technical_jp=jp, seminars=seminars)
    assert points(index(RULE, person, None).competency.low) == earned


def test_competency_of_functional_posts() -> None:
    person = HEAD._replace(kind="jf_ahli_muda", functional=True, leadership=[])
    assert points(index(RULE, person, None).competency.low) == 40  # 15 + 15 + 10
    assert points(index(RULE, person._replace(functional=False), None).competency.low) == 25


def test_only_the_leadership_training_of_the_level_held_counts() -> None:
    assert dict(LEADERSHIP)["jpt_pratama"] == "PKN II"
    assert points(index(RULE, HEAD._replace(kind="jpt_pratama"), "PKN II").competency.low) == 25  # PKA is not PKN II


@pytest.mark.parametrize(
    ("predicate", "earned"),
    [("sangat_baik", 30), ("baik", 25), ("butuh_perbaikan", 15), ("kurang", 5), ("sangat_kurang", 1), (None, 0)],
)
def test_performance(predicate: Predicate | None, earned: int) -> None:
    assert points(index(RULE, HEAD._replace(predicate=predicate), "PKA").performance.low) == earned


@pytest.mark.parametrize(("worst", "earned"), [("none", 5), ("ringan", 3), ("sedang", 2), ("berat", 1)])
def test_discipline(worst: str, earned: int) -> None:
    assert points(index(RULE, HEAD._replace(discipline=worst), "PKA").discipline.low) == earned


@pytest.mark.parametrize(
    ("total", "category"),
    [
        (100, "sangat_tinggi"), (90.0001, "sangat_tinggi"), (90, "tinggi"), (80.0001, "tinggi"), (80, "sedang"),
        (70.0001, "sedang"), (70, "rendah"), (60.0001, "rendah"), (60, "sangat_rendah"), (0, "sangat_rendah"),
    ],
)  # fmt: skip
def test_categories_begin_above_their_border(total: float, category: str) -> None:
    assert band_of(RULE.categories, round(total * SCALE)) == category


def test_what_is_not_known_makes_a_range() -> None:
    person = HEAD._replace(education=None, discipline=None, seminars=None)
    found = index(RULE, person, "PKA")
    # low: 1 + (15 + 15 + 0) + 25 + 1 = 57; high: 25 + 40 + 25 + 5 = 95
    assert (points(found.low), points(found.high)) == (57, 95)
    assert found.category is None
    unknown_kind = index(RULE, HEAD._replace(kind=None), None).competency
    assert (points(unknown_kind.low), points(unknown_kind.high)) == (0, 40)


def test_a_range_inside_one_category_has_that_category() -> None:
    found = index(RULE, HEAD._replace(discipline=None), "PKA")  # 86–90
    assert (points(found.low), points(found.high), found.category) == (86, 90, "tinggi")
