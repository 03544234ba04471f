"""Ordinary headers of office lists that are further spellings of a field, and a ruang in a column of its own."""

from pathlib import Path
from typing import Any

import pytest

from tests.ingest.sheetmaker import PNS, PNS_WOMAN, PPPK, read_rows

ROW: dict[str, tuple[str, Any]] = {
    "nip": ("NIP", PNS),
    "name": ("Nama", "Contoh Satu"),
    "position": ("Jabatan", "Arsiparis"),
    "unit": ("Unit Kerja", "Bidang Arsip"),
}


@pytest.mark.parametrize(
    ("header", "field", "cell", "value"),
    [
        *((header, "nip", PNS, PNS) for header in ("NIP PPPK", "NI P3K", "NIPB", "NIP TERBARU", "No. Induk Pegawai")),
        *((header, "name", "Contoh Satu", "Contoh Satu") for header in ("Nama PPPK", "NAMA PTK")),
        *(
            (header, "position", "Arsiparis", "Arsiparis")
            for header in ("Jab.", "Nama Jab", "JABATAN/TUGAS", "Jabatan (sesuai SK)")
        ),
        *(
            (header, "unit", "Bidang Arsip", "Bidang Arsip")
            for header in (
                "Unit Kerja/Satuan Kerja", "UNIT KERJA / OPD", "Bagian/Bidang", "Bidang/Sekretariat", "Unit Tugas",
            )
        ),
        ("Status Kepeg.", "employee_kind", "PNS", "PNS"),
        ("STATUS PNS", "employee_kind", "CPNS", "CPNS"),
        ("Tingkat Pend.", "education", "S1", "S1"),
        ("Tgl. CPNS", "appointed_on", "01-01-2015", "2015-01-01"),
        ("TANGGAL, BULAN, TAHUN LAHIR", "birth_date", "01-01-1990", "1990-01-01"),
        ("TGL/BLN/THN LAHIR", "birth_date", "01-01-1990", "1990-01-01"),
        ("ESL", "echelon", "IV.a", "IV.a"),
        ("GR", "golongan", "III/b", "III/b"),
        ("Tipe Jabatan", "position_kind", "Pelaksana", "pelaksana"),
    ],
)  # fmt: skip
def test_a_spelling_of_offices(tmp_path: Path, header: str, field: str, cell: str, value: str) -> None:
    cells = {**ROW, field: (header, cell)}
    read = read_rows(tmp_path, [[head for head, _cell in cells.values()], [cell for _head, cell in cells.values()]])
    assert read.row()[field] == value


@pytest.mark.parametrize(("header", "cell"), [("GR", "8"), ("STATUS PNS", "Menikah")])
def test_a_short_header_over_other_values_is_not_read(tmp_path: Path, header: str, cell: str) -> None:
    read = read_rows(
        tmp_path, [[*(head for head, _cell in ROW.values()), header], [*(cell for _head, cell in ROW.values()), cell]]
    )
    assert not {"golongan", "employee_kind", "status"} & set(read.heads[0].fields)


def of_ruang(tmp_path: Path, *ranks: tuple[Any, Any], header: str = "RUANG") -> Any:
    nips = (PNS, PNS_WOMAN, PPPK)
    people = [
        [nip, f"Contoh {i}", *both, "Arsiparis", "Arsip"]
        for i, (nip, both) in enumerate(zip(nips, ranks, strict=False))
    ]
    return read_rows(tmp_path, [["NIP", "Nama", "GOLONGAN", header, "Jabatan", "Unit Kerja"], *people])


def test_a_ruang_in_a_column_of_its_own(tmp_path: Path) -> None:
    read = of_ruang(tmp_path, ("III", "b"), (4, "A"), ("IX", ""))
    assert read.found == []
    assert [row["golongan"] for _number, row in read.rows[0]] == ["III/b", "IV/a", "IX"]


def test_a_ruang_that_contradicts_or_lacks_is_asked_about(tmp_path: Path) -> None:
    read = of_ruang(tmp_path, ("III/b", "b"), ("III/b", "c"))
    assert read.found == [("golongan_disagrees", "C3")]
    assert of_ruang(tmp_path, ("III", "b"), ("III", "")).found == [("golongan_without_ruang", "C3")]


def test_the_room_of_an_office_is_no_ruang(tmp_path: Path) -> None:
    read = of_ruang(tmp_path, ("III/b", "R. 201"), ("III/c", "Aula"))
    assert (read.found, read.why()) == ([], {"RUANG": "not_kept"})
    assert [row["golongan"] for _number, row in read.rows[0]] == ["III/b", "III/c"]
