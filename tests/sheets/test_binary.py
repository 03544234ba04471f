"""A binary workbook (.xlsb) says the same as the same rows in an .xlsx: values, cell addresses, errors, what is hidden."""

import datetime
import sqlite3
import struct
from pathlib import Path
from typing import Any

import openpyxl

from asnkarier.ingest.frames import Hidden, ReadOptions
from asnkarier.ingest.reading import read_book
from asnkarier.sheets.formats import format_of
from asnkarier.sheets.scans.xlsb import scan_binary_workbook, scan_records
from tests.ingest.sheetmaker import PNS, PNS_WOMAN, TODAY, Read, collected
from tests.sheets.biff12 import Calculated, Lone, Sheet, write_xlsb
from tests.terminal import asnkarier

MAN = "198503032010011003"
HEADERS = ["No", "NIP", "Nama", "Gol", "TMT Golongan", "Jabatan", "TMT Jabatan", "Unit Kerja", "Email"]
PEOPLE: list[list[Any]] = [
    [1, PNS, "Contoh Satu", "III/b", datetime.date(2020, 4, 1), "Arsiparis", datetime.date(2021, 1, 4), "Bidang Arsip", None],
    [2, PNS_WOMAN, "Contoh Dua", "III/c", datetime.date(2022, 10, 1), Lone("Pengolah Data"), 44562, "Bidang Arsip", "a@example.go.id"],
]  # fmt: skip
WRONG: list[Any] = [
    3,
    MAN,
    "Contoh Tiga",
    "#N/A",
    datetime.date(2022, 4, 1),
    "Arsiparis",
    44562.0,
    Calculated("#REF!"),
    "",
]
LETTERHEAD: list[list[Any]] = [["PEMERINTAH KOTA CONTOH"], [], HEADERS]


def both(path: Path, rows: list[list[Any]], **about: Any) -> tuple[Path, Path]:
    """Write the rows twice, in the second row and column onwards of a sheet behind a hidden one."""
    binary = write_xlsb(
        path / "daftar.xlsb",
        {"Lama": Sheet([["Catatan", "lama"]], hidden=True), "Data": Sheet(rows, first_row=1, first_column=1, **about)},
    )
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    book.create_sheet("Lama").append(["Catatan", "lama"])
    book["Lama"].sheet_state = "hidden"
    sheet = book.create_sheet("Data")
    for r, row in enumerate(rows, 2):
        for c, value in enumerate(row, 2):
            plain = value.text if isinstance(value, Lone) else value.value if isinstance(value, Calculated) else value
            if plain not in (None, ""):
                sheet.cell(r, c, plain)
    for number in about.get("hidden_rows", ()):
        sheet.row_dimensions[number].hidden = True
    for number in about.get("hidden_columns", ()):
        sheet.column_dimensions[openpyxl.utils.get_column_letter(number + 1)].hidden = True
    book.save(path / "daftar.xlsx")
    return binary, path / "daftar.xlsx"


def read(path: Path) -> Read:
    return collected(read_book(path, ReadOptions(today=TODAY), "daftar"))


def test_the_same_rows_in_both_formats_read_the_same(tmp_path: Path) -> None:
    binary, plain = both(tmp_path, [*LETTERHEAD, *PEOPLE, WRONG], hidden_rows=[6], hidden_columns=[9])
    assert format_of(binary) == "xlsb"
    one, other = read(binary), read(plain)
    assert one == other
    assert (
        one.row(1)["position_since"] == "2022-01-01"
    )  # day 44562 of Excel's calendar, in a cell without a date format
    assert one.row(1)["position"] == "Pengolah Data"
    # The letterhead stands in row 2, the headers in row 4, the third person in row 7; column A is empty.
    assert one.heads[0].header_row == 4
    assert one.found == [("cell_error", "E7"), ("cell_error", "I7")]
    assert one.heads[0].hidden == Hidden(sheet=False, rows=1, columns=("J",))


def test_what_a_formula_came_to_is_read(tmp_path: Path) -> None:
    rows = [["NIP", "Nama", "Jabatan", "Unit Kerja", "TMT Jabatan"], [Calculated(PNS), "Satu", Calculated("Arsiparis"), "Arsip", Calculated(44562.0)]]  # fmt: skip
    found = read(write_xlsb(tmp_path / "daftar.xlsb", {"Data": Sheet(rows)}))
    assert found.found == []
    row = found.row()
    assert (row["nip"], row["position"], row["position_since"]) == (PNS, "Arsiparis", "2022-01-01")


def test_a_cell_merged_downwards_speaks_for_every_row(tmp_path: Path) -> None:
    rows = [*LETTERHEAD, *PEOPLE]
    rows[4] = [*rows[4][:7], None, rows[4][8]]
    binary, _plain = both(tmp_path, rows, merged=[(4, 8, 5, 8)])
    assert [row["unit"] for _number, row in read(binary).rows[0]] == ["Bidang Arsip", "Bidang Arsip"]


def test_a_hidden_list_is_named_as_such(tmp_path: Path) -> None:
    rows = [[*HEADERS[1:4], "Jabatan", "Unit Kerja"], [PNS, "Satu", "III/b", "Arsiparis", "Arsip"]]
    found = read(write_xlsb(tmp_path / "daftar.xlsb", {"Data": Sheet(rows, hidden=True)}))
    assert found.heads[0].hidden.sheet


def test_a_stray_far_cell_is_named_before_the_reader_meets_it(tmp_path: Path) -> None:
    """1,048,576 rows × 16,384 columns are more than the reader can hold."""
    path = write_xlsb(tmp_path / "jauh.xlsb", {"Data": Sheet([["x"]], first_row=1_048_575, first_column=16_383)})
    assert read(path).found == [("sheet_far_cell", None)]


def test_records_cut_in_the_middle_are_left_to_the_reader(tmp_path: Path) -> None:
    whole = write_xlsb(tmp_path / "utuh.xlsb", {"Data": Sheet([HEADERS, *PEOPLE])})
    assert set(scan_binary_workbook(whole)) == {"Data"}
    cut = tmp_path / "potong.xlsb"
    cut.write_bytes(whole.read_bytes()[:-40])
    assert scan_binary_workbook(cut) == {}


def test_the_same_staff_list_imports_to_the_same_database(tmp_path: Path) -> None:
    """People, golongan, posts and units; the second format then changes nothing."""
    binary, plain = both(tmp_path, [*LETTERHEAD, *PEOPLE])
    database = tmp_path / "kota.sqlite"
    assert asnkarier("init", "--db", database, "--name", "Kota Contoh").code == 0
    said = asnkarier("import", binary, "--db", database, "--dated", "2026-06-01")
    assert said.code == 0, said.err
    with sqlite3.connect(database) as connection:
        days = connection.execute("SELECT golongan, since FROM person_golongan ORDER BY person_id").fetchall()
    assert days == [("III/b", "2020-04-01"), ("III/c", "2022-10-01")]
    again = asnkarier("import", plain, "--db", database, "--dated", "2026-06-01", "--format", "json")
    assert again.code == 0
    assert '"batch": null' in again.out
    assert '"unchanged": 2' in again.out


def test_a_run_of_plain_cells_hides_no_error_and_no_width() -> None:
    """25 plain cells, an error in column Z (25), a number in column AD (29); the next row only to column B."""
    plain = b"".join(b"\x02\x0c" + struct.pack("<III", column, 0, 6) for column in range(25))
    row = b"\x00\x19" + struct.pack("<I", 4) + bytes(21)
    error = b"\x03\x09" + struct.pack("<II", 25, 0) + b"\x2a"
    real = b"\x05\x10" + struct.pack("<IId", 29, 0, 7.5)
    second = b"\x00\x19" + struct.pack("<I", 999_999) + bytes(21) + plain[:28]
    scan = scan_records(row + plain + error + real + second)
    assert scan.errors == {5: {25: "#N/A"}}
    # A million rows of 30 columns are more cells than any sheet of this size holds.
    assert scan.far_cell == "AD5"
