"""Evaluations of one period from two systems, of which one tells the first day and the other does not."""

from collections.abc import Sequence

from asnkarier.store.database import Database
from asnkarier.store.intake.session import Intake
from asnkarier.store.intake.undo import undo
from tests.store.intake.lists import ACTOR, content, take
from tests.store.intake.test_taking_in import ROSTER, SITI, db, row

__all__ = ("db",)
FIELDS = ("nip", "year", "started_on", "predicate")
KNOWN = "SELECT year, started_on, predicate FROM evaluation ORDER BY year, started_on"


def told(db: Database, *rows: Sequence[object]) -> Intake:
    return take(db, "evaluations", FIELDS, [(SITI, *one) for one in rows])


def test_a_list_without_days_is_about_the_known_evaluation(db: Database) -> None:
    take(db, "roster", ROSTER, [row()])
    told(db, (2025, "2025-01-01", "baik"))
    before = content(db)
    later = told(db, (2025, None, "sangat_baik"), (2024, None, "baik"))
    assert db.rows(KNOWN) == [(2024, "", "baik"), (2025, "2025-01-01", "sangat_baik")]
    assert [later.taken[0].sheet.updated, later.taken[0].sheet.inserted] == [1, 1]
    after = content(db)
    again = told(db, (2025, None, "sangat_baik"), (2024, None, "baik"))
    assert (again.log.opened, content(db)) == (False, after)
    undo(db, ACTOR, later.log.batch_id)
    assert content(db) == before


def test_the_first_day_of_the_year_is_learnt_and_another_day_is_another_evaluation(db: Database) -> None:
    take(db, "roster", ROSTER, [row()])
    told(db, (2024, None, "baik"), (2025, None, "baik"))
    told(db, (2024, "2024-01-01", "baik"), (2025, "2025-07-01", "kurang"))
    assert db.rows(KNOWN) == [
        (2024, "2024-01-01", "baik"),
        (2025, "", "baik"),
        (2025, "2025-07-01", "kurang"),
    ]


def test_two_evaluations_of_one_year_stay_two(db: Database) -> None:
    """Who changed posts in July has one for each half of the year; a row without a day is neither of them."""
    take(db, "roster", ROSTER, [row()])
    told(db, (2025, "2025-01-01", "baik"), (2025, "2025-07-01", "sangat_baik"))
    told(db, (2025, None, "baik"))
    assert [one[1] for one in db.rows(KNOWN)] == ["", "2025-01-01", "2025-07-01"]
