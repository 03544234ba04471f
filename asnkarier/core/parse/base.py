"""What all parsers share: the shape of a refusal, and what counts as nothing."""

import math
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, Final, NamedTuple

from asnkarier.core.text import cleaned

Cell = str | float | int | bool | date | datetime | time | timedelta | None
"""What a reader of workbooks or CSV gives for one cell."""


class Bad(NamedTuple):
    """A cell that cannot stand: a finding's code and the values of its message."""

    code: str
    values: Mapping[str, str | int] = {}


EXACT: Final = 1e15
"""A cell of numbers keeps 15 digits: of a longer number only the first are what somebody typed."""

Parser = Callable[[Cell], Any]
"""A cell → canonical value, None or Bad."""

_NOTHING: Final = frozenset(
    (
        "null",
        "none",
        "nil",
        "nan",
        "n/a",
        "na",
        "data kosong",
        "kosong",
        "tidak ada data",
        "(null)",
        "(kosong)",
        "undefined",
    )
)
_ONLY_MARKS: Final = re.compile(r"[\s\-–—_.,*=?'`~/\\:;]*\Z")
_ERRORS: Final = re.compile(
    r"#(N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!|PYTHON!|EXTERNAL!|TIMEOUT!"
    r"|GETTING_DATA|UNCALCULATED!)\Z",
    re.IGNORECASE,
)


def text_of(value: Cell) -> str:
    """Return the cell as the text a person would read, cleaned; a leading apostrophe that Excel shows as text is taken off."""
    if isinstance(value, str):
        text = cleaned(value)
        return text[1:].lstrip() if text[:1] == "'" else text
    if value is None:
        return ""
    if isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) >= EXACT and math.isfinite(value):
        return str(int(value))[:15] + "…"  # what follows is not what was typed
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    return str(value)


def nothing(text: str) -> bool:
    """Tell whether a cleaned text stands for an empty cell: dashes, dots, `null`, `Data Kosong`."""
    return _ONLY_MARKS.match(text) is not None or text.lower() in _NOTHING


def error_cell(text: str) -> bool:
    """Tell whether the text is the error that a formula left behind, such as `#N/A`."""
    return text[:1] == "#" and _ERRORS.match(text) is not None


def read_text(value: Cell) -> str | Bad | None:
    """Read free text: cleaned, None for nothing, refused when a formula's error stands there."""
    text = text_of(value)
    if nothing(text):
        return None
    if isinstance(value, (int, float)) and text.endswith("…"):
        return Bad("digits_lost", {"value": text})
    return Bad("cell_error", {"value": text}) if error_cell(text) else text


_DITTO: Final = frozenset(
    ("sda", "s.d.a", "s.d.a.", "s d a", "idem", "ditto", "sama dengan atas", "sama dengan di atas")
)
_DITTO_MARKS: Final = re.compile(r"[\"“”„″〃«»]+\Z")


def read_name(value: Cell) -> str | Bad | None:
    """Read the name of a unit, a post, a competency, a training: text with a letter in it that says the name itself.

    What only points at the cell above (`"`, `sda`, `idem`) is refused: the row above may be another after sorting.
    """
    text = read_code(value)
    if isinstance(text, str) and not any(map(str.isalpha, text)):
        return Bad("name_without_letters", {"value": text})
    return text


def read_code(value: Cell) -> str | Bad | None:
    """Read the name of a unit as `read_name` does, or its code, which may be all digits but no zero."""
    text = read_text(value)
    if not isinstance(text, str):
        return text
    if text.lower() in _DITTO or _DITTO_MARKS.match(text):
        return Bad("ditto", {"value": text})
    return text if text.strip("0.") else Bad("name_without_letters", {"value": text})
