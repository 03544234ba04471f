"""What must hold of the rules of ranks."""

from asnkarier.core.golongan import order
from asnkarier.core.rules.positions import EDUCATIONS, POSITION_KINDS
from asnkarier.core.rules.ranks import (
    GolonganRule,
    PayStepRule,
    RankDatesRule,
    RankPromotionRule,
    RankRangeRule,
    RetirementRule,
)
from asnkarier.law.checks import covered, once
from asnkarier.law.decode import Where, refuse

ECHELONS = ("I.a", "I.b", "II.a", "II.b", "III.a", "III.b", "IV.a", "IV.b", "V.a")


def golongan(rule: GolonganRule, where: Where) -> None:
    """Each golongan once, lowest first."""
    names = [rank.golongan for rank in rule.pns]
    once(names, where.at("pns"))
    once(rule.pppk, where.at("pppk"))
    if names != sorted(names, key=lambda name: order(name) or 0):
        raise refuse("rule_not_rising", where.at("pns"))


def rank_ranges(rule: RankRangeRule, where: Where) -> None:
    """Every echelon, its lowest golongan not above its highest."""
    covered(rule.echelons, ECHELONS, where.at("echelons"))
    for name, entry in rule.echelons.items():
        if (order(entry.lowest) or 0) > (order(entry.highest) or 0):
            raise refuse("rule_not_rising", where.at("echelons").at(name))


def rank_dates(rule: RankDatesRule, where: Where) -> None:
    """Months of the calendar, ascending, each once."""
    if list(rule.months) != sorted(set(rule.months)) or not set(rule.months) <= set(range(1, 13)) or not rule.months:
        raise refuse("rule_out_of_order", where.at("months"))


def rank_promotion(rule: RankPromotionRule, where: Where) -> None:
    """A ceiling for every education, never lower for a higher one; every kind with one way or by credit."""
    ceiling = rule.regular.ceiling
    covered(ceiling, EDUCATIONS, where.at("regular").at("ceiling"))
    places = [order(ceiling[education]) or 0 for education in EDUCATIONS]
    if places != sorted(places):
        raise refuse("rule_not_rising", where.at("regular").at("ceiling"))
    _statuses(rule, where)
    ways = [*rule.regular.kinds, *rule.structural.kinds, *(k for k in POSITION_KINDS if k.startswith("jf_"))]
    covered(ways, POSITION_KINDS, where)
    once(ways, where)


def pay_step(rule: PayStepRule, where: Where) -> None:
    """A step is told before it is due, not before the one before it; no status is both given and refused."""
    if rule.notice_months > 12 * rule.every_years:
        raise refuse("rule_notice_too_long", where.at("notice_months"), months=rule.notice_months)
    _statuses(rule, where)


def _statuses(rule: RankPromotionRule | PayStepRule, where: Where) -> None:
    once([*rule.statuses, *rule.refused_statuses], where.at("refused_statuses"))


def retirement(rule: RetirementRule, where: Where) -> None:
    """An age for every kind of position."""
    covered(rule.age, POSITION_KINDS, where.at("age"))
