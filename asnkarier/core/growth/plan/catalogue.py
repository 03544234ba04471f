"""The catalogue of trainings: which of them a plan can use, each other one with its reason, and for whom each is meant."""

from collections.abc import Sequence
from typing import NamedTuple

from asnkarier.core.errors import Stopped
from asnkarier.core.kinds.vocabulary import SPELLINGS, words
from asnkarier.core.text import folded


class Offered(NamedTuple):
    """A training of the catalogue as it stands there; JP and level are integers of 1/10 000, money in rupiah."""

    code: str
    title: str
    form: str | None
    training_kind: str | None
    jp: int
    cost: int | None
    class_cost: int | None
    seats: int | None
    seats_min: int | None
    competency: str | None
    raises_to: int | None
    for_kinds: str | None


def unusable(offered: Sequence[Offered], seats: int | None) -> dict[int, str]:
    """Return place → why a training cannot be planned; `seats` stand for those that do not say theirs. Stops where none can."""
    if not offered:
        raise Stopped("catalogue_empty", {})
    found = {place: reason for place, one in enumerate(offered) if (reason := _fault(one, seats))}
    if len(found) == len(offered):
        reason = next(iter(found.values()))
        codes = [offered[place].code for place, other in found.items() if other == reason]
        raise Stopped(reason, {"codes": codes[:10], "count": len(codes)})
    return found


def _fault(one: Offered, seats: int | None) -> str | None:
    room = one.seats if one.seats is not None else seats
    if room is None:
        return "training_without_seats"
    if room <= 0:
        return "training_with_zero_seats"
    if one.jp <= 0:
        return "training_without_jp"
    if one.cost is None and one.class_cost is None:
        return "training_without_cost"
    if (one.seats_min or 0) > room:
        return "training_min_above_seats"
    if (meant := meant_for(one.for_kinds)) and meant.isdisjoint(SPELLINGS["position_kind"]):
        # Nobody holds a post of such a kind: a slip of typing would keep everyone from it without a word.
        return "training_for_unknown_kinds"
    return None


def meant_for(kinds: str | None) -> frozenset[str]:
    """Return the kinds of position that the text of a cell names; empty for everyone. A word that is none stays as it is."""
    known = words("position_kind")
    parts = [part.strip() for part in (kinds or "").replace("\n", ";").split(";") if part.strip()]
    return frozenset(known.get(folded(part), part.lower()) for part in parts)
