"""What there is to say about a training plan, before it is shown."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from asnkarier.core.rules.development import Importance


class Going(NamedTuple):
    """One person in one training."""

    nip: str
    name: str
    full_name: str
    unit: str | None
    competency: str | None
    missing: int | None
    title: str
    code: str
    form: str | None
    jp: int
    provider: str | None
    month: int | None
    cost: int
    already: bool
    expired: bool
    """Whether the assessment that the gap comes from is no longer valid."""


class Class(NamedTuple):
    """One training of the calendar."""

    code: str
    title: str
    month: int
    people: int
    seats: int
    cost: int
    closes: int


class Left(NamedTuple):
    """Someone the plan leaves out, or sends somewhere without closing everything: then the competencies that stay open."""

    nip: str
    name: str
    full_name: str
    unit: str | None
    reason: str
    going: bool
    open: Sequence[str]


class More(NamedTuple):
    """What a larger budget would reach."""

    budget: int
    objective: int
    more: int
    estimated: bool
    agency: str = ""
    reached: int | None = None


class Shown(NamedTuple):
    """Everything there is to say about a plan."""

    year: int
    as_of: date
    budget: int
    spent: int
    objective: int
    bound: int | None
    optimal: bool
    method: str
    greedy: int
    reached: int | None
    reach_bound: int | None
    going: Sequence[Going]
    calendar: Sequence[Class]
    left: Sequence[Left]
    more: Sequence[More]
    purses: Sequence[tuple[str, int, int]]
    untaught: Sequence[tuple[str, int]]
    law: str
    weights: Mapping[Importance, int]
    unusable: Sequence[tuple[str, str, str]] = ()
    """Code and title of each training that cannot be planned, and why."""
    absences: int | None = None
    """How many of a unit may be away in a month, where that is limited."""
