"""`mentor list`: the pairs there are, their sessions, and the mentee's gap before and now."""

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from datetime import date, timedelta
from typing import Annotated

from asnkarier.commands.grow.wanting import wanting
from asnkarier.commands.in_force import lawbook
from asnkarier.commands.parameters import ALL, UNIT
from asnkarier.core.gap import Competency
from asnkarier.core.growth.wants import Wanting
from asnkarier.core.names import folded
from asnkarier.store.database import Database
from asnkarier.store.queries import staff
from asnkarier.store.queries.appraisal.leaders import Leaders
from asnkarier.store.queries.growth.mentoring import Paired, pairs
from asnkarier.store.queries.units import Units
from asnkarier.views.growth.mentor import Listed, listed, listed_data
from asnkarier.views.language import N_, Words
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
    chosen = [pair for pair in pairs(db, day) if everything or pair.active(day)]
    shown = of(db, chosen, as_of, inside)
    return Result(lambda: listed_data(shown, as_of), lambda: listed(shown, as_of), _commanding(db, as_of, shown))


def _commanding(db: Database, as_of: date, pairs: Iterable[Listed]) -> list[Words]:
    """Say which pairs break the rule that a mentor stands outside the line of command: an imported list may hold some."""
    leaders = Leaders(db, as_of, Units(db), lawbook(db).positions.on(as_of).value)
    unit_of = {person.id: person.unit_id for person in staff.everyone(db, as_of)}
    wrong = [
        pair.mentee.nip
        for pair in pairs
        if pair.ended_on is None
        and pair.mentee.id in unit_of
        and pair.mentor.id in unit_of
        and pair.mentor.id in leaders.above(pair.mentee.id, unit_of)
    ]
    return [
        Words(N_("The mentor of {nip} is a superior. End the pair: `asnkarier mentor end {nip}`."), {"nip": nip})
        for nip in wrong
    ]


def of(db: Database, chosen: Sequence[Paired], as_of: date, inside: Set[int] | None = None) -> list[Listed]:
    """Describe pairs, of mentees in certain units alone where these are given."""
    if not chosen:
        return []
    people = {person.id: person for person in staff.everyone(db, as_of)}
    for number in {p.mentor_id for p in chosen} | {p.mentee_id for p in chosen}:
        if number not in people:
            people[number] = staff.one(db, number, as_of)
    chosen = [pair for pair in chosen if inside is None or people[pair.mentee_id].unit_id in inside]
    mentees: dict[date, set[int]] = defaultdict(set)
    for pair in chosen:
        mentees[_eve(pair)].add(pair.mentee_id)
        mentees[as_of].add(pair.mentee_id)
    law = lawbook(db)
    found = {day: wanting(db, law, day, [people[number] for number in sorted(ids)]) for day, ids in mentees.items()}
    wants = {(who.person.id, day): who for day, read in found.items() for who in read.people}
    known = {folded(c.name): c for read in found.values() for c in read.competencies.values()}
    listed = []
    for pair in chosen:
        about = known.get(folded(pair.topic or ""))
        listed.append(
            Listed(
                people[pair.mentor_id],
                people[pair.mentee_id],
                pair.started_on,
                pair.ended_on,
                pair.sessions,
                pair.minutes,
                pair.last_on,
                pair.topic,
                about.name if about else None,
                _missing(wants[pair.mentee_id, _eve(pair)], about),
                _missing(wants[pair.mentee_id, as_of], about),
            )
        )
    return listed


def _eve(pair: Paired) -> date:
    return date.fromisoformat(pair.started_on) - timedelta(days=1)


def _missing(who: Wanting, about: Competency | None) -> int | None:
    """Return the levels missing by the newest assessment of a day, against the post of today: one measure for before and now.

    Of the competency the pair is about, where its topic names one, else of all.
    """
    wants = [want for want in who.wants if about is None or want.competency == about.id]
    known = [want.missing for want in wants if want.missing is not None]
    return sum(known) if known else None


def shown(db: Database, as_of: date, chosen: Iterable[Paired], batch: int | None, notes: list[Words]) -> Result:
    """Show pairs after an entry."""
    found = of(db, list(chosen), as_of)
    return Result({**listed_data(found, as_of), "batch": batch}, listed(found, as_of), notes)
