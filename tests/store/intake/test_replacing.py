"""`--replace` takes back what the files no longer hold, never what they hold and could not be read, and an undo brings it back."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from asnkarier.core.access import Access
from asnkarier.store.database import Database, create, open_database
from asnkarier.store.intake.registers.replacing import Spared
from asnkarier.store.intake.session import Intake, Options
from asnkarier.store.intake.undo import undo
from tests.store.intake.lists import ACTOR, content, head, take

SITI, BUDI, NOBODY = "198001012005012901", "198102022006021902", "199901012024011999"
ROSTER = ("nip", "name", "position", "unit", "agency")
GRADES = ("nip", "year", "period", "predicate")
MONTHS = ("nip", "mentee", "started_on", "session_on")
ALL = {(SITI, 2023), (SITI, 2024), (BUDI, 2023)}


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    path = str(tmp_path / "kota.sqlite")
    create(path)
    with open_database(path, Access.WRITE) as opened:
        opened.many(
            "INSERT INTO competency (id, name, name_key, grp, rank) VALUES (?,?,?,?,1)",
            [(1, "Integritas", "integritas", "manajerial"), (2, "Kerja Sama", "kerja sama", "manajerial")],
        )
        people = [
            [nip, name, "Arsiparis", "Bidang Arsip", "Dinas Arsip"] for nip, name in ((SITI, "Siti"), (BUDI, "Budi"))
        ]
        take(opened, "roster", ROSTER, people, dated="2026-06-30")
        grades = [[SITI, 2023, "annual", "baik"], [SITI, 2024, "annual", "baik"], [BUDI, 2023, "annual", "baik"]]
        take(opened, "evaluations", GRADES, grades)
        yield opened


def graded(db: Database) -> set[tuple[str, int]]:
    return set(db.rows("SELECT n.nip, e.year FROM evaluation e JOIN person_nip n ON n.person_id = e.person_id"))


def replaced(
    db: Database,
    *lists: Sequence[Sequence[Any]],
    kind: str = "evaluations",
    fields: Sequence[str] = GRADES,
    rejected: int = 0,
    named: Sequence[str] = (),
    **options: Any,
) -> Intake:
    """Import lists with `replace`; of the last one the reader rejected rows, some of them of people it could name."""
    intake = Intake(db, ACTOR, Options(today="2026-07-01", replace=True, **options))
    for number, rows in enumerate(lists, 1):
        intake.open(head(kind, fields, sheet=f"Data {number}"), "0" * 64)
        if rows:
            intake.rows(list(range(2, len(rows) + 2)), [list(column) for column in zip(*rows, strict=True)])
        last = number == len(lists)
        bad = rejected if last else 0
        intake.close(read=len(rows) + bad, rejected=bad, skipped=0, named=named if last else ())
    intake.finish()
    return intake


def test_what_the_file_no_longer_holds_goes_and_comes_back_as_it_was(db: Database) -> None:
    """Siti's year 2023 goes; Budi, of whom the file says nothing, keeps his. Put back, each record has its number again."""
    before = content(db)
    intake = replaced(db, [[SITI, 2024, "annual", "baik"]])
    assert graded(db) == ALL - {(SITI, 2023)}
    assert [(one.nip, one.fields["year"]) for one in intake.taken_back] == [(SITI, 2023)]
    assert (intake.spared, intake.not_replaced) == ([], [])
    undo(db, ACTOR, 3)
    assert content(db) == before


@pytest.mark.parametrize(
    ("named", "spared"),
    [
        ([SITI], [Spared("evaluations", 1, 0)]),  # a bad row of Siti's: perhaps that of 2023
        ([BUDI], []),  # of Budi's nothing would go anyway
        ([], [Spared("evaluations", 1, 1)]),  # a NIP that cannot be read: perhaps Siti's
        ([NOBODY], [Spared("evaluations", 1, 1)]),  # nobody on file: perhaps a slip in Siti's
    ],
)
def test_a_row_that_could_not_be_read_is_held_all_the_same(
    db: Database, named: list[str], spared: list[Spared]
) -> None:
    intake = replaced(db, [[SITI, 2024, "annual", "baik"]], rejected=1, named=named)
    assert intake.spared == spared
    assert graded(db) == (ALL if spared else ALL - {(SITI, 2023)})


def test_so_is_one_on_another_sheet(db: Database) -> None:
    intake = replaced(db, [[SITI, 2024, "annual", "baik"]], [], rejected=1, named=[SITI])
    assert (graded(db), intake.spared) == (ALL, [Spared("evaluations", 1, 0)])


def test_a_row_said_twice_is_no_bad_row(db: Database) -> None:
    replaced(db, [[SITI, 2024, "annual", "baik"], [SITI, 2024, "annual", "baik"]])
    assert graded(db) == ALL - {(SITI, 2023)}


def test_an_unknown_person_whose_rows_are_to_be_skipped_is_nobody_here(db: Database) -> None:
    replaced(db, [[SITI, 2024, "annual", "baik"], [NOBODY, 2024, "annual", "baik"]], skip_unknown_people=True)
    assert graded(db) == ALL - {(SITI, 2023)}


LONG = ("nip", "assessed_on", "competency", "level")
WIDE = ("nip", "assessed_on", "level:Integritas", "level:Kerja Sama")
RECAP = ("nip", "assessed_on", "jpm")


def assessed(db: Database) -> dict[str, dict[int, int]]:
    found: dict[str, dict[int, int]] = {
        str(day): {} for (day,) in db.rows("SELECT assessed_on FROM assessment WHERE person_id = 1")
    }
    for day, competency, level in db.rows(
        "SELECT a.assessed_on, l.competency_id, l.level FROM assessment a JOIN assessment_level l"
        " ON l.assessment_id = a.id WHERE a.person_id = 1"
    ):
        found[day][competency] = level // 10_000
    return found


@pytest.mark.parametrize(
    ("fields", "row", "stands"),
    [
        # In a long list a competency without a row is one that the file does not hold; in a wide one a blank leaves what is.
        (LONG, [SITI, "2025-01-01", "Integritas", 40_000], {1: 4}),
        (WIDE, [SITI, "2025-01-01", 40_000, None], {1: 4, 2: 3}),
        (WIDE[:3], [SITI, "2025-01-01", 40_000], {1: 4}),
        # A recap has no levels and says nothing of them.
        (RECAP, [SITI, "2025-01-01", 800_000], {1: 3, 2: 3}),
    ],
)
def test_assessments_and_levels_that_the_file_no_longer_holds_go(
    db: Database, fields: Sequence[str], row: list[Any], stands: dict[int, int]
) -> None:
    take(
        db,
        "assessments",
        WIDE,
        [[who, day, 30_000, 30_000] for who in (SITI, BUDI) for day in ("2023-01-01", "2025-01-01")],
    )
    before = content(db)
    assert assessed(db) == {"2023-01-01": {1: 3, 2: 3}, "2025-01-01": {1: 3, 2: 3}}
    intake = replaced(db, [row], kind="assessments", fields=fields)
    assert assessed(db) == {"2025-01-01": stands}
    assert {one.nip for one in intake.taken_back} == {SITI}
    assert db.rows(
        "SELECT COUNT(*) FROM assessment_level l JOIN assessment a ON a.id = l.assessment_id AND a.person_id = 2"
    ) == [(4,)]
    undo(db, ACTOR, 4)
    assert content(db) == before


def test_assessments_stay_where_a_row_of_the_person_was_rejected(db: Database) -> None:
    """2023 whole, and of 2025 the level of Kerja Sama: two records that stay."""
    take(db, "assessments", WIDE, [[SITI, day, 30_000, 30_000] for day in ("2023-01-01", "2025-01-01")])
    before = assessed(db)
    bad = [[SITI, "2025-01-01", "Integritas", 30_000], [SITI, "2025-01-01", "Kerjaan Bersama", 30_000]]
    intake = replaced(db, bad, kind="assessments", fields=LONG)
    assert (assessed(db), intake.spared) == (before, [Spared("assessments", 2, 0)])


def test_of_kinds_that_are_not_facts_about_people_nothing_goes_and_that_is_said(db: Database) -> None:
    standards = [["Arsiparis", "Integritas", 20_000], ["Arsiparis", "Kerja Sama", 20_000]]
    fields = ("position", "competency", "required")
    take(db, "standards", fields, standards)
    intake = replaced(db, standards[:1], kind="standards", fields=fields)
    assert db.rows("SELECT COUNT(*) FROM standard") == [(2,)]
    assert intake.not_replaced == ["standards"]


def test_an_undo_names_the_row_that_a_replacement_took_out(db: Database) -> None:
    replaced(db, [[SITI, 2024, "annual", "baik"]])
    result = undo(db, ACTOR, 2)
    [kept] = result.kept
    assert (kept.reason, kept.later) == ("taken_out", 3)
    assert (kept.values["year"], kept.values["predicate"]) == (2023, "baik")
    assert graded(db) == set()
