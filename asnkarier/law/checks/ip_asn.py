"""What must hold of the index of professionalism."""

from asnkarier.core.numbers import shown, unscaled
from asnkarier.core.rules.appraisal import PREDICATES
from asnkarier.core.rules.ip_asn import IpAsnRule
from asnkarier.core.rules.positions import EDUCATIONS, POSITION_KINDS
from asnkarier.core.rules.sanctions import WORST
from asnkarier.law.checks import covered, falling, joined, once
from asnkarier.law.decode import SCALE, Where, refuse


def ip_asn(rule: IpAsnRule, where: Where) -> None:
    """Everybody gets points in each of the four; the highest of the four add to 100; each track reaches the highest."""
    covered(rule.qualification, EDUCATIONS, where.at("qualification"))
    covered(rule.performance, PREDICATES, where.at("performance"))
    covered(rule.discipline, WORST, where.at("discipline"))
    covered(rule.highest, ("qualification", "competency", "performance", "discipline"), where.at("highest"))
    joined(rule.categories, where.at("categories"))
    if sum(rule.highest.values()) != 100 * SCALE:
        raise refuse("rule_weights_sum", where.at("highest"), sum=sum(rule.highest.values()) // SCALE)
    for name, points in (
        ("qualification", [rule.qualification[education] for education in reversed(EDUCATIONS)]),
        ("performance", [*(rule.performance[predicate] for predicate in PREDICATES), rule.performance_none]),
        ("discipline", [rule.discipline[level] for level in WORST]),
    ):
        falling(points, where.at(name))
        if max(points) != rule.highest[name]:  # type: ignore[index]  # the names are the keys of the record
            raise refuse("rule_out_of_order", where.at(name))
    kinds = [kind for track in rule.tracks for kind in track.kinds]
    once(kinds, where.at("tracks"))
    covered(kinds, POSITION_KINDS, where.at("tracks"))
    for i, track in enumerate(rule.tracks):
        most = track.technical + track.seminar + (track.leadership or 0) + (track.functional or 0)
        if most != rule.highest["competency"]:
            asked = shown(unscaled(rule.highest["competency"]))
            raise refuse("rule_track_sum", where.at("tracks").at(i), sum=shown(unscaled(most)), asked=asked)
