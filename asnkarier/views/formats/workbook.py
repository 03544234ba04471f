"""xlsx: one sheet a table, headers in the language in use, dates and numbers as what they are."""

from collections.abc import Iterator, Sequence
from enum import Enum

from asnkarier.sheets.write import Sheet, workbook
from asnkarier.views.formats.csv import flattened
from asnkarier.views.language import N_, Words, translate
from asnkarier.views.shapes import Bars, Coded, Grid, Heat, Kind, Node, Record, Rounded, Shape, Table, Text, Tree
from asnkarier.views.terms import term
from asnkarier.views.values import say, written


def content(shapes: Sequence[Shape]) -> bytes:
    """Return shapes as the bytes of a workbook."""
    sheets = [tabular(shape) for shape in flattened(shapes)]
    return workbook(sheets or [Sheet(translate(N_("Nothing to show.")), [], [])])


def tabular(shape: Shape) -> Sheet:
    """Return a shape as headers and rows."""
    match shape:
        case Table():
            rows = [
                [_cell(cell, column.kind) for cell, column in zip(row, shape.columns, strict=True)]
                for row in shape.rows
            ]
            kinds = [column.kind for column in shape.columns]
            return Sheet(
                say(shape.title), [say(column.header) for column in shape.columns], rows, say(shape.caption), kinds
            )
        case Record():
            headers = [translate(N_("Field")), translate(N_("Value")), say(shape.beside)]
            lines = [[say(field.label), _cell(field.value, field.kind), say(field.source)] for field in shape.fields]
            return Sheet(say(shape.title), headers, lines, say(shape.caption))
        case Heat():
            headers = [say(shape.row_header), *(say(name) for name in shape.columns)]
            matrix = [[name, *values] for name, values in zip(shape.rows, shape.values, strict=True)]
            return Sheet(
                say(shape.title), headers, matrix, say(shape.caption), ["", *[shape.kind] * len(shape.columns)]
            )
        case Bars():
            bars = [[say(bar.label), bar.value, bar.of] for bar in shape.bars]
            return Sheet(
                say(shape.title), ["", translate(N_("Value")), translate(N_("Required"))], bars, say(shape.caption)
            )
        case Grid():
            boxes: list[list[object]] = [
                [box, shape.counts.get(box, 0), "; ".join(shape.names.get(box, ()))] for box in range(1, 10)
            ]
            if shape.undetermined:
                boxes.append([translate(N_("Not determined")), shape.undetermined, ""])
            headers = [translate(N_("Box")), translate(N_("People")), translate(N_("Names"))]
            return Sheet(say(shape.title), headers, boxes, say(shape.caption), ["integer", "integer", "text"])
        case Tree():
            return Sheet(
                say(shape.title), [say(shape.title)], [[line] for line in _nodes(shape.nodes, "")], say(shape.caption)
            )
        case Text():
            return Sheet(translate(N_("Notes")), [], [[say(paragraph)] for paragraph in shape.paragraphs])
        case _:
            raise TypeError(f"no sheet for {type(shape).__name__}")


def _cell(value: object, kind: Kind) -> object:
    """Return a value that a cell holds: numbers, dates and text as they are, everything that is said in words."""
    if type(value) is str:  # most cells
        return term(value) if kind in ("term", "outcome") else value
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, Words):
        return say(value)
    if isinstance(value, Rounded):
        return value.value
    if isinstance(value, Coded):
        return say(value.said) if isinstance(value.said, str) else _cell(value.said, kind)
    if isinstance(value, bool):
        return written(value)
    if isinstance(value, str):
        return term(value) if kind in ("term", "outcome") else value
    if isinstance(value, list | tuple | set | frozenset):
        return "; ".join(written(item, kind) for item in value)
    return value


def _nodes(nodes: Sequence[Node], indent: str) -> Iterator[str]:
    for node in nodes:
        mark = f"[{term(node.outcome)}] " if node.outcome else ""
        yield f"{indent}{mark}{say(node.label)}"
        yield from _nodes(node.children, indent + "    ")
