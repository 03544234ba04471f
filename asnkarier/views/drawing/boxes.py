"""The nine boxes as a grid: potential grows to the right, performance upwards."""

from collections.abc import Iterator
from typing import NamedTuple

from asnkarier.views.drawing.layout import wrap
from asnkarier.views.language import N_, translate
from asnkarier.views.shapes import Grid
from asnkarier.views.values import visible

PLACES = ((4, 7, 9), (2, 5, 8), (1, 3, 6))
"""Rows from the top (performance above expectation) to the bottom, each from low to high potential."""
PERFORMANCE = (N_("high performance"), N_("middle performance"), N_("low performance"))
POTENTIAL = (N_("low potential"), N_("middle potential"), N_("high potential"))
_NARROWEST = 12
_CORNERS = (("┌", "┬", "┐"), ("├", "┼", "┤"))


class Line(NamedTuple):
    """One line of the grid, and where the headings of boxes stand in it: box, first column, the column after."""

    text: str
    headings: tuple[tuple[int, int, int], ...] = ()


def lines(grid: Grid, width: int) -> Iterator[Line]:
    """Draw the grid: a box has its number, its count and its mark in words, so that nothing is told by colour alone."""
    inner = max((width - 4) // 3, _NARROWEST)
    for row, boxes in enumerate(PLACES):
        yield Line(_edge(*_CORNERS[row > 0], inner, translate(PERFORMANCE[row])))
        cells = [[_heading(grid, box), *_names(grid, box, inner)] for box in boxes]
        for place in range(max(len(cell) for cell in cells)):
            text = "│" + "│".join(f" {cell[place] if place < len(cell) else '':<{inner - 1}}" for cell in cells) + "│"
            starts = [2 + column * (inner + 1) for column in range(3)]
            headed = [(box, start, start + len(cell[0])) for box, start, cell in zip(boxes, starts, cells, strict=True)]
            yield Line(text, tuple(headed) if place == 0 else ())
    yield Line(_edge("└", "┴", "┘", inner, ""))
    below = [translate(word) for word in POTENTIAL]
    if all(len(word) <= inner for word in below):
        yield Line(" " + " ".join(f"{word:^{inner}}" for word in below).rstrip())


def _edge(left: str, middle: str, right: str, inner: int, label: str) -> str:
    named = f"─ {label} " if label and len(label) <= inner - 4 else ""
    return left + middle.join((named.ljust(inner, "─"), "─" * inner, "─" * inner)) + right


def _heading(grid: Grid, box: int) -> str:
    text = translate(N_("Box {box}: {count}")).format(box=box, count=grid.counts.get(box, 0))
    return f"{text} · {grid.marks[box]}" if box in grid.marks else text


def _names(grid: Grid, box: int, inner: int) -> list[str]:
    return [line for name in grid.names.get(box, ()) for line in wrap(visible(name), inner - 2)]
