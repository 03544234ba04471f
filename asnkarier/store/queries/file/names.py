"""The names behind the numbers by which records refer to units, posts, competencies and people, also of those that have gone."""

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final

from asnkarier.store.database import Database

from .merged import INTO

_TABLES: Final[Mapping[str, tuple[str, str]]] = {
    "unit_id": ("unit", "unit"),
    "parent_id": ("unit", "parent"),
    "agency_id": ("unit", "agency"),
    "position_id": ("position", "position"),
    "competency_id": ("competency", "competency"),
    "person_id": ("person", ""),
    "mentor_id": ("person", "mentor"),
    "mentee_id": ("person", "mentee"),
    INTO: ("", ""),
}
"""Column → the table it refers to, and the field that people know it as; '' where it is said elsewhere."""

Named = Callable[[Mapping[str, Any]], dict[str, Any]]


def names_in(db: Database) -> Named:
    """Return a function that puts names in place of numbers in the fields of a record, or in its [old, new] pairs."""

    @cache
    def name(table: str, number: int) -> str:
        row = db.one(f"SELECT name FROM {table} WHERE id = ?", (number,))
        if row is not None:
            return str(row[0])
        gone = db.one(
            "SELECT fields FROM change WHERE tbl = ? AND record_id = ? AND op = 'D' ORDER BY id DESC LIMIT 1",
            (table, number),
        )
        return str(json.loads(gone[0]).get("name") or f"#{number}") if gone is not None else f"#{number}"

    def value_of(table: str, value: Any) -> Any:
        if isinstance(value, (list, tuple)):
            return [value_of(table, one) for one in value]
        return name(table, value) if isinstance(value, int) else value

    def named(fields: Mapping[str, Any]) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for field, value in fields.items():
            table, shown = _TABLES.get(field, ("", field))
            if shown:
                result.setdefault(shown, value_of(table, value) if table else value)
        return result

    return named
