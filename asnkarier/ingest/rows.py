"""Which rows of a list are about nobody: blank ones, sections, totals, signatures, repeated headers."""

import re
from collections.abc import Sequence
from copy import copy
from typing import Any, Final, Literal, NamedTuple

from asnkarier.core.kinds.spec import EXAMPLE_MARK
from asnkarier.core.names import is_sub_unit
from asnkarier.core.parse.base import nothing, text_of
from asnkarier.core.parse.words import says_not_asn
from asnkarier.core.text import folded
from asnkarier.ingest.header.headers import known_headers, mean_the_same
from asnkarier.ingest.header.layout import Header, header_at, is_numbering
from asnkarier.ingest.header.places import (
    Place,
    behind,
    is_agency,
    is_surely_unit,
    key_values,
    keyed,
    names_unit,
)
from asnkarier.ingest.headings import UNSURE, Group, is_legend, is_of_people, status_told

RowIs = Literal["data", "blank", "example", "section", "total", "signature", "numbering", "repeated_header", "header"]

_TOTAL: Final = re.compile(r"(?i)^(?:jumlah|total|sub\s*total|grand\s*total|rata\s*-?\s*rata|jml)\b")
_OF_TOTALS: Final = re.compile(
    r"(?i)\b(?:jumlah|total|sub|grand|rata|jml|nilai|skor|bobot|skp|jp|jpl|jam|pelajaran|target|realisasi|capaian|akhir|keseluruhan|seluruh(?:nya)?"
    r"|semua|per|orang|pegawai|pns|pppk|asn|diklat|pelatihan|angka|kredit|dan|s\.?/?d)\b|[\d\W_]+"
)
"""Words of a label that names no more than a sum; `Jumlah rapat` says what is counted."""
_NUMBER: Final = re.compile(r"[+\-(]*[\d.,\s]+%?\)?")
_SIGNATURE: Final = re.compile(
    r"(?i)^(?:mengetahui|menyetujui|ditetapkan|dibuat|disahkan|a\.?\s*n\.?\s|an\.\s|plt\.?\s|plh\.?\s|ub\.|u\.b\.|kepala\s|sekretaris\s|walikota|wali\s+kota|bupati|n\.?i\.?p\.?\s*[.:]?\s*\d|pembina|penata|pengatur|tanda\s+tangan|ttd)"
)
_PLACE_AND_DATE: Final = re.compile(r"(?i)^[a-z .'()]{3,40},\s*(?:\d{1,2}|\.{2,}|_{2,})?\s*[a-z.]*\s*(?:20)\d\d\s*$")
_WITNESS: Final = re.compile(
    r"(?i)(?:mengetahui|menyetujui|mengesahkan)(?:\s*/\s*(?:mengetahui|menyetujui|mengesahkan))?\W*"
)
"""The word above the first of two signers, whatever stands above the second."""
_NIP_LINE: Final = re.compile(r"(?i)^n\.?\s*i\.?\s*p\.?\s*[.:]*\s*[\d\s.]{9,}$")
_DIGITS_ALONE: Final = re.compile(r"[\d\s.]{9,}$")
_TALLY: Final = re.compile(
    r"(?i)\W*\d[\d.,]{0,9}\s*(?:orang|org|pegawai|karyawan|c?pns|asn|pppk|p3k|guru|person|people|employees?)\b\W*"
    r"|(?:[a-z][a-z ./\-]{0,24}?\s*[=:]\s*\d[\d.]{0,9}\s*(?:orang|org)?\b[\s,;.&|]*(?:dan\b|and\b)?\s*){2,}"
    r"|(?:l|p|lk|pr|laki\W*laki|perempuan|pria|wanita|c?pns|pppk|p3k|asn)\s*[=:]\s*\d[\d.]{0,9}\s*(?:orang|org)?\W*"
)
"""A row that says no more than how many they are: `6 orang.`, `L = 4, P = 2`. `PENSIUN : 2 ORANG` is a heading."""
_ORDINAL: Final = re.compile(r"(?i)^(?:[ivxlc]+|[a-z]|\d{1,3})[.)]?$")
_ORDINAL_BEFORE: Final = re.compile(r"(?i)^(?:[ivxlc]+|[a-z]|\d{1,3})[.)]\s+")
_OF_AN_OFFICE: Final = re.compile(
    r"(?i)^(?:tk|sd|sdn|smp|smpn|sma|smk|sekolah|paud|skb|upt|uptd|puskesmas|pustu|balai|korwil|koordinator\s+wilayah)\b"
)
"""Schools and health centres are of a dinas, also where a list groups them by kecamatan."""
_COUNT: Final = re.compile(r"(?i)[\s(:=,\-–]*\b\d+\s*(?:orang|org|pegawai|pns|asn|guru)\b\.?\)?\s*$")
"""How many they are, behind the name of a section."""
_KECAMATAN: Final = re.compile(r"(?i)^(?:kecamatan|rsud|rumah\s+sakit)\b")
"""Agencies between whose section rows a dinas lists its schools and health centres."""
_MOST_CELLS: Final = 3
_MOST_KEYED: Final = 9
"""Cells of a row of keys and values between the people: `Unit Kerja | : | X | Bulan | : | Maret`."""


def is_example(row: Sequence[Any]) -> bool:
    """Tell the example row of a template by the mark in its first filled cell."""
    for cell in row:
        if not nothing(text := text_of(cell)):
            return text.startswith(EXAMPLE_MARK)
    return False


class Further(NamedTuple):
    """Where a further row of the person above says something: what it is called, and what else its kind requires."""

    called: frozenset[int] = frozenset()
    required: frozenset[int] = frozenset()


class Classifier:
    """Tells row by row what a row without a person is; once a signature has begun, the list is over."""

    def __init__(self, header: Header, bound: frozenset[int], further: Further | None = None) -> None:
        self._header = header
        self._bound = bound
        self._further = further or Further()
        self._names = {
            column.at: {column.child, column.full, column.parent, *map(folded, column.path)} - {""}
            for column in header.columns
        }
        self.ended = False

    def of(self, row: Sequence[Any]) -> RowIs:
        """Classify a row in which NIP or name is missing."""
        filled = _filled(row)
        if not filled:
            return "blank"
        if filled[0][1].startswith(EXAMPLE_MARK):
            return "example"
        if len(filled[0][1]) < 4 and is_numbering(row):
            return "numbering"
        if header := self._header_in(row, filled):
            return header
        if self._bound and filled[0][0] > max(self._bound):
            return "blank"  # a legend beside the list
        at, first = filled[0] if not _ORDINAL.match(filled[0][1]) or len(filled) == 1 else filled[1]
        if _TOTAL.match(first) and not any(len(text) == 18 and text.isdigit() for _at, text in filled):
            return "data" if self._goes_on(at, first, filled) else "total"
        words = [text for _at, text in filled]
        if len(filled) <= _MOST_CELLS and _TALLY.fullmatch(" , ".join(words)):
            return "total"
        if len(filled) <= _MOST_KEYED and keyed(row):
            self.ended = False
            return "section"
        if len(filled) <= _MOST_CELLS:
            if (
                any(_NIP_LINE.match(word) or _PLACE_AND_DATE.match(word) or _WITNESS.fullmatch(word) for word in words)
                or (self.ended and len(filled) <= 2)
                or (len(words) == 1 and _DIGITS_ALONE.match(words[0]))
            ):
                self.ended = True
                return "signature"
            if len(words) == 1 and _SIGNATURE.match(words[0]) and not is_agency(words[0]):
                self.ended = True
                return "signature"
            if section_place(row) is not None:
                return "section"
        if not any(at in self._bound for at, _text in filled):
            return "blank"
        return "data"

    def _goes_on(self, at: int, label: str, filled: Sequence[tuple[int, str]]) -> bool:
        """Tell `Jumlah rapat`, one more indicator of the person above, from a row of totals.

        Its words stand where the kind has its own, name what is counted, and something that the kind requires stands beside
        them; where it requires no more, something that is no sum.
        """
        called, required = self._further
        if at not in called or not _OF_TOTALS.sub("", label):
            return False
        if required:
            return any(place in required for place, _text in filled)
        return any(place in self._bound and not _NUMBER.fullmatch(text) for place, text in filled if place != at)

    def before_next(self, rows: Sequence[Sequence[Any]]) -> Sequence[Sequence[Any]]:
        """Return the rows before the header of another list."""
        for at, row in enumerate(rows):
            if self._header_in(row, _filled(row)) == "header":
                return rows[:at]
        return rows

    def _header_in(
        self, row: Sequence[Any], filled: Sequence[tuple[int, str]]
    ) -> Literal["repeated_header", "header"] | None:
        """Return what a row of headers is: the same header again, or that of another list if a single cell says otherwise."""
        if not self._like_headers(filled):
            return None
        same = sum(self._says_same(at, text) for at, text in filled)
        if same == len(filled):
            return "repeated_header"
        return "header" if (same >= 2 and same * 2 >= len(filled)) or self._new_header(row, filled) else None

    def _like_headers(self, filled: Sequence[tuple[int, str]]) -> bool:
        """Two of the first cells are words that stand in headers: only then the whole row is looked up."""
        known = known_headers()
        return sum(folded(text) in known for _at, text in filled[:4]) >= 2

    def _says_same(self, at: int, text: str) -> bool:
        """Tell whether a cell says again what the header says there, if in other words for the same column."""
        names, word = self._names.get(at, set()), folded(text)
        return word in names or any(mean_the_same(word, name) for name in names)

    def _new_header(self, row: Sequence[Any], filled: Sequence[tuple[int, str]]) -> bool:
        known = known_headers()
        words = [folded(text) for at, text in filled if isinstance(row[at], str)]
        if len(words) < 3 or sum(word in known for word in words) < max(3, (len(words) + 1) // 2):
            return False
        return header_at([row], (), 0, 0) is not None


def _filled(row: Sequence[Any]) -> list[tuple[int, str]]:
    return [(at, text) for at, cell in enumerate(row) if cell not in ("", None) and not nothing(text := text_of(cell))]


def section_place(row: Sequence[Any]) -> Place | None:
    """Return what a section row names: one text alone, or after its number or letter; or what stands behind a key.

    A row such as `BULAN : MARET` names none and is about nobody all the same: its place has no name.
    """
    said = [_COUNT.sub("", text_of(cell)) for cell in row if cell not in ("", None)]
    words = [text for text in said if not nothing(text)]
    if pairs := key_values(said):
        places = [place for key, value in pairs if (place := behind(key, value)) is not None]
        if places:
            return places[0]
        key = pairs[0][0]
        if words[0].startswith(key):
            return Place("", key if is_surely_unit(key) else "")
    if len(words) == 2 and _ORDINAL.match(words[0]):
        words = words[1:]
    if len(words) != 1:
        return None
    name = _ORDINAL_BEFORE.sub("", words[0]).strip(" :")
    if (
        sum(letter.isalpha() for letter in name) < 3
        or len(name) > 150
        or any(len(run) > 8 for run in re.findall(r"\d+", name))
    ):
        return None
    within = re.sub(r"(?i)^unit\s+kerja\s+(?=\S)", "", name)
    return Place("", within if is_surely_unit(within) else name)


class Here(NamedTuple):
    """What section rows say of the rows below them; where no unit was named, the agency is the unit."""

    unit: str | None = None
    parent: str | None = None
    agency: str | None = None
    others: str | None = None
    """The heading over people who are not ASN."""
    status: str | None = None
    """The status that a heading gives to people who left or are away; `UNSURE` where a unit stands between."""


def tells_status(rows: Sequence[Sequence[Any]], day: str) -> bool:
    """Tell whether a heading between the rows says that people left or are away."""
    few = (row for row in rows if 0 < sum(cell not in ("", None) for cell in row) <= _HEADING)
    places = map(section_place, few)
    return any(place is not None and status_told(place.name, day) for place in places)


_HEADING: Final = 2
"""Cells of a heading: its letter and its words."""


class Sections:
    """Where the section rows stand: an agency, a unit of it, a unit of that unit; the next row of a level ends the one before.

    It begins where the title says. `sure` is for a list whose unit its title tells: only a row that surely names one goes on.
    """

    def __init__(
        self, agency: str | None = None, unit: str | None = None, *, sure: bool = False, day: str = "", about: str = ""
    ) -> None:
        self._sure, self._day, self._about = sure, day, about
        self._sub: str | None = None
        self.begin(agency, unit)

    def begin(self, agency: str | None, unit: str | None) -> None:
        """Stand where a title says."""
        self.agency, self._unit, self._office, self._sub = agency, unit, agency, None
        self._others: str | None = None
        self._group = Group()
        self._legend = False
        self._agencies: set[str] = set()
        """Those that rows named: below several, who is away may be of any of them."""

    def copy(self) -> "Sections":
        """Return the same place, to be gone back to."""
        same = copy(self)
        same._agencies = set(self._agencies)
        return same

    @property
    def here(self) -> Here:
        """Where the rows below stand; in which unit, nobody says of those who are away and listed below a heading of their own."""
        unit = self._sub or self._unit or self.agency
        if (unit != self.agency or len(self._agencies) > 1) and self._group.status not in (None, UNSURE, "keluar"):
            agency = self.agency if len(self._agencies) < 2 else None
            return Here(None, None, agency, self._others, self._group.status)
        return Here(unit, self._unit if self._sub else None, self.agency, self._others, self._group.status)

    def enter(
        self, place: Place, *, alone: bool = True, empty: bool = False, mark: str = "", note: bool = False
    ) -> None:
        """Take in one section row with the letter before it; `alone` where it is not right below another, `empty` where nobody stands between.

        What a `note` or a row of a legend says of people is said of others than those below it.
        """
        name = place.name
        self._legend = is_legend(name) or (self._legend and not alone)
        if (note or self._legend) and is_of_people(name):
            return
        if name:
            self._others = name if says_not_asn(name) else None
            about, sure = f"{self._about} {self.agency or ''}", place.keyed or is_surely_unit(name)
            self._group = self._group.entered(name, self._day, about, mark=mark, empty=empty, unit=sure)
            if is_of_people(name):
                return
        if not name or (self._sure and not place.keyed and not is_surely_unit(name)):
            return
        if place.field == "agency" or is_agency(name):
            unit = None if alone or not place.keyed or self._unit is None else self._unit
            self.agency, self._unit, self._sub = name, unit, None
            self._agencies.add(name)
            if not _KECAMATAN.match(name):
                self._office = name
        elif place.keyed and not place.below:
            self._unit, self._sub = name, None
        elif not place.keyed and not names_unit(name):
            return
        elif place.below or is_sub_unit(name):
            self._sub = name
        else:
            self._unit, self._sub = name, None
            if _OF_AN_OFFICE.match(name) and self.agency and _KECAMATAN.match(self.agency):
                self.agency = self._office


def is_end(row: Sequence[Any]) -> bool:
    """Tell whether the row surely is the last of a signature, behind which another list may begin."""
    return any(_NIP_LINE.match(text) or _DIGITS_ALONE.match(text) for text in map(text_of, row) if text)
