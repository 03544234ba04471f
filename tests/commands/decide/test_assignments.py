"""The component of assignments (CITIES, Langsa): who led a project well, on both sides of the years looked at."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands.decide.test_shortlist import ADI, basic, candidate
from tests.terminal import asnkarier
from tests.town import town

ON = "2026-06-30"


def points(tmp_path: Path, *assignments: dict[str, Any]) -> tuple[object, object]:
    """Return the points of the component under langsa (two years, the best counts) on 30 June 2026: low and high."""
    path = tmp_path / f"{len(list(tmp_path.iterdir()))}.sqlite"
    with town(path) as t:
        basic(t)
        candidate(t, ADI, "Adi Contoh")
        for place, given in enumerate(assignments):
            fact = {"role": "leader", "scope": "across", "started_on": "2025-03-01", **given}
            t.fact("assignment", ADI, title=f"Tim {place}", title_key=f"tim {place}", **fact)
    said = asnkarier(
        *("explain", ADI, "--for", "Kepala Bidang Satu @ Bidang Satu", "--policy", "langsa"),
        *("--db", path, "--as-of", ON, "--format", "json"),
    )
    part = next(c for c in json.loads(said.out)["components"] if c["component"] == "assignments")
    return part.get("low", part["value"]), part.get("high", part["value"])


@pytest.mark.parametrize(("outcome", "expected"), [("achieved", 100), ("partly", 100), (None, 100), ("failed", 0)])
def test_a_project_that_failed_is_none_to_be_proposed_for(tmp_path: Path, outcome: str | None, expected: int) -> None:
    assert points(tmp_path, {"ended_on": "2025-09-30", "outcome": outcome}) == (expected, expected)


def test_a_failed_one_takes_nothing_from_another(tmp_path: Path) -> None:
    failed = {"ended_on": "2025-09-30", "outcome": "failed"}
    assert points(tmp_path, failed, {"scope": "inside", "ended_on": "2025-12-31", "outcome": "achieved"}) == (85, 85)


def test_how_it_ends_is_not_known_before_it_does(tmp_path: Path) -> None:
    # On 30 June 2026 the project of which the sheet later says "failed" is still under way until that very day.
    assert points(tmp_path, {"ended_on": "2026-06-30", "outcome": "failed"}) == (100, 100)
    assert points(tmp_path, {"ended_on": "2026-06-29", "outcome": "failed"}) == (0, 0)


@pytest.mark.parametrize(
    ("ended_on", "expected"),
    [
        ("2024-06-30", 0),  # two years to the day: over
        ("2024-07-01", 100),  # a day less
        ("2026-05-31", 100),  # began long ago, ended last month
        (None, 100),  # still runs
    ],
)
def test_what_was_under_way_within_two_years_counts(tmp_path: Path, ended_on: str | None, expected: int) -> None:
    assert points(tmp_path, {"started_on": "2023-01-01", "ended_on": ended_on}) == (expected, expected)


@pytest.mark.parametrize(("started_on", "expected"), [("2026-06-30", 100), ("2026-07-01", 0)])
def test_what_begins_later_does_not(tmp_path: Path, started_on: str, expected: int) -> None:
    assert points(tmp_path, {"started_on": started_on, "ended_on": None}) == (expected, expected)


def test_of_one_without_any_day_it_is_not_known_when_it_was(tmp_path: Path) -> None:
    assert points(tmp_path, {"started_on": "", "ended_on": None}) == (None, None)  # 0 to 100
