"""`policy check`: whether a policy file can be read, and what it says."""

from pathlib import Path
from typing import Annotated

from asnkarier.commands.parameters import argument
from asnkarier.law import toml
from asnkarier.law.policy_load import built_in, fingerprint, from_text, of_its_own_name, policy
from asnkarier.views import policy as view
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result


def run(file: Annotated[Path, argument(N_("FILE"), help=N_("Policy file."), completes="file")]) -> Result:
    """Read the file strictly (or a built-in policy by its name); the first thing that is not right is refused with file, key and remedy."""
    name = str(file)
    by_name = name in built_in() and not file.exists()
    chosen = policy(name) if by_name else of_its_own_name(from_text(toml.text_of(name), name), name)
    sha256 = fingerprint(chosen)
    note = Words(N_("{file} is a complete policy."), {"file": str(file)})
    return Result(view.data(chosen, sha256), view.shapes(chosen, sha256), [note])
