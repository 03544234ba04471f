"""Satyalancana Karya Satya: both sides of the day, of sanctions, of what registers know."""

from datetime import date

import pytest

from asnkarier.core.reports.service_award import Serving, proposal, years_of
from asnkarier.law.load import regulations

RULE = regulations().satyalancana.on(date(2026, 6, 30)).value


def due(as_of: date = date(2026, 6, 30), **changes: object):
    person = Serving("PNS", "2016-07-01", (), (), ())._replace(**changes)  # type: ignore[arg-type]
    return proposal(RULE, person, as_of, sanctions_known=True, awards_known=True)


def test_ten_years_are_complete_on_the_day_and_not_the_day_before() -> None:
    # 1 July 2016 + 10 years = 1 July 2026
    assert due() is None
    found = due(date(2026, 7, 1))
    assert found is not None
    assert (found.years, found.since, found.outcome) == (10, date(2026, 7, 1), "met")


def test_the_highest_award_served_for_is_proposed_unless_held() -> None:
    # 1 March 1996 + 30 = 1 March 2026
    assert due(appointed_on="1996-03-01").years == 30
    assert due(appointed_on="1996-03-01", awards=("Satyalancana Karya Satya XXX Tahun",)) is None
    assert due(appointed_on="1996-03-01", awards=("Satyalancana Karya Satya XX Tahun",)).years == 30
    # 1 January 2000 + 20 = 1 January 2020; the award for 20 is held, the one for 30 not yet served for
    assert due(appointed_on="2000-01-01", awards=("Satyalancana Karya Satya XX Tahun",)) is None


@pytest.mark.parametrize(("level", "outcome"), [("ringan", "met"), ("sedang", "not_met"), ("berat", "not_met")])
def test_sanctions(level: str, outcome: str) -> None:
    assert due(appointed_on="2006-01-01", sanctions=(level,)).outcome == outcome


def test_leave_and_registers_that_do_not_reach_make_it_unknown() -> None:
    assert due(appointed_on="2006-01-01", statuses=("cltn",)).outcome == "unknown"
    person = Serving("PNS", "2006-01-01", (), (), ())
    day = date(2026, 6, 30)
    assert proposal(RULE, person, day, sanctions_known=False, awards_known=True).hindrance == "register"
    assert proposal(RULE, person, day, sanctions_known=True, awards_known=False).hindrance == "awards"


def test_only_civil_servants_of_the_law_with_a_known_beginning() -> None:
    assert due(appointed_on="2006-01-01", employee_kind="PPPK") is None
    assert due(appointed_on=None) is None


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("Satyalancana Karya Satya X Tahun", 10),
        ("Satyalancana Karya Satya XX Tahun", 20),
        ("SLKS 30 th", 30),
        ("Satya Lencana Karya Satya XXX (Tiga Puluh) Tahun", 30),
        ("Satyalancana Wira Karya", None),
    ],
)
def test_years_in_a_title(title: str, years: int | None) -> None:
    assert years_of(title) == years
