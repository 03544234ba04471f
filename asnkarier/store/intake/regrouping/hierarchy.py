"""In which order a list of units is taken in: what stands above first, and what would stand above itself not at all."""

from collections.abc import Sequence, Set
from typing import NamedTuple

from asnkarier.core.names import folded


class Listed(NamedTuple):
    """A row of a list of units: its code, the folded names of the unit and its agency, and the superior as written."""

    code: str
    name: str
    agency: str
    parent: str


def superiors_first(rows: Sequence[Listed]) -> tuple[list[int], dict[int, int]]:
    """Return the rows so that each comes after its superior's, and those of a circle: row → the row of its superior.

    A row without a superior leaves open where its unit lies: it comes after those that say where units of its name lie, and what
    names no agency either comes last, so that the order of the list decides nothing.
    """
    above = _above(rows)
    agencies = {row.agency for row in rows if row.agency}
    placed = {row.name for row in rows if row.parent}
    starts = sorted(range(len(rows)), key=lambda i: _rank(rows[i], agencies, placed))
    order: list[int] = []
    circles: dict[int, int] = {}
    done: set[int] = set()
    for start in starts:
        path: list[int] = []
        here: int | None = start
        while here is not None and here not in done:
            done.add(here)
            path.append(here)
            here = above.get(here)
        if here in path:
            circle = path[path.index(here) :]
            circles.update((one, above[one]) for one in circle)
        order.extend(reversed(path))
    return order, circles


def _rank(row: Listed, agencies: Set[str], placed: Set[str]) -> int:
    """Return how late a row comes: the first go by the order of the list."""
    if row.parent or row.name == row.agency:
        return 0
    if agencies and not row.agency and row.name not in agencies:
        return 2
    return int(row.name in placed)


def _same(one: Listed, other: Listed) -> bool:
    """Tell whether two rows of one name may be about one unit."""
    return (one.agency == other.agency or "" in (one.agency, other.agency)) and (
        one.code == other.code or "" in (one.code, other.code)
    )


def _above(rows: Sequence[Listed]) -> dict[int, int]:
    coded = {row.code: i for i, row in enumerate(rows) if row.code}
    named: dict[str, list[int]] = {}
    for i, row in enumerate(rows):
        named.setdefault(row.name, []).append(i)
    above: dict[int, int] = {}
    for i, row in enumerate(rows):
        key = folded(row.parent)
        if not row.parent:
            placed = [k for k in named[row.name] if k != i and rows[k].parent and _same(row, rows[k])]
            if len(placed) == 1:
                above[i] = placed[0]
            continue
        # Exports give the topmost unit itself as its superior.
        if key == row.name == row.agency:
            continue
        if row.parent in coded:
            above[i] = coded[row.parent]
            continue
        fits = [k for k in named.get(key, ()) if not row.agency or rows[k].agency in ("", row.agency)]
        if len(fits) > 1:
            # Of rows about one unit that which says where it lies.
            fits = [k for k in fits if rows[k].parent or not any(_same(rows[k], rows[o]) for o in fits if o != k)]
        if len(fits) == 1:
            above[i] = fits[0]
    return above
