"""The one day on which all that a list tells of was held, as the rows above it say."""

import re
from collections.abc import Mapping
from typing import Final

from asnkarier.core.parse.dates import read_date
from asnkarier.ingest.header.headers import of_kind

HELD_ON: Final[Mapping[str, str]] = {"assessments": "assessed_on", "exams": "taken_on"}
"""Kinds of what many did on one day, and the field of that day."""

_TITLES: Final = {
    kind: re.compile(rf"(?i)\b(?:{words})\b[^:]*\b(?:tanggal|tgl\.?)\s+(\d[^:]*)\Z")
    for kind, words in (("assessments", "asesmen|assess?ment|asesment"), ("exams", "uji|ujian|ukom"))
}

Days = list[tuple[str, str]]
"""Kinds, each with a day."""


def in_title(text: str) -> Days:
    """Return the day that a title names: `PELAKSANAAN ASESMEN TANGGAL 15 JUNI 2024`."""
    read = [(kind, read_date(match[1])) for kind, title in _TITLES.items() if (match := title.search(text))]
    return [(kind, day) for kind, day in read if isinstance(day, str)]


def in_key(name: str, value: str) -> Days:
    """Return the day of a row `Tanggal Asesmen : 15 Juni 2024`; none where it is two days, or the day of something else."""
    kinds = [kind for kind, field in HELD_ON.items() if (e := of_kind(kind).get(name)) and e.fields == (field,)]
    day = read_date(value) if kinds else None
    return [(kind, day) for kind in kinds] if isinstance(day, str) else []


def days_of(found: Days) -> Mapping[str, str]:
    """Return the day of each kind of which no row says another."""
    return {kind: day for kind, day in found if len({other for of, other in found if of == kind}) == 1}
