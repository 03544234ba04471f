"""Reports as workbooks: tables one under another, native charts beside them, heat as Excel's own colour scale.

openpyxl lays out sheets, charts and styles; the rows are written as XML here, because a list of every employee has
hundreds of thousands of cells.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from html import escape
from typing import Any, Literal, NamedTuple

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.formatting.rule import ColorScaleRule
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink

from asnkarier.sheets.write import FORMATS, WHOLE, as_text, finished, sheet_title

_GREY = "FF4D5B6A"
_HEADER = PatternFill("solid", fgColor="FFDDEBF7")
_RULE = Border(bottom=Side(style="thin", color="FFC9D1DA"))
_WIDEST = 56
_READ = 90
"""Letters of a line of text, where the tables are narrower."""
_STANDARD = 8.4
"""Letters in a column whose width nobody set."""
_LINE = 15.0
"""Points of a line."""
_RIGHT = frozenset({"integer", "score", "percent", "money", "number", "level"})
_CHART_COLUMNS = 2
_ROW_CM = 0.53
_LEAST_CHART_ROWS = 15
_STANDS_STILL = 30
"""A single table of more rows keeps its header in sight."""
_MOST_DIGITS = 10**15
_PLAIN = 2_000
_DAY_NOUGHT = 693_594
"""The day from which Excel counts: 30 December 1899."""
_GROUPING: dict[str, Literal["clustered", "stacked", "percentStacked"]] = {
    "bars": "clustered",
    "stacked": "stacked",
    "share": "percentStacked",
}


class Drawing(NamedTuple):
    """A native chart of a block: the column of labels, the columns of numbers (from 0), their colours, rows drawn."""

    kind: Literal["bars", "stacked", "share"]
    label: int
    series: Sequence[int]
    colours: Sequence[str]
    rows: int


class Scale(NamedTuple):
    """Excel's colour scale over the numbers of a block: bad, middle, good, with their colours."""

    low: float
    high: float
    colours: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Block:
    """A table with a title above and its law below; `lines` is text instead of a table."""

    title: str = ""
    headers: Sequence[str] = ()
    rows: Sequence[Sequence[object]] = ()
    kinds: Sequence[str] = ()
    caption: str = ""
    lines: Sequence[str] = ()
    drawing: Drawing | None = None
    scale: Scale | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet: its title, sentences, and blocks."""

    title: str
    sentences: Sequence[str] = ()
    blocks: Sequence[Block] = ()
    links: Sequence[str] = field(default=())
    """Titles of other pages to link to: a table of contents."""


def book_of(pages: Sequence[Page], made: date, footer: str) -> bytes:
    """Return a workbook of these pages; `made` is the only date in its properties."""
    book = Workbook()
    styles = _styles(book)
    book.remove(book.worksheets[0])
    taken: set[str] = set()
    names = [sheet_title(page.title, taken) for page in pages]
    by_title = dict(zip((page.title for page in pages), names, strict=True))
    rows: dict[str, tuple[str, bytes]] = {}
    for number, (page, name) in enumerate(zip(pages, names, strict=True), start=1):
        writer = _Writer(book.create_sheet(name), page, by_title, styles, footer)
        writer.write()
        rows[f"xl/worksheets/sheet{number}.xml"] = (writer.reach, "".join(writer.lines).encode("utf-8"))
    return finished(book, datetime(made.year, made.month, made.day), rows)


class _Writer:
    """Writes one page: widths, charts and colours through openpyxl, rows as XML of our own, which is ten times faster."""

    def __init__(self, sheet: Any, page: Page, names: dict[str, str], styles: dict[str, int], footer: str) -> None:
        self.sheet = sheet
        self.page = page
        self.names = names
        self.styles = styles
        self._number, self._whole = styles["number"], styles["integer"]
        self.row = 0
        self.lines: list[str] = []
        self.columns = max((len(block.headers) for block in page.blocks), default=1)
        sheet.sheet_view.showGridLines = False
        drawn = any(block.drawing is not None and block.rows for block in page.blocks)
        sheet.page_setup.orientation = "landscape" if self.columns > 6 or drawn else "portrait"
        sheet.page_setup.paperSize = 9  # A4
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.oddFooter.left.text = footer.replace("&", "&&")
        sheet.oddFooter.right.text = "&P / &N"
        self.widths = _widths(page)
        for column, width in enumerate(self.widths, start=1):
            sheet.column_dimensions[get_column_letter(column)].width = width

    @property
    def reach(self) -> str:
        """The range that is written."""
        return f"A1:{get_column_letter(max(self.columns, 1))}{max(self.row, 1)}"

    def write(self) -> None:
        self._row([self.page.title], [self.styles["title"]])
        for sentence in self.page.sentences:
            self._line(sentence, "words")
        for title in self.page.links:
            self._link(title)
        long = len(self.page.blocks) == 1 and len(self.page.blocks[0].rows) > _STANDS_STILL
        for block in self.page.blocks:
            self.row += 1
            self._block(block, long=long)

    def _block(self, block: Block, *, long: bool) -> None:
        first = self.row + 1
        if block.title:
            self._row([block.title], [self.styles["heading"]])
        across = len(block.headers) if block.drawing is not None and block.rows else 0
        for line in block.lines:
            self._line(line, "words")
        if block.headers:
            kinds = [block.kinds[place] if place < len(block.kinds) else "" for place in range(len(block.headers))]
            sides = [self.styles["header right" if kind in _RIGHT else "header"] for kind in kinds]
            self._row(block.headers, sides)
            header_row = self.row
            if long:
                self.sheet.freeze_panes = f"A{header_row + 1}"
                self.sheet.print_title_rows = f"{header_row}:{header_row}"
            styles = [self.styles.get("number" if kind == "level" else kind, self.styles["text"]) for kind in kinds]
            for row in block.rows:
                self._row(row, styles)
            if block.rows and block.drawing is not None:
                self._draw(block, block.drawing, header_row, first)
            if block.rows and block.scale is not None:
                self._colour(block, block.scale, header_row)
        if block.caption:
            self._line(block.caption, "law", across)
        if block.drawing is not None and block.rows:
            height = max(_LEAST_CHART_ROWS, round(_height(block.drawing, len(block.rows)) / _ROW_CM) + 2)
            self.row = max(self.row, first + height)

    def _row(self, values: Sequence[object], styles: Sequence[int]) -> None:
        self.row += 1
        number = self.row
        if self._number in styles:
            styles = [self._decimals(value, style) for value, style in zip(values, styles, strict=True)]
        cells = [
            # A date among facts of other kinds is a date all the same, and no number of days.
            _cell_xml(
                f"{letter}{number}", value, self.styles["date"] if type(value) is date else style, self.styles["text"]
            )
            for letter, value, style in zip(_letters(len(values)), values, styles, strict=True)
            if value is not None
        ]
        self.lines.append(f'<row r="{number}"{self._high(values, self.widths)}>{"".join(cells)}</row>')

    def _decimals(self, value: object, style: int) -> int:
        """Return the style of a number that shows as many decimals as it has: none, where it is whole."""
        if style == self._number and isinstance(value, int | float | Decimal | Fraction):
            return self._whole if value == int(value) else style
        return style

    def _high(self, values: Sequence[object], widths: Sequence[float]) -> str:
        """Return the height of a row whose text needs more than one line: Excel finds it for itself, others do not."""
        if len(values) < 2:
            return ""
        lines = 1
        for value, width in zip(values, widths, strict=False):
            if type(value) is str and len(value) >= width:
                lines = max(lines, _lines(value, width))
        return f' ht="{lines * _LINE:g}" customHeight="1"' if lines > 1 else ""

    def _line(self, text: str, style: str, across: int = 0) -> None:
        """Write a line of text over as many columns as its block has, or as are good to read."""
        width, columns = 0.0, 0
        while columns < across or (not across and width < _READ):
            width += self.widths[columns] if columns < len(self.widths) else _STANDARD
            columns += 1
        lines = _lines(text, width)
        self._row([text], [self.styles[style]])
        if lines > 1 or len(text) > self.widths[0]:
            self.sheet.merged_cells.add(f"A{self.row}:{get_column_letter(columns)}{self.row}")
        if lines > 1:
            self.lines[-1] = self.lines[-1].replace(">", f' ht="{lines * _LINE:g}" customHeight="1">', 1)

    def _link(self, title: str) -> None:
        self._row([title], [self.styles["link"]])
        place = f"'{self.names[title]}'!A1"
        place_of_link = self.sheet.cell(self.row, 1)
        place_of_link.hyperlink = Hyperlink(ref=place_of_link.coordinate, location=place, display=title)

    def _draw(self, block: Block, drawing: Drawing, header_row: int, first: int) -> None:
        chart = BarChart()
        chart.type = "bar"
        chart.style = 10
        chart.grouping = _GROUPING[drawing.kind]
        chart.overlap = None if drawing.kind == "bars" else 100
        chart.gapWidth = 40
        chart.title = None
        rows = min(len(block.rows), drawing.rows)
        last = header_row + rows
        for number, column in enumerate(drawing.series):
            data = Reference(self.sheet, min_col=column + 1, min_row=header_row, max_row=last)
            chart.add_data(data, titles_from_data=True)
            chart.series[number].graphicalProperties = GraphicalProperties(
                solidFill=drawing.colours[number].lstrip("#").upper()
            )
        chart.set_categories(Reference(self.sheet, min_col=drawing.label + 1, min_row=header_row + 1, max_row=last))
        # Excel draws bars upwards; the table reads downwards.
        chart.x_axis.scaling.orientation = "maxMin"
        chart.x_axis.delete = False
        chart.y_axis.delete = False
        chart.y_axis.majorGridlines = None
        chart.y_axis.crosses = "max"
        if len(drawing.series) == 1:
            chart.legend = None
            chart.dataLabels = DataLabelList(
                showVal=True, showSerName=False, showCatName=False, showLegendKey=False, showPercent=False
            )
        else:
            chart.legend.position = "b"
        chart.width = 20
        chart.height = _height(drawing, len(block.rows))
        place = get_column_letter(len(block.headers) + _CHART_COLUMNS)
        self.sheet.add_chart(chart, f"{place}{first}")

    def _colour(self, block: Block, scale: Scale, header_row: int) -> None:
        last = get_column_letter(len(block.headers))
        place = f"B{header_row + 1}:{last}{header_row + len(block.rows)}"
        low, middle, high = (colour.lstrip("#").upper() for colour in scale.colours)
        rule = ColorScaleRule(  # type: ignore[no-untyped-call]  # openpyxl leaves it untyped
            start_type="num", start_value=scale.low, start_color=low,
            mid_type="num", mid_value=(scale.low + scale.high) / 2, mid_color=middle,
            end_type="num", end_value=scale.high, end_color=high,
        )  # fmt: skip
        self.sheet.conditional_formatting.add(place, rule)


def _lines(text: str, width: float) -> int:
    """Return how many lines a text needs in a column; words do not break."""
    room = max(int(width * 1.08) - 1, 1)  # letters are narrower than the figures that widths are counted in
    lines = 0
    for paragraph in text.split("\n"):
        lines += 1
        used = 0
        for word in paragraph.split(" "):
            if used and used + 1 + len(word) > room:
                lines, used = lines + 1, 0
            used += len(word) + (1 if used else 0)
            while used > room:
                lines, used = lines + 1, used - room
    return lines


def _height(drawing: Drawing, rows: int) -> float:
    """Return the height of a chart in centimetres."""
    drawn = min(rows, drawing.rows)
    lines = drawn * (len(drawing.series) if drawing.kind == "bars" else 1)
    return min(max(7.0, 2.5 + 0.62 * lines), 32.0)


def _widths(page: Page) -> list[float]:
    widths: list[int] = []
    for block in page.blocks:
        for column, header in enumerate(block.headers):
            if column >= len(widths):
                widths.append(8)
            longest = max((len(str(row[column])) for row in block.rows[:400] if row[column] is not None), default=0)
            kind = block.kinds[column] if column < len(block.kinds) else ""
            longest = min(longest, 14) if kind in FORMATS else longest
            widths[column] = max(widths[column], longest, max(len(word) for word in header.split() or [""]))
    return [min(width + 2, _WIDEST) for width in widths] or [_WIDEST * 2]


def _styles(book: Any) -> dict[str, int]:
    """Return the number of each style, as cells name it."""
    wrapped = Alignment(wrap_text=True, vertical="top")
    # A number keeps away from the words of the next column.
    right = Alignment(horizontal="right", vertical="top", indent=1)
    top = Alignment(vertical="top")
    formats = {**FORMATS, "integer": WHOLE}
    styles = {
        "title": NamedStyle("asn title", font=Font(bold=True, size=16)),
        "heading": NamedStyle("asn heading", font=Font(bold=True, size=12)),
        "header": NamedStyle("asn header", font=Font(bold=True), fill=_HEADER, alignment=wrapped),
        "header right": NamedStyle(
            "asn header right",
            font=Font(bold=True),
            fill=_HEADER,
            alignment=Alignment(wrap_text=True, vertical="top", horizontal="right", indent=1),
        ),
        "law": NamedStyle("asn law", font=Font(italic=True, color=_GREY), alignment=wrapped),
        "words": NamedStyle("asn words", alignment=wrapped),
        "link": NamedStyle("asn link", font=Font(underline="single", color="FF1F5A94")),
        "text": NamedStyle("asn text", border=_RULE, alignment=wrapped),
        **{
            kind: NamedStyle(
                f"asn {kind}", border=_RULE, number_format=form, alignment=right if kind in _RIGHT else top
            )
            for kind, form in formats.items()
        },
    }
    numbers = {}
    for name, style in styles.items():
        book.add_named_style(style)
        cell = book.worksheets[0].cell(1, 1)
        cell.style = style.name
        numbers[name] = cell.style_id
    return numbers


@cache
def _letters(count: int) -> tuple[str, ...]:
    return tuple(get_column_letter(number) for number in range(1, count + 1))


def _cell_xml(place: str, value: object, style: int, text_style: int) -> str:
    """Return one cell; text is always text, whatever it begins with."""
    # Nearly every cell of a long list is plain text, which needs nothing taken out.
    if type(value) is str and value.isprintable() and 0 < len(value) < _PLAIN and value[0] != " " != value[-1]:
        if "&" in value or "<" in value or ">" in value:
            value = escape(value, quote=False)
        return f'<c r="{place}" s="{style or text_style}" t="inlineStr"><is><t>{value}</t></is></c>'
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, bool):
        return f'<c r="{place}" s="{style}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, int) and abs(value) < _MOST_DIGITS:
        return f'<c r="{place}" s="{style}"><v>{value}</v></c>'
    if isinstance(value, float | Decimal | Fraction):
        return f'<c r="{place}" s="{style}"><v>{float(value)!r}</v></c>'
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return f'<c r="{place}" s="{style}"><v>{value.toordinal() - _DAY_NOUGHT}</v></c>'
    text = as_text(value)
    keep = ' xml:space="preserve"' if text != text.strip() or "\n" in text else ""
    return (
        f'<c r="{place}" s="{style or text_style}" t="inlineStr"><is><t{keep}>{escape(text, quote=False)}</t></is></c>'
    )
