"""Every cell of the credit tables of RULES §5: level × predicate, months, AK dasar, the degree's 25 %."""

from fractions import Fraction

import pytest

from asnkarier.core.rank.credit import degree_credit
from asnkarier.core.rank.earning import conversion
from asnkarier.core.rank.start import basic_credit
from asnkarier.core.rules.appraisal import PREDICATES
from asnkarier.core.rules.credit import CreditLevel
from asnkarier.law.load import regulations
from tests.core.rank.test_credit import RULE


def level_of(kind: str) -> CreditLevel:
    level = RULE.level(kind)
    assert level is not None
    return level


@pytest.mark.parametrize(
    ("kind", "a_year"),
    [
        # Coefficient × 150, 100, 75, 50, 25 %: Sangat Baik, Baik, Butuh Perbaikan, Kurang, Sangat Kurang.
        ("jf_pemula", "5.625 3.75 2.8125 1.875 0.9375"),
        ("jf_terampil", "7.5 5 3.75 2.5 1.25"),
        ("jf_mahir", "18.75 12.5 9.375 6.25 3.125"),
        ("jf_penyelia", "37.5 25 18.75 12.5 6.25"),
        ("jf_ahli_pertama", "18.75 12.5 9.375 6.25 3.125"),
        ("jf_ahli_muda", "37.5 25 18.75 12.5 6.25"),
        ("jf_ahli_madya", "56.25 37.5 28.125 18.75 9.375"),
        ("jf_ahli_utama", "75 50 37.5 25 12.5"),
    ],
)
def test_a_year_of_every_level_under_every_predicate(kind: str, a_year: str) -> None:
    assert PREDICATES == ("sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang")
    found = [conversion(RULE, level_of(kind), predicate, 12) for predicate in PREDICATES]
    assert found == [Fraction(points) for points in a_year.split()]


@pytest.mark.parametrize(("months", "points"), [(0, "0"), (1, "3.125"), (11, "34.375"), (12, "37.5")])
def test_months_are_twelfths(months: int, points: str) -> None:
    # Ahli Madya at Baik: 37.5 / 12 = 3.125 a month.
    assert conversion(RULE, level_of("jf_ahli_madya"), "baik", months) == Fraction(points)


@pytest.mark.parametrize(
    ("kind", "golongan"),
    [
        ("jf_pemula", "II/a"),
        ("jf_terampil", "II/b II/c II/d"),
        ("jf_mahir", "III/a III/b"),
        ("jf_penyelia", "III/c III/d"),
        ("jf_ahli_pertama", "III/a III/b"),
        ("jf_ahli_muda", "III/c III/d"),
        ("jf_ahli_madya", "IV/a IV/b IV/c"),
        ("jf_ahli_utama", "IV/d IV/e"),
    ],
)
def test_ranks_of_each_level(kind: str, golongan: str) -> None:
    assert level_of(kind).golongan == tuple(golongan.split())


@pytest.mark.parametrize(
    ("kind", "golongan", "points"),
    [
        # Keahlian: III/b 50, III/d 100, IV/b 150, IV/c 300, IV/e 200; the lowest rank of a level brings nothing along.
        ("jf_ahli_pertama", "III/a", None), ("jf_ahli_pertama", "III/b", 50),
        ("jf_ahli_muda", "III/c", None), ("jf_ahli_muda", "III/d", 100),
        ("jf_ahli_madya", "IV/a", None), ("jf_ahli_madya", "IV/b", 150), ("jf_ahli_madya", "IV/c", 300),
        ("jf_ahli_utama", "IV/d", None), ("jf_ahli_utama", "IV/e", 200),
        # Keterampilan: II/c 20, II/d 40, III/b 50, III/d 100.
        ("jf_pemula", "II/a", None),
        ("jf_terampil", "II/b", None), ("jf_terampil", "II/c", 20), ("jf_terampil", "II/d", 40),
        ("jf_mahir", "III/a", None), ("jf_mahir", "III/b", 50),
        ("jf_penyelia", "III/c", None), ("jf_penyelia", "III/d", 100),
        # A rank of another level is none of this one's table.
        ("jf_ahli_muda", "III/b", None), ("jf_mahir", "II/d", None),
    ],
)  # fmt: skip
def test_what_a_rank_brings_along(kind: str, golongan: str, points: int | None) -> None:
    assert basic_credit(RULE, level_of(kind), golongan) == points


@pytest.mark.parametrize(
    ("kind", "points"),
    [
        # 25 % of what the next rank needs: 15, 20, 50, 100, 50, 100, 150, 200.
        ("jf_pemula", "3.75"), ("jf_terampil", "5"), ("jf_mahir", "12.5"), ("jf_penyelia", "25"),
        ("jf_ahli_pertama", "12.5"), ("jf_ahli_muda", "25"), ("jf_ahli_madya", "37.5"), ("jf_ahli_utama", "50"),
    ],
)  # fmt: skip
def test_a_new_degree_is_a_quarter_of_the_next_rank(kind: str, points: str) -> None:
    assert degree_credit(RULE, level_of(kind)) == Fraction(points)


def test_only_pns_earn_credit() -> None:
    assert regulations().credit.versions[-1].value.employee_kinds == ("PNS",)
