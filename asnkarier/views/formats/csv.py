"""csv: the first table, with the machine's column names and raw values: the same in every language.

A cell that people read in words has a code for programs (`Coded`); a sentence without one is written in the source language,
with its dates and numbers as programs write them.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from itertools import chain

from asnkarier.core.numbers import shown
from asnkarier.views.language import SOURCE, Words, saying
from asnkarier.views.shapes import Coded, Column, Record, Rounded, Section, Shape, Table
from asnkarier.views.values import say

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def text(shapes: Sequence[Shape]) -> str:
    """Return the first table (or, without any, the first record) as csv."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    for shape in flattened(shapes):
        if isinstance(shape, Table):
            writer.writerow([key for column in shape.columns for key in (column.key, *column.also)])
            more = any(column.also for column in shape.columns)
            for row in shape.rows:
                cells = chain.from_iterable(map(_several, shape.columns, row)) if more else row
                writer.writerow([raw(cell) for cell in cells])
            return stream.getvalue()
    for shape in flattened(shapes):
        if isinstance(shape, Record):
            writer.writerow(["field", "value"])
            writer.writerows((field.key, raw(field.value)) for field in shape.fields)
            return stream.getvalue()
    return stream.getvalue()


def _several(column: Column, cell: object) -> Sequence[object]:
    """Return what stands under the names of a column: a number alone is both ends of its range."""
    if not column.also:
        return (cell,)
    if isinstance(cell, Coded) and isinstance(cell.code, tuple):
        return cell.code
    ends = [cell if name.endswith(("_low", "_high")) else None for name in column.also]
    return (cell, *ends)


def flattened(shapes: Iterable[Shape]) -> Iterable[Shape]:
    """Yield shapes with sections opened."""
    for shape in shapes:
        if isinstance(shape, Section):
            yield from flattened(shape.shapes)
        else:
            yield shape


def raw(value: object) -> str | int:
    """Return a value as programs read it. Text a spreadsheet would take for a formula gets an apostrophe, which our importer takes off."""
    if value is None:
        return ""
    if isinstance(value, Coded):
        value = value.code
    if isinstance(value, Rounded):
        value = value.value
    if isinstance(value, Words):
        with saying(SOURCE):
            value = say(_machine(value))
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return value
    if isinstance(value, Decimal | Fraction):
        return f"{shown(value, 4).normalize():f}"
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple | set | frozenset):
        # What has no code is there for people alone, such as how many more there are.
        said = [item for item in value if not (isinstance(item, Coded) and item.code is None)]
        return protected("; ".join(str(raw(item)) for item in said))
    return protected(str(value))


def _machine(words: Words) -> Words:
    """Return a sentence with its values as programs write them."""
    return Words(words.message, {name: _inside(value) for name, value in words.values.items()})


def _inside(value: object) -> object:
    if isinstance(value, Words):
        return _machine(value)
    if isinstance(value, list | tuple) and not isinstance(value, Coded | Rounded):
        return [_inside(item) for item in value]
    if (
        value is None
        or (isinstance(value, str) and not _DAY.match(value))
        or (type(value) is int and abs(value) < 1000)
    ):
        return value
    # As words without values it is said as it stands: a day, even as text, would be written out.
    return Words(str(raw(value)).replace("{", "{{").replace("}", "}}"))


def protected(value: str) -> str:
    """Put an apostrophe before text that starts like a formula."""
    return f"'{value}" if value.startswith(_FORMULA) else value
