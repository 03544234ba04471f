"""Functional posts of one bare name at several levels in a list of posts: each level is a post of its own."""

from collections.abc import Sequence
from typing import Any, Final

from asnkarier.core.names import folded, folded_position
from asnkarier.core.parse.posts import at_level
from asnkarier.store.intake.sheet import Sheet

from .positions import PositionRow, Positions
from .words import Trouble

_PLACE: Final = ("unit", "unit_code", "agency", "parent")


class Levels:
    """Which level has the bare name: the one on file, else the first of the list; the others are called by their levels."""

    def __init__(self, positions: Positions) -> None:
        self.positions = positions
        self._sheet: Sheet | None = None
        self._bare: dict[tuple[str, ...], str] = {}
        """Post and place → the level that has the bare name in this list."""

    def apart(self, sheet: Sheet, rows: Sequence[int], records: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return the rows, those of a further level under the name with that level; a post that is new by it is told."""
        if sheet is not self._sheet:
            self._sheet, self._bare = sheet, {}
        keys = [self._key(record) for record in records]
        several: dict[tuple[str, ...], list[str]] = {}
        for key, record in zip(keys, records, strict=True):
            if key is not None and record["position_kind"] not in (told := several.setdefault(key, [])):
                told.append(record["position_kind"])
        for key, kinds in several.items():
            if key not in self._bare:
                known = self._known(key[0], key[1])
                # Another level under the bare name corrects the one on file, unless that level has a post of its own already.
                own = known is not None and any(
                    self._posts(folded_position(str(at_level(key[0], kind))), key[1]) for kind in kinds
                )
                self._bare[key] = known if known is not None and (known in kinds or own) else kinds[0]
        return [
            record
            if key is None or record["position_kind"] == self._bare[key]
            else self._called(sheet, row, record, key)
            for key, row, record in zip(keys, rows, records, strict=True)
        ]

    def _key(self, record: dict[str, Any]) -> tuple[str, ...] | None:
        kind = record.get("position_kind")
        if kind is None or record.get("echelon") or at_level(record["position"], kind) is None:
            return None
        return folded_position(record["position"]), *(folded(str(record.get(field) or "")) for field in _PLACE)

    def _posts(self, name_key: str, unit: str) -> list[PositionRow]:
        """Return the posts on file of a name: those of the unit before the one without a unit."""
        units = self.positions.units.by_id
        known = self.positions.by_name.get(name_key, ())
        here = [post for post in known if post.unit_id is not None and unit in ("", units[post.unit_id].name_key)]
        return here + [post for post in known if post.unit_id is None]

    def _known(self, name_key: str, unit: str) -> str | None:
        return next((self.positions.stated[post.id][0] for post in self._posts(name_key, unit)), None)

    def _called(self, sheet: Sheet, row: int, record: dict[str, Any], key: tuple[str, ...]) -> dict[str, Any]:
        name, kind = record["position"], record["position_kind"]
        full = str(at_level(name, kind))
        if not self._posts(folded_position(full), key[1]):
            values = {"position": name, "told": kind, "known": self._bare[key], "new": full}
            sheet.trouble(Trouble("position_level_differs", "position_kind", kind, values, "warning"), row)
        return {**record, "position": full}
