"""What a movement of a decree says about a dated span, whatever rosters say of the days around it and whichever was read first.

A decree speaks from its day on, a roster of one day. What a roster said of a day before the decree stays as it was said. Of the days
after it the decree stands where the roster can only be behind (who has left, who was appointed PNS, a leave that another decree
ends); elsewhere the roster tells what came next, and the decree holds until then.
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from asnkarier.core.spans import OPEN
from asnkarier.core.timeline import Span, day_after, day_before


class Decreed(NamedTuple):
    """The spans as they are with the decree, and what it meets."""

    spans: list[Span]
    overruled: list[Span]
    """What rosters said of days on which the decree stands."""
    known: Span | None = None
    """What says the same of days before the decree already, and keeps them."""
    next: Span | None = None
    """What ends it without a decree."""


def decreed(
    spans: Sequence[Span], day: str, value: tuple[Any, ...], until: str, outdated: Callable[[Span], bool]
) -> Decreed:
    """Return the spans once `value` holds by a decree from `day` on, `until` at the latest (the day before the next decree).

    `outdated` tells of what a roster said later whether the decree stands in its place. Values are the same where their first parts are.
    """
    before = [s for s in spans if s.until < day]
    present = next((s for s in spans if s.since <= day <= s.until), None)
    result, overruled, known = list(before), list[Span](), None
    end = until
    if present is not None:
        same = present.value[0] == value[0]
        if same:
            value = present.value if present.since == day else value
            known = present if present.since < day else None
        elif present.since == day and not present.stated:
            overruled.append(present)
        if present.since < day:
            result.append(present._replace(until=day_before(day)))
    after = [s for s in spans if s.since > day]
    upcoming: Span | None = None
    rest: list[Span] = []
    for at, span in enumerate(after):
        if span.since > until:
            rest = after[at:]
            break
        reaches_back = at == 0 and not result and span.value[0] == value[0]
        if span.stated or not (reaches_back or outdated(span)):
            upcoming, rest = span, after[at:]
            end = day_before(span.since)
            break
        if span.value[0] != value[0]:
            overruled.append(span)
        if span.until > until:
            # It goes on behind the next decree, of which this one says nothing.
            rest = [span._replace(since=day_after(until), stated=0), *after[at + 1 :]]
            break
    result.append(Span(day, end, 1, value))
    if present is not None and present.until > until and (not rest or rest[0].since > day_after(until)):
        last = day_before(rest[0].since) if rest else OPEN
        result.append(present._replace(since=day_after(until), until=min(present.until, last), stated=0))
    return Decreed([*result, *rest], overruled, known, upcoming)


def freed(spans: Sequence[Span], first: str, last: str, again: str = "") -> list[Span]:
    """Return the spans without what was held from `first` on, as far as it began by `last`: nobody holds a post after leaving.

    `again` is the day of a roster behind `last`, which says what is held then: since the return where it gives a TMT of the time away.
    """
    kept = []
    for span in spans:
        if span.until < first or span.since > last:
            kept.append(span)
            continue
        if span.since < first:
            kept.append(span._replace(until=day_before(first)))
        if again and span.until >= again:
            back = span.stated and span.since >= first
            kept.append(span._replace(since=day_after(last) if back else again, stated=int(back)))
    return kept
