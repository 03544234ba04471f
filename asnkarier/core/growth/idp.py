"""Individual development plans: goals and steps, what is done and overdue, and how a plan is drafted from gap and path."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal, NamedTuple

from asnkarier.core.anniversary import anniversary

Horizon = Literal["short", "long"]


class Step(NamedTuple):
    """One step of a plan, as recorded; days as ISO text."""

    id: int
    person_id: int
    goal: str
    horizon: str | None
    step: str | None
    due: str | None
    done_on: str | None
    evidence: str | None
    owner: str | None
    linked: str | None

    def state(self, day: str) -> Literal["done", "overdue", "open"]:
        """Tell whether it is done by a day, overdue on it (its due day has passed), or open."""
        if self.done_on is not None and self.done_on <= day:
            return "done"
        return "overdue" if self.due is not None and self.due < day else "open"


class Progress(NamedTuple):
    """How far a plan is."""

    steps: int
    done: int
    overdue: int
    next_due: str | None
    on_time: int
    """Of the steps done, those done by their due day, or without one."""


def progress(steps: Iterable[Step], day: str) -> Progress:
    """Count the steps of one plan on a day."""
    found = list(steps)
    done = [s for s in found if s.state(day) == "done"]
    coming = [s.due for s in found if s.state(day) != "done" and s.due is not None]
    return Progress(
        len(found),
        len(done),
        sum(s.state(day) == "overdue" for s in found),
        min(coming, default=None),
        sum(s.due is None or (s.done_on or "") <= s.due for s in done),
    )


def in_order(steps: Iterable[Step]) -> list[Step]:
    """Return the steps as people number them: short-term goals first, then by goal and due day."""
    return sorted(steps, key=lambda s: (s.horizon == "long", s.goal, s.due or "9", s.id))


def months_before(day: date, months: int) -> date:
    """Return the same day so many months before; the last of the month where there is none."""
    month = day.year * 12 + day.month - 1 - months
    year, month = divmod(month, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise ValueError(day)


def unreviewed(steps: Iterable[Step], began: date | None, reviewed: date | None, as_of: date, months: int) -> bool:
    """Tell whether a plan waits for a review: something is left to do, the plan is older than so many months, none since."""
    if all(step.state(as_of.isoformat()) == "done" for step in steps):
        return False
    line = months_before(as_of, months)
    newest = max((day for day in (began, reviewed) if day is not None), default=None)
    return newest is None or newest < line


def horizon_of(due: date, as_of: date) -> Horizon:
    """Return `short` for what is due within a year of a day, that day included, else `long`."""
    return "short" if due <= anniversary(as_of, 1) else "long"


class Lacking(NamedTuple):
    """A competency to be closed: how urgent, from which to which level, and the training that does it best."""

    competency: str
    urgency: int
    attained: int
    required: int
    training: str | None


def first(lacking: Sequence[Lacking], most: int) -> list[Lacking]:
    """Return the most urgent ones, those that a training closes before those nobody teaches."""
    return sorted(lacking, key=lambda item: (-item.urgency, item.training is None, item.competency))[:most]
