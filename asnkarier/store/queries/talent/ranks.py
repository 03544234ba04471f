"""What rank, credit and pay read beyond the records that decisions share: decrees of credit, every period evaluated, pay steps."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from asnkarier.core.appraisal.said import PredicateReader, Told
from asnkarier.core.decide.records import Evaluation
from asnkarier.core.rank.career import Pak, YearResult, over
from asnkarier.store.database import Database


def _where(only: int | None) -> tuple[str, tuple[Any, ...]]:
    return ("", ()) if only is None else (" AND person_id = ?", (only,))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def paks(db: Database, as_of: date, only: int | None = None) -> dict[int, list[Pak]]:
    """Return the decrees of credit of each person up to a day."""
    more, values = _where(only)
    result: dict[int, list[Pak]] = {}
    for person, decided_on, kind, amount, cumulative, period_from, period_to, level, record in db.rows(
        "SELECT person_id, decided_on, kind, amount, cumulative, period_from, period_to, level, id FROM credit"
        f" WHERE decided_on <= ?{more} ORDER BY person_id, decided_on",
        (as_of.isoformat(), *values),
    ):
        result.setdefault(person, []).append(
            Pak(
                date.fromisoformat(decided_on),
                kind,
                amount,
                cumulative,
                _day(period_to),
                level or None,
                record,
                _day(period_from),
            )
        )
    return result


_RESULT = "year, period, started_on, ended_on, work_result, behaviour, predicate, score, new_idea"


def results(db: Database, as_of: date, said: PredicateReader, only: int | None = None) -> dict[int, list[YearResult]]:
    """Return the evaluations of each person, of every period that has ended by the day."""
    more, values = _where(only)
    found: dict[int, list[YearResult]] = {}
    known: dict[tuple[Any, ...], YearResult | None] = {}
    for row in db.rows(
        f"SELECT person_id, {_RESULT} FROM evaluation WHERE year <= ?{more} ORDER BY person_id, year, period, started_on",
        (as_of.year, *values),
    ):
        key = row[1:]
        if key not in known:
            known[key] = _result(said, key, as_of)
        result = known[key]
        if result is not None:
            found.setdefault(row[0], []).append(result)
    return found


class Evaluations(NamedTuple):
    """Evaluations of everyone by pattern: of recent years for all, of every year for those whose credit is counted.

    Thousands share a pattern, so that what follows from it is worked out once. The first pattern is empty.
    """

    recent_of: Mapping[int, int]
    recent: Sequence[tuple[Evaluation, ...]]
    results_of: Mapping[int, int]
    results: Sequence[tuple[YearResult, ...]]


def evaluations(
    db: Database,
    as_of: date,
    said: PredicateReader,
    people: Iterable[int],
    recent: range,
    since: Mapping[int, int],
) -> Evaluations:
    """Return the evaluations of `people`: of the years `recent`, and all of some, of each `since` a year, as far as they had ended."""
    kinds: dict[tuple[Any, ...], int] = {}
    recent_rows: dict[int, list[int]] = {person: [] for person in people}
    result_rows: dict[int, list[int]] = {person: [] for person in since}
    first = min(recent.start, *since.values()) if since else recent.start
    start, stop, last = recent.start, recent.stop, as_of.year
    for row in db.each(f"SELECT person_id, {_RESULT} FROM evaluation WHERE year >= ?", (first,)):
        person, year = row[:2]
        of_recent = recent_rows.get(person)
        if of_recent is None:
            continue
        counted = since.get(person, stop)
        now, then = start <= year < stop, counted <= year <= last
        if now or then:
            kind = kinds.setdefault(row[1:], len(kinds))
            if now:
                of_recent.append(kind)
            if then and person in result_rows:
                result_rows[person].append(kind)
    # As the year, the period and the beginning order them.
    places = {
        number: place for place, (_, number) in enumerate(sorted((key[:3], number) for key, number in kinds.items()))
    }
    by_number = list(kinds)
    told = {
        n: _evaluation(said, key)
        for n, key in enumerate(by_number)
        if key[1] in ("annual", "S1", "S2") and over(key[0], key[1], _day(key[3]), as_of)
    }
    results = {n: result for n, key in enumerate(by_number) if (result := _result(said, key, as_of)) is not None}
    recent_of, recent_patterns = _patterns(recent_rows, places)
    results_of, result_patterns = _patterns(result_rows, places)
    return Evaluations(
        recent_of,
        [tuple([told[n] for n in pattern if n in told]) for pattern in recent_patterns],
        results_of,
        [tuple([results[n] for n in pattern if n in results]) for pattern in result_patterns],
    )


def _patterns(rows: Mapping[int, list[int]], places: Mapping[int, int]) -> tuple[dict[int, int], list[tuple[int, ...]]]:
    patterns: dict[tuple[int, ...], int] = {(): 0}
    of = {}
    for person, numbers in rows.items():
        if len(numbers) > 1:
            numbers.sort(key=places.__getitem__)
        of[person] = patterns.setdefault(tuple(numbers), len(patterns))
    return of, list(patterns)


def _evaluation(said: PredicateReader, row: tuple[Any, ...]) -> Evaluation:
    year, period, started, _, work_result, behaviour, predicate, score, new_idea = row
    if predicate is None:
        predicate = said.of(Told(year, work_result, behaviour, None, score, new_idea))
    return Evaluation(year, period, started, work_result, behaviour, predicate)


def _result(said: PredicateReader, row: tuple[Any, ...], as_of: date) -> YearResult | None:
    year, period, started, ended, *told = row
    if not over(year, period, _day(ended), as_of):
        return None
    predicate = said.of(Told(year, *told))
    return None if predicate is None else YearResult(year, period, predicate, _day(started), _day(ended))


def last_pay_steps(db: Database) -> dict[int, str]:
    """Return the day of each person's last pay step, where it is known."""
    return dict(db.rows("SELECT id, last_pay_step FROM person WHERE last_pay_step IS NOT NULL AND last_pay_step <> ''"))


def retirement_ages(db: Database) -> dict[int, int]:
    """Return the posts with a retirement age of their own."""
    return dict(db.rows("SELECT id, retirement_age FROM position WHERE retirement_age IS NOT NULL"))
