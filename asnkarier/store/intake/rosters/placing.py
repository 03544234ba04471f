"""What the cells of post, duty and unit of a roster's row mean: found, created where new, or what is wrong with them."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from asnkarier.core.names import folded, held, in_full, is_office, is_structural
from asnkarier.core.parse.posts import at_level, kind_of_name, levels_of
from asnkarier.store.intake.references.positions import PositionRow, Positions
from asnkarier.store.intake.references.units import UnitRow, Units
from asnkarier.store.intake.references.words import Trouble

_NOT_TAKEN = frozenset({"unit_near", "position_near"})
UNKNOWN_CODE = "unit_code_unknown"
_UNIT_BOUND_KINDS = frozenset({"jpt_utama", "jpt_madya", "jpt_pratama", "administrator", "pengawas"})


class Placed(NamedTuple):
    """What the cells of post and unit mean, once found: ids, and what to say about it."""

    unit: UnitRow | None = None
    position: PositionRow | None = None
    duty: tuple[str, str, int | None] | None = None
    """Acting, the duty as written, and the post it is, where known."""
    troubles: tuple[Trouble, ...] = ()
    within: bool = False
    """Whether only what stands above the unit is named, so that who is known below it stays there."""

    @property
    def dropped(self) -> bool:
        """Whether the row names a post or a unit that was not followed."""
        return any(trouble.code in _NOT_TAKEN for trouble in self.troubles)


class Placing:
    """Places rows: a unit and a post for each set of cells."""

    def __init__(self, units: Units, positions: Positions) -> None:
        self.units = units
        self.positions = positions
        self.above: frozenset[str] = frozenset()
        """What the rows being taken in name as the superior of units, as a letterhead does."""
        self.completed: set[int] = set()
        """The rows that told something new of a post known before."""
        self._codes: set[tuple[int, str]] = set()
        """Codes that nobody knows beside the units for which their rows were taken: each is told once."""
        self._levels: dict[int, tuple[int, Mapping[int, PositionRow]]] = {}
        """Post of a bare name → its levels, and among how many posts they were looked for."""

    def place(self, key: tuple[Any, ...], row: int) -> Placed:
        """Return what one set of cells means; `key` are post, unit, code, agency, parent, kind and echelon."""
        post, unit_name, code, agency, parent, kind, echelon = key
        troubles: list[Trouble] = []
        within = unit_name is None and not code
        unit = self._unit(unit_name, code, agency, parent, row, troubles)
        if post is None:
            return Placed(unit, troubles=tuple(troubles), within=within)
        holds = held(post)
        position: PositionRow | None = None
        if holds.post is not None:
            position = self._position(holds.post, unit, kind, echelon, row, troubles, create=True)
        duty = None
        if holds.duty is not None:
            acting_post = self._position(holds.duty, unit, None, None, row, [], create=False)
            duty = (holds.acting, holds.duty, acting_post.id if acting_post else None)
        return Placed(unit, position, duty, tuple(troubles), within)

    def levels(self, bare: PositionRow) -> Mapping[int, PositionRow]:
        """Return the posts on file, by number, that are this one of a bare name at one of its levels."""
        known = len(self.positions.by_key)
        count, found = self._levels.get(bare.id, (-1, {}))
        if count != known:
            posts = (post for key in levels_of(bare.name_key) for post in self.positions.by_name.get(key, ()))
            found = {post.id: post for post in posts}
            self._levels[bare.id] = known, found
        return found

    def kind(self, position: PositionRow) -> str | None:
        """Return the kind of a post as far as known."""
        return self.positions.stated[position.id][0] or kind_of_name(position.name)

    def _unit(
        self,
        name: str | None,
        code: str | None,
        agency: str | None,
        parent: str | None,
        row: int,
        troubles: list[Trouble],
    ) -> UnitRow | None:
        coded = code is not None and code in self.units.by_code
        own = name is not None
        if name is None and not coded:
            # A blank cell below a filled one: the row is of the unit that is named, never of one more below it.
            name, parent = (parent, None) if parent is not None else (agency, None)
        if name is None and not coded:
            return None
        if name in self.above and not code and is_office(in_full(folded(name))):
            # The office is taken for the one on file as a superior, and so it is in its own row.
            name = self.units.office(name)
        found = self.units.place(name or "", code=code or "", agency=agency or "", parent=parent or "", row=row)
        if isinstance(found, Trouble):
            troubles.append(found)
            return None
        if own and code and not found.code and code not in self.units.by_code:
            self.units.recode(found, code, row)
            self.completed.add(row)
            return self.units.by_id[found.id]
        misnamed = self.units.misnamed(found, name or "", code or "")
        if misnamed is not None and not (misnamed.code == UNKNOWN_CODE and (found.id, code) in self._codes):
            self._codes.add((found.id, code or ""))
            troubles.append(misnamed)
        return found

    def _position(
        self,
        name: str,
        unit: UnitRow | None,
        kind: str | None,
        echelon: str | None,
        row: int,
        troubles: list[Trouble],
        *,
        create: bool,
    ) -> PositionRow | None:
        found = self.positions.find(name, unit=unit)
        if isinstance(found, Trouble):
            troubles.append(found)
            return None
        if found is not None and create:
            found = self._at_level(found, name, unit, kind, echelon, row, troubles) or found
            self._compared(found, kind, echelon, row, troubles)
        if found is not None or not create:
            return found
        like = None if self.units.create_near else self.positions.near_miss(name)
        if like is not None:
            troubles.append(Trouble("position_near", "position", name, {"position": name, "known": like}, "warning"))
            return None
        bound = kind in _UNIT_BOUND_KINDS or echelon is not None or is_structural(name)
        fields = {"position_kind": kind, "echelon": echelon}
        return self.positions.add(name, unit=unit if bound else None, fields=fields, row=row)

    def _at_level(
        self,
        post: PositionRow,
        name: str,
        unit: UnitRow | None,
        kind: str | None,
        echelon: str | None,
        row: int,
        troubles: list[Trouble],
    ) -> PositionRow | None:
        """Return the post of the row's own level, where the bare name is known with another: each level is a post of its own.

        None where the row says nothing against what is known. A post that nobody knew yet is made, and told.
        """
        known = self.positions.stated[post.id][0]
        full = at_level(name, kind) if kind is not None and echelon is None else None
        if full is None or known is None or known == kind or not known.startswith("jf_"):
            return None
        found = self.positions.find(full, unit=unit)
        if found is not None:
            return found if isinstance(found, PositionRow) else None  # of several nobody can tell which is meant
        values = {"position": self.positions.label(post), "told": str(kind), "known": known, "new": full}
        troubles.append(Trouble("position_level_differs", "position_kind", str(kind), values, "warning"))
        return self.positions.add(full, unit=None, fields={"position_kind": kind}, row=row)

    def _compared(
        self, post: PositionRow, kind: str | None, echelon: str | None, row: int, troubles: list[Trouble]
    ) -> None:
        """Hold what a row says of a known post against what is known of it: what was unknown is written down, the rest stays."""
        known_kind, known_echelon = self.positions.stated[post.id]
        about = {"position": self.positions.label(post)}
        if None not in (echelon, known_echelon) and echelon != known_echelon:
            values = {**about, "told": str(echelon), "known": str(known_echelon)}
            troubles.append(Trouble("echelon_differs", "echelon", str(echelon), values, "warning"))
            return
        if None not in (kind, known_kind) and kind != known_kind:
            # What is only read off the post's name says nothing against a kind that somebody stated.
            if kind != kind_of_name(post.name) or echelon is not None:
                values = {**about, "told": str(kind), "known": str(known_kind)}
                troubles.append(Trouble("position_kind_differs", "position_kind", str(kind), values, "warning"))
            kind = None
        if self.positions.complete(post, kind, echelon, row):
            self.completed.add(row)

    def lies_in(self, unit: int, above: UnitRow) -> bool:
        """Whether a unit is `above` or lies below it."""
        row: UnitRow | None = self.units.by_id.get(unit)
        while row is not None and row.id != above.id:
            row = self.units.by_id.get(row.parent_id) if row.parent_id is not None else None
        return row is not None
