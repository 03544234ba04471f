"""A marked-up copy of the officer's own workbook: bad cells coloured and commented, and a sheet that lists them.

A workbook of moderate size keeps its formatting. A large one becomes a workbook of the rejected rows alone and of the rows that these
need to be read as they were, which can be corrected and imported again. Macros stay in the officer's workbook, and what an earlier
copy marked and listed goes: what is still wrong stands out.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from copy import copy
from pathlib import Path
from typing import Final, Literal, NamedTuple

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from asnkarier.sheets.book import open_book
from asnkarier.sheets.formats import format_of
from asnkarier.sheets.rewritten import Part, clean, copy_rows, needed
from asnkarier.sheets.write import finished, sheet_title

KEPT_WHOLE: Final = 10_000
"""Rows up to which the whole workbook is copied with its formatting."""
MOST_ROWS: Final = 20_000
"""Rejected rows and findings written at most; the JSON document has them all."""

_NUMBERED: Final = re.compile(r" \d+$")
_FILLS: Final = {
    "error": PatternFill("solid", fgColor="FFF8B4B4"),
    "warning": PatternFill("solid", fgColor="FFFCE8A6"),
    "note": PatternFill("solid", fgColor="FFD6E9F8"),
}
_AUTHOR: Final = "asnkarier"
_HEAVIEST: Final = {"error": 2, "warning": 1, "note": 0}


class Mark(NamedTuple):
    """One finding at its place; `text` is what is wrong and what to do."""

    sheet: str
    row: int | None
    column: str | None
    severity: Literal["error", "warning", "note"]
    value: str | None
    message: str
    remedy: str


class Listing(NamedTuple):
    """The words of the sheet that lists the marks."""

    title: str
    headers: Sequence[str]
    severities: Mapping[str, str]
    known: Collection[tuple[str, tuple[str, ...]]] = ()
    """The titles and headers that such a sheet has in any language, by which that of an earlier copy is known."""


def marked(
    source: Path, marks: Sequence[Mark], listing: Listing, parts: Mapping[str, Sequence[Part]]
) -> tuple[bytes, bool]:
    """Return the marked-up copy of `source`, and whether it holds all of its rows.

    `parts` says for every sheet what its lists need to be read, in their order.
    """
    rows = sum(sheet.row_count for sheet in open_book(source)[1])
    book = _as_it_is(source) if format_of(source) == "xlsx" and rows <= KEPT_WHOLE else None
    if book is not None:
        _clear(book, listing)
    else:
        book, lines = _rewritten(source, marks, parts, listing, whole=rows <= KEPT_WHOLE)
        marks = _moved(marks, lines) if rows > KEPT_WHOLE else marks
    sheets = {sheet.title: sheet for sheet in book.worksheets}
    _mark_cells(sheets, marks)
    _list(book, marks, listing)
    return finished(book), rows <= KEPT_WHOLE


def _as_it_is(source: Path) -> Workbook | None:
    """Return the workbook with its formatting, whatever its name says that it is; None where its formatting cannot be read."""
    try:
        with source.open("rb") as file:
            book = load_workbook(file)
    except Exception:  # a broken style is told in a dozen ways, and the values can be copied all the same
        return None
    book.template = False
    return book


def _clear(book: Workbook, listing: Listing) -> None:
    """Take out what an earlier marked-up copy says: its sheets of findings, its comments, and the colours of its cells."""
    lists = [sheet for sheet in book.worksheets if _lists(sheet.title, _first_row(sheet), listing)]
    shown = book.active
    for sheet in lists if len(lists) < len(book.sheetnames) else ():
        book.remove(sheet)
    book.active = book.sheetnames.index(shown.title) if shown is not None and shown.title in book.sheetnames else 0
    colours = {fill.fgColor.rgb for fill in _FILLS.values()}
    for sheet in book.worksheets:
        for cell in sheet._cells.values():  # asked for by rows, cells that are not there would be made
            if isinstance(cell, MergedCell):
                continue
            ours = cell.comment is not None and cell.comment.author == _AUTHOR
            coloured = cell.fill.fill_type == "solid" and cell.fill.fgColor.rgb in colours
            # Other programs than Excel keep a comment without its author: there the colour and the sheet tell whose it is.
            if ours or (lists and coloured):
                cell.comment = None
                if coloured:
                    cell.fill = PatternFill()


def _first_row(sheet: Worksheet) -> tuple[str, ...]:
    return tuple(str(value) for value in next(sheet.iter_rows(max_row=1, values_only=True), ()) if value is not None)


def _lists(title: str, first: tuple[str, ...], listing: Listing) -> bool:
    """Tell whether a sheet of a workbook is the list of findings of an earlier copy."""
    return any(first == headers and _NUMBERED.sub("", title) == named for named, headers in listing.known)


def _mark_cells(sheets: Mapping[str, Worksheet], marks: Sequence[Mark]) -> None:
    told: dict[tuple[str, str], list[Mark]] = {}
    for mark in marks[:MOST_ROWS]:
        if mark.row and mark.sheet in sheets:
            told.setdefault((mark.sheet, f"{mark.column or 'A'}{mark.row}"), []).append(mark)
    for (sheet, address), here in told.items():
        cell = sheets[sheet][address]
        worst = max(here, key=lambda m: _HEAVIEST[m.severity]).severity
        if isinstance(cell, MergedCell):
            continue
        cell.fill = copy(_FILLS[worst])
        text = "\n\n".join(clean(f"{m.message}\n{m.remedy}".strip()) for m in here)
        cell.comment = Comment(text[:2_000], _AUTHOR, height=120, width=320)


def _list(book: Workbook, marks: Sequence[Mark], listing: Listing) -> None:
    taken = {sheet.title.lower() for sheet in book.worksheets}
    sheet = book.create_sheet(sheet_title(listing.title, taken))
    sheet.append(list(listing.headers))
    for place in range(1, len(listing.headers) + 1):
        sheet.cell(1, place).font = Font(bold=True)
    there = set(book.sheetnames)
    link = Font(underline="single", color="FF0563C1")
    # The sheet would count its rows and columns anew whenever it is asked for them.
    for line, mark in enumerate(marks[:MOST_ROWS], 2):
        address = f"{mark.column or 'A'}{mark.row}" if mark.row else ""
        texts = (listing.severities[mark.severity], mark.sheet, address, mark.value or "", mark.message, mark.remedy)
        for place, text in enumerate(texts, 1):
            cell = sheet.cell(line, place, clean(text))
            cell.data_type = "s"
        if address and mark.sheet in there:
            target = mark.sheet.replace("'", "''")
            sheet.cell(line, 3).hyperlink = f"#'{target}'!{address}"
            sheet.cell(line, 3).font = link
    for column, width in zip("ABCDEF", (12, 20, 8, 24, 60, 60), strict=True):
        sheet.column_dimensions[column].width = width
    sheet.freeze_panes = "A2"


def _rewritten(
    source: Path, marks: Sequence[Mark], parts: Mapping[str, Sequence[Part]], listing: Listing, *, whole: bool
) -> tuple[Workbook, dict[str, dict[int, int]]]:
    """Write the values of any format anew, all rows at their own addresses, or the rejected rows alone with what they need to be read.

    Returned with the workbook: sheet → row → the line it stands on now.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    taken: set[str] = set()
    lines: dict[str, dict[int, int]] = {}
    rejected: dict[str, set[int]] = {}
    for mark in marks:
        if mark.severity == "error" and mark.row:
            rejected.setdefault(mark.sheet, set()).add(mark.row)
    for sheet in open_book(source)[1]:
        here = rejected.get(sheet.name, set())
        if not whole and (sheet.name not in parts or (rejected and not here)):
            continue  # the head of a list without people is no list
        if _lists(
            sheet.name, tuple(str(value) for value in next(sheet.rows(), ()) if value not in ("", None)), listing
        ):
            continue
        if sheet.scan.date1904:
            book.epoch = CALENDAR_MAC_1904
        target = book.create_sheet(sheet_title(sheet.name, taken))
        kept = None if whole else needed(here, parts[sheet.name])
        lines[target.title] = copy_rows(target, sheet, kept, MOST_ROWS)
    if not book.worksheets:
        book.create_sheet("Data")
    return book, lines


def _moved(marks: Sequence[Mark], lines: Mapping[str, Mapping[int, int]]) -> list[Mark]:
    """Give the marks of the rows that were copied the lines these stand on now."""
    result: list[Mark] = []
    for sheet, new in lines.items():
        here = [m for m in marks if m.sheet == sheet]
        result.extend(m._replace(row=new[m.row]) for m in here if m.row is not None and m.row in new)
        result.extend(m for m in here if m.row is None)
    return result
