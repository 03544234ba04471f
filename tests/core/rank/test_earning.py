"""Credit added up in whole years, and for many at once, is what the months give one by one, whatever the career."""

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from asnkarier.core.numbers import SCALE
from asnkarier.core.rank.career import HeldLevel, Pak, YearResult
from asnkarier.core.rank.credit import brought, credit, reached
from asnkarier.core.rank.earning import counting, earned
from asnkarier.core.rank.start import begin
from asnkarier.core.rules.appraisal import PREDICATES, Predicate
from asnkarier.core.rules.credit import credit_law
from asnkarier.law.load import regulations
from tests.core.rank.test_credit import RULE

LAW = credit_law(regulations().credit, date(2027, 12, 31))
"""Years before 2023 were not converted from predicates."""

DAYS = st.dates(date(2015, 1, 1), date(2027, 12, 31))
MAYBE = st.none() | DAYS
KINDS = st.sampled_from(["jf_ahli_pertama", "jf_ahli_muda", "jf_terampil", "pelaksana", "pengawas"])
PERIODS = ["annual"] * 6 + ["S1", "S2", "Q1", "Q2", "Q3", "Q4", "M1", "M6", "M12"]
LENGTH = {"a": 12, "S": 6, "Q": 3, "M": 1}


@st.composite
def careers(draw: st.DrawFn) -> list[HeldLevel]:
    """Levels held one after the other, some with days between them, the last open."""
    starts = sorted(set(draw(st.lists(DAYS, min_size=1, max_size=4))))
    ends: list[date | None] = [later - timedelta(draw(st.sampled_from([1, 1, 1, 45]))) for later in starts[1:]]
    return [HeldLevel(draw(KINDS), since, until) for since, until in zip(starts, [*ends, None], strict=True)]


def in_order(two: list[Predicate]) -> tuple[Predicate, Predicate]:
    best, worst = sorted(two, key=PREDICATES.index)
    return best, worst


@st.composite
def evaluations(draw: st.DrawFn) -> list[YearResult]:
    """Results of years and of parts of them, with and without days of their own, no two of one period and beginning."""
    found = draw(
        st.lists(
            st.builds(
                YearResult,
                st.integers(2015, 2027),
                st.sampled_from(PERIODS),
                st.sampled_from([*PREDICATES, None]),
                MAYBE,
                MAYBE,
                st.none() | st.lists(st.sampled_from(PREDICATES), min_size=2, max_size=2).map(in_order),
            ),
            max_size=20,
        )
    )
    # As the file keeps and reads them.
    by_key = {(r.year, r.period, r.started_on or date.min): r for r in found}
    return [by_key[key] for key in sorted(by_key)]


PAKS = st.lists(
    st.builds(
        Pak,
        DAYS,
        st.sampled_from(["integrasi", "penyetaraan", "ak_dasar", "konversi", "pendidikan"]),
        st.integers(0, 100 * SCALE),
        st.none() | st.integers(0, 300 * SCALE),
        MAYBE,
        st.none() | KINDS,
        st.just(0),
        MAYBE,
    ),
    max_size=3,
)


def months_of(period: str) -> range:
    length = LENGTH[period[0]]
    first = 1 if length == 12 else (int(period[1:]) - 1) * length + 1
    return range(first, first + length)


def said_of(results: Sequence[YearResult], month: date) -> YearResult | None:
    """The result that holds for a month: the longest period first, of annual ones that of the whole year, else the earliest that reaches it."""

    def part(r: YearResult) -> bool:
        whole = r.period != "annual" or r.started_on is None
        return not whole and (r.started_on != date(r.year, 1, 1) or r.ended_on != date(r.year, 12, 31))

    ranked = sorted(
        (r for r in results if r.year == month.year),
        key=lambda r: (-LENGTH[r.period[0]], part(r), r.started_on is None, r.started_on or date.min),
    )
    for result in ranked:
        if result.period != "annual":
            if month.month in months_of(result.period):
                return result
            continue
        begun = result.started_on is None or result.started_on.replace(day=1) <= month
        if begun and (result.ended_on is None or month <= result.ended_on):
            return result
    return None


def by_the_month(
    held: Sequence[HeldLevel], paks: Sequence[Pak], results: Sequence[YearResult], as_of: date
) -> tuple[Fraction, Fraction | None] | None:
    """The definition: every first of a month in the present level, after the last PAK, earns a twelfth of its year."""
    begun = begin(RULE, held, paks, as_of)
    if begun is None:
        return None
    low, high, open_ = Fraction(begun.low, SCALE), Fraction(begun.high or 0, SCALE), begun.high is None
    for year in range(2015, as_of.year + 1):
        for number in range(1, 13):
            month = date(year, number, 1)
            if month > as_of or month < begun.present.since or (begun.start and month <= begun.start.counts_to):
                continue
            kind = next((h.kind for h in held if h.since <= month and (h.until is None or month <= h.until)), None)
            result = said_of(results, month)
            predicate, ends = (result.predicate, result.ends) if result else (None, None)
            if kind != begun.level.kind or (predicate is ends is None and year == as_of.year):
                continue
            if year < 2023:
                open_ = True
                continue
            a_month = Fraction(begun.level.coefficient, SCALE) / 12
            shares = [RULE.multipliers[predicate]] if predicate else [0, *RULE.multipliers.values()]
            if ends and not predicate:
                shares = [RULE.multipliers[one] for one in ends]
            low += a_month * min(shares) / SCALE / 100
            high += a_month * max(shares) / SCALE / 100
    return low, None if open_ else high


@given(careers(), PAKS, evaluations(), DAYS)
def test_months_in_bulk_are_months_one_by_one(
    held: list[HeldLevel], paks: list[Pak], results: list[YearResult], as_of: date
) -> None:
    wanted = by_the_month(held, paks, results, as_of)
    found = credit(LAW, held, "III/c", paks, results, as_of)
    assert (found and (found.low, found.high)) == wanted
    begun = begin(RULE, held, paks, as_of)
    if begun is None:
        return
    # What a forecast over everyone keeps of a career, and of the evaluations only the years that count.
    career = counting(held, begun.present, begun.start.counts_to if begun.start else None, as_of)
    counted = [r for r in results if r.year >= career.since.year]
    assert reached(*brought(begun, *earned(LAW, career, counted))) == wanted
    # Careers that differ only before counting begins, or in days within a month, are one.
    assert counting(career.spans, begun.present._replace(since=career.since), None, as_of) == career


@given(careers(), PAKS, evaluations(), DAYS)
def test_conversions_add_up_to_the_total(
    held: list[HeldLevel], paks: list[Pak], results: list[YearResult], as_of: date
) -> None:
    found = credit(LAW, held, "III/c", paks, results, as_of)
    if found is not None:
        counted = [c for c in found.conversions if c.counted]
        assert found.low == found.start_credit + sum(c.low for c in counted)
        highs = [found.start_high, *(c.high for c in counted)]
        assert found.high == (None if None in highs else sum(high for high in highs if high is not None))
