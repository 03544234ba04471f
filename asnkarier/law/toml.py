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
        line, column, written = _place(text, str(error))
        values = {"file": name, "why": _why(error), "line": line, "column": column, "written": written}
        raise RuleError("rule_not_toml", values) from error


_REASONS = (
    ("Expected '=' after", "toml_no_value"),
    ("Expected newline", "toml_more"),
    ("Unclosed", "toml_bracket"),
    ("Expected ']", "toml_bracket"),
    ("Unterminated string", "toml_quote"),
    ("Expected '", "toml_quote"),
    ('Expected "', "toml_quote"),
    ("Illegal character", "toml_quote"),
    ("Unescaped", "toml_backslash"),
    ("Escaped", "toml_backslash"),
    ("Invalid hex", "toml_backslash"),
    ("Invalid statement", "toml_key"),
    ("Invalid initial", "toml_key"),
    ("Found invalid", "toml_key"),
    ("Invalid", "toml_value"),
    ("Cannot", "toml_twice"),
    ("Duplicate", "toml_twice"),
    ("Exceeds", "toml_number"),
)
"""How the parser begins what it says, and what it means."""


def _why(error: Exception) -> str:
    """Return the code of what the parser says in a language of its own."""
    if isinstance(error, RecursionError):
        return "toml_deep"
    return next((code for said, code in _REASONS if str(error).startswith(said)), "toml_other")


def _place(text: str, why: str) -> tuple[int | None, int | None, str]:
    """Return line and column that the parser names, and the line as it is written; the end of the last line where that of the file is meant."""
    lines = text.splitlines()
    found = re.search(r"at line (\d+), column (\d+)", why)
    if found is not None:
        at, column = int(found[1]), int(found[2])
    elif "at end of document" in why:
        at = max((n for n, line in enumerate(lines, 1) if line.strip()), default=0)
        column = len(lines[at - 1].rstrip()) + 1 if at else 0
    else:
        return None, None, ""
    return (at, column, lines[at - 1].strip()[:LONGEST]) if 0 < at <= len(lines) else (None, None, "")
