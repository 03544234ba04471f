"""Fisher's exact test against published values, against counting, and what must never matter."""

from fractions import Fraction
from math import comb

from hypothesis import given, settings
from hypothesis import strategies as st

from asnkarier.core.defend.exact import fisher, holm

COUNTS = st.integers(0, 40)


def counted(a: int, b: int, c: int, d: int) -> Fraction:
    """The same by counting all tables with whole binomial coefficients."""
    first, second, chosen = a + b, c + d, a + c

    def ways(k: int) -> int:
        return comb(first, k) * comb(second, chosen - k)

    tables = range(max(0, chosen - second), min(first, chosen) + 1)
    return Fraction(sum(ways(k) for k in tables if ways(k) <= ways(a)), comb(first + second, chosen))


def test_the_lady_tasting_tea() -> None:
    # R. A. Fisher, The Design of Experiments (1935): 3 of 4 cups right on both sides. Of C(8,4) = 70 tables, 16 are like hers,
    # 16 like the mirror, 1 and 1 further out: (16 + 16 + 1 + 1) / 70 = 34/70 = 0.4857; all four right: 2/70 = 0.0286.
    assert float(fisher(3, 1, 1, 3)) == float(Fraction(34, 70))
    assert float(fisher(4, 0, 0, 4)) == float(Fraction(2, 70))


def test_the_convicted_twins() -> None:
    # Fisher, Journal of the Royal Statistical Society 98 (1935): 10 of 13 monozygotic and 2 of 17 dizygotic twins of convicts were
    # convicted; he gives 619 / 1330665 for as many or more on one side. The other side has 0 of 13 and 12 of 17:
    # C(17,12) / C(30,12) = 6188 / 86493225; no other table there is as rare.
    one_side = Fraction(619, 1_330_665)
    assert abs(fisher(10, 3, 2, 15) - one_side - Fraction(6188, 86_493_225)) < Fraction(1, 10**40)


def test_equal_rates_are_no_difference() -> None:
    assert fisher(5, 5, 10, 10) == 1
    assert fisher(0, 7, 0, 9) == 1
    assert fisher(7, 0, 9, 0) == 1


def test_an_empty_group_says_nothing() -> None:
    assert fisher(0, 0, 3, 4) == 1


@given(COUNTS, COUNTS, COUNTS, COUNTS)
def test_it_is_what_counting_gives(a: int, b: int, c: int, d: int) -> None:
    assert abs(fisher(a, b, c, d) - counted(a, b, c, d)) < Fraction(1, 10**40)


@given(st.integers(0, 3000), st.integers(0, 3000), st.integers(0, 3000), st.integers(0, 3000))
@settings(max_examples=30)
def test_it_is_symmetric(a: int, b: int, c: int, d: int) -> None:
    """Which group is named first, and whether the selected or the others are counted, never matters."""
    p = fisher(a, b, c, d)
    assert 0 <= p <= 1
    for other in (fisher(c, d, a, b), fisher(b, a, d, c), fisher(a, c, b, d)):
        assert abs(p - other) < Fraction(1, 10**30)


def test_large_tables_take_no_time() -> None:
    # 30 % of 50,000 beside 29 % of 50,000: the rates differ by 1 point, with a standard error of
    # √(0.295 × 0.705 × 2 / 50,000) = 0.288 points: 3.47 standard errors, p = 0.0005.
    assert Fraction(4, 10_000) < fisher(15_000, 35_000, 14_500, 35_500) < Fraction(6, 10_000)


def test_far_out_is_nothing_and_not_an_error() -> None:
    assert fisher(20_000, 0, 0, 20_000) < Fraction(1, 10**30)


def test_holm_by_hand() -> None:
    # Holm (1979), four p-values: 0.005 × 4 = 0.02; 0.01 × 3 = 0.03; 0.03 × 2 = 0.06; 0.04 × 1 = 0.04, held at 0.06.
    values = [Fraction(n, 1000) for n in (10, 40, 30, 5)]
    assert holm(values) == [Fraction(n, 1000) for n in (30, 60, 60, 20)]
    assert holm([]) == []
    assert holm([Fraction(3, 4), Fraction(4, 5)]) == [1, 1]


@given(st.lists(st.fractions(0, 1), max_size=12))
def test_adjusting_keeps_the_order_and_never_lowers(values: list[Fraction]) -> None:
    found = holm(values)
    assert all(value <= after <= 1 for value, after in zip(values, found, strict=True))
    pairs = sorted(zip(values, found, strict=True))
    assert [after for _, after in pairs] == sorted(found)
