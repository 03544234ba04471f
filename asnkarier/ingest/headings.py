"""Headings between the rows of a roster that group its people: by whether they left or are away, by rank, by sort of post."""

import re
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from asnkarier.core.parse.base import nothing, text_of
from asnkarier.ingest.header.held import leaving_in, looks_ahead, several_leaving

UNSURE: Final = "?"
"""The status of people below a heading of whom nobody can tell whether one above it is meant for them too."""

_MPP: Final = re.compile(r"(?i)\W*MPP\W*(?:masa\s+persiapan\s+pensiun\W*)?(?:tahun\s+|thn\.?\s+)?(?:20\d\d)?\W*")
_MALLS: Final = re.compile(r"(?i)\bpenanaman\s+modal\b|\bpelayanan\s+(?:terpadu|publik)\b|\bDPM\w*|\bPTSP\b")
"""The agency that keeps the Mal Pelayanan Publik: there `MPP` alone may be either."""
_ACTS: Final = r"(?:pemberhentian|pensiun|perpindahan|kepindahan|pengunduran\s+diri|cuti|tugas\s+belajar)"
_OF_OFFICES: Final = re.compile(rf"(?i)(?=.*pemberhentian)\W*{_ACTS}(?:(?:\W|\bdan\b|\bserta\b)+{_ACTS})+\W*")
"""`PEMBERHENTIAN DAN PENSIUN`: offices of staff administration are called by these acts, and so may groups of people be."""
_WHO: Final = r"(?:c?pns|asn|pppk|p3k|pegawai|daftar|data|nama|yang|para)"
_SOON: Final = (
    r"(?:akan|calon|menjelang|memasuki|mencapai|(?:peng)?usul(?:an)?|diusulkan|rencana|proyeksi|persiapan"
    rf"|penerima|batas|usia|masa|hak|{_WHO})"
)
_ABOUT_TO_LEAVE: Final = re.compile(
    rf"(?i)\W*(?:{_WHO}\b\W*)*(?:(?:{_SOON}\b\W*)+(?:pensiun(?:an)?|purna\s*(?:tugas|bhakti|bakti)|bup|mpp)|bup)\b"
)
"""`CALON PENSIUN 2027`, `PNS YANG AKAN PENSIUN`, `BUP TAHUN 2027`: who is about to leave is on duty."""
_NOBODY: Final = re.compile(r"(?i)\W*(?:nihil|tidak\s+ada|kosong)\W*")
_STAYING: Final = re.compile(r"(?i)\b(?:aktif|masuk|datang|baru|calon|cpns|akan|tetap)\b")
_OF_THE_PAGE: Final = re.compile(
    r"(?i)(?:daftar|data|rekap\w*|laporan|nominatif|lampiran|keadaan|kondisi|posisi|per|periode|tahun|bulan|pemerintah|jalan|jln|jl|telp)\b"
)
"""First words of titles that stand on every page: they end no group of people."""
_SORTS: Final = (
    ("rank", re.compile(r"(?i)(?:golongan|gol\b|pangkat|ruang\b|[ivx]+\s*/\s*[a-e]\b)")),
    ("echelon", re.compile(r"(?i)(?:eselon|esselon|jpt\b|administrator|pengawas)\b")),
    ("post", re.compile(r"(?i)(?:jabatan|pejabat|struktural|fungsional|pelaksana|staf|guru|tenaga|dosen|perawat|bidan|dokter)\b")),
    ("sex", re.compile(r"(?i)(?:laki|perempuan|pria|wanita)\b")),
    ("education", re.compile(r"(?i)(?:pendidikan|lulusan|s\.?-?[123]|d\.?-?(?:iv|iii|ii|i|[1-4])|sma|slta|sltp)\b")),
)  # fmt: skip
"""By what the people of a group are divided further."""
_MARK: Final = re.compile(r"(?i)\W*([ivxlc]+|[a-z]|\d{1,3})[.)]*(?=\s|\Z)")
_ROMAN: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def status_told(heading: str, day: str, about: str = "") -> str | None:
    """Return the status of the people below a heading that says of all of them that they left or are away: `B. PEGAWAI PENSIUN`.

    `UNSURE` where it tells of several, or where its words are also those of a unit; of `MPP` alone in the agency that `about` names.
    """
    if looks_ahead(heading, day):
        return None
    if _MPP.fullmatch(heading):
        return UNSURE if _MALLS.search(about) else "mpp"
    told = leaving_in(heading, heading)
    if _OF_OFFICES.fullmatch(heading):
        return UNSURE
    each = {_status(one) for one in several_leaving(heading) or ([told] if told else ())}
    return None if not each else each.pop() if len(each) == 1 else UNSURE


def _status(told: str) -> str:
    what, _, value = told.partition("=")
    return value if what == "status" or value in ("cltn", "tugas_belajar") else "keluar"


def is_of_people(heading: str) -> bool:
    """Tell whether a heading says what becomes of people, or that there are none: it names no unit."""
    return bool(
        _MPP.fullmatch(heading)
        or _NOBODY.fullmatch(heading)
        or _ABOUT_TO_LEAVE.match(heading)
        or leaving_in(heading, heading)
        or (several_leaving(heading) and not _OF_OFFICES.fullmatch(heading))
    )


_NOTE: Final = re.compile(r"(?is)\s*(?:\*.*|\([^()]*\)\W*|[^=:]{1,20}=.*|rekap\w*\b.*)")
_LEGEND: Final = re.compile(r"(?i)\W*(?:keterangan|ket|catatan|legenda?)\W*")
_TALLY: Final = re.compile(r"(?i)(?<![(\d])\b(\d{1,6})\s*(?:orang|org|pegawai|pns|asn|guru)\b\W*")


def is_legend(name: str) -> bool:
    """Tell whether a row only says that an explanation of signs follows: `Keterangan :`."""
    return _LEGEND.fullmatch(name) is not None


def is_note(row: Sequence[Any], people: int) -> bool:
    """Tell a footnote or a count, which says nothing of the people below it: `*) pensiun 2026`, `CLTN : 1 orang`.

    `people` stand right below the row: a count of as many in capital letters is that of a heading, and so is one in parentheses.
    """
    texts = [text for cell in row if not nothing(text := text_of(cell))]
    if any(map(_NOTE.fullmatch, texts)):
        return True
    counted = next((match for text in texts if (match := _TALLY.search(text)) and match.end() == len(text)), None)
    return counted is not None and not (" ".join(texts).isupper() and int(counted[1]) == people)


def mark_of(row: Sequence[Any]) -> str:
    """Return the number or letter before a heading, in its own cell or at its beginning; an empty text where there is none."""
    words = [text for cell in row if cell not in ("", None) and not nothing(text := text_of(cell))]
    match = _MARK.match(words[0]) if words else None
    if match is None or (len(words) == 1 and not re.match(r"[.)]", words[0][match.end(1) :])):
        return ""
    return match[1].casefold()


def _follows(mark: str, other: str) -> bool:
    """Tell whether a mark is the one behind another: `C` behind `B`, `III` behind `II`."""
    return bool(mark and other) and any(value + 1 in _values(other) for value in _values(mark))


def _values(mark: str) -> set[int]:
    if mark.isdecimal():
        return {int(mark)}
    found: set[int] = {1_000 + ord(mark)} if len(mark) == 1 else set()
    if set(mark) <= _ROMAN.keys():
        numbers = [_ROMAN[letter] for letter in mark]
        pairs = zip(numbers, [*numbers[1:], 0], strict=True)
        found.add(10_000 + sum(-one if one < then else one for one, then in pairs))
    return found


class Group(NamedTuple):
    """The group of people below a heading that says that they left or are away."""

    status: str | None = None
    """Theirs, or `UNSURE`; None where no such heading stands above."""
    mark: str = ""
    """The number or letter before the heading."""
    parts: tuple[str, ...] = ()
    """By what headings right below it divide the group; an empty text is what nobody can tell from the next group."""
    answered: bool = False
    """Whether nobody stands in its part above: `NIHIL`."""

    def entered(self, heading: str, day: str, about: str, *, mark: str, empty: bool, unit: bool) -> "Group":
        """Return the group below one more heading; `empty` where nobody stands between it and the one before, `unit` where it surely names one.

        Right below `PENSIUN` `GOLONGAN III` divides the group, and `GOLONGAN II` behind these people is the next part of it.
        """
        if status := status_told(heading, day, about):
            return Group(status, mark)
        if self.status is None or _OF_THE_PAGE.match(heading):
            return self
        if unit:
            # Whether the people of a unit named below such a heading left too, nobody says.
            return Group(UNSURE, self.mark, (*self.parts, ""))
        if _NOBODY.fullmatch(heading):
            # Below a part of the group it says so of this part alone.
            return self._replace(answered=True) if self.parts else Group()
        if _follows(self.mark, mark) or _STAYING.search(heading):
            return Group()
        sort = next((name for name, words in _SORTS if words.match(heading)), "")
        if sort and sort in self.parts:
            return self._replace(answered=False)
        if not empty:
            return Group()
        if sort and not self.answered:
            return self._replace(parts=(*self.parts, sort))
        # `PNS` right below may begin the next group as well: then nobody stands in this one.
        return Group(UNSURE, self.mark, (*self.parts, sort))
