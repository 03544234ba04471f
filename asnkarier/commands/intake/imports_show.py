"""`imports show`: the sheets of one import and what it changed."""

from typing import Annotated, Any

from asnkarier.commands import told
from asnkarier.commands.named import command as command_named
from asnkarier.commands.named import kind as kind_named
from asnkarier.commands.parameters import ALL, argument
from asnkarier.core.errors import Usage
from asnkarier.store.database import Database
from asnkarier.store.queries.batches import BatchRow, ChangeRow, batch, changes, sheets
from asnkarier.store.queries.file.names import Named, names_in
from asnkarier.store.records import SPANS
from asnkarier.views.formats import listed
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result
from asnkarier.views.shapes import Coded, Column, Field, Record, Shape, Table, Text

FEW = 50
"""Changes shown without --all."""

_SHEETS = (
    Column("file", N_("File")),
    Column("sheet", N_("Sheet")),
    Column("kind", N_("Kind"), "code"),
    Column("header_row", N_("Header row"), "integer"),
    Column("read", N_("Read"), "integer"),
    Column("inserted", N_("New"), "integer"),
    Column("updated", N_("Changed"), "integer"),
    Column("unchanged", N_("Unchanged"), "integer"),
    Column("rejected", N_("Rejected"), "integer"),
    Column("skipped", N_("Skipped"), "integer"),
)
_CHANGES = (
    Column("change", N_("Change"), "term"),
    Column("table", N_("What")),
    Column("record", N_("About")),
    Column("row", N_("Row"), "integer"),
    Column("values", N_("Values")),
)
_OPERATIONS = {"I": "inserted", "U": "updated", "D": "deleted"}


def run(
    db: Database,
    number: Annotated[int, argument(N_("NUMBER"), help=N_("Number of the import, as `imports list` shows it."))],
    everything: Annotated[bool, ALL] = False,
) -> Result:
    """Show one batch."""
    found = batch(db, number)
    if found is None:
        raise Usage("batch_unknown", {"batch": number})
    read = sheets(db, number)
    total = found.inserted + found.updated + found.deleted
    shown_of = changes(db, number, total if everything else FEW)
    tables = [_head(found)]
    rows = [
        (
            s.file,
            s.sheet,
            Coded(s.kind, kind_named(s.kind)),
            s.header_row,
            s.read,
            s.inserted,
            s.updated,
            s.unchanged,
            s.rejected,
            s.skipped,
        )
        for s in read
    ]
    shown: list[Shape] = [Table(N_("Sheets"), _SHEETS, rows)] if rows else []
    caption = Words(N_("{shown} of {total} changes; --all shows every one."), {"shown": len(shown_of), "total": total})
    named = names_in(db)
    lines = [
        (_OPERATIONS[c.op], told.label(c.table), c.key or None, c.sheet_row or None, _values(c, named))
        for c in shown_of
    ]
    if total:
        shown.append(Table(N_("Changes"), _CHANGES, lines, caption if total > len(shown_of) else ""))
    elif days := sorted({s.dated for s in read if s.kind == "roster" and s.dated}):
        said = N_("It changed nothing: it notes that the people on the list were listed so on {day}.")
        shown.append(Text([Words(said, {"day": days[-1]})]))
    return Result(lambda: _data(db, found, total), [*tables, *shown], flat=lambda: _flat(db, found, total))


def _head(found: BatchRow) -> Record:
    fields = [
        Field("at", N_("When (UTC)"), found.entered_at[:16].replace("T", " "), "code"),
        Field("by", N_("By"), found.entered_by),
        Field("command", N_("Command"), command_named(found.command)),
    ]
    if found.reason:
        fields.append(Field("reason", N_("Reason"), found.reason))
    if found.undoes:
        fields.append(Field("undoes", N_("Undoes import"), found.undoes, "integer"))
    if found.undone_by:
        fields.append(Field("undone_by", N_("Undone by"), found.undone_by, "integer"))
    return Record(Words(N_("Import {number}"), {"number": found.id}), fields)


def _values(change: ChangeRow, named: Named) -> str:
    return (told.changes if change.op == "U" else told.fields)(change.table, named(told.logged(change)))


def _with_names(change: ChangeRow, named: Named) -> dict[str, Any]:
    """Return the fields of one change, and beside numbers of units and posts their names."""
    fields = told.plain_fields(change.table, told.logged(change))
    return {name: value for name, value in named(fields).items() if name not in fields} | fields


def _data(db: Database, found: BatchRow, total: int) -> dict[str, object]:
    names = names_in(db)
    return {
        "batch": found.id,
        "at": found.entered_at,
        "by": found.entered_by,
        "command": found.command,
        "reason": found.reason,
        "undoes": found.undoes,
        "undone_by": found.undone_by,
        "sheets": [sheet._asdict() for sheet in sheets(db, found.id)],
        "changes": [_change(change, names) for change in changes(db, found.id, total)],
    }


def _change(change: ChangeRow, names: Named) -> dict[str, Any]:
    return {
        "change": _OPERATIONS[change.op],
        "table": change.table,
        "record": change.key,
        "file": change.file,
        "sheet": change.sheet,
        "row": change.sheet_row or None,
        # Of a span: the day on which it begins, which tells it from the others of the person.
        "since": change.record_key if change.table in SPANS else None,
        "fields": _with_names(change, names),
    }


def _flat(db: Database, found: BatchRow, total: int) -> Table:
    """Return every change as programs read it, what it changed in one cell."""
    names = names_in(db)
    rows = (_change(change, names) for change in changes(db, found.id, total))
    return listed.table(
        ({**row, "fields": listed.in_one_cell(row["fields"])} for row in rows),
        "change table record file sheet row since fields",
    )
