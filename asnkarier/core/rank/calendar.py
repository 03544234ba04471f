"""Months on the calendar."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta


def months_after(day: date, months: int) -> date:
    """Return the same day `months` months later, the last day of the month where there is no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise ValueError(day)


def first_of_next_month(day: date) -> date:
    """Return the first day of the month after `day`'s."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def end_of_last_month(day: date) -> date:
    """Return the last day of the last month that is complete on `day`: `day` itself where a month ends on it."""
    return day if day + timedelta(days=1) == first_of_next_month(day) else day.replace(day=1) - timedelta(days=1)


def first_days(since: date, until: date) -> Iterator[date]:
    """Yield the first of every month in `since` to `until`, both included."""
    day = since if since.day == 1 else first_of_next_month(since)
    while day <= until:
        yield day
        day = first_of_next_month(day)


def effective_days(months_on: Callable[[date], Sequence[int]], since: date, until: date) -> list[date]:
    """Return the days on which promotions in rank take effect, each by the rule in force on that very day."""
    return [day for day in first_days(since, until) if day.month in months_on(day)]
