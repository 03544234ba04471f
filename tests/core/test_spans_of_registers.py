"""Spans of registers: how they join, what they cover, and since when a list has to be complete for what is asked."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asnkarier.core.anniversary import anniversary, first_within
from asnkarier.core.decide.reach import Span, covers, joined, known_from, known_until, reaches

Y23, Y24, Y25 = (("2023-01-01", "2023-12-31"), ("2024-01-01", "2024-12-31"), ("2025-01-01", "2025-12-31"))


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], ()),
        ([Y25, Y24], (("2024-01-01", "2025-12-31"),)),
        ([Y23, Y25], (Y23, Y25)),
        # One day between them is a gap: 31 December 2024 is in neither.
        ([("2024-01-01", "2024-12-30"), Y25], (("2024-01-01", "2024-12-30"), Y25)),
        ([("", "2023-12-31"), Y24], (("", "2024-12-31"),)),
        ([("", "2022-12-31"), Y24], (("", "2022-12-31"), Y24)),
        ([("", "2025-12-31"), Y24], (("", "2025-12-31"),)),
        ([Y24, ("2024-06-01", "2025-03-31")], (("2024-01-01", "2025-03-31"),)),
    ],
)
def test_lists_that_follow_one_another_are_one_span(spans: list[Span], expected: tuple[Span, ...]) -> None:
    assert joined(spans) == expected


def test_what_is_covered_lies_within_one_span() -> None:
    spans = joined([Y23, Y25])
    assert covers(spans, "2025-12-31", "2025-01-01")
    assert not covers(spans, "2025-12-31", "2024-12-31")
    assert not covers(spans, "2026-01-01", "2025-01-01")
    assert not covers(spans, "2025-12-31")
    assert covers([("", "2025-12-31")], "2025-12-31")
    assert (reaches(spans), reaches(spans, "2025-03-01"), reaches(spans, "2024-03-01")) == (
        None, "2025-12-31", "2023-12-31",
    )  # fmt: skip
    assert (known_from(spans), known_until(spans)) == ("2025-01-01", "2025-12-31")
    assert (known_from([("", "2025-12-31")]), known_until([])) == (None, None)


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 10)), max_size=8))
def test_a_day_is_covered_where_one_of_the_lists_covers_it(drawn: list[tuple[int, int]]) -> None:
    first = date(2025, 1, 1).toordinal()
    day = [date.fromordinal(first + number).isoformat() for number in range(60)]
    spans = [(day[start], day[start + length]) for start, length in drawn]
    found = joined(spans)
    assert [covers(found, one, one) for one in day] == [any(a <= one <= b for a, b in spans) for one in day]
    assert all(last < later for (_, last), (later, _) in pairwise(found))


@given(st.dates(date(2000, 1, 1), date(2060, 12, 31)), st.integers(1, 10))
def test_the_last_years_begin_with_the_first_day_that_is_not_over(day: date, years: int) -> None:
    first = first_within(day, years)
    assert anniversary(first, years) > day
    assert anniversary(date.fromordinal(first.toordinal() - 1), years) <= day
