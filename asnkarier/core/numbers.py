"""Exact decimal numbers as integers.

Levels, scores, JPM, JP, credit and targets are kept as integers of 1/10 000, so that no threshold ever compares floats.
"""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

SCALE = 10_000
"""One unit, in the integers of the file: level 3 is 30 000."""


def scaled(value: Decimal | Fraction | int) -> int:
    """Return `value` as an integer of 1/10 000, rounded half away from zero at the fourth decimal."""
    exact = Fraction(value) * SCALE
    whole = abs(exact) + Fraction(1, 2)
    magnitude = whole.numerator // whole.denominator
    return -magnitude if exact < 0 else magnitude


def unscaled(value: int) -> Decimal:
    """Return the decimal number that the integer of 1/10 000 stands for."""
    return Decimal(value) / SCALE


def shown(value: Decimal | Fraction | int, places: int = 2) -> Decimal:
    """Round half up (away from zero) to `places` decimals, for display only."""
    exact = Fraction(value)
    precise = Decimal(exact.numerator) / Decimal(exact.denominator)
    return precise.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
