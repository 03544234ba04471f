"""A report put into words: plain dictionaries of text, and pictures as SVG, from which page and print are set.

Everything of the language happens here, so that the templates hold no logic and data is never markup.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from asnkarier.views.drawing.boxes import PLACES
from asnkarier.views.drawing.layout import NUMERIC
from asnkarier.views.language import N_, Words, current, translate
from asnkarier.views.report import charts, colours
from asnkarier.views.report.model import Chart, Content, Figure, Report, Signatures
from asnkarier.views.shapes import Bars, Column, Grid, Heat, Node, Record, Said, Section, Table, Text, Tree
from asnkarier.views.values import SIGNS, day, number, say, visible, written

Block = dict[str, Any]

LONG = 60
"""Rows of a table on page and paper, where a figure says nothing else; the workbook has them all."""
BESIDE_COLUMNS = 7
BESIDE_ROWS = 26
TALL = 10
"""Bars from which a picture would fill a page of paper."""
LONGEST = 90
"""Letters of a cell that count for the width of its column on paper."""
ROOM, BROAD, BESIDE, NARROW = 112, 140, 62, 50
"""Letters in a row: of a sheet of paper upright, turned, of the place beside a picture, of a telephone."""
BETWEEN = 1.5
"""Letters between two columns."""
TOLD, TELLING = 45, 34
"""Letters from which a text is told below its row, where the row has not so many left for it."""
HASH = 40
"""Letters from which one word is broken at any place."""
NAMES = 12
"""Names in one of the nine boxes."""


def document(report: Report, rows: int = LONG) -> Block:
    """Return the whole report in words; `rows` is how much of a table is shown."""
    return {
        "language": current(),
        "title": say(report.title),
        "institution": visible(report.institution),
        "made": report.made.isoformat(),
        "made_text": day(report.made),
        "year": report.made.year,
        "month": report.made.month,
        "day": report.made.day,
        "words": {
            "contents": translate(N_("Contents")),
            "skip": translate(N_("To the content")),
            "page": translate(N_("Page")),
            "made": say(Words(N_("Made with asnkarier from data as of {day}."), {"day": report.made})),
        },
        "basis": _facts(report.basis),
        "headlines": [{"label": say(h.label), "value": written(h.value, h.kind)} for h in report.headlines],
        "contents": report.contents,
        "numbered": any(say(section.title)[:1].isdigit() for section in report.sections),
        "sections": [
            {
                "key": section.key,
                "title": say(section.title),
                "sentences": [say(sentence) for sentence in section.sentences],
                "blocks": [block for content in section.contents for block in _blocks(content, rows)],
            }
            for section in report.sections
        ],
    }


def _blocks(content: Content, rows: int) -> Iterator[Block]:
    match content:
        case Figure():
            yield _figure(content, rows)
        case Table():
            yield _table(content, rows)
        case Record():
            yield _titled("facts", content.title, content.caption, rows=_facts(content.fields))
        case Heat():
            yield _heat(content)
        case Grid():
            yield _grid(content)
        case Bars():
            yield _bars(content)
        case Tree():
            lines = [line for node in content.nodes for line in _nodes(node, 0)]
            yield _titled("tree", content.title, content.caption, lines=lines)
        case Text():
            yield {"is": "text", "paragraphs": [say(paragraph) for paragraph in content.paragraphs]}
        case Section():
            yield {"is": "heading", "title": say(content.title)}
            for inner in content.shapes:
                yield from _blocks(inner, rows)
        case Signatures():
            place = translate(N_("(place, date)"))
            signers = [{"role": say(signer.role), "name": visible(signer.name)} for signer in content.signers]
            yield {"is": "signatures", "place": place, "signers": signers, "nip": "NIP"}


def _titled(form: str, title: Said, caption: Said, **rest: object) -> Block:
    return {"is": form, "title": say(title), "caption": say(caption), **rest}


def _facts(fields: Sequence[Any]) -> list[Mapping[str, str]]:
    return [
        {"label": say(field.label), "value": written(field.value, field.kind), "source": say(field.source)}
        for field in fields
    ]


def _table(table: Table, most: int) -> Block:
    kinds = [column.kind for column in table.columns]
    columns: list[Block] = [
        {"header": say(column.header), "right": column.kind in NUMERIC, "wide": column.kind in ("text", "term")}
        for column in table.columns
    ]
    rows = [
        [written(cell, kind) for cell, kind in zip(row, kinds, strict=True)]
        for row in (table.rows if len(table.rows) <= most else table.rows[:most])
    ]
    for place, column in enumerate(columns):
        _measure(column, [row[place] for row in rows])
    told = _told(columns)
    columns, below = (
        [c for n, c in enumerate(columns) if n not in told],
        [c for n, c in enumerate(columns) if n in told],
    )
    lines = [
        {
            "cells": [cell for place, cell in enumerate(row) if place not in told],
            "told": [
                {"header": column["header"], "text": row[place]}
                for place, column in zip(told, below, strict=True)
                if row[place]
            ],
        }
        for row in rows
    ]
    least = sum(column["least"] + BETWEEN for column in columns)
    natural = sum(max(column["least"], min(column["weight"], 24)) + BETWEEN for column in columns)
    layout = {
        # A table of numbers stays one on a telephone, and is moved sideways under its first column.
        "cards": least > NARROW and any(column["wide"] for column in columns[1:]),
        "turned": bool(rows) and not told and least > BROAD,
        "narrow": natural <= BESIDE,
        "telling": bool(told),
    }
    more = ""
    if len(table.rows) > most:
        sentence = Words(
            N_("{shown} of {total} rows; the workbook has all."), {"shown": most, "total": len(table.rows)}
        )
        more = say(sentence)
    empty = "" if rows else say(table.empty) or translate(N_("Nothing to show."))
    return _titled("table", table.title, table.caption, columns=columns, rows=lines, more=more, empty=empty, **layout)


def _measure(column: Block, cells: Sequence[str]) -> None:
    """Say how narrow a column may be, and how wide it would like to be, in letters."""
    words = [len(word) for word in re.split(r"[\s-]+", str(column["header"]))]
    longest = max(map(len, cells), default=0)
    column["hash"] = not column["wide"] and longest > HASH
    if column["wide"] or column["hash"]:
        words += [min(len(word), 18) for cell in cells for word in cell.split()]
    else:
        words.append(longest)
    column["least"] = max(words, default=1)
    column["mean"] = sum(map(len, cells)) // max(len(cells), 1)
    column["weight"] = max(column["least"], min(column["mean"], LONGEST), min(longest, LONGEST) // 3)
    column["long"] = max(sum(map(len, cells)) // max(sum(1 for cell in cells if cell), 1), column["mean"])


def _told(columns: Sequence[Block]) -> list[int]:
    """Return the columns whose text is told below each row, because the row has no room for it beside the others."""
    long = [n for n, column in enumerate(columns) if n and column["wide"] and column["long"] > TOLD]
    others = sum(c["least"] + BETWEEN for n, c in enumerate(columns) if n not in long)
    return long if long and others + TELLING * len(long) > ROOM else []


def _figure(figure: Figure, most: int) -> Block:
    """Return a table, with its picture where it has one: beside it where both are small enough."""
    block = _table(figure.table, figure.shown or most)
    if figure.chart is None or not block["rows"]:
        return block
    beside = len(block["columns"]) <= BESIDE_COLUMNS and len(block["rows"]) <= BESIDE_ROWS and block["narrow"]
    tall = min(len(figure.table.rows), figure.chart.most) > TALL
    return {**block, "is": "figure", "beside": beside, "tall": tall, **_picture(figure.table, figure.chart)}


def _heat(heat: Heat) -> Block:
    rows = [
        {
            "name": visible(name),
            "cells": [
                {
                    "text": written(value, heat.kind),
                    "fill": colours.PAPER if value is None else colours.heat(_float(value) or 0.0, heat.low, heat.high),
                }
                for value in values
            ],
        }
        for name, values in zip(heat.rows, heat.values, strict=True)
    ]
    return _titled(
        "heat",
        heat.title,
        heat.caption,
        corner=say(heat.row_header),
        columns=[say(name) for name in heat.columns],
        rows=rows,
    )


def _grid(grid: Grid) -> Block:
    boxes = []
    for line in PLACES:
        boxes.append(
            [
                {
                    "box": translate(N_("Box {box}")).format(box=box),
                    "count": written(grid.counts.get(box, 0), "integer"),
                    "names": [visible(name) for name in grid.names.get(box, ())][:NAMES],
                    "fill": colours.heat(box, 1, 9),
                }
                for box in line
            ]
        )
    undetermined = ""
    if grid.undetermined:
        sentence = Words(N_("Not determined: {count} (data missing)"), {"count": grid.undetermined})
        undetermined = say(sentence)
    axes = translate(N_("Upwards: performance. To the right: potential."))
    return _titled("grid", grid.title, grid.caption, boxes=boxes, undetermined=undetermined, axes=axes)


def _nodes(node: Node, depth: int) -> Iterator[Mapping[str, object]]:
    yield {"depth": depth, "sign": SIGNS.get(node.outcome, ""), "outcome": node.outcome, "text": say(node.label)}
    for child in node.children:
        yield from _nodes(child, depth + 1)


def _bars(bars: Bars) -> Block:
    rows = [
        charts.Row(say(bar.label), [_float(bar.value)], [written(bar.value, bars.kind)], _float(bar.of))
        for bar in bars.bars
    ]
    marked = translate(N_("required")) if any(bar.of is not None for bar in bars.bars) else ""
    said = [
        f"{row.label}: {row.texts[0]}" + (f" / {written(bar.of, bars.kind)}" if bar.of is not None else "")
        for row, bar in zip(rows, bars.bars, strict=True)
    ]
    svg = charts.bars(rows, [""], bars.full, "plain", marked)
    return _titled(
        "picture", bars.title, bars.caption, svg=svg, alt=_alt(say(bars.title), said), ratio=charts.ratio(svg)
    )


def _picture(table: Table, chart: Chart) -> Block:
    place = {column.key: number for number, column in enumerate(table.columns)}
    label = place[chart.label]
    columns = [table.columns[place[key]] for key in chart.series]
    names = [say(column.header) for column in columns]
    rows = [_row(row, table, place, chart, label) for row in table.rows[: chart.most]]
    if chart.kind == "bars":
        marked = say(table.columns[place[chart.mark]].header) if chart.mark else ""
        svg = charts.bars(rows, names, _full(rows, columns), chart.palette, marked)
    else:
        svg = charts.stacks(rows, names, chart.palette, whole=chart.kind == "share")
    said = [
        f"{row.label}: " + ", ".join(f"{name} {text}" for name, text in zip(names, row.texts, strict=True))
        for row in rows
    ]
    return {"svg": svg, "alt": _alt(say(table.title), said), "ratio": charts.ratio(svg)}


def _row(row: Sequence[object], table: Table, place: Mapping[str, int], chart: Chart, label: int) -> charts.Row:
    values = [row[place[key]] for key in chart.series]
    texts = [written(value, table.columns[place[key]].kind) for key, value in zip(chart.series, values, strict=True)]
    mark = _float(row[place[chart.mark]]) if chart.mark else None
    total = number(sum(value for value in values if isinstance(value, int)), 0)
    return charts.Row(written(row[label], table.columns[label].kind), [_float(v) for v in values], texts, mark, total)


def _full(rows: Sequence[charts.Row], columns: Sequence[Column]) -> float:
    numbers = [value for row in rows for value in (*row.values, row.mark) if value is not None]
    least = 100.0 if all(column.kind == "percent" for column in columns) else 0.0
    return max(numbers, default=least) if not least else max(least, *numbers, least)


def _alt(title: str, said: Sequence[str]) -> str:
    return translate(N_("Bar chart: {title}.")).format(title=title.rstrip(".")) + " " + "; ".join(said) + "."


def _float(value: object) -> float | None:
    return float(value) if isinstance(value, int | float | Decimal | Fraction) else None
