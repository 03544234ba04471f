"""Trainings people took part in, mentoring sessions among them, and the trainings on offer."""

from collections.abc import Iterator
from typing import NamedTuple

from asnkarier.core.growth.hours import Attended
from asnkarier.core.growth.plan.catalogue import Offered
from asnkarier.core.person import maker
from asnkarier.store.database import Database


def of_year(db: Database, year: int, until: str | None = None) -> Iterator[Attended]:
    """Yield the trainings whose hours may belong to a year, and its mentoring sessions for the mentee, by person.

    With `until` only what had taken place by that day; of what has a year alone it is not known, so that its year decides.
    """
    first, last = f"{year}-01-01", f"{year}-12-31"
    last = min(last, until or last)
    year = year if first <= last else -1
    rows = db.each(
        "SELECT person_id, title, form, started_on, ended_on, year, jp, CASE WHEN abroad = 'ya' THEN 1 ELSE 0 END"
        " FROM training WHERE (ended_on BETWEEN ? AND ?) OR (ended_on IS NULL AND started_on BETWEEN ? AND ?)"
        " OR (ended_on IS NULL AND started_on IS NULL AND year = ?)"
        " UNION ALL SELECT mentee_id, COALESCE(topic, ''), 'mentoring', session_on, session_on, NULL, NULL, 0"
        " FROM mentoring WHERE session_on BETWEEN ? AND ? ORDER BY 1",
        (first, last, first, last, year, first, last),
    )
    make = maker(Attended)
    for person, title, form, started, ended, when, jp, abroad in rows:
        yield make((person, title, form, started, ended, when, jp, bool(abroad)))


def catalogue(db: Database) -> list[Offered]:
    """Return the trainings on offer, by code."""
    columns = ", ".join(Offered._fields)
    return [Offered(*row) for row in db.rows(f"SELECT {columns} FROM catalogue ORDER BY code")]


class Taken(NamedTuple):
    """A training someone completed in a year, by its folded title."""

    person_id: int
    title_key: str
    day: str | None


def taken_in(db: Database, year: int) -> list[Taken]:
    """Return who took part in what in a year."""
    first, last = f"{year}-01-01", f"{year}-12-31"
    rows = db.rows(
        "SELECT person_id, title_key, COALESCE(ended_on, started_on) FROM training"
        " WHERE COALESCE(ended_on, started_on) BETWEEN ? AND ?"
        " OR (ended_on IS NULL AND started_on IS NULL AND year = ?) ORDER BY person_id, title_key",
        (first, last, year),
    )
    return [Taken(*row) for row in rows]


def organisers(db: Database) -> dict[str, str]:
    """Return title → who held a training of that title last."""
    return dict(
        db.rows(
            "SELECT title, organiser FROM training WHERE organiser IS NOT NULL AND title IN (SELECT title FROM catalogue)"
            " ORDER BY dated, id"
        )
    )
