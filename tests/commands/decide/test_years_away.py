"""A year spent wholly on leave without pay (CLTN) or suspended: nobody was to evaluate it, which is said, and is no gap and no zero."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.commands.decide import test_explain as explain
from tests.commands.decide import test_forecast as forecast
from tests.commands.decide.test_talent import ADI, basic, person, talent
from tests.terminal import asnkarier
from tests.town import OPEN, Town, town

ON = "2026-06-30"
YEAR = (("cltn", "2025-01-01", "2025-12-31"),)
Spans = Sequence[tuple[str, str, str]]


def absent(t: Town, nip: str, spans: Spans) -> None:
    """Put states into the service of somebody that is aktif on all other days since 2005."""
    number = t.people[nip]
    t.db.execute("DELETE FROM person_status WHERE person_id = ?", (number,))
    since = "2005-01-01"
    for status, first, last in (*spans, ("", OPEN, "")):
        if since < first:
            t.span("person_status", number, since, OPEN if first == OPEN else _beside(first, -1), status="aktif")
        if status:
            t.span("person_status", number, first, last, status=status)
            since = OPEN if last == OPEN else _beside(last, 1)


def _beside(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def file(tmp_path: Path, spans: Spans, predicates: Mapping[int, str]) -> Path:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        person(t, ADI, "Adi Contoh", predicates=predicates)
        absent(t, ADI, spans)
    return path


@pytest.mark.parametrize(
    ("spans", "predicates", "performance", "away"),
    [
        # As of mid-2026 the years 2025 and 2024 are looked at; Baik is 80, Kurang 40, a missing year 20 to 100.
        (YEAR, {2024: "baik"}, (80, 80), [2025]),  # 2025 is left out: 80 / 1
        ((("cltn", "2025-01-02", "2025-12-31"),), {2024: "baik"}, (50, 90), None),  # owed: (80 + 20..100) / 2
        ((("cltn", "2025-01-01", "2025-12-30"),), {2024: "baik"}, (50, 90), None),
        (
            (("diberhentikan_sementara", "2025-01-01", "2025-06-30"), ("cltn", "2025-07-01", "2025-12-31")),
            {2024: "baik"},
            (80, 80),
            [2025],
        ),
        ((("tugas_belajar", "2025-01-01", "2025-12-31"),), {2024: "baik"}, (50, 90), None),  # who studies is evaluated
        (YEAR, {}, (20, 100), [2025]),  # 2024 is missing all the same
        (YEAR, {2024: "baik", 2025: "kurang"}, (60, 60), None),  # what is recorded counts: (80 + 40) / 2
        ((("cltn", "2024-01-01", "2025-12-31"),), {}, (0, 100), [2025, 2024]),  # nothing to measure
    ],
)
def test_the_performance_of_the_years_left(
    tmp_path: Path, spans: Spans, predicates: dict[int, str], performance: tuple[float, float], away: Any
) -> None:
    (found,) = talent(file(tmp_path, spans, predicates))["people"]
    assert (found["performance_low"], found["performance_high"]) == performance
    assert found.get("years_away") == away


@pytest.mark.parametrize(
    ("spans", "predicates", "capped"),
    [
        # The last annual predicate is that of 2024 where 2025 was to have none.
        (YEAR, {2024: "butuh_perbaikan"}, True),
        (YEAR, {2024: "baik", 2023: "kurang"}, False),
        ((("cltn", "2024-01-01", "2025-12-31"),), {2023: "kurang"}, True),
        ((("cltn", "2025-01-02", "2025-12-31"),), {2024: "butuh_perbaikan"}, False),  # 2025 may still turn out well
    ],
)
def test_the_ceiling_looks_at_the_last_year_that_was_to_be_evaluated(
    tmp_path: Path, spans: Spans, predicates: dict[int, str], capped: bool
) -> None:
    (found,) = talent(file(tmp_path, spans, predicates))["people"]
    assert found["ceiling"] is capped


def test_it_is_said_and_is_not_called_missing(tmp_path: Path) -> None:
    path = file(tmp_path, (("cltn", "2024-01-01", "2025-12-31"),), {})
    said = asnkarier("talent", "--db", path, "--as-of", ON, "--all", lang="id", width=200).out
    assert "CLTN atau diberhentikan sementara sepanjang tahun" in said
    assert "tanpa penilaian" not in said
    (found,) = talent(path)["people"]
    assert ("predicate" in found.get("missing", []), found["not_applicable"][0]) == (False, "predicate")


@pytest.mark.parametrize(
    ("first", "last", "missing", "away"),
    [
        ("2025-01-01", "2025-12-31", [], [ADI]),
        ("2024-06-01", "2026-01-31", [], [ADI]),
        ("2025-01-02", "2025-12-31", [ADI], []),
        ("2025-01-01", "2025-12-30", [ADI], []),
    ],
)
def test_who_was_away_all_year_is_not_without_an_evaluation(
    tmp_path: Path, first: str, last: str, missing: list[str], away: list[str]
) -> None:
    path = file(tmp_path, (("cltn", first, last),), {})
    found = asked(path, "evaluations", "missing", 2025)
    assert ([p["nip"] for p in found["missing"]], [p["nip"] for p in found["away"]]) == (missing, away)
    assert (found["on_duty"], found["evaluated"], found["not_expected"]) == (1, 0, 0)
    told = asnkarier("evaluations", "missing", 2025, "--db", path, "--as-of", ON, lang="id", width=200).out
    assert ("1 orang CLTN atau diberhentikan sementara selama itu" in told) is bool(away)
    assert asked(path, "status")["evaluations"]["expected"] == len(missing)


@pytest.mark.parametrize(("period", "missing"), [("Q1", 0), ("Q2", 1), ("annual", 1), ("S1", 1), ("M3", 0)])
def test_a_period_spent_away_is_owed_by_nobody_and_the_year_is(tmp_path: Path, period: str, missing: int) -> None:
    path = file(tmp_path, (("cltn", "2025-01-01", "2025-03-31"),), {})
    found = asked(path, "evaluations", "missing", 2025, "--period", period)
    assert (len(found["missing"]), len(found["away"])) == (missing, 1 - missing)


def test_parts_on_record_are_asked_about(tmp_path: Path) -> None:
    # On CLTN all year by the list of staff, and yet evaluated for a quarter: one of the two is wrong, and the officer sees it.
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        person(t, ADI, "Adi Contoh", predicates={})
        absent(t, ADI, YEAR)
        t.evaluation(ADI, 2025, "baik", period="Q1")
    found = asked(path, "evaluations", "missing", 2025)
    assert [(p["nip"], p["on_record"]) for p in found["missing"]] == [(ADI, "in_parts")]
    assert found["away"] == []


def asked(path: Path, *words: object) -> dict[str, Any]:
    answer = asnkarier(*words, "--db", path, "--as-of", ON, "--format", "json")
    assert answer.code == 0, answer.err
    found: dict[str, Any] = json.loads(answer.out)
    return found


def performance_of(path: Path, on: str = ON) -> tuple[str, str | None]:
    (line,) = (c for c in explain.explained(path, on=on)["checks"] if c["check"] == "performance")
    return line["outcome"], line.get("why")


@pytest.mark.parametrize(
    ("first", "predicates", "outcome", "why"),
    [
        # "At least Baik in the last 2 years" of who was to have one evaluation: the law does not say.
        ("2025-01-01", {2024: "baik"}, "unknown", "away"),
        ("2025-01-01", {2024: "kurang"}, "not_met", "away"),
        ("2025-01-02", {2024: "baik"}, "unknown", None),
        ("2025-01-01", {2024: "baik", 2025: "baik"}, "met", None),
    ],
)
def test_a_requirement_stays_open_and_says_why(
    tmp_path: Path, first: str, predicates: dict[int, str], outcome: str, why: str | None
) -> None:
    spans = (("cltn", first, "2025-12-31"),)
    path = explain.written(tmp_path, lambda t: absent(t, explain.ADI, spans), predicates=predicates)
    assert performance_of(path) == (outcome, why)


def test_what_would_mend_it_is_no_evaluation_of_that_year(tmp_path: Path) -> None:
    path = explain.written(tmp_path, lambda t: absent(t, explain.ADI, YEAR), predicates={2024: "baik"})
    needs, day = explain.needed(explain.explained(path))["performance"]
    # The years 2026 and 2027 are the last two from 1 January 2028 on: 2025 + 2 + 1.
    assert (needs["evaluations"], day) == ([2026, 2027], "2028-01-01")


@pytest.mark.parametrize(
    ("first", "value"), [("2025-01-01", "2024: baik, 2025: away_all_year"), ("2025-01-02", "2024: baik, 2025: ?")]
)
@pytest.mark.parametrize(
    ("what", "more"),
    # Four and two years are over in mid-2025, and a year later without the days on CLTN: 2024 and 2025 are looked at.
    [("ranks", {"golongan": "III/a", "golongan_since": "2021-06-01"}), ("pay-steps", {"last_pay_step": "2023-07-01"})],
)
def test_ranks_and_pay_steps_say_it_too(
    tmp_path: Path, what: str, more: dict[str, str], first: str, value: str
) -> None:
    def write(t: Town) -> None:
        absent(t, forecast.ADI, (("cltn", first, "2025-12-31"),))
        t.evaluation(forecast.ADI, 2024, "baik")

    found = forecast.one(tmp_path, what, "--months", 24, write=write, **more)
    (check,) = (c for c in found["checks"] if c["check"] == "performance")
    assert (check["outcome"], check["value"]) == ("unknown", value)
