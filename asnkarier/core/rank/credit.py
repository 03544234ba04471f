"""Credit of a functional post: from the last PAK of the present level, year by year, to the next rank and level.

A month belongs to the level held on its first day, so that a change within a year counts by months. Amounts are exact fractions;
they are rounded for display only. What is not known makes a range; an open upper end is None.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Literal, NamedTuple

from asnkarier.core.numbers import SCALE
from asnkarier.core.rank.calendar import end_of_last_month, first_days, first_of_next_month
from asnkarier.core.rules.appraisal import Predicate
from asnkarier.core.rules.credit import CreditLevel, CreditRule

MONTHS = 12
FRESH_STARTS = ("integrasi", "penyetaraan", "perpindahan", "ak_dasar")
"""Kinds of PAK that say where a level begins; `pendidikan` and `konversi` add to it."""


class HeldLevel(NamedTuple):
    """A level held from one day to another, both included; `until` None is still held."""

    kind: str
    since: date
    until: date | None


class YearResult(NamedTuple):
    """An evaluation: `period` is annual, S1–S2, Q1–Q4 or M1–M12; own days narrow an annual one."""

    year: int
    period: str
    predicate: Predicate
    started_on: date | None = None
    ended_on: date | None = None


class Pak(NamedTuple):
    """A decree of credit (PAK); numbers are 1/10 000."""

    decided_on: date
    kind: str
    amount: int
    cumulative: int | None = None
    period_to: date | None = None
    level: str | None = None
    record: int = 0

    @property
    def counts_to(self) -> date:
        """The last day whose work it counts; one that names no period counts the months complete on the day it was decided."""
        return self.period_to or end_of_last_month(self.decided_on)


class Conversion(NamedTuple):
    """Months of one year in one level under one predicate, as credit. Without a predicate the credit is a range.

    `counted` tells whether it adds to the total of the present level.
    """

    year: int
    kind: str
    months: int
    predicate: Predicate | None
    coefficient: Fraction
    low: Fraction
    high: Fraction
    counted: bool


class Target(NamedTuple):
    """What the next rank or level needs, what is missing at least and at most, and the months to go at two predicates."""

    step: Literal["rank", "level"]
    to: str
    need: Fraction
    missing_low: Fraction
    missing_high: Fraction | None
    months_at: Mapping[Predicate, tuple[int, int | None]]


class Credit(NamedTuple):
    """The credit of one person in the present level.

    `start` is the last PAK that counts, None where there is none: then `high` is not known. `warnings` are codes.
    """

    kind: str
    start: Pak | None
    start_credit: Fraction
    conversions: tuple[Conversion, ...]
    low: Fraction
    high: Fraction | None
    next_rank: Target | None
    next_level: Target | None
    warnings: tuple[str, ...]


def credit(
    rule: CreditRule,
    held: Sequence[HeldLevel],
    golongan: str | None,
    paks: Iterable[Pak],
    results: Iterable[YearResult],
    as_of: date,
) -> Credit | None:
    """Add up the credit of who holds the last of `held` on `as_of`; None for a post that earns none."""
    present = _present(held, as_of)
    level = rule.level(present.kind) if present else None
    if present is None or level is None:
        return None
    start, start_credit = _start([pak for pak in paks if pak.decided_on <= as_of], present)
    counted_after = start.counts_to if start else None
    conversions = tuple(_conversions(rule, held, present, counted_after, list(results), as_of))
    low = start_credit + sum((c.low for c in conversions if c.counted), Fraction(0))
    high = start_credit + sum((c.high for c in conversions if c.counted), Fraction(0)) if start else None
    next_rank, warnings = _next_rank(rule, level, golongan, low, high)
    return Credit(
        present.kind,
        start,
        start_credit,
        conversions,
        low,
        high,
        next_rank,
        _next_level(rule, level, low, high),
        warnings,
    )


def conversion(rule: CreditRule, level: CreditLevel, predicate: Predicate, months: int) -> Fraction:
    """Return the credit of some months in a level under a predicate: coefficient × multiplier × months / 12."""
    share = Fraction(rule.multipliers[predicate], 100 * SCALE)
    return Fraction(level.coefficient, SCALE) * share * Fraction(months, MONTHS)


def degree_credit(rule: CreditRule, level: CreditLevel) -> Fraction:
    """Return what a new relevant degree adds, once."""
    return Fraction(level.next_rank, SCALE) * Fraction(rule.degree_share, 100 * SCALE)


def basic_credit(rule: CreditRule, level: CreditLevel, golongan: str) -> Fraction | None:
    """Return the credit that a rank brings along into a level (AK dasar), None where the rule names none."""
    table = rule.basic_keahlian if level.kind.startswith("jf_ahli") else rule.basic_keterampilan
    return Fraction(table[golongan], SCALE) if golongan in table and golongan in level.golongan else None


def _present(held: Sequence[HeldLevel], as_of: date) -> HeldLevel | None:
    """Return the level held on the day, begun where the same kind was first held without a break."""
    spans = sorted((h for h in held if h.since <= as_of), key=lambda h: h.since)
    if not spans or (spans[-1].until is not None and spans[-1].until < as_of):
        return None
    present = spans[-1]
    for earlier in reversed(spans[:-1]):
        if earlier.kind != present.kind:
            break
        present = HeldLevel(present.kind, earlier.since, present.until)
    return present


def _start(paks: Sequence[Pak], present: HeldLevel) -> tuple[Pak | None, Fraction]:
    total: Fraction | None = None
    last: Pak | None = None
    for pak in sorted(paks, key=lambda p: p.decided_on):
        if pak.level not in (None, present.kind):
            continue
        # Without its level named, a PAK that opens one belongs to the level held when it was decided, others to that of the work.
        if pak.level is None and (pak.decided_on if pak.kind in FRESH_STARTS else pak.counts_to) < present.since:
            continue
        if pak.cumulative is not None:
            total, last = Fraction(pak.cumulative, SCALE), pak
        elif pak.kind in FRESH_STARTS:
            total, last = Fraction(pak.amount, SCALE), pak
        elif total is not None and last is not None:
            total += Fraction(pak.amount, SCALE)
            if pak.kind == "konversi":
                last = pak
    return last, total if total is not None else Fraction(0)


def _conversions(
    rule: CreditRule,
    held: Sequence[HeldLevel],
    present: HeldLevel,
    counted_after: date | None,
    results: Sequence[YearResult],
    as_of: date,
) -> list[Conversion]:
    after = first_of_next_month(counted_after) if counted_after else present.since
    begin = date(max(after, present.since).year, 1, 1)
    counted_from = max(after, present.since)
    found: dict[tuple[int, str, Predicate | None, bool], int] = {}
    by_year = _by_year(results)
    earning = {h.kind for h in held if rule.level(h.kind) is not None}
    for year in range(begin.year, as_of.year + 1):
        first, last = date(year, 1, 1), min(date(year, MONTHS, 1), as_of)
        said = by_year.get(year, [])
        if not said and year == as_of.year:
            continue  # not evaluated yet: nothing to convert, and nothing missing
        # Most years are of one level, one result, and on one side of where counting begins: their months are alike.
        only = next((h for h in held if h.since <= last and (h.until is None or h.until >= first)), None)
        if only is None:
            continue
        whole = only.since <= first and (only.until is None or last <= only.until)
        if whole and not (first < counted_from <= last) and _of_the_whole_year(said):
            if only.kind in earning:
                predicate = said[0].predicate if said else None
                found[year, only.kind, predicate, only.kind == present.kind and first >= counted_from] = last.month
            continue
        for month in first_days(first, last):
            kind = next((h.kind for h in held if h.since <= month and (h.until is None or month <= h.until)), None)
            if kind not in earning:
                continue
            predicate = _predicate(said, month)
            if predicate is None and year == as_of.year:
                continue
            key = (year, kind, predicate, kind == present.kind and month >= counted_from)
            found[key] = found.get(key, 0) + 1
    return [_converted(rule, *key, months) for key, months in found.items()]


def _of_the_whole_year(results: Sequence[YearResult]) -> bool:
    """Tell whether every month of the year has the same result: none, or the one annual without days of its own."""
    return not results or (
        len(results) == 1
        and results[0].period == "annual"
        and results[0].started_on is None
        and results[0].ended_on is None
    )


def _converted(
    rule: CreditRule, year: int, kind: str, predicate: Predicate | None, counted: bool, months: int
) -> Conversion:
    level = rule.level(kind)
    if level is None:
        raise ValueError(kind)
    if predicate is not None:
        low = high = conversion(rule, level, predicate, months)
    else:
        best = max(rule.multipliers, key=lambda p: rule.multipliers[p])
        low, high = Fraction(0), conversion(rule, level, best, months)
    return Conversion(year, kind, months, predicate, Fraction(level.coefficient, SCALE), low, high, counted)


def _by_year(results: Sequence[YearResult]) -> dict[int, list[YearResult]]:
    """Sort each year's evaluations: the annual result replaces the periodic ones, longer periods the shorter."""
    by_year: dict[int, list[YearResult]] = {}
    for result in results:
        by_year.setdefault(result.year, []).append(result)
    for year in by_year.values():
        year.sort(key=lambda r: (-len(_months_of(r.period)), r.started_on is None, r.started_on or date.min))
    return by_year


def _predicate(results: Sequence[YearResult], month: date) -> Predicate | None:
    for result in results:
        if result.period == "annual" and (result.started_on or result.ended_on):
            begun = result.started_on is None or result.started_on <= month or _same_month(result.started_on, month)
            if begun and (result.ended_on is None or month <= result.ended_on):
                return result.predicate
        elif month.month in _months_of(result.period):
            return result.predicate
    return None


def _same_month(one: date, other: date) -> bool:
    return (one.year, one.month) == (other.year, other.month)


def _months_of(period: str) -> range:
    length = {"S": 6, "Q": 3, "M": 1}.get(period[0])
    if length is None:
        return range(1, 13)
    first = (int(period[1:]) - 1) * length + 1
    return range(first, first + length)


def _next_rank(
    rule: CreditRule, level: CreditLevel, golongan: str | None, low: Fraction, high: Fraction | None
) -> tuple[Target | None, tuple[str, ...]]:
    if golongan is None:
        return None, ("golongan_unknown",)
    if golongan not in level.golongan:
        return None, ("golongan_outside_level",)
    place = level.golongan.index(golongan)
    if place == len(level.golongan) - 1:
        return None, ("next_rank_needs_next_level",) if level.next_kind else ("highest_rank",)
    # Credit cumulates within a level, past a rank: the second rank of a level needs twice the first one's.
    need = Fraction(level.next_rank, SCALE) * (place + 1)
    return _target(rule, level, "rank", level.golongan[place + 1], need, low, high), ()


def _next_level(rule: CreditRule, level: CreditLevel, low: Fraction, high: Fraction | None) -> Target | None:
    if level.next_level is None or level.next_kind is None:
        return None
    return _target(rule, level, "level", level.next_kind, Fraction(level.next_level, SCALE), low, high)


def _target(
    rule: CreditRule,
    level: CreditLevel,
    step: Literal["rank", "level"],
    to: str,
    need: Fraction,
    low: Fraction,
    high: Fraction | None,
) -> Target:
    most = max(Fraction(0), need - low)
    least = max(Fraction(0), need - high) if high is not None else Fraction(0)
    months: dict[Predicate, tuple[int, int | None]] = {}
    for predicate in ("baik", "sangat_baik"):
        a_month = conversion(rule, level, predicate, 1)
        months[predicate] = (-(-least // a_month), -(-most // a_month))
    return Target(step, to, need, least, most, months)
