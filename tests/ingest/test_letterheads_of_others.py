"""Letterheads over lists whose units are known in another agency."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tests.ingest.sheetmaker import Read, read_rows
from tests.terminal import asnkarier

TITLES = [["PEMERINTAH KOTA CONTOH"], ["BADAN KEUANGAN"], ["DAFTAR PEGAWAI"], []]
HEADS = ["NIP", "Nama", "Jabatan", "Unit Kerja"]
KNOWN = {
    "puskesmas melati": ["Dinas Kesehatan"],
    "puskesmas mawar": ["Dinas Kesehatan"],
    "bidang aset": ["Badan Keuangan"],
    "bidang data": ["Badan Keuangan", "Dinas Kesehatan"],
    "sekretariat": ["Dinas Kesehatan"],
    "sub bagian umum": ["Dinas Kesehatan"],
}


def people(units: list[str]) -> list[list[Any]]:
    return [[f"19900101201501100{n}", f"Contoh {n}", "Bidan Mahir", unit] for n, unit in enumerate(units, 1)]


def of_units(tmp_path: Path, units: list[str], **options: Any) -> Read:
    return read_rows(tmp_path, [*TITLES, HEADS, *people(units)], **{"units": KNOWN, **options})


@pytest.mark.parametrize(
    ("units", "asked"),
    [
        (["Puskesmas Melati", "Puskesmas Mawar"], True),
        (["Puskesmas Melati", "Puskesmas Mawar", "Bidang Aset"], True),
        (["Puskesmas Melati", "Puskesmas Mawar", "Puskesmas Baru", "Pustu Baru"], True),
        (["Puskesmas Melati", "Puskesmas Mawar", "Puskesmas Baru", "Pustu Baru", "UPT Baru"], False),  # 2 of 5
        (["Puskesmas Melati", "Bidang Aset"], False),  # one of each
        (["Puskesmas Melati", "Puskesmas Melati"], False),  # one unit
        (["Bidang Data", "Bidang Aset"], False),  # both are the agency's own
        (["Sekretariat", "Sub Bagian Umum"], False),  # any agency has them
    ],
)
def test_units_that_are_known_elsewhere(tmp_path: Path, units: list[str], asked: bool) -> None:
    read = of_units(tmp_path, units)
    assert read.found == ([("letterhead_of_another", "D5")] if asked else [])
    if not asked:
        assert {row["agency"] for _number, row in read.rows[0]} == {"BADAN KEUANGAN"}


def test_the_finding_names_one_of_the_units(tmp_path: Path) -> None:
    (found,) = (f for f in of_units(tmp_path, ["Puskesmas Melati", "Puskesmas Mawar", "UPT Baru"]).findings if f.severity == "error")  # fmt: skip
    about = {"agency": "BADAN KEUANGAN", "count": 2, "all": 3, "unit": "Puskesmas Melati", "other": "Dinas Kesehatan"}
    assert dict(found.values) == about


def test_who_says_the_agency_is_asked_no_more(tmp_path: Path) -> None:
    read = of_units(tmp_path, ["Puskesmas Melati", "Puskesmas Mawar"], sets={"agency": "Dinas Kesehatan"})
    assert (read.found, read.row()["agency"]) == ([], "Dinas Kesehatan")


def test_a_column_of_agencies_goes_before_the_letterhead(tmp_path: Path) -> None:
    rows = [[*row, "Dinas Kesehatan"] for row in people(["Puskesmas Melati", "Puskesmas Mawar"])]
    read = read_rows(tmp_path, [*TITLES, [*HEADS, "OPD"], *rows], units=KNOWN)
    assert (read.found, read.row()["agency"]) == ([], "Dinas Kesehatan")


def test_units_on_file(tmp_path: Path) -> None:
    def book(name: str, rows: list[list[Any]]) -> Path:
        file = Workbook()
        for row in rows:
            file.worksheets[0].append(row)
        file.save(tmp_path / name)
        return tmp_path / name

    db = tmp_path / "kota.sqlite"
    asnkarier("init", "--name", "Kota Contoh", "--db", db)
    units = people(["Puskesmas Melati", "Puskesmas Mawar"])
    first = book("satu.xlsx", [[*HEADS, "OPD"], *([*row, "Dinas Kesehatan"] for row in units)])
    assert asnkarier("import", first, "--db", db).code == 0
    answer = asnkarier("import", book("dua.xlsx", [*TITLES, HEADS, *units]), "--db", db, lang="en")
    assert (answer.code, "letterhead_of_another (1)" in answer.out) == (1, True)
