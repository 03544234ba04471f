"""Surveys as offices sum them up: a row a unit, a column a dimension."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from asnkarier.core.numbers import SCALE
from tests.ingest.sheetmaker import read_rows, write_xlsx
from tests.terminal import asnkarier

TITLE = ["HASIL SURVEI LINGKUNGAN KERJA TAHUN 2025"]
HEAD = ["NO", "UNIT KERJA", "Kepemimpinan", "Kerja Sama", "Beban Kerja", "Jumlah Responden"]
ROW: list[Any] = [1, "Bidang Arsip", 80, "75,5", 0, 12]
LEVELS = ["level:Kepemimpinan", "level:Kerja Sama", "level:Beban Kerja"]


def test_a_column_a_dimension(tmp_path: Path) -> None:
    read = read_rows(tmp_path, [TITLE, [], HEAD, ROW])
    row = read.row()
    assert (read.found, read.heads[0].kind, row["unit"], row["year"], row["respondents"]) == ([], "survey", "Bidang Arsip", 2025, 12)  # fmt: skip
    assert [row[field] for field in LEVELS] == [80 * SCALE, 755 * SCALE // 10, 0]


@pytest.mark.parametrize(
    ("title", "extra", "cells"),
    [
        (TITLE, ["Rata-rata"], [51.8]),
        (TITLE, ["Nilai"], [51.8]),
        (TITLE, ["Total", "Kategori"], [155.5, "Baik"]),
        (TITLE, ["Indeks", "Peringkat"], [51.8, 1]),
    ],
)
def test_sums_and_means_are_no_dimensions(tmp_path: Path, title: list[str], extra: list[str], cells: list[Any]) -> None:
    read = read_rows(tmp_path, [title, [], [*HEAD, *extra], [*ROW, *cells]])
    assert (read.found, [field for field in read.heads[0].fields if field.startswith("level:")]) == ([], LEVELS)
    assert {"score", "dimension"}.isdisjoint(read.heads[0].fields)


def test_two_rows_of_headers(tmp_path: Path) -> None:
    head = [["NO", "UNIT KERJA", "DIMENSI", "", ""], ["", "", "Kepemimpinan", "Kerja Sama", "Beban Kerja"]]
    read = read_rows(tmp_path, [TITLE, [], *head, ROW[:5]])
    assert (read.found, [read.row()[field] for field in LEVELS]) == ([], [80 * SCALE, 755 * SCALE // 10, 0])


def test_without_the_word_it_takes_who_says_so(tmp_path: Path) -> None:
    rows = [["REKAP TAHUN 2025"], [], HEAD, ROW]
    assert read_rows(tmp_path, rows).heads == []
    assert read_rows(tmp_path, rows, as_kinds=("survey",)).row()["level:Kepemimpinan"] == 80 * SCALE


def test_a_survey_of_whom_units_serve_is_another(tmp_path: Path) -> None:
    read = read_rows(tmp_path, [["SURVEI KEPUASAN MASYARAKAT TAHUN 2025"], [], HEAD, ROW])
    assert (read.heads, read.found) == ([], [("no_list_found", None)])


def test_what_is_no_score_is_no_dimension(tmp_path: Path) -> None:
    read = read_rows(tmp_path, [TITLE, [], [*HEAD, "Luas Ruang"], [*ROW, 250]])
    assert "level:Luas Ruang" not in read.heads[0].fields
    assert read.why()["Luas Ruang"] == "unknown"


def test_a_row_a_dimension_is_still_read(tmp_path: Path) -> None:
    rows = [TITLE, [], ["Unit Kerja", "Dimensi", "Skor", "Responden"], ["Bidang Arsip", "Kerja Sama", 75, 12]]
    read = read_rows(tmp_path, rows)
    assert (read.found, read.row()["dimension"], read.row()["score"]) == ([], "Kerja Sama", 75 * SCALE)


def test_a_unit_of_which_nothing_is_said(tmp_path: Path) -> None:
    read = read_rows(tmp_path, [TITLE, [], HEAD, ROW, [2, "Bidang Data", "-", "", None, ""]])
    assert (len(read.rows[0]), read.ends[0].skipped_why) == (1, {"nothing_said": 1})


def test_it_is_imported_once_and_changes_nothing_again(tmp_path: Path) -> None:
    """Two units of three and two dimensions are five scores in two rows of the sheet."""
    db = tmp_path / "k.sqlite"
    asnkarier("init", "--db", db, "--name", "Kota Contoh")
    units = write_xlsx(tmp_path / "u.xlsx", {"Unit": [["unit", "unit_code"], ["Bidang Arsip", "1"], ["Bidang Data", "2"]]})  # fmt: skip
    assert asnkarier("import", units, "--as", "units", "--db", db).code == 0
    file = write_xlsx(tmp_path / "s.xlsx", {"Lembar": [TITLE, [], HEAD, ROW, [2, "Bidang Data", 60, "", 70, 8]]})
    counts = [json.loads(asnkarier("import", file, "--db", db, "--format", "json").out)["sheets"][0]["rows"] for _ in range(2)]  # fmt: skip
    assert [(one["inserted"], one["unchanged"]) for one in counts] == [(2, 0), (0, 2)]
    with sqlite3.connect(db) as opened:
        scores = opened.execute("SELECT dimension, score, respondents FROM survey ORDER BY unit_id, dimension").fetchall()  # fmt: skip
    assert scores == [
        ("Beban Kerja", 0, 12), ("Kepemimpinan", 80 * SCALE, 12), ("Kerja Sama", 755 * SCALE // 10, 12),
        ("Beban Kerja", 70 * SCALE, 8), ("Kepemimpinan", 60 * SCALE, 8),
    ]  # fmt: skip
    batches = json.loads(asnkarier("imports", "list", "--db", db, "--format", "json").out)
    number = max(one["batch"] for one in batches["imports"])
    assert asnkarier("imports", "undo", str(number), "--yes", "--db", db).code == 0
    with sqlite3.connect(db) as opened:
        assert opened.execute("SELECT COUNT(*) FROM survey").fetchone() == (0,)
