"""Counts that are evidence of how an institution manages its people: posts, standards, acting, decisions, plans."""

from datetime import date
from typing import NamedTuple

from asnkarier.store.database import Database
from asnkarier.store.queries import competencies


class Posts(NamedTuple):
    """Posts in force on a day: all, structural ones, those with a holder, an acting holder only, a standard, a headcount."""

    all: int
    structural: int
    held: int
    acting: int
    with_standard: int
    with_headcount: int


def posts(db: Database, as_of: date, structural: tuple[int, ...]) -> Posts:
    """Count posts; `structural` are those that lead or are led by name of the kind."""
    day = as_of.isoformat()
    rows = db.rows(
        "SELECT p.id,"
        " EXISTS (SELECT 1 FROM person_post h WHERE h.position_id = p.id AND h.since <= ? AND h.until >= ?),"
        " EXISTS (SELECT 1 FROM person_duty d WHERE d.position_id = p.id AND d.since <= ? AND d.until >= ?"
        "  AND d.acting IN ('plt', 'plh', 'pj')),"
        " p.headcount"
        " FROM position p WHERE COALESCE(p.in_force_since, '') <= ? AND COALESCE(p.in_force_until, '9999-12-31') >= ?",
        (day, day, day, day, day, day),
    )
    lead = frozenset(structural)
    asked = competencies.standards(db, day)
    return Posts(
        len(rows),
        sum(row[0] in lead for row in rows),
        sum(bool(row[1]) for row in rows if row[0] in lead),
        sum(bool(row[2]) and not row[1] for row in rows if row[0] in lead),
        sum(row[0] in asked for row in rows),
        sum(row[3] is not None for row in rows),
    )


def vacant(db: Database, as_of: date, structural: tuple[int, ...]) -> list[tuple[int, str]]:
    """Return the structural posts in force without a definitive holder, each with how it is held for now (plt, plh, pj)."""
    day = as_of.isoformat()
    lead = frozenset(structural)
    rows = db.rows(
        "SELECT p.id, COALESCE((SELECT MIN(d.acting) FROM person_duty d WHERE d.position_id = p.id"
        " AND d.since <= ? AND d.until >= ? AND d.acting IN ('plt', 'plh', 'pj')), '')"
        " FROM position p WHERE COALESCE(p.in_force_since, '') <= ? AND COALESCE(p.in_force_until, '9999-12-31') >= ?"
        " AND NOT EXISTS (SELECT 1 FROM person_post h WHERE h.position_id = p.id AND h.since <= ? AND h.until >= ?)"
        " ORDER BY p.id",
        (day, day, day, day, day, day),
    )
    return [(int(number), str(acting)) for number, acting in rows if number in lead]


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
    where, values = (f" WHERE {column} BETWEEN ? AND ?", (first, last)) if column else ("", ())
    row = db.one(f"SELECT COUNT(*) FROM {table}{where}", values)
    return int(row[0]) if row else 0


def people_with(db: Database, table: str, where: str = "", values: tuple[object, ...] = ()) -> set[int]:
    """Return who has a row in a table of facts."""
    condition = f" WHERE {where}" if where else ""
    return {int(row[0]) for row in db.rows(f"SELECT DISTINCT person_id FROM {table}{condition}", values)}
