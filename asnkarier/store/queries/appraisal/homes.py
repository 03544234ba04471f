"""Units and people of a year that is over: who was in which unit, and who was there of whom only a later list tells."""

from datetime import date

from asnkarier.core.appraisal.homes import Held
from asnkarier.core.person import Person, maker
from asnkarier.store.database import Database
from asnkarier.store.queries import staff
from asnkarier.store.queries.file.contracts import entered


def units_held(db: Database, day: str) -> dict[int, list[Held]]:
    """Return person → the units up to a day, in their order."""
    return _held(db, "person_unit", "unit_id", day)


def posts_held(db: Database, day: str) -> dict[int, list[Held]]:
    """Return person → the posts up to a day, in their order."""
    return _held(db, "person_post", "position_id", day)


def _held(db: Database, table: str, what: str, day: str) -> dict[int, list[Held]]:
    found: dict[int, list[Held]] = {}
    for person, *span in db.each(
        f"SELECT person_id, since, until, {what} FROM {table} WHERE since <= ? AND {what} IS NOT NULL"
        " ORDER BY person_id, since",
        (day,),
    ):
        found.setdefault(person, []).append(Held(*span))
    return found


def on_duty(db: Database, then: date, as_of: date) -> list[Person]:
    """Return who was on duty on a day of the past, by id.

    Who was first read from a list between that day and `as_of` was there all the same, unless a movement says that the person
    came after it; whether by the appointment too is for the reader to say.
    """
    found = staff.everyone(db, then, staff.ON_DUTY)
    if then >= as_of:
        return found
    later = list(map(maker(Person), staff.first_known_after(db, then, as_of, staff.ON_DUTY)))
    before = entered(db) if later else {}
    known = [one._replace(entered_on=before.get(one.id)) for one in later]
    return sorted([*found, *known], key=lambda person: person.id)
