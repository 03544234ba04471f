"""What recognition rests on: predicates, levels before and after, sessions as mentor, projects led, awards given."""

from collections import Counter
from datetime import date
from typing import NamedTuple

from asnkarier.core.appraisal.said import PredicateReader
from asnkarier.store.database import Database
from asnkarier.store.queries import successions
from asnkarier.store.queries.appraisal import evaluations


def predicates(db: Database, year: int, until: str, said: PredicateReader) -> dict[int, dict[int, str]]:
    """Return person → year → its predicate where it is known, up to a year; an evaluation speaks from the end of its time on."""
    where = "year <= ? AND COALESCE(ended_on, CAST(year AS TEXT) || '-12-31') <= ?"
    return {
        person: {of: known.predicate for of, known in years.items() if known.predicate is not None}
        for person, years in evaluations.by_year(db, said, where, (year, until))
    }


def levels_around(db: Database, year: int, until: str) -> dict[int, tuple[dict[int, int], dict[int, int]]]:
    """Return person → (levels before the year, levels by the assessments of it), by competency, each the newest.

    What was never assessed before begins with its first level of the year. Of the year only what was assessed up to a day counts;
    who was not assessed in it is not there.
    """
    first = f"{year}-01-01"
    rows = db.rows(
        "SELECT a.person_id, a.assessed_on, l.competency_id, l.level FROM assessment a"
        " JOIN assessment_level l ON l.assessment_id = a.id WHERE a.assessed_on <= ? AND a.person_id IN"
        " (SELECT person_id FROM assessment WHERE assessed_on BETWEEN ? AND ?) ORDER BY a.person_id, a.assessed_on",
        (until, first, until),
    )
    found: dict[int, tuple[dict[int, int], dict[int, int]]] = {}
    for person, day, competency, level in rows:
        sides = found.setdefault(person, ({}, {}))
        sides[day >= first][competency] = level
        sides[0].setdefault(competency, level)
    return {person: sides for person, sides in found.items() if all(sides)}


def sessions_held(db: Database, year: int, until: str) -> dict[int, int]:
    """Return mentor → sessions in a year up to a day."""
    return dict(
        db.rows(
            "SELECT mentor_id, COUNT(*) FROM mentoring WHERE session_on BETWEEN ? AND ? GROUP BY mentor_id",
            (f"{year}-01-01", until),
        )
    )


def projects_led(db: Database, year: int, until: str) -> list[tuple[int, str]]:
    """Return leader and title of the projects that ended in a year, up to a day, with what they were to achieve.

    Those across units come first, then those that ended first.
    """
    return [
        (person, title)
        for person, title in db.rows(
            "SELECT person_id, title FROM assignment WHERE role = 'leader' AND outcome = 'achieved'"
            " AND ended_on BETWEEN ? AND ?"
            " ORDER BY person_id, CASE WHEN scope = 'across' THEN 0 ELSE 1 END, ended_on, title",
            (f"{year}-01-01", until),
        )
    ]


class Given(NamedTuple):
    """An award."""

    person_id: int
    title: str
    scope: str | None
    awarded_on: str


def awards(db: Database, since: str, until: str) -> list[Given]:
    """Return the awards given between two days, both included, by person."""
    rows = db.rows(
        "SELECT person_id, title, scope, awarded_on FROM award WHERE awarded_on BETWEEN ? AND ? ORDER BY person_id, awarded_on",
        (since, until),
    )
    return [Given(*row) for row in rows]


class Answered(NamedTuple):
    """The mean score of one dimension in one unit."""

    unit_id: int
    dimension: str
    score: int
    respondents: int | None


def survey(db: Database, year: int, as_of: date) -> list[Answered]:
    """Return the survey of a year, by unit and dimension; what a unit answered before it was renamed stands under its new name."""
    rows = db.rows(
        "SELECT unit_id, dimension, score, respondents FROM survey WHERE year = ? ORDER BY unit_id, dimension_key",
        (year,),
    )
    answers = [Answered(*row) for row in rows]
    now = successions.units_now(db, as_of.isoformat())
    heard = {answer.unit_id for answer in answers}
    # A unit asked under both names in one year keeps two lines: one answer would hide the other.
    return [
        answer._replace(unit_id=now[answer.unit_id])
        if answer.unit_id in now and now[answer.unit_id] not in heard
        else answer
        for answer in answers
    ]


def unit_predicates(db: Database, year: int) -> dict[int, str]:
    """Return unit → annual predicate of a year; a unit that was only renamed since keeps it."""
    return successions.predicates_of(db, year, "annual")


def left(db: Database, year: int, as_of: date) -> Counter[int | None]:
    """Return unit → how many left it for good in a year up to a day, by the unit they were last in, as it is called that day."""
    rows = db.rows(
        "SELECT (SELECT u.unit_id FROM person_unit u WHERE u.person_id = m.person_id AND u.since <= m.effective_on"
        " ORDER BY u.since DESC LIMIT 1), COUNT(*) FROM movement m WHERE m.effective_on BETWEEN ? AND ? AND m.event IN"
        " ('pensiun', 'meninggal', 'pindah', 'berhenti', 'diberhentikan', 'kontrak_berakhir') GROUP BY 1",
        (f"{year}-01-01", min(as_of.isoformat(), f"{year}-12-31")),
    )
    now = successions.units_now(db, as_of.isoformat())
    found: Counter[int | None] = Counter()
    for unit, count in rows:
        found[now.get(unit, unit)] += count
    return found


def movements_known(db: Database) -> bool:
    """Tell whether the file knows movements at all: without any, nobody's leaving is on record, which is not that nobody left."""
    return bool(db.rows("SELECT 1 FROM movement LIMIT 1"))
