"""What rank, credit and pay read beyond the records that decisions share: decrees of credit, every period evaluated, pay steps."""

from datetime import date
from typing import Any

from asnkarier.core.appraisal.said import PredicateReader, Told
from asnkarier.core.rank.credit import Pak, YearResult
from asnkarier.store.database import Database


def _where(only: int | None) -> tuple[str, tuple[Any, ...]]:
    return ("", ()) if only is None else (" AND person_id = ?", (only,))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def paks(db: Database, as_of: date, only: int | None = None) -> dict[int, list[Pak]]:
    """Return the decrees of credit of each person up to a day."""
    more, values = _where(only)
    result: dict[int, list[Pak]] = {}
    for person, decided_on, kind, amount, cumulative, period_to, level, record in db.rows(
        "SELECT person_id, decided_on, kind, amount, cumulative, period_to, level, id FROM credit"
        f" WHERE decided_on <= ?{more} ORDER BY person_id, decided_on",
        (as_of.isoformat(), *values),
    ):
        result.setdefault(person, []).append(
            Pak(date.fromisoformat(decided_on), kind, amount, cumulative, _day(period_to), level or None, record)
        )
    return result


def results(db: Database, as_of: date, said: PredicateReader, only: int | None = None) -> dict[int, list[YearResult]]:
    """Return the evaluations of each person, of every period up to the day's year."""
    more, values = _where(only)
    found: dict[int, list[YearResult]] = {}
    known: dict[tuple[Any, ...], YearResult | None] = {}
    for person, *row in db.rows(
        "SELECT person_id, year, period, started_on, ended_on, work_result, behaviour, predicate, score, new_idea"
        f" FROM evaluation WHERE year <= ?{more} ORDER BY person_id, year, period, started_on",
        (as_of.year, *values),
    ):
        key = tuple(row)
        if key not in known:
            year, period, started, ended, *told = row
            predicate = said.of(Told(year, *told))
            known[key] = None if predicate is None else YearResult(year, period, predicate, _day(started), _day(ended))
        result = known[key]
        if result is not None:
            found.setdefault(person, []).append(result)
    return found


def last_pay_steps(db: Database) -> dict[int, str]:
    """Return the day of each person's last pay step, where it is known."""
    return dict(db.rows("SELECT id, last_pay_step FROM person WHERE last_pay_step IS NOT NULL AND last_pay_step <> ''"))


def retirement_ages(db: Database) -> dict[int, int]:
    """Return the posts with a retirement age of their own."""
    return dict(db.rows("SELECT id, retirement_age FROM position WHERE retirement_age IS NOT NULL"))
