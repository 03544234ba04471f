"""Career paths: which posts come next, how ready someone is, and the posts on the way to a far goal with their dates."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from asnkarier.core.anniversary import anniversary, days_of_years
from asnkarier.core.decide.check import Outcome
from asnkarier.core.decide.experience import Experience
from asnkarier.core.decide.remedies.change import DUTY, Change
from asnkarier.core.rank.retirement import RetirementAge, retirement
from asnkarier.core.rules.positions import LADDERS, PositionKind, PositionRule, below
from asnkarier.core.rules.requirements import PostService, RequirementSet

Move = Literal["horizontal", "vertical", "diagonal"]
MOST_STEPS = 8
UNDATED = frozenset({"education", "status", DUTY})
"""Checks whose change nobody can date, where it has no day of its own."""
LIMITS = frozenset({"age", "retirement"})
"""Checks whose line the way itself is measured by (`age_limits`)."""


class Readiness(NamedTuple):
    """How many of the deciding checks are met, and how many are not known."""

    met: int
    unknown: int
    asked: int

    @property
    def percent(self) -> int:
        """What is surely met, in percent, rounded down: 100 only when everything is."""
        return 100 * self.met // self.asked if self.asked else 100

    @property
    def possible(self) -> int:
        """What may be met at most, in percent, counting what is not known as met."""
        return 100 * (self.met + self.unknown) // self.asked if self.asked else 100


def readiness(outcomes: Iterable[Outcome]) -> Readiness:
    """Count outcomes."""
    found = list(outcomes)
    return Readiness(found.count("met"), found.count("unknown"), len(found))


def moves(kind: PositionKind, other: PositionKind, rule: PositionRule) -> Move | None:
    """Name the move from one kind to another: only to the same level or the next one above; None for anything else."""
    if rule.rung[kind] == rule.rung[other]:
        if rule.standing(kind, other) == 0:
            return "horizontal"
        return "vertical" if kind == below(other) else None
    above = [rung for rung in rule.rung.values() if rung > rule.rung[kind]]
    if not above or rule.rung[other] != min(above):
        return None
    return "vertical" if rule.group[kind] == rule.group[other] else "diagonal"


def chain(start: int, goal: int, leads_to: Callable[[int], Sequence[int]]) -> list[int] | None:
    """Return the posts from the first after `start` to `goal` along `leads_to`, the shortest way; None where there is none."""
    before: dict[int, int] = {start: start}
    waiting = [start]
    for _ in range(MOST_STEPS):
        found = []
        for here in waiting:
            for there in leads_to(here):
                if there not in before:
                    before[there] = here
                    found.append(there)
        if goal in before:
            way = [goal]
            while before[way[-1]] != start:
                way.append(before[way[-1]])
            return way[::-1]
        waiting = found
    return None


def ladder(kind: PositionKind, goal: PositionKind, rule: PositionRule) -> list[PositionKind]:
    """Return the kinds of post from the next above `kind` up to `goal`: one a rung, of the goal's group where there is one."""
    for levels in LADDERS:
        if rule.rung[kind] == rule.rung[goal] and kind in levels and goal in levels:
            return list(levels[levels.index(kind) + 1 : levels.index(goal) + 1])
    group = rule.group[goal]
    steps: list[PositionKind] = []
    for rung in sorted({r for r in rule.rung.values() if rule.rung[kind] < r < rule.rung[goal]}):
        kinds = [k for k, r in rule.rung.items() if r == rung]
        same = [k for k in kinds if rule.group[k] == group] or [k for k in kinds if rule.group[k] != "fungsional"]
        steps.append((same or kinds)[0])
    return [*steps, goal]


def service_asked(required: RequirementSet) -> PostService | None:
    """Return the longest service in posts that the law asks before a post with these requirements; None where it asks none."""
    return max((r for r in required.requirements if isinstance(r, PostService)), key=lambda r: r.years, default=None)


def counts(kind: PositionKind, asked: PostService, rule: PositionRule) -> bool:
    """Tell whether service in a kind of post is service of the level asked."""
    return any(rule.at_least(kind, wanted) for wanted in asked.kinds)


class Limit(NamedTuple):
    """A day from which on a post can no longer be given: the pension has begun, or the age line is passed."""

    by: Literal["retirement", "age"]
    line: date


class Blocked(NamedTuple):
    """Why a post is out of reach: its earliest day lies on the limit or after it."""

    by: Literal["retirement", "age"]
    line: date
    would_be: date


class Stage(NamedTuple):
    """One post on the way: from when it can be held at the earliest, and after how many years of service of the level asked.

    `earliest` is None where it is not known, where the post is out of reach, and after a post that is; `after_years` is None
    where no service is asked, or what was served before is enough.
    """

    kind: PositionKind
    earliest: date | None
    after_years: int | None
    blocked: Blocked | None = None


def stages(
    kinds: Sequence[PositionKind],
    first: date | None,
    sets: Mapping[PositionKind, RequirementSet],
    rule: PositionRule,
    not_before: Sequence[date | None] = (),
    limits: Sequence[Sequence[Limit]] = (),
    served: Mapping[PositionKind, Experience] | None = None,
    as_of: date | None = None,
) -> list[Stage]:
    """Return the way with its dates: the first post on `first`, each later one after the years of service the law asks.

    `served` is what counts of it up to `as_of` already, by the kind of post that asks it. `not_before` and `limits` have one
    entry a post: the day before which something else forbids it, and from when it is too late.
    """
    result: list[Stage] = []
    day = first
    for place, kind in enumerate(kinds):
        asked = service_asked(sets[kind]) if place else None
        years = None
        if asked is not None and day is not None:
            before = (served or {}).get(kind)
            missing = _missing(asked, kinds[:place], [stage.earliest for stage in result], rule, before, as_of)
            years = asked.years if missing else None
            if missing and counts(kinds[place - 1], asked, rule):
                day += timedelta(days=missing)
        elif asked is not None and counts(kinds[place - 1], asked, rule):
            years = asked.years
        floor = not_before[place] if place < len(not_before) else None
        if day is not None and floor is not None:
            day = max(day, floor)
        reached = [
            limit for limit in (limits[place] if place < len(limits) else ()) if day is not None and day >= limit.line
        ]
        blocked = None
        if reached and day is not None:
            nearest = min(reached, key=lambda limit: limit.line)
            blocked, day = Blocked(nearest.by, nearest.line, day), None
        result.append(Stage(kind, day, years, blocked))
    return result


def _missing(
    asked: PostService,
    kinds: Sequence[PositionKind],
    days: Sequence[date | None],
    rule: PositionRule,
    served: Experience | None,
    as_of: date | None,
) -> int:
    """Return how many days of service are missing still on the day of the last of these posts: days are laid end to end."""
    begun = [day for day in days if day is not None]
    count = first = 0
    if served is not None and served.days:
        count, first = served.days, served.first
        if served.going_on and as_of is not None:
            # The present post goes on to count until the first of these.
            count += (begun[0] - as_of).days
    for place, kind in enumerate(kinds):
        if counts(kind, asked, rule):
            first = first or begun[place].toordinal()
            if place + 1 < len(begun):
                count += (begun[place + 1] - begun[place]).days
    return max(0, days_of_years(first, asked.years) - count) if first else 0


def age_limits(
    birth: date, held: RetirementAge | None, target: RetirementAge | None, oldest: int | None, reading: str
) -> list[Limit]:
    """Return from when a post can no longer be given to someone: the pension of the post held, or of the new one, has begun, or
    the birthday of `oldest` is passed (or, by `completed_years`, another year of age completed).
    """
    limits = [Limit("retirement", retirement(birth, age).pension_from) for age in (held, target) if age is not None]
    if oldest is not None:
        line = (
            anniversary(birth, oldest) + timedelta(days=1) if reading == "birthday" else anniversary(birth, oldest + 1)
        )
        limits.append(Limit("age", line))
    return limits


def first_day(changes: Iterable[Change], not_met: Collection[str], as_of: date) -> date | None:
    """Return the first day on which everything that is not met can be; None where nobody can tell.

    That is so where nothing the person does can help, and for a degree and the return to duty without a day. What is not known is
    taken as met: the day is the earliest there can be.
    """
    deciding = [change for change in changes if change.check in not_met or change.check == DUTY]
    fixed = [change for change in deciding if change.of not in LIMITS and change.on is None]
    if any(not change.possible or change.of in UNDATED for change in fixed):
        return None
    return soonest(deciding, as_of)


def soonest(changes: Iterable[Change], as_of: date) -> date:
    """Return the first day on which everything that needs time can be met: evaluations still to come count when their years are over."""
    days = [as_of]
    for change in changes:
        years = change.needs.get("evaluations")
        if change.on is not None:
            days.append(change.on)
        elif isinstance(years, list) and years:
            days.append(date(max(years) + 1, 1, 1))
    return max(days)
