"""Days that are taken out of full years put their end off, one by one."""

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
