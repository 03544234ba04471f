"""What the sheet of one employee tells, read for one person or for everyone, by person."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple, TypeVar

from asnkarier.core.appraisal.periods import all_of, of_the_year
from asnkarier.core.appraisal.said import PredicateReader, Told
from asnkarier.store.database import Database
from asnkarier.store.queries.appraisal.kinds import OF_A_YEAR

R = TypeVar("R")


class Year(NamedTuple):
    """What one year came to; what its evaluations do not say alike is open."""

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
    """Return person → what each year came to, the oldest first: what all its evaluations say, with the words of the last."""
    where, values = _only("person_id", person_id)
    rows = db.rows(
        "SELECT person_id, year, work_result, behaviour, predicate, feedback, recommendation, score, new_idea, period, started_on, ended_on"
        f" FROM evaluation WHERE {OF_A_YEAR} AND year BETWEEN ? AND ?{where} ORDER BY person_id, year, period, started_on",
        (first, last, *values),
    )
    result: dict[int, list[Year]] = {}
    for (person, of), group in groupby(rows, key=lambda row: (row[0], row[1])):
        found = list(group)
        places = of_the_year([(row[9], all_of(of, *row[9:])) for row in found])
        if places:
            result.setdefault(person, []).append(_joined([_year(found[place][1:9], said) for place in places]))
    return result


def _year(row: Sequence[Any], said: PredicateReader) -> Year:
    *known, score, new_idea = row
    year = Year._make(known)
    if year.predicate is None:
        told = Told(year.year, year.work_result, year.behaviour, None, score, new_idea)
        year = year._replace(predicate=said.of(told))
    return year


def _joined(years: Sequence[Year]) -> Year:
    last = years[-1]
    return last._replace(
        work_result=last.work_result if len({one.work_result for one in years}) == 1 else None,
        behaviour=last.behaviour if len({one.behaviour for one in years}) == 1 else None,
        predicate=last.predicate if len({one.predicate for one in years}) == 1 else None,
    )


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
