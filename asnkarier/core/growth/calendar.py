"""The month in which each training is held.

Trainings take the months in turn, those of one competency one after the other, so that alternatives lie in different months and the
year is filled evenly.
"""

from collections.abc import Sequence


def months(competencies: Sequence[str], codes: Sequence[str], first: int) -> list[int]:
    """Return a month from `first` to 12 for each training, given the competency it serves and its code."""
    span = 13 - first
    order = sorted(range(len(codes)), key=lambda place: (competencies[place], codes[place]))
    result = [first] * len(codes)
    for turn, place in enumerate(order):
        result[place] = first + turn % span
    return result
