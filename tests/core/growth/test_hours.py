"""JP by form, worked by hand from RULES §8."""

from datetime import date
from typing import Any

import pytest

from asnkarier.core.growth.hours import Attended, hours_of, jp_of, reaches, summed
from asnkarier.law.load import regulations

RULE = regulations().training.on(date(2026, 1, 1)).value
JP = 10_000


def attended(
    form: str | None, since: str | None = "2025-03-03", until: str | None = "2025-03-03", **more: Any
) -> Attended:
    return Attended(1, more.pop("title", "X"), form, since, until, more.pop("year", None), **{"jp": None, **more})


@pytest.mark.parametrize(
    ("training", "jp", "basis"),
    [
        (attended("training", jp=40 * JP), 40, "certified"),
        (attended("bimtek", jp=20 * JP, abroad=True), 24, "certified"),  # 20 + 20 % = 24
        (attended("training"), None, "unknown"),
        (attended("seminar", "2025-03-03", "2025-03-04"), 8, "converted"),  # 2 days × 4
        (attended("seminar", "2025-03-03", "2025-03-04", abroad=True), 12, "converted"),  # 2 days × 6
        (attended("workshop", "2025-02-28", "2025-03-01"), 10, "converted"),  # 2 days × 5: 2025 is no leap year
        (attended("socialisation"), 4, "converted"),
        (attended("elearning", "2025-03-01", "2025-03-10"), 30, "converted"),  # 10 days × 3
        (attended("selfstudy"), 2, "converted"),
        (attended("community", abroad=True), 2, "converted"),
        (attended("coaching"), 2, "converted"),
        (attended("mentoring", abroad=True), 4, "converted"),
        (attended("internship", "2025-01-01", "2025-06-30"), 20, "converted"),  # an assignment, however long
        (attended("detachment", abroad=True), 24, "converted"),
        (attended("benchmarking"), 10, "converted"),
        (attended("study", "2025-01-01", "2025-06-30"), 20, "converted"),  # 6 months: one semester
        (attended("study", "2025-01-01", "2025-07-01"), 40, "converted"),  # a seventh month: two
        (attended("seminar", None, None, year=2025, jp=6 * JP), 6, "recorded"),  # days not known
        (attended("seminar", None, None, year=2025), None, "unknown"),
        (attended(None, jp=5 * JP), 5, "recorded"),
        (attended("seminar", "2025-03-05", "2025-03-03"), None, "unknown"),  # ends before it begins
    ],
)
def test_each_form_by_its_own_table(training: Attended, jp: int | None, basis: str) -> None:
    (found,) = hours_of([training], RULE, 2025)
    assert (found.jp, found.basis) == (None if jp is None else jp * JP, basis)


def test_the_third_coaching_of_a_month_counts_nothing_and_the_next_month_begins_anew() -> None:
    days = ("2025-03-03", "2025-03-10", "2025-03-31", "2025-04-01")
    found = hours_of([attended("coaching", day, day) for day in days], RULE, 2025)
    assert [one.jp for one in found] == [2 * JP, 2 * JP, 0, 2 * JP]
    # Coaching and mentoring each have a cap of their own.
    mixed = hours_of(
        [attended(form, "2025-03-03", "2025-03-03") for form in ("coaching", "mentoring", "coaching", "mentoring")],
        RULE,
        2025,
    )
    assert summed(mixed).jp == 8 * JP


def test_the_jp_of_trainings_of_several_years_are_told_in_their_order_with_the_caps_of_their_months() -> None:
    trainings = [
        attended("coaching", "2025-03-31", "2025-03-31"),  # the third of March 2025: 0
        attended("training", "2024-05-06", "2024-05-10", jp=30 * JP),  # as certified: 30
        attended("coaching", "2025-03-03", "2025-03-03"),  # the first: 2
        attended("coaching", "2024-03-03", "2024-03-03"),  # March of another year: 2
        attended("coaching", "2025-03-04", "2025-03-04"),  # the second: 2
        attended("seminar", None, None, year=2025),  # days not known
        attended(None, None, None, jp=7 * JP),  # neither day nor year: as recorded
        attended("coaching", None, None, year=2025),  # may be one more of March: not known
        attended("coaching", None, None, year=2026),  # 2026 has none beside it: 2
    ]
    sure = [0, 30 * JP, 2 * JP, 2 * JP, 2 * JP, None, 7 * JP, None, 2 * JP]
    found = jp_of(trainings, RULE)
    assert [least if least == most else None for least, most in found] == sure
    # What is not known of the seminar is whatever it was; one coaching more is at most the 2 of any.
    assert (found[5], found[7]) == ((0, None), (0, 2 * JP))
    for year in (2024, 2025, 2026):
        alone = [one.jp for one in hours_of(trainings, RULE, year)]
        among = [jp for jp, one in zip(sure, trainings, strict=True) if one.counts_in(year)]
        assert sorted(alone, key=repr) == sorted(among, key=repr)


def test_a_training_belongs_to_the_year_in_which_it_ended() -> None:
    over = attended("training", "2024-12-30", "2025-01-03", jp=40 * JP)
    assert len(hours_of([over], RULE, 2025)) == 1
    assert hours_of([over], RULE, 2024) == []


def test_twenty_is_enough_and_a_hair_less_is_not() -> None:
    enough = summed(hours_of([attended("training", jp=20 * JP)], RULE, 2025))
    less = summed(hours_of([attended("training", jp=20 * JP - 1)], RULE, 2025))
    open_ = summed(hours_of([attended("training", jp=20 * JP - 1), attended("training")], RULE, 2025))
    assert [reaches(h, RULE.pns_at_least) for h in (enough, less, open_)] == ["met", "not_met", "unknown"]


def test_the_mix_adds_up_by_part() -> None:
    trainings = [attended("training", jp=10 * JP), attended("coaching"), attended("benchmarking")]
    assert summed(hours_of(trainings, RULE, 2025)).by_learning == (10 * JP, 2 * JP, 10 * JP)


def test_the_cap_of_a_month_holds_where_nobody_knows_the_month() -> None:
    def hours(undated: int, dated: int = 0) -> tuple[int, int]:
        rows = [attended("mentoring", None, None, year=2025, title=f"U{i}") for i in range(undated)]
        rows += [attended("mentoring", "2025-03-03", "2025-03-03", title=f"D{i}") for i in range(dated)]
        found = summed(hours_of(rows, RULE, 2025))
        return found.jp // JP, found.unknown

    # Twice a month, 2 JP each: two count whatever their month; of thirty only two are sure, the rest is not known.
    assert hours(2) == (4, 0)
    assert hours(3) == (4, 1)
    assert hours(30) == (4, 28)
    # One in March already: of two others one may lie there beside it, the second perhaps beyond the cap.
    assert hours(2, 1) == (4, 1)
    assert hours(1, 2) == (4, 1)
