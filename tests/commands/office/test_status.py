"""`status`: the dashboard of one day: what is there, how far it reaches, what is missing, what needs attention."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.golden import check
from tests.terminal import asnkarier
from tests.town import town

HEAD, SITI, BUDI, CITRA, DEWI = (f"1985010120100110{n:02}" for n in range(1, 6))
DAY = "2026-06-30"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "kota.sqlite"
    with town(path) as made:
        made.insert("setting", name="institution", value="Kota Contoh")
        made.unit("Dinas Contoh")
        made.unit("Bidang A", "Dinas Contoh")
        made.post("Kepala Dinas Contoh", "Dinas Contoh", "jpt_pratama", heads_unit="ya")
        made.post("Kepala Bidang A", "Bidang A", "administrator", heads_unit="ya")
        made.post("Guru Ahli Madya", None, "jf_ahli_madya")
        made.post("Pengamat", None)
        made.person(HEAD, "Contoh Kepala", post="Kepala Dinas Contoh", unit="Dinas Contoh", birth_date="1970-01-01",
                    education="S2", appointed_on="1995-01-01", golongan="IV/b", since="2023-01-01")  # fmt: skip
        # BUP of a guru is 60: born 15 May 1967, pension from 1 June 2027, eleven months and a day after 30 June 2026
        made.person(SITI, "Contoh Siti", post="Guru Ahli Madya", unit="Bidang A", birth_date="1967-05-15")
        # born 15 June 1967: pension from 1 July 2027, a day too late for the twelve months
        made.person(BUDI, "Contoh Budi", post="Guru Ahli Madya", unit="Bidang A", birth_date="1967-06-15")
        made.person(CITRA, "Contoh Citra", unit="Bidang A", kind=None, appointed_on="2026-01-02")
        made.person(DEWI, "Contoh Dewi", unit="Bidang A", kind=None, status="cltn")
        for nip, ends in ((CITRA, "2026-12-30"), (DEWI, "2026-12-31")):
            made.span("person_kind", made.people[nip], "2026-01-02", employee_kind="PPPK", contract_ends_on=ends)
        made.evaluation(SITI, 2024, "sangat_baik")
        made.evaluation(SITI, 2025, "baik", feedback="Jaga semangatnya")
        made.evaluation(BUDI, 2025, "kurang")
        made.evaluation(HEAD, 2024, "baik")
        made.evaluation(DEWI, 2025, "sangat_kurang")
        made.fact("feedback", BUDI, year=2024, giver="Rekan", giver_key="rekan", text="Sering terlambat")
        made.assessment(HEAD, "2023-06-30", 3)
        made.assessment(SITI, "2023-06-29", 3)
        made.fact("idp", SITI, goal="Naik", goal_key="naik", step="Kursus", step_key="kursus", due="2026-06-29")
        made.fact("idp", SITI, goal="Naik", goal_key="naik", step="Magang", step_key="magang", due="2026-06-30")
        made.fact(
            "idp",
            SITI,
            goal="Naik",
            goal_key="naik",
            step="Tes",
            step_key="tes",
            due="2026-01-01",
            done_on="2026-01-02",
        )
        made.fact("idp_review", SITI, reviewed_on="2025-12-30")
        made.covers("discipline", "2026-05-31")
        made.covers("awards", "2026-06-30")
        made.db.execute("UPDATE batch SET undone_by = 1 WHERE id = 2")
    return path


def document(path: Path, day: str = DAY, *asked: str) -> dict[str, Any]:
    said = asnkarier("status", "--db", path, "--as-of", day, "--format", "json", *asked)
    assert said.code == 0, said.err
    found: dict[str, Any] = json.loads(said.out)
    return found


def test_what_is_in_the_file(file: Path) -> None:
    found = document(file)
    assert found["staff"] == {
        "total": 5, "on_duty": 4, "by_kind": {"PNS": 3, "PPPK": 2}, "by_status": {"aktif": 4, "cltn": 1}
    }  # fmt: skip
    assert (found["units"], found["institution"]) == ({"total": 2, "agencies": 1}, "Kota Contoh")
    assert found["posts"] == {
        "total": 4, "without_kind": 1, "without_standard": 4, "heading": 2, "heading_vacant": 1
    }  # fmt: skip


def test_evaluations_of_the_year_before(file: Path) -> None:
    # on duty and appointed by then: the head, Siti and Budi; Citra came in 2026, Dewi is on leave
    assert document(file)["evaluations"] == {"year": 2025, "expected": 3, "evaluated": 2, "with_feedback": 1}


def test_how_far_the_registers_reach(file: Path) -> None:
    reach = {register["kind"]: register["known_until"] for register in document(file)["registers"]}
    # the import of the awards was taken back
    assert (reach["discipline"], reach["awards"], reach["trainings"]) == ("2026-05-31", None, None)


def test_what_is_missing(file: Path) -> None:
    missing = document(file)["missing"]
    assert (missing["birth_date"], missing["education"], missing["position"], missing["golongan"]) == (2, 4, 2, 4)
    # the posts of Siti and Budi were only seen on the roster, the head's golongan too; Budi, Citra and Dewi, who is on
    # leave but staff, were never assessed: 3 of 5
    assert (missing["position_since"], missing["golongan_since"], missing["assessment"]) == (2, 1, 3)
    assert "unit" not in missing


def test_predicates_that_are_low_or_fell(file: Path) -> None:
    needs = document(file)["attention"]
    assert (needs["low_predicates"], needs["fallen_predicates"]) == (1, 1)
    low, fell = needs["people"]
    assert (low["nip"], low["predicate"], low["before"], low["feedback"], low["feedback_year"]) == (
        BUDI, "kurang", None, "Sering terlambat", 2024
    )  # fmt: skip
    # Bidang A has a post that heads it and nobody in it: the head above should talk to them
    assert low["leader_nip"] == HEAD
    assert (fell["nip"], fell["predicate"], fell["before"], fell["feedback"]) == (
        SITI,
        "baik",
        "sangat_baik",
        "Jaga semangatnya",
    )
    assert document(file, "2024-12-31")["attention"]["people"] == []


def test_assessments_plans_and_leavers_on_both_sides_of_their_days(file: Path) -> None:
    needs = document(file)["attention"]
    # three years after 30 June 2023 is still valid on 30 June 2026, after 29 June 2023 not any more
    assert (needs["expired_assessments"], needs["never_assessed"]) == (1, 2)
    # due on 29 June has passed, due on 30 June not yet
    assert (needs["overdue_plan_steps"], needs["people_with_overdue_steps"]) == (1, 1)
    # the plan was gone through on 30 December: six months before 30 June it still counts, a day later not any more
    assert needs["plans_without_review"] == 0
    assert document(file, "2026-07-01")["attention"]["plans_without_review"] == 1
    assert [(one["nip"], one["on"]) for one in needs["retiring"]] == [(SITI, "2027-06-01")]
    assert [one["nip"] for one in document(file, "2026-07-01")["attention"]["retiring"]] == [SITI, BUDI]
    # six months from 30 June end on 30 December; Dewi is not on duty
    assert [one["nip"] for one in needs["contracts_ending"]] == [CITRA]
    assert document(file, "2026-06-29")["attention"]["contracts_ending"] == []
    # of the head the kind of post and the birth date are known: JPT 60, on 1 February 2030
    assert needs["retirement_unknown"] == 0


def test_who_should_have_left_is_told_first(file: Path) -> None:
    # Siti's pension begins on 1 June 2027: the day before she is to come, on the day overdue. Citra's contract ends on
    # 30 December 2026: on that day it still runs, a day later it is over; Dewi's ends on the 31st, and she is staff too.
    needs = document(file, "2027-05-31")["attention"]
    assert ([one["nip"] for one in needs["retiring"]], needs["retirement_overdue"]) == ([SITI, BUDI], [])
    needs = document(file, "2027-06-01")["attention"]
    assert [one["nip"] for one in needs["retirement_overdue"]] == [SITI]
    assert document(file, "2026-12-30")["attention"]["contracts_over"] == []
    assert [one["nip"] for one in document(file, "2026-12-31")["attention"]["contracts_over"]] == [CITRA]
    said = asnkarier("status", "--db", file, "--as-of", "2027-06-01", width=120, lang="en").out
    assert said.index("still staff though their pension has begun") < said.index("without an evaluation of 2026")


def test_a_unit_alone_counts_its_own(file: Path) -> None:
    found = document(file, DAY, "--unit", "Bidang A")
    # of the five, the head belongs to the agency itself; four posts, of which Bidang A has one
    assert (found["staff"]["total"], found["staff"]["on_duty"], found["staff"]["by_status"]) == (
        4, 3, {"aktif": 3, "cltn": 1}
    )  # fmt: skip
    assert (found["unit"], found["posts"]["total"]) == ("Dinas Contoh / Bidang A", 1)
    # Siti was assessed
    assert (found["missing"]["assessment"], found["attention"]["never_assessed"]) == (3, 2)


def test_a_day_before_the_roster_knows_nobody(file: Path) -> None:
    found = document(file, "2025-06-30")
    assert (found["staff"]["total"], found["staff"]["by_status"]) == (0, {"unknown": 5})


def test_a_unit_alone(file: Path) -> None:
    assert [one["nip"] for one in document(file, DAY, "--unit", "Bidang A")["attention"]["people"]] == [BUDI, SITI]
    assert asnkarier("status", "--db", file, "--unit", "Bidang Z").code == 2


def test_the_file_is_left_as_it_was(file: Path) -> None:
    before = file.read_bytes()
    document(file)
    assert file.read_bytes() == before


@pytest.mark.parametrize("language", ["id", "en"])
def test_tables(file: Path, tmp_path: Path, language: str) -> None:
    with town(tmp_path / "kosong.sqlite"):
        pass
    said = [
        asnkarier("status", "--db", path, "--as-of", DAY, width=80, lang=language)
        for path in (file, tmp_path / "kosong.sqlite")
    ]
    check(f"office/status_{language}", "\n".join(part.out + part.err for part in said))
