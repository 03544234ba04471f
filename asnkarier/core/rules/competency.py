"""Rules of competency: the nine common ones, the levels a post asks by default, and what a JPM means."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from asnkarier.core.bands import Band
from asnkarier.core.regulation import Scaled
from asnkarier.core.rules.positions import PositionKind

CompetencyGroup = Literal["manajerial", "sosial_kultural"]
Purpose = Literal["mapping", "filling"]
MappingCategory = Literal["optimal", "cukup_optimal", "kurang_optimal"]
FillingCategory = Literal["ms", "mms", "kms"]


class CommonCompetency(NamedTuple):
    """One of the competencies every post asks."""

    name: str
    group: CompetencyGroup


class CompetencyRule(NamedTuple):
    """The common competencies in their order, the names of the levels, and each kind's default level."""

    competencies: tuple[CommonCompetency, ...]
    level_names: Mapping[int, str]
    default_levels: Mapping[PositionKind, Scaled]


class AssessmentRule(NamedTuple):
    """What a JPM means for each purpose, and for how many years an assessment is valid, its anniversary included."""

    mapping: tuple[Band, ...]
    filling: tuple[Band, ...]
    valid_years: int
