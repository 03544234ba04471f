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
from asnkarier.core.rank.earning import (
    UNIT,
    Away,
    Counted,
    conversion,
    first_counted,
    level_in,
    months_of,
    range_of,
    total,
)
from asnkarier.core.rank.start import Amount, Begun, LeftOut, begin, held_since
from asnkarier.core.rules.appraisal import Predicate
from asnkarier.core.rules.credit import CreditLaw, CreditLevel, CreditRule


class Conversion(NamedTuple):
    """Months of one year in one level under one predicate, as credit. Without a predicate the credit is a range.

    `counted` tells whether it adds to the total of the present level. A year before conversion was the law has no
    coefficient, and no upper end.
    """

    year: int
    kind: str
    months: int
    predicate: Predicate | None
    coefficient: Fraction | None
    low: Fraction
    high: Fraction | None
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
    """The credit of one person in the present level, held `since` without another post between and first `reached_on`.

    `start` is the last PAK that counts, None where there is none: then `start_high` is 0 where the level was reached from the
    one below, and not known otherwise. `warnings` are codes; `left_out` are PAKs that add less than they say.
    """

    kind: str
    since: date
    reached_on: date
    start: Pak | None
    start_credit: Fraction
    start_high: Fraction | None
    conversions: tuple[Conversion, ...]
    low: Fraction
    high: Fraction | None
    next_rank: Target | None
    next_level: Target | None
    warnings: tuple[str, ...]
    left_out: tuple[LeftOut, ...] = ()

    @property
    def begins_known(self) -> bool:
        """Tell whether the credit at the beginning of counting is known, so that only years can leave the total open."""
        return self.start_high is not None


def credit(
    law: CreditLaw,
    held: Sequence[HeldLevel],
    golongan: str | None,
    paks: Iterable[Pak],
    results: Iterable[YearResult],
    as_of: date,
    away: Away = (),
) -> Credit | None:
    """Add up the credit of who holds the last of `held` on `as_of`; None for a post that earns none.

    Months that begin on a day `away` earn nothing.
    """
    rule = law.rule
    begun = begin(rule, held, paks, as_of)
    if begun is None:
        return None
    level, present, start, start_low, start_high, warned, left_out = begun
    counted_from = first_counted(present, start.counts_to if start else None)
    earning = {level.kind for level in rule.levels}
    evaluated = list(results)
    months = months_of(earning, held, present.kind, counted_from, counted_from.year, evaluated, as_of, away)
    low, high = reached(*brought(begun, *total(law, months)))
    next_rank, warnings = _next_rank(rule, level, golongan, low, high)
    if away:
        every = months_of(earning, held, present.kind, counted_from, counted_from.year, evaluated, as_of)
        warned = (*warned, "away") if sum(every.values()) > sum(months.values()) else warned
    return Credit(
        present.kind,
        held_since(held, as_of),
        present.since,
        start,
        Fraction(start_low, SCALE),
        None if start_high is None else Fraction(start_high, SCALE),
        tuple(_converted(law, months)),
        low,
        high,
        next_rank,
        _next_level(rule, level, low, high),
        (*warned, *warnings),
        left_out,
    )


def reached(low: Amount, high: Amount | None) -> tuple[Fraction, Fraction | None]:
    """Return credit kept in 1/`UNIT` as what it is, for sure and at most."""
    return Fraction(low, UNIT), None if high is None else Fraction(high, UNIT)


def brought(begun: Begun, low: int, high: int | None) -> tuple[Amount, Amount | None]:
    """Add the credit at the beginning to what is earned since, all in 1/`UNIT`; None where the most of one is not known."""
    a_point = UNIT // SCALE
    return begun.low * a_point + low, None if begun.high is None or high is None else begun.high * a_point + high


def degree_credit(rule: CreditRule, level: CreditLevel) -> Fraction:
    """Return what a new relevant degree adds at most, once."""
    return Fraction(level.next_rank, SCALE) * Fraction(rule.degree_share, 100 * SCALE)


def _converted(law: CreditLaw, months: Mapping[Counted, int]) -> list[Conversion]:
    found = []
    for (year, kind, ends, counted), number in months.items():
        predicate = ends[0] if ends and ends[0] == ends[1] else None
        level = level_in(law, year, kind)
        if level is None:
            found.append(Conversion(year, kind, number, predicate, None, Fraction(0), None, counted))
            continue
        rule = law.years[year]
        low, high = range_of(rule, level, ends, number)
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
