"""How far back evaluations count, on both sides of the grace's last day."""

from datetime import date, timedelta

import pytest

from asnkarier.core.appraisal.periods import all_of
from asnkarier.core.decide.evaluated import Year, year_of, years_back, years_counted
from asnkarier.core.decide.records import Evaluation

GRACE = (3, 31)
"""Until 31 March older years may stand in."""


@pytest.mark.parametrize(
    ("on", "back"),
    [
        # On 31 March 2026 the years 2024 and 2023 may stand in for 2025, which is not recorded yet: three years back.
        (date(2026, 3, 31), 3),
        # The day after, 2025 and 2024 count whether they are recorded or not: two.
        (date(2026, 4, 1), 2),
    ],
)
def test_one_year_more_counts_until_the_grace_is_over(on: date, back: int) -> None:
    assert years_back(on, 2, GRACE) == back
    assert min(years_counted([Evaluation(2024, "annual", "", None, None, "baik")], on, 2, GRACE)[0]) == 2026 - back


@pytest.mark.parametrize(
    ("recorded", "years", "graced"),
    [
        # On 1 February 2026: 2024 and 2023 stand in for 2025 where one of them is on record, and nothing does where none is.
        ([], (2025, 2024), False),
        ([(2022, "annual")], (2025, 2024), False),
        ([(2023, "annual")], (2024, 2023), True),
        ([(2024, "annual")], (2024, 2023), True),
        # 2025 is recorded by its annual evaluation or by both of its halves, and not by one of them.
        ([(2024, "annual"), (2025, "annual")], (2025, 2024), False),
        ([(2024, "annual"), (2025, "S1"), (2025, "S2")], (2025, 2024), False),
        ([(2024, "annual"), (2025, "S1")], (2024, 2023), True),
    ],
)
def test_older_years_stand_in_where_they_are_on_record(
    recorded: list[tuple[int, str]], years: tuple[int, ...], graced: bool
) -> None:
    rows = [Evaluation(year, period, "", None, None, "baik") for year, period in recorded]
    assert years_counted(rows, date(2026, 2, 1), 2, GRACE) == (years, graced)


@pytest.mark.parametrize("on", [date(2026, 1, 1), date(2026, 3, 31), date(2026, 4, 1), date(2026, 12, 31)])
def test_no_later_day_looks_further_back(on: date) -> None:
    oldest = on.year - years_back(on, 3, GRACE)
    later = [on + timedelta(days=days) for days in range(1, 800)]
    assert min(min(years_counted((), day, 3, GRACE)[0]) for day in later) >= oldest


def test_an_evaluation_without_a_predicate_lies_between_what_its_law_leaves() -> None:
    of_2021 = Evaluation(2021, "annual", "", None, None, None, "sangat_baik", "baik")
    assert year_of([of_2021], 2021) == Year("sangat_baik", "baik", (0,))
    assert year_of([of_2021], 2020) is None
    # Two parts of a year: the best and the worst of both.
    parts = [of_2021._replace(started_on="2021-01-01"), of_2021._replace(started_on="2021-07-01", predicate="kurang")]
    assert year_of(parts, 2021) == Year("sangat_baik", "kurang", (0, 1))


@pytest.mark.parametrize(
    ("period", "days", "whole"),
    [
        ("annual", ("", None), True),
        ("annual", ("2024-01-01", "2024-12-31"), True),
        ("annual", ("2024-01-01", "2024-12-30"), False),
        ("annual", ("2024-01-02", "2024-12-31"), False),
        ("annual", ("2024-01-01", None), False),  # from then on, nobody says until when
        ("S1", ("2024-01-01", "2024-06-30"), True),
        ("S2", ("2024-01-01", "2024-06-30"), False),
        ("M2", ("2024-02-01", "2024-02-28"), False),  # 2024 is a leap year
        ("M2", ("2024-02-01", "2024-02-29"), True),
    ],
)
def test_days_that_leave_nothing_of_the_period_out(period: str, days: tuple[str, str | None], whole: bool) -> None:
    assert all_of(2024, period, *days) is whole


def test_two_evaluations_of_the_whole_year_that_differ_leave_it_open() -> None:
    one = Evaluation(2025, "annual", "", None, None, "baik")
    part = one._replace(started_on="2025-07-01", predicate="kurang")
    assert year_of([one, one._replace(predicate="sangat_baik"), part], 2025) == Year("sangat_baik", "baik", (0, 1))
