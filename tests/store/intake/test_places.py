"""Which unit a row means: bare names, codes that contradict names, and superiors given by code."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from asnkarier.core.access import Access
from asnkarier.store.database import Database, create, open_database
from asnkarier.store.intake.session import Intake
from asnkarier.store.intake.undo import undo
from tests.store.intake.lists import ACTOR, content, take

NIPS = [f"19800101200501{1 + i % 2}{i:03d}" for i in range(1, 9)]
PLACED = ("nip", "name", "unit", "agency")
CODED = ("nip", "name", "unit", "unit_code", "agency")
PATHS = (
    "SELECT n.nip, u.path_key FROM person_unit p JOIN unit u ON u.id = p.unit_id"
    " JOIN person_nip n ON n.person_id = p.person_id ORDER BY n.nip"
)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    path = str(tmp_path / "kota.sqlite")
    create(path)
    with open_database(path, Access.WRITE) as database:
        yield database


def people(*places: tuple[Any, ...]) -> list[list[Any]]:
    return [[nip, f"Contoh {nip[-1]}", *place] for nip, place in zip(NIPS, places, strict=False)]


def codes(intake: Intake) -> list[tuple[str, str, str | None]]:
    return sorted((f.code, f.severity, f.cell) for f in intake.taken[0].sheet.findings)


def where(db: Database) -> list[str]:
    return [path for _, path in db.rows(PATHS)]


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (1, 0, 3, 2), (3, 1, 2, 0), (1, 3, 0, 2)])
def test_a_blank_agency_fits_all_the_list_names_whatever_was_read_before(db: Database, order: tuple[int, ...]) -> None:
    rows = people(("Bidang A", "Dinas A"), ("Bidang A", None), ("Bidang A", "Dinas B"), ("Bidang A", None))
    intake = take(db, "roster", PLACED, [rows[i] for i in order], dated="2026-05-31")
    blank = sorted(f"C{order.index(i) + 2}" for i in (1, 3))
    assert codes(intake) == [("unit_ambiguous", "error", cell) for cell in blank]
    assert where(db) == ["dinas a / bidang a", "dinas b / bidang a"]


def test_a_blank_agency_is_no_matter_where_the_name_fits_one(db: Database) -> None:
    # The one named further down: the answer is that of the other order.
    rows = people(("Bidang A", None), ("Bidang A", "Dinas A"), ("Bidang B", "Dinas B"))
    intake = take(db, "roster", PLACED, rows, dated="2026-05-31")
    assert (codes(intake), where(db)) == ([], ["dinas a / bidang a", "dinas a / bidang a", "dinas b / bidang b"])


def test_no_unit_is_made_of_a_blank_agency_where_others_name_theirs(db: Database) -> None:
    rows = people(("Bidang A", "Dinas A"), ("Seksi 1", None), ("Bidang A", "Dinas B"), ("Seksi 1", None))
    intake = take(db, "roster", PLACED, rows, dated="2026-05-31")
    assert codes(intake) == [("unit_agency_blank", "error", "C3"), ("unit_agency_blank", "error", "C5")]
    assert db.rows("SELECT COUNT(*) FROM unit") == [(4,)]


@pytest.mark.parametrize("fields", [PLACED, ("nip", "name", "unit")])
def test_a_list_that_names_no_agency_makes_units_without_one(db: Database, fields: tuple[str, ...]) -> None:
    rows = [row[: len(fields)] for row in people(("Bidang A", None), ("Bidang A", None), ("Bidang B", None))]
    intake = take(db, "roster", fields, rows, dated="2026-05-31")
    assert (codes(intake), where(db)) == ([], ["bidang a", "bidang a", "bidang b"])


def test_a_blank_agency_of_a_list_of_posts_is_held_back_too(db: Database) -> None:
    fields = ("position", "unit", "agency", "position_kind")
    rows = [
        ["Kepala Seksi X", "Seksi X", None, "pengawas"],
        ["Kepala Seksi X", "Seksi X", "Dinas A", "pengawas"],
        ["Kepala Seksi Y", "Seksi Y", None, "pengawas"],
    ]
    intake = take(db, "positions", fields, rows)
    assert codes(intake) == [("unit_agency_blank", "error", "B4")]
    assert db.rows("SELECT path_key FROM unit ORDER BY id") == [("dinas a",), ("dinas a / seksi x",)]


def test_a_known_code_with_another_name_is_followed_and_told(db: Database) -> None:
    take(db, "units", ("unit", "unit_code", "agency"), [["Bidang A", "01", "Dinas A"], ["Bidang B", "02", "Dinas A"]])
    rows = people(("Bidang A", "01", "Dinas A"), ("Bidang B", "01", "Dinas A"), (None, "01", "Dinas A"))
    intake = take(db, "roster", CODED, rows, dated="2026-05-31")
    assert codes(intake) == [("unit_code_name", "warning", "D3")]
    told = dict(intake.taken[0].sheet.findings[0].values)
    assert told == {"code": "01", "unit": "Dinas A / Bidang A", "name": "Bidang B"}
    assert where(db) == ["dinas a / bidang a"] * 3
    before = content(db)
    take(db, "roster", CODED, rows, dated="2026-05-31")
    assert content(db) == before


def test_a_code_of_another_agency_is_refused(db: Database) -> None:
    take(db, "units", ("unit", "unit_code", "agency"), [["Bidang A", "01", "Dinas A"], ["Bidang B", "02", "Dinas B"]])
    rows = people(("Bidang B", "01", "Dinas B"), ("Bidang A", "01", "Dinas B"), ("Bidang A", "01", None))
    intake = take(db, "roster", CODED, rows, dated="2026-05-31")
    assert codes(intake) == [("unit_code_agency", "error", "D2"), ("unit_code_agency", "error", "D3")]
    assert where(db) == ["dinas a / bidang a"]


def test_one_code_for_two_units_of_a_first_list_is_refused_and_a_slip_is_not(db: Database) -> None:
    rows = people(("Bidang Mutasi", "K1", "Dinas A"), ("Bidang Arsip", "K1", "Dinas A"), ("Bidang Mutassi", "K1", None))
    intake = take(db, "roster", CODED, rows, dated="2026-05-31")
    assert codes(intake) == [("unit_code_name", "warning", "D4"), ("unit_code_twice", "error", "D3")]
    assert where(db) == ["dinas a / bidang mutasi"] * 2


def test_a_reorganised_unit_takes_its_code_along(db: Database) -> None:
    take(db, "roster", CODED, people(("Seksi Lama", "S", "Dinas A")), dated="2026-05-31")
    renamed = ["unit", "Seksi Lama", "Dinas A", "Seksi Baru", "Dinas A", "2026-06-01", "rename"]
    fields = ("kind", "old", "old_agency", "new", "new_agency", "effective_on", "how")
    take(db, "successions", fields, [renamed])
    intake = take(db, "roster", CODED, people(("Seksi Baru", "S", "Dinas A")), dated="2026-06-30")
    assert codes(intake) == []
    units = db.rows("SELECT name, unit_code FROM unit WHERE parent_id IS NOT NULL ORDER BY id")
    assert units == [("Seksi Lama", ""), ("Seksi Baru", "S")]


def test_a_superior_is_found_by_its_code(db: Database) -> None:
    fields = ("nip", "name", "unit", "parent", "agency")
    take(db, "units", ("unit", "unit_code", "agency"), [["Bidang X", "X", "Dinas A"]])
    take(
        db,
        "roster",
        fields,
        people(("Seksi Y", "X", "Dinas A"), ("Seksi Y", "Bidang X", "Dinas A")),
        dated="2026-05-31",
    )
    assert where(db) == ["dinas a / bidang x / seksi y"] * 2
    assert db.rows("SELECT COUNT(*) FROM unit") == [(3,)]


UNITS = ("unit", "unit_code", "parent", "agency")
KNOWN = [
    ["Bidang A", "A", None, "Dinas A"],
    ["Bidang B", "B", None, "Dinas A"],
    ["Seksi S", "S", "Bidang A", "Dinas A"],
    ["Bidang Z", "Z", None, "Dinas Z"],
]


def tree(db: Database) -> list[str]:
    return [f"{code} {path}" for code, path in db.rows("SELECT unit_code, path_key FROM unit ORDER BY path_key")]


def test_a_superior_may_come_further_down_and_by_code(db: Database) -> None:
    rows = [["Seksi Y", "Y", "X", "Dinas A"], ["Bidang X", "X", None, "Dinas A"]]
    intake = take(db, "units", UNITS, rows)
    assert (codes(intake), tree(db)) == ([], [" dinas a", "X dinas a / bidang x", "Y dinas a / bidang x / seksi y"])


def test_units_above_themselves_are_refused(db: Database) -> None:
    rows = [
        ["Bidang X", "X", "Bidang Y", "Dinas A"],
        ["Bidang Y", "Y", "X", "Dinas A"],
        ["Bidang Z", "Z", "Bidang Z", "Dinas A"],
        ["Bidang W", "W", None, "Dinas A"],
    ]
    intake = take(db, "units", UNITS, rows)
    assert codes(intake) == [("unit_circle", "error", f"C{row}") for row in (2, 3, 4)]
    assert tree(db) == [" dinas a", "W dinas a / bidang w"]


def test_another_superior_of_a_coded_unit_is_an_update_that_undo_takes_back(db: Database) -> None:
    take(db, "units", UNITS, [*KNOWN, ["Subseksi T", "T", "S", "Dinas A"]])
    take(
        db, "roster", (*CODED, "position", "echelon"), [[*people(("Seksi S", "S", None))[0], "Kepala Seksi S", "IV.a"]]
    )
    before = content(db)
    rows = [["Seksi S", "S", "Bidang B", "Dinas A"]]
    intake = take(db, "units", UNITS, rows)
    sheet = intake.taken[0].sheet
    assert (codes(intake), sheet.updated, sheet.unchanged) == ([], 1, 0)
    assert tree(db)[2:5] == [
        "B dinas a / bidang b",
        "S dinas a / bidang b / seksi s",
        "T dinas a / bidang b / seksi s / subseksi t",
    ]
    assert db.rows("SELECT place_key FROM position") == [("dinas a / bidang b / seksi s",)]
    again = take(db, "units", UNITS, rows)
    assert (again.taken[0].sheet.unchanged, again.log.opened) == (1, False)
    undo(db, ACTOR, intake.log.batch_id)
    assert content(db) == before


def test_a_blank_superior_clears_when_blanks_clear(db: Database) -> None:
    take(db, "units", UNITS, [*KNOWN, ["Subseksi T", "T", "S", "Dinas A"]])
    before = content(db)
    rows = [["Seksi S", "S", None, "Dinas A"]]
    kept = take(db, "units", UNITS, rows)
    assert (kept.taken[0].sheet.unchanged, content(db) == before) == (1, True)
    intake = take(db, "units", UNITS, rows, clear_blanks=True)
    assert (codes(intake), intake.taken[0].sheet.updated) == ([], 1)
    assert [u for u in tree(db) if "seksi" in u] == ["S dinas a / seksi s", "T dinas a / seksi s / subseksi t"]
    again = take(db, "units", UNITS, rows, clear_blanks=True)
    assert (again.taken[0].sheet.unchanged, again.log.opened) == (1, False)
    undo(db, ACTOR, intake.log.batch_id)
    assert content(db) == before


def test_a_blank_superior_clears_by_name_alone_too(db: Database) -> None:
    take(db, "units", UNITS, [["Bidang X", None, None, "Dinas A"], ["Seksi Y", None, "Bidang X", "Dinas A"]])
    intake = take(db, "units", UNITS, [["Seksi Y", None, None, "Dinas A"]], clear_blanks=True)
    assert (codes(intake), intake.taken[0].sheet.updated) == ([], 1)
    assert tree(db) == [" dinas a", " dinas a / bidang x", " dinas a / seksi y"]


@pytest.mark.parametrize("turned", [False, True])
def test_a_row_that_names_the_superior_stands_before_one_that_clears_it(db: Database, turned: bool) -> None:
    take(db, "units", UNITS, KNOWN)
    rows = [["Seksi S", "S", "Bidang B", "Dinas A"], ["Seksi S", None, None, "Dinas A"]]
    take(db, "units", UNITS, rows[::-1] if turned else rows, clear_blanks=True)
    assert [u for u in tree(db) if "seksi" in u] == ["S dinas a / bidang b / seksi s"]


def test_no_blank_clears_the_agency_of_a_unit(db: Database) -> None:
    take(db, "units", UNITS, KNOWN)
    rows = [["Seksi S", "S", None, None], ["Dinas A", None, None, None]]
    intake = take(db, "units", UNITS, rows, clear_blanks=True)
    assert codes(intake) == [("unit_agency_kept", "warning", "D2")]
    assert [u for u in tree(db) if "seksi" in u] == ["S dinas a / seksi s"]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (["Seksi Baru", "S", "Bidang A", "Dinas A"], "unit_name_differs"),
        (["Seksi S", "S", "Bidang Z", "Dinas Z"], "unit_agency_differs"),
        (["Seksi S", "S", "Z", None], "unit_agency_differs"),
        (["Bidang A", "A", "S", "Dinas A"], "unit_below_itself"),
    ],
)
def test_what_a_reorganisation_does_is_refused_of_a_list_of_units(db: Database, row: list[Any], code: str) -> None:
    take(db, "units", UNITS, KNOWN)
    before = content(db)
    intake = take(db, "units", UNITS, [row])
    assert [c for c, _, _ in codes(intake)] == [code]
    assert content(db) == before


def test_after_its_succession_a_unit_of_a_new_name_takes_the_code(db: Database) -> None:
    take(db, "units", UNITS, KNOWN)
    fields = ("kind", "old", "old_agency", "new", "new_agency", "effective_on", "how")
    take(db, "successions", fields, [["unit", "Seksi S", "Dinas A", "Seksi Baru", "Dinas A", "2026-06-01", "rename"]])
    intake = take(db, "units", UNITS, [["Seksi Baru", "S", "Bidang A", "Dinas A"]])
    assert codes(intake) == []
    assert [u for u in tree(db) if "seksi" in u] == [
        " dinas a / bidang a / seksi s",
        "S dinas a / bidang a / seksi baru",
    ][::-1]
