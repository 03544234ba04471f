"""Words of closed vocabularies."""

import re
from difflib import get_close_matches
from typing import Final

from asnkarier.core.kinds.vocabulary import NOT_ASN, NOT_ASN_ENDS, NOT_OF_THEM, STANDINGS_ASKED, values, words
from asnkarier.core.parse.base import Bad, Cell, Parser, error_cell, nothing, text_of
from asnkarier.core.rules.sanctions import LEVELS
from asnkarier.core.text import folded

NOT_ASN_VALUE: Final = "!"
"""What the kind of employee reads as for a person who is not ASN: the row is skipped."""

_LEADERSHIP: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), level)
    for pattern, level in (
        (r"\b(?:diklat\s*)?pim(?:pinan)?\.?\s*(?:tk\.?|tingkat)?\s*(?:IV|4)\b|kepemimpinan\s+(?:tk\.?|tingkat)\s*(?:IV|4)\b|kepemimpinan\s+pengawas|\bPKP\b|\bADUM(?:LA)?\b|\bSEPALA\b|\bSEPADA\b", "PKP"),
        (r"\b(?:diklat\s*)?pim(?:pinan)?\.?\s*(?:tk\.?|tingkat)?\s*(?:III|3)\b|kepemimpinan\s+(?:tk\.?|tingkat)\s*(?:III|3)\b|kepemimpinan\s+administrator|\bPKA\b|\bSPAMA\b|\bSEPADYA\b", "PKA"),
        (r"\b(?:diklat\s*)?pim(?:pinan)?\.?\s*(?:tk\.?|tingkat)?\s*(?:II|2)\b|kepemimpinan\s+(?:nasional\s+)?(?:tk\.?|tingkat)?\s*(?:II|2)\b|\bPKN\s*(?:tk\.?|tingkat)?\s*(?:II|2)\b|\bSPAMEN\b|\bSESPA(?:NAS)?\b", "PKN II"),
        (r"\b(?:diklat\s*)?pim(?:pinan)?\.?\s*(?:tk\.?|tingkat)?\s*(?:I|1)\b|kepemimpinan\s+(?:nasional\s+)?(?:tk\.?|tingkat)?\s*(?:I|1)\b|\bPKN\s*(?:tk\.?|tingkat)?\s*(?:I|1)\b|\bSEPATI\b", "PKN I"),
    )
)  # fmt: skip


def word_reader(vocabulary: str) -> Parser:
    """Return the parser of one vocabulary."""
    table = words(vocabulary)
    skips = vocabulary == "employee_kind"

    def read(value: Cell) -> str | Bad | None:
        text = text_of(value)
        if found := table.get(folded(text)):
            return found
        if nothing(text):
            return None
        if error_cell(text):
            return Bad("cell_error", {"value": text})
        if skips and folded(text) in NOT_ASN:
            return NOT_ASN_VALUE
        return _otherwise(vocabulary, text)

    return read


def _otherwise(vocabulary: str, text: str) -> str | Bad:
    if vocabulary == "leadership_level" and (level := leadership_in(text)):
        return level
    if vocabulary == "award_scope" and re.search(r"(?i)satya\s*-?l[ae]ncana", text):
        return "satyalancana"
    if vocabulary == "period":
        return _period(text)
    if vocabulary == "exam" and (grade := _GRADE_OF_EXAM.fullmatch(folded(text))):
        return "ujian_dinas_2" if grade[1] in ("ii", "2") else "ujian_dinas_1"
    if vocabulary == "status" and folded(text) in STANDINGS_ASKED:
        return Bad("standing_unclear", {"value": text})
    if vocabulary == "discipline_level" and len(said := set(_LEVEL_WORDS.findall(folded(text)))) == 1:
        return str(said.pop())
    allowed = values(vocabulary)
    near = get_close_matches(folded(text), words(vocabulary), n=1, cutoff=0.75)
    return Bad(
        "word_unknown",
        {"value": text, "allowed": ", ".join(allowed), "nearest": words(vocabulary)[near[0]] if near else ""},
    )


_GRADE_OF_EXAM: Final = re.compile(
    r"(?:(?:ujian dinas|udin|ud) ?(?:tingkat|tkt?)?|tingkat|tkt?) ?(ii?|[12])(?: (?:tahun )?(?:19|20)\d\d)?"
)
"""`Ujian Dinas Tk. 1`, `UD II`, `Tingkat 2 Tahun 2025`; `Tingkat III` is none."""
_LEVEL_WORDS: Final = re.compile(rf"\b({'|'.join(LEVELS)})\b")
_OF_A_LEVEL: Final = re.compile(rf"\b(?:tingkat|tk|hukuman|disiplin|hukdis|hd|kategori) ({'|'.join(LEVELS)})\b")


def discipline_level_in(sanction: str) -> str | None:
    """Return the level that a sanction names with itself: `Hukuman disiplin tingkat sedang berupa …`; None for none or two."""
    text = folded(sanction)
    found = set(_OF_A_LEVEL.findall(text)) or ({text} & set(LEVELS))
    return found.pop() if len(found) == 1 else None


_PERIOD: Final = re.compile(
    r"(?i)(?:triwulan|tw|semester|smt|bulan|periode|skp|kinerja|tahun|[\s\-:])*(.*?)(?:\s*(?:tahun)?\s*(?:19|20)\d\d)?\Z"
)


def _period(text: str) -> str | Bad:
    """Read a period that carries its year: `TRIWULAN IV 2025`, `Januari 2025`, `TAHUN 2024`."""
    table = words("period")
    bare = re.sub(r"\s*(?:tahun\s*)?(?:19|20)\d\d\Z", "", folded(text)).strip()
    if not bare or bare == "tahun":
        return "annual"
    return table.get(bare) or Bad(
        "word_unknown", {"value": text, "allowed": ", ".join(values("period")), "nearest": ""}
    )


def says_not_asn(text: str) -> bool:
    """Tell whether a kind of employee, a post or a heading is that of people who are not ASN: `THL`, `Guru Honorer`."""
    name = folded(text)
    if name in NOT_ASN:
        return True
    return f" {name}".endswith(_NOT_ASN_ENDS) and name.split(" ", 1)[0] not in NOT_OF_THEM


def titles_not_asn(title: str) -> bool:
    """Tell whether a title is over people who are not ASN, and over no others: `DAFTAR TENAGA HONORER DINAS SOSIAL`."""
    name = f" {folded(title)} "
    others = _OTHERS.sub(" ", name)
    return others != name and _ASN.search(others) is None


_OTHERS: Final = re.compile(rf" (?:{'|'.join(NOT_ASN_ENDS)}|bukan (?:asn|pns)|outsourcing|alih daya)(?= )")
_ASN: Final = re.compile(r"\b(?:asn|pns|cpns|pppk|p3k)\b")
_NOT_ASN_ENDS: Final = tuple(f" {end}" for end in NOT_ASN_ENDS)


def leadership_in(title: str) -> str | None:
    """Return the level of the leadership training that a title names: `DIKLAT PIM TK. III` is PKA."""
    for pattern, level in _LEADERSHIP:
        if pattern.search(title):
            return level
    return None


def read_yes_no(value: Cell) -> str | Bad | None:
    """Read ya or tidak."""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    result: str | Bad | None = word_reader("yes_no")(value)
    return result


_BESIDE_P: Final = {"l": "L", "lk": "L", "laki": "L", "lelaki": "L", "w": "W", "wanita": "W"}
"""First words of what decides, beside a P, what it means: who writes L or Laki-laki has no Pria, who writes W or Wanita has."""
_BOTH_LETTERS: Final = {
    "L": frozenset(("lp", "lkpr", "pl", "laki")),
    "W": frozenset(("pw", "wp", "pria")),
}


def sexes_in(header: str) -> str:
    """Return which letter stands beside P in a header that explains it: L of `L/P`, W of `P/W` and `PRIA/WANITA`; else nothing."""
    words_there = set(folded(header).split())
    found = [letter for letter, known in _BOTH_LETTERS.items() if words_there & known]
    return found[0] if len(found) == 1 else ""


def beside_p(text: str) -> str:
    """Return which letter a cell says to stand beside P: L of `Laki-laki`, W of `Wanita`; else nothing."""
    return _BESIDE_P.get(folded(text).partition(" ")[0], "")


def sex_reader(cells: frozenset[str], header: str = "") -> Parser:
    """Return the parser of a column of sexes that holds these words: beside W P is Pria, beside L it is Perempuan.

    Where the cells do not tell, the header does, as `P/W`.
    """
    table = dict(words("sex"))
    beside = {letter for text in cells if (letter := beside_p(text))} or {sexes_in(header)}
    if beside == {"W"}:
        table["p"] = "L"

    def read(value: Cell) -> str | Bad | None:
        text = text_of(value)
        if found := table.get(folded(text)):
            return found
        if nothing(text):
            return None
        code = "cell_error" if error_cell(text) else "word_unknown"
        return Bad(code, {"value": text, "allowed": "L, P", "nearest": ""})

    return read
