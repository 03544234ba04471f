"""Who could follow in one post: lists that many posts share, each told without the holders of its own post."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple, overload

from asnkarier.core.decide.shortlist import lot
from asnkarier.core.person import Person


class Ready(NamedTuple):
    """Someone who is ready (`on` None), or will be on a day by time alone; the box today.

    `rises`: the post is a higher one; who comes from a post of the same level leaves that one empty.
    """

    person: Person
    box: int | None
    on: date | None
    rises: bool


class Shared(NamedTuple):
    """People in their order, as every post that asks the same has them: those whom no rule tells apart in one group."""

    groups: tuple[tuple[Ready, ...], ...]
    known: dict[int, Ready]
    rising: int

    def gone(self, leave: Iterable[int]) -> "Gone":
        """Return who of the list is among those who leave."""
        numbers = frozenset([number for number in leave if number in self.known])
        return Gone(numbers, sum(self.known[number].rises for number in numbers))

    def of(self, key: str, held: frozenset[int], gone: "Gone | None" = None) -> "Listed":
        """Return the list of one post, without its holders and those who are gone."""
        gone = gone or NOBODY
        return Listed(self, key, frozenset([n for n in held if n in self.known and n not in gone.numbers]), gone)


class Gone(NamedTuple):
    """Some of a list who are no more in service when the place falls empty, the same for all places of the day."""

    numbers: frozenset[int]
    rising: int


NOBODY = Gone(frozenset(), 0)


def shared(people: Iterable[Iterable[Ready]]) -> Shared:
    """Put groups of people that are in order together."""
    groups = tuple([tuple(group) for group in people])
    known = {ready.person.id: ready for group in groups for ready in group}
    return Shared(groups, known, sum(ready.rises for ready in known.values()))


class Listed(Sequence[Ready]):
    """A shared list as one post has it: without its holders, and whom no rule tells apart in the order of the post's own lot.

    Nothing is copied: thousands of posts may list tens of thousands each, of whom mostly the number is asked, and the first.
    """

    __slots__ = ("_gone", "_held", "_key", "shared")

    def __init__(self, shared: Shared, key: str, held: frozenset[int], gone: Gone) -> None:
        """Leave out `held` and `gone`, all of whom are in the list, once; `key` draws the lot."""
        self.shared = shared
        self._key = key
        self._held = held
        self._gone = gone

    def __len__(self) -> int:
        return len(self.shared.known) - len(self._held) - len(self._gone.numbers)

    def __iter__(self) -> Iterator[Ready]:
        out, key = self.out, self._key
        for group in self.shared.groups:
            kept = [ready for ready in group if ready.person.id not in out] if out else group
            yield from kept if len(kept) < 2 else sorted(kept, key=lambda ready: lot(ready.person, key))

    @overload
    def __getitem__(self, place: int) -> Ready: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Ready, ...]: ...
    def __getitem__(self, place: int | slice) -> Ready | tuple[Ready, ...]:
        if isinstance(place, int):
            start = place if place >= 0 else place + len(self)
            for ready in islice(self, start, None):
                return ready
            raise IndexError(place)
        return tuple(islice(self, *place.indices(len(self))))

    @property
    def out(self) -> frozenset[int]:
        """Who of the shared list is left out."""
        return self._held | self._gone.numbers if self._held else self._gone.numbers

    @property
    def rising(self) -> int:
        """How many of them the post would raise."""
        known = self.shared.known
        return self.shared.rising - self._gone.rising - sum(known[number].rises for number in self._held)


class Bench(NamedTuple):
    """Who could follow in a post, the first first.

    `closable`: all that is missing by then is competency, and meeting the standard in full would do.
    Everyone considered is in one of the lists, among those of whom it cannot be told, or not ready.
    """

    ready: Listed
    soon: Listed
    closable: Listed
    undetermined: int
    """Of how many it cannot be told whether they are ready today."""
    perhaps_soon: int = 0
    """Who is not ready today and would be by time, if what is not known of them turned out well."""
    considered: int = 0

    @property
    def not_ready(self) -> int:
        """How many of those considered are none of it, or have left when the place falls empty."""
        listed = len(self.ready) + len(self.soon) + len(self.closable)
        return self.considered - listed - self.undetermined - self.perhaps_soon

    @property
    def perhaps(self) -> bool:
        """Tell whether there is somebody of whom it cannot be told, today or within the years looked at."""
        return self.undetermined > 0 or self.perhaps_soon > 0
