"""staff: find employees."""

from dataclasses import replace
from datetime import date
from typing import Annotated

from asnkarier.commands.not_known import caution
from asnkarier.commands.parameters import ALL, UNIT, argument
from asnkarier.store.database import Database
from asnkarier.store.queries import staff
from asnkarier.store.queries.units import Units
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result
from asnkarier.views.shapes import Column, Table

COLUMNS = (
    Column("nip", N_("NIP"), "nip"),
    Column("name", N_("Name")),
    Column("position", N_("Position")),
    Column("unit", N_("Unit")),
    Column("golongan", N_("Golongan"), "code"),
    Column("education", N_("Education"), "code"),
    Column("employee_kind", N_("Kind"), "term"),
    Column("status", N_("Status"), "term"),
)
WHERE = (Column("parent", N_("Unit above")), Column("agency", N_("Agency")))
"""In files alone: without them nobody who reads the list again knows which of several units of a name is meant."""


def run(
    db: Database,
    as_of: date,
    query: Annotated[
        str | None, argument(N_("QUERY"), help=N_("Part of a name, NIP, position or unit; without it, everyone."))
    ] = None,
    unit: Annotated[str | None, UNIT] = None,
    everyone: Annotated[bool, ALL] = False,
) -> Result:
    """Find people by what they are called, hold or work in."""
    units = Units(db)
    inside = units.below(units.find(unit).id) if unit is not None else None
    found = staff.search(db, as_of, query, left_too=everyone)
    rows = [row for row in found if inside is None or row.unit_id in inside]
    above = {unit_id: units.between(unit_id) for unit_id in {row.unit_id for row in rows}}
    people = [
        {
            "nip": row.nip,
            "name": row.name,
            "position": row.position,
            "unit": units.name(row.unit_id),
            "golongan": row.golongan,
            "education": row.education,
            "employee_kind": row.employee_kind,
            "status": row.status,
            "parent": above[row.unit_id][0],
            "agency": above[row.unit_id][1],
        }
        for row in rows
    ]
    whole = Table(
        Words(N_("Staff on {as_of}"), {"as_of": as_of}),
        (*COLUMNS, *WHERE),
        [tuple(person.values()) for person in people],
        Words(N_("{count} {count:person|people}."), {"count": len(people)}),
        N_("Nobody fits. --all also finds those who have left."),
    )
    table = replace(whole, columns=COLUMNS, rows=[row[: len(COLUMNS)] for row in whole.rows])
    unknown = staff.not_known(db, as_of)
    return Result(
        {"as_of": as_of, "people": people} | ({"known_from": unknown.known_from} if unknown is not None else {}),
        [table],
        sheets=lambda: [whole],
        notes=caution(unknown, as_of),
        hints=[Words(N_("One person whole: asnkarier show {nip}"), {"nip": people[0]["nip"]})] if people else [],
    )
