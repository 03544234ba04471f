"""Development plans as they come in by a sheet: no step is due, or done, before the plan that it belongs to began."""

from collections.abc import Sequence
from typing import Any

from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.core.names import folded
from asnkarier.store.database import Database
from asnkarier.store.queries.growth import plans

from .people import People
from .sheet import Sheet, column

Rows = tuple[Sequence[int], Sequence[list[Any]]]


class Plans:
    """The plans that were in the file before the import, read when a sheet first speaks of them."""

    def __init__(self, db: Database, people: People) -> None:
        """Begin without reading anything."""
        self._db, self._people = db, people
        self._began: dict[int, str] = {}
        self._days: dict[tuple[int, str, str], dict[str, str | None]] | None = None
        self.refused: set[tuple[int, str, str]] = set()
        """Person, goal and step of the rows left out."""

    def within(self, sheet: Sheet, rows: Sequence[int], columns: Sequence[list[Any]]) -> Rows:
        """Leave out rows with a day before the plan began; what stands in the file so already is no news of the sheet and stays."""
        if self._days is None:
            self._began, self._days = plans.start(self._db), plans.days_of(self._db)
        count = len(rows)
        chunk = dict(zip(sheet.fields, columns, strict=True))
        nips, goals, steps = (column(chunk, name, count) for name in ("nip", "goal", "step"))
        days = {name: column(chunk, name, count) for name in ("due", "done_on")}
        known = self._people.look_up(nips)
        good = []
        for i, nip in enumerate(nips):
            person = known.get(nip)
            began = self._began.get(person) if person is not None else None
            if person is None or began is None:
                good.append(i)
                continue
            key = person, folded(goals[i] or ""), folded(steps[i] or "")
            before = self._days.get(key, {})
            early = {name: at[i] for name, at in days.items() if at[i] and at[i] < began and at[i] != before.get(name)}
            for name, day in early.items():
                told = {"field": KINDS["idp"].field(name).label, "date": day, "began": began}
                sheet.find("step_before_plan", "error", row=rows[i], field=name, value=day, values=told)
            if early:
                sheet.rejected += 1
                self.refused.add(key)
            else:
                good.append(i)
        if len(good) == count:
            return rows, columns
        return [rows[i] for i in good], [[values[i] for i in good] for values in columns]

    def left_in(self, sheet: Sheet, people: set[int], kept: set[int]) -> None:
        """Say which steps a plan still has that the list does not name: one written in other words is a new one."""
        named = {person: nip for nip, person in self._people.known.items()}
        for person in sorted(people):
            for goal, step in plans.open_beside(self._db, person, kept):
                if (person, folded(goal), folded(step)) in self.refused:
                    continue
                told = {"nip": named.get(person, ""), "goal": goal, "step": step}
                sheet.find("step_left_in_plan", "note", value=step, values=told)
