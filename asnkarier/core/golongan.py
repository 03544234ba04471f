"""The order of golongan: PNS `I/a` to `IV/e`, PPPK `I` to `XVII`, two ladders that are never compared with each other."""

from functools import lru_cache

_ROMAN = {"I": 1, "V": 5, "X": 10}


def roman(text: str) -> int | None:
    """Return the number of a Roman numeral up to XXXIX; None when it is none."""
    total = last = 0
    for letter in reversed(text):
        value = _ROMAN.get(letter)
        if value is None:
            return None
        total += value if value >= last else -value
        last = max(last, value)
    return total or None


@lru_cache(maxsize=1_024)
def order(golongan: str | None) -> int | None:
    """Return the place of a PNS golongan on its ladder (I/a is 11, IV/e is 45); None for PPPK golongan and unknown text."""
    if not golongan or "/" not in golongan:
        return None
    room, _, letter = golongan.partition("/")
    number = roman(room)
    if number is None or number > 4 or len(letter) != 1 or letter not in "abcde":
        return None
    return number * 10 + "abcde".index(letter) + 1
