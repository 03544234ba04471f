"""Seat by seat: how many of a post are empty on a day, and which falls empty when."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from asnkarier.core.person import Person


class Stay(NamedTuple):
    """Somebody in a seat: from a day to come (None: already there), until the first day without them (None: no end in sight)."""

    person: Person
    since: date | None
    until: date | None


class Falling(NamedTuple):
    """A seat that falls empty on a day, and who leaves it; nobody, where the post itself begins on that day."""

    on: date
    holder: Person | None


class Vacating(NamedTuple):
    """The seats of a post that are empty, and those that fall empty: the first first."""

    empty: int
    falling: tuple[Falling, ...]
    filled: int = 0
    """How many empty seats somebody takes on a day to come, by what is on record."""

    @property
    def first(self) -> date | None:
        """The day on which the first seat falls empty; None where one is empty already."""
        return None if self.empty or not self.falling else self.falling[0].on

    @property
    def holder(self) -> Person | None:
        """Who leaves the first seat that falls empty, where none is empty already."""
        return None if self.empty or not self.falling else self.falling[0].holder


NONE = Vacating(0, ())


def vacating(
    stays: Sequence[Stay], headcount: int | None, as_of: date, until: date, begins: date | None, ends: date | None
) -> Vacating:
    """Return the seats of a post that is there from `begins` up to the day before `ends`.

    Without a headcount the post is one: it falls empty when the last of its holders leaves. With more holders than places
    the first to leave leave no seat.
    """
    places = 1 if headcount is None else headcount
    first = as_of if begins is None else max(as_of, begins)
    last = until if ends is None else min(until, date.fromordinal(ends.toordinal() - 1))
    if first > last:
        return NONE
    # What is overdue has been left on a day that is past, by somebody who is there all the same.
    there = [
        s
        for s in stays
        if (s.since is None or s.since <= first) and not (s.until is not None and as_of < s.until <= first)
    ]
    empty = max(0, places - len(there))
    leaving: dict[date, list[Person]] = defaultdict(list)
    coming: dict[date, int] = defaultdict(int)
    for stay in there:
        if stay.until is not None and stay.until <= last:
            leaving[stay.until].append(stay.person)
    for stay in stays:
        if stay.since is not None and first < stay.since <= last:
            coming[stay.since] += 1
            if stay.until is not None and stay.until <= last:
                leaving[stay.until].append(stay.person)
    falling = [Falling(first, None)] * empty if first > as_of else []
    held, filled = len(there), 0
    for day in sorted({*leaving, *coming}):
        gone = leaving.get(day, ())
        after = held - len(gone) + coming.get(day, 0)
        more = max(0, places - after) - max(0, places - held)
        falling += [Falling(day, person) for person in gone[len(gone) - more :]] if more > 0 else []
        filled += max(0, -more)
        held = after
    return Vacating(empty if first == as_of else 0, tuple(falling), filled)
