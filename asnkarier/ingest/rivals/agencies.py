"""Columns of agencies: which of them names the city itself, and which says the agency of those of whom another says nothing."""

import re
from typing import Final

from asnkarier.core.parse.base import text_of
from asnkarier.core.text import folded
from asnkarier.ingest.header.bound import Samples
from asnkarier.ingest.header.headers import Entry
from asnkarier.ingest.header.layout import Column

_INSTITUTION: Final = re.compile(r"(?i)^(?:pemerintah|pemkot|pemkab|pemprov|kota|kabupaten|kab\.|provinsi|prov\.)\b")
_INSTITUTION_HEADERS: Final = frozenset(
    folded(h)
    for h in ("Instansi", "instansi_induk", "instansi_induk_nama", "instansi_kerja", "instansi_kerja_nama", "Induk")
)
_OF_WORK: Final = frozenset(("satuan kerja kerja nama", "satuan kerja kerja"))
_OF_ORIGIN: Final = frozenset(("satuan kerja induk nama", "satuan kerja induk"))


def is_institution(entry: Entry, column: Column, samples: Samples) -> bool:
    """`INSTANSI` alone is the institution, not an agency."""
    if entry.fields != ("agency",) or column.full not in _INSTITUTION_HEADERS:
        return False
    filled = samples.filled(column.at)
    return bool(filled) and all(_INSTITUTION.match(text_of(value)) for value in filled)


def fills_agency(first: Column, column: Column) -> bool:
    """Tell whether a column says the agency of those of whom the first says none.

    SIASN says where somebody works and where the office that keeps the file is: who has no other office works in that one.
    """
    return first.full in _OF_WORK and column.full in _OF_ORIGIN
