"""Amounts of rupiah as people type them: 500000000, 500.000.000, Rp 500 juta, 1,5 miliar."""

import re
from fractions import Fraction

_FORM = re.compile(
    r"^(?:rp\.?|idr)?\s*(?P<digits>\d{1,3}(?:[.,\s]\d{3})+|\d+)(?P<part>[.,]\d+)?\s*(?P<word>ribu|juta|jt|miliar|milyar|m|triliun|t)?(?:,-|,00|\.00)?$"
)
_WORDS = {
    "": 1,
    "ribu": 10**3,
    "juta": 10**6,
    "jt": 10**6,
    "miliar": 10**9,
    "milyar": 10**9,
    "m": 10**9,
    "triliun": 10**12,
    "t": 10**12,
}


def rupiah(text: str) -> int | None:
    """Return the amount in whole rupiah; None where the text is none."""
    found = _FORM.match(text.strip().lower())
    if found is None:
        return None
    digits = re.sub(r"[.,\s]", "", found["digits"])
    part = (found["part"] or "")[1:]
    if part and not found["word"] and len(part) == 3:
        return None
    amount = Fraction(int(digits)) + (Fraction(int(part), 10 ** len(part)) if part else 0)
    amount *= _WORDS[found["word"] or ""]
    return int(amount) if amount.denominator == 1 else None
