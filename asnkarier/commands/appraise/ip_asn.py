"""`ip-asn`: the index of professionalism of a year, for one person, a unit or everyone, with what earned each point."""

from datetime import date
from typing import Annotated

from asnkarier.commands.appraise.evaluated import begun
from asnkarier.commands.appraise.ip_asn_people import measured
from asnkarier.commands.in_force import lawbook, policy_in_use
from asnkarier.commands.parameters import ALL, POLICY, UNIT, argument
from asnkarier.core.errors import Usage
from asnkarier.store.database import Database
from asnkarier.store.queries import staff
from asnkarier.store.queries.units import Units
from asnkarier.views.appraise.ip_asn import document, flat, of_one, summary
from asnkarier.views.language import N_
from asnkarier.views.result import Result


def run(
    db: Database,
    as_of: date,
    year: Annotated[int, argument(N_("YEAR"), help=N_("The year measured."))],
    nip: Annotated[
        str | None,
        argument("NIP", help=N_("NIP of the employee; without it, everyone or the unit."), completes="nip"),
    ] = None,
    unit: Annotated[str | None, UNIT] = None,
    everyone: Annotated[bool, ALL] = False,
    policy_name: Annotated[str | None, POLICY] = None,
) -> Result:
    """Measure the year on its 31 December (or the day asked about, where the year is not over)."""
    if nip is not None and unit is not None:
        raise Usage("options_exclude", {"one": "NIP", "other": "--unit"})
    begun(year, as_of)
    units = Units(db)
    within = units.find(unit).id if unit is not None else None
    person = staff.find(db, nip) if nip is not None else None
    found = measured(
        db,
        lawbook(db),
        policy_in_use(db, policy_name),
        units,
        year,
        as_of,
        inside=units.below(within) if within is not None else None,
        only=person,
    )
    if person is not None:
        return Result(lambda: document(found), lambda: of_one(found))
    return Result(
        lambda: document(found), lambda: summary(found, units.homes(within), everyone), flat=lambda: flat(found)
    )
