"""How good the data are: how far each register reaches, and the files they came from."""

from collections.abc import Sequence
from typing import NamedTuple

from asnkarier.core.decide.reach import Span
from asnkarier.store.database import Database
from asnkarier.store.queries.file.registers import reach


class Register(NamedTuple):
    """One register: in which spans of days it is complete, and how many rows it has."""

    kind: str
    spans: Sequence[Span]
    rows: int


REGISTERS = (
    ("evaluations", "evaluation"), ("assessments", "assessment"), ("trainings", "training"), ("history", "history"),
    ("educations", "education"), ("discipline", "discipline"), ("awards", "award"), ("assignments", "assignment"),
    ("feedback", "feedback"), ("exams", "exam"), ("credits", "credit"), ("movements", "movement"),
    ("indicators", "indicator"), ("unit_performance", "unit_performance"), ("survey", "survey"), ("idp", "idp"),
    ("mentoring", "mentoring"),
)  # fmt: skip
"""Kind of sheet and its table, in the order in which they are shown."""


def registers(db: Database) -> list[Register]:
    """Return how far each register reaches."""
    known = reach(db)
    result = []
    for kind, table in REGISTERS:
        row = db.one(f"SELECT COUNT(*) FROM {table}")
        result.append(Register(kind, known.get(kind, ()), int(row[0]) if row else 0))
    return result


class Source(NamedTuple):
    """One sheet that was read: where from, by whom, and the hash of its file."""

    batch: int
    entered_at: str
    entered_by: str
    file: str
    sheet: str
    kind: str
    rows: int
    sha256: str


def sources(db: Database) -> list[Source]:
    """Return every sheet of every import that was not taken back, in the order read."""
    rows = db.rows(
        "SELECT b.id, b.entered_at, b.entered_by, s.file, s.sheet, s.kind, s.rows_read, s.sha256"
        " FROM batch b JOIN batch_sheet s ON s.batch_id = b.id WHERE b.undone_by IS NULL ORDER BY b.id, s.id"
    )
    return [Source(*row) for row in rows]


def by_hand(db: Database) -> tuple[int, int]:
    """Return how many entries were typed by hand with a reason, and the number of the newest entry of all."""
    row = db.one("SELECT COUNT(CASE WHEN command IN ('edit', 'remove') THEN 1 END), COALESCE(MAX(id), 0) FROM batch")
    return (int(row[0]), int(row[1])) if row else (0, 0)
