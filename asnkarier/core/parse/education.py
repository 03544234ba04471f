"""Levels of education, with the field of study that often stands in the same cell."""

import re
from typing import Final, NamedTuple

from asnkarier.core.kinds import titles
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
        (r"(?:dokter\s+|dr\.?\s+)?spesialis(?:\s*(?:I|1))?|sp[\s\-.]*(?:I|1)", "S2", "spesialis"),
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
_LATER: Final = re.compile(
    rf"(?i)(?<![A-Za-z0-9])(?:[DS]|diploma|strata)[\s\-./]*(?:[1-4]|I{{1,3}}|IV)(?!\W*(?:yogya|jogja)){_END}"
    rf"|(?<=[,;+&(])\s*(?:dan\s+)?(?:(?:pasca[\s\-]*sarjana|magister|doktor|sarjana)\b|(?:SLTA|SMA|SMK|SLTP|SMP|SD)\W*\Z)"
)
"""A second degree behind the field of the first: `S1 Manajemen, S2 Hukum`."""
_ONE_HEIGHT: Final = frozenset(("S1", "D-IV"))
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
    if titled := _titled(text):
        return titled
    for pattern, level, mark in _PATTERNS:
        if match := pattern.match(text):
            rest = _inside(text[match.end() :])
            while rest and (again := pattern.match(rest)):
                rest = _inside(rest[again.end() :])
            if mark is None and level in _SECOND and (second := _SECOND[level].match(rest)):
                rest = _inside(rest[second.end() :])
            if mark is None and _OTHER_LEVEL.match(rest) and isinstance(other := read_study(rest), Study):
                # Both may be held, or either may do: which one counts is not for a parser to say.
                return Bad("education_two_levels", {"value": text, "first": level, "second": other.level})
            if later := _second_degree(level, rest):
                return Bad("education_two_levels", {"value": text, "first": level, "second": later})
            if mark is None and rest and (behind := _titled(rest)):
                if isinstance(behind, Bad) or {behind.level, level} not in ({level}, _ONE_HEIGHT):
                    next_level = behind.values.get("second", "") if isinstance(behind, Bad) else behind.level
                    return Bad("education_two_levels", {"value": text, "first": level, "second": next_level})
                rest = "" if behind.mark is None else rest
            if (tail := _AT_THE_END.search(rest)) and pattern.fullmatch(tail[1]):
                rest = rest[: tail.start()]  # `Magister Manajemen (S2)`
            if nothing(rest) or _SAME_LEVEL.match(rest):
                rest = _NERS if text.lower().startswith("ners") else ""
            return Study(level, rest or None, mark)
    return Bad("education_unknown", {"value": text})


_AT_THE_END: Final = re.compile(r"\s*\(([^()]+)\)\Z")


def _inside(rest: str) -> str:
    """Return what follows a level, without the bracket that closes around it."""
    rest = rest.strip()
    return rest if "(" in rest else rest.strip(" )")


def _second_degree(level: str, rest: str) -> str | None:
    """Return the level of another degree behind the field of study; the same level again, or one of its height, is none."""
    for match in _LATER.finditer(rest):
        study = read_study(rest[match.start() :].lstrip(" ,;+&("))
        other = study.level if isinstance(study, Study) else str(study.values.get("first", level)) if study else level
        if other != level and {other, level} != _ONE_HEIGHT:
            return other
    return None


_TITLES: Final[dict[str, Study]] = {
    **{title.lower(): Study(level) for level, names in titles.LEVELS.items() for title in names},
    **{
        re.sub(r"[^a-z]", "", name.lower()): Study("S1", field, "profesi")
        for field, names in titles.PROFESSIONS.items()
        for name in names
    },
}
_SEVERAL: Final = {title.lower(): levels for title, levels in titles.SEVERAL.items()}
_BY_BEGINNING: Final = tuple(
    (re.compile(pattern), study)
    for pattern, study in (
        (r"S\.?\s?(?:ST|Tr|SiT)[.\s]?[A-Za-z.\s]*\Z", Study("D-IV")),
        (r"S\.\s?(?!I{1,3}\.?\Z)[A-Z][A-Za-z.]*\Z", Study("S1")),
        (r"M\.\s?[A-Z][A-Za-z.]*\Z", Study("S2")),
        (r"A\.?\s?[Mm][dD]\b[A-Za-z.\s]*\Z", Study("D-III")),
        (r"A\.?\s?[Mm]a\b[A-Za-z.\s]*\Z", Study("D-II")),
        (r"Sp\.\s?(?!I{1,2}\.?\Z)[A-Z][A-Za-z.\-]*\Z", Study("S2", None, "spesialis")),
    )
)
_SPECIAL: Final = re.compile(r"(?:S[pP][\s\-.]*|SP)I{1,2}")
"""`Sp-I` is a specialist's degree, `S.Pi` one in fisheries."""
_SCHOOLS: Final = tuple((pattern, level) for pattern, level, _mark in _PATTERNS if level in LEVELS[:3])
_PARTED: Final = re.compile(r"\s*[,/+;&]\s*|\s+dan\s+")


def _titled(text: str) -> Study | Bad | None:
    """Read titles in place of a level: `S.Pd.`, `A.Md.Kep`, `dr., Sp.A`; None where something else stands there."""
    if any(letter.isdigit() for letter in text):
        return None
    found = _title(text)
    if found is None:
        parts = [part for part in _PARTED.split(text) if part]
        read = [_title(part) for part in (parts if len(parts) > 1 else text.split())]
        if len(read) < 2 or not all(read):
            return None
        found = next((one for one in read if isinstance(one, Bad)), None)
        found = found or _joined(text, [one for one in read if isinstance(one, Study)])
    return Bad(found.code, {**found.values, "value": text}) if isinstance(found, Bad) else found


def _title(text: str) -> Study | Bad | None:
    plain = text.strip(" .,()")
    if plain == "dr":
        return _TITLES["dokter"]
    if levels := _SEVERAL.get(plain.lower()):
        return Bad("education_unclear", {"first": levels[0], "second": levels[1]})
    letters = re.sub(r"[^A-Za-z]", "", plain)
    if _SPECIAL.fullmatch(plain):
        return None
    if "." in plain and len(letters) > 1 and letters.lower() != "st":
        for pattern, level in _SCHOOLS:  # `S.M.A.` is no title
            if pattern.fullmatch(letters):
                return Study(level)
    if study := _TITLES.get(letters.lower()):
        return study
    return next((study for pattern, study in _BY_BEGINNING if pattern.match(plain)), None)


def _joined(text: str, studies: list[Study]) -> Study | Bad:
    """Join the titles of one cell: a profession stands above its own S1, a specialist was a physician before."""
    special = next((one for one in studies if one.mark == "spesialis"), None)
    if special is not None and all(one is special or one.mark or one.level == "S1" for one in studies):
        return special
    levels = list(dict.fromkeys(one.level for one in studies))
    if len(levels) > 1 and set(levels) != _ONE_HEIGHT:
        return Bad("education_two_levels", {"value": text, "first": levels[0], "second": levels[1]})
    return next((one for one in studies if one.mark), studies[0])


_WRITTEN_LEVEL: Final = re.compile(rf"(?:[DS]|diploma|strata)[\s\-./]*(?:[1-4]|I{{1,3}}|IV){_END}", re.IGNORECASE)


def level_before(text: str) -> Study | None:
    """Return level and field of a field of study written with its level, `S-1 ILMU PEMERINTAHAN`; None where none is before it."""
    study = read_study(text) if _WRITTEN_LEVEL.match(text) else None
    return study if isinstance(study, Study) and study.mark is None else None


def read_education(value: Cell) -> str | Bad | None:
    """Read the level alone."""
    study = read_study(value)
    return study.level if isinstance(study, Study) else study
