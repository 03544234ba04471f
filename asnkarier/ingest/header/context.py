"""What stands above a list: its date, its year, the agency it is about; and whether a sheet is a form instead of a list."""

import re
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from asnkarier.core.kinds.vocabulary import words
from asnkarier.core.parse.base import nothing, text_of
from asnkarier.core.parse.dates import day_in_title, read_date, read_year, year_in_title
from asnkarier.core.parse.days import Days, read_days
from asnkarier.core.text import cleaned, folded
from asnkarier.ingest.cells.checks import whole_period
from asnkarier.ingest.header.headers import known_headers, of_kind, person_headers

_KEY_VALUE: Final = re.compile(r"^([^:]{2,40}?)\s*:\s*(.*)$", re.DOTALL)
_FORM_KEYS: Final = 6
_FORM_KEYS_OF_SOMEBODY: Final = 3
_FORM_CELLS: Final = 5
_SHORTEST_NIP: Final = 9


class Context(NamedTuple):
    """What the rows above a list say."""

    dated: str | None = None
    year: int | None = None
    agency: str | None = None
    unit: str | None = None
    period: str | None = None
    """The part of the year that the list is about, `NO_PERIOD` where it names days that are none; None where nothing says."""
    written: str = ""
    """What was read as the period."""


NO_PERIOD: Final = "?"


_PLANNED: Final = re.compile(
    r"(?i)\b(?:usul|usulan|pengusulan|diusulkan|draf|draft|rencana|calon(?!\s+(?:pegawai|aparatur|pns|asn)\b))\b"
)
_STUDYING: Final = re.compile(r"(?i)\b(?:tugas|izin|ijin)\s+belajar\b")
_OF_PEOPLE: Final = frozenset(
    (
        "roster",
        "movements",
        "history",
        "educations",
        "exams",
        "credits",
        "discipline",
        "awards",
        "assignments",
        "trainings",
    )
)
"""Kinds of what holds or has happened."""


def of_no_fact(rows: Sequence[Sequence[Any]], kind: str) -> tuple[str, str] | None:
    """Return the title above a list that speaks of what is only proposed, or of a degree not yet attained, with the finding."""
    for row in rows:
        for cell in row:
            if not isinstance(cell, str) or kind not in _OF_PEOPLE:
                continue
            if kind == "educations" and _STUDYING.search(cell):
                return "title_of_study", cleaned(cell)
            if _PLANNED.search(cell):
                return "title_of_no_fact", cleaned(cell)
    return None


def context_of(rows: Sequence[Sequence[Any]], sheet: str = "") -> Context:
    """Read title and key-value rows; where they name no part of a year, the name of the sheet may."""
    dated, year, agency, unit = None, None, None, None
    told: list[Told] = []
    for row in rows:
        told += [one for cell in row if isinstance(cell, str) and cell for one in _periods_in(cleaned(cell))]
        for cell in row:
            if isinstance(cell, str) and cell:
                dated = dated or day_in_title(cleaned(cell))
                year = year or year_in_title(cleaned(cell))
        for key, value in key_values(row):
            name = folded(key)
            if name.startswith("periode"):
                told += _periods_in(f"periode {value}")
            if name in ("tahun", "tahun skp", "tahun penilaian", "periode") and not year:
                found = read_year(value)
                year = found if isinstance(found, int) else year
            elif name in ("tanggal", "per tanggal", "keadaan") and not dated:
                day = read_date(value)
                dated = day if isinstance(day, str) else dated
            elif _means(name, "agency"):
                agency = agency or value
            elif _means(name, "unit"):
                unit = unit or value
    told = told or _periods_in(cleaned(sheet))
    year = year or next((one.year for one in told if one.year), None) or (int(dated[:4]) if dated else None)
    # `TAHUN 2025 (KEADAAN BULAN MARET 2026)`: what was said in another year is no part of this one.
    told = [one for one in told if one.year in (None, year)]
    parts = {one.period for one in told}
    period = None if not told else told[0].period if len(parts) == 1 else NO_PERIOD
    return Context(dated, year, agency, unit, period, ", ".join(dict.fromkeys(one.text for one in told)))


class Told(NamedTuple):
    """A part of a year as a title names it: the period, the year where it stands beside it, and the words."""

    period: str
    year: int | None
    text: str


_NAMED_PERIOD: Final = re.compile(
    r"(?i)(?P<day>keadaan\s+|per\s+|posisi\s+|kondisi\s+)?\b(?P<kind>triwulan|tri\s+wulan|tw|kuartal|semester|smt|bulan)\b"
    r"[\s.:\-]*(?:ke\s*-?\s*)?(?P<word>[a-z]+|\d)\b(?P<more>\s*(?:,|&|dan|s\.?/?d\.?|sampai(?:\s+dengan)?|hingga|-)\s*(?:[ivx]+|\d)\b)?"
    r"(?:\s*,?\s*(?:tahun|thn\.?|t\.?a\.?)?\s*(?P<year>(?:19|20)\d{2}))?\b"
)
_WHOLE_YEAR: Final = re.compile(r"(?i)\b(?:tahunan|setahun|satu tahun)\b(?:\s*:?\s*((?:19|20)\d{2}))?")
_OVER_DAYS: Final = re.compile(r"(?i)\bperiode\b(?:\s+(?:penilaian|evaluasi|skp|kinerja))*\s*:?\s*(.*\d.*)\Z")
_SPELT: Final = {"pertama": "I", "kedua": "II", "ketiga": "III", "keempat": "IV", "satu": "I", "dua": "II", "tiga": "III", "empat": "IV"}  # fmt: skip
_LONG: Final = {"tri wulan": "triwulan"}


def _periods_in(text: str) -> list[Told]:
    """Return the parts of a year that a title names: `TRIWULAN II TAHUN 2025`, `PERIODE 1 APRIL S.D. 30 JUNI 2025`."""
    if match := _WHOLE_YEAR.search(text):
        return [Told("annual", int(match[1]) if match[1] else None, match[0])]
    if match := _OVER_DAYS.search(text):
        days = read_days(match[1], months=True)
        if isinstance(days, Days) and days.last and days.first != days.last:
            return [Told(whole_period(days.first, days.last) or NO_PERIOD, int(days.last[:4]), match[1])]
    found = []
    for match in _NAMED_PERIOD.finditer(text):
        kind, word = match["kind"].lower(), match["word"]
        named = word if kind == "bulan" else f"{_LONG.get(kind, kind)} {_SPELT.get(word.lower(), word)}"
        if not match["day"] and (period := words("period").get(folded(named))):
            year = int(match["year"]) if match["year"] else None
            found.append(Told(NO_PERIOD if match["more"] else period, year, match[0]))
    return found


def _means(name: str, field: str) -> bool:
    entry = of_kind("roster").get(name)
    return entry is not None and entry.fields == (field,) and name not in ("induk", "instansi")


def key_values(row: Sequence[Any]) -> list[tuple[str, str]]:
    """Return `SKPD : Dinas X` from one cell, or from a key cell, a colon cell and a value cell."""
    cells = [text_of(cell) for cell in row]
    filled = [cell for cell in cells if cell]
    found: list[tuple[str, str]] = []
    for place, cell in enumerate(filled):
        match = _KEY_VALUE.match(cell)
        if match and match[1].strip():
            value = match[2].strip() or (filled[place + 1].lstrip(": ") if place + 1 < len(filled) else "")
            if value and not nothing(value):
                found.append((match[1].strip(), value))
        elif place + 1 < len(filled) and filled[place + 1].startswith(":"):
            value = filled[place + 1].lstrip(": ").strip() or (filled[place + 2] if place + 2 < len(filled) else "")
            if value and not nothing(value):
                found.append((cell, value))
    return found


def is_form(rows: Sequence[Sequence[Any]], *, text: bool = False) -> bool:
    """Tell whether the sheet is a form about one person: keys down a column, values beside them.

    A NIP with its number and two keys more are enough. A text may explain any number of keys: only a person makes it a form.
    """
    known, keys, numbered = known_headers(), set(), set()
    nips, _names = person_headers()
    for row in rows:
        filled = [cell for cell in row if cell not in ("", None)]
        pairs = key_values(row)
        if 2 <= len(filled) <= _FORM_CELLS:
            for at, cell in enumerate(filled[:2]):
                if isinstance(cell, str) and folded(cell.rstrip(" :")) in known:
                    keys.add(folded(cell.rstrip(" :")))
                    if at + 1 < len(filled):
                        pairs.append((cell.rstrip(" :"), text_of(filled[at + 1])))
        for key, value in pairs:
            if folded(key) in known:
                keys.add(folded(key))
            if folded(key) in nips and sum(letter.isdigit() for letter in value) >= _SHORTEST_NIP:
                numbered.add(value)
    if len(numbered) == 1:
        return len(keys) >= _FORM_KEYS_OF_SOMEBODY
    return not text and len(keys) >= _FORM_KEYS
