"""Which rows of a list are about nobody: blank ones, sections, totals, signatures, repeated headers."""

import re
from collections.abc import Sequence
from typing import Any, Final, Literal, NamedTuple

from asnkarier.core.kinds.spec import EXAMPLE_MARK
from asnkarier.core.parse.base import nothing, text_of
from asnkarier.core.parse.words import says_not_asn
from asnkarier.core.text import folded
from asnkarier.ingest.header.headers import known_headers
from asnkarier.ingest.header.layout import Header, header_at, is_numbering

RowIs = Literal["data", "blank", "example", "section", "total", "signature", "numbering", "repeated_header", "header"]

_TOTAL: Final = re.compile(r"(?i)^(?:jumlah|total|sub\s*total|grand\s*total|rata\s*-?\s*rata|jml)\b")
_SIGNATURE: Final = re.compile(
    r"(?i)^(?:mengetahui|menyetujui|ditetapkan|dibuat|disahkan|a\.?\s*n\.?\s|an\.\s|plt\.?\s|plh\.?\s|ub\.|u\.b\.|kepala\s|sekretaris\s|walikota|wali\s+kota|bupati|n\.?i\.?p\.?\s*[.:]?\s*\d|pembina|penata|pengatur|tanda\s+tangan|ttd)"
)
_PLACE_AND_DATE: Final = re.compile(r"(?i)^[a-z .'()]{3,40},\s*(?:\d{1,2}|\.{2,}|_{2,})?\s*[a-z.]*\s*(?:20)\d\d\s*$")
_NIP_LINE: Final = re.compile(r"(?i)^n\.?\s*i\.?\s*p\.?\s*[.:]*\s*[\d\s.]{9,}$")
_DIGITS_ALONE: Final = re.compile(r"[\d\s.]{9,}$")
_ORDINAL: Final = re.compile(r"(?i)^(?:[ivxlc]+|[a-z]|\d{1,3})[.)]?$")
_ORDINAL_BEFORE: Final = re.compile(r"^(?:[IVXLC]+|[A-Z]|\d{1,3})[.)]\s+")
_AGENCY: Final = re.compile(
    r"(?i)^(?:dinas|badan|sekretariat\s+(?:daerah|dprd|kota|kabupaten|dewan)|inspektorat|kecamatan|satuan\s+polisi|satpol|rsud|rumah\s+sakit|kantor|bappeda|bkpsdm|bkd|bpkad|bapenda)\b"
)
_NO_UNIT: Final = re.compile(
    r"(?i)^(?:golongan|gol\.|pangkat|eselon|pendidikan|jenis|status|kelompok|jabatan|pejabat|pegawai|tenaga|pns|cpns|pppk|asn|laki|perempuan|pria|wanita"
    r"|struktural|fungsional|pelaksana|administrator|pengawas|catatan|keterangan|sumber|\*)\b"
)
"""People are also grouped by rank, kind or post: such a row names no unit."""
_UNIT: Final = re.compile(
    r"(?i)^(?:upt|uptd|upt\.|puskesmas|pustu|bidang|bagian|sub|subbag|subbagian|seksi|sekretariat|kelurahan|kecamatan|desa|tk|sd|sdn|smp|smpn|sma|smk"
    r"|sekolah|balai|unit|cabang|instalasi|laboratorium|lab|pasar|koordinator\s+wilayah|korwil|asisten|irban|inspektur\s+pembantu|pos|terminal|klinik)\b"
)
_SUB_UNIT: Final = re.compile(
    r"(?i)^(?:sub\b|subbag|subbagian|subbid|seksi|sie\b|pustu|puskesmas\s+pembantu|poskesdes|instalasi|laboratorium|lab\b|klinik|poli\b|urusan|irban\s|pos\b)"
)
"""Units of units: below the section row of a bidang, a puskesmas, a kelurahan they are parts of it."""
_OF_AN_OFFICE: Final = re.compile(
    r"(?i)^(?:tk|sd|sdn|smp|smpn|sma|smk|sekolah|paud|skb|upt|uptd|puskesmas|pustu|balai|korwil|koordinator\s+wilayah)\b"
)
"""Schools and health centres are of a dinas, also where a list groups them by kecamatan."""
_KECAMATAN: Final = re.compile(r"(?i)^kecamatan\b")
_MOST_CELLS: Final = 3


def is_example(row: Sequence[Any]) -> bool:
    """Tell the example row of a template by the mark in its first filled cell."""
    for cell in row:
        if not nothing(text := text_of(cell)):
            return text.startswith(EXAMPLE_MARK)
    return False


class Classifier:
    """Tells row by row what a row without a person is; once a signature has begun, the list is over."""

    def __init__(self, header: Header, bound: frozenset[int]) -> None:
        self._header = header
        self._bound = bound
        self._names = {column.at: {column.child, column.full, column.parent} - {""} for column in header.columns}
        self.ended = False

    def of(self, row: Sequence[Any]) -> RowIs:
        """Classify a row in which NIP or name is missing."""
        filled = [
            (at, text) for at, cell in enumerate(row) if cell not in ("", None) and not nothing(text := text_of(cell))
        ]
        if not filled:
            return "blank"
        if filled[0][1].startswith(EXAMPLE_MARK):
            return "example"
        if len(filled[0][1]) < 4 and is_numbering(row):
            return "numbering"
        if self._like_headers(filled):
            if self._repeats(filled):
                return "repeated_header"
            if self._new_header(row, filled):
                return "header"
        if self._bound and filled[0][0] > max(self._bound):
            return "blank"  # a legend beside the list
        first = filled[0][1] if not _ORDINAL.match(filled[0][1]) or len(filled) == 1 else filled[1][1]
        if _TOTAL.match(first) and not any(len(text) == 18 and text.isdigit() for _at, text in filled):
            return "total"
        if len(filled) <= _MOST_CELLS:
            words = [text for _at, text in filled]
            if (
                any(_NIP_LINE.match(word) or _PLACE_AND_DATE.match(word) for word in words)
                or (self.ended and len(filled) <= 2)
                or (len(words) == 1 and _DIGITS_ALONE.match(words[0]))
            ):
                self.ended = True
                return "signature"
            if len(words) == 1 and _SIGNATURE.match(words[0]) and not _AGENCY.match(words[0]):
                self.ended = True
                return "signature"
            if section_name([text for _at, text in filled]):
                return "section"
        if not any(at in self._bound for at, _text in filled):
            return "blank"
        return "data"

    def _like_headers(self, filled: Sequence[tuple[int, str]]) -> bool:
        """Two of the first cells are words that stand in headers: only then the whole row is looked up."""
        known = known_headers()
        return sum(folded(text) in known for _at, text in filled[:4]) >= 2

    def _repeats(self, filled: Sequence[tuple[int, str]]) -> bool:
        same = sum(folded(text) in self._names.get(at, ()) for at, text in filled)
        return same >= 2 and same * 2 >= len(filled)

    def _new_header(self, row: Sequence[Any], filled: Sequence[tuple[int, str]]) -> bool:
        known = known_headers()
        words = [folded(text) for at, text in filled if isinstance(row[at], str)]
        if len(words) < 3 or sum(word in known for word in words) < max(3, (len(words) + 1) // 2):
            return False
        return header_at([row], (), 0, 0) is not None


def section_name(filled: Sequence[str]) -> str | None:
    """Return the name in a section row: one text alone, or after its number or letter."""
    words = list(filled)
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
    return name


def is_agency(name: str) -> bool:
    """Tell whether a section's name is that of a perangkat daerah."""
    return _AGENCY.match(name) is not None


def names_unit(name: str) -> bool:
    """Tell whether a section may be a unit: not a rank, a kind of people or a note."""
    return _NO_UNIT.match(name) is None


def is_sub_unit(name: str) -> bool:
    """Tell whether a section's name is that of a part of a unit."""
    return _SUB_UNIT.match(name) is not None


def is_surely_unit(name: str) -> bool:
    """Tell whether a section's name is that of an agency or of a unit, by its first word."""
    return is_agency(name) or _UNIT.match(name) is not None


class Here(NamedTuple):
    """What section rows say of the rows below them; where no unit was named, the agency is the unit."""

    unit: str | None = None
    parent: str | None = None
    agency: str | None = None
    others: str | None = None
    """The heading over people who are not ASN."""


class Sections:
    """Where the section rows stand: an agency, a unit of it, a unit of that unit; the next row of a level ends the one before."""

    def __init__(self) -> None:
        self.agency: str | None = None
        self._office: str | None = None
        self._unit: str | None = None
        self._sub: str | None = None
        self._others: str | None = None

    @property
    def here(self) -> Here:
        """Where the rows below stand."""
        return Here(
            self._sub or self._unit or self.agency, self._unit if self._sub else None, self.agency, self._others
        )

    def enter(self, name: str) -> None:
        """Take in one section row."""
        self._others = name if says_not_asn(name) else None
        if is_agency(name):
            self.agency, self._unit, self._sub = name, None, None
            if not _KECAMATAN.match(name):
                self._office = name
        elif not names_unit(name):
            return
        elif _SUB_UNIT.match(name):
            self._sub = name
        else:
            self._unit, self._sub = name, None
            if _OF_AN_OFFICE.match(name) and self.agency and _KECAMATAN.match(self.agency):
                self.agency = self._office
