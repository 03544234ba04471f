"""Of which days a register speaks, where the words and their values stand in cells of their own."""

from typing import Any

import pytest

from asnkarier.ingest.header.reaching import UNCLEAR, Reaching, reaching

HALF, JUNE, QUARTER = ("2026-01-01", "2026-06-30"), ("2026-06-01", "2026-06-30"), ("2026-04-01", "2026-06-30")


@pytest.mark.parametrize(
    ("rows", "days"),
    [
        ([["Semester", ":", "I"], ["Tahun", ":", 2026]], HALF),
        ([["Tahun", ":", 2026], ["Semester", ":", "I"]], HALF),
        ([["Semester :", "I"], ["Tahun :", 2026]], HALF),
        ([["Triwulan", "II"], ["Tahun", 2026]], QUARTER),
        ([["Bulan", ":", 6], ["Tahun", ":", 2026]], JUNE),
        ([["Bulan", ":", "Juni"], ["Tahun", ":", 2026]], JUNE),
        ([["Tahun", ":", 2026]], ("2026-01-01", "2026-12-31")),
        ([["Minggu, 7 Juni 2026"]], (None, "2026-06-07")),  # a Sunday
        ([["KEADAAN MINGGU 28 JUNI 2026"]], (None, "2026-06-28")),
        ([["MINGGU KE-2 JUNI 2026"]], (None, UNCLEAR)),  # a week
    ],
)
def test_a_key_and_its_value_are_one(rows: list[list[Any]], days: tuple[str | None, str]) -> None:
    assert reaching([["DAFTAR HUKUMAN DISIPLIN"], *rows]) == Reaching(*days)
