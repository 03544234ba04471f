"""Pages of several agencies on one sheet, each below its own letterhead: a letterhead is of the people under it."""

from pathlib import Path
from typing import Any

import pytest

from tests.ingest.sheetmaker import PNS, PNS_WOMAN, PPPK, read_rows

HEAD = ["NO", "NIP", "NAMA", "GOL", "JABATAN"]
ONE: list[Any] = [1, PNS, "Contoh Satu", "III/b", "Pengelola Data"]
TWO: list[Any] = [2, PNS_WOMAN, "Contoh Dua", "III/b", "Pengelola Data"]
THREE: list[Any] = [1, PPPK, "Contoh Tiga", "IX", "Guru Ahli Pertama"]


def letterhead(agency: str) -> list[list[Any]]:
    return [["PEMERINTAH KOTA CONTOH"], [agency], ["DAFTAR NOMINATIF PEGAWAI"], []]


def places(tmp_path: Path, rows: list[list[Any]]) -> list[tuple[Any, Any]]:
    read = read_rows(tmp_path, rows)
    return [(row.get("unit"), row.get("agency")) for part in read.rows for _at, row in part]


SOCIAL, SCHOOLS = ("DINAS SOSIAL",) * 2, ("DINAS PENDIDIKAN",) * 2


@pytest.mark.parametrize("again", [[HEAD], []])
def test_a_letterhead_on_each_page(tmp_path: Path, again: list[list[str]]) -> None:
    rows = [*letterhead("DINAS SOSIAL"), HEAD, ONE, TWO, [], *letterhead("DINAS PENDIDIKAN"), *again, THREE]
    assert places(tmp_path, rows) == [SOCIAL, SOCIAL, SCHOOLS]
    assert read_rows(tmp_path, rows).found == []


def test_the_name_of_the_agency_alone_on_each_page(tmp_path: Path) -> None:
    rows = [["DINAS SOSIAL"], HEAD, ONE, TWO, [], ["DINAS PENDIDIKAN"], HEAD, THREE]
    assert places(tmp_path, rows) == [SOCIAL, SOCIAL, SCHOOLS]


def test_units_below_the_letterheads_are_of_their_agency(tmp_path: Path) -> None:
    """The secretariats of two agencies are two units."""
    rows = [*letterhead("DINAS SOSIAL"), HEAD, ["SEKRETARIAT"], ONE, ["BIDANG DATA"], TWO, []]
    rows += [*letterhead("DINAS PENDIDIKAN"), HEAD, ["SEKRETARIAT"], THREE]
    expected = [("SEKRETARIAT", SOCIAL[0]), ("BIDANG DATA", SOCIAL[0]), ("SEKRETARIAT", SCHOOLS[0])]
    assert places(tmp_path, rows) == expected


def test_a_title_that_lists_below_the_letterhead_of_who_makes_lists(tmp_path: Path) -> None:
    maker = ["BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA"]
    rows = [maker, ["DAFTAR PEGAWAI DINAS SOSIAL"], HEAD, ONE, [], maker, ["DAFTAR PEGAWAI DINAS PENDIDIKAN"], HEAD]
    assert places(tmp_path, [*rows, THREE]) == [SOCIAL, SCHOOLS]


@pytest.mark.parametrize("again", [[HEAD], []])
def test_section_rows_of_agencies_are_no_letterheads(tmp_path: Path, again: list[list[str]]) -> None:
    """The names of agencies alone below the letterhead of another that made the list: whose the first people are, nobody says."""
    rows = [*letterhead("INSPEKTORAT DAERAH"), HEAD, ONE, ["DINAS SOSIAL"], *again, TWO, ["DINAS PENDIDIKAN"], THREE]
    assert places(tmp_path, rows) == [(None, None), SOCIAL, SCHOOLS]
    below = [*letterhead("INSPEKTORAT DAERAH"), HEAD, ["DINAS SOSIAL"], *again, TWO, ["DINAS PENDIDIKAN"], THREE]
    assert places(tmp_path, below) == [SOCIAL, SCHOOLS]


def test_the_same_letterhead_on_every_page_stays_one(tmp_path: Path) -> None:
    rows = [*letterhead("DINAS SOSIAL"), HEAD, ONE, [], *letterhead("DINAS SOSIAL"), HEAD, TWO]
    assert places(tmp_path, rows) == [SOCIAL, SOCIAL]
