"""A time of several days in one cell: `3 s.d. 7 Maret 2025`. What is not certainly a first and a last day is refused."""

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import Final, NamedTuple

from asnkarier.core.parse.base import Bad, Cell, nothing, text_of
from asnkarier.core.parse.dates import MONTHS, read_date


class Days(NamedTuple):
    """The first and the last day of a time; no last day where it lasts until now, the same where the cell is one day."""

    first: str
    last: str | None


_WORDS: Final = re.compile(
    r"(?i)\s*(?:\bs\s?[./]\s?d\b\.?|(?<![a-z])sd\b\.?|\bsampai(?:\s+(?:dengan|dgn))?\b|\bhingga\b|(?<![a-z])to\b|[–—~→]|(?<=\s)-(?=\s))\s*"
)
_WEEKDAY: Final = r"(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad)"
_WEEKDAYS: Final = re.compile(
    rf"(?i)\b{_WEEKDAY}\s*(?:(?:s\s?[./]?\s?d\b\.?|sampai(?:\s+dengan)?|hingga|[-–—])\s*{_WEEKDAY}\s*)?[,/]?\s*"
)
_AROUND: Final = re.compile(
    r"(?i)^(?:tanggal|tgl\.?|tmt\.?|mulai|dari|sejak|periode)\s*:?\s+|\s*\(\s*\d+\s*\w+\s*\)\s*$"
)
_LONGEST: Final = 120
_DAY: Final = re.compile(r"(\d{1,2})\Z")
_DAY_AND_MONTH: Final = re.compile(r"(\d{1,2})[-/. ]{1,2}(\d{1,2}|[A-Za-z]{3,})\.?\Z")
_MONTH: Final = re.compile(r"([A-Za-z]{3,})\.?(?:\s+(\d{4}))?\Z")
STILL: Final = frozenset(("sekarang", "saat ini", "kini"))
"""The end of what still lasts."""


def read_days(value: Cell, *, months: bool = False) -> Days | Bad | None:
    """Read a first and a last day; one day alone is both. `months`: names of months stand for all of their days."""
    one = read_date(value)
    if isinstance(one, str):
        return Days(one, one)
    if one is None or not isinstance(value, str) or one.code not in ("date_unreadable", "date_range"):
        return one
    if len(value) > _LONGEST:
        return one
    lines = [line for line in map(text_of, value.splitlines()) if not nothing(line)]
    found = _two(*lines) if len(lines) == 2 else None
    return found or _in_text(text_of(value), months=months) or one


def is_time(value: Cell, *, months: bool = False) -> bool:
    """Tell whether the cell holds two days, not one."""
    if not isinstance(value, str):
        return False
    days = read_days(value, months=months)
    return isinstance(days, Days) and isinstance(read_date(value), Bad)


def _in_text(text: str, *, months: bool) -> Days | None:
    text = _AROUND.sub("", _WEEKDAYS.sub("", text)).strip()
    marks = list(_WORDS.finditer(text))
    halves: Iterator[tuple[str, str]]
    if marks:
        halves = ((text[: mark.start()], text[mark.end() :]) for mark in marks)
    else:
        halves = ((text[: at.start()], text[at.end() :]) for at in re.finditer("-", text))
    found = {days for left, right in halves if (days := _two(left.strip(" ,"), right.strip(" ,")))}
    if not found and months:
        found = {days for mark in marks or re.finditer("-", text) if (days := _months(text[: mark.start()].strip(), text[mark.end() :].strip()))}  # fmt: skip
    return found.pop() if len(found) == 1 else None


def _two(left: str, right: str) -> Days | None:
    """Return the two days, the first completed by month and year of the last; None where they are not certain."""
    first = read_date(left)
    if right.lower() in STILL:
        return Days(first, None) if isinstance(first, str) else None
    last = read_date(right)
    if not isinstance(last, str):
        return None
    if isinstance(first, str):
        return Days(first, last)
    year, month, _day = last.split("-")
    if match := _DAY.match(left):
        first = read_date(f"{match[1]}-{month}-{year}")
    elif match := _DAY_AND_MONTH.match(left):
        named = MONTHS.get(match[2].lower(), 0) if match[2].isalpha() else int(match[2])
        first = read_date(f"{match[1]}-{named}-{year}")
    # Across the turn of a year a year left out may be either: nobody can tell which.
    return Days(first, last) if isinstance(first, str) and first <= last else None


def _months(left: str, right: str) -> Days | None:
    """Return all days from one named month to another of the same or a later year."""
    one, two = _MONTH.match(left), _MONTH.match(right)
    if one is None or two is None or two[2] is None:
        return None
    start, end = MONTHS.get(one[1].lower()), MONTHS.get(two[1].lower())
    if start is None or end is None:
        return None
    first_year, year = int(one[2] or two[2]), int(two[2])
    days = Days(f"{first_year:04}-{start:02}-01", f"{year:04}-{end:02}-{monthrange(year, end)[1]:02}")
    return days if days.last is None or days.first <= days.last else None
