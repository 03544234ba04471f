"""Predicates as the numbers of BKN: read where nothing but numbers stands in the column, and asked about beside words."""

from pathlib import Path
from typing import Any

import pytest

from asnkarier.ingest.frames import PredicateScale
from tests.ingest.sheetmaker import Read, read_rows

NAMES = ("Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang")
LAW = PredicateScale(
    2022, "matrix", "Peraturan Contoh", NAMES, codes={name: number for number, name in enumerate(NAMES, 1)}
)
HEADS = ["NIP", "Nama", "Tahun", "Predikat"]


def read(tmp_path: Path, predicates: list[Any]) -> Read:
    people = [
        [f"1990{1 + i // 900:02}01201501{1}{1 + i % 900:03}", "Contoh", 2025, one] for i, one in enumerate(predicates)
    ]
    return read_rows(tmp_path, [HEADS, *people], scales=(LAW,))


@pytest.mark.parametrize(
    ("predicates", "found", "around"),
    [
        ([1, 2, 2], [], [1]),
        (["Sangat Baik", "Baik", "Baik"], [], [1]),
        ([2, "Sangat Baik", 2, "Baik"], [("predicate_code_among_words", "D2"), ("predicate_code_among_words", "D4")], [1, 3]),
        (["Baik", 7], [("word_unknown", "D3")], [1]),  # no number of the law: nobody would read it in a copy either
    ],
)  # fmt: skip
def test_the_word_beside_refused_numbers_goes_into_the_copy_of_the_rejected_rows(
    tmp_path: Path, predicates: list[Any], found: list[tuple[str, str]], around: list[int]
) -> None:
    """Alone there the numbers would be read: row 3 shows that the column is one of words."""
    said = read(tmp_path, predicates)
    assert (said.found, list(said.ends[0].around)) == (found, around)


def test_words_thousands_of_rows_below_numbers_ask_what_these_are(tmp_path: Path) -> None:
    """Rows are read some thousand at a time: the first of them were numbers alone."""
    whole = read(tmp_path, [2] * 4500)
    assert (whole.found, len(whole.rows[0]), whole.notes) == ([], 4500, ["predicate_codes"])
    mixed = read(tmp_path, [*[2] * 4499, "Baik"])
    asked = [(f.code, f.severity, f.cell, f.values["first"]) for f in mixed.findings if f.row == 1]
    assert asked == [("predicate_words_below_codes", "error", "D1", 4501)]
