"""What an assessment recommends, in several columns: all of it is kept, under the headers that say what is what."""

from pathlib import Path
from typing import Any

import pytest

from tests.ingest.sheetmaker import PNS, Read, read_rows

ALL = ["REKOMENDASI", "SARAN PENEMPATAN", "SARAN PENGEMBANGAN"]


def recap(tmp_path: Path, headers: list[str], row: list[Any]) -> Read:
    rows = [["NIP", "TANGGAL ASESMEN", "JPM", *headers], [PNS, "01-02-2025", 85, *row]]
    return read_rows(tmp_path, rows)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (["Memenuhi syarat", "Staf ahli", "Coaching"], "REKOMENDASI: Memenuhi syarat; SARAN PENEMPATAN: Staf ahli; SARAN PENGEMBANGAN: Coaching"),
        (["Memenuhi syarat", "-", "Coaching"], "REKOMENDASI: Memenuhi syarat; SARAN PENGEMBANGAN: Coaching"),
        (["Memenuhi syarat", "", ""], "Memenuhi syarat"),
        (["", "", "Coaching"], "Coaching"),
        (["Coaching", "", "Coaching"], "Coaching"),
        (["", "-", ""], None),
    ],
)  # fmt: skip
def test_three_columns_are_joined(tmp_path: Path, row: list[Any], said: str | None) -> None:
    read = recap(tmp_path, ALL, row)
    assert (read.found, read.row()["suggestion"], read.why()) == ([], said, {})


def test_how_the_columns_are_shown(tmp_path: Path) -> None:
    columns = recap(tmp_path, ALL, ["A", "B", "C"]).heads[0].columns
    assert sorted((column.header, column.how) for column in columns if column.field == "suggestion") == [("REKOMENDASI", "exact"), ("SARAN PENEMPATAN", "joins"), ("SARAN PENGEMBANGAN", "joins")]  # fmt: skip


def test_one_column_stays_as_it_is(tmp_path: Path) -> None:
    read = recap(tmp_path, ["SARAN PENGEMBANGAN"], ["Coaching; magang"])
    assert (read.found, read.row()["suggestion"]) == ([], "Coaching; magang")


def test_an_error_in_any_of_them_is_told(tmp_path: Path) -> None:
    assert [code for code, _cell in recap(tmp_path, ALL, ["A", "#N/A", "C"]).found] == ["cell_error"]


def test_two_columns_of_another_field_are_still_asked_for(tmp_path: Path) -> None:
    assert [code for code, _cell in recap(tmp_path, ["JPM"], [90]).found] == ["columns_differ"]
