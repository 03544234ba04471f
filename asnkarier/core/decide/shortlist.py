"""The list for a post: everyone considered is judged, the eligible are ranked, the others counted with their reasons."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from copy import copy
from datetime import date
from functools import cached_property
from hashlib import sha256
from math import lcm
from typing import Any, NamedTuple

from asnkarier.core.decide.check import Outcome, Verdict, overall
from asnkarier.core.decide.measures import Points
from asnkarier.core.decide.records import Evaluation, Records
from asnkarier.core.decide.requirement import Requirements
from asnkarier.core.decide.talent import Scorer, Talent, target_score, target_share
from asnkarier.core.decide.target import Setting, Target
from asnkarier.core.person import Person

BOX = "box"


class Judged(NamedTuple):
    """One person judged for the post: the verdicts of the deciding checks in their order, the box's last."""

    person: Person
    outcome: Outcome
    verdicts: tuple[Verdict, ...]
    talent: Talent
    score: Points


class Ranked(NamedTuple):
    """An eligible person's place; `tied` where no stated rule tells the person from the one before or after."""

    rank: int
    tied: bool
    judged: Judged
    best: int
    worst: int
    """Between which ranks, both included, the person may stand once all scores are known: the rank itself, but where ranges overlap."""


class Shortlist(NamedTuple):
    """The list: the eligible ranked, the undetermined and the excluded apart, and how many fail each check."""

    ranked: list[Ranked]
    undetermined: list[Judged]
    excluded: list[Judged]
    failing: dict[str, int]
    unknown: dict[str, int]

    @property
    def considered(self) -> int:
        """How many people were judged."""
        return len(self.ranked) + len(self.undetermined) + len(self.excluded)


def box_verdict(talent: Talent, allowed: Sequence[int]) -> Verdict:
    """Judge the box: by every box that is possible."""
    inside = [box in allowed for box in talent.boxes]
    outcome: Outcome = "met" if all(inside) else "unknown" if any(inside) else "not_met"
    return Verdict(outcome, talent.boxes[0] if len(talent.boxes) == 1 else sorted(set(talent.boxes)))


class Judge:
    """Judges people for one post."""

    def __init__(self, target: Target, asked: Requirements, setting: Setting, records: Records) -> None:
        """Make ready the checks and the scorer."""
        setting = setting.of_post(target.kind)
        self.target = target
        self.asked = asked
        self.setting = setting
        self.asks_box = setting.asks_box(target.kind)
        self.records = records
        self._deciding = [check.question.judge for check in asked.deciding]
        self._allowed = frozenset(setting.policy.eligibility.boxes)
        self._boxes: dict[tuple[int, ...], Verdict] = {}
        # Where the post asks no technical competency, whatever a person has of it leaves the talent as the score.
        self._technical = target_share({}, target, setting) is not None
        self._overall: dict[tuple[Outcome, ...], Outcome] = {}
        self._first: Judge | None = None
        self.patterns = records.patterns
        self.known: dict[tuple[date, tuple[tuple[Evaluation, ...], ...] | None], Judge] = {}
        """Judges of the same post on a day, for these patterns of evaluations (None) or others; see `remedies.again`."""
        self.by_pattern: dict[tuple[str, int, frozenset[int]], Any] = {}
        """What checks of evaluations need, by their names and the pattern of the evaluations; see `remedies.needs`."""

    @cached_property
    def scorer(self) -> Scorer:
        """The scorer of the policy, made when it is first asked: many a judge of one person never asks."""
        return Scorer(self.setting) if self._first is None else self._first.scorer

    def knowing(self, records: Records) -> "Judge":
        """Return the judge of other records with the same patterns of evaluations, by which answers are remembered."""
        other = copy(self)
        other.records, other._first = records, self
        return other

    def judge(self, person: Person) -> Judged:
        """Judge one person."""
        records = self.records
        verdicts = [check(person, records) for check in self._deciding]
        talent = self.scorer.talent(person, records)
        box = self._boxes.get(talent.boxes)
        if box is None:
            box = self._boxes[talent.boxes] = box_verdict(talent, tuple(self._allowed))
        verdicts.append(box)
        outcomes = tuple([verdict[0] for verdict in verdicts])
        outcome = self._overall.get(outcomes)
        if outcome is None:
            outcome = self._overall[outcomes] = overall(outcomes)
        return Judged(person, outcome, tuple(verdicts), talent, self._score(person, talent))

    def eligible(self, people: Iterable[Person]) -> list[list[tuple[Talent, list[Person]]]]:
        """Rank people who are known to meet every check and the box, without asking again, as `ranked` does.

        Whom no stated rule tells apart is in one group, not drawn by lot yet: of each talent those who have it.
        """
        # By the very object of the talent, which everyone of the same points is given: what ranks them is then worked out once.
        alike: dict[tuple[int, Points | None], list[Person]] = {}
        firsts: list[tuple[Judged, list[Person]]] = []
        talent_of, records, technical = self.scorer.talent, self.records, self._technical
        for person in people:
            talent = talent_of(person, records)
            score = self._score(person, talent) if technical else None
            found = alike.get((id(talent), score))
            if found is None:
                found = alike[id(talent), score] = []
                firsts.append((Judged(person, "met", (), talent, score or talent.value), found))
            found.append(person)
        groups: dict[tuple[int, int, int], list[tuple[Talent, list[Person]]]] = {}
        for key, (first, found) in zip(_keys([first for first, _ in firsts]), firsts, strict=True):
            groups.setdefault(key, []).append((first.talent, found))
        return [groups[key] for key in sorted(groups, reverse=True)]

    def _score(self, person: Person, talent: Talent) -> Points:
        if not self._technical:
            return talent.value
        return target_score(talent, self.records.technical.get(person.id, {}), self.target, self.setting)

    def names(self) -> list[str]:
        """Return the names of the deciding checks, in the order of the verdicts."""
        return [*(check.name for check in self.asked.deciding), BOX]

    def kinds(self) -> list[str]:
        """Return what the deciding checks are by their forms, in the order of the verdicts."""
        return [*(check.kind for check in self.asked.deciding), BOX]


def shortlist(judge: Judge, people: Iterable[Person]) -> Shortlist:
    """Judge `people` and rank the eligible."""
    eligible: list[Judged] = []
    undetermined: list[Judged] = []
    excluded: list[Judged] = []
    into = {"met": eligible, "unknown": undetermined, "not_met": excluded}
    for person in people:
        judged = judge.judge(person)
        into[judged.outcome].append(judged)
    key = judge.target.name_key
    return Shortlist(
        overlapping(ranked(eligible, key)),
        in_order(undetermined, key),
        excluded,
        _counted(excluded, judge.names(), "not_met"),
        _counted(undetermined, judge.names(), "unknown"),
    )


def _counted(people: Iterable[Judged], names: Sequence[str], wanted: Outcome) -> dict[str, int]:
    """Count how many people have the outcome at each check; one person may at several."""
    patterns = Counter([tuple([verdict[0] for verdict in judged.verdicts]) for judged in people])
    counts = dict.fromkeys(names, 0)
    for pattern, count in patterns.items():
        for name, outcome in zip(names, pattern, strict=True):
            if outcome == wanted:
                counts[name] += count
    return {name: count for name, count in counts.items() if count}


def lot(person: Person, key: str) -> str:
    """Return what orders people whom no rule tells apart: drawn from NIP and post, without meaning and always the same."""
    return sha256(f"{key}|{person.nip}".encode()).hexdigest()


def _keys(people: Sequence[Judged]) -> list[tuple[int, int, int]]:
    """Return what ranks people, higher first: the sure part of score, performance, potential, on common denominators."""
    columns = _columns(people)
    by_score, by_performance, by_potential = [lcm(*{p[2] for p in column}) if people else 1 for column in columns]
    return [
        (one[0] * (by_score // one[2]), two[0] * (by_performance // two[2]), three[0] * (by_potential // three[2]))
        for one, two, three in zip(*columns, strict=True)
    ]


def _columns(people: Sequence[Judged]) -> list[list[Points]]:
    return [
        [j.score for j in people],
        [j.talent.performance for j in people],
        [j.talent.potential for j in people],
    ]


def ranked(people: Sequence[Judged], key: str) -> list[Ranked]:
    """Rank by the sure part of the score, then of performance, then of potential; who is equal in all shares the rank."""
    keyed = sorted(
        zip(_keys(people), people, strict=True), key=lambda pair: ([-k for k in pair[0]], lot(pair[1].person, key))
    )
    result: list[Ranked] = []
    counts = Counter(k for k, _ in keyed)
    first: dict[tuple[int, int, int], int] = {}
    for place, (found, judged) in enumerate(keyed, 1):
        rank = first.setdefault(found, place)
        result.append(Ranked(rank, counts[found] > 1, judged, rank, rank))
    return result


def overlapping(places: list[Ranked]) -> list[Ranked]:
    """Return a ranked list with the places that are possible for each where scores are ranges.

    Ahead for sure is whose lowest score is higher than the person's highest, and who is placed before by performance or potential
    where both scores are known and equal. Where one of two equal ends is a range's, either may come first.
    """
    scores = [place.judged.score for place in places]
    if all(low == high for low, high, _ in scores):
        return places
    base = lcm(*{divisor for *_, divisor in scores})
    ends = [(low * (base // divisor), high * (base // divisor)) for low, high, divisor in scores]
    lows, highs = sorted(low for low, _ in ends), sorted(high for _, high in ends)
    open_highs = sorted(high for low, high in ends if low != high)
    known: dict[int, list[int]] = {}
    """Of each score that is known the ranks of those who have it, the first first."""
    for place, (low, high) in zip(places, ends, strict=True):
        if low == high:
            known.setdefault(low, []).append(place.rank)
    result = []
    for place, (low, high) in zip(places, ends, strict=True):
        surely = len(lows) - bisect_right(lows, high)
        if low == high:
            equal = bisect_left(known[low], place.rank)
            reaching = bisect_right(open_highs, low) - bisect_left(open_highs, low)
            best = 1 + surely + equal
            worst = 1 + len(highs) - bisect_right(highs, low) + reaching + equal
        else:
            # The person's own highest score is among those that reach the lowest.
            best, worst = 1 + surely, len(highs) - bisect_left(highs, low)
        result.append(place._replace(best=best, worst=worst) if best != worst else place)
    return result


def in_order(people: Sequence[Judged], key: str) -> list[Judged]:
    """Order people who are not ranked: by the same rules."""
    keyed = sorted(
        zip(_keys(people), people, strict=True), key=lambda pair: ([-k for k in pair[0]], lot(pair[1].person, key))
    )
    return [judged for _, judged in keyed]
