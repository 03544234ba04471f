"""Bringing known units below the superior that a list of units gives them, with all that lies below."""

from collections.abc import Mapping
from typing import Any

from asnkarier.core.names import folded, slipped
from asnkarier.store.database import Database
from asnkarier.store.intake.log import ChangeLog
from asnkarier.store.intake.references.positions import Positions
from asnkarier.store.intake.references.units import SEPARATOR, UnitRow, Units
from asnkarier.store.intake.references.words import Trouble


class Regrouping:
    """Corrects the tree of units as lists say, as far as no reorganisation is needed for it."""

    def __init__(self, db: Database, log: ChangeLog, units: Units, positions: Positions) -> None:
        self.db = db
        self.log = log
        self.units = units
        self.positions = positions
        self.placed: set[int] = set()
        """Units of which a row of the list being taken in has said what they lie below."""

    def regrouped(
        self, unit: UnitRow, name: str, agency: str, parent: str, at: int, *, clears: bool = False
    ) -> tuple[UnitRow, bool] | Trouble:
        """Bring a unit where its row says it lies, and tell whether that is new; Trouble where a list must not say so.

        `clears` brings it directly below its agency: a blank superior then says that there is none between, unless another row of
        the list names one (those come first).

        The tree has no dates: a superior within the agency, an agency of which nothing was known and a slip in the name are
        corrected. Another name or another agency is what a reorganisation does, and the past keeps the old one.
        """
        units, key = self.units, folded(name)
        if not units.called(unit, name) and not slipped(key, unit.name_key) and not slipped(unit.name_key, key):
            return Trouble(
                "unit_name_differs", "unit", name, {"code": unit.code, "unit": units.path(unit), "name": name}
            )
        name = unit.name if units.called(unit, name) else name
        if agency and unit.parent_id is not None and not units.under(unit, agency, ""):
            values = {"code": unit.code, "unit": units.path(unit), "agency": agency}
            return Trouble("unit_agency_differs", "agency", agency, values)
        above = units.by_id[unit.parent_id] if unit.parent_id is not None else None
        if clears and above is not None and unit.id not in self.placed:
            above = units.agency_above(unit, agency)
        wanted = parent or (agency if above is None else "")
        if wanted and folded(wanted) != unit.name_key:
            found = units.superior(wanted, agency if parent else "")
            if isinstance(found, Trouble):
                return found
            above = found or units.add(wanted, agency=agency if parent else "", row=at)
        if above is not None and unit.parent_id is not None and above.agency_id != unit.agency_id:
            values = {"code": unit.code, "unit": units.path(unit), "agency": units.path(above)}
            return Trouble("unit_agency_differs", "parent", parent, values)
        path = f"{above.path_key}{SEPARATOR}{folded(name)}" if above else folded(name)
        if above is not None and f"{above.path_key}{SEPARATOR}".startswith(f"{unit.path_key}{SEPARATOR}"):
            return Trouble("unit_below_itself", "parent", parent, {"unit": name, "above": units.path(above)})
        if (above.id if above else None) == unit.parent_id and path == unit.path_key:
            return unit, False
        if path != unit.path_key and path in units.by_path:
            return Trouble("unit_place_taken", "unit", name, {"unit": units.path(units.by_path[path])})
        return self._move(unit, unit._replace(name=name, name_key=folded(name)), above, path, at), True

    def kept_agency(self, unit: UnitRow, agency: str) -> Trouble | None:
        """Return the warning that a blank clears no agency: a unit without one would be an agency itself."""
        if agency or unit.parent_id is None:
            return None
        about = {"unit": unit.name, "agency": self.units.by_id[unit.agency_id].name}
        return Trouble("unit_agency_kept", "agency", "", about, "warning")

    def _move(self, unit: UnitRow, named: UnitRow, above: UnitRow | None, path: str, at: int) -> UnitRow:
        """Write down the unit's new place, and that of all that lies below it."""
        agency, below = above.agency_id if above else unit.id, unit.path_key + SEPARATOR
        moved = named._replace(parent_id=above.id if above else None, path_key=path, agency_id=agency)
        inside = [u for u in self.units.by_id.values() if u.path_key.startswith(below)]
        pairs = [(unit, moved)]
        pairs += [(u, u._replace(path_key=path + u.path_key[len(unit.path_key) :], agency_id=agency)) for u in inside]
        columns = ("name", "name_key", "path_key", "parent_id", "agency_id")
        for old, new in pairs:
            changes = {c: (getattr(old, c), getattr(new, c)) for c in columns if getattr(old, c) != getattr(new, c)}
            self._write("unit", old.id, changes, at)
            self.units.replace(old, new)
        places = {old.path_key: new.path_key for old, new in pairs}
        for post in [p for p in self.positions.by_key.values() if p.place_key in places]:
            place = places[post.place_key]
            self._write("position", post.id, {"place_key": (post.place_key, place)}, at)
            self.positions.replace(post, post._replace(place_key=place))
        return moved

    def _write(self, table: str, number: int, changes: Mapping[str, tuple[Any, Any]], at: int) -> None:
        sets = ", ".join(f"{c} = ?" for c in changes)
        self.db.execute(f"UPDATE {table} SET {sets} WHERE id = ?", (*(new for _, new in changes.values()), number))
        self.log.updated(table, number, changes, row=at)
