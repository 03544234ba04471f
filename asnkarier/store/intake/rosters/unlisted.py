"""Who is on file and not on the roster: named by `--full`, and otherwise counted where the list looks like a whole agency's."""

from collections import Counter
from collections.abc import Set
from typing import Any, NamedTuple

from asnkarier.core.spans import OPEN
from asnkarier.store.database import Database


class Vanished(NamedTuple):
    """Somebody a complete roster does not list any more."""

    nip: str
    name: str
    unit: str


class NotListed(NamedTuple):
    """Staff of an agency on a day, and how many of them the list of that day leaves out."""

    agency: str
    day: str
    missing: int
    staff: int


def agencies_of(db: Database, people: Set[int]) -> dict[int, str]:
    """Return the agencies of those people, by name."""
    rows = db.rows(
        "SELECT pu.person_id, a.id, a.name FROM person_unit pu JOIN unit u ON u.id = pu.unit_id"
        " JOIN unit a ON a.id = u.agency_id WHERE pu.until = ? ORDER BY a.name",
        (OPEN,),
    )
    return {int(number): str(name) for person, number, name in rows if person in people}


def vanished(db: Database, seen: Set[int], agencies: Set[int] | None) -> list[Vanished]:
    """Return the staff, of some agencies or of all, whom a complete roster does not name."""
    rows = db.rows(
        "SELECT p.id, n.nip, p.name, u.name, u.agency_id FROM person p"
        " JOIN person_nip n ON n.person_id = p.id AND n.until = '9999-12-31'"
        " JOIN person_status s ON s.person_id = p.id AND s.until = '9999-12-31'"
        " AND s.status NOT IN ('keluar', 'titipan')"
        " LEFT JOIN person_unit pu ON pu.person_id = p.id AND pu.until = '9999-12-31'"
        " LEFT JOIN unit u ON u.id = pu.unit_id ORDER BY p.name, n.nip"
    )
    return [
        Vanished(nip, name, unit or "")
        for number, nip, name, unit, unit_agency in rows
        if number not in seen and (agencies is None or unit_agency in agencies)
    ]


def not_listed(db: Database, seen: Set[int], later: Set[int], day: str) -> list[NotListed]:
    """Count, agency by agency, the staff of the day whom a roster of that day does not name.

    Only agencies of whose staff it names at least half: a shorter list is a list of some, and says nothing of the others.
    `later` are people of whom a roster of a later day speaks; this one is not the newest word on them.
    """
    everybody = db.one("SELECT COUNT(*) FROM person")
    if everybody is None or everybody[0] <= len(seen):
        return []
    staff: Counter[Any] = Counter()
    missing: Counter[Any] = Counter()
    rows = db.each(
        "SELECT s.person_id, u.agency_id FROM person_status s"
        " JOIN person_unit pu ON pu.person_id = s.person_id AND pu.since <= ? AND pu.until >= ?"
        " JOIN unit u ON u.id = pu.unit_id"
        " WHERE s.since <= ? AND s.until >= ? AND s.status NOT IN ('keluar', 'titipan')"
        # Whoever has left by today is missing for a reason that is known.
        " AND NOT EXISTS (SELECT 1 FROM person_status g WHERE g.person_id = s.person_id AND g.until = ?"
        " AND g.status IN ('keluar', 'titipan'))",
        (day, day, day, day, OPEN),
    )
    for person, agency in rows:
        staff[agency] += 1
        if person not in seen and person not in later:
            missing[agency] += 1
    names = dict(db.rows("SELECT id, name FROM unit WHERE id = agency_id"))
    found = [
        NotListed(str(names.get(agency, "")), day, count, staff[agency])
        for agency, count in missing.items()
        if 2 * count <= staff[agency]
    ]
    return sorted(found, key=lambda one: (-one.missing, one.agency))
