"""Judging one person again, on another day and as if changes were made to what is on record: by the very same functions."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from asnkarier.core.decide.check import Check, Verdict
from asnkarier.core.decide.evaluated import decisive, years_counted
from asnkarier.core.decide.measures import Points
from asnkarier.core.decide.records import Assessment, Evaluated, Evaluation, PostClass, Posting, Records
from asnkarier.core.decide.remedies.change import Change
from asnkarier.core.decide.requirement import requirements
from asnkarier.core.decide.shortlist import Judge
from asnkarier.core.gap import oldest_valid
from asnkarier.core.numbers import SCALE
from asnkarier.core.person import Person

SERVED = "\0"
"""The name of a post that is only supposed; no real one bears it."""
YOUNG = 30


class Case:
    """One person with what is supposed to be on record, and the judge of the day."""

    __slots__ = ("_not_met", "judge", "person")

    def __init__(self, judge: Judge, person: Person) -> None:
        self.judge = judge
        self.person = person
        self._not_met: list[tuple[Check, Verdict]] | None = None

    @property
    def records(self) -> Records:
        """What is on record, or supposed to be."""
        return self.judge.records

    def failing(self, without: Collection[str]) -> list[tuple[Check, Verdict]]:
        """Return the checks that are not met, but for those named; the box is none of them."""
        if self._not_met is None:
            person, records = self.person, self.records
            asked = [(check, check.question.judge(person, records)) for check in self.judge.asked.deciding]
            self._not_met = [(check, verdict) for check, verdict in asked if verdict.outcome != "met"]
        return [(check, verdict) for check, verdict in self._not_met if check.name not in without]

    def in_box(self, given: Mapping[str, Points]) -> bool:
        """Tell whether every box that is possible is one of those allowed, with the points supposed for some components."""
        policy = self.judge.setting.policy
        scorer = self.judge.scorer
        # Another predicate than on record also lifts the ceiling that the last one sets.
        capped = not any(policy.components[name].measure == "predicate" for name in given)
        talent = (
            scorer.supposing(self.person, self.records, given, ceiling=capped)
            if given
            else scorer.talent(self.person, self.records)
        )
        return all(box in policy.eligibility.boxes for box in talent.boxes)

    def after(self, change: Change) -> "Case":
        """Return the case with one change more."""
        return supposed(self, [change], self.judge.setting.as_of)


def alone(judge: Judge, person: Person) -> Judge:
    """Return a judge who knows the posts of one person only: judging again then costs no more for a large institution."""
    records = judge.records
    held = records.postings.get(person.id, ())
    numbers = sorted({posting.of for posting in held})
    places = {number: place for place, number in enumerate(numbers)}
    own = replace(
        records,
        classes=[records.classes[number] for number in numbers],
        postings={person.id: [posting._replace(of=places[posting.of]) for posting in held]},
    )
    return judge_on(judge, own, judge.setting.as_of)


def judge_on(judge: Judge, records: Records, day: date) -> Judge:
    """Return a judge of the same post by the same rules, for another day and other records.

    What a post asks on a day is put together once for all people whose evaluations have the same patterns.
    """
    key = day, None if records.patterns is judge.patterns else tuple(records.patterns)
    known = judge.known.get(key)
    if known is None:
        setting = judge.setting
        if day != setting.as_of:
            oldest = oldest_valid(day, setting.assessment.valid_years)
            setting = setting._replace(as_of=day, oldest_assessment=oldest)
        asked = judge.asked
        if asked.careers is not None:
            asked = requirements(asked.sets, judge.target, setting, asked.careers)
        known = judge.known[key] = Judge(judge.target, asked, setting, records)
        known.patterns, known.known = judge.patterns, judge.known
    return known.knowing(records)


def reaching(records: Records, since: date, day: date, registers: Collection[str] | None = None) -> Records:
    """Return records whose registers reach to a later day: those named, else every one that reaches to `since`."""
    later = later_registers(records, since, day) if registers is None else registers
    if not later:
        return records
    reach = dict(records.coverage)
    last = day.isoformat()
    for kind in later:
        spans = reach.get(kind) or (("", last),)
        # The last span alone grows: no later one is there that it could touch.
        reach[kind] = (*spans[:-1], (spans[-1][0], max(last, spans[-1][1])))
    return replace(records, coverage=reach)


def later_registers(records: Records, since: date, day: date) -> list[str]:
    """Return the registers that reach to `since`, but not to `day`."""
    first, last = since.isoformat(), day.isoformat()
    return [kind for kind, spans in records.coverage.items() if spans and first <= spans[-1][1] < last]


def supposed(case: Case, changes: Iterable[Change], day: date) -> Case:
    """Return the case on a day, with what the changes ask for on record."""
    person, records = case.person, case.records
    for change in changes:
        person, records = _made(change, person, records, case.judge, day)
    return Case(judge_on(case.judge, records, day), person)


def with_assessment(records: Records, person: Person, levels: int, day: date) -> Records:
    """Return records with an assessment of the day whose nine levels add to `levels`; other things it told stay."""
    before = records.assessments.get(person.id)
    potential = before.potential if before is not None else None
    return replace(records, assessments={person.id: Assessment(day.isoformat(), 0, None, potential, levels, 9)})


def with_evaluations(records: Records, person: Person, years: Collection[int], predicate: str) -> Records:
    """Return records with one annual evaluation for each of the years."""
    rows = tuple(r for r in records.patterns[records.pattern(person.id)] if r.year not in years)
    more = tuple(Evaluation(year, "annual", "", None, None, predicate) for year in sorted(years))
    pattern = (*rows, *more)
    # Where their rows stand is not asked of what is only supposed.
    return replace(records, patterns=[(), pattern], evaluations={person.id: Evaluated(1, (0,) * len(pattern))})


def missing_years(case: Case, count: int) -> list[int]:
    """Return the years of evaluations that count on the day of the case and are not on record."""
    rows = case.records.patterns[case.records.pattern(case.person.id)]
    grace = case.judge.setting.policy.eligibility.grace_until
    years, _ = years_counted(rows, case.judge.setting.as_of, count, grace)
    away = case.records.away.get(case.person.id, ())
    return sorted(year for year in years if not decisive(rows, year) and year not in away)


def _made(change: Change, person: Person, records: Records, judge: Judge, day: date) -> tuple[Person, Records]:
    """Make one change; one that is no datum of the person (a vacancy, a certificate) leaves everything as it is."""
    needs: Mapping[str, Any] = change.needs
    check = change.of
    if not change.possible:
        return person, records
    if check == "status" and needs.get("to"):
        return person._replace(employee_kind=needs["to"][0]), records
    if check == "education" and "to" in needs:
        return person._replace(education=str(needs["to"])), records
    if check in ("rank", "golongan") and isinstance(needs.get("to"), dict):
        return person._replace(golongan=needs["to"]["at_least"]), records
    if check in ("age", "retirement_age"):
        born = date(day.year - YOUNG, day.month, 1).isoformat()
        return person._replace(birth_date=born), records
    if check == "performance":
        years = needs.get("evaluations") or needs.get("years") or ()
        return person, with_evaluations(records, person, years, str(needs["at_least"])) if years else records
    if check == "competency" and "levels" in needs:
        levels = round(needs["levels"] * SCALE)
        return person, with_assessment(records, person, levels, max(day, judge.setting.as_of))
    if check == "discipline" and needs.get("record") == "discipline":
        return person, replace(records, coverage={**records.coverage, "discipline": [("", day.isoformat())]})
    if check == "discipline" and needs.get("record") == "ends_on":
        ended = [
            s if s.until else s._replace(since=s.decided_on, until=s.decided_on) for s in records.sanctions[person.id]
        ]
        return person, replace(records, sanctions={person.id: ended})
    if change.on is None and "years" in needs:
        return person, _having_served(needs, person, records, judge)
    return person, records


def _having_served(needs: Mapping[str, Any], person: Person, records: Records, judge: Judge) -> Records:
    """Return records in which the person has served as many years as asked for, before anything that is on record."""
    held = records.postings.get(person.id, ())
    first = min([posting.since for posting in held], default=judge.setting.as_of.toordinal())
    kinds = needs.get("kinds") or (None,)
    family = needs.get("family")
    name = str(family) if family else SERVED
    post = PostClass(kinds[0] or "pelaksana", needs.get("job_family") or judge.target.family, name)
    until = date.fromordinal(first) - timedelta(days=1)
    since = date(until.year - int(needs["years"]) - 1, 1, 1).toordinal()
    posting = Posting(since, until.toordinal(), len(records.classes), True, -1)
    return replace(records, classes=[*records.classes, post], postings={person.id: [posting, *held]})
