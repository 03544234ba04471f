"""The column of names of a list, and lists of people who have a name and no NIP."""

from collections.abc import Sequence
from typing import Final

from asnkarier.ingest.header.bound import Mapped, Samples
from asnkarier.ingest.header.headers import person_headers
from asnkarier.ingest.header.layout import Header
from asnkarier.ingest.rows import Classifier
from asnkarier.ingest.table import Source

FURTHER: Final = 20_000
"""Rows that are looked through for section rows where no column and no title names a unit."""

_FEWEST_CELLS: Final = 3
"""Of a row about somebody without a NIP; fewer stand in titles and signatures."""


def only_named(header: Header, samples: Samples) -> int | None:
    """Return the column of the names of people who have no NIP in the list; None for other lists."""
    nips, _names = person_headers()
    if any(column.child in nips and samples.filled(column.at) for column in header.columns):
        return None
    return name_column(header, ())


def passed_over(source: Source, header: Header, name_at: int) -> int:
    """Go to the title of the next list, if there is one; return how many people the rows before it name."""
    _start, rows = source.take(FURTHER)
    before = list(Classifier(header, frozenset()).before_next(rows))
    last = len(before)
    if last < len(rows):
        while last and sum(cell not in ("", None) for cell in before[last - 1]) < _FEWEST_CELLS:
            last -= 1
    source.put_back(rows[last:])
    return sum(
        name_at < len(row) and bool(row[name_at]) and sum(cell not in ("", None) for cell in row) >= _FEWEST_CELLS
        for row in before[:last]
    )


def name_column(header: Header, plans: Sequence[Mapped]) -> int | None:
    """Return the column of the names of the people of a list."""
    for plan in plans:
        for item in plan.bound:
            if "name" in item.fields and item.at is not None:
                return item.at
    _nips, names = person_headers()
    return next(
        (
            column.at
            for column in header.columns
            if column.full in names or (len(column.path) == 1 and column.child in names)
        ),
        None,
    )
