"""The year of an evaluation and the dates beside it."""

from pathlib import Path

import pytest

from asnkarier.ingest.cells.checks import problems, years_of_periods
from asnkarier.ingest.frames import ReadOptions
from asnkarier.ingest.reading import read_book
from tests.ingest.sheetmaker import PNS, PNS_WOMAN, TODAY, collected, write_xlsx


@pytest.mark.parametrize(
    ("start", "end", "codes"),
    [
        ("2025-01-01", "2025-12-31", []),
        ("2024-01-01", "2024-12-31", ["year_not_of_dates"]),
        ("2026-01-01", "2026-03-31", ["year_not_of_dates"]),
    ],
)
def test_a_year_that_its_dates_do_not_name_is_told(start: str, end: str, codes: list[str]) -> None:
    columns = {"year": [2025], "predicate": ["baik"], "started_on": [start], "ended_on": [end]}
    found = [one.code for one in problems(columns, "2026-11-22") if one.code != "period_disagrees"]
    assert found == codes


@pytest.mark.parametrize(
    ("period", "codes"),
    [
        ("Tahun 2025", ["year_not_of_period"]),
        ("2025", ["year_not_of_period"]),
        ("TRIWULAN IV 2025", ["year_not_of_period"]),
        ("Tahun 2018", []),
        ("2018/2019", []),  # one of the two is the year
        ("Triwulan IV", []),
        (None, []),
    ],
)
def test_a_year_that_its_period_does_not_name_is_told(period: str | None, codes: list[str]) -> None:
    assert [one.code for one in years_of_periods([2018], [period])] == codes
    assert not list(years_of_periods([None], [period]))


def test_the_year_beside_a_period_of_another(tmp_path: Path) -> None:
    """`Periode 2025` beside 2018: the evaluation counts for 2018, and both cells are named."""
    rows = [[PNS, 2018, "Tahun 2025", 86.5], [PNS_WOMAN, 2018, "Tahun 2018", 87]]
    book = write_xlsx(tmp_path / "skp.xlsx", {"SKP": [["NIP", "Tahun", "Periode", "Nilai SKP"], *rows]})
    read = collected(read_book(book, ReadOptions(today=TODAY)))
    assert read.found == [("year_not_of_period", "B2")]
    assert [row["year"] for _, row in read.rows[0]] == [2018, 2018]


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        (("Bidang Data", "BIDANG  DATA", "rename", None, None), ["renamed_to_itself"]),
        (("Bidang Data", "Bidang Data", "rename", "Dinas A", None), ["renamed_to_itself"]),
        (("Bidang Data", "Bidang Data", "rename", "Dinas A", "Dinas B"), []),
        (("Bidang Data", "Bidang Data dan Arsip", "rename", None, None), []),
        (("Bidang Data", "Bidang Data", "merge", None, None), []),  # another is merged into it
    ],
)
def test_a_rename_to_the_same_name(row: tuple[str | None, ...], codes: list[str]) -> None:
    names = ("old", "new", "how", "old_agency", "new_agency")
    columns = {name: [value] for name, value in zip(names, row, strict=True)}
    assert [one.code for one in problems(columns, "2026-11-22")] == codes
