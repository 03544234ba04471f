"""Colours of pictures keep the contrast that WCAG asks: 4.5 for text, 3 for what is drawn."""

import re
from pathlib import Path

import pytest

from asnkarier.views.report import colours

TEMPLATES = Path(colours.__file__).parents[1] / "templates"


def test_contrast_of_known_pairs() -> None:
    assert colours.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert colours.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)  # the textbook pair just below 4.5


@pytest.mark.parametrize("colour", [*colours.SERIES, *colours.GOOD_TO_BAD, colours.MARK])
def test_pictures_stand_out_and_carry_their_numbers(colour: str) -> None:
    assert colours.contrast(colour, colours.PAPER) >= 3
    assert colours.contrast(colour, colours.ink_on(colour)) >= 4.5


@pytest.mark.parametrize("value", [step / 20 for step in range(21)])
def test_every_shade_of_a_heat_table_carries_ink(value: float) -> None:
    assert colours.contrast(colours.heat(value, 0, 1), colours.INK) >= 4.5


def test_words_of_the_page_are_dark_enough() -> None:
    css = (TEMPLATES / "report.html").read_text(encoding="utf-8")
    inks = set(re.findall(r"(?<![-\w])color: (#[0-9a-f]{6})", css)) | set(
        re.findall(r"--(?:ink|muted|accent): (#[0-9a-f]{6})", css)
    )
    soft = re.search(r"--soft: (#[0-9a-f]{6})", css)
    assert len(inks) >= 3
    assert soft is not None
    for ink in inks:
        assert min(colours.contrast(ink, "#ffffff"), colours.contrast(ink, soft[1])) >= 4.5, ink
