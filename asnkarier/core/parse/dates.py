"""Dates and years as offices write them. What is not certainly one day is refused."""

import re
from calendar import monthrange
from datetime import date, datetime, time, timedelta
from typing import Final

from asnkarier.core.parse.base import Bad, Cell, error_cell, nothing, text_of

_MONTH_WORDS: Final = (
    "januari jan january jnr",
    "februari feb peb pebruari february febuari",
    "maret mar march mrt",
    "april apr",
    "mei may",
    "juni jun june",
    "juli jul july",
    "agustus agu ags agt aug august agst",
    "september sep sept",
    "oktober okt oct october",
    "november nov nop nopember",
    "desember des dec december",
)
MONTHS: Final = {word: number for number, words in enumerate(_MONTH_WORDS, 1) for word in words.split()}
"""Month names, Indonesian and English, long and short → 1–12."""

_DAY_NAMES: Final = re.compile(r"(?i)^(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)\s*,?\s+")
_BEFORE: Final = re.compile(r"(?i)^(?:t\.?\s?m\.?\s?t|tgl|tanggal)\b\s*[.:]*\s*(?=\S)")
_SIGN: Final = r"(?: ?[-/.\u2010\u2013\u2014\u2212]{1,2} ?| )"
"""Between the numbers of a day; a dash that a word processor made long, and the spaces around it, are no more than a hyphen."""
_YMD: Final = re.compile(rf"(\d{{4}}){_SIGN}(\d{{1,2}}){_SIGN}(\d{{1,2}})(?:[ T]+\d{{1,2}}[:.].*)?\Z")
_DMY: Final = re.compile(rf"(\d{{1,2}}){_SIGN}(\d{{1,2}}){_SIGN}(\d{{4}})(?:[ T]+\d{{1,2}}[:.].*)?\Z")
_DMY_SHORT: Final = re.compile(r"\d{1,2}[-/. ]{1,2}(?:\d{1,2}|[A-Za-z]+)[-/. ]{1,2}\d{2}\Z")
_NAMED: Final = re.compile(r"(\d{1,2})[-/., ]*([A-Za-z]+)(?:/([A-Za-z]+))?[-/., ]*(\d{4})\Z")
_ENGLISH: Final = re.compile(r"([A-Za-z]+)[. ]+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\Z")
_SEVERAL: Final = re.compile(
    r"(?i)^\d{1,2}-\d{1,2}\s+[a-z]|\d.*(?:\bs\s?[./]?\s?d\b|\bsampai\b|\bhingga\b|[–—]|\d{4}\s*-|\s-\s).*\d"
)
_LONGEST_TIME: Final = 100
_COMPACT: Final = re.compile(r"(\d{4})(\d{2})(\d{2})\Z")
_COMPACT_DMY: Final = re.compile(r"(\d{2})(\d{2})((?:19|20|21)\d{2})\Z")
"""`01032020`. Nothing is a day of this form and of `20200301` too: there the year's first two digits would be a month, 19 to 21."""
_PLACE: Final = re.compile(r"\D+(?<=[\s,/])(\d.*)\Z")
_FIRST_SERIAL: Final = 10_000  # 1927-05-18: below it the number is a year, an age or a count
_LAST_SERIAL: Final = 80_000  # 2119-01-10
_EPOCH: Final = date(1899, 12, 30)
FIRST_YEAR, LAST_YEAR = 1900, 2150


def read_date(value: Cell) -> str | Bad | None:
    """Read a date as ISO text."""
    if isinstance(value, datetime):
        return _plausible(value.year, value.month, value.day, value.isoformat())
    if isinstance(value, date):
        return _plausible(value.year, value.month, value.day, value.isoformat())
    if isinstance(value, bool | time | timedelta):
        return Bad("date_unreadable", {"value": str(value)})
    if isinstance(value, (int, float)):
        return _from_number(value)
    text = text_of(value)
    if nothing(text):
        return None
    return _from_text(text)


def day_first(value: Cell) -> bool | None:
    """Tell whether a text of three numbers has its day first for certain (True), its month (False), or may be either (None).

    False too for what is no such text, or the same day either way.
    """
    plain = _BEFORE.sub("", _DAY_NAMES.sub("", text_of(value))) if isinstance(value, str) else ""
    match = _DMY.match(plain) or _COMPACT_DMY.match(plain)
    if match is None:
        return False
    day, month = int(match[1]), int(match[2])
    return True if day > 12 >= month else None if day != month and max(day, month) <= 12 else False


def read_birth_date(value: Cell) -> str | Bad | None:
    """Read a birth date; a place before it (`KOTA, 12 APR 1970`, `KOTA 12-04-1970`) is left out."""
    if isinstance(value, str):
        text = text_of(value)
        place = _PLACE.match(text)
        if place and not _ENGLISH.match(text):
            return _from_text(place[1])
        if "," in text and nothing(text.rpartition(",")[2]):
            return None
    return read_date(value)


def read_birth(value: Cell) -> str | Bad | None:
    """Read the cell of a column that holds place and date of birth: a place alone gives no date, and is no fault."""
    read = read_birth_date(value)
    if isinstance(read, Bad) and read.code == "date_unreadable" and isinstance(value, str):
        return read if any(letter.isdigit() for letter in value) else None
    return read


def _from_number(value: float) -> str | Bad:
    if _FIRST_SERIAL <= value <= _LAST_SERIAL:
        return (_EPOCH + timedelta(days=int(value))).isoformat()
    digits = str(int(value)) if abs(value) < 1e9 and value == int(value) else ""
    if _COMPACT.match(digits):
        return _from_text(digits) or Bad("date_number", {"value": digits})
    return Bad("date_number", {"value": text_of(value)})


def _from_text(text: str) -> str | Bad | None:
    if error_cell(text):
        return Bad("cell_error", {"value": text})
    plain = _DAY_NAMES.sub("", text)
    if plain[:1] in ("T", "t"):
        plain = _BEFORE.sub("", plain)
    if match := _DMY.match(plain) or _COMPACT_DMY.match(plain):
        day, month, year = int(match[1]), int(match[2]), int(match[3])
        if day == month == year == 0:
            return None
        if month > 12 >= day and month <= 31:
            return Bad("date_order", {"value": text})
        return _day(year, month, day, text)
    if match := _YMD.match(plain) or _COMPACT.match(plain):
        year, month, day = int(match[1]), int(match[2]), int(match[3])
        return None if day == month == year == 0 else _day(year, month, day, text)
    if match := _NAMED.match(plain):
        both = match[3] and MONTHS.get(match[3].lower()) != MONTHS.get(match[2].lower())  # `MEI/MAY` is one month
        return Bad("date_unreadable", {"value": text}) if both else _named(match[1], match[2], match[4], text)
    if match := _ENGLISH.match(plain):
        return _named(match[2], match[1], match[3], text)
    if _DMY_SHORT.match(plain):
        return Bad("date_short_year", {"value": text})
    several = len(plain) <= _LONGEST_TIME and _SEVERAL.search(plain)
    return Bad("date_range" if several else "date_unreadable", {"value": text})


def _named(day: str, month: str, year: str, text: str) -> str | Bad:
    number = MONTHS.get(month.lower())
    return Bad("date_unreadable", {"value": text}) if number is None else _day(int(year), number, int(day), text)


def _day(year: int, month: int, day: int, text: str) -> str | Bad:
    try:
        date(year, month, day)
    except ValueError:
        return Bad("date_impossible", {"value": text})
    return _plausible(year, month, day, text)


def _plausible(year: int, month: int, day: int, text: str) -> str | Bad:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return Bad("date_implausible", {"value": text, "year": year})
    return f"{year:04}-{month:02}-{day:02}"


_YEAR: Final = re.compile(r"(?i)(?:t\.?a\.?|tahun|thn\.?|th\.?)?\s*(\d{4})(?:[.,]0+)?\Z")
_GROUPED_YEAR: Final = re.compile(r"([12])[.,](\d{3})\Z")
"""A year of a text that was written out like an amount: `2.025`."""


_TWO_YEARS: Final = re.compile(r"((?:19|20)\d{2})\s*[/\-–]\s*((?:19|20)\d{2})\Z")
"""A school year, a year of account before 2001, the first and the last of some: `1999/2000`, `1995-1999`."""
_LONGEST_STUDY: Final = 9
_OF_SCHOOL: Final = re.compile(
    r"(?i)^(?:(?:tahun|thn\.?|th\.?)\s*(?:ajaran|pelajaran|akademik|anggaran)?|t\.?\s?[ap]\.?)\s*"
)
_MONTH_AND_YEAR: Final = re.compile(r"(0?[1-9]|1[0-2]|[A-Za-z]{3,})\.?\s*[-/., ]\s*((?:19|20)\d{2})\Z")


def read_year(value: Cell) -> int | Bad | None:
    """Read a year: 2024, `2024`, `TA 2024`, or the year of a date."""
    if isinstance(value, (datetime, date)):
        return value.year
    if isinstance(value, bool):
        return Bad("year_unreadable", {"value": str(value)})
    text = text_of(value)
    if nothing(text):
        return None
    if error_cell(text):
        return Bad("cell_error", {"value": text})
    if isinstance(value, str):
        text = _GROUPED_YEAR.sub(r"\1\2", text)
    if (match := _TWO_YEARS.match(_OF_SCHOOL.sub("", text))) and 0 < int(match[2]) - int(match[1]) <= _LONGEST_STUDY:
        return Bad("year_of_two", {"first": int(match[1]), "last": int(match[2])})
    if match := _YEAR.match(text):
        year = int(match[1])
        return year if 1950 <= year <= 2100 else Bad("year_implausible", {"year": year})
    if isinstance(value, (int, float)):
        return Bad("year_unreadable", {"value": text})
    if (match := _MONTH_AND_YEAR.match(text)) and (match[1].isdigit() or match[1].lower() in MONTHS):
        return int(match[2])
    day = _from_text(text)
    return int(day[:4]) if isinstance(day, str) else Bad("year_unreadable", {"value": text})


def read_year_or_day(value: Cell) -> str | Bad | None:
    """Read a day as ISO text where the cell gives one whole, else the year alone, as text."""
    if isinstance(value, (datetime, date)):
        return read_date(value)
    year = read_year(value)
    if not isinstance(year, int):
        return year
    day = _from_text(text_of(value)) if isinstance(value, str) else None
    return day if isinstance(day, str) and day.startswith(f"{year}-") else str(year)


_YEAR_FIRST: Final = re.compile(r"(\d{4})[-/.](\d{1,2})")
_MONTH_FIRST: Final = re.compile(r"(\d{1,2}|[A-Za-z]+)[-/. ]+(\d{4})")


def read_month(text: str) -> date | None:
    """Return the first day of a month: `2026-12`, `12/2026`, `Desember 2026`, or that day itself as any day is written; else None."""
    told = text.strip()
    if found := _YEAR_FIRST.fullmatch(told):
        year, month = int(found[1]), int(found[2])
    elif found := _MONTH_FIRST.fullmatch(told):
        year, month = int(found[2]), int(found[1]) if found[1].isdigit() else MONTHS.get(found[1].lower(), 0)
    else:
        day = read_date(told)
        year, month = (int(day[:4]), int(day[5:7])) if isinstance(day, str) and day.endswith("-01") else (0, 0)
    return date(year, month, 1) if year and 1 <= month <= 12 else None


_IN_TITLE: Final = re.compile(
    r"(?i)\b(keadaan|per|posisi|kondisi|per\s*tanggal|updated?|s\.?/?d\.?|sampai(?:\s+dengan)?|hingga)\b(?:\s+data\b)?[\s:,.]*"
    r"(?:(?:keadaan|per|bulan|akhir|tanggal|tgl\.?)\s*)*\s*[:,]?\s*"
    r"(?:(\d{1,2})[\s\-/.]+)?([A-Za-z]+|\d{1,2})[\s\-/.]+(?:(?:tahun|thn\.?|th\.?)\s*)?(\d{4})"
)


def day_in_title(text: str) -> str | None:
    """Return the day a title speaks of: `KEADAAN 31 DESEMBER 2025`; a month alone means its last day, days from one to another the last."""
    found, end = None, 0
    for match in _IN_TITLE.finditer(text):
        goes_on = match[1][0] in "sShH" and not text[end : match.start()].strip(" -–(")
        if found is not None and not goes_on:
            break
        found, end = _day_of(match[2], match[3], match[4]) or found, match.end()
    return found


_OF_PEOPLE: Final = r"\b(?:pegawai|asn|pns|pppk|p3k|aparatur|periode|bulan)\s*:?\s*(?:bulan\s+)?"
_MONTH_OF_PEOPLE: Final = re.compile(rf"(?i){_OF_PEOPLE}([a-z]+)\s+(?:tahun\s+)?(\d{{4}})\s*\Z")
_MONTHS_OF_PEOPLE: Final = re.compile(
    rf"(?i){_OF_PEOPLE}([a-z]+)\s*(?:(?:tahun\s+)?\d{{4}}\s*)?(?:s\.?/?d\b\.?|sampai(?:\s+dengan)?\b|hingga\b|[-–])\s*(?:bulan\s+)?"
    r"([a-z]+)\s+(?:tahun\s+)?(\d{4})\s*\Z"
)
_PART_OF_YEAR: Final = re.compile(
    r"(?i)\b(?:(tri\s?wulan|tw|kuartal)|semester|smt)[\s.]*(?:ke[\s\-]*)?(I{1,3}|IV|[1-4])\s*,?\s*(?:(?:tahun|thn\.?|t\.?a\.?)\s*)?"
    r"((?:19|20)\d\d)\s*\Z"
)
_PARTS: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def month_of_people(text: str) -> str | None:
    """Return the last day of the month, or of the part of a year, at the end of a title of people.

    `DAFTAR PEGAWAI MEI 2026`, `BULAN JANUARI S.D. MARET 2026`, `DUK TRIWULAN I TAHUN 2026`.
    """
    if match := _PART_OF_YEAR.search(text):
        number, months = match[2].lower(), 3 if match[1] else 6
        last = _PARTS.get(number, 0) * months or int(number) * months
        return _day_of(None, str(last), match[3])
    if match := _MONTHS_OF_PEOPLE.search(text):
        both = match[1].lower() in MONTHS and match[2].lower() in MONTHS
        return _day_of(None, match[2], match[3]) if both else None
    match = _MONTH_OF_PEOPLE.search(text)
    return _day_of(None, match[1], match[2]) if match and match[1].lower() in MONTHS else None


def _day_of(day: str | None, month_told: str, year_told: str) -> str | None:
    """Return the day of words and figures, the last of the month where none is told; None where there is no such day."""
    month = int(month_told) if month_told.isdigit() else MONTHS.get(month_told.lower(), 0)
    year = int(year_told)
    if not 1 <= month <= 12 or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    last = monthrange(year, month)[1]
    number = int(day) if day else last
    return f"{year:04}-{month:02}-{number:02}" if 1 <= number <= last else None


_YEAR_IN_TITLE: Final = re.compile(
    r"(?i)(\b(?:nomor|no\.?)\s*:?\s*\S+\s+|"
    r"\b(?:uu|pp|perpu|perppu|se|per(?:pres|men|da|bup|wal|wali|gub|ka|ban|lan)\w*|kep(?:pres|men)\w*|inpres|"
    r"undang-undang|peraturan|keputusan|surat edaran|instruksi)(?:[\s\-/.]+[a-z]+){0,6}[\s.]+\d+[a-z]?\s+)?"
    r"\b(?:tahun(?:an)?|thn\.?|t\.?a\.?|tahun anggaran)\s*:?\s*((?:19|20)\d{2})\b"
)


def year_in_title(text: str) -> int | None:
    """Return the year that a title names: `PENILAIAN KINERJA TAHUN 2025`; that of a regulation, `Nomor 6 Tahun 2022`
    or `PP 94 TAHUN 2021`, is none."""
    return next((int(year) for number, year in _YEAR_IN_TITLE.findall(text) if not number), None)
