"""A dictionary of competencies with a row a level: each competency once, and what differs between its levels is told to be left out."""

from pathlib import Path
from typing import Any

import pytest

from tests.ingest.sheetmaker import Read, read_rows, write_xlsx
from tests.terminal import asnkarier

LEFT_OUT = ("levels_not_kept", "warning")


def told(read: Read) -> list[tuple[str, str, str | None, Any]]:
    return [(f.code, f.severity, f.cell, f.values.get("columns")) for f in read.findings]


@pytest.mark.parametrize(
    ("heads", "row", "cell", "columns", "description"),
    [
        (["Kompetensi", "Kelompok", "Level", "Deskripsi"], ["Arsip", "Teknis", "{n}", "Uraian {n}"], "C1", "Level, Deskripsi", None),
        # The definition is that of the competency, the indicators are those of the levels.
        (["Kompetensi", "Kelompok", "Definisi", "Level", "Indikator"], ["Arsip", "Teknis", "Menata", "{n}", "Tahap {n}"], "D1", "Level, Indikator", "Menata"),
        # Of two columns of descriptions only one is that of the competency.
        (["Kompetensi", "Kelompok", "Definisi", "Tingkat", "Deskripsi"], ["Arsip", "Teknis", "Menata", "Level {n}", "Tahap {n}"], "D1", "Tingkat, Deskripsi", "Menata"),
    ],
)  # fmt: skip
def test_a_row_a_level(
    tmp_path: Path, heads: list[str], row: list[str], cell: str, columns: str, description: str | None
) -> None:
    rows = [[text.format(n=n) for text in row] for n in (1, 2, 3)]
    read = read_rows(tmp_path, [heads, *rows])
    assert told(read) == [(*LEFT_OUT, cell, columns)]
    assert [(one["competency"], one["group"], one.get("description")) for _n, one in read.rows[0]] == [("Arsip", "teknis", description)] * 3  # fmt: skip


def test_names_written_once_above_their_levels(tmp_path: Path) -> None:
    heads = ["No", "Kompetensi", "Kelompok", "Definisi", "Level", "Indikator"]
    rows = [[1, "Arsip", "Teknis", "Menata", 1, "a"], ["", "", "", "", 2, "b"], [2, "Data", "Teknis", "Mengolah", 1, "a"], ["", "", "", "", 2, "c"]]  # fmt: skip
    read = read_rows(tmp_path, [heads, *rows])
    assert told(read) == [(*LEFT_OUT, "E1", "Level, Indikator")]
    assert [(one["competency"], one["description"]) for _n, one in read.rows[0]] == [("Arsip", "Menata"), ("Data", "Mengolah")]  # fmt: skip


@pytest.mark.parametrize(
    ("heads", "rows", "left_out"),
    [
        (["Kompetensi", "Kelompok", "Deskripsi"], [["Arsip", "Teknis", "Menata"], ["Data", "Teknis", "Mengolah"]], {}),
        # A row a competency: the column is not read, and its descriptions are.
        (["Kompetensi", "Kelompok", "Level", "Deskripsi"], [["Arsip", "Teknis", 3, "Menata"], ["Data", "Teknis", 2, "Mengolah"]], {"Level": "other_kind"}),
    ],
)  # fmt: skip
def test_a_row_a_competency(tmp_path: Path, heads: list[str], rows: list[list[Any]], left_out: dict[str, str]) -> None:
    read = read_rows(tmp_path, [heads, *rows])
    assert (read.found, read.why()) == ([], left_out)
    assert [one["description"] for _n, one in read.rows[0]] == ["Menata", "Mengolah"]


def test_two_descriptions_without_levels_still_disagree(tmp_path: Path) -> None:
    rows = [["Kompetensi", "Kelompok", "Definisi", "Deskripsi"], ["Arsip", "Teknis", "Menata", "Lain"]]
    assert [code for code, _cell in read_rows(tmp_path, rows).found] == ["columns_differ"]


def test_standards_keep_their_levels(tmp_path: Path) -> None:
    rows = [["Jabatan", "Kompetensi", "Level"], ["Arsiparis", "Arsip", 3], ["Arsiparis", "Data", 2]]
    read = read_rows(tmp_path, rows)
    assert (read.heads[0].kind, [one["required"] for _n, one in read.rows[0]]) == ("standards", [30_000, 20_000])


def test_the_file_keeps_each_once(tmp_path: Path) -> None:
    db = tmp_path / "kota.sqlite"
    asnkarier("init", "--name", "Kota Contoh", "--db", db)
    rows = [["Kompetensi", "Kelompok", "Level", "Deskripsi"], *(["Arsip", "Teknis", n, f"Uraian {n}"] for n in (1, 2, 3))]  # fmt: skip
    file = write_xlsx(tmp_path / "kamus.xlsx", {"Lembar": rows})
    assert asnkarier("import", file, "--db", db).code == 0
    again = asnkarier("import", file, "--db", db, "--format", "json")
    assert ('"batch": null' in again.out, '"unchanged": 3' in again.out) == (True, True)
