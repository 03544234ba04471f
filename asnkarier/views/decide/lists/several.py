"""Several lists together: who stands on more than one, and what falls empty if somebody moves."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from asnkarier.core.decide.lists.several import Place, Step
from asnkarier.core.person import Person
from asnkarier.views.decide.checks import listed
from asnkarier.views.decide.listing import score_said
from asnkarier.views.decide.lists.places import Named
from asnkarier.views.decide.shortlist import Frame, exact
from asnkarier.views.document import dumps_line
from asnkarier.views.language import N_, Words
from asnkarier.views.shapes import Column, Shape, Table

SHOWN = 20
"""How many people on more than one list the table shows unless asked for more."""


class Several(NamedTuple):
    """What several lists tell together."""

    frame: Frame
    on_several: Sequence[tuple[Person, tuple[Place, ...]]]
    chains: Sequence[tuple[Step, ...]]
    named: Callable[[int], Named]


def document(found: Several, lists: Sequence[Sequence[bytes]]) -> Iterator[bytes]:
    """Return the JSON document; each list is what `shortlist` of that post alone says."""
    policy = {"name": found.frame.policy, "sha256": found.frame.policy_hash}
    yield f'{{\n"as_of": {dumps_line(found.frame.as_of)},\n"policy": {dumps_line(policy)},\n"lists": ['.encode()
    for place, one in enumerate(lists):
        yield b",\n" if place else b"\n"
        yield b"".join(one).strip()
    several = [_person(person, places, found) for person, places in found.on_several]
    empty = [{**_step(chain[0], found), "then": [_step(s, found) for s in chain[1:]]} for chain in found.chains]
    yield f'\n],\n"on_several": {dumps_line(several)},\n"falls_empty": {dumps_line(empty)}\n}}\n'.encode()


def _person(person: Person, places: Sequence[Place], found: Several) -> Mapping[str, object]:
    return {
        "nip": person.nip,
        "name": person.name,
        "position": found.frame.position_of(person),
        "lists": [
            {
                **found.named(place.position_id).as_data(),
                "rank": place.ranked.rank,
                "tied": place.ranked.tied,
                "best_rank": place.ranked.best,
                "worst_rank": place.ranked.worst,
                "score": exact(place.ranked.judged.score),
            }
            for place in places
        ],
    }


def _step(step: Step, found: Several) -> dict[str, object]:
    left = step.left
    return {
        "nip": step.person.nip,
        "name": step.person.name,
        "rank": step.rank,
        "to": found.named(step.to).as_data(),
        "leaves": found.named(left.position_id).as_data() if left else None,
        "empty": left.empty if left else None,
        "headcount": left.headcount if left else None,
        "holders_left": left.holders_left if left else None,
    }


_ON_SEVERAL = (
    Column("name", N_("Name")),
    Column("nip", N_("NIP"), "nip"),
    Column("present", N_("Position")),
    Column("lists", N_("Lists")),
)
_EMPTY = (
    Column("position", N_("List for")),
    Column("rank", N_("Rank"), "integer"),
    Column("name", N_("Name")),
    Column("nip", N_("NIP"), "nip"),
    Column("left", N_("What is left behind")),
    Column("then", N_("Then")),
)


def pictures(found: Several, *, all_rows: bool) -> list[Shape]:
    """Return both tables for people."""
    people = found.on_several if all_rows else found.on_several[:SHOWN]
    more = len(found.on_several) - len(people)
    rows = [
        (
            person.name,
            person.nip,
            found.frame.position_of(person),
            listed([_place(place, found) for place in places]),
        )
        for person, places in people
    ]
    title = Words(N_("On more than one list on {as_of}"), {"as_of": found.frame.as_of})
    caption = Words(N_("{more} more {more:person|people}; --all shows them."), {"more": more}) if more else ""
    empty = [
        (
            found.named(chain[0].to).said,
            chain[0].rank,
            chain[0].person.name,
            chain[0].person.nip,
            _left(chain[0], found),
            listed([_then(step, found) for step in chain[1:]]) if chain[1:] else None,
        )
        for chain in found.chains
    ]
    told = N_(
        "The first of each list. Where the post left behind has a list here, the first of it who has not moved follows."
    )
    return [
        Table(title, _ON_SEVERAL, rows, caption, N_("Nobody is eligible on more than one list.")),
        Table(N_("What falls empty if one moves"), _EMPTY, empty, told, N_("Nobody is eligible, so nobody moves.")),
    ]


def _place(place: Place, found: Several) -> Words:
    return Words(
        N_("{position}: rank {rank}, {score}"),
        {
            "position": found.named(place.position_id).said,
            "rank": place.ranked.rank,
            "score": score_said(place.ranked.judged.score),
        },
    )


def _left(step: Step, found: Several) -> Words:
    left = step.left
    if left is None:
        return Words(N_("the present post is not known"))
    values = {"position": found.named(left.position_id).said, "left": left.holders_left, "headcount": left.headcount}
    if left.empty is None:
        return Words(N_("{position}: headcount not known, still held by {left}"), values)
    if not left.empty:
        return Words(N_("{position} stays filled: {left} for {headcount} seats"), values)
    if left.holders_left:
        return Words(N_("a seat of {position} falls empty, still held by {left}"), values)
    return Words(N_("{position} falls empty"), values)


def _then(step: Step, found: Several) -> Words:
    return Words(
        N_("{name} (rank {rank}) moves to {position}: {left}"),
        {
            "name": step.person.name,
            "rank": step.rank,
            "position": found.named(step.to).said,
            "left": _left(step, found),
        },
    )
