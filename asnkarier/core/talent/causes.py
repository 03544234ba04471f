"""What moves a person between two policies: the components, the bands, the ceiling, the shares of both axes, or other people.

The parts of the second policy are put in the place of the first one's in the order in which talent is worked out, each time with
the rest left as it was. Named is each part at whose turn the row, the column or the place moves the way it moves in the end. So a
component is a cause only where the new value lies on another side of the *first* policy's bands; where it does not, the bands or
the ceiling are.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from asnkarier.core.decide.measures import Points
from asnkarier.core.decide.records import Records
from asnkarier.core.decide.talent import AxisName, Scorer, Talent, rows_of
from asnkarier.core.person import Person

AXES: tuple[AxisName, ...] = ("performance", "potential")
Span = tuple[Fraction, Fraction]
"""The sure part and the most that is possible, in 1/10 000 of a point."""
Part = Literal["component", "bands", "ceiling", "shares", "others"]
_TAKEN_OVER: tuple[Part, ...] = ("component", "bands", "ceiling")
Held = Literal["no", "perhaps", "yes"]
"""Whether the ceiling holds a person in the low row."""
Side = tuple[Scorer, Records]


class Weighed(NamedTuple):
    """A component by one policy: its points, and its share of the axis (1 is the whole), that of those that do not apply shared out."""

    points: Span
    share: Fraction

    @property
    def added(self) -> Span:
        """What it adds to the axis."""
        return self.points[0] * self.share, self.points[1] * self.share


class Through(NamedTuple):
    """One component by both policies; None where a policy does not have it or it does not apply.

    What it moves is told against what the axis stood at by the first policy: a component at that value moves nothing, whatever it
    weighs, one below it pulls the axis down by the weight it gains. What all components move adds up to what the axis moves.
    """

    component: str
    axis: AxisName
    before: Weighed | None
    after: Weighed | None

    change: Fraction
    """How far it moves the middle of what is possible."""
    moved: Span
    """How far it moves the sure part and the most that is possible."""


class Cause(NamedTuple):
    """One part that moves a person.

    `others`: the person's own value stays or goes the other way, but that of others goes further.
    """

    part: Part
    axis: AxisName | None
    """The axis that moves; None for a place, which hangs on both."""
    far: int
    """How many rows and columns (over both ends of what is possible) or places it moves."""
    through: Through | None = None
    """Of components, the one that does most of it."""
    held: tuple[Held, Held] | None = None
    """Whether the ceiling holds the person, by both policies."""
    value: tuple[Fraction, Fraction] | None = None
    """The person's own sure talent value before and with the new components, where others move the person."""

    @property
    def name(self) -> str:
        """The component, else the part of the policy."""
        return self.through.component if self.through else self.part


def of_box(
    person: Person, one: Side, other: Side, talents: tuple[Talent, Talent], parts: Sequence[Through]
) -> tuple[Cause, ...]:
    """Return what moves a person into another box, or makes others possible, that which moves furthest first."""
    found = []
    for axis in AXES:
        held = one[0].held_down(person, one[1]), other[0].held_down(person, other[1])
        rows = _rows(axis, (one[0], other[0]), talents, held)
        net = [rows[-1][end] - rows[0][end] for end in (0, 1)]
        for part, before, after in zip(_TAKEN_OVER, rows, rows[1:], strict=False):
            steps = [after[end] - before[end] for end in (0, 1)]
            ends = [end for end in (0, 1) if steps[end] * net[end] > 0]
            if not ends:
                continue
            cause = Cause(part, axis, sum(abs(steps[end]) for end in ends))
            if part == "component":
                ways = [(end, 1 if net[end] > 0 else -1) for end in ends]
                mine = [t for t in parts if t.axis == axis]
                cause = cause._replace(through=_most((t, max(t.moved[end] * way for end, way in ways)) for t in mine))
            elif part == "ceiling":
                cause = cause._replace(held=(_held(held[0]), _held(held[1])))
            found.append(cause)
    return _furthest(found)


def of_place(
    places: tuple[int, int, int],
    values: tuple[Points, Points],
    shares: tuple[int, int],
    parts: Sequence[Through],
) -> tuple[Cause, ...]:
    """Return what moves a person to another place.

    The places and values are those by the first policy and with the components of the second under the shares of the first; the
    last place is that by the second policy.
    """
    net = places[2] - places[0]
    by_parts, by_shares = places[1] - places[0], places[2] - places[1]
    found = []
    if by_parts * net > 0:
        own = Fraction(values[0][0], values[0][2]), Fraction(values[1][0], values[1][2])
        # A place is better the smaller it is.
        if (own[1] - own[0]) * by_parts < 0:
            way = -1 if by_parts > 0 else 1
            weights = dict(zip(AXES, shares, strict=True))
            most = _most((t, t.moved[0] * weights[t.axis] * way) for t in parts)
            found.append(Cause("component", None, abs(by_parts), most))
        else:
            found.append(Cause("others", None, abs(by_parts), value=own))
    if by_shares * net > 0:
        found.append(Cause("shares", None, abs(by_shares)))
    return _furthest(found)


def _rows(
    axis: AxisName,
    scorers: tuple[Scorer, Scorer],
    talents: tuple[Talent, Talent],
    held: tuple[tuple[bool, bool], tuple[bool, bool]],
) -> list[tuple[int, int]]:
    """Return the lowest and the highest row by the first policy, and with components, bands and ceiling taken over one by one."""
    old, new = (talent.performance if axis == "performance" else talent.potential for talent in talents)
    policies = [scorer.setting.policy for scorer in scorers]
    before, after = (policy.performance if axis == "performance" else policy.potential for policy in policies)
    here, there = held if axis == "performance" else ((False, False), (False, False))
    return [
        _under(here, rows_of(old, before)),
        _under(here, rows_of(new, before)),
        _under(here, rows_of(new, after)),
        _under(there, rows_of(new, after)),
    ]


def _under(held: tuple[bool, bool], rows: tuple[int, int]) -> tuple[int, int]:
    """Return the rows that the ceiling leaves possible; it holds for sure or possibly."""
    surely, possibly = held
    return (0, 0) if surely else (0, rows[1]) if possibly else rows


def _held(ceiling: tuple[bool, bool]) -> Held:
    return "yes" if ceiling[0] else "perhaps" if ceiling[1] else "no"


def _most(pushes: Iterable[tuple[Through, Fraction]]) -> Through | None:
    """Return the component that pushes furthest the way that is asked."""
    return max(pushes, key=lambda push: push[1], default=(None, 0))[0]


def _furthest(causes: Sequence[Cause]) -> tuple[Cause, ...]:
    """Put first what moves furthest; of equal ones the components, which the others only follow, and of these the greater."""

    def key(cause: Cause) -> tuple[int, int, Fraction]:
        order = _TAKEN_OVER.index(cause.part) if cause.part in _TAKEN_OVER else 0
        return -cause.far, order, -abs(cause.through.change) if cause.through else Fraction(0)

    return tuple(sorted(causes, key=key))
