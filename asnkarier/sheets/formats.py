"""What a file is, told from its content; its extension is only what somebody called it."""

import os
import re
import zipfile
from pathlib import Path
from typing import Final, Literal

from asnkarier.core.errors import Stopped

Format = Literal["xlsx", "xlsb", "xls", "ods", "csv", "html"]

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS: Final = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"{\\rtf", "RTF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"\x1f\x8b", "gzip"),
    (b"SQLite format 3\0", "SQLite"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
)
_OLD_EXCEL: Final = (b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")
_HEAD: Final = 8192


def format_of(path: Path) -> Format:
    """Return the format of the file; Stopped with one code for everything that cannot be read as a list."""
    values = {"file": path.name or str(path)}
    if path.name.startswith(("~$", ".~lock.")):
        raise Stopped("file_lock", values)
    if path.is_dir():
        raise Stopped("file_is_folder", values)
    if path.exists() and not path.is_file():
        raise Stopped("file_no_file", values)  # a pipe would be waited for, a device may never end
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
            size = file.seek(0, os.SEEK_END)
    except FileNotFoundError:
        raise Stopped("file_missing", values) from None
    except OSError as error:
        raise Stopped("file_unreadable", {**values, "reason": error.strerror or ""}) from None
    if not head.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise Stopped("file_empty", values)
    if head.startswith(b"PK"):
        return _zipped(path)
    if head.startswith(_OLE):
        return _ole(path, size)
    for magic, name in _OTHERS:
        if head.startswith(magic):
            raise Stopped("file_not_list", {**values, "format": name})
    if head.startswith(_OLD_EXCEL) and head[2:4] in (b"\x04\x00", b"\x06\x00", b"\x08\x00", b"\x10\x00"):
        raise Stopped("file_old_excel", values)
    return _text(head, values)


def _zipped(path: Path) -> Format:
    values = {"file": path.name}
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            if any(info.flag_bits & 1 for info in archive.infolist()):
                raise Stopped("file_encrypted", values)
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                mime = archive.read("mimetype")
                if b"opendocument.spreadsheet" in mime:
                    if b"encryption-data" in _small(archive, "META-INF/manifest.xml"):
                        raise Stopped("file_encrypted", values)
                    return "ods"
                if b"opendocument" in mime:
                    raise Stopped("file_not_list", {**values, "format": "OpenDocument"})
    except Stopped:
        raise
    except Exception:  # zipfile raises a dozen kinds on broken archives; all mean the same to the officer
        raise Stopped("file_corrupt", values) from None
    if "xl/workbook.bin" in names:
        return "xlsb"
    if any(
        name.replace("\\", "/").lower().endswith("xl/workbook.xml") or name.lower() == "workbook.xml" for name in names
    ):
        return "xlsx"
    if any(name.startswith("xl/") for name in names):
        return "xlsx"
    for folder, name in (("word/", "Word"), ("ppt/", "PowerPoint"), ("Index/", "Numbers")):
        if any(entry.startswith(folder) for entry in names):
            raise Stopped("file_not_list", {**values, "format": name})
    raise Stopped("file_not_list", {**values, "format": "ZIP"})


def _small(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        with archive.open(name) as file:
            return file.read(1 << 20)
    except KeyError:
        return b""


def _ole(path: Path, size: int) -> Format:
    """Tell an old .xls from an encrypted .xlsx by the names in the compound file's directory."""
    values = {"file": path.name}
    with path.open("rb") as file:
        content = file.read(min(size, 64 << 20))

    def holds(name: str) -> bool:
        return name.encode("utf-16-le") in content

    if holds("EncryptedPackage") or holds("EncryptionInfo"):
        raise Stopped("file_encrypted", values)
    if holds("Workbook") or holds("Book"):
        return "xls"
    if holds("WordDocument"):
        raise Stopped("file_not_list", {**values, "format": "Word"})
    raise Stopped("file_corrupt", values)


_HTML: Final = re.compile(rb"(?is)<\s*(?:!doctype\s+html|html|table|head|body|meta|style)\b")
_FLAT: Final = b'office:mimetype="application/vnd.oasis.opendocument.'
_FLAT_SHEET: Final = _FLAT + b'spreadsheet"'
_XML_SHEET: Final = b"urn:schemas-microsoft-com:office:spreadsheet"


def _text(head: bytes, values: dict[str, str]) -> Format:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or _looks_utf16(head):
        plain = head.replace(b"\0", b"")
        return "html" if _HTML.search(plain[:2000]) else "csv"
    if _XML_SHEET in head:
        raise Stopped("file_xml_sheet", values)
    if _FLAT_SHEET in head:
        raise Stopped("file_flat_sheet", values)
    if _FLAT in head:
        raise Stopped("file_not_list", {**values, "format": "OpenDocument"})
    if _HTML.search(head[:4000]):
        return "html"
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<?xml"):
        raise Stopped("file_not_list", {**values, "format": "XML"})
    if head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        raise Stopped("file_not_list", {**values, "format": "JSON"})
    control = sum(byte < 32 and byte not in (9, 10, 13, 12) for byte in head)
    if control * 50 > len(head):
        raise Stopped("file_no_text", values)
    return "csv"


def _looks_utf16(head: bytes) -> bool:
    """UTF-16 without a mark: every other byte of the Latin text is zero."""
    even, odd = head[0:2000:2], head[1:2000:2]
    return (
        len(odd) > 4
        and min(even.count(0), odd.count(0)) * 20 < max(even.count(0), odd.count(0))
        and max(even.count(0), odd.count(0)) * 2 > len(odd)
    )
