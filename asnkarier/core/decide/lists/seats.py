"""The seats of a post: who holds them, until when, who acts, and from when one is free."""

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

Leaving = Literal["", "retirement", "recorded"]
"""Why a holder leaves: retirement by age, or an end that is on record already."""


class Holder(NamedTuple):
    """Someone who holds the post definitively; `leaves_on` is the first day without them, None where no end is in sight."""

    nip: str
    name: str
    since: date | None
    leaves_on: date | None
    because: Leaving


class Acting(NamedTuple):
    """Someone who acts in the post, which stays vacant; `beyond` tells that it has lasted longer than the law allows."""

    nip: str
    name: str
    acting: str
    since: date | None
    beyond: bool


class Seats(NamedTuple):
    """The seats of one post on a day, looking ahead to `until`."""

    headcount: int | None
    holders: tuple[Holder, ...]
    acting: tuple[Acting, ...]
    of_the_line: bool
    """A post of the line stands empty without a holder even where its headcount is not recorded."""
    as_of: date
    until: date
    law: str
    """Where the retirement age comes from."""
    acting_law: str = ""
    guests: tuple[str, ...] = ()
    """The names of those who are in the post and belong to another institution (titipan): no staff, and in no seat."""
    told: bool = True
    """Whether the file says who is in the seats on the day: a holder may be known from a later list only."""

    @property
    def vacant(self) -> int | None:
        """How many seats are vacant on the day; None where the headcount is not recorded, or nothing says who was in them."""
        return None if self.headcount is None or not self.told else max(0, self.headcount - len(self.holders))

    @property
    def free_on(self) -> date | None:
        """The first day on which a seat is free: the day itself, or one to come up to `until`; None where none is known."""
        if not self.told:
            return None
        leaving = sorted(h.leaves_on for h in self.holders if h.leaves_on is not None and h.leaves_on <= self.until)
        if self.headcount is not None:
            needed = len(self.holders) - self.headcount + 1
        elif self.of_the_line:
            needed = len(self.holders)
        else:
            return None
        if needed <= 0:
            return self.as_of if self.headcount != 0 else None
        if needed > len(leaving) or self.headcount == 0:
            return None
        return max(self.as_of, leaving[needed - 1])

    @property
    def known(self) -> bool:
        """Tell whether it can be said at all that a seat is free or not."""
        return self.told and (self.headcount is not None or self.of_the_line)

    def leaving(self) -> Sequence[Holder]:
        """Return who leaves up to `until`, the first first."""
        found = [h for h in self.holders if h.leaves_on is not None and h.leaves_on <= self.until]
        return sorted(found, key=lambda holder: (holder.leaves_on or date.max, holder.nip))
