"""What must hold of the rules of credit."""

from asnkarier.core.rules.appraisal import PREDICATES
from asnkarier.core.rules.credit import CreditRule
from asnkarier.core.rules.positions import POSITION_KINDS
from asnkarier.law.checks import covered, once
from asnkarier.law.decode import Where, refuse


def credit(rule: CreditRule, where: Where) -> None:
    """Every functional level once, every predicate with its multiplier, a next level wherever credit leads to one."""
    kinds = [level.kind for level in rule.levels]
    once(kinds, where.at("levels"))
    covered(kinds, [kind for kind in POSITION_KINDS if kind.startswith("jf_")], where.at("levels"))
    covered(rule.multipliers, PREDICATES, where.at("multipliers"))
    for i, level in enumerate(rule.levels):
        if (level.next_level is None) != (level.next_kind is None):
            raise refuse("rule_missing_key", where.at("levels").at(i).at("next_level"))
        if list(level.golongan) != sorted(set(level.golongan)) or not level.golongan:
            raise refuse("rule_out_of_order", where.at("levels").at(i).at("golongan"))
