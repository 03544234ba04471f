"""What offices write shorter than others: a unit right behind its number, a pension by whom it is for, a bezetting by its letters."""

from pathlib import Path

import pytest

from tests.ingest.sheetmaker import PNS, read_rows


@pytest.mark.parametrize(
    ("said", "jp", "found"),
    [
        ("20JP", 200_000, []),
        ("20jpl.", 200_000, []),
        ("40JP (5 hari)", 400_000, []),
        ("90menit", None, [("number_of_other_unit", "D2")]),
        ("20XJP", None, [("number_unreadable", "D2")]),
    ],
)
def test_a_unit_right_behind_its_number(
    tmp_path: Path, said: str, jp: int | None, found: list[tuple[str, str]]
) -> None:
    read = read_rows(tmp_path, [["NIP", "Nama Diklat", "Tahun", "JP"], [PNS, "Bimtek Contoh", 2025, said]])
    assert (read.row()["jp"] if read.rows[0] else None, read.found) == (jp, found)


def test_a_pension_of_those_who_are_left(tmp_path: Path) -> None:
    head = ["NIP", "JENIS PENSIUN", "TMT PENSIUN"]
    read = read_rows(tmp_path, [head, [PNS, "Janda/Duda", "01-05-2026"]])
    assert (read.row()["event"], read.found) == ("pensiun", [])


def test_the_letters_of_a_bezetting(tmp_path: Path) -> None:
    head = ["NO", "NAMA JABATAN", "JENIS JABATAN", "UNIT KERJA"]
    post = [1, "Analis Contoh", "Pelaksana", "Sekretariat"]
    read = read_rows(tmp_path, [[*head, "B", "K", "+/-"], [*post, 3, 4, -1]])
    assert (read.heads[0].kind, read.row()["headcount"], read.found) == ("positions", 4, [])
    assert read.why()["B"] == "not_kept"
    # One of the letters alone may be anything.
    assert "headcount" not in read_rows(tmp_path, [[*head, "K"], [*post, 4]]).row()
    both = read_rows(tmp_path, [[*head, "B", "K", "Kebutuhan"], [*post, 3, 4, 5]])
    assert both.row()["headcount"] == 5
