"""What is typed by hand: checked against its table's model, written, logged with its fields by name. Undone like an import."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError
from sqlmodel import SQLModel

from asnkarier.core.errors import Usage
from asnkarier.store import records
from asnkarier.store.database import Database
from asnkarier.store.intake.log import ChangeLog


def validated(table: type[SQLModel], values: Mapping[str, Any]) -> dict[str, Any]:
    """Return `values` as the table's model takes them, with its defaults; Usage naming the first field it refuses.

    A table model checks nothing when it is made, only when it is asked to validate.
    """
    try:
        return table.model_validate(dict(values)).model_dump()
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        raise Usage("value_refused", {"field": field, "reason": first["msg"]}) from error


def insert(
    db: Database, log: ChangeLog, table: type[SQLModel], values: Mapping[str, Any], *, key: str = "", person: int = 0
) -> int:
    """Insert a record and log it; return its id."""
    name = str(table.__tablename__)
    number = db.next_id(name)
    row = validated(table, {**values, "id": number})
    if not records.insert(db, name, row):
        raise Usage("record_refused", {"table": name})
    told = {field: value for field, value in row.items() if field != "id" and value not in (None, "")}
    log.inserted(name, number, told, key=key, person=person)
    return number


def update(
    db: Database,
    log: ChangeLog,
    table: type[SQLModel],
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    *,
    key: str = "",
    person: int = 0,
) -> dict[str, tuple[Any, Any]]:
    """Bring the record `old` (with its id) up to `new` and log what differs; return field → (old, new)."""
    name = str(table.__tablename__)
    row = validated(table, {**old, **new})
    changes = {field: (old[field], value) for field, value in row.items() if old[field] != value}
    if not changes:
        return {}
    after = {field: value for field, (_, value) in changes.items()}
    if not records.update(db, name, "id = ?", (old["id"],), after):
        raise Usage("record_refused", {"table": name})
    log.updated(name, int(old["id"]), changes, key=key, person=person)
    return changes


def delete(db: Database, log: ChangeLog, table: str, old: Mapping[str, Any], *, person: int = 0, key: str = "") -> None:
    """Take a record out and log all of it, so that it can be put back; Usage where something else refers to it."""
    if not records.delete(db, table, "id = ?", (old["id"],)):
        raise Usage("record_in_use", {"table": table})
    log.deleted(table, int(old["id"]), dict(old), key=key, person=person)


def rows(db: Database, table: str, **values: Any) -> list[dict[str, Any]]:
    """Return the records that hold these values, as column → value, by id."""
    where = " AND ".join(f"{column} = ?" for column in values)
    return sorted(records.read(db, table, where, tuple(values.values())), key=lambda row: int(row["id"]))
