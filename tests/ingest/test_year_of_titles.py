"""The year of evaluations that a title or the name of a sheet gives without the word `TAHUN`; what is not certain is asked for."""

from pathlib import Path

import pytest

from asnkarier.ingest.frames import ReadOptions
from asnkarier.ingest.reading import read_book
from tests.ingest.sheetmaker import PNS, TODAY, collected, read_rows, write_xlsx


@pytest.mark.parametrize(
    ("titles", "sheet", "year"),
    [
        (["REKAP SKP 2025"], "Lembar", 2025),
        (["REKAPITULASI HASIL EVALUASI KINERJA PEGAWAI 2025"], "Lembar", 2025),
        (["REKAP SKP 2025", "PER 31 JANUARI 2026"], "Lembar", 2025),
        (["REKAP SKP 2025 PER 31 JANUARI 2026"], "Lembar", 2025),
        (["REKAP SKP TRIWULAN II 2025"], "Lembar", 2025),
        (["DAFTAR NILAI"], "REKAP SKP 2024", 2024),
        ([], "SKP_2024", 2024),
        ([], "2024", 2024),
        (["REKAP SKP"], "TAHUN 2024", 2024),
        (["REKAP SKP 2025"], "SKP 2025", 2025),
        (["REKAP SKP TAHUN 2025"], "SKP 2024", 2025),  # what the title says in full goes first
        (["REKAP SKP PER 31 DESEMBER 2025"], "Lembar", 2025),
        (["REKAP SKP PER 31 JANUARI 2026"], "Lembar", None),  # perhaps of 2025
        (["REKAP SKP 2024-2025"], "Lembar", None),
        (["REKAP SKP 2024 DAN 2025"], "Lembar", None),
        (["REKAP SKP 2025"], "SKP 2024", None),
        (["REKAP SKP DESEMBER 2025"], "Lembar", None),  # of a month?
        (["REKAP SKP 2025", "INDIKATOR 2024"], "Lembar", None),
        (["REKAP PEGAWAI 2025"], "Lembar", None),
        (["PENILAIAN KINERJA SESUAI PERMENPANRB NOMOR 6 TAHUN 2022"], "Lembar", None),
        ([], "2024 (2)", None),
    ],
)
def test_the_year_of_evaluations(tmp_path: Path, titles: list[str], sheet: str, year: int | None) -> None:
    rows = [*([title] for title in titles), ["NIP", "Nama", "Predikat Kinerja"], [PNS, "Contoh", "Baik"]]
    file = write_xlsx(tmp_path / "buku.xlsx", {sheet: rows})
    read = collected(read_book(file, ReadOptions(today=TODAY)))
    if year is None:
        assert (read.found, read.rows) == ([("kind_lacks_column", None)], [])
    else:
        assert (read.found, [row["year"] for _number, row in read.rows[0]]) == ([], [year])


MONTHS = [["REKAP PREDIKAT KINERJA 2025"], ["NIP", "Nama", "Jabatan", "Unit Kerja", "JAN", "FEB", "MAR"]]


def test_a_column_a_month_is_read_one_at_a_time(tmp_path: Path) -> None:
    rows = [*MONTHS, [PNS, "Contoh", "Analis", "Bidang A", "Baik", "Sangat Baik", "Baik"]]
    read = read_rows(tmp_path, rows)
    about = {"headers": "JAN, FEB, MAR", "column": "JAN", "field": "predicate", "set": "period=M1"}
    assert (read.found, dict(read.findings[0].values)) == ([("periods_side_by_side", None)], about)
    second = read_rows(tmp_path, rows, as_kinds=("evaluations",), maps={"FEB": "predicate"}, sets={"period": "M2"})
    row = second.row()
    assert (second.found, row["predicate"], row["period"], row["year"]) == ([], "sangat_baik", "M2", 2025)


def test_days_worked_below_months_are_no_predicates(tmp_path: Path) -> None:
    read = read_rows(tmp_path, [["REKAP KEHADIRAN"], MONTHS[1], [PNS, "Contoh", "Analis", "Bidang A", 20, 21, 19]])
    assert (read.found, read.heads[0].kind) == ([], "roster")


@pytest.mark.parametrize(("title", "found"), [("REKAP SKP 2025", ["periods_side_by_side"]), ("DAFTAR PEGAWAI", [])])
def test_quarters_in_a_list_of_evaluations_with_posts(tmp_path: Path, title: str, found: list[str]) -> None:
    heads = ["NIP", "Nama", "Jabatan", "Unit Kerja", "TW I", "TW II"]
    read = read_rows(tmp_path, [[title], heads, [PNS, "Contoh", "Analis", "Bidang A", "Baik", "Baik"]])
    assert [code for code, _cell in read.found] == found
