"""What the sheet of one employee tells, read for one person or for everyone, by person."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple, TypeVar

from asnkarier.core.appraisal.periods import ANNUAL, all_of
from asnkarier.core.appraisal.said import PredicateReader, Told
from asnkarier.store.database import Database

R = TypeVar("R")


class Year(NamedTuple):
    """The annual evaluation of one year; the last where a person changed post within it."""

    year: int
    work_result: str | None
    behaviour: str | None
    predicate: str | None
    feedback: str | None
    recommendation: str | None


class Taken(NamedTuple):
    """One training; `dated` is its end, else its start, else its year."""

    dated: str
    title: str
    training_kind: str | None
    jp: int | None


class Said(NamedTuple):
    """Feedback of a year: never who gave it."""

    year: int
    score: int | None
    text: str | None


class Step(NamedTuple):
    """One step of the person's own development plan."""

    goal: str
    step: str | None
    due: str | None
    done_on: str | None


def _only(column: str, person_id: int | None) -> tuple[str, tuple[int, ...]]:
    return ("", ()) if person_id is None else (f" AND {column} = ?", (person_id,))


def _grouped(rows: list[tuple[object, ...]]) -> Iterator[tuple[int, list[tuple[object, ...]]]]:
    for person, found in groupby(rows, key=lambda row: row[0]):
        yield int(str(person)), [row[1:] for row in found]


def years(
    db: Database, first: int, last: int, said: PredicateReader, person_id: int | None = None
) -> dict[int, list[Year]]:
    """Return person → annual evaluations, the oldest first."""
    where, values = _only("person_id", person_id)
    rows = db.rows(
        "SELECT person_id, year, work_result, behaviour, predicate, feedback, recommendation, score, new_idea, started_on, ended_on"
        f" FROM evaluation WHERE period = 'annual' AND year BETWEEN ? AND ?{where} ORDER BY person_id, year, started_on",
        (first, last, *values),
    )
    result = {}
    for person, found in _grouped(rows):
        by_year: dict[int, Year] = {}
        of_all: set[int] = set()
        for *row, score, new_idea, started_on, ended_on in found:
            year = Year._make(row)
            if year.predicate is None:
                told = Told(year.year, year.work_result, year.behaviour, None, score, new_idea)  # type: ignore[arg-type]  # a row has the columns of the select
                year = year._replace(predicate=said.of(told))
            if all_of(year.year, ANNUAL, started_on, ended_on):  # type: ignore[arg-type]  # a row has the columns of the select
                of_all.add(year.year)
            elif year.year in of_all:
                continue
            by_year[year.year] = year
        result[person] = list(by_year.values())
    return result


def trainings(db: Database, since: str, until: str, person_id: int | None = None) -> dict[int, list[Taken]]:
    """Return person → trainings of a time, the newest first."""
    where, values = _only("person_id", person_id)
    rows = db.rows(
        "SELECT person_id, dated, title, training_kind, jp FROM training"
        f" WHERE dated BETWEEN ? AND ?{where} ORDER BY person_id, dated DESC, title_key",
        (since, until, *values),
    )
    return {person: [Taken(*row) for row in found] for person, found in _grouped(rows)}  # type: ignore[arg-type]  # a row has the columns of the select


def feedback(db: Database, first: int, last: int, person_id: int | None = None) -> dict[int, list[Said]]:
    """Return person → feedback given beside evaluations, the newest first."""
    where, values = _only("person_id", person_id)
    rows = db.rows(
        "SELECT person_id, year, score, text FROM feedback"
        f" WHERE year BETWEEN ? AND ?{where} ORDER BY person_id, year DESC, giver_key",
        (first, last, *values),
    )
    return {person: [Said(*row) for row in found] for person, found in _grouped(rows)}  # type: ignore[arg-type]  # a row has the columns of the select


def steps(db: Database, person_id: int | None = None) -> dict[int, list[Step]]:
    """Return person → steps of the development plan: what is not done yet first, by due date."""
    where, values = _only("person_id", person_id)
    rows = db.rows(
        "SELECT person_id, goal, step, due, done_on FROM idp WHERE 1 = 1"
        f"{where} ORDER BY person_id, CASE WHEN done_on IS NULL THEN 0 ELSE 1 END, COALESCE(due, '9999'), goal_key, step_key",
        values,
    )
    return {person: [Step(*row) for row in found] for person, found in _grouped(rows)}  # type: ignore[arg-type]  # a row has the columns of the select
