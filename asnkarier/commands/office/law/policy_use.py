"""`policy use`: the policy of the institution from now on."""

from hashlib import sha256
from typing import Annotated

from asnkarier.commands.in_force import held_to_record, lawbook, policy_in_use
from asnkarier.commands.office.law.policy_show import POLICY
from asnkarier.core.access import Actor
from asnkarier.core.decide.lists.selection import outside
from asnkarier.core.errors import RuleError
from asnkarier.law import toml
from asnkarier.law.policy_load import built_in, fingerprint, from_text, is_file
from asnkarier.store.database import Database
from asnkarier.store.intake.log import ChangeLog
from asnkarier.store.queries.law import POLICY as TOPIC
from asnkarier.store.queries.law import add, stored_policies, use_policy
from asnkarier.views.decide.lists.stages import weights_outside
from asnkarier.views.language import N_, Words
from asnkarier.views.policy import data, is_illustrative
from asnkarier.views.result import Result
from asnkarier.views.shapes import Text


def run(db: Database, actor: Actor, name: Annotated[str, POLICY]) -> Result:
    """Keep the policy in the file (where it is one of the institution's own) and use it where no other is named."""
    log = ChangeLog(db, actor, "policy use")
    if name in built_in() or name in stored_policies(db):
        chosen = policy_in_use(db, name)
    else:
        text = toml.text_of(name) if is_file(name) else None
        chosen = policy_in_use(db, name) if text is None else from_text(text, toml.name_of(name))
        held_to_record(db, chosen)
        if chosen.name in built_in():
            raise RuleError("policy_name_taken", {"file": toml.name_of(name), "policy": chosen.name})
        kept = stored_policies(db).get(chosen.name)
        if text is not None and (kept is None or kept.text != text):
            add(db, log, TOPIC, chosen.name, text, sha256(text.encode()).hexdigest())
    use_policy(db, log, chosen.name)
    log.close()
    done = Words(N_("From now on {name} is used where no other policy is named."), {"name": chosen.title})
    batch = log.batch_id if log.opened else None
    law = lawbook(db).selection.on(actor.at.astimezone().date())
    beyond = outside(chosen.selection, law.value.stages)
    notes = [*is_illustrative(chosen), *weights_outside(beyond, law.citation.text)]
    if batch is not None:
        notes.append(Words(N_("To take it back: asnkarier imports undo {batch}"), {"batch": str(batch)}))
    return Result({**data(chosen, fingerprint(chosen)), "batch": batch}, [Text([done])], notes)
