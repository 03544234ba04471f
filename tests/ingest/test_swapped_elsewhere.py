"""Days changed over in one list of a workbook ask about those of its other lists, which passed through the same Excel."""

import datetime
from pathlib import Path
from typing import Any

import pytest

from asnkarier.ingest.frames import ReadOptions
from asnkarier.ingest.reading import read_book
from tests.ingest.sheetmaker import TODAY, Read, collected, write_xlsx
from tests.ingest.test_swapped_days import BORN, LATE, LATE_BORN, MIDDLE, day, turned

ROSTER = ["NIP", "Nama", "Tgl Lahir", "Jabatan", "Unit Kerja"]
GOLONGAN = ["NIP", "Nama", "TMT Golongan", "Jabatan", "Unit Kerja"]
POSTS = ["NIP", "Nama", "TMT Jabatan", "Jabatan", "Unit Kerja"]
TRAININGS = ["NIP", "Nama Diklat", "Tanggal Mulai", "Tanggal Selesai", "Jumlah JP"]
APRILS = [day(2020, 1, 4), day(2018, 1, 10), day(2022, 1, 4)]  # 1 April, 1 October, 1 April: all days of January
FIRSTS = [day(2020, 4, 1), day(2019, 10, 1), day(2021, 3, 1)]
LATE_IN_MONTH = [day(2020, 4, 17), day(2019, 10, 25), day(2021, 3, 30)]


def people(births: list[tuple[int, int, int]], cells: list[Any], since: int = 1) -> list[list[Any]]:
    return [
        [f"{y}{m:02}{d:02}2005011{i:03}", f"Contoh {i}", cell, "Arsiparis", "Bidang Arsip"]
        for i, ((y, m, d), cell) in enumerate(zip(births, cells, strict=True), since)
    ]


def courses(cells: list[datetime.date]) -> list[list[Any]]:
    return [[f"19900117201501{1}{i:03}", f"Diklat Contoh {i}", one, one, 20] for i, one in enumerate(cells, 1)]


def read(tmp_path: Path, sheets: dict[str, list[list[Any]]], **options: Any) -> Read:
    file = write_xlsx(tmp_path / "buku.xlsx", sheets)
    return collected(read_book(file, ReadOptions(today=TODAY)._replace(**options)))


def asked(found: Read) -> list[tuple[str, str, str | None]]:
    return [(f.code, f.sheet, f.cell) for f in found.findings if f.severity == "error"]


PROVEN = [ROSTER, *people(BORN, turned(BORN))]
RIGHT = [ROSTER, *people(BORN, [day(*born) for born in BORN])]
SURE = ("dates_swapped_by_nip", "Satu", "C1")


@pytest.mark.parametrize("first", [True, False])
def test_the_list_that_goes_on_on_another_sheet_is_asked_about(tmp_path: Path, first: bool) -> None:
    """Two people below are too few to prove anything by their NIPs; and the sheets may stand in any order."""
    below = [ROSTER, *people(BORN[:2], turned(BORN[:2]), 21)]
    sheets = {"Satu": PROVEN, "Dua": below} if first else {"Dua": below, "Satu": PROVEN}
    assert asked(read(tmp_path, sheets)) == [SURE, ("dates_swapped_elsewhere", "Dua", "C1")]


@pytest.mark.parametrize(
    ("cells", "letters"),
    [
        (MIDDLE[:3], "CD"),
        (FIRSTS, ""),  # as decrees have them: changed over they would be days of January
        (LATE_IN_MONTH, ""),  # Excel knew these days, and left none of the proven ones so
    ],
)
def test_columns_of_another_list_are_asked_about_where_nothing_clears_them(
    tmp_path: Path, cells: list[datetime.date], letters: str
) -> None:
    found = read(tmp_path, {"Satu": PROVEN, "Diklat": [TRAININGS, *courses(cells)]})
    assert asked(found) == [SURE, *(("dates_swapped_elsewhere", "Diklat", f"{letter}1") for letter in letters)]
    about = [f.values for f in found.findings if f.code == "dates_swapped_elsewhere"]
    assert [[one["count"], one["value"], one["meant"], one["other"], one["where"]] for one in about] == [
        [3, "2019-10-12", "2019-12-10", "Tanggal Lahir", "Satu C1"]
    ] * len(letters)


def test_beside_a_list_that_is_right_nothing_is_asked(tmp_path: Path) -> None:
    assert asked(read(tmp_path, {"Satu": RIGHT, "Diklat": [TRAININGS, *courses(MIDDLE[:3])]})) == []


def test_a_list_whose_nips_bear_out_its_days_was_not_changed_over(tmp_path: Path) -> None:
    heads = [*ROSTER[:3], "TMT Jabatan", *ROSTER[3:]]
    rows = people(LATE_BORN, [day(*born) for born in LATE_BORN], 11) + people(BORN, [day(*b) for b in BORN], 21)
    own = [[*row[:3], since, *row[3:]] for row, since in zip(rows, [*MIDDLE, *MIDDLE[:3]], strict=True)]
    assert asked(read(tmp_path, {"Satu": PROVEN, "Dua": [heads, *own]})) == [SURE]


def test_days_of_january_prove_it_too(tmp_path: Path) -> None:
    sheets = {"Satu": [GOLONGAN, *people(LATE_BORN, APRILS)], "Dua": [POSTS, *people(LATE_BORN, MIDDLE[:3], 11)]}
    assert asked(read(tmp_path, sheets)) == [
        ("dates_swapped", "Satu", "C1"),
        ("dates_swapped_elsewhere", "Dua", "C1"),
    ]
    sheets["Satu"] = [GOLONGAN, *people(LATE_BORN, FIRSTS)]
    assert asked(read(tmp_path, sheets)) == []


def test_days_of_january_ask_about_the_columns_beside_them(tmp_path: Path) -> None:
    heads = ["NIP", "Nama", "TMT Golongan", "TMT Jabatan", "Jabatan", "Unit Kerja"]

    def beside(cells: list[datetime.date], since: list[datetime.date]) -> list[tuple[str, str, str | None]]:
        rows = people(LATE_BORN, cells)
        own = [[*row[:3], one, *row[3:]] for row, one in zip(rows, since, strict=True)]
        return asked(read(tmp_path, {"Satu": [heads, *own]}))

    sure = ("dates_swapped", "Satu", "C1")
    assert beside(APRILS, MIDDLE[:3]) == [sure, ("dates_swapped_beside", "Satu", "D1")]
    assert beside(APRILS, LATE_IN_MONTH) == [sure]
    assert beside(FIRSTS, MIDDLE[:3]) == []


@pytest.mark.parametrize(("heads", "also"), [(POSTS, True), (["NIP", "Nama", "TMT PNS", *POSTS[3:]], False)])
def test_texts_beside_true_dates_ask_about_the_same_column_alone(tmp_path: Path, heads: list[str], also: bool) -> None:
    """They prove nothing of the file; but the list that goes on below another header row is the same list."""
    above = [POSTS, *people([*LATE_BORN, *BORN[:3]], [*LATE, *MIDDLE[:3]])]
    found = read(tmp_path, {"Satu": above, "Dua": [heads, *people(LATE_BORN, MIDDLE[:3], 11)]})
    more = [("dates_swapped_elsewhere", "Dua", "C1")] if also else []
    assert asked(found) == [("dates_swapped_beside_texts", "Satu", "C1"), *more]


def test_who_names_the_column_says_that_its_days_are_right(tmp_path: Path) -> None:
    sheets = {"Satu": PROVEN, "Dua": [POSTS, *people(LATE_BORN, MIDDLE[:3], 11)]}
    assert asked(read(tmp_path, sheets)) == [SURE, ("dates_swapped_elsewhere", "Dua", "C1")]
    assert asked(read(tmp_path, sheets, maps={"TMT Jabatan": "position_since"})) == [SURE]


def test_lists_under_one_another_are_asked_about_too(tmp_path: Path) -> None:
    below = [[], ["DAFTAR DIKLAT"], TRAININGS, *courses(MIDDLE[:3])]
    found = read(tmp_path, {"Satu": [*PROVEN, *below]})
    assert asked(found) == [SURE, *(("dates_swapped_elsewhere", "Satu", f"{letter}9") for letter in "CD")]
