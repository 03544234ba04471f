"""The marks of open selections."""

from datetime import date

from asnkarier.core.decide.lists.selection import Applicant, Mark
from asnkarier.store.database import Database


def applicants(db: Database, position_id: int, as_of: date) -> list[Applicant]:
    """Return who takes part in the selection for a post, with the marks given up to the day."""
    found: dict[str, tuple[int | None, str, dict[str, Mark]]] = {}
    for candidate, person, name, stage, score, record in db.rows(
        "SELECT s.candidate_key, s.person_id, COALESCE(p.name, s.name, ''), s.stage, s.score, s.id FROM selection s"
        " LEFT JOIN person p ON p.id = s.person_id"
        " WHERE s.position_id = ? AND (s.taken_on IS NULL OR s.taken_on <= ?) ORDER BY s.id",
        (position_id, as_of.isoformat()),
    ):
        marks = found.setdefault(candidate, (person, name, {}))[2]
        marks[stage] = Mark(score, record)
    return [Applicant(key, *one) for key, one in found.items()]
