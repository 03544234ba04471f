"""The kelurahan, puskesmas or school whose list it is: parts such as `Seksi Pemerintahan` are those of that one, as every other has them too."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from asnkarier.core.names import is_office
from asnkarier.core.parse.base import text_of
from asnkarier.core.text import folded
from asnkarier.ingest.header.bound import Bound, Mapped, Samples
from asnkarier.ingest.header.context import Context
from asnkarier.ingest.header.places import is_agency

_ABOVE_OFFICES: Final = re.compile(
    r"(?i)^(?:bidang|bagian|asisten|inspektur|sekretariat\s+(?:daerah|dprd|dinas|badan))\b"
)
"""Units that are never parts of an office."""
_KINDS_OF_OFFICES: Final = frozenset(("upt", "uptd", "kantor"))
"""Words that stand before the name of an office, or not."""


def _words(name: str) -> list[str]:
    words = folded(name).split()
    return [word for word in words if word not in _KINDS_OF_OFFICES] or words


def same_office(one: str, other: str) -> bool:
    """Tell whether two spellings are of one office: `Puskesmas Mawar`, `UPT PUSKESMAS MAWAR`, `Puskesmas Mawar Kota Contoh`."""
    first, second = sorted((_words(one), _words(other)), key=len)
    return second[: len(first)] == first


def _are_parts(cells: Sequence[Any], offices: Sequence[str]) -> bool:
    """Tell whether all units of a list are parts of the offices, or these themselves, and some are parts."""
    parts = False
    for name in {text_of(cell) for cell in cells}:
        if any(same_office(name, office) for office in offices):
            continue
        if is_agency(name) or is_office(name) or _ABOVE_OFFICES.match(name) or "/" in name:
            return False
        parts = True
    return parts


def within_office(
    mapped: Mapped, context: Context, sections: Sequence[str], samples: Samples, sets: dict[str, Any]
) -> Mapped:
    """Add the office of the letterhead, or of the section rows, as the superior of the units that a column names.

    Without an agency above it the office of a letterhead is the agency. A list of other offices too is nobody's own.
    """
    names, taken = {field.name for field in mapped.kind.fields}, {*mapped.fields, *sets}
    column = next((item for item in mapped.bound if "unit" in item.fields and item.at is not None), None)
    if column is None or column.at is None or "parent" in taken or "parent" not in names:
        return mapped
    agency = next((item for item in mapped.bound if "agency" in item.fields and item.at is not None), None)
    if (
        agency is not None
        and agency.at is not None
        and len({folded(text_of(v)) for v in samples.filled(agency.at)}) > 1
    ):
        return mapped
    cells = samples.filled(column.at)
    below = [name for name in sections if is_office(name)]
    titled = context.unit if context.unit and is_office(context.unit) and "/" not in context.unit else None
    offices = [*below, *([titled] if titled else [])]
    agencies = {context.agency, *filter(is_agency, sections)} - {None}
    if not offices or not _are_parts(
        [v for v in cells if not any(same_office(text_of(v), str(a)) for a in agencies)], offices
    ):
        return mapped
    if titled is None:
        return _with(mapped, "parent", "section", None)
    if context.agency is None and "agency" in names and "agency" not in taken and not agencies:
        return _with(mapped, "agency", "title", titled)
    return _with(mapped, "parent", "title", titled)


_HOW: Final = ("title", "section")


def _with(mapped: Mapped, field: str, how: Any, value: str | None) -> Mapped:
    return mapped._replace(bound=(*mapped.bound, Bound(None, (field,), "", how, value)))


def office_of(mapped: Mapped) -> Bound | None:
    """Return what was added to the mapping for the office of a list whose units a column names."""
    in_column = any("unit" in item.fields and item.at is not None for item in mapped.bound)
    for item in mapped.bound if in_column else ():
        name = str(item.value or "")
        if item.how in _HOW and (
            item.fields == ("parent",) or (item.fields == ("agency",) and is_office(name) and not is_agency(name))
        ):
            return item
    return None


def offices_of_rows(
    values: dict[str, list[Any]], sections: Mapping[str, Sequence[str | None]], field: str, titled: str | None
) -> list[str | None]:
    """Return the office above the unit of each row, in the spelling in which a row names it; None where the cell is blank or that office."""
    places = zip(sections["parent"], sections["unit"], sections["agency"], strict=True)
    said = [above or (unit if unit != agency else None) for above, unit, agency in places]
    # Where a row between the people names the agency, the office of the letterhead at the top has ended.
    offices = [
        name if name and is_office(name) else titled if agency is None else None
        for name, agency in zip(said, sections["agency"], strict=True)
    ]
    units = values["unit"]
    if field == "agency":
        return offices
    spelt: dict[str, str] = {}
    for office in {*offices} - {None}:
        own = (unit for unit in units if type(unit) is str and same_office(unit, str(office)))
        spelt[str(office)] = next(own, str(office))
    return [
        spelt[office] if office and type(unit) is str and not (same_office(unit, office) or is_agency(unit)) else None
        for unit, office in zip(units, offices, strict=True)
    ]
