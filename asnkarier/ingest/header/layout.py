"""Finding the header of a list: anywhere in the first rows, of one row to four, with merged cells or without."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Any, Final, NamedTuple

from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.core.text import cleaned, folded
from asnkarier.ingest.header.changed import is_change
from asnkarier.ingest.header.headers import (
    BARE,
    OF_UNITS,
    as_unit,
    is_wide,
    kinds_of,
    known_headers,
    of_kind,
    person_headers,
)

SEARCHED: Final = 40
"""The header lies in the first rows of a sheet, or of what is left of it below another list."""

_TALLEST: Final = 4
_LONG_DIGITS: Final = re.compile(r"\d[\d\s.'’]{7,}")
_LONGEST_HEADER: Final = 120
_FEW: Final = 3


class Column(NamedTuple):
    """One column of a list: its place in the row, and its header texts from top to bottom."""

    at: int
    path: tuple[str, ...]
    of_rank: bool = False
    """Whether it is a day that stands with a golongan below one header: that of the rank, never that of a post."""

    @property
    def header(self) -> str:
        """The header as people would say it: `PARENT > CHILD`."""
        return " > ".join(self.path)

    @property
    def full(self) -> str:
        """All header texts folded into one."""
        return folded(" ".join(self.path))

    @property
    def child(self) -> str:
        """The lowest header text, folded."""
        return folded(self.path[-1]) if self.path else ""

    @property
    def parent(self) -> str:
        """What stands above the lowest text, folded."""
        return folded(" ".join(self.path[:-1]))


class Told(NamedTuple):
    """What the officer says of a list: headers that --map names, kinds that --as names, fields that --set gives."""

    headers: frozenset[str] = frozenset()
    kinds: tuple[str, ...] = ()
    fields: frozenset[str] = frozenset()


NOTHING_TOLD: Final = Told()
_FEWEST_WIDE: Final = 3
"""Columns of the smallest list with a column a dimension: its unit and two of these."""


class Ticks(NamedTuple):
    """Columns one of which is ticked in each row, and what each of them says; no names where they decide nothing."""

    at: tuple[int, ...]
    names: tuple[str, ...]


class Header(NamedTuple):
    """Where the header stands: rows counted from 0, `data` the first row below it and below numbering and field-name rows."""

    top: int
    data: int
    columns: tuple[Column, ...]
    extra: int
    """Numbering and field-name rows between header and data."""
    ticks: tuple[Ticks, ...] = ()


Merged = Sequence[tuple[int, int, int, int]]


def find_header(
    rows: Sequence[Sequence[Any]], merged: Merged, first_column: int, told: Told = NOTHING_TOLD
) -> Header | None:
    """Return the first header among the first rows; None when they hold none."""
    for top in range(min(SEARCHED, len(rows))):
        if header := header_at(rows, merged, first_column, top, told):
            return header
    return None


def header_at(
    rows: Sequence[Sequence[Any]], merged: Merged, first_column: int, top: int, told: Told = NOTHING_TOLD
) -> Header | None:
    """Return the header that begins in row `top`; None when none does."""
    if not _promising(rows, top, told.headers) or _is_title(rows, merged, first_column, top, told):
        return None
    header = _header_at(rows, merged, first_column, top)
    return header if _is_header(header.columns, told) else None


def headers_like(rows: Sequence[Sequence[Any]], first_column: int) -> Iterator[Header]:
    """Yield rows that hold two known headers and are a header of nothing: what they lack can be said."""
    known = known_headers()
    for top in range(min(SEARCHED, len(rows))):
        if sum(folded(text) in known for text in texts(rows[top]) if text) > 1:
            yield _header_at(rows, (), first_column, top)


def texts(row: Sequence[Any]) -> list[str]:
    """Return the row's texts, cleaned; cells that are not text are empty, but for years below a header."""
    found = [cleaned(cell) if isinstance(cell, str) else "" for cell in row]
    return found if any(found) or not _is_years(row) else [str(int(cell)) if cell else "" for cell in row]


def _promising(rows: Sequence[Sequence[Any]], top: int, told: frozenset[str]) -> bool:
    """Tell whether a header may start here: two texts that are headers, in this row and the next ones."""
    here = [text for text in texts(rows[top]) if text]
    if not here or any(len(text) > _LONGEST_HEADER for text in here):
        return False
    if any(text[0] == ":" for text in here) or (here[0][-1] == ":" and len(here) < _FEW):
        return False  # `Tanggal | : | 15 Juni 2024` above a list
    known = known_headers() | told
    if not any(folded(text) in known or _begins_known(folded(text)) for text in here):
        return False
    return len(here) > 1 or any(isinstance(cell, str) and cell for row in rows[top + 1 : top + 2] for cell in row)


def _is_title(rows: Sequence[Sequence[Any]], merged: Merged, first_column: int, top: int, told: Told) -> bool:
    """Tell whether the row is a title right above the headers: one text at their left, and the next row is a header without it."""
    filled = [at for at, cell in enumerate(rows[top]) if cell not in ("", None)]
    if len(filled) != 1 or top + 1 >= len(rows) or not _promising(rows, top + 1, told.headers):
        return False
    below = _header_at(rows, merged, first_column, top + 1)
    named = [column.at for column in below.columns if column.path]
    return bool(named) and filled[0] <= named[0] and _is_header(below.columns, told)


def _begins_known(text: str) -> bool:
    return len(text) > 2 and text in _first_words()


@cache
def _first_words() -> frozenset[str]:
    return frozenset(header.split(" ")[0] for header in known_headers() if " " in header) | {
        "data pegawai",
        "identitas",
    }


def _header_at(rows: Sequence[Sequence[Any]], merged: Merged, first_column: int, top: int) -> Header:
    bottom = top
    while (
        bottom - top < _TALLEST - 1
        and bottom + 1 < len(rows)
        and _continues(rows, merged, first_column, top, bottom + 1)
    ):
        bottom += 1
    data, extra = bottom + 1, 0
    while data < len(rows) and (is_numbering(rows[data]) or _is_field_names(rows[data]) or _is_years(rows[data])):
        data, extra = data + 1, extra + 1
    return Header(top, data, _columns(rows, merged, first_column, top, bottom), extra)


def _continues(rows: Sequence[Sequence[Any]], merged: Merged, first_column: int, top: int, row: int) -> bool:
    """Tell whether `row` still belongs to the header that starts at `top`."""
    cells = rows[row]
    if any(r1 <= row - 1 and row <= r2 and top <= r1 for r1, _c1, r2, _c2 in merged):
        return True
    words = texts(cells)
    filled = [index for index, cell in enumerate(cells) if cell not in ("", None)]
    if not filled or is_numbering(cells) or _is_field_names(cells) or any(not words[i] for i in filled):
        return False
    if any(_LONG_DIGITS.search(words[i]) or len(words[i]) > _LONGEST_HEADER for i in filled):
        return False
    above = [
        any(texts(rows[r])[i : i + 1] != [""] and i < len(rows[r]) for r in range(top, row)) for i in range(len(cells))
    ]
    nips, names = person_headers()
    for r in range(top, row):
        for i, text in enumerate(texts(rows[r])):
            if i < len(cells) and words[i] and folded(text) in nips | names and folded(words[i]) not in known_headers():
                return False
    if _is_years(cells) and all(above[i] or _under_parent(rows[row - 1], i) for i in filled):
        return True
    wide = {c - first_column for r1, c1, _r2, c2 in merged if top <= r1 < row and c2 > c1 for c in range(c1, c2 + 1)}
    known = known_headers()
    meant = sum(folded(words[i]) in known or folded(words[i]) in _CHILDREN for i in filled)
    if wide and all(i in wide for i in filled):
        return True
    return meant * 2 >= len(filled) and any(
        not above[i] or i in wide or _has_blank_right(rows[row - 1], i) or _stands_twice(rows[row - 1], i)
        for i in filled
    )


_CHILDREN: Final = BARE | frozenset(
    (
        *["nip", "jp", "ess", "es", "eselon", "l", "p", "perempuan", "jurusan", "pendidikan", "depan", "belakang"],
        *["awal", "akhir", "terendah", "tertinggi", "minimal", "maksimal", "tempat"],
        "laki laki",
    )
)
"""Words that stand below a parent, bare ones and others."""


def _has_blank_right(row: Sequence[Any], index: int) -> bool:
    return index + 1 < len(row) and row[index + 1] in ("", None)


def _under_parent(row: Sequence[Any], index: int) -> bool:
    """Tell whether a header stands to the left of a blank cell above."""
    return any(cell not in ("", None) for cell in row[:index])


def _stands_twice(row: Sequence[Any], index: int) -> bool:
    """Tell whether the cell says the same as one beside it: a parent repeated over its children, as it is where merges are undone."""
    beside = (*row[max(index - 1, 0) : index], *row[index + 1 : index + 2])
    return index < len(row) and isinstance(row[index], str) and bool(row[index]) and row[index] in beside


def is_numbering(row: Sequence[Any]) -> bool:
    """Tell whether the row is 1 2 3 … n, the numbering under a header (also `(1) (2)` and `1 2 3=1+2`)."""
    numbers = []
    for cell in row:
        if cell in ("", None):
            continue
        text = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()
        match = re.fullmatch(r"\(?(\d{1,2})\)?[a-z]?(?:\s*=.*)?\.?", text)
        if match is None:
            return False
        numbers.append(int(match[1]))
    return (
        len(numbers) >= 3
        and numbers[0] in (0, 1, 2)
        and all(0 <= b - a <= 2 for a, b in pairwise(numbers))
        and numbers[-1] > numbers[0]
    )


def _is_years(row: Sequence[Any]) -> bool:
    """Tell whether the row holds nothing but years: `2023 | 2024` under `Predikat`."""
    filled = [cell for cell in row if cell not in ("", None)]
    return len(filled) > 1 and all(isinstance(cell, (int, float)) and 2000 <= cell < 2100 for cell in filled)


def _is_field_names(row: Sequence[Any]) -> bool:
    """Tell whether the row repeats the header in a machine's words: `nip`, `nama`, `tmt_golongan`."""
    words = [cell.strip() for cell in row if isinstance(cell, str) and cell.strip()]
    if len(words) < 3 or any(cell not in ("", None) and not isinstance(cell, str) for cell in row):
        return False
    machine = sum(re.fullmatch(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*", word) is not None for word in words)
    known = sum(folded(word) in known_headers() for word in words)
    return machine * 10 >= len(words) * 8 and known * 10 >= len(words) * 5


def _columns(
    rows: Sequence[Sequence[Any]], merged: Merged, first_column: int, top: int, bottom: int
) -> tuple[Column, ...]:
    width = max(len(rows[r]) for r in range(top, bottom + 1))
    grid = [[*texts(rows[r]), *[""] * (width - len(rows[r]))] for r in range(top, bottom + 1)]
    covered: set[tuple[int, int]] = set()
    for r1, c1, r2, c2 in merged:
        if r2 < top or r1 > bottom:
            continue
        text = grid[r1 - top][c1 - first_column] if r1 >= top and 0 <= c1 - first_column < width else ""
        for r in range(max(r1, top), min(r2, bottom) + 1):
            for c in range(max(c1 - first_column, 0), min(c2 - first_column + 1, width)):
                covered.add((r - top, c))
                if r == max(r1, top):
                    grid[r - top][c] = text
    # Without merged cells a parent stands over the blank cells to its right, as far as there are children below them.
    for level in range(len(grid) - 1):
        last = ""
        for c in range(width):
            if grid[level][c]:
                last = grid[level][c] if grid[level + 1][c] else ""
            elif last and (level, c) not in covered and grid[level + 1][c]:
                grid[level][c] = last
            else:
                last = ""
    columns = [Column(c, tuple(dict.fromkeys(row[c] for row in grid if row[c]))) for c in range(width)]
    return tuple(column._replace(of_rank=_is_of_rank(column, columns)) for column in columns)


_DAYS: Final = frozenset(("tmt", "t m t", "tmt sk"))
_RANK: Final = re.compile(r"\b(?:gol|golongan|pangkat)\b")
_POST: Final = re.compile(r"\b(?:jabatan|jab|eselon)\b")


def _is_of_rank(column: Column, columns: Sequence[Column]) -> bool:
    """Tell whether a bare TMT below a header that names no post stands behind a golongan there, or with one alone."""
    if (
        len(column.path) < 2
        or column.child not in _DAYS
        or (_POST.search(column.parent) and not _RANK.search(column.parent))
    ):
        return False
    beside = [one for one in columns if one.at != column.at and one.path[:-1] == column.path[:-1]]
    before = [one for one in reversed(beside) if one.at < column.at]
    for one in [*before, *(one for one in beside if one.at > column.at)]:
        if _POST.search(one.child):
            return False
        if _RANK.search(one.child):
            return True
    return False


def _is_header(columns: Sequence[Column], said: Told) -> bool:
    """At least three known headers with a NIP or a name among them, what --map names, or all fields that some kind requires.

    What --set gives need not stand in a column. One column alone is a header only where --as names the kind whose required field it is.
    """
    told = said.headers
    known = known_headers() | told
    nips, names = person_headers()
    if told and len(told & {name for column in columns for name in (column.full, column.child)}) * 2 > len(told):
        return True
    named = {name for column in columns for name in (column.full, column.child) if name in known}
    if len(named) >= 3 and named & (nips | names):
        return True
    parents = {column.parent for column in columns}  # `Integritas > Level Standar`
    for kind in {kind for name in named for kind in kinds_of(name)}:
        index = of_kind(kind)
        said_here = named | parents if kind == "standards" else named
        fields = {field for name in said_here if name in index for field in index[name].fields}
        fields |= as_unit(kind, fields)
        required = {field.name for field in KINDS[kind].fields if field.required} - is_wide(kind, fields)
        if kind in OF_UNITS:
            required -= {"year"}  # their titles say it
        if kind == "positions" and fields & {"job_class", "headcount", "echelon"}:
            required -= {"position_kind"}  # echelons and names may say it
        if kind == "survey" and kind in said.kinds and len(columns) >= _FEWEST_WIDE:
            required -= {"dimension", "score"}  # there may be a column for each
        letters = {"b", "k"} <= {column.full for column in columns}
        if kind == "positions" and "job_class" in fields and ("headcount" in fields or letters):
            required -= {"unit"}  # a bezetting is of the unit in its title
        if kind == "successions" and is_change(column.full for column in columns):
            return True  # of what, from when and how their rows and titles say
        if kind in said.kinds and fields and required <= fields | said.fields:
            return True
        if len(fields) > 1 and required <= fields | said.fields:
            return True
        if "nip" in fields and named & names and required & said.fields and required <= fields | said.fields:
            return True  # `NIP | Nama` of those of whom all else is told
    return False
