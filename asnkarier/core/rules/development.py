"""Rules of development: JP a year and by form of learning, leadership training by level, and what growth goes by."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from asnkarier.core.regulation import Scaled
from asnkarier.core.rules.positions import PositionKind

Per = Literal["certified", "day", "time", "assignment", "visit", "semester"]
Learning = Literal["experience", "social", "formal"]
"""The three parts of the 70-20-10 mix."""
Importance = Literal["mutlak", "penting", "perlu"]
LeadershipLevel = Literal["PKN I", "PKN II", "PKA", "PKP"]


class FormRule(NamedTuple):
    """JP of one form of learning: the certified number, or so many JP per day, time, assignment, visit or semester.

    `abroad_share` is added to certified JP, in percent. `most_a_month` limits how many times count. `months` is how long a
    semester is, where it is counted by semesters.
    `learning` says which part of the mix the form belongs to.
    """

    per: Per
    learning: Learning
    national: Scaled | None = None
    abroad: Scaled | None = None
    abroad_share: Scaled | None = None
    most_a_month: int | None = None
    months: int | None = None

    def as_recorded(self, abroad: bool) -> bool:
        """Tell whether the JP are just those on record."""
        return self.per == "certified" and not (abroad and self.abroad_share)


class TrainingRule(NamedTuple):
    """Hours of training: the least for PNS, the most for PPPK, minutes of one JP, the 70-20-10 mix, JP by form."""

    pns_at_least: Scaled
    pppk_at_most: Scaled
    minutes: int
    mix: tuple[Scaled, Scaled, Scaled]
    forms: Mapping[str, FormRule]


class LeadershipRule(NamedTuple):
    """The leadership training that belongs to the level held."""

    training: Mapping[PositionKind, LeadershipLevel]


class ImportanceRule(NamedTuple):
    """How much a level of a competency counts by its importance; a standard that names none is read as `where_blank`."""

    weights: Mapping[Importance, int]
    where_blank: Importance


class MentoringRule(NamedTuple):
    """What a mentor's service, the same field of work and the same agency are worth, in levels of a competency."""

    year_of_service: Scaled
    most_service_years: int
    same_field: Scaled
    same_agency: Scaled


class GrowthRule(NamedTuple):
    """What is enough for growth and recognition; no law says so: an institution may say otherwise.

    Sangat Baik so many years without a break, so many sessions as a mentor, and at most so many people named where a rule ranks
    them; `mentor_years` of service before one guides others, `new_months` after which nobody is new any more; a first plan holds so
    many competencies, a step is due soon so many days ahead; a survey with fewer answers is not shown.
    """

    sustained_years: int
    mentor_sessions: int
    most_recognised: int
    mentor_years: int
    new_months: int
    plan_competencies: int
    due_days: int
    smallest_answers: int
