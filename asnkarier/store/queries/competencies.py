"""Competencies, standards and assessments, read in bulk."""

from typing import Any

from asnkarier.core.gap import Competency
from asnkarier.store.database import Database


def every(db: Database) -> list[Competency]:
    """Return all competencies: the nine common ones in their order, then the others by group and name."""
    rows = db.rows(
        "SELECT id, name, grp, rank FROM competency ORDER BY CASE WHEN rank > 0 THEN 0 ELSE 1 END, rank, grp, name"
    )
    return [Competency(*row) for row in rows]


def standards(db: Database, position_id: int | None = None) -> dict[int, dict[int, int]]:
    """Return post → competency → required level; of one post, or of all."""
    where, values = ("", ()) if position_id is None else (" WHERE position_id = ?", (position_id,))
    result: dict[int, dict[int, int]] = {}
    for post, competency, level in db.rows(f"SELECT position_id, competency_id, required FROM standard{where}", values):
        result.setdefault(post, {})[competency] = level
    return result


def _only(person_id: int | None) -> tuple[str, tuple[Any, ...]]:
    return ("", ()) if person_id is None else (" AND a.person_id = ?", (person_id,))


def wide(db: Database, nine: list[int], until: str, person_id: int | None = None) -> list[tuple[Any, ...]]:
    """Return assessments up to a day, the oldest of a person first: person, day, id, recap's JPM, and a level of each of the nine.

    One row holds nine levels, because nine look-ups by key are cheaper than nine rows.
    """
    where, values = _only(person_id)
    levels = ", ".join(f"l{i}.level" for i in range(len(nine)))
    joins = " ".join(
        f"LEFT JOIN assessment_level l{i} ON l{i}.assessment_id = a.id AND l{i}.competency_id = {int(competency)}"
        for i, competency in enumerate(nine)
    )
    return db.rows(
        f"SELECT a.person_id, a.assessed_on, a.id, a.jpm, {levels} FROM assessment a {joins}"
        f" WHERE a.assessed_on <= ?{where} ORDER BY a.person_id, a.assessed_on, a.purpose",
        (until, *values),
    )


def sums(db: Database, nine: list[int], until: str, person_id: int | None = None) -> list[tuple[Any, ...]]:
    """Return assessments up to a day: person, day, id, JPM, potential, sum and number of levels, purpose."""
    where, values = _only(person_id)
    marks = ",".join(str(int(competency)) for competency in nine)
    return db.rows(
        "SELECT a.person_id, a.assessed_on, a.id, a.jpm, a.potential, SUM(l.level), COUNT(l.level), a.purpose FROM assessment a"
        f" LEFT JOIN assessment_level l ON l.assessment_id = a.id AND l.competency_id IN ({marks})"
        f" WHERE a.assessed_on <= ?{where} GROUP BY a.id, a.person_id, a.assessed_on, a.purpose, a.jpm, a.potential"
        " ORDER BY a.id",
        (until, *values),
    )


def others(db: Database, nine: list[int], until: str, person_id: int | None = None) -> list[tuple[Any, ...]]:
    """Return levels outside the nine up to a day, the oldest first: person, competency, day, level, assessment."""
    where, values = _only(person_id)
    marks = ",".join(str(int(competency)) for competency in nine)
    return db.rows(
        "SELECT a.person_id, l.competency_id, a.assessed_on, l.level, a.id FROM assessment_level l"
        " JOIN assessment a ON a.id = l.assessment_id"
        f" WHERE l.competency_id NOT IN ({marks}) AND a.assessed_on <= ?{where}"
        " ORDER BY a.person_id, l.competency_id, a.assessed_on",
        (until, *values),
    )


def importance(db: Database, position_id: int) -> dict[int, str]:
    """Return competency → how important the post's standard says it is."""
    rows = db.rows(
        "SELECT competency_id, importance FROM standard WHERE position_id = ? AND importance IS NOT NULL",
        (position_id,),
    )
    return dict(rows)
