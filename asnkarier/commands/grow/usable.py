"""Which trainings of the catalogue a plan can use; the others are left out of it, each with its reason."""

from collections.abc import Sequence

from asnkarier.core.errors import Stopped
from asnkarier.store.queries.growth.trainings import Offered


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
    return None
