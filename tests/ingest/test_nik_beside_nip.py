"""`NIP/NIK`: who has no NIP stands there by a NIK of 16 digits, and is no ASN unless something else in the row says so."""

from pathlib import Path
from typing import Any

import pytest

from asnkarier.core.parse.base import Bad
from asnkarier.core.parse.nip import is_nik, read_nip
from tests.ingest.sheetmaker import PNS, read_rows

NIK = "1271015203800001"
"""Born on 12 March 1980, a woman: 12 + 40 = 52."""


@pytest.mark.parametrize("header", ["NIP/NIK", "nip_nik", "NIK / NIP"])
def test_who_has_a_nik_alone_is_left_out(tmp_path: Path, header: str) -> None:
    rows = [[header, "NAMA", "GOL", "JABATAN", "UNIT KERJA"], [PNS, "Contoh Satu", "III/b", "Analis", "Bidang A"], [NIK, "Contoh Dua", "", "Petugas", "Bidang A"]]  # fmt: skip
    read = read_rows(tmp_path, rows)
    assert (read.found, len(read.rows[0]), read.ends[0].skipped_why) == ([], 1, {"not_asn": 1})
    assert [(f.code, dict(f.values)) for f in read.findings] == [("people_by_nik", {"number": 1})]


@pytest.mark.parametrize(("extra", "value"), [("GOL", "III/b"), ("STATUS PEGAWAI", "PNS"), ("STATUS PEGAWAI", "PPPK")])
def test_an_asn_needs_a_nip(tmp_path: Path, extra: str, value: str) -> None:
    rows = [["NIP/NIK", "NAMA", extra, "JABATAN", "UNIT KERJA"], [NIK, "Contoh Dua", value, "Analis", "Bidang A"]]
    assert read_rows(tmp_path, rows).found == [("nip_is_nik", "A2")]


@pytest.mark.parametrize(("number", "code"), [(NIK, "nip_is_nik"), (PNS[:16], "nip_length")])
def test_below_nip_alone_a_nik_is_an_error(tmp_path: Path, number: str, code: str) -> None:
    rows = [["NIP", "NAMA", "JABATAN", "UNIT KERJA"], [number, "Contoh Dua", "Petugas", "Bidang A"]]
    assert read_rows(tmp_path, rows).found == [(code, "A2")]


@pytest.mark.parametrize(
    ("digits", "told"),
    [
        ("1271011203800001", True),
        ("1271015203800001", True),
        ("1271013103800001", True),
        ("1271013203800001", False),  # day 32
        ("1271017103800001", True),  # 31 + 40
        ("1271017203800001", False),
        ("1271010003800001", False),
        ("1271011213800001", False),  # month 13
        ("0071011203800001", False),  # no province
        ("9871011203800001", False),
        ("127101120380000", False),  # 15 digits
        (PNS[:16], False),  # 19900101 2015…: where the month would stand is the year of appointment
        (PNS[2:], False),
        # 19|81-01-12, appointed in January 2005: Maluku, the 20th of May 2001 as a NIK.
        ("8101122005011001", False),
        ("8101122005013001", True),  # no NIP has a 3 for the sex
    ],
)
def test_what_is_a_nik(digits: str, told: bool) -> None:
    assert is_nik(digits) is told


def test_a_nik_kept_as_a_number() -> None:
    found: Any = read_nip(float(NIK))
    assert found == Bad("nip_is_nik", {})
