"""The index of professionalism of one person: four sums of points, each with what earned it.

What is not known makes a range (`low`, `high`). That a person has no evaluation of a year is known, and earns what the law
says, once evaluations of that year are on record at all; before, nobody's is known. Who was evaluated in parts of the year has
an evaluation, whose annual result is open.
"""

from collections.abc import Collection, Mapping
from typing import Any, Literal, NamedTuple

from asnkarier.core.bands import band_of
from asnkarier.core.rules.appraisal import Predicate
from asnkarier.core.rules.ip_asn import IpAsnRule, Track

Dimension = Literal["qualification", "competency", "performance", "discipline"]


NO_ANNUAL = "no_annual"
"""Evaluated in parts of the year alone: the annual evaluation is decided on its own and is not on record."""


class Possible(NamedTuple):
    """A training that may count in several parts, and counts in one alone: where it earns most."""

    level: str | None
    """The leadership training it may be; '' any, None none."""
    functional: bool
    technical_jp: int | None
    """The hours (1/10 000 JP) it may bring as a technical training, 0 none; None where they are not known."""
    seminar: bool


class Open(NamedTuple):
    """Trainings of which it is not known what each was, beside the technical JP and the seminars that are nothing else."""

    technical_jp: int
    seminars: int
    trainings: tuple[Possible, ...]


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
    open: Open | None = None
    """The trainings that leave parts open, where the register is complete but for what they were."""
    year_recorded: bool = True
    """False where nobody's evaluation of the year is on record: then it is not known, not none."""
    parts_alone: bool = False
    """Evaluated in parts of the year, with no annual evaluation yet: the law leaves every predicate, but not that there was none."""
    highest_education: str | None = None
    """The highest that the education may be; another one than `education` where the day of a graduation is not known."""


class Earned(NamedTuple):
    """Points of one part: what was measured, its value as a word or number, and the points for sure and at most."""

    part: str
    value: str | int | None
    low: int
    high: int
    why: str = ""
    """Why the value is not known, where that is more than a missing datum."""


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
    qualification = _qualification(rule, person)
    competency = _competency(rule, person, leadership)
    performance = _performance(rule, person)
    discipline = _discipline(rule, person)
    four = (qualification, competency, performance, discipline)
    low, high = sum(score.low for score in four), sum(score.high for score in four)
    lowest, highest = band_of(rule.categories, low), band_of(rule.categories, high)
    return Index(*four, low, high, lowest if lowest == highest else None)


def _qualification(rule: IpAsnRule, person: Measured) -> Score:
    low, high = person.education, person.highest_education
    if low is None or high is None or low == high:
        return _looked_up("education", low, rule.qualification)
    points: Mapping[Any, int] = rule.qualification
    return _score([Earned("education", None, points[low], points[high])])


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
    return _score([Earned("predicate", None, rule.performance[worst], high, NO_ANNUAL if person.parts_alone else "")])


def _discipline(rule: IpAsnRule, person: Measured) -> Score:
    if person.discipline is None or person.discipline_complete:
        return _looked_up("discipline", person.discipline, rule.discipline)
    points: Mapping[Any, int] = rule.discipline
    return _score([Earned("discipline", None, min(points.values()), points[person.discipline])])


def _competency(rule: IpAsnRule, person: Measured, leadership: str | None) -> Score:
    track = rule.track(person.kind) if person.kind else None
    if track is None:
        return _score([Earned("position_kind", None, 0, rule.highest["competency"])])
    parts = _parts(rule, track, person, leadership)
    return _score(parts) if person.open is None else _score(parts, _most(rule, track, person, leadership, person.open))


def _most(rule: IpAsnRule, track: Track, person: Measured, leadership: str | None, left: Open) -> int:
    """Return the most that the trainings earn together, whatever each was, each counted once."""
    own, own_sure, for_own = 0, False, []
    if track.leadership is not None:
        own, own_sure = track.leadership, leadership in (person.leadership or ())
        for_own = [t for t in left.trainings if leadership is not None and t.level in ("", leadership)]
    elif track.functional is not None:
        own, own_sure = track.functional, person.functional is True
        for_own = [t for t in left.trainings if t.functional]
    for_seminar = [t for t in left.trainings if t.seminar]
    most = 0
    for first in [None] if own_sure else [None, *_fewest_hours(for_own)]:
        for second in [None] if left.seminars else [None, *_fewest_hours(for_seminar)]:
            if first is second is not None:
                continue
            rest = [t.technical_jp for t in left.trainings if t is not first and t is not second]
            hours = left.technical_jp + sum(jp or 0 for jp in rest)
            points = track.technical if None in rest or hours >= rule.technical_jp else 0
            points += own if own_sure or first is not None else 0
            points += track.seminar if left.seminars or second is not None else 0
            most = max(most, points)
    return most


def _fewest_hours(trainings: list[Possible]) -> list[Possible]:
    """Return the two that are missed least among the hours: with two parts to give away, no other is needed."""
    return sorted(trainings, key=lambda t: (t.technical_jp is None, t.technical_jp or 0))[:2]


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


def _score(earned: list[Earned], high: int | None = None) -> Score:
    return Score(sum(e.low for e in earned), sum(e.high for e in earned) if high is None else high, tuple(earned))
