"""A true .xlsb written in code: the parts of the package and the BIFF12 records that [MS-XLSB] asks of the smallest workbook."""

import datetime
import struct
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

ERRORS: Final = {"#NULL!": 0, "#DIV/0!": 7, "#VALUE!": 15, "#REF!": 23, "#NAME?": 29, "#NUM!": 36, "#N/A": 42}
_EPOCH: Final = datetime.date(1899, 12, 30)
_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DATE_STYLE: Final = 1
_STYLES: Final = {"0%": 2, "0.0%": 3, "0.00": 4, "0000": 5, '"821."000': 6}
"""The styles of cells by their formats; those without a number of their own in Excel are the workbook's."""
_OWN: Final = {"0.0%": 164, "0000": 165, '"821."000': 166}


class Calculated(NamedTuple):
    """A formula and what it came to: a number, a text or an error."""

    value: float | str


class Percent(NamedTuple):
    """A number shown by a format that is built in, such as `0%`, or by one of the workbook's own, such as `0.0%`."""

    value: float
    form: str = "0%"


class Formula(NamedTuple):
    """A formula that came to a number, shown by such a format."""

    value: float
    form: str


class Lone(NamedTuple):
    """A text written into the cell itself instead of the table of shared strings."""

    text: str


class Sheet(NamedTuple):
    """The rows of a sheet, and what is hidden: the sheet, rows (from 1), columns (from 0); merged ranges are counted from 0."""

    rows: Sequence[Sequence[Any]]
    hidden: bool = False
    hidden_rows: Sequence[int] = ()
    hidden_columns: Sequence[int] = ()
    merged: Sequence[tuple[int, int, int, int]] = ()
    first_row: int = 0
    first_column: int = 0


def write_xlsb(path: Path, sheets: Mapping[str, Sheet]) -> Path:
    """Write the sheets; texts go to the shared strings, days become serial numbers with a date format, None a blank cell."""
    texts: dict[str, int] = {}
    parts = {
        f"xl/worksheets/sheet{number}.bin": _sheet(sheet, texts) for number, sheet in enumerate(sheets.values(), 1)
    }
    parts["xl/workbook.bin"] = _workbook(sheets)
    parts["xl/styles.bin"] = _styles()
    parts["xl/sharedStrings.bin"] = _shared(texts)
    office = "application/vnd.ms-excel"
    types = "".join(f'<Override PartName="/{name}" ContentType="{office}.{_type(name)}"/>' for name in sorted(parts))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="bin" ContentType="{office}.sheet.binary.macroEnabled.main"/>{types}</Types>',
        )
        archive.writestr("_rels/.rels", _relations([("officeDocument", "xl/workbook.bin")]))
        targets = [("worksheet", f"worksheets/sheet{number}.bin") for number in range(1, len(sheets) + 1)]
        targets += [("styles", "styles.bin"), ("sharedStrings", "sharedStrings.bin")]
        archive.writestr("xl/_rels/workbook.bin.rels", _relations(targets))
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def _type(name: str) -> str:
    if name.startswith("xl/worksheets/"):
        return "worksheet"
    return {"workbook": "sheet.binary.macroEnabled.main"}.get(name[3:-4], name[3:-4])


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{space}">{lines}</Relationships>'


def record(number: int, payload: bytes = b"") -> bytes:
    """Return a record: its number in one or two bytes of seven bits, the length in up to four, what it holds."""
    head = bytes([number]) if number < 128 else bytes([number & 0x7F | 0x80, number >> 7])
    length, size = len(payload), bytearray()
    while True:
        size.append(length & 0x7F | (0x80 if length > 127 else 0))
        length >>= 7
        if not length:
            return head + bytes(size) + payload


def _wide(text: str) -> bytes:
    coded = text.encode("utf-16-le")
    return struct.pack("<I", len(coded) // 2) + coded


def _workbook(sheets: Mapping[str, Sheet]) -> bytes:
    bundle = b"".join(
        record(156, struct.pack("<II", int(sheet.hidden), number) + _wide(f"rId{number}") + _wide(name))
        for number, (name, sheet) in enumerate(sheets.items(), 1)
    )
    properties = record(153, struct.pack("<II", 0x00010020, 0) + _wide(""))
    return record(131) + properties + record(143) + bundle + record(144) + record(132)


def _shared(texts: Mapping[str, int]) -> bytes:
    items = b"".join(record(19, b"\0" + _wide(text)) for text in texts)
    return record(159, struct.pack("<II", len(texts), len(texts))) + items + record(160)


def _styles() -> bytes:
    """Return a font, a fill, a border, and the formats of cells: General, the built-in short date (14), and those of `_STYLES`."""
    colour = struct.pack("<BBhBBBB", 0, 0, 0, 0, 0, 0, 0xFF)
    font = struct.pack("<HHHHBBBB", 220, 0, 400, 0, 0, 2, 0, 0) + colour + b"\0" + _wide("Calibri")
    fill = struct.pack("<I", 0) + colour + colour + struct.pack("<IddddI", 0, 0, 0, 0, 0, 0) + struct.pack("<dI", 0, 0)
    border = b"\0" + (struct.pack("<H", 0) + colour) * 5

    def cell_format(parent: int, form: int, changed: int) -> bytes:
        return record(47, struct.pack("<HHHHHBBHH", parent, form, 0, 0, 0, 0, 0, 0x1020, changed))

    def group(begin: int, end: int, items: Sequence[bytes]) -> bytes:
        return record(begin, struct.pack("<I", len(items))) + b"".join(items) + record(end)

    style = record(48, struct.pack("<IHBB", 0, 1, 0, 0) + _wide("Normal"))
    return (
        record(278)
        + group(615, 616, [record(44, struct.pack("<H", number) + _wide(code)) for code, number in _OWN.items()])
        + group(611, 612, [record(43, font)])
        + group(603, 604, [record(45, fill)])
        + group(613, 614, [record(46, border)])
        + group(626, 627, [cell_format(0xFFFF, 0, 0)])
        + group(617, 618, [cell_format(0, form, int(form > 0)) for form in (0, 14, 9, 164, 2, 165, 166)])
        + group(619, 620, [style])
        + record(279)
    )


def _sheet(sheet: Sheet, texts: dict[str, int]) -> bytes:
    last_row = sheet.first_row + max(len(sheet.rows) - 1, 0)
    last_column = sheet.first_column + max((len(row) for row in sheet.rows), default=1) - 1
    size = record(148, struct.pack("<IIII", sheet.first_row, last_row, sheet.first_column, last_column))
    columns = b"".join(record(60, struct.pack("<IIIIH", column, column, 2304, 0, 1)) for column in sheet.hidden_columns)
    data: list[bytes] = []
    for place, row in enumerate(sheet.rows):
        number = sheet.first_row + place
        hidden = 0x10 if number + 1 in sheet.hidden_rows else 0
        span = struct.pack("<III", 1, sheet.first_column, sheet.first_column + max(len(row) - 1, 0))
        data.append(record(0, struct.pack("<IIHBBB", number, 0, 300, 0, hidden, 0) + span))
        data += (_cell(sheet.first_column + at, value, texts) for at, value in enumerate(row) if value != "")
    merged = b"".join(record(176, struct.pack("<IIII", a, c, b, d)) for a, b, c, d in sheet.merged)
    return (
        record(129)
        + size
        + (record(390) + columns + record(391) if columns else b"")
        + record(145)
        + b"".join(data)
        + record(146)
        + (record(177, struct.pack("<I", len(sheet.merged))) + merged + record(178) if merged else b"")
        + record(130)
    )


def _cell(column: int, value: Any, texts: dict[str, int]) -> bytes:
    head = struct.pack("<II", column, _DATE_STYLE if isinstance(value, datetime.date) else 0)
    formula = struct.pack("<H", 0) + _token(value)
    match value:
        case None:
            return record(1, head)
        case bool():
            return record(4, head + bytes([value]))
        case datetime.date():
            return record(5, head + struct.pack("<d", (value - _EPOCH).days))
        case Percent():
            style = struct.pack("<II", column, _STYLES[value.form])
            return record(5, style + struct.pack("<d", value.value))
        case Formula():
            style = struct.pack("<II", column, _STYLES[value.form])
            return record(9, style + struct.pack("<d", value.value) + formula)
        case int() if 0 <= value < 1 << 29:
            return record(2, head + struct.pack("<I", value << 2 | 2))
        case int() | float():
            return record(5, head + struct.pack("<d", value))
        case Lone():
            return record(6, head + _wide(value.text))
        case Calculated(float() | int() as number):
            return record(9, head + struct.pack("<d", number) + formula)
        case Calculated(text) if text in ERRORS:
            return record(11, head + bytes([ERRORS[text]]) + formula)
        case Calculated(text):
            return record(8, head + _wide(str(text)) + formula)
        case str() if value in ERRORS:
            return record(3, head + bytes([ERRORS[value]]))
    return record(7, head + struct.pack("<I", texts.setdefault(str(value), len(texts))))


def _token(value: Any) -> bytes:
    """Return a formula of one token that comes to about what was calculated: a whole number, a text, or an error."""
    result = value.value if isinstance(value, Calculated | Formula) else 0
    if isinstance(result, str) and result in ERRORS:
        tokens = bytes([0x1C, ERRORS[result]])
    elif isinstance(result, str):
        coded = result.encode("utf-16-le")
        tokens = b"\x17" + struct.pack("<H", len(coded) // 2) + coded
    else:
        tokens = b"\x1f" + struct.pack("<d", result)
    return struct.pack("<I", len(tokens)) + tokens + struct.pack("<I", 0)
