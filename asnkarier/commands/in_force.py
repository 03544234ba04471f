"""What a command goes by: the law with what the institution added, and the policy that was chosen."""

from asnkarier.core.errors import RuleError
from asnkarier.core.policy import Policy
from asnkarier.law.load import AddedRule, Lawbook, regulations
from asnkarier.store.database import Database
from asnkarier.store.queries.law import POLICY, Added, added_rules, stored_policies


def lawbook(db: Database | None) -> Lawbook:
    """Return the built-in law, with the rules that the institution keeps in this file."""
    added = added_rules(db) if db else []
    return Lawbook([AddedRule(rule.name, rule.text) for rule in added]) if added else regulations()


def name_in_use(db: Database | None, named: str | None = None) -> str:
    """Return what is named, else the name of the policy in use, else that of the general one."""
    from asnkarier.law.policy_load import ROOT

    return named or (db.setting(POLICY) if db else None) or ROOT


def policy_in_use(db: Database | None, named: str | None = None) -> Policy:
    """Return the policy `named` (built in, stored in the file, or a path), else the one in use, else the general one.

    One that is named has a pool of what is on record: the one in use was held to it when it was chosen.
    """
    found = policy_by_name(db, named)
    if db and named:
        held_to_record(db, found)
    return found


def policy_by_name(db: Database | None, named: str | None = None) -> Policy:
    """Return the same policy as a file says it, whatever is on record."""
    from asnkarier.law.policy_load import built_in, policy

    wanted = name_in_use(db, named)
    if db and wanted not in built_in():
        stored = stored_policies(db).get(wanted)
        if stored is not None:
            return kept(stored)
    return policy(wanted)


def held_to_record(db: Database, policy: Policy) -> None:
    """Refuse a policy whose pool names an agency or a job family that was never on record: nobody would be considered.

    Of what no record names at all nothing can be said.
    """
    from asnkarier.core.names import folded, nearest
    from asnkarier.store.queries.choices import ever_pooled

    named = {"agencies": policy.pool.agencies, "families": policy.pool.families}
    if not any(named.values()):
        return
    for key, known in ever_pooled(db).items():
        for name in named[key] if known else ():
            if name not in known:
                near = nearest(name, {folded(one): one for one in known})
                raise RuleError(
                    "policy_pool_unknown", {"file": policy.name, "key": f"pool.{key}", "name": name, "near": near}
                )


def kept(stored: Added) -> Policy:
    """Read a policy that the file keeps; one that this program no longer takes is refused with the way to mend it."""
    from asnkarier.law.policy_load import from_text
    from asnkarier.views.messages import said

    try:
        return from_text(stored.text, stored.name)
    except RuleError as error:
        why, remedy = said(error.code, error.values)
        raise RuleError("policy_kept_unreadable", {"policy": stored.name, "why": why, "remedy": remedy}) from error
