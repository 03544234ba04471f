"""Rows that begin with `Jumlah` or `Total`: sums of a list, or one more fact of the person above that is called so."""

from pathlib import Path
from typing import Any

import pytest

from tests.ingest.sheetmaker import PNS, PNS_WOMAN, read_rows

TITLE = ["INDIKATOR KINERJA INDIVIDU TAHUN 2025"]
HEADER = ["No", "Nama", "NIP", "Indikator", "Satuan", "Target", "Realisasi"]
FIRST = [1, "Contoh Satu", PNS, "Jumlah laporan", "dokumen", 12, 12]
SECOND = [2, "Contoh Dua", PNS_WOMAN, "Jumlah laporan", "dokumen", 12, 12]


def of_above(*cells: Any) -> list[Any]:
    return ["", "", "", *cells]


@pytest.mark.parametrize(
    "name", ["Jumlah rapat", "Jumlah orang yang dilatih", "Rata-rata waktu tunggu", "Total produksi"]
)
def test_an_indicator_of_the_person_above(tmp_path: Path, name: str) -> None:
    rows = [TITLE, HEADER, FIRST, of_above(name, "kali", 4, 3), of_above("Persentase serapan", "%", 95, 97), SECOND]
    read = read_rows(tmp_path, rows)
    assert (read.found, read.notes, read.ends[0].skipped) == ([], ["person_of_row_above"] * 2, 0)
    assert [(row["nip"], row["indicator"], row["target"]) for _at, row in read.rows[0]] == [
        (PNS, "Jumlah laporan", 120_000),
        (PNS, name, 40_000),
        (PNS, "Persentase serapan", 950_000),
        (PNS_WOMAN, "Jumlah laporan", 120_000),
    ]


@pytest.mark.parametrize(
    "total",
    [
        of_above("Jumlah", "", 24, 24),
        of_above("JUMLAH TARGET", "", 24, 24),
        of_above("Jumlah laporan seluruhnya", "", "", 24),
        ["JUMLAH", "", "", "", "", 24, 24],
        ["", "Jumlah laporan", "", "", "", 24, 24],
        ["", "", "", "Rata-rata", "", 12, 12],
    ],
)
def test_sums_of_the_list(tmp_path: Path, total: list[Any]) -> None:
    read = read_rows(tmp_path, [TITLE, HEADER, FIRST, SECOND, total])
    assert (read.found, len(read.rows[0]), dict(read.ends[0].skipped_why)) == ([], 2, {"total": 1})


def test_trainings_called_so(tmp_path: Path) -> None:
    """A training has a day beside its name; a sum of their hours has none."""
    header = ["No", "Nama", "NIP", "Nama Diklat", "Tanggal Selesai", "JP"]
    rows = [
        header,
        [1, "Contoh Satu", PNS, "Diklat A", "01-02-2025", 20],
        of_above("Total Quality Management", "01-03-2025", 30),
        of_above("Jumlah JP", "", 50),
        of_above("Jumlah Diklat Teknis", "", 2),
    ]
    read = read_rows(tmp_path, rows)
    assert (read.found, [(row["title"], row["jp"]) for _at, row in read.rows[0]]) == ([], [("Diklat A", 200_000), ("Total Quality Management", 300_000)])  # fmt: skip
    assert dict(read.ends[0].skipped_why) == {"total": 2}


def test_sums_below_a_roster_and_a_bezetting(tmp_path: Path) -> None:
    roster = [["No", "Nama", "NIP", "Jabatan", "Unit Kerja"], [1, "Contoh Satu", PNS, "Analis", "Bidang A"]]
    read = read_rows(tmp_path, [*roster, ["", "Jumlah pegawai struktural", "", "5 orang", "Bidang A"]])
    assert (read.found, len(read.rows[0]), dict(read.ends[0].skipped_why)) == ([], 1, {"total": 1})
    posts = [["Nama Jabatan", "Jenis Jabatan", "Unit Kerja", "Kebutuhan"], ["Kepala Bidang A", "Administrator", "Bidang A", 1]]  # fmt: skip
    read = read_rows(tmp_path, [*posts, ["Jumlah jabatan administrator", "", "", 1]])
    assert (read.found, len(read.rows[0]), dict(read.ends[0].skipped_why)) == ([], 1, {"total": 1})
