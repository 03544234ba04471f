"""Shapes in colour, with Rich. All data goes to Rich as Text: nothing in it is markup."""

import io
from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text as RichText

from asnkarier.views.drawing.layout import lay
from asnkarier.views.drawing.plain import shape_lines
from asnkarier.views.shapes import Kind, Section, Shape, Table
from asnkarier.views.values import SIGNS, say

_STYLES: dict[Kind, str] = {"nip": "cyan", "date": "", "score": "bold"}
_SIGN_STYLES = {SIGNS["met"]: "green", SIGNS["not_met"]: "red", SIGNS["unknown"]: "yellow"}


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
    if isinstance(shape, Table) and shape.rows:
        laid = lay(shape, width - 2)
        if laid.widths is not None:
            title, caption = say(shape.title), say(shape.caption)
            if title:
                console.print(RichText(title, style="bold"))
            console.print(_table(shape, laid.headers, laid.rows, laid.right, laid.widths))
            if caption:
                console.print(RichText(caption, style="dim"))
            return
    if isinstance(shape, Section):
        console.print(RichText(say(shape.title), style="bold underline"))
        for inner in shape.shapes:
            console.print()
            _show(console, inner, width)
        return
    for place, line in enumerate(shape_lines(shape, width)):
        console.print(_signs(line, "bold" if place == 0 else ""), soft_wrap=True)


def _table(
    shape: Table, headers: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[bool], widths: Sequence[int]
) -> RichTable:
    table = RichTable(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    for column, header, is_right, width in zip(shape.columns, headers, right, widths, strict=True):
        table.add_column(
            RichText(header),
            justify="right" if is_right else "left",
            width=width,
            overflow="fold",
            style=_STYLES.get(column.kind, ""),
        )
    for row in rows:
        table.add_row(*(_signs(cell) for cell in row))
    return table


def _signs(cell: str, style: str = "") -> RichText:
    words = RichText(cell, style=style)
    stripped = cell.lstrip()
    if stripped[:1] in _SIGN_STYLES:
        start = len(cell) - len(stripped)
        words.stylize(_SIGN_STYLES[stripped[0]], start, start + 1)
    return words
