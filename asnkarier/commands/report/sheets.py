"""The sheet of one employee: performance, competencies, the next post requirement by requirement, plan and trainings.

Everything is read at once for all whose sheets are wanted; the numbers are those of `gap` and `shortlist`.
"""

from collections.abc import Sequence
from fractions import Fraction

from asnkarier.commands.appraise.gap_people import Gaps
from asnkarier.commands.decide.deciding import asked, ground, records, target_of
from asnkarier.commands.in_force import policy_in_use
from asnkarier.commands.report.basis import Basis
from asnkarier.core.anniversary import anniversary
from asnkarier.core.decide.remedy import remedy
from asnkarier.core.decide.shortlist import BOX, Judge, Judged
from asnkarier.core.errors import AsnError
from asnkarier.core.gap import Competency, Row
from asnkarier.core.growth.path import moves
from asnkarier.core.numbers import unscaled
from asnkarier.core.person import Named, Person
from asnkarier.core.reports.articles import together
from asnkarier.core.rules.positions import PositionKind, PositionRule
from asnkarier.store.queries import positions
from asnkarier.store.queries.candidates import Reader
from asnkarier.store.queries.growth import trainings
from asnkarier.store.queries.positions import Post
from asnkarier.store.queries.report import people as told
from asnkarier.views.decide import checks
from asnkarier.views.language import N_, Words
from asnkarier.views.report.model import Chart, Content, Figure, Headline, Report, Section
from asnkarier.views.shapes import Column, Field, Node, Said, Table, Text, Tree

YEARS = 5
"""Years of evaluations on a sheet."""
TRAININGS, STEPS, OFFERS, REMARKS = 5, 5, 5, 2
"""Lines of each kind on a sheet, so that it stays within two pages."""
REMARK = 320
"""Letters of one remark."""


class Sheets:
    """Makes the sheets of people; `only` reads what is on record about one person alone."""

    def __init__(
        self, on: Basis, policy: str | None = None, target: str | None = None, only: int | None = None
    ) -> None:
        """Read everything once."""
        self.on = on
        db, as_of = on.db, on.as_of
        self.ground = ground(db, on.law, policy_in_use(db, policy), as_of)
        self.records = records(self.ground, None, only)
        reader = Reader(db, as_of, only)
        self.records.trainings, self.records.exams = reader.trainings(), reader.exams()
        self.gaps = Gaps(db, on.law, as_of)
        self.years = told.years(db, as_of.year - YEARS, as_of.year, on.said, only)
        since = anniversary(as_of, -3).isoformat()
        self.trainings = told.trainings(db, since, as_of.isoformat(), only)
        self.feedback = told.feedback(db, as_of.year - 2, as_of.year, only)
        self.steps = told.steps(db, only)
        self.offers: dict[str, list[trainings.Offered]] = {}
        for offer in trainings.catalogue(db):
            if offer.competency:
                self.offers.setdefault(offer.competency, []).append(offer)
        self.only = only
        self.target = positions.find(db, target, on.units, as_of) if target is not None else None
        self._judges: dict[int, Judge | None] = {}
        self._next: dict[tuple[int, int | None], Post | None] = {}

    def rows(self, people: Sequence[Person]) -> list[Row]:
        """Return the gaps of people, in their order."""
        named = [Named(p.id, p.nip, p.full_name, p.position_id, p.unit_id) for p in people]
        return list(self.gaps.rows(named, self.only))

    def report(self, person: Person, row: Row) -> Report:
        """Return the sheet of one person."""
        on = self.on
        target = self.target or self.next_post(person)
        judge = self._judge(target) if target is not None else None
        judged = judge.judge(person) if judge is not None else None
        sections = [self._performance(person), self._competencies(row)]
        sections.append(self._next_section(person, target, judge, judged))
        sections.append(self._growth(person, row))
        return Report(
            Words("{name}", {"name": person.full_name}),
            on.institution,
            on.as_of,
            [
                Field("nip", N_("NIP"), person.nip, "nip"),
                Field("position", N_("Position"), on.position(person)),
                Field("unit", N_("Unit"), on.units.path(person.unit_id) or None),
                Field("golongan", N_("Golongan"), person.golongan, "code"),
                Field("as_of", N_("Data as of"), on.as_of, "date"),
            ],
            sections,
            self._headlines(person, row),
            contents=False,
        )

    def document(self, person: Person, row: Row) -> dict[str, object]:
        """Return the same for programs."""
        target = self.target or self.next_post(person)
        judge = self._judge(target) if target is not None else None
        judged = judge.judge(person) if judge is not None else None
        required, attained = row.gap.profile.nine, row.gap.nine
        return {
            "nip": person.nip,
            "name": person.full_name,
            "position": row.position,
            "as_of": self.on.as_of,
            "evaluations": [year._asdict() for year in self.years.get(person.id, [])],
            "jpm": None if row.gap.jpm is None else Fraction(*row.gap.jpm),
            "assessed_on": row.gap.assessed_on,
            "competencies": [
                {"competency": c.name, "required": _plain(asked), "attained": _plain(found)}
                for c, asked, found in zip(self.nine, required, attained, strict=True)
            ],
            "next": None
            if target is None
            else {
                "position": target.name,
                "outcome": judged.outcome if judged else None,
                "checks": [
                    {"check": check.name, "outcome": verdict.outcome, "article": check.article}
                    for check, verdict in zip(judge.asked.deciding, judged.verdicts, strict=False)
                    if verdict.why != checks.NOT_ASKED
                ]
                if judge is not None and judged is not None
                else [],
            },
            "trainings": [{**one._asdict(), "jp": _plain(one.jp)} for one in self.trainings.get(person.id, [])],
        }

    @property
    def nine(self) -> list[Competency]:
        """The common competencies in their order."""
        return [c for c in self.gaps.competencies if c.rank > 0][: len(self.gaps.nine)]

    def next_post(self, person: Person) -> Post | None:
        """Return the post that comes next: the one that the own post leads to, else the nearest of the kind above."""
        if person.position_id is None:
            return None
        key = (person.position_id, person.unit_id)
        if key not in self._next:
            post = self.on.posts[person.position_id]
            self._next[key] = self._led(post, person.unit_id) or self._nearest(post, person.unit_id)
        return self._next[key]

    def _led(self, post: Post, unit_id: int | None) -> Post | None:
        units = self.on.units
        for name in (post.leads_to or "").replace("\n", ";").split(";"):
            if name.strip():
                fits = positions.fitting(self.on.db, name.strip(), units, self.on.as_of)
                near = [p for p in fits if p.unit_id is None or p.unit_id == post.unit_id]
                near = near or [p for p in fits if units.agency(p.unit_id) == units.agency(unit_id)] or fits
                if len(near) == 1:
                    return near[0]
        return None

    def _nearest(self, post: Post, unit_id: int | None) -> Post | None:
        """Return a post one level higher: of the own family, up the own line of units, else in the own agency."""
        rule = self.ground.setting.positions
        kind = self.ground.setting.kind_of(post.id)
        if kind is None:
            return None
        line: list[int] = []
        above = unit_id
        while above is not None:
            line.append(above)
            above = self.on.units.by_id[above].parent_id
        found = []
        for other in self.on.posts.values():
            its_kind = self.ground.setting.kind_of(other.id)
            if its_kind is None or not self._exists(other) or not _upwards(kind, its_kind, rule):
                continue
            if other.unit_id is None and other.job_family and other.job_family == post.job_family:
                found.append((0, -_alike(other.name_key, post.name_key), other.name_key, other.id))
            elif other.unit_id in line:
                found.append((line.index(other.unit_id), 0, other.name_key, other.id))
            elif other.unit_id is not None and line and self.on.units.agency(other.unit_id) == line[-1]:
                found.append((len(line), 0, other.name_key, other.id))
        return self.on.posts[min(found)[3]] if found else None

    def _exists(self, post: Post) -> bool:
        day = self.on.as_of.isoformat()
        return (post.in_force_since or "") <= day <= (post.in_force_until or "9999-12-31")

    def _judge(self, post: Post) -> Judge | None:
        """Return the judge of a post; None where the law says nothing about posts of its kind."""
        if post.id not in self._judges:
            try:
                target = target_of(post, self.ground)
                judge = Judge(target, asked(target, self.ground), self.ground.setting, self.records)
            except AsnError:
                judge = None
            self._judges[post.id] = judge
        return self._judges[post.id]

    def _headlines(self, person: Person, row: Row) -> list[Headline]:
        newest = next((y for y in reversed(self.years.get(person.id, [])) if y.predicate), None)
        headlines = []
        if newest is not None:
            headlines.append(Headline(Words(N_("Predicate {year!y}"), {"year": newest.year}), newest.predicate, "term"))
        if row.gap.jpm is not None:
            headlines.append(Headline(N_("JPM against the own post"), Fraction(*row.gap.jpm), "percent"))
        return headlines

    def _performance(self, person: Person) -> Section:
        law = self.on.law.predicate.on(self.on.as_of).citation.text
        known = self.years.get(person.id, [])
        table = Table(
            "",
            _YEARS,
            [(y.year, y.work_result, y.behaviour, y.predicate, y.recommendation) for y in reversed(known)],
            Words(N_("{law}. Annual evaluations."), {"law": law}),
            N_("No annual evaluation is on record."),
        )
        contents: list[Content] = [table]
        remarks = [(y.year, y.feedback) for y in reversed(known) if y.feedback]
        remarks += [(one.year, one.text) for one in self.feedback.get(person.id, []) if one.text]
        if remarks:
            remarks.sort(key=lambda pair: -pair[0])
            said = [(year, _short(text or "")) for year, text in remarks[:REMARKS]]
            contents.append(
                Table(N_("Feedback"), (Column("year", N_("Year"), "year"), Column("text", N_("What was said"))), said)
            )
        return Section("kinerja", N_("Performance"), [], contents)

    def _competencies(self, row: Row) -> Section:
        gap = row.gap
        rows: list[tuple[object, ...]] = []
        for place, competency in enumerate(self.nine):
            rows.append(_measured(competency.name, gap.profile.nine[place], gap.nine[place]))
        by_id = {c.id: c for c in self.gaps.competencies}
        for number, required in gap.profile.technical.items():
            rows.append(_measured(by_id[number].name, required, gap.levels.get(number)))
        if gap.assessed_on is None:
            said: Said = Words(N_("You have not been assessed yet, so attained levels are not known."))
        elif gap.expired:
            said = Words(
                N_("The assessment of {day} has expired: it is shown here, and not used for a shortlist."),
                {"day": gap.assessed_on},
            )
        else:
            said = Words(N_("Assessed on {day}."), {"day": gap.assessed_on})
        law = f"{self.gaps.rule.citation.text}; {self.gaps.assessment.citation.text}"
        table = Table(N_("Attained and required levels"), _LEVELS, rows, law)
        chart = Chart("bars", "competency", ("attained",), mark="required") if gap.assessed_on else None
        return Section("kompetensi", N_("Competencies"), [said], [Figure(table, chart)])

    def _next_section(self, person: Person, target: Post | None, judge: Judge | None, judged: Judged | None) -> Section:
        title = N_("The next post")
        if target is None:
            said: Said = N_("No post is known that yours leads to: it is the highest of its kind, or none is recorded.")
            return Section("berikutnya", title, [said])
        label = positions.label(target, self.on.units)
        if judge is None or judged is None:
            said = Words(
                N_("{position}: the law in the file names no requirements for posts of its kind."), {"position": label}
            )
            return Section("berikutnya", title, [said])
        nodes = [
            Node(checks.sentence(check, verdict, self.on.as_of), verdict.outcome, (), check.name)
            for check, verdict in zip(judge.asked.deciding, judged.verdicts, strict=False)
            if verdict.why != checks.NOT_ASKED
        ]
        box = judged.verdicts[-1]
        if judge.asks_box:
            nodes.append(
                Node(
                    Words(
                        "{check}: {found}",
                        {"check": Words(checks.label(BOX)), "found": checks.found(BOX, box, self.on.as_of)},
                    ),
                    box.outcome,
                )
            )
        counted = {outcome: sum(node.outcome == outcome for node in nodes) for outcome in ("met", "not_met", "unknown")}
        asked_for = [
            check.article
            for check, verdict in zip(judge.asked.deciding, judged.verdicts, strict=False)
            if check.article and verdict.why != checks.NOT_ASKED
        ]
        articles = together(asked_for)
        said = Words(
            N_("{position}: of {all} requirements, met: {met}; not met: {not_met}; cannot be told: {unknown}."),
            {"position": label, "all": len(nodes), **counted},
        )
        contents: list[Content] = [Tree("", nodes, articles)]
        eligible_on = remedy(judge, judged).eligible_on if judged.outcome == "not_met" else None
        if eligible_on is not None:
            contents.append(
                Text([Words(N_("Eligible by time alone on {date}, if nothing else changes."), {"date": eligible_on})])
            )
        return Section("berikutnya", title, [said], contents)

    def _growth(self, person: Person, row: Row) -> Section:
        contents: list[Content] = []
        steps = self.steps.get(person.id, [])
        if steps:
            contents.append(Table(N_("My plan"), _STEPS, [tuple(step) for step in steps[:STEPS]]))
        offers = self._offers(row)
        if offers:
            contents.append(
                Table(
                    N_("Trainings that close a gap"),
                    _OFFERS,
                    offers[:OFFERS],
                    N_("From the catalogue of trainings; a proposal, not a promise of a place."),
                )
            )
        taken = self.trainings.get(person.id, [])[:TRAININGS]
        contents.append(
            Table(
                N_("Latest trainings"),
                _TAKEN,
                [(one.dated, one.title, None if one.jp is None else unscaled(one.jp)) for one in taken],
                self.on.law.training.on(self.on.as_of).citation.text,
                N_("No training of the last three years is on record."),
            )
        )
        return Section("pengembangan", N_("Development"), [], contents)

    def _offers(self, row: Row) -> list[tuple[object, ...]]:
        """Return trainings of the catalogue for the largest gaps, one a competency."""
        by_id = {c.id: c.name for c in self.gaps.competencies}
        asked_for = [
            (attained - required, c.name)
            for c, required, attained in zip(self.nine, row.gap.profile.nine, row.gap.nine, strict=True)
            if required is not None and attained is not None and attained < required
        ]
        for number, required in row.gap.profile.technical.items():
            attained = row.gap.levels.get(number)
            if attained is not None and attained < required:
                asked_for.append((attained - required, by_id[number]))
        found: list[tuple[object, ...]] = []
        for _gap, name in sorted(asked_for):
            for offer in self.offers.get(name, [])[:1]:
                found.append((name, offer.title, offer.code, unscaled(offer.jp)))
        return found


_YEARS = (
    Column("year", N_("Year"), "year"),
    Column("work_result", N_("Work result"), "term"),
    Column("behaviour", N_("Work behaviour"), "term"),
    Column("predicate", N_("Predicate"), "term"),
    Column("recommendation", N_("Recommendation"), "term"),
)
_LEVELS = (
    Column("competency", N_("Competency")),
    Column("required", N_("Required"), "level"),
    Column("attained", N_("Attained"), "level"),
    Column("gap", N_("Gap"), "level"),
)
_STEPS = (
    Column("goal", N_("Goal")),
    Column("step", N_("Step")),
    Column("due", N_("Due"), "date"),
    Column("done_on", N_("Done on"), "date"),
)
_OFFERS = (
    Column("competency", N_("Competency")),
    Column("title", N_("Training")),
    Column("code", N_("Code"), "code"),
    Column("jp", "JP", "number"),
)
_TAKEN = (Column("dated", N_("Ended on"), "date"), Column("title", N_("Training")), Column("jp", "JP", "number"))


def _upwards(kind: PositionKind, other: PositionKind, rule: PositionRule) -> bool:
    """Tell whether a kind is the next above in its own group; above the administrators stand the high leaders."""
    move = moves(kind, other, rule)
    return move == "vertical" or (
        move == "diagonal" and (rule.group[kind], rule.group[other]) == ("administrasi", "jpt")
    )


def _alike(one: str, other: str) -> int:
    """Return how many letters two names have in common from the beginning."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _plain(value: int | None) -> object:
    return None if value is None else unscaled(value)


def _measured(name: str, required: int | None, attained: int | None) -> tuple[object, ...]:
    gap = None if required is None or attained is None else attained - required
    return name, _plain(required), _plain(attained), _plain(gap)


def _short(text: str) -> str:
    return text if len(text) <= REMARK else text[: REMARK - 1] + "…"
