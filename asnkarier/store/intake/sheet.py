"""One list being taken in: where its cells are, what was found wrong, and how its rows ended."""

import json
import zlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from json import JSONEncoder
from typing import Any, Final

from asnkarier.core.finding import Finding, Severity
from asnkarier.core.kinds.catalogue import KINDS

from .references.words import Trouble

_encode = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Sheet:
    """The list that rows are being taken from."""

    def __init__(self, *, file: str, name: str, kind: str, fields: Sequence[str], letters: Mapping[str, str]) -> None:
        self.file = file
        self.name = name
        self.kind = kind
        self.fields = tuple(fields)
        self.letters = letters
        self.findings: list[Finding] = []
        self.standings = False
        """Whether some row says somebody's legal standing."""
        self.inserted = self.updated = self.unchanged = self.rejected = self.skipped = self.read = 0

    @property
    def counts(self) -> tuple[int, ...]:
        """How many rows ended in which way so far."""
        return self.inserted, self.updated, self.unchanged, self.rejected, self.skipped

    @counts.setter
    def counts(self, counts: tuple[int, ...]) -> None:
        self.inserted, self.updated, self.unchanged, self.rejected, self.skipped = counts

    def find(
        self,
        code: str,
        severity: Severity,
        *,
        row: int | None = None,
        field: str = "",
        value: object = None,
        values: Mapping[str, str | int] | None = None,
    ) -> None:
        """Note a finding at the cell of `field` in `row`."""
        text = None if value is None else str(value)
        column = self.letters.get(field)
        self.findings.append(Finding(code, severity, self.file, self.name, row, column, text, dict(values or {})))

    def trouble(self, trouble: Trouble, row: int) -> None:
        """Note what a reference could not follow."""
        severity: Severity = "warning" if trouble.severity == "warning" else "error"
        self.find(trouble.code, severity, row=row, field=trouble.field, value=trouble.value, values=trouble.values)


class Twice:
    """Finds rows of one import that have the same key: the same values once more are a warning, different ones an error on both.

    Values that differ in case, spaces or a final full stop alone are the same; the first row's way of writing is kept.
    Of each row only numbers are kept (the hash of the key, and of the values beside the place), and the rows themselves packed, so
    that a long list stays small; they are unpacked when a key comes again with other values.
    """

    def __init__(self, left_out: frozenset[int] = frozenset()) -> None:
        self.left_out = left_out
        self.conflicts: set[int] = set()
        self.refused: list[int] = []
        """The indexes of the rows that the last check rejected."""
        self._seen: dict[int, int] = {}
        self._sheets: list[Sheet] = []
        self._packed: dict[int, list[_Packed]] = {}
        """List → its chunks."""

    def check(
        self,
        sheet: Sheet,
        keys: Sequence[object],
        texts: Sequence[str],
        rows: Sequence[int],
        field: str,
        shown: Sequence[object],
    ) -> list[int]:
        """Return the indexes of the rows to go on with; note findings, at the cell of `field` that shows `shown`, for the others."""
        if not self._sheets or self._sheets[-1] is not sheet:
            self._sheets.append(sheet)
        here = len(self._sheets) - 1
        self._packed.setdefault(here, []).append(_Packed(rows, texts))
        good: list[int] = []
        self.refused = []
        for i, key in enumerate(keys):
            mark = hash((sheet.kind, key))
            values = hash(texts[i]) & 0xFFFF_FFFF
            place = here << 32 | rows[i]
            before = self._seen.setdefault(mark, values << 48 | place)
            first = self._sheets[before >> 32 & 0xFFFF]
            first_row = before & 0xFFFF_FFFF
            if before == values << 48 | place:
                if mark in self.left_out:
                    sheet.rejected += 1
                    self.refused.append(i)
                else:
                    good.append(i)
                continue
            said_first = self._said(before >> 32 & 0xFFFF, first_row, before >> 48)
            alike = before >> 48 == values or _alike(said_first) == _alike(texts[i])
            if alike and mark not in self.left_out:
                said = {"first": place_of(first, first_row, sheet)}
                sheet.find("row_twice", "warning", row=rows[i], field=field, value=shown[i], values=said)
                sheet.unchanged += 1
            else:
                sheet.rejected += 1
                self.refused.append(i)
                names = _differing(sheet, texts[i], first, said_first)
                other = {
                    "other": place_of(first, first_row, sheet),
                    "cells": cells_of(names, sheet, rows[i], first, first_row),
                }
                sheet.find("rows_disagree", "error", row=rows[i], field=field, value=shown[i], values=other)
                if mark not in self.conflicts:
                    cells = cells_of(names, first, first_row, sheet, rows[i])
                    other = {"other": place_of(sheet, rows[i], first), "cells": cells}
                    first.find("rows_disagree", "error", row=first_row, field=field, value=shown[i], values=other)
                self.conflicts.add(mark)
        return good

    def _said(self, sheet: int, row: int, values: int) -> str:
        """Return what the row said; one row of the sheet may be several of the list, told apart by the hash of its values."""
        for chunk in self._packed[sheet]:
            if row in chunk.within:
                for text in _unpacked(chunk).get(row, ()):
                    if hash(text) & 0xFFFF_FFFF == values:
                        return text
        return ""


class _Packed:
    """A chunk of a list: the numbers of its rows, and what these say."""

    def __init__(self, rows: Sequence[int], texts: Sequence[str]) -> None:
        self.rows = tuple(rows)
        self.within = range(min(rows), max(rows) + 1) if rows else range(0)
        self.texts = zlib.compress("\n".join(texts).encode(), 1)


_MOST_CELLS: Final = 3


@lru_cache(maxsize=32)
def _unpacked(chunk: _Packed) -> dict[int, list[str]]:
    """Return what each row of a chunk says, by its number."""
    texts: dict[int, list[str]] = {}
    for number, text in zip(chunk.rows, zlib.decompress(chunk.texts).decode().split("\n"), strict=True):
        texts.setdefault(number, []).append(text)
    return texts


def _differing(sheet: Sheet, text: str, other: Sheet, other_text: str) -> list[str]:
    """Return the fields of which two rows say different things, as far as both lists have them."""
    if not other_text:
        return []
    one = dict(zip(sheet.fields, json.loads(text), strict=True))
    two = dict(zip(other.fields, json.loads(other_text), strict=True))
    return [name for name in one if name in two and _alike(_encode(one[name])) != _alike(_encode(two[name]))]


def cells_of(names: Sequence[str], sheet: Sheet, row: int, other: Sheet, other_row: int) -> str:
    """Return the columns that differ with their two cells, `Golongan (F3, F2)`; where a list is another one, its name stands too."""
    far = "" if other is sheet else place_of(other, other_row, sheet).removesuffix(str(other_row))
    told = []
    for name in names[:_MOST_CELLS]:
        here, there = sheet.letters.get(name), other.letters.get(name)
        field = next((f for f in KINDS[sheet.kind].fields if f.name == name), None)
        label = field.label if field is not None else name
        told.append(f"{label} ({here}{row}, {far}{there}{other_row})" if here and there else label)
    return "; ".join(told) + (" …" if len(names) > _MOST_CELLS else "")


def told_apart(
    sheet: Sheet, names: Sequence[str], said: Mapping[str, Any], first: int, row: int
) -> dict[str, str | int]:
    """Note at the `first` of two rows of a list that they say different things of one thing; return what is told at the other."""
    if not any(one.code == "rows_disagree" and one.row == first for one in sheet.findings):
        values = {"other": place_of(sheet, row, sheet), "cells": cells_of(names, sheet, first, sheet, row)}
        sheet.find("rows_disagree", "error", row=first, field=names[0], value=said[names[0]], values=values)
    return {"other": place_of(sheet, first, sheet), "cells": cells_of(names, sheet, row, sheet, first)}


def _alike(text: str) -> str:
    """Return a row's JSON without what tells no two rows apart: case, doubled spaces, a full stop at the end of a text."""
    return " ".join(text.lower().split()).replace('."', '"')


def place_of(sheet: Sheet, row: int, seen_from: Sheet) -> str:
    """Return where a row stands; the file is named where it is another one."""
    place = f"{sheet.name}!{row}"
    return place if sheet.file == seen_from.file else f"{sheet.file} · {place}"


def column(chunk: Mapping[str, list[Any]], field: str, count: int) -> list[Any]:
    """Return the values of a field, or blanks where the list has no such column."""
    found = chunk.get(field)
    return found if found is not None else [None] * count


def texts_of(
    fields: Sequence[str], columns: Sequence[list[Any]], texts: Sequence[str], nips: Sequence[str]
) -> Sequence[str]:
    """Return the rows as JSON with these NIPs in place of their own; `texts` where they are the same."""
    at = list(fields).index("nip")
    return texts if columns[at] == nips else row_texts([nips if k == at else c for k, c in enumerate(columns)])


def row_texts(columns: Sequence[Sequence[Any]]) -> list[str]:
    """Return each row as JSON, in the order of the fields, as the log keeps it."""
    return [_encode(row) for row in zip(*columns, strict=True)]
