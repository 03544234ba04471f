"""Of which days a list speaks, as the rows above it say: of a register, those in which it can be complete."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Final, NamedTuple

from asnkarier.core.parse.base import text_of
from asnkarier.core.parse.named_times import Times, times_in

_COLON: Final = re.compile(r"\s*\|\s*:\s*(?:\|\s*)?|\s*:\s*\|\s*")
_TIME_KEY: Final = re.compile(r"(?i)\A\s*(semester|smt|tri\s?wulan|tw|catur\s?wulan|bulan|tahun|periode)\s*\|\s*")
UNCLEAR: Final = "?"
"""The title names a time that cannot be told from it, or a day of which it does not say what it is."""


class Reaching(NamedTuple):
    """The first and the last day of which a list speaks."""

    since: str | None = None
    """None where it is complete from the first on: `S.D. TAHUN 2025` and `KEADAAN 31 DESEMBER 2025` do not begin."""
    until: str | None = None
    """`UNCLEAR` where it cannot be told, None where the list speaks up to today."""


def reaching(rows: Sequence[Sequence[Any]], sheet: str = "") -> Reaching:
    """Return the days that the rows above a list name; where they name no time of the list, the name of its sheet may."""
    above = times_in([_line(row) for row in rows])
    return _told(_with_sheet(above, rows, sheet) if sheet else above)


def _line(row: Sequence[Any]) -> str:
    """Return the text of a row: a key and its value in cells of their own (`Semester | : | I`) are one."""
    return _TIME_KEY.sub(r"\1 : ", _COLON.sub(" : ", " | ".join(_lines(row))))


def _lines(row: Sequence[Any]) -> list[str]:
    """Return what stands in a row, line by line: lines of a cell may be titles of their own."""
    return [
        text
        for cell in row
        if cell not in ("", None)
        for line in (cell.splitlines() if isinstance(cell, str) else [cell])
        if (text := text_of(line))
    ]


def _with_sheet(above: Times, rows: Sequence[Sequence[Any]], sheet: str) -> Times:
    """Return what title and sheet say: a sheet `2025` or `Juni` narrows a title that names no time of the list, or the year of that month."""
    name = sheet.replace("_", " ")
    own = times_in([name], sheet=True)
    if own == Times() or (above.spans and not above.of_years) or above.unclear:
        return above
    if not above.spans:
        return above if above.since else _joined(above, own)
    both = times_in([*map(_line, rows), name], sheet=True)
    return both if own.unclear and not both.unclear else above


def _joined(above: Times, own: Times) -> Times:
    return Times(
        own.spans,
        (*above.until, *own.until),
        own.since,
        above.placeless or own.placeless,
        own.unclear,
    )


def _told(times: Times) -> Reaching:
    """Return the days; of times with a gap between them those after it are meant.

    What is said of a state, and the day on which the list was made, ends what a time names; a day of nobody knows what
    must not lie before that end.
    """
    since: str | None = None
    until: str | None = None
    if times.spans:
        since, until = _last_run(times.spans)
    if times.since:
        since = max([*times.since, *([since] if since else [])])
    if times.until:
        until = min([*times.until, *([until] if until else [])])
    lost = any(until is None or day < until for day in times.placeless)
    if times.unclear or lost or (since is not None and until is not None and since > until):
        return Reaching(None, UNCLEAR)
    return Reaching(since, until)


def _last_run(spans: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """Return the first and the last day of the spans that join one another up to the last of them."""
    first, last = max(spans, key=lambda span: span[1])
    for since, until in sorted(spans, key=lambda span: span[1], reverse=True):
        if date.fromisoformat(until) + timedelta(days=1) >= date.fromisoformat(first):
            first = min(first, since)
    return first, last
