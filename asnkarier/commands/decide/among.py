"""A list of NIPs that someone made: text with one a line, the columns of a csv file, or the first sheet of a workbook."""

import re
from pathlib import Path

from asnkarier.core.errors import Stopped, Usage
from asnkarier.sheets.cells import rows_of
from asnkarier.sheets.formats import format_of
from asnkarier.store.database import Database
from asnkarier.store.queries import staff

_NIP = re.compile(r"(?<!\d)(?:\d[ .]?){17}\d(?!\d)")
_LOST = 10**16
"""From here on a number in a cell was a NIP whose last digits are gone."""


def people_in(path: Path, db: Database) -> frozenset[int]:
    """Return the people whose NIPs the file names; Stopped where it names none, Usage that lists every NIP nobody has."""
    nips = [re.sub(r"[ .]", "", found) for found in _NIP.findall(_text(path))]
    if not nips:
        raise Stopped("among_empty", {"path": str(path)})
    found: set[int] = set()
    unknown = []
    for nip in dict.fromkeys(nips):
        person = staff.known(db, nip)
        if person is None:
            unknown.append(nip)
        else:
            found.add(person)
    if unknown:
        raise Usage("among_unknown", {"path": str(path), "count": len(unknown), "nips": unknown})
    return frozenset(found)


def _text(path: Path) -> str:
    if format_of(path) == "csv":
        return path.read_text(encoding="utf-8-sig", errors="replace")
    lines = []
    for row in rows_of(path):
        if any(isinstance(cell, int | float) and cell >= _LOST for cell in row.cells):
            raise Stopped("among_numeric", {"path": str(path), "row": row.number})
        lines.append("\t".join(str(cell) for cell in row.cells))
    return "\n".join(lines)
