"""Shapes in colour say what plain shapes say."""

import re

import pytest

from asnkarier.views.drawing.coloured import text
from tests.views.test_plain import PEOPLE, SHAPES

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.parametrize("width", [50, 80, 120, 200])
def test_nothing_is_cut_and_nothing_is_markup(width: int) -> None:
    plain = _COLOUR.sub("", text([PEOPLE], width))
    for whole in ("197203141997032929", "1 Oktober 2020", "31 Maret 2019", "91,25", "88,00"):
        assert whole in plain
    assert "[bold]" in plain
    assert "\x1b" not in plain
    assert all(len(line) <= width for line in plain.splitlines())


@pytest.mark.parametrize("name", SHAPES)
def test_every_shape_is_drawn(name: str) -> None:
    assert _COLOUR.sub("", text([SHAPES[name]], 100)).strip()


def test_boxes_are_coloured_and_say_the_same_without_colour() -> None:
    from asnkarier.views.drawing.plain import draw

    coloured = text([SHAPES["grid"]], 100)
    assert "\x1b[30;" in coloured  # black on a light ground, for dark and light terminals alike
    assert _COLOUR.sub("", coloured).splitlines() == list(draw([SHAPES["grid"]], 100))
