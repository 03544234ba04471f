"""What growth needs beside trainings: how important a post holds each competency."""

from asnkarier.store.database import Database


def importances(db: Database) -> dict[int, dict[int, str]]:
    """Return post → competency → importance, where one is given."""
    result: dict[int, dict[int, str]] = {}
    for post, competency, importance in db.rows(
        "SELECT position_id, competency_id, importance FROM standard WHERE importance IS NOT NULL"
    ):
        result.setdefault(post, {})[competency] = importance
    return result
