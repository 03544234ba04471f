"""How firm a shortlist stands: who enters and who leaves its first places where a weight or a cut-off is moved a little.

The people are judged by the shortlist's own rules under every neighbour of the policy; what a neighbour does not touch — the points
of the components, the checks of the law — is measured once.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from math import lcm
from typing import Literal, NamedTuple

from asnkarier.core.decide.check import Check, Outcome, Question, Verdict, at, overall
from asnkarier.core.decide.checks.competence import jpm_range
from asnkarier.core.decide.measures import Points, technical_range
from asnkarier.core.decide.records import Records
from asnkarier.core.decide.requirement import Requirements
from asnkarier.core.decide.shortlist import Judge, Judged, Ranked, Shortlist, ranked, shortlist
from asnkarier.core.decide.talent import Part
from asnkarier.core.decide.target import Setting
from asnkarier.core.defend.variants import CUT_OFF_STEP, Variant, variants
from asnkarier.core.person import Person
from asnkarier.core.rules.requirements import Form

_NOWHERE = 1 << 62
"""A place behind all others."""

_OUTCOMES: dict[Outcome, Verdict] = {outcome: Verdict(outcome, None) for outcome in ("met", "not_met", "unknown")}

Ask = Callable[[Setting], Requirements]
"""What the post asks under a setting."""


class Moved(NamedTuple):
    """Someone who enters or leaves the first places: the place before and after; None is not on the list."""

    person: Person
    before: int | None
    after: int | None


class Varied(NamedTuple):
    """The list under one neighbour of the policy."""

    variant: Variant
    eligible: int
    undetermined: int
    enters: tuple[Moved, ...]
    leaves: tuple[Moved, ...]

    @property
    def changes(self) -> bool:
        """Tell whether somebody enters or leaves the first places."""
        return bool(self.enters or self.leaves)


class Interval(NamedTuple):
    """A candidate's places: by the policy, the best and the worst of all neighbours, and on how many lists of theirs."""

    person: Person
    rank: int | None
    best: int
    worst: int
    listed: int
    in_top: int


class Possible(NamedTuple):
    """Someone undetermined, and the best place there could be if all that is missing turned out well."""

    person: Person
    rank: int


class Border(NamedTuple):
    """A line that decides, and how many stand within a point of it, for sure and, where their value is a range, possibly."""

    area: str
    name: str
    at: Points
    within: int
    possibly: int


class Stability(NamedTuple):
    """What all neighbours of a policy do to a list."""

    base: Shortlist
    top: int
    varied: list[Varied]
    intervals: list[Interval]
    possible: list[Possible]
    borders: list[Border]

    @property
    def changing(self) -> list[Varied]:
        """The neighbours under which the first places are other people's."""
        return [varied for varied in self.varied if varied.changes]

    @property
    def verdict(self) -> Literal["empty", "firm", "firm_but_open", "sensitive"]:
        """`firm`: no neighbour changes who stands in the first places; `firm_but_open`: but missing data could."""
        if self.changing:
            return "sensitive"
        if any(one.rank <= self.top for one in self.possible):
            return "firm_but_open"
        return "firm" if self.base.ranked else "empty"


def stability(judge: Judge, people: Iterable[Person], ask: Ask, top: int) -> Stability:
    """Make the list by the policy and by each of its neighbours, and compare the first `top` places."""
    base = shortlist(judge, people)
    neighbours = []
    for variant in variants(judge.setting.policy, judge.target):
        setting = judge.setting._replace(policy=variant.policy)
        neighbours.append((variant, setting, ask(setting)))
    everyone = [*(r.judged for r in base.ranked), *base.undetermined, *base.excluded]
    alike = _Alike(judge, everyone, [asked for _, _, asked in neighbours])
    tally = _Tally(base.ranked, alike, top)
    key = judge.target.name_key
    varied = []
    for variant, setting, asked in neighbours:
        other = alike.judge(setting, asked)
        varied.append(tally.add(variant, [other.judge(group[0].person) for group in alike.groups], key))
    lines = [*_borders(judge, alike.in_play), *_last_place(base.ranked, top)]
    return Stability(base, top, varied, tally.intervals(), _possible(base.ranked, base.undetermined), lines)


class _Alike:
    """Those whom a neighbour of the policy may touch, in groups of people who stand alike under every one of them.

    Who fails a requirement that no neighbour changes is on nobody's list. Of the others, those with the same points in every
    component, the same evaluations and the same answers are judged once, by the first of them.
    """

    def __init__(self, base: Judge, judged: Sequence[Judged], asked: Sequence[Requirements]) -> None:
        self._base = base
        records, wanted = base.records, base.target.profile.technical
        same = [c for c in base.asked.deciding if all(any(_same(c, o) for o in each.deciding) for each in asked)]
        names = {check.name for check in same}
        self._places = [place for place, name in enumerate(base.names()) if name in names]
        self.in_play = [j for j in judged if all(j.verdicts[p].outcome != "not_met" for p in self._places)]
        self._touched = [[c for c in each.deciding if c.name not in names] for each in asked]
        changed = [check.question.judge for each in self._touched for check in each]
        parts = {part.name: part.measured for part in (*base.scorer.performance, *base.scorer.potential)}
        groups: dict[object, list[Judged]] = {}
        self._points: dict[int, dict[str, Points | None]] = {}
        self._verdict: dict[int, Verdict] = {}
        for j in self.in_play:
            person = j.person
            points = tuple([measured(person, records) for measured in parts.values()])
            verdict = _OUTCOMES[overall([j.verdicts[place].outcome for place in self._places])]
            answers = tuple([judge(person, records).outcome for judge in changed])
            technical = technical_range(wanted, records.technical.get(person.id, {})) if wanted else None
            evaluated = base.scorer.evaluated_as(person, records)
            group = groups.setdefault((points, evaluated, verdict, answers, technical), [])
            if not group:
                self._points[person.id] = dict(zip(parts, points, strict=True))
                self._verdict[person.id] = verdict
            group.append(j)
        self.groups = list(groups.values())

    def judge(self, setting: Setting, asked: Requirements) -> Judge:
        """Return a judge of the first of each group by another policy, which measures nothing anew that is the same."""
        kept = Check("kept", Form("kept", ()), None, "", "high", Question(self._kept, at()))
        names = {self._base.names()[place] for place in self._places}
        checks = (kept, *(check for check in asked.deciding if check.name not in names))
        judge = Judge(self._base.target, asked._replace(checks=checks), setting, self._base.records)
        judge.scorer.performance = [self._part(part) for part in judge.scorer.performance]
        judge.scorer.potential = [self._part(part) for part in judge.scorer.potential]
        return judge

    def _kept(self, person: Person, records: Records) -> Verdict:
        return self._verdict[person.id]

    def _part(self, part: Part) -> Part:
        name, points = part.name, self._points

        def measured(person: Person, records: Records) -> Points | None:
            return points[person.id][name]

        return part._replace(measured=measured)


def _same(check: Check, other: Check) -> bool:
    """Tell whether two checks of a post ask the same."""
    return check.name == other.name and check.required == other.required


class _Tally:
    """Compares lists with the first, and keeps everyone's best and worst place."""

    def __init__(self, base: Sequence[Ranked], alike: _Alike, top: int) -> None:
        self._top = top
        self._groups = {group[0].person.id: [j.person for j in group] for group in alike.groups}
        self._base = {r.judged.person.id: r.rank for r in base}
        # Who stands alike shares a place on every list, the first one too.
        self._first = {number: self._base.get(number) for number in self._groups}
        self._best = {number: rank for number, rank in self._first.items() if rank is not None}
        self._worst = dict(self._best)
        self._listed: Counter[int] = Counter()
        self._in_top: Counter[int] = Counter()

    def add(self, variant: Variant, judged: Sequence[Judged], key: str) -> Varied:
        """Compare one list; who shares a place with the last of the first places is among them."""
        eligible = [j for j in judged if j.outcome == "met"]
        places: dict[int, int] = {}
        before = rank = last = 0
        for place in ranked(eligible, key):
            number = place.judged.person.id
            if place.rank != last:
                rank, last = before + 1, place.rank
            places[number] = rank
            before += len(self._groups[number])
        for number, found in places.items():
            self._best[number] = min(found, self._best.get(number, found))
            self._worst[number] = max(found, self._worst.get(number, found))
        self._listed.update(places.keys())
        first = {number for number, rank in self._first.items() if rank is not None and rank <= self._top}
        now = {number for number, rank in places.items() if rank <= self._top}
        self._in_top.update(now)
        undetermined = sum(len(self._groups[j.person.id]) for j in judged if j.outcome == "unknown")
        enters, leaves = self._moved(now - first, places), self._moved(first - now, places)
        return Varied(variant, before, undetermined, enters, leaves)

    def _moved(self, numbers: Iterable[int], places: dict[int, int]) -> tuple[Moved, ...]:
        moved = [
            Moved(person, self._first[number], places.get(number))
            for number in numbers
            for person in self._groups[number]
        ]
        return tuple(sorted(moved, key=lambda m: (m.after or _NOWHERE, m.before or _NOWHERE, m.person.nip)))

    def intervals(self) -> list[Interval]:
        """Return everyone who stands on any list, by place; who is on the policy's own list first."""
        found = [
            Interval(person, self._first[number], best, self._worst[number], self._listed[number], self._in_top[number])
            for number, best in self._best.items()
            for person in self._groups[number]
        ]
        return sorted(found, key=lambda i: (i.rank or _NOWHERE, i.best, i.person.nip))


def _possible(ranked: Sequence[Ranked], undetermined: Sequence[Judged]) -> list[Possible]:
    """Return the best possible place of everyone undetermined, beside what is sure of the others; the best first."""
    base = lcm(*{judged.score[2] for judged in (*(r.judged for r in ranked), *undetermined)})
    sure = sorted(-r.judged.score[0] * (base // r.judged.score[2]) for r in ranked)
    found = []
    for judged in undetermined:
        _, high, own = judged.score
        found.append(Possible(judged.person, 1 + bisect_left(sure, -high * (base // own))))
    return sorted(found, key=lambda p: (p.rank, p.person.nip))


def _near(points: Iterable[Points], at: Points) -> tuple[int, int]:
    """Count who stands within a point of a line, for sure and possibly."""
    within = possibly = 0
    line, _, line_base = at
    for low, high, base in points:
        below = (line - CUT_OFF_STEP * line_base) * base
        above = (line + CUT_OFF_STEP * line_base) * base
        least, most = low * line_base, high * line_base
        if below <= least and most <= above:
            within += 1
        elif least <= above and most >= below:
            possibly += 1
    return within, possibly


def _borders(judge: Judge, people: Sequence[Judged]) -> list[Border]:
    """Return the lines of the policy, with those near them of whom no check of the law decides."""
    policy, found = judge.setting.policy, []
    for area, axis, points in (
        ("performance", policy.performance, [j.talent.performance for j in people]),
        ("potential", policy.potential, [j.talent.potential for j in people]),
    ):
        for name, line in (("middle_from", axis.middle_from), ("high_from", axis.high_from)):
            at = (line, line, 1)
            found.append(Border(area, name, at, *_near(points, at)))
    if any(check.kind == "competency" for check in judge.asked.deciding):
        minimum = policy.eligibility.minimum_jpm
        at = (minimum, minimum, 1)
        found.append(Border("eligibility", "minimum_jpm", at, *_near(_jpms(judge, people), at)))
    return found


def _jpms(judge: Judge, people: Iterable[Judged]) -> Iterable[Points]:
    oldest = judge.setting.oldest_assessment
    for judged in people:
        assessed = judge.records.assessments.get(judged.person.id)
        if assessed is None or assessed.assessed_on < oldest:
            continue
        found = jpm_range(assessed, judge.target.profile, own=False)
        if found is not None:
            yield found


def _last_place(ranked: Sequence[Ranked], top: int) -> list[Border]:
    """Return the score of the last of the first places as a line; none where everyone has one of them."""
    inside = [r for r in ranked if r.rank <= top]
    if not inside or len(inside) == len(ranked):
        return []
    low, _, base = inside[-1].judged.score
    at = (low, low, base)
    # Places go by the sure part of the score; the last one itself is on the line.
    within, _ = _near(((s, s, b) for s, _, b in (r.judged.score for r in ranked)), at)
    return [Border("score", "last_place", at, within, 0)]
