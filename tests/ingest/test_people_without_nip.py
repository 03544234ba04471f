"""Lists of people without a column of NIPs: those who are not ASN are left out and counted, nobody's unit is taken for a list of units."""

from pathlib import Path
from typing import Any

import pytest

from tests.ingest.sheetmaker import PNS, PNS_WOMAN, PPPK, read_rows

HEADER = ["NO", "NAMA", "NIP", "GOL", "JABATAN", "UNIT KERJA"]
BARE: list[list[Any]] = [["NO", "NAMA", "JABATAN", "UNIT KERJA"], [1, "Contoh Tiga", "Sopir", "Bidang A"], [2, "Contoh Empat", "Sopir", "Bidang B"]]  # fmt: skip


def test_a_third_list_on_the_sheet(tmp_path: Path) -> None:
    rows = [
        ["A. PNS"],
        HEADER,
        [1, "Contoh Satu", PNS, "III/a", "Analis", "Bidang A"],
        [],
        ["B. PPPK"],
        HEADER,
        [1, "Contoh Dua", PPPK, "IX", "Guru Ahli Pertama", "Bidang A"],
        [],
        ["C. HONORER"],
        *BARE,
    ]
    read = read_rows(tmp_path, rows)
    assert ([head.kind for head in read.heads], read.found) == (["roster"], [])
    assert [row["nip"] for _at, row in read.rows[0]] == [PNS, PPPK]
    assert [f.values for f in read.findings if f.code == "people_not_asn"] == [{"number": 2}]


def test_a_list_behind_theirs_is_read(tmp_path: Path) -> None:
    last = ["DAFTAR PNS"], HEADER, [1, "Contoh Dua", PNS_WOMAN, "III/a", "Analis", "Bidang A"]
    read = read_rows(tmp_path, [["DAFTAR TENAGA HONORER DINAS SOSIAL"], *BARE, [], *last])
    assert (read.found, [row["nip"] for _at, row in read.rows[0]]) == ([], [PNS_WOMAN])
    assert [f.values for f in read.findings if f.code == "people_not_asn"] == [{"number": 2}]


def test_they_alone_are_no_success(tmp_path: Path) -> None:
    read = read_rows(tmp_path, [["DAFTAR PEGAWAI NON ASN"], *BARE])
    assert (read.heads, read.found, read.notes) == ([], [("list_empty", None)], ["people_not_asn"])


@pytest.mark.parametrize("title", ["DAFTAR PEGAWAI", "DAFTAR PNS DAN HONORER"])
def test_others_without_nip_are_asked_for_it(tmp_path: Path, title: str) -> None:
    read = read_rows(tmp_path, [[title], *BARE])
    assert (read.heads, read.found) == ([], [("kind_lacks_column", None)])
    assert [(f.values["kind"], f.values["key"]) for f in read.findings] == [("roster", "nip")]


def test_names_beside_units_are_people(tmp_path: Path) -> None:
    read = read_rows(tmp_path, [["No", "Nama Lengkap", "Unit Kerja"], [1, "Contoh Satu", "Bidang A"]])
    assert (read.heads, len(read.found)) == ([], 1)
    units = read_rows(tmp_path, [["Kode Unor", "Nama Unor", "Unor Atasan", "Nama"], ["1", "Bidang A", "Dinas A", "Contoh Satu"]])  # fmt: skip
    assert (units.heads[0].kind, units.row()["unit"]) == ("units", "Bidang A")
