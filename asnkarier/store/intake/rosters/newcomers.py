"""People who are new on file: each with the first span of every facet, from the roster's day or the TMT it states."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from asnkarier.core.spans import OPEN
from asnkarier.core.timeline import day_before
from asnkarier.store.database import Database
from asnkarier.store.intake import facets
from asnkarier.store.intake.facets import DUTY, GOLONGAN, KIND, PERSON_SQL, POST, STATUS, UNIT
from asnkarier.store.intake.sheet import column
from asnkarier.store.records import ATTRIBUTES

from .appointing import kinds_since
from .placing import Placed


def enter(
    db: Database,
    ids: Sequence[int],
    chunk: Mapping[str, list[Any]],
    kinds: Sequence[str | None],
    places: Sequence[Placed],
    day: str,
) -> None:
    """Write people whom nobody knew yet; `kinds` are their kinds of employee, `places` what their cells of post and unit mean."""
    count = len(ids)
    nips = chunk["nip"]
    db.many(PERSON_SQL, zip(ids, *(column(chunk, a, count) for a in ATTRIBUTES), strict=True))
    db.many(
        "INSERT INTO person_nip (nip, person_id, since, until) VALUES (?,?,'',?)",
        [(n, p, OPEN) for n, p in zip(nips, ids, strict=True)],
    )
    since = column(chunk, "position_since", count)
    statuses = column(chunk, "status", count)
    posts = _ended(
        [
            (p, t or day, OPEN, int(t is not None), place.position.id)
            for p, t, place in zip(ids, since, places, strict=True)
            if place.position is not None
        ],
        gone := {p for p, s in zip(ids, statuses, strict=True) if s == "keluar"},
        day,
    )
    db.many(facets.insert_sql(POST), posts)
    duties = [
        (p, (None if place.position else t) or day, OPEN, int(t is not None and not place.position), *place.duty)
        for p, t, place in zip(ids, since, places, strict=True)
        if place.duty is not None
    ]
    if duties:
        db.many(facets.insert_sql(DUTY), _ended(duties, gone, day))
    units = _ended(
        [
            (
                p,
                t if t and place.position and place.position.unit_id else day,
                OPEN,
                int(bool(t and place.position and place.position.unit_id)),
                place.unit.id,
            )
            for p, t, place in zip(ids, since, places, strict=True)
            if place.unit is not None
        ],
        gone,
        day,
    )
    db.many(facets.insert_sql(UNIT), units)
    db.many(
        facets.insert_sql(GOLONGAN),
        [
            (p, t or day, OPEN, int(t is not None), g)
            for p, g, t in zip(
                ids, column(chunk, "golongan", count), column(chunk, "golongan_since", count), strict=True
            )
            if g is not None
        ],
    )
    db.many(
        facets.insert_sql(STATUS),
        [(p, day, OPEN, 0, s or "aktif", int(s is None)) for p, s in zip(ids, statuses, strict=True)],
    )
    begins = kinds_since(chunk, kinds, day)
    db.many(
        facets.insert_sql(KIND),
        [
            (p, t or day, OPEN, int(t is not None), k, c)
            for p, k, c, t in zip(ids, kinds, column(chunk, "contract_ends_on", count), begins, strict=True)
            if k is not None
        ],
    )
    served = [
        (p, c, day_before(t), 1, "CPNS", None)
        for p, k, c, t in zip(ids, kinds, column(chunk, "appointed_on", count), begins, strict=True)
        if k == "PNS" and t is not None and c is not None and c < t
    ]
    if served:
        db.many(facets.insert_sql(KIND), served)


def _ended(spans: list[tuple[Any, ...]], gone: Collection[int], day: str) -> list[tuple[Any, ...]]:
    """Return the spans with those ended who have left by the roster's day: of what has no TMT before it no day is known."""
    if not gone:
        return spans
    return [
        (person, since, day_before(day) if person in gone else until, *rest)
        for person, since, until, *rest in spans
        if person not in gone or since < day
    ]
