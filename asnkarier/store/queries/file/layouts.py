"""Mappings of headers that officers saved for files of the same layout."""

import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from asnkarier.store.database import Database


class SavedLayout(NamedTuple):
    """A layout: recognised by its headers, read as `kind` with `maps` (header → field)."""

    name: str
    kind: str
    headers: frozenset[str]
    maps: Mapping[str, str]


def saved_layouts(db: Database) -> list[SavedLayout]:
    """Return every saved layout, by name."""
    result = []
    for name, kind, text in db.rows("SELECT name, kind, text FROM saved_map ORDER BY name"):
        told = json.loads(text)
        result.append(SavedLayout(name, kind, frozenset(told["headers"]), told["maps"]))
    return result


def save_layout(db: Database, name: str, kind: str, headers: Sequence[str], maps: Mapping[str, str]) -> None:
    """Keep a layout under `name`, in place of one of that name."""
    text = json.dumps({"headers": sorted(set(headers)), "maps": dict(maps)}, ensure_ascii=False)
    db.execute("DELETE FROM saved_map WHERE name = ?", (name,))
    db.execute("INSERT INTO saved_map (name, kind, text) VALUES (?,?,?)", (name, kind, text))
