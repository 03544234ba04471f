"""What a command goes by: the law with what the institution added, and the policy that was chosen."""

from asnkarier.core.policy import Policy
from asnkarier.law.load import AddedRule, Lawbook, regulations
from asnkarier.store.database import Database
from asnkarier.store.queries.law import POLICY, added_rules, stored_policies


def lawbook(db: Database | None) -> Lawbook:
    """Return the built-in law, with the rules that the institution keeps in this file."""
    added = added_rules(db) if db else []
    return Lawbook([AddedRule(rule.name, rule.text) for rule in added]) if added else regulations()


def policy_in_use(db: Database | None, named: str | None = None) -> Policy:
    """Return the policy `named` (built in, stored in the file, or a path), else the one in use, else the general one."""
    from asnkarier.law.policy_load import ROOT, built_in, from_text, policy

    wanted = named or (db.setting(POLICY) if db else None) or ROOT
    if db and wanted not in built_in():
        stored = stored_policies(db).get(wanted)
        if stored is not None:
            return from_text(stored.text, wanted)
    return policy(wanted)
