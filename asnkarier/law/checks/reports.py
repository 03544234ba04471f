"""What must hold of the rules that reports go by."""

from asnkarier.core.rules.reports import FairnessRule
from asnkarier.law.decode import SCALE, Where, refuse


def fairness(rule: FairnessRule, where: Where) -> None:
    """Shares lie between 0 and 100 percent, and nothing is said of nobody."""
    limits = {"least_ratio": rule.least_ratio, "level": rule.level}
    for key, value in limits.items():
        if not 0 < value < 100 * SCALE:
            raise refuse("rule_out_of_order", where.at(key))
    for key, people in (("smallest_group", rule.smallest_group), ("smallest_team", rule.smallest_team)):
        if people < 2:
            raise refuse("rule_out_of_order", where.at(key))
