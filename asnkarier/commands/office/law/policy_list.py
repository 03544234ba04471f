"""`policy list`: the policies there are, and the one in use."""

from collections.abc import Mapping
from typing import Any

from asnkarier.commands.in_force import kept, name_in_use
from asnkarier.core.errors import RuleError
from asnkarier.core.policy import Policy
from asnkarier.law.policy_load import built_in, fingerprint, policy
from asnkarier.store.database import Database
from asnkarier.store.queries.law import Added, stored_policies
from asnkarier.views.formats import listed
from asnkarier.views.language import N_, Words
from asnkarier.views.law_words import word
from asnkarier.views.messages import said
from asnkarier.views.result import Result
from asnkarier.views.shapes import Coded, Column, Table

_COLUMNS = (
    Column("name", N_("Policy"), "code"),
    Column("title", N_("About")),
    Column("confidence", N_("Confidence")),
    Column("origin", N_("From")),
    Column("in_use", N_("In use")),
)


def run(db: Database | None) -> Result:
    """List the built-in policies and those kept in the file; one that can no longer be read says why."""
    used = name_in_use(db)
    stored = stored_policies(db) if db else {}
    rows: list[tuple[object, ...]] = []
    data: list[dict[str, Any]] = []
    unreadable = False
    for name in (*built_in(), *(name for name in stored if name not in built_in())):
        mark = Coded(name == used, "✓" if name == used else "")
        origin = Words(N_("built in")) if name in built_in() else Words(N_("kept in the file"))
        entry = {"name": name, "built_in": name in built_in(), "in_use": name == used}
        try:
            chosen = _read(name, stored)
        except RuleError as error:
            unreadable = True
            message, remedy = said(error.code, error.values)
            cannot = Words(N_("cannot be read: {why}"), {"why": error.values.get("why", message)})
            rows.append((name, cannot, "", origin, mark))
            nothing = dict.fromkeys(("title", "basis", "confidence", "sha256"))
            data.append(
                {**entry, **nothing, "error": {"code": error.code, "message": message, "remedy": remedy}},
            )
            continue
        rows.append((name, chosen.title, Coded(chosen.confidence, word(chosen.confidence)), origin, mark))
        data.append(
            {
                **entry,
                "title": chosen.title,
                "basis": chosen.basis,
                "confidence": chosen.confidence,
                "sha256": fingerprint(chosen),
                "error": None,
            }
        )
    hints = [Words(N_("One whole: asnkarier policy show POLICY"))]
    if unreadable:
        hints.append(Words(N_("One that cannot be read, as it is kept: asnkarier policy export POLICY")))
    # What is wrong with one that cannot be read is a sentence: programs read its code.
    plain = [{**entry, "error": entry["error"] and entry["error"]["code"]} for entry in data]
    return Result(
        {"policies": data},
        [Table(N_("Policies"), _COLUMNS, rows)],
        hints=hints,
        flat=lambda: listed.table(plain, "name built_in in_use title basis confidence sha256 error"),
    )


def _read(name: str, stored: Mapping[str, Added]) -> Policy:
    return policy(name) if name in built_in() else kept(stored[name])
