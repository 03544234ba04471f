"""HTML tables saved as .xls, the way older SIMPEG applications export."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final

from asnkarier.sheets.book import Sheet

_WIDEST: Final = 400
_TALLEST: Final = 200_000


class _Tables(HTMLParser):
    """Collects the cells of every innermost table, spans filled with blanks as Excel would show them merged."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[str]]] = []
        self.merged: list[list[tuple[int, int, int, int]]] = []
        self._open: list[int] = []
        self._held: dict[int, int] = {}
        self._cell: list[str] | None = None
        self._span = (1, 1)
        self._skip = 0
        self._outer: list[tuple[list[str] | None, tuple[int, int], dict[int, int]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style"):
            self._skip += 1
        elif tag == "table":
            self.tables.append([])
            self.merged.append([])
            # A table may stand inside a cell of another: the outer one goes on when the inner one ends.
            self._outer.append((self._cell, self._span, self._held))
            self._cell, self._held = None, {}
            self._open.append(len(self.tables) - 1)
        elif not self._open:
            return
        elif tag == "tr":
            self._close_cell()
            self._rows.append([])
            self._skip_held()
        elif tag in ("td", "th"):
            self._close_cell()
            if not self._rows:
                self._rows.append([])
            values = dict(attrs)
            self._span = (_span(values.get("rowspan"), 500), _span(values.get("colspan"), _WIDEST))
            self._cell = []
        elif tag in ("br", "p", "div") and self._cell:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self._skip = max(0, self._skip - 1)
        elif tag in ("td", "th", "tr"):
            self._close_cell()
        elif tag == "table" and self._open:
            self._close_cell()
            self._open.pop()
            self._cell, self._span, self._held = self._outer.pop()

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._skip:
            self._cell.append(data)

    @property
    def _rows(self) -> list[list[str]]:
        return self.tables[self._open[-1]]

    def _skip_held(self) -> None:
        row = self._rows[-1]
        while self._held.get(len(row), 0) > 0 and len(row) < _WIDEST:
            self._held[len(row)] -= 1
            row.append("")

    def _close_cell(self) -> None:
        if self._cell is None or not self._open or not self._rows:
            self._cell = None
            return
        text = re.sub(r"[ \t\r\f\v]*\n\s*", "\n", re.sub(r"[ \t\r\f\v]+", " ", "".join(self._cell))).strip()
        self._cell = None
        row = self._rows[-1]
        if len(row) >= _WIDEST or len(self._rows) > _TALLEST:
            return
        down, across = self._span
        top, left = len(self._rows) - 1, len(row)
        row.extend((text, *[""] * (across - 1)))
        if down > 1:
            for column in range(left, left + across):
                self._held[column] = down - 1
        if down > 1 or across > 1:
            self.merged[self._open[-1]].append((top, left, top + down - 1, left + across - 1))
        self._skip_held()


def _span(text: str | None, most: int) -> int:
    return max(1, min(int(text), most)) if text and text.strip().isdigit() and len(text) < 6 else 1


def html_sheets(path: Path) -> Iterator[Sheet]:
    """Return every table of the page as a sheet."""
    raw = path.read_bytes()
    declared = re.search(rb"charset\s*=\s*[\"']?([A-Za-z0-9_\-]+)", raw[:4000])
    names = (
        ["utf-16"]
        if raw.startswith((b"\xff\xfe", b"\xfe\xff"))
        else ["utf-8", declared[1].decode() if declared else "cp1252", "cp1252"]
    )
    text = ""
    for name in names:
        try:
            text = raw.decode(name)
            break
        except (UnicodeDecodeError, LookupError):
            text = raw.decode("latin-1")
    parser = _Tables()
    parser.feed(text)
    parser.close()
    for number, (rows, merged) in enumerate(zip(parser.tables, parser.merged, strict=True), 1):
        yield Sheet(f"Tabel {number}", _giver(rows), row_count=len(rows), merged=tuple(merged))


def _giver(rows: list[list[str]]) -> Any:
    return lambda: iter(rows)
