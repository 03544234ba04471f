"""Columns that say by a tick what one column says in words: `Pendidikan > SMA | D-III | S1` with a `v` below one of them."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any, Final

from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.core.parse.base import Bad, nothing, text_of
from asnkarier.core.parse.cells import parser_of
from asnkarier.core.text import folded
from asnkarier.ingest.header.headers import of_kind
from asnkarier.ingest.header.layout import Column, Header, Ticks

_MARKS: Final = frozenset(("v", "√", "✓", "✔", "x", "1", "ü", "•", "●", "ada", "ya"))
_TYPES: Final = frozenset(("word", "golongan", "education", "echelon"))
_MOST: Final = 0.8
_ALONE: Final = (("L/P", 2), ("Golongan", 3), ("Pendidikan Terakhir", 3))
"""What columns without a header above them may be of together, and from how many on that is certain."""
_CLASSES: Final = frozenset(("i", "ii", "iii", "iv"))
"""Of a PNS these are no golongan without their ruang."""


def ticked(header: Header, cells: Mapping[int, Sequence[Any]]) -> Header:
    """Return the header with one column in place of those that are ticked, the first of them; `cells` are the rows below it."""
    columns = list(header.columns)
    found: list[Ticks] = []
    for parent, run in _runs(header.columns):
        group = [column for column in run if _is_marked(cells.get(column.at, ()))]
        if len(group) < 2 or not _one_a_row([cells.get(column.at, ()) for column in group]):
            continue
        names = tuple(column.path[-1] for column in group)
        bare = {folded(name) for name in names} <= _CLASSES
        found.append(Ticks(tuple(column.at for column in group), () if bare else names))
        if not bare:
            for column in group:
                columns[columns.index(column)] = column._replace(path=parent if column is group[0] else ())
    return header._replace(columns=tuple(columns), ticks=tuple(found)) if found else header


def merged(header: Header, cells: Mapping[int, Sequence[Any]]) -> dict[int, Sequence[Any]]:
    """Return the cells, those of ticked columns as the names above them in the first of them."""
    result = dict(cells)
    for group in header.ticks:
        if not group.names:
            continue
        rows = zip(*(cells.get(at, ()) for at in group.at), strict=False)
        result[group.at[0]] = [_said(group.names, row) for row in rows]
        for at in group.at[1:]:
            result[at] = [""] * len(result[group.at[0]])
    return result


def _said(names: Sequence[str], row: Sequence[Any]) -> Any:
    """Return what one row says: the name that is ticked, all where several are, and what is no tick as it stands."""
    filled = [(name, cell) for name, cell in zip(names, row, strict=True) if not nothing(text_of(cell))]
    other = next((cell for _name, cell in filled if not _is_tick(cell)), None)
    return " / ".join(name for name, _cell in filled) if other is None else other


def _is_tick(cell: Any) -> bool:
    text = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else text_of(cell)
    return text.lower() in _MARKS


def _is_marked(cells: Sequence[Any]) -> bool:
    """Tell whether nothing but ticks stands in a column, the sums below a list aside."""
    filled = [cell for cell in cells if not nothing(text_of(cell))]
    return sum(map(_is_tick, filled)) >= _MOST * len(filled)


def _one_a_row(columns: Sequence[Sequence[Any]]) -> bool:
    counts = [sum(map(_is_tick, row)) for row in zip(*columns, strict=False)]
    some = [count for count in counts if count]
    return bool(some) and sum(count == 1 for count in some) >= _MOST * len(some)


def _runs(columns: Sequence[Column]) -> Iterator[tuple[tuple[str, ...], list[Column]]]:
    """Yield neighbours whose headers are values of one field, with the header of that field above them, or understood."""
    runs: list[list[Column]] = []
    for before, column in pairwise((Column(-1, ()), *columns)):
        beside = before.path[:-1] == column.path[:-1] and before.at == column.at - 1 and bool(before.path)
        if column.path and beside:
            runs[-1].append(column)
        elif column.path:
            runs.append([column])
    for run in runs:
        above = run[0].path[:-1]
        for parent, least in ((above, 2),) if above else (((name,), least) for name, least in _ALONE):
            named = [column for column in run if column.path[-1] in _values_of(folded(" ".join(parent)), run)]
            if len(named) >= least and (above or len(named) > 2 or named[-1].at - named[0].at == 1):
                yield tuple(parent), named
                break


def _values_of(parent: str, run: Sequence[Column]) -> set[str]:
    """Return the lowest headers that are different values of the field that the header above them names in some kind."""
    found: set[str] = set()
    for kind in KINDS:
        entry = of_kind(kind).get(parent)
        if entry is None or len(entry.fields) > 1 or entry.fields[0] not in _field_names(kind):
            continue
        read = parser_of(KINDS[kind].field(entry.fields[0]))
        values = {column.path[-1]: read(column.path[-1]) for column in run}
        told = {name for name, value in values.items() if value is not None and not isinstance(value, Bad)}
        if len({values[name] for name in told}) == len(told) > len(found):
            found = told
    return found


@cache
def _field_names(kind: str) -> frozenset[str]:
    return frozenset(field.name for field in KINDS[kind].fields if field.type in _TYPES)
