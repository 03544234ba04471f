"""The predicate of a year, from one evaluation or several."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from asnkarier.core.appraisal.periods import HALVES, of_the_year
from asnkarier.core.decide.checks.personal import first_year
from asnkarier.core.decide.records import Evaluation, Records
from asnkarier.core.person import Person
from asnkarier.core.rules.appraisal import PREDICATES, Predicate

RANK: Mapping[str, int] = {predicate: place for place, predicate in enumerate(PREDICATES)}
"""0 is the best."""
BY_YEAR = frozenset({"predicate", "work_result", "behaviour", "consistency", "targets", "feedback"})
"""Measures of the performance of years: those that are not somebody's own are left out."""


class Year(NamedTuple):
    """What a year's evaluations say: best and worst possible predicate (the same where it is known), and the places of the rows."""

    best: Predicate
    worst: Predicate
    places: tuple[int, ...]

    @property
    def predicate(self) -> Predicate | None:
        """The predicate where it is known."""
        return self.best if self.best == self.worst else None


def decisive(rows: Sequence[Evaluation], year: int) -> tuple[int, ...]:
    """Return the places of the evaluations that say what a year was: its annual ones, else those of both its halves."""
    own = [place for place, row in enumerate(rows) if row.year == year]
    found = of_the_year([(rows[place].period, not rows[place].started_on) for place in own])
    return tuple(own[place] for place in found)


def year_of(rows: Sequence[Evaluation], year: int) -> Year | None:
    """Return what is known of a year; None where no evaluation of it is on record.

    Those that say what the year was leave it between their best and their worst. One half alone leaves it open.
    """
    if found := decisive(rows, year):
        return _joined(rows, found)
    halves = tuple(place for place, row in enumerate(rows) if row.year == year and row.period in HALVES)
    return Year(PREDICATES[0], PREDICATES[-1], halves) if halves else None


def parts_alone(rows: Sequence[Evaluation], year: int) -> bool:
    """Tell whether only parts of a year that do not make it up are evaluated: one of its halves."""
    return any(row.year == year for row in rows) and not decisive(rows, year)


def _joined(rows: Sequence[Evaluation], places: Sequence[int]) -> Year:
    ends = [_ends(rows[place]) for place in places]
    return Year(
        min((best for best, _ in ends), key=RANK.__getitem__),
        max((worst for _, worst in ends), key=RANK.__getitem__),
        tuple(places),
    )


def _ends(row: Evaluation) -> tuple[Predicate, Predicate]:
    known = row.predicate
    best, worst = (row.best, row.worst) if known is None else (known, known)
    return best, worst  # type: ignore[return-value]  # the reader of evaluations gives predicates


def years_asked(as_of: date, count: int) -> tuple[int, ...]:
    """Return the calendar years before the day, newest first."""
    return tuple(as_of.year - back for back in range(1, count + 1))


class Own(NamedTuple):
    """In which years somebody was to be evaluated: from the first one of their own on, but for those spent wholly `away`."""

    first: int = 0
    away: frozenset[int] = frozenset()


EVERY_YEAR = Own()


def years_of(person: Person, as_of: date, count: int) -> int:
    """Return the first year of somebody's own where it lies among the years that `count` of them look back on, else 0."""
    first = first_year(person)
    # One more: a year before them may stand in for the newest.
    return first if first >= as_of.year - count else 0


def own_years(person: Person, records: Records, as_of: date, count: int) -> Own:
    """Return in which of the years that `count` of them look back on somebody was to be evaluated."""
    first, away = years_of(person, as_of, count), records.away.get(person.id)
    return Own(first, away or frozenset()) if first or away else EVERY_YEAR


def owed(person: Person, records: Records) -> Own:
    """Return in which years somebody was to be evaluated, however far back."""
    return Own(first_year(person), records.away.get(person.id, frozenset()))


def expected(years: Sequence[int], recorded: Collection[int], own: Own) -> tuple[int, ...]:
    """Leave out the years that are not a person's own, but for those of which something is recorded all the same."""
    if not years or (own.first <= years[-1] and own.away.isdisjoint(years)):
        return tuple(years)
    return tuple(year for year in years if year in recorded or (year >= own.first and year not in own.away))


def years_measured(
    rows: Sequence[Evaluation], as_of: date, count: int, grace_until: tuple[int, int], own: Own
) -> tuple[int, ...]:
    """Return the years that count of somebody, newest first; nothing where there is none of their own among them."""
    years, _ = years_counted(rows, as_of, count, grace_until)
    return expected(years, {row.year for row in rows}, own)


def last_measured(rows: Sequence[Evaluation], as_of: date, grace_until: tuple[int, int], own: Own) -> int | None:
    """Return the newest year that counts; the year before one spent wholly away, where that one is the newest."""
    years, _ = years_counted(rows, as_of, 1, grace_until)
    recorded = {row.year for row in rows}
    newest = years[0]
    while newest in own.away and newest not in recorded:
        newest -= 1
    found = expected((newest,), recorded, own)
    return found[0] if found else None


def years_counted(
    rows: Sequence[Evaluation], as_of: date, count: int, grace_until: tuple[int, int]
) -> tuple[tuple[int, ...], bool]:
    """Return the years that count, and whether the grace was used.

    Until the newest year is recorded, and not after the grace's last day, the years before it stand in; where nothing of them is
    on record either, nothing does.
    """
    newest = as_of.year - 1
    if (as_of.month, as_of.day) <= grace_until and not decisive(rows, newest):
        years = tuple(newest - back for back in range(1, count + 1))
        if any(row.year in years for row in rows):
            return years, True
    return years_asked(as_of, count), False


def years_back(as_of: date, count: int, grace_until: tuple[int, int]) -> int:
    """Return how many years before the day may be among `count` that count: one more while older years may stand in.

    On a later day no older year counts than on this one: the grace of a later year stands in for a newer year.
    """
    return count + ((as_of.month, as_of.day) <= grace_until)
