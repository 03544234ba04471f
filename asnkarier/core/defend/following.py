"""Who could follow in one post: lists that many posts share, each told without the holders of its own post."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby, islice
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

    def of(self, key: str, held: frozenset[int]) -> "Listed":
        """Return the list of one post, without its holders."""
        return Listed(self, key, frozenset([number for number in held if number in self.known]))


def shared(people: Iterable[Ready], alike: Callable[[Ready], object] = id) -> Shared:
    """Put people who are in order together; neighbours for whom `alike` says the same are one group."""
    groups = tuple([tuple(group) for _, group in groupby(people, alike)])
    known = {ready.person.id: ready for group in groups for ready in group}
    return Shared(groups, known, sum(ready.rises for ready in known.values()))


class Listed(Sequence[Ready]):
    """A shared list as one post has it: without its holders, and whom no rule tells apart in the order of the post's own lot.

    Nothing is copied: thousands of posts may list tens of thousands each, of whom mostly the number is asked, and the first.
    """

    __slots__ = ("_key", "out", "shared")

    def __init__(self, shared: Shared, key: str, out: frozenset[int]) -> None:
        """Leave `out`, all of whom are in the list; `key` draws the lot."""
        self.shared = shared
        self._key = key
        self.out = out

    def __len__(self) -> int:
        return len(self.shared.known) - len(self.out)

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
    def rising(self) -> int:
        """How many of them the post would raise."""
        return self.shared.rising - sum(self.shared.known[number].rises for number in self.out)


class Bench(NamedTuple):
    """Who could follow in a post, the first first.

    `closable`: all that is missing by then is competency, and meeting the standard in full would do.
    """

    ready: Listed
    soon: Listed
    closable: Listed
    undetermined: int
