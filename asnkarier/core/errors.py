"""Refusals: a code and values. Their words live in views/messages, their exit code decides how the program ends."""

from collections.abc import Mapping
from typing import ClassVar


class AsnError(Exception):
    """Something asnkarier refuses to do, told apart by `code` and explained by `values`."""

    exit_code: ClassVar[int] = 1

    def __init__(self, code: str, values: Mapping[str, object] | None = None) -> None:
        """Keep the code and a copy of the values that fill the placeholders of its message."""
        super().__init__(code)
        self.code = code
        self.values: dict[str, object] = dict(values or {})

    def __str__(self) -> str:
        """Show code and values, for logs and failing tests; users read views/messages."""
        return f"{self.code} {self.values}" if self.values else self.code


class Stopped(AsnError):  # noqa: N818 - said as the user meets it
    """Findings stop the operation; nothing was changed."""

    exit_code = 1


class Usage(AsnError):  # noqa: N818 - said as the user meets it
    """The command line asks for something that does not exist or does not fit together."""

    exit_code = 2


class RuleError(AsnError):
    """A regulation or policy is missing, not in force, or its file is not acceptable."""

    exit_code = 3


class Interrupted(AsnError):  # noqa: N818 - said as the user meets it
    """Somebody pressed Ctrl-C; `code` says what had been done by then."""

    exit_code = 130


class StoreError(AsnError):
    """The database cannot be opened, read or written."""

    exit_code = 4
