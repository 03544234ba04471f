"""Taking a batch back, field by field: what was reversed, what has changed since and stays, what cannot be reversed and why.

An undo is itself a batch, so it can be undone; its changes name the ones they take back, whose values are then no source any more.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from asnkarier.core.access import Actor
from asnkarier.core.errors import Usage
from asnkarier.store import records
from asnkarier.store.database import Database
from asnkarier.store.queries.file.merged import without_target

from .log import ChangeLog

_ALONE = records.SPANS - {"person_duty"}
"""Spans of which a person has one at a time; duties run beside one another."""

Reason = Literal["", "changed_since", "in_use", "gone", "taken_back"]


class Item(NamedTuple):
    """One change of the batch and what became of it."""

    table: str
    op: str
    person: str
    """NIP and name of the person it is about; '' when about none."""
    field: str
    """The fields it set, for an update; '' for a whole record."""
    old: str
    new: str
    reason: Reason = ""
    later: int = 0
    """The import that changed it since, where that is why it stays."""
    values: Mapping[str, Any] = {}
    """The record taken out, put back or kept, or field → [old, new] of an update."""


@dataclass(slots=True)
class Undone:
    """The three lists of an undo."""

    batch: int
    undo_batch: int
    reversed: list[Item] = field(default_factory=list)
    kept: list[Item] = field(default_factory=list)
    irreversible: list[Item] = field(default_factory=list)


class _Change(NamedTuple):
    id: int
    op: str
    table: str
    record_id: int
    key: str
    person_id: int
    fields: Any


class _Told(NamedTuple):
    """A change that no undo took back, its batch, and the undo of that."""

    change: _Change
    batch: int
    undone_by: int | None


def undo(db: Database, actor: Actor, number: int, *, reason: str | None = None) -> Undone:
    """Take back batch `number`; Usage when there is none or it has been taken back already."""
    batch = db.one("SELECT first_change, last_change, undone_by, undoes FROM batch WHERE id = ?", (number,))
    if batch is None:
        raise Usage("batch_unknown", {"batch": number})
    first, last, undone_by, undoes = batch
    if undone_by is not None:
        raise Usage("batch_undone", {"batch": number, "by": int(undone_by)})
    log = ChangeLog(db, actor, "imports undo", reason)
    log.open_batch()
    result = Undone(number, log.batch_id)
    worker = _Undo(db, log, result, _live_since(db, last))
    changes = db.rows(
        "SELECT id, op, tbl, record_id, record_key, person_id, fields FROM change WHERE id BETWEEN ? AND ?"
        " ORDER BY id DESC",
        (first, last),
    )
    worker.others = _others_now(db, [_Change(*row) for row in changes])
    for row in changes:
        worker.take_back(_Change(*row)._replace(fields=json.loads(row[-1])))
    worker.settle()
    log.close()
    db.execute("UPDATE batch SET undoes = ? WHERE id = ?", (number, log.batch_id))
    db.execute("UPDATE batch SET undone_by = ? WHERE id = ?", (log.batch_id, number))
    if undoes is not None:
        # Undoing an undo: the batch it had taken back stands again.
        db.execute("UPDATE batch SET undone_by = NULL WHERE id = ?", (undoes,))
    return result


Later = tuple[dict[tuple[str, int, str], int], dict[int, int]]
"""Record → the newest later batch that touched it, and the same by person."""


def _live_since(db: Database, last: int) -> Later:
    """Return the records and people that later changes touched, without changes that were themselves taken back."""
    taken_back: set[int] = set()
    touched: dict[tuple[str, int, str], int] = {}
    people: dict[int, int] = {}
    for number, batch, table, record, key, person, reverses in db.each(
        "SELECT id, batch_id, tbl, record_id, record_key, person_id, reverses FROM change WHERE id > ? ORDER BY id DESC",
        (last,),
    ):
        if number in taken_back:
            continue
        if reverses:
            taken_back.add(reverses)
            continue
        touched.setdefault((table, record, key), batch)
        people.setdefault(person, batch)
    people.pop(0, None)
    return touched, people


def _others_now(db: Database, changes: Sequence[_Change]) -> set[int]:
    """Return the people who were taken out and whose NIP somebody bears by now: they came back by another list."""
    people = {change.person_id for change in changes if change.table == "person" and change.op == "D"}
    nips = [change for change in changes if change.table == "person_nip"]
    moved = {change.key for change in nips if change.op != "D"}
    return {
        change.person_id
        for change in nips
        if change.op == "D" and change.person_id in people and change.key not in moved
        if db.one("SELECT 1 FROM person_nip WHERE nip = ?", (change.key,)) is not None
    }


class _Undo:
    def __init__(self, db: Database, log: ChangeLog, result: Undone, later: Later) -> None:
        self.db = db
        self.log = log
        self.result = result
        self.touched, self.people = later
        self._some_undone = db.one("SELECT 1 FROM batch WHERE undone_by IS NOT NULL") is not None
        self._names: dict[int, str] = {0: ""}
        self._deleted: list[tuple[str, dict[str, Any]]] = []
        self._waiting: list[_Change] = []
        self._set: dict[tuple[str, int, str], _Change] = {}
        """What was set back, by its place, each with the newest change of it."""
        self._history: dict[tuple[str, int, str], list[_Told]] = {}
        self.others: set[int] = set()
        """People who cannot be put back; nor can anything of theirs."""

    def take_back(self, change: _Change) -> None:
        if change.op == "I":
            self._take_out(change)
        elif change.op == "D":
            self._put_back(change)
        else:
            self._set_back(change)

    def settle(self) -> None:
        """Set back the spans that waited for others to make room, and take out what nothing stands for any more."""
        waiting, self._waiting = self._waiting, []
        for change in waiting:
            self._set_back(change, last=True)
        for change in list(self._set.values()):
            self._take_out_left_over(change)

    # -- an insert is taken out --------------------------------------------------------------------------------

    def _take_out(self, change: _Change) -> None:
        item = self._item(change)
        where, parameters = records.place(change.table, change.record_id, change.key)
        found = records.read(self.db, change.table, where, parameters)
        item = item._replace(values=found[0] if found else {})
        if later := self._later(change):
            self.result.kept.append(item._replace(reason="changed_since", later=later))
            return
        if not found:
            self.result.irreversible.append(item._replace(reason="gone"))
            return
        parts = self._parts(change)
        for table, part_where, part_parameters in parts:
            for row in records.read(self.db, table, part_where, part_parameters):
                self._delete(change, table, row)
        if not records.delete(self.db, change.table, where, parameters):
            for table, row in reversed(self._deleted):
                records.insert(self.db, table, row)
                record_id, key = self._address(table, row)
                self.log.inserted(table, record_id, row, key=key, person=change.person_id, reverses=change.id)
            self._deleted.clear()
            self.result.irreversible.append(item._replace(reason="in_use"))
            return
        self._deleted.clear()
        self.log.deleted(
            change.table, change.record_id, found[0], key=change.key, person=change.person_id, reverses=change.id
        )
        self.result.reversed.append(item)

    def _parts(self, change: _Change) -> list[tuple[str, str, tuple[Any, ...]]]:
        """Return what the insert made besides its own record: a person's spans and NIPs, an assessment's levels."""
        if change.table == "person":
            spans = [(table, "person_id = ?", (change.record_id,)) for table in sorted(records.SPANS)]
            return [*spans, ("person_nip", "person_id = ?", (change.record_id,))]
        if change.table == "assessment":
            return [("assessment_level", "assessment_id = ?", (change.record_id,))]
        return []

    def _delete(self, change: _Change, table: str, row: dict[str, Any]) -> None:
        record_id, key = self._address(table, row)
        where, parameters = records.place(table, record_id, key)
        records.delete(self.db, table, where, parameters)
        self.log.deleted(table, record_id, row, key=key, person=change.person_id, reverses=change.id)
        self._deleted.append((table, row))

    def _address(self, table: str, row: Mapping[str, Any]) -> tuple[int, str]:
        if table == "person_nip":
            return int(row["person_id"]), str(row["nip"])
        if table == "assessment_level":
            return int(row["assessment_id"]), str(row["competency_id"])
        return int(row["person_id"]), str(row["since"])

    # -- a deletion is put back --------------------------------------------------------------------------------

    def _put_back(self, change: _Change) -> None:
        change = change._replace(fields=without_target(change.fields))
        item = self._item(change)._replace(values=change.fields)
        if self._brought_by_what_is_undone(change):
            self.result.kept.append(item._replace(reason="taken_back"))
            return
        if change.person_id in self.others or not records.insert(self.db, change.table, change.fields):
            self.result.irreversible.append(item._replace(reason="in_use"))
            return
        self.log.inserted(
            change.table, change.record_id, change.fields, key=change.key, person=change.person_id, reverses=change.id
        )
        self.result.reversed.append(item)

    def _brought_by_what_is_undone(self, change: _Change) -> bool:
        """Tell whether the record came with a batch that has been taken back since this one deleted it."""
        if not self._some_undone:
            return False
        found = self.db.one(
            "SELECT b.undone_by FROM change c JOIN batch b ON b.id = c.batch_id WHERE c.person_id = ? AND c.tbl = ?"
            " AND c.record_id = ? AND c.record_key = ? AND c.op = 'I' AND c.id < ? ORDER BY c.id DESC",
            (change.person_id, change.table, change.record_id, change.key, change.id),
        )
        # What an undo took out comes back when that very undo is undone.
        return found is not None and found[0] not in (None, self.result.batch)

    # -- an update is set back ---------------------------------------------------------------------------------

    def _set_back(self, change: _Change, *, last: bool = False) -> None:
        item = self._item(change)._replace(values={name: [new, old] for name, (old, new) in change.fields.items()})
        where, parameters = records.place(change.table, change.record_id, change.key)
        found = records.read(self.db, change.table, where, parameters)
        if not found:
            self.result.irreversible.append(item._replace(reason="gone"))
            return
        if not last and self._would_overlap(change, found[0]):
            self._waiting.append(change)
            return
        if last and self._would_overlap(change, found[0]):
            # A later import stands on what came after this span: reopened, it would say two things of one day.
            for name, (old, new) in change.fields.items():
                self.result.kept.append(self._kept(item, change, name, old, new))
            return
        back: dict[str, Any] = {}
        for name, (old, new) in change.fields.items():
            if found[0][name] == new:
                back[name] = self._standing(change, name, old)
            else:
                self.result.kept.append(self._kept(item, change, name, old, found[0][name]))
        if not back:
            return
        if not records.update(self.db, change.table, where, parameters, back):
            self.result.irreversible.append(item._replace(reason="in_use"))
            return
        key = str(back["since"]) if "since" in back and change.table in records.SPANS else change.key
        pairs = {name: (change.fields[name][1], old) for name, old in back.items()}
        self.log.updated(change.table, change.record_id, pairs, key=key, person=change.person_id, reverses=change.id)
        names = ", ".join(back)
        shown = item._replace(
            field=names,
            old="; ".join(_text(old) for old in back.values()),
            new="; ".join(_text(change.fields[name][1]) for name in back),
            values={name: [change.fields[name][1], old] for name, old in back.items()},
        )
        self.result.reversed.append(shown)
        if self._some_undone and change.table not in records.SPANS and change.table != "person":
            self._set.setdefault((change.table, change.record_id, change.key), change)

    def _standing(self, change: _Change, name: str, old: Any) -> Any:
        """Return what a field is set back to: not a value of a batch taken back before, which this one's kept from going."""
        if not self._some_undone or change.table in records.SPANS:
            return old
        for earlier, _batch, undone_by in self._told(change):
            if earlier.op != "U" or name not in earlier.fields or earlier.id >= change.id:
                continue
            before, after = earlier.fields[name]
            if after != old or undone_by in (None, self.result.batch):
                break
            old = before
        return old

    def _told(self, change: _Change) -> list[_Told]:
        """Return what was told of a record and not taken back since, the newest first, each with the undo of its batch."""
        place = (change.table, change.record_id, change.key)
        if place not in self._history:
            rows = self.db.rows(
                "SELECT c.id, c.op, c.tbl, c.record_id, c.record_key, c.person_id, c.fields, c.batch_id, b.undone_by, c.reverses"
                " FROM change c JOIN batch b ON b.id = c.batch_id"
                " WHERE c.person_id = ? AND c.tbl = ? AND c.record_id = ? AND c.record_key = ? ORDER BY c.id DESC",
                (change.person_id, *place),
            )
            taken_back = {row[-1] for row in rows if row[-1]}
            self._history[place] = [
                _Told(_Change(*each)._replace(fields=json.loads(each[-1])), batch, undone_by)
                for *each, batch, undone_by, reverses in rows
                if not reverses and each[0] not in taken_back
            ]
        return self._history[place]

    def _take_out_left_over(self, change: _Change) -> None:
        """Take out a record that a batch taken back before had brought, and that stayed for the sake of this one alone."""
        told = self._told(change)
        if not told or told[-1].change.op != "I" or told[-1].undone_by in (None, self.result.batch):
            return
        stands = any(each.undone_by is None and each.batch != self.result.batch for each in told)
        if not stands and not self._later(told[-1].change):
            self._take_out(told[-1].change)

    def _would_overlap(self, change: _Change, found: Mapping[str, Any]) -> bool:
        """Tell whether setting a span back would lay it over another span of the same person."""
        if change.table not in _ALONE or not {"since", "until"} & change.fields.keys():
            return False
        ends = {name: found[name] for name in ("since", "until")}
        for name, (old, new) in change.fields.items():
            if name in ends and found[name] == new:
                ends[name] = old
        others = records.read(self.db, change.table, "person_id = ?", (change.person_id,))
        return any(
            row["since"] != found["since"] and row["since"] <= ends["until"] and row["until"] >= ends["since"]
            for row in others
        )

    def _kept(self, item: Item, change: _Change, name: str, old: Any, now: Any) -> Item:
        """Return a field that stays as it is: what it would have been again, and what it is."""
        kept = item._replace(field=name, old=_text(old), new=_text(now), values={name: [now, old]})
        return kept._replace(reason="changed_since", later=self._later(change) or self.people.get(change.person_id, 0))

    def _later(self, change: _Change) -> int:
        """Return the newest later batch that changed the record, or the person it is; 0 when none did."""
        later = self.touched.get((change.table, change.record_id, change.key), 0)
        return later or (self.people.get(change.record_id, 0) if change.table == "person" and change.op == "I" else 0)

    def _item(self, change: _Change) -> Item:
        return Item(change.table, change.op, self._name(change.person_id), "", "", "")

    def _name(self, person: int) -> str:
        if person not in self._names:
            row = self.db.one(
                "SELECT n.nip, p.name FROM person p JOIN person_nip n ON n.person_id = p.id WHERE p.id = ?"
                " ORDER BY n.until DESC LIMIT 1",
                (person,),
            )
            self._names[person] = f"{row[0]} {row[1]}" if row else f"#{person}"
        return self._names[person]


def _text(value: object) -> str:
    return "" if value is None else str(value)
