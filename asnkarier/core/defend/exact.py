"""Fisher's exact test of two groups: how likely, by chance alone, are rates at least as far apart as those found.

A pure function of whole numbers. Tables of any size are added up in integers of 2^-192, which keeps 50 digits: no float decides
anything, and no library is needed for forty lines.
"""

from collections.abc import Sequence
from fractions import Fraction

_ONE = 1 << 192
_SAME = 1 << 64
"""Two probabilities that differ by less than one part in 2^64 are the same one, met on both sides."""


def fisher(selected: int, others: int, selected_beside: int, others_beside: int) -> Fraction:
    """Return the two-sided p-value of the table of two groups: the chance of all tables no likelier than this one.

    With the margins as they are, the number selected in the first group follows the hypergeometric distribution.
    """
    first, second = selected + others, selected_beside + others_beside
    chosen = selected + selected_beside
    low, high = max(0, chosen - second), min(first, chosen)
    top = min(high, max(low, (chosen + 1) * (first + 1) // (first + second + 2)))
    # Chances beside that of the likeliest table, outwards from it until they are nothing.
    up, down = [_ONE], [_ONE]
    for k in range(top, high):
        up.append(up[-1] * (first - k) * (chosen - k) // ((k + 1) * (second - chosen + k + 1)))
        if not up[-1]:
            break
    for k in range(top, low, -1):
        down.append(down[-1] * k * (second - chosen + k) // ((first - k + 1) * (chosen - k + 1)))
        if not down[-1]:
            break
    side = up if selected >= top else down
    away = abs(selected - top)
    found = side[away] if away < len(side) else 0
    limit = found + found // _SAME
    likelier = [*down[:0:-1], *up]
    return Fraction(sum(chance for chance in likelier if chance <= limit), sum(likelier))


def holm(values: Sequence[Fraction]) -> list[Fraction]:
    """Return p-values adjusted for how many were asked at once (Holm's step-down method), in the order given."""
    result = [Fraction(1)] * len(values)
    highest = Fraction(0)
    for place, number in enumerate(sorted(range(len(values)), key=lambda n: values[n])):
        highest = max(highest, min(Fraction(1), values[number] * (len(values) - place)))
        result[number] = highest
    return result
