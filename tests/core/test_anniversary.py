"""Time that is taken out of full years puts their end off: full months by months, the days left over by days."""

from datetime import date

import pytest

from asnkarier.core.anniversary import after_years


@pytest.mark.parametrize(
    ("spans", "over"),
    [
        # Two years from 1 January 2024 are over on 1 January 2026.
        ([], date(2026, 1, 1)),
        ([(date(2023, 12, 1), date(2024, 1, 1))], date(2026, 1, 2)),  # one day of it lies after the beginning
        ([(date(2023, 12, 1), date(2023, 12, 31))], date(2026, 1, 1)),
        ([(date(2025, 12, 31), date(2026, 1, 9))], date(2026, 1, 11)),  # begun a day before: all ten days
        ([(date(2026, 1, 1), date(2026, 1, 10))], date(2026, 1, 1)),  # begun when they were over
        # 31 days put it off to 1 February, before which the second has begun: ten more.
        ([(date(2024, 3, 1), date(2024, 3, 31)), (date(2026, 1, 31), date(2026, 2, 9))], date(2026, 2, 11)),
        ([(date(2025, 6, 1), date.max)], date.max),
        ([(date(2026, 1, 1), date.max)], date(2026, 1, 1)),
    ],
)
def test_days_that_do_not_count_put_years_off(spans: list[tuple[date, date]], over: date) -> None:
    numbers = [(first.toordinal(), last.toordinal()) for first, last in spans]
    assert after_years(date(2024, 1, 1), 2, numbers) == over


@pytest.mark.parametrize(
    ("start", "years", "span", "over"),
    [
        # Four years from 1 April 2021: 33 months until the leave of a whole leap year, 15 after it.
        (date(2021, 4, 1), 4, (date(2024, 1, 1), date(2024, 12, 31)), date(2026, 4, 1)),
        (date(2021, 4, 1), 4, (date(2024, 1, 1), date(2025, 1, 1)), date(2026, 4, 2)),  # a day more
        (date(2021, 4, 1), 4, (date(2024, 1, 2), date(2024, 12, 31)), date(2026, 3, 31)),  # 11 months and 30 days
        # Six months, be they of 181 or of 184 days.
        (date(2021, 4, 1), 4, (date(2022, 7, 1), date(2022, 12, 31)), date(2025, 10, 1)),
        (date(2021, 4, 1), 4, (date(2023, 1, 1), date(2023, 6, 30)), date(2025, 10, 1)),
        # Two years from 1 March 2023, when a pay step began.
        (date(2023, 3, 1), 2, (date(2024, 1, 1), date(2024, 12, 31)), date(2026, 3, 1)),
        (date(2023, 3, 1), 2, (date(2024, 2, 1), date(2024, 7, 31)), date(2025, 9, 1)),
    ],
)
def test_full_months_put_years_off_by_months(start: date, years: int, span: tuple[date, date], over: date) -> None:
    assert after_years(start, years, [(span[0].toordinal(), span[1].toordinal())]) == over
