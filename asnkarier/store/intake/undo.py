"""Taking a batch back, field by field: what was reversed, what has changed since and stays, what cannot be reversed and why.

An undo is itself a batch, so it can be undone; its changes name the ones they take back, whose values are then no source any more.
What an earlier undo had to keep because something else stood on it is tried again by each later one: so nothing of an import taken
back outlives what kept it, in whatever order imports are taken back.
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

_AT_ONCE = 500
"""Changes that one query asks for."""
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
    reverses: int
    """The change it took back; 0 for one that is not of an undo."""
    fields: Any


_COLUMNS = "id, op, tbl, record_id, record_key, person_id, reverses, fields"


class _Told(NamedTuple):
    """A change that no undo took back, its batch, and the undo of that."""

    change: _Change
    batch: int
    undone_by: int | None


def undo(db: Database, actor: Actor, number: int, *, reason: str | None = None) -> Undone:
    """Take back batch `number`; Usage when there is none or it has been taken back already."""
    batch = db.one("SELECT first_change, last_change, undone_by FROM batch WHERE id = ?", (number,))
    if batch is None:
        raise Usage("batch_unknown", {"batch": number})
    first, last, undone_by = batch
    if undone_by is not None:
        raise Usage("batch_undone", {"batch": number, "by": int(undone_by)})
    log = ChangeLog(db, actor, "imports undo", reason)
    log.open_batch()
    result = Undone(number, log.batch_id)
    becomes = _undone_by(db, number, log.batch_id)
    worker = _Undo(db, log, result, _standing_after(db, number, last, becomes))
    changes = db.rows(f"SELECT {_COLUMNS} FROM change WHERE id BETWEEN ? AND ? ORDER BY id DESC", (first, last))
    worker.others = _others_now(db, [_Change(*row) for row in changes])
    for row in changes:
        worker.take_back(_Change(*row)._replace(fields=json.loads(row[-1])))
    worker.settle()
    log.close()
    db.execute("UPDATE batch SET undoes = ? WHERE id = ?", (number, log.batch_id))
    for which, by in becomes.items():
        db.execute("UPDATE batch SET undone_by = ? WHERE id = ?", (by, which))
    return result


def _undone_by(db: Database, number: int, by: int) -> dict[int, int | None]:
    """Return the batches that stand or fall with `number` being undone, each with the undo that then stands against it.

    Undoing an undo lets the batch stand that it had taken back; if that is an undo too, what this one took back falls again.
    """
    becomes: dict[int, int | None] = {number: by}
    last, stands = number, True
    while (row := db.one("SELECT undoes FROM batch WHERE id = ?", (last,))) is not None and row[0] is not None:
        becomes[int(row[0])] = None if stands else last
        last, stands = int(row[0]), not stands
    return becomes


class _Newest(NamedTuple):
    """The newest change of a record, or of a person's records, by a batch that stands."""

    change: int
    batch: int


@dataclass(slots=True)
class _Later:
    """What was done since by batches that stand, and what earlier undos left of batches that do not."""

    records: dict[tuple[str, int, str], _Newest] = field(default_factory=dict)
    people: dict[int, _Newest] = field(default_factory=dict)
    undone: set[int] = field(default_factory=set)
    """The batches that do not stand."""
    left: list[int] = field(default_factory=list)
    """Changes of batches taken back that are there still, and undos' changes of batches that stand again; the newest first."""


def _standing_after(db: Database, number: int, last: int, becomes: Mapping[int, int | None]) -> _Later:
    """Return what stands on the changes of batch `number` (whose last change is `last`) and on what undos before had to keep.

    `becomes` says of each batch that this undo lets stand or fall by which it is undone then. Changes that were taken back count for
    nothing; nor do those of a batch that was, whatever of them had to stay.
    """
    firsts = {int(batch): int(first) for batch, first in _undone(db, becomes)}
    start = min([last + 1, *(first for batch, first in firsts.items() if batch != number)])
    undone = {batch for batch in (*firsts, *becomes) if becomes.get(batch, batch) is not None}
    found = _Later()
    reversers: dict[int, int] = {}
    for change, batch, table, record, key, person, reverses in db.each(
        "SELECT id, batch_id, tbl, record_id, record_key, person_id, reverses FROM change WHERE id >= ? ORDER BY id DESC",
        (start,),
    ):
        if (reverser := reversers.pop(change, None)) is not None:
            if batch not in undone:
                found.left.append(reverser)
        elif reverses:
            if batch != number:
                reversers[reverses] = change
        elif batch not in undone:
            newest = _Newest(change, batch)
            found.records.setdefault((table, record, key), newest)
            found.people.setdefault(person, newest)
        elif batch != number:
            found.left.append(change)
    found.people.pop(0, None)
    found.undone = undone
    # What lies before every batch that is undone stands.
    found.left = sorted([*found.left, *reversers.values()], reverse=True)
    return found


def _undone(db: Database, becomes: Mapping[int, int | None]) -> list[Any]:
    """Return the batches that are undone now or fall again, each with its first change."""
    marks = ",".join("?" * len(becomes))
    return db.rows(
        f"SELECT id, first_change FROM batch WHERE (undone_by IS NOT NULL OR id IN ({marks})) AND last_change >= first_change",
        tuple(becomes),
    )


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
    def __init__(self, db: Database, log: ChangeLog, result: Undone, later: _Later) -> None:
        self.db = db
        self.log = log
        self.result = result
        self.later = later
        self._some_undone = db.one("SELECT 1 FROM batch WHERE undone_by IS NOT NULL") is not None
        self._names: dict[int, str] = {0: ""}
        self._waiting: list[_Change] = []
        self._refused: list[tuple[_Change, Item]] = []
        """What the schema stood against, perhaps only until the rest is done."""
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
        """Set back the spans that waited for others to make room, and take back what earlier undos had to keep for their sake."""
        waiting, self._waiting = self._waiting, []
        for change in waiting:
            self._set_back(change, last=True)
        refused, self._refused = self._refused, []
        self._take_back_left()
        for change, item in refused:
            if not self._taken_back_now(change):
                self.result.irreversible.append(item._replace(reason="in_use"))

    def _take_back_left(self) -> None:
        left = self.later.left
        parts = (left[first : first + _AT_ONCE] for first in range(0, len(left), _AT_ONCE))
        changes = [change for part in parts for change in self._changes(part)]
        self.others |= _others_now(self.db, changes)
        while changes:
            stays = [change for change in changes if not self._taken_back_now(change)]
            if len(stays) == len(changes):
                break
            changes = stays

    def _taken_back_now(self, change: _Change) -> bool:
        """Take back what had to be kept before, as far as nothing that stands says otherwise of it; tell whether it went.

        What has to stay once more is not listed once more.
        """
        listed, self.result = self.result, Undone(self.result.batch, self.result.undo_batch)
        if change.op == "I":
            self._take_out(change)
        elif change.op == "D":
            if not self._lies_over(change, change.fields):
                self._put_back(change)
        else:
            said = self._said_since(change)
            if fields := {name: pair for name, pair in change.fields.items() if name not in said}:
                self._set_back(change._replace(fields=fields), last=True)
        went = bool(self.result.reversed)
        listed.reversed += self.result.reversed
        self.result = listed
        return went

    def _said_since(self, change: _Change) -> set[str]:
        """Return the fields of a record that batches which stand have set after `change`."""
        if not self._later(change):
            return set()
        later = (each for each in self._told(change) if each.change.id > change.id)
        return {name for each in later if each.batch not in self.later.undone for name in each.change.fields}

    def _changes(self, numbers: Sequence[int]) -> list[_Change]:
        marks = ",".join("?" * len(numbers))
        rows = self.db.rows(f"SELECT {_COLUMNS} FROM change WHERE id IN ({marks}) ORDER BY id DESC", numbers)
        return [_Change(*row)._replace(fields=json.loads(row[-1])) for row in rows]

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
        parts = [
            (table, row)
            for table, part_where, part_parameters in self._parts(change)
            for row in records.read(self.db, table, part_where, part_parameters)
        ]
        for table, row in parts:
            records.delete(self.db, table, *records.place(table, *self._address(table, row)))
        if not records.delete(self.db, change.table, where, parameters):
            for table, row in reversed(parts):
                records.insert(self.db, table, row)
            self._refused.append((change, item))
            return
        whole = [
            *((table, *self._address(table, row), row) for table, row in parts),
            (change.table, change.record_id, change.key, found[0]),
        ]
        for table, record_id, key, row in whole:
            self.log.deleted(table, record_id, row, key=key, person=change.person_id, reverses=change.id)
        self.result.reversed.append(item)

    def _parts(self, change: _Change) -> list[tuple[str, str, tuple[Any, ...]]]:
        """Return what the insert made besides its own record: a person's spans and NIPs, an assessment's levels."""
        if change.table == "person":
            spans = [(table, "person_id = ?", (change.record_id,)) for table in sorted(records.SPANS)]
            return [*spans, ("person_nip", "person_id = ?", (change.record_id,))]
        if change.table == "assessment":
            return [("assessment_level", "assessment_id = ?", (change.record_id,))]
        return []

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
        # What an undo took out comes back with it, whoever brought it: something stood on it then.
        if not change.reverses and self._brought_by_what_is_undone(change):
            self.result.kept.append(item._replace(reason="taken_back"))
            return
        if change.person_id in self.others or not records.insert(self.db, change.table, change.fields):
            self._refused.append((change, item))
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
                "SELECT c.id, c.op, c.tbl, c.record_id, c.record_key, c.person_id, c.reverses, c.fields, c.batch_id, b.undone_by"
                " FROM change c JOIN batch b ON b.id = c.batch_id"
                " WHERE c.person_id = ? AND c.tbl = ? AND c.record_id = ? AND c.record_key = ? ORDER BY c.id DESC",
                (change.person_id, *place),
            )
            told = [
                _Told(_Change(*each)._replace(fields=json.loads(each[-1])), *whose)
                for each, whose in ((row[:-2], row[-2:]) for row in rows)
            ]
            taken_back = {each.change.reverses for each in told}
            self._history[place] = [
                each for each in told if not each.change.reverses and each.change.id not in taken_back
            ]
        return self._history[place]

    def _would_overlap(self, change: _Change, found: Mapping[str, Any]) -> bool:
        """Tell whether setting a span back would lay it over another span of the same person."""
        if change.table not in _ALONE or not {"since", "until"} & change.fields.keys():
            return False
        ends = {name: found[name] for name in ("since", "until")}
        for name, (old, new) in change.fields.items():
            if name in ends and found[name] == new:
                ends[name] = old
        return self._lies_over(change, ends, found["since"])

    def _lies_over(self, change: _Change, ends: Mapping[str, Any], but: str = "") -> bool:
        """Tell whether a span from `since` to `until` would lie over another of the same person than the one that begins on `but`."""
        if change.table not in _ALONE:
            return False
        others = records.read(self.db, change.table, "person_id = ?", (change.person_id,))
        return any(
            row["since"] != but and row["since"] <= ends["until"] and row["until"] >= ends["since"] for row in others
        )

    def _kept(self, item: Item, change: _Change, name: str, old: Any, now: Any) -> Item:
        """Return a field that stays as it is: what it would have been again, and what it is."""
        kept = item._replace(field=name, old=_text(old), new=_text(now), values={name: [now, old]})
        return kept._replace(reason="changed_since", later=self._later(change) or self._later_of_person(change))

    def _later(self, change: _Change) -> int:
        """Return the newest later batch that stands and changed the record, or the person it is; 0 when none did."""
        newest = self.later.records.get((change.table, change.record_id, change.key))
        if newest is not None and newest.change > change.id:
            return newest.batch
        return self._later_of_person(change) if change.table == "person" and change.op == "I" else 0

    def _later_of_person(self, change: _Change) -> int:
        newest = self.later.people.get(change.person_id)
        return newest.batch if newest is not None and newest.change > change.id else 0

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
