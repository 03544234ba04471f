"""The index of professionalism of one person: four sums of points, each with what earned it.

What is not known makes a range (`low`, `high`). That a person has no evaluation of a year is known, and earns what the law
says, once evaluations of that year are on record at all; before, nobody's is known.
"""

from collections.abc import Collection, Mapping
from typing import Any, Literal, NamedTuple

from asnkarier.core.bands import band_of
from asnkarier.core.rules.appraisal import Predicate
from asnkarier.core.rules.ip_asn import IpAsnRule, Track

Dimension = Literal["qualification", "competency", "performance", "discipline"]


class Measured(NamedTuple):
    """What the index asks of a person. None is not known, never no.

    `technical_jp` (1/10 000 JP) and `seminars` are those of the rule's months; `discipline` is the worst level of its years.
    """

    kind: str | None
    education: str | None
    leadership: Collection[str] | None
    functional: bool | None
    technical_jp: int | None
    seminars: int | None
    predicate: Predicate | None
    discipline: str | None
    """`none` where no row is on record; None where the register does not say so either."""
    worst_predicate: Predicate | None = None
    """The worst the year may be, where its evaluations leave it open; `predicate` is then the best."""
    discipline_complete: bool = True
    """False where the register does not reach to the day: it may have been worse."""
    leadership_complete: bool = True
    """False where there may be more leadership trainings than those on record."""
    year_recorded: bool = True
    """False where nobody's evaluation of the year is on record: then it is not known, not none."""


class Earned(NamedTuple):
    """Points of one part: what was measured, its value as a word or number, and the points for sure and at most."""

    part: str
    value: str | int | None
    low: int
    high: int


class Score(NamedTuple):
    """One of the four."""

    low: int
    high: int
    earned: tuple[Earned, ...]


class Index(NamedTuple):
    """The index of one person; `category` is None where the range crosses a border."""

    qualification: Score
    competency: Score
    performance: Score
    discipline: Score
    low: int
    high: int
    category: str | None


def index(rule: IpAsnRule, person: Measured, leadership: str | None) -> Index:
    """Score a person; `leadership` is the training that belongs to the level held, None where the level leads nobody."""
    qualification = _looked_up("education", person.education, rule.qualification)
    competency = _competency(rule, person, leadership)
    performance = _performance(rule, person)
    discipline = _discipline(rule, person)
    four = (qualification, competency, performance, discipline)
    low, high = sum(score.low for score in four), sum(score.high for score in four)
    lowest, highest = band_of(rule.categories, low), band_of(rule.categories, high)
    return Index(*four, low, high, lowest if lowest == highest else None)


def _looked_up(part: str, name: str | None, points: Mapping[Any, int]) -> Score:
    if name is None:
        return _score([Earned(part, None, min(points.values()), max(points.values()))])
    return _score([Earned(part, name, points[name], points[name])])


def _performance(rule: IpAsnRule, person: Measured) -> Score:
    best, worst = person.predicate, person.worst_predicate
    if best is None and not person.year_recorded:
        points = (rule.performance_none, *rule.performance.values())
        return _score([Earned("predicate", None, min(points), max(points))])
    if best is None:
        return _score([Earned("predicate", None, rule.performance_none, rule.performance_none)])
    high = rule.performance[best]
    if worst is None or worst == best:
        return _score([Earned("predicate", best, high, high)])
    return _score([Earned("predicate", None, rule.performance[worst], high)])


def _discipline(rule: IpAsnRule, person: Measured) -> Score:
    if person.discipline is None or person.discipline_complete:
        return _looked_up("discipline", person.discipline, rule.discipline)
    points: Mapping[Any, int] = rule.discipline
    return _score([Earned("discipline", None, min(points.values()), points[person.discipline])])


def _competency(rule: IpAsnRule, person: Measured, leadership: str | None) -> Score:
    track = rule.track(person.kind) if person.kind else None
    if track is None:
        return _score([Earned("position_kind", None, 0, rule.highest["competency"])])
    return _score(list(_parts(rule, track, person, leadership)))


def _parts(rule: IpAsnRule, track: Track, person: Measured, leadership: str | None) -> list[Earned]:
    parts = []
    if track.leadership is not None:
        done: bool | None = leadership in (person.leadership or ())
        if not done and (person.leadership is None or not person.leadership_complete):
            done = None
        parts.append(_part("leadership", leadership, done, track.leadership))
    if track.functional is not None:
        parts.append(_part("functional", None, person.functional, track.functional))
    enough = None if person.technical_jp is None else person.technical_jp >= rule.technical_jp
    parts.append(_part("technical", person.technical_jp, enough, track.technical))
    some = None if person.seminars is None else person.seminars > 0
    parts.append(_part("seminar", person.seminars, some, track.seminar))
    return parts


def _part(part: str, value: str | int | None, done: bool | None, points: int) -> Earned:
    return Earned(part, value, points if done else 0, 0 if done is False else points)


def _score(earned: list[Earned]) -> Score:
    return Score(sum(e.low for e in earned), sum(e.high for e in earned), tuple(earned))
