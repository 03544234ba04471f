"""The one door to tomllib: numbers with decimals stay exact, and what is wrong with a file is a code and values."""

import re
import sys

from asnkarier.core.errors import RuleError

LONGEST = 60
"""Characters of a line that are shown."""
LARGEST = 1_000_000
"""Bytes of a rule or policy file; real ones have a few thousand."""
STDIN = "-"
"""What is typed for a file that comes through the standard input."""


def name_of(path: str) -> str:
    """Return how errors name a file that was typed."""
    return "stdin" if path == STDIN else path


def read(path: str, shown: str | None = None) -> dict[str, object]:
    """Parse the TOML file at `path`; errors name it as `shown`."""
    return parse(text_of(path, shown), shown or name_of(path))


def text_of(path: str, shown: str | None = None) -> str:
    """Return the text of the file at `path`; errors name it as `shown`."""
    name = shown or name_of(path)
    try:
        if path == STDIN:
            raw = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with open(path, "rb") as stream:
                raw = stream.read(LARGEST + 1)
    except OSError as error:
        raise RuleError("rule_unreadable", {"file": name, "why": error.strerror or type(error).__name__}) from error
    if len(raw) > LARGEST:
        raise RuleError("rule_too_large", {"file": name, "limit": LARGEST})
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise RuleError("rule_not_utf8", {"file": name, "line": line}) from error


def parse(text: str, name: str) -> dict[str, object]:
    """Parse TOML text that came from the file `name`."""
    import tomllib
    from decimal import Decimal

    try:
        return tomllib.loads(text.replace("\r\n", "\n"), parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        # A ValueError of its own: Python reads no whole number of more than some thousand digits.
        why = str(error).partition(": ")[0]
        raise RuleError("rule_not_toml", {"file": name, "why": why, "line": _line(text, str(error))}) from error


def _line(text: str, why: str) -> str:
    """Return the line that the parser names, as it is written; '' where it names none."""
    found = re.search(r"at line (\d+)", why)
    lines = text.splitlines()
    at = int(found[1]) if found else 0
    return lines[at - 1].strip()[:LONGEST] if 0 < at <= len(lines) else ""
