"""`forecast retirements`: who retires when, by the age of the post."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated

from asnkarier.commands.decide.forecast.coming import ALL, DEFAULT, MONTHS, UNIT, Coming
from asnkarier.commands.decide.heads import retires_at
from asnkarier.commands.in_force import lawbook
from asnkarier.core.decide.checks.personal import birth_date
from asnkarier.core.person import Person, Serving
from asnkarier.core.rank.retirement import Retirement, RetirementAge, retirement
from asnkarier.core.spans import Days
from asnkarier.store.database import Database
from asnkarier.store.queries import staff
from asnkarier.views.decide import forecast as view
from asnkarier.views.result import Result

PENSION = "pensiun"
_NO_POST: tuple[None, dict[str, Retirement]] = None, {}


class Retiring:
    """Tells when people retire, by the rule in force on the day that its age is reached."""

    def __init__(self, coming: Coming[Person] | Coming[Serving]) -> None:
        """Take the rule and the posts' own ages."""
        self.citation = coming.cited(coming.law.retirement)
        self._coming = coming
        self._left = staff.leaving(coming.db, coming.as_of)
        self._leaving: dict[int, date | None] = {}
        known: dict[RetirementAge | None, dict[str, Retirement]] = {}
        self._ages: dict[int | None, tuple[RetirementAge | None, dict[str, Retirement]]] = {
            number: (age := self._age(number), known.setdefault(age, {})) for number in coming.posts
        }
        """Of each post its age, and by birth date what follows from it: the same for all posts of an age."""

    def _age(self, number: int) -> RetirementAge | None:
        post = self._coming.posts[number]
        coming = self._coming
        return retires_at(coming.law, coming.as_of, post, coming.kinds[number], coming.position_rule)

    def recorded(self, person: Person | Serving) -> staff.Left | None:
        """Return the leaving to come that is on record: a pension, a transfer, a resignation."""
        return self._left.get(person.id)

    def pension(self, person: Person | Serving) -> date | None:
        """Return from when the pension runs: as recorded, else by age; None where neither is known."""
        left = self._left.get(person.id)
        if left is not None and left.event == PENSION:
            return left.on
        when = self.of(person)
        return when and when.pension_from

    def leaves(self, person: Person | Serving) -> date | None:
        """Return the first day without a person: the one on record, or that of the pension if it is earlier; None where none is known."""
        number = person.id
        if number not in self._leaving:
            left, pension = self._left.get(number), self.pension(person)
            # A pension on record stands, be it before or after the age.
            self._leaving[number] = pension if left is None else left.on if pension is None else min(left.on, pension)
        return self._leaving[number]

    @property
    def away(self) -> Mapping[int, Sequence[Days]]:
        """Who of the staff is off duty for a time to come, by what is on record."""
        return self._coming.away

    def of(self, person: Person | Serving) -> Retirement | None:
        """Return when a person retires by age; None where birth or post are not known well enough."""
        age, known = self._ages.get(person.position_id, _NO_POST)
        if age is None:
            return None
        born = person.birth_date or birth_date(person)[0]
        if born is None:
            return None
        found = known.get(born)
        if found is None:
            found = known[born] = retirement(date.fromisoformat(born), age)
        return found


def run(
    db: Database,
    as_of: date,
    months: Annotated[int, MONTHS] = DEFAULT,
    unit: Annotated[str | None, UNIT] = None,
    everyone: Annotated[bool, ALL] = False,
) -> Result:
    """List whose pension begins by then, the next first; who should have retired already is marked."""
    coming = Coming(db, lawbook(db), as_of, months, unit, staff.serving)
    retiring = Retiring(coming)
    found: list[tuple[date, view.Line]] = []
    unknown = []
    elsewhere = 0
    for person in coming.people:
        when, left, recorded = retiring.of(person), retiring.recorded(person), None
        if left is not None:
            if left.event == PENSION:
                recorded = left.on
            elif when is None or left.on <= when.pension_from:
                elsewhere += left.on <= coming.until
                continue
        begins = recorded or (when and when.pension_from)
        if begins is None:
            unknown.append(person)
        elif begins <= coming.until:
            told = {
                "employee_kind": person.employee_kind,
                "retirement_age": when and when.age,
                "because": "recorded" if recorded else when and when.because,
                "reached_on": when and when.reached_on,
                "pension_from": begins,
                "overdue": begins <= as_of,
            }
            found.append((begins, view.Line(person, told)))
    found.sort(key=lambda pair: pair[0])
    frame = {**coming.frame(retiring.citation), "leaving_otherwise": elsewhere}
    return view.result(view.RETIREMENTS, frame, [line for _, line in found], unknown, everyone, coming)
