"""The predicate of a year, from one evaluation or several."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from asnkarier.core.appraisal.periods import HALVES, of_the_year
from asnkarier.core.decide.records import Evaluation
from asnkarier.core.rules.appraisal import PREDICATES, Predicate

RANK: Mapping[str, int] = {predicate: place for place, predicate in enumerate(PREDICATES)}
"""0 is the best."""


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


def expected(years: Sequence[int], recorded: Collection[int], first: int) -> tuple[int, ...]:
    """Leave out the years before the first one of a person's own, but for those of which something is recorded all the same."""
    if not years or first <= years[-1]:
        return tuple(years)
    return tuple(year for year in years if year >= first or year in recorded)


def years_measured(
    rows: Sequence[Evaluation], as_of: date, count: int, grace_until: tuple[int, int], first: int
) -> tuple[int, ...]:
    """Return the years that count of somebody whose own first year is `first`, newest first; nothing where there is none yet."""
    years, _ = years_counted(rows, as_of, count, grace_until)
    return expected(years, {row.year for row in rows}, first)


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
