"""`idp step`: write one step of a plan by hand."""

from datetime import date
from typing import Annotated

from asnkarier.commands.grow.idp import show
from asnkarier.commands.grow.idp.writing import Planned, recorded, write
from asnkarier.commands.parameters import NIP, option
from asnkarier.commands.words import choices
from asnkarier.core.access import Actor
from asnkarier.core.errors import Usage
from asnkarier.core.growth.idp import horizon_of
from asnkarier.store.database import Database
from asnkarier.store.queries import staff
from asnkarier.views.language import N_
from asnkarier.views.result import Result


def run(
    db: Database,
    as_of: date,
    actor: Actor,
    nip: Annotated[str, NIP],
    goal: Annotated[str, option("--goal", "--tujuan", help=N_("What the person wants to reach."))],
    step: Annotated[str, option("--step", "--langkah", help=N_("One step towards it."))],
    due: Annotated[date, option("--due", "--tenggat", help=N_("By when."), metavar=N_("DATE"))],
    horizon: Annotated[
        str | None,
        option(
            "--horizon",
            "--jangka",
            help=N_("short or long; without it, what is due within a year is short-term."),
            choices=choices("horizon", short="pendek", long="panjang"),
        ),
    ] = None,
    owner: Annotated[
        str | None,
        option("--owner", "--penanggung-jawab", help=N_("Who sees to it; the employee where nobody is named.")),
    ] = None,
    linked: Annotated[
        str | None, option("--linked", "--terkait", help=N_("The competency or the training it serves."))
    ] = None,
    evidence: Annotated[str | None, option("--evidence", "--bukti", help=N_("What shows it."))] = None,
) -> Result:
    """Write the step; one of the same goal and words takes over the due date and whatever else is given."""
    person = staff.one(db, staff.find(db, nip), as_of)
    for name, text in (("--goal", goal), ("--step", step)):
        if not text.strip():
            raise Usage("idp_text_empty", {"option": name})
    if due < as_of:
        raise Usage("idp_due_before_start", {"due": due, "as_of": as_of})
    planned = Planned(
        goal.strip(), horizon or horizon_of(due, as_of), step.strip(), due, _said(owner), _said(linked), _said(evidence)
    )
    done = write(db, actor, "idp step", as_of, person.id, [planned], update=True)
    beside = {"batch": done.batch, "written": done.new, "changed": done.changed}
    return show.shown(db, as_of, person, beside=beside, notes=recorded(done.batch))


def _said(text: str | None) -> str | None:
    return (text or "").strip() or None
