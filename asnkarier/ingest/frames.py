"""What the reading child tells the parent, in order: sheet, rows…, findings…, end, for every list it found.

One frame is a JSON array whose first item names it; on the pipe each frame is preceded by its length in 8 bytes
(big-endian). Sheet rows are counted from 1 and columns named by letter, as the officer sees them in Excel. A list that
carries two kinds (`--as roster,assessments`) comes as two sequences of frames, one a kind.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Literal, NamedTuple

from asnkarier.core.finding import Finding, Severity
from asnkarier.core.rules.discipline import Sanction

LEVEL_PREFIX = "level:"
"""A wide assessment has one field a competency: `level:<competency as the city or the nine spell it>`."""

How = Literal[
    "exact", "parent", "near", "values", "layout", "map", "set", "title", "section", "split", "fills", "joins"
]
"""Why a column was read as a field: its header word for word; parent and child header together; nearly; decided by what
stands in the column; a known export; told by --map; told by --set; from the title or a key-value row above the list;
from the section rows between the employees; one of two facts in one cell; a second column that fills the blanks;
another one that says more of the same."""

Why = Literal[
    "unknown",
    "number",
    "not_kept",
    "old_nip",
    "second_nip",
    "derived",
    "duplicate",
    "blank_header",
    "ambiguous",
    "other_kind",
    "other_time",
    "empty",
    "told",
]
"""Why a column was not read; `told` is --map HEADER= with nothing after it."""


class ColumnMap(NamedTuple):
    """One field of the list and where it comes from; `column` and `header` are empty where no column holds it."""

    column: str
    header: str
    field: str
    how: How


class IgnoredColumn(NamedTuple):
    """One column of the list that was not read."""

    column: str
    header: str
    why: Why


class Hidden(NamedTuple):
    """What the officer does not see in Excel but was read: `sheet` is whether the whole sheet is hidden."""

    sheet: bool = False
    rows: int = 0
    columns: tuple[str, ...] = ()


class SheetFrame(NamedTuple):
    """A list was found. `fields` are the columns of the rows frames; `columns` is shown before anything else."""

    file: str
    sheet: str
    kind: str
    header_row: int
    fields: tuple[str, ...]
    columns: tuple[ColumnMap, ...]
    ignored: tuple[IgnoredColumn, ...]
    dated: str | None
    """ISO date of `KEADAAN 31 DESEMBER 2025` in the title; None when the list does not say."""
    hidden: Hidden
    layout: str
    """`siasn_data_utama`, `ekinerja`, the name of a saved mapping, or empty."""
    expected_rows: int
    """How many sheet rows lie below the header: for the progress bar, not a promise."""
    until: str | None = None
    """The last day that the title names, as `TAHUN 2023` does; `?` where it names one that cannot be told."""
    title: str = ""
    """What stands above the list."""
    since: str | None = None
    """The first day that the title names, as `TAHUN 2023` does and `KEADAAN 31 DESEMBER 2023` does not."""


class RowsFrame(NamedTuple):
    """Rows without an error: their sheet row numbers, and one list of canonical values for each field."""

    rows: list[int]
    columns: list[list[Any]]
    beside: bool = False
    """Whether these are more facts of rows that the frame before has delivered: they are counted there."""


class FindingsFrame(NamedTuple):
    """Problems; those before the first sheet frame are about the file."""

    findings: list[Finding]


class EndFrame(NamedTuple):
    """The list is over: read = delivered + rejected + skipped."""

    read: int
    delivered: int
    rejected: int
    skipped: int
    skipped_why: Mapping[str, int]
    """Why → rows.

    `blank`, `example`, `not_asn`, `nobody`, `nothing_said`, `code_of_ethics`, `section`, `total`, `signature`, `numbering`, `repeated_header`.
    """
    named: Sequence[str] = ()
    """The NIPs of rejected rows, where they could be read: who stands in the list is not missing from it."""
    around: Sequence[int] = ()
    """The rows without which a part of the list cannot be read: title, headers, sections."""
    apart: Sequence[tuple[int, int]] = ()
    """Pairs: a row of these, and somebody above it who keeps it apart from the one before."""
    leaning: Sequence[int] = ()
    """Rows about whom the row right above them is about."""


class DoneFrame(NamedTuple):
    """The file was read to its end; without it the child has died. `lists` counts the sheet frames."""

    lists: int


Frame = SheetFrame | RowsFrame | FindingsFrame | EndFrame | DoneFrame


class SavedMap(NamedTuple):
    """A mapping an officer kept: a list with exactly these headers is of this kind, its columns read as `maps` says."""

    name: str
    kind: str
    headers: tuple[str, ...]
    maps: Mapping[str, str]


class PredicateScale(NamedTuple):
    """How a law names predicates from a year on: by a `matrix` of ratings or a `scale` of scores.

    A scale ends at `highest`; from `idea_from` on the predicate depends on a new idea. Both are 1/10 000, None where the law says none.
    """

    since: int
    method: str
    law: str
    names: tuple[str, ...]
    highest: int | None = None
    idea_from: int | None = None
    codes: Mapping[str, int] = {}
    """Predicate → its number in BKN's systems, where the law gives it one."""


class SanctionLaw(NamedTuple):
    """How a law of discipline names its sanctions, from a day (ISO) on; what has the words of `ethics` is none."""

    since: str
    law: str
    sanctions: tuple[Sanction, ...]
    ethics: tuple[str, ...] = ()


class ReadOptions(NamedTuple):
    """What the officer said about the files, and what the file of the city knows."""

    as_kinds: tuple[str, ...] = ()
    """`--as`: the kinds the sheets hold; empty = decide."""
    sheets: tuple[str, ...] = ()
    """`--sheet`: names or numbers from 1; empty = all that hold a list."""
    maps: Mapping[str, str] = {}
    """`--map HEADER=field` (header or column letter → field, an empty field = ignore the column)."""
    sets: Mapping[str, str] = {}
    """`--set FIELD=VALUE`: the value of every row that has none of its own."""
    today: str = ""
    """ISO date; years are plausible against it. The child has no clock."""
    competencies: tuple[str, ...] = ()
    """The technical and other competencies the city keeps: columns of a wide assessment beyond the nine."""
    layout: str = ""
    """Name of the saved mapping that `maps` comes from."""
    large: bool = False
    """`--large`: lift the ceiling of 1.5 GiB."""
    seconds: float = 600.0
    """Wall clock of the child for one file."""
    saved: tuple[SavedMap, ...] = ()
    """Mappings kept for files of the same layout."""
    scales: tuple[PredicateScale, ...] = ()
    """The laws of predicates, the oldest first."""
    sanctions: tuple[SanctionLaw, ...] = ()
    """The laws of discipline, the oldest first."""
    units: Mapping[str, Sequence[str]] = {}
    """Folded name of a unit below an agency → the agencies that have one of this name."""


_REPEATED = 4
"""A column is packed where its values repeat so often on average."""

_TAGS: dict[type, str] = {
    SheetFrame: "sheet",
    RowsFrame: "rows",
    FindingsFrame: "findings",
    EndFrame: "end",
    DoneFrame: "done",
}


def encoded(frame: Frame) -> bytes:
    """Return the frame as JSON; the C encoder writes the whole of it in one call (named tuples are arrays to it)."""
    if isinstance(frame, RowsFrame):
        frame = frame._replace(columns=[_packed(column) for column in frame.columns])
    return json.dumps([_TAGS[type(frame)], *frame], ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "replace"
    )


def _packed(column: list[Any]) -> Any:
    """Write a column of few different values as these and their places: half the bytes, and the parent makes each value once."""
    places = dict.fromkeys(column)
    if len(places) * _REPEATED > len(column):
        return column
    if len(places) == 1:
        return {"w": list(places)}
    for place, value in enumerate(places):
        places[value] = place
    return {"w": list(places), "i": list(map(places.__getitem__, column))}


def _unpacked(column: Any, count: int) -> list[Any]:
    if isinstance(column, dict):
        values: list[Any] = column["w"]
        return list(map(values.__getitem__, column["i"])) if "i" in column else values * count
    result: list[Any] = column
    return result


def decoded(data: bytes) -> Frame:
    """Return the frame that `encoded` wrote; ValueError when it is not one."""
    tag, *rest = json.loads(data)
    match tag:
        case "rows":
            return RowsFrame(rest[0], [_unpacked(column, len(rest[0])) for column in rest[1]], rest[2])
        case "findings":
            return FindingsFrame([_finding(f) for f in rest[0]])
        case "sheet":
            sheet = SheetFrame(*rest)
            return sheet._replace(
                fields=tuple(sheet.fields),
                columns=tuple(ColumnMap(*c) for c in sheet.columns),
                ignored=tuple(IgnoredColumn(*c) for c in sheet.ignored),
                hidden=Hidden(rest[8][0], rest[8][1], tuple(rest[8][2])),
            )
        case "end":
            end = EndFrame(*rest)
            apart = tuple((row, above) for row, above in end.apart)
            return end._replace(
                named=tuple(end.named), around=tuple(end.around), apart=apart, leaning=tuple(end.leaning)
            )
        case "done":
            return DoneFrame(*rest)
    raise ValueError(f"unknown frame {tag!r}")


def _finding(item: Sequence[Any]) -> Finding:
    code, severity, file, sheet, row, column, value, values = item
    kind: Severity = severity
    return Finding(code, kind, file, sheet, row, column, value, values)


def options_to_json(options: ReadOptions) -> str:
    """Return the options as text for the child's stdin."""
    return json.dumps(options._asdict(), ensure_ascii=True)


def options_from_json(text: str) -> ReadOptions:
    """Read what `options_to_json` wrote."""
    data = json.loads(text)
    for name in ("as_kinds", "sheets", "competencies"):
        data[name] = tuple(data[name])
    data["saved"] = tuple(SavedMap(name, kind, tuple(headers), maps) for name, kind, headers, maps in data["saved"])
    data["scales"] = tuple(
        PredicateScale(since, how, law, tuple(names), *ends) for since, how, law, names, *ends in data["scales"]
    )
    data["sanctions"] = tuple(
        SanctionLaw(
            since,
            law,
            tuple(Sanction(name, level, tuple(words), *more) for name, level, words, *more in sanctions),
            tuple(ethics),
        )
        for since, law, sanctions, ethics in data["sanctions"]
    )
    return ReadOptions(**data)


def today_of(options: ReadOptions) -> date:
    """Return the day the options speak of; the latest day there is when they do not say."""
    return date.fromisoformat(options.today) if options.today else date(9999, 12, 31)
