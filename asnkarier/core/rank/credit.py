"""Credit of a functional post: from the last PAK of the present level, year by year, to the next rank and level.

A month belongs to the level held on its first day, so that a change within a year counts by months. Amounts are exact fractions;
they are rounded for display only. What is not known makes a range; an open upper end is None.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Literal, NamedTuple

from asnkarier.core.numbers import SCALE
from asnkarier.core.rank.career import HeldLevel, Pak, YearResult
from asnkarier.core.rank.earning import UNIT, Counted, conversion, first_counted, level_in, months_of, most_for, total
from asnkarier.core.rules.appraisal import Predicate
from asnkarier.core.rules.credit import CreditLaw, CreditLevel, CreditRule

FRESH_STARTS = ("integrasi", "penyetaraan", "perpindahan", "ak_dasar")
"""Kinds of PAK that say where a level begins; `pendidikan` and `konversi` add to it."""


ONE_DAY = timedelta(days=1)


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


class Begun(NamedTuple):
    """The level held, and where its credit begins: the last PAK that counts, None where there is none.

    `low` and `high` are its credit (1/10 000) at least and at most. Without a PAK the level begins at 0 where it was reached
    from the one below; otherwise `high` is not known. `warnings` are codes.
    """

    level: CreditLevel
    present: HeldLevel
    start: Pak | None
    low: int
    high: int | None
    warnings: tuple[str, ...] = ()


class Credit(NamedTuple):
    """The credit of one person in the present level.

    `start` is the last PAK that counts, None where there is none: then `start_high` is 0 where the level was reached from the
    one below, and not known otherwise. `warnings` are codes.
    """

    kind: str
    since: date
    start: Pak | None
    start_credit: Fraction
    start_high: Fraction | None
    conversions: tuple[Conversion, ...]
    low: Fraction
    high: Fraction | None
    next_rank: Target | None
    next_level: Target | None
    warnings: tuple[str, ...]

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
) -> Credit | None:
    """Add up the credit of who holds the last of `held` on `as_of`; None for a post that earns none."""
    rule = law.rule
    begun = begin(rule, held, paks, as_of)
    if begun is None:
        return None
    level, present, start, start_low, start_high, warned = begun
    counted_from = first_counted(present, start.counts_to if start else None)
    earning = {level.kind for level in rule.levels}
    months = months_of(earning, held, present.kind, counted_from, counted_from.year, list(results), as_of)
    low, high = reached(*brought(begun, *total(law, months)))
    next_rank, warnings = _next_rank(rule, level, golongan, low, high)
    return Credit(
        present.kind,
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
    )


def begin(rule: CreditRule, held: Sequence[HeldLevel], paks: Iterable[Pak], as_of: date) -> Begun | None:
    """Tell the level held on a day and where its credit begins; None for a post that earns none."""
    present = _present(held, as_of)
    level = rule.level(present.kind) if present else None
    if present is None or level is None:
        return None
    opening = _opening(rule, held, present)
    return _started(rule, level, present, opening, [pak for pak in paks if pak.decided_on <= as_of])


def reached(low: int, high: int | None) -> tuple[Fraction, Fraction | None]:
    """Return credit kept in 1/`UNIT` as what it is, for sure and at most."""
    return Fraction(low, UNIT), None if high is None else Fraction(high, UNIT)


def brought(begun: Begun, low: int, high: int | None) -> tuple[int, int | None]:
    """Add the credit at the beginning to what is earned since, all in 1/`UNIT`; None where the most of one is not known."""
    a_point = UNIT // SCALE
    return begun.low * a_point + low, None if begun.high is None or high is None else begun.high * a_point + high


def degree_credit(rule: CreditRule, level: CreditLevel) -> Fraction:
    """Return what a new relevant degree adds at most, once."""
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
        present = earlier._replace(until=present.until)
    return present


def _opening(rule: CreditRule, held: Sequence[HeldLevel], present: HeldLevel) -> int | None:
    """Return the credit with which the level began: 0 from the level below of the same post, otherwise only a PAK tells."""
    earlier = [h for h in held if h.since < present.since]
    if not earlier or not present.stated:
        return None
    last = max(earlier, key=lambda h: h.since)
    below = rule.level(last.kind)
    joined = last.until is not None and (present.since - last.until).days <= 1
    return 0 if below and below.next_kind == present.kind and joined and last.post == present.post else None


def _started(
    rule: CreditRule, level: CreditLevel, present: HeldLevel, opening: int | None, paks: Sequence[Pak]
) -> Begun:
    low = high = opening
    last: Pak | None = None
    reaches = present.since - ONE_DAY
    most = level.next_rank * rule.degree_share // (100 * SCALE)
    degree, warnings = False, []
    for pak in sorted(paks, key=lambda p: (p.decided_on, p.counts_to)):
        if not _of_the_level(pak, present):
            continue
        if pak.kind == "pendidikan":
            if degree:
                warnings.append("degree_twice")
            elif pak.amount > most:
                warnings.append("degree_too_much")
            alone = low is not None and pak.cumulative == low + pak.amount and pak.period_to is None
            if low is not None and high is not None and (pak.cumulative is None or alone):
                # A degree adds to what is there and converts no work: what was not counted before is counted still.
                added = 0 if degree else min(pak.amount, most)
                low, high, degree = low + added, high + added, True
                continue
            degree = degree or pak.cumulative is not None
        if pak.cumulative is not None or pak.kind in FRESH_STARTS:
            if pak.kind == "ak_dasar" and pak.amount not in _basics(rule, level):
                warnings.append("basic_not_in_table")
            sum_ = pak.amount if pak.cumulative is None else pak.cumulative
            tied = last is not None and (last.decided_on, last.counts_to) == (pak.decided_on, pak.counts_to)
            if tied and low is not None and high is not None and not low == high == sum_:
                # Which of two decrees of one day came last nobody can tell.
                low, high = min(low, sum_), max(high, sum_)
                warnings.append("paks_of_one_day")
            else:
                low = high = sum_
            last, reaches = pak, pak.counts_to
        elif pak.kind == "konversi" and low is not None and high is not None and pak.counts_from <= reaches + ONE_DAY:
            # One that leaves months out after the last tells less than the evaluations themselves.
            low, high = low + pak.amount, high + pak.amount
            last, reaches = pak, pak.counts_to
    return Begun(level, present, last, low or 0, high, tuple(dict.fromkeys(warnings)))


def _of_the_level(pak: Pak, present: HeldLevel) -> bool:
    if pak.level is not None:
        return pak.level == present.kind
    # Without its level named, a PAK that opens one belongs to the level held when it was decided, others to that of the work.
    return (pak.decided_on if pak.kind in FRESH_STARTS else pak.counts_to) >= present.since


def _basics(rule: CreditRule, level: CreditLevel) -> set[int]:
    found = [basic_credit(rule, level, golongan) for golongan in level.golongan]
    return {0, *(int(basic * SCALE) for basic in found if basic is not None)}


def _converted(law: CreditLaw, months: Mapping[Counted, int]) -> list[Conversion]:
    found = []
    for (year, kind, predicate, counted), number in months.items():
        level = level_in(law, year, kind)
        if level is None:
            found.append(Conversion(year, kind, number, predicate, None, Fraction(0), None, counted))
            continue
        rule = law.years[year]
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
