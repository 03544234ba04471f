"""What another policy would change: whose box and whose place differ, and what moves them (see `causes`)."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import lru_cache
from math import lcm
from typing import NamedTuple

from asnkarier.core.decide.measures import Points, bounds
from asnkarier.core.decide.records import Records
from asnkarier.core.decide.talent import AxisName, Scorer, Talent
from asnkarier.core.decide.talent import added as added_up
from asnkarier.core.person import Person
from asnkarier.core.rules.talent import Row, TalentRule
from asnkarier.core.talent.causes import AXES, Cause, Part, Side, Through, Weighed, of_box, of_place

Added = tuple[Points, int, int]
"""What a component adds before it is worked out: the points, their weight, and all weights of the axis that apply."""


class Changed(NamedTuple):
    """One person by both policies: talent, place among those compared, and the components that differ, the greatest first."""

    person: Person
    before: Talent
    after: Talent
    rank_before: int
    rank_after: int
    through: tuple[Through, ...]

    box_causes: tuple[Cause, ...] = ()
    """What makes other boxes possible, that which moves furthest first; empty where the boxes stay."""
    place_causes: tuple[Cause, ...] = ()
    """What makes the place another one, in the same way."""
    step: int = 0
    """Where `main` moves a box: along its axis 1 surely higher, -1 surely lower; 0 where the rows that are possible overlap, or stay."""

    @property
    def main(self) -> Cause:
        """What moves the person most: into another box, else to another place."""
        return (self.box_causes or self.place_causes)[0]

    @property
    def other_box(self) -> bool:
        """Tell whether the boxes that are possible differ."""
        return set(self.before.boxes) != set(self.after.boxes)


def compared(people: Sequence[Person], one: Side, other: Side) -> list[Changed]:
    """Return those whose box or place differs, in the order of the second policy's places."""
    before = [one[0].talent(person, one[1]) for person in people]
    after = [other[0].talent(person, other[1]) for person in people]
    shares = [
        (side[0].setting.policy.talent_performance, side[0].setting.policy.talent_potential) for side in (one, other)
    ]
    first, last = ranks(t.value for t in before), ranks(t.value for t in after)
    # The new components under the old shares: what the shares do besides shows against it.
    between = [added_up(t.performance, shares[0][0], t.potential, shares[0][1]) for t in after]
    middle = last if shares[0] == shares[1] else ranks(between)
    rule = other[0].setting.talent
    found = []
    for at, (person, old, new) in enumerate(zip(people, before, after, strict=True)):
        places = first[at], middle[at], last[at]
        if places[0] == places[2] and set(old.boxes) == set(new.boxes):
            continue
        parts = through(person, one, other, old)
        changed = Changed(person, old, new, places[0], places[2], parts)
        if changed.other_box:
            changed = changed._replace(box_causes=of_box(person, one, other, (old, new), parts))
        changed = changed._replace(place_causes=of_place(places, (old.value, between[at]), shares[0], parts))
        if changed.other_box:
            changed = changed._replace(step=_step(changed, changed.main.axis, rule))
        found.append(changed)
    return sorted(found, key=lambda changed: (changed.rank_after, changed.person.id))


def ranks(values: Iterable[Points]) -> list[int]:
    """Return the place of each value by its sure part; equal ones share a place."""
    listed = list(values)
    base = lcm(*{value[2] for value in listed}) if listed else 1
    sure = [value[0] * (base // value[2]) for value in listed]
    place: dict[int, int] = {}
    for number, value in enumerate(sorted(sure, reverse=True), 1):
        place.setdefault(value, number)
    return [place[value] for value in sure]


def through(person: Person, one: Side, other: Side, talent: Talent) -> tuple[Through, ...]:
    """Return the components that weigh or measure otherwise; `talent` is the person's by the first policy."""
    before, after = added(person, *one), added(person, *other)
    stood = dict(zip(AXES, (talent.performance, talent.potential), strict=True))
    names = dict.fromkeys([*before, *after])
    found = [_through(*name, before.get(name), after.get(name), stood[name[1]]) for name in names]
    return tuple(sorted([t for t in found if t is not None], key=lambda t: (-abs(t.change), t.component)))


@lru_cache(maxsize=65_536)
def _through(
    component: str, axis: AxisName, before: Added | None, after: Added | None, stood: Points
) -> Through | None:
    """Return what one component does, None where it counts the same: many people have the same points."""
    old, new = (_weighed(part) if part else None for part in (before, after))
    if old == new:
        return None
    moved = tuple(
        sum(
            (
                sign * side.share * (side.points[end] - Fraction(stood[end], stood[2]))
                for sign, side in ((1, new), (-1, old))
                if side is not None
            ),
            Fraction(0),
        )
        for end in (0, 1)
    )
    return Through(component, axis, old, new, (moved[0] + moved[1]) / 2, (moved[0], moved[1]))


def _weighed(part: Added) -> Weighed:
    (low, high, base), weight, whole = part
    return Weighed((Fraction(low, base), Fraction(high, base)), Fraction(weight, whole))


_ROWS: tuple[Row, ...] = ("low", "middle", "high")


def _step(changed: Changed, axis: str | None, rule: TalentRule) -> int:
    """Tell whether every row that is possible now is above (1) or below (-1) every one that was; 0 where that is not known."""
    rows = {box.number: _ROWS.index(box.performance if axis == AXES[0] else box.potential) for box in rule.boxes}
    before, after = ([rows[number] for number in talent.boxes] for talent in (changed.before, changed.after))
    if not before or not after:
        return 0
    return (min(after) > max(before)) - (max(after) < min(before))


class Share(NamedTuple):
    """How many people one component, or one part of the policy beside them, moves most: into another box, surely upwards or
    downwards along its axis or one cannot tell which way, or only to another place.
    """

    component: str
    axis: str | None
    cause: Part
    higher_box: int
    lower_box: int
    unclear_box: int
    only_place: int


def shares(changed: Sequence[Changed]) -> list[Share]:
    """Count the people by what moves them most, that with most other boxes first; a component of which only the place is moved
    counts on its axis.
    """
    counted: dict[tuple[str, str | None, Part], list[int]] = {}
    for one in changed:
        main = one.main
        axis = main.through.axis if main.through else main.axis
        counts = counted.setdefault((main.name, axis, main.part), [0, 0, 0, 0])
        counts[{1: 0, -1: 1, 0: 2}[one.step] if one.other_box else 3] += 1
    found = [Share(*key, *counts) for key, counts in counted.items()]
    return sorted(
        found,
        key=lambda s: (-(s.higher_box + s.lower_box + s.unclear_box), -s.only_place, s.axis or "", s.component),
    )


def added(person: Person, scorer: Scorer, records: Records) -> dict[tuple[str, AxisName], Added]:
    """Return what each component adds to its axis, the weights of those that do not apply shared out."""
    policy = scorer.setting.policy
    kept: dict[tuple[str, AxisName], tuple[Points, int]] = {}
    for name, points, weight, axis in scorer.components(person, records):
        if points is None:
            rule = policy.components[name].when_not_applicable
            if rule == "scale":
                continue
            fixed = 0 if rule == "zero" else bounds(policy.components[name])[1]
            points = (fixed, fixed, 1)
        kept[name, axis] = (points, weight)
    whole = {a: sum(w for (_, axis), (_, w) in kept.items() if axis == a) for a in AXES}
    return {key: (points, weight, whole[key[1]]) for key, (points, weight) in kept.items()}
