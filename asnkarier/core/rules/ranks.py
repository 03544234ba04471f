"""Rules of ranks: their order and names, rank ranges of echelons, promotion in rank, pay steps and retirement."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from asnkarier.core.regulation import Confidence
from asnkarier.core.rules.appraisal import Predicate
from asnkarier.core.rules.positions import Education, EmployeeKind, Golongan, PositionKind

Status = Literal["aktif", "tugas_belajar", "cltn", "diberhentikan_sementara", "mpp", "di_luar", "titipan", "keluar"]
STATUSES: tuple[Status, ...] = (
    "aktif",
    "tugas_belajar",
    "cltn",
    "diberhentikan_sementara",
    "mpp",
    "di_luar",
    "titipan",
    "keluar",
)


class Rank(NamedTuple):
    """A golongan of PNS with the name of its pangkat."""

    golongan: Golongan
    name: str


class GolonganRule(NamedTuple):
    """The golongan of PNS, lowest first, with their names, and those of PPPK, lowest first."""

    pns: tuple[Rank, ...]
    pppk: tuple[Golongan, ...]


class RankRange(NamedTuple):
    """The lowest and the highest golongan of an echelon."""

    lowest: Golongan
    highest: Golongan


class RankRangeRule(NamedTuple):
    """The rank range of each echelon: no requirement of appointment, but of rank promotion by post."""

    echelons: Mapping[str, RankRange]


class RankDatesRule(NamedTuple):
    """The months on whose first day a promotion in rank takes effect."""

    months: tuple[int, ...]


class RegularPromotion(NamedTuple):
    """Kenaikan pangkat reguler: for those in no structural or functional post, up to a ceiling by education.

    `ceiling_of_profession` are found as words in the field of study. `exams` are asked on entering a golongan; who passed one of
    `exams_instead`, or has one of the degrees that `exams_exempt` names for the golongan, may be exempt: that is for the office
    to see.
    """

    article: str
    years_in_rank: int
    kinds: tuple[PositionKind, ...]
    ceiling: Mapping[Education, Golongan]
    ceiling_of_profession: Mapping[str, Golongan]
    exams: Mapping[Golongan, str]
    exams_article: str
    exams_confidence: Confidence
    exams_instead: tuple[str, ...] = ()
    exams_exempt: Mapping[Golongan, tuple[Education, ...]] = {}


class StructuralPromotion(NamedTuple):
    """Kenaikan pangkat pilihan for structural posts: one rank below the echelon's lowest, or inside its range."""

    article: str
    below_years_in_rank: int
    below_years_in_post: int
    inside_years_in_rank: int
    kinds: tuple[PositionKind, ...]


class FunctionalPromotion(NamedTuple):
    """Promotion in rank of functional posts: by credit, inside the level's range."""

    article: str
    years_in_rank: int


class RankPromotionRule(NamedTuple):
    """The ways to a higher rank; all ask for the predicate `at_least` in each of the last `years_of_predicate` years.

    Given to `employee_kinds` in one of `statuses`, never in one of `refused_statuses`; the others have ways of their own. Days in one
    of `uncounted_statuses` are no service, and are not counted in the years in rank.
    """

    at_least: Predicate
    years_of_predicate: int
    employee_kinds: tuple[EmployeeKind, ...]
    statuses: tuple[Status, ...]
    refused_statuses: tuple[Status, ...]
    regular: RegularPromotion
    structural: StructuralPromotion
    functional: FunctionalPromotion
    uncounted_statuses: tuple[Status, ...] = ()


class PayStepRule(NamedTuple):
    """Kenaikan gaji berkala: every so many years, told so many months before.

    Given in one of `statuses`, never in one of `refused_statuses`; of the others the rule says nothing. Days in one of
    `uncounted_statuses` are no service: they put the step off.
    """

    every_years: int
    notice_months: int
    at_least: Predicate
    employee_kinds: tuple[EmployeeKind, ...]
    statuses: tuple[Status, ...]
    refused_statuses: tuple[Status, ...]
    uncounted_statuses: tuple[Status, ...] = ()


class RetirementRule(NamedTuple):
    """Batas usia pensiun: by kind of position, unless the post belongs to a family with an age of its own.

    `families` are found as words in the post's family or name, the first that fits decides.
    """

    age: Mapping[PositionKind, int]
    families: Mapping[str, int]
    pension_begins: Literal["first_of_next_month"]
