"""credit, as people run it, on a small town."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests import golden
from tests.terminal import asnkarier
from tests.town import SCALE, Town, town

ON = "2026-03-15"
ADI = "198001012005011001"


def one(tmp_path: Path, write: Any = None, *, on: str = ON, **person: Any) -> dict[str, Any]:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        t.post("Analis Ahli Muda", None, "jf_ahli_muda")
        t.post("Pengadministrasi", None, "pelaksana")
        given = {"post": "Analis Ahli Muda", "since": "2022-01-01", "golongan": "III/c", **person}
        t.person(ADI, "Adi Contoh", **given)
        if write is not None:
            write(t)
    answer = asnkarier("credit", ADI, "--db", path, "--as-of", on, "--format", "json")
    assert answer.code == 0, answer.err
    found: dict[str, Any] = json.loads(answer.out)
    return found


def pak(t: Town, **values: Any) -> None:
    given = {"decided_on": "2024-01-20", "kind": "konversi", "amount": 25 * SCALE, "cumulative": 60 * SCALE, **values}
    t.fact("credit", ADI, **{"period_to": "2023-12-31", "level": "jf_ahli_muda", **given})


def test_from_the_last_pak(tmp_path: Path) -> None:
    def write(t: Town) -> None:
        pak(t)
        t.evaluation(ADI, 2024, "baik")
        t.evaluation(ADI, 2025, "sangat_baik")
        t.fact("evaluation", ADI, year=2025, period="Q1", started_on="", predicate="kurang")

    found = one(tmp_path, write)
    # 60 + 25 + 25 × 150 % = 122.5; the annual result replaces the quarter's. Rank 100 is reached, level 200 lacks 77.5:
    # at Baik 77.5 / (25/12) = 37.2, so 38 months; at Sangat Baik 24.8, so 25.
    assert [(y["year"], y["position_kind"], y["months"], y["predicate"], y["coefficient"], y["credit"]) for y in found["years"]] == [
        (2024, "jf_ahli_muda", 12, "baik", 25, 25),
        (2025, "jf_ahli_muda", 12, "sangat_baik", 25, 37.5),
    ]  # fmt: skip
    assert found["total"] == 122.5
    assert (found["next_rank"]["to"], found["next_rank"]["missing"]) == ("III/d", 0)
    assert (found["next_level"]["to"], found["next_level"]["missing"]) == ("jf_ahli_madya", 77.5)
    assert found["next_level"]["months"] == {"baik": 38, "sangat_baik": 25}


def test_without_a_pak_the_total_is_a_range(tmp_path: Path) -> None:
    found = one(tmp_path, lambda t: t.evaluation(ADI, 2025, "baik"), since="2025-01-01")
    assert (found["total"], found["total_low"], found["total_high"]) == (None, 25, None)


def test_a_year_without_an_evaluation_is_a_range(tmp_path: Path) -> None:
    found = one(tmp_path, pak)
    assert found["years"][0] == {
        "year": 2024,
        "position_kind": "jf_ahli_muda",
        "months": 12,
        "predicate": None,
        "coefficient": 25,
        "credit": None,
        "counted": True,
        "credit_low": 0,
        "credit_high": 37.5,
    }
    # 60 to 60 + 2 × 37.5
    assert (found["total"], found["total_low"], found["total_high"]) == (None, 60, 135)


def test_csv_has_numbers_and_both_ends_of_what_is_not_known(tmp_path: Path) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        t.post("Analis Ahli Muda", None, "jf_ahli_muda")
        t.person(ADI, "Adi Contoh", post="Analis Ahli Muda", since="2022-01-01", golongan="III/c")
        pak(t)
        t.evaluation(ADI, 2025, "baik")
    asked = ("credit", ADI, "--db", path, "--as-of", ON, "--format", "csv")
    said = asnkarier(*asked, lang="en").out
    assert said == asnkarier(*asked, lang="id").out
    # The PAK counts to the end of 2023. Nothing is on record of 2024: 0 to 25 × 150 % = 37.5; 2025 at Baik 25.
    assert said.splitlines() == [
        "year,position_kind,months,predicate,coefficient,credit,credit_low,credit_high,counted",
        "2024,jf_ahli_muda,12,,25,,0,37.5,true",
        "2025,jf_ahli_muda,12,baik,25,25,25,25,true",
    ]


def test_csv_leaves_an_end_open_where_nothing_is_the_most(tmp_path: Path) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        t.post("Analis Ahli Muda", None, "jf_ahli_muda")
        t.person(ADI, "Adi Contoh", post="Analis Ahli Muda", since="2020-01-01", golongan="III/c")
        pak(t, decided_on="2020-01-20", period_to="2020-12-31")
    rows = list(
        csv.DictReader(io.StringIO(asnkarier("credit", ADI, "--db", path, "--as-of", ON, "--format", "csv").out))
    )
    # A year before the conversion from predicates: a PAK alone tells, so at least 0.
    (before,) = [row for row in rows if row["year"] == "2021"]
    assert (before["credit"], before["credit_low"], before["credit_high"]) == ("", "0", "")


def test_a_change_of_level_within_the_year_counts_by_months(tmp_path: Path) -> None:
    def write(t: Town) -> None:
        t.history(ADI, "Analis Ahli Pertama", "2023-01-01", "2024-06-30", position_kind="jf_ahli_pertama")
        t.covers("history", ON)
        pak(t, decided_on="2024-07-01", kind="perpindahan", amount=0, cumulative=None, period_to="2024-06-30")
        t.evaluation(ADI, 2024, "baik")
        t.evaluation(ADI, 2025, "baik")

    found = one(tmp_path, write, since="2024-07-01")
    counted = {(y["year"], y["position_kind"]): (y["months"], y["credit"]) for y in found["years"] if y["counted"]}
    # 25 × 6/12 and 25 × 12/12
    assert counted == {(2024, "jf_ahli_muda"): (6, 12.5), (2025, "jf_ahli_muda"): (12, 25)}
    assert (2024, "jf_ahli_pertama", 6, 6.25) in [
        (y["year"], y["position_kind"], y["months"], y["credit"]) for y in found["years"]
    ]
    assert found["total"] == 37.5


def test_a_level_only_seen_on_the_rosters_day_began_by_its_pak(tmp_path: Path) -> None:
    def write(t: Town) -> None:
        pak(t)
        t.evaluation(ADI, 2024, "baik")
        t.evaluation(ADI, 2025, "baik")

    assert one(tmp_path, write, since=None)["total"] == 110


@pytest.mark.parametrize(("person", "reason"), [({"kind": "PPPK"}, "kind"), ({"post": "Pengadministrasi"}, "post")])
def test_who_has_no_credit(tmp_path: Path, person: Any, reason: str) -> None:
    found = one(tmp_path, **person)
    assert (found["years"], found["total"], found["next_rank"], found["reason"]) == ([], None, None, reason)


@pytest.mark.parametrize(("on", "code"), [("2023-06-30", 3), ("2023-07-01", 0)])
def test_before_the_rule_is_in_force(tmp_path: Path, on: str, code: int) -> None:
    one(tmp_path)
    assert asnkarier("credit", ADI, "--db", tmp_path / "town.sqlite", "--as-of", on).code == code


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_whole_answer(tmp_path: Path, lang: str) -> None:
    def write(t: Town) -> None:
        pak(t)
        t.evaluation(ADI, 2024, "baik")

    one(tmp_path, write)
    golden.check(
        f"appraise/credit_{lang}",
        asnkarier("credit", ADI, "--db", tmp_path / "town.sqlite", "--as-of", ON, lang=lang).out,
    )


@pytest.mark.parametrize(
    ("on", "years"),
    [
        # On a day of 2025 there is no evaluation of that year yet, whatever was recorded since; quarters ended count.
        ("2025-06-30", [(2024, 12, "baik"), (2025, 6, "sangat_baik")]),
        ("2025-06-29", [(2024, 12, "baik"), (2025, 3, "baik")]),
        ("2025-12-30", [(2024, 12, "baik"), (2025, 6, "baik")]),
        ("2025-12-31", [(2024, 12, "baik"), (2025, 12, "kurang")]),
    ],
)
def test_a_day_in_the_past_knows_no_later_evaluation(
    tmp_path: Path, on: str, years: list[tuple[int, int, str]]
) -> None:
    def write(t: Town) -> None:
        pak(t)
        t.evaluation(ADI, 2024, "baik")
        t.evaluation(ADI, 2025, "kurang")
        t.fact("evaluation", ADI, year=2025, period="Q1", started_on="", predicate="baik")
        if on == "2025-06-30":
            t.fact("evaluation", ADI, year=2025, period="S1", started_on="", predicate="sangat_baik")
        if on == "2025-12-30":
            t.fact("evaluation", ADI, year=2025, period="S1", started_on="", predicate="baik")

    found = one(tmp_path, write, on=on, begins="2022-01-01")
    assert [(y["year"], y["months"], y["predicate"]) for y in found["years"]] == years


def test_what_a_conversion_says_of_months_already_counted_is_said(tmp_path: Path) -> None:
    def write(t: Town) -> None:
        pak(t, cumulative=125 * SCALE, decided_on="2025-01-05", period_to="2024-12-31")
        again = {"decided_on": "2025-02-09", "period_from": "2024-01-01", "period_to": "2024-12-31"}
        pak(t, **again, cumulative=None)
        t.evaluation(ADI, 2025, "baik")

    found = one(tmp_path, write)
    assert found["total"] == 150  # 125 to the end of 2024, in which 2024 is; and 25 for 2025
    left = {"decided_on": "2025-02-09", "kind": "konversi", "credit": 25, "counted": 0, "reason": "covered"}
    assert found["left_out"] == [left]
    shown = asnkarier("credit", ADI, "--db", tmp_path / "town.sqlite", "--as-of", ON)
    words = "PAK 9 Februari 2025 mengonversi bulan-bulan yang sudah dihitung: angka kreditnya 25 tidak ditambahkan."
    assert words in " ".join(shown.out.split())


@pytest.mark.parametrize(("status", "total", "outcome"), [("cltn", 97.5, "not_met"), ("tugas_belajar", 110, "met")])
def test_leave_earns_nothing_wherever_credit_counts(tmp_path: Path, status: str, total: float, outcome: str) -> None:
    def write(t: Town) -> None:
        pak(t)
        t.evaluation(ADI, 2024, "baik")
        t.evaluation(ADI, 2025, "baik")
        number = t.people[ADI]
        t.span("person_status", number, "2020-01-01", "2024-12-31", status="aktif")
        t.span("person_status", number, "2025-01-01", "2025-06-30", status=status)
        t.span("person_status", number, "2025-07-01", status="aktif")

    # 60 + 25 of 2024 + 25 × 6/12 of 2025 = 97.5, less than the 100 of III/d; who studies is evaluated: 60 + 25 + 25 = 110.
    found = one(tmp_path, write, status=None, golongan_since="2022-04-01")
    assert (found["total"], "away" in found["warnings"]) == (total, status == "cltn")
    answer = asnkarier("forecast", "ranks", "--db", tmp_path / "town.sqlite", "--as-of", ON, "--format", "json")
    (person,) = json.loads(answer.out)["people"]
    assert {c["check"]: c["outcome"] for c in person["checks"]}["credit"] == outcome
