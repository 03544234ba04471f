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


def test_pelaksana_alone_may_be_a_level_of_old_or_a_kind(tmp_path: Path) -> None:
    assert people(tmp_path, "JENJANG", ["Pelaksana", "Penyelia"]).found == [("education_unknown", "E2"), ("education_unknown", "E3")]  # fmt: skip


def test_posts(tmp_path: Path) -> None:
    heads = ["Nama Jabatan", "Unit Kerja", "Jenjang", "Kelas", "Kebutuhan"]
    read = read_rows(tmp_path, [heads, ["Guru", "SDN 1", "Ahli Pertama", 8, 3], ["Pranata Komputer", "SDN 1", "Mahir", 7, 1]])  # fmt: skip
    assert (read.found, read.heads[0].kind) == ([], "positions")
    assert [row["position_kind"] for _number, row in read.rows[0]] == ["jf_ahli_pertama", "jf_mahir"]
