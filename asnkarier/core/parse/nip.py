"""The NIP: 18 digits that carry birth date, first appointment, sex and a serial."""

import re
from calendar import monthrange
from datetime import date
from typing import Final, NamedTuple

from asnkarier.core.parse.base import Bad, Cell, error_cell, nothing, text_of

_AROUND: Final = re.compile(r"(?i)^\s*(?:n\.?\s*i\.?\s*p\.?(?:\s*baru)?|ni\s*pppk|nipppk)\s*[.:]*\s*")
_BETWEEN: Final = re.compile(r"[\s.'’`\-_]+")
_SCIENTIFIC: Final = re.compile(r"\d(?:[.,]\d+)?[eE]\+?\d+\Z")
_DIGITS: Final = re.compile(r"[0-9]+\Z")
OLDEST_YEAR: Final = 1920
YOUNGEST_AT_APPOINTMENT: Final = 15
OLDEST_AT_APPOINTMENT: Final = 70
LAST_AGREEMENT: Final = 70
"""Agreements of a PPPK are counted from 21, and each lasts a year at least: nobody has more than fifty."""
_WITH_DECIMALS: Final = re.compile(r"(\d{18})[.,]0+\Z")


def read_nip(value: Cell) -> str | Bad | None:
    """Read a NIP; a numeric cell has already lost digits and is refused, never repaired or padded."""
    if isinstance(value, (int, float)):
        if isinstance(value, float) and not value.is_integer():
            return Bad("nip_numeric", {"digits": 0})
        digits = len(str(int(value)))
        if is_nik(str(int(value))):
            return Bad("nip_is_nik", {})
        return Bad("nip_numeric" if digits > 15 else "nip_length", {"digits": digits})
    text = text_of(value)
    if nothing(text):
        return None
    if error_cell(text):
        return Bad("cell_error", {"value": text})
    if _SCIENTIFIC.match(text):
        return Bad("nip_numeric", {"digits": 0})
    if match := _WITH_DECIMALS.match(text):
        # `….0` was written by a program that took the NIP for a number. What a float holds exactly may have been rounded by it.
        return Bad("nip_numeric", {"digits": 18}) if int(float(match[1])) == int(match[1]) else checked(match[1])
    digits_only = _BETWEEN.sub("", _AROUND.sub("", text))
    if not digits_only or not _DIGITS.match(digits_only):
        if (beside := _beside_other_words(text)) is not None:
            return beside
        return Bad("nip_text", {"value": text})
    if len(digits_only) == _WHOLE + _OLD and (one := _beside_old_number(text, digits_only)):
        return one
    return checked(digits_only)


def _beside_old_number(text: str, digits: str) -> str | None:
    """Return the NIP that only a space or a dash parts from the old one; None where both halves would do, or neither."""
    ends = {sum(map(str.isdigit, text[: mark.start()])) for mark in re.finditer(r"[^0-9]+", text)}
    halves = ((digits[:_WHOLE], _WHOLE), (digits[_OLD:], _OLD))
    found = [half for half, end in halves if end in ends and isinstance(checked(half), str)]
    return found[0] if len(found) == 1 else None


_PARTS: Final = re.compile(r"[/,;|()\[\]]+|(?<=\d)\s+(?=[A-Za-z])|(?<=[A-Za-z.:])\s+(?=\d)")
_WHOLE: Final = 18
_OLD: Final = 9
_OTHER_NUMBERS: Final = frozenset((_OLD, 16))
"""Digits of the NIP of before 2008 and of a NIK."""


def _beside_other_words(text: str) -> str | Bad | None:
    """Read the one number of 18 digits beside an old NIP, a NIK or words (`… (PNS)`); None where more may be meant."""
    found: list[str] = []
    for part in _PARTS.split(text):
        plain = _BETWEEN.sub("", _AROUND.sub("", part))
        if _DIGITS.match(plain) and len(plain) == _WHOLE:
            found.append(plain)
        elif any(letter.isdigit() for letter in plain) and not (_DIGITS.match(plain) and len(plain) in _OTHER_NUMBERS):
            return None
    return checked(found[0]) if len(set(found)) == 1 else None


def checked(nip: str) -> str | Bad:
    """Check the parts of a string of digits: length, birth date, appointment, sex, serial."""
    if len(nip) != 18:
        return Bad("nip_is_nik", {}) if is_nik(nip) else Bad("nip_length", {"digits": len(nip)})
    return wrong_head(nip[:15]) or (Bad("nip_serial", {"serial": nip[15:]}) if nip[15:] == "000" else nip)


_NIK: Final = re.compile(r"(?:1[1-9]|2[01]|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7])\d{4}(\d\d)(0[1-9]|1[0-2])\d{6}\Z")
"""Code of a province, of its kabupaten and kecamatan; day, month and year of birth; a serial."""
_OF_WOMEN: Final = 40
"""Added to the day of birth in the NIK of a woman."""
_LAST_DAY: Final = 31
_CENTURIES: Final = ("19", "20")


def is_nik(digits: str) -> bool:
    """Tell whether 16 digits are a NIK. What is left of a NIP is none: where a NIK has the month of birth it has a year.

    Nor is a NIP without the century of its birth year, though such digits may be those of a NIK as well.
    """
    match = _NIK.match(digits)
    if match is None or any(wrong_head(f"{century}{digits}"[:15]) is None for century in _CENTURIES):
        return False
    return 0 < int(match[1]) <= _LAST_DAY or _OF_WOMEN < int(match[1]) <= _OF_WOMEN + _LAST_DAY


def wrong_head(head: str) -> Bad | None:
    """Say what is wrong with the first 15 digits; None when they can stand."""
    year, month, day = int(head[:4]), int(head[4:6]), int(head[6:8])
    try:
        date(year, month, day)
    except ValueError:
        return Bad("nip_date", {"date": f"{head[6:8]}-{head[4:6]}-{head[:4]}"})
    appointed = int(head[8:12])
    if year < OLDEST_YEAR or not YOUNGEST_AT_APPOINTMENT <= appointed - year <= OLDEST_AT_APPOINTMENT:
        return Bad("nip_year", {"born": year, "appointed": appointed})
    count = int(head[12:14])
    if count == 0 or 13 <= count <= 20 or count > LAST_AGREEMENT:
        return Bad("nip_month", {"month": head[12:14]})
    if head[14] not in "12":
        return Bad("nip_sex", {"digit": head[14]})
    return None


def birth_date_of(nip: str) -> str:
    """Return the birth date that the NIP carries, as ISO text."""
    return f"{nip[:4]}-{nip[4:6]}-{nip[6:8]}"


def sex_of(nip: str) -> str:
    """Return L or P as the NIP says."""
    return "L" if nip[14] == "1" else "P"


class AppointedIn(NamedTuple):
    """Between which days, both included, somebody was first appointed, as ISO text."""

    first: str
    last: str


def appointed_in(nip: str, *, pppk: bool) -> AppointedIn | None:
    """Return when the NIP says that somebody was first appointed: in a month, of a PPPK (`pppk`, or by the count) in a year."""
    year, month = nip[8:12], nip[12:14]
    if not _DIGITS.match(year + month) or year < str(OLDEST_YEAR):
        return None
    if pppk or month > "20":
        return AppointedIn(f"{year}-01-01", f"{year}-12-31")
    if not "01" <= month <= "12":
        return None
    return AppointedIn(f"{year}-{month}-01", f"{year}-{month}-{monthrange(int(year), int(month))[1]}")


def is_pppk(nip: str) -> bool:
    """Tell whether the NIP is one of a PPPK: digits 13–14 count agreements from 21, where a PNS has a month."""
    return nip[12:14] > "20"
