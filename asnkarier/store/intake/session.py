"""One import: frames from the reader in, changes in the file and a report out. All of it in the command's one transaction."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from typing import Any, NamedTuple, Protocol

from asnkarier.core.access import Actor
from asnkarier.core.finding import Finding
from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.store.database import Database
from asnkarier.store.queries.file.rosters import places_people, read_before, rosters_read
from asnkarier.store.queries.file.runs import Runs
from asnkarier.store.queries.units import Units as Tree

from . import comparing
from .assessments import Assessments, Competencies
from .facts import Facts
from .log import ChangeLog, SheetEnd, SheetSource
from .moves.left_before import LeftBefore
from .moves.movements import apply_movement
from .moves.withdrawing import withdraw
from .people import People
from .plans import Plans
from .references.of_holders import OfHolders
from .references.positions import Positions
from .references.units import Units
from .references.words import Created
from .registers import presence, sequence
from .registers.reach import Reach, Registers, Titled
from .registers.replacing import Assessed, Spared, TakenBack, gone, nip_of, take_out, take_out_levels
from .registers.replacing import Held as HeldOf
from .registers.units_of_then import UnitsOfThen
from .rosters.holding import Held
from .rosters.renaming import settle
from .rosters.roster import Roster
from .rosters.schooling import CeilingOf
from .rosters.spellings import spellings
from .rosters.unlisted import NotListed, Vanished, agencies_of, not_listed, vanished
from .sheet import Sheet, Twice
from .storage import STORAGE
from .structure import Structure

_AHEAD = timedelta(days=31)
"""Lists of the coming month are made before it begins."""


class Options(NamedTuple):
    """What the officer said about the import."""

    today: str
    dated: str | None = None
    covers_until: str | None = None
    covers_from: str | None = None
    clear_blanks: bool = False
    skip_unknown_people: bool = False
    create_near: bool = False
    replace: bool = False
    full: bool = False
    of_agencies_named: bool = False
    """A complete roster is one of the agencies whose people it names, where `agency` says no other."""
    agency: str | None = None
    expected: comparing.Expected | None = None
    """Year, work result and behaviour → the predicate that the law of that year reads off them, if it does."""
    of_score: Callable[[int, int, str | None], tuple[str, ...]] | None = None
    """Year, score and new idea → the predicates that the law of that year may read off them: two where an idea decides."""
    not_evaluated: presence.StatesOn | None = None
    """A day → the states in which the law of it evaluates nobody."""
    level_of: Callable[[str, str], str | None] | None = None
    """Day of the decree (ISO) and sanction → the level that the law of that day gives it; None where it knows no such name."""
    ceiling_of: CeilingOf | None = None
    """What the law of a day says of the education of those who are promoted regularly."""
    opens_level: frozenset[str] = frozenset()
    """Kinds of PAK with which the law lets a level begin: their sum may well be below that of the one before."""
    left_out: frozenset[int] = frozenset()
    """Keys whose rows contradict each other, when the import runs again without them."""


class Column(Protocol):
    """Where a field of the list comes from."""

    @property
    def column(self) -> str: ...  # noqa: D102
    @property
    def field(self) -> str: ...  # noqa: D102


class ListHead(Titled, Protocol):
    """The head of a list, as the reader's sheet frame gives it."""

    @property
    def file(self) -> str: ...  # noqa: D102
    @property
    def sheet(self) -> str: ...  # noqa: D102
    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def header_row(self) -> int: ...  # noqa: D102
    @property
    def fields(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def columns(self) -> Sequence[Column]: ...  # noqa: D102
    @property
    def dated(self) -> str | None: ...  # noqa: D102


@dataclass(slots=True)
class Taken:
    """How one list ended."""

    head: ListHead
    sheet: Sheet
    dated: str | None
    covers_from: str | None = None
    """None where the register is complete from the first on, or is not."""
    covers_until: str | None = None
    created: list[Created] = field(default_factory=list)
    end: SheetEnd | None = None
    people: set[int] = field(default_factory=set)
    """Whom it is the first of its kind to name, for --replace."""


class Intake:
    """Takes in the lists of one import."""

    def __init__(self, db: Database, actor: Actor, options: Options, command: str = "import") -> None:
        self.db = db
        self.options = options
        self.log = ChangeLog(db, actor, command)
        self.twice = Twice(options.left_out)
        self.people = People(db)
        self.units = Units(db, self.log, create_near=options.create_near)
        self.positions = Positions(db, self.log, self.units)
        self._units_of_then = UnitsOfThen(db, self.units, self.people)
        self.taken: list[Taken] = []
        self.vanished: list[Vanished] = []
        self.bounded_to: list[str] = []
        self.not_listed: list[NotListed] = []
        self.taken_back: list[TakenBack] = []
        self.spared: list[Spared] = []
        """What --replace left, because the files hold rows that could not be read."""
        self.moved_since: list[str] = []
        """The people of whom something stays that a movement which --replace took back had changed."""
        self.not_replaced: list[str] = []
        """The kinds of which --replace takes nothing back."""
        self.reached: list[Reach] = []
        """How far the registers of the import reach."""
        self._held: Held | None = None
        self._left = LeftBefore(db)
        self._sha256 = ""
        self.confirmed: list[Taken] = []
        """Rosters that changed nothing and are the first to speak of their day."""
        self._writer: Roster | Facts | Assessments | Structure | None = None
        self._structure = Structure(
            db,
            self.log,
            self.people,
            self.twice,
            self.units,
            self.positions,
            clear_blanks=options.clear_blanks,
            create_near=options.create_near,
        )
        self._of_holders = OfHolders(db, self.log, self.people, self.twice)
        self._facts: dict[str, Facts] = {}
        self._assessed = Assessed()
        self._plans = Plans(db, self.people)
        self._seen: dict[str, set[int]] = {}
        """Day → the people that the rosters of that day name."""
        self._listed: set[int] = set()
        """Who is on the roster being taken."""
        self._later: set[int] = set()
        self.unnamed = 0
        """Rejected rows of rosters whose NIP could not be read: nobody can tell whose they are."""

    @property
    def facts(self) -> Mapping[str, Facts]:
        """What took in the rows about people, by kind."""
        return self._facts

    def open(self, head: ListHead, sha256: str) -> None:
        """Begin a list."""
        self._sha256 = sha256
        letters = {c.field: c.column for c in head.columns if c.column}
        sheet = Sheet(file=head.file, name=head.sheet, kind=head.kind, fields=head.fields, letters=letters)
        dated = self._day_of(head, sheet) if head.kind == "roster" else head.dated
        self.taken.append(Taken(head, sheet, dated))
        self.log.begin_sheet(
            SheetSource(head.file, sha256, head.sheet, head.kind, head.header_row, dated, tuple(head.fields), letters)
        )
        self._writer = self._writer_for(head.kind, dated)
        self._held = Held(sheet)
        self.units.agencies_named = False

    def _day_of(self, head: ListHead, sheet: Sheet) -> str:
        """Return the day a roster speaks of: its own, else the one told, else that of the rosters before it in its file, else today."""
        if not places_people(head.fields):
            return self.options.today
        before = [taken for taken in self.taken if taken.sheet.kind == "roster" and taken.head.file == head.file]
        before = [taken for taken in before if places_people(taken.head.fields)]
        day = head.dated or self.options.dated or next((t.dated for t in reversed(before)), None) or self.options.today
        undated = next((t for t in before if t.dated == self.options.today != day), None)
        if undated is not None and undated.head.dated is None and self.options.dated is None:
            about: dict[str, str | int] = {"day": day, "other": undated.head.sheet}
            sheet.find("day_of_one_sheet", "error", row=head.header_row, field="nip", values=about)
        if day > (date.fromisoformat(self.options.today) + _AHEAD).isoformat():
            sheet.find("roster_to_come", "warning", row=head.header_row, field="nip", values={"day": day})
        return day

    def _writer_for(self, kind: str, dated: str | None) -> Roster | Facts | Assessments | Structure:
        options = self.options
        if kind == "roster":
            latest = self.db.one(
                "SELECT MAX(s.dated) FROM batch_sheet s JOIN batch b ON b.id = s.batch_id"
                " WHERE s.kind = 'roster' AND b.undone_by IS NULL"
            )
            return Roster(
                self.db,
                self.log,
                self.people,
                self.twice,
                self.units,
                self.positions,
                dated=dated or options.today,
                today=options.today,
                latest=str(latest[0]) if latest and latest[0] else "",
                clear_blanks=options.clear_blanks,
                skip_unknown=options.skip_unknown_people,
                ceiling_of=options.ceiling_of,
            )
        if kind == "assessments":
            return Assessments(
                self.db,
                self.log,
                self.people,
                self.twice,
                Competencies(self.db),
                self._assessed,
                today=options.today,
                clear_blanks=options.clear_blanks,
                skip_unknown=options.skip_unknown_people,
            )
        if kind in STORAGE:
            known = self._facts.get(kind)
            if known is None:
                known = self._facts[kind] = Facts(
                    self.db,
                    self.log,
                    self.people,
                    self.twice,
                    kind,
                    clear_blanks=options.clear_blanks,
                    skip_unknown=options.skip_unknown_people,
                )
            return known
        return self._structure

    def rows(self, rows: Sequence[int], columns: Sequence[list[Any]]) -> None:
        """Take in one chunk of rows; what hangs on the rest of the list waits for it."""
        if self._held is not None:
            rows, columns = self._held.rest(rows, columns)
            self.units.agencies_named = self._held.agencies_named
        if rows:
            self._take(rows, columns)

    def rows_beside(self, rows: Sequence[int], columns: Sequence[list[Any]]) -> None:
        """Take in more facts of the chunk just taken: each sheet row counts once, as changed where any fact of it is."""
        sheet, writer = self.taken[-1].sheet, self._writer
        changed = {row for *_, row in writer.touched} if isinstance(writer, Facts) else set()
        counts, known = sheet.counts, {(one.code, one.row) for one in sheet.findings}
        before = len(sheet.findings)
        self._take(rows, columns)
        # What is wrong with the person of a row was said with the first fact of it.
        sheet.findings[before:] = [one for one in sheet.findings[before:] if (one.code, one.row) not in known]
        sheet.counts = counts
        now = {row for *_, row in writer.touched} - changed if isinstance(writer, Facts) else set()
        sheet.unchanged -= len(now)
        sheet.updated += len(now)

    def _take(self, rows: Sequence[int], columns: Sequence[list[Any]]) -> None:
        sheet, writer = self.taken[-1].sheet, self._writer
        if sheet.kind == "positions" and "nip" in sheet.fields:
            day = next((t.dated for t in reversed(self.taken) if t.sheet.kind == "roster"), None)
            self._of_holders.take(sheet, rows, columns, day or self.options.today)
            return
        if isinstance(writer, Structure):
            writer.take(sheet, rows, columns, KINDS[sheet.kind].key)
            return
        if writer is None:
            return
        if sheet.kind == "idp":
            rows, columns = self._plans.within(sheet, rows, columns)
            if isinstance(writer, Facts):
                writer.refused.update(person for person, _, _ in self._plans.refused)
        if sheet.kind in ("evaluations", "history"):
            columns = self._units_of_then.placed(sheet, rows, columns)
        writer.take(sheet, rows, columns)
        if isinstance(writer, Facts) and sheet.kind == "movements":
            for person, values, row in sorted(writer.touched, key=lambda t: (t[0], str(t[1]["effective_on"]))):
                apply_movement(self.db, self.log, sheet, person, values, row)
                self._left.note(sheet, person, values["effective_on"], values["event"], row)
        if isinstance(writer, Facts):
            self._compare(sheet, writer.touched, writer.completed)
        if isinstance(writer, Roster):
            comparing.with_history(self.db, sheet, writer.touched, self.options.today)
            self._later |= writer.later
            of_staff = places_people(sheet.fields)
            self._stand_in(writer.dated, columns[sheet.fields.index("nip")], taken=of_staff)

    def _stand_in(self, day: str, nips: Sequence[str], *, taken: bool = True) -> None:
        """Note whom a roster of a day lists: nothing is `taken` from a rejected row, nor from a list of pay steps alone."""
        known = self.people.known
        if unseen := [nip for nip in nips if nip not in known]:
            known = self.people.look_up(unseen)
        here = self._seen.setdefault(day, set())
        there = [person for person in (known.get(nip) for nip in nips) if person is not None]
        here.update(there)
        if taken:
            self._listed.update(there)

    def _compare(self, sheet: Sheet, touched: comparing.Touched, completed: Mapping[int, int]) -> None:
        """Hold what a chunk of facts said against what is known beside it."""
        if sheet.kind == "history":
            comparing.with_posts(self.db, sheet, touched, self.options.today)
            sequence.posts_at_once(self.db, sheet, touched, self.options.today)
        elif sheet.kind == "credits":
            sequence.sums_that_fall(self.db, sheet, touched, self.options.opens_level)
        elif sheet.kind == "evaluations":
            if self.options.expected is not None:
                comparing.with_matrix(self.db, sheet, touched, completed, self.options.expected)
            if self.options.of_score is not None:
                comparing.with_scale(sheet, touched, self.options.of_score)
            if self.options.not_evaluated is not None:
                presence.with_service(self.db, sheet, touched, self.options.not_evaluated)
        if sheet.kind == "discipline" and self.options.level_of is not None:
            comparing.with_sanctions(sheet, touched, self.options.level_of)

    def findings(self, findings: Sequence[Finding]) -> None:
        """Keep what the reader found wrong in the list being taken."""
        if self.taken:
            self.taken[-1].sheet.findings.extend(findings)

    def close(self, *, read: int, rejected: int, skipped: int, named: Sequence[str] = ()) -> None:
        """End the list: count, and keep what it created; `named` are the NIPs of rows that the reader rejected."""
        taken = self.taken[-1]
        sheet = taken.sheet
        for rows, columns in self._held.waiting() if self._held is not None else ():
            self._take(rows, columns)
        if isinstance(self._writer, Roster):
            self._stand_in(self._writer.dated, named, taken=False)
            self.unnamed += rejected - len(named)
        elif isinstance(self._writer, Facts | Assessments) and rejected:
            known = self.people.look_up(named)
            held = self._writer.held if isinstance(self._writer, Assessments) else self._writer
            theirs = [known[nip] for nip in named if nip in known]
            held.refused.update(theirs)
            held.unknown += rejected - len(theirs)
        if self.options.replace and isinstance(self._writer, Facts | Assessments):
            named_in = self._writer.held if isinstance(self._writer, Assessments) else self._writer
            before = (one.people for one in self.taken if one.sheet.kind == sheet.kind)
            taken.people = set(named_in.people_seen).difference(*before)
        sheet.read += read
        sheet.rejected += rejected
        sheet.skipped += skipped
        created = [*self.units.created, *self.positions.created]
        self.units.created.clear()
        self.positions.created.clear()
        taken.created.extend(created)
        if sheet.kind == "roster" and not self.options.create_near:
            for slip, meant, rare, often, code in spellings(self.db, created):
                told: dict[str, str | int] = {"name": slip.name, "people": rare, "other": meant.name, "others": often}
                sheet.find(code, "warning", row=slip.row, field=slip.what, value=slip.name, values=told)
        for made, alone in self.units.known_alone(created):
            both: dict[str, str | int] = {"unit": made.name, "known": self.units.path(alone)}
            sheet.find("office_known_alone", "warning", row=made.row, field="unit", value=made.name, values=both)
        if sheet.kind == "idp" and sheet.inserted and isinstance(self._writer, Facts):
            self._plans.left_in(sheet, self._writer.people_seen, self._writer.kept)
        listed = Runs(self._listed)
        new = bool(listed) and self._says_new(taken)
        self._listed.clear()
        if new and not sheet.inserted and not sheet.updated:
            self.confirmed.append(taken)
        if sheet.kind == "successions":
            self.units.following.forget()
            settle(self.db, self.log, self._structure.renamings)
            self._structure.renamings.clear()
        taken.end = self.log.end_sheet(
            people=listed,
            keep=new,
            read=sheet.read,
            inserted=sheet.inserted,
            updated=sheet.updated,
            unchanged=sheet.unchanged,
            rejected=sheet.rejected,
            skipped=sheet.skipped,
        )

    def _says_new(self, taken: Taken) -> bool:
        """Tell whether a roster is later than any that names one of its people: then it says something though nothing has changed.

        Without a day of its own the same file read again on another day is the same list of the same day.
        """
        if not places_people(taken.sheet.fields):
            return False
        assumed = taken.head.dated is None and self.options.dated is None
        if assumed and read_before(self.db, self._sha256, taken.head.sheet):
            return False
        late = rosters_read(self.db, since=taken.dated or self.options.today)
        return not self._listed <= set[int]().union(*(one.people for one in late))

    def _cover(self) -> list[Reach]:
        """Note how far the registers reach; a template that was not filled in says of nobody that he has none."""
        typed = self.options.covers_from, self.options.covers_until
        registers = Registers(self.db, self.log, today=self.options.today, typed=typed)
        lists: dict[str, list[Taken]] = {}
        for taken in self.taken:
            if KINDS[taken.sheet.kind].register and taken.sheet.read > taken.sheet.skipped:
                lists.setdefault(taken.sheet.kind, []).append(taken)
        reached = []
        for kind, of_kind in lists.items():
            facts = self._facts.get(kind)
            people, kept = (facts.people_seen, facts.kept) if facts is not None else ((), ())
            reached.append(reach := registers.cover(kind, [(one.head, one.sheet) for one in of_kind], people, kept))
            noted = self.db.one("SELECT 1 FROM coverage WHERE batch_id = ? AND kind = ?", (self.log.batch_id, kind))
            for taken in of_kind:
                if noted is not None and taken.end is not None:
                    self.log.number_of(taken.end)
                taken.covers_from, taken.covers_until = (reach.since, reach.until) if reach.extended else (None, None)
        return reached

    def finish(self) -> int | None:
        """Write the rest; return the batch's number, or None when nothing has changed."""
        self._structure.tell_strange()
        seen = {person for people in self._seen.values() for person in people}
        if self.options.full:
            named = agencies_of(self.db, seen) if self.options.of_agencies_named else {}
            self.bounded_to = list(named.values())
            agency = self._agency()
            self.vanished = vanished(self.db, seen, {agency} if agency is not None else named.keys() or None)
        elif self._seen:
            self.not_listed = not_listed(self.db, seen, self._later, max(self._seen))
        if self.options.replace:
            self._take_back()
        self._left.tell()
        self.reached = self._cover()
        self.log.close()
        return self.log.batch_id if self.log.opened else None

    def _agency(self) -> int | None:
        """Return the agency for which the roster is complete; None for all."""
        if not self.options.agency:
            return None
        tree = Tree(self.db)
        return tree.agency(tree.find(self.options.agency).id)

    def _take_back(self) -> None:
        """Delete rows of the people and kinds of this import that its files no longer hold."""
        of_kinds: list[HeldOf] = [*self._facts.values(), self._assessed]
        for of_kind in of_kinds:
            going, spared = gone(self.db, of_kind)
            of_list = partial(self._of_list, of_kind.kind)
            if of_kind.kind == "movements":
                moved: dict[int, list[int]] = {}
                for one in going:
                    moved.setdefault(one.person, []).append(one.id)
                kept = []
                for who, numbers in moved.items():
                    with of_list(who):
                        if not withdraw(self.db, self.log, who, numbers):
                            kept.append(who)
                self.moved_since = sorted(nip_of(self.db, who) for who in kept)
            self.taken_back += take_out(self.db, self.log, of_kind.table, going, of_list)
            if isinstance(of_kind, Assessed):
                levels, stay = take_out_levels(self.db, self.log, of_kind, of_list)
                self.taken_back += levels
                spared = spared._replace(rows=spared.rows + stay)
            if spared.rows:
                self.spared.append(spared)
        replaced = {*self._facts, "assessments"}
        self.not_replaced = list(dict.fromkeys(t.sheet.kind for t in self.taken if t.sheet.kind not in replaced))

    def _of_list(self, kind: str, person: int) -> AbstractContextManager[None]:
        """Log changes as those of the list of a kind that names the person: that it has no such row is what takes it back."""
        end = next((one.end for one in self.taken if one.sheet.kind == kind and person in one.people), None)
        return nullcontext() if end is None else self.log.of_sheet(self.log.number_of(end))
