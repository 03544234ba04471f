"""A report as pages of a workbook: a cover with its contents, then one sheet a section."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from asnkarier.core.numbers import shown
from asnkarier.sheets.book_of_pages import Block, Drawing, Page, Scale, book_of
from asnkarier.views.drawing.boxes import PERFORMANCE, PLACES, POTENTIAL
from asnkarier.views.formats.workbook import tabular
from asnkarier.views.language import N_, translate
from asnkarier.views.report import colours
from asnkarier.views.report.model import Chart, Content, Figure, Report, Section, Signatures
from asnkarier.views.shapes import Grid, Heat, Kind, Shape, Table, Text, Tree
from asnkarier.views.shapes import Section as ShapeSection
from asnkarier.views.values import number, say, written

_SEPARATE = 400
"""A table of more rows gets a sheet of its own, where its header can stand still."""


def xlsx(report: Report) -> bytes:
    """Return the report as the bytes of a workbook."""
    pages = [page for section in report.sections for page in _pages(section)]
    cover = Page(
        translate(N_("Cover")),
        [report.institution, say(report.title)],
        [
            *(_headlines(report)),
            Block(
                headers=[translate(N_("Field")), translate(N_("Value")), translate(N_("Source"))],
                rows=[[say(f.label), _fact(f.value, f.kind), say(f.source)] for f in report.basis],
            ),
        ],
        [page.title for page in pages] if report.contents else [],
    )
    return book_of([cover, *pages], report.made, f"{report.institution} – {say(report.title)}")


def _headlines(report: Report) -> Iterator[Block]:
    if report.headlines:
        headers = [translate(N_("Figure")), translate(N_("Value"))]
        yield Block("", headers, [[say(h.label), _fact(h.value, h.kind)] for h in report.headlines])


def _fact(value: object, kind: Kind) -> object:
    """Return a value of the cover: a number as a number, with the two decimals it is shown with, all else in words."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal | Fraction):
        return written(value, kind)
    return shown(Fraction(value), 2) if kind in ("score", "percent") else value


def _pages(section: Section) -> Iterator[Page]:
    title = say(section.title)
    blocks: list[Block] = []
    long: list[Page] = []
    for content in section.contents:
        for block in _blocks(content):
            if len(block.rows) > _SEPARATE:
                own = block.title if block.title and block.title != title else translate(N_("{title}: list"))
                long.append(Page(own.format(title=title), (), [block]))
            else:
                blocks.append(block)
    sentences = [say(sentence) for sentence in section.sentences]
    if not blocks and len(long) == 1:
        yield Page(title, sentences, long[0].blocks)
    else:
        yield Page(title, sentences, blocks)
        yield from long


def _blocks(content: Content) -> Iterator[Block]:
    match content:
        case Figure():
            yield _block(content.table, content.chart)
        case ShapeSection():
            for inner in content.shapes:
                yield from _blocks(inner)
        case Signatures():
            line, many = "." * 28, len(content.signers)
            yield Block(lines=[f"{'.' * 24} {translate(N_('(place, date)'))}"])
            yield Block(
                headers=[say(signer.role) for signer in content.signers],
                rows=[*[[""] * many] * 4, [signer.name or line for signer in content.signers], [f"NIP {line}"] * many],
            )
        case Grid():
            yield _boxes(content)
            yield replace(_block(content, None), title="")
        case Tree():
            sheet = tabular(content)
            yield Block(sheet.title, lines=[str(line) for (line,) in sheet.rows], caption=sheet.caption)
        case Text():
            yield Block(lines=[say(paragraph) for paragraph in content.paragraphs])
        case _:
            yield _block(content, None)


def _boxes(grid: Grid) -> Block:
    """Return the nine boxes as they lie: performance upwards, potential to the right."""
    rows = []
    for row, line in zip(PERFORMANCE, PLACES, strict=True):
        counted = [
            f"{translate(N_('Box {box}')).format(box=box)}: {number(grid.counts.get(box, 0), 0)}" for box in line
        ]
        rows.append([translate(row), *counted])
    return Block(say(grid.title), ["", *map(translate, POTENTIAL)], rows)


def _block(shape: Shape, chart: Chart | None) -> Block:
    sheet = tabular(shape)
    scale = None
    if isinstance(shape, Heat):
        shades = (colours.heat(0, 0, 1), colours.heat(0.5, 0, 1), colours.heat(1, 0, 1))
        scale = Scale(shape.low, shape.high, shades)
    drawing = _drawing(shape, chart) if chart is not None and isinstance(shape, Table) else None
    rows = _dated(sheet.rows, sheet.kinds)
    if isinstance(shape, Table) and not rows:
        none = say(shape.empty) or translate(N_("Nothing to show."))
        return Block(sheet.title, lines=[none], caption=sheet.caption)
    return Block(sheet.title, sheet.headers, rows, sheet.kinds, sheet.caption, drawing=drawing, scale=scale)


def _dated(rows: Sequence[Sequence[object]], kinds: Sequence[str]) -> Sequence[Sequence[object]]:
    """Make real dates of ISO text, so that Excel sorts and filters them as dates."""
    places = [place for place, kind in enumerate(kinds) if kind == "date"]
    if not places:
        return rows
    result = []
    for row in rows:
        cells = list(row)
        for place in places:
            if isinstance(value := cells[place], str):
                cells[place] = _day(value)
        result.append(cells)
    return result


def _day(text: str) -> object:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return text


def _drawing(table: Table, chart: Chart) -> Drawing:
    place = {column.key: number for number, column in enumerate(table.columns)}
    series = [place[key] for key in chart.series]
    shades = [colours.of(chart.palette, number) for number in range(len(series))]
    if chart.mark:
        series.append(place[chart.mark])
        shades.append(colours.MARK)
    return Drawing(chart.kind, place[chart.label], series, shades, chart.most)
