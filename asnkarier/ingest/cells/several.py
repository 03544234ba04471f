"""Several trainings in one cell, as columns of what somebody went through have them: each is a training of its own."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from asnkarier.core.parse.base import text_of
from asnkarier.core.parse.words import leadership_in
from asnkarier.core.text import folded
from asnkarier.ingest.frames import RowsFrame

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


class More(NamedTuple):
    """One more training of a cell: the place of its row, its title and level."""

    at: int
    title: str
    level: str | None


def beside(titles: list[Any], cells: Sequence[Any], header: str) -> list[More]:
    """Leave in `titles` the first of several trainings of a cell, and return the others."""
    found: list[More] = []
    for i, cell in enumerate(cells):
        first, *others = trainings_in(cell, header) or ("",)
        if others:
            titles[i] = first
            found += [More(i, other, leadership_in(other)) for other in others]
    return found


def frame_beside(
    fields: Sequence[str],
    values: Mapping[str, Sequence[Any]],
    numbers: Sequence[int],
    more: Sequence[More],
    person: str | None,
) -> RowsFrame:
    """Return the further trainings of a chunk as facts of their rows.

    Hours and days of a row are told once, with the first of its trainings: of which they are is not said.
    """
    own: dict[str, list[Any]] = {"title": [one.title for one in more], "level": [one.level for one in more]}
    alike = {person, "training_kind", "form"}
    columns = [
        own.get(field) or [values[field][one.at] if field in alike else None for one in more] for field in fields
    ]
    return RowsFrame([numbers[one.at] for one in more], columns, beside=True)
