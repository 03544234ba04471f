"""Headings between the rows of a roster that say of the people below them that they left or are away."""

from pathlib import Path
from typing import Any

import pytest

from asnkarier.ingest.rows import status_told
from tests.ingest.sheetmaker import TODAY, read_rows, write_xlsx
from tests.terminal import asnkarier

HEAD = ["NO", "NAMA", "NIP", "JABATAN", "UNIT KERJA"]


def person(n: int, *more: str) -> list[Any]:
    return [n, f"Contoh {n}", f"1990010120150110{n:02d}", "Analis", "Bidang Arsip", *more]


@pytest.mark.parametrize(
    ("heading", "status"),
    [
        ("PEGAWAI PENSIUN", "keluar"),
        ("PENSIUN", "keluar"),
        ("PNS YANG TELAH PENSIUN TAHUN 2026", "keluar"),
        ("MUTASI KELUAR", "keluar"),
        ("MENINGGAL DUNIA", "keluar"),
        ("TUGAS BELAJAR", "tugas_belajar"),
        ("DIBERHENTIKAN DENGAN HORMAT", "keluar"),
        ("DIBERHENTIKAN DENGAN TIDAK HORMAT", "keluar"),
        ("DIBERHENTIKAN TIDAK DENGAN HORMAT", "keluar"),
        ("CLTN", "cltn"),
        ("PEGAWAI MPP", "mpp"),
        ("PEGAWAI AKTIF", None),
        ("PNS", None),
        ("PEGAWAI YANG AKAN PENSIUN", None),
        ("PEGAWAI PENSIUN TAHUN 2027", None),  # after 1 June 2026
        ("SUB BAGIAN MUTASI DAN PENSIUN", None),
        ("SEKSI PENSIUN", None),
        ("MPP", None),  # the mall of public services
    ],
)
def test_what_a_heading_says(heading: str, status: str | None) -> None:
    assert status_told(heading, TODAY) == status


def statuses(tmp_path: Path, rows: list[list[Any]]) -> list[Any]:
    read = read_rows(tmp_path, [["DAFTAR PEGAWAI"], [], *rows])
    assert read.found == []
    return [row["status"] for _number, row in read.rows[0]]


def test_each_heading_ends_the_one_before(tmp_path: Path) -> None:
    rows = [
        HEAD, ["A. PEGAWAI AKTIF"], person(1), ["B. PEGAWAI PENSIUN"], person(2), person(3), ["C. TUGAS BELAJAR"],
        person(4), ["D. PPPK"], person(5),
    ]  # fmt: skip
    assert statuses(tmp_path, rows) == [None, "keluar", "keluar", "tugas_belajar", None]


def test_a_title_on_every_page_ends_no_group(tmp_path: Path) -> None:
    rows = [HEAD, person(1), ["PENSIUN"], person(2), ["DAFTAR PEGAWAI"], HEAD, person(3), ["PNS"], person(4)]
    assert statuses(tmp_path, rows) == [None, "keluar", "keluar", None]


def test_a_cell_goes_before_the_heading(tmp_path: Path) -> None:
    rows = [[*HEAD, "STATUS"], person(1, "Aktif"), ["PENSIUN"], person(2, "Tugas Belajar"), person(3, "")]
    assert statuses(tmp_path, rows) == ["aktif", "tugas_belajar", "keluar"]


def test_a_unit_below_such_a_heading_is_asked_about(tmp_path: Path) -> None:
    rows = [HEAD, person(1), ["PENSIUN"], person(2), ["BIDANG MUTASI"], person(3), ["PNS"], person(4)]
    read = read_rows(tmp_path, rows)
    assert read.found == [("section_of_leavers", "C6")]
    assert [row["status"] for _number, row in read.rows[0]] == [None, "keluar", None]


def test_a_heading_far_down(tmp_path: Path) -> None:
    """Only the first rows are looked through for such headings: further down the rows are asked about, never staff on duty."""
    many = [[n, f"Contoh {n}", f"19900101201501{n:04d}", "Analis", "Bidang Arsip"] for n in range(1001, 1401)]
    read = read_rows(tmp_path, [HEAD, *many, ["PENSIUN"], person(2), ["PNS"], person(3)])
    assert read.found == [("section_of_leavers", "C403")]
    assert len(read.rows[0]) == 401


def test_a_list_without_units_makes_none_of_such_a_heading(tmp_path: Path) -> None:
    rows = [HEAD[:4], ["BIDANG MUTASI"], person(1)[:4], ["PENSIUN"], person(2)[:4]]
    read = read_rows(tmp_path, rows)
    assert [(row["unit"], row["status"]) for _number, row in read.rows[0]] == [("BIDANG MUTASI", None), ("BIDANG MUTASI", "keluar")]  # fmt: skip


def test_they_are_no_staff(tmp_path: Path) -> None:
    db = tmp_path / "kota.sqlite"
    asnkarier("init", "--name", "Kota Contoh", "--db", db)
    file = write_xlsx(tmp_path / "daftar.xlsx", {"Lembar": [HEAD, person(1), ["B. PEGAWAI PENSIUN"], person(2)]})
    assert asnkarier("import", file, "--db", db).code == 0
    staff = asnkarier("staff", "--db", db, "--format", "json").out
    assert ("Contoh 1" in staff, "Contoh 2" in staff) == (True, False)
    assert '"unchanged": 2' in asnkarier("import", file, "--db", db, "--format", "json").out
