"""`forecast contracts`: whose contract ends in the coming months."""

from datetime import date
from typing import Annotated

from asnkarier.commands.decide.forecast.coming import ALL, DEFAULT, MONTHS, UNIT, Coming
from asnkarier.commands.in_force import lawbook
from asnkarier.store.database import Database
from asnkarier.store.queries import staff
from asnkarier.views.decide import forecast as view
from asnkarier.views.result import Result


def run(
    db: Database,
    as_of: date,
    months: Annotated[int, MONTHS] = DEFAULT,
    unit: Annotated[str | None, UNIT] = None,
    everyone: Annotated[bool, ALL] = False,
) -> Result:
    """List the contracts of PPPK that end by then, the next first; one that has ended already is marked."""
    coming = Coming(db, lawbook(db), as_of, months, unit, staff.serving)
    found: list[tuple[str, view.Line]] = []
    unknown = []
    until = coming.until.isoformat()
    day = as_of.isoformat()
    for person in coming.people:
        if person.employee_kind is None or not person.employee_kind.startswith("PPPK"):
            continue
        ends = person.contract_ends_on
        if not ends:
            unknown.append(person)
        elif ends <= until:
            told = {
                "employee_kind": person.employee_kind,
                "ends_on": date.fromisoformat(ends),
                "overdue": ends < day,
            }
            found.append((ends, view.Line(person, told)))
    found.sort(key=lambda pair: pair[0])
    return view.result(view.CONTRACTS, coming.frame(""), [line for _, line in found], unknown, everyone, coming)
