"""How far each register reaches: imports that were taken back say nothing."""

from asnkarier.core.decide.reach import Span, joined
from asnkarier.store.database import Database


def reach(db: Database) -> dict[str, tuple[Span, ...]]:
    """Return kind → the spans of days in which its rows are complete; a kind that nobody spoke of is not there.

    Lists of years that follow one another make one span.
    """
    spans: dict[str, list[Span]] = {}
    for kind, since, until in db.rows(
        "SELECT c.kind, c.covers_from, c.covers_until FROM coverage c JOIN batch b ON b.id = c.batch_id"
        " WHERE b.undone_by IS NULL ORDER BY c.kind"
    ):
        spans.setdefault(str(kind), []).append((str(since), str(until)))
    return {kind: joined(of_kind) for kind, of_kind in spans.items()}
