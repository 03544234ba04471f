"""Ages and their groups, on both sides of a birthday and of a bound."""

from datetime import date

from asnkarier.core.reports.ages import age, group


def test_age_counts_on_the_birthday() -> None:
    assert age("1966-07-01", date(2026, 6, 30)) == 59
    assert age("1966-06-30", date(2026, 6, 30)) == 60
    assert age("2000-02-29", date(2026, 2, 28)) == 25  # no 29 February in 2026: a year older on 1 March
    assert age("2000-02-29", date(2026, 3, 1)) == 26
    assert age(None, date(2026, 6, 30)) is None


def test_groups_include_their_bound() -> None:
    bounds = (25, 30)
    assert [group(years, bounds) for years in (None, 25, 26, 30, 31)] == [None, 0, 1, 1, 2]
