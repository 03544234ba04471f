"""Ages in groups."""

from collections.abc import Sequence
from datetime import date

from asnkarier.core.anniversary import anniversary


def age(birth_date: str | None, as_of: date) -> int | None:
    """Return the completed years of age on a day; None where the birthday is not known."""
    if not birth_date:
        return None
    born = date.fromisoformat(birth_date)
    years = as_of.year - born.year
    return years if anniversary(born, years) <= as_of else years - 1


def group(years: int | None, bounds: Sequence[int]) -> int | None:
    """Return the number of the age group: the first whose highest age is not passed, else the one above all."""
    if years is None:
        return None
    return next((place for place, bound in enumerate(bounds) if years <= bound), len(bounds))
