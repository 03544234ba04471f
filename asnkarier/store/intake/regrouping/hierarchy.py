"""In which order a list of units is taken in: what stands above first, and what would stand above itself not at all."""

from collections.abc import Sequence
from typing import NamedTuple

from asnkarier.core.names import folded


class Listed(NamedTuple):
    """A row of a list of units: its code, the folded names of the unit and its agency, and the superior as written."""

    code: str
    name: str
    agency: str
    parent: str


def superiors_first(rows: Sequence[Listed]) -> tuple[list[int], dict[int, int]]:
    """Return the rows so that each comes after its superior's, and those of a circle: row → the row of its superior."""
    above = _above(rows)
    order: list[int] = []
    circles: dict[int, int] = {}
    done: set[int] = set()
    for start in range(len(rows)):
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


def _above(rows: Sequence[Listed]) -> dict[int, int]:
    coded = {row.code: i for i, row in enumerate(rows) if row.code}
    named: dict[str, list[int]] = {}
    for i, row in enumerate(rows):
        named.setdefault(row.name, []).append(i)
    above: dict[int, int] = {}
    for i, row in enumerate(rows):
        key = folded(row.parent)
        # Exports give the topmost unit itself as its superior.
        if not row.parent or (key == row.name == row.agency):
            continue
        if row.parent in coded:
            above[i] = coded[row.parent]
            continue
        fits = [k for k in named.get(key, ()) if not row.agency or rows[k].agency in ("", row.agency)]
        if len(fits) == 1:
            above[i] = fits[0]
    return above
