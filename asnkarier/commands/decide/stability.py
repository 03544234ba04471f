"""stability: whether the first places of a list depend on a few points of a weight or of a cut-off."""

from datetime import date
from typing import Annotated

from asnkarier.commands.decide.considering import considered
from asnkarier.commands.decide.deciding import asked, ground, records, target_of
from asnkarier.commands.in_force import lawbook, policy_in_use
from asnkarier.commands.parameters import ALL, POLICY, POSITION, UNIT, option
from asnkarier.core.decide.shortlist import Judge
from asnkarier.core.defend.stability import stability
from asnkarier.core.errors import Usage
from asnkarier.law.policy_load import fingerprint
from asnkarier.store.database import Database
from asnkarier.store.queries import positions, staff
from asnkarier.store.queries.units import Units
from asnkarier.views.decide.stability import Shown, document, flat, pictures, sheets
from asnkarier.views.language import N_
from asnkarier.views.result import Result

TOP = 10
"""How many first places are looked at unless asked otherwise."""


def run(
    db: Database,
    as_of: date,
    position: Annotated[str, POSITION],
    unit: Annotated[str | None, UNIT] = None,
    top: Annotated[
        int, option("--top", "--teratas", help=N_("How many first places to look at (default: 10)."), metavar=N_("N"))
    ] = TOP,
    policy_name: Annotated[str | None, POLICY] = None,
    everyone: Annotated[bool, ALL] = False,
) -> Result:
    """Make the list under every neighbour of the policy and compare."""
    if top < 1:
        raise Usage("top_too_small", {"top": str(top)})
    units = Units(db)
    post = positions.find(db, position, units, as_of)
    base = ground(db, lawbook(db), policy_in_use(db, policy_name), as_of)
    target = target_of(post, base)
    requirements = asked(target, base)
    judge = Judge(target, requirements, base.setting, records(base, requirements))
    inside = units.below(units.find(unit).id) if unit is not None else None
    pool = considered(staff.everyone(db, as_of, staff.ON_DUTY), target, base, units, inside)
    found = stability(judge, pool.people, lambda setting: asked(target, base._replace(setting=setting)), top)
    policy = base.setting.policy
    shown = Shown(
        found=found,
        position=post.name,
        unit=units.path(post.unit_id) or None,
        kind=target.kind,
        as_of=as_of,
        policy=policy.name,
        policy_hash=fingerprint(policy),
        law=base.citations["talent"],
        considered=len(pool.people),
    )
    return Result(
        lambda: document(shown),
        lambda: pictures(shown, everyone),
        sheets=lambda: sheets(shown),
        flat=lambda: flat(shown),
    )
