"""Units as a tree: finding one by what an officer types, and everything below it."""

from typing import NamedTuple

from asnkarier.core.errors import Usage
from asnkarier.core.names import folded, meant
from asnkarier.store.database import Database

SEPARATOR = " / "


class Unit(NamedTuple):
    """A unit of work; an agency has no parent."""

    id: int
    code: str
    name: str
    name_key: str
    path_key: str
    parent_id: int | None
    agency_id: int | None


def agencies_of(db: Database, day: str) -> dict[str, list[str]]:
    """Return the folded name of each unit below an agency, with the agencies that have one of this name on the day.

    Agencies of which a succession tells are left out: their units may be on file under the one name and listed under the other.
    """
    found: dict[str, list[str]] = {}
    for key, agency in db.rows(
        """SELECT DISTINCT unit.name_key, agency.name FROM unit JOIN unit AS agency ON agency.id = unit.agency_id
        WHERE unit.id != agency.id AND (unit.in_force_until IS NULL OR unit.in_force_until >= ?)
        AND NOT EXISTS (SELECT 1 FROM succession s WHERE s.kind = 'unit'
            AND agency.name_key IN (s.old_key, s.new_key, s.old_agency_key, s.new_agency_key))
        ORDER BY unit.name_key, agency.name""",
        (day,),
    ):
        found.setdefault(key, []).append(agency)
    return found


def placed(db: Database, table: str, number: int) -> str:
    """Return a unit by its path, or a post with that of its unit: the same name stands in several agencies."""
    tree = Units(db)
    if table == "unit":
        return tree.path(number)
    name, unit = db.rows("SELECT name, unit_id FROM position WHERE id = ?", (number,))[0]
    return f"{name} @ {tree.path(unit)}" if unit is not None else str(name)


class Units:
    """All units of the file."""

    def __init__(self, db: Database) -> None:
        """Read the tree; it is small."""
        rows = db.rows("SELECT id, unit_code, name, name_key, path_key, parent_id, agency_id FROM unit ORDER BY id")
        self.by_id = {row[0]: Unit(*row) for row in rows}
        self._children: dict[int | None, list[int]] = {}
        for unit in self.by_id.values():
            self._children.setdefault(unit.parent_id, []).append(unit.id)

    def path(self, unit_id: int | None) -> str:
        """Return the names from the agency down to the unit; '' for none."""
        return SEPARATOR.join(unit.name for unit in reversed(self._up(unit_id)))

    def _up(self, unit_id: int | None) -> list[Unit]:
        found = []
        while unit_id is not None:
            found.append(self.by_id[unit_id])
            unit_id = found[-1].parent_id
        return found

    def above(self, unit_id: int | None) -> list[int]:
        """Return a unit and those it lies in."""
        return [unit.id for unit in self._up(unit_id)]

    def names_above(self, unit_id: int | None) -> list[str]:
        """Return the folded names of a unit and those it lies in."""
        return [unit.name_key for unit in self._up(unit_id)]

    def name(self, unit_id: int | None) -> str | None:
        """Return the unit's own name."""
        return None if unit_id is None else self.by_id[unit_id].name

    def code(self, unit_id: int | None) -> str | None:
        """Return the unit's own code; None where it has none."""
        return (self.by_id[unit_id].code or None) if unit_id is not None else None

    def agency(self, unit_id: int | None) -> int | None:
        """Return the agency a unit belongs to, which may be itself."""
        while unit_id is not None:
            parent = self.by_id[unit_id].parent_id
            if parent is None:
                return unit_id
            unit_id = parent
        return None

    def between(self, unit_id: int | None) -> tuple[str | None, str | None]:
        """Return the names of the unit right above, where that is not the agency, and of the agency."""
        agency = self.agency(unit_id)
        above = self.by_id[unit_id].parent_id if unit_id is not None else None
        return None if above in (None, agency) else self.name(above), self.name(agency)

    def agency_key(self, unit_id: int | None) -> str | None:
        """Return the folded name of the agency a unit belongs to."""
        agency = self.agency(unit_id)
        return None if agency is None else self.by_id[agency].name_key

    def below(self, unit_id: int) -> frozenset[int]:
        """Return a unit and all units below it."""
        found, waiting = {unit_id}, [unit_id]
        while waiting:
            for child in self._children.get(waiting.pop(), ()):
                if child not in found:
                    found.add(child)
                    waiting.append(child)
        return frozenset(found)

    def children(self, unit_id: int | None) -> list[int]:
        """Return the units directly below; the agencies for None."""
        return self._children.get(unit_id, [])

    def homes(self, within: int | None) -> dict[int | None, str]:
        """Return unit → name of the unit it is counted under: a child of `within` (or `within` itself), or an agency."""
        if within is None:
            return {unit: self.name(self.agency(unit)) or "" for unit in self.by_id}
        home: dict[int | None, str] = {within: self.name(within) or ""}
        for child in self.children(within):
            home.update(dict.fromkeys(self.below(child), self.name(child) or ""))
        return home

    def fitting(self, text: str) -> list[Unit]:
        """Return the units that `text` may mean: one by code or whole path, else all of that name, agencies first."""
        wanted = folded(text)
        parts = [folded(part) for part in text.replace("›", "/").split("/")]
        path = SEPARATOR.join(parts)
        exact = [u for u in self.by_id.values() if (u.code and u.code == text.strip()) or u.path_key == path]
        if exact and (len(parts) > 1 or exact[0].code == text.strip()):
            return exact[:1]
        fits = [u for u in self.by_id.values() if u.name_key in (wanted, parts[-1]) and self._lies_in(u, parts[:-1])]
        whole = [u for u in fits if u.name_key == wanted]
        fits = whole or fits
        tops = [u for u in fits if u.parent_id is None]
        return tops if len(tops) == 1 else sorted(fits, key=lambda u: self.path(u.id))

    def _lies_in(self, unit: Unit, above: list[str]) -> bool:
        names = []
        parent = unit.parent_id
        while parent is not None:
            names.append(self.by_id[parent].name_key)
            parent = self.by_id[parent].parent_id
        return unit.name_key not in above and all(part in names for part in above)

    def find(self, text: str) -> Unit:
        """Return the one unit that `text` means; Usage where there is none or there are several."""
        fits = self.fitting(text)
        if len(fits) == 1:
            return fits[0]
        if fits:
            raise Usage("unit_several", {"unit": text, "fits": [self.path(u.id) for u in fits]})
        near = meant(text, {u.name_key: u.name for u in self.by_id.values()})
        values = {"unit": text, "near": near.names, "more": near.more or None}
        raise Usage("unit_unknown_near" if near.names else "unit_unknown", values)


def by_name(db: Database) -> dict[str, int | None]:
    """Return the unit of each name as it is compared; None where several bear it."""
    found: dict[str, int | None] = {}
    for name, number in db.rows("SELECT name_key, id FROM unit"):
        found[name] = None if name in found else number
    return found
