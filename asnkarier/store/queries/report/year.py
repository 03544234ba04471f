"""What happened in a year: movements, sanctions, awards, leadership trainings."""

from typing import NamedTuple

from asnkarier.core.rules.discipline import DisciplineRule
from asnkarier.store.database import Database


class Movement(NamedTuple):
    """One personnel event, with the unit the person was last in on that day."""

    person_id: int
    nip: str
    name: str
    event: str
    effective_on: str
    destination: str | None
    unit_id: int | None


def movements(db: Database, first: str, last: str) -> list[Movement]:
    """Return the events between two days, both included, by day; who comes is told with the first unit known of them."""
    rows = db.rows(
        "SELECT m.person_id, n.nip, p.name, m.event, m.effective_on, m.destination, COALESCE("
        "(SELECT u.unit_id FROM person_unit u WHERE u.person_id = m.person_id AND u.since <= m.effective_on"
        "  ORDER BY u.since DESC LIMIT 1),"
        " (SELECT u.unit_id FROM person_unit u WHERE u.person_id = m.person_id AND m.event = 'masuk'"
        "  ORDER BY u.since LIMIT 1))"
        " FROM movement m JOIN person p ON p.id = m.person_id"
        " JOIN person_nip n ON n.person_id = m.person_id AND n.until = '9999-12-31'"
        " WHERE m.effective_on BETWEEN ? AND ? ORDER BY m.effective_on, n.nip, m.event",
        (first, last),
    )
    return [Movement(*row) for row in rows]


def appointed(db: Database, first: str, last: str) -> list[Movement]:
    """Return who entered service between two days by the list of staff, without those whose coming is an event."""
    rows = db.rows(
        "SELECT p.id, n.nip, p.name, 'appointed', p.appointed_on, NULL,"
        " (SELECT u.unit_id FROM person_unit u WHERE u.person_id = p.id ORDER BY u.since LIMIT 1)"
        " FROM person p JOIN person_nip n ON n.person_id = p.id AND n.until = '9999-12-31'"
        " WHERE p.appointed_on BETWEEN ? AND ? AND NOT EXISTS (SELECT 1 FROM movement m WHERE m.person_id = p.id"
        "  AND m.event = 'masuk' AND m.effective_on BETWEEN ? AND ?)"
        # A PPPK who became CPNS was there before.
        " AND NOT EXISTS (SELECT 1 FROM person_kind k WHERE k.person_id = p.id AND k.until < p.appointed_on"
        "  AND k.employee_kind IN ('PPPK', 'PPPK_PW')) ORDER BY p.appointed_on, n.nip",
        (first, last, first, last),
    )
    return [Movement(*row) for row in rows]


class Sanctioned(NamedTuple):
    """One sanction as recorded; `until` is when it was annulled, if it was."""

    person_id: int
    level: str
    sanction: str | None
    decided_on: str
    effective_on: str | None
    ends_on: str | None
    annulled_on: str | None


def sanctions(db: Database, until: str, rule: DisciplineRule) -> list[Sanctioned]:
    """Return every sanction decided up to a day, the oldest first.

    Those annulled by then and measures of the code of ethics count for nothing.
    """
    rows = db.rows(
        "SELECT person_id, level, sanction, decided_on, effective_on, ends_on, annulled_on FROM discipline"
        " WHERE decided_on <= ? AND (annulled_on IS NULL OR annulled_on > ?)"
        " ORDER BY decided_on, person_id, sanction_key",
        (until, until),
    )
    return [one for row in rows if not rule.is_ethics((one := Sanctioned(*row)).sanction)]


class Awarded(NamedTuple):
    """One award."""

    person_id: int
    title: str
    scope: str | None
    awarded_on: str


def awards(db: Database, first: str, last: str) -> list[Awarded]:
    """Return the awards of a time, both days included, the oldest first."""
    rows = db.rows(
        "SELECT person_id, title, scope, awarded_on FROM award WHERE awarded_on BETWEEN ? AND ?"
        " ORDER BY awarded_on, person_id, title_key",
        (first, last),
    )
    return [Awarded(*row) for row in rows]


def statuses_held(db: Database, statuses: tuple[str, ...], until: str) -> dict[int, set[str]]:
    """Return person → those of `statuses` ever held up to a day, by spans or by events."""
    marks = ",".join("?" * len(statuses))
    found: dict[int, set[str]] = {}
    for person, status in db.rows(
        f"SELECT person_id, status FROM person_status WHERE status IN ({marks}) AND since <= ?"
        f" UNION SELECT person_id, event FROM movement WHERE event IN ({marks}) AND effective_on <= ?",
        (*statuses, until, *statuses, until),
    ):
        found.setdefault(person, set()).add(status)
    return found


def leadership(db: Database, until: str) -> dict[int, dict[str, str]]:
    """Return person → level of leadership training → the day it ended ('' where only the year is known)."""
    found: dict[int, dict[str, str]] = {}
    for person, level, ended in db.rows(
        "SELECT person_id, level, MIN(COALESCE(ended_on, started_on, '')) FROM training"
        " WHERE training_kind = 'leadership' AND level IS NOT NULL AND COALESCE(ended_on, started_on, '') <= ?"
        " GROUP BY person_id, level",
        (until,),
    ):
        found.setdefault(person, {})[level] = ended
    return found
