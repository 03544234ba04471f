"""What a scan says of one sheet, and what the scans of all formats share."""

import re
from array import array
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Final

UNCALCULATED: Final = "#UNCALCULATED!"
"""Stands in a cell whose formula has no value yet."""
PERCENT_FORMATS: Final = frozenset((9, 10))
"""The built-in number formats of Excel that show percent: `0%` and `0.00%`."""
_DENSEST_CELLS: Final = 20_000_000
"""The fast reader keeps the whole rectangle: beyond this many cells of it a sheet with a stray far cell is refused by its address."""
_NO_SIGN: Final = re.compile(r'"[^"]*"|\\.|_.|\*.')
"""What a number format shows as it stands: words between quotation marks, and a sign behind a backslash."""


@dataclass(slots=True)
class Scan:
    """What the parts of one sheet say. Rows are counted from 1, columns from 0."""

    errors: dict[int, dict[int, str]] = field(default_factory=dict)
    texts: dict[int, dict[int, str]] = field(default_factory=dict)
    """Cells whose text the reader does not give whole."""
    percent: "dict[int, array[int]]" = field(default_factory=dict)
    """Column → the rows, rising, whose number is shown as percent: 0.88 in the file, 88% on the screen."""
    zeros: "dict[int, array[int]]" = field(default_factory=dict)
    """Column → rows, rising, whose number is shown with zeros of its format, and that format: `1.10`, `0102`; see `shows_zeros`."""
    hidden_rows: int = 0
    hidden_columns: tuple[str, ...] = ()
    far_cell: str = ""
    """The address of a stray cell so far away that the sheet cannot be held."""
    date1904: bool = False
    size: int = 0
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    """Merged ranges as `Sheet.merged` has them, of the formats whose reader does not tell them."""

    def shows_percent(self, row: int, column: int) -> None:
        """Note a cell that shows percent; of a column the rows come in their order."""
        self.percent.setdefault(column, array("I")).append(row)

    def shows_zeros(self, row: int, column: int, digits: int, decimals: int) -> None:
        """Note a cell whose number is shown with so many digits and decimals."""
        self.zeros.setdefault(column, array("Q")).append(row << 8 | digits << 4 | decimals)

    def as_shown(self, number: float, row: int, column: int) -> str | None:
        """Return a number as its cell shows it; None where no format of zeros is noted, or more would be shown than it holds."""
        rows = self.zeros.get(column)
        at = bisect_left(rows, row << 8) if rows else 0
        if not rows or at == len(rows) or rows[at] >> 8 != row:
            return None
        digits, decimals = rows[at] >> 4 & 15, rows[at] & 15
        if number < 0 or round(number, decimals) != number:
            return None
        return f"{number:0{digits + decimals + bool(decimals)}.{decimals}f}"


def has_errors(scan: Scan) -> bool:
    """Tell whether cells of the sheet hold errors, of which the fast reader may not know some."""
    return any(text != UNCALCULATED for row in scan.errors.values() for text in row.values())


def is_percent(code: str) -> bool:
    """Tell whether a number format (`0,00%`) multiplies by a hundred what it shows."""
    return "%" in _NO_SIGN.sub("", code)


def zeros_of(code: str) -> tuple[int, int] | None:
    """Return how many digits and decimals a number format of zeros alone (`0000`, `0.00`) shows; None for any other, and for `0`."""
    match = _ZEROS.fullmatch(code)
    if match is None or len(code) == 1:
        return None
    return len(match[1]), len(match[2] or "")


_ZEROS: Final = re.compile(r"(0{1,15})(?:\.(0{1,15}))?")


def is_too_far(scan: Scan, last_row: int, widest: int) -> bool:
    """Tell whether the fast reader could not hold the sheet up to its last row and column.

    A cell takes more than 10 bytes: a rectangle with more cells than a tenth of the bytes is mostly empty.
    """
    return last_row * max(widest, 26) > max(_DENSEST_CELLS, scan.size // 10)


def columns_between(first: int, last: int) -> list[str]:
    """Return the letters of hidden columns, counted from 0; of a range to the end of the sheet only the beginning."""
    from asnkarier.sheets.book import column_letter

    return [column_letter(number) for number in range(first, min(last, first + 200) + 1)]
