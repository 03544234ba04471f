"""Markdown: for people, in the language in use; data cannot become markup."""

import re
from collections.abc import Iterator, Sequence

from asnkarier.views.drawing.plain import shape_lines
from asnkarier.views.language import N_, translate
from asnkarier.views.shapes import Node, Record, Said, Section, Shape, Table, Text, Tree
from asnkarier.views.values import SIGNS, say, written

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&$])")
_LINE_START = re.compile(r"^(\s*)([-+]|\d+[.)])(\s)")
_WIDTH = 100


def text(shapes: Sequence[Shape]) -> str:
    """Return shapes as Markdown."""
    return "\n".join(_lines(shapes, 1)) + "\n"


def escaped(value: str) -> str:
    """Return text in which nothing is markup."""
    return _LINE_START.sub(r"\1\\\2\3", _SPECIAL.sub(r"\\\1", value))


def _lines(shapes: Sequence[Shape], depth: int) -> Iterator[str]:
    for place, shape in enumerate(shapes):
        if place:
            yield ""
        yield from _one(shape, depth)


def _one(shape: Shape, depth: int) -> Iterator[str]:
    match shape:
        case Table():
            yield from _heading(shape.title, depth)
            if shape.rows:
                yield "| " + " | ".join(escaped(say(column.header)) for column in shape.columns) + " |"
                numeric = ("integer", "number", "score", "percent", "money", "level")
                yield "|" + "|".join("---:" if column.kind in numeric else "---" for column in shape.columns) + "|"
                for row in shape.rows:
                    cells = (written(cell, column.kind) for cell, column in zip(row, shape.columns, strict=True))
                    yield "| " + " | ".join(escaped(cell) for cell in cells) + " |"
            else:
                yield escaped(say(shape.empty) or translate(N_("Nothing to show.")))
            yield from _caption(shape.caption)
        case Record():
            yield from _heading(shape.title, depth)
            for field in shape.fields:
                source = f" ({escaped(say(field.source))})" if field.source else ""
                yield f"- **{escaped(say(field.label))}**: {escaped(written(field.value, field.kind))}{source}"
            yield from _caption(shape.caption)
        case Tree():
            yield from _heading(shape.title, depth)
            for node in shape.nodes:
                yield from _node(node, "")
            yield from _caption(shape.caption)
        case Text():
            yield from (f"{escaped(say(paragraph))}\n" for paragraph in shape.paragraphs)
        case Section():
            yield from _heading(shape.title, depth)
            yield from _lines(shape.shapes, depth + 1)
        case _:
            yield "```"
            yield from (line.replace("```", "'''") for line in shape_lines(shape, _WIDTH))
            yield "```"


def _heading(title: Said, depth: int) -> Iterator[str]:
    if words := say(title):
        yield from (f"{'#' * min(depth, 6)} {escaped(words)}", "")


def _caption(caption: Said) -> Iterator[str]:
    if words := say(caption):
        yield from ("", f"*{escaped(words)}*")


def _node(node: Node, indent: str) -> Iterator[str]:
    sign = f"{SIGNS[node.outcome]} " if node.outcome else ""
    yield f"{indent}- {sign}{escaped(say(node.label))}"
    for child in node.children:
        yield from _node(child, indent + "  ")
