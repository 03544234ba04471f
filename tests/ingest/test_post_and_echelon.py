"""`JABATAN / Eselon`: post and echelon in one cell, of posts that have one and of those that have none."""

from pathlib import Path

import pytest

from tests.ingest.sheetmaker import PNS, Read, read_rows


def below(tmp_path: Path, cell: str, header: str = "JABATAN / Eselon") -> Read:
    return read_rows(tmp_path, [["NIP", "NAMA", header, "UNIT KERJA"], [PNS, "Contoh Satu", cell, "Bidang TI"]])


@pytest.mark.parametrize(
    ("cell", "post", "echelon"),
    [
        ("Kepala Bidang TI / III.b", "Kepala Bidang TI", "III.b"),
        ("Kepala Bidang TI/IIIb", "Kepala Bidang TI", "III.b"),
        ("Sekretaris\nIII.a", "Sekretaris", "III.a"),
        ("Kepala Seksi A (IV.a)", "Kepala Seksi A", "IV.a"),
        ("Kepala Seksi A - Eselon IV.b", "Kepala Seksi A", "IV.b"),
        ("Pengelola Data / -", "Pengelola Data", None),
        ("Pengelola Data / Non Eselon", "Pengelola Data", None),
        ("Pengelola Data/Non-Eselon", "Pengelola Data", None),
        ("Pengelola Data (Non Eselon)", "Pengelola Data", None),
        ("Pengelola Data /", "Pengelola Data", None),
        ("Pengelola Data / .", "Pengelola Data", None),
        ("Pengelola Data\n-", "Pengelola Data", None),
        ("Arsiparis Ahli Muda / JFT", "Arsiparis Ahli Muda", None),
        ("Analis TU/Keuangan", "Analis TU/Keuangan", None),
        ("Analis TU/Keuangan / -", "Analis TU/Keuangan", None),
        ("Perawat / Pelaksana", "Perawat / Pelaksana", None),
        ("Analis Data - Madya", "Analis Data - Madya", None),
        ("Pengelola Data", "Pengelola Data", None),
    ],
)
def test_the_post_and_its_echelon(tmp_path: Path, cell: str, post: str, echelon: str | None) -> None:
    read = below(tmp_path, cell)
    assert (read.found, read.row()["position"], read.row()["echelon"]) == ([], post, echelon)


@pytest.mark.parametrize("cell", ["-", "- / -", "/", "."])
def test_no_post_at_all(tmp_path: Path, cell: str) -> None:
    read = below(tmp_path, cell)
    assert (read.found, read.row()["position"], read.row()["echelon"]) == ([("cell_blank", "C2")], None, None)


def test_a_kind_in_the_place_of_the_echelon(tmp_path: Path) -> None:
    row = below(tmp_path, "Inspektur Pembantu I / ADMINISTRATOR").row()
    assert (row["position"], row["echelon"], row["position_kind"]) == ("Inspektur Pembantu I", None, "administrator")


def test_a_duty_before_its_echelon(tmp_path: Path) -> None:
    read = below(tmp_path, "Plt. Kepala Bidang TI / III.b")
    assert [code for code, _cell in read.found] == ["duty_instead_of_position"]


def test_a_header_of_posts_alone_parts_nothing(tmp_path: Path) -> None:
    assert below(tmp_path, "Perawat / Pelaksana", "JABATAN").row()["position"] == "Perawat / Pelaksana"
