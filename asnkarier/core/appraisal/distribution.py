"""Whether the spread of predicates in a unit fits the unit's own predicate: guidance, a warning and never a block."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from asnkarier.core.appraisal.said import Ends, between
from asnkarier.core.numbers import SCALE
from asnkarier.core.rules.appraisal import DistributionRule, Predicate, ShareLimit, UnitPredicate


class LimitCheck(NamedTuple):
    """One limit beside what was found: of `total` people `people` have one of its predicates, and at most `most`.

    `kept` None: it hangs on those whose predicate is open.
    """

    limit: ShareLimit
    people: int
    most: int
    total: int
    kept: bool | None


class Verdict(NamedTuple):
    """All limits of the organisation predicate; without limits where the group is too small for a verdict."""

    total: int
    too_small: bool
    checks: tuple[LimitCheck, ...]

    @property
    def kept(self) -> bool | None:
        """Tell whether every limit is kept; None where there is no verdict, or where it is open."""
        found = {check.kept for check in self.checks}
        return None if self.too_small else False if False in found else None if None in found else True


def verdict(
    rule: DistributionRule, unit_predicate: UnitPredicate, counts: Mapping[Predicate, int], open_: Sequence[Ends] = ()
) -> Verdict:
    """Hold the counts of predicates against the limits of the unit's predicate; that of each of `open_` lies between two."""
    total = sum(counts.values()) + len(open_)
    if total < rule.smallest_group:
        return Verdict(total, True, ())
    return Verdict(total, False, tuple(_checked(limit, counts, total, open_) for limit in rule.limits[unit_predicate]))


def _checked(limit: ShareLimit, counts: Mapping[Predicate, int], total: int, open_: Sequence[Ends]) -> LimitCheck:
    people = sum(counts.get(predicate, 0) for predicate in limit.predicates)
    among = [{predicate in limit.predicates for predicate in between(ends)} for ends in open_]
    people += among.count({True})
    most = people + among.count({True, False})
    # Within one kind of limit more people only help, or only harm: a limit of both kinds may be kept between the two ends.
    found = [_keeps(limit, number, total) for number in range(people, most + 1)]
    return LimitCheck(limit, people, most, total, found[0] if len(set(found)) == 1 else None)


def _keeps(limit: ShareLimit, people: int, total: int) -> bool:
    percent_of_total = people * 100 * SCALE  # a share of p % is p × total × SCALE
    return (
        (limit.at_least is None or percent_of_total >= limit.at_least * total)
        and (limit.at_most is None or percent_of_total <= limit.at_most * total)
        and (limit.people_at_least is None or people >= limit.people_at_least)
    )
