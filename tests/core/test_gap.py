from datetime import date

import pytest

from asnkarier.core.gap import oldest_valid, profile, ratio, recap_jpm, scaled_floor, technical_jpm, valid_until
from asnkarier.core.numbers import SCALE

NINE = list(range(1, 10))


@pytest.mark.parametrize(
    ("as_of", "oldest"),
    [
        ("2026-10-01", "2023-10-01"),  # three years, that day included
        ("2026-03-01", "2023-03-01"),
        ("2027-03-01", "2024-02-29"),  # 29 February 2024 is valid until 1 March 2027
        ("2027-02-28", "2024-02-28"),
        ("2028-02-29", "2025-03-01"),
    ],
)
def test_the_oldest_assessment_still_valid(as_of: str, oldest: str) -> None:
    assert oldest_valid(date.fromisoformat(as_of), 3) == oldest
    assert valid_until(oldest, 3) >= date.fromisoformat(as_of)


def test_a_post_without_a_standard_asks_the_default_of_its_kind() -> None:
    found = profile({}, NINE, 3 * SCALE, frozenset())
    assert (found.total, found.source, all(found.defaults)) == (27 * SCALE, "default", True)


def test_a_standard_of_some_competencies_is_completed_and_says_so() -> None:
    found = profile({1: 4 * SCALE, 20: 2 * SCALE, 30: SCALE}, NINE, 3 * SCALE, frozenset({20}))
    assert (found.total, found.source) == (28 * SCALE, "partly_default")  # 4 + 8 × 3
    assert (dict(found.technical), dict(found.other)) == ({20: 2 * SCALE}, {30: SCALE})


def test_a_post_of_unknown_kind_asks_nothing_known() -> None:
    assert profile({}, NINE, None, frozenset()).total is None


def test_missing_levels_make_a_range_and_no_percent() -> None:
    # Eight levels of 3 = 24 of 27; the ninth may be anything from 0 to 5: 24/27 to 29/27.
    found = ratio([3 * SCALE] * 9, [3 * SCALE] * 8 + [None])
    assert found is not None
    assert (found.low, found.high, found.percent) == (24 * SCALE, 29 * SCALE, None)


def test_a_jpm_above_100_stays_as_it_is() -> None:
    found = ratio([2 * SCALE] * 9, [3 * SCALE] * 9)
    assert found is not None
    assert found.percent == 150


def test_rounding_down_keeps_a_jpm_on_its_side_of_a_bound() -> None:
    # 2.34/3 of nine levels is exactly 78 %; one 1/10 000 of a level less is 77.9996… %.
    assert scaled_floor((2106 * 100 * 100, 27 * SCALE)) == 78 * SCALE
    assert scaled_floor(((2106 * 100 - 1) * 100, 27 * SCALE)) == 779_996


def test_a_recap_speaks_only_for_its_own_post_and_only_without_levels() -> None:
    nothing = (None,) * 9
    assert recap_jpm(nothing, 889_000, fits=True) == (889_000, SCALE)
    assert recap_jpm(nothing, 889_000, fits=False) is None
    assert recap_jpm((3, *nothing[1:]), 889_000, fits=True) is None


def test_a_technical_jpm_needs_every_level() -> None:
    wanted = profile({20: 2 * SCALE, 21: 2 * SCALE}, NINE, SCALE, frozenset({20, 21}))
    assert technical_jpm(wanted, {20: 2 * SCALE, 21: SCALE}) == (3 * SCALE * 100, 4 * SCALE)
    assert technical_jpm(wanted, {20: 2 * SCALE}) is None
