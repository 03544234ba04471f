"""`db check`: whether the file is whole: its structure, its references, its log."""

from asnkarier.commands.office.file.audit_verify import DAMAGED, as_data, as_shapes, counted, in_one_row, seals_gone
from asnkarier.core.access import Progress
from asnkarier.store.database import Database
from asnkarier.store.queries.file.audit import chain
from asnkarier.store.queries.file.health import damage, orphans
from asnkarier.store.queries.seals import gone
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result
from asnkarier.views.shapes import Column, Field, Shape, Table, Text


def run(db: Database, progress: Progress) -> Result:
    """Check structure, references and log."""
    broken, lost, log, taken = damage(db), orphans(db), chain(db, progress), gone(db)
    fine = not broken and not lost and not log.broken and not taken
    shapes: list[Shape] = []
    if broken:
        advice = N_("Put the latest backup in its place with `asnkarier db restore`.")
        said = [Column("damage", N_("What SQLite says"))]
        shapes.append(Table(N_("The file is damaged"), said, [(line,) for line in broken], advice))
    if lost:
        columns = (
            Column("table", N_("Table"), "code"),
            Column("refers_to", N_("Refers to"), "code"),
            Column("records", N_("Records"), "integer"),
        )
        advice = N_("Something other than asnkarier took records out. Compare with a backup.")
        shapes.append(Table(N_("References that lead nowhere"), columns, lost, advice))
    if not broken and not lost:
        shapes.append(Text([N_("Structure and references are whole.")]))
    shapes += [*as_shapes(log), *seals_gone(taken)]
    data = {"sound": fine, "damage": broken, "orphans": [o._asdict() for o in lost], "log": as_data(log)}
    data["seals_gone"] = [entry._asdict() for entry in taken]
    hints = [Words(N_("Make a copy with: asnkarier db backup"))] if fine else []
    state = [
        Field("sound", N_("File whole"), fine),
        Field("damage", N_("Damage"), len(broken), "integer"),
        Field("orphans", N_("References that lead nowhere"), len(lost), "integer"),
    ]
    sheets = [in_one_row([*state, *counted(log, taken)]), *shapes]
    return Result(data, shapes, exit_code=0 if fine else DAMAGED, hints=hints, sheets=lambda: sheets)
