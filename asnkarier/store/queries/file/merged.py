"""Names that `unit merge` and `position merge` took away: a list that still writes them means what they were joined into."""

import json
from collections.abc import Container, Mapping
from typing import Any, Final, NamedTuple

from asnkarier.store.database import Database

INTO: Final = "merged_into"
"""Stands beside the values of a record that a merge took out: the number of the one it was joined into."""
_COMMANDS = ("unit merge", "position merge")


class Gone(NamedTuple):
    """A unit or post that was joined into another: its number and keys as they were, and what it is part of today."""

    number: int
    name_key: str
    place: str
    """The path of the unit itself, or of the unit of the post; '' for a post without one."""
    kept: int


def gone(db: Database, table: str, known: Container[int]) -> list[Gone]:
    """Return what merges that were not undone took out of a table, as far as what they led to is `known` today."""
    marks = ",".join("?" * len(_COMMANDS))
    rows = [
        (int(number), json.loads(fields))
        for number, fields in db.rows(
            "SELECT c.record_id, c.fields FROM batch b JOIN change c ON c.id BETWEEN b.first_change AND b.last_change"
            f" WHERE b.command IN ({marks}) AND b.undone_by IS NULL AND c.op = 'D' AND c.tbl = ? ORDER BY c.id",
            (*_COMMANDS, table),
        )
    ]
    into = {number: int(fields[INTO]) for number, fields in rows if INTO in fields}
    place = "path_key" if table == "unit" else "place_key"
    found = []
    for number, fields in rows:
        kept, seen = into.get(number), {number}
        while kept in into and kept not in known and kept not in seen:
            seen.add(kept)
            kept = into[kept]
        if kept is not None and kept in known:
            found.append(Gone(number, str(fields["name_key"]), str(fields[place]), kept))
    return found


def without_target(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of a record that a merge took out, as they were in its table."""
    return {name: value for name, value in fields.items() if name != INTO}
