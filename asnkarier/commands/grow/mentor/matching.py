"""Making ready who needs a mentor and who can be one."""

from datetime import date
from typing import NamedTuple

from asnkarier.commands.grow.wanting import Wantings, people_on_duty, wanting
from asnkarier.commands.in_force import lawbook
from asnkarier.core.anniversary import anniversary
from asnkarier.core.decide.checks.personal import appointed
from asnkarier.core.growth.idp import months_before
from asnkarier.core.growth.mentors import Lack, Mentee, Mentor
from asnkarier.core.person import Person
from asnkarier.core.rules.development import GrowthRule, MentoringRule
from asnkarier.store.database import Database
from asnkarier.store.queries import positions
from asnkarier.store.queries.appraisal.leaders import Leaders
from asnkarier.store.queries.growth.mentoring import Paired, pairs, sanctioned
from asnkarier.store.queries.units import Units


class Ready(NamedTuple):
    """Mentees, mentors, and who may not guide whom (mentor, mentee): superiors."""

    mentees: list[Mentee]
    mentors: list[Mentor]
    forbidden: frozenset[tuple[int, int]]
    people: dict[int, Person]
    found: Wantings
    units: Units
    growth: GrowthRule
    mentoring: MentoringRule


def ready(db: Database, as_of: date, unit: str | None, load: int) -> Ready:
    """Read everyone on duty; mentees are those of the unit (or all) who are new or have a gap and no mentor."""
    law = lawbook(db)
    units = Units(db)
    everyone = people_on_duty(db, as_of, units, None)
    found = wanting(db, law, as_of, everyone)
    rule, growth, worth = law.positions.on(as_of).value, law.growth.on(as_of).value, law.mentoring.on(as_of).value
    leaders = Leaders(db, as_of, units, rule)
    day = as_of.isoformat()
    active = [pair for pair in pairs(db, day) if pair.active(day)]
    guided = {pair.mentee_id for pair in active}
    inside = units.below(units.find(unit).id) if unit is not None else None
    family = {post.id: post.job_family for post in positions.every(db)}
    barred = sanctioned(db, law.discipline, day)
    unit_of = {person.id: person.unit_id for person in everyone}
    mentees, mentors = [], []
    forbidden: set[tuple[int, int]] = set()
    for who in found.people:
        person = who.person
        years = service(person, as_of)
        field = family.get(person.position_id) if person.position_id is not None else None
        agency = units.agency(person.unit_id)
        forbidden.update((above, person.id) for above in leaders.above(person.id, unit_of))
        lacks = {
            w.competency: Lack(w.required, w.attained, w.weight)
            for w in who.wants
            if w.missing and w.attained is not None
        }
        new = is_new(person, as_of, growth.new_months)
        if (lacks or new) and person.id not in guided and (inside is None or person.unit_id in inside):
            mentees.append(Mentee(person.id, lacks, new, field, agency))
        # Whoever just came to a post is new there, and may yet guide others in what twenty years of service taught.
        if years is not None and years >= growth.mentor_years and person.id not in barred:
            free = load - sum(pair.mentor_id == person.id for pair in active)
            if free > 0:
                mentors.append(Mentor(person.id, who.levels, years, field, agency, free))
    return Ready(mentees, mentors, frozenset(forbidden), {p.id: p for p in everyone}, found, units, growth, worth)


def service(person: Person, as_of: date) -> int | None:
    """Return the full years of service, for sure; None where the appointment is not known."""
    found = appointed(person)
    if found is None:
        return None
    began = date.fromisoformat(found.last)
    years = as_of.year - began.year
    return years if anniversary(began, years) <= as_of else years - 1


def is_new(person: Person, as_of: date, months: int) -> bool:
    """Tell whether someone was appointed, or came to the post, less than so many months ago."""
    found = appointed(person)
    days = [found.first if found else None, person.post_since if person.post_stated else None]
    line = months_before(as_of, months).isoformat()
    return any(day is not None and day > line for day in days)


def active_of(db: Database, as_of: date) -> list[Paired]:
    """Return the pairs that are together on a day."""
    day = as_of.isoformat()
    return [pair for pair in pairs(db, day) if pair.active(day)]
