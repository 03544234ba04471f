"""Talent: performance, potential, the box they make, and the value a list is ranked by — each a range where data is missing."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from asnkarier.core.decide.evaluated import (
    BY_YEAR,
    RANK,
    Own,
    expected,
    last_measured,
    own_years,
    year_of,
    years_asked,
    years_measured,
)
from asnkarier.core.decide.measures import Measured, Points, bounds, technical_range
from asnkarier.core.decide.records import Evaluation, Records
from asnkarier.core.decide.target import Setting, Target
from asnkarier.core.numbers import SCALE
from asnkarier.core.person import Person
from asnkarier.core.policy import Axis, Component, TechnicalShare
from asnkarier.core.talent.measuring import measure

WHOLE = 100 * SCALE
ROWS = ("low", "middle", "high")
GRACED = frozenset({"predicate", "work_result", "behaviour"})
"""Measures of evaluations for whose newest year older ones may stand in."""
CAPPED = -1
"""The highest row of someone whom the ceiling holds in the low one."""


class Part(NamedTuple):
    """One component of an axis, ready to be measured."""

    name: str
    weight: int
    measured: Measured
    when_not_applicable: str
    bounds: Points


AxisName = Literal["performance", "potential"]


class Counted(NamedTuple):
    """What a component counts on one axis: its points (None: it does not apply) and its weight there."""

    name: str
    points: Points | None
    weight: int
    axis: AxisName


class Talent(NamedTuple):
    """One person's talent: axes and value as exact ranges in 1/10 000 of a point, and the boxes that are possible."""

    performance: Points
    potential: Points
    value: Points
    boxes: tuple[int, ...]
    capped: bool
    """The last annual predicate holds the person in the low row."""

    @property
    def box(self) -> int | None:
        """The box, where only one is possible."""
        return self.boxes[0] if len(self.boxes) == 1 else None


def added(one: Points, weight: int, other: Points, other_weight: int) -> Points:
    """Return the weighted mean of two values; the weights add to 100 %."""
    low = one[0] * weight * other[2] + other[0] * other_weight * one[2]
    high = one[1] * weight * other[2] + other[1] * other_weight * one[2]
    return low, high, one[2] * other[2] * (weight + other_weight)


class Scorer:
    """Measures people by one policy on one day."""

    def __init__(self, setting: Setting) -> None:
        """Make the components of the policy ready."""
        self.setting = setting
        policy = setting.policy
        self.performance = self._parts(policy.performance)
        self.potential = self._parts(policy.potential)
        self._ceiling: frozenset[str] = frozenset(policy.ceiling)
        self._held: dict[tuple[int, Own], tuple[bool, bool]] = {}
        self._years = max([1, *(one.years for one in policy.components.values())])
        boxes = {(b.performance, b.potential): b.number for b in setting.talent.boxes}
        self._boxes = [[boxes[row, column] for column in ROWS] for row in ROWS]  # type: ignore[index]  # rows and columns are the words of Row
        self._potential_axis = policy.potential
        measured = {policy.components[name].measure for name in policy.performance.weights}
        self.by_pattern = measured <= {"predicate", "work_result", "behaviour", "consistency"}
        self._performances: dict[tuple[int, Own], tuple[Points, tuple[int, int]]] = {}
        graced = [
            one.years for name in policy.performance.weights if (one := policy.components[name]).measure in GRACED
        ]
        day = setting.as_of
        within = (day.month, day.day) <= policy.eligibility.grace_until
        self._graced = max([*graced, *([1] if policy.ceiling else [])], default=0) if within else 0
        """How many years count of which older ones may stand in for the newest, 0 where none may."""
        weighed = [policy.components[name] for name in (*policy.performance.weights, *policy.potential.weights)]
        self._by_year = max([one.years for one in weighed if one.measure in BY_YEAR], default=0)
        self._stand_in: dict[tuple[int, Own], tuple[int, ...]] = {}
        self._possible: dict[tuple[int, ...], tuple[int, ...]] = {}
        self._alike: dict[tuple[object, ...], Talent] = {}
        self._weights = (policy.talent_performance, policy.talent_potential)

    def _parts(self, axis: Axis) -> list[Part]:
        result = []
        for name, weight in axis.weights.items():
            component = self.setting.policy.components[name]
            result.append(
                Part(name, weight, measure(component, self.setting), component.when_not_applicable, bounds(component))
            )
        return result

    def components(self, person: Person, records: Records) -> list[Counted]:
        """Return what each component of both axes counts, for display; a policy may weigh one on both."""
        axes: tuple[tuple[AxisName, list[Part]], ...] = (
            ("performance", self.performance),
            ("potential", self.potential),
        )
        return [
            Counted(part.name, part.measured(person, records), part.weight, axis)
            for axis, parts in axes
            for part in parts
        ]

    def talent(self, person: Person, records: Records) -> Talent:
        """Return one person's talent; two people who are given the very same object have the same points in every component."""
        found = tuple([part.measured(person, records) for part in self.potential])
        if self.by_pattern:
            # Where performance rests on evaluations alone, everyone of one pattern has the same.
            pattern = self.evaluated_as(person, records)
            alike = self._alike.get((pattern, found))
            if alike is not None:
                return alike
            rows = self._performances.get(pattern)
            if rows is None:
                performance = _axis(self.performance, person, records)
                rows = self._performances[pattern] = performance, self._row(performance, person, records)
            talent = self._alike[pattern, found] = self._talent(rows, joined(self.potential, found))
            return talent
        performance = _axis(self.performance, person, records)
        rows = performance, self._row(performance, person, records)
        return self._talent(rows, joined(self.potential, found))

    def supposing(
        self, person: Person, records: Records, points: Mapping[str, Points], *, ceiling: bool = True
    ) -> Talent:
        """Return the talent a person would have with other points in some components, and perhaps free of the ceiling."""

        def supposed(part: Part) -> Part:
            given = points.get(part.name)
            return part if given is None else part._replace(measured=lambda person, records: given)

        performance = _axis([supposed(part) for part in self.performance], person, records)
        potential = _axis([supposed(part) for part in self.potential], person, records)
        rows = (
            self._row(performance, person, records)
            if ceiling
            else rows_of(performance, self.setting.policy.performance)
        )
        return self._talent((performance, rows), potential)

    def _row(self, performance: Points, person: Person, records: Records) -> tuple[int, int]:
        """Return the lowest and the highest row of the boxes; the ceiling may hold a person in the low one."""
        capped, possibly = self.held_down(person, records)
        low, high = rows_of(performance, self.setting.policy.performance)
        return (0, CAPPED) if capped else (0 if possibly else low, high)

    def _talent(self, performance: tuple[Points, tuple[int, int]], potential: Points) -> Talent:
        points, (row_low, row_high) = performance
        column_low, column_high = rows_of(potential, self._potential_axis)
        corners = (row_low, row_high, column_low, column_high)
        boxes = self._possible.get(corners)
        if boxes is None:
            boxes = self._possible[corners] = tuple(
                self._boxes[row][column]
                for row in range(row_low, max(row_high, 0) + 1)
                for column in range(column_low, column_high + 1)
            )
        value = added(points, self._weights[0], potential, self._weights[1])
        return Talent(points, potential, value, boxes, row_high == CAPPED)

    def held_down(self, person: Person, records: Records) -> tuple[bool, bool]:
        """Tell whether the last annual predicate is under the ceiling, for sure and possibly."""
        pattern = self.evaluated_as(person, records)
        known = self._held.get(pattern)
        if known is None:
            known = self._held[pattern] = self._under_ceiling(records.patterns[pattern[0]], pattern[1])
        return known

    def stand_in(self, person: Person, records: Records) -> tuple[int, ...]:
        """Return the years that stand in for a newest one not recorded yet, where evaluations by year count; else nothing."""
        if not self._graced:
            return ()
        pattern = self.evaluated_as(person, records)
        known = self._stand_in.get(pattern)
        if known is None:
            setting = self.setting
            grace, rows = setting.policy.eligibility.grace_until, records.patterns[pattern[0]]
            years = years_measured(rows, setting.as_of, self._graced, grace, pattern[1])
            known = self._stand_in[pattern] = years if years and years[0] < setting.as_of.year - 1 else ()
        return known

    def away(self, person: Person, records: Records) -> tuple[int, ...]:
        """Return the years looked at that the person spent wholly away and of which nothing is recorded, newest first."""
        away = records.away.get(person.id)
        if not away:
            return ()
        recorded = {row.year for row in records.patterns[records.pattern(person.id)]}
        years = years_asked(self.setting.as_of, self._by_year)
        return tuple([year for year in years if year in away and year not in recorded])

    def years_of(self, component: Component, person: Person, records: Records) -> tuple[int, ...]:
        """Return the years whose evaluations a component measures, newest first."""
        setting = self.setting
        rows, own = records.patterns[records.pattern(person.id)], own_years(person, records, setting.as_of, self._years)
        if component.measure in GRACED:
            return years_measured(rows, setting.as_of, component.years, setting.policy.eligibility.grace_until, own)
        return expected(years_asked(setting.as_of, component.years), {row.year for row in rows}, own)

    def evaluated_as(self, person: Person, records: Records) -> tuple[int, Own]:
        """Return what all that rests on evaluations alone follows from: their pattern, and the years of who is new or was away."""
        return records.pattern(person.id), own_years(person, records, self.setting.as_of, self._years)

    def _under_ceiling(self, rows: Sequence[Evaluation], own: Own) -> tuple[bool, bool]:
        if not self._ceiling:
            return False, False
        setting = self.setting
        year = last_measured(rows, setting.as_of, setting.policy.eligibility.grace_until, own)
        if year is None:
            return False, False
        found = year_of(rows, year)
        if found is None:
            return False, True
        between = {p for p in RANK if RANK[found.best] <= RANK[p] <= RANK[found.worst]}
        return between <= self._ceiling, bool(between & self._ceiling)


def _axis(parts: Sequence[Part], person: Person, records: Records) -> Points:
    return joined(parts, [part.measured(person, records) for part in parts])


def joined(parts: Sequence[Part], found: Sequence[Points | None]) -> Points:
    """Return the weighted mean of the components of an axis, of what was found of each."""
    low = high = weights = 0
    base = 1
    for (_name, weight, _measured, when_not_applicable, (_, best, _)), points in zip(parts, found, strict=True):
        if points is None:
            if when_not_applicable == "scale":
                continue
            fixed = 0 if when_not_applicable == "zero" else best
            points = (fixed, fixed, 1)
        weights += weight
        least, most, divisor = points
        if divisor == 1:
            low += weight * least * base
            high += weight * most * base
        else:
            low = low * divisor + weight * least * base
            high = high * divisor + weight * most * base
            base *= divisor
    return (low, high, base * weights) if weights else (0, WHOLE, 1)


def rows_of(value: Points, axis: Axis) -> tuple[int, int]:
    """Return the lowest and the highest row (0 low, 1 middle, 2 high) a value may lie in. Bands are half-open."""
    low, high, base = value
    middle, top = axis.middle_from * base, axis.high_from * base
    return (low >= middle) + (low >= top), (high >= middle) + (high >= top)


def target_score(talent: Talent, levels: Mapping[int, int], target: Target, setting: Setting) -> Points:
    """Return the value for a target post: talent and technical competency by the policy's share for its kind."""
    found = target_share(levels, target, setting)
    if found is None:
        return talent.value
    technical, share = found
    return added(talent.value, share.talent, technical, share.technical)


def target_share(levels: Mapping[int, int], target: Target, setting: Setting) -> tuple[Points, TechnicalShare] | None:
    """Return the points for technical competency against the target post and what they weigh; None where the post asks for none."""
    share = setting.policy.technical.get(target.kind)
    found = technical_range(target.profile.technical, levels) if share else None
    if share is None or found is None:
        return None
    low, high, base = found
    return (min(low, WHOLE * base), min(high, WHOLE * base), base), share


def decimal(value: int, base: int) -> float:
    """Return an exact quotient of 1/10 000 of a point as a number for display."""
    return value / (base * SCALE)
