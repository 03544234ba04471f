"""`training plan`, as people run it, on a small town."""

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from asnkarier import optimise
from asnkarier.core.access import Access
from asnkarier.store.database import Database, open_database
from tests import golden
from tests.terminal import asnkarier
from tests.town import Town, town

ADI, BUDI, CITRA, DEWI = ("198001012005011901", "198101012005012902", "198201012023213903", "198301012005012904")


def offer(t: Town, code: str, competency: str, raises_to: float | None, cost: int, **more: Any) -> None:
    values = {"jp": 8, "seats": 10, **more}
    t.insert("catalogue", code=code, title=f"Pelatihan {code}", form="training", training_kind="technical",
             cost=cost, competency=competency, raises_to=None if raises_to is None else int(raises_to * 10_000),
             **{**values, "jp": values["jp"] * 10_000})  # fmt: skip


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        t.unit("Dinas Contoh")
        t.unit("Dinas Lain")
        post = t.post("Kepala Bidang Satu", "Dinas Contoh", "administrator")
        t.insert("standard", position_id=post, competency_id=1, required=40_000, importance="mutlak")
        t.insert("standard", position_id=post, competency_id=3, required=30_000, importance="penting")
        t.post("Analis Kebijakan Ahli Muda")
        t.person(ADI, "Adi Contoh", unit="Dinas Contoh", post="Kepala Bidang Satu")
        t.person(BUDI, "Budi Contoh", unit="Dinas Contoh", post="Analis Kebijakan Ahli Muda")
        t.person(CITRA, "Citra Contoh", unit="Dinas Lain", kind="PPPK", post="Analis Kebijakan Ahli Muda")
        t.person(DEWI, "Dewi Contoh", unit="Dinas Lain", post="Analis Kebijakan Ahli Muda")
        t.assessment(ADI, "2025-10-01", 3, 3, 2.5, 3, 3, 3, 3, 3, 3)
        t.assessment(BUDI, "2025-10-01", 3, 3, 2, 3, 3, 3, 3, 3, 3)
        t.assessment(CITRA, "2025-10-01", 1, 3, 3, 3, 3, 3, 3, 3, 3)
        offer(t, "A1", "Integritas", 4, 2_000_000)
        offer(t, "A2", "Integritas", 2, 1_000_000)
        offer(t, "B1", "Komunikasi", 3, 1_000_000, seats=1)
    return path


def plan(file: Path, budget: str, *arguments: object) -> dict[str, Any]:
    answer = asnkarier("training", "plan", "--budget", budget, "--year", 2027, *arguments,
                       "--db", file, "--as-of", "2026-10-01", "--format", "json")  # fmt: skip
    assert answer.code == 0, answer.err
    found: dict[str, Any] = json.loads(answer.out)
    return found


def going(found: dict[str, Any]) -> set[tuple[str, str]]:
    return {(a["nip"], a["code"]) for a in found["assignments"]}


def test_everything_that_helps_is_bought_where_there_is_money(file: Path) -> None:
    found = plan(file, "100 juta")
    # Adi: Integritas 3 → 4, mutlak: 3. Citra: 1 → 3 of 3 (A1 lifts to 4, never above), blank: 2.
    # Komunikasi has one seat: Adi 2.5 → 3 of penting is 1.0, Budi 2 → 3 of blank is 1.0: one of them.
    assert found["objective"] == 3 + 2 + 1
    assert (found["bound"], found["optimal"]) == (6, True)
    assert {(ADI, "A1"), (CITRA, "A1")} < going(found)
    assert found["spent"] == 2_000_000 + 2_000_000 + 1_000_000


def test_two_trainings_of_one_competency_count_once(file: Path) -> None:
    assert (CITRA, "A2") not in going(plan(file, "100 juta"))


@pytest.mark.parametrize(("budget", "objective"), [("3000000", 4), ("2999999", 3), ("1999999", 1)])
def test_both_sides_of_the_budget(file: Path, budget: str, objective: int) -> None:
    # 3 million: A1 for Adi (3) and B1 or A2 (1). One rupiah less: A1 alone. Under 2 million: one of 1 level.
    assert plan(file, budget)["objective"] == objective


def test_who_is_left_out_is_told_why(file: Path) -> None:
    left = {line["nip"]: line["reason"] for line in plan(file, "3 juta")["left_out"]}
    assert left[DEWI] == "not_assessed"
    assert left[CITRA] == "budget"


def test_a_seat_more_than_there_is(file: Path) -> None:
    found = plan(file, "100 juta")
    without = {ADI, BUDI} - {a["nip"] for a in found["assignments"] if a["code"] == "B1"}
    left = {line["nip"]: line["reason"] for line in found["left_out"]}
    assert BUDI not in without or left[BUDI] == "seats"


def test_a_pppk_goes_to_no_more_than_24_jp(file: Path) -> None:
    with open_database(str(file), Access.WRITE) as db:
        db.execute("UPDATE catalogue SET jp = 240000 WHERE code = 'A1'")
    assert (CITRA, "A1") in going(plan(file, "100 juta"))  # 24 of 24
    with open_database(str(file), Access.WRITE) as db:
        db.execute("UPDATE catalogue SET jp = 240001 WHERE code = 'A1'")
    assert (CITRA, "A1") not in going(plan(file, "100 juta"))
    assert (ADI, "A1") in going(plan(file, "100 juta"))


def test_several_purses_pay_for_their_own(file: Path, tmp_path: Path) -> None:
    purses = tmp_path / "purses.csv"
    purses.write_text("Perangkat Daerah;Anggaran\nDinas Contoh;3.000.000\nDinas Lain;1.000.000\n")
    found = plan(file, str(purses))
    # Dinas Lain can pay A2 for Citra (1 → 2: 1 level), not A1.
    assert (CITRA, "A2") in going(found)
    assert found["objective"] == 3 + 1 + 1
    assert {p["agency"]: p["spent"] for p in found["purses"]} == {"Dinas Contoh": 3_000_000, "Dinas Lain": 1_000_000}


def test_budgets_come_from_a_workbook_with_its_letterhead(file: Path, tmp_path: Path) -> None:
    purses = tmp_path / "pagu.xlsx"
    book = openpyxl.Workbook()
    for row in (
        ["PAGU PENGEMBANGAN KOMPETENSI"],
        [],
        ["No", "Perangkat Daerah", "Pagu (Rp)"],
        [1, "Dinas Contoh", 3_000_000],
        [2, "DINAS  LAIN", "1 juta"],
        [None, "JUMLAH", 4_000_000],
    ):
        book.active.append(row)
    book.save(purses)
    found = plan(file, str(purses))
    assert {p["agency"]: p["budget"] for p in found["purses"]} == {"Dinas Contoh": 3_000_000, "Dinas Lain": 1_000_000}
    assert found["objective"] == 3 + 1 + 1
    # Ten million more for Dinas Lain: A1 (1 → 3) in place of A2 (1 → 2) for Citra; for Dinas Contoh there is nothing more to buy.
    assert {m["agency"]: m["more"] for m in found["extra"]} == {"Dinas Contoh": 0, "Dinas Lain": 1}


@pytest.mark.parametrize(
    ("rows", "code", "said"),
    [
        ("Dinas Contoh;3 juta\nDinas Contoh;1 juta", "budget_agency_twice", "2"),
        ("Dinas Conto;3 juta", "budget_agency_unknown", "Dinas Contoh"),
        ("OPD;Anggaran\nDinas Contoh;0", "budget_row_zero", "2"),
        ("OPD;Anggaran\nDinas Contoh;banyak", "budget_row_unreadable", "banyak"),
        ("OPD;Anggaran", "budget_file_empty", ""),
    ],
)
def test_a_file_of_budgets_that_cannot_be_used(file: Path, tmp_path: Path, rows: str, code: str, said: str) -> None:
    purses = tmp_path / "purses.csv"
    purses.write_text(rows + "\n", encoding="utf-8")
    answer = asnkarier("training", "plan", "--budget", purses, "--year", 2027, "--db", file, "--format", "json")
    error = json.loads(answer.out)["error"]
    assert (answer.code, error["code"]) == (1, code)
    assert said in error["message"] + error["remedy"]


def test_the_places_add_up_to_what_is_spent_classes_too(file: Path) -> None:
    with open_database(str(file), Access.WRITE) as db:
        db.execute("UPDATE catalogue SET class_cost = 1000001 WHERE code = 'A1'")
    found = plan(file, "100 juta")
    # A1 for two: 2 × 2,000,000 and one class of 1,000,001, split 500,000 and 500,001; B1 1,000,000.
    assert sorted(a["cost"] for a in found["assignments"]) == [1_000_000, 2_500_000, 2_500_001]
    assert sum(a["cost"] for a in found["assignments"]) == found["spent"] == 6_000_001


def test_agencies_share_a_class_by_their_heads(file: Path, tmp_path: Path) -> None:
    # A1 for Adi (Dinas Contoh) and Citra (Dinas Lain): 2 million each and half of a class of 1,000,001.
    with open_database(str(file), Access.WRITE) as db:
        db.execute("UPDATE catalogue SET class_cost = 1000001 WHERE code = 'A1'")
        db.execute("DELETE FROM catalogue WHERE code <> 'A1'")
    purses = tmp_path / "purses.csv"
    purses.write_text("Perangkat Daerah;Anggaran\nDinas Contoh;2.500.001\nDinas Lain;2.500.001\n")
    found = plan(file, str(purses))
    # The odd rupiah is paid by one of them.
    assert sorted(p["spent"] for p in found["purses"]) == [2_500_000, 2_500_001]
    assert sorted(a["cost"] for a in found["assignments"]) == [2_500_000, 2_500_001]
    assert (found["spent"], found["objective"], found["bound"], found["optimal"]) == (5_000_001, 5, 5, True)
    # A rupiah less: Dinas Contoh cannot pay its 500,000.5 of the class; alone neither can pay the whole of it.
    purses.write_text("Perangkat Daerah;Anggaran\nDinas Contoh;2.500.000\nDinas Lain;2.500.001\n")
    found = plan(file, str(purses))
    assert (found["assignments"], found["spent"], found["optimal"]) == ([], 0, True)


def test_a_class_that_already_ran_is_paid(file: Path) -> None:
    with open_database(str(file), Access.WRITE) as db:
        db.execute("UPDATE catalogue SET class_cost = 1000000 WHERE code = 'A1'")
        ran(db, 1, "Pelatihan A1", "2027-02-02")
    found = plan(file, "100 juta", "--done")
    # Adi went: 2 million and the class. Citra may join at 2 million, B1 goes to Adi or Budi.
    assert found["spent"] == 3_000_000 + 2_000_000 + 1_000_000
    assert found["objective"] == 2 + 1
    # Without a rupiah left nobody goes, and the budget stays what it was.
    found = plan(file, "2 juta", "--done")
    assert (found["budget"], found["spent"], found["objective"]) == (2_000_000, 3_000_000, 0)


@pytest.mark.parametrize(("ended_on", "closed"), [("2027-02-02", True), ("2025-10-01", False)])
def test_a_training_before_the_assessment_raises_nothing_more(file: Path, ended_on: str, closed: bool) -> None:
    with open_database(str(file), Access.WRITE) as db:
        db.execute("UPDATE assessment SET assessed_on = '2027-02-01' WHERE person_id = 1")
        ran(db, 1, "Pelatihan A1", ended_on.replace("2025-10-01", "2027-01-31"))
    answer = asnkarier("training", "plan", "--budget", "100 juta", "--year", 2027, "--done", "--db", file, "--as-of",
                       "2027-03-01", "--format", "json")  # fmt: skip
    found = json.loads(answer.out)
    # Adi's A1 of January was measured in February: Integritas is at 3 of 4 all the same, and A1 is not given twice.
    # The one of February came after: nothing is missing.
    gap = next(a["gap"] for a in found["assignments"] if a["already"])
    assert gap == (0 if closed else 1)


def ran(db: Database, person: int, title: str, day: str) -> None:
    db.execute(
        "INSERT INTO training (id, person_id, title, title_key, dated, ended_on) VALUES (1, ?, ?, ?, ?, ?)",
        (person, title, title.lower(), day, day),
    )


def test_csv_is_the_hcdp_form_of_everyone(file: Path) -> None:
    answer = asnkarier("training", "plan", "--budget", "100 juta", "--year", 2027, "--db", file, "--as-of", "2026-10-01",
                       "--format", "csv")  # fmt: skip
    lines = answer.out.splitlines()
    # The last column says whose assessment has expired: nobody's here, and it is there all the same.
    assert lines[0] == "nip,name,unit,competency,gap,form,title,jp,provider,month,cost,assessment"
    assert f"{ADI},Adi Contoh,Dinas Contoh,Integritas,1,training,Pelatihan A1,8,,2027-01,2000000," in lines
    assert len(lines) == 1 + 3


def test_what_already_ran_keeps_its_money_and_its_seat(file: Path) -> None:
    with open_database(str(file), Access.WRITE) as db:
        db.execute(
            "INSERT INTO training (id, person_id, title, title_key, dated, ended_on) VALUES (1, 2, 'Pelatihan B1',"
            " 'pelatihan b1', '2027-02-02', '2027-02-02')"
        )
    found = plan(file, "100 juta", "--done")
    assert [a["already"] for a in found["assignments"] if a["code"] == "B1"] == [True]
    assert found["objective"] == 5  # the one seat is gone and Budi needs it no more
    assert found["spent"] == 5_000_000


def test_hours_first_fills_up_those_who_are_short(file: Path) -> None:
    # Nobody has any hours. Three PNS short of 20; trainings of 8 JP: three each, in three months, 3 people;
    # B1 has one seat, so one person only reaches 24.
    found = plan(file, "100 juta", "--first", "hours")
    assert found["reached"] == 1
    assert found["optimal"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--budget", "0"), "budget_zero"),
        (("--budget", "banyak"), "budget_unreadable"),
        (("--budget", "1 juta", "--seats", "0"), "limit_not_positive"),
        (("--budget", "1 juta", "--year", "2025"), "plan_year_over"),
        (("--budget", "1 juta", "--year", "2040"), "plan_year_far"),
        (("--budget", "1 juta", "--year", "20260"), "year_outside"),
    ],
)
def test_refusals(file: Path, arguments: tuple[str, ...], code: str) -> None:
    year = () if "--year" in arguments else ("--year", "2027")
    answer = asnkarier("training", "plan", *arguments, *year, "--db", file, "--as-of", "2026-10-01", "--format", "json")
    assert answer.code == 2
    assert json.loads(answer.out)["error"]["code"] == code


@pytest.mark.parametrize(
    ("column", "code"),
    [("seats", "training_without_seats"), ("cost", "training_without_cost"), ("jp", "training_without_jp")],
)
def test_a_training_that_says_too_little_is_left_out_and_named(file: Path, column: str, code: str) -> None:
    with open_database(str(file), Access.WRITE) as db:
        db.execute(f"UPDATE catalogue SET {column} = {0 if column == 'jp' else 'NULL'} WHERE code = 'A1'")
    found = plan(file, "100 juta")
    assert [(one["code"], one["reason"]) for one in found["unusable"]] == [("A1", code)]
    assert {a["code"] for a in found["assignments"]} == {"A2", "B1"}
    # Where none can be planned, there is no plan: a word and a remedy.
    with open_database(str(file), Access.WRITE) as db:
        db.execute(f"UPDATE catalogue SET {column} = {0 if column == 'jp' else 'NULL'}")
    answer = asnkarier("training", "plan", "--budget", "1 juta", "--year", 2027, "--db", file, "--as-of", "2026-10-01",
                       "--format", "json")  # fmt: skip
    error = json.loads(answer.out)["error"]
    assert (answer.code, error["code"]) == (1, code)
    assert "A1" in error["message"]
    assert error["remedy"]


def test_what_stays_open_to_someone_who_goes_is_told(file: Path) -> None:
    # 3 million: Adi goes to A1 (3) and to B1 (1), or B1 goes to Budi; A2 lifts Citra from 1 to 2 of 3 only.
    with open_database(str(file), Access.WRITE) as db:
        db.execute("DELETE FROM catalogue WHERE code = 'A1'")
    found = plan(file, "100 juta")
    left = {line["nip"]: line for line in found["left_out"] if line["going"]}
    assert (CITRA, "A2") in going(found)
    assert (left[CITRA]["reason"], left[CITRA]["open"]) == ("nobody_teaches", ["Integritas"])


@pytest.mark.parametrize("done", [(), ("--done",)])
def test_nobody_is_sent_again_to_what_is_finished(file: Path, done: tuple[str, ...]) -> None:
    with open_database(str(file), Access.WRITE) as db:
        ran(db, 1, "Pelatihan A1", "2026-09-30")
    arguments = ("training", "plan", "--budget", "100 juta", "--year", 2026, "--db", file, "--format", "json", *done)
    after = json.loads(asnkarier(*arguments, "--as-of", "2026-10-01").out)
    assert not [a for a in after["assignments"] if (a["nip"], a["code"]) == (ADI, "A1") and not a["already"]]
    assert after["objective"] == 2 + 1  # Citra's A1 and one B1: what A1 taught Adi is learned
    # The day before it ends nothing is finished.
    before = json.loads(asnkarier(*arguments, "--as-of", "2026-09-29").out)
    assert before["objective"] == (3 if done else 6)


def test_a_limit_of_jp_holds_where_the_jp_attended_are_not_known(file: Path) -> None:
    with open_database(str(file), Access.WRITE) as db:
        db.execute(
            "INSERT INTO training (id, person_id, title, title_key, form, dated, started_on, ended_on)"
            " VALUES (1, 3, 'Lain', 'lain', 'training', '2027-01-05', '2027-01-05', '2027-01-06')"
        )
    found = plan(file, "100 juta")
    # Citra, PPPK: at most 24 JP, of which nobody knows how many are left.
    assert not {code for nip, code in going(found) if nip == CITRA}
    assert {line["nip"]: line["reason"] for line in found["left_out"]}[CITRA] == "jp_unknown"


@pytest.mark.parametrize(("assessed", "expired"), [("2023-10-01", False), ("2023-09-30", True)])
def test_an_expired_assessment_is_marked(file: Path, assessed: str, expired: bool) -> None:
    # Valid for three years, the day of the third year included.
    with open_database(str(file), Access.WRITE) as db:
        db.execute("UPDATE assessment SET assessed_on = ? WHERE person_id = 1", (assessed,))
    arguments = ("training", "plan", "--budget", "100 juta", "--year", 2027, "--db", file, "--as-of", "2026-10-01")
    found = json.loads(asnkarier(*arguments, "--format", "json").out)
    assert {a["expired"] for a in found["assignments"] if a["nip"] == ADI} == {expired}
    shown = asnkarier(*arguments, "--all", lang="en")
    assert ("assessed more than three years ago" in shown.out + shown.err) is expired


@pytest.mark.parametrize("months", [12, 1])
def test_the_month_restricts_nothing_where_absences_are_not_limited(file: Path, months: int) -> None:
    # Thirteen trainings more; Adi lacks Komunikasi 0.5 (penting) and Integritas 1 (mutlak) and goes to both, with a year or
    # with December alone before him: 3 + 1, and 2 for Citra (A1), 1 for Budi (the second seat of B1).
    with open_database(str(file), Access.WRITE) as db:
        db.execute("UPDATE catalogue SET seats = 5 WHERE code = 'B1'")
        for number in range(13):
            db.execute(
                "INSERT INTO catalogue (code, title, form, training_kind, jp, cost, seats, competency, raises_to)"
                " VALUES (?, ?, 'training', 'technical', 80000, 1000000, 5, 'Kerja Sama', 10000)",
                (f"K{number:02d}", f"Lain {number}"),
            )
    day = "2026-12-31" if months == 12 else "2026-11-30"
    year = "2027" if months == 12 else "2026"
    arguments = (
        "training",
        "plan",
        "--budget",
        "100 juta",
        "--year",
        year,
        "--db",
        file,
        "--as-of",
        day,
        "--format",
        "json",
    )
    found = json.loads(asnkarier(*arguments).out)
    assert (found["objective"], found["bound"], found["optimal"]) == (3 + 1 + 2 + 1, 7, True)
    assert {(ADI, "A1"), (ADI, "B1")} <= going(found)
    when = {a["month"] for a in found["assignments"] if a["nip"] == ADI}
    assert when == {12} if months == 1 else len(when) == 2
    # With absences limited, nobody is away twice in December: Adi goes to one.
    found = json.loads(asnkarier(*arguments, "--absences-per-unit", "2").out)
    assert found["objective"] == (7 if months == 12 else 3 + 2 + 1)
    assert found["optimal"]


@pytest.mark.parametrize("lang", ["id", "en"])
def test_table(file: Path, lang: str) -> None:
    answer = asnkarier("training", "plan", "--budget", "3 juta", "--year", 2027, "--db", file, "--as-of", "2026-10-01",
                       "--all", lang=lang)  # fmt: skip
    assert answer.code == 0
    golden.check(f"grow/training_plan_{lang}", answer.out)


def test_more_money_pays_first_for_what_ran_beyond_the_budget(file: Path) -> None:
    with open_database(str(file), Access.WRITE) as db:
        db.execute("UPDATE catalogue SET class_cost = 12000000 WHERE code = 'A1'")
        ran(db, 1, "Pelatihan A1", "2027-02-02")
    # 14 million ran: of 11 million nothing is left; of 21 million 7, enough for Citra (2 million, 2 levels) and B1 (1 million).
    extra = plan(file, "1 juta", "--done")["extra"]
    assert [(step["budget"], step["objective"]) for step in extra[:2]] == [(11_000_000, 0), (21_000_000, 3)]


def test_a_solver_that_cannot_be_loaded_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> object:
        raise ImportError(name)

    assert optimise.available()
    monkeypatch.setattr(optimise, "import_module", missing)
    assert not optimise.available()


@pytest.mark.parametrize(
    ("kinds", "reason"), [("penggawas", "training_for_unknown_kinds"), ("Administrator", None), (None, None)]
)
def test_a_training_for_a_kind_that_is_none_is_told(file: Path, kinds: str | None, reason: str | None) -> None:
    with open_database(str(file), Access.WRITE) as db:
        db.execute("UPDATE catalogue SET for_kinds = ? WHERE code = 'A1'", (kinds,))
    found = plan(file, "100 juta")
    assert {u["code"]: u["reason"] for u in found["unusable"]} == ({"A1": reason} if reason else {})
    # Adi is an administrator.
    assert ((ADI, "A1") in going(found)) == (reason is None)
