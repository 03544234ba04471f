"""Forecasts ask the law with a date: a record that comes into force later decides about the days from its own on."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests import town as towns
from tests.law.conftest import text_of
from tests.terminal import asnkarier

ON = "2026-06-30"


def later(path: Path, topic: str, since: str, *changed: tuple[str, str]) -> None:
    """Add the newest record of a topic once more, in force since a day, with other values."""
    head, *records = text_of(topic).split("[[version]]")
    record = records[-1]
    first = next(line for line in record.splitlines() if line.startswith("in_force_since"))
    for old, new in ((first, f"in_force_since = {since}"), *changed):
        assert old in record
        record = record.replace(old, new)
    file = path.with_name(f"{topic}.toml")
    file.write_text(f"{head}[[version]]{record}", encoding="utf-8")
    answer = asnkarier("rules", "add", file, "--db", path)
    assert answer.code == 0, answer.err


def forecast(path: Path, what: str, *arguments: object, on: str = ON) -> Any:
    answer = asnkarier("forecast", what, *arguments, "--db", path, "--as-of", on, "--format", "json", "--all")
    assert answer.code == 0, answer.err
    return json.loads(answer.out)


def town(tmp_path: Path, *people: dict[str, Any]) -> Path:
    """Make a town with these people, named A, B, C …"""
    path = tmp_path / "town.sqlite"
    with towns.town(path) as t:
        t.unit("Dinas Contoh")
        t.post("Pengadministrasi", None, "pelaksana")
        for number, person in enumerate(people):
            given = {"post": "Pengadministrasi", "unit": "Dinas Contoh", "education": "S1", "birth_date": "1985-01-01"}
            t.person(f"1985010120100110{number + 10:02}", "ABCDEFG"[number], **(given | person))
        for register in ("discipline", "exams", "history"):
            t.covers(register, ON)
    return path


@pytest.mark.parametrize("on", [ON, "2026-12-31", "2027-01-01"])
def test_the_law_of_the_day_the_age_is_reached_decides(tmp_path: Path, on: str) -> None:
    path = town(
        tmp_path,
        {"birth_date": "1968-11-30"},  # 58 on 30 November 2026, by the law of that day
        {"birth_date": "1968-12-31"},  # 58 on the last day of the old law
        {"birth_date": "1969-01-01"},  # 58 on the first of the new one: 60 on 1 January 2029
        {"birth_date": "1969-01-15"},
    )
    later(path, "retirement", "2027-01-01", ("pelaksana = 58", "pelaksana = 60"))
    found = forecast(path, "retirements", "--months", 48, on=on)["people"]
    assert [(one["name"], one["retirement_age"], one["reached_on"], one["pension_from"]) for one in found] == [
        ("A", 58, "2026-11-30", "2026-12-01"),
        ("B", 58, "2026-12-31", "2027-01-01"),
        ("C", 60, "2029-01-01", "2029-02-01"),
        ("D", 60, "2029-01-15", "2029-02-01"),
    ]


def test_whom_a_lower_age_finds_above_it_retires_with_it(tmp_path: Path) -> None:
    path = town(tmp_path, {"birth_date": "1969-12-31"}, {"birth_date": "1970-06-15"}, {"birth_date": "1971-06-15"})
    later(path, "retirement", "2027-01-01", ("pelaksana = 58", "pelaksana = 56"))
    found = forecast(path, "retirements", "--months", 48)["people"]
    assert [(one["name"], one["reached_on"], one["pension_from"]) for one in found] == [
        # A (57) and B (56 and a half) are above 56 on 1 January 2027.
        ("A", "2027-01-01", "2027-02-01"),
        ("B", "2027-01-01", "2027-02-01"),
        ("C", "2027-06-15", "2027-07-01"),
    ]


def test_a_step_falls_due_by_the_rule_of_that_day(tmp_path: Path) -> None:
    path = town(
        tmp_path,
        {"last_pay_step": "2024-08-31"},  # two years: 31 August 2026, the last day of the old rule
        {"last_pay_step": "2024-09-01"},  # two years would be the first day of the new one: three years
        {"last_pay_step": "2024-10-01"},
    )
    later(path, "pay_step", "2026-09-01", ("every_years = 2", "every_years = 3"))
    found = forecast(path, "pay-steps", "--months", 24)["people"]
    assert [(one["name"], one["due"]) for one in found] == [
        ("A", "2026-08-31"), ("B", "2027-09-01"), ("C", "2027-10-01"),
    ]  # fmt: skip


def test_a_shorter_interval_makes_nothing_due_before_its_first_day(tmp_path: Path) -> None:
    path = town(tmp_path, {"last_pay_step": "2025-03-01"}, {"last_pay_step": "2026-02-01"})
    later(path, "pay_step", "2026-09-01", ("every_years = 2", "every_years = 1"))
    found = forecast(path, "pay-steps", "--months", 24)["people"]
    # One year after 1 March 2025 lies before the rule, two years after it: due with the rule.
    assert [(one["name"], one["due"]) for one in found] == [("A", "2026-09-01"), ("B", "2027-02-01")]


def test_a_rank_is_held_as_long_as_the_law_of_the_period_asks(tmp_path: Path) -> None:
    path = town(
        tmp_path,
        # Four years on 1 December 2026, by the old law; three would have been over a year before.
        {"golongan": "III/a", "golongan_since": "2022-12-01"},
        # Three years on 1 February 2027, four a year later.
        {"golongan": "III/a", "golongan_since": "2024-02-01"},
        # Three years were over before the new law: on its first day, four years only in March.
        {"golongan": "III/a", "golongan_since": "2023-03-01"},
        {"golongan": "III/a", "golongan_since": "2024-02-02"},
    )
    later(path, "rank_promotion", "2027-01-01", ("years_in_rank = 4", "years_in_rank = 3"))

    def due(*arguments: object, on: str = ON) -> dict[str, str]:
        return {one["name"]: one["on"] for one in forecast(path, "ranks", *arguments, on=on)["people"]}

    assert due("--months", 24) == {"A": "2026-12-01", "B": "2027-02-01", "C": "2027-01-01", "D": "2027-03-01"}
    # The list of a period is the same on whatever day before it is made.
    for on in (ON, "2026-12-31", "2027-01-01"):
        assert sorted(due("--for", "2027-02", on=on)) == ["A", "B", "C"]
    assert sorted(due("--for", "2026-12")) == ["A"]
