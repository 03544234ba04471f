"""The names that go to the appointing officer: the first of a list, with who shares the last place and who could still enter."""

from collections.abc import Sequence
from typing import NamedTuple

from asnkarier.core.decide.measures import Points


class Entry(NamedTuple):
    """One line of a list. Who is no employee has no NIP."""

    rank: int
    name: str
    nip: str | None
    position: str | None
    score: Points


class Names(NamedTuple):
    """The names in the order of their places; more than `wanted` where the last place is shared."""

    wanted: int
    chosen: tuple[Entry, ...]
    tied: bool
    could_enter: tuple[Entry, ...]
    """Whose score is not known for sure and may reach that of the last name."""


def first_names(ranked: Sequence[Entry], others: Sequence[Entry], wanted: int) -> Names:
    """Take the first `wanted` of a ranked list, and everyone who shares the last place; `others` have no place yet."""
    chosen = list(ranked[:wanted])
    rest = list(ranked[len(chosen) :])
    while rest and rest[0].rank == chosen[-1].rank:
        chosen.append(rest.pop(0))
    last = chosen[-1].score if len(chosen) >= wanted else None
    could = [entry for entry in rest if last is None or (_open(entry.score) and _reaches(entry.score, last))]
    could += [entry for entry in others if last is None or _reaches(entry.score, last)]
    return Names(wanted, tuple(chosen), len(chosen) > wanted, tuple(could))


def _open(score: Points) -> bool:
    """Tell whether a score is a range; an exact one has its place already."""
    return score[0] != score[1]


def _reaches(score: Points, last: Points) -> bool:
    """Tell whether a score may reach the sure part of another."""
    return score[1] * last[2] >= last[0] * score[2]
