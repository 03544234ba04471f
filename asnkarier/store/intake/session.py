"""One import: frames from the reader in, changes in the file and a report out. All of it in the command's one transaction."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from asnkarier.core.access import Actor
from asnkarier.core.finding import Finding
from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.core.numbers import shown, unscaled
from asnkarier.store.database import Database
from asnkarier.store.queries.growth import plans

from .assessments import Assessments
from .facts import Facts, apply_movement
from .log import ChangeLog, SheetSource
from .people import People
from .references import Competencies, Created, Positions, Units, spellings
from .roster import Roster
from .sheet import Sheet, Twice
from .storage import STORAGE
from .structure import Structure


class Options(NamedTuple):
    """What the officer said about the import."""

    today: str
    dated: str | None = None
    covers_until: str | None = None
    clear_blanks: bool = False
    skip_unknown_people: bool = False
    create_near: bool = False
    replace: bool = False
    full: bool = False
    agency: str | None = None
    expected: Callable[[int, str, str], str | None] | None = None
    """Year, work result and behaviour → the predicate that the law of that year reads off them, if it does."""
    of_score: Callable[[int, int, str | None], tuple[str, ...]] | None = None
    """Year, score and new idea → the predicates that the law of that year may read off them: two where an idea decides."""
    left_out: frozenset[int] = frozenset()
    """Keys whose rows contradict each other, when the import runs again without them."""


class Column(Protocol):
    """Where a field of the list comes from."""

    @property
    def column(self) -> str: ...  # noqa: D102
    @property
    def field(self) -> str: ...  # noqa: D102


class ListHead(Protocol):
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
    covers_until: str | None = None
    created: list[Created] = field(default_factory=list)


class Vanished(NamedTuple):
    """Somebody a complete roster does not list any more."""

    nip: str
    name: str
    unit: str


class TakenBack(NamedTuple):
    """A row that --replace deleted, because the files no longer hold it."""

    table: str
    nip: str
    fields: Mapping[str, Any]


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
        self.taken: list[Taken] = []
        self.vanished: list[Vanished] = []
        self.taken_back: list[TakenBack] = []
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
        self._facts: dict[str, Facts] = {}
        self._seen: set[int] = set()

    def open(self, head: ListHead, sha256: str) -> None:
        """Begin a list."""
        letters = {c.field: c.column for c in head.columns if c.column}
        sheet = Sheet(file=head.file, name=head.sheet, kind=head.kind, fields=head.fields, letters=letters)
        dated = (head.dated or self.options.dated or self.options.today) if head.kind == "roster" else head.dated
        self.taken.append(Taken(head, sheet, dated))
        self.log.begin_sheet(
            SheetSource(head.file, sha256, head.sheet, head.kind, head.header_row, dated, tuple(head.fields), letters)
        )
        self._writer = self._writer_for(head.kind, dated)

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
                latest=str(latest[0]) if latest and latest[0] else "",
                clear_blanks=options.clear_blanks,
            )
        if kind == "assessments":
            return Assessments(
                self.db,
                self.log,
                self.people,
                self.twice,
                Competencies(self.db),
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
        """Take in one chunk of rows."""
        sheet, writer = self.taken[-1].sheet, self._writer
        if isinstance(writer, Structure):
            writer.take(sheet, rows, columns, KINDS[sheet.kind].key)
            return
        if writer is None:
            return
        writer.take(sheet, rows, columns)
        if isinstance(writer, Facts) and sheet.kind == "movements":
            for person, values, row in sorted(writer.touched, key=lambda t: (t[0], str(t[1]["effective_on"]))):
                apply_movement(self.db, self.log, person, values, row)
        if isinstance(writer, Facts) and sheet.kind == "history":
            self._compare_with_posts(sheet, writer)
        if isinstance(writer, Facts) and sheet.kind == "idp":
            self._compare_with_plans(sheet, writer)
        if isinstance(writer, Roster):
            self._compare_with_history(sheet, writer)
        if isinstance(writer, Facts) and sheet.kind == "evaluations":
            self._compare_with_matrix(sheet, writer)
            self._compare_with_scale(sheet, writer)
        if self.options.full and sheet.kind == "roster":
            self._seen.update(
                self.people.known[n] for n in columns[sheet.fields.index("nip")] if n in self.people.known
            )

    def findings(self, findings: Sequence[Finding]) -> None:
        """Keep what the reader found wrong in the list being taken."""
        if self.taken:
            self.taken[-1].sheet.findings.extend(findings)

    def close(self, *, read: int, rejected: int, skipped: int) -> None:
        """End the list: count, and note how far a register reaches."""
        taken = self.taken[-1]
        sheet = taken.sheet
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
        if sheet.kind == "idp" and sheet.inserted:
            self._left_in_plans(sheet)
        self.log.end_sheet(
            read=sheet.read,
            inserted=sheet.inserted,
            updated=sheet.updated,
            unchanged=sheet.unchanged,
            rejected=sheet.rejected,
            skipped=sheet.skipped,
        )
        # A template that was not filled in says of nobody that he has none.
        if KINDS[sheet.kind].register and sheet.read > sheet.skipped:
            taken.covers_until = self._cover(sheet.kind)

    def _cover(self, kind: str) -> str:
        until = self.options.covers_until or self.options.today
        row = self.db.one(
            "SELECT MAX(c.covers_until) FROM coverage c JOIN batch b ON b.id = c.batch_id"
            " WHERE c.kind = ? AND b.undone_by IS NULL",
            (kind,),
        )
        if row is not None and row[0] is not None and str(row[0]) >= until:
            return str(row[0])
        self.log.open_batch()
        self.db.execute(
            "DELETE FROM coverage WHERE batch_id = ? AND kind = ?",
            (self.log.batch_id, kind),
        )
        self.db.execute(
            "INSERT INTO coverage (batch_id, kind, covers_until) VALUES (?,?,?)", (self.log.batch_id, kind, until)
        )
        return until

    def _compare_with_matrix(self, sheet: Sheet, writer: Facts) -> None:
        """Warn where the predicate written is not the one that the two ratings give; the written one stands."""
        expected = self.options.expected
        if expected is None:
            return
        for _, values, row in writer.touched:
            result, behaviour, predicate = values["work_result"], values["behaviour"], values["predicate"]
            if not (result and behaviour and predicate):
                continue
            due = expected(values["year"], result, behaviour)
            if due is not None and due != predicate:
                told = {"predicate": predicate, "due": due, "work_result": result, "behaviour": behaviour}
                sheet.find("predicate_differs", "warning", row=row, field="predicate", value=predicate, values=told)

    def _compare_with_scale(self, sheet: Sheet, writer: Facts) -> None:
        """The same for the years in which a score gave the predicate."""
        of_score = self.options.of_score
        if of_score is None:
            return
        for _, values, row in writer.touched:
            year, score, predicate = values["year"], values["score"], values["predicate"]
            if score is None or predicate is None:
                continue
            due = of_score(year, score, values["new_idea"])
            if due and predicate not in due:
                written = f"{shown(unscaled(score), 2):f}".removesuffix(".00")
                told = {"predicate": predicate, "score": written, "year": year, "due": due[0], "or": "".join(due[1:])}
                sheet.find(
                    "predicate_not_of_score", "warning", row=row, field="predicate", value=predicate, values=told
                )

    def _compare_with_plans(self, sheet: Sheet, writer: Facts) -> None:
        """Warn where a step was due, or done, before the plan that it belongs to was first written."""
        began = plans.began(self.db, self.log.batch_id)
        for person, values, row in writer.touched:
            first = began.get(person)
            for name in ("due", "done_on"):
                day = values[name]
                if first is not None and day and day < first:
                    told = {"date": day, "began": first}
                    sheet.find("step_before_plan", "warning", row=row, field=name, value=day, values=told)

    def _left_in_plans(self, sheet: Sheet) -> None:
        """Say which steps a plan still has that the list does not name: one written in other words is a new one."""
        writer = self._writer
        if not isinstance(writer, Facts):
            return
        named = {person: nip for nip, person in self.people.known.items()}
        for person in sorted(writer.people_seen):
            for goal, step in plans.open_beside(self.db, person, writer.kept):
                told = {"nip": named.get(person, ""), "goal": goal, "step": step}
                sheet.find("step_left_in_plan", "note", value=step, values=told)

    def _compare_with_posts(self, sheet: Sheet, writer: Facts) -> None:
        """Where history's open row and the roster disagree on the post or its TMT, the roster stands and a warning says so."""
        for person, values, row in writer.touched:
            if values["until"] is not None or values["acting"] not in (None, "definitif"):
                continue
            post = self.db.one(
                "SELECT p.name, p.name_key, s.since, s.stated FROM person_post s JOIN position p ON p.id = s.position_id"
                " WHERE s.person_id = ? AND s.until = '9999-12-31'",
                (person,),
            )
            if post is None:
                continue
            if post[1] != values["position_key"]:
                code, field, told, known = "history_disagrees", "position", values["position"], post[0]
            elif post[3] and post[2] != values["since"] and not self._began_on(person, post[1], post[2]):
                code, field, told, known = "history_since_disagrees", "since", values["since"], post[2]
            else:
                continue
            about = {"history": told, "roster": known, "cell": self._post_cell(person, field)}
            sheet.find(code, "warning", row=row, field=field, value=told, values=about)

    def _compare_with_history(self, sheet: Sheet, writer: Roster) -> None:
        """The same where the roster comes after the history; who has moved on since the history's last post disagrees in nothing."""
        for person, row in writer.touched:
            told = self.db.one(
                "SELECT h.id, h.position, h.position_key, h.since, p.name, p.name_key, s.since, s.stated FROM history h"
                " JOIN person_post s ON s.person_id = h.person_id AND s.until = '9999-12-31'"
                " JOIN position p ON p.id = s.position_id"
                " WHERE h.person_id = ? AND h.until IS NULL AND COALESCE(h.acting, 'definitif') = 'definitif'"
                " ORDER BY h.since DESC LIMIT 1",
                (person,),
            )
            if told is None:
                continue
            record, post, post_key, since, held, held_key, held_since, stated = told
            if post_key != held_key:
                if stated and held_since > since:
                    continue
                code, field, values = "history_disagrees", "position", (post, held)
            elif stated and held_since != since and not self._began_on(person, held_key, held_since):
                code, field, values = "history_since_disagrees", "position_since", (since, held_since)
            else:
                continue
            cell = self._history_cell(record, "position" if field == "position" else "since")
            about = {"history": values[0], "roster": values[1], "cell": cell}
            sheet.find(code, "warning", row=row, field=field, value=values[1], values=about)

    def _began_on(self, person: int, post: str, since: str) -> bool:
        """Tell whether an earlier row of the history, of the same post in another unit, begins when the roster says."""
        found = self.db.one(
            "SELECT 1 FROM history WHERE person_id = ? AND position_key = ? AND since = ?", (person, post, since)
        )
        return found is not None

    def _post_cell(self, person: int, field: str) -> str:
        """Return the cell of the newest roster row that wrote the person: of the post, or of its TMT."""
        name = "position_since" if field == "since" else "position"
        return self._cell(name, "c.person_id = ? AND s.kind = 'roster'", person)

    def _history_cell(self, record: int, field: str) -> str:
        """Return the cell of the list that wrote a row of the history."""
        return self._cell(field, "c.tbl = 'history' AND c.record_id = ?", record)

    def _cell(self, field: str, where: str, number: int) -> str:
        row = self.db.one(
            "SELECT s.file, s.sheet, s.columns, c.sheet_row FROM change c JOIN batch_sheet s ON s.id = c.sheet_id"
            f" WHERE {where} ORDER BY c.id DESC LIMIT 1",
            (number,),
        )
        return "–" if row is None else f"{row[0]} · {row[1]}!{json.loads(row[2]).get(field, '')}{row[3]}"

    def finish(self) -> int | None:
        """Write the rest; return the batch's number, or None when nothing has changed."""
        if self.options.full:
            self._find_vanished()
        if self.options.replace:
            self._take_back()
        self.log.close()
        return self.log.batch_id if self.log.opened else None

    def _find_vanished(self) -> None:
        agency = self.units.find(self.options.agency) if self.options.agency else None
        root = getattr(agency, "agency_id", None)
        rows = self.db.rows(
            "SELECT p.id, n.nip, p.name, u.name, u.agency_id FROM person p"
            " JOIN person_nip n ON n.person_id = p.id AND n.until = '9999-12-31'"
            " JOIN person_status s ON s.person_id = p.id AND s.until = '9999-12-31'"
            " AND s.status NOT IN ('keluar', 'titipan')"
            " LEFT JOIN person_unit pu ON pu.person_id = p.id AND pu.until = '9999-12-31'"
            " LEFT JOIN unit u ON u.id = pu.unit_id ORDER BY p.name, n.nip"
        )
        self.vanished = [
            Vanished(nip, name, unit or "")
            for number, nip, name, unit, unit_agency in rows
            if number not in self._seen and (root is None or unit_agency == root)
        ]

    def _take_back(self) -> None:
        """Delete rows of the people and kinds of this import that its files no longer hold."""
        for facts in self._facts.values():
            people = sorted(facts.people_seen)
            for start in range(0, len(people), 500):
                part = people[start : start + 500]
                marks = ",".join("?" * len(part))
                columns = facts.columns
                for number, *values in self.db.rows(
                    f"SELECT id, {', '.join(columns)} FROM {facts.table} WHERE {columns[0]} IN ({marks})", part
                ):
                    if number in facts.kept:
                        continue
                    self.db.execute(f"DELETE FROM {facts.table} WHERE id = ?", (number,))
                    fields: Mapping[str, Any] = dict(zip(columns, values, strict=True))
                    self.log.deleted(facts.table, number, fields, person=values[0])
                    nip = self.db.one(
                        "SELECT nip FROM person_nip WHERE person_id = ? AND until = '9999-12-31'", (values[0],)
                    )
                    self.taken_back.append(TakenBack(facts.table, str(nip[0]) if nip else "", fields))
