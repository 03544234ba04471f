"""`policy export`: a policy as a complete, commented file to change and check."""

from typing import Annotated

from asnkarier.commands.in_force import policy_in_use
from asnkarier.commands.office.law.policy_show import POLICY
from asnkarier.law.policy_load import fingerprint
from asnkarier.law.policy_write import export
from asnkarier.store.database import Database
from asnkarier.views.policy import comments, data
from asnkarier.views.result import Result


def run(db: Database | None, name: Annotated[str | None, POLICY] = None) -> Result:
    """Write every table of the policy out, with a comment above what needs one."""
    chosen = policy_in_use(db, name)
    return Result(data(chosen, fingerprint(chosen)), verbatim=export(chosen, comments()))
