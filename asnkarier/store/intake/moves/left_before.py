"""Who has left and leaves again, or goes on leave, without having come back: one of the two movements is mostly wrong."""

from typing import Any, NamedTuple

from asnkarier.store.database import Database
from asnkarier.store.intake.comparing import cell_of
from asnkarier.store.intake.sheet import Sheet

from .movements import STATUS_AFTER, decree_order


class _Movement(NamedTuple):
    """A movement on file."""

    id: int
    day: str
    event: str

    @property
    def leaves(self) -> bool:
        return STATUS_AFTER.get(self.event) == "keluar"

    @property
    def returns(self) -> bool:
        return STATUS_AFTER.get(self.event) == "aktif"


class LeftBefore:
    """Holds the movements that an import brings against those that stand once it is over: `--replace` may have taken the other one back."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self._brought: dict[tuple[int, str, str], tuple[Sheet, int]] = {}
        """Person, day and event → the row that says it."""

    def note(self, sheet: Sheet, person: int, day: str, event: str, row: int) -> None:
        """Remember a row that brings or changes a movement."""
        self._brought[person, day, event] = sheet, row

    def tell(self) -> None:
        """Warn at each row that brings a movement after somebody has left, or a leaving before another movement."""
        known: dict[int, list[_Movement]] = {}
        for (person, day, event), (sheet, row) in self._brought.items():
            if person not in known:
                known[person] = self._of(person)
            told = known[person]
            here = next((at for at, one in enumerate(told) if (one.day, one.event) == (day, event)), None)
            if here is None or told[here].returns:
                continue
            other = _left_before(told, here)
            if other is None and told[here].leaves and here + 1 < len(told) and not told[here + 1].returns:
                other = told[here + 1]
                if (person, other.day, other.event) in self._brought:
                    continue  # told at its own row
            if other is None:
                continue
            cell = cell_of(self.db, "effective_on", "c.tbl = 'movement' AND c.record_id = ?", other.id).replace("–", "")
            values = {"told": event, "since": day, "known": other.event, "day": other.day, "cell": cell}
            sheet.find("movement_after_leaving", "warning", row=row, field="event", value=event, values=values)
        self._brought.clear()

    def _of(self, person: int) -> list[_Movement]:
        rows: list[Any] = self.db.rows(
            "SELECT id, effective_on, event FROM movement WHERE person_id = ? ORDER BY id", (person,)
        )
        return sorted((_Movement(*row) for row in rows), key=lambda one: decree_order((one.day, one.event)))


def _left_before(told: list[_Movement], here: int) -> _Movement | None:
    """Return the movement by which somebody has left and after which nothing says that the person came back."""
    for one in reversed(told[:here]):
        if one.returns:
            return None
        if one.leaves:
            return one
    return None
