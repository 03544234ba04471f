"""What an institution may choose: weights, cut-offs and ladders of talent and shortlists, as exact numbers.

Every number with decimals is an integer of 1/10 000 (`core.numbers.SCALE`): a weight of 65 is 650 000.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from asnkarier.core.regulation import Confidence, Scaled
from asnkarier.core.rules.appraisal import PREDICATES, RATINGS, Predicate
from asnkarier.core.rules.positions import EDUCATIONS
from asnkarier.core.rules.sanctions import WORST_OR_SERVED

Join = Literal["mean", "best", "latest", "sum"]
NotApplicable = Literal["scale", "zero", "full"]
"""`scale`: the component is left out and the others scaled up; `zero`: no points; `full`: all points."""
Treatment = Literal["warn", "block", "off"]


class Measure(NamedTuple):
    """Something that can be counted of a person. Named measures have `names`; the others are a number in `unit`."""

    meaning: str
    names: tuple[str, ...] = ()
    unit: str = ""
    not_applicable: str = ""
    join: Join = "latest"
    """How several years or records become one where a policy does not say."""
    adds: Literal["", "years", "records"] = ""
    """Of what named points may add up: of one predicate or rating a year, or of any number of records. The others have one value."""


_NEW = "appointed after these years; of several only those before the appointment are left out"

MEASURES: Mapping[str, Measure] = {
    "predicate": Measure("Predicate of an annual evaluation", names=PREDICATES, not_applicable=_NEW, adds="years"),
    "work_result": Measure(
        "Rating of the work result in an annual evaluation", names=RATINGS, not_applicable=_NEW, adds="years"
    ),
    "behaviour": Measure(
        "Rating of the behaviour in an annual evaluation", names=RATINGS, not_applicable=_NEW, adds="years"
    ),
    "team_results": Measure(
        "Predicate of the unit before and during the time as its head: it rose, was kept at Baik or better, or other",
        names=("rose", "kept", "other"),
        not_applicable="led no unit for a full evaluated year",
    ),
    "targets": Measure(
        "Mean achievement of the year's indicators, each capped at 100",
        unit="percent",
        not_applicable=f"teachers and health staff without indicators; {_NEW}",
        join="mean",
    ),
    "consistency": Measure(
        "Share of the years with a predicate of Baik or better", unit="percent", not_applicable=_NEW
    ),
    "competency": Measure(
        "JPM over the nine common competencies", unit="percent", not_applicable="a post without a level to compare with"
    ),
    "technical": Measure(
        "JPM over the technical competencies of the post",
        unit="percent",
        not_applicable="a post without technical standards",
    ),
    "education": Measure("Highest education", names=EDUCATIONS),
    "field_of_study": Measure(
        "Field of study among those of the post", names=("match", "other"), not_applicable="a post that names no fields"
    ),
    "training": Measure("JP of training", unit="JP", join="sum"),
    "experience": Measure("Time in the present post", unit="years"),
    "discipline": Measure(
        "Worst sanction within the look-back; served: one of sedang or berat is being served",
        names=WORST_OR_SERVED,
    ),
    "assignments": Measure(
        "Projects and teams under way within the years, led or joined, across units or inside one; failed ones count nothing",
        names=("lead_across", "lead_inside", "member_across", "member_inside", "none"),
        join="best",
        adds="records",
    ),
    "awards": Measure(
        "Awards by their scope",
        names=("international", "national", "satyalancana", "institution", "none"),
        join="best",
        adds="records",
    ),
    "feedback": Measure("Mean score of the feedback of a year", unit="percent", not_applicable=_NEW, join="mean"),
    "leadership_training": Measure(
        "Leadership training for the level held",
        names=("done", "not_done"),
        not_applicable="a post without a level to lead",
    ),
    "plan_progress": Measure("Steps of the development plan done on time, of the steps due", unit="percent"),
    "mentoring": Measure(
        "Mentoring, as mentor or mentee, this year",
        names=("active", "inactive"),
        not_applicable="no pair was ever proposed",
    ),
    "potential": Measure("Potential as scored by the assessor", unit="percent"),
}
"""The closed list of what a component may measure."""


class Component(NamedTuple):
    """One component of performance or potential: what is measured, over which years, and how it becomes points.

    Without a ladder (`names` and `steps` empty) the measure is its own points. `steps` are half-open lower bounds,
    ascending.
    Points lie between `at_least` and `cap`: that is also the range of a component without data.
    """

    measure: str
    years: int
    join: Join
    cap: Scaled
    at_least: Scaled
    names: Mapping[str, Scaled]
    steps: tuple[tuple[Scaled, Scaled], ...]
    when_not_applicable: NotApplicable

    def points_named(self, name: str) -> Scaled:
        """Return the points of a named measure."""
        return self._held(self.names[name])

    def open_range(self) -> tuple[Scaled, Scaled]:
        """Return the least and the most points that there may be where nothing is known."""
        reached = [*self.names.values(), *(points for _, points in self.steps)]
        if not reached:
            return self.at_least, self.cap
        held = [self._held(points) for points in reached]
        most, adds = max(held), MEASURES[self.measure].adds
        if self.join == "sum" and most > 0 and adds:
            # However few points each record has, enough of them reach the cap; a year has one.
            most = self.cap if adds == "records" else min(self.cap, Scaled(self.years * most))
        return min(held), most

    def points(self, value: int) -> Scaled:
        """Return the points of a number (1/10 000 of the measure's unit)."""
        if not self.steps:
            return self._held(Scaled(value))
        reached = self.steps[0][1]
        for bound, points in self.steps:
            if value < bound:
                break
            reached = points
        return self._held(reached)

    def between(self, low: int, high: int) -> tuple[Scaled, Scaled]:
        """Return the least and the most points of any number from `low` to `high`, both included.

        A ladder may fall (too long in one post), so the ends of the range alone do not tell.
        """
        if not self.steps:
            return self._held(Scaled(low)), self._held(Scaled(high))
        above = [*(bound for bound, _ in self.steps[1:]), high + 1]
        reached = [p for (bound, p), over in zip(self.steps, above, strict=True) if bound <= high and over > low]
        return self._held(min(reached)), self._held(max(reached))

    def _held(self, points: Scaled) -> Scaled:
        return max(self.at_least, min(self.cap, points))


class Axis(NamedTuple):
    """Performance or potential: from where it is middle and high (half-open), and its weights, which add to 100."""

    middle_from: Scaled
    high_from: Scaled
    weights: Mapping[str, Scaled]


class TechnicalShare(NamedTuple):
    """How talent value and technical competency weigh for one kind of target post."""

    talent: Scaled
    technical: Scaled


class Eligibility(NamedTuple):
    """Cut-offs and readings that the law leaves to the institution."""

    discipline_lookback_years: int
    minimum_jpm: Scaled
    minimum_predicate: Predicate
    years_of_predicate: int
    grace_until: tuple[int, int]
    """Month and day until which the two years before may stand in for a year not yet evaluated."""
    boxes: tuple[int, ...]
    rank: Treatment
    field: Literal["check", "show"]
    age_reading: Literal["birthday", "completed_years"]
    penyelia_as_pengawas: bool


class Pool(NamedTuple):
    """Among whom a list is made; an empty tuple sets no limit."""

    kinds: tuple[str, ...]
    families: tuple[str, ...]
    agencies: tuple[str, ...]


class Policy(NamedTuple):
    """One policy, with everything its file leaves out taken from its base."""

    name: str
    title: str
    basis: str
    confidence: Confidence
    base: str
    performance: Axis
    ceiling: tuple[Predicate, ...]
    """Whose last annual predicate is one of these is never above the low row."""
    potential: Axis
    components: Mapping[str, Component]
    talent_performance: Scaled
    talent_potential: Scaled
    technical: Mapping[str, TechnicalShare]
    eligibility: Eligibility
    pool: Pool
    families: Mapping[str, tuple[str, ...]]
    selection: Mapping[str, Scaled]
    ip_asn_kinds: tuple[str, ...]

    def related(self, family: str, other: str) -> bool:
        """Tell whether two job families are the same or related, whichever names the other."""
        return family == other or other in self.families.get(family, ()) or family in self.families.get(other, ())
