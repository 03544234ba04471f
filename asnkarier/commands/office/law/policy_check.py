"""`policy check`: whether a policy file can be read, what it says, and what in it lies outside the law."""

from datetime import date
from pathlib import Path
from typing import Annotated

from asnkarier.commands.in_force import kept, lawbook
from asnkarier.commands.parameters import argument
from asnkarier.core.decide.lists.selection import outside
from asnkarier.law import toml
from asnkarier.law.policy_load import built_in, fingerprint, from_text, is_file, of_its_own_name, policy
from asnkarier.store.database import Database
from asnkarier.store.queries.law import stored_policies
from asnkarier.views import policy as view
from asnkarier.views.decide.lists.stages import weights_data, weights_outside
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result


def run(
    db: Database | None,
    as_of: date,
    file: Annotated[Path, argument(N_("FILE"), help=N_("Policy file; - is the standard input."), completes="file")],
) -> Result:
    """Read the file strictly (or a policy by its name); the first thing that is not right is refused with file, key and remedy."""
    name = str(file)
    shown = toml.name_of(name)
    named = not is_file(name) and not file.exists()
    stored = stored_policies(db) if db and named else {}
    if named and name in built_in():
        chosen = policy(name)
    elif name in stored:
        chosen = kept(stored[name])
    else:
        chosen = of_its_own_name(from_text(toml.text_of(name), shown), shown)
    sha256 = fingerprint(chosen)
    law = lawbook(db).selection.on(as_of)
    beyond = outside(chosen.selection, law.value.stages)
    notes = [Words(N_("{file} is a complete policy."), {"file": shown}), *weights_outside(beyond, law.citation.text)]
    data = {**view.data(chosen, sha256), "selection_outside": weights_data(beyond)}
    return Result(data, view.shapes(chosen, sha256), notes, flat=lambda: view.flat(chosen))
