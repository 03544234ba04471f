"""The conversion table of RULES §8, worked through: each form two days long, at home and abroad, and the caps of a month."""

import pytest

from asnkarier.core.growth.hours import hours_of, reaches, summed
from tests.core.growth.test_hours import JP, RULE, attended


@pytest.mark.parametrize(
    ("form", "national", "abroad"),
    [
        # 3 and 4 March 2025. A day's worth counts twice: seminar 2 × 4 and 2 × 6, and so on.
        ("seminar", 8, 12), ("workshop", 10, 14), ("socialisation", 8, 12), ("elearning", 6, 8),
        ("selfstudy", 4, 4), ("community", 4, 4),
        # A time, an assignment, a visit, a semester count once, however many days.
        ("coaching", 2, 4), ("mentoring", 2, 4), ("detachment", 20, 24), ("internship", 20, 24), ("exchange", 20, 24),
        ("benchmarking", 10, 20), ("study", 20, 20),
    ],
)  # fmt: skip
def test_two_days_of_each_form(form: str, national: int, abroad: int) -> None:
    days = ("2025-03-03", "2025-03-04")
    found = [hours_of([attended(form, *days, abroad=away)], RULE, 2025)[0].jp for away in (False, True)]
    assert found == [national * JP, abroad * JP]


@pytest.mark.parametrize("form", ["training", "course", "bimtek"])
def test_certified_hours_abroad_are_a_fifth_more(form: str) -> None:
    # 25 as certified; 25 × 1.2 = 30 abroad.
    assert [hours_of([attended(form, jp=25 * JP, abroad=a)], RULE, 2025)[0].jp for a in (False, True)] == [
        25 * JP,
        30 * JP,
    ]


@pytest.mark.parametrize("form", ["coaching", "mentoring"])
@pytest.mark.parametrize(("abroad", "jp"), [(False, 4), (True, 8)])
def test_two_times_a_month_count_and_the_third_does_not(form: str, abroad: bool, jp: int) -> None:
    # Twice 2 JP at home, twice 4 abroad; a third time in March adds nothing, on 1 April a new month begins.
    def times(*days: str) -> int:
        return summed(hours_of([attended(form, day, day, abroad=abroad) for day in days], RULE, 2025)).jp

    assert times("2025-03-01", "2025-03-31") == jp * JP
    assert times("2025-03-01", "2025-03-15", "2025-03-31") == jp * JP
    assert times("2025-03-01", "2025-03-31", "2025-04-01") == jp * JP + jp * JP // 2


@pytest.mark.parametrize("form", ["seminar", "workshop", "selfstudy", "community", "benchmarking"])
def test_no_other_form_has_a_cap(form: str) -> None:
    once = hours_of([attended(form)], RULE, 2025)[0].jp
    assert once is not None
    assert summed(hours_of([attended(form)] * 3, RULE, 2025)).jp == 3 * once


def test_five_days_of_seminar_make_the_twenty_and_four_do_not() -> None:
    # 5 × 4 = 20; 4 × 4 = 16.
    five, four = (summed(hours_of([attended("seminar", "2025-03-03", f"2025-03-0{d}")], RULE, 2025)) for d in (7, 6))
    assert [(h.jp // JP, reaches(h, RULE.pns_at_least)) for h in (five, four)] == [(20, "met"), (16, "not_met")]
