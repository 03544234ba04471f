"""How wide the columns of a table are, and whether it fits at all.

Only text wraps. Digits of a score, a date or a NIP are never cut or wrapped: where a table does not fit, its rows are drawn as
records, line by line.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from asnkarier.views.shapes import Table
from asnkarier.views.values import say, written

GAP = "  "
NUMERIC = frozenset({"integer", "number", "score", "percent", "money", "level"})
WRAPS = frozenset({"text", "term"})
_NARROWEST = 12
_NUMBER = re.compile(r"\d[\d.,:/-]*\d|\d")
_LONG = re.compile(r"\d[\d.,:/-]{11,}\d")


class Laid(NamedTuple):
    """A table in words: headers, rows of cells, and the width of every column; `widths` is None where it does not fit."""

    headers: list[str]
    rows: list[list[str]]
    right: list[bool]
    wraps: list[bool]
    widths: list[int] | None


def lay(table: Table, width: int) -> Laid:
    """Put the table into words and fit it into `width` characters."""
    headers = [say(column.header) for column in table.columns]
    kinds = [column.kind for column in table.columns]
    rows = [[written(cell, kind) for cell, kind in zip(row, kinds, strict=True)] for row in table.rows]
    right = [kind in NUMERIC for kind in kinds]
    wraps = [kind in WRAPS for kind in kinds]
    natural = [len(header) for header in headers]
    for row in rows:
        for place, cell in enumerate(row):
            if len(cell) > natural[place]:
                natural[place] = len(cell)
    room = width - len(GAP) * (len(headers) - 1)
    if sum(natural) <= room:
        return Laid(headers, rows, right, wraps, natural)
    least = []
    for place, kind in enumerate(kinds):
        header = max((len(word) for word in headers[place].split()), default=0)
        measure = _unbreakable if kind in WRAPS else len
        least.append(max(header, max((measure(row[place]) for row in rows), default=0)))
    return Laid(headers, rows, right, wraps, _shrunk(natural, least, room))


def _unbreakable(text: str) -> int:
    """Return the narrowest width for a text: long words break, but never inside a number."""
    if len(text) <= _NARROWEST:
        return max((len(word) for word in text.split(" ")), default=0)
    longest = min(max((len(word) for word in text.split(" ")), default=0), _NARROWEST)
    return max((len(run) for run in _NUMBER.findall(text)), default=0) if _LONG.search(text) else longest


def _shrunk(natural: Sequence[int], least: Sequence[int], room: int) -> list[int] | None:
    """Take width from the widest columns first until all fit; None where even the least is too much."""
    if sum(least) > room:
        return None
    widths = list(natural)
    surplus = sum(widths) - room
    while surplus > 0:
        place = max(
            (place for place in range(len(widths)) if widths[place] > least[place]),
            key=lambda place: widths[place],
        )
        widths[place] -= 1
        surplus -= 1
    return widths


def wrap(text: str, width: int) -> list[str]:
    """Break a text at spaces; a longer word is broken anywhere but inside a number."""
    if len(text) <= width:
        return [text]
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        rest = word
        while True:
            joined = f"{line} {rest}" if line else rest
            if len(joined) <= width:
                line = joined
                break
            if line:
                lines.append(line)
                line = ""
                continue
            place = _break(rest, width)
            if place == len(rest):
                line = rest
                break
            lines.append(rest[:place])
            rest = rest[place:]
    lines.append(line)
    return lines


def _break(word: str, width: int) -> int:
    """Return where a word of more than `width` letters breaks: at `width`, or before or behind the number that stands there."""
    for number in _NUMBER.finditer(word):
        if number.start() < width < number.end():
            return number.start() or number.end()
    return width
