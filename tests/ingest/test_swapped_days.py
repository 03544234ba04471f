"""What an English Excel makes of a list with the day first: true dates with day and month changed over, beside texts it could not read."""

import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.sheetmaker import Read, read_rows

LATE = ("25/04/2022", "17/08/2021", "31-12-2020")


def day(year: int, month: int, number: int) -> datetime.date:
    return datetime.date(year, month, number)


def read_column(tmp_path: Path, cells: list[Any]) -> Read:
    people = [
        [f"19900101201501{1}{i:03}", f"Contoh {i}", cell, "Arsiparis", "Bidang Arsip"]
        for i, cell in enumerate(cells, 1)
    ]
    return read_rows(tmp_path, [["NIP", "Nama", "TMT Jabatan", "Jabatan", "Unit Kerja"], *people])


@pytest.mark.parametrize(
    ("cells", "bad"),
    [
        ([*LATE, day(2022, 4, 1), day(2022, 5, 5), day(2021, 1, 3)], [5, 7]),  # 5 May is 5 May either way
        ([day(2022, 1, 4), *LATE], [2]),
        ([day(2022, 1, 4), "", "-", *LATE], [2]),
        ([day(2022, 1, 4), *LATE[:2]], []),  # two texts are no proof
        ([day(2022, 1, 4), *LATE, day(2020, 4, 13)], []),  # a true date of a late day: Excel knew the day
        ([day(2022, 1, 4), *LATE, "04/05/2022"], []),  # an early day that stayed a text: Excel looked at none
        ([day(2022, 4, 1), day(2021, 10, 1), day(2021, 3, 2), *LATE], []),  # first days of months, as decrees have them
        ([day(2022, 4, 1), day(2021, 10, 1)], []),
        ([day(2022, 1, 4), "25 April 2022", "17 Agustus 2021", "31 Desember 2020"], []),
    ],
)
def test_days_that_excel_may_have_changed_over(tmp_path: Path, cells: list[Any], bad: list[int]) -> None:
    assert read_column(tmp_path, cells).found == [("date_perhaps_swapped", f"C{row}") for row in bad]


def test_the_finding_says_both_days(tmp_path: Path) -> None:
    found = read_column(tmp_path, [day(2022, 4, 1), day(2020, 1, 7), *LATE]).findings[0]
    about = {"value": "2022-04-01", "meant": "2022-01-04", "text": "25/04/2022", "field": "TMT Jabatan"}
    assert (found.severity, dict(found.values)) == ("error", about)
