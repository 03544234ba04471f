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
        (["Puskesmas Melati", "Puskesmas Mawar", "Bidang Aset"], False),  # one is the agency's own
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


def test_the_first_list_of_an_agency_brings_its_units(tmp_path: Path) -> None:
    known = {"bidang smp": ["Dinas Pendidikan"], "bidang sd": ["Dinas Pendidikan"]}
    read = read_rows(tmp_path, [*TITLES, HEADS, *people(["Bidang SMP", "Bidang SD"])], units=known)
    assert (read.found, read.row()["agency"]) == ([], "BADAN KEUANGAN")


def test_agencies_of_one_pattern(tmp_path: Path) -> None:
    """Every kecamatan has these units; of the one on file none of the list stands there yet."""
    known = {
        "seksi pemerintahan": ["Kecamatan Utara"],
        "seksi pembangunan": ["Kecamatan Utara"],
        "seksi ketenteraman": ["Kecamatan Selatan"],
    }
    rows = [["KECAMATAN SELATAN"], ["DAFTAR PEGAWAI"], [], HEADS, *people(["Seksi Pemerintahan", "Seksi Pembangunan"])]
    read = read_rows(tmp_path, rows, units=known)
    assert (read.found, read.row()["agency"]) == ([], "KECAMATAN SELATAN")


def book(path: Path, rows: list[list[Any]]) -> Path:
    file = Workbook()
    for row in rows:
        file.worksheets[0].append(row)
    file.save(path)
    return path


def test_units_on_file(tmp_path: Path) -> None:
    db = tmp_path / "kota.sqlite"
    asnkarier("init", "--name", "Kota Contoh", "--db", db)
    units = people(["Puskesmas Melati", "Puskesmas Mawar"])
    aset = ["199001012015011009", "Contoh 9", "Analis", "Bidang Aset", "Badan Keuangan"]
    health = [[*row, "Dinas Kesehatan"] for row in units]
    assert asnkarier("import", book(tmp_path / "satu.xlsx", [[*HEADS, "OPD"], *health, aset]), "--db", db).code == 0
    again = book(tmp_path / "dua.xlsx", [*TITLES, HEADS, *units])
    answer = asnkarier("import", again, "--db", db, lang="en")
    assert (answer.code, "letterhead_of_another (1)" in answer.out) == (1, True)
    # The reorganisation tells that Badan Keuangan took something over: the units may be its own now.
    change = [["kind", "old", "new", "effective_on", "how"], ["unit", "Dinas Kesehatan", "Badan Keuangan", "01-01-2026", "merge"]]  # fmt: skip
    assert asnkarier("import", book(tmp_path / "tiga.xlsx", change), "--db", db).code == 0
    assert "letterhead_of_another" not in asnkarier("import", again, "--db", db, lang="en").out


def test_a_second_agency_of_the_same_units(tmp_path: Path) -> None:
    db = tmp_path / "kota.sqlite"
    asnkarier("init", "--name", "Kota Contoh", "--db", db)
    seksi = people(["Sekretariat", "Seksi Pemerintahan", "Seksi Pembangunan", "Seksi Kesejahteraan Sosial"])
    for number, agency in enumerate(("KECAMATAN UTARA", "KECAMATAN SELATAN")):
        rows = [[f"19900101201501100{number * 4 + n}", *row[1:]] for n, row in enumerate(seksi, 1)]
        file = book(tmp_path / f"{number}.xlsx", [["PEMERINTAH KOTA CONTOH"], [agency], ["DAFTAR PEGAWAI"], [], HEADS, *rows])  # fmt: skip
        assert asnkarier("import", file, "--db", db).code == 0
