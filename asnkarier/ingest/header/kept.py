"""A mapping that was kept for lists of the same layout: which list it reads, and which it comes near."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from asnkarier.core.text import folded
from asnkarier.ingest.frames import ReadOptions, SavedMap
from asnkarier.ingest.header.layout import Header, Merged, Told, find_header

_RUNNING: Final = frozenset(("no", "nomor", "no urut", "nomor urut"))
"""Headers of running numbers: a list is the same with and without them."""


class Kept(NamedTuple):
    """The header found by a kept mapping, the options it gives, and where the list lacks columns, those."""

    header: Header
    options: ReadOptions
    lacks: tuple[str, ...] = ()


def told(options: ReadOptions) -> Told:
    """Return what the officer says of a list."""
    return Told(frozenset(folded(header) for header in options.maps), options.as_kinds, frozenset(options.sets))


def kept_for(rows: Sequence[Sequence[Any]], merged: Merged, first_column: int, options: ReadOptions) -> Kept | None:
    """Return how a list is read by a mapping that was kept, or would be but for the columns it `lacks`.

    The columns may stand in another order, and there may be more of them: those are read by their own headers. Of several
    mappings the one whose list this resembles most is taken. What is said this time, by --map or --as, goes first.
    """
    if options.maps or options.as_kinds:
        return None
    found: list[tuple[tuple[int, int], Kept]] = []
    for saved in options.saved:
        given = options._replace(maps=saved.maps, as_kinds=(saved.kind,))
        header = find_header(rows, merged, first_column, told(given))
        if header is None:
            continue
        names = {column.header for column in header.columns if column.path}
        lacks = tuple(sorted(name for name in set(saved.headers) - names if folded(name) not in _RUNNING))
        if not lacks or _resembles(saved, names, lacks):
            more = len(names - set(saved.headers))
            found.append(((len(lacks), more), Kept(header, given._replace(layout=saved.name), lacks)))
    return min(found, key=lambda one: one[0])[1] if found else None


def _resembles(saved: SavedMap, names: set[str], lacks: Sequence[str]) -> bool:
    """Tell whether the list has most of what was mapped by hand, and most of the rest."""
    mapped = _mapped(saved.maps)
    there = mapped & {folded(name) for name in names}
    return len(there) * 2 > len(mapped) and len(lacks) * 2 < len(names)


def _mapped(maps: Mapping[str, str]) -> set[str]:
    return {folded(header) for header, field in maps.items() if field}
