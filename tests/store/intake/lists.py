"""Lists as the reader hands them over, without a workbook: for tests of what the file does with them."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from asnkarier.core.access import Actor
from asnkarier.ingest.frames import ColumnMap, Hidden, SheetFrame
from asnkarier.store.database import Database
from asnkarier.store.intake.session import Intake, Options

ACTOR = Actor("Petugas Contoh", datetime(2026, 7, 1, 8, 0, tzinfo=UTC))
LOG = {"batch", "batch_sheet", "change", "coverage", "setting"}
TABLES = (  # noqa: SIM905 - a list of words reads better than a column of quotes
    "person person_nip person_post person_duty person_unit person_golongan person_status person_kind unit position"
    " competency standard succession movement evaluation assessment assessment_level training history education"
    " discipline award"
).split()


def head(kind: str, fields: Sequence[str], dated: str | None = None, sheet: str = "Data") -> SheetFrame:
    letters = [chr(65 + i) if i < 26 else "A" + chr(65 + i - 26) for i in range(len(fields))]
    columns = tuple(ColumnMap(letter, field, field, "exact") for letter, field in zip(letters, fields, strict=True))
    return SheetFrame("daftar.xlsx", sheet, kind, 1, tuple(fields), columns, (), dated, Hidden(), "", 0)


def take(
    db: Database,
    kind: str,
    fields: Sequence[str],
    rows: Sequence[Sequence[Any]],
    *,
    dated: str | None = None,
    today: str = "2026-07-01",
    **options: Any,
) -> Intake:
    """Import one list whose first row of data is sheet row 2."""
    intake = Intake(db, ACTOR, Options(today=today, **options))
    intake.open(head(kind, fields, dated), "0" * 64)
    if rows:
        intake.rows(list(range(2, len(rows) + 2)), [list(column) for column in zip(*rows, strict=True)])
    intake.close(read=len(rows), rejected=0, skipped=0)
    intake.finish()
    return intake


def content(db: Database) -> dict[str, list[tuple[Any, ...]]]:
    """Return everything the file says, without the log of how it came to say it."""
    return {table: sorted(db.rows(f"SELECT * FROM {table}"), key=repr) for table in TABLES}
