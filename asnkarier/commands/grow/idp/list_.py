"""`idp list`: everyone's plans, how far they are, what is due and which wait for a review."""

from datetime import date, timedelta
from itertools import groupby
from typing import Annotated

from asnkarier.commands.grow.wanting import people_on_duty
from asnkarier.commands.in_force import lawbook
from asnkarier.commands.parameters import UNIT, option
from asnkarier.core.growth.idp import progress, unreviewed
from asnkarier.store.database import Database
from asnkarier.store.queries.growth import plans
from asnkarier.store.queries.units import Units
from asnkarier.views.growth.idp import Listed, Owner
from asnkarier.views.growth.idp import plans as plans_shown
from asnkarier.views.language import N_
from asnkarier.views.result import Result

SOON = timedelta(days=30)


def run(
    db: Database,
    as_of: date,
    unit: Annotated[str | None, UNIT] = None,
    due: Annotated[
        bool,
        option(
            "--due",
            "--jatuh-tempo",
            help=N_("Only plans with a step overdue or due within 30 days, or without a review."),
        ),
    ] = False,
) -> Result:
    """List the plans of those on duty."""
    units = Units(db)
    people = {person.id: person for person in people_on_duty(db, as_of, units, unit)}
    day = as_of.isoformat()
    review = lawbook(db).attention.on(as_of).value.review_months
    reviewed, began = plans.reviews(db, day), plans.began(db)
    listed = []
    for person_id, steps in groupby(plans.every_step(db), key=lambda step: step.person_id):
        person = people.get(person_id)
        if person is None:
            continue
        found = progress(steps, day)
        last, first = reviewed.get(person_id), began.get(person_id)
        waits = unreviewed(
            date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None, as_of, review
        )
        soon = found.next_due is not None and found.next_due <= (as_of + SOON).isoformat()
        if due and not (soon or waits):
            continue
        owner = Owner(person.nip, person.full_name, None, units.name(person.unit_id))
        listed.append(Listed(owner, found, last, waits))
    listed.sort(key=lambda one: (one.progress.next_due or "9", one.owner.name))
    data = {
        "as_of": as_of,
        "plans": [
            {
                "nip": one.owner.nip,
                "name": one.owner.name,
                **one.progress._asdict(),
                "reviewed_on": one.reviewed,
                "waits_for_review": one.waits,
            }
            for one in listed
        ],
    }
    return Result(data, lambda: plans_shown(listed, as_of, due=due))
