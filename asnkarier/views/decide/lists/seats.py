"""The seats of a post in words and as data."""

from collections.abc import Mapping

from asnkarier.core.decide.lists.seats import Acting, Holder, Seats
from asnkarier.views.language import N_, Words
from asnkarier.views.terms import TERMS

NAMED = 3
"""Of how many holders the names are told."""


def seats_data(seats: Seats) -> Mapping[str, object]:
    """Return the seats as a JSON document has them."""
    return {
        "headcount": seats.headcount,
        "vacant": seats.vacant,
        "free_on": seats.free_on,
        "until": seats.until,
        "held": len(seats.holders),
        "holders_known": seats.told,
        "holders": [
            {
                "nip": holder.nip,
                "name": holder.name,
                "since": holder.since,
                "leaves_on": holder.leaves_on,
                "because": holder.because or None,
            }
            for holder in (seats.holders if seats.known or not seats.told else ())
        ],
        "acting": [
            {"nip": one.nip, "name": one.name, "acting": one.acting, "since": one.since, "too_long": one.beyond}
            for one in seats.acting
        ],
        "guests": list(seats.guests),
        "law": seats.law,
    }


def seats_said(seats: Seats) -> Words:
    """Say how many seats there are, who holds them until when, who acts, and whether one is or falls vacant."""
    said: list[Words] = [_held(seats)]
    said += [_acting(one, seats) for one in seats.acting]
    if seats.guests:
        text = N_(
            "{names} {count:is|are} in it as titipan of another institution, and no {count:holder|holders} of it."
        )
        said.append(Words(text, {"names": list(seats.guests), "count": len(seats.guests)}))
    said.append(_verdict(seats))
    keys = [f"part{place}" for place in range(len(said))]
    return Words(" ".join(f"{{{key}}}" for key in keys), dict(zip(keys, said, strict=True)))


def _held(seats: Seats) -> Words:
    many = len(seats.holders)
    if not many and not seats.told:
        held = Words(N_("nothing says who held it on {day}"), {"day": seats.as_of})
    elif not many:
        held = Words(N_("nobody holds it"))
    elif many > NAMED:
        held = Words(N_("held by {count}"), {"count": many})
    else:
        held = Words(N_("held by {names}"), {"names": [_holder(holder, seats) for holder in seats.holders]})
    if seats.headcount is None:
        return Words(N_("Seats not recorded, {held}."), {"held": held})
    if seats.headcount == 1:
        return Words(N_("1 seat, {held}."), {"held": held})
    return Words(N_("{headcount} seats, {held}."), {"headcount": seats.headcount, "held": held})


def _holder(holder: Holder, seats: Seats) -> Words:
    values: dict[str, object] = {"name": holder.name, "day": holder.leaves_on}
    if holder.leaves_on is None or holder.leaves_on > seats.until:
        return Words("{name}", values)
    if holder.leaves_on <= seats.as_of:
        return Words(N_("{name}, who reached the retirement age and should have left on {day}"), values)
    if holder.because == "retirement":
        return Words(N_("{name} until {day} (retirement)"), values)
    return Words(N_("{name} until {day}"), values)


def _acting(one: Acting, seats: Seats) -> Words:
    values: dict[str, object] = {"acting": Words(TERMS[one.acting]), "name": one.name, "since": one.since}
    values["law"] = seats.acting_law
    if one.beyond:
        return Words(N_("{acting} {name} acts longer than {law} allows; acting leaves the post vacant."), values)
    return Words(N_("{acting} {name} acts, which leaves the post vacant."), values)


def _verdict(seats: Seats) -> Words:
    free = seats.free_on
    values: dict[str, object] = {"day": free, "until": seats.until, "vacant": seats.vacant}
    if not seats.told:
        return Words(N_("Whether a seat is vacant cannot be told: a holder is known from a later list only."))
    if not seats.known:
        return Words(N_("Without a headcount nobody can tell whether a seat is vacant."))
    if free is None:
        return Words(N_("No seat is vacant or falls vacant by {until}; the list is made all the same."), values)
    if free > seats.as_of:
        return Words(N_("A seat falls vacant on {day}."), values)
    if seats.vacant is not None and seats.vacant > 1:
        return Words(N_("{vacant} seats are vacant."), values)
    if seats.vacant == 0:
        return Words(N_("A seat is vacant once that departure is recorded."))
    return Words(N_("A seat is vacant."))
