"""What a reorganisation renamed: today's name of a post, and the unit that goes on as another."""

from asnkarier.store.database import Database

RENAMED = "('rename', 'move')"
"""What goes on as it was under another name or in another place; what is merged, split or abolished begins anew."""


def names_of_posts(db: Database, day: str) -> dict[str, str]:
    """Return former name → the name on the day, of posts that were only renamed or moved; through several renamings to the last."""
    steps: dict[str, str] = {}
    for old, new in db.rows(
        f"SELECT old_key, new_key FROM succession WHERE kind = 'position' AND how IN {RENAMED} AND effective_on <= ?"
        " AND new_key <> '' AND new_key <> old_key ORDER BY effective_on, id",
        (day,),
    ):
        steps[str(old)] = str(new)
    result: dict[str, str] = {}
    for old, new in steps.items():
        seen = {old}
        while new in steps and new not in seen:
            seen.add(new)
            new = steps[new]
        if new != old and new not in seen:
            result[old] = new
    return result


def units(db: Database, day: str) -> list[tuple[str, int, int]]:
    """Return (day, unit before, unit after) of units that were only renamed or moved, in the order of the days."""
    rows = db.rows(
        "SELECT s.effective_on, o.id, n.id FROM succession s"
        " JOIN unit o ON o.name_key = s.old_key JOIN unit n ON n.name_key = s.new_key"
        " LEFT JOIN unit oa ON oa.id = o.agency_id LEFT JOIN unit na ON na.id = n.agency_id"
        f" WHERE s.kind = 'unit' AND s.how IN {RENAMED} AND s.effective_on <= ?"
        " AND (s.old_agency_key = '' OR s.old_agency_key = oa.name_key OR s.old_agency_key = o.name_key)"
        " AND (s.new_agency_key = '' OR s.new_agency_key = na.name_key OR s.new_agency_key = n.name_key)"
        " ORDER BY s.effective_on",
        (day,),
    )
    return [(str(on), int(old), int(new)) for on, old, new in rows if old != new]


def predicates_of(db: Database, year: int, period: str) -> dict[int, str]:
    """Return unit → its organisation predicate of a period; a unit renamed since then, or in that year, keeps it."""
    found = {
        int(unit): str(predicate)
        for unit, predicate in db.rows(
            "SELECT unit_id, predicate FROM unit_performance WHERE year = ? AND period = ?", (year, period)
        )
    }
    for effective_on, old, new in units(db, "9999-12-31"):
        if old in found and int(effective_on[:4]) >= year:
            found.setdefault(new, found[old])
    return found
