"""Units of lists about the past: kept as the list writes them, with what it says of where they lie.

An evaluation counts in the unit it names: what no unit on file, or several, may be is told, and counts where the person was.
"""

from collections.abc import Collection, Sequence
from typing import Any

from asnkarier.store.database import Database
from asnkarier.store.intake.people import People
from asnkarier.store.intake.references.units import SEPARATOR, UnitRow, Units
from asnkarier.store.intake.references.words import Trouble
from asnkarier.store.intake.sheet import Sheet, column

_WITHIN = ("unit", "parent", "agency")


class UnitsOfThen:
    """Writes into the column of units where they lie."""

    def __init__(self, db: Database, units: Units, people: People) -> None:
        self.db, self.units, self.people = db, units, people
        self._sheet: Sheet | None = None
        self._found: dict[tuple[str, str, str], str | Trouble] = {}
        self._told: set[tuple[str, ...]] = set()

    def placed(self, sheet: Sheet, rows: Sequence[int], columns: Sequence[list[Any]]) -> Sequence[list[Any]]:
        """Return the columns of a chunk with the place of each unit in its cell; of a history the unit above alone."""
        fields = sheet.fields
        if "unit" not in fields or (sheet.kind != "evaluations" and "parent" not in fields):
            return columns
        chunk = dict(zip(fields, columns, strict=True))
        named = [column(chunk, name, len(rows)) for name in _WITHIN]
        placed = []
        for row, nip, unit, parent, agency in zip(rows, chunk["nip"], *named, strict=True):
            if unit and sheet.kind == "evaluations":
                unit = self._of_evaluation(sheet, row, nip, unit, parent or "", agency or "")
            elif unit and parent:
                unit = _joined(parent, unit)
            placed.append(unit)
        at = fields.index("unit")
        return [placed if i == at else column for i, column in enumerate(columns)]

    def _of_evaluation(self, sheet: Sheet, row: int, nip: str, unit: str, parent: str, agency: str) -> str:
        if self._sheet is not sheet:
            # Another list of the import may have brought units.
            self._sheet = sheet
            self._found.clear()
        named = unit, parent, agency
        if named not in self._found:
            self._found[named] = self._look(*named)
        found = self._found[named]
        if isinstance(found, str):
            return found
        if found.code != "unit_ambiguous" or not self._one_is_theirs(nip, unit, agency):
            self._tell(sheet, row, found, named)
        return _joined(agency, parent, unit)

    def _look(self, unit: str, parent: str, agency: str) -> str | Trouble:
        """Return how a unit is kept, or why it cannot be told which one it is."""
        found = self.units.find_office(unit, agency=agency, parent=parent)
        if found is None and agency and self.units.find_office(agency) is None:
            # `Instansi : Pemerintah Kota …`: an agency that nobody knows says nothing of a unit that there is once.
            alone = self.units.find_office(unit, parent=parent)
            found, agency = (alone, "") if isinstance(alone, UnitRow) else (None, agency)
        if isinstance(found, UnitRow):
            # Where the name alone says as much, it stands as it is written: another list may leave the agency out.
            alone = self.units.find_office(unit) if parent or agency else found
            return unit if alone == found else self.units.path(found)
        return found or self.units.not_found(unit, agency)

    def _one_is_theirs(self, nip: str, unit: str, agency: str) -> bool:
        """Tell whether one alone of the units of a name lies in an agency in which the person is or was."""
        person = self.people.look_up([nip]).get(nip)
        rows = self.db.rows(
            "SELECT DISTINCT u.agency_id FROM person_unit s JOIN unit u ON u.id = s.unit_id WHERE s.person_id = ?",
            (person,),
        )
        homes: Collection[int] = {number for (number,) in rows}
        fits = [self.units.find(unit, agency=self.units.by_id[home].name) for home in homes]
        return not agency and sum(isinstance(one, UnitRow) for one in fits) == 1

    def _tell(self, sheet: Sheet, row: int, trouble: Trouble, named: tuple[str, ...]) -> None:
        """Warn once of the same words."""
        if named in self._told:
            return
        self._told.add(named)
        code = "evaluation_unit_ambiguous" if trouble.code == "unit_ambiguous" else "evaluation_unit_unknown"
        sheet.find(code, "warning", row=row, field="unit", value=named[0], values=trouble.values)


def _joined(*names: str) -> str:
    return SEPARATOR.join(name for name in names if name)
