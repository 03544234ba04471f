"""What must hold of the rules of credit."""

from asnkarier.core.golongan import order
from asnkarier.core.rules.appraisal import PREDICATES
from asnkarier.core.rules.credit import CreditRule
from asnkarier.core.rules.positions import POSITION_KINDS
from asnkarier.law.checks import covered, falling, once
from asnkarier.law.decode import Where, refuse


def credit(rule: CreditRule, where: Where) -> None:
    """Every functional level once, every predicate with its multiplier, a next level wherever credit leads to one."""
    kinds = [level.kind for level in rule.levels]
    once(kinds, where.at("levels"))
    covered(kinds, [kind for kind in POSITION_KINDS if kind.startswith("jf_")], where.at("levels"))
    covered(rule.multipliers, PREDICATES, where.at("multipliers"))
    falling([rule.multipliers[predicate] for predicate in PREDICATES], where.at("multipliers"))
    for i, level in enumerate(rule.levels):
        if (level.next_level is None) != (level.next_kind is None):
            raise refuse("rule_missing_key", where.at("levels").at(i).at("next_level"))
        places = [order(golongan) or 0 for golongan in level.golongan]
        if places != sorted(set(places)) or not places:
            raise refuse("rule_not_rising", where.at("levels").at(i).at("golongan"))
        following = rule.level(level.next_kind) if level.next_kind else None
        if level.next_kind and (following is None or (order(following.golongan[0]) or 0) <= places[-1]):
            raise refuse("rule_not_above", where.at("levels").at(i).at("next_kind"), value=level.next_kind)
