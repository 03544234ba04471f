"""The marks of open selections."""

from datetime import date

from asnkarier.core.decide.lists.selection import Applicant, Mark
from asnkarier.store.database import Database
from asnkarier.store.queries import successions


def applicants(db: Database, position_id: int, as_of: date) -> list[Applicant]:
    """Return who takes part in the selection for a post, with the marks given up to the day.

    Marks given to the post under a former name or in its former place are its own; one given since stands before them.
    """
    day = as_of.isoformat()
    former = [before for before, now in successions.posts_now(db, day).items() if now == position_id]
    found: dict[str, tuple[int | None, str, dict[str, Mark]]] = {}
    for candidate, person, name, stage, score, record in db.rows(
        "SELECT s.candidate_key, s.person_id, COALESCE(p.name, s.name, ''), s.stage, s.score, s.id FROM selection s"
        " LEFT JOIN person p ON p.id = s.person_id"
        f" WHERE s.position_id IN ({', '.join('?' * (1 + len(former)))}) AND (s.taken_on IS NULL OR s.taken_on <= ?)"
        " ORDER BY CASE WHEN s.position_id = ? THEN 1 ELSE 0 END, s.id",
        (position_id, *former, day, position_id),
    ):
        marks = found.setdefault(candidate, (person, name, {}))[2]
        marks[stage] = Mark(score, record)
    return [Applicant(key, *one) for key, one in found.items()]
