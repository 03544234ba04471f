"""`policy show`: one policy with its weights, ladders and cut-offs."""

from typing import Annotated

from asnkarier.commands.in_force import policy_by_name
from asnkarier.commands.parameters import argument
from asnkarier.law.policy_load import fingerprint
from asnkarier.store.database import Database
from asnkarier.views import policy as view
from asnkarier.views.language import N_
from asnkarier.views.result import Result

POLICY = argument(N_("POLICY"), help=N_("Policy by name, or a policy file."), completes="policy")


def run(db: Database | None, name: Annotated[str | None, POLICY] = None) -> Result:
    """Show the named policy, or the one in use."""
    chosen = policy_by_name(db, name)
    sha256 = fingerprint(chosen)
    return Result(
        view.data(chosen, sha256),
        view.shapes(chosen, sha256),
        view.is_illustrative(chosen),
        flat=lambda: view.flat(chosen),
    )
