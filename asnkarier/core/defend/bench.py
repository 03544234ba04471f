"""Who could follow in many posts: who is ready now, by when time alone makes ready, and whose only gap is competency.

Posts that ask the same share one answer, and what one check said of a person is remembered for the next post that asks it.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from operator import itemgetter
from types import MappingProxyType
from typing import NamedTuple

from asnkarier.core.anniversary import anniversary
from asnkarier.core.decide.check import Check, Outcome, Question, Verdict, overall
from asnkarier.core.decide.checks.personal import birth_date
from asnkarier.core.decide.checks.service import Counter
from asnkarier.core.decide.experience import Counts
from asnkarier.core.decide.measures import Points
from asnkarier.core.decide.records import Records
from asnkarier.core.decide.remedies.needs import evaluated_as, waits
from asnkarier.core.decide.remedy import day_by_time
from asnkarier.core.decide.requirement import Requirements, move, waived
from asnkarier.core.decide.shortlist import BOX, Judge, Judged, box_verdict
from asnkarier.core.decide.talent import Scorer, Talent
from asnkarier.core.decide.target import Setting, Target
from asnkarier.core.defend.following import Bench, Gone, Ready, Shared, shared
from asnkarier.core.person import Person, maker
from asnkarier.core.rank.retirement import retirement
from asnkarier.core.spans import Days

COMPETENCY = "competency"
FIELD = "experience_in_field"
OWN = frozenset({COMPETENCY, FIELD, "level_below", "competency_test", "vacancy"})
"""Checks whose answer depends on the one post; the others many posts ask alike."""
_DAY = itemgetter(0)
_ready = maker(Ready)
ALIKE = frozenset({"status", "education", "performance", "discipline", "age", "retirement_age"})
"""Checks of the person alone: two posts that require the same ask the same question, whatever their kinds."""
Judging = Callable[[Person, Records], Verdict]
BY_TIME = frozenset(
    {"experience_in_post", "experience_in_field", "experience_as_teacher", "time_in_post", "performance", "discipline"}
)
"""Checks that a day to come may answer by itself."""


class _Benched(NamedTuple):
    """A bench before the holders of one post are taken out."""

    ready: Shared
    soon: Shared
    closable: Shared
    undetermined: frozenset[int]
    perhaps_soon: frozenset[int]
    left: Sequence[tuple[date, int]]
    """From when who of them is in service no more, or could not hold the post any longer: the first to leave first."""
    away: Mapping[int, Sequence[Days]]
    """From when until when who of everybody is by what is on record not on duty."""
    gone: dict[date | None, "_Left"]
    """Who of each list, and of the undetermined, has left by a day."""

    def by(self, day: date | None) -> "_Left":
        """Return who has left on the day from which a post is empty: told once for all posts of the day."""
        found = self.gone.get(day)
        if found is None:
            count = 0 if day is None else bisect_right(self.left, day, key=_DAY)
            leave = frozenset([number for _, number in self.left[:count]])
            out = leave if day is None else leave | self._absent(day)
            found = self.gone[day] = _Left(
                self.ready.gone(out),
                self.soon.gone(leave),
                self.closable.gone(leave),
                _Rest(self.undetermined, self.undetermined & out),
                _Rest(self.perhaps_soon, self.perhaps_soon & leave),
            )
        return found

    def _absent(self, day: date) -> frozenset[int]:
        return frozenset([n for n, spans in self.away.items() if any(one.since <= day <= one.until for one in spans)])


class _Rest(NamedTuple):
    """Some people, of whom only the number is asked, and who of them has left: there are few."""

    everyone: frozenset[int]
    left: frozenset[int]

    def without(self, held: frozenset[int]) -> int:
        """Return how many are still there, the holders of a post apart."""
        holders = sum(number in self.everyone and number not in self.left for number in held)
        return len(self.everyone) - len(self.left) - holders


class _Left(NamedTuple):
    """Who of each list has left by a day, and who of the others has not."""

    ready: Gone
    soon: Gone
    closable: Gone
    undetermined: _Rest
    perhaps_soon: _Rest


class _Asked(NamedTuple):
    """A check that decides: what makes it the same question for another post, how it is judged, and whether it sums service."""

    check: Check
    asks: object
    judge: Judging
    sums: bool


class Benches:
    """Finds who could follow, post after post."""

    def __init__(
        self,
        setting: Setting,
        records: Records,
        ask: Callable[[Target], Requirements],
        years: int,
        *,
        closable: bool = True,
        leaves: Callable[[Person], date | None] = lambda person: None,
        away: Mapping[int, Sequence[Days]] = MappingProxyType({}),
    ) -> None:
        """Look `years` ahead; `ask` says what a post asks. `closable`: look for those with a gap in competency too.

        `leaves` says from when somebody's pension runs by the post held now, None where that is not known;
        `away` who is off duty for a time to come: who is so on the day that a post falls empty is not ready for it.
        """
        self._setting = setting
        self._records = records
        self._ask = ask
        self._limit = anniversary(setting.as_of, years)
        self._closing = closable
        self._leaves = leaves
        self._away = away
        self._scorer = _Remembering(setting)
        self._full = _full(setting)
        self._full_boxes: dict[int, tuple[int, ...]] = {}
        self._verdicts: dict[object, dict[int, Verdict]] = {}
        self._pools: dict[str, Sequence[Person]] = {}
        self._members: dict[str, frozenset[int]] = {}
        self._served: dict[object, dict[tuple[int, tuple[Counts, ...]], Verdict]] = {}
        self._boxed: dict[int, Outcome] = {}
        self._boxes: dict[tuple[int, ...], Outcome] = {}
        self._shared: dict[tuple[object, ...], tuple[Sequence[Person], Mapping[int, Outcome]]] = {}
        self._never: dict[object, set[int]] = {}
        self._waits: dict[object, date | None] = {}
        self._risen: dict[tuple[int | None, str], bool] = {}
        self._found: dict[object, _Benched] = {}

    def stand_in(self, person: Person) -> tuple[int, ...]:
        """Return the years that stand in for a newest one of which nothing is on record yet, where older ones do."""
        return self._scorer.stand_in(person, self._records)

    def of(self, target: Target, pool: Callable[[Target], Sequence[Person]], empty_on: date | None = None) -> Bench:
        """Return who of the pool could follow in a post; its holders are not among them.

        Nor is who has left by the day from which the post is empty, where that is a day to come.
        """
        alike = _alike(target, self._setting)
        found = self._found.get(alike)
        if found is None:
            anyone = target._replace(incumbents=())
            people = self._pools.get(target.kind)
            if people is None:
                people = self._pools[target.kind] = pool(anyone)
                self._members[target.kind] = frozenset([person.id for person in people])
            found = self._found[alike] = self._bench(anyone, people)
        held, key, members = frozenset(target.incumbents), target.name_key, self._members[target.kind]
        left = found.by(empty_on)
        return Bench(
            found.ready.of(key, held, left.ready),
            found.soon.of(key, held, left.soon),
            found.closable.of(key, held, left.closable),
            left.undetermined.without(held),
            left.perhaps_soon.without(held),
            len(members) - sum(number in members for number in held),
        )

    def _leaving(self, target: Target, people: Iterable[Person]) -> Mapping[int, date]:
        """Return from when each could not hold a post any longer: by the pension of the post held, or of this one."""
        leaves, limit = self._leaves, target.retirement
        ends: dict[str, date] = {}
        days: dict[int, date] = {}
        for person in people:
            day = leaves(person)
            born = (person.birth_date or birth_date(person)[0]) if limit is not None else None
            if born is not None and limit is not None:
                end = ends.get(born)
                if end is None:
                    end = ends[born] = retirement(date.fromisoformat(born), limit).pension_from
                if day is None or end < day:
                    day = end
            if day is not None:
                days[person.id] = day
        return days

    def _bench(self, target: Target, people: Sequence[Person]) -> _Benched:
        requirements = self._ask(target)
        asked = [self._remembered(check, requirements, target) for check in requirements.checks]
        judge = Judge(
            target, requirements._replace(checks=tuple([one.check for one in asked])), self._setting, self._records
        )
        judge.scorer = self._scorer
        deciding = [one for one in asked if not one.check.advisory]
        people, outcomes = self._common(judge, [one for one in deciding if one.check.kind not in OWN], people)
        own = [one for one in deciding if one.check.kind in OWN]
        apart: set[int] = set()
        for one in own:
            people = self._screened(one, judge, people, apart)
        outcomes = self._with_answers({person.id: outcomes[person.id] for person in people}, own, apart)
        # Of those who are undetermined only the number is asked for: they need no score and no place.
        undetermined = [person.id for person in people if outcomes[person.id] == "unknown"]
        # Of those who meet everything the place is asked for, and of the others what they fail.
        eligible = judge.eligible([person for person in people if outcomes[person.id] == "met"])
        excluded = [judge.judge(person) for person in people if outcomes[person.id] == "not_met"]
        left = self._leaving(target, people)
        soon, closable, perhaps = (
            [one for one in listed_later if one.on is None or left.get(one.person.id, date.max) > one.on]
            for listed_later in self._later(judge, excluded)
        )
        return _Benched(
            shared([self._ready_now(judge, group) for group in eligible]),
            shared([[one] for one in sorted(soon, key=_order)]),
            shared([[one] for one in sorted(closable, key=_order)]),
            frozenset(undetermined),
            frozenset([one.person.id for one in perhaps]),
            sorted(zip(left.values(), left, strict=True), key=_DAY),
            self._away,
            {},
        )

    def _ready(self, judge: Judge, judged: Judged, on: date | None) -> Ready:
        return Ready(judged.person, judged.talent.box, on, self._rises(judge, judged.person))

    def _ready_now(self, judge: Judge, group: Iterable[tuple[Talent, Sequence[Person]]]) -> list[Ready]:
        return [
            _ready((person, box, None, self._rises(judge, person)))
            for box, people in [(talent.box, people) for talent, people in group]
            for person in people
        ]

    def _rises(self, judge: Judge, person: Person) -> bool:
        key = person.position_id, judge.target.kind
        rises = self._risen.get(key)
        if rises is None:
            rises = self._risen[key] = move(person, judge.target, self._setting) in ("vertical", "diagonal")
        return rises

    def _box(self, person: Person) -> Outcome:
        talent = self._scorer.talent(person, self._records)
        outcome = self._boxes.get(talent.boxes)
        if outcome is None:
            allowed = self._setting.policy.eligibility.boxes
            outcome = self._boxes[talent.boxes] = box_verdict(talent, allowed).outcome
        self._boxed[person.id] = outcome
        return outcome

    def _common(
        self, judge: Judge, asked: Sequence[_Asked], people: Sequence[Person]
    ) -> tuple[Sequence[Person], Mapping[int, Outcome]]:
        """Return who may pass what many posts ask alike, with what follows from it and the box: once for all of them.

        What is quickly told comes first, then the sums of service, and the box only of those who are left.
        """
        keys = (judge.target.kind, *(one.asks for one in asked))
        found = self._shared.get(keys)
        if found is None:
            apart: set[int] = set()
            for one in sorted(asked, key=lambda one: one.sums):
                people = self._screened(one, judge, people, apart)
            boxes = {}
            known = self._boxed.get
            for person in people:
                number = person[0]
                box = known(number) or self._box(person)
                if box != "not_met" or self._reached(person):
                    boxes[number] = box
            people = [person for person in people if person[0] in boxes]
            found = self._shared[keys] = people, self._with_answers(boxes, asked, apart)
        return found

    def _with_answers(
        self, outcomes: Mapping[int, Outcome], asked: Sequence[_Asked], apart: AbstractSet[int]
    ) -> Mapping[int, Outcome]:
        """Return what follows from outcomes so far and some checks; whoever is not `apart` meets all of them."""
        answers = [self._verdicts[one.asks] for one in asked]
        return {
            number: overall([outcome, *[known[number][0] for known in answers]]) if number in apart else outcome
            for number, outcome in outcomes.items()
        }

    def _screened(self, asked: _Asked, judge: Judge, people: Sequence[Person], apart: set[int]) -> Sequence[Person]:
        """Leave out who fails what neither time (within the years looked at) nor learning mends.

        Who is left and does not meet it all the same is put into `apart`: there are few.
        """
        check, ask, records = asked.check, asked.judge, self._records
        known, never = self._verdicts[asked.asks], self._never.setdefault(asked.asks, set())
        left = []
        judged_before = known.get
        for person in people:
            number = person[0]  # the id: by its place in half the time, of everybody and for every check
            verdict = judged_before(number)
            if verdict is None:
                if number in never:
                    continue
                verdict = ask(person, records)
                if verdict[0] == "not_met" and not self._in_time(check, verdict, judge, person):
                    never.add(number)
                    continue
                known[number] = verdict
            if verdict[0] != "met":
                apart.add(number)
            left.append(person)
        return left

    def _reached(self, person: Person) -> bool:
        """Tell whether the box of who is in none of the succession group may be one: once a sanction is over or competency complete."""
        return person.id in self._records.sanctions or (self._closing and self._full_in(person))

    def _in_time(self, check: Check, verdict: Verdict, judge: Judge, person: Person) -> bool:
        if check.kind not in BY_TIME:
            return check.kind == COMPETENCY and self._closing
        if check.kind != "performance":
            on = waits(check, verdict, judge, person)
        else:
            # What time does about evaluations follows from their pattern, and the years spent away.
            alike = repr(check.required), *evaluated_as(self._records, person)
            if alike not in self._waits:
                self._waits[alike] = waits(check, verdict, judge, person)
            on = self._waits[alike]
        return on is not None and on <= self._limit

    def _remembered(self, check: Check, asked: Requirements, target: Target) -> _Asked:
        asks = _asks(check, target, asked)
        verdicts = self._verdicts.setdefault(asks, {})
        ask = check.question.judge
        counter = asked.counters.get(check.name)
        if counter is not None and check.kind == FIELD and isinstance(check.required, dict):
            ask = self._by_what_counts(ask, counter, check.required.get("years"))

        def judge(person: Person, records: Records) -> Verdict:
            found = verdicts.get(person.id)
            if found is None:
                found = verdicts[person.id] = ask(person, records)
            return found

        again = check._replace(question=Question(judge, check.question.trace))
        return _Asked(again, asks, ask, counter is not None)

    def _by_what_counts(self, ask: Judging, counter: Counter, years: object) -> Judging:
        """Sum a person's service once for all fields in which the same of the person's posts count: in most, none does."""
        counting, known = counter.counting(self._records), self._served.setdefault(years, {})

        def judge(person: Person, records: Records) -> Verdict:
            counted = tuple([counting[posting[2]] for posting in records.postings.get(person.id, ())])
            found = known.get((person.id, counted))
            if found is None:
                found = known[person.id, counted] = ask(person, records)
            return found

        return judge

    def _later(self, judge: Judge, excluded: Iterable[Judged]) -> tuple[list[Ready], list[Ready], list[Ready]]:
        """Return who will be ready by time, by time and learning, and who would be by time if what is not known were well."""
        names, kinds = judge.names(), judge.kinds()
        patterns: dict[tuple[str, ...], tuple[frozenset[str] | None, frozenset[str]]] = {}
        soon, closable, perhaps = [], [], []
        for judged in excluded:
            outcomes = tuple([verdict[0] for verdict in judged.verdicts])
            if outcomes not in patterns:
                patterns[outcomes] = _closable(kinds, outcomes), _open(names, kinds, outcomes)
            failing, unknown = patterns[outcomes]
            if failing is not None and COMPETENCY not in failing and (BOX not in failing or "discipline" in failing):
                on = day_by_time(judge, judged, self._limit)
                if on is not None:
                    soon.append(self._ready(judge, judged, on))
                    continue
            if unknown:
                on = day_by_time(judge, judged, self._limit, assumed=unknown)
                if on is not None:
                    perhaps.append(self._ready(judge, judged, on))
                    continue
            if failing is not None and self._closing and failing & {COMPETENCY, BOX} and self._full_in(judged.person):
                on = self._by_time(judge, judged, failing)
                if on is not None:
                    closable.append(self._ready(judge, judged, on if on > self._setting.as_of else None))
        return soon, closable, perhaps

    def _full_in(self, person: Person) -> bool:
        """Tell whether the box would be one of the succession group if competency were met in full."""
        boxes = self._full_boxes.get(person.id)
        if boxes is None:
            boxes = self._full_boxes[person.id] = self._full.talent(person, self._records).boxes
        allowed = self._setting.policy.eligibility.boxes
        return all(box in allowed for box in boxes)

    def _by_time(self, judge: Judge, judged: Judged, failing: frozenset[str]) -> date | None:
        """Return the day by which time does all but the competency."""
        if not failing - {COMPETENCY, BOX}:
            return self._setting.as_of
        assumed = (BOX, *(check.name for check in judge.asked.deciding if check.kind == COMPETENCY))
        return day_by_time(judge, judged, self._limit, assumed=assumed)


class _Remembering(Scorer):
    """A scorer that measures each person once, whatever the post."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        self._known: dict[int, Talent] = {}

    def talent(self, person: Person, records: Records) -> Talent:
        found = self._known.get(person.id)
        if found is None:
            found = self._known[person.id] = Scorer.talent(self, person, records)
        return found


def _full(setting: Setting) -> Scorer:
    """Return a scorer that gives everyone full points for competency."""
    scorer = Scorer(setting)

    def full(points: Points) -> Callable[[Person, Records], Points | None]:
        return lambda person, records: (points[1], points[1], points[2])

    components = setting.policy.components
    scorer.potential = [
        part._replace(measured=full(part.bounds)) if components[part.name].measure == COMPETENCY else part
        for part in scorer.potential
    ]
    return scorer


def _order(ready: Ready) -> tuple[date, int, str]:
    return ready.on or date.min, -(ready.box or 0), ready.person.nip


def _closable(kinds: Sequence[str], outcomes: Sequence[str]) -> frozenset[str] | None:
    """Return what is not met where time, competency or both could close all of it; None where something else is missing."""
    failing = frozenset(kind for kind, outcome in zip(kinds, outcomes, strict=True) if outcome != "met")
    if failing - BY_TIME - {COMPETENCY, BOX}:
        return None
    # What is not known is no gap to close but data to bring.
    sure = all(outcome != "unknown" for kind, outcome in zip(kinds, outcomes, strict=True) if kind in (COMPETENCY, BOX))
    return failing if sure else None


def _open(names: Sequence[str], kinds: Sequence[str], outcomes: Sequence[str]) -> frozenset[str]:
    """Return the names of what is not known, where time could do all that is not met; nothing where something else is missing."""
    not_met = frozenset(kind for kind, outcome in zip(kinds, outcomes, strict=True) if outcome == "not_met")
    if not_met - BY_TIME - {BOX} or (BOX in not_met and "discipline" not in not_met):
        return frozenset()
    return frozenset(name for name, outcome in zip(names, outcomes, strict=True) if outcome == "unknown")


def _standard(target: Target) -> object:
    profile = target.profile
    return profile.nine, tuple(sorted(profile.technical.items()))


def _asks(check: Check, target: Target, asked: Requirements) -> object:
    """Return what makes two checks of different posts the same question."""
    own: object = None
    if check.kind in ALIKE and not (asked.moves is not None and waived(check, asked.moves)):
        return check.kind, repr(check.required)
    if check.kind == COMPETENCY:
        own = _standard(target)
    elif check.kind in OWN - {FIELD}:
        own = target.position_id
    return target.kind, target.own_law, check.name, repr(check.required), check.article, own


def _alike(target: Target, setting: Setting) -> object:
    """Return what makes the lists of two posts the same, but for their holders: all but what names and places the one post."""
    functional = setting.positions.group[target.kind] == "fungsional"
    asks = target._replace(
        position_id=target.position_id if functional else 0,
        name="",
        name_key="",
        golongan_article="",
        retirement_article="",
        unit_id=None,
        headcount=None,
        incumbents=(),
    )
    return *(value for name, value in zip(Target._fields, asks, strict=True) if name != "profile"), _standard(target)
