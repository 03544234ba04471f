"""`position merge`: two positions that are one."""

from typing import Annotated

from asnkarier.commands.intake.merging import answer
from asnkarier.commands.parameters import DRY_RUN, argument, option, reason_of
from asnkarier.core.access import Actor
from asnkarier.store.database import Database
from asnkarier.store.intake.merge import merge_positions
from asnkarier.store.queries import positions
from asnkarier.store.queries.units import Units
from asnkarier.views.language import N_
from asnkarier.views.result import Result


def run(
    db: Database,
    actor: Actor,
    gone: Annotated[
        str, argument(N_("POSITION"), help=N_("The post that goes: who holds it moves."), completes="position")
    ],
    kept: Annotated[str, argument(N_("INTO"), help=N_("The post that stays."), completes="position")],
    reason: Annotated[str | None, reason_of(N_("Why the two are one."))] = None,
    dry_run: Annotated[bool, DRY_RUN] = False,
    yes: Annotated[
        bool, option("--yes", "--ya", help=N_("For scripts that give it everywhere: nothing is asked here anyway."))
    ] = False,
) -> Result:
    """Join the first post into the second."""
    units = Units(db)
    today = actor.at.date()
    one, other = positions.find(db, gone, units, today), positions.find(db, kept, units, today)
    names = positions.label(one, units), positions.label(other, units)
    merged = merge_positions(db, actor, one.id, other.id, reason=reason)
    return answer(db, merged, *names, dry_run=dry_run)
