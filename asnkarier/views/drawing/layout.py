"""How wide the columns of a table are, and whether it fits at all.

Only text wraps. Digits of a score, a date or a NIP are never cut or wrapped: where a table does not fit, or its text would stand in
a tall narrow column, its rows are drawn as records, line by line.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from asnkarier.views.shapes import Kind, Table
from asnkarier.views.values import say, written

GAP, NARROW_GAP = "  ", " "
"""Between columns; the narrower one only where the table would not fit otherwise, and then no word is broken."""
NUMERIC = frozenset({"integer", "number", "score", "percent", "money", "level"})
WRAPS = frozenset({"text", "term"})
TALLEST, TALLEST_NARROW = 6, 3
"""So many lines a row may have in the mean before the table reads better as records; fewer where columns stand close."""
_WHOLE_WORD = 20
_NARROWEST = 12
_NUMBER = re.compile(r"\d[\d.,:/-]*\d|\d")


class Laid(NamedTuple):
    """A table in words: headers, rows of cells, the width of every column and what stands between; `widths` is None where it does not fit."""

    headers: list[str]
    rows: list[list[str]]
    right: list[bool]
    wraps: list[bool]
    widths: list[int] | None
    gap: str = GAP
    kinds: Sequence[Kind] = ()


def lay(table: Table, width: int) -> Laid:
    """Put the table into words and fit it into `width` characters."""
    kinds = [column.kind for column in table.columns]
    told = [[written(cell, kind) for cell, kind in zip(row, kinds, strict=True)] for row in table.rows]
    # A column with nothing to say in any row (no remark, nothing late) only takes room from the others.
    kept = [place for place in range(len(kinds)) if not told or any(row[place] for row in told)]
    headers = [say(table.columns[place].header) for place in kept]
    kinds = [kinds[place] for place in kept]
    rows = [[row[place] for place in kept] for row in told] if len(kept) < len(table.columns) else told
    right = [kind in NUMERIC for kind in kinds]
    wraps = [kind in WRAPS for kind in kinds]
    natural = [len(header) for header in headers]
    for row in rows:
        for place, cell in enumerate(row):
            if len(cell) > natural[place]:
                natural[place] = len(cell)
    for gap, longest, tallest in (
        (GAP, (_WHOLE_WORD, _NARROWEST), TALLEST),
        (NARROW_GAP, (_WHOLE_WORD,), TALLEST_NARROW),
    ):
        room = width - len(gap) * (len(headers) - 1)
        if sum(natural) <= room:
            return Laid(headers, rows, right, wraps, natural, gap, kinds)
        widths = _fitted(headers, kinds, rows, natural, room, longest)
        if widths is not None:
            # A table whose text would stand in tall columns is not saved by a narrower gap.
            return Laid(headers, rows, right, wraps, None if _tall(rows, widths, tallest) else widths, gap, kinds)
    return Laid(headers, rows, right, wraps, None, kinds=kinds)


def _tall(rows: Sequence[Sequence[str]], widths: Sequence[int], tallest: int) -> bool:
    weights = (sum(len(row[place]) for row in rows) for place in range(len(widths)))
    return any(weight > tallest * width * len(rows) for weight, width in zip(weights, widths, strict=True))


def _fitted(
    headers: Sequence[str],
    kinds: Sequence[Kind],
    rows: Sequence[Sequence[str]],
    natural: Sequence[int],
    room: int,
    words: Sequence[int],
) -> list[int] | None:
    """Return the widths with which texts wrap into the room, breaking words longer than one of `words`; None where they cannot."""
    for longest in words:
        least = []
        for place, kind in enumerate(kinds):
            header = max((len(word) for word in headers[place].split()), default=0)
            widest = max((_least(row[place], longest) if kind in WRAPS else len(row[place]) for row in rows), default=0)
            least.append(max(header, widest))
        if sum(least) <= room:
            break
    weights = [sum(len(row[place]) for row in rows) for place in range(len(headers))]
    return _shared(natural, least, weights, room)


def _least(text: str, longest: int) -> int:
    """Return the narrowest width for a text: words of more than `longest` letters break, but never inside a number."""
    word = max((len(word) for word in text.split(" ")), default=0)
    if word <= longest:
        return word
    return max([longest, *(len(run) for run in _NUMBER.findall(text))])


def _shared(natural: Sequence[int], least: Sequence[int], weights: Sequence[int], room: int) -> list[int] | None:
    """Give every column its least and what is left to the columns with most to say; None where even the least is too much."""
    if sum(least) > room:
        return None
    widths = list(least)
    for _ in range(room - sum(least)):
        growing = [place for place, width in enumerate(widths) if width < natural[place]]
        if not growing:
            break
        widths[max(growing, key=lambda place: weights[place] / widths[place] ** 2)] += 1
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
