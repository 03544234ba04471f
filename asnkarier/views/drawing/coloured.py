"""Shapes in colour, with Rich. All data goes to Rich as Text: nothing in it is markup."""

import io
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from rich import box
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text as RichText

from asnkarier.views.drawing import boxes
from asnkarier.views.drawing.layout import Laid, lay
from asnkarier.views.drawing.plain import grid_remarks, heat_table, shape_lines
from asnkarier.views.shapes import Grid, Heat, Kind, Section, Shape, Table
from asnkarier.views.values import SIGNS, say

_STYLES: dict[Kind, str] = {"nip": "bold", "score": "bold"}
_SIGN_STYLES = {SIGNS["met"]: "green", SIGNS["not_met"]: "red", SIGNS["unknown"]: "magenta"}
_HEAT = ("black on #f4a582", "black on #fddbc7", "black on #f7f7f7", "black on #d9f0d3", "black on #a6dba0")
"""From bad to good; the text is black on every one, so that it can be read on dark and light terminals."""
_BOXES = {1: _HEAT[0], **dict.fromkeys((2, 3), _HEAT[1]), **dict.fromkeys((4, 5, 6), _HEAT[2])}
_BOXES |= {7: _HEAT[3], 8: _HEAT[3], 9: _HEAT[4]}
"""The headings of the nine boxes; number, count and mark say the same without colour."""


def text(shapes: Sequence[Shape], width: int) -> str:
    """Return shapes drawn with colours for a terminal of this width."""
    stream = io.StringIO()
    console = Console(file=stream, width=width, force_terminal=True, highlight=False, markup=False, emoji=False)
    for place, shape in enumerate(shapes):
        if place:
            console.print()
        _show(console, shape, width)
    return stream.getvalue()


def _show(console: Console, shape: Shape, width: int) -> None:
    if isinstance(shape, Section):
        console.print(RichText(say(shape.title), style="bold underline"))
        for inner in shape.shapes:
            console.print()
            _show(console, inner, width)
        return
    if isinstance(shape, Table | Heat):
        table = heat_table(shape, width) if isinstance(shape, Heat) else shape
        laid = lay(table, width)
        if table.rows and laid.widths is not None:
            cells = [[_cell(laid, row, column) for column in range(len(laid.headers))] for row in range(len(laid.rows))]
            if isinstance(shape, Heat):
                _heat(shape, cells)
            _table(console, table, laid, laid.widths, cells)
            return
    if isinstance(shape, Grid):
        _grid(console, shape, width)
        return
    for place, line in enumerate(shape_lines(shape, width)):
        console.print(_signs(line, "bold" if place == 0 else ""), soft_wrap=True)


def _table(
    console: Console, table: Table, laid: Laid, widths: Sequence[int], cells: Sequence[Sequence[RichText]]
) -> None:
    if title := say(table.title):
        console.print(RichText(title, style="bold"))
    drawn = RichTable(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, len(laid.gap) - 1, 0, 0))
    for header, is_right, width in zip(laid.headers, laid.right, widths, strict=True):
        drawn.add_column(RichText(header), justify="right" if is_right else "left", width=width, overflow="fold")
    for row in cells:
        drawn.add_row(*row)
    console.print(drawn)
    if caption := say(table.caption):
        console.print(RichText(caption, style="dim"))


def _grid(console: Console, grid: Grid, width: int) -> None:
    if title := say(grid.title):
        console.print(RichText(title, style="bold"), soft_wrap=True)
    for line, headings in boxes.lines(grid, width):
        words = RichText(line)
        for number, start, end in headings:
            words.stylize(_BOXES[number], start, end)
        console.print(words, soft_wrap=True)
    for line in grid_remarks(grid, width):
        console.print(RichText(line), soft_wrap=True)


def _cell(laid: Laid, row: int, column: int) -> RichText:
    return _signs(laid.rows[row][column], _STYLES.get(laid.kinds[column], ""))


def _heat(heat: Heat, cells: Sequence[Sequence[RichText]]) -> None:
    for row, values in enumerate(heat.values):
        for column, value in enumerate(values, start=1):
            if isinstance(value, int | float | Decimal | Fraction):
                share = (float(value) - heat.low) / ((heat.high - heat.low) or 1)
                cells[row][column].stylize(_HEAT[min(max(int(share * len(_HEAT)), 0), len(_HEAT) - 1)])


def _signs(cell: str, style: str = "") -> RichText:
    words = RichText(cell, style=style)
    stripped = cell.lstrip()
    if stripped[:1] in _SIGN_STYLES:
        start = len(cell) - len(stripped)
        words.stylize(_SIGN_STYLES[stripped[0]], start, start + 1)
    if "█" in cell:
        words.stylize("green", cell.index("█"), cell.rindex("█") + 1)
    return words
