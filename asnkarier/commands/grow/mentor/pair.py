"""`mentor pair`: bring a mentor and a mentee together."""

from datetime import date
from typing import Annotated

from asnkarier.commands.grow.idp.writing import recorded
from asnkarier.commands.grow.mentor import list_
from asnkarier.commands.grow.mentor.matching import active_of, service
from asnkarier.commands.grow.mentor.suggest import LOAD
from asnkarier.commands.grow.wanting import wanting
from asnkarier.commands.in_force import lawbook
from asnkarier.commands.parameters import argument, option
from asnkarier.core.access import Actor
from asnkarier.core.errors import Usage
from asnkarier.core.person import Person
from asnkarier.store.database import Database
from asnkarier.store.hand import manual
from asnkarier.store.intake.log import ChangeLog
from asnkarier.store.queries import staff
from asnkarier.store.queries.appraisal.leaders import Leaders
from asnkarier.store.queries.growth.mentoring import sanctioned
from asnkarier.store.queries.units import Units
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result

MENTOR = argument(N_("MENTOR"), help=N_("NIP of the mentor."), completes="nip")
MENTEE = argument(N_("MENTEE"), help=N_("NIP of the mentee."), completes="nip")


def run(
    db: Database,
    as_of: date,
    actor: Actor,
    mentor: Annotated[str, MENTOR],
    mentee: Annotated[str, MENTEE],
    topic: Annotated[
        str | None,
        option(
            "--topic",
            "--topik",
            help=N_("What it is about; a competency's name lets the list tell what came of it."),
        ),
    ] = None,
    load: Annotated[
        int, option("--load", "--beban", help=N_("How many mentees a mentor may have at most."), metavar=N_("N"))
    ] = LOAD,
) -> Result:
    """Make the pair; refused for a superior, a full mentor, a mentee who has one, and said of whom `suggest` would not take."""
    from asnkarier.store.tables.facts import Mentoring

    guide = staff.one(db, staff.find(db, mentor), as_of)
    guided = staff.one(db, staff.find(db, mentee), as_of)
    active = active_of(db, as_of)
    together = [p for p in active if (p.mentor_id, p.mentee_id) == (guide.id, guided.id)]
    if together:
        return list_.shown(db, as_of, together, None, recorded(None))
    _refuse(db, as_of, guide, guided)
    if any(p.mentee_id == guided.id for p in active):
        raise Usage("mentee_has_mentor", {"name": guided.full_name, "nip": guided.nip})
    count = sum(p.mentor_id == guide.id for p in active)
    if count >= load:
        raise Usage("mentor_full", {"name": guide.full_name, "count": str(count), "load": str(load)})
    log = ChangeLog(db, actor, "mentor pair")
    values = {
        "mentor_id": guide.id,
        "mentee_id": guided.id,
        "started_on": as_of.isoformat(),
        "session_on": "",
        "topic": (topic or "").strip() or None,
    }
    manual.insert(db, log, Mentoring, values, person=guided.id)
    log.close()
    made = [p for p in active_of(db, as_of) if (p.mentor_id, p.mentee_id) == (guide.id, guided.id)]
    doubts = _doubts(db, as_of, guide, guided)
    return list_.shown(db, as_of, made, log.batch_id, [*doubts, *recorded(log.batch_id)])


def _doubts(db: Database, as_of: date, guide: Person, guided: Person) -> list[Words]:
    """Say why `mentor suggest` would not bring these two together: the officer may know better, and decides."""
    law = lawbook(db)
    growth = law.growth.on(as_of).value
    years = service(guide, as_of)
    told: list[Words] = []
    values: dict[str, object] = {"name": guide.full_name, "mentee": guided.full_name, "least": growth.mentor_years}
    if years is None:
        text = N_(
            "Since when {name} is in service is not known; `mentor suggest` proposes mentors from {least} years of service on."
        )
        told.append(Words(text, values))
    elif years < growth.mentor_years:
        text = N_(
            "{name} has {count} full {count:year|years} of service; `mentor suggest` proposes mentors from {least} years on."
        )
        told.append(Words(text, {**values, "count": years}))
    if guide.id in sanctioned(db, law.discipline, as_of.isoformat()):
        text = N_(
            "{name} is serving a sanction, or its end is not on record; `mentor suggest` proposes nobody of these."
        )
        told.append(Words(text, values))
    of = {who.person.id: who for who in wanting(db, law, as_of, [guide, guided]).people}
    lacks = [want for want in of[guided.id].wants if want.missing and want.attained is not None]
    if lacks and not any(of[guide.id].levels.get(want.competency, 0) > (want.attained or 0) for want in lacks):
        text = N_("{name} is stronger in nothing that {mentee} lacks, as far as assessments tell.")
        told.append(Words(text, values))
    return told


def _refuse(db: Database, as_of: date, guide: Person, guided: Person) -> None:
    if guide.id == guided.id:
        raise Usage("mentor_is_mentee", {"name": guide.full_name})
    for person in (guide, guided):
        if person.status not in staff.ON_DUTY:
            raise Usage("mentoring_not_on_duty", {"name": person.full_name, "nip": person.nip, "as_of": as_of})
    leaders = Leaders(db, as_of, Units(db), lawbook(db).positions.on(as_of).value)
    unit_of = {person.id: person.unit_id for person in staff.everyone(db, as_of)}
    if guide.id in leaders.above(guided.id, unit_of):
        raise Usage("mentor_is_superior", {"mentor": guide.full_name, "mentee": guided.full_name})
