"""The work environment: mean scores of a unit, shown only where enough people answered."""

from collections.abc import Iterable

SMALLEST_GROUP = 5
"""With fewer answers nothing is shown: anybody's answer could be guessed."""


def suppressed(respondents: Iterable[int | None]) -> bool:
    """Tell whether a unit's scores must not be shown: a number of answers is too small, or nobody said how many there were."""
    found = list(respondents)
    return not found or any(count is None or count < SMALLEST_GROUP for count in found)
