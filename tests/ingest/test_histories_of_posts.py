"""Lists of the posts that people have held, which have the columns of a roster: what tells them from one."""

from pathlib import Path
from typing import Any

import pytest

from tests.ingest.sheetmaker import PNS, PNS_WOMAN, PPPK, read_rows

HEADS = ["No", "NIP", "Nama", "Jabatan", "Unit Kerja", "TMT", "s.d.", "No SK"]
POSTS = [
    [1, PNS, "Contoh Satu", "Kepala Seksi Arsip", "Dinas Arsip", "01/02/2015", "31/12/2018", "821/1"],
    [2, PNS, "Contoh Satu", "Kepala Bidang Arsip", "Dinas Arsip", "01/01/2019", "sekarang", "821/2"],
]
OF_TWO = [
    [1, PNS, "Contoh Satu", "Kepala Seksi Arsip", "Dinas Arsip", "01/02/2015", "31/12/2018", "821/1"],
    [2, PNS_WOMAN, "Contoh Dua", "Kepala Seksi Data", "Dinas Arsip", "01/03/2017", "30/06/2020", "821/2"],
]


def without(rows: list[list[Any]], at: int) -> list[list[Any]]:
    return [row[:at] + row[at + 1 :] for row in rows]


@pytest.mark.parametrize("ends", ["s.d.", "Sampai Dengan", "Sampai", "TMT Akhir"])
@pytest.mark.parametrize("begins", ["TMT", "TMT Jabatan", "Mulai"])
def test_posts_with_a_beginning_and_an_end(tmp_path: Path, begins: str, ends: str) -> None:
    read = read_rows(tmp_path, [[*HEADS[:5], begins, ends, "No SK"], *POSTS])
    assert (read.found, read.heads[0].kind) == ([], "history")
    held = [(row["position"], row["since"], row["until"]) for _number, row in read.rows[0]]
    assert held == [
        ("Kepala Seksi Arsip", "2015-02-01", "2018-12-31"),
        ("Kepala Bidang Arsip", "2019-01-01", None),
    ]


def test_one_post_of_each_that_is_over(tmp_path: Path) -> None:
    read = read_rows(tmp_path, [HEADS, *OF_TWO])
    assert (read.found, read.heads[0].kind) == ([], "history")
    assert [row["until"] for _number, row in read.rows[0]] == ["2018-12-31", "2020-06-30"]


def test_several_posts_of_one_person_without_their_ends(tmp_path: Path) -> None:
    read = read_rows(tmp_path, without([HEADS, *POSTS], 6))
    assert (read.found, read.heads[0].kind) == ([], "history")
    assert [row["since"] for _number, row in read.rows[0]] == ["2015-02-01", "2019-01-01"]


@pytest.mark.parametrize(
    ("title", "kind"), [("RIWAYAT JABATAN PNS", "history"), ("DAFTAR PNS", "roster"), ("RIWAYAT PANGKAT", "roster")]
)
def test_the_title_says_it_where_there_are_no_ends(tmp_path: Path, title: str, kind: str) -> None:
    heads = [*HEADS[:5], "TMT Jabatan", "s.d.", "No SK"]
    read = read_rows(tmp_path, [[title], *without([heads, *OF_TWO], 6)])
    assert (read.found, read.heads[0].kind) == ([], kind)


@pytest.mark.parametrize(
    ("title", "nip", "until"),
    [
        ("DAFTAR PPPK", PPPK, "30/11/2025"),  # perhaps the end of the agreement
        ("DAFTAR KONTRAK", PNS, "31/12/2025"),
        ("DAFTAR KEPALA SEKOLAH", PNS, "31/12/2027"),  # of a term that lasts
    ],
)
def test_ends_that_may_be_of_something_else_are_asked_about(tmp_path: Path, title: str, nip: str, until: str) -> None:
    row = [1, nip, "Contoh", "Arsiparis Ahli Pertama", "Dinas Arsip", "01/12/2021", until, "821/1"]
    assert read_rows(tmp_path, [[title], HEADS, row]).found == [("kind_unclear", None)]
