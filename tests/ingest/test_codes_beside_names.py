"""Exports write a code beside each name: `SATKER ID | SATKER NAMA`; the name is read, and a code only where it is the unit's."""

from pathlib import Path

import pytest

from tests.ingest.sheetmaker import PNS, read_rows

CODE = "A5EB03E23AFBF6A0E040640A040252AD"
WHO = ["NIP BARU", "NAMA", "JABATAN NAMA", "UNOR NAMA"]
ONE = [PNS, "Contoh Satu", "Analis", "Bidang A"]


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("SATUAN KERJA ID", "SATUAN KERJA NAMA"),
        ("ID SATUAN KERJA", "NAMA SATUAN KERJA"),
        ("OPD ID", "OPD NAMA"),
        ("SATKER ID", "SATKER NAMA"),
        ("PERANGKAT DAERAH ID", "PERANGKAT DAERAH NAMA"),
        ("UNIT KERJA INDUK ID", "UNIT KERJA INDUK NAMA"),
        ("KODE DINAS", "DINAS NAMA"),
        ("KODE OPD", "NAMA OPD"),
        ("Kode Satker", "Satker"),
    ],
)
def test_the_name_is_the_agency_and_its_code_is_nobodys(tmp_path: Path, code: str, name: str) -> None:
    read = read_rows(tmp_path, [[*WHO, code, name], [*ONE, CODE, "Dinas Sosial"]])
    assert (read.found, read.row()["agency"], read.row()["unit"]) == ([], "Dinas Sosial", "Bidang A")
    assert CODE not in read.row().values()
    assert read.why()[code] in ("unknown", "not_kept")


def test_an_id_alone_is_no_name(tmp_path: Path) -> None:
    read = read_rows(tmp_path, [[*WHO, "SATUAN KERJA ID"], [*ONE, CODE]])
    assert (read.found, "agency" in read.row()) == ([], False)


@pytest.mark.parametrize("code", ["UNIT KERJA ID", "UNOR ID", "KODE UNIT KERJA", "UNIT ORGANISASI ID"])
def test_the_code_of_the_unit(tmp_path: Path, code: str) -> None:
    header = ["NIP", "NAMA", "JABATAN", code, "UNIT KERJA NAMA", "KODE OPD", "NAMA OPD"]
    read = read_rows(tmp_path, [header, [PNS, "Contoh Satu", "Analis", "U1", "Bidang A", "1.02", "Dinas Sosial"]])
    row = read.row()
    assert (read.found, row["unit_code"], row["unit"], row["agency"]) == ([], "U1", "Bidang A", "Dinas Sosial")


def test_the_code_of_an_agency_that_is_the_unit(tmp_path: Path) -> None:
    read = read_rows(tmp_path, [["NIP", "NAMA", "JABATAN", "KODE OPD", "NAMA OPD"], [*ONE[:3], "1.02", "Dinas Sosial"]])
    assert (read.found, read.row()["unit_code"], read.row()["unit"]) == ([], "1.02", "Dinas Sosial")
