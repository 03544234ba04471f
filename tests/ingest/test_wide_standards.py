"""Standards as the ordinary SKJ sheet has them: a row a post, a column a competency."""

import json
from pathlib import Path
from typing import Any

import pytest

from asnkarier.core.numbers import SCALE
from tests.ingest.sheetmaker import PNS, read_rows, write_xlsx
from tests.terminal import asnkarier

HEAD = ["No", "Jabatan", "Unit Kerja", "OPD", "Integritas", "Kerjasama"]
ROW: list[Any] = [1, "Kepala Bidang Data", "Bidang Data", "Dinas Contoh", 3, "Level 4"]


def test_a_column_a_competency(tmp_path: Path) -> None:
    read = read_rows(tmp_path, [["STANDAR KOMPETENSI JABATAN"], [], HEAD, ROW])
    assert (read.found, [head.kind for head in read.heads]) == ([], ["standards"])
    row = read.row()
    assert (row["position"], row["unit"], row["agency"]) == ("Kepala Bidang Data", "Bidang Data", "Dinas Contoh")
    assert (row["level:Integritas"], row["level:Kerja Sama"]) == (3 * SCALE, 4 * SCALE)


@pytest.mark.parametrize(
    ("above", "below", "values"),
    [
        (["Standar", "", "Gap", ""], ["Integritas", "Kerjasama"] * 2, [3, 4, -1, 0]),
        (["Integritas", "", "Kerjasama", ""], ["Level Standar", "Deskripsi"] * 2, [3, "jujur", 4, "bersama"]),
        (["KOMPETENSI MANAJERIAL", ""], ["Integritas", "Kerjasama"], [3, 4]),
        (["Level yang Dipersyaratkan", "Level yang Dipersyaratkan"], ["Integritas", "Kerjasama"], [3, 4]),
    ],
)
def test_what_stands_above_and_below_a_competency(
    tmp_path: Path, above: list[str], below: list[str], values: list[Any]
) -> None:
    rows = [["Jabatan", "Unit Kerja", *above], ["", "", *below], ["Analis", "Bidang A", *values]]
    read = read_rows(tmp_path, rows)
    assert (read.found, [head.kind for head in read.heads]) == ([], ["standards"])
    assert (read.row()["level:Integritas"], read.row()["level:Kerja Sama"]) == (3 * SCALE, 4 * SCALE)


@pytest.mark.parametrize("levels", [("-", ""), (0, 0), (0, "")])
def test_a_post_without_a_level_says_nothing(tmp_path: Path, levels: tuple[Any, Any]) -> None:
    read = read_rows(tmp_path, [HEAD, ROW, [2, "Analis", "Bidang Data", "Dinas Contoh", *levels]])
    assert (len(read.rows[0]), read.ends[0].skipped_why) == (1, {"nothing_said": 1})


def test_a_level_beyond_five_is_told_at_its_cell(tmp_path: Path) -> None:
    assert read_rows(tmp_path, [HEAD, [*ROW[:5], 6]]).found == [("level_range", "F2")]


def test_levels_of_people_are_no_standards(tmp_path: Path) -> None:
    """With a NIP it is an assessment; with names alone nothing that can be kept."""
    rows = [["NIP", "Jabatan", "Tanggal Asesmen", "Integritas", "Kerjasama"], [PNS, "Analis", "01-06-2025", 3, 4]]
    assert [head.kind for head in read_rows(tmp_path, rows).heads] == ["assessments"]
    named = [["Nama", "Jabatan", "Unit Kerja", "Integritas", "Kerjasama"], ["Contoh Satu", "Analis", "Bidang A", 3, 4]]
    assert "standards" not in [head.kind for head in read_rows(tmp_path, named).heads]


def test_a_row_a_competency_is_still_read(tmp_path: Path) -> None:
    rows = [["Jabatan", "Kompetensi", "Level Standar", "Integritas"], ["Analis", "Komunikasi", 3, "ya"]]
    read = read_rows(tmp_path, rows)
    assert (read.row()["competency"], read.row()["required"], read.why()) == ("Komunikasi", 3 * SCALE, {"Integritas": "unknown"})  # fmt: skip


def test_the_matrix_is_imported_once_and_changes_nothing_again(tmp_path: Path) -> None:
    """Two posts of three and two levels are five standards in two rows of the sheet."""
    db = tmp_path / "k.sqlite"
    asnkarier("init", "--db", db, "--name", "Kota Contoh")
    posts = [["Jabatan", "Unit Kerja", "OPD", "Jenis Jabatan"], ["Kepala Bidang Data", "Bidang Data", "Dinas Contoh", "Administrator"], ["Kepala Seksi Data", "Seksi Data", "Dinas Contoh", "Pengawas"]]  # fmt: skip
    units = [["Unit Kerja", "OPD"], ["Bidang Data", "Dinas Contoh"], ["Seksi Data", "Dinas Contoh"]]
    levels = [["Jabatan", "Unit Kerja", "OPD", "Integritas", "Kerjasama", "Komunikasi"], ["Kepala Bidang Data", "Bidang Data", "Dinas Contoh", 3, 4, 3], ["Kepala Seksi Data", "Seksi Data", "Dinas Contoh", 2, "", 2]]  # fmt: skip
    file = write_xlsx(tmp_path / "skj.xlsx", {"Unit": units, "Jabatan": posts, "SKJ": levels})
    first = json.loads(asnkarier("import", file, "--db", db, "--format", "json").out)
    rows = {sheet["sheet"]: sheet["rows"] for sheet in first["sheets"]}
    assert rows["SKJ"] == {"read": 2, "inserted": 2, "updated": 0, "unchanged": 0, "rejected": 0, "skipped": 0}
    again = json.loads(asnkarier("import", file, "--db", db, "--format", "json").out)
    assert again["batch"] is None
    shown = json.loads(asnkarier("standards", "show", "Kepala Bidang Data", "--db", db, "--format", "json").out)
    required = {c["competency"]: c["required"] for c in shown["competencies"]}
    assert (required["Integritas"], required["Kerja Sama"]) == (3, 4)
