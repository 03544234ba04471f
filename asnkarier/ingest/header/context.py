"""What stands above a list: its date, its year, the agency it is about; and whether a sheet is a form instead of a list."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from asnkarier.core.kinds.spec import KindName
from asnkarier.core.kinds.vocabulary import words
from asnkarier.core.names import is_office
from asnkarier.core.parse.base import text_of
from asnkarier.core.parse.dates import day_in_title, month_of_people, read_date, read_year, year_in_title
from asnkarier.core.parse.days import Days, read_days
from asnkarier.core.text import cleaned, folded
from asnkarier.ingest.cells.checks import whole_period
from asnkarier.ingest.header import held
from asnkarier.ingest.header.headers import known_headers, person_headers
from asnkarier.ingest.header.places import (
    Place,
    behind,
    in_title,
    institution_in,
    is_agency,
    key_values,
    makes_lists,
    without_city,
)
from asnkarier.ingest.header.reaching import reaching

_DAYS_OF_LISTS: Final = frozenset(
    (
        "tanggal",
        "per tanggal",
        "tanggal data",
        "data per",
        *(f"{one}{of}" for one in ("keadaan", "kondisi", "posisi") for of in ("", " data")),
    )
)
"""Keys of the day that a list is of: `Posisi data : 30-06-2026`."""
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
    about: str = ""
    """All that stands above the list, and the name of its sheet."""
    held: Mapping[str, str] = {}
    """Kind → the one day that a row above the list gives for what it tells of: `Tanggal Asesmen : 15 Juni 2024`."""
    letterhead: bool = False
    """Whether the agency, or the unit without one, stands in a letterhead or a title alone, and behind no key."""
    keyed: bool = False
    """Whether a key says the unit below an agency of a letterhead."""
    maker: bool = False
    """Whether the letterhead is of an agency that makes lists about all the others."""
    left_out: str | None = None
    """The agency of a letterhead over a list that is about others."""
    until: str | None = None
    """The last day of which the list speaks; `UNCLEAR` where it cannot be told, None where the rows name none."""
    since: str | None = None
    """The first day of which it speaks; None where the rows name none."""
    position: str | None = None
    """The post that a form is of."""
    month: str | None = None
    """The last day of the month whose people a title names: `DAFTAR PEGAWAI BULAN MEI 2026`."""

    @property
    def keyed_unit(self) -> str | None:
        """The unit that a key says, not a letterhead or a title."""
        return self.unit if self.keyed or not self.letterhead else None

    @property
    def place(self) -> tuple[str | None, str | None]:
        """The agency and the unit."""
        return self.agency, self.unit

    def day_of(self, kind: str, today: str) -> str | None:
        """Return the day that the title names, for people also the last of its months; None of months that are not over: such a list is of today."""
        if kind != "roster" or self.month is None or self.dated not in (None, self.month):
            return self.dated
        return self.month if self.month <= today else None

    def without_agency(self) -> "Context":
        """Return the context without the agency of its letterhead; a unit behind a key stays."""
        unit = self.unit if self.keyed else None
        return self._replace(agency=None, unit=unit, letterhead=False, left_out=self.agency)

    def standing(self, unit: str | None, parent: str | None, agency: str | None) -> "Context":
        """Return the context of rows that stand where the section rows above them ended."""
        if unit is None:
            return self
        return self._replace(agency=agency, unit=f"{parent} / {unit}" if parent else unit, letterhead=False, keyed=True)

    def below(self, above: "Context") -> "Context":
        """Return what holds of a list further down on a sheet: what is not said anew is said above."""
        period = self.period if self.period or (self.year and self.year != above.year) else above.period
        told = self._replace(
            dated=self.dated or above.dated,
            year=self.year or above.year,
            period=period,
            written=self.written or above.written,
            about=f"{self.about} {above.about}",
            held=self.held or above.held,
            until=self.until if self.until or self.since else above.until,
            since=self.since if self.until or self.since else above.since,
            month=self.month or above.month,
        )
        if self.agency is None:
            told = told._replace(
                agency=above.agency,
                unit=self.unit or above.unit,
                letterhead=above.letterhead,
                keyed=self.unit is not None or above.keyed,
                maker=above.maker,
            )
        return told


NOTHING_ABOVE: Final = Context()
NO_PERIOD: Final = "?"
_LONGEST_ABOVE: Final = 2000
_LONGEST_SHEET: Final = 31
"""Excel cuts the names of sheets there: one of this length may be less than a name."""


_PLANNED: Final = re.compile(
    r"(?i)\b(?:usul|usulan|pengusulan|diusulkan|draf|draft|rencana|calon(?!\s+(?:pegawai|aparatur|pns|asn)\b))\b"
)
_ANY_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_STUDYING: Final = re.compile(r"(?i)\b(?:tugas|izin|ijin)\s+belajar\b")
_OF_PEOPLE: Final[frozenset[KindName]] = frozenset(
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


_PENSIONS_TO_COME: Final = re.compile(
    r"(?i)\b(?:(?:peng)?usul(?:an)?|diusulkan|rencana|calon)\s+(?:(?:para|pns|asn|pegawai|penerima|yang|akan|memasuki|masa|batas|usia|mencapai)\s+)*"
    r"(?:pensiun(?:an)?|purna\s*(?:tugas|bhakti|bakti)|bup)\b"
)
"""Who is about to retire is on duty: all else that such a list says of its people holds."""


def of_no_fact(rows: Sequence[Sequence[Any]], kind: str, day: str = "") -> tuple[str, str] | None:
    """Return the title above a list that speaks of what is only proposed, or of a degree not yet attained, with the finding.

    `day` is that of the list: pensions of a year before it may be over.
    """
    for row in rows:
        for cell in row:
            if not isinstance(cell, str) or kind not in _OF_PEOPLE:
                continue
            if kind == "educations" and _STUDYING.search(cell):
                return "title_of_study", cleaned(cell)
            said = cell
            if kind == "roster" and not any(year < day[:4] for year in _ANY_YEAR.findall(cell)):
                said = _PENSIONS_TO_COME.sub(" ", cell)
            if _PLANNED.search(said):
                return "title_of_no_fact", cleaned(cell)
    return None


def context_of(rows: Sequence[Sequence[Any]], sheet: str = "") -> Context:
    """Read title and key-value rows; where they name no part of a year, the name of the sheet may."""
    dated, year, agency, unit = None, None, None, None
    told: list[Told] = []
    titled: list[Place] = []
    city = ""
    days: held.Days = []
    said = [cleaned(cell) for row in rows for cell in row if isinstance(cell, str) and cell] + [sheet]
    for row in rows:
        told += [one for cell in row if isinstance(cell, str) and cell for one in _periods_in(cleaned(cell))]
        for cell in row:
            if isinstance(cell, str) and cell:
                dated = dated or day_in_title(cleaned(cell))
                year = year or year_in_title(cleaned(cell))
                city = city or next((name for line in cell.splitlines() if (name := institution_in(line))), "")
                titled += in_title(cell)
                days += held.in_title(cleaned(cell))
        for key, value in key_values(row):
            name = folded(key)
            if name.startswith("periode"):
                told += _periods_in(f"periode {value}")
            days += held.in_key(name, value)
            if name in ("tahun", "tahun skp", "tahun penilaian", "periode") and not year:
                found = read_year(value)
                year = found if isinstance(found, int) else year
            elif name in _DAYS_OF_LISTS and not dated:
                day = read_date(value)
                dated = day if isinstance(day, str) else dated
            elif place := behind(key, value):
                agency = agency or (place.name if place.field == "agency" else None)
                unit = unit or (place.name if place.field == "unit" else None)
    told = told or _periods_in(cleaned(sheet))
    year = year or next((one.year for one in told if one.year), None)
    year = year or held.year_of(said[:-1], sheet, dated)
    since, until = reaching(rows, sheet)
    # `TAHUN 2025 (KEADAAN BULAN MARET 2026)`: what was said in another year is no part of this one.
    told = [one for one in told if one.year in (None, year)]
    parts = {one.period for one in told}
    period = None if not told else told[0].period if len(parts) == 1 else NO_PERIOD
    written = ", ".join(dict.fromkeys(one.text for one in told))
    titled = titled or ([] if agency or unit or len(sheet) >= _LONGEST_SHEET else in_title(sheet))
    if agency is None and unit is not None and is_agency(unit):
        agency, unit = unit, None  # the agency stands behind the key of a unit
    told_place = Context(
        dated,
        year,
        agency,
        unit,
        period,
        written,
        " ".join(said)[:_LONGEST_ABOVE],
        held.days_of(days),
        until=until,
        since=since,
        month=next((day for one in said[:-1] if (day := month_of_people(one))), None),
    )
    return told_place if not titled or (agency and unit) else _titled(told_place, titled, city)


def _titled(context: Context, titled: Sequence[Place], city: str) -> Context:
    """Return the context with the agency and the unit of letterhead and title, as far as no key says them."""
    # The list is of those whom its title names, whoever's letterhead it has.
    listed = [place for place in titled if place.listed]
    agency = next((place.name for place in (*listed, *titled) if place.field == "agency"), None)
    unit = next((place.name for place in listed or titled if place.field == "unit"), None)
    if agency is not None and unit is None and not listed:
        # `DINAS KESEHATAN`, and below it `RSUD MELATI`.
        unit = next((p.name for p in titled if p.field == "agency" and p.name != agency and is_office(p.name)), None)
    if context.agency or agency is None:
        return context._replace(unit=context.unit or unit, letterhead=not context.unit and not context.agency)
    maker = makes_lists(agency) and not any(place.field == "agency" for place in listed)
    return context._replace(
        agency=without_city(agency, city),
        unit=context.unit or unit,
        letterhead=True,
        keyed=bool(context.unit),
        maker=maker,
    )


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
            lasting = whole_period(days.first, days.last) or NO_PERIOD
            return [Told(lasting, int(days.last[:4]), match[1])]
    found = []
    for match in _NAMED_PERIOD.finditer(text):
        kind, word = match["kind"].lower(), match["word"]
        named = word if kind == "bulan" else f"{_LONG.get(kind, kind)} {_SPELT.get(word.lower(), word)}"
        if not match["day"] and (period := words("period").get(folded(named))):
            year = int(match["year"]) if match["year"] else None
            found.append(Told(NO_PERIOD if match["more"] else period, year, match[0]))
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
