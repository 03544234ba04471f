"""Years on the calendar: anniversaries, and whether counted days make up so many years.

29 February has its anniversary on 1 March where the year has no 29th: two years from it are over only then.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

_YEAR = 12
"""Months."""


def anniversary(day: date, years: int) -> date:
    """Return the day `years` years after `day` (before it, where negative)."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def first_within(day: date, years: int) -> date:
    """Return the first day whose anniversary of so many years lies after `day`: with it the last `years` years begin."""
    last_before = anniversary(day, -years)
    # A year that has no 29 February has its anniversary on 1 March, which is not over on the 29th of the other.
    return last_before if anniversary(last_before, years) > day else last_before + timedelta(days=1)


def after_years(start: date, years: int, not_counted: Sequence[tuple[int, int]]) -> date:
    """Return the day on which so many years are over of which some days, by their numbers and the first first, do not count.

    Service is counted in years and months: full months of a span put the day off by as many months, the days left over by as
    many days. A span that has no end yet puts it off for ever (`date.max`) once it has begun.
    """
    first, day = start.toordinal(), anniversary(start, years)
    for since, until in not_counted:
        if until < first:
            continue
        if since >= day.toordinal():
            break
        if until >= date.max.toordinal():
            return date.max
        begins = max(since, first)
        full_years, months, days = duration(begins, until - begins + 1)
        day = _months_after(day, full_years * _YEAR + months) + timedelta(days=days)
    return day


def completed(
    start: date, asked: Sequence[tuple[date, int]], not_counted: Sequence[tuple[int, int]] = ()
) -> tuple[int, date]:
    """Return the place of the law that decides and the day on which its years are over: the law in force on that very day.

    `asked` are the laws, oldest first, each as its first day and the years it asks. What a law that asks fewer years would have
    ended before its own first day ends on that day; the oldest also decides about what lies before it. Days `not_counted` put
    the day off.
    """
    for place, (since, years) in enumerate(asked):
        day = after_years(start, years, not_counted) if not_counted else anniversary(start, years)
        if place and day < since:
            day = since
        if place + 1 == len(asked) or day < asked[place + 1][0]:
            return place, day
    raise ValueError("no law")


@lru_cache(maxsize=65_536)
def ordinal(iso: str) -> int:
    """Return the day number of an ISO date."""
    return date.fromisoformat(iso).toordinal()


@lru_cache(maxsize=65_536)
def days_of_years(first: int, years: int) -> int:
    """Return how many days `years` years are, counted from the day number `first` on."""
    return anniversary(date.fromordinal(first), years).toordinal() - first


def duration(first: int, days: int) -> tuple[int, int, int]:
    """Return `days` days counted from the day number `first` on as full years, months and days."""
    start, end = date.fromordinal(first), date.fromordinal(first) + timedelta(days=days)
    years = end.year - start.year
    if anniversary(start, years) > end:
        years -= 1
    whole = anniversary(start, years)
    months = min(11, (end.year - whole.year) * 12 + end.month - whole.month)
    if months and _months_after(whole, months) > end:
        months -= 1
    return years, months, (end - _months_after(whole, months)).days


def _months_after(day: date, months: int) -> date:
    index = day.month - 1 + months
    year, month = day.year + index // 12, index % 12 + 1
    try:
        return day.replace(year=year, month=month)
    except ValueError:
        return date(year + month // 12, month % 12 + 1, 1)
