"""What every forecast shares: the staff of the day, their posts, and how far it looks."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, Generic, TypeVar

from asnkarier.commands.parameters import ALL, UNIT, option
from asnkarier.core.errors import Usage
from asnkarier.core.person import Person, Serving
from asnkarier.core.rank.calendar import months_after
from asnkarier.core.regulation import Regulation
from asnkarier.core.rules.positions import PositionKind
from asnkarier.core.spans import Days
from asnkarier.law.load import Lawbook
from asnkarier.store.database import Database
from asnkarier.store.queries import positions, staff
from asnkarier.store.queries.positions import Post
from asnkarier.store.queries.units import Units
from asnkarier.views.language import N_

MOST = 120
DEFAULT = 12
MONTHS = option("--months", "--bulan", help=N_("How many months to look ahead."), metavar=N_("N"))
__all__ = ["ALL", "DEFAULT", "MONTHS", "MOST", "UNIT", "Coming"]


P = TypeVar("P", bound=Person | Serving)


class Coming(Generic[P]):
    """The staff of a day (of a unit and those below it, or of all) and the last day looked at."""

    def __init__(
        self,
        db: Database,
        law: Lawbook,
        as_of: date,
        months: int,
        unit: str | None,
        staff_of: Callable[[Database, date], Sequence[P]],
    ) -> None:
        """Read the staff, as much of each as `staff_of` returns, and the posts."""
        if not 1 <= months <= MOST:
            raise Usage("months_outside", {"months": str(months), "most": str(MOST)})
        self.db = db
        self.law = law
        self.as_of = as_of
        self.until = months_after(as_of, months)
        self.units = Units(db)
        self.posts: Mapping[int, Post] = {post.id: post for post in positions.every(db)}
        self.position_rule = rule = law.positions.on(as_of).value
        self.kinds: dict[int | None, PositionKind | None] = {None: None}
        for post in self.posts.values():
            self.kinds[post.id] = positions.kind_of(post.position_kind, post.echelon, post.name, rule)
        people = staff_of(db, as_of)
        if unit is not None:
            inside = self.units.below(self.units.find(unit).id)
            people = [person for person in people if person.unit_id in inside]
        self.people: Sequence[P] = people
        self._paths: dict[int | None, str | None] = {}

    @cached_property
    def _statuses(self) -> dict[int, list[tuple[str, str, str]]]:
        return staff.changing(self.db, "status", self.as_of, self.until)

    @cached_property
    def _employments(self) -> dict[int, list[tuple[str, str, str]]]:
        return staff.changing(self.db, "employee_kind", self.as_of, self.until)

    def status_on(self, person: P, day: date) -> str | None:
        """Return the status on a day from the day asked about on: that of now, unless a change to come is on record."""
        spans = self._statuses.get(person.id)
        return person.status if spans is None else _on(spans, day)

    @cached_property
    def away(self) -> Mapping[int, Sequence[Days]]:
        """Return the spans to come, up to the last day looked at, in which staff are not on duty."""
        first, off = self.as_of.isoformat(), frozenset(staff.STAFF) - frozenset(staff.ON_DUTY)
        found = {
            person: [
                Days(date.fromisoformat(since), date.fromisoformat(until))
                for since, until, status in spans
                if since > first and status in off
            ]
            for person, spans in self._statuses.items()
        }
        return {person: spans for person, spans in found.items() if spans}

    def employee_kind_on(self, person: P, day: date) -> str | None:
        """Return the kind of employment on a day from the day asked about on."""
        spans = self._employments.get(person.id)
        return person.employee_kind if spans is None else _on(spans, day)

    def post(self, number: int | None) -> str | None:
        """Return the name of a post."""
        return None if number is None else self.posts[number].name

    def unit(self, number: int | None) -> str | None:
        """Return the names from the agency down to a unit."""
        if number not in self._paths:
            self._paths[number] = self.units.path(number) or None
        return self._paths[number]

    def cited(self, law: Regulation[Any]) -> str:
        """Return where it is written what a law says from the day asked about to the last one looked at."""
        later = [one for one in law.versions if self.as_of < one.in_force_since <= self.until]
        return "; ".join(dict.fromkeys(one.citation.text for one in (law.on(self.as_of), *later)))

    def frame(self, citation: str) -> dict[str, object]:
        """Return what heads the document."""
        return {"as_of": self.as_of, "until": self.until, "law": citation, "staff": len(self.people)}


def _on(spans: Sequence[tuple[str, str, str]], on: date) -> str | None:
    day = on.isoformat()
    return next((value for since, until, value in spans if since <= day <= until), None)
