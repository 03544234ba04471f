"""`3 hari` below a header of hours is no number of JP, and `Maret 2025` of a training tells its year: the rest of the row is read."""

from pathlib import Path
from typing import Any

import pytest

from tests.ingest.sheetmaker import PNS, PNS_WOMAN, PPPK, Read, read_rows

HEADER = ["NIP", "NAMA", "Nama Kegiatan", "Pelaksanaan", "Lamanya Diklat"]


def trainings(tmp_path: Path, *cells: tuple[Any, Any]) -> Read:
    rows = [[nip, "Contoh", "Bimtek A", *both] for nip, both in zip((PNS, PNS_WOMAN, PPPK), cells, strict=False)]
    return read_rows(tmp_path, [HEADER, *rows], as_kinds=("trainings",))


def test_days_leave_the_hours_unknown(tmp_path: Path) -> None:
    read = trainings(tmp_path, ("12-03-2025", "20 JP"), ("13-03-2025", "3 hari"), ("14-03-2025", "2 Hari Kerja"))
    assert (read.found, [row["jp"] for _number, row in read.rows[0]]) == ([], [200_000, None, None])
    assert [(f.column, dict(f.values)) for f in read.findings if f.code == "cells_of_days"] == [("E", {"number": 2})]


def test_hours_alone_need_no_note(tmp_path: Path) -> None:
    read = trainings(tmp_path, ("12-03-2025", "20 JP"), ("13-03-2025", "40 jam"))
    assert (read.found, "cells_of_days" in read.notes) == ([], False)


@pytest.mark.parametrize("cell", ["tiga", "3 bulan", "3 hari 2 malam"])
def test_other_words_are_still_refused(tmp_path: Path, cell: str) -> None:
    assert [cell for _code, cell in trainings(tmp_path, ("12-03-2025", cell)).found] == ["E2"]


@pytest.mark.parametrize(
    "month", ["Maret 2025", "Mar 2025", "MARET 2025", "Bulan Maret 2025", "Maret Tahun 2025", 2025]
)
def test_a_month_tells_the_year(tmp_path: Path, month: Any) -> None:
    read = trainings(tmp_path, ("12 s.d. 14 Maret 2025", 20), (month, 20))
    rows = [(row["started_on"], row["ended_on"], row["year"]) for _number, row in read.rows[0]]
    assert (read.found, rows) == ([], [("2025-03-12", "2025-03-14", None), (None, None, 2025)])


def test_no_month_is_refused(tmp_path: Path) -> None:
    assert [cell for _code, cell in trainings(tmp_path, ("12-03-2025", 20), ("Marte 2025", 20)).found] == ["D3"]
