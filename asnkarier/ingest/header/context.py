"""What stands above a list: its date, its year, the agency it is about; and whether a sheet is a form instead of a list."""

import re
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from asnkarier.core.parse.base import nothing, text_of
from asnkarier.core.parse.dates import day_in_title, read_date, read_year, year_in_title
from asnkarier.core.text import cleaned, folded
from asnkarier.ingest.header.headers import known_headers, of_kind, person_headers

_KEY_VALUE: Final = re.compile(r"^([^:]{2,40}?)\s*:\s*(.*)$", re.DOTALL)
_FORM_KEYS: Final = 6
_FORM_KEYS_OF_SOMEBODY: Final = 3
_FORM_CELLS: Final = 5
_SHORTEST_NIP: Final = 9


class Context(NamedTuple):
    """What the rows above a list say."""

    dated: str | None = None
    year: int | None = None
    agency: str | None = None
    unit: str | None = None


def context_of(rows: Sequence[Sequence[Any]]) -> Context:
    """Read title and key-value rows."""
    dated, year, agency, unit = None, None, None, None
    for row in rows:
        for cell in row:
            if isinstance(cell, str) and cell:
                dated = dated or day_in_title(cleaned(cell))
                year = year or year_in_title(cleaned(cell))
        for key, value in key_values(row):
            name = folded(key)
            if name in ("tahun", "tahun skp", "tahun penilaian", "periode") and not year:
                found = read_year(value)
                year = found if isinstance(found, int) else year
            elif name in ("tanggal", "per tanggal", "keadaan") and not dated:
                day = read_date(value)
                dated = day if isinstance(day, str) else dated
            elif _means(name, "agency"):
                agency = agency or value
            elif _means(name, "unit"):
                unit = unit or value
    return Context(dated, year or (int(dated[:4]) if dated else None), agency, unit)


def _means(name: str, field: str) -> bool:
    entry = of_kind("roster").get(name)
    return entry is not None and entry.fields == (field,) and name not in ("induk", "instansi")


def key_values(row: Sequence[Any]) -> list[tuple[str, str]]:
    """Return `SKPD : Dinas X` from one cell, or from a key cell, a colon cell and a value cell."""
    cells = [text_of(cell) for cell in row]
    filled = [cell for cell in cells if cell]
    found: list[tuple[str, str]] = []
    for place, cell in enumerate(filled):
        match = _KEY_VALUE.match(cell)
        if match and match[1].strip():
            value = match[2].strip() or (filled[place + 1].lstrip(": ") if place + 1 < len(filled) else "")
            if value and not nothing(value):
                found.append((match[1].strip(), value))
        elif place + 1 < len(filled) and filled[place + 1].startswith(":"):
            value = filled[place + 1].lstrip(": ").strip() or (filled[place + 2] if place + 2 < len(filled) else "")
            if value and not nothing(value):
                found.append((cell, value))
    return found


def is_form(rows: Sequence[Sequence[Any]], *, text: bool = False) -> bool:
    """Tell whether the sheet is a form about one person: keys down a column, values beside them.

    A NIP with its number and two keys more are enough. A text may explain any number of keys: only a person makes it a form.
    """
    known, keys, numbered = known_headers(), set(), set()
    nips, _names = person_headers()
    for row in rows:
        filled = [cell for cell in row if cell not in ("", None)]
        pairs = key_values(row)
        if 2 <= len(filled) <= _FORM_CELLS:
            for at, cell in enumerate(filled[:2]):
                if isinstance(cell, str) and folded(cell.rstrip(" :")) in known:
                    keys.add(folded(cell.rstrip(" :")))
                    if at + 1 < len(filled):
                        pairs.append((cell.rstrip(" :"), text_of(filled[at + 1])))
        for key, value in pairs:
            if folded(key) in known:
                keys.add(folded(key))
            if folded(key) in nips and sum(letter.isdigit() for letter in value) >= _SHORTEST_NIP:
                numbered.add(value)
    if len(numbered) == 1:
        return len(keys) >= _FORM_KEYS_OF_SOMEBODY
    return not text and len(keys) >= _FORM_KEYS
