"""The colours of pictures: told apart without colour sight by their lightness, and dark enough beside white (WCAG 1.4.11)."""

from typing import Final

from asnkarier.views.report.model import Palette

INK: Final = "#1d2733"
MUTED: Final = "#4d5b6a"
LINE: Final = "#c9d1da"
PAPER: Final = "#ffffff"
MARK: Final = "#9b1c1c"

SERIES: Final = ("#1f5a94", "#c25700", "#2f7d4f", "#7a4fa3", "#7a6300", "#4a6572", "#a8366b", "#0f7c86")
GOOD_TO_BAD: Final = ("#14532d", "#2f7a42", "#bd8500", "#c2410c", "#7f1d1d")
HEAT_LOW: Final = (244, 178, 160)
HEAT_MIDDLE: Final = (255, 251, 235)
HEAT_HIGH: Final = (158, 210, 178)


def of(palette: Palette, place: int) -> str:
    """Return the colour of a series."""
    colours = GOOD_TO_BAD if palette == "good_to_bad" else SERIES
    return colours[place % len(colours)]


def luminance(colour: str) -> float:
    """Return the relative luminance of `#rrggbb`, as WCAG defines it."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def ink_on(colour: str) -> str:
    """Return the ink that is read best on a colour."""
    return max(INK, PAPER, key=lambda ink: contrast(ink, colour))


def heat(value: float, low: float, high: float) -> str:
    """Return the colour of a value between bad (`low`) and good (`high`); the middle of the scale is nearly white."""
    share = 0.5 if high == low else min(max((value - low) / (high - low), 0.0), 1.0)
    start, end, step = (HEAT_LOW, HEAT_MIDDLE, share * 2) if share < 0.5 else (HEAT_MIDDLE, HEAT_HIGH, share * 2 - 1)
    mixed = (round(a + (b - a) * step) for a, b in zip(start, end, strict=True))
    return "#" + "".join(f"{part:02x}" for part in mixed)
