"""What every section of a report goes by: the file, the law, the day, the year, the units and the people, read once."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from asnkarier.commands.appraise.evaluated import last_day
from asnkarier.commands.decide.deciding import Ground, ground
from asnkarier.commands.decide.forecast.vacancies import all_records
from asnkarier.commands.decide.seated import Seated
from asnkarier.commands.in_force import lawbook, policy_in_use
from asnkarier.commands.not_known import caution
from asnkarier.core.access import Progress, silent
from asnkarier.core.appraisal.said import PredicateReader
from asnkarier.core.decide.reach import Reach, covers
from asnkarier.core.decide.records import Records
from asnkarier.core.errors import Usage
from asnkarier.core.person import Person
from asnkarier.core.rules.positions import PositionKind
from asnkarier.store.database import Database
from asnkarier.store.queries import positions, staff
from asnkarier.store.queries.file import registers
from asnkarier.store.queries.positions import Post
from asnkarier.store.queries.staff import Unknown
from asnkarier.store.queries.units import Units
from asnkarier.views.language import Words


class Basis:
    """The data of a report; what several sections need is read at its first use."""

    def __init__(
        self, db: Database, as_of: date, year: int, unit: str | None = None, progress: Progress = silent
    ) -> None:
        """Stand on a day and a year, for the whole institution or for a unit and all below it."""
        last_day(year)
        if year > as_of.year:
            # What has not happened is not nothing.
            raise Usage("year_not_begun", {"year": str(year)})
        self.db = db
        self.as_of = as_of
        self.year = year
        self.law = lawbook(db)
        self.units = Units(db)
        self.unit = unit
        self.within = self.units.find(unit).id if unit is not None else None
        self.inside = self.units.below(self.within) if self.within is not None else None
        self.progress = progress

    @property
    def institution(self) -> str:
        """The name of the institution, or of the file where none was given."""
        return self.db.setting("institution") or "asnkarier"

    @property
    def last_day(self) -> date:
        """The last day of the year, or the day of the data where the year is not over."""
        return min(self.as_of, date(self.year, 12, 31))

    @cached_property
    def said(self) -> PredicateReader:
        """What evaluations say, each by the law of its year."""
        return PredicateReader(self.law.predicate)

    @cached_property
    def people(self) -> list[Person]:
        """Staff on the day, of the unit asked for, by id."""
        everyone = self.everyone
        return everyone if self.inside is None else [person for person in everyone if person.unit_id in self.inside]

    @cached_property
    def everyone(self) -> list[Person]:
        """Staff on the day, of the whole institution."""
        return staff.everyone(self.db, self.as_of)

    @cached_property
    def unknown(self) -> Unknown | None:
        """How many in service nobody can place on the day, of the whole institution; None where the staff are known."""
        return staff.not_known(self.db, self.as_of)

    def caution(self) -> list[Words]:
        """Say in a sentence that the staff of the day are not known, where that is so."""
        return caution(self.unknown, self.as_of)

    @cached_property
    def by_id(self) -> dict[int, Person]:
        """Staff by id."""
        return {person.id: person for person in self.people}

    @cached_property
    def posts(self) -> dict[int, Post]:
        """All posts by id."""
        return {post.id: post for post in positions.every(self.db)}

    @cached_property
    def kinds(self) -> dict[int | None, PositionKind | None]:
        """Post → its kind; None where nothing tells."""
        rule = self.law.positions.on(self.as_of).value
        return {
            None: None,
            **{
                post.id: positions.kind_of(post.position_kind, post.echelon, post.name, rule)
                for post in self.posts.values()
            },
        }

    @cached_property
    def seated(self) -> Seated:
        """Who is in the seats of the posts."""
        return Seated(self.db, self.law, self.as_of, self.posts, self.kinds, self.units)

    @cached_property
    def ground(self) -> Ground:
        """What decisions rest on: the law, the policy in use, the posts."""
        return ground(self.db, self.law, policy_in_use(self.db), self.as_of)

    @cached_property
    def records(self) -> Records:
        """Everything on record that decisions measure."""
        return all_records(self.ground)

    @cached_property
    def homes(self) -> Mapping[int | None, str]:
        """Unit → the name it is counted under: its agency, or what lies directly below the unit asked for."""
        return self.units.homes(self.within)

    @cached_property
    def coverage(self) -> Reach:
        """Register → the spans of days in which it is complete."""
        return registers.reach(self.db)

    def covered(self, kind: str, until: date, since: str = "") -> bool:
        """Tell whether a register is complete from a day ('' from the first on) up to another."""
        return covers(self.coverage.get(kind, ()), until.isoformat(), since)

    def kind_of(self, person: Person) -> str | None:
        """Return the kind of post a person holds."""
        return None if person.position_id is None else self.kinds.get(person.position_id)

    def position(self, person: Person) -> str | None:
        """Return the name of the post a person holds."""
        return None if person.position_id is None else self.posts[person.position_id].name

    def echelon(self, person: Person) -> str | None:
        """Return the echelon of the post a person holds."""
        return None if person.position_id is None else self.posts[person.position_id].echelon
