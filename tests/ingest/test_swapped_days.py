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
        [f"1990{1 + i // 900:02}01201501{1}{1 + i % 900:03}", f"Contoh {i}", cell, "Arsiparis", "Bidang Arsip"]
        for i, cell in enumerate(cells)
    ]
    return read_rows(tmp_path, [["NIP", "Nama", "TMT Jabatan", "Jabatan", "Unit Kerja"], *people])


SPREAD = [day(2020 + number % 3, 1 + number % 12, number) for number in range(2, 12)]
"""Ten days of the first twelve of a month, each another: 2 March, 3 April …"""


@pytest.mark.parametrize(
    ("cells", "asked"),
    [
        ([*LATE, day(2022, 4, 1), day(2022, 5, 5), day(2021, 1, 3)], 2),  # 5 May is 5 May either way
        ([day(2022, 1, 4), *LATE], 1),
        ([day(2022, 1, 4), "", "-", *LATE], 1),
        ([*SPREAD, day(2022, 10, 1), *LATE], 11),  # 10 January, as anybody else's first of a month: one of eleven
        ([*SPREAD, day(2020, 4, 13), *LATE], 10),  # one of eleven that somebody typed anew
        ([*SPREAD, "04/05/2022", *LATE], 10),
        ([day(2022, 1, 4), *LATE[:2]], 0),  # two texts are no proof
        ([day(2022, 1, 4), *LATE[:2], "31/02/2025"], 0),  # and what is no day is none
        ([day(2022, 1, 4), *LATE, day(2020, 4, 13)], 0),  # a true date of a late day: Excel knew the day
        ([*SPREAD, day(2020, 4, 13), day(2020, 5, 14), *LATE], 0),
        ([day(2022, 1, 4), *LATE, "04/05/2022"], 0),  # an early day that stayed a text: Excel looked at none
        ([day(2022, 4, 1), day(2021, 10, 1), day(2021, 3, 2), *LATE], 0),  # first days of months, as decrees have them
        ([day(2022, 4, 1), day(2021, 10, 1)], 0),
        ([day(2022, 1, 4), "25 April 2022", "17 Agustus 2021", "31 Desember 2020"], 0),
    ],
)
def test_days_that_excel_may_have_changed_over(tmp_path: Path, cells: list[Any], asked: int) -> None:
    found = [f for f in read_column(tmp_path, cells).findings if f.code.startswith("dates_")]
    assert [(f.code, f.severity, f.cell, f.values["count"]) for f in found] == (
        [("dates_swapped_beside_texts", "error", "C1", asked)] if asked else []
    )


def test_a_few_texts_beside_a_hundred_dates_are_told_and_refuse_nothing(tmp_path: Path) -> None:
    read = read_column(tmp_path, [*[day(2025, 3, 4), day(2025, 5, 6)] * 50, *LATE])
    assert [(f.code, f.severity) for f in read.findings] == [("dates_swapped_beside_texts", "warning")]
    assert len(read.rows[0]) == 103


def test_the_finding_says_both_days(tmp_path: Path) -> None:
    found = read_column(tmp_path, [day(2022, 4, 1), day(2020, 1, 7), *LATE]).findings[0]
    about = {
        "field": "TMT Jabatan",
        "count": 2,
        "all": 5,
        "value": "2020-01-07",
        "meant": "2020-07-01",
        "text": "25/04/2022",
        "header": "TMT Jabatan",
        "key": "position_since",
        "column": "C",
    }
    assert (found.severity, dict(found.values)) == ("error", about)


def test_who_names_a_column_of_dates_and_texts_says_that_they_are_right(tmp_path: Path) -> None:
    read = read_days(tmp_path, "TMT Jabatan", [day(2022, 1, 4), *LATE], maps={"TMT Jabatan": "position_since"})
    assert (read.found, len(read.rows[0])) == ([], 4)


@pytest.mark.parametrize("late_first", [True, False])
def test_a_column_is_judged_from_its_first_row_to_its_last(tmp_path: Path, late_first: bool) -> None:
    """5,000 rows are read in two parts: what proves it may stand in either."""
    early, late = [SPREAD[i % 10] for i in range(4200)], [f"{13 + i % 15}/05/2021" for i in range(800)]
    found = read_column(tmp_path, [*late, *early] if late_first else [*early, *late]).findings
    assert [(f.code, f.severity, f.cell, f.values["count"]) for f in found] == [
        ("dates_swapped_beside_texts", "error", "C1", 4200)
    ]


EARLY = [f"{1 + i % 12:02}/{2 + i % 11:02}/2021" for i in range(4200)]


@pytest.mark.parametrize(
    ("cells", "column", "asked"),
    [
        ([*EARLY, "04/25/2021"], 1, True),  # the first 4,096 rows were read with the day first
        (["04/25/2021", *EARLY], 0, True),  # every row below is asked about
        ([*EARLY, "04/25/2021", "25/04/2021"], 0, False),
    ],
)
def test_a_text_with_its_month_first_is_weighed_against_the_whole_column(
    tmp_path: Path, cells: list[Any], column: int, asked: bool
) -> None:
    found = [f for f in read_column(tmp_path, cells).findings if f.code == "date_order_unclear"]
    assert sum(f.cell == "C1" for f in found) == column
    assert bool(found) == asked


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
    assert [f.severity for f in read.findings if f.code == "dates_swapped"] == ["error"] * (found == "dates_swapped")


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
    proven = found == "dates_swapped_by_nip"
    assert [f.severity for f in read.findings if f.code == "dates_swapped_by_nip"] == ["error"] * proven


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


BORN = [(1980, 6, 5), (1981, 12, 3), (1979, 9, 3), (1982, 7, 11), (1978, 4, 2)]
"""Year, month and day of five births, each a day that may be a month."""
LATE_BORN = [(1983, 8, 17), (1977, 5, 25), (1984, 2, 28)]


def turned(births: list[tuple[int, int, int]]) -> list[datetime.date]:
    return [day(year, number, month) for year, month, number in births]


def read_births(
    tmp_path: Path, births: list[tuple[int, int, int]], cells: list[Any], beside: list[Any], **options: Any
) -> Read:
    nips = [f"{y}{m:02}{d:02}2005011{i:03}" for i, (y, m, d) in enumerate(births, 1)]
    people = [
        [nip, f"Contoh {i}", cell, other, "Arsiparis", "Bidang Arsip"]
        for i, (nip, cell, other) in enumerate(zip(nips, cells, beside, strict=True))
    ]
    return read_rows(
        tmp_path, [["NIP", "Nama", "Tgl Lahir", "TMT Jabatan", "Jabatan", "Unit Kerja"], *people], **options
    )


FIRSTS = [day(2020, 4, 1), day(2019, 10, 1), day(2021, 3, 1), day(2022, 5, 1), day(2021, 6, 1)]
MIDDLE = [day(2020, 4, 3), day(2019, 10, 12), day(2021, 3, 9), day(2022, 5, 8), day(2021, 6, 7)]


def columns_asked(read: Read) -> list[tuple[str, str | None]]:
    return [(f.code, f.cell) for f in read.findings if f.severity == "error"]


def test_the_nips_prove_that_birth_dates_were_changed_over_and_ask_about_the_columns_beside(tmp_path: Path) -> None:
    read = read_births(tmp_path, BORN, turned(BORN), MIDDLE)
    assert columns_asked(read) == [("dates_swapped_by_nip", "C1"), ("dates_swapped_beside", "D1")]
    first, second = [f.values for f in read.findings if f.severity == "error"]
    assert [first[key] for key in ("count", "all", "value", "meant")] == [5, 5, "1981-03-12", "1981-12-03"]
    assert [second[key] for key in ("count", "all", "value", "meant", "other")] == [
        5, 5, "2019-10-12", "2019-12-10", "Tanggal Lahir",
    ]  # fmt: skip


def test_texts_with_the_month_first_are_proven_by_the_nips_too(tmp_path: Path) -> None:
    """`06/05/1980` of somebody born on 5 June."""
    cells = [f"{month:02}/{number:02}/{year}" for year, month, number in BORN]
    assert columns_asked(read_births(tmp_path, BORN, cells, FIRSTS)) == [("dates_swapped_by_nip", "C1")]


@pytest.mark.parametrize(
    ("beside", "asked"),
    [
        (FIRSTS, False),  # as decrees have them: changed over they would be days of January
        ([*MIDDLE[:4], day(2021, 6, 17)], False),  # Excel knew this day, and left none of the birth dates so
        (["3 April 2020", "12 Oktober 2019", "2021-03-09", "", "-"], False),
        ([*MIDDLE[:2], *FIRSTS[:1], "", ""], True),
    ],
)
def test_what_clears_a_column_beside_a_proven_one(tmp_path: Path, beside: list[Any], asked: bool) -> None:
    read = read_births(tmp_path, BORN, turned(BORN), beside)
    assert (("dates_swapped_beside", "D1") in columns_asked(read)) == asked


def test_late_days_clear_no_column_beside_one_whose_late_days_were_put_right(tmp_path: Path) -> None:
    births = [*BORN, *LATE_BORN]
    cells = [*turned(BORN), *(day(*born) for born in LATE_BORN)]
    late = [day(2020, 4, 17), day(2021, 5, 25), day(2021, 6, 30)]
    read = read_births(tmp_path, births, cells, [*MIDDLE, *late])
    assert columns_asked(read) == [("dates_swapped_by_nip", "C1"), ("dates_swapped_beside", "D1")]


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_few_birth_dates_that_differ_from_the_nip_are_no_proof(tmp_path: Path, number: int) -> None:
    cells = [*turned(BORN[:number]), *(day(*born) for born in BORN[number:])]
    assert columns_asked(read_births(tmp_path, BORN, cells, MIDDLE)) == []


def test_three_slips_in_a_long_list_refuse_nothing(tmp_path: Path) -> None:
    births = [(1960 + i % 30, 1 + i % 11, 12) for i in range(180)]
    cells = [*turned(births[:3]), *(day(*born) for born in births[3:])]
    read = read_births(tmp_path, births, cells, [MIDDLE[0]] * 180)
    assert columns_asked(read) == []
    assert [code for code, _cell in read.found] == ["birth_differs_from_nip"] * 3


@pytest.mark.parametrize(("slips", "asked"), [(3, False), (10, False), (11, True), (22, True)])
def test_where_the_nips_bear_more_birth_dates_out_the_others_are_told_row_by_row(
    tmp_path: Path, slips: int, asked: bool
) -> None:
    # 22 births on the 1st to the 12th, of which some stand the other way round: 11 of 22 are no slips any more.
    births = [(1960 + i, 1 + i % 6, 7 + i % 6) for i in range(22)] + [(1970 + i, 3, 13 + i) for i in range(10)]
    cells = [*turned(births[:slips]), *(day(*born) for born in births[slips:])]
    read = read_births(tmp_path, births, cells, [day(2020, 4, 17)] * 32)
    assert [code for code, _cell in columns_asked(read)] == (["dates_swapped_by_nip"] if asked else [])
    if not asked:
        assert [code for code, _cell in read.found] == ["birth_differs_from_nip"] * slips


def test_the_nips_bear_out_true_dates_beside_texts(tmp_path: Path) -> None:
    births = [*BORN, *LATE_BORN]
    cells = [*(day(*born) for born in BORN), *(f"{d:02}/{m:02}/{y}" for y, m, d in LATE_BORN)]
    assert columns_asked(read_births(tmp_path, births, cells, [""] * 8)) == []


def test_who_names_the_column_of_birth_dates_says_that_they_are_right(tmp_path: Path) -> None:
    read = read_births(tmp_path, BORN, turned(BORN), MIDDLE, maps={"Tgl Lahir": "birth_date"})
    assert columns_asked(read) == []
    assert {code for code, _cell in read.found} == {"birth_differs_from_nip"}
