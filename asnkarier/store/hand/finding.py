"""Finding the records of a kind of sheet again by what people know of them: names and NIPs instead of ids."""

from collections.abc import Mapping
from typing import Any

from asnkarier.core.kinds.spec import Kind
from asnkarier.core.names import folded, folded_position
from asnkarier.store import records
from asnkarier.store.database import Database
from asnkarier.store.queries import positions
from asnkarier.store.queries.units import Units

_IDS = {
    "nip": "person_id",
    "mentor": "mentor_id",
    "mentee": "mentee_id",
    "unit": "unit_id",
    "position": "position_id",
    "competency": "competency_id",
}
"""Field of a sheet → the column that holds its id, where the table has one."""


def id_column(db: Database, kind: Kind, field: str) -> str | None:
    """Return the column of the kind's table that holds the id of what `field` names; None where the name itself is kept."""
    column = _IDS.get(field)
    own = (kind.name == "units" and field == "unit") or (kind.name == "positions" and field == "position")
    return column if column and not own and column in records.columns(db, kind.table) else None


def matching(db: Database, kind: Kind, ids: Mapping[str, int], values: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the records that agree with `ids` (column → id) and `values` (field → canonical value)."""
    names = records.columns(db, kind.table)
    plain = {f: v for f, v in values.items() if f in names and not isinstance(v, str)}
    where = " AND ".join(f"{name} = ?" for name in (*ids, *plain)) or "1 = 1"
    rows = records.read(db, kind.table, where, (*ids.values(), *plain.values()))
    return [row for row in rows if all(_agrees(row, field, value) for field, value in values.items())]


def has_level(db: Database, assessment: int, competency: int) -> bool:
    """Tell whether an assessment holds a level of a competency."""
    held = "SELECT 1 FROM assessment_level WHERE assessment_id = ? AND competency_id = ?"
    return db.one(held, (assessment, competency)) is not None


def _agrees(row: Mapping[str, Any], field: str, value: Any) -> bool:
    text = str(value or "")
    key = row.get(f"{field}_key", row.get("name_key") if field not in row else None)
    if key is not None:
        return key in (folded(text), folded_position(text))
    have = row.get(field)
    if value is None or have is None:
        return have in (None, "") and value in (None, "")
    return have == value or (isinstance(value, str) and folded(str(have)) == folded(value))


def described(db: Database, kind: Kind, row: Mapping[str, Any], units: Units) -> dict[str, Any]:
    """Return field → value as people know it: NIPs and names instead of ids, no helper columns."""
    told: dict[str, Any] = {}
    for field in kind.fields:
        column = _IDS.get(field.name, "")
        if row.get(column) is not None:
            told[field.name] = _named(db, column, row[column], units)
        elif field.name in row:
            told[field.name] = row[field.name]
        elif field.name == "nip" and kind.name == "roster":
            told["nip"] = _named(db, "person_id", row["id"], units)
        elif field.name in ("unit", "position", "competency") and kind.table == field.name:
            told[field.name] = row["name"]
    return {name: value for name, value in told.items() if value not in (None, "")}


def _named(db: Database, column: str, number: int, units: Units) -> str:
    if column == "unit_id":
        return units.path(number)
    if column == "position_id":
        return positions.label(positions.by_id(db, number), units)
    if column == "competency_id":
        row = db.one("SELECT name FROM competency WHERE id = ?", (number,))
    else:
        row = db.one("SELECT nip FROM person_nip WHERE person_id = ? ORDER BY until DESC", (number,))
    return str(row[0]) if row else str(number)
