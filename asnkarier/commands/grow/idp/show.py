"""`idp show`: one person's development plan, also as a workbook to edit and import again."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated

from asnkarier.commands.parameters import NIP, option
from asnkarier.core.person import Person
from asnkarier.store.database import Database
from asnkarier.store.queries import positions, staff
from asnkarier.store.queries.growth import plans
from asnkarier.store.queries.units import Units
from asnkarier.views.growth.idp import Owner, book, flat, plan, plan_data
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result


def run(
    db: Database,
    as_of: date,
    nip: Annotated[str, NIP],
    sheet: Annotated[
        bool,
        option("--sheet", "--lembar", help=N_("As a sheet to edit and import again: `--sheet -o plan.xlsx`.")),
    ] = False,
) -> Result:
    """Show the plan with its steps numbered."""
    return shown(db, as_of, staff.one(db, staff.find(db, nip), as_of), sheet=sheet)


def shown(
    db: Database,
    as_of: date,
    person: Person,
    *,
    sheet: bool = False,
    beside: Mapping[str, object] | None = None,
    notes: Sequence[Words] = (),
) -> Result:
    """Show a person's plan as it stands now; `beside` is what the document says besides."""
    steps = plans.steps_of(db, person.id)
    reviews = plans.reviews_of(db, person.id)
    owner = owner_of(db, person)
    # The sheet is edited and imported again: it says what is written.
    called = plans.as_called(db, steps, as_of.isoformat())
    return Result(
        {**plan_data(owner, called, reviews, as_of), **(beside or {})},
        book(owner.nip, steps) if sheet else plan(owner, called, reviews, as_of),
        notes,
        flat=None if sheet else lambda: flat(called, as_of),
    )


def owner_of(db: Database, person: Person) -> Owner:
    """Describe whose plan it is."""
    post = positions.by_id(db, person.position_id).name if person.position_id is not None else None
    return Owner(person.nip, person.name, person.full_name, post, Units(db).path(person.unit_id) or None)
