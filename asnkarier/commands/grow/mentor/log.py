"""`mentor log`: a session that a mentor and a mentee held; it counts as JP of the mentee."""

from datetime import date
from typing import Annotated

from asnkarier.commands.grow.idp.writing import recorded
from asnkarier.commands.grow.mentor import list_
from asnkarier.commands.grow.mentor.matching import active_of
from asnkarier.commands.grow.mentor.pair import MENTEE
from asnkarier.commands.parameters import option
from asnkarier.core.access import Actor
from asnkarier.core.errors import Usage
from asnkarier.core.person import Person
from asnkarier.store.database import Database
from asnkarier.store.hand import manual
from asnkarier.store.intake.log import ChangeLog
from asnkarier.store.queries import staff
from asnkarier.store.queries.growth.mentoring import Paired
from asnkarier.views.language import N_
from asnkarier.views.result import Result


def run(
    db: Database,
    as_of: date,
    actor: Actor,
    mentee: Annotated[str, MENTEE],
    minutes: Annotated[int, option("--minutes", "--menit", help=N_("How long it took."), metavar=N_("N"))],
    topic: Annotated[str | None, option("--topic", "--topik", help=N_("What it is about."))] = None,
    on: Annotated[
        date | None,
        option("--on", "--tanggal", help=N_("The day of the session; today where none is given."), metavar=N_("DATE")),
    ] = None,
) -> Result:
    """Record the session; a second one of the day corrects it."""
    from asnkarier.store.tables.facts import Mentoring

    person = staff.one(db, staff.find(db, mentee), as_of)
    pair = of_mentee(db, as_of, person)
    day = on or as_of
    if minutes <= 0:
        raise Usage("session_without_minutes", {"typed": str(minutes)})
    if day > as_of or day.isoformat() < pair.started_on:
        raise Usage("session_outside", {"day": day, "since": date.fromisoformat(pair.started_on), "as_of": as_of})
    key = {"mentor_id": pair.mentor_id, "mentee_id": person.id, "started_on": pair.started_on}
    new = {"minutes": minutes, "topic": (topic or "").strip() or None}
    found = manual.rows(db, "mentoring", **key, session_on=day.isoformat())
    log = ChangeLog(db, actor, "mentor log")
    if found:
        manual.update(db, log, Mentoring, found[0], new, person=person.id)
    else:
        manual.insert(db, log, Mentoring, {**key, "session_on": day.isoformat(), **new}, person=person.id)
    batch = log.batch_id if log.count else None
    log.close()
    return list_.shown(db, as_of, [of_mentee(db, as_of, person)], batch, recorded(batch))


def of_mentee(db: Database, as_of: date, person: Person) -> Paired:
    """Return the pair of a mentee on a day; Usage where there is none."""
    for pair in active_of(db, as_of):
        if pair.mentee_id == person.id:
            return pair
    raise Usage("mentee_without_mentor", {"name": person.full_name, "nip": person.nip, "as_of": as_of})
