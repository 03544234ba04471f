"""Evaluations of a year: the list, who has none, the spread beside SE MenPANRB 3/2023, what leaders gave."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.golden import check
from tests.terminal import asnkarier
from tests.town import SCALE, Town, town

DAY = "2026-06-30"
HEAD, SECOND = "197001011995011001", "197501012000011001"


def nip(number: int) -> str:
    return f"19850101201001{number // 100 + 1}{number % 100 + 1:03}"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Dinas Contoh (Baik) with Bidang A of twelve and Bidang B of three; Badan Contoh of one without a predicate of its own."""
    path = tmp_path / "kota.sqlite"
    with town(path) as made:
        for name, above in (("Dinas Contoh", None), ("Bidang A", "Dinas Contoh"), ("Bidang B", "Dinas Contoh")):
            made.unit(name, above)
        made.unit("Badan Contoh")
        made.post("Kepala Dinas Contoh", "Dinas Contoh", "jpt_pratama", heads_unit="ya")
        made.post("Kepala Bidang A", "Bidang A", "administrator")
        made.person(HEAD, "Contoh Kepala", post="Kepala Dinas Contoh", unit="Dinas Contoh")
        made.person(SECOND, "Contoh Kabid", post="Kepala Bidang A", unit="Bidang A")
        for number in range(16):
            unit = "Bidang A" if number < 12 else "Bidang B" if number < 15 else "Badan Contoh"
            made.person(
                nip(number), f"Contoh {number:02}", unit=unit, appointed_on="2026-01-01" if number == 14 else None
            )
        made.person(nip(50), "Contoh Cuti", unit="Bidang A", status="cltn")
        judge(made)
    return path


def judge(made: Town) -> None:
    for number in range(12):
        # Bidang A in 2025: 2 Sangat Baik, 9 Baik, 1 Kurang
        predicate = "sangat_baik" if number < 2 else "kurang" if number == 11 else "baik"
        told = {"feedback": "Bagus", "recommendation": "training"} if number < 3 else {}
        made.evaluation(nip(number), 2025, predicate, work_result="meets", behaviour="meets", **told)
    made.evaluation(nip(12), 2025, "baik", evaluator_nip=SECOND)
    # two rows of one year that differ, none of the whole: what it came to is open
    made.evaluation(nip(13), 2025, "kurang", started_on="2025-01-01", unit="Bidang B")
    made.evaluation(nip(13), 2025, "baik", started_on="2025-07-01", unit="Bidang B")
    made.evaluation(nip(15), 2025, "butuh_perbaikan")
    made.evaluation(nip(50), 2025, None)
    made.fact("feedback", nip(15), year=2025, giver="Rekan", giver_key="rekan", score=800_000)
    made.fact("award", nip(0), title="Teladan", title_key="teladan", awarded_on="2025-08-17")
    made.insert("unit_performance", unit_id=made.units["Dinas Contoh"], year=2025, period="annual", predicate="baik")
    made.covers("awards", "2026-05-31")


def document(path: Path, *asked: object) -> dict[str, Any]:
    said = asnkarier("evaluations", *asked, "--db", path, "--as-of", DAY, "--format", "json")
    assert said.code == 0, said.err
    found: dict[str, Any] = json.loads(said.out)
    return found


def test_list_the_worst_first(file: Path) -> None:
    found = document(file, "list")
    assert (found["year"], found["period"], len(found["evaluations"])) == (2025, "annual", 17)
    assert [e["predicate"] for e in found["evaluations"]][:3] == ["kurang", "kurang", "butuh_perbaikan"]
    assert found["evaluations"][0]["nip"] == nip(11)
    assert [e["predicate"] for e in found["evaluations"]][-1] is None
    assert len(document(file, "list", "--unit", "Dinas Contoh")["evaluations"]) == 16
    assert document(file, "list", "--year", "2024")["evaluations"] == []


def test_csv_and_workbook_hold_all_people_where_a_screen_shows_some(tmp_path: Path) -> None:
    path = tmp_path / "kota.sqlite"
    with town(path) as made:
        made.unit("Dinas Contoh")
        for number in range(60):
            made.person(nip(number), f"Contoh {number:02}", unit="Dinas Contoh")
            made.evaluation(nip(number), 2025, "baik", work_result="meets", behaviour="meets")
    asked = ("evaluations", "list", "--db", path, "--as-of", DAY)
    rows = list(csv.DictReader(io.StringIO(asnkarier(*asked, "--format", "csv").out)))
    assert [row["nip"] for row in rows] == [e["nip"] for e in document(path, "list")["evaluations"]]
    assert len(rows) == 60
    book = tmp_path / "hasil.xlsx"
    assert asnkarier(*asked, "-o", book).code == 0
    read = load_workbook(book, read_only=True).worksheets[0].iter_rows(values_only=True)
    assert sum(nip(0)[:14] in str(cell) for row in read for cell in row) == 60
    # On a screen fifty, and a sentence of the others.
    assert "50 of 60 shown" in asnkarier(*asked, lang="en").out


def test_who_on_duty_has_none(file: Path) -> None:
    found = document(file, "missing", 2025)
    # on duty: two heads and sixteen others; number 14 was appointed after the year; on leave nobody is expected
    assert (found["on_duty"], found["not_expected"], found["evaluated"]) == (18, 1, 15)
    assert [m["nip"] for m in found["missing"]] == [HEAD, SECOND]
    assert found["missing"][1] == {
        "nip": SECOND, "name": "Contoh Kabid", "position": "Kepala Bidang A", "unit": "Dinas Contoh / Bidang A",
        "on_record": None, "unit_now": "Dinas Contoh / Bidang A",
    }  # fmt: skip
    # The roster is of 2026-01-02: all are counted in its units, but number 14, of whom nothing is expected.
    assert (found["counted_on"], found["unit_from_later"]) == ("2025-12-31", 17)
    # Evaluated, with two rows that differ: not missing, and what the year came to is open.
    assert [(m["nip"], m["on_record"]) for m in found["open"]] == [(nip(13), "predicate_open")]
    assert len(document(file, "missing", 2026)["missing"]) == 18
    assert len(document(file, "belum", 2025, "--period", "Q1")["missing"]) == 17


@pytest.mark.parametrize(
    ("year", "period", "day", "due"),
    [
        # A year is over on its last day; the first half of one on 30 June.
        (2026, "annual", "2026-12-30", False),
        (2026, "annual", "2026-12-31", True),
        (2026, "S1", "2026-06-29", False),
        (2026, "S1", "2026-06-30", True),
        (2025, "annual", DAY, True),
    ],
)
@pytest.mark.parametrize("command", ["missing", "distribution"])
def test_an_evaluation_of_what_is_not_over_is_not_due(
    file: Path, command: str, year: int, period: str, day: str, due: bool
) -> None:
    asked = ("evaluations", command, year, "--period", period, "--db", file, "--as-of", day)
    assert json.loads(asnkarier(*asked, "--format", "json").out)["due"] is due
    for lang, words in (("en", "is not due yet"), ("id", "belum waktunya")):
        assert (words in " ".join(asnkarier(*asked, lang=lang).out.split())) is not due


@pytest.mark.parametrize("command", ["missing", "distribution"])
@pytest.mark.parametrize(("day", "code"), [("2026-12-31", 2), ("2027-01-01", 0)])
def test_a_year_that_has_not_begun_is_refused(file: Path, command: str, day: str, code: int) -> None:
    said = asnkarier("evaluations", command, 2027, "--db", file, "--as-of", day, lang="en")
    assert said.code == code
    assert ("2027 has not begun yet" in said.err) is (code == 2)


def test_the_spread_beside_the_guidance(file: Path) -> None:
    units = {u["unit"]: u for u in document(file, "distribution", 2025, "--unit", "Dinas Contoh")["units"]}
    whole = units["Dinas Contoh"]
    # 2 Sangat Baik, 9 + 1 Baik, 1 Kurang = 13, and two are open: Baik 10 of 15 = 66.67 % to 12 of 15 = 80 %, the limit is 70 %.
    assert whole["counts"] == {"sangat_baik": 2, "baik": 10, "butuh_perbaikan": 0, "kurang": 1, "sangat_kurang": 0}
    assert (whole["people"], whole["open"], whole["verdict"]) == (15, 2, "unknown")
    assert [(c["predicates"], c["people"], c["most"], c["kept"]) for c in whole["checks"]] == [
        (["baik"], 10, 12, None),
        (["butuh_perbaikan", "kurang"], 1, 3, True),
    ]
    # Bidang A: 9 of 13 (one is open) = 69.23 % or 10 of 13 = 76.92 %; its predicate is that of the Dinas, and it says so
    below = units["Bidang A"]
    assert (below["unit_predicate"], below["predicate_from"], below["verdict"]) == ("baik", "Dinas Contoh", "unknown")
    assert (units["Bidang B"]["people"], units["Bidang B"]["verdict"], units["Bidang B"]["checks"]) == (
        2,
        "too_small",
        [],
    )


def test_a_unit_without_any_predicate_is_counted_alone(file: Path) -> None:
    found = document(file, "distribution", 2025)
    assert [(u["unit"], u["verdict"]) for u in found["units"]] == [
        ("Badan Contoh", "no_unit_predicate"), ("Dinas Contoh", "unknown")
    ]  # fmt: skip
    assert found["unit_unknown"] == 0
    said = asnkarier("evaluations", "distribution", 2025, "--db", file, "--as-of", DAY, lang="en").out
    assert "1 of 2 have no organisation predicate of 2025" in said
    every = document(file, "distribution", 2025, "--all")
    assert [u["path"] for u in every["units"]] == [
        "Badan Contoh", "Dinas Contoh", "Dinas Contoh / Bidang A", "Dinas Contoh / Bidang B"
    ]  # fmt: skip


@pytest.mark.parametrize(("year", "code"), [("2013", 3), ("2014", 0), ("0", 2)])
def test_nobody_misses_an_evaluation_before_they_were_regulated(file: Path, year: str, code: int) -> None:
    assert asnkarier("evaluations", "missing", year, "--db", file, "--as-of", DAY).code == code


def test_the_guidance_begins_in_2023(file: Path) -> None:
    said = asnkarier("evaluations", "distribution", 2022, "--db", file, "--as-of", DAY)
    assert said.code == 3


def test_before_the_roster_no_unit_is_known(file: Path) -> None:
    said = asnkarier("evaluations", "distribution", 2025, "--db", file, "--as-of", "2025-12-31", "--format", "json")
    found = json.loads(said.out)
    # the roster speaks from 2026-01-02 on; only the one whose evaluation names the unit is counted
    assert (found["unit_unknown"], [u["people"] for u in found["units"]]) == (15, [1])


def test_what_leaders_gave(file: Path) -> None:
    found = {leader["nip"]: leader for leader in document(file, "coverage", 2025)["leaders"]}
    # the highest structural post of Bidang A is assumed to head it; number 12 of Bidang B was evaluated by its holder
    second = found[SECOND]
    assert (second["people"], second["evaluated"], second["with_feedback"], second["with_award"]) == (13, 13, 3, 1)
    assert second["leads_as"] == ["assumed", "evaluator"]
    # Bidang B has no post that heads it: the head above leads its people, and the head of Bidang A; number 14 came in 2026
    assert (found[HEAD]["people"], found[HEAD]["leads_as"]) == (2, ["head"])
    # the head of all and the one of Badan Contoh have no leader; feedback apart from an evaluation counts
    assert (found[None]["people"], found[None]["with_feedback"]) == (2, 1)


def test_how_far_the_registers_reach_is_said(file: Path) -> None:
    found = document(file, "coverage", 2025)
    assert (found["feedback_known_until"], found["awards_known_until"]) == (None, "2026-05-31")


def test_an_empty_file(tmp_path: Path) -> None:
    with town(tmp_path / "a.sqlite"):
        pass
    for words in (["list"], ["missing", "2025"], ["distribution", "2025"], ["coverage", "2025"]):
        said = asnkarier("evaluations", *words, "--db", tmp_path / "a.sqlite")
        assert (said.code, said.out != "") == (0, True)


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("command", ["list", "missing", "distribution", "coverage"])
def test_tables(file: Path, command: str, language: str) -> None:
    year = () if command == "list" else ("2025",)
    said = asnkarier("evaluations", command, *year, "--db", file, "--as-of", DAY, width=80, lang=language)
    check(f"appraise/evaluations_{command}_{language}", said.out + said.err)


@pytest.mark.parametrize(
    ("year", "score", "key", "name", "today"),
    [
        (2020, 76, "baik", "Baik", "baik"),  # PP 46/2011: Baik from 76
        (2020, 75.99, "cukup", "Cukup (today Butuh Perbaikan)", "butuh_perbaikan"),
        (2020, 61, "cukup", "Cukup (today Butuh Perbaikan)", "butuh_perbaikan"),
        (2020, 60.99, "kurang", "Kurang", "kurang"),
        (2020, 51, "kurang", "Kurang", "kurang"),
        (2020, 50.99, "buruk", "Buruk (today Sangat Kurang)", "sangat_kurang"),
        (2021, 70, "cukup", "Cukup (today Butuh Perbaikan)", "butuh_perbaikan"),  # PP 30/2019: Cukup from 70
        (2021, 69.99, "kurang", "Kurang", "kurang"),
        (2021, 49.99, "sangat_kurang", "Sangat Kurang", "sangat_kurang"),  # below 50, by its own name
    ],
)
def test_an_older_predicate_bears_the_name_of_its_years_scale(
    tmp_path: Path, year: int, score: float, key: str, name: str, today: str
) -> None:
    path = tmp_path / "kota.sqlite"
    with town(path) as made:
        made.unit("Dinas Contoh")
        made.person(HEAD, "Contoh Kepala", unit="Dinas Contoh")
        made.evaluation(HEAD, year, None, score=round(score * SCALE))
    asked = ("evaluations", "list", "--year", year, "--db", path, "--as-of", DAY)
    (found,) = json.loads(asnkarier(*asked, "--format", "json").out)["evaluations"]
    assert (found["predicate"], found["predicate_of_year"], found["score"]) == (today, key, score)
    listed = asnkarier(*asked, lang="en", width=120).out
    assert name in listed
    assert f"{score:g}" in listed
    (row,) = csv.DictReader(io.StringIO(asnkarier(*asked, "--format", "csv", lang="en").out))
    assert (row["predicate"], row["predicate_of_year"]) == (today, key)


def test_a_predicate_of_today_bears_no_other_name(file: Path) -> None:
    found = json.loads(asnkarier("evaluations", "list", "--year", 2025, "--db", file, "--format", "json").out)
    assert all(e["predicate"] == e["predicate_of_year"] for e in found["evaluations"])
    assert "today" not in asnkarier("evaluations", "list", "--year", 2025, "--db", file, lang="en").out


@pytest.mark.parametrize(
    ("rows", "counted"),
    [
        # The row from 1 January to 31 December is of the whole year, as e-Kinerja always writes its days; two that differ leave it open.
        ([("2025-01-01..2025-12-31", "sangat_baik"), ("2025-07-01..2025-12-31", "baik")], ({"sangat_baik": 1}, 0)),
        ([("2025-01-01..2025-12-30", "sangat_baik"), ("2025-07-01..2025-12-31", "baik")], ({}, 1)),
        ([("2025-01-02..2025-12-31", "sangat_baik"), ("2025-07-01..2025-12-31", "baik")], ({}, 1)),
        ([("", "sangat_baik"), ("2025-01-01..2025-12-31", "baik")], ({}, 1)),
        ([("", "baik"), ("2025-01-01..2025-12-31", "baik")], ({"baik": 1}, 0)),
        # An evaluation of the whole year counts, whatever its parts were; parts that agree say it too; others leave it open.
        ([("", "kurang"), ("2025-01-01", "baik"), ("2025-07-01", "baik")], ({"kurang": 1}, 0)),
        ([("2025-01-01", "baik"), ("2025-07-01", "baik")], ({"baik": 1}, 0)),
        ([("2025-01-01", "sangat_baik"), ("2025-07-01", "baik")], ({}, 1)),
        ([("2025-01-01", "baik"), ("2025-03-01", "kurang"), ("2025-07-01", "baik")], ({}, 1)),
        ([("2025-01-01", None), ("2025-07-01", "baik")], ({}, 1)),
    ],
)
def test_what_a_year_of_several_rows_came_to(
    tmp_path: Path, rows: list[tuple[str, str | None]], counted: tuple[dict[str, int], int]
) -> None:
    path = tmp_path / "kota.sqlite"
    with town(path) as made:
        made.unit("Dinas Contoh")
        made.person(nip(0), "Contoh", unit="Dinas Contoh")
        for days, predicate in rows:
            started_on, _, ended_on = days.partition("..")
            made.evaluation(nip(0), 2025, predicate, started_on=started_on, ended_on=ended_on or None)
    (unit,) = document(path, "distribution", 2025)["units"]
    assert ({p: n for p, n in unit["counts"].items() if n}, unit["open"]) == counted


@pytest.mark.parametrize(
    ("last_day", "ip_asn", "performance"),
    [
        # Of the whole year: Sangat Baik, 30 in the index and 100 in the talent map, as the year before.
        ("2025-12-31", [30], [100, 100]),
        # Of a part: Sangat Baik or Baik, 25 to 30; Baik is 80 in the talent map, and of two years alike that is 90 at least.
        ("2025-12-30", [None, 25, 30], [90, 100]),
    ],
)
def test_an_index_and_a_talent_go_by_the_row_that_covers_the_year(
    tmp_path: Path, last_day: str, ip_asn: list[float | None], performance: list[float]
) -> None:
    path = tmp_path / "kota.sqlite"
    with town(path) as made:
        made.unit("Dinas Contoh")
        made.person(nip(0), "Contoh", unit="Dinas Contoh")
        made.evaluation(nip(0), 2024, "sangat_baik")
        made.evaluation(nip(0), 2025, "sangat_baik", started_on="2025-01-01", ended_on=last_day)
        made.evaluation(nip(0), 2025, "baik", started_on="2025-07-01", ended_on="2025-12-31")
    words = ("--db", path, "--as-of", "2026-06-30", "--format", "json")
    (person,) = json.loads(asnkarier("ip-asn", 2026, *words).out)["people"]
    ends = ("performance", "performance_low", "performance_high")
    assert [person[key] for key in ends if key in person] == ip_asn
    (person,) = json.loads(asnkarier("talent", *words).out)["people"]
    assert [person[key] for key in ends[1:]] == performance


@pytest.mark.parametrize(
    ("work_result", "verdict", "most"),
    [
        # Istimewa, at most 70 % Sangat Baik: 7 of 10. Below expectation never comes to Sangat Baik, above it may.
        ("below", "kept", 7),
        ("meets", "kept", 7),
        ("above", "unknown", 8),
        (None, "unknown", 8),
    ],
)
def test_who_has_no_predicate_is_what_the_law_leaves(
    tmp_path: Path, work_result: str | None, verdict: str, most: int
) -> None:
    path = tmp_path / "kota.sqlite"
    with town(path) as made:
        made.unit("Dinas Contoh")
        made.insert(
            "unit_performance", unit_id=made.units["Dinas Contoh"], year=2025, period="annual", predicate="istimewa"
        )
        for number in range(10):
            made.person(nip(number), f"Contoh {number}", unit="Dinas Contoh")
            predicate = "sangat_baik" if number < 7 else "baik" if number < 9 else None
            made.evaluation(nip(number), 2025, predicate, work_result=None if predicate else work_result)
    (unit,) = document(path, "distribution", 2025)["units"]
    assert (unit["verdict"], unit["open"], unit["checks"][0]["people"], unit["checks"][0]["most"]) == (
        verdict,
        1,
        7,
        most,
    )


def test_an_evaluation_without_predicate_or_of_both_halves_is_no_missing_one_and_quarters_are_no_annual_one(
    tmp_path: Path,
) -> None:
    """Eleven people of one unit, whose organisation predicate is Istimewa: at most 70 % Sangat Baik."""
    path = tmp_path / "kota.sqlite"
    with town(path) as made:
        made.unit("Dinas Contoh")
        for number in range(11):
            made.person(nip(number), f"Contoh {number:02}", unit="Dinas Contoh")
            if number < 6:
                made.evaluation(nip(number), 2025, "sangat_baik")
        made.evaluation(nip(6), 2025, "sangat_baik", period="S1")
        made.evaluation(nip(6), 2025, "sangat_baik", period="S2")
        made.evaluation(nip(7), 2025, None, work_result="below")
        for quarter in ("Q1", "Q2", "Q3", "Q4"):
            made.evaluation(nip(8), 2025, "baik", period=quarter)
        made.evaluation(nip(9), 2025, "baik")
        made.insert(
            "unit_performance", unit_id=made.units["Dinas Contoh"], year=2025, period="annual", predicate="istimewa"
        )
    found = document(path, "missing", 2025)
    # Number 10 has nothing, number 8 its quarters alone; number 6 was evaluated in both halves, number 7 without behaviour.
    assert [(m["nip"], m["on_record"]) for m in found["missing"]] == [(nip(8), "in_parts"), (nip(10), None)]
    assert [m["nip"] for m in found["open"]] == [nip(7)]
    assert found["evaluated"] == 9
    assert document(path, "coverage", 2025)["evaluated"] == 9
    said = asnkarier("status", "--db", path, "--as-of", DAY, "--format", "json")
    assert json.loads(said.out)["evaluations"]["evaluated"] == 9
    unit = document(path, "distribution", 2025)["units"][0]
    # 6 + 1 of both halves Sangat Baik of ten: number 7, below in its result, is never Sangat Baik; number 8 may become it,
    # whatever the quarters were: 7 of 10 = 70 % fits, 8 of 10 = 80 % does not.
    assert (unit["people"], unit["open"], unit["without_annual"], unit["verdict"]) == (10, 2, 1, "unknown")
    assert unit["counts"]["sangat_baik"] == 7
    assert [(c["people"], c["most"]) for c in unit["checks"]] == [(7, 8)]
    # A quarter is a period of its own.
    assert document(path, "distribution", 2025, "--period", "Q1")["units"][0]["counts"]["baik"] == 1
    rows = asnkarier("evaluations", "missing", 2025, "--db", path, "--as-of", DAY, "--format", "csv").out
    # csv lists who has none, as its name says; who is evaluated, the predicate open, has a sheet of the workbook.
    assert [(row["nip"], row["on_record"]) for row in csv.DictReader(io.StringIO(rows))] == [
        (nip(8), "in_parts"),
        (nip(10), ""),
    ]
    book = tmp_path / "belum.xlsx"
    assert asnkarier("evaluations", "missing", 2025, "--db", path, "--as-of", DAY, "-o", book, lang="en").code == 0
    told = [
        (sheet.title, {one for row in sheet.iter_rows(values_only=True) for cell in row for one in map(nip, range(11))
                       if one in str(cell)})
        for sheet in load_workbook(book).worksheets
    ]  # fmt: skip
    assert [of for title, of in told if title.startswith("Without")] == [{nip(8), nip(10)}]
    assert [of for title, of in told if title.startswith("Evaluated")] == [{nip(7)}]
    for lang, words in (("en", "no annual evaluation yet"), ("id", "belum ada penilaian tahunan")):
        assert words in " ".join(
            asnkarier("evaluations", "missing", 2025, "--db", path, "--as-of", DAY, lang=lang).out.split()
        )


def test_quarters_of_a_year_that_is_not_over_wait_for_nothing(tmp_path: Path) -> None:
    path = tmp_path / "kota.sqlite"
    with town(path) as made:
        made.unit("Dinas Contoh")
        made.person(nip(0), "Contoh", unit="Dinas Contoh")
        made.evaluation(nip(0), 2026, "baik", period="Q1")
    assert document(path, "distribution", 2026)["units"] == []


@pytest.mark.parametrize(
    ("period", "missing", "later"),
    [
        # Budi came on 1 October, Citra in December by the NIP, Dewi at some time of 2025, Eka on 2 January 2026.
        ("annual", {"Adi", "Budi", "Citra", "Dewi"}, 1),
        ("S1", {"Adi", "Dewi"}, 3),
        ("Q3", {"Adi", "Dewi"}, 3),
        ("M9", {"Adi", "Dewi"}, 3),
        ("M10", {"Adi", "Budi", "Dewi"}, 2),
        ("Q4", {"Adi", "Budi", "Citra", "Dewi"}, 1),
        ("M12", {"Adi", "Budi", "Citra", "Dewi"}, 1),
    ],
)
def test_who_came_after_a_period_is_not_expected_to_be_evaluated_for_it(
    tmp_path: Path, period: str, missing: set[str], later: int
) -> None:
    path = tmp_path / "kota.sqlite"
    with town(path) as made:
        made.person("198501012010011001", "Adi", appointed_on="2010-01-01")
        made.person("199501012025101001", "Budi", appointed_on="2025-10-01")
        made.person("199501012025121002", "Citra")
        made.person("199501012025211003", "Dewi", kind="PPPK")
        made.person("199501012026011004", "Eka", appointed_on="2026-01-02")
    asked = ("evaluations", "missing", "2025", "--period", period, "--db", path, "--as-of", "2026-02-15")
    answer = asnkarier(*asked, "--format", "json")
    assert answer.code == 0, answer.err
    found = json.loads(answer.out)
    assert {line["name"] for line in found["missing"]} == missing
    assert (found["on_duty"], found["not_expected"]) == (5, later)
    day = {"S1": "30 June", "Q3": "30 September", "M9": "30 September", "M10": "31 October"}.get(period, "31 December")
    after = "2025" if period == "annual" else f"{day} 2025"
    assert f"{later} were appointed after {after} and are not expected" in " ".join(
        asnkarier(*asked, lang="en").out.split()
    )
