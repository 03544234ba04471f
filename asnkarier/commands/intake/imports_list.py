"""`imports list`: what was imported, by whom and from which file."""

from asnkarier.commands import named
from asnkarier.store.database import Database
from asnkarier.store.queries.batches import batches, sheets
from asnkarier.views.formats import listed
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result
from asnkarier.views.shapes import Column, Table

_COLUMNS = (
    Column("batch", N_("Import"), "integer"),
    Column("at", N_("When (UTC)"), "code"),
    Column("by", N_("By")),
    Column("command", N_("Command")),
    Column("files", N_("Files")),
    Column("inserted", N_("New"), "integer"),
    Column("updated", N_("Changed"), "integer"),
    Column("deleted", N_("Removed"), "integer"),
    Column("undone_by", N_("Undone by"), "integer"),
)


_FLAT = "batch at by command reason files inserted updated deleted undoes undone_by"
"""The columns of csv, be there a row or none."""


def run(db: Database) -> Result:
    """List every batch, newest first."""
    files: dict[int, list[str]] = {}
    for sheet in sheets(db):
        read = files.setdefault(sheet.batch_id, [])
        if sheet.file not in read:
            read.append(sheet.file)
    found = batches(db)
    data = {
        "imports": [
            {
                "batch": row.id,
                "at": row.entered_at,
                "by": row.entered_by,
                "command": row.command,
                "reason": row.reason,
                "files": files.get(row.id, []),
                "inserted": row.inserted,
                "updated": row.updated,
                "deleted": row.deleted,
                "undoes": row.undoes,
                "undone_by": row.undone_by,
            }
            for row in found
        ]
    }
    rows = [
        (
            row.id,
            row.entered_at[:16].replace("T", " "),
            row.entered_by,
            named.command(row.command),
            files.get(row.id, []),
            row.inserted,
            row.updated,
            row.deleted,
            row.undone_by,
        )
        for row in found
    ]
    empty = N_("Nothing was imported yet. `asnkarier import FILE` brings a workbook in.")
    return Result(
        data,
        [Table(N_("Imports"), _COLUMNS, rows, empty=empty)],
        flat=lambda: listed.table(data["imports"], _FLAT),
        hints=[
            Words(N_("What one changed: asnkarier imports show NUMBER; take it back: asnkarier imports undo NUMBER"))
        ],
    )
