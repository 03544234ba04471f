"""How far registers reach: the spans of days of which a person without a row is known to have none."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

Span = tuple[str, str]
"""First and last day, in ISO form; the first is '' of a register that is complete from the first on."""
Reach = Mapping[str, Sequence[Span]]
"""Register → its spans in order, no two of which touch."""


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans with those that overlap, or follow one another without a day between, as one."""
    result: list[Span] = []
    for since, until in sorted(spans):
        if result and since <= _day_after(result[-1][1]):
            result[-1] = (result[-1][0], max(result[-1][1], until))
        else:
            result.append((since, until))
    return tuple(result)


def _day_after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def covers(spans: Sequence[Span], until: str, since: str = "") -> bool:
    """Tell whether one span holds every day from `since` ('' from the first on) to `until`."""
    for first, last in spans:  # noqa: SIM110 - asked once a person and check, where a loop costs half
        if first <= since and last >= until:
            return True
    return False


def reaches(spans: Sequence[Span], since: str = "") -> str | None:
    """Return the last day up to which a register is complete from `since` on ('' from the first); None where it is not."""
    latest = None
    for first, last in spans:
        if first <= since and (latest is None or last > latest):
            latest = last
    return latest


def known_until(spans: Sequence[Span]) -> str | None:
    """Return the last day of all; None where nothing is known."""
    return spans[-1][1] if spans else None


def known_from(spans: Sequence[Span]) -> str | None:
    """Return the first day of the last span; None where it begins with the first, or nothing is known."""
    return spans[-1][0] or None if spans else None
