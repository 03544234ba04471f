"""Several leadership trainings in one cell, as a column of who went through which has them: each is a training of its own."""

import re
from collections.abc import Sequence
from typing import Any, Final

from asnkarier.core.parse.base import text_of
from asnkarier.core.parse.words import leadership_in

_BETWEEN: Final = re.compile(r"[;,\n\r]+")


def trainings_in(cell: Any) -> list[str]:
    """Return the trainings that a cell lists, where each part names a leadership training and no two the same level; else nothing."""
    if type(cell) is not str or _BETWEEN.search(cell) is None:
        return []
    parts = [text for part in _BETWEEN.split(cell) if (text := text_of(part))]
    levels = [leadership_in(part) for part in parts]
    return parts if len(parts) > 1 and None not in levels and len(set(levels)) == len(levels) else []


def beside(titles: list[Any], cells: Sequence[Any]) -> list[tuple[int, str, str | None]]:
    """Leave in `titles` the first of several trainings of a cell, and return the others: the place of the row, title and level."""
    found: list[tuple[int, str, str | None]] = []
    for i, cell in enumerate(cells):
        first, *others = trainings_in(cell) or ("",)
        if others:
            titles[i] = first
            found += [(i, other, leadership_in(other)) for other in others]
    return found
