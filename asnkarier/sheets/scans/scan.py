"""What a scan says of one sheet, and what the scans of all formats share."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

UNCALCULATED: Final = "#UNCALCULATED!"
"""Stands in a cell whose formula has no value yet."""
PERCENT_FORMATS: Final = frozenset((9, 10))
"""The built-in number formats of Excel that show percent: `0%` and `0.00%`."""
TWO_DECIMALS: Final = 2
"""The number of the built-in format `0.00`."""
_DENSEST_CELLS: Final = 20_000_000
"""The fast reader keeps the whole rectangle: beyond this many cells of it a sheet with a stray far cell is refused by its address."""
_NO_SIGN: Final = re.compile(r'"[^"]*"|\\.|_.|\*.')
"""What a number format shows as it stands: words between quotation marks, and a sign behind a backslash."""


class Zeros(NamedTuple):
    """How a number format of zeros shows a number: with so many digits and decimals, or its digits between signs."""

    digits: int
    decimals: int = 0
    between: str = ""
    """Where signs stand between the digits, these with a `_DIGIT` for each digit: of `00-00`."""

    def shown(self, number: float) -> str | None:
        """Return a number as its cell shows it; None where it would show less than the number holds."""
        if number < 0 or round(number, self.decimals) != number:
            return None
        if not self.between:
            return f"{number:0{self.digits + self.decimals + bool(self.decimals)}.{self.decimals}f}"
        digits = f"{int(number):0{self.digits}d}"
        more, rest = digits[: len(digits) - self.digits], iter(digits[len(digits) - self.digits :])
        said = "".join(next(rest) if sign == _DIGIT else sign for sign in self.between)
        first = self.between.index(_DIGIT)
        return said[:first] + more + said[first:]


class Styles(NamedTuple):
    """What the styles of a workbook, by their numbers, say of the cells that hold a number."""

    percent: frozenset[int] = frozenset()
    zeros: Mapping[int, Zeros] = {}

    @property
    def telling(self) -> bool:
        """Whether any style says something."""
        return bool(self.percent or self.zeros)


@dataclass(slots=True)
class Scan:
    """What the parts of one sheet say. Rows are counted from 1, columns from 0."""

    errors: dict[int, dict[int, str]] = field(default_factory=dict)
    texts: dict[int, dict[int, str]] = field(default_factory=dict)
    """Cells whose text the reader does not give whole."""
    percent: "dict[int, array[int]]" = field(default_factory=dict)
    """Column → the rows, rising, whose number is shown as percent: 0.88 in the file, 88% on the screen."""
    zeros: "dict[int, array[int]]" = field(default_factory=dict)
    """Column → rows, rising, whose number is shown with zeros of its format, and the place of that among `forms`: `1.10`, `0102`."""
    forms: list[Zeros] = field(default_factory=list)
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

    def shows_zeros(self, row: int, column: int, form: Zeros) -> None:
        """Note a cell whose number is shown so; of a column the rows come in their order."""
        if form not in self.forms:
            self.forms.append(form)
        if (place := self.forms.index(form)) < _MOST_FORMS:
            self.zeros.setdefault(column, array("Q")).append(row << 8 | place)

    def shows(self, row: int, column: int, style: int, styles: Styles) -> None:
        """Note what the style of a cell with a number says."""
        if style in styles.percent:
            self.shows_percent(row, column)
        elif (form := styles.zeros.get(style)) is not None:
            self.shows_zeros(row, column, form)

    def as_shown(self, number: float, row: int, column: int) -> str | None:
        """Return a number as its cell shows it; None where no format of zeros is noted, or more would be shown than it holds."""
        rows = self.zeros.get(column)
        at = bisect_left(rows, row << 8) if rows else 0
        if not rows or at == len(rows) or rows[at] >> 8 != row:
            return None
        return self.forms[rows[at] & 255].shown(number)


def has_errors(scan: Scan) -> bool:
    """Tell whether cells of the sheet hold errors, of which the fast reader may not know some."""
    return any(text != UNCALCULATED for row in scan.errors.values() for text in row.values())


def is_percent(code: str) -> bool:
    """Tell whether a number format (`0,00%`) multiplies by a hundred what it shows."""
    return "%" in _NO_SIGN.sub("", code)


def zeros_of(code: str) -> Zeros | None:
    """Return how a number format of zeros alone (`0000`, `0.00`, `00-00`, `"821."000`) shows numbers; None for any other, and for `0`."""
    code = _LANGUAGE.sub("", code)
    if match := _ZEROS.fullmatch(code):
        return None if len(code) == 1 else Zeros(len(match[1]), len(match[2] or ""))
    if not _BETWEEN.fullmatch(code):
        return None
    between = "".join((word + escaped + sign) or _DIGIT for _zero, word, escaped, sign in _BETWEEN_PART.findall(code))
    count = between.count(_DIGIT)
    return Zeros(count, 0, between) if 0 < count < len(between) else None


def zeros_in(text: str, number: float) -> Zeros | None:
    """Return the format of zeros in which a text shows a number; None where the number says as much, or the text another."""
    if match := _SHOWN.fullmatch(text):
        form = Zeros(len(match[1]), len(match[2] or ""))
        if form.shown(number) == text.replace(",", "."):
            return form if text != f"{number:.15g}".replace(".", "," if "," in text else ".") else None
    if _THOUSANDS.fullmatch(text):
        whole = re.sub(r"[., ]\d{1,2}$|\D", "", text)
        if whole == f"{number:.15g}":
            return None
    digits = re.sub(r"\D", "", text).lstrip("0")
    between = digits == f"{number:.15g}" and _SIGNS.fullmatch(text)
    head = "" if between else text.rstrip("0123456789")
    form = Zeros(sum(map(str.isdigit, text[len(head) :])), 0, head + re.sub(r"\d", _DIGIT, text[len(head) :]))
    return form if form.digits and form.shown(number) == text else None


def styles_of(formats: Iterable[tuple[int, str]], styles: Iterable[int]) -> Styles:
    """Return what the styles of cells say, each by the number of its format; `formats` are the workbook's own."""
    percent, zeros = set(PERCENT_FORMATS), {TWO_DECIMALS: Zeros(1, 2)}
    for number, code in formats:
        (percent.add if is_percent(code) else percent.discard)(number)
        if shown := zeros_of(code):
            zeros[number] = shown
        else:
            zeros.pop(number, None)
    numbered = list(enumerate(styles))
    return Styles(
        frozenset(place for place, number in numbered if number in percent),
        {place: zeros[number] for place, number in numbered if number in zeros},
    )


_DIGIT: Final = "\0"
_MOST_FORMS: Final = 256
_ZEROS: Final = re.compile(r"(0{1,15})(?:\.(0{1,15}))?")
_SHOWN: Final = re.compile(r"(\d{1,15})(?:[.,](\d{1,15}))?")
_THOUSANDS: Final = re.compile(r"\d{1,3}(?:([., ])\d{3})(?:\1\d{3})*(?:[.,]\d+)?")
_SIGNS: Final = re.compile(r"\d[-/ .\d]{0,40}")
"""Digits with signs between them, which are a format's own or part the thousands."""
_LANGUAGE: Final = re.compile(r"\[\$-[0-9A-Fa-f]+\]")
"""Of which language a format is."""
_BETWEEN_PART: Final = re.compile(r'(0)|"([^"]*)"|\\(.)|([-/ ():])')
_BETWEEN: Final = re.compile(rf"(?:{_BETWEEN_PART.pattern})+")
"""Digits, and the signs that stand among them as they are: between quotation marks, behind a backslash, or alone."""


def is_too_far(scan: Scan, last_row: int, widest: int) -> bool:
    """Tell whether the fast reader could not hold the sheet up to its last row and column.

    A cell takes more than 10 bytes: a rectangle with more cells than a tenth of the bytes is mostly empty.
    """
    return last_row * max(widest, 26) > max(_DENSEST_CELLS, scan.size // 10)


def columns_between(first: int, last: int) -> list[str]:
    """Return the letters of hidden columns, counted from 0; of a range to the end of the sheet only the beginning."""
    from asnkarier.sheets.book import column_letter

    return [column_letter(number) for number in range(first, min(last, first + 200) + 1)]
