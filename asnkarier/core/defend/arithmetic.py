"""The arithmetic of a sealed list redone from its own lines, without the program's way of judging.

Anyone can do the same with a pocket calculator: components times weights make the axes, the axes the talent value, talent and technical
competency the score, the score the rank, and the checks the outcome.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

CLOSE = Fraction(1, 10**9)
"""Numbers stand in JSON with some sixteen digits; sums of them are compared as closely as that allows."""
PARTS = ("candidates", "undetermined_people", "excluded_people")
_OUTCOMES = ("not_met", "unknown", "met")


def wrong(body: Mapping[str, Any]) -> Iterator[str]:
    """Yield, as NIP and what, every line that does not follow from those beside it."""
    for part, outcome in (("candidates", "met"), ("undetermined_people", "unknown"), ("excluded_people", "not_met")):
        for person in body[part]:
            for what in _of(person, outcome):
                yield f"{person['nip']} {what}"
    yield from _ranks(body["candidates"])
    counted = (len(body["candidates"]), len(body["undetermined_people"]))
    if counted != (body["eligible"], body["undetermined"]):
        yield "eligible"
    yield from _counts(body)
    yield from _chosen(body)


def _counts(body: Mapping[str, Any]) -> Iterator[str]:
    """Yield where the counts of the pool do not agree with who stands in the document."""
    people = sum(len(body[part]) for part in PARTS)
    if people != body["considered"]:
        yield "considered"
    pool, out = body["pool"], body["not_considered"]
    counted = {reason: len(nips) for reason, nips in out.items()}
    if counted != pool["not_considered"] or pool["on_duty"] != people + sum(counted.values()):
        yield "pool"


def _chosen(body: Mapping[str, Any]) -> Iterator[str]:
    """Yield where the one chosen does not stand so in the list."""
    said = body["chosen"]
    if said is None:
        return
    person = next((p for part in PARTS for p in body[part] if p["nip"] == said["nip"]), None)
    if person is None or (person["full_name"], person.get("rank"), person["outcome"]) != (
        said["name"],
        said["rank"],
        said["outcome"],
    ):
        yield "chosen"


def _of(person: Mapping[str, Any], outcome: str) -> Iterator[str]:
    found = min((_OUTCOMES.index(check["outcome"]) for check in person["checks"]), default=2)
    if person["outcome"] != outcome or _OUTCOMES[found] != outcome:
        yield "outcome"
    for axis in ("performance", "potential"):
        own = [c for c in person["components"] if c["axis"] == axis]
        if not _axis(own, person, axis):
            yield axis
    if person["talent"] is not None and not _score(person):
        yield "score"


def _score(person: Mapping[str, Any]) -> bool:
    """Tell whether the score is the talent value, joined with technical competency by its weight where the post asks for it."""
    technical = next((c for c in person["components"] if c["axis"] == "target"), None)
    talent = _exact(person["talent"])
    for end in ("low", "high"):
        stated = _exact(person[f"score_{end}"])
        if technical is None:
            due = talent
        else:
            weight = _exact(technical["weight"])
            points = _exact(technical[f"value_{end}"] if technical["value"] is None else technical["value"])
            due = (talent * (100 - weight) + points * weight) / 100
        if abs(stated - due) >= CLOSE:
            return False
    return True


def _axis(components: Sequence[Mapping[str, Any]], person: Mapping[str, Any], axis: str) -> bool:
    """Tell whether an axis is the weighted mean of its components; one that does not apply may leave its weight to the others."""
    weights = [_exact(c["weight"]) for c in components if c.get("applies", True)]
    if not weights:
        return True
    for end in ("low", "high"):
        points = [
            _exact(c[f"value_{end}"] if c["value"] is None else c["value"])
            for c in components
            if c.get("applies", True)
        ]
        total = sum((w * p for w, p in zip(weights, points, strict=True)), Fraction(0))
        stated = _exact(person[f"{axis}_{end}"])
        # Left out and scaled up, counted as nothing, or counted in full: by the policy.
        gone = 100 - sum(weights)
        if not any(
            abs(stated - way) < CLOSE for way in (total / sum(weights), total / 100, (total + gone * 100) / 100)
        ):
            return False
    return True


def _ranks(candidates: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    keys = [tuple(_exact(p[k]) for k in ("score_low", "performance_low", "potential_low")) for p in candidates]
    for place, (person, key) in enumerate(zip(candidates, keys, strict=True)):
        if place and key > keys[place - 1] and any(a - b > CLOSE for a, b in zip(key, keys[place - 1], strict=True)):
            yield f"{person['nip']} rank"
        above = sum(1 for other in keys[:place] if other > key)
        if person["rank"] != above + 1:
            yield f"{person['nip']} rank"


def _exact(value: object) -> Fraction:
    return Fraction(Decimal(repr(value)))
