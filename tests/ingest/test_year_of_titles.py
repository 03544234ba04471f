"""The year of evaluations that a title or the name of a sheet gives without the word `TAHUN`; what is not certain is asked for."""

from pathlib import Path

import pytest

from asnkarier.ingest.frames import ReadOptions
from asnkarier.ingest.reading import read_book
from tests.ingest.sheetmaker import PNS, TODAY, collected, write_xlsx


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
