"""csv: the first table, with the machine's column names and raw values."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from asnkarier.core.numbers import shown
from asnkarier.views.language import Words
from asnkarier.views.shapes import Coded, Record, Section, Shape, Table
from asnkarier.views.values import say

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def text(shapes: Sequence[Shape]) -> str:
    """Return the first table (or, without any, the first record) as csv."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    for shape in flattened(shapes):
        if isinstance(shape, Table):
            writer.writerow([column.key for column in shape.columns])
            writer.writerows([raw(cell) for cell in row] for row in shape.rows)
            return stream.getvalue()
    for shape in flattened(shapes):
        if isinstance(shape, Record):
            writer.writerow(["field", "value"])
            writer.writerows((field.key, raw(field.value)) for field in shape.fields)
            return stream.getvalue()
    return stream.getvalue()


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
    if isinstance(value, Words):
        value = say(value)
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
        return protected("; ".join(str(raw(item)) for item in value))
    return protected(str(value))


def protected(value: str) -> str:
    """Put an apostrophe before text that starts like a formula."""
    return f"'{value}" if value.startswith(_FORMULA) else value
