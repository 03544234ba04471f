"""Section rows: names of agencies and units between the people, and the people they are for."""

from pathlib import Path
from typing import Any

from tests.ingest.sheetmaker import PNS, PNS_WOMAN, PPPK, Read, read_rows

HEAD = ["No", "NIP", "Nama", "Jabatan", "Gol"]
ONE = [1, PNS, "Contoh Satu", "Analis", "III/a"]
TWO = [2, PNS_WOMAN, "Contoh Dua", "Analis", "III/a"]
THREE = [3, PPPK, "Contoh Tiga", "Analis", "IX"]


def places(read: Read) -> list[tuple[Any, Any]]:
    return [(row["agency"], row["unit"]) for _, row in read.rows[0]]


def test_units_of_one_name_in_two_agencies_without_people_of_their_own(tmp_path: Path) -> None:
    rows = [HEAD, ["DINAS KESEHATAN"], ["SEKRETARIAT"], ONE, ["DINAS PENDIDIKAN"], ["SEKRETARIAT"], TWO]
    assert places(read_rows(tmp_path, rows)) == [
        ("DINAS KESEHATAN", "SEKRETARIAT"),
        ("DINAS PENDIDIKAN", "SEKRETARIAT"),
    ]
    numbered = [HEAD, ["I", "DINAS SOSIAL"], ["A", "BIDANG X"], ONE, ["II", "BADAN ARSIP"], ["A", "BIDANG X"], TWO]
    assert places(read_rows(tmp_path, numbered)) == [("DINAS SOSIAL", "BIDANG X"), ("BADAN ARSIP", "BIDANG X")]


def test_section_rows_fill_a_blank_cell_of_the_unit(tmp_path: Path) -> None:
    rows = [
        ["NIP", "Nama", "Jabatan", "Unit Kerja"],
        ["UPT PUSKESMAS A"], [PNS, "Contoh Satu", "Perawat", ""], [PNS_WOMAN, "Contoh Dua", "Perawat", "Dinas Lain"],
        ["UPT PUSKESMAS B"], [PPPK, "Contoh Tiga", "Perawat", ""],
    ]  # fmt: skip
    read = read_rows(tmp_path, rows)
    assert [row["unit"] for _, row in read.rows[0]] == ["UPT PUSKESMAS A", "Dinas Lain", "UPT PUSKESMAS B"]
    assert read.found == []


def test_a_row_that_names_no_unit_gives_none(tmp_path: Path) -> None:
    rows = [["NIP", "Nama", "Jabatan", "Unit Kerja"], ["Daftar di bawah ini"], [PNS, "Contoh Satu", "Perawat", ""]]
    read = read_rows(tmp_path, rows)
    assert (read.row()["unit"], read.found) == (None, [("cell_blank", "D3")])
    ranks = [["NIP", "Nama", "Jabatan"], ["DINAS SOSIAL"], ["GOLONGAN III"], [PNS, "Contoh Satu", "Perawat"]]
    assert read_rows(tmp_path, ranks).row()["unit"] == "DINAS SOSIAL"


def test_a_list_of_nip_name_and_post_with_units_between(tmp_path: Path) -> None:
    rows = [HEAD[:4], ["BIDANG MUTASI"], ONE[:4], ["BIDANG ARSIP"], TWO[:4]]
    read = read_rows(tmp_path, rows)
    assert [row["unit"] for _, row in read.rows[0]] == ["BIDANG MUTASI", "BIDANG ARSIP"]
    narrow = read_rows(tmp_path, [row[1:] if len(row) > 1 else row for row in rows])
    assert [row["unit"] for _, row in narrow.rows[0]] == ["BIDANG MUTASI", "BIDANG ARSIP"]


def test_the_first_unit_after_hundreds_of_people(tmp_path: Path) -> None:
    people = [[n, f"19900101201501{1000 + n}", f"Contoh {n}", "Analis", "III/a"] for n in range(1, 401)]
    read = read_rows(tmp_path, [HEAD, *people, ["BIDANG ARSIP"], THREE])
    units = [row["unit"] for _, row in read.rows[0]]
    assert (units[0], units[399], units[400]) == (None, None, "BIDANG ARSIP")
    assert read.ends[0].delivered == 401
