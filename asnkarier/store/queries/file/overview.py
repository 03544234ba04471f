"""What is in the file as of a day: counts for the dashboard."""

from datetime import date
from typing import NamedTuple

from asnkarier.core.appraisal.periods import ANNUAL, months_in
from asnkarier.store.database import Database
from asnkarier.store.queries.appraisal.evaluations import over_by


def number(db: Database, sql: str, parameters: tuple[object, ...] = ()) -> int:
    """Return the one number that a query counts."""
    row = db.one(sql, parameters)
    return int(row[0]) if row and row[0] is not None else 0


def assumed_standing(db: Database, day: str, statuses: tuple[str, ...]) -> set[int]:
    """Return the staff whose legal standing no list has said."""
    marks = ",".join("?" * len(statuses))
    rows = db.rows(
        f"SELECT person_id FROM person_status WHERE since <= ? AND until >= ? AND status IN ({marks}) AND assumed = 1",
        (day, day, *statuses),
    )
    return {int(row[0]) for row in rows}


def newest_assessments(db: Database, day: str) -> dict[int, str]:
    """Return person → day of the newest assessment up to the day."""
    return dict(
        db.rows("SELECT person_id, MAX(assessed_on) FROM assessment WHERE assessed_on <= ? GROUP BY person_id", (day,))
    )


def last_feedback(db: Database, people: list[int], day: date) -> dict[int, tuple[int, str]]:
    """Return person → year and text of the newest feedback on a day, given with an evaluation or apart from one.

    With an evaluation it is given when what is evaluated is over; apart from one a year is all that is known of it.
    """
    if not people:
        return {}
    marks = ",".join("?" * len(people))
    over, values = over_by(day)
    rows = db.rows(
        f"SELECT person_id, year, '' AS part, text FROM feedback WHERE text IS NOT NULL AND year <= ? AND person_id IN ({marks})"
        f" UNION ALL SELECT person_id, year, period, feedback FROM evaluation WHERE feedback IS NOT NULL AND {over}"
        f" AND person_id IN ({marks})",
        (day.year, *people, *values, *people),
    )
    rows.sort(key=lambda row: (row[0], row[1], months_in(row[2])[-1] if row[2] else 0, row[2] == ANNUAL))
    return {person: (year, text) for person, year, _, text in rows}


class Overdue(NamedTuple):
    """Steps of development plans whose day has passed, and how many people they belong to."""

    steps: int
    people: int


def overdue_steps(db: Database, day: str) -> Overdue:
    """Count steps of plans that were due before the day and are not done."""
    row = db.one(
        "SELECT COUNT(*), COUNT(DISTINCT person_id) FROM idp WHERE due < ? AND due <> '' AND done_on IS NULL", (day,)
    )
    return Overdue(*row) if row else Overdue(0, 0)


def leadership_trainings(db: Database, day: str) -> dict[int, list[tuple[str, str]]]:
    """Return person → (level, day it ended) of the leadership trainings up to a day; without a day, the year's last."""
    found: dict[int, list[tuple[str, str]]] = {}
    for person, level, ended in db.rows(
        "SELECT person_id, level, COALESCE(ended_on, started_on, CAST(year AS TEXT) || '-12-31') AS ended FROM training"
        " WHERE training_kind = 'leadership' AND level IS NOT NULL AND level <> '' ORDER BY person_id, ended"
    ):
        if ended is not None and ended <= day:
            found.setdefault(person, []).append((level, ended))
    return found


def last_responsibility(db: Database, day: str) -> dict[int, str]:
    """Return person → the day up to which the newest assignment ran, or on which the newest post or duty began."""
    return dict(
        db.rows(
            "SELECT person_id, MAX(at) FROM ("
            "SELECT person_id, COALESCE(ended_on, '9999-12-31') AS at FROM assignment WHERE COALESCE(started_on, '') <= ?"
            " UNION ALL SELECT person_id, since FROM person_post WHERE stated = 1 AND since <= ?"
            " UNION ALL SELECT person_id, until FROM person_duty WHERE since <= ?"
            " UNION ALL SELECT person_id, since FROM history WHERE since <= ?) found GROUP BY person_id",
            (day, day, day, day),
        )
    )


def rows_of(db: Database, table: str) -> int:
    """Count the rows of a table."""
    return number(db, f"SELECT COUNT(*) FROM {table}")
