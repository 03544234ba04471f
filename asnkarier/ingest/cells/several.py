"""Several trainings in one cell, as columns of what somebody went through have them: each is a training of its own."""

import re
from collections.abc import Sequence
from typing import Any, Final

from asnkarier.core.parse.base import text_of
from asnkarier.core.parse.words import leadership_in
from asnkarier.core.text import folded

_LIST: Final = re.compile(r"[;\n\r]+")
_BETWEEN: Final = re.compile(r"[;,\n\r]+")


def trainings_in(cell: Any, header: str) -> list[str]:
    """Return the trainings that a cell lists; nothing where it holds one alone.

    Below a header such as `riwayat_diklat` a cell is a list. Below others only names of leadership trainings are one, no two of the
    same level: another title may hold a comma.
    """
    if type(cell) is not str or _BETWEEN.search(cell) is None:
        return []
    parts = _parts(_BETWEEN, cell)
    levels = [leadership_in(part) for part in parts]
    if len(parts) > 1 and None not in levels and len(set(levels)) == len(levels):
        return parts
    listed = _parts(_LIST, cell) if folded(header).startswith("riwayat") else []
    return listed if len(listed) > 1 else []


def _parts(between: re.Pattern[str], cell: str) -> list[str]:
    return [text for part in between.split(cell) if (text := text_of(part))]


def beside(titles: list[Any], cells: Sequence[Any], header: str) -> list[tuple[int, str, str | None]]:
    """Leave in `titles` the first of several trainings of a cell, and return the others: the place of the row, title and level."""
    found: list[tuple[int, str, str | None]] = []
    for i, cell in enumerate(cells):
        first, *others = trainings_in(cell, header) or ("",)
        if others:
            titles[i] = first
            found += [(i, other, leadership_in(other)) for other in others]
    return found
