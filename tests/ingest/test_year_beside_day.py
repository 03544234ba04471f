"""The year of a graduation beside its day, as SIASN's histories of education have both."""

from pathlib import Path
from typing import Any

import pytest

from tests.ingest.sheetmaker import PNS, PNS_WOMAN, PPPK, Read, read_rows

HEADS = ["NIP", "Tingkat Pendidikan", "Jurusan", "Tahun Lulus", "Tanggal Lulus"]


def read(tmp_path: Path, *both: tuple[Any, Any], heads: list[str] = HEADS) -> Read:
    nips = (
        PNS,
        PNS_WOMAN,
        PPPK,
        *(f"19{80 + i // 300}{1 + i // 28 % 12:02}{1 + i % 28:02}2015011{1 + i:03}" for i in range(400)),
    )
    rows = [[nip, "S-1", "Hukum", *pair] for nip, pair in zip(nips, both, strict=False)]
    return read_rows(tmp_path, [heads, *rows], as_kinds=("educations",))


@pytest.mark.parametrize("heads", [HEADS, [*HEADS[:3], "Tanggal Lulus", "Tahun Lulus"]])
def test_the_day_is_taken_where_there_is_one_and_else_the_year(tmp_path: Path, heads: list[str]) -> None:
    both = [("2003", "12-08-2003"), (1998, ""), ("", "01-09-2010")]
    found = read(tmp_path, *(both if heads == HEADS else [pair[::-1] for pair in both]), heads=heads)
    assert found.found == []
    assert [row["graduated"] for _number, row in found.rows[0]] == ["2003-08-12", "1998", "2010-09-01"]


def test_years_that_contradict_the_days_are_asked_about(tmp_path: Path) -> None:
    assert [code for code, _cell in read(tmp_path, ("2004", "12-08-2003"), (1998, "")).found] == ["columns_differ"]


def test_a_year_that_contradicts_the_day_further_down_is_told_at_its_cell(tmp_path: Path) -> None:
    found = read(tmp_path, *[("2003", "12-08-2003")] * 350, ("2004", "12-08-2003"))
    assert found.found == [("years_disagree", "E352")]
    assert len(found.rows[0]) == 350


def test_two_columns_of_years_alone_say_the_same_or_are_asked_about(tmp_path: Path) -> None:
    assert read(tmp_path, ("2003", "2003")).found == []
    assert [code for code, _cell in read(tmp_path, ("2003", "2004")).found] == ["columns_differ"]
