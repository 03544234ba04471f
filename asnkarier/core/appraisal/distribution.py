"""Whether the spread of predicates in a unit fits the unit's own predicate: guidance, a warning and never a block."""

from collections.abc import Mapping
from typing import NamedTuple

from asnkarier.core.numbers import SCALE
from asnkarier.core.rules.appraisal import DistributionRule, Predicate, ShareLimit, UnitPredicate


class LimitCheck(NamedTuple):
    """One limit beside what was found: so many of `total` people have one of its predicates."""

    limit: ShareLimit
    people: int
    total: int
    kept: bool


class Verdict(NamedTuple):
    """All limits of the organisation predicate; without limits where the group is too small for a verdict."""

    total: int
    too_small: bool
    checks: tuple[LimitCheck, ...]

    @property
    def kept(self) -> bool | None:
        """Tell whether every limit is kept; None where there is no verdict."""
        return None if self.too_small else all(check.kept for check in self.checks)


def verdict(rule: DistributionRule, unit_predicate: UnitPredicate, counts: Mapping[Predicate, int]) -> Verdict:
    """Hold the counts of predicates against the limits of the unit's predicate."""
    total = sum(counts.values())
    if total < rule.smallest_group:
        return Verdict(total, True, ())
    return Verdict(total, False, tuple(_checked(limit, counts, total) for limit in rule.limits[unit_predicate]))


def _checked(limit: ShareLimit, counts: Mapping[Predicate, int], total: int) -> LimitCheck:
    people = sum(counts.get(predicate, 0) for predicate in limit.predicates)
    percent_of_total = people * 100 * SCALE  # a share of p % is p × total × SCALE
    kept = (
        (limit.at_least is None or percent_of_total >= limit.at_least * total)
        and (limit.at_most is None or percent_of_total <= limit.at_most * total)
        and (limit.people_at_least is None or people >= limit.people_at_least)
    )
    return LimitCheck(limit, people, total, kept)
