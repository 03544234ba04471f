"""Rules of talent: the numbers of the nine boxes, what each recommends, who is in the succession group, and selection."""

from collections.abc import Mapping
from typing import Literal, NamedTuple, get_args

from asnkarier.core.regulation import Scaled

Row = Literal["low", "middle", "high"]
Recommendation = Literal[
    "promote_and_keep",
    "keep",
    "succession_group_institution",
    "succession_group_national",
    "award",
    "rotation",
    "job_enlargement",
    "enrichment",
    "performance_guidance",
    "guidance",
    "counselling",
    "competency_development",
    "study_assignment",
    "fitting_placement",
    "under_the_regulations",
]


class Box(NamedTuple):
    """One of the nine boxes."""

    number: int
    performance: Row
    potential: Row
    recommendations: tuple[Recommendation, ...]


class TalentRule(NamedTuple):
    """The nine boxes and the succession group (KRS). `expected_policy` is the policy institutions are told to use."""

    boxes: tuple[Box, ...]
    succession_group: tuple[int, ...]
    expected_policy: str = ""
    crowded: Scaled | None = None
    """From above this share of one row, in percent, the map says little: a warning."""
    without_indicators: tuple[str, ...] = ()
    """Families of functional posts that usually have no indicators of their own: teachers and health staff."""
    without_indicators_named: tuple[str, ...] = ()
    """With which words the names of such posts begin, for a post whose family is not on record."""
    without_indicators_other: tuple[str, ...] = ()
    """Which words after such a beginning make it another post: one for animals."""
    without_indicators_own_law: tuple[str, ...] = ()
    """The tags of laws of posts that such a person holds as a duty."""
    ready_within_years: int = 0
    """Who becomes ready by time alone within so many years counts as ready soon."""

    def box(self, performance: Row, potential: Row) -> Box:
        """Return the box of a pair of rows."""
        return next(b for b in self.boxes if b.performance == performance and b.potential == potential)


Stage = Literal["makalah", "asesmen", "wawancara", "rekam_jejak"]
STAGES: tuple[Stage, ...] = get_args(Stage)
"""The stages of an open selection, in their order."""


class StageShare(NamedTuple):
    """The weight, in percent, that a stage of an open selection may have."""

    at_least: Scaled
    at_most: Scaled


class SelectionRule(NamedTuple):
    """Open selection: the stages with the range of their weights, and how many names go to the appointing officer."""

    stages: Mapping[Stage, StageShare]
    names: int
