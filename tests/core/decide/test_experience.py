"""Days in posts, on both sides of every threshold. All dates are worked out in the comments."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asnkarier.core.anniversary import anniversary, days_of_years, duration
from asnkarier.core.decide.experience import days_missing, experience, reached
from asnkarier.core.decide.records import Posting


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


COUNTING = (False, True, None)
"""Class 0 does not count, class 1 does, of class 2 it is not known."""


def held(since: str, until: str | None, counts: bool | None = True, stated: bool = True) -> Posting:
    return Posting(day(since), day(until) if until else None, COUNTING.index(counts), stated, 1)


def served(*posts: Posting, on: str, appointed: str | None = "2010-01-01", covered: str | None = "2030-01-01", out=()):  # type: ignore[no-untyped-def]
    return experience(
        posts,
        COUNTING,
        before=day(on),
        appointed=day(appointed) if appointed else None,
        covered_until=day(covered) if covered else None,
        taken_out=[(day(a), day(b)) for a, b in out],
    )


@pytest.mark.parametrize(
    ("on", "outcome"),
    [
        # Since 1 April 2024: 1 April 2024 to 31 March 2026 are 365 + 365 = 730 days, two full years, over on 1 April 2026.
        ("2026-03-31", "not_met"),
        ("2026-04-01", "met"),
    ],
)
def test_an_unbroken_post_reaches_its_years_on_the_anniversary(on: str, outcome: str) -> None:
    assert reached(served(held("2024-04-01", None), on=on), 2) == outcome


def test_years_once_reached_stay_reached_when_a_leap_year_comes_into_sight() -> None:
    # 1 January 2022 to 31 December 2023 are 730 days and two calendar years, whether asked in 2024 or after the leap day.
    for on in ("2024-01-01", "2024-03-01", "2025-01-01", "2028-03-01"):
        assert reached(served(held("2022-01-01", "2023-12-31"), on=on), 2) == "met", on
    assert reached(served(held("2022-01-01", "2023-12-30"), on="2025-01-01"), 2) == "not_met"


@pytest.mark.parametrize(("on", "outcome"), [("2026-02-28", "not_met"), ("2026-03-01", "met")])
def test_who_began_on_29_february_has_the_anniversary_on_1_march(on: str, outcome: str) -> None:
    assert reached(served(held("2024-02-29", None), on=on), 2) == outcome


def test_overlapping_posts_count_once() -> None:
    # 2020-01-01..2020-12-31 (366) and 2020-07-01..2021-06-30: together 2020-01-01..2021-06-30 = 366 + 181 = 547 days.
    found = served(held("2020-01-01", "2020-12-31"), held("2020-07-01", "2021-06-30"), on="2026-01-01")
    assert (found.days, found.most) == (547, 547)


def test_posts_apart_are_laid_end_to_end() -> None:
    # 2018 (365 days) and 2020 (366 days) = 731 days from 1 January 2018; two years from then are 730 days.
    assert (
        reached(served(held("2018-01-01", "2018-12-31"), held("2020-01-01", "2020-12-31"), on="2026-01-01"), 2) == "met"
    )
    # One day less in each is 729.
    shorter = served(held("2018-01-01", "2018-12-30"), held("2020-01-01", "2020-12-30"), on="2026-01-01")
    assert shorter.days == 729
    assert reached(shorter, 2) == "not_met"


def test_leave_without_pay_is_taken_out() -> None:
    # 2022-01-01..2024-12-31 are 1096 days; 2023 (365 days) taken out leaves 731; two years from 2022-01-01 are 730.
    found = served(held("2022-01-01", "2024-12-31"), on="2026-01-01", out=[("2023-01-01", "2023-12-31")])
    assert found.days == 731
    assert reached(found, 2) == "met"
    longer = served(held("2022-01-01", "2024-12-31"), on="2026-01-01", out=[("2022-12-30", "2023-12-31")])
    assert longer.days == 729
    assert reached(longer, 2) == "not_met"


def test_posts_that_do_not_count_add_nothing() -> None:
    found = served(held("2020-01-01", None, counts=False), on="2026-01-01")
    assert (found.days, found.most) == (0, 0)
    assert reached(found, 1) == "not_met"


def test_a_post_of_unknown_kind_makes_a_range() -> None:
    # Sure: 2024-01-01..2025-12-31 = 731 days. Perhaps: 2020-01-01..2023-12-31 = 1461 days more.
    posts = held("2020-01-01", "2023-12-31", counts=None), held("2024-01-01", None)
    found = served(*posts, on="2026-01-01")
    assert (found.days, found.most) == (731, 2192)
    assert [reached(found, years) for years in (2, 3, 6, 7)] == ["met", "unknown", "unknown", "not_met"]


def test_a_beginning_not_stated_may_lie_as_far_back_as_the_appointment() -> None:
    # Seen since 2026-01-02 (364 days to 2026-12-31); appointed 2020-01-01: 2557 days at most, seven years.
    found = served(held("2026-01-02", None, stated=False), on="2027-01-01", appointed="2020-01-01")
    assert found.days == 364
    assert [reached(found, years) for years in (0, 1, 7, 8)] == ["met", "unknown", "unknown", "not_met"]


def test_a_beginning_not_stated_does_not_reach_into_the_post_before() -> None:
    posts = held("2020-01-01", "2024-12-31", counts=False), held("2026-01-02", None, stated=False)
    found = served(*posts, on="2027-01-01", appointed="2020-01-01")
    # Free days before the post that was seen: 2025-01-01..2026-01-01 = 366.
    assert (found.days, found.most) == (364, 364 + 366)


def test_days_without_a_post_count_nothing_only_as_far_as_the_history_reaches() -> None:
    post = held("2024-01-01", None, counts=True)
    covered = served(post, on="2026-01-01", appointed="2015-01-01", covered="2026-01-01")
    assert reached(covered, 3) == "not_met"
    nothing_imported = served(post, on="2026-01-01", appointed="2015-01-01", covered=None)
    assert reached(nothing_imported, 3) == "unknown"
    # Complete to the end of 2020 only: 2021-01-01..2023-12-31 (1095 days) are open.
    partly = served(post, on="2026-01-01", appointed="2015-01-01", covered="2020-12-31")
    assert (partly.days, partly.most) == (731, 731 + 1095)


def test_a_history_row_without_an_end_runs_to_the_next_post() -> None:
    posts = held("2020-01-01", None), held("2023-01-01", None, counts=False)
    assert served(*posts, on="2026-01-01").days == 1096  # 2020 (366) + 2021 + 2022


def test_a_history_row_without_an_end_before_a_post_only_seen_is_open() -> None:
    posts = held("2020-01-01", None), held("2023-01-01", None, counts=False, stated=False)
    found = served(*posts, on="2026-01-01")
    assert (found.days, found.most) == (1, 1096)


def test_who_may_have_served_since_an_unknown_appointment_is_unknown() -> None:
    found = served(held("2026-01-02", None, stated=False), on="2026-02-01", appointed=None, covered=None)
    assert reached(found, 30) == "unknown"


def test_missing_days_are_told_while_the_post_goes_on() -> None:
    # On 1 January 2026: 2024-04-01..2025-12-31 = 640 days; 730 are needed: 90 more, on 1 April 2026.
    found = served(held("2024-04-01", None), on="2026-01-01")
    assert days_missing(found, 2) == 90
    assert date(2026, 1, 1) + timedelta(days=90) == date(2026, 4, 1)
    ended = served(held("2024-04-01", "2025-06-30"), on="2026-01-01")
    assert days_missing(ended, 2) is None


def test_durations_are_calendar_years_months_and_days() -> None:
    assert duration(day("2024-04-01"), 730) == (2, 0, 0)
    assert duration(day("2024-04-01"), 729) == (1, 11, 30)
    assert duration(day("2020-01-31"), 29) == (0, 0, 29)
    assert duration(day("2020-01-31"), 30) == (0, 1, 0)  # there is no 31 February: the month is over on 1 March


DATES = st.dates(date(2000, 1, 1), date(2026, 1, 1))


def months_later(since: date, months: int) -> date:
    """The same day so many months later; the first of the month after where there is no such day."""
    years, month = divmod(since.month - 1 + months, 12)
    try:
        return date(since.year + years, month + 1, since.day)
    except ValueError:
        return date(since.year + years, month + 2, 1)


@given(DATES, st.integers(0, 4_000))
def test_months_are_as_many_as_fit_one_after_the_other(since: date, days: int) -> None:
    years, months, rest = duration(since.toordinal(), days)
    end = since + timedelta(days=days)
    whole = anniversary(since, years)
    assert whole <= end < anniversary(since, years + 1)
    assert months == sum(months_later(whole, number) <= end for number in range(1, 12))
    assert months_later(whole, months) + timedelta(days=rest) == end


@given(DATES, st.integers(0, 40))
def test_full_years_are_exactly_the_days_to_the_anniversary(since: date, years: int) -> None:
    days = days_of_years(since.toordinal(), years)
    assert since + timedelta(days=days) == anniversary(since, years)
    assert duration(since.toordinal(), days) == (years, 0, 0)


@given(
    st.lists(st.tuples(DATES, st.integers(0, 900), st.sampled_from([True, False, None])), max_size=6), st.integers(1, 5)
)
def test_one_more_post_that_counts_never_lowers_the_outcome(
    posts: list[tuple[date, int, bool | None]], years: int
) -> None:
    order = {"not_met": 0, "unknown": 1, "met": 2}
    rows = sorted(Posting(s.toordinal(), s.toordinal() + n, COUNTING.index(c), True, 1) for s, n, c in posts)
    more = sorted([*rows, Posting(day("2010-05-05"), day("2012-01-01"), 1, True, 1)])
    settings = {"before": day("2026-06-01"), "appointed": day("1999-01-01"), "covered_until": day("2026-06-01")}
    before = reached(experience(rows, COUNTING, **settings), years)  # type: ignore[arg-type]
    after = reached(experience(more, COUNTING, **settings), years)  # type: ignore[arg-type]
    assert order[after] >= order[before]
