"""Codes of units that are numbers are read as their cells show them; other numbers stay what they are."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from asnkarier.ingest.frames import ReadOptions
from asnkarier.ingest.reading import read_book
from asnkarier.sheets.scans.scan import zeros_of
from tests.ingest.sheetmaker import PNS, PNS_WOMAN, TODAY, Read, collected

HEADS = ["Kode Unit", "Unit Kerja", "Perangkat Daerah"]


def read(path: Path, heads: list[str], rows: list[list[Any]], column: int, formats: list[str]) -> Read:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (["DAFTAR UNIT KERJA"], [], heads, *rows):
        sheet.append(row)
    for number, form in enumerate(formats, 4):
        sheet.cell(number, column).number_format = form
    book.save(path / "unit.xlsx")
    return collected(read_book(path / "unit.xlsx", ReadOptions(today=TODAY)))


@pytest.mark.parametrize(
    ("number", "form", "code"),
    [
        (1.1, "0.00", "1.10"),  # the built-in format of two decimals
        (102, "0000", "0102"),
        (1.02, "00.000", "01.020"),
        (12345, "0000", "12345"),
        (1.1, "General", "1.1"),
        (102, "0", "102"),
        (1.123, "0.00", "1.123"),  # more than the cell shows: nobody shortened it on purpose
        (102, "#,##0", "102"),
        ("1.1", "0.00", "1.1"),  # a text is what was typed
    ],
)
def test_a_code_is_what_its_cell_shows(tmp_path: Path, number: Any, form: str, code: str) -> None:
    rows = [[number, "Bidang Umum", "Dinas Sosial"], [7, "Bidang Arsip", "Dinas Sosial"]]
    found = read(tmp_path, HEADS, rows, 1, [form])
    assert [row["unit_code"] for _number, row in found.rows[0]] == [code, "7"]


def test_other_numbers_of_such_a_format_are_read_as_ever(tmp_path: Path) -> None:
    rows = [[PNS, "Contoh Satu", "15-06-2025", 88.5], [PNS_WOMAN, "Contoh Dua", "15-06-2025", 90]]
    found = read(tmp_path, ["NIP", "Nama", "Tanggal Asesmen", "JPM"], rows, 4, ["0.00", "0000"])
    assert [row["jpm"] for _number, row in found.rows[0]] == [885_000, 900_000]


@pytest.mark.parametrize(
    ("code", "zeros"),
    [("0.00", (1, 2)), ("0000", (4, 0)), ("0", None), ("0%", None), ("#,##0.00", None), ('"A"00', None)],
)
def test_formats_of_zeros_alone(code: str, zeros: tuple[int, int] | None) -> None:
    assert zeros_of(code) == zeros
