"""`path`: the posts that may come next, what is met and missing for each, and the way to a far goal."""

from datetime import date
from typing import Annotated

from asnkarier.commands.grow.pathing import Pathfinder
from asnkarier.commands.parameters import ALL, NIP, POLICY, option
from asnkarier.store.database import Database
from asnkarier.views.formats import listed
from asnkarier.views.growth.path import data, shapes
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result

_NEXT = (
    "position unit kind move outcome readiness readiness_high missing unknown met earliest changes training gaps "
    "levels_not_known"
)
_CHAIN = (
    "position unit kind earliest after_years training readiness missing unknown blocked.by blocked.line "
    "blocked.would_be field_years_not_counted training_codes gaps levels_not_known"
)
"""The columns of csv, of the next posts and of those on the way to a far one."""


def run(
    db: Database,
    as_of: date,
    nip: Annotated[str, NIP],
    goal: Annotated[
        str | None,
        option(
            "--to",
            "--ke",
            help=N_("A far goal: the posts on the way to it."),
            metavar=N_("POSITION"),
            completes="position",
        ),
    ] = None,
    policy: Annotated[str | None, POLICY] = None,
    everything: Annotated[bool, ALL] = False,
) -> Result:
    """Show the path of one person."""
    found = Pathfinder(db, nip, as_of, policy).shown(goal, everything=everything)
    return Result(
        lambda: data(found),
        lambda: shapes(found),
        flat=lambda: listed.table(data(found)["next" if goal is None else "chain"], _NEXT if goal is None else _CHAIN),
        hints=[Words(N_("Make a plan of it: asnkarier idp draft {nip} --save"), {"nip": nip})],
    )
