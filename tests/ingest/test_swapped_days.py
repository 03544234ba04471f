"""What an English Excel makes of a list with the day first: true dates with day and month changed over, beside texts it could not read."""

import datetime
from pathlib import Path
from typing import Any

import pytest

from asnkarier.ingest.frames import SavedMap
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


def read_days(tmp_path: Path, header: str, cells: list[Any], **options: Any) -> Read:
    people = [
        [f"19900101201501{1}{i:03}", f"Contoh {i}", cell, "Arsiparis", "Bidang Arsip"]
        for i, cell in enumerate(cells, 1)
    ]
    return read_rows(tmp_path, [["NIP", "Nama", header, "Jabatan", "Unit Kerja"], *people], **options)


APRILS = [day(2020, 1, 4), day(2018, 1, 10), day(2022, 1, 4)]  # 1 April, 1 October, 1 April
OF_POSTS = [day(2020, 1, 4), day(2018, 1, 10), day(2022, 1, 6), day(2021, 1, 2), day(2022, 1, 3)]


@pytest.mark.parametrize(
    ("header", "cells", "found"),
    [
        ("TMT Golongan", APRILS, "dates_swapped"),
        ("TMT KGB", [*APRILS, day(2021, 1, 1)], "dates_swapped"),  # 1 January is 1 January either way
        ("TMT Golongan", ["04/01/2020", "10/01/2018", "04/01/2022"], "dates_swapped"),  # as a csv of it has them
        ("TMT Golongan", [43834, 43110, 44565], "dates_swapped"),  # the numbers of these days
        ("TMT Golongan", [*APRILS, day(2019, 4, 1), day(2019, 10, 1)], "dates_perhaps_swapped"),  # only some are
        ("TMT Golongan", [day(2020, 1, 4)] * 3, "dates_perhaps_swapped"),  # one promotion, or a contract
        ("TMT Golongan", [day(2020, 1, 6)] * 3, None),
        ("TMT Golongan", APRILS[:2], None),  # two are no proof
        ("TMT Golongan", [day(2020, 4, 1), day(2018, 10, 1), day(2022, 1, 1)], None),
        ("TMT Golongan", ["4 Januari 2020", "10 Januari 2018", "4 Januari 2022"], None),  # nobody can take these amiss
        ("TMT Golongan", [*APRILS, day(2020, 2, 5), day(2020, 3, 5)], None),  # 3 of 5 days that are not the first
        ("TMT Jabatan", OF_POSTS, "dates_perhaps_swapped"),
        ("TMT Jabatan", OF_POSTS[:4], None),
        ("TMT Jabatan", [*OF_POSTS, day(2019, 5, 2)], None),
        ("TMT Jabatan", [day(2026, 1, number) for number in (2, 5, 6, 7, 8, 9)], None),  # one January
    ],
)
def test_columns_that_excel_changed_over(tmp_path: Path, header: str, cells: list[Any], found: str | None) -> None:
    read = read_days(tmp_path, header, cells)
    assert read.found == ([(found, "C1")] if found else [])
    assert bool(read.rows) == (found != "dates_swapped")


def test_the_finding_of_a_column_says_what_was_meant(tmp_path: Path) -> None:
    read = read_days(tmp_path, "TMT Golongan", [*APRILS, day(2021, 1, 1)])
    found = next(finding for finding in read.findings if finding.cell == "C1" and finding.code == "dates_swapped")
    assert (found.severity, dict(found.values)) == (
        "error",
        {
            "field": "TMT Golongan",
            "count": 3,
            "all": 4,
            "value": "2018-01-10",
            "meant": "2018-10-01",
            "header": "TMT Golongan",
            "key": "golongan_since",
            "column": "C",
        },
    )


def test_who_names_the_column_says_that_its_days_are_right(tmp_path: Path) -> None:
    read = read_days(tmp_path, "TMT Golongan", APRILS, maps={"TMT Golongan": "golongan_since"})
    assert read.found == []
    assert [row["golongan_since"] for _number, row in read.rows[0]] == ["2020-01-04", "2018-01-10", "2022-01-04"]


def test_a_mapping_of_another_list_says_nothing_of_these_days(tmp_path: Path) -> None:
    heads = ("NIP", "Nama", "TMT Golongan", "Jabatan", "Unit Kerja")
    saved = SavedMap("bulanan", "roster", heads, {"TMT Golongan": "golongan_since"})
    assert read_days(tmp_path, "TMT Golongan", APRILS, saved=(saved,)).found == [("dates_swapped", "C1")]


def read_days_of(tmp_path: Path, header: str, appointed: list[str], cells: list[Any]) -> Read:
    people = [
        [f"19800112{month}1{i:03}", f"Contoh {i}", cell, "Arsiparis", "Bidang Arsip"]
        for i, (month, cell) in enumerate(zip(appointed, cells, strict=True), 1)
    ]
    return read_rows(tmp_path, [["NIP", "Nama", header, "Jabatan", "Unit Kerja"], *people])


JANUARIES = [day(2005, 1, 2), day(2005, 1, 3), day(2005, 1, 10)]


@pytest.mark.parametrize(
    ("appointed", "cells", "found"),
    [
        (["200501"] * 3, JANUARIES, None),  # the NIPs bear January out
        (["200501"] * 3, ["02-01-2005", "03-01-2005", "10-01-2005"], None),
        (
            ["200502", "200503", "200510"],
            JANUARIES,
            "dates_swapped_by_nip",
        ),  # appointed on 1 February, March and October
        (["200502", "200503", "200510"], ["02-01-2005", "03-01-2005", "10-01-2005"], "dates_swapped_by_nip"),
        (["200503"] * 3, [day(2005, 1, 3)] * 3, "dates_swapped_by_nip"),  # of one day alike: three NIPs are no chance
        (["200502", "200503", "200510", "201005"], [*JANUARIES, day(2010, 5, 20)], "dates_swapped_by_nip"),
        (["200502", "200503", "200510", "200501"], [*JANUARIES, day(2005, 1, 4)], "dates_perhaps_swapped"),
        (["200502", "200503", "200321"], JANUARIES, "dates_perhaps_swapped"),  # two are no proof
        (["200321"] * 3, JANUARIES, "dates_perhaps_swapped"),  # the NIP of a PPPK has no month
        (["200406"] * 3, JANUARIES, "dates_perhaps_swapped"),  # of another year: they decide nothing
    ],
)
def test_the_nips_know_the_month_of_an_appointment(
    tmp_path: Path, appointed: list[str], cells: list[Any], found: str | None
) -> None:
    read = read_days_of(tmp_path, "TMT CPNS", appointed, cells)
    assert [one for one in read.found if one[1] == "C1"] == ([(found, "C1")] if found else [])
    assert bool(read.rows) == (found != "dates_swapped_by_nip")


@pytest.mark.parametrize(
    ("header", "appointed", "found"),
    [
        ("TMT Golongan", "200501", None),  # the first golongan begins with the appointment
        ("TMT Golongan", "199903", "dates_swapped"),
        ("TMT PNS", "200501", None),
        ("TMT PNS", "199903", "dates_perhaps_swapped"),
    ],
)
def test_the_nips_bear_out_what_begins_with_the_appointment(
    tmp_path: Path, header: str, appointed: str, found: str | None
) -> None:
    read = read_days_of(tmp_path, header, [appointed] * 3, JANUARIES)
    assert [one for one in read.found if "swapped" in one[0]] == ([(found, "C1")] if found else [])
