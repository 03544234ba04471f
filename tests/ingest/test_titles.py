"""What the rows above a list say of all its rows, and what a row says that leaves out whom it is about."""

from pathlib import Path
from typing import Any

import pytest

from asnkarier.ingest.frames import ReadOptions
from asnkarier.ingest.reading import read_book
from tests.ingest.sheetmaker import PNS, PNS_WOMAN, TODAY, Read, collected, read_rows, write_xlsx


def rows_of(read: Read) -> list[dict[str, Any]]:
    return [values for part in read.rows for _number, values in part]


HEAD = ["NO", "NAMA", "NIP", "PREDIKAT KINERJA"]
PEOPLE = [[1, "Contoh Satu", PNS, "Baik"], [2, "Contoh Dua", PNS_WOMAN, "Sangat Baik"]]


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("REKAP HASIL EVALUASI KINERJA PERIODIK TRIWULAN II TAHUN 2025", "Q2"),
        ("PENILAIAN KINERJA TW. III 2025", "Q3"),
        ("Evaluasi Kinerja Triwulan ke-4 Tahun 2025", "Q4"),
        ("REKAP SKP SEMESTER I TAHUN 2025", "S1"),
        ("EVALUASI KINERJA BULAN MARET TAHUN 2025", "M3"),
        ("PERIODE 1 APRIL S.D. 30 JUNI 2025", "Q2"),
        ("PERIODE PENILAIAN : 1 Juli s.d. 31 Desember 2025", "S2"),
        ("PERIODE JANUARI - DESEMBER 2025", "annual"),
        ("PERIODE PENILAIAN 2 JANUARI S.D. 31 DESEMBER 2025", "annual"),
        ("REKAP SKP TAHUNAN 2025", "annual"),
        ("REKAP SKP TAHUN 2025", None),
        ("REKAP SKP TAHUN 2025 KEADAAN BULAN MARET 2026", None),
        ("REKAP SKP TAHUN 2025 (BULAN MARET 2026)", None),
    ],
)
def test_the_title_says_which_part_of_the_year(tmp_path: Path, title: str, period: str | None) -> None:
    read = read_rows(tmp_path, [[title], [], HEAD, *PEOPLE])
    assert (read.found, read.row()["year"], read.row().get("period")) == ([], 2025, period)


def test_a_row_of_key_and_value_says_it_too(tmp_path: Path) -> None:
    rows = [["REKAP EVALUASI KINERJA TAHUN 2025"], ["Periode", ":", "Triwulan II"], [], HEAD, *PEOPLE]
    assert read_rows(tmp_path, rows).row()["period"] == "Q2"


def test_units_have_periods_in_titles_too(tmp_path: Path) -> None:
    rows = [
        ["PREDIKAT KINERJA ORGANISASI TRIWULAN III TAHUN 2025"],
        ["NO", "UNIT KERJA", "TAHUN", "PREDIKAT KINERJA"],
        [1, "Dinas Contoh", 2025, "Baik"],
        [2, "Badan Contoh", 2025, "Baik"],
    ]
    assert read_rows(tmp_path, rows).row()["period"] == "Q3"


@pytest.mark.parametrize("title", ["PERIODE 1 MARET S.D. 31 MEI 2025", "TRIWULAN I DAN TRIWULAN II TAHUN 2025"])
def test_a_title_of_no_period_is_asked_about_and_never_the_year(tmp_path: Path, title: str) -> None:
    rows: list[list[Any]] = [["REKAP KINERJA TAHUN 2025"], [title], HEAD, *PEOPLE]
    read = read_rows(tmp_path, rows)
    assert (rows_of(read), [f.code for f in read.findings]) == ([], ["title_period_unclear"])
    assert read_rows(tmp_path, rows, sets={"period": "Q1"}).row()["period"] == "Q1"


def test_the_column_goes_before_the_title(tmp_path: Path) -> None:
    rows = [["REKAP TRIWULAN II TAHUN 2025"], [*HEAD, "Periode"], [*PEOPLE[0], "Triwulan I"], [*PEOPLE[1], ""]]
    assert [row["period"] for row in rows_of(read_rows(tmp_path, rows))] == ["Q1", None]


def test_the_names_of_the_sheets_say_it_where_no_title_does(tmp_path: Path) -> None:
    head = ["NIP", "NAMA", "TAHUN", "PREDIKAT KINERJA"]
    row = [PNS, "Contoh Satu", 2025, "Baik"]
    path = write_xlsx(tmp_path / "a.xlsx", {"TW I": [head, row], "TW II": [head, row]})
    read = collected(read_book(path, ReadOptions(today=TODAY)))
    assert [row["period"] for row in rows_of(read)] == ["Q1", "Q2"]


def test_the_year_of_a_regulation_is_not_that_of_the_list(tmp_path: Path) -> None:
    rows = [["Berdasarkan Permenpan RB Nomor 6 Tahun 2022"], ["REKAP SKP TAHUN 2024"], HEAD, *PEOPLE]
    assert read_rows(tmp_path, rows).row()["year"] == 2024


def test_further_trainings_of_the_person_above(tmp_path: Path) -> None:
    """Number, name and NIP blank; a sum below and a row after a blank one are about nobody."""
    rows = [
        ["NO", "NAMA", "NIP", "NAMA DIKLAT", "TAHUN", "JP"],
        [1, "Contoh Satu", PNS, "Bimtek A", 2025, 20],
        ["", "", "", "Bimtek B", 2025, 12],
        ["", "", "", "", "", 32],
        [2, "Contoh Dua", PNS_WOMAN, "Bimtek A", 2025, 20],
        [],
        ["", "", "", "Bimtek C", 2025, 8],
    ]
    read = read_rows(tmp_path, rows)
    assert [(row["nip"], row["title"], row["jp"]) for row in rows_of(read)] == [
        (PNS, "Bimtek A", 200_000),
        (PNS, "Bimtek B", 120_000),
        (PNS_WOMAN, "Bimtek A", 200_000),
    ]
    assert [(f.code, f.cell) for f in read.findings] == [
        ("person_of_row_above", "C3"),
        ("row_names_nobody", "C7"),
    ]


def test_an_acting_post_in_a_history_without_a_column_for_it(tmp_path: Path) -> None:
    rows = [
        ["NIP", "Nama", "Nama Jabatan", "TMT Mulai", "Sampai"],
        [PNS, "Contoh", "Kepala Seksi A", "01-01-2012", "31-12-2014"],
        [PNS, "Contoh", "Plt. Kepala Seksi B", "01-01-2015", "30-06-2015"],
    ]
    read = read_rows(tmp_path, rows)
    assert (read.found, [(row["position"], row["acting"]) for row in rows_of(read)]) == (
        [],
        [("Kepala Seksi A", None), ("Kepala Seksi B", "plt")],
    )


def test_no_jp_and_no_credit_is_below_zero(tmp_path: Path) -> None:
    head = ["NIP", "NAMA DIKLAT", "TAHUN", "JP"]
    read = read_rows(tmp_path, [head, [PNS, "Bimtek A", 2025, -5], [PNS, "Bimtek B", 2025, 0]])
    assert read.found == [("number_below_zero", "D2")]
