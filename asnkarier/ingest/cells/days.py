"""Days that only the cells around them explain: day numbers of a text file (`29232`), and texts with the month or the day first."""

import re
from collections.abc import Callable, Sequence
from typing import Any, Final

from asnkarier.core.parse.base import Bad, nothing, text_of
from asnkarier.core.parse.dates import day_first

_SERIAL: Final = re.compile(r"[1-7]\d{4}(?:\.0+)?\Z")

Reader = Callable[[Sequence[Any]], tuple[list[Any], ...]]


def with_serials(read: Reader, one: Callable[[Any], Any]) -> Reader:
    """Let a reader of days take texts of five digits for day numbers where all else in the column is days, or such numbers too.

    `one` reads a number. What was found in the first rows holds for all; a column of other texts keeps refusing them.
    """
    told: list[bool] = []

    def column(cells: Sequence[Any]) -> tuple[list[Any], ...]:
        (found,) = read(cells)
        if Bad not in set(map(type, found)):
            return (found,)
        numbers = [
            i
            for i, (cell, value) in enumerate(zip(cells, found, strict=True))
            if type(value) is Bad and isinstance(cell, str) and _SERIAL.match(text_of(cell))
        ]
        if numbers and not told:
            others = set(range(len(cells))) - set(numbers)
            told.append(all(type(found[i]) is not Bad or nothing(text_of(cells[i])) for i in others))
        if numbers and told[0]:
            found = list(found)
            for i in numbers:
                found[i] = one(float(text_of(cells[i])))
        return (found,)

    return column


def in_order(read: Reader) -> Reader:
    """Let a reader of days refuse days whose month may stand where the day does.

    `04/01/2022` where another text has its month first and none surely its day.
    """
    proofs: list[str] = []
    surely_day_first = False

    def column(cells: Sequence[Any]) -> tuple[list[Any], ...]:
        nonlocal surely_day_first
        (found,) = read(cells)
        proofs.extend(str(one.values["value"]) for one in found if type(one) is Bad and one.code == "date_order")
        if proofs and not surely_day_first:
            told = [day_first(cell) for cell in cells]
            unclear = [at for at, order in enumerate(told) if order is None and not isinstance(found[at], Bad)]
            if True in told or (len(proofs) == 1 and _of_decrees([found[at] for at in unclear])):
                surely_day_first = True
                return (found,)
            for at in unclear:
                found[at] = Bad("date_order_unclear", {"value": text_of(cells[at]), "proof": proofs[0]})
        return (found,)

    return column


_SEVERAL: Final = 3
"""So many days are no chance."""


def _of_decrees(days: Sequence[str]) -> bool:
    """Tell whether all days are the first of a month, of several years: read the other way all would be of January."""
    return (
        len(days) >= _SEVERAL
        and all(day.endswith("-01") for day in days)
        and len({day[:4] for day in days}) >= _SEVERAL
    )
