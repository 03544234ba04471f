"""The topics of the law: where each data file lies, which type it is read into, and what must hold beyond the types.

Types and checks are named by text, so that a command loads only the topics it needs.
"""

from typing import NamedTuple


class Topic(NamedTuple):
    """One topic. Its file is `data/<room>/<topic>.toml`; its type is `type` in `core.rules.<room>`; its check is
    the function `check` in `law.checks.<room>` ('' where the types say it all).
    """

    room: str
    type: str
    check: str = ""


TOPICS: dict[str, Topic] = {
    "predicate": Topic("appraisal", "PredicateRule", "predicate"),
    "distribution": Topic("appraisal", "DistributionRule", "distribution"),
    "competency": Topic("competency", "CompetencyRule", "competency"),
    "assessment": Topic("competency", "AssessmentRule", "assessment"),
    "positions": Topic("positions", "PositionRule", "positions"),
    "jpt_utama": Topic("requirements", "RequirementSet", "requirements"),
    "jpt_madya": Topic("requirements", "RequirementSet", "requirements"),
    "jpt_pratama": Topic("requirements", "RequirementSet", "requirements"),
    "administrator": Topic("requirements", "RequirementSet", "requirements"),
    "pengawas": Topic("requirements", "RequirementSet", "requirements"),
    "pelaksana": Topic("requirements", "RequirementSet", "requirements"),
    "jabatan_fungsional": Topic("requirements", "RequirementSet", "requirements"),
    "guru": Topic("requirements", "RequirementSet", "requirements"),
    "camat": Topic("requirements", "RequirementSet", "requirements"),
    "kepala_sekolah": Topic("requirements", "RequirementSet", "requirements"),
    "experience": Topic("careers", "ExperienceRule"),
    "careers": Topic("careers", "CareerRule", "careers"),
    "talent": Topic("talent", "TalentRule", "talent"),
    "selection": Topic("talent", "SelectionRule", "selection"),
    "golongan": Topic("ranks", "GolonganRule", "golongan"),
    "rank_ranges": Topic("ranks", "RankRangeRule", "rank_ranges"),
    "rank_dates": Topic("ranks", "RankDatesRule", "rank_dates"),
    "rank_promotion": Topic("ranks", "RankPromotionRule", "rank_promotion"),
    "credit": Topic("credit", "CreditRule", "credit"),
    "pay_step": Topic("ranks", "PayStepRule", "pay_step"),
    "retirement": Topic("ranks", "RetirementRule", "retirement"),
    "ip_asn": Topic("ip_asn", "IpAsnRule", "ip_asn"),
    "training": Topic("development", "TrainingRule", "training"),
    "leadership": Topic("development", "LeadershipRule", "leadership"),
    "growth": Topic("development", "GrowthRule", "growth"),
    "importance": Topic("development", "ImportanceRule", "importance"),
    "mentoring": Topic("development", "MentoringRule"),
    "discipline": Topic("discipline", "DisciplineRule", "discipline"),
    "staff": Topic("reports", "StaffRule"),
    "duk": Topic("reports", "SeniorityRule"),
    "satyalancana": Topic("reports", "ServiceAwardRule"),
    "merit": Topic("reports", "MeritRule"),
    "attention": Topic("reports", "AttentionRule"),
    "fairness": Topic("reports", "FairnessRule", "fairness"),
}
"""In the order in which they are listed."""
