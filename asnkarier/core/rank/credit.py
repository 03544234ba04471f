"""Credit of a functional post: from the last PAK of the present level, year by year, to the next rank and level.

A month belongs to the level held on its first day, so that a change within a year counts by months. Amounts are exact fractions;
they are rounded for display only. What is not known makes a range; an open upper end is None.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Literal, NamedTuple

from asnkarier.core.numbers import SCALE
from asnkarier.core.rank.career import HeldLevel, Pak, YearResult
from asnkarier.core.rank.earning import UNIT, Counted, conversion, first_counted, months_of, most_for, total
from asnkarier.core.rules.appraisal import Predicate
from asnkarier.core.rules.credit import CreditLevel, CreditRule

FRESH_STARTS = ("integrasi", "penyetaraan", "perpindahan", "ak_dasar")
"""Kinds of PAK that say where a level begins; `pendidikan` and `konversi` add to it."""


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


class Begun(NamedTuple):
    """The level held, and where its credit begins: the last PAK that counts, None where there is none, with its credit (1/10 000)."""

    level: CreditLevel
    present: HeldLevel
    start: Pak | None
    start_credit: int


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
    begun = begin(rule, held, paks, as_of)
    if begun is None:
        return None
    level, present, start, start_credit = begun
    counted_from = first_counted(present, start.counts_to if start else None)
    earning = {level.kind for level in rule.levels}
    months = months_of(earning, held, present.kind, counted_from, counted_from.year, list(results), as_of)
    low, high = reached(*brought(begun, *total(rule, months)))
    next_rank, warnings = _next_rank(rule, level, golongan, low, high)
    return Credit(
        present.kind,
        start,
        Fraction(start_credit, SCALE),
        tuple(_converted(rule, months)),
        low,
        high,
        next_rank,
        _next_level(rule, level, low, high),
        warnings,
    )


def begin(rule: CreditRule, held: Sequence[HeldLevel], paks: Iterable[Pak], as_of: date) -> Begun | None:
    """Tell the level held on a day and where its credit begins; None for a post that earns none."""
    present = _present(held, as_of)
    level = rule.level(present.kind) if present else None
    if present is None or level is None:
        return None
    return Begun(level, present, *_start([pak for pak in paks if pak.decided_on <= as_of], present))


def reached(low: int, high: int | None) -> tuple[Fraction, Fraction | None]:
    """Return credit kept in 1/`UNIT` as what it is, for sure and at most."""
    return Fraction(low, UNIT), None if high is None else Fraction(high, UNIT)


def brought(begun: Begun, low: int, high: int) -> tuple[int, int | None]:
    """Add the credit of the last PAK to what is earned since, all in 1/`UNIT`; without a PAK the most is not known."""
    before = begun.start_credit * (UNIT // SCALE)
    return before + low, before + high if begun.start else None


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


def _start(paks: Sequence[Pak], present: HeldLevel) -> tuple[Pak | None, int]:
    total: int | None = None
    last: Pak | None = None
    for pak in sorted(paks, key=lambda p: p.decided_on):
        if pak.level not in (None, present.kind):
            continue
        # Without its level named, a PAK that opens one belongs to the level held when it was decided, others to that of the work.
        if pak.level is None and (pak.decided_on if pak.kind in FRESH_STARTS else pak.counts_to) < present.since:
            continue
        if pak.cumulative is not None:
            total, last = pak.cumulative, pak
        elif pak.kind in FRESH_STARTS:
            total, last = pak.amount, pak
        elif total is not None and last is not None:
            total += pak.amount
            if pak.kind == "konversi":
                last = pak
    return last, total or 0


def _converted(rule: CreditRule, months: Mapping[Counted, int]) -> list[Conversion]:
    found = []
    for (year, kind, predicate, counted), number in months.items():
        level = rule.level(kind)
        if level is None:
            raise ValueError(kind)
        high = most_for(rule, level, number) if predicate is None else conversion(rule, level, predicate, number)
        low = Fraction(0) if predicate is None else high
        found.append(Conversion(year, kind, number, predicate, Fraction(level.coefficient, SCALE), low, high, counted))
    return found


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
