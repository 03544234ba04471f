"""How a command uses the file, and who enters what when."""

from collections.abc import Callable
from datetime import datetime
from enum import Enum
from typing import NamedTuple


class Access(Enum):
    """What a command does to the database; the record in the registry says it."""

    NONE = "none"
    """No database: templates, policy files."""
    READ = "read"
    """Opened read-only; the file stays byte for byte what it was."""
    MAYBE = "maybe"
    """Opened read-only where there is one; without `--db` and without a file in place `db` is None."""
    WRITE = "write"
    """One transaction, committed when the command returns with exit code 0, else rolled back."""
    CREATE = "create"
    """The command makes the file: it gets the path instead of an open database."""


class Actor(NamedTuple):
    """Who does it, and when (UTC). Stands in every batch, entry, edit and seal."""

    by: str
    at: datetime


Progress = Callable[[int, int | None, str], None]
"""Called with how much is done, of how much (None: not known), and a word for the step such as `read` or `write`."""


def silent(_done: int, _total: int | None, _what: str) -> None:
    """Tell nobody: the progress of callers that show none."""
