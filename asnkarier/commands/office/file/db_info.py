"""`db info`: which file this is and what it holds."""

import platform
import stat
from pathlib import Path

from asnkarier import __version__
from asnkarier.commands import told
from asnkarier.store.database import Database
from asnkarier.store.queries.file.health import counts, last_batch, schema_version
from asnkarier.views.formats import listed
from asnkarier.views.language import N_
from asnkarier.views.result import Result
from asnkarier.views.shapes import Column, Field, Record, Table


def run(db: Database) -> Result:
    """Tell about the file."""
    held = counts(db)
    size = mode = None
    shown = db.target.rpartition("/")[2] if not db.is_file else str(Path(db.target).absolute())
    if db.is_file:
        found = Path(db.target).stat()
        size = found.st_size
        mode = f"{stat.S_IMODE(found.st_mode):04o}" if platform.system() != "Windows" else None
    data = {
        "path": shown,
        "institution": db.setting("institution"),
        "size": size,
        "mode": mode,
        "schema": schema_version(db),
        "program": __version__,
        "last_batch": last_batch(db),
        "records": held,
    }
    fields = [
        Field("path", N_("File"), shown),
        Field("institution", N_("Institution"), data["institution"]),
        Field("size", N_("Size (kB)"), None if size is None else (size + 1023) // 1024, "integer"),
        Field("mode", N_("Rights"), mode, "code"),
        Field("schema", N_("Schema"), data["schema"], "integer"),
        Field("program", N_("Program"), __version__, "code"),
        Field("last_batch", N_("Last entry"), data["last_batch"], "integer"),
    ]
    columns = (Column("table", N_("Table")), Column("records", N_("Records"), "integer"))
    rows = [(told.label(table), number) for table, number in held.items() if number]
    caption = N_("0600 means that only the owner may read it.") if mode else ""
    empty = N_("Nothing is in the file yet.")
    return Result(
        data,
        [Record(N_("The database"), fields, caption), Table(N_("Records"), columns, rows, empty=empty)],
        flat=lambda: listed.table(
            ({"table": table, "records": number} for table, number in held.items()), "table records"
        ),
    )
