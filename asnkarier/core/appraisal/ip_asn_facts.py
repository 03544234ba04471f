"""What the index of professionalism measures of people: trainings of its months, the predicate of its year, sanctions of its years.

Where a register does not reach to the day, or a record does not say enough, what it would decide is not known (None).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from asnkarier.core.anniversary import first_within
from asnkarier.core.appraisal.ip_asn import Measured, Open, Possible
from asnkarier.core.appraisal.said import ANY
from asnkarier.core.decide.checks.conduct import asked_since, in_force, within
from asnkarier.core.decide.evaluated import parts_alone, year_of
from asnkarier.core.decide.records import Records, Sanction
from asnkarier.core.decide.schooling import schooled
from asnkarier.core.growth.hours import Attended, converted, jp_of
from asnkarier.core.person import Person
from asnkarier.core.rank.calendar import months_after
from asnkarier.core.rules.appraisal import Predicate
from asnkarier.core.rules.development import TrainingRule
from asnkarier.core.rules.ip_asn import IpAsnRule
from asnkarier.core.rules.sanctions import WORST


class Attendance(NamedTuple):
    """One training as the index reads it; `jp` is 1/10 000."""

    kind: str | None
    form: str | None
    level: str | None
    started_on: str | None
    ended_on: str | None
    year: int | None
    jp: int | None
    abroad: bool


class Learned(NamedTuple):
    """The trainings of one person, summed; the `open_` parts may be more than is known."""

    leadership: frozenset[str]
    open_leadership: bool
    functional: bool
    open_functional: bool
    technical_jp: int
    open_technical: bool
    seminars: int
    open_seminars: bool
    open: Open | None
    """The trainings behind the `open_` parts, each of which counts in one of them alone."""


NOTHING = Learned(frozenset(), False, False, False, 0, False, 0, False, None)
ONE_DAY = timedelta(days=1)


class Window:
    """The months before a day, that day included."""

    def __init__(self, day: date, months: int) -> None:
        """Begin `months` months before the day, that day not included."""
        self.after = months_after(day, -months).isoformat()
        self.day = day.isoformat()

    def holds(self, training: Attendance) -> bool | None:
        """Tell whether a training ended in it; None where its date is not known well enough."""
        on = training.ended_on or training.started_on
        if on:
            return self.after < on <= self.day
        if training.year is None:
            return None
        first, last = f"{training.year:04}-01-01", min(f"{training.year:04}-12-31", self.day)
        if first > self.day or last <= self.after:
            return False
        return True if first > self.after else None


class Learning:
    """Sums the trainings of people by the rules in force on a day."""

    def __init__(self, rule: IpAsnRule, training: TrainingRule, day: date) -> None:
        """Make ready the windows."""
        self.rule = rule
        self.training = training
        self.day = day.isoformat()
        self.technical = Window(day, rule.technical_months)
        self.seminar = Window(day, rule.seminar_months)
        self._jp: dict[Attendance, int | None] = {}
        self._limited = frozenset([name for name, form in training.forms.items() if form.most_a_month is not None])

    def _shared_out(self, workshops: Sequence[int], jp: int, seminars: int) -> tuple[int, int]:
        """Return the JP and the number of seminars that technical workshops make: each counts once, where it earns most.

        One is left as the seminar where there is no other and the rest reaches the hours; they count as technical training, which
        earns more, where only all of them reach these; and as seminars where they do not.
        """
        if not workshops:
            return 0, 0
        whole, need = sum(workshops), self.rule.technical_jp
        if seminars:
            return whole, 0
        rest = whole - min(workshops)
        if jp + rest >= need:
            return rest, 1
        return (whole, 0) if jp + whole >= need else (0, len(workshops))

    def sum(self, trainings: Sequence[Attendance]) -> Learned:
        """Sum the trainings of one person."""
        rule = self.rule
        leadership: set[str] = set()
        functional = False
        jp = seminars = as_seminars = 0
        workshops: list[int] = []
        left: list[Possible] = []
        limited = self._of_limited(trainings)
        for place, training in enumerate(trainings):
            kind = training.kind
            if (training.ended_on or training.started_on or "") > self.day:
                continue
            if kind in rule.functional_kinds:
                functional = True
            elif kind in rule.leadership_kinds:
                if training.level:
                    leadership.add(training.level)
                else:
                    left.append(Possible("", False, 0, False))
            elif kind in rule.seminar_kinds or training.form in rule.seminar_forms:
                inside = self.seminar.holds(training)
                hours, sure = (
                    self._hours_within(training, limited, place) if kind in rule.technical_kinds else (0, True)
                )
                if hours and sure and inside and self.technical.holds(training):
                    workshops.append(hours)
                elif hours != 0:
                    left.append(Possible(None, False, hours, inside is not False))
                    as_seminars += inside is True
                elif inside is None:
                    left.append(Possible(None, False, 0, True))
                else:
                    seminars += inside
            elif kind in rule.technical_kinds:
                hours, sure = self._hours_within(training, limited, place)
                if hours is None or not sure or (hours and self.technical.holds(training) is None):
                    left.append(Possible(None, False, hours, False))
                else:
                    jp += hours
            elif kind is None:
                # Nothing says what it was: it may have been any of them, and is one of them alone.
                inside = self.seminar.holds(training) is not False
                hours, _ = self._hours_within(training, limited, place)
                left.append(Possible(training.level or "", True, hours, inside))
        more, spare = self._shared_out(workshops, jp, seminars + as_seminars)
        most = [hours for one in left if (hours := one.technical_jp) is not None]
        every = tuple(Possible(None, False, hours, True) for hours in workshops)
        return Learned(
            frozenset(leadership),
            any(one.level is not None for one in left),
            functional,
            any(one.functional for one in left),
            jp + more,
            len(most) < len(left) or (sum(most) > 0 and jp + sum(workshops) + sum(most) >= rule.technical_jp),
            seminars + as_seminars + spare,
            any(one.seminar for one in left),
            Open(jp, seminars, (*every, *left)) if left else None,
        )

    def _of_limited(self, trainings: Sequence[Attendance]) -> Mapping[int, tuple[int, int | None]]:
        """Return place → JP, for sure and at most, of the trainings whose form counts so many times a month alone, if they are over."""
        places = [
            place
            for place, training in enumerate(trainings)
            if training.form in self._limited and (training.ended_on or training.started_on or "") <= self.day
        ]
        if not places:
            return {}
        return dict(zip(places, jp_of([_attended(trainings[p]) for p in places], self.training), strict=True))

    def _hours_within(
        self, training: Attendance, limited: Mapping[int, tuple[int, int | None]], place: int
    ) -> tuple[int | None, bool]:
        """Return the most hours that may count as technical training (0 where it is too old, None: nothing tells), and whether they do."""
        if self.technical.holds(training) is False:
            return 0, True
        if place in limited:
            least, most = limited[place]
            return most, least == most
        return self._hours(training), True

    def _hours(self, training: Attendance) -> int | None:
        if training not in self._jp:
            form = self.training.forms.get(training.form or "")
            self._jp[training] = converted(_attended(training), form)[0]
        return self._jp[training]


def _attended(training: Attendance) -> Attended:
    return Attended(
        0, "", training.form, training.started_on, training.ended_on, training.year, training.jp, training.abroad
    )


class Meter:
    """Measures people on a day; `kinds` tells the kind of the post each held on that day."""

    def __init__(
        self,
        rule: IpAsnRule,
        records: Records,
        learned: Mapping[int, Learned],
        kinds: Mapping[int, str | None],
        day: date,
        year: int,
        *,
        year_recorded: bool,
        in_parts: Collection[int] = (),
    ) -> None:
        """`year` is the year evaluated, `year_recorded` whether anybody's evaluation of it is on record.

        `in_parts` were evaluated in quarters or months of it.
        """
        self.rule = rule
        self.records = records
        self.learned = learned
        self.kinds = kinds
        self.date = day
        self.day = day.isoformat()
        self.year = year
        self.year_recorded = year_recorded
        self.in_parts = in_parts
        months = {months_after(day, -count) for count in (rule.technical_months, rule.seminar_months)}
        self._first_training = (min(months) + ONE_DAY).isoformat()
        self._first_sanction = first_within(day, rule.discipline_years).isoformat()
        self._predicates: dict[int, tuple[Predicate | None, Predicate | None, bool]] = {}

    def measure(self, person: Person) -> Measured:
        """Return what the index asks of one person."""
        number = person.id
        learned = self.learned.get(number, NOTHING)
        # Leadership and functional training count whenever they were; the hours and seminars of their months alone.
        ever = self.records.covers("trainings", self.day, asked_since("", person))
        complete = ever or self.records.covers("trainings", self.day, asked_since(self._first_training, person))
        pattern = self.records.pattern(number)
        predicates = self._predicates.get(pattern)
        if predicates is None:
            rows = self.records.patterns[pattern]
            found = year_of(rows, self.year)
            ends = (found.best, found.worst) if found else (None, None)
            predicates = self._predicates[pattern] = (*ends, bool(found) and parts_alone(rows, self.year))
        if predicates[0] is None and number in self.in_parts:
            predicates = (*ANY, True)
        low, high, *_ = schooled(person, self.records, self.day)
        sanctions = self.records.sanctions.get(number)
        worst = self._worst(sanctions) if sanctions else "none"
        sure = self.records.covers("discipline", self.day, asked_since(self._first_sanction, person))
        return Measured(
            self.kinds.get(number),
            low if low in self.rule.qualification else None,
            learned.leadership,
            True if learned.functional else False if ever and not learned.open_functional else None,
            learned.technical_jp
            if learned.technical_jp >= self.rule.technical_jp or (complete and not learned.open_technical)
            else None,
            learned.seminars if learned.seminars or (complete and not learned.open_seminars) else None,
            predicates[0],
            worst if sure or worst != "none" else None,
            predicates[1],
            sure,
            ever and not learned.open_leadership,
            learned.open if ever else None,
            self.year_recorded,
            predicates[2],
            high if high in self.rule.qualification else None,
        )

    def _worst(self, sanctions: Iterable[Sanction]) -> str:
        counted = [
            s.level for s in sanctions if in_force(s, self.day) and within(s, self.date, self.rule.discipline_years)
        ]
        return max(counted, key=WORST.index, default="none")
