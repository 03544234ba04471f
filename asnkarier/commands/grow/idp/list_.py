"""`idp list`: everyone's plans, how far they are, what is due and which wait for a review."""

from collections.abc import Container
from datetime import date, timedelta
from itertools import groupby
from typing import Annotated, NamedTuple

from asnkarier.commands.grow.wanting import people_on_duty
from asnkarier.commands.in_force import lawbook
from asnkarier.commands.parameters import UNIT, option
from asnkarier.core.growth.idp import Progress, progress, unreviewed
from asnkarier.store.database import Database
from asnkarier.store.queries.growth import plans
from asnkarier.store.queries.units import Units
from asnkarier.views.growth.idp import Listed, Owner
from asnkarier.views.growth.idp import plans as plans_shown
from asnkarier.views.language import N_
from asnkarier.views.result import Result


class Plan(NamedTuple):
    """One person's plan: how far it is, when it was last gone through, and whether it waits for that."""

    person_id: int
    progress: Progress
    reviewed: str | None
    waits: bool


def run(
    db: Database,
    as_of: date,
    unit: Annotated[str | None, UNIT] = None,
    due: Annotated[
        bool,
        option(
            "--due",
            "--jatuh-tempo",
            help=N_("Only plans with a step overdue or due soon, or without a review."),
        ),
    ] = False,
) -> Result:
    """List the plans of those on duty."""
    units = Units(db)
    people = {person.id: person for person in people_on_duty(db, as_of, units, unit)}
    law = lawbook(db)
    growth, months = law.growth.on(as_of).value, law.attention.on(as_of).value.review_months
    soon = (as_of + timedelta(days=growth.due_days)).isoformat()
    listed = []
    for plan in read(db, as_of, people):
        if due and not (plan.waits or (plan.progress.next_due is not None and plan.progress.next_due <= soon)):
            continue
        person = people[plan.person_id]
        owner = Owner(person.nip, person.name, person.full_name, None, units.name(person.unit_id))
        listed.append(Listed(owner, plan.progress, plan.reviewed, plan.waits))
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
    return Result(data, lambda: plans_shown(listed, as_of, months, due=due))


def read(db: Database, as_of: date, people: Container[int]) -> list[Plan]:
    """Return the plans of these people as they stand on a day."""
    day = as_of.isoformat()
    months = lawbook(db).attention.on(as_of).value.review_months
    reviewed, began = plans.reviews(db, day), plans.began(db)
    found = []
    for person, rows in groupby(plans.every_step(db), key=lambda step: step.person_id):
        if person not in people:
            continue
        steps, last, first = list(rows), reviewed.get(person), began.get(person)
        waits = unreviewed(
            steps,
            date.fromisoformat(first) if first else None,
            date.fromisoformat(last) if last else None,
            as_of,
            months,
        )
        found.append(Plan(person, progress(steps, day), last, waits))
    return found
