"""What a roster of one day says about a dated span: which spans it opens, closes or corrects.

A roster speaks of one day. A value that differs from the span of that day closes it the day before its own TMT (without a TMT: the
day before the roster's) and opens the next; a difference inside a span is a correction, with before and after. The past is never rewritten.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from .spans import OPEN


class Span(NamedTuple):
    """One span of a facet. `stated` tells a TMT from a day on which it was merely seen; `value` is compared as a whole."""

    since: str
    until: str
    stated: int
    value: tuple[Any, ...]


class Step(NamedTuple):
    """One change to the spans: `before` None inserts `after`, otherwise `before` becomes `after`."""

    before: Span | None
    after: Span


def day_before(day: str) -> str:
    """Return the ISO day before an ISO day."""
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def day_after(day: str) -> str:
    """Return the ISO day after an ISO day; an open end stays open."""
    return day if day == OPEN else (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def on(spans: Sequence[Span], day: str) -> Span | None:
    """Return the span of that day, or None: what is not known for a day is unknown."""
    for span in spans:
        if span.since <= day <= span.until:
            return span
    return None


def seen(spans: Sequence[Span], day: str, value: tuple[Any, ...], since: str | None) -> list[Step]:
    """Return the steps by which `spans` come to agree that `value` held on `day`, since `since` where that was stated.

    `spans` are sorted and disjoint. The result is empty when they agree already.
    """
    if since is not None and since > day:
        # A TMT after the roster's day has not begun on it: the roster tells of what comes, and it begins then.
        held = on(spans, day)
        if held is not None and held.value == value:
            return []  # what is held already begins no later
        coming = next((s for s in spans if s.since > day and s.until >= since), None)
        if coming is not None and coming.value == value:
            return _put_off(spans, coming, since)
        day = since
    present = on(spans, day)
    if present is None:
        return _opened(spans, day, value, since)
    if present.value == value:
        return _same(spans, present, since)
    follows = next((s for s in spans if s.since == day_after(present.until)), None)
    begin = since or day
    if follows is not None and follows.value == value and present.since < begin:
        # It was to come later and has come, or was seen later first: the same span, beginning now.
        return _reaching(spans, follows, follows, begin, int(since is not None))
    if since is None:
        if present.since == day:
            return [Step(present, present._replace(value=value))]
        return [
            Step(present, present._replace(until=day_before(day))),
            Step(None, Span(day, present.until, 0, value)),
        ]
    if since > present.since:
        return [
            Step(present, present._replace(until=day_before(since))),
            Step(None, Span(since, present.until, 1, value)),
        ]
    return _reaching(spans, present, present._replace(value=value), since)


def filled(
    spans: Sequence[Span], day: str, value: tuple[Any, ...], since: str | None
) -> tuple[list[Step], Span | None]:
    """Return the steps by which days of which nothing is known learn that `value` held on `day`; and the span that denies it.

    For a roster older than what is known: the later statement keeps its days, so that no known day changes.
    """
    if since is not None and since > day:
        day = since
    present = on(spans, day)
    if present is not None and present.value == value:
        if since is None or since == present.since:
            return [], None
        if present.stated:
            return [], present
        steps = _reaching(spans, present, present, since) if since < present.since else []
        kept = [s for s in steps if s.before == present]
        return (kept, None) if len(kept) == len(steps) else ([], None)
    if present is None:
        known = next((s for s in spans if s.since > day), None)
        last = next((s for s in reversed(spans) if s.until < day), None)
        if known is not None and known.value == value and not known.stated:
            begin, stated = _free(since or day, last, since is not None)
            return [Step(known, known._replace(since=begin, stated=stated))], None
        until = day_before(known.since) if known else OPEN
    else:
        last = next((s for s in reversed(spans) if s.until < present.since), None)
        until = day_before(present.since)
        if since is None or (last is not None and last.value == value):
            return [], present
    begin, stated = _free(since or day, last, since is not None)
    if begin > until:
        return [], present
    return [Step(None, Span(begin, until, stated, value))], present


def _free(begin: str, last: Span | None, stated: bool) -> tuple[str, int]:
    """Return the first day from `begin` on that the span before leaves free, and whether it is a TMT as stated."""
    if last is None or last.until < begin:
        return begin, int(stated)
    return day_after(last.until), 0


def _opened(spans: Sequence[Span], day: str, value: tuple[Any, ...], since: str | None) -> list[Step]:
    later = [s for s in spans if s.since > day]
    earlier = [s for s in spans if s.until < day]
    begin = since or day
    stated = int(since is not None)
    if later and later[0].value == value and not later[0].stated:
        # Seen earlier than known so far: the same span reaches further back.
        return _reaching(spans, later[0], later[0], begin, stated)
    until = day_before(later[0].since) if later else OPEN
    steps: list[Step] = []
    if earlier and earlier[-1].until >= begin:
        last = earlier[-1]
        if last.since < begin:
            steps.append(Step(last, last._replace(until=day_before(begin))))
        else:
            begin, stated = day_after(last.until), 0
    return [*steps, Step(None, Span(begin, until, stated, value))]


def _same(spans: Sequence[Span], present: Span, since: str | None) -> list[Step]:
    if since is None or (since == present.since and present.stated):
        return []
    return _put_off(spans, present, since)


def _adjoin(span: Span, follows: Span) -> bool:
    return day_after(span.until) == follows.since


def _put_off(spans: Sequence[Span], coming: Span, since: str) -> list[Step]:
    """Let a span begin on another day; where that is later, what was held until then reaches up to it."""
    steps = _reaching(spans, coming, coming, since)
    last = next((s for s in reversed(spans) if s.since < coming.since), None)
    if steps and since > coming.since and last is not None and _adjoin(last, coming):
        return [Step(last, last._replace(until=day_before(since))), *steps]
    return steps


def _reaching(spans: Sequence[Span], old: Span, new: Span, since: str, stated: int = 1) -> list[Step]:
    """Let `old` become `new` beginning at `since`.

    A span before it is cut short where the new beginning reaches into it, but none is swallowed whole: what is known of the past
    stays, and the beginning is then only the day after it.
    """
    steps: list[Step] = []
    # Spans are disjoint: only the last one before can be in the way, and behind it no other is reached.
    last = next((s for s in reversed(spans) if s.since < old.since), None)
    if last is not None and last.until >= since:
        if last.since < since:
            steps.append(Step(last, last._replace(until=day_before(since))))
        else:
            # Another value does not begin with the TMT of the one it takes the place of.
            since, stated = day_after(last.until), old.stated if new.value == old.value else 0
    changed = new._replace(since=since, stated=stated)
    return steps if changed == old else [*steps, Step(old, changed)]
