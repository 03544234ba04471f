"""Columns of remarks side by side: `REKOMENDASI | SARAN PENEMPATAN | SARAN PENGEMBANGAN` say three things, and all are kept."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from asnkarier.core.parse.base import Bad, read_text
from asnkarier.core.text import cleaned
from asnkarier.ingest.header.bound import Mapped

JOINED: Final = frozenset((("assessments", "suggestion"),))
"""Kinds and their fields of which a list may have several columns."""


class Remarks:
    """The columns of a list that are joined into one field, in the order in which they stand."""

    def __init__(self, mapped: Mapped) -> None:
        """Take those of which there are several."""
        field = next((item.fills for item in mapped.bound if item.how == "joins"), "")
        self.field = field
        self.parts = sorted(
            (item.at, cleaned(item.header.rpartition(">")[2]))
            for item in mapped.bound
            if item.at is not None and field and (item.fills == field or item.fields == (field,))
        )

    def join(self, values: Mapping[str, list[Any]], columns: Sequence[Sequence[Any]]) -> None:
        """Write into the field what each column says, under its header where another says something else."""
        if not self.parts:
            return
        said = [[read_text(cell) for cell in columns[at]] for at, _header in self.parts if at < len(columns)]
        headers = [header for at, header in self.parts if at < len(columns)]
        values[self.field][:] = [_joined(headers, row) for row in zip(*said, strict=True)]


def _joined(headers: Sequence[str], row: Sequence[Any]) -> Any:
    """Return one text of what is said, each thing once."""
    bad = next((value for value in row if type(value) is Bad), None)
    if bad is not None:
        return bad
    told: dict[str, str] = {}
    for header, text in zip(headers, row, strict=True):
        if text is not None:
            told.setdefault(text, header)
    if len(told) < 2:
        return next(iter(told), None)
    return "; ".join(f"{header}: {text}" for text, header in told.items())
