"""What another policy would change: whose box and whose place differ, and through which components."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import lru_cache
from math import lcm
from typing import NamedTuple

from asnkarier.core.decide.measures import Points, bounds
from asnkarier.core.decide.records import Records
from asnkarier.core.decide.talent import Scorer, Talent
from asnkarier.core.person import Person
from asnkarier.core.rules.talent import Row, TalentRule

AXES = ("performance", "potential")
Span = tuple[Fraction, Fraction]
"""What a component adds to its axis, for sure and at most, in 1/10 000 of a point."""
Added = tuple[Points, int, int]
"""The same before it is worked out: the points, their weight, and all weights of the axis that apply."""


class Through(NamedTuple):
    """One component by both policies; None where a policy does not have it or it does not apply."""

    component: str
    axis: str
    before: Span | None
    after: Span | None

    change: Fraction
    """How far it moves the middle of what is possible."""


class Changed(NamedTuple):
    """One person by both policies: talent, place among those compared, and the components that differ, the greatest first."""

    person: Person
    before: Talent
    after: Talent
    rank_before: int
    rank_after: int
    through: tuple[Through, ...]

    main: Through | None = None
    """The component that does most to move the person the way the person is moved; None where none does."""
    step: int = 0
    """Along the axis of `main`: 1 surely higher, -1 surely lower; 0 where the rows that are possible overlap, or are the same."""

    @property
    def other_box(self) -> bool:
        """Tell whether the boxes that are possible differ."""
        return set(self.before.boxes) != set(self.after.boxes)


def compared(people: Sequence[Person], one: tuple[Scorer, Records], other: tuple[Scorer, Records]) -> list[Changed]:
    """Return those whose box or place differs, in the order of the second policy's places."""
    before = [one[0].talent(person, one[1]) for person in people]
    after = [other[0].talent(person, other[1]) for person in people]
    places = list(zip(ranks(t.value for t in before), ranks(t.value for t in after), strict=True))
    found = []
    for person, first, second, (old, new) in zip(people, before, after, places, strict=True):
        if old == new and set(first.boxes) == set(second.boxes):
            continue
        changed = Changed(person, first, second, old, new, through(person, one, other))
        rule = other[0].setting.talent
        main = _main(changed, rule)
        found.append(changed._replace(main=main, step=_step(changed, main.axis, rule) if main else 0))
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


def through(person: Person, one: tuple[Scorer, Records], other: tuple[Scorer, Records]) -> tuple[Through, ...]:
    """Return the components that add something else to their axis."""
    before, after = added(person, *one), added(person, *other)
    names = dict.fromkeys([*before, *after])
    found = [_through(*name, before.get(name), after.get(name)) for name in names]
    return tuple(sorted([t for t in found if t is not None], key=lambda t: (-abs(t.change), t.component)))


@lru_cache(maxsize=65_536)
def _through(component: str, axis: str, before: Added | None, after: Added | None) -> Through | None:
    """Return what one component does, None where it adds the same: many people have the same points."""
    spans = [_span(part) if part else None for part in (before, after)]
    if spans[0] == spans[1]:
        return None
    old, new = ((span[0] + span[1]) / 2 if span else Fraction(0) for span in spans)
    return Through(component, axis, spans[0], spans[1], new - old)


def _span(part: Added) -> Span:
    (low, high, base), weight, whole = part
    return Fraction(low * weight, base * whole), Fraction(high * weight, base * whole)


def _main(changed: Changed, rule: TalentRule) -> Through | None:
    """Return the greatest change along an axis in the axis' own direction: of the axes whose row or column is another one,
    and where the box stays, of both.
    """
    axes: tuple[str, ...] = AXES
    if changed.other_box:
        rows = {box.number: (box.performance, box.potential) for box in rule.boxes}
        before, after = ([rows[number] for number in t.boxes] for t in (changed.before, changed.after))
        axes = tuple(
            axis for place, axis in enumerate(AXES) if {row[place] for row in before} != {row[place] for row in after}
        )
    best: Through | None = None
    for axis in axes:
        parts = [t for t in changed.through if t.axis == axis]
        moved = sum(t.change for t in parts)
        along = [t for t in parts if t.change * moved > 0] or parts
        for part in along:
            if best is None or abs(part.change) > abs(best.change):
                best = part
    return best


_ROWS: tuple[Row, ...] = ("low", "middle", "high")


def _step(changed: Changed, axis: str, rule: TalentRule) -> int:
    """Tell whether every row that is possible now is above (1) or below (-1) every one that was; 0 where that is not known."""
    rows = {box.number: _ROWS.index(box.performance if axis == AXES[0] else box.potential) for box in rule.boxes}
    before, after = ([rows[number] for number in talent.boxes] for talent in (changed.before, changed.after))
    if not before or not after:
        return 0
    return (min(after) > max(before)) - (max(after) < min(before))


class Share(NamedTuple):
    """How many people one component moves most: into another box, surely upwards or downwards along its axis or one cannot tell
    which way, or only to another place.
    """

    component: str
    axis: str
    higher_box: int
    lower_box: int
    unclear_box: int
    only_place: int


def shares(changed: Sequence[Changed]) -> list[Share]:
    """Count the people by the component that moves them most, the one with most other boxes first."""
    counted: dict[tuple[str, str], list[int]] = {}
    for one in changed:
        if one.main is None:
            continue
        counts = counted.setdefault((one.main.component, one.main.axis), [0, 0, 0, 0])
        counts[{1: 0, -1: 1, 0: 2}[one.step] if one.other_box else 3] += 1
    found = [Share(*key, *counts) for key, counts in counted.items()]
    return sorted(
        found, key=lambda s: (-(s.higher_box + s.lower_box + s.unclear_box), -s.only_place, s.axis, s.component)
    )


def added(person: Person, scorer: Scorer, records: Records) -> dict[tuple[str, str], Added]:
    """Return what each component adds to its axis, the weights of those that do not apply shared out."""
    policy = scorer.setting.policy
    kept: dict[tuple[str, str], tuple[Points, int]] = {}
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
