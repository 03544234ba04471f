"""What must hold of the rules of competency."""

from asnkarier.core.rules.competency import AssessmentRule, CompetencyRule
from asnkarier.core.rules.positions import POSITION_KINDS
from asnkarier.law.checks import covered, joined, once
from asnkarier.law.decode import SCALE, Where, refuse


def competency(rule: CompetencyRule, where: Where) -> None:
    """Competencies once each, every kind of position with a level that has a name."""
    once([c.name for c in rule.competencies], where.at("competencies"))
    covered(rule.default_levels, POSITION_KINDS, where.at("default_levels"))
    for kind, level in rule.default_levels.items():
        if level % SCALE or level // SCALE not in rule.level_names:
            names = ", ".join(map(str, rule.level_names))
            raise refuse("rule_unknown_value", where.at("default_levels").at(kind), value=level, near="", known=names)


def assessment(rule: AssessmentRule, where: Where) -> None:
    """Categories without holes, known by name."""
    joined(rule.mapping, where.at("mapping"))
    joined(rule.filling, where.at("filling"))
    covered([b.name for b in rule.mapping], ("optimal", "cukup_optimal", "kurang_optimal"), where.at("mapping"))
    covered([b.name for b in rule.filling], ("ms", "mms", "kms"), where.at("filling"))
