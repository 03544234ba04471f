"""Where people are counted for a year: in the units they had then, which keep the names they had then."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from asnkarier.core.appraisal.homes import Held, Home, home
from asnkarier.core.appraisal.periods import first_day_of, last_day_of
from asnkarier.core.decide.checks.personal import first_year, served_from
from asnkarier.core.person import Person
from asnkarier.core.spans import OPEN
from asnkarier.store.database import Database
from asnkarier.store.queries import successions
from asnkarier.store.queries.appraisal import homes
from asnkarier.store.queries.appraisal.evaluations import Evaluated
from asnkarier.store.queries.units import Units
from asnkarier.views.language import N_, Words


class Homes:
    """The unit of each person in a period of a year: on its last day, or on the day asked about where it is not over by then.

    A reorganisation after that day changes nothing: a unit that was renamed since bears the name of then.
    """

    def __init__(self, db: Database, units: Units, year: int, period: str, as_of: date) -> None:
        """Read everyone's units up to the day asked about, and what became of units."""
        self.day: Final = min(as_of, last_day_of(year, period))
        """The day on which people are counted."""
        self.first: Final = first_day_of(year, period)
        """The first day of the period."""
        self._db, self._units, self._as_of, self._year, self._period = db, units, as_of, year, period
        self._day = self.day.isoformat()
        self._held = homes.units_held(db, as_of.isoformat())
        # Every one on file: a name may be met before the day it is borne from, in an export or typed by somebody who knows it.
        self._became = successions.became_units(db, OPEN)
        self._now: Mapping[int, int] = successions.units_now(db, self._day) if self._became else {}
        self._there = {
            span.held for spans in self._held.values() for span in spans if span.since <= self._day <= span.until
        }
        self._named: dict[tuple[str, int | None], int | None] = {}
        self._posts: Mapping[int, Sequence[Held]] | None = None
        self._then: dict[int, int] = {}
        self.later: set[int] = set()
        """Whose unit of the year is not on file: they were placed in the first one known after it."""

    def of(self, person_id: int, on: str | None = None) -> int | None:
        """Return the unit of a person on a day of the period, its last one if none is given; None where none is known."""
        day = min(on, self._day) if on else self._day
        found: Home | None = home(self._held.get(person_id, ()), day)
        if found is None:
            return None
        if found.later and self._held[person_id][0].since > self._day:
            self.later.add(person_id)
        if found.held not in self._then:
            self._then[found.held] = self._of_then(found.held)
        return self._then[found.held]

    def unit(self, evaluated: Evaluated) -> int | None:
        """Return the unit in which an evaluation counts: the one it names, else that of the day it ends; None where nothing tells."""
        # What stands for the whole year (a half, a quarter) was not over with the year: its end is not that of the year.
        own = self.of(evaluated.person_id, evaluated.ended_on if evaluated.period == self._period else None)
        if not evaluated.unit:
            return own
        agency = self._units.agency(own)
        key = evaluated.unit, agency
        if key not in self._named:
            fits = self._units.fitting(evaluated.unit)
            same = [u for u in fits if self._units.agency(u.id) == agency] if len(fits) > 1 else fits
            self._named[key] = self._of_then(same[0].id) if len(same) == 1 else None
        named = self._named[key]
        # An export made after a merger may name what the unit was merged into.
        if named is None or (own is not None and named not in self._there and named in self._became_of(own)):
            return own
        # Named by the evaluation itself: no later list was needed.
        self.later.discard(evaluated.person_id)
        return named

    def on_duty(self) -> list[Person]:
        """Return who was on duty on the day, each in the unit of then; who is first read from a later list, if appointed by then."""
        found = homes.on_duty(self._db, self.day, self._as_of)
        if self.day < self._as_of:
            found = [p for p in found if first_year(p) <= self._year and (served_from(p) or "") <= self._day]
        return self.placed(found)

    def placed(self, people: Iterable[Person]) -> list[Person]:
        """Return the same people in their units of the year."""
        return [person._replace(unit_id=self.of(person.id)) for person in people]

    def roots(self, unit: int) -> list[int]:
        """Return the unit asked for, and what it was or had become in the period: by its old name and its new one the same is found."""
        found = [unit]
        for here in found:
            found += [b.old for b in self._became if b.new == here and b.on > self._day and b.old not in found]
        after = [unit]
        for here in after:
            after += [b.new for b in self._became if b.old == here and b.on <= self._day and b.new not in after]
        return [*found, *(one for one in after if one not in found)]

    def inside(self, unit: str | None) -> frozenset[int] | None:
        """Return the units that a typed one means in the period, with all below them; None for everywhere."""
        if unit is None:
            return None
        return frozenset[int]().union(*map(self._units.below, self.roots(self._units.find(unit).id)))

    def post(self, person_id: int) -> int | None:
        """Return the post of a person on the day."""
        if self._posts is None:
            self._posts = homes.posts_held(self._db, self._as_of.isoformat())
        found = home(self._posts.get(person_id, ()), self._day)
        return found.held if found else None

    def placed_later(self, but: Callable[[int], bool] = lambda person: False) -> int:
        """Return of how many people the unit of the year is not on file, but for those left out."""
        return sum(not but(person) for person in self.later)

    def said(self, but: Callable[[int], bool] = lambda person: False) -> list[Words]:
        """Say of how many people the unit of the year is not on file."""
        text = N_(
            "Of {people} people no list tells the unit on {day}: they are counted in the first one known after it."
        )
        later = self.placed_later(but)
        return [Words(text, {"people": later, "day": self.day})] if later else []

    def predicates(self, own: Mapping[int, str]) -> dict[int, str]:
        """Return organisation predicates by the units of the year: one told of a later name alone is that of the unit which bore it."""
        return {**{self._of_then(unit): predicate for unit, predicate in own.items()}, **own}

    def _of_then(self, unit: int) -> int:
        """Return a unit as it was on the day: before what renamed it afterwards, and after what renamed it by then."""
        seen = {unit}
        while unit not in self._there:
            before = [b.old for b in self._became if b.new == unit and b.on > self._day]
            renamed = [b for b in self._became if b.new == unit and b.on > self._day and b.how in successions.GOES_ON]
            if len(before) != 1 or not renamed or before[0] in seen:
                break
            unit = before[0]
            seen.add(unit)
        return self._now.get(unit, unit)

    def _became_of(self, unit: int) -> set[int]:
        """Return what a unit, or one it lies in, became after the day."""
        found: list[int] = []
        above: int | None = unit
        while above is not None:
            found.append(above)
            above = self._units.by_id[above].parent_id
        begun = len(found)
        for here in found:
            found += [b.new for b in self._became if b.old == here and b.on > self._day and b.new not in found]
        return set(found[begun:])
