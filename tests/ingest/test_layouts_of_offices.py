"""Layouts of offices, each of which was misread or refused without need: what is certain in them is read."""

from pathlib import Path
from typing import Any

import pytest

from tests.ingest.sheetmaker import PNS, PPPK, read_rows


@pytest.mark.parametrize("ends", ["TGL SELESAI", "TANGGAL SELESAI DIKLAT", "TANGGAL SELESAI"])
@pytest.mark.parametrize("after", [True, False])
def test_a_certificate_is_written_after_the_last_day(tmp_path: Path, ends: str, after: bool) -> None:
    heads = ["NIP", "NAMA DIKLAT", "TGL MULAI", ends, "JP", "NO SERTIFIKAT", "TGL SERTIFIKAT"]
    row = [PNS, "Webinar ASN", "01/02/2025", "02/02/2025", 8, "S/1", "05/02/2025"]
    order = range(7) if after else (0, 1, 6, 2, 3, 4, 5)
    read = read_rows(tmp_path, [[heads[at] for at in order], [row[at] for at in order]])
    assert (read.found, read.row()["ended_on"], read.why()["TGL SERTIFIKAT"]) == ([], "2025-02-02", "duplicate")


@pytest.mark.parametrize(
    ("cell", "day"),
    [("Juni 2026", "2026-06-30"), ("Feb 2028", "2028-02-29"), ("Des. 2026", "2026-12-31"), ("15 Juni 2026", "2026-06-15")],
)  # fmt: skip
def test_a_month_by_the_end_of_which_a_step_is_due(tmp_path: Path, cell: str, day: str) -> None:
    heads = ["NIP", "KOMPETENSI YANG DIKEMBANGKAN", "BENTUK PENGEMBANGAN", "TARGET WAKTU"]
    read = read_rows(tmp_path, [heads, [PNS, "Integritas", "Pelatihan", cell]])
    assert (read.found, read.row()["due"]) == ([], day)


def test_a_word_with_a_year_is_no_month(tmp_path: Path) -> None:
    heads = ["NIP", "KOMPETENSI YANG DIKEMBANGKAN", "BENTUK PENGEMBANGAN", "TARGET WAKTU"]
    read = read_rows(tmp_path, [heads, [PNS, "Integritas", "Pelatihan", "Semester 2026"]])
    assert read.found == [("date_unreadable", "D2")]


def test_the_agency_of_an_analysis_of_work(tmp_path: Path) -> None:
    title = "HASIL ANALISIS BEBAN KERJA DINAS ARSIP TAHUN 2025"
    heads = ["NO", "NAMA JABATAN", "KELAS JABATAN", "KEBUTUHAN PEGAWAI", "BEZETTING"]
    read = read_rows(tmp_path, [[title], heads, [1, "Kepala Bidang Arsip", 11, 1, 1]])
    row = read.row()
    assert (read.found, row["agency"], row["headcount"]) == ([], "DINAS ARSIP", 1)


@pytest.mark.parametrize(
    ("header", "cell", "title"),
    [
        ("SLKS", "X TAHUN", "Satyalancana Karya Satya X Tahun"),
        ("SATYALANCANA KARYA SATYA", "20", "Satyalancana Karya Satya XX Tahun"),
        ("SATYALANCANA", "xxx thn", "Satyalancana Karya Satya XXX Tahun"),
        ("SATYALANCANA", "Satyalancana Wira Karya", "Satyalancana Wira Karya"),
        ("NAMA PENGHARGAAN", "X TAHUN", "X TAHUN"),
    ],
)
def test_awards_of_service_by_their_years(tmp_path: Path, header: str, cell: str, title: str) -> None:
    rows: list[list[Any]] = [["NIP", "NAMA", header, "TANGGAL KEPPRES"], [PNS, "Contoh", cell, "05/08/2025"]]
    read = read_rows(tmp_path, rows)
    assert (read.found, read.heads[0].kind, read.row()["title"]) == ([], "awards", title)


@pytest.mark.parametrize(
    ("above", "kind"), [("DAFTAR PENERIMA SATYALANCANA KARYA SATYA", "awards"), ("DAFTAR PNS", None)]
)
def test_a_roster_with_awards(tmp_path: Path, above: str, kind: str | None) -> None:
    heads = ["NAMA", "NIP", "PANGKAT/GOL", "JABATAN", "UNIT KERJA", "SLKS", "TANGGAL KEPPRES"]
    row = ["Contoh", PNS, "Penata (III/c)", "Arsiparis", "Bidang A", "X TAHUN", "05/08/2025"]
    read = read_rows(tmp_path, [[above], heads, row])
    assert [head.kind for head in read.heads] == ([kind] if kind else [])
    assert read.found == ([] if kind else [("kind_unclear", None)])


def test_where_part_time_staff_are_placed(tmp_path: Path) -> None:
    heads = ["NI PPPK", "NAMA", "JABATAN", "UNIT PENEMPATAN", "TMT PPPK"]
    read = read_rows(tmp_path, [heads, [PPPK, "Contoh", "Operator Layanan Operasional", "Dinas X", "01/12/2021"]])
    assert (read.found, read.row()["unit"]) == ([], "Dinas X")
