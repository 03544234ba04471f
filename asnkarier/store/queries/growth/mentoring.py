"""Mentoring pairs and their sessions as they stand in the file."""

from typing import NamedTuple

from asnkarier.core.decide.checks.conduct import in_force, served
from asnkarier.core.decide.records import Sanction
from asnkarier.core.decide.sanction import term
from asnkarier.core.growth.recognition import Barred
from asnkarier.core.regulation import Regulation
from asnkarier.core.rules.discipline import DisciplineRule
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
    topic: str | None = None
    """What the pair is about, as it was said when it was made."""

    def active(self, day: str) -> bool:
        """Tell whether the pair is together on a day."""
        return self.started_on <= day and (self.ended_on is None or self.ended_on > day)


def pairs(db: Database, until: str) -> list[Paired]:
    """Return the pairs that began up to a day, with the sessions held up to it; a session without a pair's row makes one."""
    rows = db.rows(
        "SELECT mentor_id, mentee_id, started_on, MAX(ended_on),"
        " SUM(CASE WHEN session_on <> '' AND session_on <= ? THEN 1 ELSE 0 END),"
        " COALESCE(SUM(CASE WHEN session_on <> '' AND session_on <= ? THEN minutes END), 0),"
        " MAX(CASE WHEN session_on <> '' AND session_on <= ? THEN session_on END),"
        " MAX(CASE WHEN session_on = '' THEN topic END)"
        " FROM mentoring WHERE started_on <= ? GROUP BY mentor_id, mentee_id, started_on"
        " ORDER BY started_on, mentor_id, mentee_id",
        (until, until, until, until),
    )
    return [Paired(*row) for row in rows]


def sanctioned(db: Database, rules: Regulation[DisciplineRule], day: str) -> dict[int, Barred]:
    """Return who is under a sanction that bars promotion on a day, or may be: the end of theirs is not known.

    Without an end of its own a sanction runs for the term of its kind; annulled, it counts until the day of that.
    """
    newest = list(reversed(rules.versions))
    found: dict[int, Barred] = {}
    for person, level, decided, effective, ends, annulled, name, record in db.rows(
        "SELECT person_id, level, decided_on, effective_on, ends_on, annulled_on, sanction, id FROM discipline"
        " WHERE decided_on <= ?",
        (day,),
    ):
        rule = next((v.value for v in newest if v.in_force_since.isoformat() <= decided), newest[-1].value)
        if rule.is_ethics(name):
            continue
        since, until = term(decided, effective, ends, name, rule)
        sanction = Sanction(level, decided, since, until, annulled or None, name, record)
        if level not in rule.blocks["promotion"] or not in_force(sanction, day):
            continue
        now = served(sanction, day)
        if now is not False and found.get(person) != "served":
            found[person] = "unknown" if now is None else "served"
    return found
