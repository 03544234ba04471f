"""Golongan and echelon. `III.a` is an echelon in one column and a rank in the other; the column decides, never the text."""

import re
from typing import Final

from asnkarier.core.parse.base import Bad, Cell, error_cell, nothing, text_of

RANK_NAMES: Final = {
    "I/a": "Juru Muda",
    "I/b": "Juru Muda Tingkat I",
    "I/c": "Juru",
    "I/d": "Juru Tingkat I",
    "II/a": "Pengatur Muda",
    "II/b": "Pengatur Muda Tingkat I",
    "II/c": "Pengatur",
    "II/d": "Pengatur Tingkat I",
    "III/a": "Penata Muda",
    "III/b": "Penata Muda Tingkat I",
    "III/c": "Penata",
    "III/d": "Penata Tingkat I",
    "IV/a": "Pembina",
    "IV/b": "Pembina Tingkat I",
    "IV/c": "Pembina Utama Muda",
    "IV/d": "Pembina Utama Madya",
    "IV/e": "Pembina Utama",
}
"""Golongan ruang of PNS → name of the rank (pangkat), lowest first."""

PPPK_GOLONGAN: Final = (
    "I",
    "II",
    "III",
    "IV",
    "V",
    "VI",
    "VII",
    "VIII",
    "IX",
    "X",
    "XI",
    "XII",
    "XIII",
    "XIV",
    "XV",
    "XVI",
    "XVII",
)
"""Golongan of PPPK, lowest first."""

BARE: Final = "?"
"""Before a golongan without ruang that only the kind of employee can decide: `?III`."""

_ROMAN: Final = {"1": "I", "2": "II", "3": "III", "4": "IV"}
_RUANG: Final = re.compile(r"(?i)(?<![A-Za-z0-9])(IV|I{1,3}|[1-4])\s*[/.\-\\, ]?\s*([a-e])(?![A-Za-z0-9])")
_ALONE: Final = re.compile(r"(?i)(?:(?:gol(?:ongan)?|ruang|pppk|p3k)\.?\s*)*([IVX]+)\Z")
_NAME: Final = re.compile(
    r"(?i)\b(juru|pengatur|penata|pembina)(?:\s+(utama|muda))?(?:\s+(muda|madya))?(?:\s*,?\s*(tk|tkt|tingkat|tk\.)\.?\s*(?:I|1)(?![A-Za-z0-9]))?"
)
_BY_NAME: Final = {name.lower(): golongan for golongan, name in RANK_NAMES.items()}


def read_golongan(value: Cell) -> str | Bad | None:
    """Read a golongan: `III/b` of a PNS, `IX` of a PPPK, `?III` where the kind of employee must decide."""
    text = text_of(value)
    if nothing(text):
        return None
    if error_cell(text):
        return Bad("cell_error", {"value": text})
    if alone := _ALONE.match(text):
        roman = alone[1].upper()
        if roman not in PPPK_GOLONGAN:
            return Bad("golongan_unknown", {"value": text})
        return (
            roman
            if PPPK_GOLONGAN.index(roman) >= 4 or "PPPK" in text.upper() or "P3K" in text.upper()
            else BARE + roman
        )
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return BARE + PPPK_GOLONGAN[int(value) - 1] if value in (1, 2, 3, 4) else _pppk_number(value, text)
    named = _named(text)
    found = {f"{_ROMAN.get(m[1], m[1].upper())}/{m[2].lower()}" for m in _RUANG.finditer(_without_tingkat(text))}
    if len(found) == 1:
        golongan = found.pop()
        if golongan not in RANK_NAMES:
            return Bad("golongan_unknown", {"value": text})
        return (
            golongan
            if named in (None, golongan)
            else Bad("golongan_disagrees", {"value": text, "name": RANK_NAMES[str(named)]})
        )
    if found:
        return Bad("golongan_disagrees", {"value": text, "name": named or ""})
    return named or Bad("golongan_unknown", {"value": text})


def _pppk_number(value: float, text: str) -> str | Bad:
    if 5 <= value <= len(PPPK_GOLONGAN) and value == int(value):
        return PPPK_GOLONGAN[int(value) - 1]
    return Bad("golongan_unknown", {"value": text})


def _without_tingkat(text: str) -> str:
    return _NAME.sub(" ", text)


def _named(text: str) -> str | None:
    match = _NAME.search(text)
    if match is None:
        return None
    words = [word for word in (match[1], match[2], match[3]) if word]
    return _BY_NAME.get(" ".join((*words, *(("Tingkat I",) if match[4] else ()))).lower())


def is_rank_name(value: Cell) -> bool:
    """Tell whether a cell holds the name of a rank and no golongan: `Penata Muda Tk. I`."""
    text = text_of(value)
    return _named(text) is not None and _RUANG.search(_without_tingkat(text)) is None


def agreed(golongan: str, other: str) -> str | None:
    """Return the golongan that two columns say together, a rank name giving the ruang of `?III`; None when they contradict."""
    if golongan == other or other.startswith(BARE):
        return golongan
    if golongan.startswith(BARE):
        return other if other.startswith(f"{golongan[1:]}/") else None
    return None


def decided(golongan: str, *, pppk: bool) -> str | Bad:
    """Decide a golongan without ruang by the kind of employee."""
    if not golongan.startswith(BARE):
        return golongan
    return golongan[1:] if pppk else Bad("golongan_without_ruang", {"value": golongan[1:]})


def read_ruang(value: Cell) -> str | None:
    """Read a ruang in a cell of its own: `b`; None for nothing, and for what is none."""
    text = text_of(value).strip(" ./").lower()
    return text if text in _RUANGS else None


_RUANGS: Final = ("a", "b", "c", "d", "e")


def with_ruang(golongan: str, ruang: str) -> str | Bad:
    """Return the golongan of two cells, `III` and `b`; what contradicts the ruang beside it is refused."""
    if golongan.startswith(BARE):
        whole = f"{golongan.removeprefix(BARE)}/{ruang}"
        return whole if whole in RANK_NAMES else Bad("golongan_unknown", {"value": whole})
    if "/" in golongan and not golongan.endswith(f"/{ruang}"):
        return Bad("golongan_disagrees", {"value": f"{golongan}, {ruang}", "name": RANK_NAMES[golongan]})
    return golongan


_ECHELON: Final = re.compile(r"(?i)(?:es(?:elon|l)?\.?\s*)?(IV|V|I{1,3}|[1-5])\s*[./\-\\ ]?\s*([ab])\Z")
_NO_ECHELON: Final = re.compile(
    r"(?i)(?:non|tidak|bukan|tanpa)[\s\-]*(?:ber)?(?:es|eselon|struktural|jabatan)?\.?\Z|(?:jft|jfu|jf|fungsional|pelaksana|staf)\b.*\Z"
)
_ECHELON_KINDS: Final = {
    "jptp": "jpt_pratama", "jpt": "jpt_pratama", "jpt pratama": "jpt_pratama", "jpt madya": "jpt_madya", "jpt utama": "jpt_utama",
    "administrator": "administrator", "pengawas": "pengawas", "ii": "jpt_pratama", "iii": "administrator", "iv": "pengawas",
    "eselon ii": "jpt_pratama", "eselon iii": "administrator", "eselon iv": "pengawas", "pelaksana": "pelaksana",
}  # fmt: skip


def read_echelon(value: Cell) -> str | Bad | None:
    """Read an echelon as `II.b`; `Non Eselon` and the names of position kinds are none."""
    text = text_of(value)
    if nothing(text):
        return None
    if error_cell(text):
        return Bad("cell_error", {"value": text})
    if match := _ECHELON.match(text):
        number = match[1].upper() if not match[1].isdigit() else ("I", "II", "III", "IV", "V")[int(match[1]) - 1]
        return f"{number}.{match[2].lower()}"
    if _NO_ECHELON.match(text) or text.lower() in _ECHELON_KINDS:
        return None
    return Bad("echelon_unknown", {"value": text})


_NO_ECHELON_AT_ALL: Final = re.compile(
    r"(?i)(?:non|tidak|bukan|tanpa)[\s\-]*(?:ber)?(?:es|eselon|struktural)\.?\Z|(?:jft|jfu|jf|fungsional(?: (?:umum|tertentu))?)\.?\Z"
)


def is_no_echelon(text: str) -> bool:
    """Tell whether words behind the name of a post say that it has no echelon, and can be no part of the name."""
    return _NO_ECHELON_AT_ALL.match(text) is not None


def kind_in_echelon(value: Cell) -> str | None:
    """Return the position kind that an echelon column says in words (`JPTP`, `ADMINISTRATOR`, `III`); None for a proper echelon."""
    return _ECHELON_KINDS.get(text_of(value).lower())
