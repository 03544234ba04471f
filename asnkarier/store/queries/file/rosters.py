"""Which rosters were read: of what day each speaks, and of whom.

A roster that finds everybody as it says changes nothing about them, and still says something: that they were so on its day.
"""

import json
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from asnkarier.store.database import Database

from .merged import gone

NOWHERE: Final = 0
"""Stands for the agency of people of whom no unit is known."""


class RosterRead(NamedTuple):
    """One roster that stands, not taken back."""

    batch: int
    file: str
    sheet: str
    sha256: str
    day: str
    agencies: frozenset[int]
    """Those it lists, at least half of each."""
    people: frozenset[int]
    """Those on it of other agencies."""

    def lists(self, person: int, agency: int) -> bool:
        """Tell whether it speaks of a person of that agency."""
        return person in self.people or agency in self.agencies


def read_since(db: Database, batch: int) -> list[RosterRead]:
    """Return the rosters read after an import that speak of people or agencies of its own."""
    today = _today(db)
    agencies: set[int] = set()
    people: set[int] = set()
    for told, some in db.rows(
        "SELECT agencies, people FROM batch_sheet WHERE kind = 'roster' AND batch_id = ?", (batch,)
    ):
        agencies.update(map(today, json.loads(told)))
        people.update(json.loads(some))
    rows = db.rows(
        "SELECT p.person_id, u.agency_id FROM person_unit p JOIN unit u ON u.id = p.unit_id WHERE p.until = '9999-12-31'"
    )
    agencies_known: dict[int, int] = dict(rows)
    theirs = {agencies_known.get(person, NOWHERE) for person in people}
    return [
        one
        for one in rosters_read(db, batch=batch)
        if one.agencies & (agencies | theirs)
        or one.people & people
        or any(agencies_known.get(person) in agencies for person in one.people)
    ]


def _today(db: Database) -> Callable[[int], int]:
    """Return what an agency is part of today: it may have been joined into another since, or put below one."""
    agency_of: dict[int, int] = dict(db.rows("SELECT id, agency_id FROM unit"))
    joined = {one.number: agency_of[one.kept] for one in gone(db, "unit", agency_of)}
    return lambda number: agency_of.get(number, joined.get(number, NOWHERE))


def rosters_read(db: Database, *, after: str = "", batch: int = 0) -> list[RosterRead]:
    """Return the rosters of days after `after` and of imports after `batch`, by their days."""
    rows = db.rows(
        "SELECT s.batch_id, s.file, s.sheet, s.sha256, s.dated, s.agencies, s.people FROM batch_sheet s"
        " JOIN batch b ON b.id = s.batch_id WHERE s.kind = 'roster' AND s.dated > ? AND s.batch_id > ?"
        " AND b.undone_by IS NULL ORDER BY s.dated, s.id",
        (after, batch),
    )
    if not rows:
        return []
    today = _today(db)
    return [
        RosterRead(
            batch, file, sheet, sha256, day, frozenset(map(today, json.loads(agencies))), frozenset(json.loads(people))
        )
        for batch, file, sheet, sha256, day, agencies, people in rows
    ]


def newest_of(db: Database, rosters: Sequence[RosterRead], person: int) -> RosterRead | None:
    """Return the last of `rosters` that speaks of the person."""
    row = db.one(
        "SELECT u.agency_id FROM person_unit p JOIN unit u ON u.id = p.unit_id"
        " WHERE p.person_id = ? AND p.until = '9999-12-31'",
        (person,),
    )
    agency = int(row[0]) if row else NOWHERE
    return next((one for one in reversed(rosters) if one.lists(person, agency)), None)
