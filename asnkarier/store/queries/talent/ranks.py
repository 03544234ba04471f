"""What rank, credit and pay read beyond the records that decisions share: decrees of credit, every period evaluated, pay steps."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from operator import itemgetter
from typing import Any, NamedTuple

from asnkarier.core.appraisal.periods import OF_A_YEAR
from asnkarier.core.appraisal.said import PredicateReader, Told
from asnkarier.core.decide.records import Evaluation
from asnkarier.core.rank.career import Pak, YearResult, over
from asnkarier.store.database import Database
from asnkarier.store.queries.appraisal.kinds import Kinds, Said, evaluation
from asnkarier.store.queries.file import formerly


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
    first = min(recent.start, *since.values()) if since else recent.start
    kinds = Kinds(db, "year >= ?", (first,))
    path_of, paths = kinds.paths()
    recent_patterns: dict[tuple[Evaluation, ...], int] = {(): 0}
    result_patterns: dict[tuple[YearResult, ...], int] = {(): 0}
    memo: dict[tuple[int, int | None], tuple[int, int]] = {}
    recent_of, results_of = {}, {}
    for person in people:
        counted = since.get(person)
        alike = path_of.get(person, 0), counted
        pair = memo.get(alike)
        if pair is None:
            # As the year, the period and the beginning order them.
            told = sorted([kinds.said(number) for number in paths[alike[0]]], key=itemgetter(0, 1, 2))
            now = tuple([evaluation(one, said) for one in told if one.year in recent and _stands(one, as_of)])
            then = [
                _result(said, one, as_of) for one in told if counted is not None and counted <= one.year <= as_of.year
            ]
            pair = memo[alike] = (
                recent_patterns.setdefault(now, len(recent_patterns)),
                result_patterns.setdefault(tuple([one for one in then if one is not None]), len(result_patterns)),
            )
        recent_of[person] = pair[0]
        if counted is not None:
            results_of[person] = pair[1]
    return Evaluations(recent_of, list(recent_patterns), results_of, list(result_patterns))


def _stands(one: Said, as_of: date) -> bool:
    """Tell whether an evaluation of a year or half of one is of a time that is over."""
    return one.period in OF_A_YEAR and over(one.year, one.period, _day(one.ended_on), as_of)


def _result(said: PredicateReader, row: tuple[Any, ...], as_of: date) -> YearResult | None:
    year, period, started, ended, *told = row
    if not over(year, period, _day(ended), as_of):
        return None
    predicate, ends = said.of(Told(year, *told)), said.ends(Told(year, *told))
    return YearResult(year, period, predicate, _day(started), _day(ended), ends if predicate is None else None)


def last_pay_steps(db: Database, as_of: date) -> dict[int, str]:
    """Return the day of each person's last pay step up to a day, where it is known.

    Where only a later one is, it stands all the same: it says that the one before is not known.
    """
    last = dict(db.rows("SELECT id, last_pay_step FROM person WHERE last_pay_step IS NOT NULL AND last_pay_step <> ''"))
    return {**last, **formerly.pay_steps(db, as_of, last)}
