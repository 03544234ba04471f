"""Lists of who received an award, of hours a year and of sanctions with their time: never taken for another list in silence."""

from pathlib import Path
from typing import Any

import pytest

from tests.ingest.sheetmaker import PNS, PNS_WOMAN, Read, read_rows

HEAD = ["NO", "NAMA", "NIP", "PANGKAT/GOL", "JABATAN", "UNIT KERJA", "SLKS"]
PEOPLE: list[list[Any]] = [
    [1, "Contoh Satu", PNS, "Penata Muda Tk.I, III/b", "Analis", "Bidang Arsip", "XX Tahun"],
    [2, "Contoh Dua", PNS_WOMAN, "Penata Muda, III/a", "Analis", "Bidang Arsip", "X Tahun"],
]


def about(read: Read) -> list[tuple[str, Any, Any]]:
    return [(f.code, f.values.get("kind"), f.values.get("key")) for f in read.findings if f.severity == "error"]


@pytest.mark.parametrize(
    "title",
    [
        "DAFTAR PNS PENERIMA SATYALANCANA KARYA SATYA TAHUN 2025",
        "DAFTAR PENERIMA TANDA KEHORMATAN SATYALANCANA KARYA SATYA",
        "PENGANUGERAHAN SLKS",
    ],
)
def test_recipients_are_no_roster(tmp_path: Path, title: str) -> None:
    read = read_rows(tmp_path, [[title], [], HEAD, *PEOPLE])
    assert (about(read), read.rows) == ([("kind_lacks_column", "awards", "awarded_on")], [])
    told = read_rows(tmp_path, [[title], [], HEAD, *PEOPLE], sets={"awarded_on": "17-08-2025"})
    assert (told.found, told.heads[0].kind) == ([], "awards")
    assert [(row["title"], row["awarded_on"]) for _number, row in told.rows[0]] == [
        ("Satyalancana Karya Satya XX Tahun", "2025-08-17"),
        ("Satyalancana Karya Satya X Tahun", "2025-08-17"),
    ]
    dated = [[title], [], [*HEAD, "TANGGAL KEPPRES"], *([*row, "04-08-2025"] for row in PEOPLE)]
    assert read_rows(tmp_path, dated).heads[0].kind == "awards"


@pytest.mark.parametrize(
    "title",
    ["DAFTAR PEGAWAI", "DUK KEADAAN 31 MEI 2026", "SUB BIDANG DISIPLIN DAN PENGHARGAAN"],
)
def test_a_roster_may_have_a_column_of_awards(tmp_path: Path, title: str) -> None:
    read = read_rows(tmp_path, [[title], [], HEAD, *PEOPLE])
    assert (read.found, read.heads[0].kind) == ([], "roster")


def test_a_name_of_an_award_is_no_education(tmp_path: Path) -> None:
    head = ["NO", "NIP", "NAMA", "NAMA PENGHARGAAN", "TINGKAT", "TAHUN"]
    rows = [
        [1, PNS, "Contoh Satu", "ASN Berprestasi", "Nasional", 2024],
        [2, PNS_WOMAN, "Contoh Dua", "SLKS", "", 2015],
    ]
    assert about(read_rows(tmp_path, [head, *rows])) == [("kind_lacks_column", "awards", "awarded_on")]
    dated = [[*head[:-1], "TANGGAL PENGHARGAAN"], *([*row[:-1], "17-08-2024"] for row in rows)]
    assert read_rows(tmp_path, dated).heads[0].kind == "awards"
    schools = [
        ["NIP", "NAMA", "TINGKAT", "NAMA SEKOLAH", "TAHUN"],
        [PNS, "Contoh Satu", "S-1", "Universitas Contoh", 2012],
    ]
    assert read_rows(tmp_path, schools).heads[0].kind == "educations"


def test_hours_of_two_years_are_no_scores(tmp_path: Path) -> None:
    head = ["NO", "NIP", "NAMA", "JUMLAH JP 2024", "JUMLAH JP 2025"]
    people = [[1, PNS, "Contoh Satu", 20, 24], [2, PNS_WOMAN, "Contoh Dua", 18, 22]]
    read = read_rows(tmp_path, [["REKAPITULASI JP"], [], head, *people])
    assert [(f.code, f.values["column"], f.values["year"]) for f in read.findings] == [
        ("hours_side_by_side", "JUMLAH JP 2024", "2024")
    ]
    # As it says: one year alone.
    one = {"as_kinds": ("trainings",), "maps": {"JUMLAH JP 2024": "jp"}, "sets": {"year": "2024", "title": "JP 2024"}}
    told = read_rows(tmp_path, [["REKAPITULASI JP"], [], head, *people], **one)
    assert [(row["title"], row["year"], row["jp"]) for _number, row in told.rows[0]] == [
        ("JP 2024", 2024, 200_000),
        ("JP 2024", 2024, 180_000),
    ]
    scores = [["NO", "NIP", "NAMA", "NILAI SKP 2024", "NILAI SKP 2025"], *people]
    assert read_rows(tmp_path, scores).found == [("periods_side_by_side", None)]


def test_the_time_of_a_sanction(tmp_path: Path) -> None:
    head = ["NAMA", "NIP", "JENIS HUKUMAN DISIPLIN", "TINGKAT", "SK HUKDIS", "", "MASA BERLAKU", ""]
    under = ["", "", "", "", "NOMOR", "TANGGAL", "MULAI", "SELESAI"]
    cut = ["Contoh Satu", PNS, "Pemotongan TPP 25% selama 6 bulan", "Sedang", "1/2025", "01-02-2025", "01-03-2025", "31-08-2025"]  # fmt: skip
    read = read_rows(tmp_path, [head, under, cut], ["E1:F1", "G1:H1"])
    row = read.row()
    assert (read.found, read.heads[0].kind) == ([], "discipline")
    assert (row["decided_on"], row["effective_on"], row["ends_on"]) == ("2025-02-01", "2025-03-01", "2025-08-31")
    # Of a certificate the same column says how long it is valid.
    certificate = [["NIP", "NAMA DIKLAT", "TAHUN", "JP", "MASA BERLAKU"], [PNS, "PBJ", 2024, 20, "31-12-2028"]]
    assert read_rows(tmp_path, certificate).row()["valid_until"] == "2028-12-31"
