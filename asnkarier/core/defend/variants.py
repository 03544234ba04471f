"""The neighbours of a policy: each weight moved by a few points, each cut-off by one."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Literal, NamedTuple

from asnkarier.core.decide.target import Target
from asnkarier.core.numbers import SCALE
from asnkarier.core.policy import Axis, Policy, TechnicalShare
from asnkarier.core.regulation import Scaled

WHOLE = 100 * SCALE
WEIGHT_STEP = 5 * SCALE
"""How far a weight is moved: five points of a hundred."""
CUT_OFF_STEP = SCALE
"""How far a cut-off is moved: one point."""

Area = Literal["performance", "potential", "talent", "technical", "eligibility"]


class Variant(NamedTuple):
    """A policy that differs in one thing: the weight or cut-off `name` of an area is `after` instead of `before`.

    The weights of its policy are proportions: exact, and no longer adding to 100.
    """

    what: Literal["weight", "cut_off"]
    area: Area
    name: str
    before: int
    after: int
    policy: Policy


def variants(policy: Policy, target: Target) -> list[Variant]:
    """Return the neighbours of a policy that may matter to a post, each different one once."""
    return [*_weights(policy, target), *_cut_offs(policy)]


def moved(weights: Mapping[str, Scaled], name: str, by: int) -> dict[str, Scaled] | None:
    """Return the weights with one moved and the others scaled to the rest; None where there is nothing to scale or move."""
    whole = sum(weights.values())
    weight = weights[name]
    rest = whole - weight
    wanted = max(0, min(whole, weight + by))
    if not rest or wanted == weight:
        return None
    # Multiplied by what the others add to, so that every weight stays a whole number.
    return {n: Scaled(wanted * rest if n == name else w * (whole - wanted)) for n, w in weights.items()}


def _weights(policy: Policy, target: Target) -> Iterator[Variant]:
    seen: set[tuple[object, ...]] = set()
    for area, weights in _all_weights(policy, target):
        for name in weights:
            for by in (WEIGHT_STEP, -WEIGHT_STEP):
                found = moved(weights, name, by)
                if found is None:
                    continue
                whole = sum(found.values())
                # Of two weights, one more is the other less.
                same = (area, *(Fraction(found[n], whole) for n in weights))
                if same in seen:
                    continue
                seen.add(same)
                after = max(0, min(WHOLE, weights[name] + by))
                yield Variant("weight", area, name, weights[name], after, _with_weights(policy, area, found, target))


def _all_weights(policy: Policy, target: Target) -> Iterator[tuple[Area, Mapping[str, Scaled]]]:
    yield "performance", policy.performance.weights
    yield "potential", policy.potential.weights
    yield "talent", {"performance": policy.talent_performance, "potential": policy.talent_potential}
    share = policy.technical.get(target.kind)
    if share is not None and target.profile.technical:
        yield "technical", {"talent": share.talent, "technical": share.technical}


def _with_weights(policy: Policy, area: Area, weights: Mapping[str, Scaled], target: Target) -> Policy:
    if area == "performance":
        return _with_axis(policy, area, policy.performance._replace(weights=weights))
    if area == "potential":
        return _with_axis(policy, area, policy.potential._replace(weights=weights))
    if area == "talent":
        return policy._replace(talent_performance=weights["performance"], talent_potential=weights["potential"])
    share = TechnicalShare(weights["talent"], weights["technical"])
    return policy._replace(technical={**policy.technical, target.kind: share})


def _cut_offs(policy: Policy) -> Iterator[Variant]:
    axes: tuple[tuple[Literal["performance", "potential"], Axis], ...] = (
        ("performance", policy.performance),
        ("potential", policy.potential),
    )
    for area, axis in axes:
        for by in (CUT_OFF_STEP, -CUT_OFF_STEP):
            middle = axis._replace(middle_from=Scaled(axis.middle_from + by))
            high = axis._replace(high_from=Scaled(axis.high_from + by))
            for name, before, other in (("middle_from", axis.middle_from, middle), ("high_from", axis.high_from, high)):
                if 0 < other.middle_from < other.high_from <= WHOLE:
                    yield Variant("cut_off", area, name, before, before + by, _with_axis(policy, area, other))
    minimum = policy.eligibility.minimum_jpm
    for by in (CUT_OFF_STEP, -CUT_OFF_STEP):
        if minimum + by >= 0:
            eligibility = policy.eligibility._replace(minimum_jpm=Scaled(minimum + by))
            changed = policy._replace(eligibility=eligibility)
            yield Variant("cut_off", "eligibility", "minimum_jpm", minimum, minimum + by, changed)


def _with_axis(policy: Policy, area: Literal["performance", "potential"], axis: Axis) -> Policy:
    return policy._replace(performance=axis) if area == "performance" else policy._replace(potential=axis)
