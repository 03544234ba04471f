"""Joining two units, or two posts, that are one: everything that pointed to the one points to the other, and it goes.

Every record is logged, so that `imports undo` brings it back.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from asnkarier.core.access import Actor
from asnkarier.core.errors import Usage
from asnkarier.store import records
from asnkarier.store.database import Database
from asnkarier.store.queries.file.merged import INTO

from .log import ChangeLog
from .references.units import SEPARATOR

_POST_REFERENCES = (("person_post", "position_id"), ("person_duty", "position_id"), ("selection", "position_id"))


@dataclass(slots=True)
class Merged:
    """What a merge moved: table → records."""

    batch: int
    moved: dict[str, int] = field(default_factory=dict)


def merge_units(db: Database, actor: Actor, gone: int, kept: int, *, reason: str | None) -> Merged:
    """Join unit `gone` into unit `kept`; Usage where one lies below the other or both say different things of one year."""
    if gone == kept or _below(db, kept, gone) or _below(db, gone, kept):
        raise Usage("merge_with_itself", {"one": _unit_name(db, gone), "other": _unit_name(db, kept)})
    work = _Merge(db, ChangeLog(db, actor, "unit merge", reason))
    agency = db.one("SELECT agency_id, path_key FROM unit WHERE id = ?", (kept,))
    old_path = db.one("SELECT path_key FROM unit WHERE id = ?", (gone,))
    for table in ("unit_performance", "survey"):
        work.facts(table, "unit_id", gone, kept)
    for number, key, place in db.rows("SELECT id, name_key, place_key FROM position WHERE unit_id = ?", (gone,)):
        twin = db.one("SELECT id FROM position WHERE unit_id = ? AND name_key = ?", (kept, key))
        if twin is not None:
            work.position(number, int(twin[0]))
        elif agency is not None:
            work.change("position", number, {"unit_id": kept, "place_key": agency[1] if place else place})
    work.repoint("person_unit", "unit_id", gone, kept)
    for (child,) in db.rows("SELECT id FROM unit WHERE parent_id = ?", (gone,)):
        work.change("unit", child, {"parent_id": kept})
    if agency is not None and old_path is not None:
        work.paths(str(old_path[0]), str(agency[1]), int(agency[0]))
    work.delete("unit", gone, into=kept)
    return work.done()


def merge_positions(db: Database, actor: Actor, gone: int, kept: int, *, reason: str | None) -> Merged:
    """Join post `gone` into post `kept`; where both have a standard for a competency the kept one's stands."""
    if gone == kept:
        raise Usage("merge_with_itself", {"one": _post_name(db, gone), "other": _post_name(db, kept)})
    work = _Merge(db, ChangeLog(db, actor, "position merge", reason))
    work.position(gone, kept)
    return work.done()


def _below(db: Database, unit: int, above: int) -> bool:
    row = db.one("SELECT parent_id FROM unit WHERE id = ?", (unit,))
    while row is not None and row[0] is not None:
        if row[0] == above:
            return True
        row = db.one("SELECT parent_id FROM unit WHERE id = ?", (row[0],))
    return False


def _unit_name(db: Database, unit: int) -> str:
    row = db.one("SELECT name FROM unit WHERE id = ?", (unit,))
    return str(row[0]) if row else str(unit)


def _post_name(db: Database, post: int) -> str:
    row = db.one("SELECT name FROM position WHERE id = ?", (post,))
    return str(row[0]) if row else str(post)


class _Merge:
    def __init__(self, db: Database, log: ChangeLog) -> None:
        self.db = db
        self.log = log
        self.moved: dict[str, int] = {}

    def done(self) -> Merged:
        self.log.close()
        return Merged(self.log.batch_id, self.moved)

    def position(self, gone: int, kept: int) -> None:
        for table, column in _POST_REFERENCES:
            self.repoint(table, column, gone, kept)
        for row in records.read(self.db, "standard", "position_id = ?", (gone,)):
            twin = self.db.one(
                "SELECT id FROM standard WHERE position_id = ? AND competency_id = ?", (kept, row["competency_id"])
            )
            if twin is None:
                self.change("standard", row["id"], {"position_id": kept})
            else:
                self.delete("standard", row["id"])
        self.delete("position", gone, into=kept)

    def facts(self, table: str, column: str, gone: int, kept: int) -> None:
        for row in records.read(self.db, table, f"{column} = ?", (gone,)):
            twins = [
                other
                for other in records.read(self.db, table, f"{column} = ? AND year = ?", (kept, row["year"]))
                if _key(other) == _key(row)
            ]
            if not twins:
                self.change(table, row["id"], {column: kept})
            elif _said(twins[0], column) == _said(row, column):
                self.delete(table, row["id"])
            else:
                raise Usage("merge_disagrees", {"table": table, "year": row["year"]})

    def repoint(self, table: str, column: str, gone: int, kept: int) -> None:
        for row in records.read(self.db, table, f"{column} = ?", (gone,)):
            key = str(row["since"]) if table in records.SPANS else ""
            number = int(row["person_id"] if table in records.SPANS else row["id"])
            where, parameters = records.place(table, number, key)
            if not records.update(self.db, table, where, parameters, {column: kept}):
                raise Usage("merge_disagrees", {"table": table, "year": ""})
            person = int(row.get("person_id") or 0)
            self.log.updated(table, number, {column: (gone, kept)}, key=key, person=person)
            self._count(table)

    def change(self, table: str, number: int, values: Mapping[str, Any]) -> None:
        row = records.read(self.db, table, "id = ?", (number,))[0]
        changes = {name: (row[name], value) for name, value in values.items() if row[name] != value}
        if changes:
            records.update(self.db, table, "id = ?", (number,), dict(values))
            self.log.updated(table, number, changes)
            self._count(table)

    def paths(self, old: str, new: str, agency: int) -> None:
        """Give everything below the unit that goes its new path and agency."""
        below = old + SEPARATOR
        for number, path in self.db.rows(
            "SELECT id, path_key FROM unit WHERE path_key LIKE ? ORDER BY path_key", (below + "%",)
        ):
            if not str(path).startswith(below):
                continue
            moved = new + SEPARATOR + str(path)[len(below) :]
            if self.db.one("SELECT 1 FROM unit WHERE path_key = ?", (moved,)) is not None:
                raise Usage("merge_children_first", {"unit": _unit_name(self.db, number)})
            self.change("unit", number, {"path_key": moved, "agency_id": agency})
            for post, _ in self.db.rows("SELECT id, place_key FROM position WHERE place_key = ?", (path,)):
                self.change("position", post, {"place_key": moved})

    def delete(self, table: str, number: int, *, into: int = 0) -> None:
        """Take a record out; what it was joined `into` stands in the log, for lists that still name it."""
        row = records.read(self.db, table, "id = ?", (number,))[0]
        if not records.delete(self.db, table, "id = ?", (number,)):
            raise Usage("merge_in_use", {"table": table, "name": str(row.get("name", number))})
        self.log.deleted(table, number, row | ({INTO: into} if into else {}))
        self._count(table)

    def _count(self, table: str) -> None:
        self.moved[table] = self.moved.get(table, 0) + 1


def _key(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return row["year"], row.get("period"), row.get("dimension_key")


def _said(row: Mapping[str, Any], column: str) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in ("id", column)}
