"""What must hold of the rules of appraisal."""

from asnkarier.core.rules.appraisal import (
    PREDICATES,
    RATINGS,
    UNIT_PREDICATES,
    DistributionRule,
    PredicateRule,
    ScaleRule,
)
from asnkarier.law.checks import covered, joined, once
from asnkarier.law.decode import Where, refuse


def predicate(rule: PredicateRule, where: Where) -> None:
    """Every cell once and every predicate reachable; or bands without holes, each with a name and an equal of today."""
    if isinstance(rule, ScaleRule):
        joined(rule.bands, where.at("bands"), open_above=False)
        names = [band.name for band in rule.bands]
        covered(rule.names, names, where.at("names"))
        covered(rule.equals, names, where.at("equals"))
        covered(names, rule.needs_new_idea, where.at("needs_new_idea"))
        if rule.bands[0].high != rule.highest:
            raise refuse("rule_bands_end", where.at("highest"), band=rule.bands[0].name)
        return
    cells = [f"{cell.work_result} × {cell.behaviour}" for cell in rule.cells]
    once(cells, where.at("cells"))
    covered(cells, [f"{result} × {behaviour}" for result in RATINGS for behaviour in RATINGS], where.at("cells"))
    covered([cell.predicate for cell in rule.cells], PREDICATES, where.at("cells"))
    covered(rule.names, PREDICATES, where.at("names"))
    covered(rule.codes, PREDICATES, where.at("codes"))


def distribution(rule: DistributionRule, where: Where) -> None:
    """Every organisation predicate has its limits, and every limit says something."""
    covered(rule.limits, UNIT_PREDICATES, where.at("limits"))
    for name, limits in rule.limits.items():
        for i, limit in enumerate(limits):
            if limit.at_least is None and limit.at_most is None and limit.people_at_least is None:
                raise refuse("rule_missing_key", where.at("limits").at(name).at(i).at("at_least"))
