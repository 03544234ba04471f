"""Cells of two facts or two years, and what offices shorten: numbers with their days, school years, `PTDH`, `APS`."""

from pathlib import Path
from typing import Any

import pytest

from asnkarier.ingest.frames import SanctionLaw
from asnkarier.law.load import regulations
from tests.ingest.sheetmaker import PNS, Read, read_rows

LAWS = tuple(
    SanctionLaw(law.in_force_since.isoformat(), law.citation.law, law.value.sanctions, law.value.code_of_ethics)
    for law in regulations().discipline.versions
)


def people(heads: list[str], *cells: list[Any]) -> list[list[Any]]:
    rows = [[f"19900101201501100{n}", f"Contoh {n}", *row] for n, row in enumerate(cells, 1)]
    return [["NIP", "Nama", *heads], *rows]


@pytest.mark.parametrize(
    "header",
    [
        "NO. & TGL SERTIFIKAT",
        "Nomor dan Tanggal Sertifikat",
        "No/Tgl Sertifikat",
        "SERTIFIKAT (NO. DAN TANGGAL)",
        "Nomor/Tanggal STTPP",
    ],
)
@pytest.mark.parametrize(
    ("cell", "number", "day"),
    [
        ("123/DIK/2000, 5 Maret 2000", "123/DIK/2000", "2000-03-05"),
        ("123/DIK/2000\nTgl. 05-03-2000", "123/DIK/2000", "2000-03-05"),
        ("123/DIK/2000 5 Maret 2000", "123/DIK/2000", "2000-03-05"),
        ("123/DIK/2000", "123/DIK/2000", None),
        ("5 Maret 2000", None, "2000-03-05"),
        ("DIK.5 Maret 2000", "DIK.5 Maret 2000", None),  # no number before it: perhaps `DIK.5`
    ],
)
def test_number_and_day_of_a_certificate(
    tmp_path: Path, header: str, cell: str, number: str | None, day: str | None
) -> None:
    read = read_rows(tmp_path, people(["Nama Diklat", "Tahun", "JP", header], ["Diklat Arsip", 2000, 40, cell]))
    row = read.row()
    assert (read.found, row["certificate"], row["ended_on"]) == ([], number, day)


def test_the_day_of_a_certificate_beside_that_of_the_training(tmp_path: Path) -> None:
    heads = ["Nama Diklat", "Tanggal Selesai", "JP", "Nomor dan Tanggal Sertifikat"]
    read = read_rows(tmp_path, people(heads, ["Diklat Arsip", "01/03/2000", 40, "123/DIK/2000, 5 Maret 2000"]))
    assert (read.found, read.row()["certificate"], read.row()["ended_on"]) == ([], "123/DIK/2000", "2000-03-01")


def test_number_and_day_of_other_documents(tmp_path: Path) -> None:
    award = people(["Nama Penghargaan", "No & Tgl Keppres"], ["Satyalancana", "12/TK/2020, 5 Agustus 2020"])
    assert read_rows(tmp_path, award).row()["awarded_on"] == "2020-08-05"
    study = people(
        ["Pendidikan", "Nama Sekolah", "No/Tgl Ijazah"], ["S1", "Universitas Contoh", "12/A/99, 5 Maret 2000"]
    )
    assert read_rows(tmp_path, study).row()["graduated"] == "2000-03-05"
    exam = people(["Jenis Ujian", "Tanggal Ujian", "Hasil", "Nomor dan Tanggal Sertifikat"], ["UPKP", "01/02/2020", "Lulus", "12/A, 5 Maret 2020"])  # fmt: skip
    row = read_rows(tmp_path, exam).row()
    assert (row["certificate"], row["taken_on"]) == ("12/A", "2020-02-01")


@pytest.mark.parametrize(
    ("level", "cell", "year", "found"),
    [
        ("SLTA", "1999/2000", 2000, []),  # a school year ends with the certificate
        ("SMP", "T.A. 1999 / 2000", 2000, []),
        ("S1", "1995-1999", 1999, []),  # the first and the last year of the studies
        ("S1", "1999/2000", None, [("year_of_two", "E2")]),  # either half of an academic year
        ("S1", "1999/1998", None, [("year_unreadable", "E2")]),
        ("S1", "1989-1999", None, [("year_unreadable", "E2")]),
    ],
)
def test_two_years_of_studies(
    tmp_path: Path, level: str, cell: str, year: int | None, found: list[tuple[str, str]]
) -> None:
    heads = ["Pendidikan", "Nama Sekolah", "Tahun Lulus"]
    read = read_rows(tmp_path, people(heads, [level, "Sekolah Contoh", cell]))
    assert read.found == found
    assert [row["graduated"] for _number, row in read.rows[0]] == ([] if year is None else [str(year)])


def test_two_years_of_a_training(tmp_path: Path) -> None:
    heads = ["Nama Diklat", "Tahun", "Tanggal Selesai", "JP"]
    cells = [["Diklat A", "1999/2000", "01/03/2000", 40], ["Diklat A", "1999/2000", "", 40]]
    read = read_rows(tmp_path, people(heads, *cells))
    assert (read.found, read.row()["year"]) == ([("year_of_two", "D3")], 2000)


def disciplined(tmp_path: Path, sanction: str) -> Read:
    cells = [sanction, "800/12/2023, 5 Januari 2023", "01/02/2023"]
    return read_rows(tmp_path, people(["Jenis Hukuman", "Nomor dan Tanggal SK", "TMT"], cells), sanctions=LAWS)


@pytest.mark.parametrize(
    ("sanction", "level"),
    [
        ("Penundaan KGB", "sedang"),
        ("Penundaan KP 1 Tahun", "sedang"),
        ("PTDH", "berat"),
        ("PDHTAPS", "berat"),
        ("PDH", "berat"),
    ],
)
def test_sanctions_in_their_short_names(tmp_path: Path, sanction: str, level: str) -> None:
    read = disciplined(tmp_path, sanction)
    assert (read.found, read.row()["level"], read.row()["decree"]) == ([], level, "800/12/2023")


@pytest.mark.parametrize(
    ("kind", "day", "event"),
    [
        ("Jenis Pensiun", "TMT", "pensiun"),  # an early pension
        ("Jenis Pemberhentian", "TMT Pensiun", "pensiun"),
        ("Jenis Pemberhentian", "TMT", "berhenti"),
        ("Jenis Mutasi", "TMT Pensiun", "berhenti"),
    ],
)
def test_at_ones_own_request(tmp_path: Path, kind: str, day: str, event: str) -> None:
    read = read_rows(tmp_path, people([kind, day], ["APS", "01/02/2024"], ["BUP", "01/02/2024"]))
    assert (read.found, [row["event"] for _number, row in read.rows[0]]) == ([], [event, "pensiun"])


@pytest.mark.parametrize("sanction", ["Penundaan KGB", "Penurunan Pangkat"])
def test_a_sanction_is_no_movement(tmp_path: Path, sanction: str) -> None:
    read = read_rows(tmp_path, [["NIP", "Jenis Mutasi", "TMT"], [PNS, sanction, "01/02/2024"]])
    assert read.found == [("word_unknown", "B2")]
