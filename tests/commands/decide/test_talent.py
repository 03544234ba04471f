"""talent, as people run it, on a small town: the boxes on both sides of every bound, and what is not known."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests import golden
from tests.terminal import asnkarier
from tests.town import SCALE, Town, town

ON = "2026-06-30"
ADI, BUDI, CITRA = "198001012005011001", "198101012006011002", "198201012007012003"
REGISTERS = ("history", "discipline", "trainings", "educations", "awards", "assignments", "feedback", "exams")


def basic(t: Town) -> None:
    t.unit("Dinas Contoh")
    t.unit("Bidang Satu", "Dinas Contoh")
    t.unit("Dinas Lain")
    t.post("Kepala Bidang Satu", "Bidang Satu", "administrator", heads_unit="ya")
    t.post("Pengadministrasi", None, "pelaksana")
    for register in REGISTERS:
        t.covers(register, "2026-12-31")


def person(t: Town, nip: str, name: str, **changes: Any) -> None:
    """Add a pelaksana of S1 since 2020, Baik twice, JPM 100 % in 2025, without training or sanction."""
    given: dict[str, Any] = {
        "post": "Pengadministrasi",
        "unit": "Bidang Satu",
        "since": "2020-01-01",
        "education": "S1",
        "appointed_on": "2005-01-01",
        "jpm": 100,
        "predicates": {2024: "baik", 2025: "baik"},
        **changes,
    }
    jpm, predicates = given.pop("jpm"), given.pop("predicates")
    t.person(nip, name, **given)
    for year, predicate in predicates.items():
        t.evaluation(nip, year, predicate)
    if jpm is not None:
        t.assessment(nip, "2025-06-01", jpm=jpm)


def talent(path: Path, *arguments: object, on: str = ON) -> dict[str, Any]:
    answer = asnkarier("talent", *arguments, "--db", path, "--as-of", on, "--format", "json")
    assert answer.code == 0, answer.err
    found: dict[str, Any] = json.loads(answer.out)
    return found


def one(tmp_path: Path, write: Any = None, *arguments: object, **changes: Any) -> dict[str, Any]:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        person(t, ADI, "Adi Contoh", **changes)
        if write is not None:
            write(t)
    return next(p for p in talent(path, *arguments)["people"] if p["nip"] == ADI)


def test_a_person_by_hand(tmp_path: Path) -> None:
    found = one(tmp_path)
    # Y: Baik twice, 80. X: 65 × 100 + 5 × 80 (S1) + 5 × 50 (no JP) + 5 × 100 (6 years) + 15 × 100 (never) = 9150 of 95,
    # since the post names no fields of study and their 5 are left out.
    assert found["performance"] == 80
    assert found["potential"] == pytest.approx(9150 / 95, abs=1e-9)
    assert found["talent"] == pytest.approx((80 + 9150 / 95) / 2, abs=1e-9)
    assert (found["box"], found["boxes"]) == (8, [8])


@pytest.mark.parametrize(
    ("predicates", "performance", "box"),
    [
        ({2024: "sangat_baik", 2025: "baik"}, 90, 9),  # 90 is from 90 on
        ({2024: "baik", 2025: "baik"}, 80, 8),
        ({2024: "butuh_perbaikan", 2025: "baik"}, 70, 8),  # 70 is from 70 on
        ({2024: "kurang", 2025: "sangat_baik"}, 70, 8),
        ({2024: "kurang", 2025: "baik"}, 60, 6),
        ({2024: "sangat_baik", 2025: "butuh_perbaikan"}, 80, 6),  # the ceiling: never above the low row
    ],
)
def test_rows(tmp_path: Path, predicates: dict[int, str], performance: int, box: int) -> None:
    found = one(tmp_path, predicates=predicates)
    assert (found["performance"], found["box"]) == (performance, box)


@pytest.mark.parametrize(
    ("jpm", "box"),
    [
        # 80 × 95 = 7600 = 65 x + 2650, so x = 76.15384…: a ten-thousandth decides.
        (76.1539, 8),
        (76.1538, 5),
        # 60 × 95 = 5700 = 65 x + 2650: x = 46.92307…
        (46.9231, 5),
        (46.9230, 2),
        (120, 8),  # capped at 100 inside the score
    ],
)
def test_columns_are_exact(tmp_path: Path, jpm: float, box: int) -> None:
    assert one(tmp_path, jpm=jpm)["box"] == box


def test_missing_is_not_zero(tmp_path: Path) -> None:
    found = one(tmp_path, jpm=None)
    assert (found["potential"], found["talent"], found["box"]) == (None, None, None)
    assert found["potential_low"] == pytest.approx(2650 / 95, abs=1e-9)
    assert found["potential_high"] == pytest.approx(9150 / 95, abs=1e-9)
    assert found["boxes"] == [2, 5, 8]
    assert found["missing"] == ["competency"]


def test_the_undetermined_are_counted_apart(tmp_path: Path) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        person(t, ADI, "Adi Contoh")
        person(t, BUDI, "Budi Contoh", jpm=None)
        person(t, CITRA, "Citra Contoh", predicates={2024: "baik"}, unit="Dinas Lain")
    found = talent(path)
    # Citra lacks 2025: 50 to 90, or low by the ceiling.
    assert found["boxes"] == {**dict.fromkeys("12345679", 0), "8": 1}
    assert found["undetermined"] == 2
    assert [p["nip"] for p in talent(path, "--unit", "Dinas Contoh")["people"]] == [ADI, BUDI]
    assert talent(path, "--kind", "administrator")["people"] == []
    assert len(talent(path, "--kind", "pelaksana")["people"]) == 3


def test_an_expired_assessment_is_not_used(tmp_path: Path) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        person(t, ADI, "Adi Contoh")
    assert talent(path, on="2026-06-30")["undetermined"] == 0
    # Three years from 1 June 2025, that day included; the evaluations are missing by then too.
    assert "competency" not in talent(path, on="2028-06-01")["people"][0]["missing"]
    assert "competency" in talent(path, on="2028-06-02")["people"][0]["missing"]


def test_before_the_roster_nobody_is_known(tmp_path: Path) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        person(t, ADI, "Adi Contoh")
    assert talent(path, on="2026-01-01")["people"] == []


@pytest.mark.parametrize(("good", "crowded"), [(4, []), (5, ["middle"])])
def test_a_row_that_holds_more_than_80_percent(tmp_path: Path, good: int, crowded: list[str]) -> None:
    # 4 of 5 are 80 %, not above it; 5 of 6 are 83.33 %.
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        person(t, ADI, "Adi Contoh", predicates={2024: "sangat_baik", 2025: "sangat_baik"})
        for i in range(good):
            person(t, f"1980010120050110{10 + i}", f"Contoh {i}")
    found = talent(path)
    assert found["crowded"] == crowded
    said = asnkarier("talent", "--db", path, "--as-of", ON, lang="en").out
    assert ("Warning" in said) is bool(crowded)


def test_the_caption_tells_of_the_weights_that_are_asked_for(tmp_path: Path) -> None:
    one(tmp_path)
    path = tmp_path / "town.sqlite"

    def said(*more: object) -> str:
        return " ".join(asnkarier("talent", "--db", path, *more).out.split())

    assert "bukan bobot Kepka BKN 411/2025" in said("--as-of", "2026-01-02")
    assert "bukan bobot" not in said("--as-of", "2026-01-02", "--policy", "kepka-bkn-411-2025")


def test_the_caption_asks_for_no_other_weights_before_2026(tmp_path: Path) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        person(t, ADI, "Adi Contoh", begins="2025-01-01")
    # Institutions are told to use the weights of Kepka BKN 411/2025 from 1 January 2026; the policy is `umum`.
    for day, asked in (("2025-12-31", False), ("2026-01-01", True)):
        said = " ".join(asnkarier("talent", "--db", path, "--as-of", day).out.split())
        assert "Adi Contoh" in said
        assert ("bukan bobot Kepka BKN 411/2025" in said) is asked


def test_for_a_post_technical_competency_has_its_share(tmp_path: Path) -> None:
    def write(t: Town) -> None:
        number = t.insert("competency", name="Anggaran", name_key="anggaran", grp="teknis", rank=0)
        t.insert("standard", position_id=t.posts["Kepala Bidang Satu"], competency_id=number, required=4 * SCALE)
        t.assessment(ADI, "2025-07-01", purpose="teknis", anggaran=3)

    found = one(tmp_path, write, "--for", "Kepala Bidang Satu")
    # Administrator 60 : 40; technical 3 of 4 is 75.
    assert found["score"] == pytest.approx((80 + 9150 / 95) / 2 * 0.6 + 75 * 0.4, abs=1e-9)


@pytest.mark.parametrize(
    ("kind", "talent_share"),
    [("jpt_madya", 0.8), ("jpt_pratama", 0.7), ("administrator", 0.6), ("pengawas", 0.5), ("pelaksana", 1)],
)
def test_the_share_of_technical_competency_by_the_kind_of_the_post(
    tmp_path: Path, kind: str, talent_share: float
) -> None:
    def write(t: Town) -> None:
        post = t.post("Jabatan Sasaran", "Dinas Contoh", kind)
        number = t.insert("competency", name="Anggaran", name_key="anggaran", grp="teknis", rank=0)
        t.insert("standard", position_id=post, competency_id=number, required=4 * SCALE)
        t.assessment(ADI, "2025-07-01", purpose="teknis", anggaran=3)

    # Talent (80 + 9150 / 95) / 2; technical 3 of 4 is 75. Of a pelaksana the policy names no share: talent alone.
    found = one(tmp_path, write, "--for", "Jabatan Sasaran")
    assert found["score"] == pytest.approx((80 + 9150 / 95) / 2 * talent_share + 75 * (1 - talent_share), abs=1e-9)


def test_csv_and_xlsx_hold_everyone(tmp_path: Path) -> None:
    one(tmp_path)
    answer = asnkarier("talent", "--db", tmp_path / "town.sqlite", "--as-of", ON, "--format", "csv")
    assert answer.out.splitlines()[0] == (
        "nip,name,position,unit,box,performance,performance_low,performance_high,"
        "potential,potential_low,potential_high,talent,talent_low,talent_high,score,score_low,score_high,"
        "boxes,ceiling,missing,not_applicable,grace_years,years_away"
    )
    line = f"{ADI},Adi Contoh,Pengadministrasi,Dinas Contoh / Bidang Satu,8,80,80,80,"
    assert answer.out.splitlines()[1].startswith(line)
    # Nothing is missing; the post names no fields of study, no older year stands in, none was spent away.
    assert answer.out.splitlines()[1].endswith(",,,,8,false,,field_of_study,,")
    saved = tmp_path / "talent.xlsx"
    answer = asnkarier("talent", "--db", tmp_path / "town.sqlite", "--as-of", ON, "--format", "xlsx", "-o", saved)
    assert answer.code == 0, answer.err
    book = load_workbook(saved)
    people, *others = [list(sheet.iter_rows(values_only=True)) for sheet in book]
    assert people[3][:5] == (ADI, "Adi Contoh", "Pengadministrasi", "Dinas Contoh / Bidang Satu", 8)
    # The sheet tells by itself of which day it is, and by which policy; the others tell of the boxes and of who is not in one.
    told = str(people[-1][0])
    assert told.startswith("Peta talenta per 30 Juni 2026: 1 orang. Kebijakan umum (")
    assert "bukan bobot Kepka BKN 411/2025" in told
    said = [str(cell) for rows in others for row in rows for cell in row if cell is not None]
    assert any(cell.startswith("Seluruh 1 pegawai aktif bertugas") for cell in said)
    assert (8, 1, "Adi Contoh") in [row[:3] for row in others[1]]


@pytest.mark.parametrize(
    ("on", "told"),
    [
        # Until 31 March 2024 and 2023 stand in for 2025: Sangat Baik 100 and Baik 80 make 90, the high row.
        ("2026-03-31", {"performance": "90", "box": "9", "boxes": "9", "missing": "", "grace_years": "2024; 2023"}),
        # The day after 2025 is missing: 80 and 20 to 100 make 50 to 90, any row.
        ("2026-04-01", {"performance": "", "box": "", "boxes": "6; 8; 9", "missing": "predicate", "grace_years": ""}),
    ],
)
def test_csv_says_what_is_missing_what_cannot_apply_and_which_years_stand_in(
    tmp_path: Path, on: str, told: dict[str, str]
) -> None:
    one(tmp_path, predicates={2023: "sangat_baik", 2024: "baik"})
    said = asnkarier("talent", "--db", tmp_path / "town.sqlite", "--as-of", on, "--format", "csv").out
    (line,) = csv.DictReader(io.StringIO(said))
    assert {key: line[key] for key in told} == told
    assert (line["not_applicable"], line["ceiling"]) == ("field_of_study", "false")


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_whole_answer(tmp_path: Path, lang: str) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        person(t, ADI, "Adi Contoh")
        person(t, BUDI, "Budi Contoh", jpm=None)
        person(t, CITRA, "Citra Contoh", predicates={2024: "sangat_baik", 2025: "sangat_baik"}, jpm=50)
    said = [
        asnkarier("talent", *more, "--db", path, "--as-of", ON, lang=lang).out
        for more in ((), ("--all", "--for", "Kepala Bidang Satu"))
    ]
    golden.check(f"decide/talent_{lang}", "\n---\n".join(said))


@pytest.mark.parametrize(
    ("row", "work_result", "behaviour"),
    [
        ({"predicate": "baik"}, (80, 100), (80, 100)),  # no cell of the matrix with "below" is Baik
        ({"predicate": "sangat_baik"}, (100, 100), (100, 100)),  # above and above alone
        ({"predicate": "butuh_perbaikan"}, (50, 50), (80, 100)),
        ({"predicate": "kurang"}, (80, 100), (50, 50)),
        ({"predicate": "sangat_kurang"}, (50, 50), (50, 50)),
        ({"predicate": "baik", "work_result": "meets"}, (80, 80), (80, 100)),
        ({"predicate": "baik", "work_result": "above"}, (100, 100), (80, 80)),  # above and above would be Sangat Baik
        ({"predicate": None}, (50, 100), (50, 100)),
    ],
)
def test_a_predicate_without_ratings_leaves_those_of_its_cells(
    tmp_path: Path, row: dict[str, Any], work_result: tuple[int, int], behaviour: tuple[int, int]
) -> None:
    def write(t: Town) -> None:
        for year in (2024, 2025):
            t.evaluation(ADI, year, **row)

    found = one(tmp_path, write, "--policy", "tebing-tinggi", predicates={})
    # tebing-tinggi: performance is work result 60 %, behaviour 40 %.
    low, high = (0.6 * work_result[end] + 0.4 * behaviour[end] for end in (0, 1))
    assert (found["performance_low"], found["performance_high"]) == pytest.approx((low, high))


def test_before_there_was_a_matrix_a_predicate_says_nothing_of_ratings(tmp_path: Path) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        person(t, ADI, "Adi Contoh", predicates={2020: "baik", 2021: "baik"}, begins="2010-01-01")
    # Both years were scored (PP 46/2011, PP 30/2019): either rating may have been any, 50 to 100.
    (found,) = talent(path, "--policy", "tebing-tinggi", on="2022-06-30")["people"]
    assert (found["performance_low"], found["performance_high"]) == (50, 100)


def test_staff_that_is_not_on_duty_is_told_beside(tmp_path: Path) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        person(t, ADI, "Adi Contoh")
        person(t, BUDI, "Budi Contoh", status="tugas_belajar")
        person(t, CITRA, "Citra Contoh", status="cltn", unit="Dinas Lain")
        person(t, "198301012008012004", "Dewi Contoh", status="keluar")  # no staff any more
    found = talent(path)
    # Adi is on duty; Budi and Citra are staff; Dewi has left: 1 of 3.
    assert (found["staff"], found["on_duty"], len(found["people"])) == (3, 1, 1)
    assert found["not_considered"] == {"tugas_belajar": 1, "cltn": 1}
    inside = talent(path, "--unit", "Bidang Satu")
    assert (inside["staff"], inside["on_duty"], inside["not_considered"]) == (2, 1, {"tugas_belajar": 1})
    said = asnkarier("talent", "--db", path, "--as-of", ON, lang="en").out
    assert "1 on duty of 3 staff; not on duty and not on the map: tugas belajar 1, CLTN 1." in " ".join(said.split())


def test_what_cannot_apply_is_named(tmp_path: Path) -> None:
    """Who leads no unit has no team: Y is the predicate alone, 80 × 80 / 80; the post names no fields of study."""
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        person(t, ADI, "Adi Contoh")
        person(t, BUDI, "Budi Contoh", post="Kepala Bidang Satu")
        person(t, CITRA, "Citra Contoh", predicates={2025: "baik"})
    people = {p["nip"]: p for p in talent(path, "--policy", "lhokseumawe")["people"]}
    assert (people[ADI]["not_applicable"], people[ADI]["performance"]) == (["team_results"], 80)
    assert people[CITRA]["not_applicable"] == ["team_results"]
    assert people[CITRA]["missing"] == ["predicate"]
    # Budi has led the unit since 2020, and of its predicates none is on record: 60 to 100, which is missing.
    assert "not_applicable" not in people[BUDI]
    assert people[BUDI]["missing"] == ["team_results"]
    shown = asnkarier("talent", "--policy", "lhokseumawe", "--db", path, "--as-of", ON, lang="en", width=200).out
    assert "Left out where it cannot apply, and the rest scaled to 100: Results of the unit led (2 people)." in shown
    assert {tuple(p["not_applicable"]) for p in talent(path)["people"]} == {("field_of_study",)}


@pytest.mark.parametrize(("on", "years", "performance"), [("2026-03-31", [2024, 2023], 80), ("2026-04-01", None, None)])
def test_years_that_stand_in_are_named(
    tmp_path: Path, on: str, years: list[int] | None, performance: int | None
) -> None:
    """2025 is not recorded: until 31 March 2024 and 2023 count, from 1 April 2025 is missing (20 to 100, with 80: 50 to 90)."""
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        person(t, ADI, "Adi Contoh", predicates={2023: "baik", 2024: "baik"}, begins="2023-01-02")
        person(t, BUDI, "Budi Contoh", predicates={2024: "baik", 2025: "baik"}, begins="2023-01-02")
    people = {p["nip"]: p for p in talent(path, on=on)["people"]}
    assert (people[ADI].get("grace_years"), people[ADI]["performance"]) == (years, performance)
    assert "grace_years" not in people[BUDI]
    shown = asnkarier("talent", "--db", path, "--as-of", on, lang="en", width=200).out
    said = "1 person: 2025 is not recorded yet, so the years before it stand in: 2024, 2023 (policy, grace_until)."
    assert (said in shown) is (years is not None)


@pytest.mark.parametrize(
    ("newest", "en", "id_"),
    [
        ((), "without an evaluation", "tanpa penilaian"),
        ([("annual", {"work_result": "above"})], "predicate open", "predikat belum pasti"),
        ([("Q1", {}), ("Q4", {})], "no annual evaluation yet", "belum ada penilaian tahunan"),
        ([("S1", {})], "no annual evaluation yet", "belum ada penilaian tahunan"),
    ],
)
def test_what_is_open_of_who_was_evaluated_all_the_same(
    tmp_path: Path, newest: list[tuple[str, dict[str, str]]], en: str, id_: str
) -> None:
    def write(t: Town) -> None:
        for period, values in newest:
            t.evaluation(ADI, 2025, None if values else "sangat_baik", period=period, **values)

    found = one(tmp_path, write, predicates={2024: "baik"})
    # 2024 Baik 80 and 2025 anything from 20 to 100: 50–90; above in the result is Sangat Baik, Baik or Kurang 40: 60–90.
    rated = newest and newest[0][1]
    assert (found["performance_low"], found["performance_high"]) == (60 if rated else 50, 90)
    for lang, words in (("en", en), ("id", id_)):
        said = asnkarier("talent", "--all", "--db", tmp_path / "town.sqlite", "--as-of", ON, lang=lang, width=200).out
        assert f"({words})" in said


def test_a_rating_that_is_not_recorded_is_said_so(tmp_path: Path) -> None:
    found = one(tmp_path, None, "--policy", "tebing-tinggi")
    # Baik is above and meets, meets and above or meets and meets: each rating 80 to 100.
    assert (found["performance_low"], found["performance_high"]) == (80, 100)
    said = asnkarier(
        "talent",
        "--all",
        "--policy",
        "tebing-tinggi",
        "--db",
        tmp_path / "town.sqlite",
        "--as-of",
        ON,
        lang="en",
        width=200,
    ).out
    assert "(rating open)" in said
