"""What the fast reader does not tell of an .xls: error cells, percent, zeros of formats and what is hidden, from its BIFF8 records.

In this format every formula keeps a value, so that one never calculated cannot be told from one that came to nothing.
"""

import struct
from pathlib import Path
from typing import Final

from asnkarier.sheets.scans.scan import Scan, Styles, columns_between, styles_of
from asnkarier.sheets.scans.xlsb import ERROR_WORDS

_FORMULA: Final = 0x0006
_END: Final = 0x000A
_DATES: Final = 0x0022
_COLUMNS: Final = 0x007D
_SHEET: Final = 0x0085
_STYLE: Final = 0x00E0
_FORMAT: Final = 0x041E
_CELL: Final = 0x0205
_NUMBERS: Final = frozenset((_FORMULA, 0x0203, 0x027E))
"""A cell that holds one number: calculated, written in full, written short."""
_RUN: Final = 0x00BD
"""Several short numbers beside one another, each with its style."""
_ROW: Final = 0x0208
_NO_SECTOR: Final = 0xFFFFFFF0
_SMALL_STREAM: Final = 4096
_BIFF8: Final = 0x0600
_OF_NO_HEIGHT: Final = 0x20


def scan_old_workbook(path: Path) -> dict[str, Scan]:
    """Return the scan of each sheet by its name; empty where the compound file cannot be followed."""
    try:
        data = _workbook_stream(path.read_bytes())
        sheets, date1904, styles = _sheets(data)
        scans = {name: _scan_sheet(data, at, styles) for name, at in sheets.items()}
    except Exception:  # a broken file is the reader's to refuse; the scan only adds what it can
        return {}
    for scan in scans.values():
        scan.date1904 = date1904
    return scans


def _workbook_stream(file: bytes) -> bytes:
    """Return the stream of the workbook out of the compound file ([MS-CFB])."""
    size = 1 << struct.unpack_from("<H", file, 30)[0]
    fat_sectors, directory_at = struct.unpack_from("<II", file, 44)
    small_table_at, _count, more_at, _more = struct.unpack_from("<IIII", file, 60)

    def sector(number: int) -> bytes:
        return file[(number + 1) * size : (number + 2) * size]

    def numbers(data: bytes) -> tuple[int, ...]:
        return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])

    listed = list(struct.unpack_from("<109I", file, 76))
    while more_at < _NO_SECTOR and len(listed) < fat_sectors:
        *here, more_at = numbers(sector(more_at))
        listed += here
    table = [entry for number in listed[:fat_sectors] for entry in numbers(sector(number))]

    def chain(number: int) -> bytes:
        found: list[bytes] = []
        while number < _NO_SECTOR and len(found) <= len(table):
            found.append(sector(number))
            number = table[number]
        return b"".join(found)

    directory = chain(directory_at)
    streams: dict[str, tuple[int, int]] = {}
    for at in range(0, len(directory) - 127, 128):
        (length,) = struct.unpack_from("<H", directory, at + 64)
        name = directory[at : at + max(length - 2, 0)].decode("utf-16-le", "replace")
        streams.setdefault(name, struct.unpack_from("<II", directory, at + 116))
    start, length = streams.get("Workbook") or streams["Book"]
    if length >= _SMALL_STREAM:
        return chain(start)[:length]
    small, small_table = chain(streams["Root Entry"][0]), numbers(chain(small_table_at))
    found = b""
    while start < _NO_SECTOR and len(found) < length:
        found += small[start * 64 : start * 64 + 64]
        start = small_table[start]
    return found[:length]


def _sheets(data: bytes) -> tuple[dict[str, int], bool, Styles]:
    """Return where the records of each sheet begin, whether its days are counted from 1904, and what the styles of cells show."""
    found: dict[str, int] = {}
    formats, styles = list[tuple[int, str]](), list[int]()
    date1904 = False
    (version,) = struct.unpack_from("<H", data, 4)
    flagged = version >= _BIFF8  # before, names had no mark of how wide their letters are
    at = 0
    while at + 4 <= len(data):
        number, length = struct.unpack_from("<HH", data, at)
        if number == _END:
            break
        if number == _DATES:
            date1904 = data[at + 4] == 1
        if number == _FORMAT:
            (form,) = struct.unpack_from("<H", data, at + 4)
            formats.append((form, _code(data[at + 6 : at + 4 + length], flagged=flagged)))
        if number == _STYLE:
            styles.append(struct.unpack_from("<H", data, at + 6)[0])
        if number == _SHEET:
            (begin,) = struct.unpack_from("<I", data, at + 4)
            letters, wide = data[at + 10], data[at + 11] & flagged
            name = data[at + 11 + flagged :][: letters << wide]
            found[name.decode("utf-16-le" if wide else "latin-1")] = begin
        at += 4 + length
    return found, date1904, styles_of(formats, styles)


def _code(text: bytes, *, flagged: bool) -> str:
    """Return a number format as it is written."""
    if not flagged:
        return text[1 : 1 + text[0]].decode("latin-1")
    letters, wide = text[0] + (text[1] << 8), text[2] & 1
    return text[3:][: letters << wide].decode("utf-16-le" if wide else "latin-1")


def _scan_sheet(data: bytes, at: int, told: Styles) -> Scan:
    scan = Scan()
    two = struct.Struct("<HH").unpack_from
    hidden: list[str] = []
    first, size, telling = True, len(data), told.telling
    while at + 4 <= size:
        number, length = two(data, at)
        start = at + 4
        if number == _END and not first:
            break
        first = False
        if telling and (number in _NUMBERS or number == _RUN):
            row, column = two(data, start)
            styles = [two(data, start + 4)[0]]
            if number == _RUN:
                styles = [two(data, place)[0] for place in range(start + 4, start + length - 2, 6)]
            for beside, style in enumerate(styles):
                scan.shows(row + 1, column + beside, style, told)
        if number == _CELL and data[start + 7]:
            row, column = two(data, start)
            scan.errors.setdefault(row + 1, {})[column] = ERROR_WORDS.get(data[start + 6], "#N/A")
        elif number == _FORMULA and data[start + 12 : start + 14] == b"\xff\xff" and data[start + 6] == 2:
            row, column = two(data, start)
            scan.errors.setdefault(row + 1, {})[column] = ERROR_WORDS.get(data[start + 8], "#N/A")
        elif number == _ROW and data[start + 12] & _OF_NO_HEIGHT:
            scan.hidden_rows += 1
        elif number == _COLUMNS and data[start + 8] & 1:
            left, right = two(data, start)
            hidden += columns_between(left, min(right, 255))
        at = start + length
    scan.hidden_columns = tuple(hidden)
    return scan
