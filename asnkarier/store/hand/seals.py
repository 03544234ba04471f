"""Keeping a sealed decision, and its digest in the change log."""

from asnkarier.core.errors import Usage
from asnkarier.store import records
from asnkarier.store.database import Database
from asnkarier.store.intake.log import ChangeLog
from asnkarier.store.queries.seals import packed


def keep(
    db: Database,
    log: ChangeLog,
    position: int,
    as_of: str,
    decree: str | None,
    note: str | None,
    content: bytes,
    sha256: str,
) -> int:
    """Insert a sealed decision and log it, the document by its digest alone; return its number."""
    number = _next_number(db)
    row = {
        "id": number,
        "position_id": position,
        "as_of": as_of,
        "decree": decree,
        "note": note,
        "sealed_by": log.actor.by,
        "sealed_at": log.at,
        "document": packed(content),
        "sha256": sha256,
    }
    if not records.insert(db, "seal", row):
        raise Usage("record_refused", {"table": "seal"})
    told = {name: value for name, value in row.items() if name not in ("id", "document") and value is not None}
    log.inserted("seal", number, told)
    return number


def _next_number(db: Database) -> int:
    """Return a number no decision ever had, one that was taken back included: it stands in letters."""
    row = db.one(
        "SELECT MAX(n) FROM (SELECT MAX(id) AS n FROM seal UNION ALL"
        " SELECT MAX(record_id) FROM change WHERE tbl = 'seal') AS numbers"
    )
    return int(row[0] or 0) + 1 if row else 1
