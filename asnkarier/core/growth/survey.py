"""The work environment: mean scores of a unit, shown only where enough people answered."""

from collections.abc import Iterable
from typing import Literal

Hidden = Literal["", "few", "unknown"]
"""Why scores are not shown: too few answers, by which anybody's could be guessed; or nobody said how many there were."""


def hidden(respondents: Iterable[int | None], least: int) -> Hidden:
    """Tell whether a unit's scores must be hidden and why: one number of answers that is small hides them all."""
    found = list(respondents)
    if any(count is not None and count < least for count in found):
        return "few"
    return "unknown" if not found or None in found else ""
