"""Whom a roster speaks of: whole agencies, and single people of those of which it names less than half."""

from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

from asnkarier.core.spans import OPEN
from asnkarier.store.database import Database
from asnkarier.store.queries.file.rosters import NOWHERE, RosterRead


class Listed(NamedTuple):
    """The agencies a roster lists, and person → agency of the others on it."""

    agencies: frozenset[int]
    people: Mapping[int, int]


NOBODY = Listed(frozenset(), {})


def listed(db: Database, named: Mapping[int, int], seen: Set[int]) -> Listed:
    """Return whom a list speaks of that names so many people of each agency (`named`), `seen` among them.

    A list of less than half an agency is a list of some, and says nothing of the others.
    """
    if not named:
        return NOBODY
    open_units = "FROM person_unit s JOIN unit u ON u.id = s.unit_id WHERE s.until = ?"
    staff = dict(db.rows(f"SELECT u.agency_id, COUNT(*) {open_units} GROUP BY u.agency_id", (OPEN,)))
    whole = frozenset(agency for agency, count in named.items() if agency and 2 * count >= staff.get(agency, 0))
    if whole == named.keys():
        return Listed(whole, {})
    some = named.keys() - whole
    agency_of = dict(db.rows(f"SELECT s.person_id, u.agency_id {open_units}", (OPEN,)))
    theirs = ((person, agency_of.get(person, NOWHERE)) for person in sorted(seen))
    return Listed(whole, {person: agency for person, agency in theirs if agency in some})


def says_new(known: Sequence[RosterRead], day: str, told: Listed) -> bool:
    """Tell whether a roster of the day is later than every other one of some of those it speaks of."""
    late = [one for one in known if one.day >= day]
    if any(all(agency not in one.agencies for one in late) for agency in told.agencies):
        return True
    return any(
        all(person not in one.people and agency not in one.agencies for one in late)
        for person, agency in told.people.items()
    )
