"""A list of NIPs that someone made: text with one a line, the columns of a csv file, or the sheets of a workbook."""

import re
from collections.abc import Iterator
from pathlib import Path

from asnkarier.core.errors import Stopped, Usage
from asnkarier.sheets.cells import rows_of
from asnkarier.sheets.formats import format_of
from asnkarier.store.database import Database
from asnkarier.store.queries import staff

_NIP = re.compile(r"(?<!\d)(?:\d[ .]?){17}\d(?!\d)")
_ALMOST = re.compile(r"(?<!\d)(?:\d[ .]?){15,24}(?!\d)")
"""So many digits were meant as a NIP; telephones and the like have fewer."""

_LOST = 10**16
"""From here on a number in a cell was a NIP whose last digits are gone."""


def people_in(path: Path, db: Database) -> frozenset[int]:
    """Return the people whose NIPs the file names.

    Stopped where it names none, where a NIP lost digits or has too many; Usage that lists every NIP nobody has.
    """
    nips = []
    for place, line in _lines(path):
        found_here = _NIP.findall(line)
        if not found_here and (almost := _ALMOST.search(line)):
            raise Stopped("among_no_nip", {"path": str(path), "place": place, "value": almost[0].strip()})
        nips += [re.sub(r"[ .]", "", found) for found in found_here]
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


def _lines(path: Path) -> Iterator[tuple[str, str]]:
    """Give every line with where it stands: the number of the line, or the sheet and its row."""
    if format_of(path) == "csv":
        text = path.read_text(encoding="utf-8-sig", errors="replace")
        yield from ((str(number), line) for number, line in enumerate(text.splitlines(), 1))
        return
    for row in rows_of(path, every=True):
        if any(isinstance(cell, int | float) and cell >= _LOST for cell in row.cells):
            raise Stopped("among_numeric", {"path": str(path), "row": row.number, "sheet": row.sheet})
        yield f"{row.sheet} {row.number}", "\t".join(str(cell) for cell in row.cells)
