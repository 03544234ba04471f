"""What must hold of the rules of careers."""

from asnkarier.core.rules.careers import CareerRule
from asnkarier.core.rules.positions import POSITION_KINDS
from asnkarier.law.checks import covered
from asnkarier.law.decode import Where, refuse


def careers(rule: CareerRule, where: Where) -> None:
    """The three moves have names or none has, and every kind of position its rule for moves on the same level."""
    if rule.names:
        covered(rule.names, ("horizontal", "vertical", "diagonal"), where.at("names"))
    covered([kind for move in rule.same_level for kind in move.kinds], POSITION_KINDS, where.at("same_level"))
    if rule.usual_years[0] > rule.usual_years[1]:
        raise refuse("rule_not_rising", where.at("usual_years"))
    for i, move in enumerate(rule.same_level):
        if move.most_years is not None and move.most_years < move.least_years:
            raise refuse("rule_not_rising", where.at("same_level").at(i).at("most_years"))
