"""What is on record about people, as the checks and measures read it: plain rows by person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from asnkarier.core.decide.reach import Reach, covers, reaches
from asnkarier.core.rank.career import Pak, YearResult
from asnkarier.core.rules.appraisal import PREDICATES

Interval = tuple[int, int]


class Evaluation(NamedTuple):
    """One evaluation of a year, whoever's it is."""

    year: int
    period: str
    started_on: str
    """Empty of one of all of its period, whether or not it names the days."""
    work_result: str | None
    behaviour: str | None
    predicate: str | None
    """As recorded or as the law of its year reads it off the rest; None where it is not known."""
    best: str = PREDICATES[0]
    worst: str = PREDICATES[-1]
    """Between which two the law leaves a predicate that is not known."""


class Evaluated(NamedTuple):
    """A person's evaluations: the place of their pattern in `Records.patterns`, and the record of each.

    Thousands share a pattern (the same ratings in the same years), so that what follows from it is worked out once.
    """

    pattern: int
    records: tuple[int, ...]


class Assessment(NamedTuple):
    """The newest assessment of the nine: day, record, a recap's JPM, potential, and the sum of the `known` levels."""

    assessed_on: str
    record: int
    jpm: int | None
    potential: int | None
    total: int
    known: int


class PostClass(NamedTuple):
    """What posts of one name, kind and family are to a check. `kind` None is not known."""

    kind: str | None
    family: str | None
    name_key: str


class Posting(NamedTuple):
    """A definitive post held by a person: day numbers, both included; `until` None is not recorded.

    `of` is the place of the post's class in `Records.classes`; `record` the history row, 0 for a span of the roster.
    """

    since: int
    until: int | None
    of: int
    stated: bool
    record: int


class Sanction(NamedTuple):
    """One sanction. `since` and `until` are the days between which it is served; None is not known."""

    level: str
    decided_on: str
    since: str | None
    until: str | None
    annulled_on: str | None
    name: str | None
    record: int
    reckoned: bool = False
    """Its days follow from the working days after the decree, counted without public holidays."""
    begins_reckoned: bool = False
    """Only its first day does: the last one is on record."""


class Degree(NamedTuple):
    """One degree."""

    education: str
    field_of_study: str | None
    graduated: str | None
    """The day, or the year where no more is known."""
    mark: str | None
    record: int
    told: str = ""
    """The day of the list that tells of it, where its graduation is not known to the day and the list is later than asked; else ''."""


def lapsed(valid_until: str | None, day: str) -> bool:
    """Tell whether a paper is valid no more on a day: its last day has gone by."""
    return bool(valid_until and valid_until < day)


class Hours(NamedTuple):
    """One training, as far as its hours count: `jp` by its form, None where they are not known."""

    year: int | None
    jp: int | None
    most: int | None
    """The most that the hours may be where `jp` is not known; None where nothing tells."""
    kind: str | None
    level: str | None
    title: str
    record: int
    taken_on: str | None = None
    """The day on which it ended, else began; None where the record tells none."""
    valid_until: str | None = None

    def held(self, day: str) -> bool | None:
        """Tell whether it was taken by a day and is still valid on it; None where only its year is known, and it is that of the day."""
        if lapsed(self.valid_until, day):
            return False
        if self.taken_on:
            return self.taken_on <= day
        if self.year is None or f"{self.year:04}-12-31" <= day:
            return True
        return None if str(self.year) == day[:4] else False


class Led(NamedTuple):
    """A unit led: day numbers, both included. `first` is the first day for sure, None where there is none; `earliest` the first possible."""

    unit: int
    first: int | None
    earliest: int
    until: int
    exact: bool
    """Whether the beginning is known."""


class Exam(NamedTuple):
    """One exam sat."""

    exam: str
    target_key: str
    taken_on: str
    result: str
    valid_until: str | None
    record: int


class Assignment(NamedTuple):
    """One project or team. `outcome` is what is known of it on the day asked about: None while it runs."""

    role: str | None
    scope: str | None
    started_on: str
    ended_on: str | None
    outcome: str | None
    record: int


class Indicator(NamedTuple):
    """One target of a year and what was realised, in 1/10 000; `direction` says whether more is better."""

    year: int
    target: int
    realised: int | None
    direction: str | None
    record: int = 0


class Ahead(NamedTuple):
    """A status to come that is on record and takes somebody off duty: its first day, the event of the decree and its row (0: none)."""

    on: str
    status: str
    event: str
    record: int

    @property
    def gone(self) -> bool:
        """Whether the person is in service no more."""
        return self.status == "keluar"


@dataclass(slots=True)
class Records:
    """Everything on record about the people of one question, by person id; what is missing there is missing on record.

    `coverage` says, for each register, in which spans of days it is complete.
    """

    classes: list[PostClass] = field(default_factory=list)
    patterns: list[tuple[Evaluation, ...]] = field(default_factory=lambda: [()])
    """Patterns of evaluations; the first is that of people without any."""
    evaluations: Mapping[int, Evaluated] = field(default_factory=dict)
    assessments: Mapping[int, Assessment] = field(default_factory=dict)
    technical: Mapping[int, Mapping[int, int]] = field(default_factory=dict)
    postings: Mapping[int, Sequence[Posting]] = field(default_factory=dict)
    duties: Mapping[int, Sequence[tuple[int, int, int]]] = field(default_factory=dict)
    """Days, both included, on which an additional duty (tugas tambahan) of the target's own law was held, and the history row (0: the
    roster); read where a term is asked.
    """
    absences: Mapping[int, Sequence[Interval]] = field(default_factory=dict)
    away: Mapping[int, frozenset[int]] = field(default_factory=dict)
    """The years that somebody spent wholly in a state in which nobody is evaluated."""
    contracted: Mapping[int, int] = field(default_factory=dict)
    """The last day on which somebody was of a kind of employees that earns no credit, of those who are of another since."""
    ahead: Mapping[int, Sequence[Ahead]] = field(default_factory=dict)
    """What is on record of leavings and absences to come, the first first."""
    sanctions: Mapping[int, Sequence[Sanction]] = field(default_factory=dict)
    trainings: Mapping[int, Sequence[Hours]] = field(default_factory=dict)
    degrees: Mapping[int, Sequence[Degree]] = field(default_factory=dict)
    exams: Mapping[int, Sequence[Exam]] = field(default_factory=dict)
    awards: Mapping[int, Sequence[tuple[str | None, str, int]]] = field(default_factory=dict)
    assignments: Mapping[int, Sequence[Assignment]] = field(default_factory=dict)
    feedback: Mapping[int, Sequence[tuple[int, int | None, int]]] = field(default_factory=dict)
    heads: Mapping[int, int] = field(default_factory=dict)
    """Post → the unit whose head it is."""
    led: Mapping[int, Sequence[Led]] = field(default_factory=dict)
    """The units that somebody led in posts held before the present one, the newest first."""
    unit_predicates: Mapping[int, Mapping[int, str]] = field(default_factory=dict)
    """Unit → year → predicate, the years before a renaming included."""
    indicators: Mapping[int, Sequence[Indicator]] = field(default_factory=dict)
    unit_records: Mapping[tuple[int, int], int] = field(default_factory=dict)
    """Unit and year → the record of its predicate."""
    leadership: Mapping[int, Mapping[str, int]] = field(default_factory=dict)
    """Levels of leadership training, each with its record; '' is one whose level or date is not known well enough."""
    steps: Mapping[int, Sequence[tuple[str, str | None, int]]] = field(default_factory=dict)
    """Steps of development plans: when due, when done, and the record."""
    mentored: Mapping[int, tuple[str, int]] = field(default_factory=dict)
    """The newest day of mentoring, and its record, of who was ever proposed for a pair, as mentor or mentee."""
    paks: Mapping[int, Sequence[Pak]] = field(default_factory=dict)
    """Decrees of credit up to the day."""
    results: Mapping[int, Sequence[YearResult]] = field(default_factory=dict)
    """Evaluations of every period, as credit is converted from."""
    coverage: Reach = field(default_factory=dict)

    def pattern(self, person_id: int) -> int:
        """Return the pattern of a person's evaluations."""
        found = self.evaluations.get(person_id)
        return 0 if found is None else found.pattern

    def covers(self, register: str, day: str, since: str = "") -> bool:
        """Tell whether a register is complete from a day ('' from the first on) up to another, so that no row means none."""
        spans = self.coverage.get(register)
        return covers(spans, day, since) if spans else False

    def reaches(self, register: str, since: str = "") -> str | None:
        """Return the last day up to which a register is complete from a day on ('' from the first); None where it is not."""
        return reaches(self.coverage.get(register, ()), since)
