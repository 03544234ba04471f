"""Writing workbooks safely: text is always text, whatever it starts with, and the same content gives the same bytes."""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

_BAD_TITLE = re.compile(r"[\[\]:*?/\\']")
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
_ROWS = re.compile(rb"<sheetData ?/>|<sheetData>.*?</sheetData>", re.DOTALL)
_REACH = re.compile(rb'<dimension ref="[^"]*"')
_HEADER_FILL = PatternFill("solid", fgColor="FFDDEBF7")
_LONGEST_TEXT = 32_767
_LONGEST_TITLE = 31
FORMATS = {"score": "0.00", "percent": "0.00", "money": "#,##0", "number": "0.0###", "date": "yyyy-mm-dd"}
"""How Excel shows values of a kind."""
WHOLE = "#,##0"
"""How it shows whole numbers."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: a title line, headers, rows of typed cells and a line below."""

    title: str
    headers: Sequence[str]
    rows: Sequence[Sequence[object]]
    caption: str = ""
    kinds: Sequence[str] = field(default=())


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """Return a workbook of these sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    taken: set[str] = set()
    for sheet in sheets:
        worksheet = book.create_sheet(sheet_title(sheet.title, taken))
        _fill(worksheet, sheet)
    return finished(book)


def finished(
    book: Workbook, made: datetime = datetime(2000, 1, 1), rows: Mapping[str, tuple[str, bytes]] | None = None
) -> bytes:
    """Return the bytes of a workbook; the same content gives the same bytes, so no clock may leave its mark.

    `rows` are, for a sheet's file, the range and the XML of its rows, written without openpyxl.
    """
    book.properties.creator = "asnkarier"
    book.properties.created = book.properties.modified = made
    first = io.BytesIO()
    book.save(first)
    stamp = made.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    second = io.BytesIO()
    with zipfile.ZipFile(first) as saved, zipfile.ZipFile(second, "w", zipfile.ZIP_DEFLATED) as result:
        for entry in saved.infolist():
            content = saved.read(entry)
            if entry.filename == "docProps/core.xml":
                content = _MODIFIED.sub(rb"\g<1>" + stamp + rb"\g<2>", content)
            if rows is not None and entry.filename in rows:
                content = _filled(content, *rows[entry.filename])
            same = zipfile.ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0))
            same.compress_type = zipfile.ZIP_DEFLATED
            result.writestr(same, content)
    return second.getvalue()


def _filled(sheet: bytes, reach: str, rows: bytes) -> bytes:
    before, after = _ROWS.split(sheet, maxsplit=1)
    before = _REACH.sub(b'<dimension ref="' + reach.encode() + b'"', before)
    return b"".join((before, b"<sheetData>", rows, b"</sheetData>", after))


def put(cell: Cell, value: object) -> None:
    """Write one value; text never becomes a formula, and what Excel cannot hold is taken out."""
    if value is None:
        return
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, bool):
        cell.value = value
    elif isinstance(value, int | float | date | datetime):
        cell.value = value
        if isinstance(value, int) and abs(value) >= 10**15:
            put(cell, str(value))
    elif isinstance(value, Decimal | Fraction):
        cell.value = float(value)
    else:
        cell.value = as_text(value)
        cell.data_type = "s"
        cell.number_format = "@"


def as_text(value: object) -> str:
    """Return a value as text that Excel can hold."""
    text = "; ".join(str(item) for item in value) if isinstance(value, list | tuple | set) else str(value)
    return ILLEGAL_CHARACTERS_RE.sub("", text)[:_LONGEST_TEXT]


def sheet_title(title: str, taken: set[str]) -> str:
    """Return a name Excel accepts for a sheet, different from those taken, and note it as taken."""
    clean = " ".join(_BAD_TITLE.sub(" ", ILLEGAL_CHARACTERS_RE.sub("", title)).split())
    if len(clean) > _LONGEST_TITLE:
        whole = clean[:_LONGEST_TITLE].rpartition(" ")[0].rstrip(" ,;(–-")
        clean = f"{whole or clean[: _LONGEST_TITLE - 1]}…"
    clean = clean or "Sheet"
    name = clean
    number = 1
    while name.casefold() in taken:
        number += 1
        ending = f" {number}"
        name = clean[: _LONGEST_TITLE - len(ending)] + ending
    taken.add(name.casefold())
    return name


def _fill(worksheet: Any, sheet: Sheet) -> None:
    put(worksheet.cell(1, 1), sheet.title)
    worksheet.cell(1, 1).font = Font(bold=True, size=13)
    first = 3
    for column, header in enumerate(sheet.headers, start=1):
        cell = worksheet.cell(first, column)
        put(cell, header)
        cell.font = Font(bold=True)
        cell.fill = _HEADER_FILL
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    widths = [len(header) for header in sheet.headers]
    for number, row in enumerate(sheet.rows, start=first + 1):
        for column, value in enumerate(row, start=1):
            cell = worksheet.cell(number, column)
            put(cell, value)
            kind = sheet.kinds[column - 1] if column <= len(sheet.kinds) else ""
            if cell.data_type != "s" and kind in FORMATS:
                whole = kind == "number" and value is not None and cell.value == int(cell.value)
                cell.number_format = WHOLE if whole else FORMATS[kind]
            if column > len(widths):
                widths.append(0)
            widths[column - 1] = max(widths[column - 1], len(str(value or "")))
    for column, width in enumerate(widths, start=1):
        worksheet.column_dimensions[get_column_letter(column)].width = min(max(width + 2, 8), 60)
    if sheet.headers:
        worksheet.freeze_panes = worksheet.cell(first + 1, 1)
    if sheet.caption:
        put(worksheet.cell(first + len(sheet.rows) + 2, 1), sheet.caption)
        worksheet.cell(first + len(sheet.rows) + 2, 1).font = Font(italic=True)
