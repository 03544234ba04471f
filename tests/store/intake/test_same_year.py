"""Two rows of one list about one whole year, one with its dates and one without, are about the same thing."""

from asnkarier.store.database import Database
from tests.store.intake.lists import take
from tests.store.intake.test_taking_in import ROSTER, SITI, codes, counts, db, row

__all__ = ("db",)
FIELDS = ["nip", "year", "started_on", "ended_on", "predicate"]


def dated(db: Database, *rows: tuple[str, str, str]) -> tuple[int, int, int, int]:
    return counts(take(db, "evaluations", FIELDS, [[SITI, 2025, *one] for one in rows]))


def test_parts_of_a_year_stay_two(db: Database) -> None:
    take(db, "roster", ROSTER, [row()], dated="2026-06-30")
    halves = (("2025-01-01", "2025-06-30", "baik"), ("2025-07-01", "2025-12-31", "kurang"))
    assert dated(db, *halves) == (2, 0, 0, 0)
    assert dated(db, *halves) == (0, 0, 2, 0)


def test_two_of_one_year_in_one_list_disagree(db: Database) -> None:
    take(db, "roster", ROSTER, [row()], dated="2026-06-30")
    rows = [[SITI, 2025, "2025-01-01", "2025-12-31", "baik"], [SITI, 2025, "", None, "kurang"]]
    intake = take(db, "evaluations", FIELDS, rows)
    assert codes(intake) == [("rows_disagree", "error", "A3"), ("rows_disagree", "error", "A2")]
