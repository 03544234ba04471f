"""Counts that are evidence of how an institution manages its people: appointments, decisions, plans."""

from asnkarier.store.database import Database


def appointed_in(db: Database, first: str, last: str) -> int:
    """Count how many who were in service before took up another post in a time, as far as the roster states the days."""
    row = db.one(
        "SELECT COUNT(DISTINCT o.person_id) FROM person_post o JOIN person p ON p.id = o.person_id"
        " WHERE o.stated = 1 AND o.since BETWEEN ? AND ? AND p.appointed_on < ?"
        # A new inauguration into the post held until the day before is no other post.
        " AND o.position_id <> COALESCE((SELECT b.position_id FROM person_post b WHERE b.person_id = o.person_id"
        " AND b.since < o.since ORDER BY b.since DESC LIMIT 1), 0)",
        (first, last, first),
    )
    return int(row[0]) if row else 0


def counted(db: Database, table: str, column: str = "", first: str = "", last: str = "") -> int:
    """Count the rows of a table, or those whose day lies in a time."""
    where, values = _between(column, first, last)
    row = db.one(f"SELECT COUNT(*) FROM {table}{where}", values)
    return int(row[0]) if row else 0


def people_with(db: Database, table: str, column: str = "", first: str | int = "", last: str | int = "") -> set[int]:
    """Return who has a row in a table of facts, or one whose day or year lies in a time."""
    where, values = _between(column, first, last)
    return {int(row[0]) for row in db.rows(f"SELECT DISTINCT person_id FROM {table}{where}", values)}


def _between(column: str, first: str | int, last: str | int) -> tuple[str, tuple[str | int, ...]]:
    return (f" WHERE {column} BETWEEN ? AND ?", (first, last)) if column else ("", ())
