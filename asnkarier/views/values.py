"""Dates, numbers and terms as people of the language write them: 1 Oktober 2026 and 91,25; 1 October 2026 and 91.25.

Digits of a score are rounded half up, and never anywhere but here.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Final

from asnkarier.core.numbers import shown
from asnkarier.views.language import N_, Words, current, translate
from asnkarier.views.messages import glosses
from asnkarier.views.shapes import Coded, Kind, Rounded, Said
from asnkarier.views.terms import term

UNKNOWN = "–"
"""How a value that is not known is written."""

MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)

SIGNS = {"met": "✓", "not_met": "✗", "unknown": "?"}
ASCII_SIGNS: Final[dict[str, str | int | None]] = {
    "✓": "+", "✗": "x", "–": "-", "—": "-", "…": "...", "›": ">", "→": "->", "·": "-", "×": "x",
    "─": "-", "│": "|", **dict.fromkeys("┌┬┐├┼┤└┴┘", "+"), "═": "=", "━": "=", "█": "#", "“": '"', "”": '"',
    "≥": ">=", "≤": "<=", "§": "par.", "\u00a0": " ",
}  # fmt: skip
"""What stands for our signs on a code page that has not got them."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def day(value: date) -> str:
    """Write a date in words."""
    return f"{value.day} {translate(MONTHS[value.month - 1])} {value.year}"


def number(value: Decimal | Fraction | int | float, places: int | None = None) -> str:
    """Write a number with the separators of the language; without `places`, with the decimals it has, four at most."""
    exact = shown(Fraction(str(value)) if isinstance(value, float) else value, 4 if places is None else places)
    text = f"{exact:,f}"
    if places is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    if current() == "id":
        text = text.translate(str.maketrans(",.", ".,"))
    return text


def visible(text: str) -> str:
    """Show control characters and invisible marks as escapes instead of sending them to a terminal."""
    return _CONTROL.sub(_escaped, text) if _CONTROL.search(text) else text


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    known = {9: " ", 10: " ", 13: " "}
    return known.get(code) or (f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}")


def say(said: Said) -> str:
    """Return a title, header, caption or sentence in the language in use."""
    if isinstance(said, Words):
        from asnkarier.views.messages.catalogue import fill

        return fill(translate(said.message), said.values)
    return glosses.said(translate(said))


def plain(value: object) -> str:
    """Write a value whose kind nobody named: inside a sentence."""
    return written(value, "integer" if isinstance(value, int) and not isinstance(value, bool) else "text")


def written(value: object, kind: Kind = "text") -> str:
    """Write one value as people of the language do."""
    if value is None:
        return UNKNOWN
    if isinstance(value, Words):
        return say(value)
    if isinstance(value, Rounded):
        return written(value.value, "score")
    if isinstance(value, Coded):
        return visible(say(value.said)) if isinstance(value.said, str) else written(value.said, kind)
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, bool):
        return translate(N_("yes")) if value else translate(N_("no"))
    if isinstance(value, datetime):
        return f"{day(value)} {value:%H:%M}"
    if isinstance(value, date):
        return day(value)
    if isinstance(value, int | Decimal | Fraction | float):
        return _number(value, kind)
    if isinstance(value, str):
        return _text(value, kind)
    if isinstance(value, Iterable):
        items = [written(item, kind) for item in value]
        # A name with titles has commas of its own.
        return ("; " if any(", " in item for item in items) else ", ").join(items)
    return visible(str(value))


def _number(value: int | Decimal | Fraction | float, kind: Kind) -> str:
    if kind == "score":
        return number(value, 2)
    if kind == "percent":
        return f"{number(value, 2)}%"
    if kind == "money":
        return f"Rp\u00a0{number(value, 0)}" if value >= 0 else f"-Rp\u00a0{number(-value, 0)}"
    if kind in ("year", "nip", "code", "text") and isinstance(value, int):
        return str(value)
    return number(value)


def _text(value: str, kind: Kind) -> str:
    if kind == "term":
        return visible(term(value))
    if kind == "outcome":
        return f"{SIGNS.get(value, '')} {term(value)}".strip()
    if kind == "date":
        try:
            return day(date.fromisoformat(value[:10]))
        except ValueError:
            return visible(value)
    return visible(value)
