"""`imports undo`: one import taken back, with what stays and why."""

from typing import Annotated

from asnkarier.commands import told
from asnkarier.commands.parameters import DRY_RUN, argument, option, reason_of
from asnkarier.core.access import Actor
from asnkarier.store.database import Database
from asnkarier.store.intake.undo import Item, undo
from asnkarier.store.queries.batches import sheets
from asnkarier.store.queries.file.names import Named, names_in
from asnkarier.store.queries.file.rosters import read_since
from asnkarier.views.formats import listed
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result
from asnkarier.views.shapes import Column, Shape, Table, Text

_COLUMNS = (
    Column("person", N_("About")),
    Column("table", N_("What")),
    Column("change", N_("Change"), "term"),
    Column("values", N_("Values")),
    Column("reason", N_("Why")),
)
_OPERATIONS = {"I": "inserted", "U": "updated", "D": "deleted"}
FEW = 20
FEW_ROSTERS = 5
_WHY = {
    "changed_since": N_("changed since by import {batch}"),
    "taken_out": N_("taken out since by import {batch}"),
    "in_use": N_("others refer to it by now"),
    "gone": N_("it is no longer there"),
    "taken_back": N_("the import that brought it has been taken back"),
}


def run(
    db: Database,
    actor: Actor,
    number: Annotated[int, argument(N_("NUMBER"), help=N_("Number of the import, as `imports list` shows it."))],
    reason: Annotated[str | None, reason_of(N_("Why it is taken back."))] = None,
    dry_run: Annotated[bool, DRY_RUN] = False,
    yes: Annotated[
        bool, option("--yes", "--ya", help=N_("For scripts that give it everywhere: nothing is asked here anyway."))
    ] = False,
) -> Result:
    """Take the import back; what has changed since stays."""
    undone = undo(db, actor, number, reason=reason)
    if dry_run:
        db.discard()
    data = {
        "batch": number,
        "undo_batch": None if dry_run else undone.undo_batch,
        "applied": not dry_run,
        "reversed": [_data(item) for item in undone.reversed],
        "kept": [_data(item) for item in undone.kept],
        "irreversible": [_data(item) for item in undone.irreversible],
    }
    named = names_in(db)
    shapes: list[Shape] = [
        _table(N_("Taken back"), undone.reversed, named),
        _table(N_("Kept, because changed since"), undone.kept, named),
        _table(N_("Could not be taken back"), undone.irreversible, named),
    ]
    values = {"reversed": len(undone.reversed), "kept": len(undone.kept), "left": len(undone.irreversible)}
    shapes.append(Text([Words(N_("{reversed} taken back, {kept} kept, {left} could not be taken back."), values)]))
    if dry_run:
        shapes.append(Text([N_("A rehearsal: nothing was changed.")]))
    else:
        again = Words(N_("To bring it back: `asnkarier imports undo {number}`."), {"number": str(undone.undo_batch)})
        shapes.append(Text([again]))
    notes = _read_since(db, number, undone.reversed)
    parts = {"reversed": undone.reversed, "kept": undone.kept, "irreversible": undone.irreversible}
    return Result(
        data,
        [shape for shape in shapes if not isinstance(shape, Table) or shape.rows],
        notes,
        flat=lambda: listed.table(
            ({"result": result, **_data(item)} for result, items in parts.items() for item in items),
            "result about table op field old new reason changed_by",
        ),
    )


def _read_since(db: Database, number: int, taken_back: list[Item]) -> list[Words]:
    """Name the newer rosters of these people: where they said what is taken back now, they wrote nothing, and say it if read again."""
    own = [sheet for sheet in sheets(db, number) if sheet.kind == "roster"]
    if not taken_back:
        day = max((sheet.dated or "" for sheet in own), default="")
        return [Words(N_("The list of {day} now counts as never read."), {"day": day})] if own else []
    since = read_since(db, number)
    if not since and not own:
        return []
    if not since:
        # A list of the very same day that finds everything as it says leaves no trace.
        said = N_("If a roster was imported after it that said the same, it wrote nothing: import that one again.")
        return [Words(said)]
    said = N_(
        "{file}, the roster of {day}, was read after it (import {batch}). Where it said the same it wrote nothing: import it"
        " again."
    )
    newest = [Words(said, {"file": one.file, "day": one.day, "batch": str(one.batch)}) for one in since[-FEW_ROSTERS:]]
    if len(since) == 1:
        return newest
    return [*newest, Words(N_("Import newer rosters again from the oldest to the newest."))]


def _data(item: Item) -> dict[str, object]:
    # Of an update: what was, and what it is set back to or would be.
    pairs = told.plain_fields(item.table, item.values) if item.op == "U" and item.field else {}
    new, old = next(iter(pairs.values())) if len(pairs) == 1 else (item.new or None, item.old or None)
    if len(pairs) > 1:
        new, old = (
            "; ".join("" if one is None else str(one) for one in ends) for ends in zip(*pairs.values(), strict=True)
        )
    return {
        "about": item.person,
        "table": item.table,
        "op": _OPERATIONS[item.op],
        "field": item.field or None,
        "old": old,
        "new": new,
        "reason": item.reason or None,
        "changed_by": item.later or None,
    }


def _table(title: str, items: list[Item], named: Named) -> Table:
    rows = [_row(item, named) for item in items[:FEW]]
    more = Words(N_("… and {more} more; --format json has them all."), {"more": len(items) - FEW})
    columns = _COLUMNS if any(item.reason for item in items) else _COLUMNS[:-1]
    return Table(title, columns, [row[: len(columns)] for row in rows], more if len(items) > FEW else "")


def _row(item: Item, named: Named) -> tuple[object, ...]:
    told_values = (told.changes if item.op == "U" else told.fields)(item.table, named(item.values))
    why: object = item.reason and Words(_WHY[item.reason], {"batch": str(item.later)})
    return item.person or None, told.label(item.table), _OPERATIONS[item.op], told_values or None, why or None
