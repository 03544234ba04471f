"""What the two merges share: the answer, rehearsed or done."""

from asnkarier.commands import told
from asnkarier.store.database import Database
from asnkarier.store.intake.merge import Merged
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result
from asnkarier.views.shapes import Coded, Column, Table, Text

_COLUMNS = (Column("table", N_("Table")), Column("records", N_("Records"), "integer"))


def answer(db: Database, merged: Merged, gone: str, kept: str, *, dry_run: bool) -> Result:
    """Tell what moved from `gone` to `kept`; a rehearsal is rolled back."""
    if dry_run:
        db.discard()
    data = {
        "batch": None if dry_run else merged.batch,
        "applied": not dry_run,
        "merged": gone,
        "into": kept,
        "records": merged.moved,
    }
    title = Words(N_("{gone} into {kept}"), {"gone": gone, "kept": kept})
    done = N_("A rehearsal: nothing was changed.")
    last = (
        Words(N_("Done. Take it back with `asnkarier imports undo {batch}`."), {"batch": str(merged.batch)})
        if not dry_run
        else Words(done, {})
    )
    rows = [(Coded(table, told.label(table)), records) for table, records in sorted(merged.moved.items())]
    return Result(data, [Table(title, _COLUMNS, rows), Text([last])])
