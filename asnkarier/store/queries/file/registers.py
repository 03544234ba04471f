"""How far each register reaches: imports that were taken back say nothing."""

from asnkarier.store.database import Database


def reach(db: Database) -> dict[str, str]:
    """Return kind → the day up to which its rows are complete; a kind that nobody spoke of is not there."""
    rows = db.rows(
        "SELECT c.kind, MAX(c.covers_until) FROM coverage c JOIN batch b ON b.id = c.batch_id"
        " WHERE b.undone_by IS NULL GROUP BY c.kind ORDER BY c.kind"
    )
    return {str(kind): str(until) for kind, until in rows}
