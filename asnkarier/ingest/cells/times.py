"""Columns whose cells hold a first and a last day: `3 s.d. 7 Maret 2025` under `Tanggal Pelaksanaan`, `Masa Kontrak`, `Periode Penilaian`."""

import re
from collections.abc import Callable, Collection, Sequence
from typing import Any, Final, Literal

from asnkarier.core.kinds.spec import Kind, Span
from asnkarier.core.parse.base import Bad, Cell, Parser, read_text, text_of
from asnkarier.core.parse.dates import MONTHS, read_date, read_year
from asnkarier.core.parse.days import Days, is_time, read_days
from asnkarier.core.text import folded

One = Literal["both", "first", "last", "none"]
"""What one day alone is in such a column: an event's only day, the first or the last of a time, or neither."""

_YEAR: Final = re.compile(
    rf"(?i)(?:(?:bulan\s+)?(?:{'|'.join(MONTHS)})\.?[\s\-/]+)?(?:(?:tahun|thn\.?|th\.?)\s*)?(?:19|20)\d\d\Z"
)
_COUNTS_DAYS: Final = re.compile(r"(?i)\d+(?:[.,]\d+)?\s*(?:hari|hr|days?)(?:\s+kerja)?\.?\Z")

PERIOD = ("period", "started_on", "ended_on")
"""A column of periods whose cells say the days: they decide which period it is."""


def in_times(
    kind: Kind, fields: tuple[str, ...], header: str, taken: Collection[str], filled: Sequence[Any]
) -> tuple[tuple[str, ...], One] | None:
    """Return the fields of a column of days and what one day alone is in it; None for any other column."""
    for span in kind.spans:
        both = (span.first, span.last)
        if fields == both:
            return fields, _alone(span, header)
        other = {span.first: span.last, span.last: span.first}.get(fields[0]) if len(fields) == 1 else None
        if other is not None and other not in taken and any(is_time(cell, months=span.months) for cell in filled):
            return both, "first" if fields[0] == span.first else "last"
        if fields == PERIOD[:1] and not {*PERIOD[1:]} & {*taken} and set(both) == {*PERIOD[1:]}:
            return (PERIOD, "none") if any(is_time(cell, months=True) for cell in filled) else None
    return None


def is_year(cell: Cell) -> bool:
    """Tell whether a cell is a year, with no more than its month: `2006`, `Tahun 2006`, `Maret 2006`."""
    return isinstance(cell, str | int | float) and _YEAR.match(text_of(cell)) is not None


def without_days(hours: list[Any], cells: Sequence[Any]) -> int:
    """Take out of hours what counts days, `3 hari`, and return how many cells do: a day has as many as its programme says."""
    found = [i for i, cell in enumerate(cells) if type(cell) is str and _COUNTS_DAYS.match(text_of(cell))]
    for i in found:
        hours[i] = None
    return len(found)


YEARS_ASIDE: Final = ("started_on", "")
"""The fields of a column of first days whose years alone are told by those of the last days."""


def give_years(values: dict[str, list[Any]], cells: Sequence[Any]) -> None:
    """Let the year alone in the column of first days be that of a training of whose last day and year nothing is told.

    A last year that lies before it is refused.
    """
    for i, cell in enumerate(cells):
        first, last = read_year(text_of(cell)[-4:]) if is_year(cell) else None, values["year"][i]
        if last is None and values["ended_on"][i] is None and first is not None:
            values["year"][i] = first
        elif isinstance(first, int) and isinstance(last, int) and last < first:
            values["year"][i] = Bad("ends_before_start", {"start": str(first), "end": str(last)})


def days_or_year(kind: Kind, fields: tuple[str, ...], one: One | None) -> Callable[[Cell], tuple[Any, ...]]:
    """Return the parser of a cell of days, which tells the year of a cell that has no more as its last value."""
    read = times(kind, fields, one, read_text) if one is not None else lambda cell: (read_date(cell),)

    def both(cell: Cell) -> tuple[Any, ...]:
        return (*(None for _ in fields), read_year(text_of(cell)[-4:])) if is_year(cell) else (*read(cell), None)

    return both


def _alone(span: Span, header: str) -> One:
    events = set(map(folded, span.events))
    if {folded(header), folded(header.rpartition(" > ")[2])} & events:
        return "both"
    return "none" if span.first else "last"


def times(kind: Kind, fields: tuple[str, ...], one: One, period: Parser) -> Callable[[Cell], tuple[Any, ...]]:
    """Return the parser of a cell of a column of days: a value for each field, '' among them not wanted."""
    span = next(span for span in kind.spans if {span.first, span.last} <= {*fields, ""})

    def read(cell: Cell) -> tuple[Any, ...]:
        found = read_days(cell, months=span.months)
        if fields == PERIOD:
            return (
                (None, *found) if isinstance(found, Days) and is_time(cell, months=True) else (period(cell), None, None)
            )
        if not isinstance(found, Days):
            return (found, None) if fields[0] else (None, found)
        if found.first != found.last or one == "both" or is_time(cell):
            return found
        if one == "none":
            return Bad("time_of_one_day", {"value": text_of(cell)}), None
        return (found.first, None) if one == "first" else (None, found.first)

    return read
