"""What the fast reader does not tell of an .ods: errors, formulas without a value, percent, zeros, broken lines, merged cells, what is hidden."""

import re
import zipfile
from html import unescape
from pathlib import Path
from typing import Final

from asnkarier.sheets.scans.scan import UNCALCULATED, Scan, Zeros, columns_between, zeros_in

_PIECE: Final = 1 << 20
_PART: Final = re.compile(rb"<table:table(-row|-column)?[ />]")
_CELL: Final = re.compile(
    rb"<table:(covered-)?table-cell\b([^>]*?)(?:/>|>(.*?)</table:(?:covered-)?table-cell>)", re.DOTALL
)
_ERROR_TEXT: Final = re.compile(
    rb"<text:p[^>]*>\s*(#N/A|#REF!|#NAME\?|#VALUE!|#DIV/0!|#NUM!|#NULL!|Err:\d{3})\s*</text:p>"
)
_TELLING: Final = re.compile(
    rb'value-type="(?:error|percentage)"|>\s*(?:#|Err:)|-spanned="|table:formula="|<text:(?:tab|line-break)\b'
    rb'|value-type="float"[^>]*>\s*<text:p[^>]*>(?:0\d|\d+[-/ .,][-/ .,\d]*</text:p>|[^<]*[^<\d.,][^<]*\d</text:p>)'
)
_BROKEN: Final = re.compile(rb"<text:(?:tab|line-break)\b")
"""Between two words of a cell; the reader writes the words together."""
_FLOAT: Final = re.compile(
    rb'value-type="float"[^>]*\boffice:value="([^"]{1,40})"|\boffice:value="([^"]{1,40})"[^>]*value-type="float"'
)
"""The number of a cell, beside which stands the text that shows it."""
_NOTE: Final = re.compile(rb"<office:annotation\b.*?</office:annotation>", re.DOTALL)
_MARKS: Final = (
    (re.compile(rb"<text:tab\b[^>]*>"), b"\t"),
    (re.compile(rb"<text:line-break\b[^>]*>|</text:p>(?=.*</text:p>)", re.DOTALL), b"\n"),
    (re.compile(rb"<text:s\b[^>]*>"), b" "),
    (re.compile(rb"<[^>]*>"), b""),
)
"""What stands for white space in a text, and every other mark."""
_NAME: Final = re.compile(rb'\btable:name="([^"]*)"')
_REPEATED: Final = re.compile(rb'\btable:number-(?:rows|columns)-repeated="(\d{1,7})"')
_MOST_ALIKE: Final = 2_000
"""Of equal rows, written once with their number, so many are looked at: more of them are no list."""
_HIDDEN: Final = re.compile(rb'\btable:visibility="(?:collapse|filter)"')
_ROWS: Final = re.compile(rb'\btable:number-rows-spanned="(\d{1,7})"')
_FROM_1904: Final = re.compile(rb'<table:null-date\b[^>]*\bdate-value="1904-01-01"')
"""Before the sheets: what LibreOffice writes for a workbook whose numbers of days begin in 1904."""
_COLUMNS: Final = re.compile(rb'\btable:number-columns-spanned="(\d{1,5})"')


def scan_open_document(path: Path) -> dict[str, Scan]:
    """Return the scan of each sheet by its name; empty where the content cannot be read."""
    reading = _Reading()
    try:
        with zipfile.ZipFile(path) as archive, archive.open("content.xml") as stream:
            tail = b""
            while piece := stream.read(_PIECE):
                data = tail + piece
                cut = max(data.rfind(b"<table:table-row"), data.rfind(b"<table:table "), 0)
                reading.take(data[:cut])
                tail = data[cut:] if len(data) - cut < 8 * _PIECE else b""
            reading.take(tail)
    except Exception:  # a broken part is the reader's to refuse; the scan only adds what it can
        return {}
    return reading.scans


class _Reading:
    """Where the reading of the content stands: the sheet, and the row and the column to come, counted from 0."""

    def __init__(self) -> None:
        self.scans: dict[str, Scan] = {}
        self.scan = Scan()
        self.date1904 = False
        self.row = self.column = 0

    def take(self, data: bytes) -> None:
        """Read what begins and ends in `data`: sheets, columns, rows."""
        found = list(_PART.finditer(data))
        if not self.scans:
            self.date1904 = (
                self.date1904 or _FROM_1904.search(data, 0, found[0].start() if found else len(data)) is not None
            )
        ends = [match.start() for match in found[1:]] + [len(data)]
        for match, end in zip(found, ends, strict=True):
            part = data[match.start() : end]
            tag = part[: part.find(b">") + 1]
            if match[1] is None:
                self._sheet(tag)
                continue
            repeated = int(times[1]) if (times := _REPEATED.search(tag)) else 1
            if match[1] == b"-column":
                if _HIDDEN.search(tag):
                    hidden = columns_between(self.column, self.column + repeated - 1)
                    self.scan.hidden_columns = (*self.scan.hidden_columns, *hidden)
                self.column += repeated
                continue
            if _TELLING.search(part):
                self._cells(part[len(tag) :], min(repeated, _MOST_ALIKE))
            # The empty rows to the end of the sheet are nobody's.
            if _HIDDEN.search(tag) and b"<text:p" in part:
                self.scan.hidden_rows += repeated
            self.row += repeated

    def _sheet(self, tag: bytes) -> None:
        name = _NAME.search(tag)
        self.scan = Scan(date1904=self.date1904)
        if name:
            self.scans[unescape(name[1].decode("utf-8", "replace"))] = self.scan
        self.row = self.column = 0

    def _cells(self, row: bytes, rows_alike: int) -> None:
        column = 0
        for cell in _CELL.finditer(row):
            about, content = cell[2], cell[3] or b""
            repeated = int(times[1]) if (times := _REPEATED.search(about)) else 1
            error = _ERROR_TEXT.search(content)
            if error or b'value-type="error"' in about:
                text = error[1].decode() if error else "#N/A"
                text = "#VALUE!" if text.startswith("Err:") else text
            elif b"table:formula=" in about and b"value-type=" not in about:
                text = UNCALCULATED
            else:
                text = ""
            if text:
                for at in range(column, column + min(repeated, 200)):
                    self.scan.errors.setdefault(self.row + 1, {})[at] = text
            if _BROKEN.search(content):
                said = _text(content)
                for at in range(column, column + min(repeated, 200)):
                    self.scan.texts.setdefault(self.row + 1, {})[at] = said
            if b'value-type="percentage"' in about:
                for at in range(column, column + min(repeated, 200)):
                    for number in range(self.row + 1, self.row + 1 + rows_alike):
                        self.scan.shows_percent(number, at)
            if (told := _FLOAT.search(about)) and (form := _zeros(content, told[1] or told[2])):
                for at in range(column, column + min(repeated, 200)):
                    for number in range(self.row + 1, self.row + 1 + rows_alike):
                        self.scan.shows_zeros(number, at, form)
            down, across = _ROWS.search(about), _COLUMNS.search(about)
            rows, columns = int(down[1]) if down else 1, int(across[1]) if across else 1
            if rows > 1 or columns > 1:
                self.scan.merged.append((self.row, column, self.row + rows - 1, column + columns - 1))
            column += repeated


def _zeros(content: bytes, number: bytes) -> Zeros | None:
    """Return the format of zeros by which the text of a cell shows its number; None where it says it in another way."""
    try:
        return zeros_in(_text(content).strip(), float(number))
    except ValueError:
        return None


def _text(content: bytes) -> str:
    """Return the text of a cell, its paragraphs on lines of their own, its tabs and line breaks where they stand."""
    content = _NOTE.sub(b"", content)
    for mark, sign in _MARKS:
        content = mark.sub(sign, content)
    return unescape(content.decode("utf-8", "replace"))
