"""Finding posts by what a cell says, and creating them: by name and place, else the only one there is."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from asnkarier.core.names import Near, Spelt, folded, folded_position, is_structural, nearest, slipped
from asnkarier.store.database import Database
from asnkarier.store.intake.log import ChangeLog
from asnkarier.store.queries.file.merged import gone

from .units import SEPARATOR, UnitRow, Units
from .words import Created, Trouble

_FEW = 5
"""Posts of one name that a finding lists."""


class PositionRow(NamedTuple):
    """A post as the references know it."""

    id: int
    name: str
    name_key: str
    place_key: str
    unit_id: int | None


class Positions:
    """All posts of the file, found by name and place."""

    def __init__(self, db: Database, log: ChangeLog, units: Units) -> None:
        self.db = db
        self.log = log
        self.units = units
        self.by_key: dict[tuple[str, str], PositionRow] = {}
        self.by_name: dict[str, list[PositionRow]] = {}
        self._words: set[str] | None = None
        self._spelt = Spelt()
        self.stated: dict[int, tuple[str | None, str | None]] = {}
        """The kind and the echelon of each post, as far as known."""
        for *row, kind, echelon in db.rows(
            "SELECT id, name, name_key, place_key, unit_id, position_kind, echelon FROM position"
        ):
            self._keep(PositionRow(*row))
            self.stated[int(row[0])] = kind, echelon
        self._known_before = dict(self.by_name)
        self._near: Near | None = None
        by_id = {position.id: position for position in self.by_key.values()}
        self._merged: dict[str, dict[str, PositionRow]] = {}
        for one in gone(db, "position", by_id):
            self._merged.setdefault(one.name_key, {})[one.place] = by_id[one.kept]
        self._next = db.next_id("position")
        self.created: list[Created] = []

    def _keep(self, position: PositionRow) -> None:
        self.by_key[position.name_key, position.place_key] = position
        self.by_name.setdefault(position.name_key, []).append(position)
        self._spelt.keep(position.name_key)
        if self._words is not None:
            self._words.update(position.name_key.split())

    def replace(self, old: PositionRow, new: PositionRow) -> None:
        """Know a post at its unit's new place."""
        del self.by_key[old.name_key, old.place_key]
        self.by_name[old.name_key].remove(old)
        self._keep(new)

    def label(self, position: PositionRow) -> str:
        """Return `name @ unit path`, ready to be pasted."""
        if position.unit_id is None:
            return position.name
        return f"{position.name} @ {self.units.path(self.units.by_id[position.unit_id])}"

    def find(
        self, name: str, *, unit: UnitRow | None = None, agency: str = "", field: str = "position"
    ) -> PositionRow | Trouble | None:
        """Return the post that the words mean: at the unit, else without a unit, else the only one in the agency."""
        if "@" in name:
            name, _, place = name.partition("@")
            found = self.units.find(place.strip())
            if isinstance(found, Trouble):
                return found
            unit = found or unit
        key = self._spelt.known(folded_position(name))
        fits = self.by_name.get(key)
        merged = self._merged.get(key, {})
        if not fits and unit is None:
            into = {position.id: position for position in merged.values()}
            return next(iter(into.values())) if len(into) == 1 else None
        if unit is not None:
            here = self.by_key.get((key, unit.path_key)) or self.by_key.get((key, ""))
            here = here or merged.get(unit.path_key) or merged.get("")
            if here is not None:
                return here
        if not fits:
            return None
        if unit is not None:
            homes = [(p, self.units.by_id[p.unit_id]) for p in fits if p.unit_id]
            near_by = [(p, home) for p, home in homes if home.agency_id == unit.agency_id]
            related = [(p, home) for p, home in near_by if _related(home, unit)]
            # The head of a section of a kelurahan is not that of the same section of the kecamatan.
            office = self.units.office_of(unit)
            beside = [(p, home) for p, home in near_by if self.units.office_of(home) == office]
            chosen = related if len(related) == 1 else beside
            return chosen[0][0] if len(chosen) == 1 and is_structural(name) else None
        if agency:
            wanted = folded(agency)
            fits = [
                p
                for p in fits
                if p.unit_id is None or self.units.by_id[self.units.by_id[p.unit_id].agency_id].name_key == wanted
            ]
        if len(fits) == 1:
            return fits[0]
        floating = [p for p in fits if p.unit_id is None]
        if len(floating) == 1:
            return floating[0]
        if not fits:
            return None
        paths = "; ".join(sorted(self.label(p) for p in fits))
        return Trouble("position_ambiguous", field, name, {"position": name, "paths": paths})

    def near_miss(self, name: str) -> str | None:
        """Return a post known before this import that differs by a typing error, if there is one."""
        key, words, places = folded_position(name), self.words, self.units.words
        if self._near is None:
            self._near = Near(self._known_before)
        for other in self._near.of(key):
            if slipped(key, other, words) and slipped(key, other, places):
                return self._known_before[other][0].name
        return None

    @property
    def words(self) -> set[str]:
        """All words of the names of posts; one that stands in another name is no slip."""
        if self._words is None:
            self._words = {word for name in self.by_name for word in name.split()}
        return self._words

    def add(
        self, name: str, *, unit: UnitRow | None, fields: Mapping[str, Any] | None = None, row: int = 0
    ) -> PositionRow:
        """Create a post; with `unit` None it belongs to no unit."""
        place = unit.path_key if unit else ""
        position = PositionRow(self._next, name, folded_position(name), place, unit.id if unit else None)
        self._next += 1
        given = {k: v for k, v in (fields or {}).items() if v is not None}
        columns = ["id", "name", "name_key", "place_key", "unit_id", *given]
        marks = ",".join("?" * len(columns))
        self.db.execute(f"INSERT INTO position ({', '.join(columns)}) VALUES ({marks})", (*position, *given.values()))
        self.log.inserted("position", position.id, {"position": name, "unit_id": position.unit_id, **given}, row=row)
        self._keep(position)
        self.stated[position.id] = given.get("position_kind"), given.get("echelon")
        self.created.append(Created("position", self.label(position), position.id, position.name_key, row))
        return position

    def complete(self, position: PositionRow, kind: str | None, echelon: str | None, row: int) -> bool:
        """Write down a kind or an echelon of which nothing was known yet; return whether there was one."""
        known = dict(zip(("position_kind", "echelon"), self.stated[position.id], strict=True))
        told = {"position_kind": kind, "echelon": echelon}
        changes = {name: (None, told[name]) for name, old in known.items() if old is None and told[name] is not None}
        if not changes:
            return False
        sets = ", ".join(f"{name} = ?" for name in changes)
        self.db.execute(
            f"UPDATE position SET {sets} WHERE id = ?", (*(new for _, new in changes.values()), position.id)
        )
        self.log.updated("position", position.id, changes, row=row)
        self.stated[position.id] = known["position_kind"] or kind, known["echelon"] or echelon
        return True

    def not_found(self, name: str, unit: UnitRow | None) -> Trouble:
        """Return the finding that there is no such post, or none in the unit: then with where it is known."""
        elsewhere = sorted(self.label(post) for post in self.by_name.get(folded_position(name), ()))
        if elsewhere and unit is not None:
            known = "; ".join(elsewhere[:_FEW]) + ("; …" if len(elsewhere) > _FEW else "")
            about = {"position": name, "unit": self.units.path(unit), "known": known}
            return Trouble("position_not_in_unit", "position", name, about)
        return Trouble("position_not_found", "position", name, {"position": name, "nearest": self.suggestions(name)})

    def suggestions(self, name: str) -> str:
        """Return the posts most like `name`, for a finding."""
        return "; ".join(nearest(name, {key: positions[0].name for key, positions in self.by_name.items()}))


def _related(one: UnitRow, other: UnitRow) -> bool:
    """Tell whether one unit lies in the other, or both are the same."""
    place, here = one.path_key + SEPARATOR, other.path_key + SEPARATOR
    return place.startswith(here) or here.startswith(place)
