"""What the shell offers while people type."""

from asnkarier.core.names import folded
from asnkarier.store.database import Database

FEW = 50

_QUERIES = {
    "nip": (
        "SELECT n.nip, p.name FROM person_nip n JOIN person p ON p.id = n.person_id"
        " WHERE n.nip >= ? AND n.nip < ? ORDER BY n.nip LIMIT ?"
    ),
    "unit": "SELECT DISTINCT name, '' FROM unit WHERE name_key LIKE ? ESCAPE '\\' ORDER BY name LIMIT ?",
    "position": "SELECT DISTINCT name, '' FROM position WHERE name_key LIKE ? ESCAPE '\\' ORDER BY name LIMIT ?",
}


def beginning_with(db: Database, what: str, typed: str) -> list[tuple[str, str]]:
    """Return values of `what` (nip, unit, position or year) that begin as typed, each with a word of help."""
    if what == "year":
        rows = [(year, "") for year in _years(db) if str(year).startswith(typed)]
    elif what == "nip":
        rows = db.rows(_QUERIES[what], (typed, typed + "\x7f", FEW))
    else:
        escaped = folded(typed).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        rows = db.rows(_QUERIES[what], (escaped + "%", FEW))
    return [(str(value), str(help)) for value, help in rows]


def _years(db: Database) -> list[int]:
    """Return the years of the evaluations, newest first, and before them the one that follows."""
    years = [int(year) for (year,) in db.rows("SELECT DISTINCT year FROM evaluation ORDER BY year DESC")]
    return [years[0] + 1, *years] if years else []
