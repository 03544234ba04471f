"""How the file is: what it holds, and whether SQLite finds it whole."""

from typing import NamedTuple

from asnkarier.store.database import Database

TABLES = (
    "person", "unit", "position", "competency", "standard", "evaluation", "assessment", "training", "history", "education",
    "discipline", "award", "assignment", "feedback", "indicator", "unit_performance", "exam", "credit", "movement", "succession",
    "idp", "mentoring", "selection", "survey", "catalogue", "batch", "change", "seal",
)  # fmt: skip
"""The tables people think in; spans and levels belong to these."""


def counts(db: Database) -> dict[str, int]:
    """Return table → number of records."""
    result: dict[str, int] = {}
    for table in TABLES:
        row = db.one(f"SELECT COUNT(*) FROM {table}")
        result[table] = int(row[0]) if row else 0
    return result


class Orphans(NamedTuple):
    """Records that refer to something that is not there."""

    table: str
    refers_to: str
    records: int


def damage(db: Database) -> list[str]:
    """Return what SQLite finds wrong with the file's structure; nothing where it is whole, or where a server looks after it."""
    if not db.is_file:
        return []
    found = [str(row[0]) for row in db.rows("PRAGMA integrity_check(20)")]
    return [] if found == ["ok"] else found


def orphans(db: Database) -> list[Orphans]:
    """Return references that lead nowhere; a server refuses such, so only a file is asked."""
    if not db.is_file:
        return []
    counted: dict[tuple[str, str], int] = {}
    for table, _, parent, _ in db.rows("PRAGMA foreign_key_check"):
        counted[table, parent] = counted.get((table, parent), 0) + 1
    return [Orphans(*pair, count) for pair, count in sorted(counted.items())]


def last_batch(db: Database) -> int:
    """Return the number of the newest entry in the log, 0 where there is none."""
    row = db.one("SELECT COALESCE(MAX(id), 0) FROM batch")
    return int(row[0]) if row else 0


def schema_version(db: Database) -> int:
    """Return the version of the schema that the file says it has."""
    row = db.one("PRAGMA user_version") if db.is_file else None
    return int(row[0]) if row else int(db.setting("schema_version") or 0)
