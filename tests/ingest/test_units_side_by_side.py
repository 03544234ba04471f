"""Columns of units side by side: one names the unit, another what it lies in; where that is not certain, the order of headers decides."""

from pathlib import Path
from typing import Any

import pytest

from tests.ingest.sheetmaker import PNS, PNS_WOMAN, Read, read_rows

WHO = ["NIP", "NAMA", "JABATAN"]
DINAS = "Dinas Kominfo"


def beside(tmp_path: Path, headers: list[str], *rows: list[Any]) -> Read:
    people = [[nip, "Contoh", "Analis", *row] for nip, row in zip((PNS, PNS_WOMAN), rows, strict=False)]
    return read_rows(tmp_path, [[*WHO, *headers], *people])


def places(read: Read) -> list[tuple[Any, Any, Any]]:
    return [(row.get("unit"), row.get("parent"), row.get("agency")) for _number, row in read.rows[0]]


@pytest.mark.parametrize("other", ["UNOR NAMA", "unor_nama", "UNOR", "Unit Organisasi"])
@pytest.mark.parametrize("turned", [False, True])
def test_a_column_of_agencies_alone_is_the_agency(tmp_path: Path, other: str, turned: bool) -> None:
    """The head of the dinas is in the dinas itself, as both columns say."""
    headers, rows = ["UNIT KERJA", other], [[DINAS, "Bidang TI"], [DINAS, DINAS]]
    if turned:
        headers, rows = headers[::-1], [row[::-1] for row in rows]
    read = beside(tmp_path, headers, *rows)
    assert (read.found, places(read)) == ([], [("Bidang TI", None, DINAS), (DINAS, None, DINAS)])


def test_whichever_column_holds_the_agencies(tmp_path: Path) -> None:
    read = beside(tmp_path, ["UNOR NAMA", "UNIT KERJA"], [DINAS, "Bidang TI"], [DINAS, "Bidang Data"])
    assert places(read) == [("Bidang TI", None, DINAS), ("Bidang Data", None, DINAS)]
    read = beside(tmp_path, ["UNIT KERJA", "BIDANG"], [DINAS, "Bidang TI"], [DINAS, "Bidang Data"])
    assert places(read) == [("Bidang TI", None, DINAS), ("Bidang Data", None, DINAS)]


def test_unor_goes_before_unit_kerja(tmp_path: Path) -> None:
    """Neither says that it lies in the other: HEADERS' order decides, and what is left out is named."""
    read = beside(tmp_path, ["UNIT KERJA", "UNOR NAMA"], ["Bidang TI", "Kelompok A"], ["Bidang TI", "Kelompok B"])
    assert places(read) == [("Kelompok A", None, None), ("Kelompok B", None, None)]
    assert read.why() == {"UNIT KERJA": "duplicate"}


def test_parts_lie_in_the_unit_beside_them_below_the_agency(tmp_path: Path) -> None:
    headers = ["UNIT KERJA", "UNOR NAMA", "PERANGKAT DAERAH"]
    read = beside(tmp_path, headers, ["Bidang TI", "Seksi A", DINAS], ["Bidang TI", "Bidang TI", DINAS])
    assert places(read) == [("Seksi A", "Bidang TI", DINAS), ("Bidang TI", None, DINAS)]
    read = beside(tmp_path, headers, ["Puskesmas A", "Tata Usaha", "Dinas Kesehatan"], ["Puskesmas B", "Tata Usaha", "Dinas Kesehatan"])  # fmt: skip
    assert places(read) == [("Tata Usaha", "Puskesmas A", "Dinas Kesehatan"), ("Tata Usaha", "Puskesmas B", "Dinas Kesehatan")]  # fmt: skip


def test_dinas_bidang_and_seksi(tmp_path: Path) -> None:
    headers = ["UNIT KERJA", "BIDANG", "SEKSI"]
    read = beside(tmp_path, headers, [DINAS, "Bidang TI", "Seksi A"], [DINAS, "Bidang Data", "Seksi B"])
    assert places(read) == [("Seksi A", "Bidang TI", DINAS), ("Seksi B", "Bidang Data", DINAS)]


@pytest.mark.parametrize("header", ["PUSKESMAS", "SEKOLAH", "KELURAHAN"])
def test_an_agency_lies_in_none_of_its_offices(tmp_path: Path, header: str) -> None:
    """Each row's agency is the same, its office another one: no office holds the agency."""
    read = beside(tmp_path, ["UNIT KERJA", header], [DINAS, "Puskesmas A"], [DINAS, "Puskesmas B"])
    assert (places(read), read.why()) == ([(DINAS, None, None)] * 2, {header: "duplicate"})


@pytest.mark.parametrize(
    ("headers", "row", "unit"),
    [
        (["UNIT KERJA", "LOKASI KERJA"], [DINAS, "Kota Contoh"], DINAS),
        (["UNIT KERJA", "LOKASI KERJA"], ["Bidang TI", "Kecamatan Contoh"], "Bidang TI"),
        (["UNIT KERJA", "BIDANG"], [DINAS, "Komunikasi Publik"], DINAS),
        (["UNIT KERJA", "TEMPAT TUGAS"], ["Bidang TI", "Kantor Gabungan"], "Bidang TI"),
    ],
)
def test_what_may_be_something_else_stays_left_out(
    tmp_path: Path, headers: list[str], row: list[str], unit: str
) -> None:
    read = beside(tmp_path, headers, row)
    assert (places(read), read.why()) == ([(unit, None, None)], {headers[1]: "duplicate"})


def test_a_column_of_agencies_beside_that_of_the_agency_is_left_out(tmp_path: Path) -> None:
    read = beside(tmp_path, ["UNIT KERJA", "UNOR NAMA", "OPD"], [DINAS, "Bidang TI", DINAS])
    assert (places(read), read.why()) == ([("Bidang TI", None, DINAS)], {"UNIT KERJA": "duplicate"})


def test_instansi_that_is_the_city_is_no_agency(tmp_path: Path) -> None:
    read = beside(tmp_path, ["UNIT KERJA", "UNOR NAMA", "INSTANSI"], [DINAS, "Bidang TI", "Pemerintah Kota Contoh"])
    assert places(read) == [("Bidang TI", None, DINAS)]


SIASN = ["UNOR NAMA", "SATUAN KERJA INDUK NAMA", "SATUAN KERJA KERJA NAMA"]


def test_a_blank_satuan_kerja_kerja_is_that_of_induk(tmp_path: Path) -> None:
    read = beside(tmp_path, SIASN, ["Bidang TI", "Dinas Induk", "Dinas Kerja"], ["Bidang Data", "Dinas Induk", ""])
    assert (read.found, places(read)) == (
        [],
        [("Bidang TI", None, "Dinas Kerja"), ("Bidang Data", None, "Dinas Induk")],
    )


def test_no_other_column_of_agencies_fills_blank_cells(tmp_path: Path) -> None:
    read = beside(tmp_path, ["UNIT KERJA", "PERANGKAT DAERAH", "OPD ASAL"], ["Bidang TI", "", "Dinas Asal"], ["Bidang TI", DINAS, ""])  # fmt: skip
    assert places(read) == [("Bidang TI", None, None), ("Bidang TI", None, DINAS)]
