"""`policy export`: a policy as a complete, commented file to change and check."""

from typing import Annotated

from asnkarier.commands.in_force import name_in_use, policy_by_name
from asnkarier.commands.office.law.policy_show import POLICY
from asnkarier.core.errors import RuleError
from asnkarier.law.policy_load import fingerprint
from asnkarier.law.policy_write import export
from asnkarier.store.database import Database
from asnkarier.store.queries.law import stored_policies
from asnkarier.views.language import N_, Words
from asnkarier.views.messages import said
from asnkarier.views.policy import comments, data
from asnkarier.views.result import Result


def run(db: Database | None, name: Annotated[str | None, POLICY] = None) -> Result:
    """Write every table of the policy out, with a comment above what needs one; one that cannot be read any more, as it is kept."""
    try:
        chosen = policy_by_name(db, name)
    except RuleError as error:
        wanted = name_in_use(db, name)
        stored = stored_policies(db) if db else {}
        if error.code != "policy_kept_unreadable" or wanted not in stored:
            raise
        found = {"code": error.code, "message": said(error.code, error.values)[0]}
        note = Words(N_("This is the policy as it is kept. What is to be mended: {why}"), {"why": error.values["why"]})
        return Result({"name": wanted, "error": found}, notes=[note], verbatim=stored[wanted].text)
    return Result(data(chosen, fingerprint(chosen)), verbatim=export(chosen, comments()))
