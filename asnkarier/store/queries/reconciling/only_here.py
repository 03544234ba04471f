"""Which records of a kind an export does not hold, among those that it should: of its time and of its people."""

from collections.abc import Mapping, Set
from typing import NamedTuple

from asnkarier.core.decide.check import Datum
from asnkarier.store.database import Database
from asnkarier.store.queries.sources import Sources

_Part = tuple[int | None, str]
"""A year and a period; no year of what belongs to none."""


class _Told(NamedTuple):
    """Where a table says of what year and period its records are ('' for none), and the column that people know them by."""

    year: str
    known_by: str
    period: str = "''"


def _year(column: str) -> str:
    return f"CAST(substr(NULLIF({column}, ''), 1, 4) AS INTEGER)"


_TOLD: Mapping[str, _Told] = {
    "evaluation": _Told("t.year", "predicate", "t.period"),
    "indicator": _Told("t.year", "indicator"),
    "feedback": _Told("t.year", "giver"),
    "training": _Told(f"COALESCE({_year('t.ended_on')}, {_year('t.started_on')}, t.year)", "title"),
    "exam": _Told(_year("t.taken_on"), "exam"),
    "credit": _Told(_year("t.decided_on"), "kind"),
    "discipline": _Told(_year("t.decided_on"), "level"),
    "award": _Told(_year("t.awarded_on"), "title"),
    "assignment": _Told(_year("t.started_on"), "title"),
}
_OF_A_LIFE: Mapping[str, str] = {"history": "position", "education": "education"}
"""Of those a list tells the whole of whom it names."""


class OnlyHere(NamedTuple):
    """A record that the export does not hold; `known_by` is the field of `value`."""

    table: str
    nip: str
    name: str
    year: int | None
    period: str
    known_by: str
    value: str | None
    source: Mapping[str, object] | None


class Sought(NamedTuple):
    """Among what records only here were sought: the years and periods of a table that the export speaks of."""

    table: str
    parts: list[_Part]


class Held(NamedTuple):
    """What an export holds of one table: records, the people it names, and those of whom a row could not be taken."""

    table: str
    records: Set[int]
    people: Set[int]
    refused: Set[int]


def only_here(db: Database, held: Held, agencies: Set[int], day: str) -> tuple[Sought | None, list[OnlyHere]]:
    """Return what was sought and the records that the export lacks: of the years and periods that it speaks of, and of people it
    names or of those agencies. What is of no known year is not sought.
    """
    table, life = held.table, _OF_A_LIFE.get(held.table)
    if life is None and table not in _TOLD:
        return None, []
    told = _TOLD.get(table) or _Told("NULL", life or "")
    rows = db.rows(
        f"SELECT t.id, t.person_id, {told.year}, {told.period}, t.{told.known_by}, n.nip, p.name, u.agency_id FROM {table} t"
        " JOIN person p ON p.id = t.person_id"
        " JOIN person_nip n ON n.person_id = p.id AND n.until = '9999-12-31'"
        " LEFT JOIN person_unit pu ON pu.person_id = p.id AND pu.until = '9999-12-31'"
        " LEFT JOIN unit u ON u.id = pu.unit_id ORDER BY p.name, n.nip, 3, 4, t.id"
    )
    parts: set[_Part] = {(year, period) for number, _, year, period, *_ in rows if number in held.records}
    sources = Sources(db, day)
    missing = [
        (number, person, OnlyHere(table, nip, name, year, period, told.known_by, value, None))
        for number, person, year, period, value, nip, name, agency in rows
        if number not in held.records
        and (year, period) in parts
        and (year is not None or life is not None)
        and (person in held.people or (life is None and agency in agencies))
        and person not in held.refused
    ]
    sources.load({person for _, person, _ in missing})
    found = []
    for number, person, one in missing:
        source = sources.of(person, Datum(table, number, told.known_by))
        found.append(one._replace(source=source.as_data() if source is not None else None))
    spoken = sorted((year or 0, period) for year, period in parts if year is not None)
    return Sought(table, [(year, period) for year, period in spoken]), found
