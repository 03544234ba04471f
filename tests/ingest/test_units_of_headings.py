"""In which unit people stand below a heading of those who are away, and headings whose letters are small."""

from pathlib import Path
from typing import Any

import pytest

from tests.ingest.sheetmaker import PNS, PNS_WOMAN, PPPK, read_rows

ABOVE = [["DINAS SOSIAL"], ["DAFTAR NOMINATIF PEGAWAI"], ["NO", "NIP", "NAMA", "GOL", "JABATAN"]]
ONE: list[Any] = [1, PNS, "Contoh Satu", "III/b", "Pengelola Data"]
TWO: list[Any] = [2, PNS_WOMAN, "Contoh Dua", "III/b", "Pengelola Data"]
THREE: list[Any] = [3, PPPK, "Contoh Tiga", "IX", "Guru Ahli Pertama"]


def places(tmp_path: Path, *rows: list[Any]) -> list[tuple[Any, Any, Any]]:
    read = read_rows(tmp_path, [*ABOVE, *rows])
    return [(row.get("unit"), row.get("agency"), row.get("status")) for _at, row in read.rows[0]]


@pytest.mark.parametrize(
    ("heading", "status"),
    [
        (["TUGAS BELAJAR"], "tugas_belajar"),
        (["C.", "TUGAS BELAJAR"], "tugas_belajar"),
        (["CLTN"], "cltn"),
        (["MPP"], "mpp"),
    ],
)
def test_who_is_away_is_not_in_the_unit_above_the_heading(tmp_path: Path, heading: list[str], status: str) -> None:
    """The list does not say their units: it is told at their rows, and who is on file stays where he is."""
    rows: list[list[Any]] = [["A.", "SEKRETARIAT"], ONE, ["B.", "BIDANG DATA"], TWO, heading, THREE]
    first, second, away = places(tmp_path, *rows)
    assert (first, second) == (("SEKRETARIAT", "DINAS SOSIAL", None), ("BIDANG DATA", "DINAS SOSIAL", None))
    assert away == (None, "DINAS SOSIAL", status)
    assert read_rows(tmp_path, [*ABOVE, *rows]).found == [("cell_blank", "B9")]


def test_below_no_unit_they_are_of_the_agency_as_the_others(tmp_path: Path) -> None:
    assert places(tmp_path, ONE, ["TUGAS BELAJAR"], TWO) == [
        ("DINAS SOSIAL", "DINAS SOSIAL", None),
        ("DINAS SOSIAL", "DINAS SOSIAL", "tugas_belajar"),
    ]


def test_below_several_agencies_not_even_that_is_known(tmp_path: Path) -> None:
    """Below the only agency of a list who is away is of that one; below the last of several, of any of them."""
    head = [["DAFTAR PEGAWAI"], ABOVE[2]]
    rows: list[list[Any]] = [["DINAS SOSIAL"], ONE, ["TUGAS BELAJAR"], TWO]
    found = read_rows(tmp_path, [*head, *rows]).rows[0]
    assert [row.get("agency") for _at, row in found] == ["DINAS SOSIAL", "DINAS SOSIAL"]
    rows = [["DINAS SOSIAL"], ONE, ["DINAS PENDIDIKAN"], THREE, ["TUGAS BELAJAR"], TWO]
    found = read_rows(tmp_path, [*head, *rows]).rows[0]
    assert [(row.get("unit"), row.get("agency")) for _at, row in found] == [
        ("DINAS SOSIAL", "DINAS SOSIAL"),
        ("DINAS PENDIDIKAN", "DINAS PENDIDIKAN"),
        (None, None),
    ]


def test_a_column_of_units_says_where_they_are(tmp_path: Path) -> None:
    rows = [[*ABOVE[2], "UNIT KERJA"], [*ONE, "Sekretariat"], ["TUGAS BELAJAR"], [*TWO, "Bidang Data"]]
    read = read_rows(tmp_path, [*ABOVE[:2], *rows])
    assert (read.found, [(row["unit"], row["status"]) for _at, row in read.rows[0]]) == ([], [("Sekretariat", None), ("Bidang Data", "tugas_belajar")])  # fmt: skip


@pytest.mark.parametrize("marks", [("a. ", "b. "), ("A. ", "B. "), ("1. ", "2. ")])
def test_ranks_divide_who_left_whatever_their_letters(tmp_path: Path, marks: tuple[str, str]) -> None:
    four, three = (f"{mark}Golongan {rank}" for mark, rank in zip(marks, ("IV", "III"), strict=True))
    statuses = [status for *_place, status in places(tmp_path, ONE, ["PENSIUN"], [four], TWO, [three], THREE)]
    assert statuses == [None, "keluar", "keluar"]


@pytest.mark.parametrize("marks", [("a. ", "b. "), ("A. ", "B. "), ("i) ", "ii) ")])
def test_a_letter_before_a_unit_is_no_part_of_its_name(tmp_path: Path, marks: tuple[str, str]) -> None:
    found = places(tmp_path, [f"{marks[0]}Sekretariat"], ONE, [f"{marks[1]}Bidang Data"], TWO)
    assert [unit for unit, *_rest in found] == ["Sekretariat", "Bidang Data"]


def test_a_rank_is_no_unit(tmp_path: Path) -> None:
    assert [unit for unit, *_rest in places(tmp_path, ["a. Golongan IV"], ONE, ["b. Golongan III"], TWO)] == ["DINAS SOSIAL"] * 2  # fmt: skip
