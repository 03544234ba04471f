"""What the dashboard counts besides what needs attention: the staff, the posts, the year's evaluations, what is missing."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from asnkarier.commands.decide.seated import seated
from asnkarier.commands.in_force import lawbook
from asnkarier.core.appraisal.away import away_throughout
from asnkarier.core.appraisal.said import PredicateReader
from asnkarier.core.decide.checks.personal import first_year
from asnkarier.core.decide.reach import Reach
from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.core.person import Person
from asnkarier.store.database import Database
from asnkarier.store.queries import competencies, staff
from asnkarier.store.queries.appraisal import evaluations
from asnkarier.store.queries.batches import BatchRow, batches
from asnkarier.store.queries.candidates import Reader
from asnkarier.store.queries.file import overview, registers
from asnkarier.store.queries.units import Units

IMPORTS = 5

_LACKS: Mapping[str, Callable[[Person], bool]] = {
    "birth_date": lambda p: p.birth_date is None,
    "appointed_on": lambda p: p.appointed_on is None,
    "education": lambda p: p.education is None,
    "field_of_study": lambda p: p.field_of_study is None,
    "employee_kind": lambda p: p.employee_kind is None,
    "unit": lambda p: p.unit_id is None,
    "position": lambda p: p.position_id is None,
    "position_since": lambda p: p.position_id is not None and not p.post_stated,
    "golongan": lambda p: p.golongan is None,
    "golongan_since": lambda p: p.golongan is not None and not p.golongan_stated,
    "contract_ends_on": lambda p: p.employee_kind in ("PPPK", "PPPK_PW") and p.contract_ends_on is None,
}


class Posts(NamedTuple):
    """Posts that are there on a day, and what is missing about them."""

    total: int
    without_kind: int
    without_standard: int
    heading: int
    heading_vacant: int


class Overall(NamedTuple):
    """What the dashboard shows besides what needs attention."""

    institution: str | None
    unit: str | None
    """The unit that it is narrowed to."""
    on_duty: int
    staff: int
    kinds: list[tuple[str, int]]
    statuses: dict[str, int]
    units: int
    agencies: int
    posts: Posts
    year: int
    expected: int
    evaluated: int
    with_feedback: int
    missing: dict[str, int]
    reach: Reach
    rows: dict[str, int]
    recent: list[BatchRow]


def overall(
    db: Database,
    as_of: date,
    units: Units,
    everyone: Sequence[Person],
    on_duty: Sequence[Person],
    inside: frozenset[int] | None = None,
) -> Overall:
    """Count the staff of a day; `inside` is the unit asked for, and those below it."""
    day = as_of.isoformat()
    year = as_of.year - 1
    law = lawbook(db).predicate
    have = evaluations.of_each(db, year, "annual", PredicateReader(law))
    away = away_throughout(law, date(year, 1, 1), date(year, 12, 31), Reader(db, as_of).absences)
    expected = [p for p in on_duty if first_year(p) <= year and (p.id not in away or p.id in have)]
    told = evaluations.with_feedback(db, year)
    statuses = staff.status_counts(db, as_of)
    if inside is not None:
        statuses = Counter(person.status or "" for person in everyone)
    newest = overview.newest_assessments(db, day)
    assumed = overview.assumed_standing(db, day, staff.STAFF)
    missing = {name: sum(lacks(person) for person in everyone) for name, lacks in _LACKS.items()}
    missing["status"] = sum(person.id in assumed for person in everyone)
    missing["assessment"] = sum(person.id not in newest for person in everyone)
    tables = [
        kind for kind in KINDS.values() if kind.register or kind.name in ("evaluations", "assessments", "educations")
    ]
    return Overall(
        db.setting("institution"),
        None if inside is None else units.path(_top(units, inside)),
        len(on_duty),
        len(everyone),
        Counter(person.employee_kind or "" for person in everyone).most_common(),
        statuses,
        len(units.by_id if inside is None else inside),
        len(units.children(None)) if inside is None else sum(u in inside for u in units.children(None)),
        _posts(db, as_of, units, inside),
        year,
        len(expected),
        sum(p.id in have for p in expected),
        sum(p.id in told for p in expected),
        {name: number for name, number in missing.items() if number},
        registers.reach(db),
        {kind.name: overview.rows_of(db, kind.table) for kind in tables},
        batches(db)[:IMPORTS],
    )


def _posts(db: Database, as_of: date, units: Units, inside: frozenset[int] | None) -> Posts:
    every, seats = seated(db, lawbook(db), as_of, units)
    there = [post for post in every.values() if seats.there(post) and (inside is None or post.unit_id in inside)]
    asked = competencies.standards(db, as_of.isoformat())
    heading = [post for post in there if post.heads_unit == "ya"]
    return Posts(
        len(there),
        sum(post.position_kind is None and post.echelon is None for post in there),
        sum(post.id not in asked for post in there),
        len(heading),
        sum(seats.empty(post) for post in heading),
    )


def _top(units: Units, inside: frozenset[int]) -> int:
    """Return the unit that is above all others inside."""
    return next(number for number in inside if units.by_id[number].parent_id not in inside)
