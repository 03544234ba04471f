"""The periods that an evaluation may be of: the year and its parts."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from typing import Final

ANNUAL: Final = "annual"
MONTHS_OF: Final = {"S": 6, "Q": 3, "M": 1}
"""How many months a half, a quarter and a month have."""
HALVES: Final = ("S1", "S2")
QUARTERS: Final = tuple(f"Q{number}" for number in range(1, 5))
MONTHS: Final = tuple(f"M{number}" for number in range(1, 13))
OF_A_YEAR: Final = (ANNUAL, *HALVES)
"""The periods whose predicates say what a year was: the year itself, else both of its halves."""
PERIODS: Final = (*OF_A_YEAR, *QUARTERS, *MONTHS)
"""All of them, the longest first."""


def months_in(period: str) -> range:
    """Return the months of the year that a period names."""
    length = MONTHS_OF.get(period[0])
    if length is None:
        return range(1, 13)
    first = (int(period[1:]) - 1) * length + 1
    return range(first, first + length)


def first_day_of(year: int, period: str) -> date:
    """Return the first day of a period of a year."""
    return date(year, months_in(period)[0], 1)


def last_day_of(year: int, period: str) -> date:
    """Return the last day of a period of a year."""
    month = months_in(period)[-1]
    return date(year, month, monthrange(year, month)[1])


def period_of(length: str, month: int) -> str:
    """Return the quarter (Q), month (M) or half (S) of a year that a month lies in."""
    return f"{length}{(month - 1) // MONTHS_OF[length] + 1}"


def all_of(year: int, period: str, started_on: str, ended_on: str | None) -> bool:
    """Tell whether an evaluation is of all of its period: it names no first day, or its days (ISO text) leave none of it out."""
    if not started_on:
        return True
    months = months_in(period)
    first, last = months[0], months[-1]
    ends = f"{year:04}-{last:02}-{monthrange(year, last)[1]:02}"
    return started_on <= f"{year:04}-{first:02}-01" and ended_on is not None and ended_on >= ends


def of_the_year(parts: Sequence[tuple[str, bool]]) -> tuple[int, ...]:
    """Return the places of those evaluations of one year, told as (period, whether of all of it), that say what the year was.

    These are the annual ones, else those of both halves; of several of a period the ones of all of it. One half says nothing of a year.
    """
    for made_of in ((ANNUAL,), HALVES):
        found = [_of_period(parts, period) for period in made_of]
        if all(found):
            return tuple(place for places in found for place in places)
    return ()


def _of_period(parts: Sequence[tuple[str, bool]], period: str) -> list[int]:
    found = [place for place, part in enumerate(parts) if part[0] == period]
    return [place for place in found if parts[place][1]] or found
