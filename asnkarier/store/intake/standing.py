"""What stands once a batch is taken back, and what earlier undos had to leave of those that do not."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from asnkarier.core.errors import Usage
from asnkarier.store import records
from asnkarier.store.database import Database

_LEANT_ON = frozenset(
    {"person", "person_nip", "unit", "position", "competency", "assessment", "assessment_level", "movement"}
)
"""Records that others lean on, or that do something to spans."""


class Change(NamedTuple):
    """One change of the log."""

    id: int
    op: str
    table: str
    record_id: int
    key: str
    person_id: int
    reverses: int
    """The change it took back; 0 for one that is not of an undo."""
    fields: Any


COLUMNS = "id, op, tbl, record_id, record_key, person_id, reverses, fields"


def undone_by(db: Database, number: int, by: int) -> dict[int, int | None]:
    """Return the batches that stand or fall with `number` being undone, each with the undo that then stands against it.

    Undoing an undo lets the batch stand that it had taken back; if that is an undo too, what this one took back falls again. Usage
    where that has been taken back meanwhile by another undo: two would stand against one batch.
    """
    becomes: dict[int, int | None] = {number: by}
    last, stands = number, True
    while (row := db.one("SELECT undoes FROM batch WHERE id = ?", (last,))) is not None and row[0] is not None:
        target = int(row[0])
        now = db.one("SELECT undone_by FROM batch WHERE id = ?", (target,))
        if now is not None and now[0] != (last if stands else None):
            raise Usage("undo_overtaken", {"batch": number, "target": target, "by": int(now[0] or 0)})
        becomes[target] = None if stands else last
        last, stands = target, not stands
    return becomes


class Newest(NamedTuple):
    """The newest change of a record, or of a person's records, by a batch that stands."""

    change: int
    batch: int


@dataclass(slots=True)
class Later:
    """What was done since by batches that stand, and what earlier undos left of batches that do not."""

    records: dict[tuple[str, int, str], Newest] = field(default_factory=dict)
    people: dict[int, Newest] = field(default_factory=dict)
    undone: set[int] = field(default_factory=set)
    """The batches that do not stand."""
    left: list[int] = field(default_factory=list)
    """Changes of batches taken back that are there still, and undos' changes of batches that stand again; the newest first."""


def standing_after(db: Database, number: int, last: int, becomes: Mapping[int, int | None]) -> Later:
    """Return what stands on the changes of batch `number` (whose last change is `last`) and on what undos before had to keep.

    `becomes` says of each batch that this undo lets stand or fall by which it is undone then. Changes that were taken back count for
    nothing; nor do those of a batch that was, whatever of them had to stay.
    """
    firsts = {int(batch): int(first) for batch, first in _undone(db, becomes)}
    start = min([last + 1, *(first for batch, first in firsts.items() if batch != number)])
    undone = {batch for batch in (*firsts, *becomes) if becomes.get(batch, batch) is not None}
    found = Later(undone=undone)
    turned: dict[int, tuple[int, bool]] = {}
    """Change → the last that took it back or brought it back, and whether it is there."""
    for change, op, batch, table, record, key, person, reverses in db.each(
        "SELECT id, op, batch_id, tbl, record_id, record_key, person_id, reverses FROM change WHERE id >= ? ORDER BY id DESC",
        (start,),
    ):
        tail, there = turned.pop(change, (change, True))
        if op == "U" and table not in records.SPANS:
            # What its fields become follows from what stands alone.
            if not reverses and batch not in undone:
                newest = Newest(change, batch)
                found.records.setdefault((table, record, key), newest)
                found.people.setdefault(person, newest)
        elif reverses:
            if table in records.SPANS or (table in _LEANT_ON and op != "U"):
                # Spans lie beside one another: what an undo had to do to them for another's sake is turned round with that undo.
                if tail != change and batch not in undone:
                    found.left.append(tail)
                elif tail == change and batch != number:
                    turned[reverses] = tail, False
            elif batch != number or tail != change:
                # What this undo takes back itself is turned round by that.
                turned[reverses] = tail, not there
        elif there != (batch not in undone):
            if batch != number:
                found.left.append(tail)
        elif there:
            newest = Newest(change, batch)
            found.records.setdefault((table, record, key), newest)
            found.people.setdefault(person, newest)
    found.people.pop(0, None)
    # What lies before every batch that is undone stands.
    found.left = sorted([*found.left, *(tail for tail, there in turned.values() if not there)], reverse=True)
    return found


def as_told(db: Database, change: Change) -> dict[str, Any]:
    """Return what a list told of a record that it brought, as far as the record has columns for it; the record may have gone."""
    if not isinstance(change.fields, list):
        return dict(change.fields)
    found = db.one("SELECT s.fields FROM change c JOIN batch_sheet s ON s.id = c.sheet_id WHERE c.id = ?", (change.id,))
    told = zip(json.loads(found[0]) if found else (), change.fields, strict=False)
    columns = records.columns(db, change.table)
    return {name: value for name, value in told if name in columns and value is not None}


def _undone(db: Database, becomes: Mapping[int, int | None]) -> list[Any]:
    """Return the batches that are undone now or fall again, each with its first change."""
    marks = ",".join("?" * len(becomes))
    return db.rows(
        f"SELECT id, first_change FROM batch WHERE (undone_by IS NOT NULL OR id IN ({marks})) AND last_change >= first_change",
        tuple(becomes),
    )
