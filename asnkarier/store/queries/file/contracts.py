"""Who was in service on contract (PPPK) and is PNS or CPNS since: from which day on, and up to which.

The day of appointment on record is then that of the new kind (TMT CPNS); what was on record before it tells since when there was service.
"""

import json
from collections.abc import Collection
from datetime import date
from typing import Any

from asnkarier.core.parse.nip import appointed_in, is_pppk
from asnkarier.core.spans import OPEN
from asnkarier.store.database import Database

CONTRACTED = ("PPPK", "PPPK_PW")


def last_days(db: Database, kinds: Collection[str], as_of: date, only: int | None = None) -> dict[int, int]:
    """Return the number of the last day on which each person was of one of `kinds`, of those who are of another since."""
    more, values = _of(only)
    marks = ",".join("?" * len(kinds))
    rows = db.rows(
        f"SELECT person_id, MAX(until) FROM person_kind k WHERE employee_kind IN ({marks}) AND until < ?{more}"
        " AND EXISTS (SELECT 1 FROM person_kind n WHERE n.person_id = k.person_id AND n.since > k.until"
        f" AND n.employee_kind NOT IN ({marks})) GROUP BY person_id",
        (*kinds, as_of.isoformat(), *values, *kinds),
    )
    return {person: date.fromisoformat(day).toordinal() for person, day in rows}


def entered(db: Database, only: int | None = None) -> dict[int, str]:
    """Return the first known day of service of those who were on contract before the appointment on record."""
    more, values = _of(only)
    rows = db.rows(
        "SELECT k.person_id, MIN(k.since), MIN(k.until), MAX(k.until), COALESCE(p.appointed_on, ?) FROM person_kind k"
        " JOIN person p ON p.id = k.person_id WHERE k.employee_kind IN (?, ?)"
        f" AND (k.since < p.appointed_on OR (p.appointed_on IS NULL AND k.until < ?)){more} GROUP BY k.person_id, p.appointed_on",
        (OPEN, *CONTRACTED, OPEN, *values),
    )
    found: dict[int, str] = {}
    for person, since, ended, until, appointed_on in rows:
        days = [day for day in _on_record(db, person) if day <= until and day < appointed_on]
        # A list made ahead of its TMT names people who are not there yet: that it names them is no service before.
        if ended < appointed_on:
            days.append(since)
            days += _by_nip(db, person, min(days))
        if days:
            found[person] = min(days)
    return found


def _of(only: int | None) -> tuple[str, tuple[Any, ...]]:
    return ("", ()) if only is None else (" AND k.person_id = ?", (only,))


def _on_record(db: Database, person: int) -> list[str]:
    """Return the days of appointment that were on record before the present one, but for what was taken back."""
    rows = db.rows(
        "SELECT c.fields FROM change c JOIN batch b ON b.id = c.batch_id WHERE c.person_id = ? AND c.tbl = 'person'"
        " AND c.op = 'U' AND c.reverses = 0 AND b.undone_by IS NULL AND c.fields LIKE '%appointed_on%'",
        (person,),
    )
    return [old for (fields,) in rows if (old := json.loads(fields)["appointed_on"][0])]


def _by_nip(db: Database, person: int, day: str) -> list[str]:
    """Return the first day of each year before that of a day that a NIP as PPPK says, of those that are in use no more."""
    rows = db.rows("SELECT nip FROM person_nip WHERE person_id = ? AND until < ?", (person, OPEN))
    told = (appointed_in(nip, pppk=True) for (nip,) in rows if is_pppk(nip))
    return [one.first for one in told if one is not None and one.last < day]
