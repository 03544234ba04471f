"""What moves a person to another place: the components, the shares, or other people, which alone or which first."""

from fractions import Fraction

import pytest

from asnkarier.core.decide.talent import AxisName
from asnkarier.core.numbers import SCALE
from asnkarier.core.talent.causes import Through, Weighed, of_place

EQUAL = (50, 50)


def through(component: str, axis: AxisName, before: int, after: int) -> Through:
    old, new = Fraction(before * SCALE), Fraction(after * SCALE)
    whole = Fraction(1)
    return Through(component, axis, Weighed((old, old), whole), Weighed((new, new), whole), new - old, (new - old,) * 2)


FALLS = through("discipline", "potential", 15, 13)
RISES = through("training", "potential", 5, 9)


@pytest.mark.parametrize(
    ("places", "own", "parts", "named"),
    [
        # Place 4 → 6 and the own value falls with it: the component that falls furthest, not the one that rises more.
        ((4, 6, 6), (80, 79), (RISES, FALLS), [("discipline", 2)]),
        # The own value stays, or rises by the component all the same: others rose further.
        ((4, 6, 6), (80, 80), (), [("others", 2)]),
        ((4, 6, 6), (80, 81), (RISES, FALLS), [("others", 2)]),
        # Place 6 → 4 with a rising value: what rises. With a falling one others fell further.
        ((6, 4, 4), (80, 81), (RISES, FALLS), [("training", 2)]),
        ((6, 4, 4), (80, 79), (RISES, FALLS), [("others", 2)]),
        # The shares alone; both the same way, that of more places first; and each against the other: only the one that wins.
        ((4, 4, 6), (80, 79), (FALLS,), [("shares", 2)]),
        ((4, 6, 9), (80, 79), (FALLS,), [("shares", 3), ("discipline", 2)]),
        ((4, 7, 9), (80, 79), (FALLS,), [("discipline", 3), ("shares", 2)]),
        ((4, 6, 3), (80, 79), (FALLS,), [("shares", 3)]),
        ((4, 3, 6), (80, 79), (FALLS,), [("shares", 3)]),
        ((4, 6, 5), (80, 79), (FALLS,), [("discipline", 2)]),
        # The place stays: nothing moved it, whatever went to and fro.
        ((4, 6, 4), (80, 79), (FALLS,), []),
    ],
)
def test_what_moves_a_place(
    places: tuple[int, int, int], own: tuple[int, int], parts: tuple[Through, ...], named: list[tuple[str, int]]
) -> None:
    before, after = ((value * SCALE, value * SCALE, 1) for value in own)
    assert [(cause.name, cause.far) for cause in of_place(places, (before, after), EQUAL, parts)] == named


def test_a_component_weighs_as_its_axis_does() -> None:
    performance, potential = through("predicate", "performance", 80, 76), through("competency", "potential", 60, 50)
    value = ((80 * SCALE, 80 * SCALE, 1), (75 * SCALE, 75 * SCALE, 1))
    # 4 × 50 % against 10 × 50 %, and 4 × 80 % = 3.2 against 10 × 20 % = 2.
    for shares, name in (((50, 50), "competency"), ((80, 20), "predicate")):
        (cause,) = of_place((1, 2, 2), value, shares, (performance, potential))
        assert cause.name == name
