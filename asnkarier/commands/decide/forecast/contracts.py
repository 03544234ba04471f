"""`forecast contracts`: whose contract ends in the coming months."""

from datetime import date
from typing import Annotated

from asnkarier.commands.decide.forecast.coming import ALL, DEFAULT, MONTHS, UNIT, Coming
from asnkarier.commands.decide.forecast.retirements import Retiring
from asnkarier.commands.in_force import lawbook
from asnkarier.core.person import Serving
from asnkarier.store.database import Database
from asnkarier.store.queries import staff
from asnkarier.views.decide import forecast as view
from asnkarier.views.result import Result

_RUN_OUT = "kontrak_berakhir"


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
    retiring = Retiring(coming)
    before = 0
    until = coming.until.isoformat()
    day = as_of.isoformat()
    for person in coming.people:
        if person.employee_kind is None or not person.employee_kind.startswith("PPPK"):
            continue
        ends = person.contract_ends_on
        if not ends:
            unknown.append(person)
        elif ends <= until:
            if ends >= day and _leaves_before(person, retiring, ends):
                before += 1
                continue
            told = {
                "employee_kind": person.employee_kind,
                "ends_on": date.fromisoformat(ends),
                "overdue": ends < day,
            }
            found.append((ends, view.Line(person, told)))
    found.sort(key=lambda pair: pair[0])
    frame = coming.frame("") | {"leaving_before": before}
    return view.result(view.CONTRACTS, frame, [line for _, line in found], unknown, everyone, coming)


def _leaves_before(person: Serving, retiring: Retiring, ends: str) -> bool:
    """Tell whether someone is gone before the contract has run to its end: nobody decides whether it goes on."""
    left, gone = retiring.recorded(person), retiring.leaves(person)
    if left is not None and left.event == _RUN_OUT and gone == left.on:
        return False
    return gone is not None and gone.isoformat() <= ends
