"""A number that a cell shows as percent is read as it is shown, whatever the format of the file; a plain number stays as it is."""

import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from asnkarier.ingest.frames import ReadOptions
from asnkarier.ingest.reading import read_book
from asnkarier.sheets.scans.scan import is_percent
from tests.ingest.sheetmaker import PNS, PNS_WOMAN, TODAY, collected, read_rows
from tests.sheets.biff12 import Percent, Sheet, write_xlsb

OFFICE = shutil.which("soffice")
MAN, WOMAN = "198503032010011003", "198604042011012004"
HEADERS = ["No", "NIP", "Nama", "Tanggal Asesmen", "Potensi", "JPM"]
SAID = [0.88, 0.5, 72.5, "88%"]
FORMATS = ["0%", "0.0%", "General", "General"]
READ = [880_000, 500_000, 725_000, 880_000]
"""In 1/10 000: 88 (shown 88%), 50 (shown 50.0%), 72.5 as it stands, 88 from the text."""


def rows(people: list[object]) -> list[list[object]]:
    who = zip((PNS, PNS_WOMAN, MAN, WOMAN), people, strict=True)
    return [[n, nip, f"Contoh {n}", "15-06-2024", score, 0.8925] for n, (nip, score) in enumerate(who, 1)]


def workbook(path: Path) -> Path:
    """Write the list from row 3 and column B on."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for r, row in enumerate([HEADERS, *rows(list(SAID))], 3):
        for c, value in enumerate(row, 2):
            sheet.cell(r, c, value)
    for n, form in enumerate(FORMATS, 4):
        sheet.cell(n, 6).number_format = form
        sheet.cell(n, 7).number_format = "0.00%"
    book.save(path)
    return path


def check(path: Path) -> None:
    read = collected(read_book(path, ReadOptions(today=TODAY)))
    assert [row["potential"] for _number, row in read.rows[0]] == READ
    # JPM: 0.8925 shown as 89.25%.
    assert [row["jpm"] for _number, row in read.rows[0]] == [892_500] * 4
    assert read.found == []


def test_a_new_workbook(tmp_path: Path) -> None:
    check(workbook(tmp_path / "asesmen.xlsx"))


@pytest.mark.skipif(OFFICE is None, reason="no LibreOffice here")
@pytest.mark.parametrize("form", ["xls", "ods"])
def test_an_old_and_an_open_workbook(tmp_path: Path, form: str) -> None:
    command = [str(OFFICE), f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", form]
    command += ["--outdir", str(tmp_path), str(workbook(tmp_path / "asesmen.xlsx"))]
    subprocess.run(command, capture_output=True, timeout=180, check=True)
    check(tmp_path / f"asesmen.{form}")


def test_a_binary_workbook(tmp_path: Path) -> None:
    people = rows([Percent(0.88), Percent(0.5, "0.0%"), 72.5, "88%"])
    sheet = Sheet([HEADERS, *[[*row[:5], Percent(0.8925, "0.0%")] for row in people]], first_row=2, first_column=1)
    check(write_xlsb(tmp_path / "asesmen.xlsb", {"Asesmen": sheet}))


@pytest.mark.parametrize(
    ("code", "percent"),
    [("0%", True), ("0,00%", True), ('0.0"%"', False), ("0\\%", False), ("General", False), ('"Skor "0.0%;[Red]-0%', True)],
)  # fmt: skip
def test_a_sign_that_is_only_written_beside_the_number_is_no_percent(code: str, percent: bool) -> None:
    assert is_percent(code) is percent


@pytest.mark.parametrize("first", [True, 1])
def test_a_yes_is_no_one_whichever_comes_first(tmp_path: Path, first: object) -> None:
    """In Python True equals 1: what one of the two was read as must not answer for the other."""
    second = 1 if first is True else True
    people = [[nip, f"Contoh {n}", "15-06-2024", cell] for n, (nip, cell) in enumerate([(PNS, first), (MAN, second)])]
    read = read_rows(tmp_path, [["NIP", "Nama", "Tanggal Asesmen", "Potensi"], *people])
    wrong = 2 if first is True else 3
    assert read.found == [("number_unreadable", f"D{wrong}")]
    assert [row["potential"] for number, row in read.rows[0] if number != wrong] == [10_000]
