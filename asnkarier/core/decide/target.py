"""The post that is to be filled, and everything the decision about it rests on."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from asnkarier.core.gap import Profile
from asnkarier.core.policy import Policy
from asnkarier.core.rank.retirement import RetirementAge
from asnkarier.core.rules.appraisal import Predicate
from asnkarier.core.rules.competency import AssessmentRule
from asnkarier.core.rules.credit import CreditLaw
from asnkarier.core.rules.positions import PositionKind, PositionRule
from asnkarier.core.rules.talent import TalentRule


class Target(NamedTuple):
    """A post to be filled."""

    position_id: int
    name: str
    name_key: str
    kind: PositionKind
    echelon: str | None
    family: str | None
    fields: tuple[str, ...]
    education_min: str | None
    golongan: tuple[str, str] | None
    """Lowest and highest golongan of the post, or of its echelon."""
    golongan_article: str
    own_law: str
    unit_id: int | None
    profile: Profile
    headcount: int | None
    incumbents: tuple[int, ...]
    retirement: RetirementAge | None = None
    """The retirement age of the post; None where neither the post nor its kind says one."""
    retirement_article: str = ""


class Setting(NamedTuple):
    """Day, policy and the rules in force on the day, as the checks and measures use them."""

    as_of: date
    policy: Policy
    policy_article: str
    positions: PositionRule
    states_taken_out: frozenset[str]
    predicates: Mapping[tuple[str, str], Predicate]
    """(work result, behaviour) → predicate, for evaluations that give only the ratings."""
    assessment: AssessmentRule
    oldest_assessment: str
    talent: TalentRule
    profiles: Mapping[int | None, Profile]
    """Position → what it asks."""
    kinds: Mapping[int | None, PositionKind | None]
    """Position → its kind."""
    fields: Mapping[int | None, tuple[str, ...]]
    """Position → the fields of study it names."""
    leadership: Mapping[str, str]
    """Kind of position → the leadership training that belongs to it."""
    credit: CreditLaw | None
    """What functional posts earn and what their next level needs; None before credit came from predicates."""

    own_law: Callable[[int | None], str] = lambda position_id: ""
    """Position → the tag of the law of its own under which it stands, '' for none."""
    rated_from: int = 0
    """The first year whose predicates come from the ratings."""

    @property
    def day(self) -> str:
        """The day asked about, as ISO text."""
        return self.as_of.isoformat()

    def kind_of(self, position_id: int | None) -> PositionKind | None:
        """Return the kind of a post; None where it is not known."""
        return self.kinds.get(position_id)

    def asks_box(self, kind: PositionKind) -> bool:
        """Tell whether the talent box decides about posts of a kind: of functional ones the law asks credit, exam and vacancy."""
        return self.positions.group[kind] != "fungsional"

    def of_post(self, kind: PositionKind) -> "Setting":
        """Return the same for a post of a kind: where the box does not decide, every box is allowed."""
        if self.asks_box(kind):
            return self
        every = tuple(sorted(box.number for box in self.talent.boxes))
        return self._replace(policy=self.policy._replace(eligibility=self.policy.eligibility._replace(boxes=every)))
