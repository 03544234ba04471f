"""The rows of a sheet written anew: all of them, or some with those they need to be read as they were."""

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final, NamedTuple

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.worksheet.worksheet import Worksheet

from asnkarier.sheets.book import LONGEST_MERGE, Sheet
from asnkarier.sheets.scans.scan import UNCALCULATED, Scan

_WIDEST_MERGE: Final = 10_000
"""Cells of a merged range that is merged again in the copy."""


class Part(NamedTuple):
    """What one list of a sheet needs to be read where only some of its rows are there; rows are counted from 1."""

    around: Sequence[int]
    """Its title, headers and sections."""
    apart: Mapping[int, int] = {}
    """A row of these → somebody above it, without whom it would stand right below another and say something else."""
    leaning: Collection[int] = frozenset()
    """Rows about the person of the row right above them."""


def needed(rejected: Collection[int], parts: Sequence[Part]) -> set[int]:
    """Return the rejected rows of a sheet with the rows they need: of every list up to theirs what stands around it.

    A row about the person of the row above comes with it. Where nobody would be left between two sections, or in a list
    above that of the rejected rows, the first of its people stays.
    """
    starts = [min(part.around, default=1) for part in parts]
    reached = [at for at, start in enumerate(starts) if any(row >= start for row in rejected)]
    end = next((start for start in starts[reached[-1] + 1 :] if start > starts[reached[-1]]), None) if reached else None
    leaning = {row for part in parts for row in part.leaning}
    wanted = set(rejected)
    for row in rejected:
        above = row
        while above in leaning:
            above -= 1
            wanted.add(above)
    kept = wanted | {row for part in parts for row in part.around if end is None or row < end}
    order = sorted(kept)
    for part in parts:
        for row, above in part.apart.items():
            at = bisect_left(order, row)
            if (end is None or row < end) and (not at or order[at - 1] < above):
                kept.add(above)
    return kept


def copy_rows(target: Worksheet, sheet: Sheet, kept: Collection[int] | None, most: int) -> dict[int, int]:
    """Write all rows at their own numbers, or those `kept` one below the other; return where each stands."""
    whole = [merge for merge in sheet.merged if kept is None or all(row + 1 in kept for row in _rows(merge))]
    down = _merged_down(sheet, kept) if kept is not None else {}
    tops: dict[int, dict[int, Any]] = {top: {} for places in down.values() for _at, top in places}
    lines: dict[int, int] = {}
    for number, row in enumerate(sheet.rows(), 1):
        if number in tops:
            tops[number] = dict(enumerate(row))
        if kept is not None and number not in kept:
            continue
        line = number if kept is None else len(lines) + 1
        if line > most:
            break
        lines[number] = line
        cells = _as_read(row, number, sheet)
        if any(cell not in ("", None) for cell in cells):
            for at, top in down.get(number, ()):
                if 0 <= at < len(cells) and cells[at] in ("", None):
                    cells[at] = tops[top].get(at, "")
        for column, value in enumerate(cells, sheet.first_column):
            if value not in ("", None):
                _write(target, line, column, value, percent=_is_percent(sheet.scan, number, column))
    for r1, c1, r2, c2 in whole:
        if r1 + 1 in lines and r2 + 1 in lines and (r2 - r1 + 1) * (c2 - c1 + 1) <= _WIDEST_MERGE:
            first, last = lines[r1 + 1], lines[r2 + 1]
            target.merge_cells(start_row=first, end_row=last, start_column=c1 + 1, end_column=c2 + 1)
    return lines


def clean(text: str) -> str:
    """Return the text without what a workbook cannot hold."""
    return ILLEGAL_CHARACTERS_RE.sub("", text)[:32_000]


def _rows(merge: tuple[int, int, int, int]) -> range:
    return range(merge[0], merge[2] + 1)


def _merged_down(sheet: Sheet, kept: Collection[int]) -> dict[int, list[tuple[int, int]]]:
    """Return for the rows to be kept which cells of theirs a cell further up speaks for: the place, and its row."""
    down: dict[int, list[tuple[int, int]]] = {}
    for r1, c1, r2, c2 in sheet.merged:
        if r2 > r1 and c1 == c2 and not all(row + 1 in kept for row in _rows((r1, c1, r2, c2))):
            for row in range(r1 + 2, min(r2, r1 + LONGEST_MERGE) + 2):
                if row in kept:
                    down.setdefault(row, []).append((c1 - sheet.first_column, r1 + 1))
    return down


def _as_read(row: Sequence[Any], number: int, sheet: Sheet) -> list[Any]:
    """Return the cells of a row with what the fast reader does not tell of them."""
    cells = list(row)
    for told in (sheet.scan.texts, sheet.scan.errors):
        for column, text in told.get(number, {}).items():
            at = column - sheet.first_column
            if at >= 0:
                cells.extend([""] * (at + 1 - len(cells)))
                if cells[at] in ("", None) or text != UNCALCULATED:
                    cells[at] = text
    return cells


def _is_percent(scan: Scan, row: int, column: int) -> bool:
    rows = scan.percent.get(column)
    return rows is not None and (at := bisect_left(rows, row)) < len(rows) and rows[at] == row


def _write(target: Worksheet, line: int, column: int, value: Any, *, percent: bool) -> None:
    cell = target.cell(line, column + 1)
    cell.value = clean(value) if isinstance(value, str) else value
    if isinstance(value, str):
        cell.data_type = "s"
        if value.isdigit() and len(value) > 14:
            cell.number_format = "@"
    elif percent:
        cell.number_format = "0.00%"
