"""`mentor end`: a pair has come to its end."""

from datetime import date
from typing import Annotated

from asnkarier.commands.grow.idp.writing import recorded
from asnkarier.commands.grow.mentor import list_
from asnkarier.commands.grow.mentor.log import of_mentee
from asnkarier.commands.grow.mentor.pair import MENTEE
from asnkarier.core.access import Actor
from asnkarier.store.database import Database
from asnkarier.store.hand import manual
from asnkarier.store.intake.log import ChangeLog
from asnkarier.store.queries import staff
from asnkarier.views.result import Result


def run(db: Database, as_of: date, actor: Actor, mentee: Annotated[str, MENTEE]) -> Result:
    """End the pair of a mentee on the day."""
    from asnkarier.store.tables.facts import Mentoring

    person = staff.one(db, staff.find(db, mentee), as_of)
    pair = of_mentee(db, as_of, person)
    key = {"mentor_id": pair.mentor_id, "mentee_id": pair.mentee_id, "started_on": pair.started_on}
    found = manual.rows(db, "mentoring", **key, session_on="")
    log = ChangeLog(db, actor, "mentor end")
    if found:
        manual.update(db, log, Mentoring, found[0], {"ended_on": as_of.isoformat()}, person=person.id)
    else:
        values = {**key, "ended_on": as_of.isoformat()}
        manual.insert(db, log, Mentoring, values, person=person.id)
    batch = log.batch_id if log.count else None
    log.close()
    return list_.shown(db, as_of, [pair._replace(ended_on=as_of.isoformat())], batch, recorded(batch))
