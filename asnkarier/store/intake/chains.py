"""What the rows of a reorganisation name and where they lead: old names nobody knows, and chains that come back on one day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from asnkarier.core.names import folded
from asnkarier.store.database import Database
from asnkarier.store.queries import successions
from asnkarier.store.queries.units import Units

_GOES_ON = frozenset(("rename", "move", "merge"))
"""Rows that lead on to another name; what is split may well keep its own beside the new one."""
_NAMES = {
    "position": ("SELECT name_key FROM position", "SELECT DISTINCT position_key FROM history"),
    "unit": ("SELECT name_key FROM unit", "SELECT DISTINCT unit FROM history WHERE unit IS NOT NULL"),
}


class _Node(NamedTuple):
    key: str
    agency: str

    def same(self, other: "_Node") -> bool:
        """Whether both may be one: an agency that is not said may be any."""
        return self.key == other.key and (self.agency == other.agency or not (self.agency and other.agency))


class Chains:
    """The successions of the file and of the list being taken in."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self._known: dict[str, set[str]] = {}
        self._of_agencies: set[str] | None = None
        self._steps: dict[tuple[str, str], dict[str, list[tuple[_Node, _Node]]]] = {}
        names = ("kind", "effective_on", "how", "old_key", "old_agency_key", "new_key", "new_agency_key")
        for row in db.rows(f"SELECT {', '.join(names)} FROM succession"):
            self.add(dict(zip(names, row, strict=True)))

    def names(self, kind: str, keys: Iterable[str]) -> None:
        """Let names count as known that the list itself gives to something."""
        self._names_of(kind).update(keys)

    def strange(self, record: Mapping[str, Any]) -> tuple[str, str, dict[str, str]] | None:
        """Return the finding about a row that joins nothing, its field and its values: nobody knows its old name, or the agency of it.

        Known is what bears a name today, in a history, or by another row.
        """
        old, agency = str(record["old"]), record["old_agency"]
        if record["old_key"] not in self._names_of(record["kind"]):
            return "succession_old_unknown", "old", {"old": old}
        if agency and record["old_agency_key"] not in self._agencies():
            return "succession_agency_unknown", "old_agency", {"old": old, "agency": str(agency)}
        return None

    def _agencies(self) -> set[str]:
        """Return the names of agencies: those of units, of histories, and what an agency was called before."""
        if self._of_agencies is None:
            told = self.db.rows("SELECT DISTINCT agency FROM history WHERE agency IS NOT NULL")
            rows = self.db.rows("SELECT old_key, new_agency_key FROM succession WHERE kind = 'unit'")
            self._of_agencies = {folded(str(name)) for (name,) in told} | {str(key) for row in rows for key in row}
        return self._of_agencies | self._names_of("unit")

    def _names_of(self, kind: str) -> set[str]:
        known = self._known.get(kind)
        if known is None:
            known = {
                folded(str(name)) if kind == "unit" else str(name)
                for sql in _NAMES[kind]
                for (name,) in self.db.rows(sql)
            }
            rows = self.db.rows("SELECT new_key FROM succession WHERE kind = ?", (kind,))
            self._known[kind] = known = known | {str(name) for (name,) in rows}
        return known

    def add(self, record: Mapping[str, Any]) -> None:
        """Take a row into the chains."""
        old, new = _ends(record)
        if record["how"] in _GOES_ON and new.key and not old.same(new):
            steps = self._steps.setdefault(_day(record), defaultdict(list))
            steps[old.key].append((old, new))

    def swaps(self, record: Mapping[str, Any]) -> bool:
        """Tell whether another row of that day says the very reverse: two that swap their names."""
        old, new = _ends(record)
        steps = self._steps.get(_day(record), {}).get(new.key, ())
        return any(before.same(new) and after.same(old) for before, after in steps)

    def comes_back(self, record: Mapping[str, Any]) -> bool:
        """Tell whether the row closes a circle: what it leads to leads on, that same day, to where it began.

        What takes its former name again on another day makes no circle: rows of several days are a line in time.
        """
        old, new = _ends(record)
        if record["how"] not in _GOES_ON or not new.key or old.same(new):
            return False
        steps = self._steps.get(_day(record), {})
        seen, ahead = {new}, [new]
        while ahead:
            here = ahead.pop()
            if here.same(old):
                return True
            for before, after in steps.get(here.key, ()):
                if before.same(here) and after not in seen:
                    seen.add(after)
                    ahead.append(after)
        return False


def _day(record: Mapping[str, Any]) -> tuple[str, str]:
    return str(record["kind"]), str(record["effective_on"])


def _ends(record: Mapping[str, Any]) -> tuple[_Node, _Node]:
    return (
        _Node(str(record["old_key"]), str(record["old_agency_key"])),
        _Node(str(record["new_key"]), str(record["new_agency_key"])),
    )


class Renamed:
    """When a reorganisation made one unit or post of another, for those who bear the old name on one list and the new on the next."""

    def __init__(self, db: Database, day: str) -> None:
        self.db, self.day = db, day
        self.any = bool(db.rows("SELECT 1 FROM succession WHERE effective_on <= ? LIMIT 1", (day,)))
        self._known: dict[str, dict[int, list[tuple[str, int]]]] = {}
        """Kind → unit or post → when it became what."""
        self._parts: dict[str, dict[int, list[tuple[str, int]]]] = {}
        """Kind → unit or post that was split up → when, and into what."""
        self._tree: Units | None = None

    def forget(self) -> None:
        """Look again: posts and units may have been made since."""
        self._known.clear()
        self._parts.clear()
        self._tree = None

    def path(self, kind: str, old: int, new: int) -> list[tuple[str, int]]:
        """Return (day, unit or post it became) from `old` to `new`, through all it was called between; nothing where no rows lead there.

        Of what was split up the part counts that leads there.
        """
        known, parts = self._became(kind), self._split(kind)
        ahead: list[tuple[int, str, list[tuple[str, int]]]] = [(old, "", [])]
        while ahead:
            here, day, path = ahead.pop()
            if here == new:
                return path
            after = [step for step in known.get(here, ()) if step[0] >= day]
            steps = [min(after)] if after else [step for step in parts.get(here, ()) if step[0] >= day]
            ahead += [(step[1], step[0], [*path, step]) for step in steps if step not in path]
        return []

    def splits(self, kind: str, old: int, new: int) -> str | None:
        """Return the day on which `old`, or what it lies in, was split up, where `new` is one of the parts or lies in one."""
        if day := self._split_on(kind, old, new):
            return day
        if not self._split("unit"):
            return None
        tree = self._tree = self._tree or Units(self.db)
        if kind == "position":
            unit_of = dict(self.db.rows("SELECT id, unit_id FROM position WHERE id IN (?, ?)", (old, new)))
            above = [tree.above(unit_of.get(post)) for post in (old, new)]
        else:
            above = [tree.above(unit) for unit in (old, new)]
        days = (self._split_on("unit", one, other) for one in above[0] for other in above[1])
        return next((day for day in days if day), None)

    def _split_on(self, kind: str, old: int, new: int) -> str | None:
        path = self.path(kind, old, new) if self._split(kind) else []
        parts = {part for steps in self._split(kind).values() for part in steps}
        return next((step[0] for step in path if step in parts), None)

    def goes_on(self, kind: str, old: int) -> tuple[str, int] | None:
        """Return as what a unit or post goes on after all reorganisations, and since which day; None where it is what it was."""
        known = self._became(kind)
        here, day, passed = old, "", set[tuple[str, int]]()
        while after := [step for step in known.get(here, ()) if step[0] >= day]:
            if (step := min(after)) in passed:
                return None
            passed.add(step)
            day, here = step
        return None if here == old else (day, here)

    def abolished(self, kind: str, number: int) -> str | None:
        """Return the last day on which the unit or post of that number was abolished; None where it was not."""
        if not self.any:
            return None
        unit = "t.id" if kind == "unit" else "t.unit_id"
        found = self.db.one(
            f"SELECT MAX(s.effective_on) FROM {kind} t JOIN succession s ON s.old_key = t.name_key LEFT JOIN unit u ON u.id = {unit}"
            " LEFT JOIN unit a ON a.id = u.agency_id WHERE t.id = ? AND s.kind = ? AND s.how = 'abolish'"
            " AND s.effective_on <= ? AND s.old_agency_key IN ('', COALESCE(a.name_key, ''))",
            (number, kind, self.day),
        )
        return str(found[0]) if found and found[0] else None

    def made(self, kind: str) -> list[int]:
        """Return the units or posts that something became."""
        return sorted(
            {new for led in (self._became(kind), self._split(kind)) for steps in led.values() for _, new in steps}
        )

    def _split(self, kind: str) -> Mapping[int, Sequence[tuple[str, int]]]:
        if not self.any:
            return {}
        if kind not in self._parts:
            read = successions.posts_split if kind == "position" else successions.units_split
            parts = self._parts[kind] = {}
            for became in read(self.db, self.day):
                parts.setdefault(became.old, []).append((became.on, became.new))
        return self._parts[kind]

    def _became(self, kind: str) -> Mapping[int, Sequence[tuple[str, int]]]:
        if not self.any:
            return {}
        if kind not in self._known:
            # Who was in a unit or post that was merged is in what it was merged into from that very day.
            read = successions.posts if kind == "position" else successions.became_units
            days = {(became.old, became.new): became.on for became in read(self.db, self.day)}
            known = self._known[kind] = {}
            for (old, new), on in days.items():
                known.setdefault(old, []).append((on, new))
        return self._known[kind]
