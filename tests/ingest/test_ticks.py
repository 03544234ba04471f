"""Lists that say by a tick in one of several columns what others say in words."""

from pathlib import Path
from typing import Any

import pytest

from tests.ingest.sheetmaker import PNS, PNS_WOMAN, Read, read_rows

WHO = ["NIP", "Nama", "Jabatan", "Unit Kerja"]
ONE = [PNS, "Contoh Satu", "Arsiparis Ahli Muda", "Bidang Arsip"]
TWO = [PNS_WOMAN, "Contoh Dua", "Arsiparis Ahli Muda", "Bidang Arsip"]


def under(tmp_path: Path, parent: str, names: list[str], *rows: list[Any], behind: str = "") -> Read:
    """Read a roster with a header over columns that are ticked."""
    last = chr(ord("D") + len(names))
    heads = [[*WHO, parent, *[""] * (len(names) - 1), behind], ["", "", "", "", *names, ""]]
    return read_rows(tmp_path, [*heads, *rows], ["A1:A2", "B1:B2", "C1:C2", "D1:D2", f"E1:{last}1"])


@pytest.mark.parametrize("mark", ["v", "V", "√", "✓", "x", 1, 1.0, "1"])
def test_one_of_several_is_ticked(tmp_path: Path, mark: Any) -> None:
    read = under(tmp_path, "Pendidikan", ["SMA", "D3", "S1"], [*ONE, "", "", mark], [*TWO, mark, "", ""])
    assert (read.found, [row["education"] for _number, row in read.rows[0]]) == ([], ["S1", "SLTA"])
    assert [(column.column, column.header) for column in read.heads[0].columns if column.field == "education"] == [("E", "Pendidikan")]  # fmt: skip


@pytest.mark.parametrize(
    ("parent", "names", "field", "values"),
    [
        ("Jenis Kelamin", ["L", "P"], "sex", ["L", "P"]),
        ("Golongan", ["III/a", "III/b"], "golongan", ["III/a", "III/b"]),
        ("Status Pegawai", ["PNS", "CPNS"], "employee_kind", ["PNS", "CPNS"]),
    ],
)
def test_what_is_ticked(tmp_path: Path, parent: str, names: list[str], field: str, values: list[str]) -> None:
    read = under(tmp_path, parent, names, [*ONE, "v", ""], [*TWO, "", "v"])
    assert (read.found, [row[field] for _number, row in read.rows[0]]) == ([], values)


@pytest.mark.parametrize(
    ("heads", "one", "two", "field", "values"),
    [
        (["L", "P"], ["v", ""], ["", "v"], "sex", ["L", "P"]),
        (["III/a", "III/b", "III/c"], ["", "", 1], [1, "", ""], "golongan", ["III/c", "III/a"]),
    ],
)
def test_columns_with_nothing_above_them(
    tmp_path: Path, heads: list[str], one: list[Any], two: list[Any], field: str, values: list[str]
) -> None:
    read = read_rows(tmp_path, [[*WHO, *heads], [*ONE, *one], [*TWO, *two]])
    assert (read.found, [row[field] for _number, row in read.rows[0]]) == ([], values)


def test_two_ticks_in_a_row_and_a_word_are_asked_about(tmp_path: Path) -> None:
    people = [[f"19900101201501{n % 2 + 1}{n:03}", f"Contoh {n}", "Arsiparis", "Bidang Arsip", *[["v", ""], ["", "v"]][n % 2]] for n in range(2, 18)]  # fmt: skip
    rows = [*people, [*ONE, "v", "v"], [*TWO, "", "ragu"]]
    read = under(tmp_path, "Jenis Kelamin", ["L", "P"], *rows)
    assert read.found == [("word_unknown", "E19"), ("word_unknown", "E20")]
    assert [finding.values["value"] for finding in read.findings if finding.code == "word_unknown"] == ["L / P", "ragu"]


def test_the_sums_below_are_no_person(tmp_path: Path) -> None:
    read = under(tmp_path, "Jenis Kelamin", ["L", "P"], [*ONE, 1, ""], [*TWO, "", 1], ["", "Jumlah", "", "", 1, 1])
    assert (read.found, read.ends[0].skipped, len(read.rows[0])) == ([], 1, 2)


def test_classes_are_no_golongan(tmp_path: Path) -> None:
    """`III` alone says nothing of a PNS, and the `1` below `I` least of all."""
    read = under(tmp_path, "Golongan", ["I", "II", "III", "IV"], [*ONE, "", "", 1, ""], [*TWO, 1, "", "", ""])
    assert (read.found, "golongan" in read.row()) == ([], False)


def test_columns_with_words_below_stay_columns(tmp_path: Path) -> None:
    read = under(tmp_path, "Pendidikan", ["SMA", "S1"], [*ONE, "SMA 1", "Hukum"], [*TWO, "SMA 2", "Ekonomi"])
    assert ("education" in read.row(), set(read.why())) == (False, {"Pendidikan > SMA", "Pendidikan > S1"})


def test_ticks_of_other_lists(tmp_path: Path) -> None:
    merged = ["A1:A2", "B1:B2", "C1:C2", "D1:F1"]
    heads = [["NIP", "Nama", "Tanggal SK", "Tingkat Hukuman", "", ""], ["", "", "", "Ringan", "Sedang", "Berat"]]
    read = read_rows(tmp_path, [*heads, [PNS, "Contoh", "01/02/2024", "", "v", ""]], merged)
    assert (read.found, read.heads[0].kind, read.row()["level"]) == ([], "discipline", "sedang")
    merged = ["A1:A2", "B1:B2", "C1:C2", "D1:H1"]
    heads = [["NIP", "Nama", "Tahun", "Predikat Kinerja", "", "", "", ""], ["", "", "", "SB", "B", "BP", "K", "SK"]]
    read = read_rows(tmp_path, [*heads, [PNS, "Contoh", 2025, "", "v", "", "", ""]], merged)
    assert (read.found, read.heads[0].kind, read.row()["predicate"]) == ([], "evaluations", "baik")
