"""A workbook as the importer sees it: sheets with their rows, whatever the format was."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any, Final

from asnkarier.core.errors import Stopped
from asnkarier.sheets.formats import Format, format_of
from asnkarier.sheets.scans.scan import Scan, has_errors
from asnkarier.sheets.scans.xlsx import has_endless_cell, is_bomb, scan_workbook, sheet_sizes

Row = list[Any]

_SUFFIXES: Final = {"xlsx": (".xlsx", ".xlsm"), "xlsb": (".xlsb",), "xls": (".xls",), "ods": (".ods",)}
LONGEST_MERGE: Final = 2000
"""Rows over which a cell merged downwards speaks for those it covers."""
_SCANNED_FIRST: Final = 16 << 20
"""Sheets that unzip to less are scanned before the fast reader opens them, so that a stray far cell is named."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. `rows` gives every row from the sheet's first, each beginning at column number `first_column` (0 is A)."""

    name: str
    rows: Callable[[], Iterator[Row]]
    first_column: int = 0
    row_count: int = 0
    hidden: bool = False
    merged: tuple[tuple[int, int, int, int], ...] = ()
    """first row, first column, last row, last column of every merged range, counted from 0."""
    scan: Scan = field(default_factory=Scan)


def open_book(path: Path) -> tuple[Format, Iterator[Sheet]]:
    """Return the format of the file and its sheets, each loaded when it is asked for; Stopped when it cannot be read."""
    kind = format_of(path)
    if kind == "csv":
        from asnkarier.sheets.text import csv_sheets

        return kind, csv_sheets(path)
    if kind == "html":
        from asnkarier.sheets.html import html_sheets

        return kind, html_sheets(path)
    return kind, _calamine_sheets(path, kind)


def _calamine_sheets(path: Path, kind: Format) -> Iterator[Sheet]:
    from python_calamine import CalamineError, SheetTypeEnum, SheetVisibleEnum

    if has_endless_cell(path):
        raise Stopped("cell_endless", {"file": path.name})
    if is_bomb(path):
        raise Stopped("file_bomb", {"file": path.name})
    scans: dict[str, Scan] = {}
    scanning = None
    look_through = _scanner(kind)
    if look_through and sheet_sizes(path) <= _SCANNED_FIRST:
        scans = look_through(path)
    elif look_through:
        # The fast reader leaves the interpreter free while it works: a large sheet is scanned meanwhile.
        scanning = Thread(target=lambda: scans.update(look_through(path)), daemon=True)
        scanning.start()
    with _opened(path, kind) as book:
        again: Any = None
        for index, about in enumerate(book.sheets_metadata):
            if about.typ != SheetTypeEnum.WorkSheet:
                continue
            stray = scans[about.name].far_cell if about.name in scans else ""
            try:
                sheet = None if stray else book.get_sheet_by_index(index)
            except (CalamineError, ValueError):
                if scanning:
                    scanning.join()
                again = again or (
                    _mended(path) if kind == "xlsx" and has_errors(scans.get(about.name, Scan())) else None
                )
                try:
                    sheet = again.get_sheet_by_index(index) if again is not None else None
                except (CalamineError, ValueError):
                    sheet = None
                if sheet is None:
                    raise Stopped("file_corrupt", {"file": path.name}) from None
            if scanning:
                scanning.join()
            scan = scans.get(about.name, Scan())
            hidden = about.visible != SheetVisibleEnum.Visible
            if sheet is None or sheet.start is None:
                yield Sheet(about.name, lambda: iter(()), hidden=hidden, scan=scan)
                continue
            merged = tuple((a[0], a[1], b[0], b[1]) for a, b in sheet.merged_cell_ranges or ()) or tuple(scan.merged)
            last = sheet.end[0] + 1 if sheet.end else 0
            yield Sheet(about.name, sheet.iter_rows, sheet.start[1], last, hidden, merged, scan)


def sheet_names(path: Path) -> list[str]:
    """Return the names of the sheets that `open_book` gives, in their order."""
    from python_calamine import SheetTypeEnum

    kind = format_of(path)
    if kind in ("csv", "html"):
        return [sheet.name for sheet in open_book(path)[1]]
    if is_bomb(path):
        return []  # said where its sheets are opened
    with _opened(path, kind) as book:
        return [about.name for about in book.sheets_metadata if about.typ == SheetTypeEnum.WorkSheet]


def _opened(path: Path, kind: Format) -> Any:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    # The reader trusts a path's extension; bytes it looks at.
    named = path.suffix.lower() in _SUFFIXES[kind]
    try:
        return (
            CalamineWorkbook.from_path(str(path))
            if named
            else CalamineWorkbook.from_filelike(BytesIO(path.read_bytes()))
        )
    except PasswordError:
        raise Stopped("file_encrypted", {"file": path.name}) from None
    except (CalamineError, OSError, ValueError):
        raise Stopped("file_corrupt", {"file": path.name}) from None


def _mended(path: Path) -> Any:
    """Open the workbook again with errors that the reader knows in the place of those it does not; None where it cannot be."""
    from python_calamine import CalamineError, CalamineWorkbook

    from asnkarier.sheets.scans.mended import mended

    copy = mended(path)
    try:
        return CalamineWorkbook.from_filelike(copy) if copy is not None else None
    except (CalamineError, OSError, ValueError):
        return None


def _scanner(kind: Format) -> Callable[[Path], dict[str, Scan]] | None:
    """Return what finds in a file of this format that which the reader keeps to itself."""
    if kind == "xlsx":
        return scan_workbook
    if kind == "xlsb":
        from asnkarier.sheets.scans.xlsb import scan_binary_workbook

        return scan_binary_workbook
    if kind == "ods":
        from asnkarier.sheets.scans.ods import scan_open_document

        return scan_open_document
    if kind == "xls":
        from asnkarier.sheets.scans.xls import scan_old_workbook

        return scan_old_workbook
    return None


def chosen(asked: Iterable[str], names: Sequence[str]) -> frozenset[int]:
    """Return the numbers (from 1) of the sheets asked for: by name, in whatever case, else by number; `1` may be a name too."""
    found: set[int] = set()
    for text in (one.strip() for one in asked):
        same = [number for number, name in enumerate(names, 1) if name.strip() == text]
        like = same or [n for n, name in enumerate(names, 1) if name.strip().casefold() == text.casefold()]
        found.update(like or [n for n in range(1, len(names) + 1) if str(n) == text])
    return frozenset(found)


def is_listing(sheet: str) -> bool:
    """Tell by its name whether a sheet is the list of findings of a marked-up copy of ours, in either language."""
    return "asnkarier" in sheet.lower()


CHOICES = "Pilihan"
"""The hidden sheet of a template of ours that holds what its drop-downs offer, in either language."""


def is_choices(sheet: Sheet) -> bool:
    """Tell whether a sheet only holds the choices of a template."""
    return sheet.hidden and sheet.name == CHOICES


def column_letter(number: int) -> str:
    """Return the letter of a column number counted from 0."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """Return the number, counted from 0, of a column's letters."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1
