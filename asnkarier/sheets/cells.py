"""The cells of a small sheet that is no import, such as a list of budgets, read in the guarded child too."""

import json
import os
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Final, NamedTuple

from asnkarier.core.errors import AsnError, Stopped
from asnkarier.sheets.formats import format_of
from asnkarier.sheets.guard import HEADER, OUT_OF_MEMORY, messages
from asnkarier.sheets.limits import limit_self, memory_limit
from asnkarier.sheets.scans.xlsx import sheet_sizes

_SECONDS: Final = 20
_MOST: Final = 10_000
"""Rows of a sheet that are looked at; a small list has fewer."""


class Row(NamedTuple):
    """One row with something in it: its number, its cells as text or numbers, '' where nothing stands, and the name of its sheet."""

    number: int
    cells: list[str | int | float]
    sheet: str


def rows_of(path: Path, *, every: bool = False) -> list[Row]:
    """Return the rows of the first sheet that holds anything, of every sheet where asked; Stopped when the file cannot be read."""
    format_of(path)
    found: list[Row] | None = None
    request = {"path": str(path.resolve()), "every": every}
    for body in messages("asnkarier.sheets.cells", request, file=path.name, seconds=_SECONDS):
        said = json.loads(body)
        if isinstance(said, dict):
            raise Stopped(said["code"], said["values"])
        found = [Row(number, cells, sheet) for sheet, number, cells in said]
    if found is None:
        raise Stopped("reader_died", {"file": path.name})
    return found


def main() -> None:
    """Read the request from stdin, limit this process, and answer on stdout."""
    request = json.loads(sys.stdin.buffer.read())
    path = Path(request["path"])
    limit_self(memory_limit(sheet_sizes(path) or 4 * path.stat().st_size, large=False), _SECONDS + 5)
    try:
        filled = _filled(path)
        answer: object = [row for rows in filled for row in rows] if request["every"] else next(filled, [])
    except AsnError as error:
        answer = {"code": error.code, "values": error.values}
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    body = json.dumps(answer).encode()
    sys.stdout.buffer.write(HEADER.pack(len(body)) + body)
    sys.stdout.buffer.flush()


def _filled(path: Path) -> Iterator[list[tuple[str, int, list[Any]]]]:
    from asnkarier.sheets.book import open_book

    _format, sheets = open_book(path)
    for sheet in sheets:
        rows = []
        for number, cells in enumerate(islice(sheet.rows(), _MOST), 1):
            plain = [cell if isinstance(cell, (int, float)) else str(cell or "").strip() for cell in cells]
            if any(cell != "" for cell in plain):
                rows.append((sheet.name, number, plain))
        if rows:
            yield rows
