"""Who comes back by a movement holds what rosters of the days behind it say, whichever of them was read first.

A roster that still has somebody in a post who left by a decree fills none. Where that is the post of before, it is enough that the
roster names the person; any other word waits in the log, begun and ended by the same row, until the movement of return is known.
"""

import json
from typing import Any

from asnkarier.core.spans import OPEN
from asnkarier.core.timeline import Span, day_before, on, seen
from asnkarier.store.database import Database
from asnkarier.store.intake import facets
from asnkarier.store.intake.facets import DUTY, POST, STATUS, UNIT, Facet, since_field
from asnkarier.store.intake.log import ChangeLog
from asnkarier.store.queries.file.rosters import RosterRead, rosters_read

from .leaving import stay_gone

_WAITING = (
    "SELECT s.dated, c.record_key, c.op, c.fields FROM change c JOIN batch_sheet s ON s.id = c.sheet_id"
    " JOIN batch b ON b.id = c.batch_id WHERE c.person_id = ? AND c.tbl = ? AND b.undone_by IS NULL AND c.reverses = 0"
    " AND (s.kind = 'roster' AND c.op = 'I' AND s.dated >= ? AND s.dated <= ?"
    " OR s.kind = 'movements' AND c.op = 'D' AND c.record_key >= ? AND c.record_key <= ?) ORDER BY c.id"
)
"""What rosters of some days wrote of a facet, and what a movement of leaving took away of it."""


def wait(
    db: Database,
    log: ChangeLog,
    facet: Facet,
    person: int,
    gone: Span,
    told: tuple[tuple[Any, ...], str | None],
    dated: str,
    row: int,
) -> None:
    """Note what a roster says of somebody who is `gone` by a decree; a second time it says nothing new."""
    value, since = told
    have = facets.read_one(db, facet, person)
    last = day_before(gone.since)
    present = on(have, last)
    if since is not None and present is not None and present.value != value and present.since < since <= last:
        # Taken up before leaving: of those days the list tells, and no decree says otherwise.
        facets.apply(db, log, facet, person, seen(have, last, value, since), row=row)
    if present is not None and present.value == value and (since is None or since == present.since):
        return
    span = Span(dated, OPEN, 0, value) if since is None else Span(max(since, gone.since), OPEN, 1, value)
    if any(known.since == span.since for known in have):
        return
    fields = {"until": OPEN, "stated": span.stated, **dict(zip(facet.value, value, strict=True))}
    noted = [one for day, one in _said(db, facet, person, dated, dated) if day == dated]
    if noted and noted[-1]._replace(since=max(noted[-1].since, gone.since)) == span:
        return
    log.inserted(facet.table, person, fields, key=span.since, person=person, row=row)
    ended = {"person_id": person, "since": span.since, **fields}
    log.deleted(facet.table, person, ended, key=span.since, person=person, row=row)


def come_back(db: Database, log: ChangeLog, person: int, day: str, until: str, *, row: int) -> None:
    """Give who is back in service on `day` what rosters up to `until` say."""
    gone = on(facets.read_one(db, STATUS, person), day_before(day))
    rosters = [one for one in rosters_read(db, since=day) if one.day <= until and person in one.people]
    for facet in (POST, UNIT, DUTY):
        spans = facets.read_one(db, facet, person)
        if on(spans, day) is not None:
            continue
        held = on(spans, day_before(gone.since)) if gone is not None else None
        said = {one.day: _again(facet, held, one) for one in rosters} if held is not None else {}
        said |= dict(_said(db, facet, person, day, until))
        for dated in sorted(said):
            span = said[dated]
            since = max(span.since, day) if span.stated else None
            have = facets.read_one(db, facet, person)
            facets.apply(db, log, facet, person, seen(have, dated, span.value, since), row=row)
    if until != OPEN:
        stay_gone(db, log, person, row)


def _again(facet: Facet, held: Span, roster: RosterRead) -> Span:
    """Return what a roster says that only names somebody: what was `held` before leaving, with its TMT where the list has them."""
    stated = held.stated and since_field(facet, held.value) in json.loads(roster.fields)
    return Span(held.since if stated else roster.day, OPEN, int(stated), held.value)


def _said(db: Database, facet: Facet, person: int, first: str, last: str) -> list[tuple[str, Span]]:
    """Return what was said of days from `first` to `last`, each with the day it was said of; of one day the last word last."""
    found = []
    for dated, key, op, fields in db.rows(_WAITING, (person, facet.table, first, last, first, last)):
        told = json.loads(fields)
        span = Span(key, OPEN, told["stated"], tuple(told[name] for name in facet.value))
        found.append((str(dated) if op == "I" else key, span))
    return found
