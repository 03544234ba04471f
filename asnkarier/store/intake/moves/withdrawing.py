"""A movement that a complete list no longer has: what it did to the spans of the person is taken back, as an undo does.

What later movements of the same person did stands on it. That is taken back first, and done again without the one that goes; so the
spans are those that the movements which stand would have made. What rosters or people said since stays.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from asnkarier.core.timeline import day_before
from asnkarier.store import records
from asnkarier.store.database import Database
from asnkarier.store.intake.log import ChangeLog
from asnkarier.store.intake.sheet import Sheet

from .movements import apply_movement

_NEVER: Final = 1 << 62


class _Origin(NamedTuple):
    """The row of a list, or the entry by hand, that brought a movement."""

    change: int
    batch: int
    sheet: int
    row: int


class _Done(NamedTuple):
    """What a movement did to a span."""

    id: int
    op: str
    table: str
    key: str
    fields: Mapping[str, Any]


def withdraw(db: Database, log: ChangeLog, person: int, going: Iterable[int]) -> bool:
    """Take out the movements `going` of a person with what they did to spans; False where some of that had to stay."""
    gone = set(going)
    origins = _origins(db, person)
    done = {number: _done(db, person, origin) for number, origin in origins.items()}
    # Of one list each movement was taken in with all others known, so that it ends where the next begins.
    batches = {origins[number].batch for number in gone & origins.keys()}
    first = min((one[0].id for number, one in done.items() if one and origins[number].batch in batches), default=_NEVER)
    again = [
        number for number, changes in done.items() if number not in gone and any(one.id > first for one in changes)
    ]
    back = [one for number in (*gone, *again) for one in done.get(number, ()) if number in gone or one.id > first]
    whole = True
    for one in sorted(back, key=lambda one: one.id, reverse=True):
        whole = _back(db, log, person, one) and whole
    for number in gone:
        db.execute("DELETE FROM movement WHERE id = ?", (number,))
    for number in sorted(again, key=lambda number: origins[number].change):
        _again(db, log, person, number, origins[number])
    return whole


def _origins(db: Database, person: int) -> dict[int, _Origin]:
    """Return the movements of a person, each with what brought it."""
    rows = db.rows(
        "SELECT c.record_id, c.id, c.batch_id, c.sheet_id, c.sheet_row FROM change c JOIN batch b ON b.id = c.batch_id"
        " JOIN movement m ON m.id = c.record_id AND m.person_id = c.person_id WHERE c.person_id = ? AND c.tbl = 'movement'"
        " AND c.op = 'I' AND c.reverses = 0 AND b.undone_by IS NULL ORDER BY c.id",
        (person,),
    )
    return {number: _Origin(*origin) for number, *origin in rows}


def _done(db: Database, person: int, origin: _Origin) -> list[_Done]:
    marks = ",".join("?" * len(records.SPANS))
    rows = db.rows(
        "SELECT c.batch_id, c.id, c.op, c.tbl, c.record_key, c.fields FROM change c JOIN batch b ON b.id = c.batch_id"
        f" WHERE c.person_id = ? AND c.tbl IN ({marks}) AND c.sheet_id = ? AND c.sheet_row = ? AND c.reverses = 0"
        " AND b.undone_by IS NULL ORDER BY c.id",
        (person, *sorted(records.SPANS), origin.sheet, origin.row),
    )
    # What was done again without another movement stands in the place of what was done first.
    last = max((row[0] for row in rows), default=0) if origin.sheet else origin.batch
    return [
        _Done(number, op, table, key, json.loads(told)) for batch, number, op, table, key, told in rows if batch == last
    ]


def _back(db: Database, log: ChangeLog, person: int, one: _Done) -> bool:
    """Take one change back as far as the span is still what it made of it; tell whether it is."""
    where, parameters = records.place(one.table, person, one.key)
    found = next(iter(records.read(db, one.table, where, parameters)), None)
    if one.op == "D":
        return found is not None or _put_back(db, log, person, one)
    if found is None:
        return False
    if one.op == "I":
        if any(found[name] != value for name, value in one.fields.items() if name != "until"):
            return False
        records.delete(db, one.table, where, parameters)
        log.deleted(one.table, person, found, key=one.key, person=person)
        return True
    if any(found[name] != new for name, (_, new) in one.fields.items()):
        return False
    set_back = {name: old for name, (old, _) in one.fields.items()}
    ends = {**found, **set_back}
    if "until" in set_back:
        ends["until"] = set_back["until"] = _room(db, one.table, person, ends, but=one.key)
    if ends["since"] > ends["until"]:
        return False
    changes = {name: (found[name], value) for name, value in set_back.items() if found[name] != value}
    if changes and records.update(db, one.table, where, parameters, {name: new for name, (_, new) in changes.items()}):
        log.updated(one.table, person, changes, key=str(ends["since"]), person=person)
    return True


def _put_back(db: Database, log: ChangeLog, person: int, one: _Done) -> bool:
    values = {**one.fields, "person_id": person, "since": one.key}
    values["until"] = _room(db, one.table, person, values)
    if values["until"] < values["since"] or not records.insert(db, one.table, values):
        return False
    fields = {name: value for name, value in values.items() if name not in ("person_id", "since")}
    log.inserted(one.table, person, fields, key=one.key, person=person)
    return True


def _room(db: Database, table: str, person: int, span: Mapping[str, Any], but: str = "") -> str:
    """Return the last day up to which a span may last: that before the next one that somebody told of meanwhile."""
    if table == "person_duty":
        return str(span["until"])
    others = (row for row in records.read(db, table, "person_id = ?", (person,)) if row["since"] != but)
    after = [row["since"] for row in others if row["until"] >= span["since"]]
    return min([str(span["until"]), *(day_before(since) for since in after)])


def _again(db: Database, log: ChangeLog, person: int, number: int, origin: _Origin) -> None:
    """Let a movement that stays do again what it does; its row stays the source."""
    columns = ("event", "effective_on", "decree", "destination")
    found: Sequence[Any] | None = db.one(f"SELECT {', '.join(columns)} FROM movement WHERE id = ?", (number,))
    if found is None:
        return
    unheard = Sheet(file="", name="", kind="movements", fields=(), letters={})  # what it says against rosters was said
    with log.of_sheet(origin.sheet):
        apply_movement(db, log, unheard, person, dict(zip(columns, found, strict=True)), origin.row)
