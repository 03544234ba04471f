"""The kelurahan, puskesmas or school whose list it is: parts such as `Seksi Pemerintahan` are those of that one, as every other has them too."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal

from asnkarier.core.names import is_office
from asnkarier.core.parse.base import text_of
from asnkarier.core.text import folded
from asnkarier.ingest.header.bound import Bound, Mapped, Samples
from asnkarier.ingest.header.context import Context
from asnkarier.ingest.header.places import is_agency, is_hospital, is_surely_unit, same_office

_ABOVE_OFFICES: Final = re.compile(r"(?i)^(?:asisten|inspektur|sekretariat\s+(?:daerah|dprd|dinas|badan))\b")
_DIVISIONS: Final = re.compile(r"(?i)^(?:bidang|bagian)\b")
"""Units that are never parts of an office, but of a hospital."""

Role = Literal["own", "part", "other", "above"]


def _role(name: str, offices: Sequence[str]) -> Role:
    """Return what a unit is beside the offices of a list: one of them, a part of one, another office, or what lies above offices."""
    if any(same_office(name, office) for office in offices):
        return "own"
    if is_office(name) and not is_agency(name):
        return "other"
    if is_agency(name) or _ABOVE_OFFICES.match(name) or "/" in name:
        return "above"
    return "above" if _DIVISIONS.match(name) and not any(map(is_hospital, offices)) else "part"


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
    below = [name for name in sections if is_office(name) and not is_agency(name)]
    titled = context.unit if context.unit and is_office(context.unit) and "/" not in context.unit else None
    offices = [*below, *([titled] if titled else [])]
    agencies = {context.agency, *filter(is_agency, sections)} - {None}
    units = {text_of(v) for v in cells}
    roles = {_role(unit, offices) for unit in units if not any(same_office(unit, str(a)) for a in agencies)}
    # Of offices in section rows each decides for itself: what stands below the section row of the dinas is no part of theirs.
    if not offices or "part" not in roles or (titled is not None and not roles.isdisjoint(("other", "above"))):
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
    if titled is None:
        doubtful = {o for unit, o in zip(units, offices, strict=True) if o and _is_above(unit, o)}
        offices = [None if office in doubtful else office for office in offices]
    spelt: dict[str, str] = {}
    for office in {*offices} - {None}:
        here = (unit for unit, one in zip(units, offices, strict=True) if one == office and type(unit) is str)
        own = [unit for unit in here if same_office(unit, str(office))]
        exact = [unit for unit in own if folded(unit) == folded(str(office))]
        spelt[str(office)] = next(iter(exact or own), str(office))
    if field == "agency":
        return [
            office if office is None or folded(spelt[office]) == folded(office) else spelt[office] for office in offices
        ]
    return [
        spelt[office] if office and type(unit) is str and _role(unit, [office]) == "part" else None
        for unit, office in zip(units, offices, strict=True)
    ]


def _is_above(unit: Any, office: str) -> bool:
    """Tell whether a cell below the section row of an office names a unit above offices: then nobody knows how far the section reaches."""
    return type(unit) is str and not is_agency(unit) and _role(unit, [office]) == "above"


def under_sections(values: dict[str, list[Any]], sections: Mapping[str, Sequence[str | None]]) -> None:
    """Where the cell of the unit is blank, the section row above says the unit, if it surely names one."""
    units = values["unit"]
    if None not in units:
        return
    named = {name for name in set(sections["unit"]) if name and is_surely_unit(name)}
    if named:
        values["unit"] = [
            above if unit is None and above in named else unit
            for unit, above in zip(units, sections["unit"], strict=True)
        ]
