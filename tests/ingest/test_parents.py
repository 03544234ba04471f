"""Headers of two rows whose parents are repeated over their children, and titles that are no parents."""

from pathlib import Path
from typing import Any

import pytest

from tests.ingest.sheetmaker import PNS, PNS_WOMAN, read_rows

PEOPLE = [
    [1, PNS, "Contoh Satu", "III/b", "01-04-2022", "Analis", "02-01-2023", "Bidang A"],
    [2, PNS_WOMAN, "Contoh Dua", "III/c", "01-10-2023", "Arsiparis", "01-02-2024", "Bidang A"],
]
FIELDS = ["nip", "name", "golongan", "golongan_since", "position", "position_since", "unit"]
ABOVE = ["No", "NIP", "NAMA", "PANGKAT", "PANGKAT", "JABATAN", "JABATAN", "UNIT KERJA"]


@pytest.mark.parametrize(
    "below",
    [
        ["", "", "", "Gol", "TMT", "Nama", "TMT", ""],
        ["No", "NIP", "NAMA", "Gol", "TMT", "Nama", "TMT", "UNIT KERJA"],
    ],
)
@pytest.mark.parametrize("numbered", [False, True])
def test_parents_repeated_over_their_children(tmp_path: Path, below: list[str], numbered: bool) -> None:
    rows: list[list[Any]] = [["DAFTAR PEGAWAI"], [], ABOVE, below, *([list(range(1, 9))] if numbered else []), *PEOPLE]
    read = read_rows(tmp_path, rows)
    assert (read.found, read.notes) == ([], [])
    assert [read.row()[field] for field in FIELDS] == [PNS, "Contoh Satu", "III/b", "2022-04-01", "Analis", "2023-01-02", "Bidang A"]  # fmt: skip
    assert len(read.rows[0]) == 2


def test_parents_three_deep_and_repeated(tmp_path: Path) -> None:
    rows = [
        ["NIP", "NAMA", "JABATAN", "JABATAN", "JABATAN", "UNIT KERJA"],
        ["NIP", "NAMA", "Nama", "Eselon", "Eselon", "UNIT KERJA"],
        ["NIP", "NAMA", "Nama", "Kode", "TMT", "UNIT KERJA"],
        [PNS, "Contoh Satu", "Kepala Seksi", "IV.a", "01-01-2020", "Seksi A"],
    ]
    row = read_rows(tmp_path, rows).row()
    assert (row["position"], row["echelon"]) == ("Kepala Seksi", "IV.a")
    assert "position_since" not in row


def test_a_header_of_one_row_with_a_name_twice_keeps_its_people(tmp_path: Path) -> None:
    """`Nama | TMT` below two headers of one name are headers; a person's row below them is not."""
    rows = [["NIP", "Nama", "Jabatan", "Jabatan", "Unit Kerja"], [PNS, "Contoh Satu", "Analis", "Analis", "Bidang A"]]
    assert [number for number, _row in read_rows(tmp_path, rows).rows[0]] == [2]


@pytest.mark.parametrize("title", ["PANGKAT", "STANDAR KOMPETENSI", "DATA PEGAWAI", "JABATAN"])
def test_a_title_right_above_the_headers_is_no_parent(tmp_path: Path, title: str) -> None:
    rows = [[title], ["NIP", "NAMA", "JABATAN", "TMT JABATAN", "UNIT KERJA"], [PNS, "Contoh Satu", "Analis", "02-01-2023", "Bidang A"]]  # fmt: skip
    read = read_rows(tmp_path, rows)
    assert (read.found, read.heads[0].header_row) == ([], 2)
    assert [column.header for column in read.heads[0].columns] == rows[1]


def test_a_title_right_above_standards(tmp_path: Path) -> None:
    rows = [["STANDAR KOMPETENSI"], ["Jabatan", "Unit Kerja", "Kompetensi", "Level"], ["Analis", "Bidang A", "Integritas", 2]]  # fmt: skip
    read = read_rows(tmp_path, rows)
    assert (read.found, read.heads[0].kind) == ([], "standards")


def test_a_parent_over_two_columns_in_the_middle_stays_one(tmp_path: Path) -> None:
    rows = [
        ["", "", "JABATAN", "", ""],
        ["NIP", "NAMA", "Nama", "TMT", "UNIT KERJA"],
        [PNS, "Contoh Satu", "Analis", "02-01-2023", "Bidang A"],
    ]
    row = read_rows(tmp_path, rows).row()
    assert (row["position"], row["position_since"]) == ("Analis", "2023-01-02")


@pytest.mark.parametrize(
    "ends", [("DARI", "SAMPAI"), ("MULAI", "SAMPAI"), ("MULAI", "S.D."), ("Mulai Tgl", "s/d Tgl"), ("AWAL", "AKHIR")]
)
@pytest.mark.parametrize("parent", ["MASA PENILAIAN", "PERIODE PENILAIAN"])
def test_words_for_the_ends_of_a_period_below_its_header(tmp_path: Path, parent: str, ends: tuple[str, str]) -> None:
    rows = [
        ["NO", "NAMA", "NIP", "TANGGAL PAK", "JENIS PAK", parent, "", "ANGKA KREDIT", "NOMOR PAK"],
        ["", "", "", "", "", *ends, "", ""],
        [1, "Contoh Satu", PNS, "15-01-2025", "Konversi", "01-01-2024", "31-12-2024", "37,5", "1/PAK"],
    ]
    read = read_rows(tmp_path, rows, ["F1:G1"])
    assert (read.heads[0].kind, read.found) == ("credits", [])
    assert (read.row()["period_from"], read.row()["period_to"]) == ("2024-01-01", "2024-12-31")


def test_words_for_the_ends_of_a_sanction_below_its_header(tmp_path: Path) -> None:
    rows = [
        ["NO", "NAMA", "NIP", "TINGKAT HUKUMAN", "JENIS HUKUMAN", "TGL SK", "MASA HUKUMAN", ""],
        ["", "", "", "", "", "", "MULAI", "BERAKHIR"],
        [1, "Contoh Satu", PNS, "Ringan", "Teguran tertulis", "15-01-2024", "01-02-2024", "31-07-2024"],
    ]
    read = read_rows(tmp_path, rows, ["G1:H1"], as_kinds=("discipline",))
    assert (read.row()["effective_on"], read.row()["ends_on"]) == ("2024-02-01", "2024-07-31")


@pytest.mark.parametrize("parent", ["JENIS HUKUMAN DISIPLIN", "HUKUMAN DISIPLIN", "Hukuman"])
@pytest.mark.parametrize("merged", [[], ["D2:E2", "F2:G2", "I2:J2"]])
def test_level_and_sanction_below_one_header(tmp_path: Path, parent: str, merged: list[str]) -> None:
    rows = [
        ["REKAPITULASI HUKUMAN DISIPLIN"],
        ["NO", "NAMA", "NIP", parent, "", "SK HUKUMAN", "", "TMT", "MASA HUKUMAN", ""],
        ["", "", "", "TINGKAT", "JENIS", "NOMOR", "TANGGAL", "", "MULAI", "BERAKHIR"],
        [1, "Contoh", PNS, "Ringan", "Teguran lisan", "1/HD", "03-02-2023", "04-02-2023", "04-02-2023", "04-08-2023"],
    ]
    read = read_rows(tmp_path, rows, merged)
    assert (read.heads[0].kind, read.found) == ("discipline", [])
    assert read.row() == {
        "nip": PNS, "level": "ringan", "sanction": "Teguran lisan", "decree": "1/HD", "decided_on": "2023-02-03", "effective_on": "2023-02-04", "ends_on": "2023-08-04",
    }  # fmt: skip
