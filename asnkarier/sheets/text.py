"""CSV in the encodings and with the separators that offices use."""

import codecs
import csv
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from asnkarier.core.errors import Stopped
from asnkarier.sheets.book import Sheet

_SEPARATORS: Final = (";", "\t", "|", ",")
_SAMPLE: Final = 64 << 10
_LONGEST_LINE: Final = 4
"""MiB without an end of line, which no row of a list takes."""
_TALLEST: Final = 50
"""A cell of more lines than this is an opened quote that swallows the rows below it."""


def csv_sheets(path: Path) -> Iterator[Sheet]:
    """Return the file as one sheet, named like the file."""
    count = _line_count(path)
    encoding = _encoding(path)
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        sample = file.read(_SAMPLE)
    separator, skip = _separator(sample)
    csv.field_size_limit(1 << 20)
    held = _held(path, ('="', '\\"', "\0"), encoding)
    formulas = '="' in held
    escaped = '\\"' in held and _escapes_quotes(path, encoding, separator)

    def rows() -> Iterator[list[Any]]:
        with path.open(encoding=encoding, errors="replace", newline="") as file:
            number = skip

            def sound() -> Iterator[str]:
                for line in file:
                    if "\0" in line:
                        raise Stopped("csv_zeros", {"file": path.name, "row": number + 1})
                    yield _ESCAPED.sub(_doubled, line) if escaped else line

            reader = csv.reader(sound() if escaped or "\0" in held else file, delimiter=separator)
            for _ in range(skip):
                next(reader, None)
                yield []
            before = skip
            last, row = 0, list[str]()
            try:
                for row in reader:
                    number += 1
                    if reader.line_num - before > _TALLEST:
                        raise Stopped("csv_quote_open", {"file": path.name, "row": number})
                    before, last = reader.line_num, reader.line_num - before
                    yield [_plain(cell) if cell[:2] == '="' else cell for cell in row] if formulas else row
            except csv.Error:
                raise Stopped("csv_quote_open", {"file": path.name, "row": number + 1}) from None
            if row and last > 1 and "\n" in row[-1] and not _ends_with_quote(path):
                raise Stopped("csv_quote_open", {"file": path.name, "row": number})

    yield Sheet(path.stem, rows, row_count=count)


def _plain(cell: str) -> str:
    """Return the text of `="0812"`, by which exports of web pages keep Excel from reading a number; a true formula stays."""
    inside = cell[2:-1].replace('""', "\0")
    return inside.replace("\0", '"') if len(cell) > 2 and cell[-1] == '"' and '"' not in inside else cell


_ESCAPED: Final = re.compile(r'\\\\(?=")|\\"')


def _doubled(match: re.Match[str]) -> str:
    """Write a quote behind a backslash as the two quotes of a csv, a backslash behind another, before a quote, as one."""
    return '""' if match[0] == '\\"' else "\\"


def _escapes_quotes(path: Path, encoding: str, separator: str) -> bool:
    """Tell whether the file writes `"Analis \\"Data\\""`: a quote behind a backslash that ends no cell, and is not doubled either."""
    inside = re.compile(rf'(?<!\\)\\"(?!["{re.escape(separator)}\r\n]|\Z)')
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        return any('\\"' in line and inside.search(line) for line in file)


def _held(path: Path, texts: Sequence[str], encoding: str) -> set[str]:
    """Return which of the texts the file holds anywhere: once over the bytes, so that files without them lose no time on them."""
    names = ("utf-16-le", "utf-16-be") if encoding == "utf-16" else (encoding.removesuffix("-sig"),)
    sought = {text: [text.encode(name) for name in names] for text in texts}
    found: set[str] = set()
    with path.open("rb") as file:
        tail = b""
        while block := file.read(1 << 20):
            whole = tail + block
            found.update(
                text for text, ones in sought.items() if text not in found and any(map(whole.__contains__, ones))
            )
            tail = block[-8:]
    return found


def _ends_with_quote(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(max(0, file.seek(0, 2) - 64))
        return file.read().rstrip(b"\0 \t\r\n;,|").endswith(b'"')


def _line_count(path: Path) -> int:
    """Count the lines; Stopped where one is longer than any list writes, before a row is made of it."""
    lines = without = 0
    with path.open("rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            here = block.count(b"\n")
            lines, without = lines + here, 0 if here or b"\r" in block else without + 1
            if without > _LONGEST_LINE:
                raise Stopped("csv_line_endless", {"file": path.name, "row": lines + 1, "size": _LONGEST_LINE})
    return lines


def _encoding(path: Path) -> str:
    with path.open("rb") as file:
        head = file.read(4096)
        if head.startswith((b"\xff\xfe", b"\xfe\xff")):
            return "utf-16"
        if head.startswith(b"\xef\xbb\xbf"):
            return "utf-8-sig"
        zeros_even, zeros_odd = head[0::2].count(0), head[1::2].count(0)
        if max(zeros_even, zeros_odd) * 4 > len(head) // 2:
            return "utf-16-le" if zeros_odd > zeros_even else "utf-16-be"
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            decoder.decode(head)
            for block in iter(lambda: file.read(1 << 20), b""):
                decoder.decode(block)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8"


def _separator(sample: str) -> tuple[str, int]:
    """Return the separator whose count is steadiest over the lines, and how many lines (`sep=;`) to pass over."""
    first = sample.split("\n", 1)[0].strip().lower()
    if first.startswith("sep=") and len(first) == 5:
        return first[4], 1
    best, best_score = ",", 0.0
    for separator in _SEPARATORS:
        counts: dict[int, int] = {}
        try:
            for number, row in enumerate(
                csv.reader(io.StringIO(sample.replace("\0", ""), newline=""), delimiter=separator)
            ):
                if number >= 60:
                    break
                if row:
                    counts[len(row)] = counts.get(len(row), 0) + 1
        except csv.Error:
            continue
        score = max((lines * min(width, 60) for width, lines in counts.items() if width > 1), default=0)
        if score > best_score:
            best, best_score = separator, score
    return best, 0
