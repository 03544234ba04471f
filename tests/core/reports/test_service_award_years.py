"""Satyalancana Karya Satya: 10, 20 and 30 years, each on the day and the day before."""

from datetime import date

import pytest

from tests.core.reports.test_service_award import due


@pytest.mark.parametrize(
    ("appointed_on", "day", "years"),
    [
        # 1 July 2016, 2006, 1996 + 10, 20, 30 = 1 July 2026.
        ("2016-07-01", date(2026, 6, 30), None),
        ("2016-07-01", date(2026, 7, 1), 10),
        ("2006-07-01", date(2026, 6, 30), 10),
        ("2006-07-01", date(2026, 7, 1), 20),
        ("1996-07-01", date(2026, 6, 30), 20),
        ("1996-07-01", date(2026, 7, 1), 30),
        # Begun on 29 February 2016: ten years are complete on 1 March 2026.
        ("2016-02-29", date(2026, 2, 28), None),
        ("2016-02-29", date(2026, 3, 1), 10),
    ],
)
def test_each_award_on_both_sides_of_its_day(appointed_on: str, day: date, years: int | None) -> None:
    found = due(day, appointed_on=appointed_on)
    assert (found and found.years) == years
