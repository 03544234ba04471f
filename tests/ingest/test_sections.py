"""Section rows: names of agencies and units between the people, and the people they are for."""

from pathlib import Path
from typing import Any

from tests.ingest.sheetmaker import PNS, PNS_WOMAN, PPPK, Read, read_rows

HEAD = ["No", "NIP", "Nama", "Jabatan", "Gol"]
ONE = [1, PNS, "Contoh Satu", "Analis", "III/a"]
TWO = [2, PNS_WOMAN, "Contoh Dua", "Analis", "III/a"]
THREE = [3, PPPK, "Contoh Tiga", "Analis", "IX"]


def places(read: Read) -> list[tuple[Any, Any]]:
    """Return agency and unit of each row, the unit with the one above it."""
    return [
        (row["agency"], f"{row['parent']} / {row['unit']}" if row.get("parent") else row["unit"])
        for _, row in read.rows[0]
    ]


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
    rows = [["NIP", "Nama", "Jabatan", "Unit Kerja"], ["Berikut para perawat"], [PNS, "Contoh Satu", "Perawat", ""]]
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


def person(n: int) -> list[Any]:
    return [n, f"19900101201501{1000 + n}", f"Contoh {n}", "Analis", "III/a"]


def test_an_agency_its_units_and_their_parts(tmp_path: Path) -> None:
    rows = [
        HEAD, ["DINAS KESEHATAN"], person(1), ["SEKRETARIAT"], person(2), ["Sub Bagian Umum"], person(3),
        ["UPTD PUSKESMAS MELATI"], person(4), ["Sub Bagian Tata Usaha"], person(5), ["Puskesmas Pembantu Mawar"], person(6),
        ["UPTD PUSKESMAS ANGGREK"], ["Sub Bagian Tata Usaha"], person(7),
        ["BADAN ARSIP"], person(8), ["BIDANG PEMBINAAN"], ["SEKSI DATA"], person(9),
    ]  # fmt: skip
    read = read_rows(tmp_path, rows)
    assert read.found == []
    assert places(read) == [
        ("DINAS KESEHATAN", "DINAS KESEHATAN"),
        ("DINAS KESEHATAN", "SEKRETARIAT"),
        ("DINAS KESEHATAN", "SEKRETARIAT / Sub Bagian Umum"),
        ("DINAS KESEHATAN", "UPTD PUSKESMAS MELATI"),
        ("DINAS KESEHATAN", "UPTD PUSKESMAS MELATI / Sub Bagian Tata Usaha"),
        ("DINAS KESEHATAN", "UPTD PUSKESMAS MELATI / Puskesmas Pembantu Mawar"),
        ("DINAS KESEHATAN", "UPTD PUSKESMAS ANGGREK / Sub Bagian Tata Usaha"),
        ("BADAN ARSIP", "BADAN ARSIP"),
        ("BADAN ARSIP", "BIDANG PEMBINAAN / SEKSI DATA"),
    ]


def test_kelurahan_of_two_kecamatan(tmp_path: Path) -> None:
    rows = [
        HEAD, ["I", "KECAMATAN UTARA"], person(1), ["A", "KELURAHAN SATU"], person(2), ["1", "Seksi Pemerintahan"], person(3),
        ["II", "KECAMATAN SELATAN"], ["A", "KELURAHAN DUA"], ["1", "Seksi Pemerintahan"], person(4),
    ]  # fmt: skip
    assert places(read_rows(tmp_path, rows)) == [
        ("KECAMATAN UTARA", "KECAMATAN UTARA"),
        ("KECAMATAN UTARA", "KELURAHAN SATU"),
        ("KECAMATAN UTARA", "KELURAHAN SATU / Seksi Pemerintahan"),
        ("KECAMATAN SELATAN", "KELURAHAN DUA / Seksi Pemerintahan"),
    ]


def test_bagian_of_the_secretariat(tmp_path: Path) -> None:
    rows = [HEAD, ["SEKRETARIAT DAERAH"], ["BAGIAN HUKUM"], person(1), ["Sub Bagian Bantuan Hukum"], person(2), ["BAGIAN UMUM"], person(3)]  # fmt: skip
    assert places(read_rows(tmp_path, rows)) == [
        ("SEKRETARIAT DAERAH", "BAGIAN HUKUM"),
        ("SEKRETARIAT DAERAH", "BAGIAN HUKUM / Sub Bagian Bantuan Hukum"),
        ("SEKRETARIAT DAERAH", "BAGIAN UMUM"),
    ]


def test_schools_grouped_by_kecamatan_stay_with_their_dinas(tmp_path: Path) -> None:
    """A kecamatan has no schools: it only says where they lie."""
    groups = [["KECAMATAN UTARA"], ["SDN Melati 1"], person(1), ["SMPN 4"], person(2), ["KECAMATAN SELATAN"], ["SDN Mawar 2"], person(3)]  # fmt: skip
    schools = ["SDN Melati 1", "SMPN 4", "SDN Mawar 2"]
    below = read_rows(tmp_path, [HEAD, ["DINAS PENDIDIKAN"], *groups])
    assert places(below) == [("DINAS PENDIDIKAN", school) for school in schools]
    titled = read_rows(tmp_path, [["SKPD : DINAS PENDIDIKAN"], [], HEAD, *groups])
    assert places(titled) == [("DINAS PENDIDIKAN", school) for school in schools]
    alone = read_rows(tmp_path, [HEAD, *groups])
    assert places(alone) == [(None, school) for school in schools]


def test_units_below_the_agency_of_the_title(tmp_path: Path) -> None:
    rows = [["OPD : DINAS KESEHATAN"], [], HEAD, ["PUSKESMAS MELATI"], person(1), ["Sub Bagian Tata Usaha"], person(2)]
    assert places(read_rows(tmp_path, rows)) == [
        ("DINAS KESEHATAN", "PUSKESMAS MELATI"),
        ("DINAS KESEHATAN", "PUSKESMAS MELATI / Sub Bagian Tata Usaha"),
    ]


def test_who_stands_above_the_first_section_is_told_of_at_the_nip(tmp_path: Path) -> None:
    rows = [["NIP", "Nama", "Jabatan", "Gol"], [PNS, "Uji Satu", "Analis", "III/a"], ["DINAS B", "", "", ""]]
    read = read_rows(tmp_path, [*rows, ["198001012005011019", "Uji Dua", "Analis", "III/a"]])
    assert read.found == [("cell_blank", "A2")]
