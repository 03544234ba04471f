"""`idp …`, as people run it, on a small town."""

import json
from pathlib import Path
from typing import Any

import pytest

from asnkarier.core.access import Access
from asnkarier.store.database import open_database
from tests import golden
from tests.terminal import asnkarier
from tests.town import town

ADI, BUDI = "198001012005011901", "198101012005012902"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        t.unit("Dinas Contoh")
        t.post("Kepala Bidang Satu", "Dinas Contoh", "administrator")
        t.post("Kepala Seksi Satu", "Dinas Contoh", "pengawas")
        for nip, name in ((ADI, "Adi Contoh"), (BUDI, "Budi Contoh")):
            t.person(nip, name, unit="Dinas Contoh", post="Kepala Seksi Satu", since="2024-04-01", education="S1",
                     birth_date="1980-01-01", appointed_on="2005-01-01")  # fmt: skip
        t.assessment(ADI, "2025-10-01", 1, 2, 2, 2, 2, 2, 2, 2, 2)
        t.insert("catalogue", code="A1", title="Seminar Integritas", jp=60_000, seats=10, cost=1,
                 competency="Integritas", raises_to=30_000)  # fmt: skip
        t.covers("history", "2026-10-01")
    return path


def asked(file: Path, *arguments: object, day: str = "2026-10-01") -> dict[str, Any]:
    answer = asnkarier("idp", *arguments, "--db", file, "--as-of", day, "--format", "json")
    assert answer.code == 0, answer.err
    found: dict[str, Any] = json.loads(answer.out)
    return found


def refused(file: Path, *arguments: object) -> str:
    answer = asnkarier("idp", *arguments, "--db", file, "--as-of", "2026-10-01", "--format", "json")
    error = json.loads(answer.out)["error"]
    assert answer.code == 2
    assert error["message"]
    assert error["remedy"]
    return str(error["code"])


def test_a_draft_closes_gaps_first_and_writes_nothing(file: Path) -> None:
    found = asked(file, "draft", ADI)
    # Pengawas asks 2: Integritas 1 of 2, which A1 raises; then the leadership training of the level and the next post.
    assert ("Seminar Integritas (A1)", "Integritas") in [(step["step"], step["linked"]) for step in found["steps"]]
    assert "PKP" in [step["step"] for step in found["steps"]]
    assert any("Kepala Bidang Satu" in step["goal"] for step in found["steps"] if step["horizon"] == "long")
    assert found["batch"] is None
    assert asked(file, "show", ADI)["steps"] == []


def test_a_saved_draft_is_one_batch_and_saving_again_changes_nothing(file: Path) -> None:
    found = asked(file, "draft", ADI, "--save")
    assert found["batch"]
    assert len(asked(file, "show", ADI)["steps"]) == len(found["steps"])
    assert asked(file, "draft", ADI, "--save")["batch"] is None


def test_a_step_by_hand_and_done_on_time(file: Path) -> None:
    found = asked(file, "step", ADI, "--goal", "Siap", "--step", "Magang", "--due", "2027-10-01")
    # Due on the anniversary: within a year, that day included.
    assert found["steps"][0]["horizon"] == "short"
    assert (
        asked(file, "step", ADI, "--goal", "Siap", "--step", "Lain", "--due", "2027-10-02")["steps"][1]["horizon"]
        == "long"
    )
    done = asked(file, "done", ADI, 1, "--evidence", "Sertifikat", day="2027-10-01")
    assert (done["steps"][0]["state"], done["steps"][0]["evidence"]) == ("done", "Sertifikat")
    assert done["progress"]["on_time"] == 1


@pytest.mark.parametrize(("day", "state"), [("2027-03-01", "open"), ("2027-03-02", "overdue")])
def test_a_step_is_overdue_the_day_after_it_was_due(file: Path, day: str, state: str) -> None:
    asked(file, "step", ADI, "--goal", "Siap", "--step", "Magang", "--due", "2027-03-01")
    assert asked(file, "show", ADI, day=day)["steps"][0]["state"] == state


@pytest.mark.parametrize(("day", "waits"), [("2027-04-01", False), ("2027-04-02", True)])
def test_a_plan_waits_for_a_review_after_six_months(file: Path, day: str, waits: bool) -> None:
    asked(file, "step", ADI, "--goal", "Siap", "--step", "Magang", "--due", "2029-03-01")
    asked(file, "review", ADI, "--note", "Lanjut")
    with open_database(str(file), Access.WRITE) as db:  # the clock of the entry is today's
        db.execute("UPDATE batch SET entered_at = '2026-10-01T08:00:00+00:00'")
    # Reviewed on 1 October 2026: six months are over after 1 April 2027.
    (found,) = asked(file, "list", day=day)["plans"]
    assert found["waits_for_review"] is waits


@pytest.mark.parametrize(("day", "waiting"), [("2027-04-01", 0), ("2027-04-02", 1)])
def test_status_counts_the_plans_that_the_list_shows_as_waiting(file: Path, day: str, waiting: int) -> None:
    asked(file, "draft", ADI, "--save")
    with open_database(str(file), Access.WRITE) as db:  # the clock of the entry is today's
        db.execute("UPDATE batch SET entered_at = '2026-10-01T08:00:00+00:00'")
    # Written on 1 October 2026: six months are over after 1 April 2027; nobody needs to have gone through it before.
    answer = asnkarier("status", "--db", file, "--as-of", day, "--format", "json")
    assert json.loads(answer.out)["attention"]["plans_without_review"] == waiting
    assert sum(plan["waits_for_review"] for plan in asked(file, "list", day=day)["plans"]) == waiting


def test_a_plan_with_nothing_left_to_do_waits_for_nobody(file: Path) -> None:
    asked(file, "step", ADI, "--goal", "Siap", "--step", "Magang", "--due", "2026-12-01")
    asked(file, "done", ADI, 1)
    assert [plan["waits_for_review"] for plan in asked(file, "list", day="2029-01-01")["plans"]] == [False]


def test_what_is_done_later_is_not_done_yet(file: Path) -> None:
    asked(file, "step", ADI, "--goal", "Siap", "--step", "Magang", "--due", "2026-12-01")
    asked(file, "done", ADI, 1, day="2026-11-20")
    assert asked(file, "show", ADI, day="2026-11-19")["steps"][0]["state"] == "open"
    assert asked(file, "show", ADI, day="2026-11-20")["steps"][0]["state"] == "done"


def test_a_step_of_the_same_words_takes_over_what_is_given(file: Path) -> None:
    asked(file, "step", ADI, "--goal", "Siap", "--step", "Magang", "--due", "2026-12-01", "--linked", "Integritas")
    words = ("step", ADI, "--goal", "Siap", "--step", "magang")
    found = asked(file, *words, "--due", "2028-06-01", "--owner", "Kepala Bidang", "--evidence", "SK 5")
    (step,) = found["steps"]
    assert (found["written"], found["changed"]) == (0, 1)
    assert found["batch"]
    assert (step["due"], step["horizon"]) == ("2028-06-01", "long")
    assert (step["owner"], step["evidence"], step["linked"]) == ("Kepala Bidang", "SK 5", "Integritas")
    assert asked(file, *words, "--due", "2028-06-01")["batch"] is None
    assert asnkarier("imports", "undo", found["batch"], "--db", file).code == 0
    assert asked(file, "show", ADI)["steps"][0]["due"] == "2026-12-01"


def test_owner_evidence_and_what_a_step_serves_are_shown(file: Path) -> None:
    given = ("--owner", "Kepala Bidang", "--linked", "Integritas", "--evidence", "SK 5")
    asked(file, "step", ADI, "--goal", "Siap", "--step", "Magang", "--due", "2026-12-01", *given)
    shown = asnkarier("idp", "show", ADI, "--db", file, "--as-of", "2026-10-01", width=200).out
    assert all(word in shown for word in ("Kepala Bidang", "Integritas", "SK 5"))


def test_a_draft_prepares_for_what_the_next_post_asks(file: Path) -> None:
    with open_database(str(file), Access.WRITE) as db:
        db.execute(
            "INSERT INTO catalogue (id, code, title, jp, seats, cost, competency, raises_to, for_kinds)"
            " VALUES (9, 'A2', 'Kerja Sama Lanjut', 60000, 10, 1, 'Kerja Sama', 30000, 'administrator')"
        )
    steps = asked(file, "draft", ADI)["steps"]
    # Administrator asks 3, Adi has 2; the training is for administrators, as Adi is to be one. Due within a year: short-term.
    (found,) = [step for step in steps if step["step"] == "Kerja Sama Lanjut (A2)"]
    assert (found["linked"], found["horizon"], found["due"]) == ("Kerja Sama", "short", "2027-10-01")
    # Three competencies in all, the own gap first.
    assert [step["linked"] for step in steps].count("Integritas") == 1
    assert sum(step["horizon"] == "short" and step["due"] == "2027-10-01" for step in steps) == 4  # and the PKP
    # Nothing that the office alone can record, no day that nobody can tell.
    assert not [step for step in steps if step["due"] == "2029-10-01"]


def test_a_draft_says_that_the_assessment_has_expired(file: Path) -> None:
    # Assessed on 1 October 2025: valid to 1 October 2028, that day included.
    def first(day: str) -> list[str]:
        return [s["step"] for s in asked(file, "draft", ADI, day=day)["steps"] if "2025" in (s["step"] or "")]

    assert first("2028-10-01") == []
    assert len(first("2028-10-02")) == 1
    answer = asnkarier("idp", "draft", ADI, "--db", file, "--as-of", "2028-10-02", lang="en")
    assert "no longer valid" in answer.err


def test_a_draft_towards_a_goal_ends_where_the_way_does(file: Path) -> None:
    with open_database(str(file), Access.WRITE) as db:
        db.execute("UPDATE person SET birth_date = '1969-01-01' WHERE name = 'Adi Contoh'")
    # Pension as pengawas from 1 February 2027, administrator on 1 April 2027 at the earliest.
    steps = asked(file, "draft", ADI, "--to", "Kepala Bidang Satu")["steps"]
    assert not [step for step in steps if "Kepala Bidang Satu" in step["step"]]


def test_due_lists_only_what_is_due(file: Path) -> None:
    asked(file, "step", ADI, "--goal", "Siap", "--step", "Magang", "--due", "2026-10-31")
    asked(file, "step", BUDI, "--goal", "Siap", "--step", "Magang", "--due", "2026-11-01")
    # 30 days from 1 October are 31 October.
    assert [plan["nip"] for plan in asked(file, "list", "--due")["plans"]] == [ADI]


def test_out_to_a_workbook_and_back_in(file: Path, tmp_path: Path) -> None:
    asked(file, "draft", ADI, "--save")
    book = tmp_path / "plan.xlsx"
    assert asnkarier("idp", "show", ADI, "--sheet", "-o", book, "--db", file, "--as-of", "2026-10-01").code == 0
    answer = asnkarier("import", book, "--db", file, "--format", "json")
    found = json.loads(answer.out)
    assert found["sheets"][0]["kind"] == "idp"
    assert found["batch"] is None  # unchanged


def test_refusals(file: Path) -> None:
    assert refused(file, "step", ADI, "--goal", "A", "--step", "B", "--due", "2026-09-30") == "idp_due_before_start"
    assert refused(file, "step", ADI, "--goal", " ", "--step", "B", "--due", "2026-12-30") == "idp_text_empty"
    assert refused(file, "done", ADI, 1) == "idp_empty"
    assert refused(file, "review", ADI) == "idp_empty"
    asked(file, "step", ADI, "--goal", "A", "--step", "B", "--due", "2026-12-30")
    assert refused(file, "done", ADI, 2) == "idp_step_unknown"
    assert refused(file, "done", ADI, 1, "--on", "2026-10-02") == "idp_done_later"


def test_an_entry_can_be_taken_back(file: Path) -> None:
    found = asked(file, "step", ADI, "--goal", "A", "--step", "B", "--due", "2026-12-30")
    assert asnkarier("imports", "undo", found["batch"], "--db", file).code == 0
    assert asked(file, "show", ADI)["steps"] == []


@pytest.mark.parametrize("lang", ["id", "en"])
def test_table(file: Path, lang: str) -> None:
    answer = asnkarier("idp", "draft", ADI, "--db", file, "--as-of", "2026-10-01", lang=lang)
    assert answer.code == 0
    golden.check(f"grow/idp_draft_{lang}", answer.out)


def test_what_a_workbook_says_of_a_plan_that_cannot_be_gets_a_word(file: Path, tmp_path: Path) -> None:
    for step in ("Magang", "Kursus", "Proyek"):
        asked(file, "step", ADI, "--goal", "Siap", "--step", step, "--due", "2026-12-01")
    book = tmp_path / "plan.csv"
    book.write_text(
        "nip,goal,horizon,step,due,done_on\n"
        f"'{ADI},Siap,pendek,Magang,2020-01-01,2019-01-01\n"
        f"'{ADI},Siap,pendek,Kursus,2099-01-01,\n"
        f"'{ADI},Siap,pendek,Proyek lintas unit,2099-01-01,\n",
        encoding="utf-8",
    )
    answer = json.loads(asnkarier("import", book, "--as", "idp", "--db", file, "--format", "json", lang="en").out)
    found = [(finding["code"], finding["row"], finding["value"]) for finding in answer["findings"]]
    assert ("step_before_plan", 2, "2020-01-01") in found
    assert ("step_before_plan", 2, "2019-01-01") in found
    early = [finding for finding in answer["findings"] if finding["code"] == "step_before_plan"]
    assert [(finding["severity"], finding["cell"], finding["message"][:8]) for finding in early] == [
        ("error", "E2", "Tenggat:"),
        ("error", "F2", "Selesai "),
    ]
    assert not answer["applied"]
    assert [step["due"] for step in asked(file, "show", ADI)["steps"]] == ["2026-12-01"] * 3
    assert [row for code, row, _ in found if code == "short_but_due_late"] == [3, 4]
    # The list calls `Proyek` by another name: that is a new step, and the old one stays.
    assert [value for code, _, value in found if code == "step_left_in_plan"] == ["Proyek"]


def test_done_before_the_plan_was_written_is_refused(file: Path) -> None:
    asked(file, "step", ADI, "--goal", "Siap", "--step", "Magang", "--due", "2026-12-01")
    with open_database(str(file), Access.WRITE) as db:  # the clock of the entry is today's
        db.execute("UPDATE batch SET entered_at = '2026-09-15T08:00:00+00:00'")
    assert refused(file, "done", ADI, 1, "--on", "2026-09-14") == "idp_done_before_plan"
    assert asked(file, "done", ADI, 1, "--on", "2026-09-15")["steps"][0]["state"] == "done"


@pytest.mark.parametrize(("day", "code"), [("2026-09-30", 2), ("2026-10-01", 0)])
def test_nobody_goes_through_a_plan_before_it_was_written(file: Path, day: str, code: int) -> None:
    # Typed today as of 1 October 2026, which the entry keeps: that is the day it was written.
    asked(file, "step", ADI, "--goal", "Siap", "--step", "Magang", "--due", "2026-12-01")
    answer = asnkarier("idp", "review", ADI, "--db", file, "--as-of", day, "--format", "json")
    assert answer.code == code
    if code:
        assert json.loads(answer.out)["error"]["code"] == "idp_review_before_plan"


def test_a_plan_older_than_the_file_keeps_its_days(file: Path, tmp_path: Path) -> None:
    # Imported today with a step due in 2024: the plan began then at the latest. What lies before is refused, row by row.
    first, second = tmp_path / "plan.csv", tmp_path / "later.csv"
    head = "nip,goal,horizon,step,due,done_on\n"
    first.write_text(f"{head}'{ADI},Siap,panjang,Magang,2024-05-01,\n", encoding="utf-8")
    assert asnkarier("import", first, "--as", "idp", "--db", file).code == 0
    second.write_text(
        f"{head}'{ADI},Siap,panjang,Magang,2024-05-01,2024-05-01\n'{ADI},Siap,panjang,Kursus,2024-04-30,\n",
        encoding="utf-8",
    )
    answer = json.loads(
        asnkarier("import", second, "--as", "idp", "--db", file, "--skip-bad", "--format", "json", lang="en").out
    )
    assert [(f["code"], f["cell"]) for f in answer["findings"] if f["severity"] == "error"] == [
        ("step_before_plan", "E3")
    ]
    assert [(s["step"], s["done_on"]) for s in asked(file, "show", ADI)["steps"]] == [("Magang", "2024-05-01")]


def test_a_plan_shows_the_post_it_serves_as_it_is_called_today(file: Path, tmp_path: Path) -> None:
    asked(file, "step", ADI, "--goal", "Siap", "--step", "Magang", "--due", "2026-12-01",
          "--linked", "Kepala Bidang Satu")  # fmt: skip
    asked(file, "step", ADI, "--goal", "Siap", "--step", "Kursus", "--due", "2026-12-02", "--linked", "Integritas")
    posts, changes = tmp_path / "jabatan.csv", tmp_path / "perubahan.csv"
    posts.write_text(
        "position,unit,agency,position_kind\nKepala Bidang Kinerja,Dinas Contoh,Dinas Contoh,administrator\n",
        encoding="utf-8",
    )
    changes.write_text(
        "kind,old,old_agency,new,new_agency,effective_on,how\n"
        "jabatan,Kepala Bidang Satu,Dinas Contoh,Kepala Bidang Kinerja,Dinas Contoh,2026-09-20,rename\n",
        encoding="utf-8",
    )
    for path, kind in ((posts, "positions"), (changes, "successions")):
        answer = asnkarier("import", path, "--as", kind, "--db", file)
        assert answer.code == 0, answer.out + answer.err

    def linked(day: str) -> list[str]:
        return [step["linked"] for step in asked(file, "show", ADI, day=day)["steps"]]

    assert linked("2026-09-19") == ["Kepala Bidang Satu", "Integritas"]
    assert linked("2026-09-20") == ["Kepala Bidang Kinerja", "Integritas"]
    with open_database(str(file), Access.READ) as db:  # what was written stays
        assert db.rows("SELECT linked FROM idp ORDER BY id") == [("Kepala Bidang Satu",), ("Integritas",)]


def test_an_appointment_is_a_goal_and_no_step(file: Path) -> None:
    steps = asked(file, "draft", ADI, "--to", "Kepala Bidang Satu")["steps"]
    assert [step for step in steps if "Kepala Bidang Satu" in step["goal"]]
    assert not [step for step in steps if "Kepala Bidang Satu" in step["step"]]
