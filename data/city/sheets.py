"""Writing sheets the way offices write them: letterhead, merged headers, numbering row, signature; the same bytes every time."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

Cell = str | int | float | date | None

_HEAD = Font(bold=True, size=10)
_TITLE = Font(bold=True, size=12)
_CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_THIN = Side(style="thin", color="808080")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_GREY = PatternFill("solid", fgColor="D9E1F2")
_OFFICE = "BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA"
_FIXED_TIME = (2026, 7, 1, 8, 0, 0)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its header, the parent header above it where the header has two rows, and its width."""

    header: str
    parent: str = ""
    width: float = 14


@dataclass(frozen=True, slots=True)
class Section:
    """A row between the data that holds only the name of a unit."""

    title: str


@dataclass(slots=True)
class Table:
    """One sheet."""

    sheet: str
    title: Sequence[str]
    columns: Sequence[Column]
    rows: Iterable[Sequence[Cell] | Section]
    letterhead: bool = True
    numbering: bool = True
    signature: Sequence[str] = field(default_factory=tuple)
    number_header: str = "No"


def write_book(path: Path, tables: Sequence[Table]) -> None:
    """Write one workbook of several sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for table in tables:
        _write(book.create_sheet(table.sheet), table)
    buffer = io.BytesIO()
    book.save(buffer)
    path.write_bytes(_timeless(buffer.getvalue()))


def _write(sheet: Worksheet, table: Table) -> None:
    columns = [Column(table.number_header, width=5), *table.columns]
    row, width = 1, len(columns)
    lines = ["PEMERINTAH KOTA SUKAMAJU", _OFFICE, "Jalan Balai Kota Nomor 1 Sukamaju", ""] if table.letterhead else []
    for text in [*lines, *table.title, ""]:
        if text:
            sheet.cell(row, 1, text).font = _TITLE
            sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=width)
            sheet.cell(row, 1).alignment = _CENTRE
        row += 1
    row = _header(sheet, columns, row)
    if table.numbering:
        for index in range(1, width + 1):
            cell = sheet.cell(row, index, index)
            cell.alignment = _CENTRE
            cell.border = _BOX
        row += 1
    sheet.freeze_panes = sheet.cell(row, 4)
    number = 0
    for item in table.rows:
        if isinstance(item, Section):
            sheet.cell(row, 1, item.title).font = _HEAD
            sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=width)
        else:
            number += 1
            sheet.cell(row, 1, number)
            for index, value in enumerate(item, 2):
                if value is not None and value != "":
                    _put(sheet, row, index, value)
        row += 1
    row += 1
    for text in table.signature:
        if text:
            sheet.cell(row, max(2, width - 3), text)
        row += 1
    for index, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(index)].width = column.width


def _header(sheet: Worksheet, columns: Sequence[Column], row: int) -> int:
    two = any(column.parent for column in columns)
    for index, column in enumerate(columns, 1):
        for line in (row, row + 1) if two else (row,):
            cell = sheet.cell(line, index)
            cell.font, cell.alignment, cell.border, cell.fill = _HEAD, _CENTRE, _BOX, _GREY
        if not column.parent:
            sheet.cell(row, index, column.header)
            if two:
                sheet.merge_cells(start_row=row, start_column=index, end_row=row + 1, end_column=index)
            continue
        sheet.cell(row + 1, index, column.header)
        if columns[index - 2].parent != column.parent:
            last = index
            while last < len(columns) and columns[last].parent == column.parent:
                last += 1
            sheet.cell(row, index, column.parent)
            if last > index:
                sheet.merge_cells(start_row=row, start_column=index, end_row=row, end_column=last)
    return row + (2 if two else 1)


def _put(sheet: Worksheet, row: int, column: int, value: Cell) -> None:
    cell = sheet.cell(row, column)
    if isinstance(value, date):
        cell.value = value
        cell.number_format = "DD-MM-YYYY"
    elif isinstance(value, str):
        cell.value = value
        cell.data_type = "s"
        if value.isdigit() and len(value) > 10:
            cell.number_format = "@"
    else:
        cell.value = value


def _timeless(content: bytes) -> bytes:
    """The same workbook with fixed times in the archive and in its properties."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            data = source.read(name)
            if name == "docProps/core.xml":
                data = re.sub(rb">\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ<", b">2026-07-01T01:00:00Z<", data)
                data = data.replace(b"<dc:creator>openpyxl<", b"<dc:creator>BKPSDM Kota Sukamaju<")
            info = zipfile.ZipInfo(name, _FIXED_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            target.writestr(info, data, compresslevel=9)
    return out.getvalue()


def dated(style: Callable[[date], Cell] | None, day: date | None) -> Cell:
    """A date as a real date (`style` None), or as the text an office would type."""
    if day is None:
        return None
    return style(day) if style else day
