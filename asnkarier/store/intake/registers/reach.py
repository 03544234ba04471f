"""How far the registers reach after an import: as far as its lists are whole, by what they say themselves or the officer does."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from asnkarier.core.decide.reach import Span, joined, known_from, known_until
from asnkarier.core.text import folded
from asnkarier.store.database import Database
from asnkarier.store.intake.log import ChangeLog
from asnkarier.store.intake.people import pick
from asnkarier.store.intake.sheet import Sheet
from asnkarier.store.intake.storage import STORAGE
from asnkarier.store.queries.file.registers import reach
from asnkarier.store.queries.units import Units

UNCLEAR = "?"
_OF_A_LIFE = frozenset({"history", "educations"})
"""Kinds whose lists tell of whole lives: the year of a title is that of the list, not of its rows."""


_DAY: Mapping[str, str] = {
    "discipline": "decided_on",
    "awards": "awarded_on",
    "assignments": "started_on",
    "history": "since",
    "trainings": "ended_on",
    "exams": "taken_on",
}
"""The day on which what a row of a register tells of was."""


class Titled(Protocol):
    """What stands above a list."""

    @property
    def since(self) -> str | None:
        """The first day that it names."""

    @property
    def until(self) -> str | None:
        """The last day that it names; `?` where it names one that cannot be told."""

    @property
    def title(self) -> str:
        """Its words."""


class Reach(NamedTuple):
    """How far a register reaches after an import; where rows were refused or nobody says, as far as it did before, or None."""

    kind: str
    since: str | None
    """The first day from which it is complete without a gap up to `until`; None where it is from the first on."""
    until: str | None
    extended: bool
    """Whether the lists of the import are complete up to that day."""
    rejected: int = 0
    titled: bool = False
    """Whether the days are those of a title."""


class Registers:
    """Notes how far each register of an import reaches; `typed` are the first and the last day that the officer says."""

    def __init__(
        self, db: Database, log: ChangeLog, *, today: str, typed: tuple[str | None, str | None] = (None, None)
    ) -> None:
        self.db = db
        self.log = log
        self.today = today
        self.typed_since, self.typed_until = typed

    def cover(
        self, kind: str, lists: Sequence[tuple[Titled, Sheet]], people: Iterable[int], kept: Collection[int] = ()
    ) -> Reach:
        """Note that the register is complete, as far as its lists say so.

        A refused row is somebody's, perhaps of somebody without another: nobody without a row is then known to have none. `kept` are the
        records that the lists hold.
        """
        known = reach(self.db).get(kind, ())
        before = Reach(kind, known_from(known), known_until(known), False)
        if rejected := sum(sheet.rejected for _, sheet in lists):
            return before._replace(rejected=rejected)
        told, titled = self._told(kind, lists)
        if told and (self.typed_until is not None or titled):
            self._tell_later(kind, lists, kept, told[-1][1])
        if not told or not self._for_everybody(lists, people, told[-1][1], known):
            return before
        # Lists of years that join each other, and what is known, are one span.
        after = joined([*known, *told])
        since, until = next((a, b) for a, b in after if a <= told[-1][0] and b >= told[-1][1])
        if after == tuple(known):
            return Reach(kind, since or None, until, True)
        self.log.open_batch()
        self.db.execute("DELETE FROM coverage WHERE batch_id = ? AND kind = ?", (self.log.batch_id, kind))
        self.db.many(
            "INSERT INTO coverage (batch_id, kind, covers_from, covers_until) VALUES (?,?,?,?)",
            [(self.log.batch_id, kind, *span) for span in told],
        )
        return Reach(kind, since or None, until, True, titled=titled)

    def _tell_later(self, kind: str, lists: Sequence[tuple[Titled, Sheet]], kept: Collection[int], until: str) -> None:
        """Warn of rows of days after the one up to which the lists are complete: one of the two is a slip."""
        name = _DAY.get(kind)
        if name is None:
            return
        later = [
            str(day)
            for number, day in self.db.rows(f"SELECT id, {name} FROM {STORAGE[kind].table} WHERE {name} > ?", (until,))
            if number in kept
        ]
        if later:
            about: dict[str, str | int] = {"count": len(later), "until": until, "last": max(later)}
            lists[0][1].find("rows_after_register", "warning", field=name, values=about)

    def _told(self, kind: str, lists: Sequence[tuple[Titled, Sheet]]) -> tuple[tuple[Span, ...], bool]:
        """Return the spans that the lists speak of, and whether a title says so; a list without a day speaks of today.

        What is typed goes before the title: a last day without a first says that the list is complete from the first on.
        """
        if self.typed_until is not None:
            return ((self.typed_since or "", self.typed_until),), False
        spans: list[Span] = []
        titled = False
        for head, sheet in lists:
            if head.until == UNCLEAR:
                sheet.find("register_until_unclear", "warning")
                continue
            until = min(head.until or self.today, self.today)
            named = "" if kind in _OF_A_LIFE or (head.since or "") > until else head.since or ""
            spans.append((named if self.typed_since is None else self.typed_since, until))
            titled = titled or until < self.today or (bool(named) and self.typed_since is None)
        return joined(span for span in spans if span[0] <= span[1]), titled

    def _for_everybody(
        self, lists: Sequence[tuple[Titled, Sheet]], people: Iterable[int], until: str, known: Sequence[Span]
    ) -> bool:
        """Tell whether the lists speak of the whole institution: not where their people and their title are of one agency.

        Where only the people are, that may be so by chance: a warning asks.
        """
        if self.typed_until is not None:
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
        if len(listed) > 1 and (known_until(known) or "") < until:
            lists[0][1].find("register_people_of_agency", "warning", values={**about, "day": until})
        return True


_OPEN = "FROM person_unit s WHERE s.until = '9999-12-31'"
