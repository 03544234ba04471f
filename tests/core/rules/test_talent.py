from datetime import date

import pytest

from asnkarier.core.numbers import SCALE
from asnkarier.core.rules.talent import Row
from asnkarier.law.load import regulations
from asnkarier.law.policy_load import policy

BEFORE, FIRST = date(2025, 12, 31), date(2026, 1, 1)


@pytest.mark.parametrize(
    ("potential", "performance", "number"),
    [
        ("low", "low", 1), ("low", "middle", 2), ("low", "high", 4),
        ("middle", "low", 3), ("middle", "middle", 5), ("middle", "high", 7),
        ("high", "low", 6), ("high", "middle", 8), ("high", "high", 9),
    ],
)  # fmt: skip
def test_numbers_of_the_boxes(potential: Row, performance: Row, number: int) -> None:
    for day in (BEFORE, FIRST):
        assert regulations().talent.on(day).value.box(performance, potential).number == number


def test_the_succession_group_and_the_policy_one_is_told_to_use() -> None:
    assert regulations().talent.on(BEFORE).value.succession_group == (7, 8, 9)
    assert regulations().talent.on(BEFORE).value.expected_policy == ""
    assert regulations().talent.on(FIRST).value.expected_policy == "kepka-bkn-411-2025"


def test_box_nine_is_promoted_and_box_one_handled_under_the_regulations() -> None:
    rule = regulations().talent.on(FIRST).value
    assert "promote_and_keep" in rule.box("high", "high").recommendations
    assert rule.box("low", "low").recommendations == ("under_the_regulations",)


def test_stages_of_an_open_selection_allow_the_general_policys_weights() -> None:
    rule = regulations().selection.on(FIRST).value
    assert {s: (r.at_least // SCALE, r.at_most // SCALE) for s, r in rule.stages.items()} == {
        "makalah": (15, 20),
        "asesmen": (20, 25),
        "wawancara": (30, 35),
        "rekam_jejak": (15, 20),
    }
    assert rule.names == 3
    for stage, weight in policy("umum").selection.items():
        assert rule.stages[stage].at_least <= weight <= rule.stages[stage].at_most
