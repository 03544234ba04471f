"""Months that earn credit, and what they earn: counted by year, level and predicate, added up in whole numbers.

A month belongs to the level held on its first day, so that a change within a year counts by months. A year of one level and one
result is counted at once; only other years are walked month by month.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from asnkarier.core.appraisal.periods import ANNUAL, all_of, months_in
from asnkarier.core.appraisal.said import Ends, between
from asnkarier.core.numbers import SCALE
from asnkarier.core.rank.calendar import first_days, first_of_next_month
from asnkarier.core.rank.career import HeldLevel, YearResult
from asnkarier.core.rules.appraisal import Predicate
from asnkarier.core.rules.credit import CreditLaw, CreditLevel, CreditRule

MONTHS = 12
UNIT = MONTHS * 100 * SCALE * SCALE
"""One credit, in the whole numbers it is added up in: months × coefficient × multiplier, the latter two scaled, the last in percent."""

Away = Sequence[tuple[int, int]]
"""Day numbers, both included, between which somebody was on leave outside the state's responsibility or suspended."""
Counted = tuple[int, str, Ends | None, bool]
"""Year, level, best and worst predicate (None where none is on record), and whether it adds to the total of the present level."""


class Counting(NamedTuple):
    """What the credit counted in the present level depends on beside the evaluations: equal ones earn the same.

    `since` is the first of the first month that counts, `spans` are the levels held from there on, in whole months; months that begin
    on a day `away` do not count.
    """

    kind: str
    since: date
    spans: tuple[HeldLevel, ...]
    as_of: date
    away: tuple[tuple[int, int], ...] = ()


def counting(
    held: Sequence[HeldLevel], present: HeldLevel, counted_after: date | None, as_of: date, away: Away = ()
) -> Counting:
    """Reduce a career to what counts from the end of the last PAK's period, or from the beginning of the present level."""
    since = first_counted(present, counted_after)
    since = since if since.day == 1 else first_of_next_month(since)
    spans = []
    for kind, begun, until, *_ in held:
        ended = until if until is not None and until < as_of else None
        if ended is not None and ended < since:
            continue
        begins = since if begun <= since else begun if begun.day == 1 else first_of_next_month(begun)
        spans.append(HeldLevel(kind, begins, ended and ended.replace(day=1)))
    absent = tuple([span for span in away if span[1] >= since.toordinal()]) if away else ()
    return Counting(present.kind, since, tuple(spans), as_of, absent)


def first_counted(present: HeldLevel, counted_after: date | None) -> date:
    """Return the first day that counts in the present level."""
    after = first_of_next_month(counted_after) if counted_after else present.since
    return max(after, present.since)


def earned(law: CreditLaw, since: Counting, results: Sequence[YearResult]) -> tuple[int, int | None]:
    """Return what is earned for sure and at most, in 1/`UNIT`; the most is not known with a year that was not converted."""
    earning = {level.kind for level in law.rule.levels}
    found = months_of(earning, since.spans, since.kind, since.since, since.since.year, results, since.as_of, since.away)
    return total(law, found)


def total(law: CreditLaw, months: Mapping[Counted, int]) -> tuple[int, int | None]:
    """Add up the months that count, for sure and at most, in 1/`UNIT`, each year by its own rule."""
    low, high, open_ = 0, 0, False
    for (year, kind, ends, counted), number in months.items():
        if counted:
            level = level_in(law, year, kind)
            if level is None:
                open_ = True
                continue
            rule = law.years[year]
            months_times_coefficient = number * level.coefficient
            least, most = multipliers(rule, ends)
            low += months_times_coefficient * least
            high += months_times_coefficient * most
    return low, None if open_ else high


def level_in(law: CreditLaw, year: int, kind: str) -> CreditLevel | None:
    """Return a level by the rule of a year; None where that year was not converted from predicates."""
    rule = law.years.get(year)
    return None if rule is None else rule.level(kind)


def conversion(rule: CreditRule, level: CreditLevel, predicate: Predicate, months: int) -> Fraction:
    """Return the credit of some months in a level under a predicate: coefficient × multiplier × months / 12."""
    return Fraction(level.coefficient * rule.multipliers[predicate] * months, UNIT)


def multipliers(rule: CreditRule, ends: Ends | None) -> tuple[int, int]:
    """Return the least and the most that a month is multiplied by; without an evaluation it may have earned nothing."""
    if ends is None:
        return 0, max(rule.multipliers.values())
    if ends[0] == ends[1]:
        return rule.multipliers[ends[0]], rule.multipliers[ends[0]]
    possible = [rule.multipliers[predicate] for predicate in between(ends)]
    return min(possible), max(possible)


def range_of(rule: CreditRule, level: CreditLevel, ends: Ends | None, months: int) -> tuple[Fraction, Fraction]:
    """Return the credit of some months in a level, for sure and at most."""
    least, most = (Fraction(level.coefficient * multiplier * months, UNIT) for multiplier in multipliers(rule, ends))
    return least, most


def most_for(rule: CreditRule, level: CreditLevel, months: int) -> Fraction:
    """Return the credit of some months in a level at best."""
    return Fraction(level.coefficient * max(rule.multipliers.values()) * months, UNIT)


def months_of(
    earning: Collection[str],
    held: Sequence[HeldLevel],
    present: str,
    counted_from: date,
    first_year: int,
    results: Sequence[YearResult],
    as_of: date,
    away: Away = (),
) -> dict[Counted, int]:
    """Count the months from a year on to a day that earn credit; one that begins on a day `away` earns nothing."""
    found: dict[Counted, int] = {}
    by_year = _by_year(results)
    for year in range(first_year, as_of.year + 1):
        first, last = date(year, 1, 1), min(date(year, MONTHS, 1), as_of)
        said = by_year.get(year)
        if said is None and year == as_of.year:
            continue  # not evaluated yet: nothing to convert, and nothing missing
        # Most years are of one level, one result, and on one side of where counting begins: their months are alike.
        only = next((h for h in held if h.since <= last and (h.until is None or h.until >= first)), None)
        if only is None:
            continue
        absent = [one for one in away if one[0] <= last.toordinal() and one[1] >= first.toordinal()] if away else ()
        whole = not absent and only.since <= first and (only.until is None or last <= only.until)
        if whole and not (first < counted_from <= last) and (said is None or _of_the_whole_year(said)):
            if only.kind in earning:
                ends = said[0].left if said else None
                found[year, only.kind, ends, only.kind == present and first >= counted_from] = last.month
            continue
        for month in first_days(first, last):
            kind = next((h.kind for h in held if h.since <= month and (h.until is None or month <= h.until)), None)
            if kind is None or kind not in earning or any(a <= month.toordinal() <= b for a, b in absent):
                continue
            ends = _ends(said or (), month)
            if ends is None and year == as_of.year:
                continue
            key = (year, kind, ends, kind == present and month >= counted_from)
            found[key] = found.get(key, 0) + 1
    return found


def _of_the_whole_year(results: Sequence[YearResult]) -> bool:
    """Tell whether every month of the year has the same result: the one annual without days of its own."""
    if len(results) > 1:
        return False
    only = results[0]
    return only.period == ANNUAL and only.started_on is None and only.ended_on is None


def _by_year(results: Sequence[YearResult]) -> dict[int, list[YearResult]]:
    """Sort each year's evaluations: the annual result replaces the periodic ones, longer periods the shorter.

    The integrated one of the whole year comes before those of its own months, of who changed post within it.
    """
    by_year: dict[int, list[YearResult]] = {}
    for result in results:
        known = by_year.get(result.year)
        if known is None:
            by_year[result.year] = [result]
        else:
            known.append(result)
    for year in by_year.values():
        if len(year) > 1:
            year.sort(
                key=lambda r: (
                    -len(months_in(r.period)),
                    not _integrated(r),
                    r.started_on is None,
                    r.started_on or date.min,
                )
            )
    return by_year


def _integrated(result: YearResult) -> bool:
    begun, ended = result.started_on, result.ended_on
    return all_of(result.year, result.period, begun.isoformat() if begun else "", ended.isoformat() if ended else None)


def _ends(results: Sequence[YearResult], month: date) -> Ends | None:
    for result in results:
        if result.period == ANNUAL and (result.started_on or result.ended_on):
            begun = result.started_on is None or result.started_on <= month or _same_month(result.started_on, month)
            if begun and (result.ended_on is None or month <= result.ended_on):
                return result.left
        elif month.month in months_in(result.period):
            return result.left
    return None


def _same_month(one: date, other: date) -> bool:
    return (one.year, one.month) == (other.year, other.month)
