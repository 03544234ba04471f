"""Days that only their whole column explains: day numbers of a text file (`29232`), and texts with the month or the day first."""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime
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


class _Swapped:
    """Finds what an English Excel makes of a column of days written with the day first.

    It turns `04/01/2022` into a true date, 1 April, and leaves `25/04/2022` a text. So texts whose day is surely first beside true
    dates of the first twelve days of a month alone are no chance. Days that are all the first of a month are what offices write.
    """

    def __init__(self) -> None:
        self.late, self.example, self.possible = 0, "", True

    def found(self, cells: Sequence[Any]) -> list[tuple[int, date]]:
        """Return the cells whose day and month were probably changed over, with the day that was meant."""
        if not self.possible or (kinds := set(map(type, cells))) <= {str} or not kinds & {date, datetime, str}:
            return []
        different = set(cells)
        texts = {cell: day_first(cell) for cell in different if type(cell) is str and cell}
        late_day = any(isinstance(cell, date) and cell.day > _MONTHS for cell in different)
        self.possible = not (late_day or None in texts.values())
        if not self.possible or not (self.late or any(texts.values())):
            return []
        days = [(at, cell) for at, cell in enumerate(cells) if isinstance(cell, date)]
        late = [cell for cell in cells if type(cell) is str and texts.get(cell)]
        self.late += len(late)
        self.example = self.example or next(iter(late), "")
        firsts, januaries = (sum(getattr(day, part) == 1 for _at, day in days) for part in ("day", "month"))
        if self.late < _SEVERAL or firsts > januaries:
            return []
        return [(at, date(day.year, day.day, day.month)) for at, day in days if day.day != day.month]


_MONTHS: Final = 12
_SEVERAL: Final = 3
"""So many texts of late days are no chance."""


def in_order(read: Reader) -> Reader:
    """Let a reader of days refuse days whose month may stand where the day does.

    `04/01/2022` where another text has its month first and none surely its day; true dates among texts that only a day can begin.
    """
    proofs: list[str] = []
    surely_day_first = False
    swapped = _Swapped()

    def column(cells: Sequence[Any]) -> tuple[list[Any], ...]:
        nonlocal surely_day_first
        (found,) = read(cells)
        for at, meant in swapped.found(cells):
            if not isinstance(found[at], Bad):
                about = {"value": text_of(cells[at]), "meant": meant.isoformat(), "text": swapped.example}
                found[at] = Bad("date_perhaps_swapped", about)
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


def _of_decrees(days: Sequence[str]) -> bool:
    """Tell whether all days are the first of a month, of several years: read the other way all would be of January."""
    return (
        len(days) >= _SEVERAL
        and all(day.endswith("-01") for day in days)
        and len({day[:4] for day in days}) >= _SEVERAL
    )
