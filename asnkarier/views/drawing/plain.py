"""Shapes as plain text: pipes, files, cron, long tables and terminals without colour."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from asnkarier.views.drawing import boxes
from asnkarier.views.drawing.layout import WRAPS, Laid, lay, wrap
from asnkarier.views.language import N_, Words, translate
from asnkarier.views.shapes import (
    Bars,
    Column,
    Field,
    Grid,
    Heat,
    Node,
    Record,
    Said,
    Section,
    Shape,
    Table,
    Text,
    Tree,
)
from asnkarier.views.values import SIGNS, UNKNOWN, say, written

_SOLID = "\ue000"
"""Stands for a space at which no line may break, such as within a date."""


def draw(shapes: Iterable[Shape], width: int) -> Iterator[str]:
    """Yield the lines of shapes, a blank line between them."""
    for place, shape in enumerate(shapes):
        if place:
            yield ""
        yield from shape_lines(shape, width)


def shape_lines(shape: Shape, width: int) -> Iterator[str]:
    """Yield the lines of one shape."""
    match shape:
        case Table():
            yield from _table(shape, width)
        case Record():
            yield from _record(shape, width)
        case Tree():
            yield from _titled(shape.title, width)
            for node in shape.nodes:
                yield from _node(node, width, "")
            yield from _caption(shape.caption, width)
        case Grid():
            yield from _grid(shape, width)
        case Heat():
            yield from _table(heat_table(shape, width), width)
        case Bars():
            yield from _bars(shape, width)
        case Text():
            for place, paragraph in enumerate(shape.paragraphs):
                if place:
                    yield ""
                yield from wrap(say(paragraph), width)
        case Section():
            title = say(shape.title)
            yield from (title, "═" * min(len(title), width), "")
            yield from draw(shape.shapes, width)


def _titled(title: Said, width: int) -> Iterator[str]:
    if text := say(title):
        yield from wrap(text, width)


def _caption(caption: Said, width: int) -> Iterator[str]:
    if text := say(caption):
        yield from wrap(text, width)


def _table(table: Table, width: int) -> Iterator[str]:
    yield from _titled(table.title, width)
    if not table.rows:
        yield from wrap(say(table.empty) or translate(N_("Nothing to show.")), width)
    else:
        laid = lay(table, width)
        if laid.widths is not None:
            yield from _columns(laid, laid.widths)
        else:
            yield from _line_by_line(laid, width)
            if table.caption:
                yield ""
    yield from _caption(table.caption, width)


def _columns(laid: Laid, widths: Sequence[int]) -> Iterator[str]:
    yield from _row(laid, laid.headers, widths)
    yield laid.gap.join("─" * width for width in widths)
    for row in laid.rows:
        yield from _row(laid, row, widths)


def _row(laid: Laid, cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    if all(len(cell) <= width for cell, width in zip(cells, widths, strict=True)):
        yield _aligned(laid, cells, widths)
        return
    broken = [wrap(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for place in range(max(len(lines) for lines in broken)):
        yield _aligned(laid, [lines[place] if place < len(lines) else "" for lines in broken], widths)


def _aligned(laid: Laid, cells: Sequence[str], widths: Sequence[int]) -> str:
    aligned = (
        f"{cell:>{width}}" if is_right else f"{cell:<{width}}"
        for cell, width, is_right in zip(cells, widths, laid.right, strict=True)
    )
    return laid.gap.join(aligned).rstrip()


def _line_by_line(laid: Laid, width: int) -> Iterator[str]:
    label = max(len(header) for header in laid.headers) + 1
    for place, row in enumerate(laid.rows):
        if place:
            yield ""
        for header, cell, wraps in zip(laid.headers, row, laid.wraps, strict=True):
            if not cell:
                continue
            solid = cell if wraps else cell.replace(" ", _SOLID)
            yield from _pair(f"{header}:", solid, label, width if wraps else max(width, label + 1 + len(cell)))


def _pair(label: str, value: str, column: int, width: int) -> Iterator[str]:
    first, *others = (line.replace(_SOLID, " ") for line in wrap(value, max(width - column - 1, 20)))
    yield f"{label:<{column}} {first}".rstrip()
    for line in others:
        yield f"{'':<{column}} {line}".rstrip()


def _record(record: Record, width: int) -> Iterator[str]:
    rows = [(say(field.label), _solid(field), say(field.source)) for field in record.fields]
    columns = (Column("label", N_("Field")), Column("value", N_("Value")), Column("source", record.beside))
    if any(source for _label, _value, source in rows):
        table = Table(record.title, columns, rows, record.caption)
        if lay(table, width).widths is not None:
            yield from (line.replace(_SOLID, " ") for line in _table(table, width))
            return
    yield from _titled(record.title, width)
    column = max((len(label) + 1 for label, _value, _source in rows), default=0)
    for (label, value, source), field in zip(rows, record.fields, strict=True):
        room = width if field.kind in WRAPS else max(width, column + 1 + len(value))
        yield from _pair(f"{label}:", f"{value}  ({source})" if source else value, column, room)
    yield from _caption(record.caption, width)


def _solid(field: Field) -> str:
    value = written(field.value, field.kind)
    return value if field.kind in WRAPS else value.replace(" ", _SOLID)


def _node(node: Node, width: int, indent: str) -> Iterator[str]:
    sign = f"{SIGNS[node.outcome]} " if node.outcome else "  " if indent else ""
    first, *others = wrap(say(node.label), max(width - len(indent) - len(sign), 20))
    yield f"{indent}{sign}{first}".rstrip()
    for line in others:
        yield f"{indent}{'':{len(sign)}}{line}".rstrip()
    for child in node.children:
        yield from _node(child, width, indent + "  ")


def _grid(grid: Grid, width: int) -> Iterator[str]:
    """Draw the nine boxes as people know them: performance upwards, potential to the right."""
    yield from _titled(grid.title, width)
    yield from (line.text for line in boxes.lines(grid, width))
    yield from grid_remarks(grid, width)


def grid_remarks(grid: Grid, width: int) -> Iterator[str]:
    """Yield what stands below the nine boxes."""
    yield from wrap(translate(N_("Upwards: performance. To the right: potential.")), width)
    if grid.undetermined:
        text = say(Words(N_("Not determined: {count} (data missing)"), {"count": grid.undetermined}))
        yield from wrap(text, width)
    yield from _caption(grid.caption, width)


def heat_table(heat: Heat, width: int) -> Table:
    """Return the matrix as a table; where its headers are too wide, with numbers for headers and what they mean below."""
    rows = [(name, *values) for name, values in zip(heat.rows, heat.values, strict=True)]
    columns = [Column(str(n), name, heat.kind) for n, name in enumerate(heat.columns, start=1)]
    table = Table(heat.title, [Column("row", heat.row_header), *columns], rows, heat.caption)
    if lay(table, width).widths is not None:
        return table
    numbered = [column._replace(header=f"({column.key})") for column in columns]
    legend = ", ".join(f"({column.key}) {say(column.header)}" for column in columns)
    caption = f"{legend}. {say(heat.caption)}".strip()
    short = Table(heat.title, [Column("row", heat.row_header), *numbered], rows, caption)
    return table if lay(short, width).widths is None else short


def _bars(bars: Bars, width: int) -> Iterator[str]:
    yield from _titled(bars.title, width)
    labels = [say(bar.label) for bar in bars.bars]
    texts = [
        written(bar.value, bars.kind) + (f" / {written(bar.of, bars.kind)}" if bar.of is not None else "")
        for bar in bars.bars
    ]
    numbers = max((len(text) for text in texts), default=0)
    column = min(max((len(label) for label in labels), default=0), max(width - numbers - 14, 20))
    room = max(width - column - numbers - 4, 10)
    for bar, label, text in zip(bars.bars, labels, texts, strict=True):
        first, *others = wrap(label, column)
        yield f"{first:<{column}}  {bar_text(bar.value, bar.of, bars.full, room)}  {text:>{numbers}}".rstrip()
        yield from others
    yield from _caption(bars.caption, width)


def bar_text(value: object, of: object, full: float, room: int) -> str:
    """Draw a bar of `room` characters: full for what is there, dots up to what is asked."""
    if value is None:
        return f"{UNKNOWN:<{room}}"
    done, asked = (min(max(round(_float(number) / full * room), 0), room) for number in (value, of))
    return ("█" * done + "·" * (asked - done)).ljust(room)


def _float(value: object) -> float:
    return float(value) if isinstance(value, int | float | Decimal | Fraction) else 0.0
