"""What an officer may choose from in a workbook to fill in: the names in force on a day."""

from collections import Counter
from datetime import date

from asnkarier.store.database import Database
from asnkarier.store.queries.units import Units

_ENDED = "COALESCE(in_force_until, '9999-12-31') < ?"


def units(db: Database, day: date) -> list[str]:
    """Return the units in the order of their paths; by the name alone where one unit has it, else by the path."""
    tree = Units(db)
    ended = {row[0] for row in db.rows(f"SELECT id FROM unit WHERE {_ENDED}", (day.isoformat(),))}
    names = Counter(unit.name_key for unit in tree.by_id.values())
    here = [unit for unit in tree.by_id.values() if unit.id not in ended]
    here.sort(key=lambda unit: (unit.path_key, unit.id))
    return [unit.name if names[unit.name_key] == 1 else tree.path(unit.id) for unit in here]


def agencies(db: Database, day: date) -> list[str]:
    """Return the units that stand under no other."""
    found = f"SELECT name FROM unit WHERE parent_id IS NULL AND NOT ({_ENDED}) ORDER BY name_key"
    return [row[0] for row in db.rows(found, (day.isoformat(),))]


def ever_pooled(db: Database) -> dict[str, list[str]]:
    """Return what a policy's pool may name: every agency and every job family of posts that is on record, of whatever day."""
    return {
        "agencies": [row[0] for row in db.rows("SELECT DISTINCT name FROM unit WHERE parent_id IS NULL ORDER BY name")],
        "families": [
            row[0]
            for row in db.rows("SELECT DISTINCT job_family FROM position WHERE job_family <> '' ORDER BY job_family")
        ],
    }


def positions(db: Database, day: date) -> list[str]:
    """Return the names of the posts, each once."""
    found = f"SELECT MIN(name) FROM position WHERE NOT ({_ENDED}) GROUP BY name_key ORDER BY name_key"
    return [row[0] for row in db.rows(found, (day.isoformat(),))]
