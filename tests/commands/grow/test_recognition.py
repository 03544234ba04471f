"""`recognition` and `survey`, as people run them, on a small town."""

import json
from pathlib import Path
from typing import Any

import pytest

from asnkarier.core.access import Access
from asnkarier.core.growth.recognition import ranked
from asnkarier.store.database import open_database
from tests import golden
from tests.terminal import asnkarier
from tests.town import town

ADI, BUDI, CITRA = "198001012005011901", "198101012005012902", "198201012005013903"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        t.unit("Dinas Contoh")
        t.unit("Dinas Lain")
        t.post(post := "Kepala Seksi Satu", "Dinas Contoh", "pengawas")
        for nip, name, unit in ((ADI, "Adi Contoh", "Dinas Contoh"), (BUDI, "Budi Contoh", "Dinas Contoh"),
                                (CITRA, "Citra Contoh", "Dinas Lain")):  # fmt: skip
            t.person(nip, name, unit=unit, post=post if unit == "Dinas Contoh" else None, begins="2024-01-01")
        for year, predicate in ((2023, "sangat_baik"), (2024, "sangat_baik"), (2025, "sangat_baik")):
            t.evaluation(ADI, year, predicate)
            t.evaluation(CITRA, year, predicate)
        t.evaluation(BUDI, 2024, "baik")
        t.evaluation(BUDI, 2025, "sangat_baik")
        t.discipline(CITRA, "sedang", "2026-05-01", effective_on="2026-05-01", ends_on="2026-11-01")
        t.assessment(BUDI, "2023-05-01", 1.5, 3, 1)
        t.assessment(BUDI, "2025-05-01", 3, 1.5, 2, 3)
        t.assessment(ADI, "2023-05-01", 2, 2)
        t.assessment(ADI, "2025-05-01", 5, 5)
        for title, day in (("Proyek Satu", "2025-03-01"), ("Proyek Dua", "2025-09-01")):
            t.fact("assignment", ADI, title=title, title_key=title.lower(), started_on="2025-01-01", ended_on=day,
                   role="leader", outcome="achieved")  # fmt: skip
        for month in (1, 2, 3):
            t.insert("mentoring", mentor_id=1, mentee_id=2, started_on="2025-01-01", session_on=f"2025-0{month}-15")
        t.fact("award", ADI, title="Pegawai Teladan", title_key="pegawai teladan", awarded_on="2025-08-17")
        for unit, count in (("Dinas Contoh", 5), ("Dinas Lain", 4)):
            for dimension, score in (("Kerja sama", 80), ("Beban kerja", 65)):
                t.insert("survey", unit_id=t.units[unit], year=2025, dimension=dimension,
                         dimension_key=dimension.lower(), score=score * 10_000, respondents=count)  # fmt: skip
            t.insert("unit_performance", unit_id=t.units[unit], year=2025, period="annual", predicate="baik")
        t.fact("movement", BUDI, event="cltn", effective_on="2025-04-01")
    return path


def earned(file: Path) -> dict[tuple[str, str], dict[str, Any]]:
    answer = asnkarier("recognition", 2025, "--db", file, "--as-of", "2026-10-01", "--format", "json")
    assert answer.code == 0, answer.err
    people = json.loads(answer.out)["people"]
    found = {(p["nip"], p["rule"]): p for p in people}
    assert len(found) == len(people)  # nobody twice for the same thing
    return found


def test_who_earned_it_and_by_which_rule(file: Path) -> None:
    found = earned(file)
    assert set(found) == {(ADI, "sustained"), (BUDI, "gap_closed"), (ADI, "mentor"), (ADI, "project_leader")}
    assert found[ADI, "sustained"]["value"] == 3
    # Pengawas asks 2 of each. Integritas 1.5 → 3 closes 0.5, Kerja Sama 3 → 1.5 opens 0.5, Komunikasi 1 → 2 closes 1; Orientasi
    # was not measured before: 0.5 − 0.5 + 1. Adi rose from 2 to 5 where 2 are asked: nothing was open.
    assert found[BUDI, "gap_closed"]["value"] == 1
    assert found[ADI, "project_leader"]["what"] == "Proyek Satu"
    assert found[ADI, "mentor"]["awards"] == ["Pegawai Teladan"]


def test_nobody_under_a_sanction(file: Path) -> None:
    assert not [key for key in earned(file) if key[0] == CITRA]
    after = asnkarier("recognition", 2025, "--db", file, "--as-of", "2026-11-02", "--format", "json")
    assert CITRA in {p["nip"] for p in json.loads(after.out)["people"]}


def test_four_answers_are_not_shown_and_five_are(file: Path) -> None:
    answer = asnkarier("survey", 2025, "--db", file, "--as-of", "2026-10-01", "--format", "json")
    found = {unit["unit"]: unit for unit in json.loads(answer.out)["units"]}
    # (80 + 65) / 2
    assert (found["Dinas Contoh"]["index"], found["Dinas Contoh"]["suppressed"]) == (72.5, False)
    assert found["Dinas Contoh"]["predicate"] == "baik"
    hidden = found["Dinas Lain"]
    assert (hidden["index"], hidden["dimensions"], hidden["respondents"]) == (None, {}, None)
    assert "80" not in asnkarier("survey", 2025, "--unit", "Dinas Lain", "--db", file, "--format", "csv").out


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("command", ["recognition", "survey"])
def test_table(file: Path, command: str, lang: str) -> None:
    answer = asnkarier(command, 2025, "--db", file, "--as-of", "2026-10-01", lang=lang)
    assert answer.code == 0
    golden.check(f"grow/{command}_{lang}", answer.out)


def test_what_happens_after_the_day_is_not_counted(file: Path) -> None:
    def rules(day: str) -> set[tuple[str, str]]:
        answer = asnkarier("recognition", 2025, "--db", file, "--as-of", day, "--format", "json")
        assert answer.code == 0, answer.err
        return {(p["nip"], p["rule"]) for p in json.loads(answer.out)["people"]}

    # The third session is of 15 March, the first project ended on 1 March, Budi was assessed on 1 May, the year ends in December.
    assert rules("2025-02-28") == set()
    assert rules("2025-03-01") == {(ADI, "project_leader")}
    assert rules("2025-03-15") == {(ADI, "project_leader"), (ADI, "mentor")}
    assert (BUDI, "gap_closed") not in rules("2025-04-30")
    assert (BUDI, "gap_closed") in rules("2025-05-01")
    assert (ADI, "sustained") not in rules("2025-12-30")
    assert (ADI, "sustained") in rules("2025-12-31")


@pytest.mark.parametrize(
    ("day", "barred"),
    # Half a year from 1 February 2026 ends on 31 July; the last one has no term and no end.
    [("2026-01-31", []), ("2026-02-01", ["served"]), ("2026-07-31", ["served"]), ("2026-08-01", [])],
)
def test_a_sanction_without_an_end_runs_for_its_own_term(tmp_path: Path, day: str, barred: list[str]) -> None:
    found = judged(
        tmp_path, day, "sedang", "Pemotongan tunjangan kinerja 25% selama 6 bulan", effective_on="2026-02-01"
    )
    assert found == ([] if barred else ["sustained"], barred)


def test_a_sanction_of_unknown_end_bars_and_is_counted(tmp_path: Path) -> None:
    assert judged(tmp_path, "2030-01-01", "sedang", None, effective_on="2026-02-01") == ([], ["unknown"])


@pytest.mark.parametrize(("day", "barred"), [("2026-03-14", ["served"]), ("2026-03-15", [])])
def test_an_annulled_sanction_counts_until_the_annulment(tmp_path: Path, day: str, barred: list[str]) -> None:
    found = judged(
        tmp_path, day, "sedang", None, effective_on="2026-02-01", ends_on="2027-01-31", annulled_on="2026-03-15"
    )
    assert found == ([] if barred else ["sustained"], barred)


@pytest.mark.parametrize(("day", "barred"), [("2026-01-25", []), ("2026-01-26", ["served"])])
def test_a_sanction_without_a_day_works_from_the_fifteenth_working_day(
    tmp_path: Path, day: str, barred: list[str]
) -> None:
    # Decided on Monday 5 January 2026: fifteen weekdays later is Monday 26 January.
    found = judged(tmp_path, day, "sedang", None, decided_on="2026-01-05", ends_on="2027-01-31")
    assert found == ([] if barred else ["sustained"], barred)


def judged(
    tmp_path: Path, day: str, level: str, sanction: str | None, decided_on: str = "2026-01-05", **values: Any
) -> tuple[list[str], list[str]]:
    """Return by which rules one Sangat Baik person under a sanction is named, and why not."""
    path = tmp_path / "sanction.sqlite"
    with town(path) as t:
        t.unit("Dinas Contoh")
        t.person(ADI, "Adi Contoh", unit="Dinas Contoh")
        for year in (2024, 2025):
            t.evaluation(ADI, year, "sangat_baik")
        t.discipline(ADI, level, decided_on, sanction=sanction, **values)
    answer = asnkarier("recognition", 2025, "--db", path, "--as-of", day, "--format", "json")
    assert answer.code == 0, answer.err
    found = json.loads(answer.out)
    return [p["rule"] for p in found["people"]], [b["why"] for b in found["barred"]]


def test_the_widest_project_and_the_award_of_the_year_before(tmp_path: Path) -> None:
    path = tmp_path / "projects.sqlite"
    with town(path) as t:
        t.unit("Dinas Contoh")
        t.person(ADI, "Adi Contoh", unit="Dinas Contoh")
        for title, day, scope in (("Proyek Dalam", "2025-03-01", "inside"), ("Proyek Lintas", "2025-09-01", "across")):
            t.fact("assignment", ADI, title=title, title_key=title.lower(), started_on="2025-01-01", ended_on=day,
                   role="leader", scope=scope, outcome="achieved")  # fmt: skip
        t.fact("award", ADI, title="Teladan", title_key="teladan", awarded_on="2024-08-17")
        t.fact("award", ADI, title="Lama", title_key="lama", awarded_on="2023-12-31")
    answer = asnkarier("recognition", 2025, "--db", path, "--as-of", "2026-02-01", "--format", "json")
    (found,) = json.loads(answer.out)["people"]
    assert (found["what"], found["awards"], found["awards_of_the_year_before"]) == ("Proyek Lintas", [], ["Teladan"])
    assert "Teladan (2024)" in asnkarier("recognition", 2025, "--db", path, "--as-of", "2026-02-01").out


def test_awards_stand_beside_the_leader_who_gave_them(tmp_path: Path) -> None:
    path = tmp_path / "leaders.sqlite"
    with town(path) as t:
        t.unit("Dinas Contoh")
        t.post("Kepala Dinas Contoh", "Dinas Contoh", "jpt_pratama", heads_unit="ya")
        t.person(ADI, "Adi Contoh", unit="Dinas Contoh", post="Kepala Dinas Contoh")
        for nip, name in ((BUDI, "Budi Contoh"), (CITRA, "Citra Contoh")):
            t.person(nip, name, unit="Dinas Contoh")
        t.fact("award", BUDI, title="Teladan", title_key="teladan", awarded_on="2025-08-17")
    answer = asnkarier("recognition", 2025, "--db", path, "--as-of", "2026-02-01", "--format", "json")
    given = {(g["name"], g["staff"], g["awarded"]) for g in json.loads(answer.out)["given"]}
    # Adi leads Budi and Citra; nobody is known to lead Adi.
    assert given == {("Adi Contoh", 2, 1), (None, 1, 0)}


def test_the_barred_take_nobodys_place() -> None:
    found = ranked({1: 9, 2: 8, 3: 7, 4: 6}, "mentor", top=2, barred={1})
    # Of 2, 3 and 4 the first two; 1 would be named and stands in the list to be counted.
    assert [e.person_id for e in found] == [1, 2, 3]


def test_nobody_left_is_not_known_without_movements(file: Path, tmp_path: Path) -> None:
    path = tmp_path / "still.sqlite"
    with town(path) as t:
        t.unit("Dinas Contoh")
        t.unit("Dinas Lain")
        for unit, count in (("Dinas Contoh", 5), ("Dinas Lain", None)):
            t.insert("survey", unit_id=t.units[unit], year=2025, dimension="Beban", dimension_key="beban", score=500_000,
                     respondents=count)  # fmt: skip
    answer = asnkarier("survey", 2025, "--db", path, "--as-of", "2026-10-01", "--format", "json")
    found = {unit["unit"]: unit for unit in json.loads(answer.out)["units"]}
    assert (found["Dinas Contoh"]["left"], found["Dinas Contoh"]["turnover"]) == (None, None)
    assert (found["Dinas Lain"]["suppressed"], found["Dinas Lain"]["why"]) == (True, "unknown")
    assert "under 5" not in asnkarier("survey", 2025, "--db", path, "--as-of", "2026-10-01", lang="en").out
    with_list = asnkarier("survey", 2025, "--db", file, "--as-of", "2026-10-01", "--format", "json")
    assert {unit["left"] for unit in json.loads(with_list.out)["units"]} == {0}


def test_a_later_move_changes_nothing_of_a_year_that_is_over(file: Path) -> None:
    with open_database(str(file), Access.WRITE) as db:
        (row,) = db.rows("SELECT person_id FROM person_nip WHERE nip = ?", (BUDI,))
        # On 1 February 2026 Budi leaves the post whose standard measured the gap.
        db.execute("UPDATE person_post SET until = '2026-01-31' WHERE person_id = ?", row)
    assert earned(file)[BUDI, "gap_closed"]["value"] == 1


def test_a_gap_found_and_closed_within_the_year_is_closed(file: Path) -> None:
    with open_database(str(file), Access.WRITE) as db:
        (row,) = db.rows("SELECT person_id FROM person_nip WHERE nip = ?", (BUDI,))
        # Nothing before 2025 any more: 1 in January, 3 in May. What was measured once only tells nothing.
        db.execute("UPDATE assessment SET assessed_on = '2025-01-10' WHERE person_id = ? AND assessed_on < '2025'", row)
        db.execute(
            "UPDATE assessment_level SET level = 10000 WHERE assessment_id IN (SELECT id FROM assessment WHERE assessed_on = '2025-01-10')"
        )
        db.execute(
            "UPDATE assessment_level SET level = 30000 WHERE assessment_id IN"
            " (SELECT id FROM assessment WHERE person_id = ? AND assessed_on = '2025-05-01')",
            row,
        )
    # Three competencies were measured twice, each from 1 to 3 of 2: 1 + 1 + 1.
    assert earned(file)[BUDI, "gap_closed"]["value"] == 3
