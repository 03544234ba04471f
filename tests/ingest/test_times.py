"""A first and a last day in one cell, under the headers of a time; and the period of an evaluation by its days."""

import datetime
from pathlib import Path
from typing import Any

import pytest

from asnkarier.core.parse.base import Bad
from asnkarier.core.parse.days import Days, read_days
from asnkarier.ingest.frames import ReadOptions
from asnkarier.ingest.reading import read_book
from tests.ingest.sheetmaker import PNS, PNS_WOMAN, PPPK, TODAY, collected, read_rows, write_xlsx

MARCH = Days("2025-03-03", "2025-03-07")


@pytest.mark.parametrize(
    ("cell", "days"),
    [
        ("3 s.d. 7 Maret 2025", MARCH),
        ("3-7 Maret 2025", MARCH),
        ("3 – 7 Maret 2025", MARCH),
        ("03 s/d 07/03/2025", MARCH),
        ("03/03/2025 - 07/03/2025", MARCH),
        ("03-03-2025-07-03-2025", MARCH),
        ("2025-03-03 sampai dengan 2025-03-07", MARCH),
        ("Senin s.d. Jumat, 3 s.d. 7 Maret 2025 (5 hari)", MARCH),
        ("Senin, 3 Maret 2025 hingga Jum'at, 7 Maret 2025", MARCH),
        ("3 Maret 2025\n7 Maret 2025", MARCH),
        ("28 Februari s/d 4 Maret 2025", Days("2025-02-28", "2025-03-04")),
        ("28 Desember 2024 - 3 Januari 2025", Days("2024-12-28", "2025-01-03")),
        ("TMT 1 Maret 2024 S.D 28 Februari 2029", Days("2024-03-01", "2029-02-28")),
        ("2 Januari 2019 s.d. sekarang", Days("2019-01-02", None)),
        ("3 Maret 2025", Days("2025-03-03", "2025-03-03")),
        (datetime.date(2025, 3, 3), Days("2025-03-03", "2025-03-03")),
        ("12-MEI/MAY-1980", Days("1980-05-12", "1980-05-12")),
        ("Januari s.d. Juni 2025", Days("2025-01-01", "2025-06-30")),
        ("-", None),
    ],
)
def test_two_days_in_one_cell(cell: Any, days: Days | None) -> None:
    assert read_days(cell, months=True) == days


@pytest.mark.parametrize(
    "cell",
    [
        "28 Desember - 3 Januari 2025",  # of 2024, or of 2025 to 2026?
        "7 s.d. 3 Maret 2025",
        "30 Februari s.d. 4 Maret 2025",
        "1 s.d. 3, 5 s.d. 7 Maret 2025",
        "5 tahun",
        "3 dan 7 Maret 2025",
    ],
)
def test_days_that_are_not_certain_are_refused(cell: str) -> None:
    assert isinstance(read_days(cell), Bad)


def _days(tmp_path: Path, headers: list[str], cells: list[list[Any]], *fields: str, nip: str = PNS) -> Any:
    read = read_rows(tmp_path, [["NIP", *headers], *([nip, *row] for row in cells)])
    return read, [tuple(row[field] for field in fields) for _number, row in read.rows[0]]


def test_a_training_of_several_days_and_of_one(tmp_path: Path) -> None:
    cells = [["Bimtek Arsip", "3 s.d. 7 Maret 2025", 40], ["Webinar", datetime.date(2025, 4, 1), 4]]
    for header in ("Tanggal Pelaksanaan", "Waktu Pelaksanaan", "Pelaksanaan"):
        read, days = _days(tmp_path, ["Nama Diklat", header, "JP"], cells, "started_on", "ended_on")
        assert days == [("2025-03-03", "2025-03-07"), ("2025-04-01", "2025-04-01")]
        assert read.found == []
        assert (read.heads[0].kind, read.how()["ended_on"]) == ("trainings", "split")


def test_a_time_under_a_header_of_first_days(tmp_path: Path) -> None:
    cells = [["Bimtek Arsip", "3 s.d. 7 Maret 2025", 40], ["Bimtek Aset", "1 April 2025", 20]]
    _read, days = _days(tmp_path, ["Nama Diklat", "Tanggal Mulai", "JP"], cells, "started_on", "ended_on")
    assert days == [("2025-03-03", "2025-03-07"), ("2025-04-01", None)]


def test_beside_a_column_of_last_days_a_time_is_told_at_its_cell(tmp_path: Path) -> None:
    headers = ["Nama Diklat", "Tanggal Pelaksanaan", "Tanggal Selesai", "JP"]
    cells = [["Bimtek A", "3 Maret 2025", "7 Maret 2025", 40], ["Bimtek B", "3 s.d. 7 Maret 2025", "7 Maret 2025", 40]]
    read, days = _days(tmp_path, headers, cells, "started_on", "ended_on")
    assert (days, read.found) == ([("2025-03-03", "2025-03-07")], [("date_range", "C3")])


def test_what_ends_before_it_begins_is_told(tmp_path: Path) -> None:
    cells = [["Bimtek A", "7 Maret 2025 s.d. 3 Maret 2025", 40]]
    read, _days_read = _days(tmp_path, ["Nama Diklat", "Tanggal Pelaksanaan", "JP"], cells)
    assert read.found == [("ends_before_start", "C2")]


@pytest.mark.parametrize("header", ["Masa Perjanjian Kerja", "Masa Kontrak", "Akhir Kontrak"])
def test_a_contract_ends_on_its_last_day(tmp_path: Path, header: str) -> None:
    headers = ["Nama", "Jabatan", "Unit Kerja", header]
    cells = [
        ["Contoh Satu", "Analis", "Bidang A", cell] for cell in ("1 Maret 2024 s.d. 28 Februari 2029", "28-02-2029")
    ]
    read, days = _days(tmp_path, headers, cells, "contract_ends_on", nip=PPPK)
    assert (days, read.found) == ([("2029-02-28",)] * 2, [])


def test_posts_held_over_a_time(tmp_path: Path) -> None:
    cells = [["Kepala Seksi A", "2 Januari 2019 s.d. 31 Desember 2022", "Definitif"], ["Kepala Bidang B", "1 Januari 2023 - sekarang", "Plt"]]  # fmt: skip
    read, days = _days(tmp_path, ["Nama Jabatan", "Masa Jabatan", "Status Jabatan"], cells, "since", "until", "acting")
    assert days == [("2019-01-02", "2022-12-31", "definitif"), ("2023-01-01", None, "plt")]
    assert (read.found, read.heads[0].kind) == ([], "history")


def test_how_long_a_post_was_held_is_no_time(tmp_path: Path) -> None:
    rows = [["NIP", "Nama Jabatan", "TMT Mulai", "Sampai", "Masa Jabatan"], [PNS, "Kepala Seksi", "01-02-2020", "", "3 tahun"]]  # fmt: skip
    read = read_rows(tmp_path, rows)
    assert (read.found, read.why()) == ([], {"Masa Jabatan": "derived"})


def test_one_day_is_no_time_of_a_task(tmp_path: Path) -> None:
    cells = [
        ["Tim Aset", "Ketua", "1 Februari 2025 s.d. 30 November 2025"],
        ["Tim Arsip", "Anggota", "1 Februari 2025"],
    ]
    read, days = _days(tmp_path, ["Nama Tim", "Peran", "Masa Penugasan"], cells, "started_on", "ended_on")
    assert (days, read.found) == ([("2025-02-01", "2025-11-30")], [("time_of_one_day", "D3")])


def test_credit_of_the_months_of_a_year(tmp_path: Path) -> None:
    cells = [["15-01-2026", "konversi", "12,5", "Januari s.d. Desember 2025"]]
    headers = ["Tanggal PAK", "Jenis PAK", "Angka Kredit", "Masa Penilaian"]
    _read, days = _days(tmp_path, headers, cells, "period_from", "period_to")
    assert days == [("2025-01-01", "2025-12-31")]


def test_a_sentence_and_its_time(tmp_path: Path) -> None:
    cells = [["Sedang", "Pemotongan tunjangan", "05-03-2024", "1 April 2024 s.d. 30 September 2024"]]
    headers = ["Tingkat Hukuman", "Jenis Hukuman", "Tanggal SK", "Masa Hukuman"]
    _read, days = _days(tmp_path, headers, cells, "effective_on", "ends_on")
    assert days == [("2024-04-01", "2024-09-30")]


def test_an_exam_is_on_one_day(tmp_path: Path) -> None:
    cells = [["Uji Kompetensi", "3 s.d. 4 Maret 2025", "Lulus"]]
    read, _ = _days(tmp_path, ["Jenis Ujian", "Tanggal Ujian", "Hasil"], cells)
    assert read.found == [("date_range", "C2")]


BOUNDS = [
    ("01-04-2025", "30-06-2025", "Q2"),
    ("01-02-2024", "29-02-2024", "M2"),
    ("01-07-2025", "31-12-2025", "S2"),
    ("01-01-2025", "31-12-2025", "annual"),
]


@pytest.mark.parametrize(("first", "last", "period"), BOUNDS)
@pytest.mark.parametrize("headers", [("Tanggal Awal", "Tanggal Akhir"), ("Periode Awal", "Periode Akhir")])
def test_days_say_the_period_of_an_evaluation(
    tmp_path: Path, first: str, last: str, period: str, headers: tuple[str, str]
) -> None:
    cells = [[first, last, "Baik"]]
    read, found = _days(tmp_path, [*headers, "Predikat Kinerja"], cells, "year", "period")
    assert (found, read.found) == ([(int(first[-4:]), period)], [])
    assert {(c.column, c.how) for c in read.heads[0].columns if c.field == "period"} == {("B", "values")}


@pytest.mark.parametrize("header", ["Periode Penilaian", "Periode", "Periode SKP", "Masa Penilaian"])
def test_both_days_in_the_cell_of_the_period(tmp_path: Path, header: str) -> None:
    cells = [[f"{first.replace('-', '/')} - {last.replace('-', '/')}", "Baik"] for first, last, _period in BOUNDS]
    fields = ("year", "period", "started_on", "ended_on")
    read, found = _days(tmp_path, [header, "Predikat Kinerja"], cells, *fields)
    assert [(year, period) for year, period, _first, _last in found] == [(2025, "Q2"), (2024, "M2"), (2025, "S2"), (2025, "annual")]  # fmt: skip
    assert found[0][2:] == ("2025-04-01", "2025-06-30")
    assert read.found == []


def test_words_and_days_in_one_column_of_periods(tmp_path: Path) -> None:
    cells = [["Triwulan II", 2025, "Baik"], ["1 Januari s.d. 31 Maret 2025", 2025, "Baik"], ["", 2025, "Baik"]]
    read, found = _days(tmp_path, ["Periode", "Tahun", "Predikat"], cells, "period", "started_on")
    assert found == [("Q2", None), ("Q1", "2025-01-01"), (None, None)]
    assert read.found == []


def test_days_of_no_whole_period_are_told_and_never_the_year(tmp_path: Path) -> None:
    """1 January to 31 May are five months; 15 January to 31 March is not from a first day; 29 June is not the last."""
    cells = [
        ["01-01-2025", "31-05-2025", "Baik"],
        ["15-01-2025", "31-03-2025", "Baik"],
        ["01-04-2025", "29-06-2025", "Baik"],
    ]
    headers = ["Tanggal Awal", "Tanggal Akhir", "Predikat"]
    read, found = _days(tmp_path, headers, cells)
    assert (found, read.found) == ([], [("period_unclear", "B2"), ("period_unclear", "B3"), ("period_unclear", "B4")])
    rows = [["NIP", *headers], *([PNS, *row] for row in cells[:1])]
    assert read_rows(tmp_path, rows, sets={"period": "annual"}).row()["period"] == "annual"


def test_a_blank_cell_in_a_column_of_periods_is_the_year_unless_its_days_say_another(tmp_path: Path) -> None:
    headers = ["Tahun", "Periode", "Tanggal Awal", "Tanggal Akhir", "Predikat"]
    cells = [[2025, "", "01-01-2025", "30-04-2025", "Baik"], [2025, "", "01-05-2025", "31-12-2025", "Baik"], [2024, "", "01-04-2024", "30-06-2024", "Baik"]]  # fmt: skip
    read, found = _days(tmp_path, headers, cells, "period")
    assert (found, read.found) == (
        [(None,), ("annual",), ("Q2",)],
        [],
    )  # four months may be any part of the year; eight are only of the year


def test_what_no_column_holds_has_no_line_in_the_mapping(tmp_path: Path) -> None:
    rows = [["NIP", "Nama", "Jabatan", "Unit Kerja"], [PNS, "Contoh Satu", "Analis", "Bidang A"], [PNS_WOMAN, "Contoh Dua", "Arsiparis", "Bidang A"]]  # fmt: skip
    path = write_xlsx(tmp_path / "a.xlsx", {"Data": rows})
    read = collected(read_book(path, ReadOptions(today=TODAY)))
    assert "position_kind" in read.heads[0].fields
    assert [column.field for column in read.heads[0].columns] == ["nip", "name", "position", "unit"]
