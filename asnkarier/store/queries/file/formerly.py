"""What rosters said of people before later ones said something else of what has no history of its own: education, field, pay step."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from asnkarier.store.database import Database

SCHOOLING = ("education", "field_of_study")
"""What has no span of days and decides something: of the rest of a person (name, e-mail) the newest is shown."""


def before(db: Database, as_of: date, fields: tuple[str, ...], only: int | None = None) -> dict[int, dict[str, Any]]:
    """Return person → field → its value on a day, of whom a roster of a later day changed it; None is not known."""
    found: dict[int, dict[str, Any]] = {}
    for person, changed in _changes(db, as_of, fields, only):
        known = found.setdefault(person, {})
        for field, (old, _new) in changed.items():
            known.setdefault(field, old)  # the first of them found what held until then
    return found


def pay_steps(db: Database, as_of: date, last: dict[int, str]) -> dict[int, str]:
    """Return the newest pay step up to a day of those whose `last` is of a later one; who is not known to have had any is left out."""
    day = as_of.isoformat()
    later = {person for person, step in last.items() if step > day}
    found: dict[int, str] = {}
    for person, changed in _changes(db, as_of, ("last_pay_step",), None) if later else ():
        step = changed["last_pay_step"][0]
        if person in later and step and found.get(person, "") < step <= day:
            found[person] = step
    return found


def told_on(db: Database, after: date) -> dict[int, str]:
    """Return the degrees that were entered after a day → the day on which they were; nothing where all tell of their graduation."""
    found: dict[int, str] = {}
    open_ = "SELECT 1 FROM education WHERE graduated IS NULL OR graduated = '' OR (LENGTH(graduated) = 4 AND graduated >= ?)"
    if db.one(f"{open_} LIMIT 1", (f"{after.year}",)) is None:
        return found
    for entered, first, last in db.rows(
        "SELECT SUBSTR(entered_at, 1, 10), first_change, last_change FROM batch"
        " WHERE undone_by IS NULL AND SUBSTR(entered_at, 1, 10) > ? ORDER BY id",
        (after.isoformat(),),
    ):
        for (record,) in db.rows(
            "SELECT record_id FROM change WHERE id BETWEEN ? AND ? AND tbl = 'education' AND op = 'I'", (first, last)
        ):
            found[record] = entered
    return found


def _changes(
    db: Database, as_of: date, fields: tuple[str, ...], only: int | None
) -> Iterator[tuple[int, dict[str, list[Any]]]]:
    """Yield what rosters of later days changed of people, in the order in which they were read.

    Only the changes of their own imports are gone through, so that a day after the last roster asks for nothing, nor does a
    roster that changed nobody.
    """
    sheets = db.rows(
        "SELECT s.id, b.first_change, b.last_change FROM batch_sheet s JOIN batch b ON b.id = s.batch_id"
        " WHERE s.kind = 'roster' AND s.dated > ? AND s.updated > 0 AND b.undone_by IS NULL ORDER BY s.id",
        (as_of.isoformat(),),
    )
    of_one, values = ("", ()) if only is None else (" AND person_id = ?", (only,))
    for sheet, first, last in sheets:
        for person, text in db.each(
            f"SELECT person_id, fields FROM change WHERE id BETWEEN ? AND ? AND sheet_id = ? AND op = 'U'"
            f" AND tbl = 'person'{of_one} ORDER BY id",
            (first, last, sheet, *values),
        ):
            if any(field in text for field in fields):
                told = json.loads(text)
                changed = {field: told[field] for field in fields if field in told}
                if changed:
                    yield person, changed
