"""Days that only their whole column explains: day numbers of a text file (`29232`), and texts with the month or the day first."""

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
    """Let a reader of days refuse `04/01/2022` too where another text has its month first and none surely its day."""
    orders: set[bool] = set()

    def column(cells: Sequence[Any]) -> tuple[list[Any], ...]:
        (found,) = read(cells)
        if False not in orders and any(type(value) is Bad and value.code == "date_order" for value in found):
            orders.add(False)
        if False in orders and True not in orders:
            told = [day_first(cell) for cell in cells]
            if True in told:
                orders.add(True)
                return (found,)
            for at, order in enumerate(told):
                if order is None and not isinstance(found[at], Bad):
                    found[at] = Bad("date_order", {"value": text_of(cells[at])})
        return (found,)

    return column
