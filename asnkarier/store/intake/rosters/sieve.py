"""Which rows of a roster may say something new of people already known."""

from collections.abc import Mapping, Sequence
from typing import Any

from asnkarier.store.database import Database
from asnkarier.store.intake.facets import ON_THE_DAY
from asnkarier.store.intake.people import pick
from asnkarier.store.intake.sheet import column
from asnkarier.store.records import ATTRIBUTES

from .appointing import kinds_since
from .placing import Placed


def differing(
    db: Database,
    part: Mapping[str, list[Any]],
    ids: Sequence[int],
    places: Sequence[Placed],
    dated: str,
    *,
    clear_blanks: bool,
) -> set[int]:
    """Return the rows that may say something new: a sieve, column by column, before the rows are looked at one by one.

    It lets through every row whose cells and stored values differ; what the difference means is decided elsewhere."""
    count = len(ids)
    pick(db, ids)
    day = (dated, dated)
    found = {row[0]: row for row in db.each(ON_THE_DAY, day * 6)}
    have: list[tuple[Any, ...]] = list(zip(*(found[i] for i in ids), strict=True))[1:]
    result: set[int] = set()
    for name, old in zip(ATTRIBUTES, have, strict=False):
        new = part.get(name)
        if new is None or new == list(old):
            continue
        result.update(
            i for i, (a, b) in enumerate(zip(new, old, strict=True)) if a != b and (clear_blanks or a is not None)
        )
    post, post_since, post_stated, unit, golongan, gol_since, gol_stated, status, kind, *rest = have[len(ATTRIBUTES) :]
    kind_since, kind_stated, contract, acting, duty, assumed = rest
    since = column(part, "position_since", count)
    result.update(
        i
        for i, (place, told) in enumerate(zip(places, since, strict=True))
        if place.position is not None
        and (place.position.id != post[i] or (told is not None and not (post_stated[i] and told == post_since[i])))
    )
    result.update(i for i, p in enumerate(places) if p.unit is not None and p.unit.id != unit[i])
    result.update(i for i, p in enumerate(places) if p.duty is not None and p.duty[:2] != (acting[i], duty[i]))
    result.update(i for i, known in enumerate(status) if known is None)
    result.update(i for i, p in enumerate(places) if p.duty is None and p.position and acting[i] is not None)
    rank, rank_since = column(part, "golongan", count), column(part, "golongan_since", count)
    if clear_blanks and "golongan" in part:
        result.update(i for i, (a, b) in enumerate(zip(rank, golongan, strict=True)) if a is None and b)
    if clear_blanks and "contract_ends_on" in part:
        ends = part["contract_ends_on"]
        result.update(i for i, (a, b) in enumerate(zip(ends, contract, strict=True)) if a is None and b)
    for i in range(count):
        if rank[i] is not None and (
            rank[i] != golongan[i]
            or (rank_since[i] is not None and not (gol_stated[i] and rank_since[i] == gol_since[i]))
        ):
            result.add(i)
    kinds, pns = column(part, "employee_kind", count), part.get("pns_since")
    told = kinds_since(part, [k or "PNS" for k in kinds], dated)
    result.update(i for i, day in enumerate(told) if day is not None and not (kind_stated[i] and day == kind_since[i]))
    if pns is not None:
        result.update(i for i, (k, day) in enumerate(zip(kinds, pns, strict=True)) if day and k not in (None, "PNS"))
    for name, now in (("status", status), ("employee_kind", kind), ("contract_ends_on", contract)):
        new = part.get(name)
        if new is not None and new != list(now):
            result.update(i for i, (a, b) in enumerate(zip(new, now, strict=True)) if a is not None and a != b)
    if (told_status := part.get("status")) is not None and any(assumed):
        # What was only assumed is said now.
        result.update(i for i, (a, b) in enumerate(zip(told_status, assumed, strict=True)) if a is not None and b)
    return result
