"""fairness: whether groups come through at like rates — on a list, in the boxes, in training, in predicates."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import Annotated

from asnkarier.commands.decide.considering import considered
from asnkarier.commands.decide.deciding import Ground, asked, ground, records, target_of
from asnkarier.commands.in_force import lawbook, policy_in_use
from asnkarier.commands.parameters import ALL, POLICY, UNIT, YEAR, option
from asnkarier.core.appraisal.said import PredicateReader
from asnkarier.core.decide.reach import covers
from asnkarier.core.decide.records import Records
from asnkarier.core.decide.shortlist import Judge, Shortlist, box_verdict, shortlist
from asnkarier.core.decide.talent import Scorer, Talent
from asnkarier.core.decide.target import Target
from asnkarier.core.defend.fairness import Answer, Uniformity, compared, grouped, uniformity
from asnkarier.core.errors import Usage
from asnkarier.core.growth.hours import Hours, hours_of, reaches, summed
from asnkarier.core.person import Person
from asnkarier.core.reports.ages import age, group
from asnkarier.core.rules.positions import EDUCATIONS
from asnkarier.law.policy_load import fingerprint
from asnkarier.store.database import Database
from asnkarier.store.queries import positions, staff
from asnkarier.store.queries.appraisal import evaluations
from asnkarier.store.queries.appraisal.leaders import Leaders
from asnkarier.store.queries.file import registers
from asnkarier.store.queries.growth import trainings
from asnkarier.store.queries.units import Units
from asnkarier.views.decide.fairness import Division, Fairness, Measure, document, flat, pictures, sheets
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result

_ANSWERS: Mapping[str, Answer] = {"met": "selected", "not_met": "other", "unknown": "missing"}
Grouping = Callable[[Person], Hashable]


def run(
    db: Database,
    as_of: date,
    target_post: Annotated[
        str | None,
        option(
            "--for",
            "--untuk",
            help=N_("Compare the list for this position too."),
            metavar=N_("POSITION"),
            completes="position",
        ),
    ] = None,
    top: Annotated[
        int | None,
        option("--top", "--teratas", help=N_("Compare too who is among the first N of the list."), metavar=N_("N")),
    ] = None,
    year: Annotated[int | None, YEAR] = None,
    unit: Annotated[str | None, UNIT] = None,
    policy_name: Annotated[str | None, POLICY] = None,
    everyone: Annotated[bool, ALL] = False,
) -> Result:
    """Count who comes through by sex, age, unit and education, and test the differences."""
    if top is not None and top < 1:
        raise Usage("top_too_small", {"top": str(top)})
    base = ground(db, lawbook(db), policy_in_use(db, policy_name), as_of)
    shown = fairness(base, as_of.year - 1 if year is None else year, unit, target_post, top)
    return Result(
        lambda: document(shown),
        lambda: pictures(shown, everyone),
        sheets=lambda: sheets(shown),
        flat=lambda: flat(shown),
        hints=[Words(N_("Whether a small change of the policy would change a list: asnkarier stability POSITION"))],
    )


def fairness(
    base: Ground,
    year: int,
    unit: str | None,
    target_post: str | None = None,
    top: int | None = None,
    read: Records | None = None,
) -> Fairness:
    """Measure everything; `read` is what is on record, where somebody has read it already."""
    return _Found(base, year, unit).fairness(target_post, top, read)


class _Found:
    """The people on duty, how they are divided, and what became of them."""

    def __init__(self, base: Ground, year: int, unit: str | None) -> None:
        self.base = base
        self.db = db = base.db
        self.as_of = as_of = base.setting.as_of
        self.year = year
        self.law = base.law
        self.units = Units(db)
        self.on_duty = staff.everyone(db, as_of, staff.ON_DUTY)
        self.within = self.units.find(unit).id if unit is not None else None
        inside = self.units.below(self.within) if self.within is not None else None
        self.people = self.on_duty if inside is None else [p for p in self.on_duty if p.unit_id in inside]
        self.rule = self.law.fairness.on(as_of)
        self.ages = self.law.staff.on(as_of).value.age_groups

    def fairness(self, target_post: str | None, top: int | None, read: Records | None) -> Fairness:
        """Measure everything."""
        target = asks = None
        if target_post is not None:
            target = target_of(positions.find(self.db, target_post, self.units, self.as_of), self.base)
            asks = asked(target, self.base)
        read = read or records(self.base, asks)
        found: list[tuple[str, list[tuple[Person, Answer]]]] = []
        talents: dict[int, Talent] = {}
        if target is not None and asks is not None:
            listed = self._list(Judge(target, asks, self.base.setting, read), target)
            found.append(("shortlist", _of_list(listed)))
            # Performance and potential are a person's own: who was measured for the list is not measured again.
            judged = (*(ranked.judged for ranked in listed.ranked), *listed.undetermined, *listed.excluded)
            talents = {one.person.id: one.talent for one in judged}
            if top is not None:
                ranked: list[tuple[Person, Answer]] = [
                    (r.judged.person, "selected" if r.rank <= top else "other") for r in listed.ranked
                ]
                found.append(("top", ranked))
        scorer, allowed = Scorer(self.base.setting), self.base.setting.policy.eligibility.boxes
        boxed: list[tuple[Person, Answer]] = []
        answers: dict[tuple[int, ...], Answer] = {}
        for person in self.people:
            talent = talents.get(person.id) or scorer.talent(person, read)
            answer = answers.get(talent.boxes)
            if answer is None:
                answer = answers[talent.boxes] = _ANSWERS[box_verdict(talent, allowed).outcome]
            boxed.append((person, answer))
        found += [("boxes", boxed), ("hours", self._hours()), ("predicate", self._predicates())]
        rated = self._ratings()
        return Fairness(
            as_of=self.as_of,
            year=self.year,
            position=target.name if target is not None else None,
            top=top,
            policy=self.base.setting.policy.name,
            policy_hash=fingerprint(self.base.setting.policy),
            law=self.rule.citation.text,
            rule=self.rule.value,
            boxes=sorted(allowed),
            age_groups=self.ages,
            least_hours=self.law.training.on(self._day()).value.pns_at_least,
            measures=[self._measure(name, answers) for name, answers in found],
            leaders=rated,
            who=self._who(rated),
            unit=self.units.path,
        )

    def _day(self) -> date:
        return min(self.as_of, date(self.year, 12, 31))

    def _list(self, judge: Judge, target: Target) -> Shortlist:
        inside = self.units.below(self.within) if self.within is not None else None
        return shortlist(judge, considered(self.on_duty, target, self.base, self.units, inside).people)

    def _hours(self) -> list[tuple[Person, Answer]]:
        """Tell for whom the law asks hours of training: who has enough."""
        rule = self.law.training.on(self._day()).value
        complete = covers(registers.reach(self.db).get("trainings", ()), self._day().isoformat(), f"{self.year}-01-01")
        taken: dict[int, Hours] = {}
        alike: dict[tuple[object, ...], Hours] = {}  # by all that is told of the trainings but whose they are
        for person_id, attended in groupby(
            trainings.of_year(self.db, self.year, self._day().isoformat()), key=attrgetter("person_id")
        ):
            mine = list(attended)
            told = tuple([training[1:] for training in mine])
            hours = alike.get(told)
            if hours is None:
                hours = alike[told] = summed(hours_of(mine, rule, self.year))
            taken[person_id] = hours
        nothing = Hours(0, 0, 0, (0, 0, 0))
        result: list[tuple[Person, Answer]] = []
        for person in self.people:
            if person.employee_kind == "PNS":
                enough = reaches(taken.get(person.id, nothing), rule.pns_at_least)
                result.append((person, "missing" if enough == "not_met" and not complete else _ANSWERS[enough]))
        return result

    def _evaluated(self) -> dict[int, evaluations.Evaluated]:
        return evaluations.of_each(self.db, self.year, "annual", PredicateReader(self.law.predicate))

    def _predicates(self) -> list[tuple[Person, Answer]]:
        self.annual = self._evaluated()
        result: list[tuple[Person, Answer]] = []
        for person in self.people:
            row = self.annual.get(person.id)
            known = row.predicate if row is not None else None
            result.append((person, "missing" if known is None else "selected" if known == "sangat_baik" else "other"))
        return result

    def _ratings(self) -> Uniformity:
        leaders = Leaders(self.db, self.as_of, self.units, self.law.positions.on(self.as_of).value)

        def given() -> Iterator[tuple[int, str]]:
            for person in self.people:
                row = self.annual.get(person.id)
                if row is None or row.predicate is None:
                    continue
                leader = leaders.of(person.id, person.unit_id, row.evaluator_nip)
                if leader is not None:
                    yield leader.person_id, row.predicate

        return uniformity(given(), self.rule.value)

    def _who(self, rated: Uniformity) -> dict[Hashable, Person]:
        known: dict[Hashable, Person] = {person.id: person for person in self.on_duty}
        return {
            one.leader: known.get(one.leader) or staff.one(self.db, int(str(one.leader)), self.as_of)
            for one in rated.uniform
        }

    def _measure(self, name: str, answers: Sequence[tuple[Person, Answer]]) -> Measure:
        divisions = []
        people, given = [person for person, _ in answers], [answer for _, answer in answers]
        for division, of, order in self._divisions:
            groups = grouped(zip(map(of, people), given, strict=True), order)
            divisions.append(Division(division, compared(groups, self.rule.value)))
        counts = Counter(given)
        return Measure(name, counts["selected"], counts["other"], counts["missing"], divisions)

    @cached_property
    def _divisions(self) -> list[tuple[str, Grouping, Sequence[Hashable]]]:
        homes = self.units.homes(self.within)
        ages: dict[str | None, int | None] = {}

        def age_group(person: Person) -> int | None:
            born = person.birth_date
            if born not in ages:
                ages[born] = group(age(born, self.as_of), self.ages)
            return ages[born]

        return [
            ("sex", attrgetter("sex"), ("L", "P")),
            ("age", age_group, range(len(self.ages) + 1)),
            ("education", attrgetter("education"), EDUCATIONS[::-1]),
            ("unit", lambda person: homes.get(person.unit_id) or None, ()),
        ]


def _of_list(listed: Shortlist) -> list[tuple[Person, Answer]]:
    judged = [*(r.judged for r in listed.ranked), *listed.undetermined, *listed.excluded]
    return [(j.person, _ANSWERS[j.outcome]) for j in judged]
