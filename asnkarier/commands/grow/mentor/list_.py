"""`mentor list`: the pairs there are, their sessions, and the mentee's gap before and now."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Annotated

from asnkarier.commands.grow.wanting import wanting
from asnkarier.commands.in_force import lawbook
from asnkarier.commands.parameters import ALL, UNIT
from asnkarier.store.database import Database
from asnkarier.store.queries import staff
from asnkarier.store.queries.growth.mentoring import Paired, pairs
from asnkarier.store.queries.units import Units
from asnkarier.views.growth.mentor import Listed, listed, listed_data
from asnkarier.views.language import Words
from asnkarier.views.result import Result


def run(
    db: Database,
    as_of: date,
    unit: Annotated[str | None, UNIT] = None,
    everything: Annotated[bool, ALL] = False,
) -> Result:
    """List the pairs together on the day; --all shows those that ended too."""
    units = Units(db)
    inside = units.below(units.find(unit).id) if unit is not None else None
    day = as_of.isoformat()
    shown = []
    for pair in pairs(db, day):
        if not (everything or pair.active(day)):
            continue
        mentee = staff.one(db, pair.mentee_id, as_of)
        if inside is None or mentee.unit_id in inside:
            shown.append(of(db, pair, as_of))
    return Result(lambda: listed_data(shown, as_of), lambda: listed(shown, as_of))


def of(db: Database, pair: Paired, as_of: date) -> Listed:
    """Describe a pair."""
    mentor, mentee = staff.one(db, pair.mentor_id, as_of), staff.one(db, pair.mentee_id, as_of)
    before = date.fromisoformat(pair.started_on) - timedelta(days=1)
    return Listed(
        mentor.nip,
        mentor.full_name,
        mentee.nip,
        mentee.full_name,
        pair.started_on,
        pair.ended_on,
        pair.sessions,
        pair.minutes,
        pair.last_on,
        _missing(db, mentee.id, as_of, before),
        _missing(db, mentee.id, as_of, as_of),
    )


def _missing(db: Database, person_id: int, as_of: date, day: date) -> int | None:
    """Return the levels missing by the newest assessment of a day, against the post of today: one measure for both."""
    person = staff.one(db, person_id, as_of)
    (who,) = wanting(db, lawbook(db), day, [person]).people
    known = [want.missing for want in who.wants if want.missing is not None]
    return sum(known) if known else None


def shown(db: Database, as_of: date, chosen: Iterable[Paired], batch: int | None, notes: list[Words]) -> Result:
    """Show pairs after an entry."""
    found = [of(db, pair, as_of) for pair in chosen]
    return Result({**listed_data(found, as_of), "batch": batch}, listed(found, as_of), notes)
