"""Taking a record out by hand, whole: what belongs to it goes first, all of it is logged, so that it can be put back."""

from collections.abc import Mapping
from typing import Any

from asnkarier.core.errors import Usage
from asnkarier.store import records
from asnkarier.store.database import Database
from asnkarier.store.hand import manual
from asnkarier.store.intake.log import ChangeLog


def remove(db: Database, log: ChangeLog, table: str, row: Mapping[str, Any]) -> None:
    """Delete one record; Usage where others refer to it."""
    if table == "person":
        _person(db, log, row)
        return
    if table == "assessment":
        for level in records.read(db, "assessment_level", "assessment_id = ?", (row["id"],)):
            remove_level(db, log, row, level["competency_id"])
    manual.delete(db, log, table, row, person=int(row.get("person_id") or row.get("mentee_id") or 0))


def remove_level(db: Database, log: ChangeLog, assessment: Mapping[str, Any], competency: int) -> None:
    """Delete one level of an assessment."""
    key, person = str(competency), int(assessment["person_id"])
    where, values = records.place("assessment_level", int(assessment["id"]), key)
    for level in records.read(db, "assessment_level", where, values):
        records.delete(db, "assessment_level", where, values)
        log.deleted("assessment_level", int(assessment["id"]), level, key=key, person=person)


def _person(db: Database, log: ChangeLog, row: Mapping[str, Any]) -> None:
    person = int(row["id"])
    for table in (*sorted(records.SPANS), "person_nip"):
        for part in records.read(db, table, "person_id = ?", (person,)):
            key = str(part["nip"] if table == "person_nip" else part["since"])
            where, values = records.place(table, person, key)
            records.delete(db, table, where, values)
            log.deleted(table, person, part, key=key, person=person)
    if not records.delete(db, "person", "id = ?", (person,)):
        raise Usage("person_has_facts", {"name": row["name"]})
    log.deleted("person", person, dict(row), person=person)
