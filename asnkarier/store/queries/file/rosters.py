"""Which rosters were read: of what day each speaks, and of whom.

A roster that finds everybody as it says changes nothing about them, and still says something: that they were so on its day.
"""

import json
from collections.abc import Collection, Sequence
from typing import Final, NamedTuple

from asnkarier.store.database import Database

from .runs import Runs

_OF_STEPS: Final = frozenset(("nip", "last_pay_step"))


def places_people(fields: Collection[str]) -> bool:
    """Tell whether a roster says where its people are: a list of pay steps alone does not, and has no day."""
    return not _OF_STEPS.issuperset(fields)


class RosterRead(NamedTuple):
    """One roster that stands, not taken back."""

    batch: int
    file: str
    sheet: str
    day: str
    fields: str
    """What it has columns for, as JSON."""
    people: Runs
    """Who is on it."""


def read_since(db: Database, batch: int) -> list[RosterRead]:
    """Return the rosters read after an import that name somebody whom its own name, or of whom it changed what rosters say too."""
    named = db.rows("SELECT people FROM batch_sheet WHERE kind = 'roster' AND batch_id = ?", (batch,))
    changed = db.rows("SELECT DISTINCT person_id FROM change WHERE batch_id = ? AND tbl LIKE 'person_%'", (batch,))
    people = Runs([*(person for (some,) in named for person in Runs.read(some)), *(person for (person,) in changed)])
    return [one for one in rosters_read(db, batch=batch) if one.people.overlaps(people)] if people else []


def rosters_read(db: Database, *, since: str = "", after: str = "", batch: int = 0) -> list[RosterRead]:
    """Return the rosters of days from `since` on and after `after`, and of imports after `batch`, by their days.

    A list of pay steps without posts says nothing of where its people are.
    """
    rows = db.rows(
        "SELECT s.batch_id, s.file, s.sheet, s.dated, s.fields, s.people FROM batch_sheet s"
        " JOIN batch b ON b.id = s.batch_id WHERE s.kind = 'roster' AND s.dated >= ? AND s.dated > ? AND s.batch_id > ?"
        " AND b.undone_by IS NULL ORDER BY s.dated, s.id",
        (since, after, batch),
    )
    return [
        RosterRead(number, file, sheet, day, fields, Runs.read(people))
        for number, file, sheet, day, fields, people in rows
        if places_people(json.loads(fields))
    ]


def read_before(db: Database, sha256: str, sheet: str) -> bool:
    """Tell whether this very roster stands already."""
    row = db.one(
        "SELECT 1 FROM batch_sheet s JOIN batch b ON b.id = s.batch_id"
        " WHERE s.kind = 'roster' AND s.sha256 = ? AND s.sheet = ? AND b.undone_by IS NULL",
        (sha256, sheet),
    )
    return row is not None


def newest_of(rosters: Sequence[RosterRead], person: int) -> RosterRead | None:
    """Return the last of `rosters` that names the person."""
    return next((one for one in reversed(rosters) if person in one.people), None)
