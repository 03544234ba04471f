from datetime import date
from fractions import Fraction

import pytest

from asnkarier.core.appraisal.said import Ends
from asnkarier.core.numbers import SCALE, shown
from asnkarier.core.rank.career import HeldLevel, Pak, YearResult, over
from asnkarier.core.rank.credit import Credit, credit, degree_credit
from asnkarier.core.rank.earning import conversion
from asnkarier.core.rank.start import basic_credit
from asnkarier.core.regulation import Scaled
from asnkarier.core.rules.appraisal import Predicate
from asnkarier.core.rules.credit import CreditLaw, credit_law
from asnkarier.law.load import regulations

RULE = regulations().credit.on(date(2026, 11, 21)).value
LAW = credit_law(regulations().credit, date(2026, 11, 21))
AS_OF = date(2026, 3, 15)
MUDA = HeldLevel("jf_ahli_muda", date(2022, 1, 1), None)
PAK = Pak(date(2024, 1, 20), "konversi", 25 * SCALE, 120 * SCALE, date(2023, 12, 31), "jf_ahli_muda")


def found(
    held: list[HeldLevel],
    paks: list[Pak],
    results: list[YearResult],
    golongan: str | None = "III/c",
    as_of: date = AS_OF,
) -> Credit:
    result = credit(LAW, held, golongan, paks, results, as_of)
    assert result is not None
    return result


@pytest.mark.parametrize(
    ("kind", "coefficient", "next_rank", "next_level"),
    [
        ("jf_pemula", 3.75, 15, 15), ("jf_terampil", 5, 20, 60), ("jf_mahir", 12.5, 50, 100), ("jf_penyelia", 25, 100, None),
        ("jf_ahli_pertama", 12.5, 50, 100), ("jf_ahli_muda", 25, 100, 200), ("jf_ahli_madya", 37.5, 150, 450),
        ("jf_ahli_utama", 50, 200, None),
    ],
)  # fmt: skip
def test_levels(kind: str, coefficient: float, next_rank: int, next_level: int | None) -> None:
    level = RULE.level(kind)
    assert level is not None
    assert level.coefficient == coefficient * SCALE
    assert level.next_rank == next_rank * SCALE
    assert level.next_level == (None if next_level is None else next_level * SCALE)


@pytest.mark.parametrize(
    ("predicate", "a_year"),
    [
        ("sangat_baik", "37.5"),
        ("baik", "25"),
        ("butuh_perbaikan", "18.75"),
        ("kurang", "12.5"),
        ("sangat_kurang", "6.25"),
    ],
)
def test_a_year_of_ahli_muda(predicate: Predicate, a_year: str) -> None:
    level = RULE.level("jf_ahli_muda")
    assert level is not None
    assert conversion(RULE, level, predicate, 12) == Fraction(a_year)  # 25 × 150 %, 100 %, 75 %, 50 %, 25 %


def test_sums_are_exact_and_rounded_half_up_for_display_only() -> None:
    level = RULE.level("jf_pemula")
    assert level is not None
    month = conversion(RULE, level, "sangat_kurang", 1)  # 3.75 × 25 % / 12 = 0.078125
    assert month == Fraction(5, 64)
    assert str(shown(month)) == "0.08"
    assert str(shown(Fraction("0.125"))) == "0.13"  # half up


def test_from_the_last_pak_year_by_year() -> None:
    results = [YearResult(2024, "annual", "baik"), YearResult(2025, "annual", "sangat_baik")]
    result = found([MUDA], [PAK], results)
    # 120 + 25 (2024, Baik) + 37.5 (2025, Sangat Baik) = 182.5
    assert (result.low, result.high) == (Fraction("182.5"), Fraction("182.5"))
    assert [(c.year, c.months, c.low, c.counted) for c in result.conversions] == [
        (2024, 12, 25, True),
        (2025, 12, Fraction("37.5"), True),
    ]
    # next level 200: 17.5 missing; a month at Baik 25/12 → 8.4 → 9; at Sangat Baik 37.5/12 → 5.6 → 6
    assert result.next_level is not None
    assert (result.next_level.to, result.next_level.need, result.next_level.missing_high) == (
        "jf_ahli_madya",
        200,
        Fraction("17.5"),
    )
    assert result.next_level.months_at == {"baik": (9, 9), "sangat_baik": (6, 6)}
    # III/c → III/d needs 100, already there
    assert result.next_rank is not None
    assert (result.next_rank.to, result.next_rank.need, result.next_rank.missing_high) == ("III/d", 100, 0)


def test_results_before_the_pak_are_in_it_already() -> None:
    results = [
        YearResult(2023, "annual", "sangat_baik"),
        YearResult(2024, "annual", "baik"),
        YearResult(2025, "annual", "baik"),
    ]
    assert found([MUDA], [PAK], results).low == 170  # 120 + 25 + 25


def test_a_pak_in_the_middle_of_a_year_leaves_the_rest_of_it() -> None:
    pak = PAK._replace(period_to=date(2024, 6, 30))
    result = found([MUDA], [pak], [YearResult(2024, "annual", "baik"), YearResult(2025, "annual", "baik")])
    assert result.low == Fraction("157.5")  # 120 + 25 × 6/12 + 25
    assert [(c.year, c.months, c.counted) for c in result.conversions] == [
        (2024, 6, False),
        (2024, 6, True),
        (2025, 12, True),
    ]


@pytest.mark.parametrize(
    ("decided_on", "months"),
    [
        # The months complete on the day: to 31 May, to 31 May, to 30 June, to 30 June.
        (date(2024, 6, 1), 7),
        (date(2024, 6, 29), 7),
        (date(2024, 6, 30), 6),
        (date(2024, 7, 1), 6),
        (date(2024, 1, 15), 12),
        (date(2023, 12, 31), 12),
    ],
)
def test_a_pak_without_a_period_counts_the_complete_months(decided_on: date, months: int) -> None:
    pak = PAK._replace(decided_on=decided_on, period_to=None)
    result = found([MUDA], [pak], [YearResult(2024, "annual", "baik")])
    assert result.low == 120 + Fraction(25 * months, 12)


@pytest.mark.parametrize(
    ("kind", "decided_on", "start"),
    [
        # The level begins on 1 January 2025: what opens it is decided then or later, what adds to it is about work in it.
        ("perpindahan", date(2025, 1, 1), 30),
        ("perpindahan", date(2024, 12, 31), None),
        ("konversi", date(2025, 1, 31), 30),
        ("konversi", date(2025, 1, 30), None),
    ],
)
def test_a_pak_without_a_level(kind: str, decided_on: date, start: int | None) -> None:
    held = [
        HeldLevel("jf_ahli_pertama", date(2020, 1, 1), date(2024, 12, 31)),
        HeldLevel("jf_ahli_muda", date(2025, 1, 1), None),
    ]
    result = found(held, [Pak(decided_on, kind, 30 * SCALE, 30 * SCALE)], [])
    assert (result.start is not None, result.start_credit) == (start is not None, start or 0)


def test_a_change_of_level_begins_at_zero_and_counts_by_months() -> None:
    held = [
        HeldLevel("jf_ahli_pertama", date(2020, 1, 1), date(2025, 3, 31)),
        HeldLevel("jf_ahli_muda", date(2025, 4, 1), None),
    ]
    result = found(
        held,
        [Pak(date(2025, 4, 1), "perpindahan", 0, 0, date(2025, 3, 31), "jf_ahli_muda")],
        [YearResult(2025, "annual", "baik")],
    )
    # 2025: 3 months as Ahli Pertama (12.5 × 3/12 = 3.125, not counted), 9 as Ahli Muda (25 × 9/12 = 18.75)
    assert [(c.kind, c.months, c.low, c.counted) for c in result.conversions] == [
        ("jf_ahli_pertama", 3, Fraction("3.125"), False),
        ("jf_ahli_muda", 9, Fraction("18.75"), True),
    ]
    assert result.low == Fraction("18.75")


def test_a_pak_of_an_earlier_level_does_not_count() -> None:
    held = [
        HeldLevel("jf_ahli_pertama", date(2020, 1, 1), date(2024, 12, 31)),
        HeldLevel("jf_ahli_muda", date(2025, 1, 1), None),
    ]
    older = Pak(date(2024, 1, 20), "konversi", 10 * SCALE, 90 * SCALE, date(2023, 12, 31), "jf_ahli_pertama")
    result = found(held, [older], [YearResult(2025, "annual", "baik")])
    # Nothing is left of Ahli Pertama: the level began at 0, and 2025 at Baik is 25.
    assert (result.start, result.low, result.high) == (None, 25, 25)


def test_without_a_pak_the_upper_end_is_open() -> None:
    result = found([MUDA], [], [YearResult(2024, "annual", "baik"), YearResult(2025, "annual", "baik")])
    assert (result.start, result.high) == (None, None)
    assert result.next_level is not None
    assert (result.next_level.missing_low, result.next_level.missing_high) == (0, 150)  # 200 - 50
    assert result.next_level.months_at["baik"] == (0, 72)  # 150 / (25/12)


def test_a_year_without_an_evaluation_is_a_range() -> None:
    result = found([MUDA], [PAK], [YearResult(2025, "annual", "baik")])
    # 2024 unknown: 0 to 37.5; 120 + 25 = 145 to 182.5
    assert (result.low, result.high) == (145, Fraction("182.5"))
    assert result.conversions[0][:4] == (2024, "jf_ahli_muda", 12, None)


def test_the_annual_result_replaces_the_periodic_ones() -> None:
    quarters = [YearResult(2025, f"Q{n}", "sangat_baik") for n in (1, 2, 3, 4)]
    base = [YearResult(2024, "annual", "baik")]
    assert found([MUDA], [PAK], [*base, *quarters]).low == Fraction("182.5")  # 120 + 25 + 4 × 37.5 × 3/12
    assert found([MUDA], [PAK], [*base, *quarters, YearResult(2025, "annual", "baik")]).low == 170


def test_an_annual_result_without_a_predicate_replaces_the_periodic_ones_too() -> None:
    quarters = [YearResult(2025, f"Q{n}", "sangat_baik") for n in (1, 2, 3, 4)]
    result = found([MUDA], [PAK], [YearResult(2024, "annual", "baik"), *quarters, YearResult(2025, "annual", None)])
    # 120 + 25, and of 2025 at most 37.5: what the year was decided to be is not known.
    assert (result.low, result.high) == (145, Fraction("182.5"))


@pytest.mark.parametrize(
    ("ends", "low", "high"),
    [
        # 120 + 25 of 2024, and of 2025 25 × 150, 100, 75, 50 or 25 %.
        (("sangat_baik", "baik"), 170, "182.5"),
        (("baik", "kurang"), "157.5", 170),
        (("butuh_perbaikan", "sangat_kurang"), "151.25", "163.75"),
        (("sangat_baik", "sangat_kurang"), "151.25", "182.5"),  # evaluated, nothing known: no evaluation earns 0
        (None, 145, "182.5"),
    ],
)
def test_a_year_whose_predicate_is_open_earns_what_its_law_leaves(
    ends: Ends | None, low: int | str, high: int | str
) -> None:
    of_2025 = YearResult(2025, "annual", None, ends=ends)
    result = found([MUDA], [PAK], [YearResult(2024, "annual", "baik"), of_2025])
    assert (result.low, result.high) == (Fraction(low), Fraction(high))
    year = result.conversions[1]
    assert (year.predicate, year.low, year.high) == (None, Fraction(low) - 145, Fraction(high) - 145)


def test_quarters_of_the_running_year_count_as_they_come() -> None:
    results = [YearResult(2024, "annual", "baik"), YearResult(2025, "annual", "baik"), YearResult(2026, "Q1", "baik")]
    running = found([MUDA], [PAK], results, as_of=date(2026, 3, 31))
    assert running.low == running.high == Fraction("176.25")  # 120 + 25 + 25 + 25 × 3/12


def test_two_annual_rows_of_one_year_each_for_their_own_months() -> None:
    results = [
        YearResult(2024, "annual", "baik"),
        YearResult(2025, "annual", "baik", date(2025, 1, 1), date(2025, 8, 31)),
        YearResult(2025, "annual", "sangat_baik", date(2025, 9, 1), date(2025, 12, 31)),
    ]
    # 120 + 25 + 25 × 8/12 + 37.5 × 4/12 = 174.1666…
    assert found([MUDA], [PAK], results).low == 120 + 25 + Fraction(50, 3) + Fraction(25, 2)


@pytest.mark.parametrize(
    ("days", "predicate", "low"),
    [
        ((None, None), "baik", 170),  # 120 + 25 + 25: the year's own result, whatever its parts say
        ((date(2025, 1, 1), date(2025, 12, 31)), "baik", 170),
        ((None, None), "sangat_baik", Fraction("182.5")),  # 120 + 25 + 37.5
        # Eleven months are no integrated result: the first of those that reach a month: 120 + 25 + 25 × 11/12 + 37.5 × 1/12.
        ((date(2025, 1, 1), date(2025, 11, 30)), "baik", 145 + Fraction(275, 12) + Fraction(375, 120)),
    ],
)
def test_the_integrated_result_of_a_year_replaces_those_of_its_parts(
    days: tuple[date | None, date | None], predicate: Predicate, low: Fraction
) -> None:
    parts = [
        YearResult(2025, "annual", "butuh_perbaikan", date(2025, 1, 2), date(2025, 6, 30)),
        YearResult(2025, "annual", "sangat_baik", date(2025, 7, 1), date(2025, 12, 31)),
    ]
    for rows in (
        [YearResult(2025, "annual", predicate, *days), *parts],
        [*parts, YearResult(2025, "annual", predicate, *days)],
    ):
        assert found([MUDA], [PAK], [YearResult(2024, "annual", "baik"), *rows]).low == low


@pytest.mark.parametrize(
    ("away", "months", "low"),
    [
        # Months that begin on a day of leave: February to July are six of twelve, so 120 + 25 + 25 × 6/12.
        ((date(2025, 1, 2), date(2025, 7, 1)), 6, Fraction("157.5")),
        ((date(2025, 1, 1), date(2025, 7, 1)), 5, 145 + Fraction(125, 12)),
        ((date(2025, 1, 2), date(2025, 6, 30)), 7, 145 + Fraction(175, 12)),
        # Between two firsts of a month: nothing is lost.
        ((date(2025, 1, 2), date(2025, 1, 31)), 12, 170),
        # The whole year, up to its last month's first day.
        ((date(2025, 1, 1), date(2025, 12, 1)), 0, 145),
    ],
)
def test_months_of_leave_earn_nothing(away: tuple[date, date], months: int, low: Fraction) -> None:
    results = [YearResult(2024, "annual", "baik"), YearResult(2025, "annual", "baik")]
    spans = [(away[0].toordinal(), away[1].toordinal())]
    result = credit(LAW, [MUDA], "III/c", [PAK], results, date(2025, 12, 31), spans)
    assert result is not None
    assert (result.low, result.high) == (low, low)
    assert sum(c.months for c in result.conversions if c.year == 2025) == months
    # Said only where a month fell out.
    assert ("away" in result.warnings) == (months < 12)


def test_degree_paks_add_and_fresh_starts_begin() -> None:
    basic = Pak(date(2024, 1, 2), "ak_dasar", 100 * SCALE, None, date(2023, 12, 31), "jf_ahli_muda")
    degree = Pak(date(2024, 5, 1), "pendidikan", 25 * SCALE, None, None, "jf_ahli_muda")
    results = [YearResult(2024, "annual", "baik"), YearResult(2025, "annual", "baik")]
    assert found([MUDA], [basic, degree], results).low == 175  # 100 + 25 + 25 + 25
    level = RULE.level("jf_ahli_muda")
    assert level is not None
    assert degree_credit(RULE, level) == 25  # 25 % of 100
    assert basic_credit(RULE, level, "III/d") == 100
    assert basic_credit(RULE, level, "III/c") is None


def test_ranks_of_ahli_madya_cumulate() -> None:
    madya = HeldLevel("jf_ahli_madya", date(2022, 1, 1), None)
    pak = Pak(date(2026, 1, 5), "konversi", 0, 160 * SCALE, date(2025, 12, 31), "jf_ahli_madya")
    needs = {}
    for golongan in ("IV/a", "IV/b", "IV/c"):
        target = found([madya], [pak], [], golongan).next_rank
        needs[golongan] = None if target is None else (target.to, target.need, target.missing_high)
    # 150 for IV/b, 2 × 150 for IV/c; at IV/c the next rank needs the next level
    assert needs == {"IV/a": ("IV/b", 150, 0), "IV/b": ("IV/c", 300, 140), "IV/c": None}
    assert found([madya], [pak], [], "IV/c").warnings == ("next_rank_needs_next_level",)
    assert found([madya], [pak], [], "III/d").warnings == ("golongan_outside_level",)
    assert found([madya], [pak], [], None).warnings == ("golongan_unknown",)


def test_posts_without_credit() -> None:
    assert credit(LAW, [HeldLevel("pengawas", date(2020, 1, 1), None)], "III/c", [], [], AS_OF) is None
    assert credit(LAW, [], "III/c", [], [], AS_OF) is None
    ended = [HeldLevel("jf_ahli_muda", date(2020, 1, 1), date(2025, 12, 31))]
    assert credit(LAW, ended, "III/c", [], [], AS_OF) is None


PERTAMA = HeldLevel("jf_ahli_pertama", date(2020, 1, 1), date(2025, 6, 30), post="analis")
RISEN = HeldLevel("jf_ahli_muda", date(2025, 7, 1), None, post="analis")


@pytest.mark.parametrize(
    ("before", "now", "high"),
    [
        # Six months of 2025 as Ahli Muda at Baik: 25 × 6/12 = 12.5, from 0 on.
        (PERTAMA, RISEN, Fraction("12.5")),
        # Of another functional post, from another ladder, with a day between, or from a post without credit: a PAK tells.
        (PERTAMA._replace(post="arsiparis"), RISEN, None),
        (PERTAMA._replace(kind="jf_penyelia"), RISEN, None),
        (PERTAMA._replace(until=date(2025, 6, 29)), RISEN, None),
        (PERTAMA._replace(kind="pelaksana"), RISEN, None),
        # Ahli Muda at least since July, nobody knows since when.
        (PERTAMA, RISEN._replace(stated=False), None),
    ],
)
def test_a_level_reached_from_the_one_below_begins_at_zero(
    before: HeldLevel, now: HeldLevel, high: Fraction | None
) -> None:
    result = found([before, now], [], [YearResult(2025, "annual", "baik")])
    assert (result.start, result.low, result.high) == (None, Fraction("12.5"), high)
    assert result.begins_known is (high is not None)


CLERK = HeldLevel("pelaksana", date(2015, 1, 1), date(2025, 6, 30))
ARCHIVIST = HeldLevel("jf_ahli_pertama", date(2025, 7, 1), None, post="arsiparis")
OPENING = Pak(date(2025, 6, 20), "perpindahan", 20 * SCALE)


@pytest.mark.parametrize(
    ("held", "pak", "low", "high", "why"),
    [
        # Who had a post without credit can have no other PAK: 20 + 12.5 × 6/12 (Baik, July to December) = 26.25.
        ([CLERK, ARCHIVIST], OPENING, "26.25", "26.25", "level_read"),
        # A month more lies between the months it counts and the level: no month of the level is left out for that.
        ([CLERK, ARCHIVIST], OPENING._replace(decided_on=date(2025, 4, 2)), "26.25", "26.25", "level_read"),
        ([CLERK, ARCHIVIST], OPENING._replace(level="jf_ahli_pertama"), "26.25", "26.25", None),
        ([CLERK, ARCHIVIST], OPENING._replace(decided_on=date(2025, 7, 1)), "26.25", "26.25", None),
        # Whose it is nobody knows: what was held then is not on record, was another level, or the level may have begun before.
        ([ARCHIVIST], OPENING, "6.25", None, "level_not_said"),
        ([CLERK._replace(kind="jf_terampil", post="arsiparis"), ARCHIVIST], OPENING, "6.25", None, "level_not_said"),
        ([CLERK, ARCHIVIST._replace(stated=False)], OPENING, "6.25", None, "level_not_said"),
    ],
)
def test_a_pak_without_a_level_precedes_the_appointment(
    held: list[HeldLevel], pak: Pak, low: str, high: str | None, why: str | None
) -> None:
    result = found(held, [pak], [YearResult(2025, "annual", "baik")], "III/a")
    assert (result.low, result.high) == (Fraction(low), None if high is None else Fraction(high))
    assert [(one.pak, one.why) for one in result.left_out] == ([(pak, why)] if why else [])


def test_a_pak_without_a_level_from_before_a_change_of_level_is_named() -> None:
    """Risen on 1 July 2025 from the level below, so that the law lets credit begin at 0: 25 × 6/12 (Baik) = 12.5."""
    moved, joined = Pak(date(2025, 6, 20), "perpindahan", 100 * SCALE), Pak(date(2022, 12, 31), "integrasi", 60 * SCALE)
    year = [YearResult(2025, "annual", "baik")]
    result = found([PERTAMA, RISEN], [moved, joined], year)
    assert (result.low, result.high) == (Fraction("12.5"), Fraction("12.5"))
    assert [(one.pak, one.counted, one.why) for one in result.left_out] == [
        (joined, 0, "level_not_said"), (moved, 0, "level_not_said")
    ]  # fmt: skip
    # The remedy: with its level it is what the level began with, 100 + 12.5, or of the level before, and nothing is to be asked.
    levelled = found([PERTAMA, RISEN], [moved._replace(level="jf_ahli_muda")], year)
    assert (levelled.low, levelled.left_out) == (Fraction("112.5"), ())
    assert found([PERTAMA, RISEN], [moved._replace(level="jf_ahli_pertama")], year).left_out == ()
    # Once a PAK of the level says a sum, that holds what the level began with.
    summed = Pak(date(2026, 1, 10), "konversi", 12 * SCALE, 112 * SCALE, date(2025, 12, 31), "jf_ahli_muda")
    assert found([PERTAMA, RISEN], [moved, summed], year).left_out == ()


def test_a_conversion_follows_on_a_pak_decided_months_before_the_level() -> None:
    opening = OPENING._replace(decided_on=date(2025, 4, 2), level="jf_ahli_pertama")
    of_2025 = Pak(
        date(2026, 1, 20), "konversi", 6 * SCALE, None, date(2025, 12, 31), "jf_ahli_pertama", 2, date(2025, 7, 1)
    )
    result = found([CLERK, ARCHIVIST], [opening, of_2025], [], "III/a")
    # 20, and 6 for July to December: from 1 April to 30 June no level earned anything.
    assert (result.low, result.high, result.left_out) == (26, 26, ())


def test_each_year_is_converted_by_its_own_rule() -> None:
    # From 2025 on a month is worth half: 120 + 25 (2024) + 12.5 (2025).
    halved = RULE._replace(multipliers={p: m // 2 for p, m in RULE.multipliers.items()})
    law = CreditLaw(halved, {2023: RULE, 2024: RULE, 2025: halved, 2026: halved})
    results = [YearResult(2024, "annual", "baik"), YearResult(2025, "annual", "baik")]
    result = credit(law, [MUDA], "III/c", [PAK], results, AS_OF)
    assert result is not None
    assert (result.low, result.high) == (Fraction("157.5"), Fraction("157.5"))
    assert [(c.year, c.low) for c in result.conversions] == [(2024, 25), (2025, Fraction("12.5"))]


@pytest.mark.parametrize(("since", "coefficients"), [("2025-12-31", (25, 50)), ("2026-01-01", (25, 25))])
def test_the_rule_at_the_end_of_a_year_converts_it(since: str, coefficients: tuple[int, int]) -> None:
    first = regulations().credit.versions[0]
    doubled = RULE._replace(
        levels=tuple(level._replace(coefficient=Scaled(level.coefficient * 2)) for level in RULE.levels)
    )
    second = first._replace(in_force_since=date.fromisoformat(since), value=doubled)
    law = credit_law(regulations().credit._replace(versions=(first, second)), AS_OF)
    results = [YearResult(2024, "annual", "baik"), YearResult(2025, "annual", "baik")]
    result = credit(law, [MUDA], "III/c", [PAK], results, AS_OF)
    assert result is not None
    assert tuple(c.coefficient for c in result.conversions) == coefficients


def test_years_before_conversion_began_are_for_a_pak_to_tell() -> None:
    pak = PAK._replace(decided_on=date(2022, 1, 20), period_to=date(2021, 12, 31))
    results = [YearResult(year, "annual", "baik") for year in (2022, 2023, 2024, 2025)]
    result = found([MUDA], [pak], results)
    # 120 + 3 × 25; 2022 was counted by other rules, so that there is no upper end.
    assert (result.low, result.high) == (195, None)
    assert [(c.year, c.coefficient, c.low, c.high) for c in result.conversions[:2]] == [
        (2022, None, 0, None),
        (2023, 25, 25, 25),
    ]


DEGREE = Pak(date(2024, 5, 1), "pendidikan", 25 * SCALE, None, None, "jf_ahli_muda")
YEARS = [YearResult(2024, "annual", "baik"), YearResult(2025, "annual", "baik")]


@pytest.mark.parametrize(
    ("paks", "low", "warnings"),
    [
        # 120 + 25 (degree: 25 % of 100) + 2 × 25
        ([DEGREE], 195, ()),
        ([DEGREE, DEGREE._replace(decided_on=date(2025, 5, 1))], 195, ("degree_twice",)),
        ([DEGREE._replace(amount=25 * SCALE + 1)], 195, ("degree_too_much",)),
        ([DEGREE._replace(amount=24 * SCALE)], 194, ()),
        # Cumulative 145 = 120 + 25: the degree alone is added, and January to April 2024 count still.
        ([DEGREE._replace(cumulative=145 * SCALE)], 195, ()),
        # Cumulative 150 holds work beside the degree, to the end of April: 150 + 25 × 8/12 + 25
        ([DEGREE._replace(cumulative=150 * SCALE)], 175 + Fraction(50, 3), ()),
    ],
)
def test_a_degree_counts_once_and_closes_nothing(paks: list[Pak], low: Fraction, warnings: tuple[str, ...]) -> None:
    result = found([MUDA], [PAK, *paks], YEARS)
    assert (result.low, result.high, result.warnings) == (low, low, warnings)


def test_two_sums_of_one_day_are_a_range() -> None:
    day = date(2023, 12, 31)
    whole = Pak(day, "integrasi", 20 * SCALE, 20 * SCALE, None, "jf_ahli_muda")
    basic = Pak(day, "ak_dasar", 50 * SCALE, 50 * SCALE, None, "jf_ahli_muda")
    for paks in ([whole, basic], [basic, whole]):
        result = found([MUDA], paks, YEARS)
        # 20 or 50, and 2 × 25; and III/c to III/d have no AK dasar of 50, only III/d 100
        assert (result.low, result.high) == (70, 100)
        assert result.warnings == ("basic_not_in_table", "paks_of_one_day")
    later = basic._replace(amount=100 * SCALE, cumulative=100 * SCALE, decided_on=date(2024, 1, 1))
    assert found([MUDA], [whole, later], YEARS).low == 150  # the later one counts


def test_a_conversion_without_a_sum_adds_where_it_joins() -> None:
    of_2024 = Pak(date(2025, 1, 20), "konversi", 30 * SCALE, None, date(2024, 12, 31), "jf_ahli_muda")
    assert found([MUDA], [PAK, of_2024], YEARS).low == 175  # 120 + 30 as decreed + 25 for 2025
    # Of 2025 alone it leaves 2024 out: the evaluations tell both years, 120 + 25 + 25.
    of_2025 = of_2024._replace(decided_on=date(2026, 1, 20), period_to=date(2025, 12, 31))
    assert found([MUDA], [PAK, of_2025], YEARS).low == 170
    assert found([MUDA], [PAK, of_2025._replace(period_from=date(2024, 1, 1))], YEARS).low == 150  # 120 + 30 for both


def conversion_of(since: str, until: str, amount: float = 25, decided: str = "2026-02-01") -> Pak:
    """A conversion without a sum; `since` is blank where it does not say from when."""
    first = date.fromisoformat(since) if since else None
    return Pak(
        date.fromisoformat(decided), "konversi", int(amount * SCALE), None, date.fromisoformat(until), None, 0, first
    )


OF_2024 = conversion_of("2024-01-01", "2024-12-31")
QUARTERS = conversion_of("2024-01-01", "2024-03-31", 3), conversion_of("2024-04-01", "2024-06-30", 4)


@pytest.mark.parametrize(
    ("summed_to", "paks", "low", "left_out"),
    [
        # 120 to the end of 2024, and 2024 again: 120 + 25 (2025, Baik).
        ("2024-12-31", [OF_2024], 145, [("covered", 0)]),
        ("2024-12-31", [conversion_of("", "2024-12-31")], 145, [("covered", 0)]),
        # From the month after on it adds: 120 + 30 as decreed for 2025.
        ("2024-12-31", [conversion_of("2025-01-01", "2025-12-31", 30)], 150, []),
        # To the end of June, and all of 2024 again: July to December add, 24 × 6/12 = 12; 120 + 12 + 25.
        ("2024-06-30", [conversion_of("2024-01-01", "2024-12-31", 24)], 157, [("partly_covered", 12)]),
        # A sum to the middle of June holds June, one to 1 May holds May: 24 × 6/12, 24 × 7/12.
        ("2024-06-15", [conversion_of("2024-01-01", "2024-12-31", 24)], 157, [("partly_covered", 12)]),
        ("2024-05-01", [conversion_of("2024-01-01", "2024-12-31", 24)], 159, [("partly_covered", 14)]),
        # 25 × 7/12 is no whole number of 1/10 000: it stays a fraction.
        ("2024-05-31", [OF_2024], 145 + Fraction(175, 12), [("partly_covered", Fraction(175, 12))]),
        # Without its beginning: six months of Ahli Muda earn 37.5 × 6/12 = 18.75 at most, so that 18.75 may be theirs,
        # and more must be the year's: 18.76 × 6/12 = 9.38.
        ("2024-06-30", [conversion_of("", "2024-12-31", 18.75)], 163.75, [("begin_assumed", 18.75)]),
        ("2024-06-30", [conversion_of("", "2024-12-31", 18.76)], Fraction("154.38"), [("partly_covered", Fraction("9.38"))]),
        # Two of one year: the later one, 120 + 37.5 + 25; two alike count once.
        ("2023-12-31", [OF_2024, conversion_of("2024-01-01", "2024-12-31", 37.5, "2026-02-02")], 182.5, [("replaced", 0)]),
        ("2023-12-31", [OF_2024, OF_2024], 170, [("replaced", 0)]),
        # The year's replaces its quarters' 3 and 4; what comes of a quarter after the year's adds nothing.
        ("2023-12-31", [*QUARTERS, OF_2024._replace(decided_on=date(2026, 3, 1))], 170, [("replaced", 0), ("replaced", 0)]),
        ("2023-12-31", [OF_2024, conversion_of("2024-04-01", "2024-06-30", 4, "2026-03-01")], 170, [("covered", 0)]),
        # Quarters one after the other add, as they say their beginning or not: 120 + 3 + 4 + 25 × 6/12 + 25.
        ("2023-12-31", [*QUARTERS], 164.5, []),
        ("2023-12-31", [conversion_of("", "2024-03-31", 3), conversion_of("", "2024-06-30", 4)], 164.5, [("begin_assumed", 4)]),
        # A year and a half from July 2024 on, after the year 2024: 36 × 12/18 = 24 for 2025; 120 + 25 + 24.
        ("2023-12-31", [OF_2024, conversion_of("2024-07-01", "2025-12-31", 36, "2026-03-01")], 169, [("partly_covered", 24)]),
        # A month between: the evaluations tell more, 120 + 25 + 25.
        ("2023-12-31", [conversion_of("2024-02-01", "2024-12-31", 30)], 170, [("gap", 0)]),
    ],
)  # fmt: skip
def test_a_month_is_converted_once(
    summed_to: str, paks: list[Pak], low: float | Fraction, left_out: list[tuple[str, float]]
) -> None:
    base = PAK._replace(period_to=date.fromisoformat(summed_to), decided_on=date(2026, 1, 20))
    for order in (paks, paks[::-1]):
        result = found([MUDA], [base, *order], YEARS)
        assert (result.low, result.high) == (low, low)
        assert [(one.why, Fraction(one.counted, SCALE)) for one in result.left_out] == left_out


def test_two_conversions_of_one_day_and_year_are_a_range() -> None:
    both = [conversion_of("2024-01-01", "2024-12-31"), conversion_of("2024-01-01", "2024-12-31", 37.5)]
    for order in (both, both[::-1]):
        result = found([MUDA], [PAK, *order], YEARS)
        assert (result.low, result.high) == (170, 182.5)  # 120 + 25 or 37.5 + 25
        assert result.warnings == ("paks_of_one_day",)


@pytest.mark.parametrize("kind", ["integrasi", "penyetaraan", "perpindahan", "ak_dasar"])
@pytest.mark.parametrize(("to", "low"), [(date(2023, 12, 30), 170), (date(2023, 12, 31), 150)])
def test_what_a_level_began_with_is_in_a_later_sum(kind: str, to: date, low: int) -> None:
    # The sum of 120 is to the end of 2023: what is decided later of a day before is in it, 120 + 2 × 25; of that very day it
    # is said anew, 100 + 2 × 25.
    of_before = Pak(date(2024, 3, 1), kind, 100 * SCALE, None, to, "jf_ahli_muda")
    result = found([MUDA], [PAK, of_before], YEARS)
    assert (result.low, result.high) == (low, low)
    assert [one.why for one in result.left_out] == (["start_covered"] if low == 170 else [])


@pytest.mark.parametrize(
    ("since", "amount", "low", "why"),
    [
        # Ahli Muda since July 2025 from 0. Six months earn 18.75 at most: 18.75 is theirs, more holds work as Ahli Pertama, and
        # the evaluation at Baik tells 25 × 6/12 = 12.5.
        ("2025-07-01", 18.75, 18.75, []),
        ("2025-01-01", 18.75, 12.5, ["level_began"]),
        ("", 18.75, 18.75, []),
        ("", 18.76, 12.5, ["level_began"]),
    ],
)
def test_a_conversion_of_the_year_in_which_the_level_began(
    since: str, amount: float, low: float, why: list[str]
) -> None:
    of_2025 = conversion_of(since, "2025-12-31", amount)
    result = found([PERTAMA, RISEN], [of_2025], [YearResult(2025, "annual", "baik")])
    assert (result.low, result.high) == (low, low)
    assert [one.why for one in result.left_out] == why


@pytest.mark.parametrize(
    ("period", "ended", "on", "is_over"),
    [
        ("annual", None, "2025-12-30", False),
        ("annual", None, "2025-12-31", True),
        ("annual", "2025-08-31", "2025-08-31", True),
        ("annual", "2025-08-31", "2025-08-30", False),
        ("S1", None, "2025-06-29", False),
        ("S1", None, "2025-06-30", True),
        ("Q1", None, "2025-03-30", False),
        ("Q1", None, "2025-03-31", True),
        ("M2", None, "2025-02-27", False),
        ("M2", None, "2025-02-28", True),
        ("M12", None, "2025-12-31", True),
    ],
)
def test_nothing_is_evaluated_before_it_ends(period: str, ended: str | None, on: str, is_over: bool) -> None:
    assert over(2025, period, date.fromisoformat(ended) if ended else None, date.fromisoformat(on)) is is_over


BEFORE = HeldLevel("jf_ahli_muda", date(2020, 1, 1), date(2024, 6, 30), post="arsiparis")
AWAY = HeldLevel("pengawas", date(2024, 7, 1), date(2025, 3, 31), post="kepala seksi")
AGAIN = HeldLevel("jf_ahli_muda", date(2025, 4, 1), None, post="arsiparis")


@pytest.mark.parametrize(
    ("held", "level", "low"),
    [
        # 120 to the end of 2023; January to June 2024 and April to December 2025: 120 + 25 × 6/12 + 25 × 9/12 = 151.25.
        ([BEFORE, AWAY, AGAIN], "jf_ahli_muda", 151.25),
        ([BEFORE, AWAY, AGAIN], None, 151.25),
        ([BEFORE, AWAY._replace(kind="pelaksana"), AGAIN], "jf_ahli_muda", 151.25),
        # Away in two posts, from 15 June on: June was begun in the level.
        ([BEFORE._replace(until=date(2024, 6, 14)), AWAY._replace(since=date(2024, 6, 15), until=date(2024, 12, 31)),
          AWAY._replace(since=date(2025, 1, 1)), AGAIN], "jf_ahli_muda", 151.25),
        # Away from 1 June on: 120 + 25 × 5/12 + 25 × 9/12.
        ([BEFORE._replace(until=date(2024, 5, 31)), AWAY._replace(since=date(2024, 6, 1)), AGAIN], "jf_ahli_muda", 120 + Fraction(350, 12)),
    ],
)  # fmt: skip
def test_months_before_an_absence_count(held: list[HeldLevel], level: str | None, low: float | Fraction) -> None:
    result = found(held, [PAK._replace(level=level)], YEARS)
    assert (result.low, result.high, result.since) == (low, low, date(2025, 4, 1))


@pytest.mark.parametrize(
    ("away", "again", "low", "high"),
    [
        # The level begun on 1 January 2023 from the one below at 0: 25 + 12.5 + 18.75.
        (AWAY, AGAIN, 56.25, 56.25),
        # Another level of the same post between, above or below: the credit of this one is that of all its months.
        (AWAY._replace(kind="jf_ahli_madya", post="arsiparis"), AGAIN, 56.25, 56.25),
        (AWAY._replace(kind="jf_ahli_pertama", post="arsiparis"), AGAIN, 56.25, 56.25),
        # A level of another functional post between begins anew: 9 months of 2025, and only a PAK tells with what.
        (AWAY._replace(kind="jf_ahli_pertama", post="pustakawan"), AGAIN, 18.75, None),
        # Another functional post: the credit of the one before is not its own.
        (AWAY, AGAIN._replace(post="pustakawan"), 18.75, None),
    ],
)
def test_a_level_left_and_held_again(away: HeldLevel, again: HeldLevel, low: float, high: float | None) -> None:
    below = HeldLevel("jf_ahli_pertama", date(2018, 1, 1), date(2022, 12, 31), post="arsiparis")
    held = [below, BEFORE._replace(since=date(2023, 1, 1)), away, again]
    result = found(held, [], [YearResult(year, "annual", "baik") for year in (2023, 2024, 2025)])
    assert (result.start, result.low, result.high) == (None, low, high)
    assert result.reached_on == (date(2023, 1, 1) if high else again.since)


LOWERED = HeldLevel("jf_ahli_pertama", date(2024, 10, 1), date(2025, 9, 30), post="arsiparis")
RAISED = [BEFORE._replace(until=date(2024, 9, 30)), LOWERED, BEFORE._replace(since=date(2025, 10, 1), until=None)]
TO_2023 = Pak(date(2024, 1, 10), "konversi", 25 * SCALE, 70 * SCALE, date(2023, 12, 31), "jf_ahli_muda")


@pytest.mark.parametrize(
    ("paks", "start", "low"),
    [
        # Lowered one position for a year. 70 to the end of 2023, January to September 2024 and October to December 2025 as Ahli
        # Muda at Baik: 70 + 25 × 9/12 + 25 × 3/12 = 95.
        ([TO_2023], 70, 95),
        ([TO_2023._replace(level=None)], 70, 95),
        # A PAK made on the return holds the months before: 88 + 25 × 3/12.
        ([TO_2023, Pak(date(2025, 10, 5), "konversi", 18 * SCALE, 88 * SCALE, date(2025, 9, 30), "jf_ahli_muda")], 88, 94.25),
        # What was decided about the year below is of the level held then, also where it names none.
        ([TO_2023, Pak(date(2025, 1, 9), "konversi", 3 * SCALE, 40 * SCALE, date(2024, 12, 31), "jf_ahli_pertama")], 70, 95),
        ([TO_2023, Pak(date(2025, 1, 9), "konversi", 3 * SCALE, 40 * SCALE, date(2024, 12, 31))], 70, 95),
        ([TO_2023, Pak(date(2024, 10, 1), "perpindahan", 40 * SCALE)], 70, 95),
    ],
)  # fmt: skip
def test_who_comes_back_to_a_level_goes_on_from_its_last_pak(paks: list[Pak], start: float, low: float) -> None:
    result = found(RAISED, paks, [YearResult(year, "annual", "baik") for year in (2024, 2025)])
    assert (result.start_credit, result.low, result.high) == (start, low, low)
    assert (result.since, result.reached_on) == (date(2025, 10, 1), date(2020, 1, 1))
    # As Ahli Pertama October to December 2024 and January to September 2025: shown, and no part of it.
    shown_apart = [(c.year, c.months, c.low) for c in result.conversions if c.kind == "jf_ahli_pertama"]
    assert shown_apart == ([(2025, 9, Fraction("9.375"))] if start == 88 else [
        (2024, 3, Fraction("3.125")), (2025, 9, Fraction("9.375"))
    ])  # fmt: skip


def test_in_the_level_below_its_own_last_pak_counts() -> None:
    """On 1 January 2025 held for three months: 90 to the end of 2019 as Ahli Pertama, and 12.5 × 3/12 (Baik) since."""
    first = HeldLevel("jf_ahli_pertama", date(2015, 1, 1), date(2019, 12, 31), post="arsiparis")
    own = Pak(date(2020, 1, 10), "konversi", 12 * SCALE, 90 * SCALE, date(2019, 12, 31), "jf_ahli_pertama")
    result = found([first, *RAISED], [own, TO_2023], [YearResult(2024, "annual", "baik")], as_of=date(2025, 1, 1))
    assert (result.start_credit, result.low, result.high) == (90, Fraction("93.125"), Fraction("93.125"))
    assert result.since == date(2024, 10, 1)
