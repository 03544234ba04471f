"""Rows that wait until the rest of their list is taken in, because what they mean hangs on what the others name."""

import json
import zlib
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from asnkarier.store.intake.sheet import Sheet

Chunk = tuple[Sequence[int], Sequence[list[Any]]]

_CREATING = frozenset({"roster", "positions"})
"""Kinds that make units of what they name."""


class Held:
    """The rows of one list that wait, packed: they may be most of a long one."""

    def __init__(self, sheet: Sheet) -> None:
        self._agency = self._unit = -1
        if sheet.kind in _CREATING and {"agency", "unit"} <= set(sheet.fields):
            self._agency, self._unit = sheet.fields.index("agency"), sheet.fields.index("unit")
        self._whole = sheet.kind == "units"
        self._packed: list[bytes] = []
        self.agencies_named = False

    def rest(self, rows: Sequence[int], columns: Sequence[list[Any]]) -> Chunk:
        """Keep the rows whose agency is blank beside a unit, and return the others: a bare name fits what the whole list names."""
        if self._whole:
            # What stands above may come further down.
            self._pack([rows, *columns])
            return [], []
        if self._agency < 0:
            return rows, columns
        agencies = columns[self._agency]
        if None not in agencies:
            self.agencies_named = True
            return rows, columns
        waits = [a is None and u is not None for a, u in zip(agencies, columns[self._unit], strict=True)]
        if any(waits):
            part = [[value for value, w in zip(values, waits, strict=True) if w] for values in (rows, *columns)]
            self._pack(part)
            rows, *columns = [[v for v, w in zip(values, waits, strict=True) if not w] for values in (rows, *columns)]
        self.agencies_named = self.agencies_named or any(a is not None for a in agencies)
        return rows, columns

    def _pack(self, part: Sequence[Sequence[Any]]) -> None:
        self._packed.append(zlib.compress(json.dumps([list(v) for v in part], ensure_ascii=False).encode(), 1))

    def waiting(self) -> Iterator[Chunk]:
        """Yield what waited, in the order of the list; a list of units in one piece."""
        parts: Iterator[list[list[Any]]] = (json.loads(zlib.decompress(packed)) for packed in self._packed)
        if self._whole:
            parts = iter([[list(chain.from_iterable(values)) for values in zip(*parts, strict=True)]])
        for part in parts:
            if part:
                yield part[0], part[1:]
        self._packed.clear()
