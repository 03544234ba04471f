"""What the fast reader does not tell of an .xlsx, found in its XML: errors, formulas never calculated, percent, what is hidden."""

import re
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

from defusedxml import ElementTree

from asnkarier.core.parse.base import error_cell
from asnkarier.sheets.scans.scan import UNCALCULATED, Scan, Zeros, columns_between, is_too_far, styles_of

_PIECE: Final = 1 << 20
_ERROR_CELL: Final = re.compile(
    rb'<c\b(?=[^>]*\bt="e")[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*>(?:(?!</c>).)*?<v>([^<]*)</v>', re.DOTALL
)
_FORMULA_CELL: Final = re.compile(
    rb'<c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*>\s*<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>'
)
_HIDDEN_ROW: Final = re.compile(rb'<row\b[^>]*\bhidden="(?:1|true)"')
_COL: Final = re.compile(rb"<col\b[^>]*>")
_ATTRIBUTE: Final = re.compile(rb'\b(min|max|hidden)="([^"]*)"')
_WIDE_CELL: Final = re.compile(rb'r="([A-Z]{3})(\d{1,7})"[^>/]*>(?!</c>)')
_DIMENSION: Final = re.compile(rb'<dimension ref="[A-Z]{1,3}\d{1,7}:([A-Z]{1,3})(\d{1,7})"')
_LOOKED_THROUGH: Final = 8 << 20
"""Beyond so many bytes of a sheet its own word for how far it reaches is taken first, not every cell's address."""
_HELD_CELL: Final = re.compile(rb'<c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*(?<!/)>(?!</c>)')
"""A cell that holds something: blank ones that are only formatted are none."""
_SPARSEST: Final = 100
"""Sheets of people unzip to ten or twenty times what they take; beyond this a part may be made to burst."""
_BOMB: Final = 64 << 20
_BURSTS: Final = 250
"""Rows that are all alike unzip to thirty times what they take, their numbers being different; only endless repetition to this."""
_MOST_PIECES: Final = 128
_USUAL: Final = 26
"""Columns, A to Z: a sheet that has no more of them is too long rather than too wide."""
_LAST_ROW: Final = re.compile(rb'<row\b[^>]*?\br="(\d{1,7})"')


def sheet_sizes(path: Path) -> int:
    """Return the unzipped bytes of all that holds cells in a zipped workbook; 0 for others."""
    try:
        with zipfile.ZipFile(path) as archive:
            return sum(info.file_size for info in archive.infolist() if _holds_cells(info.filename))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return 0


def is_bomb(path: Path) -> bool:
    """Tell whether what holds cells unzips to so much from so little that no office can have written it."""
    try:
        with zipfile.ZipFile(path) as archive:
            return any(
                _holds_cells(info.filename) and info.file_size > max(_BOMB, _BURSTS * info.compress_size)
                for info in archive.infolist()
            )
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):  # the reader says why
        return False


def _holds_cells(name: str) -> bool:
    lowered = name.lower()
    return lowered.startswith(("xl/worksheets/", "xl/sharedstrings")) or lowered == "content.xml"


def has_endless_cell(path: Path) -> bool:
    """Tell whether a zipped workbook holds a text that no cell can: Excel keeps 32,767 signs, and a mark of XML ends each.

    Only what unzips to very much more than it takes is looked through, and that only up to the first such text.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            packed = [
                info.filename
                for info in archive.infolist()
                if _holds_cells(info.filename)
                and info.filename.lower().endswith(".xml")
                and info.file_size > max(_LOOKED_THROUGH, _SPARSEST * info.compress_size)
            ]
            return any(_is_endless(archive, name) for name in packed)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError):  # the reader says why
        return False


def _is_endless(archive: zipfile.ZipFile, name: str) -> bool:
    with archive.open(name) as stream:
        for _ in range(_MOST_PIECES):
            piece = stream.read(_PIECE)
            # A whole piece without a mark is one text of about a million signs.
            if len(piece) == _PIECE and b"<" not in piece:
                return True
            if not piece:
                break
    return False


def scan_workbook(path: Path) -> dict[str, Scan]:
    """Return the scan of each sheet by its name; empty where the workbook's own tables cannot be followed."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts, date1904 = _sheet_parts(archive)
            styles = _styles(archive)
            return {name: _scan_part(archive, part, date1904, styles) for name, part in parts.items()}
    except Exception:  # a broken part is the reader's to refuse; the scan only adds what it can
        return {}


def _sheet_parts(archive: zipfile.ZipFile) -> tuple[dict[str, str], bool]:
    names = {name.replace("\\", "/").lstrip("/").lower(): name for name in archive.namelist()}
    rels = ElementTree.fromstring(archive.read(names["xl/_rels/workbook.xml.rels"]))
    targets = {rel.get("Id"): rel.get("Target", "") for rel in rels}
    workbook = ElementTree.fromstring(archive.read(names["xl/workbook.xml"]))
    parts: dict[str, str] = {}
    date1904 = False
    for element in workbook.iter():
        tag = element.tag.rpartition("}")[2]
        if tag == "workbookPr":
            date1904 = element.get("date1904") in ("1", "true")
        if tag == "sheet":
            rid = next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == "id"), None)
            target = targets.get(rid, "").lstrip("/").lower()
            full = target if target.startswith("xl/") else f"xl/{target}"
            if full in names:
                parts[element.get("name", "")] = names[full]
    return parts, date1904


class _Styles(NamedTuple):
    """What the styles of a workbook say of the cells that hold something."""

    percent: re.Pattern[bytes] | None = None
    """The pattern of those that show percent; None where none does."""
    zeros: re.Pattern[bytes] | None = None
    """The pattern of those whose format is zeros alone, with the style as its first group."""
    shown: Mapping[bytes, Zeros] = {}
    """Style → such a format."""


def _styles(archive: zipfile.ZipFile) -> _Styles:
    part = next((info for info in archive.infolist() if info.filename.lower() == "xl/styles.xml"), None)
    if part is None or part.file_size > _LOOKED_THROUGH:
        return _Styles()
    styles = ElementTree.fromstring(archive.read(part))
    space = styles.tag.removesuffix("styleSheet")
    own = styles.iterfind(f"{space}numFmts/{space}numFmt")
    told = styles_of(
        [(int(one.get("numFmtId", "0")), one.get("formatCode", "")) for one in own],
        [int(style.get("numFmtId", "0")) for style in styles.iterfind(f"{space}cellXfs/{space}xf")],
    )
    shown = {str(place).encode(): form for place, form in told.zeros.items()}
    return _Styles(
        _cells_of("|".join(map(str, sorted(told.percent))).encode(), kept=False) if told.percent else None,
        _cells_of(b"|".join(shown), kept=True) if shown else None,
        shown,
    )


def _cells_of(styles: bytes, *, kept: bool) -> re.Pattern[bytes]:
    """Return the pattern of filled cells of these styles; the style is its first group where it is `kept`."""
    style = rb"(%s)" if kept else rb"(?:%s)"
    return re.compile(rb'<c\b(?=[^>]*\bs="' + style % styles + rb'")[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*(?<!/)>')


def _scan_part(archive: zipfile.ZipFile, part: str, date1904: bool, styles: _Styles) -> Scan:
    scan = Scan(date1904=date1904)
    last_row = widest = 0
    far = b""
    with archive.open(part) as stream:
        tail = b""
        first = True
        while piece := stream.read(_PIECE):
            scan.size += len(piece)
            data = tail + piece
            cut = data.rfind(b"<row") if b"<row" in piece else data.rfind(b"<c ")
            cut = cut if cut > 0 else len(data)
            data, tail = data[:cut], data[cut:]
            if len(tail) > 8 * _PIECE:
                tail = tail[-_PIECE:]
            if first:
                scan.hidden_columns = _hidden_columns(data)
                if match := _DIMENSION.search(data):
                    widest, last_row, far = _number(match[1]) + 1, int(match[2]), match[1] + match[2]
                first = False
            last_row, widest, far = _scan_piece(data, scan, last_row, widest, far, styles)
        last_row, widest, far = _scan_piece(tail, scan, last_row, widest, far, styles)
    if is_too_far(scan, last_row, widest):
        # Neither what the sheet says of itself nor rows without cells are cells.
        last_row, widest, far = _reach(archive, part)
        scan.far_cell = far.decode() if is_too_far(scan, last_row, widest) else ""
    return scan


def _reach(archive: zipfile.ZipFile, part: str) -> tuple[int, int, bytes]:
    """Return how far the cells of a sheet reach that hold something, and the one that makes it reach so far."""
    last_row = widest = 0
    lowest = rightmost = b""
    with archive.open(part) as stream:
        tail, piece = b"", stream.read(_PIECE)
        while tail or piece:
            data, piece = tail + piece, stream.read(_PIECE)
            cut = data.rfind(b"<c ") if piece else 0
            data, tail = (data[:cut], data[cut:]) if cut > 0 else (data, b"")
            for column, row in _HELD_CELL.findall(data):
                if int(row) > last_row:
                    last_row, lowest = int(row), column + row
                if _number(column) >= widest:
                    widest, rightmost = _number(column) + 1, column + row
    return last_row, widest, rightmost if widest > _USUAL else lowest


def _scan_piece(
    data: bytes, scan: Scan, last_row: int, widest: int, far: bytes, styles: _Styles
) -> tuple[int, int, bytes]:
    if styles.percent:
        for column, row in styles.percent.findall(data):
            scan.shows_percent(int(row), _number(column))
    if styles.zeros:
        for style, column, row in styles.zeros.findall(data):
            scan.shows_zeros(int(row), _number(column), styles.shown[style])
    if b't="e"' in data:
        for column, row, text in _ERROR_CELL.findall(data):
            word = text.decode("utf-8", "replace")
            # A word that nobody knows is an error all the same.
            scan.errors.setdefault(int(row), {})[_number(column)] = word if error_cell(word) else "#N/A"
    if b"<f" in data:
        for column, row in _FORMULA_CELL.findall(data):
            scan.errors.setdefault(int(row), {})[_number(column)] = UNCALCULATED
    if b"hidden=" in data:
        scan.hidden_rows += len(_HIDDEN_ROW.findall(data))
    last = data.rfind(b"<row")
    if last >= 0 and (match := _LAST_ROW.match(data, last)):
        last_row = max(last_row, int(match[1]))
    if scan.size <= _LOOKED_THROUGH:
        for column, row in _WIDE_CELL.findall(data):
            if _number(column) + 1 > widest:
                widest, far = _number(column) + 1, column + row
    return last_row, widest, far


def _hidden_columns(data: bytes) -> tuple[str, ...]:
    found: list[str] = []
    for element in _COL.findall(data[: data.find(b"<sheetData") if b"<sheetData" in data else len(data)]):
        attributes = dict(_ATTRIBUTE.findall(element))
        if attributes.get(b"hidden") in (b"1", b"true"):
            found += columns_between(int(attributes.get(b"min", b"1")) - 1, int(attributes.get(b"max", b"1")) - 1)
    return tuple(found)


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
