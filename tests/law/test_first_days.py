"""The day from which each topic of RULES §1 to §11 is regulated: the law on it, none the day before, and each later record."""

from datetime import date, timedelta

import pytest

from asnkarier.core.regulation import NotRegulated
from asnkarier.law.load import regulations
from asnkarier.law.topics import TOPICS

FIRST_DAYS = {
    # §1: PP 46/2011 decides imported years from 2014; the guidance of SE MenPANRB 3/2023 its own year.
    "predicate": "2014-01-01", "distribution": "2023-01-01",
    # §2: PermenPANRB 38/2017, PerBKN 26/2019.
    "competency": "2017-09-29", "assessment": "2019-01-01",
    # §3: PermenPANRB 3/2020; open selection of PermenPANRB 15/2019.
    "talent": "2020-01-16", "selection": "2019-01-01",
    # §4: PP 11/2017 of 7 April 2017; UU 5/2014 of 15 January 2014 names the kinds of posts; pola karier of 2021,
    # and the moves on the same level (Ps 132, Ps 190) of PP 11/2017.
    "jpt_utama": "2017-04-07", "jpt_madya": "2017-04-07", "jpt_pratama": "2017-04-07", "administrator": "2017-04-07",
    "pengawas": "2017-04-07", "pelaksana": "2017-04-07", "experience": "2017-04-07", "positions": "2014-01-15",
    "careers": "2017-04-07", "guru": "2008-12-01",
    # §5: PermenPANRB 1/2023 in force with PerBKN 3/2023.
    "credit": "2023-07-01", "jabatan_fungsional": "2023-07-01",
    # §6: PerBKN 8/2019.
    "ip_asn": "2019-01-01", "leadership": "2019-01-01",
    # §7: PP 99/2000 of 17 November 2000, PP 12/2002 and PP 13/2002 of 17 April 2002, PP 7/1977 of 11 March 1977, UU 5/2014.
    "golongan": "2000-11-17", "rank_dates": "2000-11-17", "rank_promotion": "2002-04-17", "rank_ranges": "2002-04-17",
    "pay_step": "1977-03-11", "retirement": "2014-01-15",
    # §8: PerLAN 10/2018. §9: PP 53/2010 of 6 June 2010. §11: PP 17/2018, Permendikdasmen 7/2025.
    "training": "2018-01-01", "discipline": "2010-06-06", "camat": "2018-05-17", "kepala_sekolah": "2025-05-15",
}  # fmt: skip
OF_THE_PRODUCT = {"growth", "importance", "mentoring", "staff", "duk", "satyalancana", "merit", "attention", "fairness"}
"""Topics of reports, of which RULES §1 to §11 says nothing."""


def test_every_topic_has_its_first_day_here() -> None:
    assert FIRST_DAYS.keys() | OF_THE_PRODUCT == set(TOPICS)


@pytest.mark.parametrize(("topic", "first"), FIRST_DAYS.items())
def test_a_topic_is_regulated_from_its_first_day_and_not_the_day_before(topic: str, first: str) -> None:
    day = date.fromisoformat(first)
    regulation = regulations().topic(topic)
    assert regulation.on(day).in_force_since == day
    with pytest.raises(NotRegulated) as caught:
        regulation.on(day - timedelta(days=1))
    assert (caught.value.code, caught.value.first, caught.value.exit_code) == ("not_regulated", day, 3)


@pytest.mark.parametrize(
    ("topic", "last_of_the_older", "first_of_the_newer"),
    [
        ("predicate", ("2020-12-31", "2014-01-01"), "2021-01-01"),  # PP 46/2011, then PP 30/2019
        ("predicate", ("2021-12-31", "2021-01-01"), "2022-01-01"),  # then PermenPANRB 6/2022
        ("talent", ("2025-12-31", "2020-01-16"), "2026-01-01"),  # institutions are told to use Kepka BKN 411/2025
        ("rank_dates", ("2023-12-31", "2000-11-17"), "2024-01-01"),  # April and October, then every second month
        ("rank_dates", ("2025-09-30", "2024-01-01"), "2025-10-01"),  # then every month
        ("retirement", ("2023-10-30", "2014-01-15"), "2023-10-31"),  # UU 5/2014 Ps 90, then UU 20/2023 Ps 55
        ("discipline", ("2021-08-30", "2010-06-06"), "2021-08-31"),  # PP 53/2010, then PP 94/2021
    ],
)
def test_a_newer_law_decides_from_its_own_day(
    topic: str, last_of_the_older: tuple[str, str], first_of_the_newer: str
) -> None:
    regulation = regulations().topic(topic)
    day, since = last_of_the_older
    assert regulation.on(date.fromisoformat(day)).in_force_since.isoformat() == since
    assert regulation.on(date.fromisoformat(first_of_the_newer)).in_force_since.isoformat() == first_of_the_newer
