"""Columns of units side by side: `UNIT KERJA | UNOR NAMA`, `Seksi | Bidang`. One names the unit, another what it lies in."""

import re
from collections.abc import Container, Mapping, Sequence
from typing import Any, Final, NamedTuple

from asnkarier.core.names import in_full, is_office, is_sub_unit
from asnkarier.core.parse.base import nothing, text_of
from asnkarier.core.text import folded
from asnkarier.ingest.frames import How
from asnkarier.ingest.header.bound import Samples
from asnkarier.ingest.header.layout import Column
from asnkarier.ingest.header.places import is_agency, is_surely_unit

_WHERE: Final = re.compile(r"\b(?:lokasi|tempat|penempatan|kelurahan|puskesmas|sekolah|satuan pendidikan)\b")
"""Headers over the place of work: a kecamatan there is a part of the city, and no agency."""
_PARTS: Final = frozenset(("seksi", "sub bagian", "subbagian", "sub bidang"))
_ABOVE_PARTS: Final = frozenset(("bidang", "bagian"))


class Placed(NamedTuple):
    """The columns of units, the one that names the unit first, and which field others of them are."""

    columns: Sequence[Column]
    above: Mapping[int, tuple[str, How]]
    """By their places, each with how it was told: by what stands in the columns, or by their headers."""


def placed(columns: Sequence[Column], samples: Samples, open_fields: Container[str]) -> Placed:
    """Tell what the columns say that come in the order of their headers; `open_fields` are those that no other column says.

    The first is the unit, unless it names agencies alone and another surely names units below them. Others are the agency and
    the unit above, where every cell of them leaves no doubt.
    """
    if not samples.filled(columns[0].at):
        return Placed(columns, {})
    unit = columns[0]
    above: dict[int, tuple[str, How]] = {}
    others = [column for column in columns[1:] if samples.filled(column.at)]
    if "agency" in open_fields:
        inner = next((column for column in others if _of_units(column, unit, samples)), None)
        if inner is not None and _of_agencies(unit, samples):
            above[unit.at], unit = ("agency", "values"), inner
        elif not _of_agencies(unit, samples):
            agency = next((column for column in others if _of_agencies(column, samples)), None)
            above |= {agency.at: ("agency", "values")} if agency is not None else {}
    if "parent" in open_fields:
        rest = [column for column in columns if column is not unit and column.at not in above]
        named = next((column for column in rest if column.child in _ABOVE_PARTS and unit.child in _PARTS), None)
        parent = named or next((column for column in rest if _is_above(unit, column, samples)), None)
        above |= {parent.at: ("parent", "exact" if named else "values")} if parent is not None else {}
    return Placed([unit, *(column for column in columns if column is not unit)], above)


def _texts(column: Column, samples: Samples) -> list[str]:
    return [text for cell in samples.columns.get(column.at, ()) if not nothing(text := text_of(cell))]


def _is_agency(name: str) -> bool:
    return is_agency(name) or is_agency(in_full(folded(name)))


def _of_agencies(column: Column, samples: Samples) -> bool:
    """Tell whether a column names agencies in every cell, and not where people work."""
    return not _WHERE.search(column.full) and all(map(_is_agency, _texts(column, samples)))


def _of_units(column: Column, above: Column, samples: Samples) -> bool:
    """Tell whether a column names units of the agencies beside them; who is in none has a blank cell, or the agency's name again."""
    names = [
        (name, folded(text_of(other)))
        for cell, other in _beside(column, above, samples)
        if not nothing(name := text_of(cell))
    ]
    below = [name for name, agency in names if folded(name) != agency]
    sure = all(is_surely_unit(name) and not _is_agency(name) for name in below)
    return bool(below) and sure and not _WHERE.search(column.full)


def _is_above(unit: Column, column: Column, samples: Samples) -> bool:
    """Tell whether a column names the units above: in every row that of the row is a part of it, or the same."""
    both = [(text_of(one), text_of(other)) for one, other in _beside(unit, column, samples)]
    told = [(name, above) for name, above in both if not nothing(above)]
    return any(folded(name) != folded(above) for name, above in told) and all(
        nothing(name) or folded(name) == folded(above) or _is_part(name, above) for name, above in told
    )


def _is_part(name: str, above: str) -> bool:
    # An agency lies in none of its offices: a column of these beside it says where people work.
    if _is_agency(name) or not is_surely_unit(above) or is_sub_unit(above) or _is_agency(above) or is_office(name):
        return False
    return is_sub_unit(name) or is_office(above)


def without_itself(values: Mapping[str, list[Any]]) -> list[Any]:
    """Return the units above those of the rows; none where a row says the same unit twice, or its agency again."""
    same = [values[field] for field in ("unit", "agency") if field in values]
    return [
        None if above is not None and any(_same(column[i], above) for column in same) else above
        for i, above in enumerate(values["parent"])
    ]


def _same(one: Any, other: Any) -> bool:
    return type(one) is str and type(other) is str and folded(one) == folded(other)


def _beside(one: Column, other: Column, samples: Samples) -> list[tuple[Any, Any]]:
    return list(zip(*(samples.columns.get(column.at, ()) for column in (one, other)), strict=False))
