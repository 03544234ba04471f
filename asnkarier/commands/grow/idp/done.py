"""`idp done`: say that a step of a plan is done, and what shows it."""

from datetime import date
from typing import Annotated

from asnkarier.commands.grow.idp import show
from asnkarier.commands.grow.idp.writing import numbered, recorded
from asnkarier.commands.parameters import NIP, argument, option
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
    number: Annotated[int, argument(N_("NUMBER"), help=N_("Number of the step, as `idp show` gives it."))],
    on: Annotated[
        date | None,
        option("--on", "--tanggal", help=N_("The day it was done; today where none is given."), metavar=N_("DATE")),
    ] = None,
    evidence: Annotated[str | None, option("--evidence", "--bukti", help=N_("What shows it."))] = None,
) -> Result:
    """Record the day and the evidence."""
    from asnkarier.store.tables.facts import IdpStep

    person = staff.one(db, staff.find(db, nip), as_of)
    step = numbered(db, person.id, number, person.full_name)
    day = on or as_of
    if day > as_of:
        raise Usage("idp_done_later", {"day": day, "as_of": as_of})
    began = plans.start(db).get(person.id)
    if began is not None and day.isoformat() < began:
        raise Usage("idp_done_before_plan", {"day": day, "began": date.fromisoformat(began)})
    (old,) = manual.rows(db, "idp", id=step.id)
    new = {"done_on": day.isoformat(), **({"evidence": evidence.strip()} if evidence and evidence.strip() else {})}
    log = ChangeLog(db, actor, "idp done")
    changes = manual.update(db, log, IdpStep, old, new, person=person.id)
    log.close()
    batch = log.batch_id if changes else None
    return show.shown(db, as_of, person, beside={"batch": batch}, notes=recorded(batch))
