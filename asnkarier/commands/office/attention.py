"""What needs attention on a day: predicates that fell or are low, expired assessments, overdue plans, who leaves soon."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from asnkarier.commands.decide.forecast.coming import Coming
from asnkarier.commands.decide.forecast.retirements import Retiring
from asnkarier.commands.grow.idp import list_
from asnkarier.core.appraisal.periods import ANNUAL, last_day_of
from asnkarier.core.appraisal.said import PredicateReader
from asnkarier.core.gap import oldest_valid
from asnkarier.core.growth.leading import rank
from asnkarier.core.person import Person
from asnkarier.core.predicate import at_least
from asnkarier.core.rank.calendar import months_after
from asnkarier.core.rules.appraisal import PREDICATES, Predicate
from asnkarier.core.rules.reports import AttentionRule
from asnkarier.law.load import Lawbook
from asnkarier.store.database import Database
from asnkarier.store.queries import positions, staff
from asnkarier.store.queries.appraisal import evaluations
from asnkarier.store.queries.appraisal.leaders import Leaders
from asnkarier.store.queries.file import overview
from asnkarier.store.queries.units import Units


class Worry(NamedTuple):
    """A person whose predicate is low or fell: the years, the last feedback, and who should talk to them."""

    person: Person
    year: int
    predicate: Predicate
    before_year: int | None
    before: Predicate | None
    feedback_year: int | None
    feedback: str | None
    leader: Person | None


class Leaving(NamedTuple):
    """Somebody who leaves soon, and when."""

    person: Person
    on: date
    post: str | None


class Graduate(NamedTuple):
    """Somebody trained to lead at a level above the own post, without more responsibility since."""

    person: Person
    training: str
    since: date
    post: str | None


@dataclass(slots=True)
class Attention:
    """Everything that needs attention."""

    rule: AttentionRule
    worries: list[Worry] = field(default_factory=list)
    low: int = 0
    fell: int = 0
    expired: int = 0
    never_assessed: int = 0
    unreviewed: int = 0
    overdue: overview.Overdue = field(default_factory=lambda: overview.Overdue(0, 0))
    retiring: list[Leaving] = field(default_factory=list)
    contracts: list[Leaving] = field(default_factory=list)
    retired: list[Leaving] = field(default_factory=list)
    """Whose pension has begun, and who are still staff."""
    ended: list[Leaving] = field(default_factory=list)
    """Whose contract is over, and who are still staff."""
    retirement_unknown: int = 0
    graduates: list[Graduate] = field(default_factory=list)


def attention(
    db: Database, law: Lawbook, as_of: date, units: Units, everyone: Sequence[Person], people: Sequence[Person]
) -> Attention:
    """Look at the staff of the day, and `people` of them who are on duty."""
    rule = law.attention.on(as_of).value
    found = Attention(rule, overdue=overview.overdue_steps(db, as_of.isoformat()))
    found.unreviewed = sum(plan.waits for plan in list_.read(db, as_of, {person.id for person in people}))
    _predicates(db, law, as_of, units, people, found)
    oldest = oldest_valid(as_of, law.assessment.on(as_of).value.valid_years)
    newest = overview.newest_assessments(db, as_of.isoformat())
    for person in people:
        day = newest.get(person.id)
        found.never_assessed += day is None
        found.expired += day is not None and day < oldest
    _leaving(Coming(db, law, as_of, found.rule.retiring_months, None, staff.everyone), everyone, found)
    _graduates(db, law, as_of, people, found)
    return found


def _predicates(
    db: Database, law: Lawbook, as_of: date, units: Units, people: Sequence[Person], found: Attention
) -> None:
    # A year is evaluated when it is over: on its last day, as anywhere else.
    year = as_of.year if as_of == last_day_of(as_of.year, ANNUAL) else as_of.year - 1
    known = evaluations.annual_until(db, year, PredicateReader(law.predicate))
    worries: list[tuple[Person, list[tuple[int, Predicate]]]] = []
    for person in people:
        years = known.get(person.id, [])
        if not years:
            continue
        low = not at_least(years[0][1], "baik")
        fell = len(years) > 1 and not at_least(years[0][1], years[1][1])
        found.low += low
        found.fell += fell
        if low or fell:
            worries.append((person, years))
    feedback = overview.last_feedback(db, [person.id for person, _ in worries], as_of)
    leaders = Leaders(db, as_of, units, law.positions.on(as_of).value)
    known_leaders = {person.id: person for person in people}
    for person, years in worries:
        leader = leaders.of(person.id, person.unit_id)
        named = known_leaders.get(leader.person_id) if leader else None
        if leader and named is None:
            named = known_leaders[leader.person_id] = staff.one(db, leader.person_id, as_of)
        told = feedback.get(person.id)
        before = years[1] if len(years) > 1 else None
        found.worries.append(
            Worry(
                person,
                year=years[0][0],
                predicate=years[0][1],
                before_year=before[0] if before else None,
                before=before[1] if before else None,
                feedback_year=told[0] if told else None,
                feedback=told[1] if told else None,
                leader=named,
            )
        )
    found.worries.sort(key=lambda w: (-PREDICATES.index(w.predicate), w.before is None, w.person.name, w.person.id))


def _leaving(coming: Coming[Person], staff: Sequence[Person], found: Attention) -> None:
    """Find who leaves soon, or should have left: by the same functions as the forecasts, of everyone who is staff."""
    retiring, day = Retiring(coming), coming.as_of
    until, contracts_until = (
        months_after(day, found.rule.retiring_months),
        months_after(day, found.rule.contract_months),
    )
    for person in staff:
        name = coming.posts[person.position_id].name if person.position_id is not None else None
        if person.contract_ends_on and (person.employee_kind or "").startswith("PPPK"):
            ends = date.fromisoformat(person.contract_ends_on)
            if ends <= contracts_until:
                (found.contracts if ends >= day else found.ended).append(Leaving(person, ends, name))
        when = retiring.of(person)
        if when is None:
            found.retirement_unknown += person.employee_kind in ("PNS", None)
        elif when.pension_from <= until:
            (found.retiring if when.pension_from > day else found.retired).append(
                Leaving(person, when.pension_from, name)
            )
    for leaving in (found.retiring, found.contracts, found.retired, found.ended):
        leaving.sort(key=lambda one: (one.on, one.person.name, one.person.id))


def _graduates(db: Database, law: Lawbook, as_of: date, people: Sequence[Person], found: Attention) -> None:
    """Look for those trained for more than their post asks, without an assignment, a duty or a new post since."""
    day = as_of.isoformat()
    trained = overview.leadership_trainings(db, day)
    if not trained:
        return
    rule, ranks = law.leadership.on(as_of).value, law.positions.on(as_of).value
    order = rank(rule)
    responsible = overview.last_responsibility(db, day)
    posts: Mapping[int, positions.Post] = {post.id: post for post in positions.every(db)}
    for person in people:
        done = [(order[level], ended, level) for level, ended in trained.get(person.id, ()) if level in order]
        if not done:
            continue
        post = posts.get(person.position_id) if person.position_id else None
        kind = positions.kind_of(post.position_kind, post.echelon, post.name, ranks) if post else None
        own = order.get(rule.training.get(kind, ""), -1) if kind else -1
        height, ended, level = max(done)
        if height > own and responsible.get(person.id, "") <= ended:
            found.graduates.append(Graduate(person, level, date.fromisoformat(ended), post.name if post else None))
    found.graduates.sort(key=lambda one: (-order[one.training], one.since, one.person.name, one.person.id))
