"""Promotion in rank over every echelon and every level of functional posts: the ends of each range, RULES §4, §5 and §7."""

from fractions import Fraction

import pytest

from tests.core.rank.test_promotion import HEAD, JF, STAFF, outcome, promotion


@pytest.mark.parametrize(
    ("echelon", "two_below", "one_below", "last_with_a_step", "highest"),
    [
        # IV/d–IV/e: one below is IV/c, two below IV/b; at IV/d one step is left, at IV/e none.
        ("I.a", "IV/b", "IV/c", "IV/d", "IV/e"),
        ("I.b", "IV/a", "IV/b", "IV/d", "IV/e"),
        ("II.a", "IV/a", "IV/b", "IV/c", "IV/d"),
        ("II.b", "III/d", "IV/a", "IV/b", "IV/c"),
        ("III.a", "III/c", "III/d", "IV/a", "IV/b"),
        ("III.b", "III/b", "III/c", "III/d", "IV/a"),
        ("IV.a", "III/a", "III/b", "III/c", "III/d"),
        ("IV.b", "II/d", "III/a", "III/b", "III/c"),
        ("V.a", "II/c", "II/d", "III/a", "III/b"),
    ],
)
def test_ends_of_each_echelon(
    echelon: str, two_below: str, one_below: str, last_with_a_step: str, highest: str
) -> None:
    found = [
        outcome(HEAD._replace(echelon=echelon, golongan=golongan), "rank_range")
        for golongan in (two_below, one_below, last_with_a_step, highest)
    ]
    assert found == ["not_met", "met", "met", "not_met"]
    # One rank below asks a year in the post, inside the range nobody does.
    asked = {
        golongan: "years_in_post"
        in {c.check for c in promotion(HEAD._replace(echelon=echelon, golongan=golongan)).checks}
        for golongan in (one_below, last_with_a_step)
    }
    assert asked == {one_below: True, last_with_a_step: False}


@pytest.mark.parametrize(
    ("kind", "golongan", "need"),
    [
        # The need of a rank × its place in the level: ahli madya IV/a 150 × 1, IV/b 150 × 2.
        ("jf_terampil", "II/b", 20), ("jf_terampil", "II/c", 40), ("jf_mahir", "III/a", 50), ("jf_penyelia", "III/c", 100),
        ("jf_ahli_pertama", "III/a", 50), ("jf_ahli_muda", "III/c", 100),
        ("jf_ahli_madya", "IV/a", 150), ("jf_ahli_madya", "IV/b", 300), ("jf_ahli_utama", "IV/d", 200),
    ],
)  # fmt: skip
def test_credit_of_each_rank(kind: str, golongan: str, need: int) -> None:
    case = JF._replace(kind=kind, golongan=golongan)
    enough, short = Fraction(need), need - Fraction(1, 100)
    assert outcome(case._replace(credit=(enough, enough)), "credit") == "met"
    assert outcome(case._replace(credit=(short, short)), "credit") == "not_met"


@pytest.mark.parametrize(
    ("kind", "golongan"),
    [
        ("jf_pemula", "II/a"), ("jf_terampil", "II/d"), ("jf_mahir", "III/b"), ("jf_penyelia", "III/d"),
        ("jf_ahli_pertama", "III/b"), ("jf_ahli_muda", "III/d"), ("jf_ahli_madya", "IV/c"), ("jf_ahli_utama", "IV/e"),
    ],
)  # fmt: skip
def test_at_each_levels_top_rank_credit_alone_gives_no_rank(kind: str, golongan: str) -> None:
    plenty = (Fraction(999), Fraction(999))
    assert outcome(JF._replace(kind=kind, golongan=golongan, credit=plenty), "next_level") == "not_met"


@pytest.mark.parametrize(
    ("golongan", "education", "exam"),
    [("II/c", "S1", None), ("II/d", "S1", "ujian_dinas_1"), ("III/a", "S1", None), ("III/c", "S2", None),
     ("III/d", "S2", "ujian_dinas_2"), ("IV/a", "S3", None)],
)  # fmt: skip
def test_only_entering_iii_a_and_iv_a_asks_an_exam(golongan: str, education: str, exam: str | None) -> None:
    case = STAFF._replace(golongan=golongan, education=education, exams=[])
    assert {c.required for c in promotion(case).checks if c.check == "exam"} == ({exam} if exam else set())
    if exam:
        assert outcome(case._replace(exams=[exam]), "exam") == "met"
