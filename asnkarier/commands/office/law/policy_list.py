"""`policy list`: the policies there are, and the one in use."""

from asnkarier.commands.in_force import policy_in_use
from asnkarier.law.policy_load import built_in, fingerprint
from asnkarier.store.database import Database
from asnkarier.store.queries.law import stored_policies
from asnkarier.views.language import N_, Words
from asnkarier.views.law_words import word
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
    """List the built-in policies and those kept in the file."""
    used = policy_in_use(db).name
    stored = stored_policies(db) if db else {}
    rows: list[tuple[object, ...]] = []
    data = []
    for name in (*built_in(), *(name for name in stored if name not in built_in())):
        chosen = policy_in_use(db, name)
        origin = Words(N_("built in")) if name not in stored else Words(N_("kept in the file"))
        mark = "✓" if name == used else ""
        rows.append(
            (name, chosen.title, Coded(chosen.confidence, word(chosen.confidence)), origin, Coded(name == used, mark))
        )
        data.append(
            {
                "name": name,
                "title": chosen.title,
                "basis": chosen.basis,
                "confidence": chosen.confidence,
                "built_in": name not in stored,
                "in_use": name == used,
                "sha256": fingerprint(chosen),
            }
        )
    return Result(
        {"policies": data},
        [Table(N_("Policies"), _COLUMNS, rows)],
        hints=[Words(N_("One whole: asnkarier policy show POLICY"))],
    )
