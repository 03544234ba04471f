from datetime import date
from fractions import Fraction

import pytest

from asnkarier.core.decide.records import PostClass, Posting
from asnkarier.core.rank.calendar import effective_days
from asnkarier.core.rank.cases import kind_before
from asnkarier.core.rank.promotion import RankCase, RankLaw, RankPromotion, rank_promotion
from asnkarier.core.rules.appraisal import Predicate
from asnkarier.law.load import regulations

ON = date(2026, 4, 1)
BOOK = regulations()
LAW = RankLaw(
    BOOK.rank_promotion.on(ON).value,
    BOOK.golongan.on(ON).value,
    BOOK.rank_ranges.on(ON).value,
    BOOK.rank_ranges.on(ON).citation.text,
    BOOK.credit.on(ON).value,
    BOOK.discipline.on(ON).value,
    BOOK.discipline.on(ON).citation.text,
)
GOOD: dict[int, Predicate | None] = {2024: "baik", 2025: "baik"}
STAFF = RankCase("III/a", date(2022, 4, 1), "pelaksana", None, None, "S1", None, GOOD, "none", [], None)
HEAD = RankCase("III/c", date(2022, 4, 1), "pengawas", "IV.a", date(2024, 1, 1), "S1", None, GOOD, "none", [], None)
JF = RankCase(
    "III/c", date(2024, 4, 1), "jf_ahli_muda", None, None, "S1", None, GOOD, "none", [], (Fraction(100), Fraction(100))
)


def promotion(case: RankCase, on: date = ON) -> RankPromotion:
    found = rank_promotion(LAW, case, on)
    assert found is not None
    return found


def outcome(case: RankCase, check: str) -> str:
    return {c.check: c.outcome for c in promotion(case).checks}[check]


def test_regular_promotion_after_four_years() -> None:
    found = promotion(STAFF)
    assert (found.way, found.to, found.outcome) == ("regular", "III/b", "met")
    # 2 April 2022 + 4 years = 2 April 2026, a day late
    assert outcome(STAFF._replace(golongan_since=date(2022, 4, 2)), "years_in_rank") == "not_met"
    assert outcome(STAFF._replace(golongan_since=None), "years_in_rank") == "unknown"


@pytest.mark.parametrize(
    ("education", "ceiling", "below"),
    [
        ("SD", "II/a", "I/d"), ("SLTP", "II/c", "II/b"), ("SLTA", "III/b", "III/a"), ("D-I", "III/b", "III/a"),
        ("D-II", "III/b", "III/a"), ("D-III", "III/c", "III/b"), ("S1", "III/d", "III/c"), ("D-IV", "III/d", "III/c"),
        ("S2", "IV/a", "III/d"), ("S3", "IV/b", "IV/a"),
    ],
)  # fmt: skip
def test_regular_promotion_ends_at_the_ceiling_of_the_education(education: str, ceiling: str, below: str) -> None:
    assert outcome(STAFF._replace(education=education, golongan=below), "ceiling") == "met"
    assert outcome(STAFF._replace(education=education, golongan=ceiling), "ceiling") == "not_met"


def test_doctors_and_pharmacists_reach_iv_a() -> None:
    assert outcome(STAFF._replace(golongan="III/d", field_of_study="Profesi Dokter"), "ceiling") == "met"
    assert outcome(STAFF._replace(golongan="III/d", field_of_study="Dokter, Universitas Contoh"), "ceiling") == "met"
    assert outcome(STAFF._replace(golongan="III/d", field_of_study="Ekonomi; Apoteker"), "ceiling") == "met"
    # The degree before the profession: whether the profession followed, the office knows.
    assert outcome(STAFF._replace(golongan="III/d", field_of_study="Kedokteran"), "ceiling") == "unknown"
    assert outcome(STAFF._replace(golongan="III/d", field_of_study="Ekonomi"), "ceiling") == "not_met"
    # IV/a is their ceiling: not IV/b.
    assert outcome(STAFF._replace(golongan="IV/a", field_of_study="Dokter"), "ceiling") == "not_met"
    assert outcome(STAFF._replace(golongan="IV/a", field_of_study="Kedokteran"), "ceiling") == "not_met"
    assert outcome(STAFF._replace(education=None), "ceiling") == "unknown"


@pytest.mark.parametrize(
    ("golongan", "education", "field", "exams", "expected"),
    [
        # Ujian dinas I on entering III/a: S1 may exempt, D-III does not; neither does nothing known of the kind.
        ("II/d", "D-III", None, [], "not_met"),
        ("II/d", "S1", None, [], "unknown"),
        ("II/d", "D-III", None, ["upkp"], "unknown"),
        ("II/d", "D-III", None, None, "unknown"),
        # Ujian dinas II on entering IV/a: S2 or the profession may exempt, S1 does not.
        ("III/d", "S1", "Ekonomi", [], "not_met"),
        ("III/d", "S1", "Dokter", [], "unknown"),
        # Kedokteran may be a doctor's, who is promoted to IV/a and exempt like an S2; of D-III, II/d to III/a, it tells nothing.
        ("III/d", "S1", "Kedokteran", [], "unknown"),
        ("II/d", "D-III", "Kedokteran Gigi", [], "not_met"),
        # An education not known may be one that exempts; UPKP or the exam itself decide without it.
        ("II/d", None, None, [], "unknown"),
        ("III/d", None, None, [], "unknown"),
        ("II/d", None, None, ["ujian_dinas_1"], "met"),
        ("III/d", "S2", None, [], "unknown"),
        ("III/d", "S2", None, ["ujian_dinas_2"], "met"),
    ],
)
def test_who_may_be_exempt_from_the_exam(
    golongan: str, education: str | None, field: str | None, exams: list[str] | None, expected: str
) -> None:
    case = STAFF._replace(golongan=golongan, education=education, field_of_study=field, exams=exams)
    assert outcome(case, "exam") == expected


def test_exams_on_entering_iii_a_and_iv_a() -> None:
    entering = STAFF._replace(golongan="II/d", education="D-III")
    assert outcome(entering, "exam") == "not_met"
    assert outcome(entering._replace(exams=["ujian_dinas_1"]), "exam") == "met"
    assert outcome(entering._replace(exams=None), "exam") == "unknown"
    assert outcome(STAFF._replace(golongan="III/d", exams=["ujian_dinas_1"]), "exam") == "not_met"
    assert "exam" not in {c.check for c in promotion(STAFF).checks}


@pytest.mark.parametrize(
    ("predicates", "expected"),
    [
        ({2024: "baik", 2025: "sangat_baik"}, "met"),
        ({2024: "baik", 2025: "butuh_perbaikan"}, "not_met"),
        ({2024: "baik"}, "unknown"),
        ({2025: "butuh_perbaikan"}, "not_met"),  # a bad year decides, whatever the other one was
        ({2023: "kurang", 2024: "baik", 2025: "baik"}, "met"),
    ],
)
def test_at_least_baik_in_the_two_years_before(predicates: dict[int, Predicate | None], expected: str) -> None:
    for case in (STAFF, HEAD, JF):
        assert outcome(case._replace(predicates=predicates), "performance") == expected


@pytest.mark.parametrize(
    ("served", "expected"),
    [("none", "met"), ("ringan", "met"), ("sedang", "not_met"), ("berat", "not_met"), (None, "unknown")],
)
def test_sanctions_being_served(served: str | None, expected: str) -> None:
    for case in (STAFF, HEAD, JF):
        assert outcome(case._replace(served=served), "discipline") == expected


def test_structural_promotion_inside_the_range_after_four_years() -> None:
    found = promotion(HEAD)  # IV.a: III/c–III/d
    assert (found.way, found.to, found.outcome) == ("structural", "III/d", "met")
    assert outcome(HEAD._replace(golongan_since=date(2022, 4, 2)), "years_in_rank") == "not_met"
    assert outcome(HEAD._replace(golongan="III/d"), "rank_range") == "not_met"  # the highest of the echelon


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        # On 1 April 2026 a run since 1 November 2025 is 151 days. From 1 January 2024 on, 214 more make a year of 365: the last of
        # them is 1 August 2024 (31 + 29 + 31 + 30 + 31 + 30 + 31 are 213 up to 31 July).
        (date(2024, 8, 1), "met"),
        (date(2024, 7, 31), "not_met"),
    ],
)
def test_posts_of_the_level_before_a_break_are_added_up(last: date, expected: str) -> None:
    below = HEAD._replace(golongan="III/b", golongan_since=date(2025, 4, 1), in_echelon_since=date(2025, 11, 1))
    assert outcome(below, "years_in_post") == "not_met"
    earlier = below._replace(in_echelon_before=((date(2024, 1, 1), last),))
    assert outcome(earlier, "years_in_post") == expected
    found = next(check for check in promotion(earlier).checks if check.check == "years_in_post")
    assert found.value == f"2024-01-01–{last}, 2025-11-01"


def test_days_of_posts_of_the_level_count_once() -> None:
    classes = [PostClass("pengawas", None, "kasi"), PostClass("pelaksana", None, "staf")]

    def held(since: date, until: date | None, of: int = 0) -> Posting:
        return Posting(since.toordinal(), until.toordinal() if until else None, of, True, 1)

    postings = [
        held(date(2020, 1, 1), date(2020, 6, 30)),
        held(date(2020, 6, 1), date(2020, 7, 31)),  # beside the one before for a month
        held(date(2020, 8, 1), date(2020, 12, 31), 1),
        held(date(2021, 1, 1), date(2021, 3, 31)),
        held(date(2024, 1, 1), None),
    ]
    assert kind_before(postings, classes, "pengawas", date(2024, 1, 1)) == (
        (date(2020, 1, 1), date(2020, 7, 31)),
        (date(2021, 1, 1), date(2021, 3, 31)),
    )


def test_structural_promotion_one_rank_below_after_one_year_of_each() -> None:
    below = HEAD._replace(golongan="III/b", golongan_since=date(2025, 4, 1), in_echelon_since=date(2025, 4, 1))
    assert promotion(below).outcome == "met"
    assert outcome(below._replace(golongan_since=date(2025, 4, 2)), "years_in_rank") == "not_met"
    assert outcome(below._replace(in_echelon_since=date(2025, 4, 2)), "years_in_post") == "not_met"
    assert outcome(below._replace(in_echelon_since=None), "years_in_post") == "unknown"
    assert outcome(below._replace(golongan="III/a"), "rank_range") == "not_met"  # two ranks below
    assert outcome(below._replace(echelon=None), "rank_range") == "unknown"


def test_functional_promotion_after_two_years_with_credit() -> None:
    found = promotion(JF)
    assert (found.way, found.to, found.outcome) == ("functional", "III/d", "met")
    assert outcome(JF._replace(golongan_since=date(2024, 4, 2)), "years_in_rank") == "not_met"
    assert outcome(JF._replace(credit=(Fraction("99.99"), Fraction("99.99"))), "credit") == "not_met"
    assert outcome(JF._replace(credit=(Fraction(90), None)), "credit") == "unknown"
    assert outcome(JF._replace(credit=(Fraction(90), Fraction(110))), "credit") == "unknown"
    assert outcome(JF._replace(credit=None), "credit") == "unknown"


def test_at_the_top_of_a_level_the_level_comes_first() -> None:
    assert outcome(JF._replace(golongan="III/d"), "next_level") == "not_met"
    assert outcome(JF._replace(golongan="IV/a"), "level_range") == "unknown"  # normal after penyetaraan


def test_pppk_have_no_rank() -> None:
    assert rank_promotion(LAW, STAFF._replace(golongan="IX"), ON) is None


def test_dates_follow_the_rule_of_their_own_day() -> None:
    dates = BOOK.rank_dates
    days = effective_days(lambda day: dates.on(day).value.months, date(2023, 3, 1), date(2026, 1, 1))
    assert [d.isoformat()[:7] for d in days] == [
        "2023-04", "2023-10",
        "2024-02", "2024-04", "2024-06", "2024-08", "2024-10", "2024-12",
        "2025-02", "2025-04", "2025-06", "2025-08",
        "2025-10", "2025-11", "2025-12", "2026-01",
    ]  # fmt: skip
    assert effective_days(lambda day: dates.on(day).value.months, date(2025, 10, 2), date(2025, 11, 1)) == [
        date(2025, 11, 1)
    ]


def test_before_credit_was_regulated_only_those_who_need_it_cannot_be_told() -> None:
    before = LAW._replace(credit=None)
    # The regular way asks for no credit, nor does a structural post.
    for case in (STAFF, HEAD):
        assert rank_promotion(before, case, ON) == rank_promotion(LAW, case, ON)
    found = rank_promotion(before, JF, ON)
    assert found is not None
    assert found.outcome == "unknown"
    assert [(c.check, c.value) for c in found.checks if c.outcome != "met"] == [("credit", "not_regulated")]


@pytest.mark.parametrize(("case", "shown"), [
    (STAFF, "2024: baik, 2025: baik"),
    (STAFF._replace(predicates={2023: "baik", 2024: "baik"}, graced=True), "2023: baik, 2024: baik, newest_year_not_recorded"),
])  # fmt: skip
def test_older_years_that_stand_in_are_said(case: RankCase, shown: str) -> None:
    for one in (case, case._replace(kind="pengawas", echelon="IV.a"), case._replace(kind="jf_ahli_pertama")):
        check = next(c for c in promotion(one).checks if c.check == "performance")
        assert (check.outcome, check.value) == ("met", shown)
    worse = case._replace(predicates={**case.predicates, 2024: "kurang"})
    assert outcome(worse, "performance") == "not_met"
