"""Dated spans: what held from one day to another, both included."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

OPEN = "9999-12-31"
"""The `until` of a span that has not ended, as ISO text."""


class Days(NamedTuple):
    """A closed interval of days: `since` and `until` both included."""

    since: date
    until: date


def merged(spans: Iterable[Days]) -> list[Days]:
    """Join overlapping and adjoining intervals; the result is sorted and disjoint."""
    result: list[Days] = []
    for span in sorted(s for s in spans if s.since <= s.until):
        if result and span.since <= result[-1].until + timedelta(days=1):
            if span.until > result[-1].until:
                result[-1] = Days(result[-1].since, span.until)
        else:
            result.append(span)
    return result


def without(spans: Iterable[Days], taken_out: Iterable[Days]) -> list[Days]:
    """Return the days of `spans` that lie in none of `taken_out`; sorted and disjoint."""
    result = merged(spans)
    for hole in merged(taken_out):
        cut: list[Days] = []
        for span in result:
            if hole.until < span.since or hole.since > span.until:
                cut.append(span)
                continue
            if span.since < hole.since:
                cut.append(Days(span.since, hole.since - timedelta(days=1)))
            if hole.until < span.until:
                cut.append(Days(hole.until + timedelta(days=1), span.until))
        result = cut
    return result


def day_count(spans: Iterable[Days]) -> int:
    """Count the days in `spans`, each day once."""
    return sum((s.until - s.since).days + 1 for s in merged(spans))
