"""Trainings and posts as the index of professionalism reads them."""

from collections.abc import Iterator, Mapping
from datetime import date

from asnkarier.core.appraisal.ip_asn_facts import Attendance
from asnkarier.core.rank.calendar import months_after
from asnkarier.core.rules.ip_asn import IpAsnRule
from asnkarier.core.rules.positions import PositionKind, PositionRule
from asnkarier.store.database import Database
from asnkarier.store.queries.appraisal.kinds import OF_A_YEAR
from asnkarier.store.queries.positions import kind_of


def attendances(
    db: Database, rule: IpAsnRule, day: date, person_id: int | None = None
) -> Iterator[tuple[int, list[Attendance]]]:
    """Yield each person's trainings up to a day that may earn points: of any time for leadership and function, else of the months.

    The first month is read as a whole: what a form counts at most in a month, it may have counted before the months began.
    """
    first = months_after(day, -max(rule.technical_months, rule.seminar_months)).replace(day=1)
    lasting = (*rule.leadership_kinds, *rule.functional_kinds)
    marks = ",".join("?" * len(lasting))
    only, values = ("", ()) if person_id is None else (" AND person_id = ?", (person_id,))
    rows = db.rows(
        "SELECT person_id, training_kind, form, level, started_on, ended_on, year, jp,"
        " CASE WHEN abroad = 'ya' THEN 1 ELSE 0 END FROM training"
        f" WHERE (training_kind IS NULL OR training_kind IN ({marks})"
        " OR COALESCE(ended_on, started_on) >= ? OR (ended_on IS NULL AND started_on IS NULL"
        f" AND (year IS NULL OR year >= ?))) AND COALESCE(ended_on, started_on, '') <= ?{only} ORDER BY person_id",
        (*lasting, first.isoformat(), first.year, day.isoformat(), *values),
    )
    known: dict[tuple[object, ...], Attendance] = {}
    person, found = 0, list[Attendance]()
    for row in rows:
        if row[0] != person:
            if found:
                yield person, found
            person, found = row[0], []
        told = row[1:]
        attendance = known.get(told)
        if attendance is None:
            attendance = known[told] = Attendance._make(told)
        found.append(attendance)
    if found:
        yield person, found


def posts_on(db: Database, day: date) -> dict[int, int]:
    """Return person → post held definitively on a day."""
    on = day.isoformat()
    return dict(db.rows("SELECT person_id, position_id FROM person_post WHERE since <= ? AND until >= ?", (on, on)))


def kinds_before(
    db: Database, day: date, rule: PositionRule, held: Mapping[int, int], person_id: int | None = None
) -> dict[int, PositionKind | None]:
    """Return person → kind of the definitive post that history names for a day, of those without a post of the roster on it."""
    on = day.isoformat()
    only, values = ("", ()) if person_id is None else (" AND person_id = ?", (person_id,))
    rows = db.rows(
        "SELECT person_id, position_kind, echelon, position FROM history WHERE since <= ? AND (until IS NULL OR until >= ?)"
        f" AND (acting IS NULL OR acting IN ('', 'definitif')){only} ORDER BY since, id",
        (on, on, *values),
    )
    return {person: kind_of(kind, echelon, name, rule) for person, kind, echelon, name in rows if person not in held}


def in_parts(db: Database, year: int, person_id: int | None = None) -> set[int]:
    """Return who was evaluated in parts of a year that do not say what the year was: quarters and months."""
    only, values = ("", ()) if person_id is None else (" AND person_id = ?", (person_id,))
    rows = db.rows(
        f"SELECT DISTINCT person_id FROM evaluation WHERE year = ? AND NOT {OF_A_YEAR}{only}", (year, *values)
    )
    return {int(row[0]) for row in rows}


def year_recorded(db: Database, year: int) -> bool:
    """Tell whether anybody's evaluation of a whole year, or of a half of it, is on record."""
    return bool(db.rows(f"SELECT 1 FROM evaluation WHERE year = ? AND {OF_A_YEAR} LIMIT 1", (year,)))
