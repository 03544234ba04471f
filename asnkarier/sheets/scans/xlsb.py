"""What the fast reader does not tell of an .xlsb: error cells, percent, zeros of formats, merged cells and what is hidden, from its BIFF12 records.

In this format every formula keeps a value, so that one never calculated cannot be told from one that came to nothing.
"""

import re
import struct
import zipfile
from pathlib import Path
from typing import Final

from defusedxml import ElementTree

from asnkarier.sheets.book import column_letter
from asnkarier.sheets.scans.scan import Scan, Styles, columns_between, is_too_far, styles_of

ERROR_WORDS: Final = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A", 0x2B: "#GETTING_DATA",
}  # fmt: skip
"""What Excel shows for the code of an error, in .xls and .xlsb alike."""

_ROW: Final = 0
_LAST_CELL: Final = 11
"""Records 1 to 11 are cells; these two of them are errors, written or calculated."""
_ERRORS: Final = (3, 11)
_PLAIN_CELLS: Final = re.compile(rb"(\x07\x0c.{12}|\x02\x0c.{12}|\x01\x08.{8}|\x05\x10.{16}|\x04\x09.{9})+", re.DOTALL)
"""A run of blanks, numbers, yes and no, and shared texts: the cells of one length each, nearly all there are; never an error.

Within a row cells go from left to right, and another row begins with another record.
"""
_NUMBERS: Final = frozenset((2, 5, 9))
"""A cell that holds a number: written short, written in full, calculated."""
_FORMAT: Final = 44
_STYLE: Final = 47
_STYLES_OF_CELLS: Final = (617, 618)
"""Between these two records each style is one of cells."""
_COLUMNS: Final = 60
_MERGED: Final = 176
_WORKBOOK: Final = 153
_SHEET: Final = 156
_OF_NO_HEIGHT: Final = 0x10
_NO_STYLES: Final = Styles()


def scan_binary_workbook(path: Path) -> dict[str, Scan]:
    """Return the scan of each sheet by its name; empty where the workbook's own tables cannot be followed."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts, date1904 = _sheet_parts(archive)
            styles = _styles(archive)
            scans = {name: scan_records(archive.read(part), styles) for name, part in parts.items()}
    except Exception:  # a broken part is the reader's to refuse; the scan only adds what it can
        return {}
    for scan in scans.values():
        scan.date1904 = date1904
    return scans


def _sheet_parts(archive: zipfile.ZipFile) -> tuple[dict[str, str], bool]:
    names = {name.replace("\\", "/").lstrip("/").lower(): name for name in archive.namelist()}
    rels = ElementTree.fromstring(archive.read(names["xl/_rels/workbook.bin.rels"]))
    targets = {rel.get("Id"): rel.get("Target", "").lstrip("/").lower() for rel in rels}
    parts: dict[str, str] = {}
    date1904 = False
    data = archive.read(names["xl/workbook.bin"])
    at = 0
    while at < len(data):
        number, start, end = _record(data, at)
        if number == _WORKBOOK:
            date1904 = bool(data[start] & 1)
        if number == _SHEET:
            relation, after = _text(data, start + 8)
            target = targets.get(relation, "")
            full = target if target.startswith("xl/") else f"xl/{target}"
            if full in names:
                parts[_text(data, after)[0]] = names[full]
        at = end
    return parts, date1904


def _record(data: bytes, at: int) -> tuple[int, int, int]:
    """Return the number of the record at a place, and where what it holds begins and ends."""
    number = data[at]
    at += 1
    if number & 0x80:
        number = number & 0x7F | (data[at] & 0x7F) << 7
        at += 1
    length = shift = 0
    while True:
        byte = data[at]
        at += 1
        length |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80 or shift == 28:
            return number, at, at + length


def _text(data: bytes, at: int) -> tuple[str, int]:
    (count,) = struct.unpack_from("<I", data, at)
    end = at + 4 + 2 * count
    return data[at + 4 : end].decode("utf-16-le"), end


def _styles(archive: zipfile.ZipFile) -> Styles:
    """Return what the styles of cells show."""
    part = next((name for name in archive.namelist() if name.lower() == "xl/styles.bin"), None)
    data = archive.read(part) if part else b""
    formats, styles, of_cells = list[tuple[int, str]](), list[int](), False
    at = 0
    while at < len(data):
        number, start, at = _record(data, at)
        if number == _FORMAT:
            formats.append((struct.unpack_from("<H", data, start)[0], _text(data, start + 2)[0]))
        if number in _STYLES_OF_CELLS:
            of_cells = number == _STYLES_OF_CELLS[0]
        if number == _STYLE and of_cells:
            styles.append(struct.unpack_from("<H", data, start + 2)[0])
    return styles_of(formats, styles)


def scan_records(data: bytes, styles: Styles = _NO_STYLES) -> Scan:
    """Return what the records of one sheet say; `styles` is what the styles of cells show."""
    scan, telling = Scan(size=len(data)), styles.telling
    two, row = struct.Struct("<II").unpack_from, 0
    last_row = widest = 0
    far = (0, 0)
    hidden: list[str] = []
    at, size = 0, len(data)
    while at < size:
        if run := _PLAIN_CELLS.match(data, at):
            # Many cells in one go: only how far to the right the last of them stands can matter, and what the numbers show.
            if telling:
                _note_shown(scan, data, run.start(), run.end(), row, styles)
            at, place = run.end(), run.start(1) + 2
            column = data[place] + (data[place + 1] << 8)
            if column >= widest:
                widest, far = column + 1, (column, row)
            continue
        # Nearly all records are cells: a number and a length of one byte each.
        number, length = data[at], data[at + 1]
        if number < 0x80 and length < 0x80:
            start, at = at + 2, at + 2 + length
        else:
            number, start, at = _record(data, at)
        if number == _ROW:
            row = data[start] + (data[start + 1] << 8) + (data[start + 2] << 16) + 1
            last_row = max(last_row, row)
            scan.hidden_rows += bool(data[start + 11] & _OF_NO_HEIGHT)
        elif number <= _LAST_CELL:
            column = data[start] + (data[start + 1] << 8)
            if column >= widest:
                widest, far = column + 1, (column, row)
            if telling and number in _NUMBERS:
                scan.shows(row, column, _style(data, start), styles)
            if number in _ERRORS:
                scan.errors.setdefault(row, {})[column] = ERROR_WORDS.get(data[start + 8], "#N/A")
        elif number == _COLUMNS and data[start + 16] & 1:
            hidden += columns_between(*two(data, start))
        elif number == _MERGED:
            (top, bottom), (left, right) = two(data, start), two(data, start + 8)
            scan.merged.append((top, left, bottom, right))
    scan.hidden_columns = tuple(hidden)
    if is_too_far(scan, last_row, widest):
        scan.far_cell = f"{column_letter(far[0])}{far[1]}" if widest > 1 else f"A{last_row}"
    return scan


def _note_shown(scan: Scan, data: bytes, at: int, end: int, row: int, styles: Styles) -> None:
    """Look through a run of plain cells, each a number and a length of one byte and what it holds."""
    while at < end:
        if data[at] in _NUMBERS:
            scan.shows(row, data[at + 2] + (data[at + 3] << 8), _style(data, at + 2), styles)
        at += 2 + data[at + 1]


def _style(data: bytes, start: int) -> int:
    return data[start + 4] + (data[start + 5] << 8) + (data[start + 6] << 16)
