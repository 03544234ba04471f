"""The sheet of one employee: performance, competencies, the next post requirement by requirement, plan and trainings.

Everything is read at once for all whose sheets are wanted; the numbers are those of `gap` and `shortlist`.
"""

from collections.abc import Sequence
from fractions import Fraction

from asnkarier.commands.appraise.gap_people import Gaps
from asnkarier.commands.decide.deciding import ground, records
from asnkarier.commands.in_force import policy_in_use
from asnkarier.commands.report.ahead import Ahead
from asnkarier.commands.report.basis import Basis
from asnkarier.commands.report.shortening import MORE_TECHNICAL, REMARK, more, short
from asnkarier.core.anniversary import anniversary
from asnkarier.core.gap import Competency, Row
from asnkarier.core.growth.plan.catalogue import Offered
from asnkarier.core.numbers import unscaled
from asnkarier.core.person import Named, Person
from asnkarier.store.queries import competencies, positions, staff
from asnkarier.store.queries.candidates import Reader
from asnkarier.store.queries.growth import trainings
from asnkarier.store.queries.report import people as told
from asnkarier.store.queries.talent import ranks
from asnkarier.views.language import N_, Words
from asnkarier.views.report.model import Chart, Content, Figure, Headline, Report, Section
from asnkarier.views.shapes import Column, Field, Said, Table
from asnkarier.views.terms import TERMS

YEARS = 5
"""Years of evaluations on a sheet."""
TRAININGS, STEPS, OFFERS, REMARKS, TECHNICAL = 5, 4, 4, 2, 3
"""Lines of each kind on a sheet, so that it stays within two pages; how many more there are is said."""


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
        self.records.trainings = reader.trainings(on.law.training.on(as_of).value)
        self.records.exams = reader.exams()
        self.records.paks = ranks.paks(db, as_of, only)
        self.records.results = ranks.results(db, as_of, on.said, only)
        self.gaps = Gaps(db, on.law, as_of)
        self.years = told.years(db, as_of.year - YEARS, as_of.year, on.said, only)
        since = anniversary(as_of, -3).isoformat()
        self.trainings = told.trainings(db, since, as_of.isoformat(), only)
        self.feedback = told.feedback(db, as_of.year - 2, as_of.year, only)
        self.steps = told.steps(db, only)
        self.offers: dict[str, list[Offered]] = {}
        for offer in trainings.catalogue(db):
            if offer.competency:
                self.offers.setdefault(offer.competency, []).append(offer)
        self.measured: dict[int, dict[int, str]] = {}
        for number, competency, day, _level, _id in competencies.others(db, self.gaps.nine, as_of.isoformat(), only):
            self.measured.setdefault(number, {})[competency] = day
        self.only = only
        post = positions.find(db, target, on.units, as_of) if target is not None else None
        self.ahead = Ahead(on, self.ground, self.records, post)

    def rows(self, people: Sequence[Person]) -> list[Row]:
        """Return the gaps of people, in their order."""
        named = [Named(p.id, p.nip, p.name, p.position_id, p.unit_id) for p in people]
        return list(self.gaps.rows(named, self.only))

    def report(self, person: Person, row: Row) -> Report:
        """Return the sheet of one person."""
        on = self.on
        sections = [self._performance(person), self._competencies(row), self.ahead.section(person)]
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
                *(Field("caution", N_("Caution"), sentence) for sentence in self.caution(person)),
            ],
            sections,
            self._headlines(person, row),
            contents=False,
        )

    def caution(self, person: Person) -> list[Words]:
        """Say that someone is no employee on the day, or that nothing tells."""
        if person.status in staff.STAFF:
            return []
        values = {"name": person.full_name, "as_of": self.on.as_of}
        if person.status is None:
            return [Words(N_("Nothing on record says whether {name} was an employee on {as_of}."), values)]
        standing = Words(TERMS.get(person.status, person.status))
        return [Words(N_("On {as_of} {name} is not on the staff (status: {status})."), {**values, "status": standing})]

    def document(self, person: Person, row: Row) -> dict[str, object]:
        """Return the same for programs."""
        required, attained = row.gap.profile.nine, row.gap.nine
        return {
            "nip": person.nip,
            "name": person.name,
            "status": person.status,
            "position": row.position,
            "as_of": self.on.as_of,
            "evaluations": [year._asdict() for year in self.years.get(person.id, [])],
            "jpm": None if row.gap.jpm is None else Fraction(*row.gap.jpm),
            "assessed_on": row.gap.assessed_on,
            "competencies": [
                {"competency": c.name, "required": _plain(asked), "attained": _plain(found)}
                for c, asked, found in zip(self.nine, required, attained, strict=True)
            ],
            **self.ahead.data(person),
            "trainings": [{**one._asdict(), "jp": _plain(one.jp)} for one in self.trainings.get(person.id, [])],
        }

    @property
    def nine(self) -> list[Competency]:
        """The common competencies in their order."""
        return [c for c in self.gaps.competencies if c.rank > 0][: len(self.gaps.nine)]

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
            said = [(year, short(text or "", REMARK)) for year, text in remarks[:REMARKS]]
            columns = Column("year", N_("Year"), "year"), Column("text", N_("What was said"))
            contents.append(Table(N_("Feedback"), columns, said, more("", len(remarks), REMARKS)))
        return Section("kinerja", N_("Performance"), [], contents)

    def _competencies(self, row: Row) -> Section:
        gap = row.gap
        rows: list[tuple[object, ...]] = []
        for place, competency in enumerate(self.nine):
            rows.append(_measured(competency.name, gap.profile.nine[place], gap.nine[place]))
        by_id = {c.id: c for c in self.gaps.competencies}
        technical = list(gap.profile.technical.items())
        # The largest gaps first, then what is not known; those shown keep the order of the standard.
        needed = sorted(technical, key=lambda one: (one[0] not in gap.levels, gap.levels.get(one[0], 0) - one[1]))
        for number, required in technical:
            if (number, required) in needed[:TECHNICAL]:
                rows.append(_measured(by_id[number].name, required, gap.levels.get(number)))
        law = f"{self.gaps.rule.citation.text}; {self.gaps.assessment.citation.text}"
        caption = more(law, len(technical), TECHNICAL, MORE_TECHNICAL)
        table = Table(N_("Attained and required levels"), _LEVELS, rows, caption)
        said = self._assessed(row)
        chart = Chart("bars", "competency", ("attained",), mark="required") if gap.assessed_on else None
        return Section("kompetensi", N_("Competencies"), said, [Figure(table, chart)])

    def _assessed(self, row: Row) -> list[Said]:
        """Say when the levels were measured: the common competencies, and the technical ones where that was another day."""
        gap = row.gap
        known = self.measured.get(row.person.id, {})
        days = sorted({known[number] for number in gap.profile.technical if number in known})
        if gap.assessed_on is None and days:
            said: list[Said] = [
                N_("Your common competencies have not been assessed yet, so their levels are not known.")
            ]
        elif gap.assessed_on is None:
            said = [N_("You have not been assessed yet, so attained levels are not known.")]
        elif gap.expired:
            text = N_("The assessment of {day} has expired: it is shown here, and not used for a shortlist.")
            said = [Words(text, {"day": gap.assessed_on})]
        else:
            said = [Words(N_("Assessed on {day}."), {"day": gap.assessed_on})]
        if days and days != [gap.assessed_on]:
            one = N_("Technical competencies assessed on {last}.")
            text = N_("Technical competencies assessed from {first} to {last}.") if len(days) > 1 else one
            said.append(Words(text, {"first": days[0], "last": days[-1]}))
        old = sum(known[number] < self.gaps.oldest for number in gap.profile.technical if number in known)
        if old:
            text = N_("{count} {count:technical level has|technical levels have} expired: not used for a shortlist.")
            said.append(Words(text, {"count": old}))
        return said

    def _growth(self, person: Person, row: Row) -> Section:
        contents: list[Content] = []
        steps = self.steps.get(person.id, [])
        if steps:
            told = [(short(s.goal), short(s.step or "") or None, s.due, s.done_on) for s in steps[:STEPS]]
            contents.append(Table(N_("My plan"), _STEPS, told, more("", len(steps), STEPS)))
        offers = self._offers(row)
        if offers:
            contents.append(
                Table(
                    N_("Trainings that close a gap"),
                    _OFFERS,
                    offers[:OFFERS],
                    more(
                        N_("From the catalogue of trainings; a proposal, not a promise of a place."),
                        len(offers),
                        OFFERS,
                    ),
                )
            )
        taken = self.trainings.get(person.id, [])
        contents.append(
            Table(
                N_("Latest trainings"),
                _TAKEN,
                [(one.dated, short(one.title), _plain(one.jp)) for one in taken[:TRAININGS]],
                more(self.on.law.training.on(self.on.as_of).citation.text, len(taken), TRAININGS),
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


def _plain(value: int | None) -> object:
    return None if value is None else unscaled(value)


def _measured(name: str, required: int | None, attained: int | None) -> tuple[object, ...]:
    gap = None if required is None or attained is None else attained - required
    return name, _plain(required), _plain(attained), _plain(gap)
