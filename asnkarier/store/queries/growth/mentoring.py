"""Mentoring pairs and their sessions as they stand in the file."""

from typing import NamedTuple

from asnkarier.store.database import Database


class Paired(NamedTuple):
    """One pair: since when, until when, how many sessions, how long together, and the newest."""

    mentor_id: int
    mentee_id: int
    started_on: str
    ended_on: str | None
    sessions: int
    minutes: int
    last_on: str | None

    def active(self, day: str) -> bool:
        """Tell whether the pair is together on a day."""
        return self.started_on <= day and (self.ended_on is None or self.ended_on > day)


def pairs(db: Database, until: str) -> list[Paired]:
    """Return the pairs that began up to a day, with the sessions held up to it; a session without a pair's row makes one."""
    rows = db.rows(
        "SELECT mentor_id, mentee_id, started_on, MAX(ended_on),"
        " SUM(CASE WHEN session_on <> '' AND session_on <= ? THEN 1 ELSE 0 END),"
        " COALESCE(SUM(CASE WHEN session_on <> '' AND session_on <= ? THEN minutes END), 0),"
        " MAX(CASE WHEN session_on <> '' AND session_on <= ? THEN session_on END)"
        " FROM mentoring WHERE started_on <= ? GROUP BY mentor_id, mentee_id, started_on"
        " ORDER BY started_on, mentor_id, mentee_id",
        (until, until, until, until),
    )
    return [Paired(*row) for row in rows]


def sanctioned(db: Database, day: str) -> set[int]:
    """Return who is under a sedang or berat sanction on a day, as far as its days are known."""
    rows = db.rows(
        "SELECT DISTINCT person_id FROM discipline WHERE level IN ('sedang', 'berat') AND annulled_on IS NULL"
        " AND COALESCE(effective_on, decided_on) <= ? AND (ends_on IS NULL OR ends_on >= ?)",
        (day, day),
    )
    return {row[0] for row in rows}
