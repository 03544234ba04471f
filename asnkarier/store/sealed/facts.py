"""What a decision about a post reads, row by row, as it was known of the decision's day.

A row that speaks of later days is left out and a span that goes on past the day is open: so the same day gives the same rows as
long as nobody changes what was recorded of it. Columns that no check and no component reads (sex, e-mail) are never taken.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from asnkarier.core.decide.reach import Span
from asnkarier.core.spans import OPEN
from asnkarier.store.database import Database
from asnkarier.store.queries import competencies, positions, staff, successions
from asnkarier.store.queries.appraisal.kinds import OF_A_YEAR
from asnkarier.store.queries.file import formerly
from asnkarier.store.queries.file.registers import reach

Value = str | int | None
Row = tuple[Value, ...]


class Facts(NamedTuple):
    """One table: the columns taken, those that find a row again, the column that names the person, and which rows speak of the day.

    `until` is the condition on the day; its parameters are named in `given` (`day`, `year`). `opened` is the column whose later
    ends are taken as open; `untold` are those that are not known before that end. `asked` are the measures and needs of checks without which
    nobody reads the table ('' always).
    """

    table: str
    columns: tuple[str, ...]
    key: tuple[str, ...] = ("id",)
    person: str = "person_id"
    until: str = ""
    given: tuple[str, ...] = ()
    opened: str = ""
    untold: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()

    def key_of(self, row: Row) -> Row:
        """Return what finds a row again."""
        return tuple(row[self.columns.index(name)] for name in self.key)


def _span(table: str, *values: str) -> Facts:
    columns = ("person_id", "since", "until", *values)
    return Facts(table, columns, ("person_id", "since"), until="since <= ?", given=("day",), opened="until")


_TOLD = "told"
"""No column of the file: the day on which a degree was entered, of those entered after the decision's day."""
ENTERED = "entered_on"
"""No column of the file: the first day of service of who was on contract before the appointment."""
_EVALUATED = f"year < ? AND {OF_A_YEAR}"

PEOPLE: tuple[Facts, ...] = (
    Facts(
        "person",
        (
            *("id", "name", "title_front", "title_back", "birth_date", "appointed_on", "education", "field_of_study"),
            ENTERED,
        ),
        person="id",
    ),
    Facts("person_nip", ("nip", "person_id", "since", "until"), ("nip",), until="until = ?", given=("open",)),
    _span("person_status", "status"),
    _span("person_kind", "employee_kind"),
    _span("person_golongan", "golongan", "stated"),
    _span("person_unit", "unit_id"),
    _span("person_post", "position_id", "stated"),
    Facts(
        "evaluation",
        (
            *("id", "person_id", "year", "period", "started_on", "ended_on", "work_result", "behaviour"),
            *("predicate", "score", "new_idea"),
        ),
        until=_EVALUATED,
        given=("year",),
    ),
    Facts(
        "assessment",
        ("id", "person_id", "assessed_on", "purpose", "jpm", "potential"),
        until="assessed_on <= ?",
        given=("day",),
    ),
    Facts(
        "history",
        (
            *("id", "person_id", "position", "position_key", "position_kind", "echelon", "job_family", "since"),
            *("until", "acting", "unit", "agency"),
        ),
        until="since <= ?",
        given=("day",),
    ),
    Facts(
        "person_duty",
        ("person_id", "since", "until", "acting", "duty"),
        ("person_id", "since"),
        until="since <= ?",
        given=("day",),
        opened="until",
        asked=("duties",),
    ),
    Facts(
        "discipline",
        ("id", "person_id", "level", "sanction", "decided_on", "effective_on", "ends_on", "annulled_on"),
        until="decided_on <= ?",
        given=("day",),
    ),
    Facts("education", ("id", "person_id", "education", "field_of_study", "graduated", "mark", "told")),
    Facts(
        "training",
        (
            *("id", "person_id", "title", "form", "training_kind", "level", "started_on", "ended_on", "year", "jp"),
            *("abroad", "valid_until"),
        ),
        until="COALESCE(ended_on, started_on, '') <= ?",
        given=("day",),
        asked=("training", "leadership_training", "trainings"),
    ),
    Facts(
        "exam",
        ("id", "person_id", "exam", "target_key", "taken_on", "result", "valid_until"),
        until="taken_on <= ?",
        given=("day",),
        asked=("exams",),
    ),
    Facts(
        "credit",
        (*("id", "person_id", "decided_on", "kind", "amount", "cumulative"), "period_from", "period_to", "level"),
        until="decided_on <= ?",
        given=("day",),
        asked=("credits",),
    ),
    Facts(
        "award",
        ("id", "person_id", "scope", "awarded_on"),
        until="awarded_on <= ?",
        given=("day",),
        asked=("awards",),
    ),
    Facts(
        "assignment",
        ("id", "person_id", "role", "scope", "started_on", "ended_on", "outcome"),
        until="COALESCE(started_on, '') <= ?",
        given=("day",),
        opened="ended_on",
        untold=("outcome",),
        asked=("assignments",),
    ),
    Facts("feedback", ("id", "person_id", "year", "score"), until="year < ?", given=("year",), asked=("feedback",)),
    Facts(
        "indicator",
        ("id", "person_id", "year", "target", "realised", "direction"),
        until="year < ?",
        given=("year",),
        asked=("targets",),
    ),
    Facts("idp", ("id", "person_id", "due", "done_on"), asked=("plan_progress",)),
    Facts(
        "mentoring",
        ("id", "mentor_id", "mentee_id", "started_on", "session_on", "ended_on"),
        person="mentor_id",
        until="started_on <= ?",
        given=("day",),
        asked=("mentoring",),
    ),
)
"""Rows about people, of those who are considered."""

LEVELS = Facts(
    "assessment_level", ("assessment_id", "competency_id", "level"), ("assessment_id", "competency_id"), person=""
)

PLACES: tuple[Facts, ...] = (
    Facts("unit", ("id", "unit_code", "name", "name_key", "path_key", "parent_id", "agency_id"), person=""),
    Facts(
        "position",
        (
            *("id", "name", "name_key", "unit_id", "position_kind", "echelon", "job_family", "headcount"),
            *("golongan_min", "golongan_max", "education_min", "fields_of_study", "leads_to", "heads_unit", "own_law"),
            *("in_force_since", "in_force_until", "retirement_age"),
        ),
        person="",
    ),
    Facts("competency", ("id", "name", "name_key", "grp", "rank"), person=""),
    Facts("standard", ("id", "position_id", "competency_id", "required"), person=""),
    Facts(
        "unit_performance",
        ("id", "unit_id", "year", "period", "predicate"),
        person="",
        asked=("team_results",),
        until="year <= ?",
        given=("year",),
    ),
    Facts(
        "succession",
        (*("id", "kind", "how", "effective_on", "old_key", "new_key", "old_agency_key", "new_agency_key"),),
        person="",
        until="effective_on <= ?",
        given=("day",),
    ),
)
"""Rows about the institution."""

COVERAGE = Facts("coverage", ("kind", "covers_until", "spans"), ("kind",), person="")
"""Register → the day up to which it is complete, the decision's day at most; and where it is not so from the first on, the spans of
days in which it is: `2023-01-01/2025-12-31`, several with a blank between."""

EVERY: tuple[Facts, ...] = (*PLACES, COVERAGE, *PEOPLE, LEVELS)
BY_TABLE: Mapping[str, Facts] = {facts.table: facts for facts in EVERY}


class Scope(NamedTuple):
    """Whose rows are taken, for which post, on which day, and what the policy and the law ask for."""

    as_of: date
    people: frozenset[int]
    position: int
    asked: frozenset[str]
    """Measures of the policy, and what the checks need."""


def taken(db: Database, scope: Scope) -> dict[str, list[Row]]:
    """Return table → rows, in the order of their keys."""
    found: dict[str, list[Row]] = {}
    for facts in PEOPLE:
        rows = _rows(db, facts, scope)
        if facts.table == "mentoring":
            found[facts.table] = [row for row in rows if {row[1], row[2]} & scope.people]
        else:
            found[facts.table] = list(_of_people(facts, rows, scope.people))
    found["person_post"] += _holders(db, scope)
    known = {row[0] for row in found["assessment"]}
    found[LEVELS.table] = [row for row in _rows(db, LEVELS, scope) if row[0] in known]
    posts = {scope.position, *(row[3] for row in found["person_post"])}
    posts |= _former(db, posts, scope)
    for facts in PLACES:
        rows = _rows(db, facts, scope)
        if facts.table == "position":
            rows = list(_posts(rows, facts, posts, scope))
        elif facts.table == "standard":
            rows = [row for row in rows if row[1] in posts]
        found[facts.table] = rows
    found["unit"] = list(_units(found))
    found[COVERAGE.table] = _coverage(db, scope)
    for name, rows in found.items():
        rows.sort(key=lambda row, facts=BY_TABLE[name]: [str(v).zfill(12) for v in facts.key_of(row)])  # type: ignore[misc]
    return {facts.table: found[facts.table] for facts in EVERY}


def _rows(db: Database, facts: Facts, scope: Scope) -> list[Row]:
    if facts.asked and not scope.asked & set(facts.asked):
        return []
    given: dict[str, object] = {"day": scope.as_of.isoformat(), "year": scope.as_of.year, "open": OPEN}
    # Credit counts every period, those of the running year included.
    until = "year <= ?" if facts.table == "evaluation" and "credits" in scope.asked else facts.until
    where = f" WHERE {until}" if until else ""
    columns = ", ".join("''" if name in (_TOLD, ENTERED) else name for name in facts.columns)
    rows: list[Any] = db.rows(f"SELECT {columns} FROM {facts.table}{where}", tuple(given[name] for name in facts.given))
    if facts.table == "person":
        known = staff.completing(db, scope.as_of)
        rows = [_of_the_day(facts, row, known.get(row[0], {})) for row in rows]
    if facts.table == "education":
        told = formerly.told_on(db, scope.as_of)
        rows = [_of_the_day(facts, row, {_TOLD: told[row[0]]} if row[0] in told else {}) for row in rows]
    return [_seen(facts, tuple(row), scope.as_of.isoformat()) for row in rows]


def _of_the_day(facts: Facts, row: Sequence[Value], values: Mapping[str, Value]) -> Row:
    return tuple(values.get(name, value) for name, value in zip(facts.columns, row, strict=True))


def _seen(facts: Facts, row: Row, day: str) -> Row:
    """Return a row as it is seen from the day: a span that reaches it is open."""
    if not facts.opened:
        return row
    end = row[facts.columns.index(facts.opened)]
    if end is None or str(end) < day:
        return row
    seen: dict[str, Value] = {facts.opened: OPEN, **dict.fromkeys(facts.untold)}
    return tuple(seen.get(name, value) for name, value in zip(facts.columns, row, strict=True))


def _of_people(facts: Facts, rows: Iterable[Row], people: Collection[int]) -> Iterator[Row]:
    whose = facts.columns.index(facts.person)
    return (row for row in rows if row[whose] in people)


def _holders(db: Database, scope: Scope) -> list[Row]:
    """Return the spans of those who hold the post on the day: the headcount is compared with them."""
    day = scope.as_of.isoformat()
    facts = BY_TABLE["person_post"]
    posts = positions.borne(db, scope.position, scope.as_of)
    rows = db.rows(
        f"SELECT {', '.join(facts.columns)} FROM person_post WHERE position_id IN ({','.join('?' * len(posts))})"
        f" AND since <= ? AND until >= ? AND person_id NOT IN ({positions.NO_STAFF})",
        (*posts, day, day, day, day, *staff.STAFF),
    )
    return [_seen(facts, tuple(row), day) for row in rows if row[0] not in scope.people]


def _posts(rows: Sequence[Row], facts: Facts, held: Collection[Value], scope: Scope) -> Iterator[Row]:
    """Keep the posts that someone considered holds or held, and where units are compared, those beside them."""
    unit = facts.columns.index("unit_id")
    beside = {row[unit] for row in rows if row[0] in held} - {None} if "team_results" in scope.asked else set()
    return (row for row in rows if row[0] in held or row[unit] in beside)


def _former(db: Database, posts: Collection[Value], scope: Scope) -> set[Value]:
    """Return the posts whose standard is asked of one of these, and whatever else bears a name of the reorganisation."""
    day = scope.as_of.isoformat()
    if not competencies.inherited(db, day).keys() & set(posts):
        return set()
    rows = db.rows(
        "SELECT id FROM position WHERE name_key IN (SELECT old_key FROM succession WHERE kind = 'position'"
        " UNION SELECT new_key FROM succession WHERE kind = 'position')"
    )
    found: set[Value] = {row[0] for row in rows}
    before, waiting = successions.posts_before(db, day), [*posts]
    while waiting:
        former = before.get(int(waiting.pop() or 0), [])
        waiting += [post for post in former if post not in found]
        found.update(former)
    return found


def _units(found: Mapping[str, Sequence[Row]]) -> Iterator[Row]:
    """Keep the units that posts and people lie in, and those above them."""
    by_id = {row[0]: row for row in found["unit"]}
    above = {row[0]: row[5] for row in found["unit"]}
    kept: set[Value] = set()
    for start in (
        *(row[3] for row in found["position"]),
        *(row[3] for row in found["person_unit"]),
        *(row[1] for row in found["unit_performance"]),
        *_reorganised(found),
    ):
        unit: Value = start
        while unit is not None and unit not in kept:
            kept.add(unit)
            unit = above.get(unit)
    return (row for unit, row in by_id.items() if unit in kept)


def _reorganised(found: Mapping[str, Sequence[Row]]) -> set[Value]:
    """Return the units that a reorganisation names, and those below them: which became which is asked of all of them."""
    names = {key for row in found["succession"] if row[1] == "unit" for key in (row[4], row[5])}
    reached: set[Value] = {row[0] for row in found["unit"] if row[3] in names}
    more = reached
    while more:
        more = {row[0] for row in found["unit"] if row[5] in more} - reached
        reached |= more
    return reached


def _coverage(db: Database, scope: Scope) -> list[Row]:
    day = scope.as_of.isoformat()
    found: list[Row] = []
    for kind, every in reach(db).items():
        spans = [(since, min(until, day)) for since, until in every if since <= day]
        if not spans:
            continue
        whole = len(spans) == 1 and not spans[0][0]
        found.append((kind, spans[-1][1], None if whole else " ".join(f"{a}/{b}" for a, b in spans)))
    return found


def spans_of(row: Row) -> list[Span]:
    """Return the spans of a row about a register; a document from before registers had a beginning names none."""
    _kind, until, said = row
    if not said:
        return [("", str(until))]
    return [(since, last) for since, _, last in (span.partition("/") for span in str(said).split())]
