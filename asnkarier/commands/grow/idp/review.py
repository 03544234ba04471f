"""`idp review`: record that a leader and an employee went through the plan."""

from datetime import date
from typing import Annotated

from asnkarier.commands.grow.idp import show
from asnkarier.commands.grow.idp.writing import recorded
from asnkarier.commands.parameters import NIP, option
from asnkarier.core.access import Actor
from asnkarier.core.errors import Usage
from asnkarier.store.database import Database
from asnkarier.store.hand import manual
from asnkarier.store.intake.log import ChangeLog
from asnkarier.store.queries import staff
from asnkarier.store.queries.growth import plans
from asnkarier.views.language import N_
from asnkarier.views.result import Result


def run(
    db: Database,
    as_of: date,
    actor: Actor,
    nip: Annotated[str, NIP],
    note: Annotated[str | None, option("--note", "--catatan", help=N_("What was agreed."))] = None,
) -> Result:
    """Record the review on the day; a second one of the day changes its note."""
    from asnkarier.store.tables.facts import IdpReview

    person = staff.one(db, staff.find(db, nip), as_of)
    if not plans.steps_of(db, person.id):
        raise Usage("idp_empty", {"name": person.full_name, "nip": person.nip})
    began = plans.start(db).get(person.id)
    if began is not None and as_of.isoformat() < began:
        raise Usage("idp_review_before_plan", {"day": as_of, "began": date.fromisoformat(began)})
    text = (note or "").strip() or None
    found = manual.rows(db, "idp_review", person_id=person.id, reviewed_on=as_of.isoformat())
    log = ChangeLog(db, actor, "idp review")
    if found:
        manual.update(db, log, IdpReview, found[0], {"note": text} if text else {}, person=person.id)
    else:
        values = {"person_id": person.id, "reviewed_on": as_of.isoformat(), "note": text}
        manual.insert(db, log, IdpReview, values, person=person.id)
    batch = log.batch_id if log.count else None
    log.close()
    return show.shown(db, as_of, person, beside={"batch": batch}, notes=recorded(batch))
