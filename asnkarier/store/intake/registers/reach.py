"""How far the registers reach after an import: as far as its lists are whole, by what they say themselves or the officer does."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from asnkarier.core.text import folded
from asnkarier.store.database import Database
from asnkarier.store.intake.log import ChangeLog
from asnkarier.store.intake.people import pick
from asnkarier.store.intake.sheet import Sheet
from asnkarier.store.queries.units import Units

UNCLEAR = "?"


class Titled(Protocol):
    """What stands above a list."""

    @property
    def until(self) -> str | None:
        """The last day that it names; `?` where it names one that cannot be told."""

    @property
    def title(self) -> str:
        """Its words."""


class Reach(NamedTuple):
    """How far a register reaches after an import; where rows were refused or nobody says, as far as it did before, or None."""

    kind: str
    until: str | None
    extended: bool
    """Whether the lists of the import are complete up to that day."""
    rejected: int = 0
    titled: bool = False
    """Whether the day is that of a title."""


class Registers:
    """Notes how far each register of an import reaches."""

    def __init__(self, db: Database, log: ChangeLog, *, today: str, typed: str | None) -> None:
        self.db = db
        self.log = log
        self.today = today
        self.typed = typed

    def cover(self, kind: str, lists: Sequence[tuple[Titled, Sheet]], people: Iterable[int]) -> Reach:
        """Note that the register is complete, as far as its lists say so.

        A refused row is somebody's, perhaps of somebody without another: nobody without a row is then known to have none.
        """
        known = self._known(kind)
        if rejected := sum(sheet.rejected for _, sheet in lists):
            return Reach(kind, known, False, rejected)
        until, titled = self._until(lists)
        if until is None or not self._for_everybody(lists, people, until, known):
            return Reach(kind, known, False)
        if known is not None and known >= until:
            return Reach(kind, known, True)
        self.log.open_batch()
        self.db.execute("DELETE FROM coverage WHERE batch_id = ? AND kind = ?", (self.log.batch_id, kind))
        self.db.execute(
            "INSERT INTO coverage (batch_id, kind, covers_until) VALUES (?,?,?)", (self.log.batch_id, kind, until)
        )
        return Reach(kind, until, True, titled=titled)

    def _known(self, kind: str) -> str | None:
        row = self.db.one(
            "SELECT MAX(c.covers_until) FROM coverage c JOIN batch b ON b.id = c.batch_id"
            " WHERE c.kind = ? AND b.undone_by IS NULL",
            (kind,),
        )
        return None if row is None or row[0] is None else str(row[0])

    def _until(self, lists: Sequence[tuple[Titled, Sheet]]) -> tuple[str | None, bool]:
        """Return the last day that the lists speak of, and whether a title says it; a list without one speaks of today."""
        if self.typed is not None:
            return self.typed, False
        clear = []
        for head, sheet in lists:
            if head.until == UNCLEAR:
                sheet.find("register_until_unclear", "warning")
            else:
                clear.append(min(head.until or self.today, self.today))
        until = max(clear, default=None)
        return until, until is not None and until < self.today

    def _for_everybody(
        self, lists: Sequence[tuple[Titled, Sheet]], people: Iterable[int], until: str, known: str | None
    ) -> bool:
        """Tell whether the lists speak of the whole institution: not where their people and their title are of one agency.

        Where only the people are, that may be so by chance: a warning asks.
        """
        if self.typed is not None:
            return True
        listed = list(people)
        tree = Units(self.db)
        agencies = {tree.agency(unit) for (unit,) in self.db.rows(f"SELECT DISTINCT s.unit_id {_OPEN}")}
        pick(self.db, listed)
        theirs = {
            tree.agency(unit)
            for (unit,) in self.db.rows(f"SELECT DISTINCT s.unit_id {_OPEN} AND s.person_id IN (SELECT id FROM picked)")
        }
        if len(theirs) != 1 or len(agencies) == 1:
            return True
        agency = tree.name(theirs.pop()) or ""
        about: dict[str, str | int] = {"agency": agency, "agencies": len(agencies), "people": len(listed)}
        named = [sheet for head, sheet in lists if folded(agency) in folded(head.title)]
        if named:
            named[0].find("register_of_agency", "warning", values=about)
            return False
        if len(listed) > 1 and (known is None or known < until):
            lists[0][1].find("register_people_of_agency", "warning", values={**about, "day": until})
        return True


_OPEN = "FROM person_unit s WHERE s.until = '9999-12-31'"
