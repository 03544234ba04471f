"""A batch that only takes rows back, or only lets a register reach further, names the lists that did it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from asnkarier.core.access import Access
from asnkarier.store.database import Database, create, open_database
from asnkarier.store.intake.session import Intake, Options
from asnkarier.store.intake.undo import undo
from asnkarier.store.queries.batches import changes, sheets
from tests.store.intake.lists import ACTOR, content, head, take

SITI, BUDI = "198001012005012901", "198102022006021902"
GRADES = ("nip", "year", "period", "predicate")
SITI_23, SITI_24, BUDI_23, BUDI_24 = (
    [nip, year, "annual", "baik"] for nip, year in ((SITI, 2023), (SITI, 2024), (BUDI, 2023), (BUDI, 2024))
)
MOVES = ("nip", "event", "effective_on")
ASSESSED = ("nip", "assessed_on", "competency", "level")


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    path = str(tmp_path / "kota.sqlite")
    create(path)
    with open_database(path, Access.WRITE) as opened:
        people = [[nip, name, "Arsiparis", "Bidang Arsip"] for nip, name in ((SITI, "Siti"), (BUDI, "Budi"))]
        take(opened, "roster", ("nip", "name", "position", "unit"), people, dated="2026-06-30")
        take(opened, "evaluations", GRADES, [SITI_23, SITI_24, BUDI_23, BUDI_24])
        yield opened


def told(db: Database, number: int) -> list[tuple[str, str, str | None, str | None, int]]:
    """Return operation, table, file, sheet and row of each change of a batch."""
    return [(one.op, one.table, one.file, one.sheet, one.sheet_row) for one in changes(db, number)]


def test_a_batch_that_only_takes_back_has_its_list(db: Database) -> None:
    both = content(db)
    take(db, "evaluations", GRADES, [SITI_24], replace=True)
    (sheet,) = sheets(db, 3)
    assert (sheet.file, sheet.sheet, sheet.kind, sheet.sha256) == ("daftar.xlsx", "Data", "evaluations", "0" * 64)
    assert (sheet.read, sheet.inserted, sheet.updated, sheet.unchanged) == (1, 0, 0, 1)
    assert told(db, 3) == [("D", "evaluation", "daftar.xlsx", "Data", 0)]
    undo(db, ACTOR, 3)
    assert content(db) == both


def test_of_several_lists_the_one_that_names_the_person_takes_the_row_back(db: Database) -> None:
    """The third list holds all it can and takes nothing back."""
    take(db, "evaluations", GRADES, [["198001012005012901", 2025, "annual", "baik"]])
    intake = Intake(db, ACTOR, Options(today="2026-07-01", replace=True))
    siti_25 = [SITI, 2025, "annual", "baik"]
    for name, rows in (("Satu", [SITI_23, SITI_24, siti_25]), ("Dua", [BUDI_24]), ("Tiga", [BUDI_24])):
        intake.open(head("evaluations", GRADES, sheet=name), "0" * 64)
        intake.rows(list(range(2, len(rows) + 2)), [list(column) for column in zip(*rows, strict=True)])
        intake.close(read=len(rows), rejected=0, skipped=0)
    assert intake.finish() == 4
    assert [sheet.sheet for sheet in sheets(db, 4)] == ["Dua"]
    assert told(db, 4) == [("D", "evaluation", "daftar.xlsx", "Dua", 0)]


def test_what_was_brought_and_taken_back_by_one_list_stands_below_one_sheet(db: Database) -> None:
    take(db, "evaluations", GRADES, [SITI_24, [SITI, 2025, "annual", "baik"]], replace=True)
    assert [(sheet.sheet, sheet.inserted, sheet.unchanged) for sheet in sheets(db, 3)] == [("Data", 1, 1)]
    assert told(db, 3) == [
        ("I", "evaluation", "daftar.xlsx", "Data", 3),
        ("D", "evaluation", "daftar.xlsx", "Data", 0),
    ]


def test_a_movement_taken_back_has_its_list_and_so_have_its_spans(db: Database) -> None:
    left = [SITI, "cltn", "2026-06-30"]
    take(db, "movements", MOVES, [left, [SITI, "aktif_kembali", "2026-09-30"]])
    take(db, "movements", MOVES, [left], replace=True)
    assert {one[2:4] for one in told(db, 4)} == {("daftar.xlsx", "Data")}
    assert {one[1] for one in told(db, 4)} == {"person_status", "movement"}


def test_a_level_taken_back_has_its_list(db: Database) -> None:
    db.many(
        "INSERT INTO competency (id, name, name_key, grp, rank) VALUES (?,?,?,?,1)",
        [(1, "Integritas", "integritas", "manajerial"), (2, "Kerja Sama", "kerja sama", "manajerial")],
    )
    one, two = ([SITI, "2026-01-05", name, 30_000] for name in ("Integritas", "Kerja Sama"))
    take(db, "assessments", ASSESSED, [one, two])
    take(db, "assessments", ASSESSED, [one], replace=True)
    assert told(db, 4) == [("D", "assessment_level", "daftar.xlsx", "Data", 0)]
    assert [sheet.kind for sheet in sheets(db, 4)] == ["assessments"]


def test_a_batch_that_only_reaches_further_has_its_list(db: Database) -> None:
    fields, row = ("nip", "level", "sanction", "decided_on"), [SITI, "ringan", "Teguran lisan", "2025-01-01"]
    take(db, "discipline", fields, [row], covers_until="2026-03-31")
    take(db, "discipline", fields, [row], covers_until="2026-06-30")
    assert [(sheet.kind, sheet.file, sheet.unchanged) for sheet in sheets(db, 4)] == [("discipline", "daftar.xlsx", 1)]
    assert told(db, 4) == []


@pytest.mark.parametrize("replace", [True, False])
def test_what_says_nothing_new_leaves_no_trace(db: Database, replace: bool) -> None:
    fields, row = ("nip", "level", "sanction", "decided_on"), [SITI, "ringan", "Teguran lisan", "2025-01-01"]
    take(db, "discipline", fields, [row], covers_until="2026-06-30")
    again = take(db, "discipline", fields, [row], covers_until="2026-06-30", replace=replace)
    assert not again.log.opened
    take(db, "evaluations", GRADES, [SITI_23, SITI_24], replace=replace)
    assert db.one("SELECT MAX(id) FROM batch") == (3,)
    assert sheets(db, 4) == []
