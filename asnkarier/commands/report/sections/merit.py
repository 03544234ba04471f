"""The eight aspects of the merit system, with the evidence that this file can give: numbers, each with its number."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import partial
from typing import NamedTuple

from asnkarier.commands import named
from asnkarier.commands.report.basis import Basis
from asnkarier.commands.report.chapters import Chapter
from asnkarier.commands.report.sections import movements, others, predicates, satyalancana
from asnkarier.commands.report.sections.movements import IN, OUT
from asnkarier.core.decide.reach import covers
from asnkarier.core.gap import oldest_valid
from asnkarier.core.regulation import NotRegulated
from asnkarier.core.rules.reports import Aspect
from asnkarier.store.queries import competencies
from asnkarier.store.queries.appraisal import evaluations
from asnkarier.store.queries.report import evidence, quality, year
from asnkarier.views.language import N_, Words
from asnkarier.views.report.model import Section
from asnkarier.views.shapes import Column, Said, Table

ASPECTS: dict[Aspect, str] = {
    "planning": N_("Planning of needs"),
    "recruitment": N_("Recruitment"),
    "career": N_("Career development"),
    "promotion": N_("Promotion and transfer"),
    "performance": N_("Performance management"),
    "reward": N_("Pay, recognition and discipline"),
    "protection": N_("Protection and service"),
    "information": N_("Information system"),
}


class Piece(NamedTuple):
    """One piece of evidence: what is counted, how many, of how many, and which command shows the whole."""

    what: Said
    found: int
    of: int | None = None
    shown_by: str = ""


def sections(on: Basis) -> list[Section]:
    """Return one chapter an aspect, in the order of the law; before it, in that of the first law there was."""
    evidence_only = N_("{law}. Evidence, not points of the index.")
    try:
        rule, said = on.law.merit.on(on.last_day), evidence_only
    except NotRegulated as error:
        if error.first is None:
            raise
        rule = on.law.merit.on(error.first)
        said = N_("{law}: in force from {first} on, not yet in this year. Evidence, not points of the index.")
    gathered = _Evidence(on)
    law = Words(said, {"law": rule.citation.text, "first": rule.in_force_since})
    return [
        Chapter(_key(number), _title(number, aspect), partial(_section, number, aspect, gathered, law)).made(on)
        for number, aspect in enumerate(rule.value.aspects, start=1)
    ]


def _key(number: int) -> str:
    return f"aspek-{number}"


def _title(number: int, aspect: Aspect) -> Words:
    return Words("{number}. {aspect}", {"number": number, "aspect": Words(ASPECTS[aspect])})


_COLUMNS = (
    Column("number", N_("No."), "code"),
    Column("what", N_("Evidence")),
    Column("count", N_("Number"), "integer"),
    Column("of", N_("Of"), "integer"),
    Column("share", N_("Share"), "percent"),
    Column("shown_by", N_("Shown whole by"), "code"),
)


def _section(number: int, aspect: Aspect, gathered: "_Evidence", law: Said, _on: Basis) -> Section:
    rows = [
        (
            f"{number}.{place}",
            Words(piece.what) if isinstance(piece.what, str) else piece.what,
            piece.found,
            piece.of,
            Fraction(100 * piece.found, piece.of) if piece.of else None,
            named.command(piece.shown_by) if piece.shown_by else None,
        )
        for place, piece in enumerate(gathered.of[aspect](), start=1)
    ]
    empty = N_("This file holds nothing that proves this aspect: it needs evidence from elsewhere.")
    return Section(_key(number), _title(number, aspect), [], [Table("", _COLUMNS, rows, law, empty)])


class _Evidence:
    """Gathers the evidence of each aspect."""

    def __init__(self, on: Basis) -> None:
        self.on = on
        self.first, self.last = f"{on.year}-01-01", on.last_day.isoformat()
        self.staff = len(on.people)
        self.moves = movements.events(on)
        self.posts = _posts(on)
        self.of: dict[Aspect, Callable[[], Iterator[Piece]]] = {
            "planning": self.planning,
            "recruitment": self.recruitment,
            "career": self.career,
            "promotion": self.promotion,
            "performance": self.performance,
            "reward": self.reward,
            "protection": self.protection,
            "information": self.information,
        }

    def _staff_with(self, table: str, column: str = "", first: str | int = "", last: str | int = "") -> int:
        return len(evidence.people_with(self.on.db, table, column, first, last) & self.on.by_id.keys())

    def planning(self) -> Iterator[Piece]:
        posts = self.posts
        yield Piece(N_("posts in force"), posts.all)
        yield Piece(N_("posts with a headcount"), posts.with_headcount, posts.all)
        yield Piece(N_("structural posts with a definitive holder"), posts.held, posts.structural)
        yield Piece(N_("structural posts with an acting holder only"), posts.acting, posts.structural)
        yield Piece(N_("staff"), self.staff, None, "asnkarier staff")
        if posts.not_known:
            said = N_("structural posts whose holder is known from a later list only")
            yield Piece(said, posts.not_known, posts.structural, "asnkarier forecast vacancies")

    def recruitment(self) -> Iterator[Piece]:
        yield Piece(N_("people who came in the year"), sum(move.event in IN for move in self.moves))
        yield Piece(N_("people who left in the year"), sum(move.event in OUT for move in self.moves))
        yield Piece(N_("CPNS who became PNS in the year"), sum(move.event == "cpns_ke_pns" for move in self.moves))
        cpns = sum(person.employee_kind == "CPNS" for person in self.on.people)
        yield Piece(N_("CPNS on the day of the data"), cpns, self.staff)

    def career(self) -> Iterator[Piece]:
        on = self.on
        day = on.as_of.isoformat()
        oldest = oldest_valid(on.as_of, on.law.assessment.on(on.as_of).value.valid_years)
        yield Piece(
            N_("posts with a competency standard of their own"),
            self.posts.with_standard,
            self.posts.all,
            "asnkarier standards show",
        )
        assessed = self._staff_with("assessment", "assessed_on", oldest, day)
        yield Piece(N_("staff with an assessment that is still valid"), assessed, self.staff, "asnkarier gap")
        trained = self._staff_with("training", "dated", self.first, self.last)
        shown = f"asnkarier training hours {on.year}"
        yield Piece(N_("staff with a training on record in the year"), trained, self.staff, shown)
        yield Piece(N_("staff with a development plan"), self._staff_with("idp"), self.staff)
        yield Piece(N_("mentoring sessions in the year"), evidence.counted(
            on.db, "mentoring", "session_on", self.first, self.last
        ))  # fmt: skip

    def promotion(self) -> Iterator[Piece]:
        on = self.on
        moved = evidence.appointed_in(on.db, self.first, self.last)
        yield Piece(N_("people in service before who took up a post in the year"), moved)
        yield Piece(N_("scores of open selections on record"), evidence.counted(on.db, "selection"))
        yield Piece(N_("decisions sealed with all they rest on"), evidence.counted(on.db, "seal"))

    def performance(self) -> Iterator[Piece]:
        on = self.on
        annual = predicates.annual(on, on.year)
        shown = f"asnkarier evaluations missing {on.year}"
        yield Piece(N_("staff with an annual evaluation"), len(annual), self.staff, shown)
        good = sum(one.predicate in predicates.PREDICATES[:2] for one in annual)
        shown = f"asnkarier evaluations distribution {on.year}"
        yield Piece(N_("of them at least Baik"), good, len(annual) or None, shown)
        written = evaluations.with_text(on.db, on.year)
        given = sum(one.person_id in written for one in annual)
        shown = f"asnkarier evaluations coverage {on.year}"
        yield Piece(N_("of them with written feedback"), given, len(annual) or None, shown)
        indicators = self._staff_with("indicator", "year", on.year, on.year)
        yield Piece(N_("staff with indicators and targets"), indicators, self.staff)

    def reward(self) -> Iterator[Piece]:
        on = self.on
        awards = [one for one in year.awards(on.db, self.first, self.last) if one.person_id in on.by_id]
        yield Piece(N_("awards given in the year"), len(awards))
        due = sum(one.outcome == "met" for _person, one in satyalancana.proposals(on))
        yield Piece(N_("candidates for Satyalancana Karya Satya"), due, self.staff)
        rule = on.law.discipline.on(on.last_day).value
        sanctions = [one for one in year.sanctions(on.db, self.last, rule) if one.decided_on >= self.first]
        yield Piece(N_("sanctions decided in the year"), len(sanctions))

    def protection(self) -> Iterator[Piece]:
        surveyed = evidence.counted(self.on.db, "survey")
        if surveyed:
            yield Piece(N_("answers of units on their work environment"), surveyed)

    def information(self) -> Iterator[Piece]:
        on = self.on
        reached = [one for one in quality.registers(on.db) if one.rows]
        complete = sum(covers(one.spans, self.last, self.first) for one in reached)
        yield Piece(N_("registers that reach to the end of the time"), complete, len(reached), "asnkarier status")
        sources = quality.sources(on.db)
        yield Piece(N_("sheets read, each with the hash of its file"), len(sources), None, "asnkarier imports list")
        yield Piece(N_("entries in the log of changes"), quality.by_hand(on.db)[1], None, "asnkarier audit verify")


class _Posts(NamedTuple):
    """Posts that are there on the day: all, structural ones, those with a holder, with somebody acting only, not known; what is said of all."""

    all: int
    structural: int
    held: int
    acting: int
    not_known: int
    with_standard: int
    with_headcount: int


def _posts(on: Basis) -> _Posts:
    there = [post for post in on.posts.values() if on.seated.there(post)]
    lead = [post for post in there if on.kinds[post.id] in others.STRUCTURAL]
    empty = [post for post in lead if on.seated.empty(post)]
    asked = competencies.standards(on.db, on.as_of.isoformat())
    return _Posts(
        len(there),
        len(lead),
        sum(bool(on.seated.holders(post.id)) for post in lead),
        sum(post.id in on.seated.acted for post in empty),
        sum(not on.seated.known(post) for post in lead),
        sum(post.id in asked for post in there),
        sum(post.headcount is not None for post in there),
    )
