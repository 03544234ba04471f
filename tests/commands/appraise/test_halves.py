"""Both halves of a year are the year, wherever its predicate or its ratings are asked for."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.terminal import asnkarier
from tests.town import Town, town

FELL, FELL_TOO, ROSE, BEST, OPEN = (f"1985010120100110{n:02}" for n in range(1, 6))
NAMES = {FELL: "Adi", FELL_TOO: "Budi", ROSE: "Citra", BEST: "Dewi", OPEN: "Eka"}
ON = "2026-11-23"


def _rated(t: Town, nip: str, year: int, *halves: tuple[str, str], **values: Any) -> None:
    """Add the annual evaluation, or one of each half."""
    for period, (result, behaviour) in zip(("S1", "S2") if len(halves) > 1 else ("annual",), halves, strict=True):
        t.evaluation(nip, year, None, period=period, work_result=result, behaviour=behaviour, **values)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "town.sqlite"
    above, meets, below = ("above", "above"), ("meets", "meets"), ("below", "meets")
    with town(path) as t:
        t.unit("Dinas Contoh")
        t.post("Pengadministrasi", None, "pelaksana")
        for nip, name in NAMES.items():
            t.person(nip, f"{name} Contoh", unit="Dinas Contoh", post="Pengadministrasi", begins="2023-01-02",
                     appointed_on="2010-01-01", education="S1")  # fmt: skip
        _rated(t, FELL, 2024, above)
        _rated(t, FELL, 2025, below, below)
        _rated(t, FELL_TOO, 2024, above)
        _rated(t, FELL_TOO, 2025, below)
        _rated(t, ROSE, 2024, meets)
        _rated(t, ROSE, 2025, above, above)
        _rated(t, BEST, 2023, above)
        _rated(t, BEST, 2024, above)
        _rated(t, BEST, 2025, above, above, recommendation="training", feedback="Kursus statistik")
        _rated(t, OPEN, 2024, meets)
        _rated(t, OPEN, 2025, above, meets)
        t.covers("discipline", "2026-12-31")
    return path


def _answer(file: Path, *asked: object, on: str = ON) -> Any:
    said = asnkarier(*asked, "--db", file, "--as-of", on, "--format", "json")
    assert said.code == 0, said.err
    return json.loads(said.out)


def test_status_counts_a_year_of_halves_as_low_and_fallen(file: Path) -> None:
    needs = _answer(file, "status")["attention"]
    # Below and meets in both halves is Butuh Perbaikan, after Sangat Baik in 2024: as the annual one of the next.
    assert (needs["low_predicates"], needs["fallen_predicates"]) == (2, 2)
    assert {(p["nip"], p["predicate"], p["before"]) for p in needs["people"]} == {
        (nip, "butuh_perbaikan", "sangat_baik") for nip in (FELL, FELL_TOO)
    }


def test_recognition_counts_a_year_of_halves(file: Path) -> None:
    people = _answer(file, "recognition", 2025)["people"]
    # Sangat Baik in 2023, 2024 and both halves of 2025; the halves of the others differ or come after Baik.
    assert [(p["nip"], p["value"]) for p in people if p["rule"] == "sustained"] == [(BEST, 3)]


def test_needs_read_what_both_halves_say(file: Path) -> None:
    said = asnkarier("training", "needs", "--db", file, "--as-of", ON, "--format", "csv")
    assert said.code == 0, said.err
    rated = [line for line in said.out.splitlines() if "rating" in line or "recommendation" in line]
    assert sorted(nip for line in rated for nip in NAMES if nip in line) == [FELL, FELL_TOO, BEST]


def test_the_sheet_of_a_person_shows_the_year_of_halves(file: Path) -> None:
    for nip, low in ((FELL, True), (FELL_TOO, True), (OPEN, False)):
        said = asnkarier("report", "person", nip, "--db", file, "--as-of", ON, lang="en", width=200)
        assert said.code == 0, said.err
        lines = [line for line in said.out.splitlines() if "2025" in line]
        assert any("Butuh Perbaikan" in line for line in lines) is low, said.out


@pytest.mark.parametrize(
    ("nip", "on", "low", "high", "years"),
    [
        # Each rating 100 in both halves of 2025 and 80 in 2024: (100 + 80) / 2.
        (ROSE, ON, 90, 90, None),
        # 2025 is 100 or 80, as its halves are; 2024 is 80: (80 + 80) / 2 to (100 + 80) / 2.
        (OPEN, ON, 80, 90, None),
        (BEST, ON, 100, 100, None),
        # Before 31 March too: both halves record 2025, and what they say counts.
        (BEST, "2026-02-15", 100, 100, None),
    ],
)
def test_ratings_of_both_halves_are_those_of_the_year(
    file: Path, nip: str, on: str, low: float, high: float, years: list[int] | None
) -> None:
    people = {p["nip"]: p for p in _answer(file, "talent", "--policy", "tebing-tinggi", on=on)["people"]}
    found = people[nip]
    assert (found["performance_low"], found["performance_high"]) == (low, high)
    assert found.get("grace_years") == years


def test_ratings_of_halves_that_differ_are_said_to_be_open(file: Path) -> None:
    said = asnkarier(
        "talent", "--all", "--policy", "tebing-tinggi", "--db", file, "--as-of", ON, lang="en", width=240
    ).out
    assert "80.00–90.00 (rating open)" in said
    assert "without an evaluation" not in said


@pytest.mark.parametrize(
    ("first", "second", "needed", "given"),
    [
        # The first half recommends a training; a second half that recommends nothing takes nothing back, another word does.
        ("training", None, ["Kursus A"], 1),
        (None, "training", ["Kursus B"], 1),
        ("training", "training", ["Kursus B"], 1),
        ("training", "promotion", [], 1),
        ("promotion", "training", ["Kursus B"], 1),
        (None, None, [], 0),
    ],
)
def test_what_either_half_recommends_stands(
    tmp_path: Path, first: str | None, second: str | None, needed: list[str], given: int
) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        t.unit("Dinas Contoh")
        t.person(OPEN, "Eka Contoh", unit="Dinas Contoh", begins="2023-01-02", appointed_on="2010-01-01")
        for period, word, text in (("S1", first, "Kursus A"), ("S2", second, "Kursus B")):
            t.evaluation(OPEN, 2025, "baik", period=period, recommendation=word, feedback=text)
    found = _answer(path, "training", "needs")["needs"]
    assert [need["what"] for need in found if need["reason"] == "recommendation"] == needed
    (line,) = _answer(path, "evaluations", "coverage", 2025)["leaders"]
    assert (line["evaluated"], line["with_recommendation"], line["with_feedback"]) == (1, given, 1)
