"""`unit merge`: two units that are one."""

from typing import Annotated

from asnkarier.commands.intake.merging import answer
from asnkarier.commands.parameters import DRY_RUN, argument, option, reason_of
from asnkarier.core.access import Actor
from asnkarier.store.database import Database
from asnkarier.store.intake.merge import merge_units
from asnkarier.store.queries.units import Units
from asnkarier.views.language import N_
from asnkarier.views.result import Result


def run(
    db: Database,
    actor: Actor,
    gone: Annotated[
        str, argument(N_("UNIT"), help=N_("The unit that goes: its people and posts move."), completes="unit")
    ],
    kept: Annotated[str, argument(N_("INTO"), help=N_("The unit that stays."), completes="unit")],
    reason: Annotated[str | None, reason_of(N_("Why the two are one."))] = None,
    dry_run: Annotated[bool, DRY_RUN] = False,
    yes: Annotated[
        bool, option("--yes", "--ya", help=N_("For scripts that give it everywhere: nothing is asked here anyway."))
    ] = False,
) -> Result:
    """Join the first unit into the second."""
    units = Units(db)
    one, other = units.find(gone), units.find(kept)
    names = units.path(one.id), units.path(other.id)
    merged = merge_units(db, actor, one.id, other.id, reason=reason)
    return answer(db, merged, *names, dry_run=dry_run)
