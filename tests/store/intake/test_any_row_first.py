"""A list of units says the same in whatever order its rows stand, with superiors for some of them alone."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asnkarier.core.access import Access
from asnkarier.store.database import Database, create, open_database
from tests.store.intake.lists import take
from tests.store.intake.test_taking_in import codes, db

__all__ = ("db",)
FIELDS = ("unit", "unit_code", "agency", "parent")
ROWS = [
    ["Dinas Arsip", None, None, None],
    ["Sekretariat", "1", "Dinas Arsip", None],
    ["Bidang Data", None, "Dinas Arsip", "Sekretariat"],
    ["Bidang Data", "2", "Dinas Arsip", None],
    ["Seksi Olah", None, "Dinas Arsip", "Bidang Data"],
    ["Seksi Olah", "4", "Dinas Arsip", "Sekretariat"],
    ["Seksi Simpan", "3", "Dinas Arsip", "Bidang Data"],
    ["Seksi Simpan", "5", "Dinas Arsip", None],
    ["Sekretariat", None, "Dinas Kota", None],
    ["Bidang Lain", None, None, None],
]
TREE = "SELECT path_key, unit_code FROM unit ORDER BY path_key"


@settings(max_examples=25, deadline=None)
@given(st.permutations(ROWS))
def test_the_order_of_the_rows_decides_nothing(rows: list[list[str | None]]) -> None:
    with TemporaryDirectory() as folder:
        create(str(Path(folder) / "kota.sqlite"))
        with open_database(str(Path(folder) / "kota.sqlite"), Access.WRITE) as db:
            assert codes(take(db, "units", FIELDS, rows)) == []
            assert db.rows(TREE) == [
                ("bidang lain", ""),
                ("dinas arsip", ""),
                ("dinas arsip / sekretariat", "1"),
                ("dinas arsip / sekretariat / bidang data", "2"),
                ("dinas arsip / sekretariat / bidang data / seksi olah", ""),
                ("dinas arsip / sekretariat / bidang data / seksi simpan", "3"),
                ("dinas arsip / sekretariat / seksi olah", "4"),
                ("dinas arsip / seksi simpan", "5"),  # another code is another unit, and it names no superior
                ("dinas kota", ""),
                ("dinas kota / sekretariat", ""),
            ]
            assert take(db, "units", FIELDS, rows).log.count == 0


def test_a_blank_superior_leaves_the_known_one(db: Database) -> None:
    take(db, "units", FIELDS, [["Seksi Olah", None, "Dinas Arsip", "Bidang Data"]])
    before = db.rows(TREE)
    again = take(db, "units", FIELDS[:3], [["Seksi Olah", None, "Dinas Arsip"]])
    assert (codes(again), again.log.opened, db.rows(TREE)) == ([], False, before)


@pytest.mark.parametrize("turned", [False, True])
def test_a_blank_superior_of_a_name_that_fits_several_is_asked_about(db: Database, turned: bool) -> None:
    rows = [["Tata Usaha", None, "Dinas Arsip", "Bidang A"], ["Tata Usaha", None, "Dinas Arsip", "Bidang B"]]
    rows.insert(0 if turned else 2, ["Tata Usaha", None, "Dinas Arsip", None])
    told = take(db, "units", FIELDS, rows)
    assert codes(told) == [("unit_ambiguous", "error", f"A{2 if turned else 4}")]
