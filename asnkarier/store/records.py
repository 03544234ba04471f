"""One record of any table of the log: where it lies, how it is read, put back, changed or taken out."""

from collections.abc import Mapping, Sequence
from typing import Any

from .database import Database

SPANS = frozenset({"person_post", "person_duty", "person_unit", "person_golongan", "person_status", "person_kind"})
ATTRIBUTES = (
    "name",
    "title_front",
    "title_back",
    "sex",
    "birth_date",
    "appointed_on",
    "education",
    "field_of_study",
    "last_pay_step",
    "email",
)
"""What is kept of a person without a span of its own."""


def place(table: str, record_id: int, key: str) -> tuple[str, tuple[Any, ...]]:
    """Return the WHERE clause and its parameters that find the record a change is about."""
    if table in SPANS:
        return "person_id = ? AND since = ?", (record_id, key)
    if table == "person_nip":
        return "nip = ?", (key,)
    if table == "setting":
        return "name = ?", (key,)
    if table == "assessment_level":
        return "assessment_id = ? AND competency_id = ?", (record_id, int(key))
    return "id = ?", (record_id,)


def columns(db: Database, table: str) -> list[str]:
    """Return the names of a table's columns."""
    cursor = db.connection.cursor()
    cursor.execute(f"SELECT * FROM {table} WHERE 1 = 0")
    return [str(column[0]) for column in cursor.description]


def read(db: Database, table: str, where: str, parameters: Sequence[Any]) -> list[dict[str, Any]]:
    """Return the records that `where` finds, as column → value."""
    names = columns(db, table)
    found = db.rows(f"SELECT {', '.join(names)} FROM {table} WHERE {where}", parameters)
    return [dict(zip(names, row, strict=True)) for row in found]


def insert(db: Database, table: str, values: Mapping[str, Any]) -> bool:
    """Put a record back; False where the schema stands against it (its key is taken, or what it refers to has gone)."""
    marks = ",".join("?" * len(values))
    return db.attempt(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", tuple(values.values()))


def update(db: Database, table: str, where: str, parameters: Sequence[Any], values: Mapping[str, Any]) -> bool:
    """Change a record; False where the schema stands against it."""
    sets = ", ".join(f"{name} = ?" for name in values)
    return db.attempt(f"UPDATE {table} SET {sets} WHERE {where}", (*values.values(), *parameters))


def delete(db: Database, table: str, where: str, parameters: Sequence[Any]) -> bool:
    """Take a record out; False where something else refers to it."""
    return db.attempt(f"DELETE FROM {table} WHERE {where}", tuple(parameters))
