"""Insert or update one record of a table found by its natural key; reference tables are small and held whole."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from asnkarier.store.database import Database

from .log import ChangeLog

Ending = Literal["inserted", "updated", "unchanged"]


class Keyed:
    """One table, found by `key`; `columns` are all columns beyond the id."""

    def __init__(
        self,
        db: Database,
        log: ChangeLog,
        table: str,
        columns: Sequence[str],
        key: Sequence[str],
        *,
        clear_blanks: bool = False,
    ) -> None:
        self.db = db
        self.log = log
        self.table = table
        self.columns = tuple(columns)
        self.key = tuple(key)
        self.clear_blanks = clear_blanks
        self._next = db.next_id(table)
        self.rows: dict[tuple[Any, ...], dict[str, Any]] = {}
        self.kept: set[int] = set()
        for number, *values in db.each(f"SELECT id, {', '.join(self.columns)} FROM {table}"):
            row = dict(zip(self.columns, values, strict=True))
            row["id"] = number
            self.rows[tuple(row[k] for k in self.key)] = row

    def write(
        self,
        record: Mapping[str, Any],
        *,
        row: int = 0,
        person: int = 0,
        given: Sequence[str] = (),
        logged: object = None,
    ) -> Ending:
        """Write `record`; `given` are the columns the sheet has (a blank of another column never clears)."""
        key = tuple("" if record.get(k) is None else record[k] for k in self.key)
        old = self.rows.get(key)
        if old is None:
            full: dict[str, Any] = {c: record.get(c) for c in self.columns}
            full.update(zip(self.key, key, strict=True))
            marks = ",".join("?" * (1 + len(self.columns)))
            self.db.execute(
                f"INSERT INTO {self.table} (id, {', '.join(self.columns)}) VALUES ({marks})",
                (self._next, *full.values()),
            )
            fields = logged if logged is not None else {k: v for k, v in full.items() if v not in (None, "")}
            self.log.inserted(self.table, self._next, fields, person=person, row=row)
            self.rows[key] = {**full, "id": self._next}
            self.kept.add(self._next)
            self._next += 1
            return "inserted"
        self.kept.add(old["id"])
        changes = {
            c: (old[c], record[c])
            for c in self.columns
            if c in record
            and c not in self.key
            and old[c] != record[c]
            and (record[c] not in (None, "") or (self.clear_blanks and c in given))
        }
        if not changes:
            return "unchanged"
        sets = ", ".join(f"{c} = ?" for c in changes)
        self.db.execute(f"UPDATE {self.table} SET {sets} WHERE id = ?", (*(b for _, b in changes.values()), old["id"]))
        self.log.updated(self.table, old["id"], changes, person=person, row=row)
        old.update({c: b for c, (_, b) in changes.items()})
        return "updated"
