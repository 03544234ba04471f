"""Posts of a unit that stand beside one of the same name without a unit: who holds the latter is told nothing by a list of posts."""

from asnkarier.core.names import folded_position
from asnkarier.core.spans import OPEN
from asnkarier.store.database import Database
from asnkarier.store.intake.sheet import Sheet

from .positions import Positions
from .units import UnitRow


class Beside:
    """The rows of lists of posts that name a post which people of the unit hold under its bare name."""

    def __init__(self, db: Database, positions: Positions) -> None:
        self.db = db
        self.positions = positions
        self._rows: list[tuple[Sheet, int, str, int, UnitRow]] = []

    def note(self, sheet: Sheet | None, at: int, name: str, unit: UnitRow | None) -> None:
        """Remember a row whose post there is without a unit too."""
        bare = self.positions.by_key.get((folded_position(name), ""))
        if sheet is not None and unit is not None and bare is not None:
            self._rows.append((sheet, at, name, bare.id, unit))

    def tell(self) -> None:
        """Warn of those that people hold once every list is in: a list of staff of the same import puts them into the unit's post."""
        if not self._rows:
            return
        holding = self.db.rows(
            "SELECT t.position_id, u.unit_id, COUNT(*) FROM person_post t"
            " JOIN person_unit u ON u.person_id = t.person_id AND u.until = ?"
            " JOIN position p ON p.id = t.position_id AND p.unit_id IS NULL WHERE t.until = ?"
            " GROUP BY t.position_id, u.unit_id",
            (OPEN, OPEN),
        )
        count = {(int(post), int(unit)): int(number) for post, unit, number in holding}
        for sheet, at, name, bare, unit in self._rows:
            number = count.get((bare, unit.id), 0)
            if number:
                values: dict[str, str | int] = {"position": name, "unit": unit.name, "number": number}
                sheet.find("position_held_bare", "warning", row=at, field="position", value=name, values=values)
        self._rows.clear()
