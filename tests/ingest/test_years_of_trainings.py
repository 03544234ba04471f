"""Columns of the days of trainings in which old trainings have their year alone."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.sheetmaker import PNS, PNS_WOMAN, PPPK, Read, read_rows

NAMES = ("started_on", "ended_on", "year")


def read(tmp_path: Path, header: str, *cells: Any) -> Read:
    rows = [
        [nip, f"Bimtek {i}", cell] for i, (nip, cell) in enumerate(zip((PNS, PNS_WOMAN, PPPK), cells, strict=False))
    ]
    return read_rows(tmp_path, [["NIP", "Nama Diklat", header], *rows])


@pytest.mark.parametrize("year", ["2006", 2006, 2006.0, "Tahun 2006", "Th. 2006"])
def test_a_year_alone_is_the_year_of_its_training(tmp_path: Path, year: Any) -> None:
    found = read(tmp_path, "Tanggal Pelaksanaan", "3 s.d. 5 Maret 2025", year, date(2024, 6, 12))
    assert found.found == []
    assert [tuple(row.get(name) for name in NAMES) for _number, row in found.rows[0]] == [
        ("2025-03-03", "2025-03-05", None),
        (None, None, 2006),
        ("2024-06-12", "2024-06-12", None),
    ]


def test_a_year_alone_below_the_last_day(tmp_path: Path) -> None:
    found = read(tmp_path, "Tanggal Selesai", "05-03-2025", "2006")
    assert [(row["ended_on"], row["year"]) for _number, row in found.rows[0]] == [("2025-03-05", None), (None, 2006)]


def test_days_alone_tell_no_year(tmp_path: Path) -> None:
    found = read(tmp_path, "Tanggal Pelaksanaan", "3 s.d. 5 Maret 2025", "")
    assert "year" not in found.heads[0].fields


def test_a_month_alone_is_still_asked_about(tmp_path: Path) -> None:
    assert [cell for _code, cell in read(tmp_path, "Tanggal Pelaksanaan", "2006", "Mei").found] == ["C3"]


def test_beside_a_column_of_years_a_year_among_days_is_asked_about(tmp_path: Path) -> None:
    rows = [[PNS, "Bimtek", "05-03-2025", 2025], [PNS_WOMAN, "Latsar", "2006", 2006]]
    found = read_rows(tmp_path, [["NIP", "Nama Diklat", "Tanggal Selesai", "Tahun"], *rows])
    assert found.found == [("date_unreadable", "C3")]


def beside(tmp_path: Path, *rows: tuple[Any, Any], heads: tuple[str, str] = ("Mulai", "Selesai")) -> Read:
    people = zip((PNS, PNS_WOMAN, PPPK), rows, strict=False)
    return read_rows(tmp_path, [["NIP", "Nama Diklat", *heads], *([nip, "Bimtek", *row] for nip, row in people)])


@pytest.mark.parametrize("heads", [("Mulai", "Selesai"), ("Tanggal Mulai", "Tanggal Selesai")])
def test_years_alone_in_both_columns_are_that_of_the_last(tmp_path: Path, heads: tuple[str, str]) -> None:
    """A training counts in the year in which it ends: 2019 to 2020 is one of 2020."""
    found = beside(tmp_path, (2019, 2020), ("03-03-2025", "05-03-2025"), ("2018", "2018"), heads=heads)
    assert found.found == []
    assert [tuple(row.get(name) for name in NAMES) for _number, row in found.rows[0]] == [
        (None, None, 2020),
        ("2025-03-03", "2025-03-05", None),
        (None, None, 2018),
    ]


def test_a_year_beside_a_day_or_a_blank(tmp_path: Path) -> None:
    """The last day says the year itself; without it and without its year that of the first column is all there is."""
    found = beside(tmp_path, ("2019", "01-02-2020"), ("2017", ""), ("10-12-2015", "2016"))
    assert found.found == []
    assert [tuple(row.get(name) for name in NAMES) for _number, row in found.rows[0]] == [
        (None, "2020-02-01", None),
        (None, None, 2017),
        ("2015-12-10", None, 2016),
    ]


def test_the_columns_of_both_years_are_shown(tmp_path: Path) -> None:
    shown = [(one.header, one.field) for one in beside(tmp_path, (2019, 2020)).heads[0].columns]
    assert {("Mulai", "started_on"), ("Mulai", "year"), ("Selesai", "ended_on"), ("Selesai", "year")} <= set(shown)


def test_a_last_year_before_the_first_is_refused(tmp_path: Path) -> None:
    read = beside(tmp_path, (2020, 2019), (2019, 2019))
    assert read.found == [("ends_before_start", "D2")]
    # As words: a number would be shown as 2.020.
    assert [(f.values["start"], f.values["end"]) for f in read.findings] == [("2020", "2019")]
