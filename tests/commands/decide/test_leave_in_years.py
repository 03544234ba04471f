"""Leave without pay (CLTN) is no service: the years in rank and since the last pay step take that much longer."""

from pathlib import Path

import pytest

from tests.commands.decide.test_forecast import ADI, good, one
from tests.commands.decide.test_years_away import Spans, absent
from tests.terminal import asnkarier
from tests.town import OPEN, Town


@pytest.mark.parametrize(
    ("spans", "on"),
    [
        # III/b since 1 July 2022: four years are over on 1 July 2026, each day on CLTN after 1 July 2022 one day later.
        ((), "2026-07-01"),
        ((("cltn", "2024-01-01", "2024-01-31"),), "2026-08-01"),  # 31 days: 1 August
        ((("cltn", "2024-01-01", "2024-02-01"),), "2026-09-01"),  # 32 days: 2 August, the 1st after it
        ((("cltn", "2024-01-01", "2024-01-16"), ("cltn", "2025-03-01", "2025-03-15")), "2026-08-01"),  # 16 + 15
        ((("cltn", "2022-06-01", "2022-06-30"),), "2026-07-01"),  # over when the rank began
        ((("cltn", "2022-06-01", "2022-07-01"),), "2026-08-01"),  # one day of it: 2 July
        ((("diberhentikan_sementara", "2024-01-01", "2024-01-31"),), "2026-07-01"),  # of that the law says nothing
        ((("tugas_belajar", "2024-01-01", "2024-12-31"),), "2026-07-01"),
    ],
)
def test_the_years_in_rank(tmp_path: Path, spans: Spans, on: str) -> None:
    def write(t: Town) -> None:
        good(t)
        absent(t, ADI, spans)

    found = one(tmp_path, "ranks", "--months", 3, golongan="III/b", golongan_since="2022-07-01", write=write)
    assert (found["on"], found["outcome"]) == (on, "met")


def test_what_is_not_counted_is_told(tmp_path: Path) -> None:
    def write(t: Town) -> None:
        good(t)
        absent(t, ADI, (("cltn", "2024-01-01", "2024-01-31"),))

    found = one(tmp_path, "ranks", "--months", 3, golongan="III/b", golongan_since="2022-07-01", write=write)
    (check,) = (c for c in found["checks"] if c["check"] == "years_in_rank")
    assert check["value"] == "2022-07-01, 2024-01-01–2024-01-31: not_counted"
    said = asnkarier("forecast", "ranks", "--months", 3, "--db", tmp_path / "town.sqlite", "--as-of", "2026-06-30")
    assert "Untuk 1 orang di antaranya ada hari yang tidak dihitung" in said.out.replace("\n", " ")


def test_a_leave_that_goes_on_stands_in_the_way_itself(tmp_path: Path) -> None:
    def write(t: Town) -> None:
        good(t)
        absent(t, ADI, (("cltn", "2026-01-01", OPEN),))

    found = one(tmp_path, "ranks", "--months", 3, golongan="III/b", golongan_since="2022-07-01", write=write)
    checks = {c["check"]: c["outcome"] for c in found["checks"]}
    assert (found["on"], checks["years_in_rank"], checks["status"]) == ("2026-07-01", "met", "not_met")


@pytest.mark.parametrize(
    ("spans", "due", "notice"),
    [
        # Two years after 30 July 2024; ten days on CLTN put it off by ten.
        ((), "2026-07-30", "2026-05-30"),
        ((("cltn", "2025-01-01", "2025-01-10"),), "2026-08-09", "2026-06-09"),
        ((("cltn", "2024-07-01", "2024-07-29"),), "2026-07-30", "2026-05-30"),
        ((("cltn", "2024-07-01", "2024-07-30"),), "2026-07-31", "2026-05-31"),
        ((("diberhentikan_sementara", "2025-01-01", "2025-01-10"),), "2026-07-30", "2026-05-30"),
    ],
)
def test_the_years_since_the_last_step(tmp_path: Path, spans: Spans, due: str, notice: str) -> None:
    def write(t: Town) -> None:
        good(t)
        absent(t, ADI, spans)

    found = one(tmp_path, "pay-steps", "--months", 2, last_pay_step="2024-07-30", write=write)
    assert (found["due"], found["notice"], found["outcome"]) == (due, notice, "met")
    told = [c["value"] for c in found["checks"] if c["check"] == "years_since_step"]
    assert told == (["2024-07-30, 2025-01-01–2025-01-10: not_counted"] if due == "2026-08-09" else told)


@pytest.mark.parametrize(
    ("last", "on"),
    [
        # One rank below IV.a: a year in the post since 30 June 2025 is over on 30 June 2026; CLTN and suspension are taken out of
        # experience in posts (RULES §4), so that a day of it leaves 1 July, two leave 2 July and so August.
        ("2025-12-01", "2026-07-01"),
        ("2025-12-02", "2026-08-01"),
    ],
)
def test_the_year_in_posts_of_the_level(tmp_path: Path, last: str, on: str) -> None:
    def write(t: Town) -> None:
        good(t)
        absent(t, ADI, (("diberhentikan_sementara", "2025-12-01", last),))

    found = one(
        tmp_path, "ranks", "--months", 2, post="Kepala Seksi", since="2025-06-30", golongan="III/b",
        golongan_since="2025-07-01", write=write,
    )  # fmt: skip
    assert (found["way"], found["on"], found["outcome"]) == ("structural", on, "met")
