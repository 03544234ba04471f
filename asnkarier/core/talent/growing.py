"""Measures of what people achieve and how they grow: the unit led, targets, leadership training, plan and mentoring."""

from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction

from asnkarier.core.decide.checks.personal import served_from
from asnkarier.core.decide.checks.service import units_led
from asnkarier.core.decide.evaluated import expected, owed, years_asked
from asnkarier.core.decide.measures import ANYTHING, Measured, Points, bounds, direct, joined_years
from asnkarier.core.decide.records import Indicator, Led, Records
from asnkarier.core.decide.target import Setting
from asnkarier.core.numbers import SCALE
from asnkarier.core.person import Person
from asnkarier.core.policy import Component
from asnkarier.core.rules.appraisal import UNIT_PREDICATES

_RANK: dict[str, int] = {predicate: place for place, predicate in enumerate(UNIT_PREDICATES)}
_GOOD = _RANK["baik"]


def _team_results(component: Component, setting: Setting) -> Measured:
    missing = bounds(component)
    points = {name: component.points_named(name) for name in component.names}
    years = years_asked(setting.as_of, component.years)

    def between(*names: str) -> Points:
        found = [points[name] for name in names]
        return min(found), max(found), 1

    def measured(person: Person, records: Records) -> Points | None:
        units = units_led(person, records, setting.as_of)
        sure = full_years(units, years)
        if not sure:
            possible = any(_whole(year, led.earliest, led.until) for led in units for year in years)
            return ANYTHING if possible or person.position_id is None else None
        told = next((year for year in sure if year in records.unit_predicates.get(sure[year].unit, {})), None)
        if told is None or not sure[told].exact:
            return missing
        known = records.unit_predicates[sure[told].unit]
        during = _RANK[known[told]]
        before = known.get(date.fromordinal(sure[told].first or sure[told].earliest).year - 1)
        kept = "kept" if during <= _GOOD else "other"
        if before is None:
            # Nothing stands above the lowest predicate to have risen from, and nothing below it to have risen to.
            return between(kept) if during == len(_RANK) - 1 else between("rose", kept)
        return between("rose" if during < _RANK[before] else kept)

    return measured


def full_years(units: Sequence[Led], years: Sequence[int]) -> dict[int, Led]:
    """Return those of `years` in which a unit was led from the first day to the last, each with it."""
    found = {}
    for year in years:
        led = next((one for one in units if one.first is not None and _whole(year, one.first, one.until)), None)
        if led is not None:
            found[year] = led
    return found


def _whole(year: int, first: int, until: int) -> bool:
    return first <= date(year, 1, 1).toordinal() and date(year, 12, 31).toordinal() <= until


def achievement(indicator: Indicator) -> tuple[int, int] | None:
    """Return how far an indicator was reached as a quotient between 0 and 1; None where nothing was recorded.

    Where lower is better, what is above the target is taken off: twice the target is 0.
    """
    target, realised = indicator.target, indicator.realised
    if realised is None:
        return None
    if indicator.direction == "lower":
        if realised <= target:
            return 1, 1
        return (max(0, 2 * target - realised), target) if target > 0 else (0, 1)
    if target <= 0:
        return (1, 1) if realised >= target else (0, 1)
    return max(0, min(realised, target)), target


def _targets(component: Component, setting: Setting) -> Measured:
    missing = bounds(component)
    years = years_asked(setting.as_of, component.years)

    def measured(person: Person, records: Records) -> Points | None:
        found: dict[int, list[Indicator]] = {}
        for indicator in records.indicators.get(person.id, ()):
            if indicator.year in years:
                found.setdefault(indicator.year, []).append(indicator)
        asked = expected(years, found, owed(person, records))
        if found:
            # Of whom no indicators are expected, the years without any say nothing.
            unknown = None if len(found) == len(asked) or _exempt(person, records, setting) else (0, 100 * SCALE)
            return joined_years(component, asked, {year: _reached(rows) for year, rows in found.items()}, unknown)
        if not asked:
            return None
        if _exempt(person, records, setting):
            return None
        return ANYTHING if setting.kind_of(person.position_id) is None else missing

    return measured


def _reached(indicators: Sequence[Indicator]) -> tuple[Fraction, Fraction, int]:
    """Return the percent reached of all indicators together and how many they are; open where one was not recorded."""
    low = high = Fraction(0)
    for indicator in indicators:
        reached = achievement(indicator)
        low += Fraction(*reached) if reached else 0
        high += Fraction(*reached) if reached else 1
    return low * 100 * SCALE, high * 100 * SCALE, len(indicators)


def _exempt(person: Person, records: Records, setting: Setting) -> bool:
    rule = setting.talent
    if setting.own_law(person.position_id) in rule.without_indicators_own_law:
        return True
    kind = setting.kind_of(person.position_id)
    if kind is None or not kind.startswith("jf_"):
        return False
    before = setting.as_of.toordinal()
    post = next((p for p in reversed(records.postings.get(person.id, ())) if not p.record and p.since <= before), None)
    if post is None:
        return False
    of = records.classes[post.of]
    if of.family in rule.without_indicators:
        return True
    name = f"{of.name_key} "
    after = [name[len(one) + 1 :] for one in rule.without_indicators_named if name.startswith(f"{one} ")]
    return bool(after) and not any(
        rest.startswith(f"{word} ") for rest in after for word in rule.without_indicators_other
    )


def _leadership_training(component: Component, setting: Setting) -> Measured:
    missing = bounds(component)
    done, undone = ((component.points_named(name),) * 2 + (1,) for name in ("done", "not_done"))
    wanted = setting.leadership
    # Kinds stand from the highest down. Who finished a training for a higher level is ready for the one held too: that the policy asks.
    # IP ASN counts by the letter of its law, the training for the level held alone.
    order = {level: place for place, level in enumerate(dict.fromkeys(wanted.values()))}

    def measured(person: Person, records: Records) -> Points | None:
        kind = setting.kind_of(person.position_id)
        if kind is None:
            return ANYTHING
        level = wanted.get(kind)
        if level is None:
            return None
        found = records.leadership.get(person.id, ())
        if any(order.get(taken, len(order)) <= order[level] for taken in found):
            return done
        return (
            undone
            if records.covers("trainings", setting.day, served_from(person) or "") and "" not in found
            else missing
        )

    return measured


def _plan_progress(component: Component, setting: Setting) -> Measured:
    missing, day = bounds(component), setting.day

    def measured(person: Person, records: Records) -> Points:
        due = [(on, done) for on, done, _ in records.steps.get(person.id, ()) if on <= day]
        if not due:
            return missing
        kept = sum(1 for on, done in due if done and done <= on)
        return direct(component, (kept * 100 * SCALE, kept * 100 * SCALE, len(due)))

    return measured


def _mentoring(component: Component, setting: Setting) -> Measured:
    active, inactive = ((component.points_named(name),) * 2 + (1,) for name in ("active", "inactive"))
    first = f"{setting.as_of.year:04}-01-01"

    def measured(person: Person, records: Records) -> Points | None:
        newest = records.mentored.get(person.id)
        if newest is None:
            return None
        return active if newest[0] >= first else inactive

    return measured


GROWING: dict[str, Callable[[Component, Setting], Measured]] = {
    "team_results": _team_results,
    "targets": _targets,
    "leadership_training": _leadership_training,
    "plan_progress": _plan_progress,
    "mentoring": _mentoring,
}
