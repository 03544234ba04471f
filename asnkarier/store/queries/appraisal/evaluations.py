"""Evaluations of a year, the organisation predicates of units, and what leaders gave beside them."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import NamedTuple

from asnkarier.core.appraisal.periods import ANNUAL, HALVES, PERIODS, all_of, last_day_of, months_in
from asnkarier.core.appraisal.said import ANY, Ends, PredicateReader, Told, joined
from asnkarier.core.decide.evaluated import RANK, Year, year_of
from asnkarier.core.rules.appraisal import PREDICATES, Predicate
from asnkarier.store.database import Database
from asnkarier.store.queries import successions
from asnkarier.store.queries.appraisal.kinds import OF_A_YEAR, Kinds, evaluation


class Evaluated(NamedTuple):
    """One evaluation; the predicate as recorded, else as the law of its year reads it off ratings or score."""

    person_id: int
    year: int
    period: str
    started_on: str
    ended_on: str | None
    unit: str | None
    work_result: str | None
    behaviour: str | None
    predicate: str | None
    score: int | None
    feedback: str | None
    recommendation: str | None
    evaluator_nip: str | None
    ends: Ends = ANY
    """The best and the worst that the law leaves of a predicate that is not known."""

    @property
    def of_all(self) -> bool:
        """Tell whether it is of all of its period, and not of a part of it."""
        return all_of(self.year, self.period, self.started_on, self.ended_on)


_COLUMNS = (
    "person_id, year, period, started_on, ended_on, unit, work_result, behaviour, predicate, score, feedback,"
    " recommendation, evaluator_nip, new_idea"
)


def of_year(db: Database, year: int, period: str, said: PredicateReader) -> list[Evaluated]:
    """Return every evaluation of a period of a year, by person, the earliest first."""
    rows = db.rows(
        f"SELECT {_COLUMNS} FROM evaluation WHERE year = ? AND period = ? ORDER BY person_id, started_on",
        (year, period),
    )
    result = []
    for row in rows:
        found = Evaluated(*row[:-1])
        if found.predicate is None:
            told = Told(year, found.work_result, found.behaviour, None, found.score, row[-1])
            found = found._replace(predicate=said.of(told), ends=said.ends(told))
        result.append(found)
    return result


def last_of_each(found: list[Evaluated]) -> dict[int, Evaluated]:
    """Return one evaluation a person: of several rows of a period the one of all of it, else the one that began last."""
    last: dict[int, Evaluated] = {}
    for row in found:
        known = last.get(row.person_id)
        if known is None or not known.of_all:
            last[row.person_id] = row
    return last


def _ends(row: Evaluated) -> Ends:
    known = next((predicate for predicate in PREDICATES if predicate == row.predicate), None)
    return row.ends if known is None else (known, known)


def _either(known: Evaluated, row: Evaluated) -> Evaluated:
    """Return the first with only what it and the other say alike."""
    return known._replace(
        ends=joined((_ends(known), _ends(row))),
        predicate=known.predicate if row.predicate == known.predicate else None,
        work_result=known.work_result if row.work_result == known.work_result else None,
        behaviour=known.behaviour if row.behaviour == known.behaviour else None,
    )


def decided_of_each(found: list[Evaluated]) -> dict[int, Evaluated]:
    """Return the same with only what is decided.

    Where those of all of a period differ, or its parts and none is of all of it, nobody knows what it
    came to.
    """
    decided = last_of_each(found)
    for row in found:
        known = decided[row.person_id]
        if known is not row and (row.of_all or not known.of_all):
            decided[row.person_id] = _either(known, row)
    return decided


def of_each(db: Database, year: int, period: str, said: PredicateReader) -> dict[int, Evaluated]:
    """Return what a period came to, of each who was evaluated; a year without an annual evaluation is made up of both its halves."""
    found = decided_of_each(of_year(db, year, period, said))
    if period == ANNUAL:
        first, second = (decided_of_each(of_year(db, year, half, said)) for half in HALVES)
        for person in sorted((first.keys() & second.keys()) - found.keys()):
            found[person] = _either(second[person], first[person])
    return found


def in_parts(db: Database, year: int, but: Collection[int]) -> dict[int, Evaluated]:
    """Return the last evaluation in a part of a year of each who has no other (`but` have): what the year comes to is open."""
    rows = db.each(
        f"SELECT {_COLUMNS} FROM evaluation WHERE year = ? AND period <> ? ORDER BY person_id, started_on",
        (year, ANNUAL),
    )
    found: dict[int, Evaluated] = {}
    for row in rows:
        part = Evaluated(*row[:-1])
        known = found.get(part.person_id)
        if part.person_id not in but and (known is None or months_in(known.period)[-1] <= months_in(part.period)[-1]):
            found[part.person_id] = part._replace(predicate=None, work_result=None, behaviour=None, ends=ANY)
    return found


def years_in_parts(db: Database, first: int, last: int) -> dict[int, set[int]]:
    """Return person → the years from one to another of which quarters or months are on record."""
    rows = db.each(
        f"SELECT DISTINCT person_id, year FROM evaluation WHERE year BETWEEN ? AND ? AND NOT {OF_A_YEAR}", (first, last)
    )
    found: dict[int, set[int]] = {}
    for person, year in rows:
        found.setdefault(person, set()).add(year)
    return found


def years(db: Database) -> list[int]:
    """Return the years of which there are evaluations, newest first."""
    return [int(row[0]) for row in db.rows("SELECT DISTINCT year FROM evaluation ORDER BY year DESC")]


def over_by(day: date) -> tuple[str, tuple[object, ...]]:
    """Return the condition that what an evaluation is about is over by a day, and its values."""
    periods = [period for period in PERIODS if last_day_of(day.year, period) <= day]
    marks = ",".join("?" * len(periods)) or "NULL"
    return (
        f"(year < ? OR (year = ? AND (period IN ({marks}) OR (period = '{ANNUAL}' AND ended_on <> '' AND ended_on <= ?))))",
        (day.year, day.year, *periods, day.isoformat()),
    )


def newest_evaluators(db: Database, until: date) -> dict[int, str]:
    """Return person → NIP of whoever evaluated last, of what was over by a day."""
    over, values = over_by(until)
    rows = db.rows(
        f"SELECT person_id, evaluator_nip FROM evaluation WHERE evaluator_nip IS NOT NULL AND {over}"
        " ORDER BY person_id, year, started_on, period",
        values,
    )
    return dict(rows)


def unit_predicates(db: Database, year: int, period: str) -> dict[int, str]:
    """Return unit → its organisation predicate of the period; a unit that was only renamed since keeps it."""
    return successions.predicates_of(db, year, period)


def with_feedback(db: Database, year: int) -> set[int]:
    """Return who was given feedback in the year, with an evaluation or apart from one."""
    rows = db.rows(
        "SELECT person_id FROM feedback WHERE year = ?"
        " UNION SELECT person_id FROM evaluation WHERE year = ? AND feedback IS NOT NULL",
        (year, year),
    )
    return {int(row[0]) for row in rows}


def with_text(db: Database, year: int) -> set[int]:
    """Return who was given feedback in writing: a score alone tells nobody what to do better."""
    rows = db.rows(
        "SELECT person_id FROM feedback WHERE year = ? AND text <> ''"
        " UNION SELECT person_id FROM evaluation WHERE year = ? AND feedback <> ''",
        (year, year),
    )
    return {int(row[0]) for row in rows}


def with_recommendation(db: Database, year: int, period: str) -> set[int]:
    """Return to whom an evaluation of a period recommends anything; of a year also one of its halves does."""
    of = OF_A_YEAR if period == ANNUAL else "period = ?"
    rows = db.rows(
        f"SELECT person_id FROM evaluation WHERE year = ? AND recommendation IS NOT NULL AND {of}",
        (year,) if period == ANNUAL else (year, period),
    )
    return {int(row[0]) for row in rows}


def with_award(db: Database, year: int, day: str) -> set[int]:
    """Return who got an award in the year up to a day."""
    rows = db.rows(
        "SELECT DISTINCT person_id FROM award WHERE awarded_on BETWEEN ? AND ?",
        (f"{year}-01-01", min(day, f"{year}-12-31")),
    )
    return {int(row[0]) for row in rows}


def across_units(db: Database, year: int, day: str) -> set[int]:
    """Return who worked in an assignment across units in the year, one that began by a day."""
    rows = db.rows(
        "SELECT DISTINCT person_id FROM assignment WHERE scope = 'across' AND started_on <= ?"
        " AND COALESCE(ended_on, started_on) >= ?",
        (min(day, f"{year}-12-31"), f"{year}-01-01"),
    )
    return {int(row[0]) for row in rows}


def by_year(
    db: Database, said: PredicateReader, where: str, values: tuple[object, ...]
) -> Iterator[tuple[int, dict[int, Year]]]:
    """Yield person → what each year came to, the newest first, by the evaluations of years and halves of which `where` holds."""
    kinds = Kinds(db, f"{OF_A_YEAR} AND {where}", values)
    paths, steps = kinds.paths()
    told: list[dict[int, Year]] = []
    for path in steps:
        rows = [evaluation(kinds.said(number), said) for number in path]
        years = sorted({row.year for row in rows}, reverse=True)
        told.append({year: known for year in years if (known := year_of(rows, year))})
    for person, path_ in paths.items():
        yield person, told[path_]


def annual_until(db: Database, year: int, said: PredicateReader) -> dict[int, list[tuple[int, Predicate]]]:
    """Return person → (year, predicate) of the years up to one of which it is known, the newest first.

    The newest stands there with the best that it may be where even that is below Baik.
    """
    found: dict[int, list[tuple[int, Predicate]]] = {}
    for person, years in by_year(db, said, "year <= ?", (year,)):
        told: list[tuple[int, Predicate]] = []
        for one, known in years.items():
            if known.predicate is not None or (not told and RANK[known.best] > RANK["baik"]):
                told.append((one, known.best))
        if told:
            found[person] = told
    return found
