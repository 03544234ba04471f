"""Small workbooks built in code, read without the child; what came of them in the shape tests compare."""

import datetime
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl

from asnkarier.ingest.frames import EndFrame, FindingsFrame, Frame, ReadOptions, RowsFrame, SheetFrame
from asnkarier.ingest.reading import read_book

TODAY = "2026-06-01"
PNS = "199001012015011001"
PNS_WOMAN = "199102022016022002"
PPPK = "199203032021211003"


class Read(NamedTuple):
    """What reading gave: the lists' heads, their rows as dicts with the sheet row, findings, counts."""

    heads: list[SheetFrame]
    rows: list[list[tuple[int, dict[str, Any]]]]
    ends: list[EndFrame]
    findings: list[Any]

    @property
    def found(self) -> list[tuple[str, str | None]]:
        """Return `[(code, cell)]` of errors and warnings."""
        return [(f.code, f.cell) for f in self.findings if f.severity != "note"]

    @property
    def notes(self) -> list[str]:
        return [f.code for f in self.findings if f.severity == "note"]

    def row(self, number: int = 0, part: int = 0) -> dict[str, Any]:
        return self.rows[part][number][1]

    def how(self, part: int = 0) -> dict[str, str]:
        return {column.field: column.how for column in self.heads[part].columns}

    def why(self, part: int = 0) -> dict[str, str]:
        return {column.header: column.why for column in self.heads[part].ignored}


def collected(frames: Any) -> Read:
    """Sort frames into a Read; each list's counts must add up."""
    result = Read([], [], [], [])
    for frame in frames:
        _sort(frame, result)
    for end, rows in zip(result.ends, result.rows, strict=True):
        assert end.read == end.delivered + end.rejected + end.skipped == len(rows) + end.rejected + end.skipped
    return result


def _sort(frame: Frame, result: Read) -> None:
    match frame:
        case SheetFrame():
            result.heads.append(frame)
            result.rows.append([])
        case RowsFrame():
            fields = result.heads[-1].fields
            assert len(frame.columns) == len(fields)
            for place, number in enumerate(frame.rows):
                values = {field: column[place] for field, column in zip(fields, frame.columns, strict=True)}
                result.rows[-1].append((number, values))
        case FindingsFrame():
            result.findings.extend(frame.findings)
        case EndFrame():
            result.ends.append(frame)


def write_xlsx(
    path: Path, sheets: Mapping[str, Sequence[Sequence[Any]]], merged: Sequence[str] = (), hidden: Sequence[str] = ()
) -> Path:
    """Write sheets of rows; numbers, dates and texts are kept as such."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for r, row in enumerate(rows, 1):
            for c, value in enumerate(row, 1):
                if value not in (None, ""):
                    cell = sheet.cell(r, c, value)
                    if isinstance(value, datetime.date):
                        cell.number_format = "DD/MM/YYYY"
        for span in merged:
            sheet.merge_cells(span)
        if name in hidden:
            sheet.sheet_state = "hidden"
    book.save(path)
    return path


def read_rows(path: Path, rows: Sequence[Sequence[Any]], merged: Sequence[str] = (), **options: Any) -> Read:
    """Write one sheet and read it back."""
    file = write_xlsx(path / "buku.xlsx", {"Lembar": rows}, merged)
    return collected(read_book(file, ReadOptions(today=TODAY)._replace(**options)))


def roster(*people: Mapping[str, Any], extra: Sequence[str] = ()) -> list[list[Any]]:
    """Return a plain roster: one header row, then the people given by header."""
    headers = ["NIP", "Nama", "Jabatan", "Unit Kerja", *extra]
    usual = {"NIP": PNS, "Nama": "Contoh Satu", "Jabatan": "Analis Kebijakan Ahli Muda", "Unit Kerja": "Bidang Mutasi"}
    return [headers, *[[{**usual, **person}.get(header, "") for header in headers] for person in people]]
