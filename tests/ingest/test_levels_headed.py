"""`JENJANG` over levels of functional posts is the kind of the post, over degrees the education: the column's own values decide."""

from pathlib import Path
from typing import Any

import pytest

from tests.ingest.sheetmaker import Read, read_rows

TEACHERS = [["199001012015011001", "Contoh Satu", "Guru"], ["199001012015011002", "Contoh Dua", "Kepala Seksi Kurikulum"]]  # fmt: skip


def people(tmp_path: Path, header: str, cells: list[str], kinds: list[str] | None = None) -> Read:
    heads = ["NIP", "Nama", "Jabatan", "Unit Kerja", header, *(["Jenis Jabatan"] if kinds else [])]
    beside = kinds or ["", ""]
    return read_rows(tmp_path, [heads, *([*who, "SDN 1", *said] for who, *said in zip(TEACHERS, cells, beside, strict=True))])  # fmt: skip


@pytest.mark.parametrize(
    ("header", "cells", "kinds", "expected"),
    [
        ("JENJANG", ["Ahli Muda", ""], None, ["jf_ahli_muda", None]),
        ("JENJANG", ["Muda", "-"], None, ["jf_ahli_muda", None]),  # where only levels stand
        ("JENJANG JF", ["Madya", ""], None, ["jf_ahli_madya", None]),
        ("JENJANG", ["Mahir", "Pengawas"], None, ["jf_mahir", "pengawas"]),
        # What the level leaves blank the kind beside it says.
        ("JENJANG", ["Ahli Muda", ""], ["Fungsional", "Pengawas"], ["jf_ahli_muda", "pengawas"]),
        ("JENJANG JABATAN", ["Ahli Muda", ""], ["JF Keahlian", "Pengawas"], ["jf_ahli_muda", "pengawas"]),
    ],
)
def test_levels(tmp_path: Path, header: str, cells: list[str], kinds: list[str] | None, expected: list[Any]) -> None:
    read = people(tmp_path, header, cells, kinds)
    assert (read.found, [row["position_kind"] for _number, row in read.rows[0]]) == ([], expected)
    assert "education" not in read.heads[0].fields


def test_degrees(tmp_path: Path) -> None:
    read = people(tmp_path, "JENJANG", ["S1", "D-III"])
    assert (read.found, [row["education"] for _number, row in read.rows[0]]) == ([], ["S1", "D-III"])


@pytest.mark.parametrize("cells", [["Pelaksana", "Penyelia"], ["Pelaksana", "Pelaksana"], ["Pelaksana", "-"]])
def test_pelaksana_alone_may_be_a_level_of_old_or_a_kind(tmp_path: Path, cells: list[str]) -> None:
    """Nobody says which, but no education is called so: the column is asked about and the people are read."""
    read = people(tmp_path, "JENJANG", cells)
    assert (read.found, read.why()) == ([("column_ambiguous", "E1")], {"JENJANG": "ambiguous"})
    assert "education" not in read.heads[0].fields
    assert [row["position_kind"] for _number, row in read.rows[0]] == [None, None]
    told = read_rows(tmp_path, [["NIP", "Nama", "Jabatan", "Unit Kerja", "JENJANG"], [*TEACHERS[0], "SDN 1", cells[0]]], maps={"JENJANG": "position_kind"})  # fmt: skip
    assert (told.found, told.row()["position_kind"]) == ([], "pelaksana")


def test_a_word_of_posts_among_degrees_is_an_error(tmp_path: Path) -> None:
    assert people(tmp_path, "JENJANG", ["S1", "Pelaksana"]).found == [("education_unknown", "E3")]


JABATAN = ["Jabatan", "Jenis", "Unit Kerja"]


@pytest.mark.parametrize(
    ("kinds", "read_as", "found"),
    [
        (["Administrator", "JF Ahli Pertama"], ["administrator", "jf_ahli_pertama"], []),
        (["Pengawas", "JF Ahli Pertamaa"], ["pengawas"], [("word_unknown", "B3")]),
        (["Pelaksana", "Fungsional"], ["pelaksana"], [("cell_required", "B3")]),  # which level, nobody says
    ],
)
def test_a_bare_kind_beside_posts_and_units(tmp_path: Path, kinds: list[str], read_as: list[str], found: list[Any]) -> None:  # fmt: skip
    read = read_rows(tmp_path, [JABATAN, ["Sekretaris", kinds[0], "Sekretariat"], ["Arsiparis", kinds[1], "Sekretariat"]])  # fmt: skip
    assert (read.heads[0].kind, read.found) == ("positions", found)
    assert [row["position_kind"] for _number, row in read.rows[0]] == read_as


def test_groups_of_competencies_are_no_kinds_of_posts(tmp_path: Path) -> None:
    words = [["Integritas", "Manajerial", "x"], ["Analisis Data", "Teknis", "y"]]
    read = read_rows(tmp_path, [["Kompetensi", "Jenis", "Deskripsi"], *words])
    assert (read.heads[0].kind, [row["group"] for _number, row in read.rows[0]]) == ("competencies", ["manajerial", "teknis"])  # fmt: skip


def test_posts(tmp_path: Path) -> None:
    heads = ["Nama Jabatan", "Unit Kerja", "Jenjang", "Kelas", "Kebutuhan"]
    read = read_rows(tmp_path, [heads, ["Guru", "SDN 1", "Ahli Pertama", 8, 3], ["Pranata Komputer", "SDN 1", "Mahir", 7, 1]])  # fmt: skip
    assert (read.found, read.heads[0].kind) == ([], "positions")
    assert [row["position_kind"] for _number, row in read.rows[0]] == ["jf_ahli_pertama", "jf_mahir"]
