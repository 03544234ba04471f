"""Levels of education, with the field of study that often stands in the same cell."""

import re
from typing import Final, NamedTuple

from asnkarier.core.parse.base import Bad, Cell, error_cell, nothing, text_of
from asnkarier.core.text import folded

LEVELS: Final = ("SD", "SLTP", "SLTA", "D-I", "D-II", "D-III", "D-IV", "S1", "S2", "S3")
"""Canonical levels, lowest first."""


class Study(NamedTuple):
    """What an education cell says: the level, the field of study after it, and whether it is a professional or specialist degree."""

    level: str
    field: str | None = None
    mark: str | None = None


_END: Final = r"(?![A-Za-z0-9])[\s,:\-–/.()]*(?:muda(?![A-Za-z]))?"
_PATTERNS: Final = tuple(
    (re.compile(f"(?:{pattern}){_END}", re.IGNORECASE), level, mark)
    for pattern, level, mark in (
        (r"(?:dokter\s+|dr\.?\s+)?(?:sub\s*)?spesialis\s*(?:II|2)|sp[\s\-.]*(?:II|2)", "S3", "spesialis"),
        (r"spesialis(?:\s*(?:I|1))?|sp[\s\-.]*(?:I|1)", "S2", "spesialis"),
        (r"(?:sarjana\s+|pendidikan\s+)?profesi|S[\s\-./]*1\s*[+/]?\s*profesi", "S1", "profesi"),
        (r"ners", "S1", "profesi"),
        (r"S[\s\-./]*(?:3|III)|strata[\s\-]*(?:3|III|tiga)|doktoral|doktor|program\s+doktor", "S3", None),
        (r"S[\s\-./]*(?:2|II)|strata[\s\-]*(?:2|II|dua)|pasca[\s\-]*sarjana|magister|master", "S2", None),
        (r"D[\s\-./]*(?:4|IV)|diploma[\s\-]*(?:4|IV|empat)|sarjana\s+(?:terapan|sains\s+terapan)", "D-IV", None),
        (r"D[\s\-./]*(?:3|III)|diploma[\s\-]*(?:3|III|tiga)|sarjana\s+muda|akademi|ahli\s+madya", "D-III", None),
        (r"D[\s\-./]*(?:2|II)|diploma[\s\-]*(?:2|II|dua)", "D-II", None),
        (r"D[\s\-./]*(?:1|I)|diploma[\s\-]*(?:1|I|satu)", "D-I", None),
        (r"S[\s\-./]*(?:1|I)|strata[\s\-]*(?:1|I|satu)|sarjana", "S1", None),
        (r"SLTA(?:\s*kejuruan)?(?:\s*/\s*(?:SMA|SMK|sederajat))*|SLTA\s+keguruan|SMA|SMK|SMU|MA|MAN|STM|SMEA|SPG|SPK|SMKK|SMF|SMIP|SGO|KPAA|PAKET\s*C|SMA\s*/\s*SMK|sekolah\s+menengah\s+atas|sekolah\s+menengah\s+kejuruan", "SLTA", None),
        (r"SLTP(?:\s*kejuruan)?|SMP|MTS|ST|PAKET\s*B|sekolah\s+menengah\s+pertama|sekolah\s+lanjutan\s+tingkat\s+pertama", "SLTP", None),
        (r"SD|MI|SR|PAKET\s*A|sekolah\s+dasar", "SD", None),
    )
)  # fmt: skip
_CANONICAL: Final = {folded(level): level for level in LEVELS}
_SECOND: Final = {
    "S1": re.compile(rf"(?:D[\s\-./]*(?:4|IV)|diploma[\s\-]*(?:4|IV|empat)|sarjana\s+terapan){_END}", re.IGNORECASE),
    "D-IV": re.compile(rf"(?:S[\s\-./]*(?:1|I)|strata[\s\-]*(?:1|I|satu)|sarjana){_END}", re.IGNORECASE),
}
"""S1 and D-IV are of one height, so lists write both in a cell: the second is then no field of study."""
_NERS: Final = "Ners"
"""The profession that stands for its level and field alone."""
_OTHER_LEVEL: Final = re.compile(
    rf"(?:(?:[DS]|diploma|strata)[\s\-./]*(?:[1-4]|I{{1,3}}|IV){_END}|(?:SLTA|SMA|SMK|SLTP|SMP|SD)\W*\Z)", re.IGNORECASE
)
_SAME_LEVEL: Final = re.compile(r"(?i)^(?:sederajat|kejuruan|keguruan|umum)?$")


def read_study(value: Cell) -> Study | Bad | None:
    """Read level, field and mark: `S1 Teknik Sipil`, `D.IV`, `SLTA KEJURUAN`, `SARJANA PROFESI`, `PASCASARJANA`."""
    text = text_of(value)
    if nothing(text):
        return None
    if error_cell(text):
        return Bad("cell_error", {"value": text})
    if level := _CANONICAL.get(folded(text)):
        return Study(level)
    for pattern, level, mark in _PATTERNS:
        if match := pattern.match(text):
            rest = text[match.end() :].strip(" )")
            while rest and (again := pattern.match(rest)):
                rest = rest[again.end() :].strip(" )")
            if mark is None and level in _SECOND and (second := _SECOND[level].match(rest)):
                rest = rest[second.end() :].strip(" )")
            if mark is None and _OTHER_LEVEL.match(rest) and isinstance(other := read_study(rest), Study):
                # Both may be held, or either may do: which one counts is not for a parser to say.
                return Bad("education_two_levels", {"value": text, "first": level, "second": other.level})
            if nothing(rest) or _SAME_LEVEL.match(rest):
                rest = _NERS if text.lower().startswith("ners") else ""
            return Study(level, rest or None, mark)
    return Bad("education_unknown", {"value": text})


_WRITTEN_LEVEL: Final = re.compile(rf"(?:[DS]|diploma|strata)[\s\-./]*(?:[1-4]|I{{1,3}}|IV){_END}", re.IGNORECASE)


def level_before(text: str) -> Study | None:
    """Return level and field of a field of study written with its level, `S-1 ILMU PEMERINTAHAN`; None where none is before it."""
    study = read_study(text) if _WRITTEN_LEVEL.match(text) else None
    return study if isinstance(study, Study) and study.mark is None else None


def read_education(value: Cell) -> str | Bad | None:
    """Read the level alone."""
    study = read_study(value)
    return study.level if isinstance(study, Study) else study
