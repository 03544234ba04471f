"""What an undo costs grows with the import alone: twice the rows, twice the work, whatever earlier undos left in the log."""

import sys
from pathlib import Path

import pytest

from asnkarier.core.access import Access
from asnkarier.store.database import create, open_database
from asnkarier.store.intake.undo import undo
from tests.store.intake.lists import ACTOR, take

ROSTER = ("nip", "name", "position", "position_since", "unit", "agency", "golongan")
TRAININGS = ("nip", "title", "year", "jp")
UNITS = ("unit", "agency", "unit_code")
FEW, STEPS = 300, 100
"""Rows of the smaller list; instructions of the database that count as one step."""
MOST = 3.0
"""How many times the work of the half the whole may be: 2 where cost is linear, 4 where it is quadratic."""


def nips(count: int) -> list[str]:
    return [f"19800101{200500 + at // 999 + 1:06d}1{at % 999 + 1:03d}" for at in range(count)]


def cost(path: str, what: str, count: int) -> tuple[int, int]:
    """Return how much the database and the program do to undo a list of `count` rows, counted alike on any machine."""
    people = nips(count)
    create(path)
    with open_database(path, Access.WRITE) as db:

        def roster(post: str, golongan: str, day: str) -> None:
            rows = [(nip, "Uji", post, None, "Bidang Data", "Dinas Uji", golongan) for nip in people]
            take(db, "roster", ROSTER, rows, dated=day)

        def trainings(jp: int) -> None:
            take(db, "trainings", TRAININGS, [(nip, "Arsip", 2025, jp) for nip in people])

        def units(code: str) -> None:
            rows = [(f"Bidang {at}", "Dinas Uji", f"{code}{at}") for at in range(count)]
            take(db, "units", UNITS, rows)

        if what == "units":
            units("A")
            units("B")
        else:
            roster("Arsiparis", "III/b", "2026-01-31")
        if what == "trainings":
            # The one before was undone, and what it had to leave is tried again.
            trainings(10)
            trainings(12)
            undo(db, ACTOR, 2)
        elif what == "roster":
            roster("Analis", "III/c", "2026-03-31")
            roster("Penata", "III/d", "2026-05-31")
            undo(db, ACTOR, 2)
        (last,) = db.one("SELECT MAX(id) FROM batch WHERE undoes IS NULL AND undone_by IS NULL") or (0,)
        steps = calls = 0

        def step() -> int:
            nonlocal steps
            steps += 1
            return 0

        def call(*_: object) -> None:
            nonlocal calls
            calls += 1

        db.connection.set_progress_handler(step, STEPS)
        before = sys.getprofile()
        sys.setprofile(call)
        try:
            result = undo(db, ACTOR, last)
        finally:
            sys.setprofile(before)
            db.connection.set_progress_handler(None, 0)
        assert len(result.reversed) >= count
        return steps, calls


@pytest.mark.parametrize("what", ["trainings", "roster", "units"])
def test_twice_the_rows_are_twice_the_work(tmp_path: Path, what: str) -> None:
    half = cost(str(tmp_path / "half.sqlite"), what, FEW)
    whole = cost(str(tmp_path / "whole.sqlite"), what, 2 * FEW)
    for of_half, of_whole in zip(half, whole, strict=True):
        assert of_half < of_whole < MOST * of_half
