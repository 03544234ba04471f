"""What the file does with lists: spans, references, registers, rows that contradict each other."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from asnkarier.core.access import Access
from asnkarier.store.database import Database, create, open_database
from asnkarier.store.intake.session import Intake
from asnkarier.store.intake.undo import undo
from tests.store.intake.lists import ACTOR, content, take

ROSTER = (
    "nip", "name", "position", "echelon", "position_since", "unit", "agency", "golongan", "golongan_since",
    "employee_kind", "status",
)  # fmt: skip
SITI, BUDI = "198001012005012901", "198102022006021902"


def row(nip: str = SITI, **changed: str | None) -> list[str | None]:
    values: dict[str, str | None] = {
        "nip": nip,
        "name": "Siti Contoh" if nip == SITI else "Budi Contoh",
        "position": "Kepala Bidang Arsip",
        "echelon": "III.b",
        "position_since": "2023-01-01",
        "unit": "Bidang Arsip",
        "agency": "Dinas Arsip",
        "golongan": "III/d",
        "golongan_since": "2022-04-01",
        "employee_kind": "PNS",
        "status": "aktif",
    }
    return [(values | changed)[field] for field in ROSTER]


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    path = str(tmp_path / "kota.sqlite")
    create(path)
    with open_database(path, Access.WRITE) as database:
        yield database


def codes(intake: Intake) -> list[tuple[str, str, str | None]]:
    return [(f.code, f.severity, f.cell) for t in intake.taken for f in t.sheet.findings]


def counts(intake: Intake) -> tuple[int, int, int, int]:
    sheet = intake.taken[-1].sheet
    return sheet.inserted, sheet.updated, sheet.unchanged, sheet.rejected


def test_a_roster_makes_people_spans_units_and_posts(db: Database) -> None:
    intake = take(db, "roster", ROSTER, [row()], dated="2026-06-30")
    assert counts(intake) == (1, 0, 0, 0)
    assert db.rows("SELECT since, until, stated FROM person_post") == [("2023-01-01", "9999-12-31", 1)]
    # The post belongs to its unit, so the unit is known since the post is; status and kind only since they were seen.
    assert db.rows("SELECT since, stated FROM person_unit") == [("2023-01-01", 1)]
    assert db.rows("SELECT since, stated, status, assumed FROM person_status") == [("2026-06-30", 0, "aktif", 0)]
    assert db.rows("SELECT path_key FROM unit ORDER BY id") == [("dinas arsip",), ("dinas arsip / bidang arsip",)]
    assert db.rows("SELECT place_key FROM position") == [("dinas arsip / bidang arsip",)]


def test_the_same_again_changes_nothing_and_leaves_no_batch(db: Database) -> None:
    take(db, "roster", ROSTER, [row()], dated="2026-06-30")
    before = content(db), db.rows("SELECT COUNT(*) FROM batch")
    intake = take(db, "roster", ROSTER, [row()], dated="2026-06-30")
    assert counts(intake) == (0, 0, 1, 0)
    assert not intake.log.opened
    assert (content(db), db.rows("SELECT COUNT(*) FROM batch")) == before


def test_a_promotion_closes_and_opens(db: Database) -> None:
    take(db, "roster", ROSTER, [row()], dated="2026-06-30")
    take(db, "roster", ROSTER, [row(golongan="IV/a", golongan_since="2026-10-01")], dated="2026-10-31")
    assert db.rows("SELECT golongan, since, until, stated FROM person_golongan ORDER BY since") == [
        ("III/d", "2022-04-01", "2026-09-30", 1),
        ("IV/a", "2026-10-01", "9999-12-31", 1),
    ]


def test_a_blank_cell_leaves_a_value_as_it_is(db: Database) -> None:
    take(db, "roster", ROSTER, [row()], dated="2026-06-30")
    intake = take(db, "roster", ROSTER, [row(golongan=None, golongan_since=None, echelon=None)], dated="2026-07-31")
    assert counts(intake) == (0, 0, 1, 0)


def test_an_older_roster_does_not_overwrite_attributes(db: Database) -> None:
    take(db, "roster", ROSTER, [row(name="Siti Contoh, M.Si.")], dated="2026-06-30")
    take(db, "roster", ROSTER, [row(name="Siti Contoh, S.Sos.")], dated="2025-12-31")
    assert db.one("SELECT name FROM person") == ("Siti Contoh, M.Si.",)


def ranks(db: Database) -> list[Any]:
    return db.rows("SELECT golongan, since, until FROM person_golongan ORDER BY since")


def test_an_older_roster_fills_the_days_before_and_leaves_the_later_ones(db: Database) -> None:
    take(db, "roster", ROSTER, [row()], dated="2026-06-30")
    old = row(position="Kepala Seksi Arsip", position_since="2021-01-01", golongan="III/c", golongan_since="2018-04-01")
    intake = take(db, "roster", ROSTER, [old], dated="2023-06-30")
    # The roster of 2026 says since 2023 and since 2022; that of June 2023 knows better only what was before.
    assert db.rows(
        "SELECT p.name, s.since, s.until FROM person_post s JOIN position p ON p.id = s.position_id ORDER BY s.since"
    ) == [("Kepala Seksi Arsip", "2021-01-01", "2022-12-31"), ("Kepala Bidang Arsip", "2023-01-01", "9999-12-31")]
    assert ranks(db) == [("III/c", "2018-04-01", "2022-03-31"), ("III/d", "2022-04-01", "9999-12-31")]
    assert codes(intake) == [("older_disagrees", "warning", "C2"), ("older_disagrees", "warning", "H2")]
    told = intake.taken[0].sheet.findings[1].values
    assert (told["told"], told["known"], told["later"]) == ("III/c", "III/d", "2026-06-30")
    assert told["cell"] == "daftar.xlsx · Data!H2"
    before = content(db)
    again = take(db, "roster", ROSTER, [old], dated="2023-06-30")
    assert (counts(again), content(db)) == ((0, 0, 1, 0), before)


def test_an_older_tmt_does_not_move_the_later_ones(db: Database) -> None:
    take(db, "roster", ROSTER, [row()], dated="2026-06-30")
    intake = take(db, "roster", ROSTER, [row(golongan_since="2021-04-01")], dated="2025-06-30")
    assert ranks(db) == [("III/d", "2022-04-01", "9999-12-31")]
    assert codes(intake) == [("older_since_disagrees", "warning", "I2")]


def test_a_roster_between_two_others_divides_what_the_older_one_said(db: Database) -> None:
    for day, rank in (("2024-06-30", "III/b"), ("2026-06-30", "III/d"), ("2025-06-30", "III/c")):
        intake = take(db, "roster", ROSTER, [row(golongan=rank, golongan_since=None)], dated=day)
    assert codes(intake) == []
    assert ranks(db) == [
        ("III/b", "2024-06-30", "2025-06-29"),
        ("III/c", "2025-06-30", "2026-06-29"),
        ("III/d", "2026-06-30", "9999-12-31"),
    ]


def test_a_later_roster_of_another_agency_says_nothing_of_these_people(db: Database) -> None:
    take(db, "roster", ROSTER, [row()], dated="2024-06-30")
    take(
        db,
        "roster",
        ROSTER,
        [row(BUDI, agency="Dinas Sosial", unit="Bidang Bansos", position="Staf")],
        dated="2026-06-30",
    )
    intake = take(
        db, "roster", ROSTER, [row(golongan="IV/a", golongan_since="2025-04-01", name="Siti C.")], dated="2025-06-30"
    )
    assert codes(intake) == []
    assert db.rows("SELECT golongan FROM person_golongan WHERE person_id = 1 AND until = '9999-12-31'") == [("IV/a",)]
    assert db.one("SELECT name FROM person WHERE id = 1") == ("Siti C.",)


def test_who_was_found_as_known_on_the_later_roster_of_the_agency_stays_so(db: Database) -> None:
    take(db, "roster", ROSTER, [row(), row(BUDI)], dated="2024-06-30")
    take(db, "roster", ROSTER, [row(), row(BUDI, golongan="IV/a")], dated="2026-06-30")
    intake = take(db, "roster", ROSTER, [row(golongan="III/c", golongan_since="2025-04-01")], dated="2025-06-30")
    assert codes(intake) == [("older_disagrees", "warning", "H2")]
    assert ranks(db)[0] == ("III/d", "2022-04-01", "9999-12-31")


def test_without_a_status_column_people_on_the_roster_are_assumed_aktif(db: Database) -> None:
    fields = ROSTER[:-1]
    take(db, "roster", fields, [row()[:-1]], dated="2026-06-30")
    assert db.rows("SELECT status, assumed FROM person_status") == [("aktif", 1)]


def test_an_older_roster_without_a_status_column_puts_its_people_on_duty_on_its_day(db: Database) -> None:
    fields = ROSTER[:-1]
    take(db, "roster", fields, [row()[:-1]], dated="2026-06-30")
    take(db, "roster", fields, [row()[:-1]], dated="2026-03-31")
    assert db.rows("SELECT since, until, status, assumed FROM person_status") == [
        ("2026-03-31", "9999-12-31", "aktif", 1)
    ]
    assert counts(take(db, "roster", fields, [row()[:-1]], dated="2026-03-31")) == (0, 0, 1, 0)


def test_acting_is_a_duty_and_no_post(db: Database) -> None:
    take(db, "roster", ROSTER, [row(position="Plt. Kepala Bidang Arsip"), row(BUDI)], dated="2026-06-30")
    assert db.rows("SELECT acting, duty FROM person_duty") == [("plt", "Kepala Bidang Arsip")]
    assert db.rows("SELECT COUNT(*) FROM person_post") == [(1,)]


def test_rows_that_disagree_are_errors_on_both_cells(db: Database) -> None:
    intake = take(db, "roster", ROSTER, [row(), row(golongan="IV/a"), row(BUDI)])
    assert codes(intake) == [("rows_disagree", "error", "A3"), ("rows_disagree", "error", "A2")]
    # The golongan stands in the eighth column, H.
    assert [f.values for f in intake.taken[0].sheet.findings] == [
        {"other": "Data!2", "cells": "Golongan (H3, H2)"},
        {"other": "Data!3", "cells": "Golongan (H2, H3)"},
    ]
    left_out = frozenset(intake.twice.conflicts)
    db.discard()
    again = take(db, "roster", ROSTER, [row(), row(golongan="IV/a"), row(BUDI)], left_out=left_out)
    assert counts(again) == (1, 0, 0, 2)
    assert sorted(codes(again)) == [("rows_disagree", "error", "A2"), ("rows_disagree", "error", "A3")]
    assert db.rows("SELECT name FROM person") == [("Budi Contoh",)]


def test_the_same_row_twice_is_taken_once_with_a_warning(db: Database) -> None:
    intake = take(db, "roster", ROSTER, [row(), row()])
    assert codes(intake) == [("row_twice", "warning", "A3")]
    assert counts(intake) == (1, 0, 1, 0)


def test_case_spaces_and_a_final_full_stop_tell_no_two_rows_apart(db: Database) -> None:
    take(db, "roster", ROSTER, [row()])
    fields = ("nip", "title", "ended_on", "jp")
    spellings = ["Bimtek Pengadaan", "BIMTEK  PENGADAAN", "Bimtek Pengadaan."]
    rows = [[SITI, title, "2025-03-05", 12] for title in spellings]
    intake = take(db, "trainings", fields, rows)
    assert codes(intake) == [("row_twice", "warning", "A3"), ("row_twice", "warning", "A4")]
    assert counts(intake) == (1, 0, 2, 0)
    assert db.rows("SELECT title FROM training") == [("Bimtek Pengadaan",)]
    assert counts(take(db, "trainings", fields, rows)) == (0, 0, 3, 0)
    other = take(db, "trainings", fields, [rows[0], [SITI, "bimtek pengadaan", "2025-03-05", 20]])
    assert codes(other) == [("rows_disagree", "error", "A3"), ("rows_disagree", "error", "A2")]


def test_a_blank_section_is_the_division_and_a_blank_division_the_agency(db: Database) -> None:
    fields = ("nip", "name", "agency", "parent", "unit")
    rows = [
        [SITI, "Siti Contoh", "Dinas A", "Bidang X", "Seksi Y"],
        [BUDI, "Budi Contoh", "Dinas A", "Bidang X", None],
        ["198303032007031903", "Coba Contoh", "Dinas A", None, None],
    ]
    take(db, "roster", fields, rows, dated="2026-05-31")
    paths = "SELECT u.path_key FROM person_unit p JOIN unit u ON u.id = p.unit_id ORDER BY p.person_id"
    assert db.rows(paths) == [("dinas a / bidang x / seksi y",), ("dinas a / bidang x",), ("dinas a",)]
    # Who is known further down stays there when the cell is blank.
    again = take(db, "roster", fields, [[SITI, "Siti Contoh", "Dinas A", "Bidang X", None]], dated="2026-06-30")
    assert counts(again) == (0, 0, 1, 0)
    moved = take(db, "roster", fields, [[SITI, "Siti Contoh", "Dinas B", None, None]], dated="2026-06-30")
    assert counts(moved) == (0, 1, 0, 0)


def test_a_bare_name_that_fits_several_units_is_a_finding(db: Database) -> None:
    fields = ("unit", "agency")
    take(db, "units", fields, [["Subbagian Umum", "Dinas Arsip"], ["Subbagian Umum", "Dinas Kota"]])
    intake = take(db, "unit_performance", ("unit", "year", "predicate"), [["Subbagian Umum", 2025, "baik"]])
    assert codes(intake) == [("unit_ambiguous", "error", "A2")]
    paths = intake.taken[0].sheet.findings[0].values["paths"]
    assert paths == "Dinas Arsip / Subbagian Umum; Dinas Kota / Subbagian Umum"
    by_path = take(
        db, "unit_performance", ("unit", "year", "predicate"), [["Dinas Arsip / Subbagian Umum", 2025, "baik"]]
    )
    assert counts(by_path) == (1, 0, 0, 0)


def test_a_unit_like_a_known_one_is_not_created_unasked(db: Database) -> None:
    take(db, "units", ("unit", "agency"), [["Bidang Pelayanan", "Dinas Arsip"]])
    typo = row(unit="Bidang Pelayanen", position="Arsiparis Ahli Muda", echelon=None)
    intake = take(db, "roster", ROSTER, [typo])
    # Nobody new comes in without the unit that the row names.
    assert (counts(intake), codes(intake)) == ((0, 0, 0, 1), [("unit_near", "error", "F2")])
    assert db.rows("SELECT COUNT(*) FROM unit") == [(2,)]
    db.discard()
    asked = take(db, "roster", ROSTER, [typo], create_near=True)
    assert codes(asked) == []


@pytest.mark.parametrize(
    ("known", "told", "units"),
    [
        ("Sub Bagian Umum", "Subbagian Umum", 2),
        ("Subbagian Umum", "Sub Bagian  Umum", 2),
        ("SD Negeri 1 2", "SD Negeri 12", 3),  # between digits a space is meant
    ],
)
def test_spaces_alone_make_no_other_unit(db: Database, known: str, told: str, units: int) -> None:
    """Dinas Arsip and its one unit, or two."""
    take(db, "units", ("unit", "agency"), [[known, "Dinas Arsip"]])
    intake = take(db, "roster", ROSTER, [row(unit=told, position="Arsiparis Ahli Muda", echelon=None)])
    assert (counts(intake), codes(intake)) == ((1, 0, 0, 0), [])
    assert db.rows("SELECT COUNT(*) FROM unit") == [(units,)]


def test_spaces_alone_make_no_other_post(db: Database) -> None:
    take(db, "roster", ROSTER, [row(position="Kepala Sub Bagian Umum")])
    before = db.rows("SELECT * FROM position")
    take(db, "roster", ROSTER, [row(position="Kepala Subbagian Umum")], dated="2026-06-30")
    assert db.rows("SELECT * FROM position") == before


def test_a_name_written_two_ways_in_one_list_is_pointed_at_where_it_is_rare(db: Database) -> None:
    def people(count: int, unit: str, from_serial: int) -> list[list[str | None]]:
        nips = [f"198001012005012{from_serial + n:03d}" for n in range(count)]
        post = {"unit": unit, "position": "Arsiparis Ahli Muda", "echelon": None}
        return [row(nip, name=f"Contoh {nip[-3:]}", **post) for nip in nips]

    # Two people or fewer may be a slip of the pen, three are a name of its own.
    intake = take(db, "roster", ROSTER, people(2, "Bidang Arsib", 101) + people(3, "Bidang Arsip", 201))
    told = [(f.code, f.severity, f.cell, dict(f.values)) for f in intake.taken[0].sheet.findings]
    names = {"name": "Dinas Arsip / Bidang Arsib", "other": "Dinas Arsip / Bidang Arsip", "people": 2, "others": 3}
    assert told == [("unit_spelt_twice", "warning", "F2", names)]
    assert db.rows("SELECT COUNT(*) FROM unit") == [(3,)]
    for asked in ({"create_near": True}, {}):
        db.discard()
        extra = 0 if asked else 1
        rows = people(2 + extra, "Bidang Arsib", 101) + people(3, "Bidang Arsip", 201)
        assert codes(take(db, "roster", ROSTER, rows, **asked)) == []


def test_a_promotion_within_a_family_is_no_slip(db: Database) -> None:
    guru = row(position="Guru Ahli Muda", position_since="2020-01-01", echelon=None)
    take(db, "roster", ROSTER, [guru], dated="2025-01-31")
    promoted = row(position="Guru Ahli Madya", position_since="2025-10-01", echelon=None)
    intake = take(db, "roster", ROSTER, [promoted], dated="2026-01-31")
    assert (counts(intake), codes(intake)) == ((0, 1, 0, 0), [])
    assert db.rows(
        "SELECT p.name, s.since, s.until FROM person_post s JOIN position p ON p.id = s.position_id ORDER BY s.since"
    ) == [("Guru Ahli Muda", "2020-01-01", "2025-09-30"), ("Guru Ahli Madya", "2025-10-01", "9999-12-31")]


def test_a_row_whose_post_was_not_taken_is_not_unchanged(db: Database) -> None:
    take(db, "roster", ROSTER, [row(), row(BUDI)], dated="2026-05-31")
    rows = [row(position="Kepala Bidang Arsib"), row(BUDI, position="Kepala Bidang Arsib", golongan="IV/a")]
    intake = take(db, "roster", ROSTER, rows, dated="2026-06-30")
    # Of Siti's row nothing else is new: it is rejected. Of Budi's the golongan was taken.
    assert counts(intake) == (0, 1, 0, 1)
    # Its TMT is still that of the golongan before: the change counts from the day of the list.
    assert codes(intake) == [
        ("position_near", "warning", "C2"),
        ("position_near", "warning", "C3"),
        ("since_before_known", "warning", "I3"),
    ]


def test_a_unit_of_a_list_of_units_that_is_not_created_is_rejected(db: Database) -> None:
    take(db, "roster", ROSTER, [row()], dated="2026-05-31")
    intake = take(db, "units", ("unit", "agency"), [["Bidang Arsib", "Dinas Arsip"]])
    assert (counts(intake), codes(intake)) == ((0, 0, 0, 1), [("unit_near", "warning", "A2")])


def posts(db: Database) -> list[Any]:
    return db.rows("SELECT name, position_kind, echelon FROM position ORDER BY id")


def test_another_echelon_of_a_known_post_is_a_finding_until_the_list_of_posts_says_so(db: Database) -> None:
    take(db, "roster", ROSTER, [row()], dated="2026-05-31")
    intake = take(db, "roster", ROSTER, [row(echelon="III.a")], dated="2026-06-30")
    assert (counts(intake), codes(intake)) == ((0, 0, 1, 0), [("echelon_differs", "warning", "D2")])
    assert intake.taken[0].sheet.findings[0].values["known"] == "III.b"
    assert posts(db) == [("Kepala Bidang Arsip", None, "III.b")]
    fields = ("position", "unit", "agency", "position_kind", "echelon")
    take(db, "positions", fields, [["Kepala Bidang Arsip", "Bidang Arsip", "Dinas Arsip", "administrator", "III.a"]])
    assert posts(db) == [("Kepala Bidang Arsip", "administrator", "III.a")]
    agreed = take(db, "roster", ROSTER, [row(echelon="III.a")], dated="2026-06-30")
    assert (counts(agreed), codes(agreed), agreed.log.opened) == ((0, 0, 1, 0), [], False)


def test_a_blank_echelon_says_nothing_and_a_first_one_is_written_down(db: Database) -> None:
    take(db, "roster", ROSTER, [row(echelon=None)], dated="2026-05-31")
    assert posts(db) == [("Kepala Bidang Arsip", None, None)]
    told = take(db, "roster", ROSTER, [row(), row(BUDI, echelon=None)], dated="2026-06-30")
    assert (counts(told), codes(told)) == ((1, 1, 0, 0), [])
    assert posts(db) == [("Kepala Bidang Arsip", None, "III.b")]


def test_two_echelons_of_one_post_in_one_list(db: Database) -> None:
    intake = take(db, "roster", ROSTER, [row(), row(BUDI, echelon="IV.a")], dated="2026-06-30")
    assert (counts(intake), codes(intake)) == ((2, 0, 0, 0), [("echelon_differs", "warning", "D3")])


def test_another_kind_of_a_known_post_is_a_finding(db: Database) -> None:
    fields = (*ROSTER, "position_kind")
    take(db, "roster", fields, [[*row(position="Dokter", echelon=None), "jf_ahli_muda"]], dated="2026-05-31")
    again = [*row(position="Dokter", echelon=None), "pelaksana"]
    intake = take(db, "roster", fields, [again], dated="2026-06-30")
    assert codes(intake) == [("position_kind_differs", "warning", "L2")]
    assert posts(db) == [("Dokter", "jf_ahli_muda", None)]


def test_two_levels_of_one_name_are_two_posts(db: Database) -> None:
    """The level stands in a column of its own: the second one makes a post of its own, by its full name, once."""
    fields = (*ROSTER, "position_kind")
    first = [*row(position="Penyuluh Pertanian", echelon=None), "jf_ahli_pertama"]
    take(db, "roster", fields, [first], dated="2026-05-31")
    second = [*row(BUDI, position="Penyuluh Pertanian", echelon=None), "jf_ahli_madya"]
    intake = take(db, "roster", fields, [second], dated="2026-06-30")
    assert codes(intake) == [("position_level_differs", "warning", "L2")]
    held = "SELECT s.person_id, p.name FROM person_post s JOIN position p ON p.id = s.position_id ORDER BY 1"
    assert db.rows(held) == [(1, "Penyuluh Pertanian"), (2, "Penyuluh Pertanian Ahli Madya")]
    again = take(db, "roster", fields, [first, second], dated="2026-06-30")
    assert (codes(again), again.log.count) == ([], 0)
    # A list without levels says nothing of them: nobody moves from one to another by it.
    bare = [row(position="Penyuluh Pertanian", echelon=None), row(BUDI, position="Penyuluh Pertanian", echelon=None)]
    july = take(db, "roster", ROSTER, bare, dated="2026-06-30")
    assert (codes(july), july.log.count) == ([], 0)
    assert db.rows(held) == [(1, "Penyuluh Pertanian"), (2, "Penyuluh Pertanian Ahli Madya")]
    named = [*row(BUDI, position="Penyuluh Pertanian Ahli Madya", echelon=None), "jf_ahli_madya"]
    assert codes(take(db, "roster", fields, [named], dated="2026-06-30")) == []
    assert posts(db) == [
        ("Penyuluh Pertanian", "jf_ahli_pertama", None),
        ("Penyuluh Pertanian Ahli Madya", "jf_ahli_madya", None),
    ]


def test_of_several_posts_at_a_level_none_is_picked_or_made(db: Database) -> None:
    """Two posts bear the full name, and a list without units cannot tell which is meant: the bare one stands, with the kind told."""
    seats = [["Guru Ahli Muda", unit, "Dinas Pendidikan", "jf_ahli_muda"] for unit in ("SDN 1 Contoh", "SDN 2 Contoh")]
    take(db, "units", ("unit", "agency"), [[f"SDN {n} Contoh", "Dinas Pendidikan"] for n in (1, 2, 3)])
    take(db, "positions", ("position", "unit", "agency", "position_kind"), seats)
    guru = row(position="Guru", echelon=None, unit="SDN 3 Contoh", agency="Dinas Pendidikan")
    take(db, "roster", (*ROSTER, "position_kind"), [[*guru, "jf_ahli_pertama"]], dated="2026-05-31")
    fields = ("nip", "name", "position", "position_kind")
    intake = take(db, "roster", fields, [[SITI, "Siti Contoh", "Guru", "jf_ahli_muda"]], dated="2026-06-30")
    assert codes(intake) == [("position_kind_differs", "warning", "D2")]
    assert sorted(name for name, *_ in posts(db)) == ["Guru", "Guru Ahli Muda", "Guru Ahli Muda"]


def test_numbered_units_are_never_near(db: Database) -> None:
    take(db, "units", ("unit", "agency"), [["SDN 1 Contoh", "Dinas Pendidikan"]])
    intake = take(
        db, "roster", ROSTER, [row(unit="SDN 2 Contoh", position="Guru Ahli Muda", agency="Dinas Pendidikan")]
    )
    assert codes(intake) == []


def test_an_unknown_nip_is_an_error_that_names_the_nearest(db: Database) -> None:
    take(db, "roster", ROSTER, [row()])
    fields = ("nip", "title", "awarded_on")
    wrong = SITI[:-1] + "2"
    intake = take(db, "awards", fields, [[wrong, "Satyalancana", "2024-08-17"]])
    assert codes(intake) == [("person_unknown", "error", "A2")]
    assert intake.taken[0].sheet.findings[0].values["nearest"] == SITI
    skipped = take(db, "awards", fields, [[wrong, "Satyalancana", "2024-08-17"]], skip_unknown_people=True)
    assert codes(skipped) == []
    assert skipped.taken[0].sheet.skipped == 1


def test_leaving_ends_post_and_unit(db: Database) -> None:
    take(db, "roster", ROSTER, [row()], dated="2026-06-30")
    take(db, "movements", ("nip", "event", "effective_on"), [[SITI, "pensiun", "2026-09-01"]])
    assert db.rows("SELECT status, since, until FROM person_status ORDER BY since") == [
        ("aktif", "2026-06-30", "2026-08-31"),
        ("keluar", "2026-09-01", "9999-12-31"),
    ]
    assert db.rows("SELECT until FROM person_post") == [("2026-08-31",)]
    assert db.rows("SELECT until FROM person_unit") == [("2026-08-31",)]


def test_who_left_and_is_listed_again_is_a_warning(db: Database) -> None:
    take(db, "roster", ROSTER, [row()], dated="2026-06-30")
    take(db, "movements", ("nip", "event", "effective_on"), [[SITI, "pensiun", "2026-09-01"]])
    day_before = take(db, "roster", ROSTER[:-1], [row()[:-1]], dated="2026-08-31", today="2026-09-02")
    assert codes(day_before) == []
    that_day = take(db, "roster", ROSTER[:-1], [row()[:-1]], dated="2026-09-01", today="2026-09-02")
    assert codes(that_day) == [("listed_after_leaving", "warning", "A2")]


def test_leave_without_pay_and_return_before_the_roster(db: Database) -> None:
    take(db, "roster", ROSTER, [row()], dated="2026-06-30")
    events = [[SITI, "aktif_kembali", "2022-01-01"], [SITI, "cltn", "2020-01-01"]]
    take(db, "movements", ("nip", "event", "effective_on"), events)
    assert db.rows("SELECT status, since, until FROM person_status ORDER BY since") == [
        ("cltn", "2020-01-01", "2021-12-31"),
        ("aktif", "2022-01-01", "2026-06-29"),
        ("aktif", "2026-06-30", "9999-12-31"),
    ]


def test_a_register_reaches_to_its_import_unless_said_otherwise(db: Database) -> None:
    take(db, "roster", ROSTER, [row()])
    fields = ("nip", "level", "sanction", "decided_on")
    take(db, "discipline", fields, [[SITI, "ringan", "Teguran tertulis", "2024-05-05"]], covers_until="2026-06-30")
    assert db.rows("SELECT kind, covers_until FROM coverage") == [("discipline", "2026-06-30")]
    later = take(db, "discipline", fields, [[SITI, "ringan", "Teguran tertulis", "2024-05-05"]], today="2026-07-15")
    assert db.rows("SELECT MAX(covers_until) FROM coverage") == [("2026-07-15",)]
    assert later.log.opened


def test_the_open_row_of_history_does_not_overrule_the_roster(db: Database) -> None:
    take(db, "roster", ROSTER, [row()], dated="2026-06-30")
    fields = ("nip", "position", "since", "until")
    intake = take(db, "history", fields, [[SITI, "Kepala Seksi Layanan", "2019-01-01", None]])
    assert codes(intake) == [("history_disagrees", "warning", "B2")]
    assert intake.taken[0].sheet.findings[0].values["cell"] == "daftar.xlsx · Data!C2"


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([["Kepala Bidang Arsip", "2023-01-02", None]], []),
        ([["Kepala Bidang Arsip", "2023-01-03", None]], [("history_since_disagrees", "warning", "C2")]),
        # The same post in another unit first: its clock began when the roster says.
        ([["Kepala Bidang Arsip", "2023-01-02", "2024-05-31"], ["Kepala Bidang Arsip", "2024-06-01", None]], []),
    ],
)
def test_the_present_post_begins_when_the_roster_says(db: Database, rows: list[Any], found: list[Any]) -> None:
    take(db, "roster", ROSTER, [row(position_since="2023-01-02")], dated="2026-06-30")
    fields = ("nip", "position", "since", "until")
    intake = take(db, "history", fields, [[SITI, *one] for one in rows])
    assert codes(intake) == found
    for finding in intake.taken[0].sheet.findings:
        assert (finding.values["roster"], finding.values["cell"]) == ("2023-01-02", "daftar.xlsx · Data!E2")


@pytest.mark.parametrize(
    ("post", "since", "found"),
    [
        ("Kepala Bidang Arsip", "2023-01-02", []),
        ("Kepala Bidang Arsip", "2023-01-03", [("history_since_disagrees", "warning", "E2")]),
        # The roster of May said otherwise of its day, too.
        (
            "Kepala Seksi Layanan",
            "2019-01-01",
            [("since_before_known", "warning", "E2"), ("history_disagrees", "warning", "C2")],
        ),
        (
            "Kepala Bidang Data",
            "2025-02-01",
            [("since_before_known", "warning", "E2"), ("history_disagrees", "warning", "C2")],
        ),
        # Another post since then is no disagreement: the history was written before the move.
        ("Kepala Bidang Data", "2026-06-15", []),
    ],
)
def test_a_roster_after_the_history_is_compared_with_it_too(
    db: Database, post: str, since: str, found: list[Any]
) -> None:
    take(db, "roster", ROSTER, [row(position_since=None)], dated="2026-05-31")
    fields = ("nip", "position", "since", "until")
    take(db, "history", fields, [[SITI, "Kepala Bidang Arsip", "2023-01-02", None]])
    intake = take(
        db, "roster", ROSTER, [row(position=post, position_since=since)], dated="2026-06-30", create_near=True
    )
    assert codes(intake) == found
    for finding in intake.taken[0].sheet.findings:
        if finding.code == "since_before_known":
            continue
        assert finding.values["cell"] == ("daftar.xlsx · Data!C2" if since == "2023-01-03" else "daftar.xlsx · Data!B2")


def test_a_standard_for_a_post_nobody_knows(db: Database) -> None:
    take(db, "roster", ROSTER, [row()])
    intake = take(
        db, "standards", ("position", "competency", "required"), [["Kepala Bidang Asrip", "Integritas", 30000]]
    )
    assert codes(intake) == [("position_not_found", "error", "A2")]
    assert intake.taken[0].sheet.findings[0].values["nearest"] == "Kepala Bidang Arsip"


def test_replace_takes_back_what_the_file_no_longer_holds(db: Database) -> None:
    take(db, "roster", ROSTER, [row(), row(BUDI)])
    fields = ("nip", "title", "awarded_on")
    first = [SITI, "Satyalancana", "2024-08-17"]
    second = [SITI, "Inovator", "2025-08-17"]
    other = [BUDI, "Inovator", "2025-08-17"]
    take(db, "awards", fields, [first, second, other])
    take(db, "awards", fields, [first], replace=True)
    assert db.rows("SELECT title FROM award ORDER BY id") == [("Satyalancana",), ("Inovator",)]


def test_full_names_who_vanished(db: Database) -> None:
    take(db, "roster", ROSTER, [row(), row(BUDI, position="Arsiparis Ahli Muda", echelon=None)])
    intake = take(db, "roster", ROSTER, [row()], full=True)
    assert [v.nip for v in intake.vanished] == [BUDI]


def test_an_evaluation_without_a_period_is_the_whole_years(db: Database) -> None:
    take(db, "roster", ROSTER, [row()], dated="2026-06-30")
    assert counts(take(db, "evaluations", ("nip", "year", "predicate"), [[SITI, 2024, "baik"]])) == (1, 0, 0, 0)
    again = take(db, "evaluations", ("nip", "year", "period", "predicate"), [[SITI, 2024, "annual", "baik"]])
    assert counts(again) == (0, 0, 1, 0)
    assert db.rows("SELECT period FROM evaluation") == [("annual",)]


def test_a_competency_outside_the_posts_standard_is_a_warning(db: Database) -> None:
    db.many(
        "INSERT INTO competency (id, name, name_key, grp, rank) VALUES (?,?,?,?,0)",
        [(1, "Kearsipan", "kearsipan", "teknis"), (2, "Klinis", "klinis", "teknis")],
    )
    take(db, "roster", ROSTER, [row(), row(BUDI, position="Arsiparis Ahli Muda", echelon=None)])
    take(db, "standards", ("position", "competency", "required"), [["Kepala Bidang Arsip", "Kearsipan", 30000]])
    fields = ("nip", "assessed_on", "competency", "level")
    rows = [[SITI, "2025-05-05", "Kearsipan", 30000], [SITI, "2025-05-05", "Klinis", 20000]]
    intake = take(db, "assessments", fields, [*rows, [BUDI, "2025-05-05", "Klinis", 20000]])
    # Only Siti's post has a standard with technical competencies; Budi's has none to be outside of.
    assert codes(intake) == [("competency_outside_standard", "warning", "C3")]
    assert db.rows("SELECT COUNT(*) FROM assessment_level") == [(3,)]


def test_rows_of_two_files_that_disagree_name_the_other_file(db: Database) -> None:
    from asnkarier.store.intake.session import Options
    from tests.store.intake.lists import ACTOR, head

    intake = Intake(db, ACTOR, Options(today="2026-07-01"))
    for file, golongan in (("a.xlsx", "III/d"), ("b.xlsx", "IV/a"), ("c.xlsx", "IV/b")):
        intake.open(head("roster", ROSTER)._replace(file=file), "0" * 64)
        intake.rows([2], [[value] for value in row(golongan=golongan)])
        intake.close(read=1, rejected=0, skipped=0)
    found = [(f.file, f.values["other"]) for t in intake.taken for f in t.sheet.findings]
    assert found == [("a.xlsx", "b.xlsx · Data!2"), ("b.xlsx", "a.xlsx · Data!2"), ("c.xlsx", "a.xlsx · Data!2")]


def test_somebody_new_needs_a_name_and_somebody_known_does_not(db: Database) -> None:
    intake = take(db, "roster", ROSTER, [row(name=None), row(BUDI)])
    assert codes(intake) == [("new_without_name", "error", "B2")]
    assert counts(intake) == (1, 0, 0, 1)
    again = take(db, "roster", ROSTER, [row(BUDI, name=None)])
    assert codes(again) == []
    assert counts(again) == (0, 0, 1, 0)


def test_a_duty_ends_when_the_roster_no_longer_names_it(db: Database) -> None:
    both = row(position="Arsiparis Ahli Muda (Plt. Kepala Bidang Arsip)", echelon=None)
    take(db, "roster", ROSTER, [both], dated="2026-01-31")
    take(db, "roster", ROSTER, [both], dated="2026-02-28")
    assert db.rows("SELECT since, until FROM person_duty") == [("2026-01-31", "9999-12-31")]
    take(db, "roster", ROSTER, [row(position=None, echelon=None)], dated="2026-03-31")
    assert db.rows("SELECT until FROM person_duty") == [("9999-12-31",)]  # a blank cell says nothing
    take(db, "roster", ROSTER, [row(position="Arsiparis Ahli Muda", echelon=None)], dated="2026-04-30")
    assert db.rows("SELECT since, until FROM person_duty") == [("2026-01-31", "2026-04-29")]


def test_one_unit_named_in_two_ways_is_still_one_unit(db: Database) -> None:
    fields = ("unit", "agency", "in_force_since")
    rows = [["Sekretariat", "Dinas Contoh", "2020-01-01"], ["Sekretariat", None, "2021-01-01"]]
    intake = take(db, "units", fields, rows)
    assert codes(intake) == [("rows_disagree", "error", "C2"), ("rows_disagree", "error", "C3")]
    assert db.rows("SELECT in_force_since FROM unit WHERE name = 'Sekretariat'") == [("2020-01-01",)]
    # Blank is no contradiction, and the same day is the same fact.
    again = take(db, "units", fields, [["Sekretariat", "Dinas Contoh", None], ["Sekretariat", None, "2020-01-01"]])
    assert (codes(again), again.log.opened) == ([], False)


LOST = dict.fromkeys(("golongan", "golongan_since"))


def golongan_of(db: Database) -> list[tuple[Any, ...]]:
    return db.rows("SELECT golongan, since, until, stated FROM person_golongan ORDER BY since")


def test_a_blank_golongan_ends_the_known_one_where_blanks_clear(db: Database) -> None:
    take(db, "roster", ROSTER, [row(), row(BUDI)], dated="2025-12-31")
    intake = take(db, "roster", ROSTER, [row(**LOST), row(BUDI)], dated="2026-06-30")
    assert counts(intake) == (0, 0, 2, 0)
    before = content(db)
    intake = take(db, "roster", ROSTER, [row(**LOST), row(BUDI)], dated="2026-06-30", clear_blanks=True)
    assert counts(intake) == (0, 1, 1, 0)
    # The day before 2026-06-30; the other one keeps it.
    assert golongan_of(db) == [("III/d", "2022-04-01", "2026-06-29", 1), ("III/d", "2022-04-01", "9999-12-31", 1)]
    again = take(db, "roster", ROSTER, [row(**LOST), row(BUDI)], dated="2026-06-30", clear_blanks=True)
    assert counts(again) == (0, 0, 2, 0)
    undo(db, ACTOR, intake.log.batch_id)
    assert content(db) == before


def test_a_golongan_seen_on_the_day_that_clears_it_never_was(db: Database) -> None:
    take(db, "roster", ROSTER, [row(golongan_since=None)], dated="2026-06-30")
    before = content(db)
    intake = take(db, "roster", ROSTER, [row(**LOST)], dated="2026-06-30", clear_blanks=True)
    assert counts(intake) == (0, 1, 0, 0)
    assert golongan_of(db) == []
    undo(db, ACTOR, intake.log.batch_id)
    assert content(db) == before


def test_an_older_list_with_a_blank_golongan_clears_none(db: Database) -> None:
    take(db, "roster", ROSTER, [row()], dated="2026-06-30")
    before = golongan_of(db)
    take(db, "roster", ROSTER, [row(**LOST)], dated="2025-12-31", clear_blanks=True)
    assert golongan_of(db) == before


def test_blanks_clear_only_what_has_a_column_on_the_list(db: Database) -> None:
    fields = (*ROSTER, "email", "education")
    take(db, "roster", fields, [[*row(), "siti@contoh.go.id", "S1"]], dated="2026-05-31")
    told = ("nip", "year", "predicate", "evaluator_nip", "feedback")
    take(db, "roster", ROSTER, [row(BUDI)], dated="2026-05-31")
    take(db, "evaluations", told, [[SITI, 2025, "baik", BUDI, "bagus"]])
    before = content(db)
    # The list has no e-mail: it is no blank cell. The education is on it, and blank.
    shorter = take(
        db, "roster", (*ROSTER, "education"), [[*row(golongan="IV/a", golongan_since="2026-06-01"), None]],
        dated="2026-06-30", clear_blanks=True,
    )  # fmt: skip
    assert db.rows("SELECT email, education FROM person WHERE name = 'Siti Contoh'") == [("siti@contoh.go.id", None)]
    evaluated = take(db, "evaluations", told[:4], [[SITI, 2025, "baik", None]], clear_blanks=True)
    assert db.rows("SELECT predicate, evaluator_nip, feedback FROM evaluation") == [("baik", None, "bagus")]
    undo(db, ACTOR, evaluated.log.batch_id)
    undo(db, ACTOR, shorter.log.batch_id)
    assert content(db) == before


@pytest.mark.parametrize(
    ("known", "new", "agency", "near"),
    [
        ("Bidang Data", "Bid. Data", "Dinas Arsip", True),
        ("Kelurahan Sukamaju I", "Kel. Sukamaju I", "Dinas Arsip", True),
        ("SD Negeri 12", "SDN 12", "Dinas Arsip", True),
        ("SD Negeri 12", "SD NEGERI 012", "Dinas Arsip", True),
        ("SMP Negeri 3", "Sekolah Menengah Pertama Negeri 3", "Dinas Arsip", True),
        # another number is another school
        ("SD Negeri 12", "SDN 21", "Dinas Arsip", False),
        # each agency may have one
        ("Sub Bagian Umum", "Subbag Umum", "Dinas Sosial", False),
    ],
)
def test_a_unit_in_short_is_asked_about_in_its_own_agency(
    db: Database, known: str, new: str, agency: str, near: bool
) -> None:
    take(db, "units", ("unit", "agency"), [[known, "Dinas Arsip"]])
    people = row(unit=new, agency=agency, position="Arsiparis Ahli Muda", echelon=None)
    told = [code for code, *_ in codes(take(db, "roster", ROSTER, [people], dated="2026-06-30"))]
    assert ("unit_near" in told) is near


@pytest.mark.parametrize(("agency", "near"), [("Disdik", True), ("Dinas Pendidiken", True), ("Dinas Sosial", False)])
def test_an_agency_in_short_or_with_a_slip_is_asked_about_in_a_list_of_units_too(
    db: Database, agency: str, near: bool
) -> None:
    take(db, "units", ("unit", "agency"), [["Bidang SD", "Dinas Pendidikan"]])
    intake = take(db, "units", ("unit", "agency"), [["Bidang SMP", agency]])
    assert codes(intake) == ([("unit_near", "warning", "A2")] if near else [])
