"""A list of those on leave without pay says so in its title, and has no column of events."""

from pathlib import Path

import pytest

from tests.ingest.sheetmaker import PNS, read_rows

HEADER = ["NIP", "Nama", "TMT", "Nomor SK"]
ROW = [PNS, "Contoh Satu", "01-03-2025", "800/1"]


@pytest.mark.parametrize(
    "title", ["DAFTAR PEGAWAI CLTN TAHUN 2025", "DAFTAR PNS YANG MENJALANI CUTI DI LUAR TANGGUNGAN NEGARA"]
)
def test_the_title_tells_the_event(tmp_path: Path, title: str) -> None:
    read = read_rows(tmp_path, [[title], [], HEADER, ROW])
    assert (read.heads[0].kind, read.found, read.how()["event"]) == ("movements", [], "title")
    assert (read.row()["event"], read.row()["effective_on"]) == ("cltn", "2025-03-01")


@pytest.mark.parametrize("title", ["DAFTAR PEGAWAI TERMASUK CLTN", "DAFTAR PEGAWAI PENSIUN DAN CLTN", "DAFTAR PEGAWAI"])
def test_a_title_that_names_others_too_tells_nothing(tmp_path: Path, title: str) -> None:
    read = read_rows(tmp_path, [[title], [], HEADER, ROW])
    assert not read.rows or "event" not in read.row()


def test_a_roster_with_leave_in_its_title_stays_a_roster(tmp_path: Path) -> None:
    header = ["NIP", "Nama", "Jabatan", "Unit Kerja", "Kedudukan Hukum"]
    read = read_rows(
        tmp_path, [["DAFTAR PEGAWAI CLTN"], [], header, [PNS, "Contoh Satu", "Arsiparis", "Bidang Arsip", "CLTN"]]
    )
    assert (read.heads[0].kind, read.found) == ("roster", [])
