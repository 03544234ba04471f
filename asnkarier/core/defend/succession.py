"""Key posts with their holders and benches: which of them nobody could take over."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

from asnkarier.core.defend.following import Bench
from asnkarier.core.person import Person
from asnkarier.core.rules.positions import PositionKind

Depth = Literal["none", "gap", "later", "single", "several"]
DEPTHS: tuple[Depth, ...] = ("none", "gap", "later", "single", "several")
"""How deep a bench is: nobody; only people with a gap in competency; only people for whom time works; one ready; more."""


class Holder(NamedTuple):
    """Who holds a post, from when the pension, and the first day without them: None where it is not known."""

    person: Person
    pension_from: date | None
    leaves_on: date | None


class Line(NamedTuple):
    """One key post."""

    position: str
    unit: str | None
    kind: PositionKind
    holders: tuple[Holder, ...]
    bench: Bench
    headcount: int | None = None

    @property
    def vacant(self) -> bool:
        """Tell whether nobody holds it."""
        return not self.holders

    @property
    def places_empty(self) -> int | None:
        """How many places are empty today; None where neither the headcount nor an empty post tells."""
        if self.headcount is None:
            return None if self.holders else 1
        return max(0, self.headcount - len(self.holders))

    @property
    def empty_on(self) -> date | None:
        """The day to come on which the first place falls empty; None where one is empty already or the day is not known."""
        return falls_empty(self.holders, self.headcount)

    @property
    def depth(self) -> Depth:
        """How deep its bench is."""
        bench = self.bench
        if bench.ready:
            return "single" if len(bench.ready) == 1 else "several"
        return "later" if bench.soon else "gap" if bench.closable else "none"

    @property
    def perhaps(self) -> bool:
        """Tell whether nobody is known to be ready now or soon, and of some it cannot be told."""
        return not self.bench.ready and not self.bench.soon and self.bench.perhaps


def falls_empty(holders: Sequence[Holder], headcount: int | None) -> date | None:
    """Return when the first place falls empty: with more holders than places, once as many as are too many have left too."""
    if headcount is not None and len(holders) < headcount:
        return None
    too_many = len(holders) - headcount if headcount is not None else 0
    days = sorted(holder.leaves_on for holder in holders if holder.leaves_on is not None)
    return days[too_many] if too_many < len(days) else None


def in_order(lines: Iterable[Line], rung: Mapping[PositionKind, int]) -> list[Line]:
    """Order the posts: the shallowest bench first, of those the empty and the soonest empty, of those the highest."""
    return sorted(
        lines,
        key=lambda line: (
            DEPTHS.index(line.depth),
            not line.places_empty,
            line.empty_on or date.max,
            -rung[line.kind],
            line.unit or "",
            line.position,
        ),
    )


def stretched(lines: Sequence[Line]) -> list[tuple[Person, int]]:
    """Return everyone who is ready for a post with for how many, most first: one person can follow only once."""
    people: dict[int, Person] = {}
    counts: Counter[int] = Counter()
    # Thousands of posts share a list: it is gone through once, and the holders are taken off post by post.
    lists = Counter(id(line.bench.ready.shared) for line in lines)
    shared = {id(line.bench.ready.shared): line.bench.ready.shared for line in lines}
    for number, posts in lists.items():
        for ready in shared[number].known.values():
            people[ready.person.id] = ready.person
            counts[ready.person.id] += posts
    for line in lines:
        counts.subtract(line.bench.ready.out)
    ordered = sorted(((n, c) for n, c in counts.items() if c), key=lambda pair: (-pair[1], people[pair[0]].nip))
    return [(people[number], count) for number, count in ordered]
