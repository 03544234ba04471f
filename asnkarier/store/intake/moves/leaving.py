"""Who has left holds nothing: post, duty and unit end with the service, by a movement or by a roster."""

from collections.abc import Mapping, Sequence
from typing import Any

from asnkarier.core.spans import OPEN
from asnkarier.core.timeline import Span, day_after, on
from asnkarier.store.database import Database
from asnkarier.store.intake import facets
from asnkarier.store.intake.facets import DUTY, POST, STATUS, UNIT, Facet
from asnkarier.store.intake.log import ChangeLog

from .decrees import freed

LISTED = (
    "SELECT s.file, s.sheet, s.columns, s.dated, c.sheet_row FROM change c JOIN batch_sheet s ON s.id = c.sheet_id"
    " JOIN batch b ON b.id = s.batch_id WHERE c.person_id = ? AND s.kind = 'roster' AND b.undone_by IS NULL"
    " AND s.dated >= ? AND s.dated <= ? ORDER BY s.dated, c.id"
)
"""The rows of rosters of some days that said something new of a person."""


def leave(db: Database, log: ChangeLog, person: int, first: str, last: str, *, row: int) -> None:
    """Take post, duty and unit from who is not in service from `first` to `last`."""
    listed = db.one(LISTED, (person, day_after(last), OPEN)) if last != OPEN else None
    again = str(listed[3]) if listed else ""
    for facet in (POST, UNIT, DUTY):
        have = facets.read_one(db, facet, person)
        facets.become(db, log, facet, person, have, freed(have, first, last, again), row=row)


def leaves(
    db: Database,
    log: ChangeLog,
    person: int,
    spans: Mapping[Facet, Mapping[int, Sequence[Span]]],
    dated: str,
    row: int,
) -> None:
    """Take post, duty and unit from who has left by the roster of a day, as a movement does."""
    present = on(facets.read_one(db, STATUS, person), dated)
    if present is None or present.value[0] != "keluar":
        return
    held = [span for facet in (POST, DUTY, UNIT) for span in spans[facet].get(person, ())]
    if any(present.since <= span.until and span.since <= present.until for span in held):
        leave(db, log, person, present.since, present.until, row=row)


def stay_gone(db: Database, log: ChangeLog, person: int, row: int) -> None:
    """Take what an older list gave for days on which the person had left already."""
    gone = [span for span in facets.read_one(db, STATUS, person) if span.value[0] == "keluar"]
    for facet in (POST, UNIT, DUTY):
        have = spans = facets.read_one(db, facet, person)
        for span in gone:
            spans = freed(spans, span.since, span.until)
        facets.become(db, log, facet, person, have, spans, row=row)


def has_left(statuses: Sequence[Span], told: tuple[Any, ...] | None, dated: str) -> bool:
    """Tell whether the person is out of service on a roster's day, so that a list that still names a post fills none.

    `told` is the status on the list. A decree stands whatever it says; who left by a list alone comes back by one.
    """
    if told is not None and told[0] == "keluar":
        return True
    present = on(statuses, dated)
    return present is not None and present.value[0] == "keluar" and (bool(present.stated) or told is None)


def decreed_gone(statuses: Sequence[Span], told: tuple[Any, ...] | None, dated: str) -> Span | None:
    """Return the span of who is gone by a decree on a roster's day though the roster says otherwise; else None."""
    present = on(statuses, dated)
    if present is None or present.value[0] != "keluar" or not present.stated or (told and told[0] == "keluar"):
        return None
    return present
