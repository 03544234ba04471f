"""When a sanction is served (RULES §9): the fifteenth working day, the sanction's own term, the ends of both, annulment."""

from datetime import date

import pytest

from asnkarier.core.decide.checks.conduct import in_force, served, within
from asnkarier.core.decide.records import Sanction
from asnkarier.core.decide.sanction import term, working_days_after
from asnkarier.law.load import regulations

NEW = regulations().discipline.on(date(2026, 1, 1)).value
OLD = regulations().discipline.on(date(2021, 8, 30)).value


def sanction(decided_on: str, since: str | None, until: str | None, annulled_on: str | None = None) -> Sanction:
    return Sanction("sedang", decided_on, since, until, annulled_on, None, 1)


@pytest.mark.parametrize(
    ("day", "count", "found"),
    [
        # 5 January 2026 is a Monday: 14 weekdays to Friday the 23rd, the fifteenth is Monday the 26th.
        (date(2026, 1, 5), 14, date(2026, 1, 23)),
        (date(2026, 1, 5), 15, date(2026, 1, 26)),
        # From a Friday the first weekday is the Monday; fifteen of them end three weeks later on the Friday.
        (date(2026, 1, 2), 1, date(2026, 1, 5)),
        (date(2026, 1, 2), 15, date(2026, 1, 23)),
        # From a Saturday or a Sunday the count begins on the same Monday.
        (date(2026, 1, 3), 15, date(2026, 1, 23)),
        (date(2026, 1, 4), 15, date(2026, 1, 23)),
    ],
)
def test_working_days_are_weekdays(day: date, count: int, found: date) -> None:
    assert working_days_after(day, count) == found


@pytest.mark.parametrize(
    ("name", "since", "until"),
    [
        # From 26 January 2026: 6 months end on 25 July 2026, 9 on 25 October, 12 on 25 January 2027.
        ("Pemotongan tunjangan kinerja 25% selama 6 bulan", None, "2026-07-25"),
        ("Pemotongan tunjangan kinerja 25% selama 9 bulan", None, "2026-10-25"),
        ("Pemotongan tunjangan kinerja 25% selama 12 bulan", None, "2027-01-25"),
        # A day typed goes before the count: 12 months from 1 March end on the last of February.
        ("Penurunan jabatan setingkat lebih rendah selama 12 bulan", "2026-03-01", "2027-02-28"),
        ("Pembebasan dari jabatan menjadi pelaksana selama 12 bulan", "2026-03-02", "2027-03-01"),
        # Neither a length of its own nor an end: not known.
        ("Pemotongan tunjangan kinerja", None, None),
        ("Entah", None, None),
        (None, None, None),
    ],
)
def test_a_blank_end_is_the_sanctions_own_term(name: str | None, since: str | None, until: str | None) -> None:
    assert term("2026-01-05", since, None, name, NEW) == (since or "2026-01-26", until)


def test_an_end_that_is_stated_stands() -> None:
    name = "Pemotongan tunjangan kinerja 25% selama 6 bulan"
    assert term("2026-01-05", None, "2026-12-31", name, NEW) == ("2026-01-26", "2026-12-31")
    assert term("2026-01-05", None, None, name, None) == (None, None)  # no rule in force: nothing is known


def test_three_years_of_the_older_law() -> None:
    name = "Penurunan pangkat setingkat lebih rendah selama 3 (tiga) tahun"
    # 1 July 2021 + 36 months = 1 July 2024, the day after the last.
    assert term("2021-06-01", "2021-07-01", None, name, OLD) == ("2021-07-01", "2024-06-30")


def test_served_from_the_first_day_to_the_last() -> None:
    found = sanction("2026-01-05", "2026-01-26", "2026-07-25")
    days = ("2026-01-25", "2026-01-26", "2026-07-25", "2026-07-26")
    assert [served(found, day) for day in days] == [False, True, True, False]
    assert served(sanction("2026-01-05", "2026-01-26", None), "2026-01-25") is False
    assert served(sanction("2026-01-05", "2026-01-26", None), "2026-01-26") is None


def test_it_counts_from_the_decision_until_the_annulment() -> None:
    found = sanction("2026-01-05", "2026-01-26", "2026-07-25", "2026-03-01")
    days = ("2026-01-04", "2026-01-05", "2026-02-28", "2026-03-01")
    assert [in_force(found, day) for day in days] == [False, True, True, False]


@pytest.mark.parametrize("years", [2, 3, 5])
def test_the_look_back_ends_on_the_anniversary(years: int) -> None:
    found = sanction("2021-03-01", None, None)
    assert within(found, date(2021 + years, 2, 28), years)
    assert not within(found, date(2021 + years, 3, 1), years)


THREE = "Penurunan pangkat setingkat lebih rendah selama 3 (tiga) tahun"


@pytest.mark.parametrize(
    ("name", "since", "ends_on", "until"),
    [
        # Three years from 20 August 2024 are served through 19 August 2027, by its own words and after the newer law too.
        (THREE, "2024-08-20", None, "2027-08-19"),
        ("Penurunan pangkat setingkat lebih rendah selama 1 tahun", "2024-08-20", None, "2025-08-19"),
        ("Penurunan pangkat", "2024-08-20", None, "2025-08-19"),  # nothing said: the law's own year
        ("Penurunan jabatan", "2024-08-20", None, "2025-08-19"),
        ("Teguran tertulis", "2024-08-20", None, None),
        # Six months from 31 August: February has no 31st, so it is served to the end of that month.
        ("Pemotongan tunjangan kinerja 25% selama 6 (enam) bulan", "2025-08-31", None, "2026-02-28"),
        ("Pemotongan tunjangan kinerja 25% selama 6 (enam) bulan", "2025-08-28", None, "2026-02-27"),
        ("Penundaan kenaikan pangkat selama 1 tahun", "2024-02-29", None, "2025-02-28"),
        ("Penundaan kenaikan pangkat selama 1 tahun", "2024-03-01", None, "2025-02-28"),
        # An end before the beginning is mistyped: never over, but not known.
        (THREE, "2026-03-02", "2025-02-28", None),
        (THREE, "2026-03-02", "2026-03-02", "2026-03-02"),
    ],
)
def test_until_when_a_sanction_is_served(name: str, since: str, ends_on: str | None, until: str | None) -> None:
    assert term("2024-08-01", since, ends_on, name, NEW) == (since, until)
