"""Ladders and bands of the built-in policies that RULES §3 gives in numbers, on both sides."""

import pytest

from asnkarier.core.decide.talent import rows_of
from asnkarier.core.numbers import SCALE
from asnkarier.law.policy_load import built_in, policy


@pytest.mark.parametrize(
    ("component", "points"),
    [
        ("awards", {"international": 100, "national": 85, "satyalancana": 70, "institution": 50, "none": 0}),
        ("assignments", {"lead_across": 100, "lead_inside": 85, "member_across": 70, "member_inside": 50, "none": 0}),
        ("integrity", {"none": 100, "ringan": 75, "sedang": 50, "berat": 25, "served": 0}),
    ],
)
def test_named_ladders_of_the_kepka(component: str, points: dict[str, int]) -> None:
    chosen = policy("kepka-bkn-411-2025").components[component]
    assert {name: chosen.points_named(name) / SCALE for name in points} == points


@pytest.mark.parametrize(
    ("component", "value", "points"),
    [
        ("development", 19.9999, 50),
        ("development", 20, 100),
        ("feedback", 0, 0),
        ("feedback", 72.5, 72.5),  # a mean of 0 to 100 is its own points
        ("feedback", 100, 100),
        ("competency", 100.0001, 100),
    ],
)
def test_numeric_ladders_of_the_kepka(component: str, value: float, points: float) -> None:
    assert policy("kepka-bkn-411-2025").components[component].points(round(value * SCALE)) == points * SCALE


def test_every_education_of_umum() -> None:
    chosen = policy("umum").components["education"]
    points = {"S3": 100, "S2": 90, "S1": 80, "D-IV": 80, "D-III": 70, "D-II": 60, "D-I": 60, "SLTA": 60}
    assert {name: chosen.points_named(name) / SCALE for name in points} == points


@pytest.mark.parametrize("name", built_in())
def test_bands_are_half_open_and_have_no_holes(name: str) -> None:
    chosen = policy(name)
    for axis in (chosen.performance, chosen.potential):
        for line, under, above in ((axis.middle_from, 0, 1), (axis.high_from, 1, 2)):
            # A ten-thousandth under the line is the row below; the line itself is the row above.
            assert rows_of((line - 1, line - 1, 1), axis) == (under, under)
            assert rows_of((line, line, 1), axis) == (above, above)
            # A range across the line may lie in both.
            assert rows_of((line - 1, line, 1), axis) == (under, above)


@pytest.mark.parametrize(
    ("name", "performance", "potential"),
    [("umum", (70, 90), (60, 80)), ("kepka-bkn-411-2025", (60, 80), (60, 80))],
)
def test_lines_of_the_bands(name: str, performance: tuple[int, int], potential: tuple[int, int]) -> None:
    chosen = policy(name)
    assert [
        (axis.middle_from // SCALE, axis.high_from // SCALE) for axis in (chosen.performance, chosen.potential)
    ] == [performance, potential]
