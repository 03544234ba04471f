"""A finding: one problem in input, as a code and values. Its words live in views/messages."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "note"]


class Finding(NamedTuple):
    """One problem met while reading or resolving a workbook.

    `row` is the sheet's own row number (1-based), `column` its letter; both empty when the finding is about a whole sheet or file.
    `values` fill the placeholders of the message.
    """

    code: str
    severity: Severity
    file: str = ""
    sheet: str = ""
    row: int | None = None
    column: str | None = None
    value: str | None = None
    values: Mapping[str, str | int] = {}

    @property
    def cell(self) -> str | None:
        """The address of the cell, such as `C7`; None where row or column is unknown."""
        return f"{self.column}{self.row}" if self.column and self.row else None
