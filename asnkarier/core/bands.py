"""Bands: a number line cut into named pieces without holes or overlaps."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from asnkarier.core.regulation import Scaled


class Band(NamedTuple):
    """One piece of the line.

    `low` None is open below, `high` None open above. A law says either "from 90" (`low_included`) or "above 90";
    the upper end is the mirror of the next band's lower end ("below 90" or "up to 90").
    """

    name: str
    low: Scaled | None
    low_included: bool
    high: Scaled | None
    high_included: bool

    def holds(self, value: int) -> bool:
        """Tell whether `value` (1/10 000) lies in this band."""
        if self.low is not None and (value < self.low or (value == self.low and not self.low_included)):
            return False
        return self.high is None or value < self.high or (value == self.high and self.high_included)


def band_of(bands: Sequence[Band], value: int) -> str:
    """Return the name of the band that holds `value` (1/10 000). Loading made sure there is exactly one."""
    for band in bands:
        if band.holds(value):
            return band.name
    raise ValueError(value)


def hole(bands: Sequence[Band]) -> str | None:
    """Return the name of the first band, from the top down, that does not join the one above it; None when all join.

    The outermost bands must be open or be the ends of the scale; that is for the caller to ask.
    """
    for above, below in pairwise(bands):
        if below.high is None or below.high != above.low or below.high_included == above.low_included:
            return below.name
        if below.low is not None and below.low >= below.high:
            return below.name
    return None
