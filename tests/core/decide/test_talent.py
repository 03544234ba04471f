"""Bands and the ceiling, on both sides."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.commands.decide.test_shortlist import judged


def box(tmp_path: Path, **changes: Any) -> dict[str, Any]:
    return judged(tmp_path, **changes)


@pytest.mark.parametrize(
    ("predicates", "performance", "boxes"),
    [
        # Mean of two years; high from 90, middle from 70; potential is high (95.26): boxes 6, 8, 9.
        ({2024: "baik", 2025: "sangat_baik"}, 90, [9]),
        ({2024: "baik", 2025: "baik"}, 80, [8]),
        ({2024: "butuh_perbaikan", 2025: "baik"}, 70, [8]),
        ({2024: "kurang", 2025: "baik"}, 60, [6]),
        # The ceiling: 100 and 60 make 80, but the last predicate holds the person in the low row.
        ({2024: "sangat_baik", 2025: "butuh_perbaikan"}, 80, [6]),
        ({2024: "sangat_baik", 2025: "kurang"}, 70, [6]),
    ],
)
def test_performance_rows(tmp_path: Path, predicates: dict[int, str], performance: float, boxes: list[int]) -> None:
    person = box(tmp_path, predicates=predicates)
    assert (person["performance"], person["boxes"]) == (performance, boxes)


def test_a_missing_year_is_a_range_and_may_be_under_the_ceiling(tmp_path: Path) -> None:
    # (80 + 20..100) / 2 = 50..90: any row.
    person = box(tmp_path, predicates={2024: "baik"})
    assert (person["performance"], person["performance_low"], person["performance_high"]) == (None, 50, 90)
    assert person["boxes"] == [6, 8, 9]
    assert person["box"] is None


@pytest.mark.parametrize(
    ("level", "potential", "boxes"),
    [
        # The own post is pengawas, 2 of each. Without competency: 400 + 250 + 400 + 1500 = 2550 of 95 weights.
        # High from 80: 80 × 95 = 7600, so competency must add 5050: JPM 77.6923… = level 1.55384…
        (1.5539, (1.5539 / 2 * 6500 + 2550) / 95, [8]),
        (1.5538, (1.5538 / 2 * 6500 + 2550) / 95, [5]),
        # Middle from 60: 5700 − 2550 = 3150: JPM 48.4615… = level 0.96923…
        (0.9693, (0.9693 / 2 * 6500 + 2550) / 95, [5]),
        (0.9692, (0.9692 / 2 * 6500 + 2550) / 95, [2]),
        # Never more than 100 of the component, however high the JPM.
        (5, (6500 + 2550) / 95, [8]),
    ],
)
def test_potential_columns(tmp_path: Path, level: float, potential: float, boxes: list[int]) -> None:
    person = box(tmp_path, level=level)
    assert person["potential"] == pytest.approx(potential)
    assert person["boxes"] == boxes


def test_a_missing_assessment_leaves_the_box_open(tmp_path: Path) -> None:
    # Competency 0..100: (2550..9050) / 95 = 26.8..95.3.
    person = box(tmp_path, level=None)
    assert person["potential"] is None
    assert person["potential_low"] == pytest.approx(2550 / 95)
    assert person["potential_high"] == pytest.approx(9050 / 95)
    assert person["boxes"] == [2, 5, 8]


@pytest.mark.parametrize(("jp", "points"), [(20, 100), (19.9999, 50)])
def test_training_of_the_last_year(tmp_path: Path, jp: float, points: int) -> None:
    from tests.commands.decide.test_shortlist import ADI

    def trained(t: Any) -> None:
        t.fact(
            "training",
            ADI,
            title="Pelatihan Contoh",
            title_key="pelatihan contoh",
            dated="2025-06-01",
            ended_on="2025-06-01",
            jp=round(jp * 10_000),
        )

    person = box(tmp_path, write=trained)
    assert next(c for c in person["components"] if c["component"] == "training")["value"] == points


@pytest.mark.parametrize(
    ("since", "points"),
    [("2021-10-01", 100), ("2021-10-02", 80), ("2024-10-01", 80), ("2024-10-02", 60)],
)
def test_time_in_the_post(tmp_path: Path, since: str, points: int) -> None:
    assert date.fromisoformat(since) < date(2026, 10, 1)
    person = box(tmp_path, since=since)
    assert next(c for c in person["components"] if c["component"] == "experience")["value"] == points
