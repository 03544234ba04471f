"""One list being taken in: where its cells are, what was found wrong, and how its rows ended."""

from collections.abc import Mapping, Sequence
from json import JSONEncoder
from typing import Any

from asnkarier.core.finding import Finding, Severity

from .references import Trouble

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
        self.inserted = self.updated = self.unchanged = self.rejected = self.skipped = self.read = 0

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

    Only numbers are kept (the hash of the key, and of the values beside the place), so that a long list stays small.
    """

    def __init__(self, left_out: frozenset[int] = frozenset()) -> None:
        self.left_out = left_out
        self.conflicts: set[int] = set()
        self._seen: dict[int, int] = {}
        self._sheets: list[Sheet] = []

    def check(
        self, sheet: Sheet, keys: Sequence[object], texts: Sequence[str], rows: Sequence[int], field: str
    ) -> list[int]:
        """Return the indexes of the rows to go on with; note findings for the others."""
        if not self._sheets or self._sheets[-1] is not sheet:
            self._sheets.append(sheet)
        here = len(self._sheets) - 1
        good: list[int] = []
        for i, key in enumerate(keys):
            mark = hash((sheet.kind, key))
            values = hash(texts[i]) & 0xFFFF_FFFF
            if mark in self.left_out:
                self._told_again(sheet, mark, rows[i], field, str(key))
                continue
            before = self._seen.setdefault(mark, values << 48 | here << 32 | rows[i])
            if before == (values << 48 | here << 32 | rows[i]):
                good.append(i)
                continue
            first = self._sheets[before >> 32 & 0xFFFF]
            first_row = before & 0xFFFF_FFFF
            if before >> 48 == values:
                place = {"first": f"{first.name}!{first_row}"}
                sheet.find("row_twice", "warning", row=rows[i], field=field, value=_said(key), values=place)
                sheet.unchanged += 1
                continue
            sheet.rejected += 1
            sheet.find(
                "rows_disagree",
                "error",
                row=rows[i],
                field=field,
                value=_said(key),
                values={"other": f"{first.name}!{first_row}"},
            )
            if mark not in self.conflicts:
                other = {"other": f"{sheet.name}!{rows[i]}"}
                first.find("rows_disagree", "error", row=first_row, field=field, value=_said(key), values=other)
            self.conflicts.add(mark)
        return good

    def _told_again(self, sheet: Sheet, mark: int, row: int, field: str, key: str) -> None:
        sheet.rejected += 1
        before = self._seen.get(mark)
        place = "" if before is None else f"{self._sheets[before >> 32 & 0xFFFF].name}!{before & 0xFFFF_FFFF}"
        if before is None:
            self._seen[mark] = (len(self._sheets) - 1) << 32 | row
            return
        first = self._sheets[before >> 32 & 0xFFFF]
        first.find(
            "rows_disagree",
            "error",
            row=before & 0xFFFF_FFFF,
            field=field,
            value=key,
            values={"other": f"{sheet.name}!{row}"},
        )
        sheet.find("rows_disagree", "error", row=row, field=field, value=key, values={"other": place})


def _said(key: object) -> str:
    return " · ".join(str(part) for part in key if part not in ("", None)) if isinstance(key, tuple) else str(key)


def column(chunk: Mapping[str, list[Any]], field: str, count: int) -> list[Any]:
    """Return the values of a field, or blanks where the list has no such column."""
    found = chunk.get(field)
    return found if found is not None else [None] * count


def row_texts(columns: Sequence[Sequence[Any]]) -> list[str]:
    """Return each row as JSON, in the order of the fields, as the log keeps it."""
    return [_encode(row) for row in zip(*columns, strict=True)]
