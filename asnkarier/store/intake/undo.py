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
from .standing import COLUMNS, Change, Later, as_told, standing_after, undone_by

_AT_ONCE = 500
"""Changes that one query asks for."""
_ALONE = records.SPANS - {"person_duty"}
"""Spans of which a person has one at a time; duties run beside one another."""

Reason = Literal["", "changed_since", "taken_out", "in_use", "gone", "taken_back"]


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


class _Told(NamedTuple):
    """An update that was no undo's: its number, its batch, and field → [old, new]."""

    id: int
    batch: int
    fields: Mapping[str, Any]


class _History(NamedTuple):
    """What was told of the fields of one record."""

    said: list[_Told]
    before: dict[int, int]
    """Change of an undo → the change it takes back."""


_UNTOLD = _History([], {})


def undo(db: Database, actor: Actor, number: int, *, reason: str | None = None) -> Undone:
    """Take back batch `number`; Usage when there is none, or it or what falls with it has been taken back already."""
    batch = db.one("SELECT first_change, last_change, undone_by FROM batch WHERE id = ?", (number,))
    if batch is None:
        raise Usage("batch_unknown", {"batch": number})
    first, last, by = batch
    if by is not None:
        raise Usage("batch_undone", {"batch": number, "by": int(by)})
    log = ChangeLog(db, actor, "imports undo", reason)
    becomes = undone_by(db, number, log.batch_id)
    log.open_batch()
    result = Undone(number, log.batch_id)
    worker = _Undo(db, log, result, standing_after(db, number, last, becomes))
    worker.again = [which for which in becomes if which != number]
    changes = db.rows(f"SELECT {COLUMNS} FROM change WHERE id BETWEEN ? AND ? ORDER BY id DESC", (first, last))
    worker.others = _others_now(db, [Change(*row) for row in changes])
    passing = _passing([Change(*row) for row in changes])
    for row in changes:
        change = Change(*row)._replace(fields=json.loads(row[-1]))
        if change.id in passing:
            worker.turn_round(change)
        else:
            worker.take_back(change)
    worker.settle()
    log.close()
    db.execute("UPDATE batch SET undoes = ? WHERE id = ?", (number, log.batch_id))
    for which, by in becomes.items():
        db.execute("UPDATE batch SET undone_by = ? WHERE id = ?", (by, which))
    return result


def _others_now(db: Database, changes: Sequence[Change]) -> set[int]:
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


def _passing(changes: Sequence[Change]) -> set[int]:
    """Return the changes (given the newest first) that made a span and took it out again."""
    found, ends = set[int](), dict[tuple[str, int, str], Change]()
    for change in changes:
        if change.table in records.SPANS:
            ended = ends.pop((change.table, change.record_id, change.key), None)
            if change.op == "I" and ended is not None and ended.op == "D":
                found |= {change.id, ended.id}
            else:
                ends[(change.table, change.record_id, change.key)] = change
    return found


class _Undo:
    def __init__(self, db: Database, log: ChangeLog, result: Undone, later: Later) -> None:
        self.db = db
        self.log = log
        self.result = result
        self.later = later
        self._some_undone = db.one("SELECT 1 FROM batch WHERE undone_by IS NOT NULL") is not None
        self._names: dict[int, str] = {0: ""}
        self._waiting: list[Change] = []
        self._refused: list[tuple[int, tuple[Change, Item]]] = []
        """What the schema stood against, perhaps only until the rest is done."""
        self._histories: dict[tuple[str, int, str], _History] = {}
        self._read: set[tuple[str, int]] = set()
        """Table and person of which the histories were read."""
        self.again: list[int] = []
        """The batches that stand or fall with the undo that is taken back."""
        self.others: set[int] = set()
        """People who cannot be put back; nor can anything of theirs."""

    def take_back(self, change: Change) -> None:
        if change.op == "I":
            self._take_out(change)
        elif change.op == "D":
            self._put_back(change)
        else:
            self._set_back(change)

    def turn_round(self, change: Change) -> None:
        """Log the return of a span that came and went at once, and needs no room for that."""
        log = self.log.inserted if change.op == "D" else self.log.deleted
        values = {"person_id": change.record_id, "since": change.key, **change.fields}
        log(change.table, change.record_id, values, key=change.key, person=change.person_id, reverses=change.id)
        self.result.reversed.append(self._item(change)._replace(values=values))

    def settle(self) -> None:
        """Bring back the spans that waited for others to make room, and take back what earlier undos had to keep for their sake."""
        self._bring_back_waiting()
        refused, self._refused = dict(self._refused), []
        stays = self._take_back_left(refused)
        for change in self._brought_again():
            said = self._said_since(change)
            if fields := {name: pair for name, pair in change.fields.items() if name not in said}:
                self._set_back(change._replace(fields=fields))
        self._bring_back_waiting(last=True)
        for number, (change, item) in refused.items():
            if number in stays and not self._taken_back_now(change):
                self.result.irreversible.append(item._replace(reason="in_use"))

    def _bring_back_waiting(self, *, last: bool = False) -> None:
        """Bring back each span that waits as soon as there is room for it; in the end (`last`) tell of those that find none."""
        while waiting := self._waiting:
            self._waiting = []
            for change in waiting:
                self._put_back(change) if change.op == "D" else self._set_back(change)
            if len(self._waiting) == len(waiting):
                break
        if last:
            waiting, self._waiting = self._waiting, []
            for change in waiting:
                self._put_back(change, last=True) if change.op == "D" else self._set_back(change, last=True)

    def _brought_again(self) -> list[Change]:
        """Return what the batches that this undo lets stand or fall again said of fields, the newest first."""
        if not self.again:
            return []
        marks = ",".join("?" * len(self.again))
        rows = self.db.rows(
            f"SELECT {COLUMNS} FROM change WHERE batch_id IN ({marks}) AND op = 'U' AND reverses = 0 ORDER BY id DESC",
            self.again,
        )
        changes = [Change(*row)._replace(fields=json.loads(row[-1])) for row in rows]
        return [change for change in changes if change.table not in records.SPANS]

    def _take_back_left(self, refused: Mapping[int, tuple[Change, Item]]) -> set[int]:
        """Take back what earlier undos had to keep and what this one could not yet, as one makes room for the other.

        Give back the numbers of the changes that stay.
        """
        left = self.later.left
        parts = (left[first : first + _AT_ONCE] for first in range(0, len(left), _AT_ONCE))
        changes = [change for part in parts for change in self._changes(part)]
        self.others |= _others_now(self.db, changes)
        stays = [*changes, *(change for change, _ in refused.values())]
        stays.sort(key=lambda one: one.id, reverse=True)
        while stays:
            still = [change for change in stays if not self._taken_back_now(change)]
            if len(still) == len(stays):
                break
            stays = still
        return {change.id for change in stays}

    def _taken_back_now(self, change: Change) -> bool:
        """Take back what had to be kept before, as far as nothing that stands says otherwise of it; tell whether it went.

        What has to stay once more is not listed once more.
        """
        listed, self.result = self.result, Undone(self.result.batch, self.result.undo_batch)
        if change.op == "I":
            self._take_out(change)
        elif change.op == "D":
            self._put_back(change, last=True)
        else:
            said = self._said_since(change)
            if fields := {name: pair for name, pair in change.fields.items() if name not in said}:
                self._set_back(change._replace(fields=fields), last=True)
        went = bool(self.result.reversed)
        listed.reversed += self.result.reversed
        self.result = listed
        return went

    def _said_since(self, change: Change) -> set[str]:
        """Return the fields of a record that batches which stand have set after what `change` takes back or brings back."""
        if not self._later(change):
            return set()
        first = self._first(change)
        return {
            name
            for one in self._told(change).said
            if one.id > first and one.batch not in self.later.undone
            for name in one.fields
        }

    def _changes(self, numbers: Sequence[int]) -> list[Change]:
        marks = ",".join("?" * len(numbers))
        rows = self.db.rows(f"SELECT {COLUMNS} FROM change WHERE id IN ({marks}) ORDER BY id DESC", numbers)
        return [Change(*row)._replace(fields=json.loads(row[-1])) for row in rows]

    # -- an insert is taken out --------------------------------------------------------------------------------

    def _take_out(self, change: Change) -> None:
        item = self._item(change)
        where, parameters = records.place(change.table, change.record_id, change.key)
        found = records.read(self.db, change.table, where, parameters)
        item = item._replace(values=found[0] if found else as_told(self.db, change))
        if later := self._later(change):
            self.result.kept.append(item._replace(reason="changed_since" if found else "taken_out", later=later))
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
            self._refused.append((change.id, (change, item)))
            return
        whole = [
            *((table, *self._address(table, row), row) for table, row in parts),
            (change.table, change.record_id, change.key, found[0]),
        ]
        for table, record_id, key, row in whole:
            self.log.deleted(table, record_id, row, key=key, person=change.person_id, reverses=change.id)
        self.result.reversed.append(item)

    def _parts(self, change: Change) -> list[tuple[str, str, tuple[Any, ...]]]:
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

    def _put_back(self, change: Change, *, last: bool = False) -> None:
        change = change._replace(fields=without_target(change.fields))
        item = self._item(change)._replace(values=change.fields)
        # What an undo took out comes back with it, whoever brought it: something stood on it then.
        if not change.reverses and self._brought_by_what_is_undone(change):
            self.result.kept.append(item._replace(reason="taken_back"))
            return
        if not self._has_room(change, change.fields):
            if not last:
                self._waiting.append(change)
                return
            self.result.kept.append(item._replace(reason="changed_since", later=self._later_of_person(change)))
            return
        if change.table not in records.SPANS:
            # It went as it was then: imports that stood or fell since say what it is now.
            stands = {name: self._stands(change, name, value) for name, value in change.fields.items()}
            change, item = change._replace(fields=stands), item._replace(values=stands)
        if change.person_id in self.others or not records.insert(self.db, change.table, change.fields):
            self._refused.append((change.id, (change, item)))
            return
        self.log.inserted(
            change.table, change.record_id, change.fields, key=change.key, person=change.person_id, reverses=change.id
        )
        self.result.reversed.append(item)

    def _brought_by_what_is_undone(self, change: Change) -> bool:
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

    def _set_back(self, change: Change, *, last: bool = False) -> None:
        item = self._item(change)._replace(values={name: [new, old] for name, (old, new) in change.fields.items()})
        where, parameters = records.place(change.table, change.record_id, change.key)
        found = records.read(self.db, change.table, where, parameters)
        if not found:
            self.result.irreversible.append(item._replace(reason="gone"))
            return
        fits = self._fits(change, found[0])
        if not fits and not last:
            self._waiting.append(change)
            return
        if not fits:
            # A later import stands on what came after this span: reopened, it would say two things of one day.
            for name, (old, new) in change.fields.items():
                self.result.kept.append(self._kept(item, change, name, old, new))
            return
        back: dict[str, Any] = {}
        if change.table in records.SPANS:
            # What a span is now decides: another list may have gone on from it.
            for name, (old, new) in change.fields.items():
                if found[0][name] == new:
                    back[name] = old
                else:
                    self.result.kept.append(self._kept(item, change, name, old, found[0][name]))
        else:
            said = self._said_since(change)
            for name, (old, _) in change.fields.items():
                stands = self._stands(change, name, old)
                if name in said:
                    self.result.kept.append(self._kept(item, change, name, old, found[0][name]))
                elif stands != found[0][name]:
                    back[name] = stands
        if not back:
            return
        if not records.update(self.db, change.table, where, parameters, back):
            self.result.irreversible.append(item._replace(reason="in_use"))
            return
        key = str(back["since"]) if "since" in back and change.table in records.SPANS else change.key
        pairs = {name: (found[0][name], old) for name, old in back.items()}
        self.log.updated(change.table, change.record_id, pairs, key=key, person=change.person_id, reverses=change.id)
        names = ", ".join(back)
        shown = item._replace(
            field=names,
            old="; ".join(_text(old) for old in back.values()),
            new="; ".join(_text(found[0][name]) for name in back),
            values={name: [found[0][name], old] for name, old in back.items()},
        )
        self.result.reversed.append(shown)

    def _told(self, change: Change) -> _History:
        """Return what imports and entries by hand told of the fields of a record, and what each undo of it goes back to.

        Read once for all records of a table and person: of what is about no person, one record at a time would scan the log each time.
        """
        group = change.table, change.person_id
        if group not in self._read:
            self._read.add(group)
            for number, op, record_id, key, reverses, fields, batch in self.db.each(
                "SELECT id, op, record_id, record_key, reverses, fields, batch_id FROM change"
                " WHERE tbl = ? AND person_id = ? AND (op = 'U' OR reverses <> 0)",
                group,
            ):
                history = self._histories.setdefault((change.table, record_id, key), _History([], {}))
                if reverses:
                    history.before[number] = reverses
                elif op == "U":
                    history.said.append(_Told(number, batch, json.loads(fields)))
        return self._histories.get((change.table, change.record_id, change.key), _UNTOLD)

    def _stands(self, change: Change, name: str, old: Any) -> Any:
        """Return what the newest batch that stands says of a field; what it was before all of them where none does."""
        if not self._some_undone:
            return old
        told = [one for one in self._told(change).said if name in one.fields]
        standing = [one for one in told if one.batch not in self.later.undone]
        if standing:
            return max(standing, key=lambda one: one.id).fields[name][1]
        return min(told, key=lambda one: one.id).fields[name][0] if told else old

    def _first(self, change: Change) -> int:
        """Return the change that this one, through all undos between, takes back or brings back; itself where it is no undo's."""
        number = change.id
        if change.reverses and change.table not in records.SPANS:
            before = self._told(change).before
            while number in before:
                number = before[number]
        return number

    def _fits(self, change: Change, found: Mapping[str, Any]) -> bool:
        """Tell whether a span set back would end no earlier than it begins, and lie over no other of the same person."""
        if change.table not in records.SPANS or not {"since", "until"} & change.fields.keys():
            return True
        ends = {name: found[name] for name in ("since", "until")}
        for name, (old, new) in change.fields.items():
            if name in ends and found[name] == new:
                ends[name] = old
        return self._has_room(change, ends, found["since"])

    def _has_room(self, change: Change, ends: Mapping[str, Any], but: str = "") -> bool:
        """Tell whether a span may lie where `ends` say, beside those of the same person but the one that begins on `but`."""
        if change.table not in records.SPANS:
            return True
        if ends["since"] > ends["until"]:
            return False
        # The entry of the person it lay under: another than the one told of, where two entries were joined.
        others = records.read(self.db, change.table, "person_id = ?", (change.record_id,))
        return change.table not in _ALONE or not any(
            row["since"] != but and row["since"] <= ends["until"] and row["until"] >= ends["since"] for row in others
        )

    def _kept(self, item: Item, change: Change, name: str, old: Any, now: Any) -> Item:
        """Return a field that stays as it is: what it would have been again, and what it is."""
        kept = item._replace(field=name, old=_text(old), new=_text(now), values={name: [now, old]})
        return kept._replace(reason="changed_since", later=self._later(change) or self._later_of_person(change))

    def _later(self, change: Change) -> int:
        """Return the newest later batch that stands and changed the record, or the person it is; 0 when none did."""
        newest = self.later.records.get((change.table, change.record_id, change.key))
        if newest is not None and newest.change > self._first(change):
            return newest.batch
        return self._later_of_person(change) if change.table == "person" and change.op == "I" else 0

    def _later_of_person(self, change: Change) -> int:
        newest = self.later.people.get(change.person_id)
        return newest.batch if newest is not None and newest.change > change.id else 0

    def _item(self, change: Change) -> Item:
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
