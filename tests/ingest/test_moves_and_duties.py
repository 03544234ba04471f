"""New posts beside old ones, and posts of those who act: whose days they are, and what is asked about."""

from pathlib import Path
from typing import Any

import pytest

from tests.ingest.sheetmaker import PNS, read_rows

HEADS = ["NO", "NAMA", "NIP", "JABATAN LAMA", "UNIT KERJA LAMA", "JABATAN BARU", "UNIT KERJA BARU"]
MOVED = [1, "Contoh", PNS, "Pengelola A", "Dinas A", "Pengelola B", "Dinas B"]
ASKED = [("column_of_what_is_new", "F1"), ("column_of_what_is_new", "G1")]


@pytest.mark.parametrize(
    ("title", "heads", "cells"),
    [
        ("", ["NO SK", "TMT"], ["821/1", "01/02/2025"]),
        ("DAFTAR MUTASI JABATAN PELAKSANA", ["TMT"], ["01/02/2025"]),
        ("", ["TMT JABATAN BARU", "NOMOR SK"], ["01/02/2025", "821/1"]),
    ],
)
def test_a_post_that_was_given(tmp_path: Path, title: str, heads: list[str], cells: list[str]) -> None:
    read = read_rows(tmp_path, [*([[title]] if title else []), [*HEADS, *heads], [*MOVED, *cells]])
    row = read.row()
    assert (read.found, read.heads[0].kind) == ([], "roster")
    assert (row["position"], row["unit"], row["position_since"]) == ("Pengelola B", "Dinas B", "2025-02-01")
    assert read.heads[0].dated == "2025-02-01"  # it does not speak of today


@pytest.mark.parametrize(
    ("heads", "cells"),
    [
        (["TMT"], ["01/02/2025"]),  # nothing says that it was decided
        (["NO SK", "TMT"], ["821/1", "01/02/2027"]),  # not yet
        (["NO SK"], ["821/1"]),  # from when?
    ],
)
def test_a_post_of_which_that_is_not_certain(tmp_path: Path, heads: list[str], cells: list[str]) -> None:
    read = read_rows(tmp_path, [[*HEADS, *heads], [*MOVED, *cells]])
    assert (read.rows, [one for one in read.found if one[0] != "column_ambiguous"]) == ([], ASKED)


@pytest.mark.parametrize(
    ("parents", "children"),
    [
        (["LAMA", "", "BARU", ""], ["JABATAN", "UNIT KERJA", "JABATAN", "UNIT KERJA"]),
        (["SEMULA", "", "MENJADI", ""], ["JABATAN", "UNIT", "JABATAN", "UNIT"]),
        (["JABATAN", "", "UNIT KERJA", ""], ["LAMA", "BARU", "LAMA", "BARU"]),
    ],
)
def test_two_rows_of_headers_over_old_and_new(tmp_path: Path, parents: list[str], children: list[str]) -> None:
    by_post = parents[0] == "JABATAN"
    cells = (
        ["Pengelola A", "Pengelola B", "Dinas A", "Dinas B"]
        if by_post
        else ["Pengelola A", "Dinas A", "Pengelola B", "Dinas B"]
    )
    rows = [
        ["NO", "NAMA", "NIP", *parents, "TMT"],
        ["", "", "", *children, ""],
        [1, "Contoh", PNS, *cells, "01/02/2025"],
    ]
    read = read_rows(tmp_path, [["DAFTAR MUTASI PEGAWAI"], [], *rows])
    row = read.row()
    assert (read.found, read.heads[0].kind) == ([], "roster")
    assert (row["position"], row["unit"], row["position_since"]) == ("Pengelola B", "Dinas B", "2025-02-01")
    # Without a title nobody says that it was decided.
    assert {code for code, _cell in read_rows(tmp_path, rows).found} <= {"column_of_what_is_new", "column_ambiguous"}
    assert read_rows(tmp_path, rows).rows == []


def test_a_new_unit_beside_the_post_is_asked_about(tmp_path: Path) -> None:
    """As a history of posts it would tell the post from that day and lose the unit."""
    rows = [
        ["NO", "NAMA", "NIP", "JABATAN", "UNIT KERJA", "", "TMT"],
        ["", "", "", "", "LAMA", "BARU", ""],
        [1, "Contoh", PNS, "Analis", "Dinas A", "Dinas B", "01/02/2025"],
    ]
    read = read_rows(tmp_path, [["DAFTAR MUTASI PEGAWAI"], [], *rows])
    assert (read.rows, ("column_of_what_is_new", "F3") in read.found) == ([], True)


ACTS = ["NAMA", "NIP", "JABATAN DEFINITIF"]
ONE: list[Any] = ["Contoh", PNS, "Kepala Seksi A"]


@pytest.mark.parametrize(
    ("header", "cell", "acting"),
    [
        ("JABATAN PLT", "Kepala Bidang B", "plt"),
        ("JABATAN PLT", "Plt. Kepala Bidang B", "plt"),
        ("JABATAN PLH", "Kepala Bidang B", "plh"),
        ("JABATAN PLT/PLH", "Plh. Kepala Bidang B", "plh"),
        ("JABATAN SEBAGAI PELAKSANA TUGAS", "Kepala Bidang B", "plt"),
    ],
)
def test_the_days_of_a_duty_are_not_those_of_the_definitive_post(
    tmp_path: Path, header: str, cell: str, acting: str
) -> None:
    read = read_rows(tmp_path, [[*ACTS, header, "TMT", "S.D."], [*ONE, cell, "01/02/2025", "01/05/2025"]])
    row = read.row()
    assert (read.found, read.heads[0].kind, read.why()["JABATAN DEFINITIF"]) == ([], "history", "unknown")
    assert (row["position"], row["acting"], row["until"]) == ("Kepala Bidang B", acting, "2025-05-01")


def test_a_duty_that_neither_header_nor_cell_names(tmp_path: Path) -> None:
    rows = [[*ACTS, "JABATAN PLT/PLH", "TMT", "S.D."], [*ONE, "Kepala Bidang B", "01/02/2025", "01/05/2025"]]
    assert (read_rows(tmp_path, rows).rows, read_rows(tmp_path, rows).found) == ([], [("column_required", None)])


def test_a_list_of_duties_without_the_definitive_posts(tmp_path: Path) -> None:
    rows = [["NAMA", "NIP", "JABATAN PLT", "UNIT KERJA", "TMT", "S.D."], ["Contoh", PNS, "Kepala Bidang B", "Dinas B", "01/02/2025", "01/05/2025"]]  # fmt: skip
    read = read_rows(tmp_path, rows)
    assert (read.found, read.row()["position"], read.row()["acting"]) == ([], "Kepala Bidang B", "plt")
