"""Which of several columns under a competency is the attained level; what a bare number counts under Triwulan; rows that say nothing."""

import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from asnkarier.core.numbers import SCALE
from asnkarier.ingest.frames import ReadOptions
from asnkarier.ingest.reading import read_book
from tests.ingest.sheetmaker import PNS, PNS_WOMAN, TODAY, collected, read_rows

DAY = "01-06-2025"
HEADERS: dict[str, tuple[list[str], list[str], list[Any]]] = {
    "standard and attained above": (
        ["Standar", "", "Capaian", ""], ["Integritas", "Kerjasama", "Integritas", "Kerjasama"], [3, 2, 5, 4],
    ),
    "standard, attained, gap below": (
        ["Integritas", "", "", "Kerjasama", "", ""], ["Standar", "Capaian", "Gap"] * 2, [3, 5, 2, 2, 4, 2],
    ),
    "level of the standard below": (
        ["Integritas", "", "Kerja Sama", ""], ["Level Standar", "Level Capaian"] * 2, [3, 5, 2, 4],
    ),
    "a group above": (["Manajerial", ""], ["Integritas", "Kerjasama"], [5, 4]),
}  # fmt: skip


@pytest.mark.parametrize("name", HEADERS)
def test_the_attained_level_is_read_and_never_the_standard(tmp_path: Path, name: str) -> None:
    above, below, values = HEADERS[name]
    rows = [["NIP", "Tanggal Asesmen", *above], ["", "", *below], [PNS, DAY, *values]]
    read = read_rows(tmp_path, rows)
    assert read.found == []
    row = read.row()
    assert (row["level:Integritas"], row["level:Kerja Sama"]) == (5 * SCALE, 4 * SCALE)


def test_two_columns_of_one_competency_that_differ_are_asked_for(tmp_path: Path) -> None:
    rows = [["NIP", "Tanggal Asesmen", "Integritas", "Integritas"], [PNS, DAY, 3, 4]]
    assert read_rows(tmp_path, rows).found == [("competency_twice", "D1")]
    read = read_rows(tmp_path, rows, maps={"D": ""})
    assert (read.found, read.row()["level:Integritas"]) == ([], 3 * SCALE)


def test_a_level_of_no_competency_is_not_read(tmp_path: Path) -> None:
    read = read_rows(tmp_path, [["NIP", "Tanggal Asesmen", "Level", "JPM"], [PNS, DAY, 3, 88]])
    assert read.why()["Level"] == "unknown"
    assert "level" not in read.row()


@pytest.mark.parametrize(
    ("headers", "said", "blank"),
    [
        (["Tanggal Asesmen", "JPM"], [DAY, 88], [DAY, "-"]),
        (["Tanggal Asesmen", "Integritas", "Kerjasama"], [DAY, 3, 4], [DAY, "-", None]),
        (["Tahun", "Predikat"], [2024, "Baik"], [2024, ""]),
    ],
)
def test_a_day_alone_is_no_assessment_and_a_year_no_evaluation(
    tmp_path: Path, headers: list[str], said: list[Any], blank: list[Any]
) -> None:
    read = read_rows(tmp_path, [["NIP", *headers], [PNS, *said], [PNS_WOMAN, *blank]])
    assert [row["nip"] for _number, row in read.rows[0]] == [PNS]
    assert read.ends[0].skipped_why == {"nothing_said": 1}
    if "Predikat" not in headers:
        assert read_rows(tmp_path, [["NIP", *headers], [PNS, *blank]], as_kinds=("assessments",)).found == [
            ("list_says_nothing", None)
        ]


@pytest.mark.parametrize(
    ("header", "cells", "periods"),
    [
        ("Triwulan", [1, "2", "III", "TW 4"], ["Q1", "Q2", "Q3", "Q4"]),
        ("Semester", [1, "II", "Semester 1"], ["S1", "S2", "S1"]),
        ("Bulan", [3, "III", "Maret", 12], ["M3", "M3", "M3", "M12"]),
    ],
)
def test_a_bare_number_counts_what_the_header_says(
    tmp_path: Path, header: str, cells: list[Any], periods: list[str]
) -> None:
    rows = [[PNS, 2020 + n, cell, "Baik"] for n, cell in enumerate(cells)]
    read = read_rows(tmp_path, [["NIP", "Tahun", header, "Predikat"], *rows])
    assert [row["period"] for _number, row in read.rows[0]] == periods


@pytest.mark.parametrize(("header", "cell"), [("Triwulan", 5), ("Semester", "III"), ("Bulan", 13)])
def test_a_quarter_that_no_year_has_is_refused(tmp_path: Path, header: str, cell: object) -> None:
    read = read_rows(tmp_path, [["NIP", "Tahun", header, "Predikat"], [PNS, 2024, cell, "Baik"]])
    assert read.found == [("word_unknown", "C2")]


def test_day_numbers_of_a_workbook_that_begins_in_1904(tmp_path: Path) -> None:
    """Day 29,631 from 1904 is 15 February 1985: 29,631 + 1,462 = 31,093 from 1900."""
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    sheet = book.worksheets[0]
    sheet.append(["NIP", "Nama", "Jabatan", "Unit Kerja", "Tanggal Lahir", "TMT Jabatan"])
    sheet.append([PNS, "Contoh Satu", "Arsiparis", "Arsip", 29631, datetime.date(2020, 4, 1)])
    book.save(tmp_path / "lama.xlsx")
    row = collected(read_book(tmp_path / "lama.xlsx", ReadOptions(today=TODAY))).row()
    assert (row["birth_date"], row["position_since"]) == ("1985-02-15", "2020-04-01")


@pytest.mark.parametrize(("epoch", "day"), [(1904, "2021-03-05"), (1900, "2017-03-04")])
def test_a_day_number_as_text_counts_from_where_its_workbook_begins(tmp_path: Path, epoch: int, day: str) -> None:
    """Day 42,798 is 4 March 2017 from 1900, and 42,798 + 1,462 = 44,260 is 5 March 2021."""
    book = openpyxl.Workbook()
    book.epoch = getattr(openpyxl.utils.datetime, "CALENDAR_MAC_1904" if epoch == 1904 else "CALENDAR_WINDOWS_1900")
    sheet = book.worksheets[0]
    sheet.append(["NIP", "Nama", "Jabatan", "Unit Kerja", "TMT Jabatan"])
    sheet.append([PNS, "Contoh Satu", "Arsiparis", "Arsip", "42798"])
    sheet.append([PNS_WOMAN, "Contoh Dua", "Arsiparis", "Arsip", datetime.date(2020, 4, 1)])
    book.save(tmp_path / "lama.xlsx")
    read = collected(read_book(tmp_path / "lama.xlsx", ReadOptions(today=TODAY)))
    assert [row["position_since"] for _number, row in read.rows[0]] == [day, "2020-04-01"]


@pytest.mark.parametrize(
    ("said", "until"), [("sekarang", None), ("s.d. Sekarang", None), ("Saat ini", None), ("31-12-2024", "2024-12-31")]
)
def test_a_post_held_until_now_has_no_end(tmp_path: Path, said: str, until: str | None) -> None:
    rows = [["NIP", "Jabatan", "TMT Jabatan", "Sampai Dengan"], [PNS, "Kepala Seksi Arsip", "01-01-2022", said]]
    read = read_rows(tmp_path, rows, as_kinds=("history",))
    assert (read.found, read.row()["until"]) == ([], until)
