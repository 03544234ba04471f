"""Rules that yearly reports go by: how staff is counted, the list of seniority, service awards, the merit system."""

from typing import Literal, NamedTuple

from asnkarier.core.regulation import Scaled
from asnkarier.core.rules.positions import EmployeeKind
from asnkarier.core.rules.sanctions import DisciplineLevel

Measure = Literal["golongan", "golongan_since", "position", "position_since", "service", "training", "education", "age"]
Aspect = Literal["planning", "recruitment", "career", "promotion", "performance", "reward", "protection", "information"]


class StaffRule(NamedTuple):
    """The kinds of civil servants, and the highest age in completed years of each age group; one more is open above."""

    kinds: tuple[EmployeeKind, ...]
    age_groups: tuple[int, ...]


class SeniorityRule(NamedTuple):
    """The list of seniority (DUK): who is on it, and the measures by which it is sorted, the first deciding first."""

    kinds: tuple[EmployeeKind, ...]
    order: tuple[Measure, ...]


class ServiceAwardRule(NamedTuple):
    """Satyalancana Karya Satya: so many years of unbroken service without one of the `sanctions`; `breaks` are statuses."""

    kinds: tuple[EmployeeKind, ...]
    years: tuple[int, ...]
    sanctions: tuple[DisciplineLevel, ...]
    breaks: tuple[str, ...]


class AttentionRule(NamedTuple):
    """How many months the dashboard looks ahead, and after how many a plan that nobody went through needs a talk."""

    retiring_months: int
    contract_months: int
    review_months: int


class MeritRule(NamedTuple):
    """The aspects of the merit system, in their order."""

    aspects: tuple[Aspect, ...]


class FairnessRule(NamedTuple):
    """The yardstick of equal opportunity, borrowed: see its note.

    A group's rate under `least_ratio` percent of the highest is looked at; `level` percent is the level of the test. Of a group under
    `smallest_group` nothing is said, nor of a leader with fewer than `smallest_team` people.
    """

    least_ratio: Scaled
    level: Scaled
    smallest_group: int
    smallest_team: int
