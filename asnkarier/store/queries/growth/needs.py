"""What growth needs beside trainings: how important a post holds each competency."""

from asnkarier.core.growth.needs import Certificate, Judged
from asnkarier.store.database import Database


def leadership_trainings(db: Database, day: str) -> dict[int, set[str]]:
    """Return person → levels of leadership training completed up to a day."""
    result: dict[int, set[str]] = {}
    for person, level in db.rows(
        "SELECT person_id, level FROM training WHERE training_kind = 'leadership' AND level IS NOT NULL"
        " AND COALESCE(ended_on, started_on, CAST(year AS TEXT)) <= ?",
        (day,),
    ):
        result.setdefault(person, set()).add(level)
    return result


def certificates(db: Database) -> list[Certificate]:
    """Return every certificate with a last day, by person, the newest of a title last."""
    rows = db.rows(
        "SELECT person_id, title, title_key, valid_until, 'training', id FROM training WHERE valid_until IS NOT NULL"
        " UNION ALL SELECT person_id, COALESCE(target, exam), target_key, valid_until, 'exam', id FROM exam"
        " WHERE valid_until IS NOT NULL AND result = 'lulus' ORDER BY 1, 3, 4"
    )
    return [Certificate(*row) for row in rows]


def newest_evaluations(db: Database, year: int) -> list[Judged]:
    """Return the newest annual evaluation up to a year of everyone who has one; of two rows of a year the one that began last."""
    rows = db.rows(
        "SELECT e.person_id, e.year, e.work_result, e.behaviour, e.predicate, e.recommendation, e.feedback, e.id"
        " FROM evaluation e WHERE e.period = 'annual' AND e.year = (SELECT MAX(f.year) FROM evaluation f"
        " WHERE f.person_id = e.person_id AND f.period = 'annual' AND f.year <= ?)"
        " ORDER BY e.person_id, e.started_on, e.id",
        (year,),
    )
    return list({row[0]: Judged(*row) for row in rows}.values())


def level_records(db: Database, day: str) -> dict[int, dict[int, int]]:
    """Return person → competency → the newest assessment up to a day that gives its level."""
    result: dict[int, dict[int, int]] = {}
    for person, competency, record in db.each(
        "SELECT a.person_id, l.competency_id, a.id FROM assessment a JOIN assessment_level l ON l.assessment_id = a.id"
        " WHERE a.assessed_on <= ? ORDER BY a.person_id, a.assessed_on, a.purpose",
        (day,),
    ):
        result.setdefault(person, {})[competency] = record
    return result
