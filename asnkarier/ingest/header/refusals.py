"""Layouts that would be misread: lists side by side, years side by side, a person over several rows. Each is one sentence."""

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from asnkarier.core.kinds.vocabulary import words
from asnkarier.core.parse.base import Bad, nothing, text_of
from asnkarier.core.parse.dates import MONTHS
from asnkarier.core.parse.numbers import read_decimal, read_level
from asnkarier.core.text import folded
from asnkarier.ingest.frames import LEVEL_PREFIX, ReadOptions
from asnkarier.ingest.header.bound import Samples, told_entry
from asnkarier.ingest.header.headers import known_headers, of_kind, person_headers
from asnkarier.ingest.header.layout import SEARCHED, Column, Header
from asnkarier.ingest.header.likely import candidates, scored
from asnkarier.sheets.book import column_letter

Refusal = tuple[str, dict[str, str | int]]

_PERIOD: Final = re.compile(r"(?i)\b(?:20\d\d|(?:tw|triwulan|tri\s*wulan|smt|sem|semester)\.?\s*(?:[1-4]|i{1,3}|iv)\b)")
_LONGEST: Final = 60
_NIP: Final = re.compile(r"(?:nip\W*)?\d[\d\s.]{16,22}", re.IGNORECASE)
_NIP_WITHIN: Final = re.compile(r"(?<!\d)\d{18}(?!\d)|(?i:\bnip\b)\W*\d[\d\s.]{16,}")
_DAY: Final = re.compile(r"\d{1,2}\W+(?:\d{1,2}|[A-Za-z]+)\W+(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d(?: .*)?")
_MOST_ALTERNATE: Final = 0.6
"""The share of the rows that must come in pairs before the list is one of people over two rows."""


def refusal(header: Header, samples: Samples, rows: Sequence[Sequence[Any]], options: ReadOptions) -> Refusal | None:
    """Return why the list under `header` would be misread; `rows` are those from the header's first on."""
    return (
        _beside(header, samples, options)
        or (None if options.as_kinds else turned(rows))
        or over_rows(rows[header.data - header.top :], header, several=_several_of_one(header, samples, options))
    )


def _several_of_one(header: Header, samples: Samples, options: ReadOptions) -> bool:
    """Tell whether the list seems to be of a kind that has several rows of one person, such as trainings."""
    likely = scored(header, samples, options, frozenset())
    return bool(likely) and likely[0].kind.name != "roster"


def _beside(header: Header, samples: Samples, options: ReadOptions) -> Refusal | None:
    """Two lists side by side repeat their headers, or a second whole list follows an empty column."""
    told = {folded(key): value for key, value in options.maps.items()}
    columns = [column for column in header.columns if told_entry(column, told, samples) is None]
    nips, _names = person_headers()
    first: dict[str, Column] = {}
    again: list[Column] = []
    for column in columns:
        if not column.full or not samples.filled(column.at):
            continue
        if column.full in first:
            again.append(column)
        first.setdefault(column.full, column)
    second = next((column for column in again if column.full in nips), None)
    if second is not None and len(again) > 1 and all(_is_nip(value) for value in samples.filled(second.at)[:20]):
        return "lists_side_by_side", {"column": samples.letter(min(column.at for column in again))}
    for at in [column.at for column in columns if not column.path and not samples.filled(column.at)]:
        left = header._replace(columns=tuple(c for c in columns if c.at < at))
        right = header._replace(columns=tuple(c for c in columns if c.at > at))
        repeated = {c.full for c in left.columns} & {c.full for c in right.columns} - {""}
        if repeated and all(candidates(scored(part, samples, options, frozenset())) for part in (left, right)):
            return "lists_side_by_side", {"column": samples.letter(right.columns[0].at)}
    return None


_HOURS: Final = re.compile(r"(?i)\b(?:jpl?|jam)\b")


def periods_beside(rows: Sequence[Sequence[Any]], first_column: int) -> Refusal | None:
    """Find one column a year or quarter: headers that differ only in it, in a header of people."""
    nips, names = person_headers()
    people = False
    for number, row in enumerate(rows[:SEARCHED]):
        cells = [(at, text) for at, cell in enumerate(row) if (text := text_of(cell)) and len(text) <= _LONGEST]
        if any(_is_nip(cell) or (isinstance(cell, str) and _NIP_WITHIN.search(cell)) for cell in row):
            continue
        cells = [(at, text) for at, text in cells if not _DAY.fullmatch(text)]  # of somebody, in a row of data
        people = people or any(folded(text) in nips | names for _at, text in cells)
        months = [(at, text) for at, text in cells if folded(text) in MONTHS]
        if people and len(months) >= _SEVERAL_MONTHS and _are_predicates(rows[number + 1 :], [at for at, _ in months]):
            return "periods_side_by_side", {
                "headers": ", ".join(text for _at, text in months),
                "column": months[0][1],
                "field": "predicate",
                "set": f"period=M{MONTHS[folded(months[0][1])]}",
            }
        groups: dict[str, dict[str, tuple[int, str]]] = {}
        for at, text in cells:
            if match := _PERIOD.search(text):
                groups.setdefault(folded(_PERIOD.sub("", text)), {}).setdefault(folded(match[0]), (at, text))
        found = next((list(group.values()) for group in groups.values() if len(group) > 1), None)
        if people and found:
            year = re.search(r"20\d\d", found[0][1])
            if year and _HOURS.search(_PERIOD.sub("", found[0][1])):
                headers = ", ".join(text for _at, text in found)
                return "hours_side_by_side", {"headers": headers, "column": found[0][1], "year": year[0]}
            named = bool(folded(_PERIOD.sub("", found[0][1])))
            column = found[0][1] if named else column_letter(found[0][0] + first_column)
            return "periods_side_by_side", {
                "headers": ", ".join(text for _at, text in found),
                # A year below a common parent, or above its columns, is enough; a header that says more is to be named.
                "column": "" if year and not named else column,
                "field": _field_below(rows[number + 1 :], found[0][0]),
                "set": f"year={year[0]}" if year else "period=Q1",
            }
    return None


_SEVERAL_MONTHS: Final = 3


def _are_predicates(rows: Sequence[Sequence[Any]], places: Sequence[int]) -> bool:
    """Tell whether predicates stand below months, and neither days worked nor pay."""
    below = [row[at] for row in rows for at in places if at < len(row) and not nothing(text_of(row[at]))]
    known = words("predicate")
    return bool(below) and sum(folded(text_of(cell)) in known for cell in below) * 2 > len(below)


def _field_below(rows: Sequence[Sequence[Any]], at: int) -> str:
    """Return what the first cell below a header holds: marks are a score, words a predicate."""
    below = (row[at] for row in rows if at < len(row) and not nothing(text_of(row[at])))
    first = next(below, None)
    return "score" if first is not None and isinstance(read_decimal(first), int) else "predicate"


_TURNED: Final = 3
"""So many of the nine competencies below one another, each with levels to its right, are the rows of a table that lies on its side."""


def turned(rows: Sequence[Sequence[Any]]) -> Refusal | None:
    """Find standards with the competencies down a column and the posts across: they are to be turned first."""
    levels = {key for key, entry in of_kind("standards").items() if entry.fields[0].startswith(LEVEL_PREFIX)}
    for at in range(max(map(len, rows), default=0)):
        found = [
            (number, row)
            for number, row in enumerate(rows)
            if at < len(row) and isinstance(row[at], str) and folded(row[at]) in levels
        ]
        filled = [
            {place for place, cell in enumerate(row) if place > at and not isinstance(read_level(cell), Bad | None)}
            for _number, row in found
        ]
        across = sorted(set.intersection(*filled)) if len(found) >= _TURNED else []
        heads = (
            [[text_of(row[place]) if place < len(row) else "" for place in across] for row in rows[: found[0][0]]]
            if across
            else []
        )
        posts = next((names for names in reversed(heads) if all(map(_is_name, names))), [])
        if posts and not any(folded(post) in known_headers() for post in posts):
            return "standards_turned", {"competency": text_of(found[0][1][at]), "posts": ", ".join(posts)}
    return None


def over_rows(rows: Sequence[Sequence[Any]], header: Header, *, several: bool = False) -> Refusal | None:
    """Find people over two rows: a name above its NIP in one column, or rows that only go on with the row of a NIP.

    `several`: a row that fills all that the row of the NIP fills beside the person is one more of that person's.
    """
    filled = [(row, cells) for row in rows if (cells := _filled(row))]
    if not filled:
        return None
    above: Counter[int] = Counter()
    further = 0
    nips, names = person_headers()
    known = [column.at for column in header.columns if column.child in nips | names]
    for (one, over), (two, cells) in itertools.pairwise(filled):
        if len(over) > len(cells):
            for at, (upper, lower) in enumerate(zip(one, two, strict=False)):
                if _is_nip(lower) and isinstance(upper, str) and folded(upper) not in nips and _is_name(upper):
                    above[at] += 1
        if known and cells[0] > max(known) and any(map(_is_nip, one)) and not any(map(_is_nip, two)):
            goes_on = set(cells) <= set(over)
            whole = several and {at for at in over if at > max(known)} <= set(cells)
            further += goes_on and not whole
    pairs = max(max(above.values(), default=0), further if further > 1 else 0)
    return ("person_over_rows", {}) if pairs and pairs * 2 >= _MOST_ALTERNATE * len(filled) else None


def _filled(row: Sequence[Any]) -> list[int]:
    return [at for at, cell in enumerate(row) if cell is not None and cell != "" and not nothing(text_of(cell))]


def _is_nip(cell: Any) -> bool:
    return isinstance(cell, str) and _NIP.fullmatch(cell.strip(" '’")) is not None


def _is_name(text: str) -> bool:
    return sum(letter.isalpha() for letter in text) > 2 and not any(letter.isdigit() for letter in text)
