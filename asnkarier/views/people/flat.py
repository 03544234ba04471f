"""One person whole as one table: a row for each value, by the names that JSON gives it. What csv holds of `show`."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from asnkarier.views.shapes import Column, Table

_COLUMNS = tuple(Column(key, key) for key in ("section", "number", "field", "value", "since", "until", "source"))
_BESIDE = frozenset({"since", "until", "source"})
"""What stands in columns of its own beside every value of an entry."""


def flat(
    today: Mapping[str, Any], origins: Mapping[str, Any], lists: Mapping[str, Sequence[Mapping[str, Any]]]
) -> Table:
    """Return the values of today under `person`, then those of each list with the number of their entry in it."""
    rows: list[tuple[object, ...]] = [
        ("person", None, field, value, None, None, place(origins.get(field))) for field, value in today.items()
    ]
    for section, entries in lists.items():
        rows += _entries(section, "", entries)
    return Table("person", _COLUMNS, rows)


def _entries(section: str, above: str, entries: Sequence[Mapping[str, Any]]) -> Iterator[tuple[object, ...]]:
    for nth, entry in enumerate(entries, 1):
        number = f"{above}{nth}"
        beside = (entry.get("since"), entry.get("until"), place(entry.get("source")))
        for field, value in entry.items():
            if field in _BESIDE:
                continue
            if isinstance(value, list) and value and isinstance(value[0], Mapping):
                yield from _entries(f"{section}.{field}", f"{number}.", value)
            else:
                yield section, number, field, value, *beside


def place(source: object) -> str | None:
    """Return where a value stands: file, sheet and cell (or row), or who typed it when."""
    if not isinstance(source, Mapping):
        return None
    if source.get("file") is None:
        return f"{source.get('entered_by')} {source.get('at')}"
    return f"{source['file']} · {source['sheet']}!{source.get('cell') or source.get('row')}"
