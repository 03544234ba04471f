"""Several lists at once: who stands on more than one, and which post falls empty where somebody moves."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from asnkarier.core.decide.shortlist import Ranked
from asnkarier.core.person import Person


class Place(NamedTuple):
    """A place on one of the lists, by the post it is for."""

    position_id: int
    ranked: Ranked


class Seat(NamedTuple):
    """A post after its holder has moved: its headcount and who still holds it."""

    position_id: int
    headcount: int | None
    holders_left: int
    of_the_line: bool
    """A post of the line (a head of something) stands empty without a holder; of others the headcount decides."""

    @property
    def empty(self) -> bool | None:
        """Whether a seat is empty then; None where the headcount is not known."""
        if self.headcount is not None:
            return self.holders_left < self.headcount
        return True if self.of_the_line and not self.holders_left else None


class Step(NamedTuple):
    """One move: who goes to which post, and the seat left behind (None: the present post is not known)."""

    person: Person
    rank: int
    to: int
    left: Seat | None


def on_several(lists: Mapping[int, Sequence[Ranked]]) -> list[tuple[Person, tuple[Place, ...]]]:
    """Return who is ranked on more than one list with the places there; the best placed first."""
    places: dict[int, list[Place]] = {}
    people: dict[int, Person] = {}
    for position, ranked in lists.items():
        for one in ranked:
            people[one.judged.person.id] = one.judged.person
            places.setdefault(one.judged.person.id, []).append(Place(position, one))
    found = [(people[person], tuple(held)) for person, held in places.items() if len(held) > 1]
    return sorted(found, key=lambda pair: (sorted(place.ranked.rank for place in pair[1]), pair[0].nip))


def chain(
    place: Place, lists: Mapping[int, Sequence[Ranked]], seat_of: Callable[[Person], Seat | None]
) -> tuple[Step, ...]:
    """Return the moves that follow from one: where the seat left behind is of a post with a list, its first moves there.

    Nobody moves twice, and no post is filled twice.
    """
    steps: list[Step] = []
    moved: set[int] = set()
    filled: set[int] = set()
    going: Place | None = place
    while going is not None:
        person = going.ranked.judged.person
        left = seat_of(person)
        steps.append(Step(person, going.ranked.rank, going.position_id, left))
        moved.add(person.id)
        filled.add(going.position_id)
        if left is None or not left.empty or left.position_id in filled:
            break
        following = (one for one in lists.get(left.position_id, ()) if one.judged.person.id not in moved)
        first = next(following, None)
        going = None if first is None else Place(left.position_id, first)
    return tuple(steps)
