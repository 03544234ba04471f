"""Measures: what a component of performance or potential counts, as points between a lowest and a highest possible value.

Points are exact quotients: (lowest numerator, highest numerator, denominator), in 1/10 000 of a point. The two differ where data is
missing: what is not known lies anywhere the component allows. None says that the measure does not apply to the person.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import cache
from operator import itemgetter

from asnkarier.core.anniversary import anniversary, first_within
from asnkarier.core.decide.checks.competence import jpm_range
from asnkarier.core.decide.checks.conduct import asked_since, in_force, served, within
from asnkarier.core.decide.checks.service import years_in_post, years_scaled
from asnkarier.core.decide.evaluated import (
    RANK,
    Own,
    decisive,
    expected,
    owed,
    own_years,
    year_of,
    years_asked,
    years_measured,
)
from asnkarier.core.decide.experience import Experience
from asnkarier.core.decide.records import Assignment, Evaluation, Records, Sanction
from asnkarier.core.decide.schooling import fields_of, schooled
from asnkarier.core.decide.target import Setting
from asnkarier.core.gap import HIGHEST
from asnkarier.core.names import folded
from asnkarier.core.numbers import SCALE
from asnkarier.core.person import Person
from asnkarier.core.policy import Component
from asnkarier.core.rules.appraisal import PREDICATES
from asnkarier.core.rules.sanctions import WORST_OR_SERVED

Points = tuple[int, int, int]
Measured = Callable[[Person, Records], Points | None]
ENDLESS = 10**9
"""More than any number of hours or years."""


def bounds(component: Component) -> Points:
    """Return the points of a component without any data."""
    return (*component.open_range(), 1)


ANYTHING: Points = (0, 100 * SCALE, 1)
"""Where it is not even known whether a measure applies: left out, the others would stand for it at any value."""


def direct(component: Component, found: Points) -> Points:
    """Return a number as its own points, or by the steps of the ladder."""
    low, high, base = found
    if component.steps:
        return (*component.between(low // base, high // base), 1)
    least, cap = component.at_least * base, component.cap * base
    return min(cap, max(least, low)), min(cap, max(least, high)), base


def joined(component: Component, found: Sequence[tuple[int, int]]) -> Points:
    """Join the points of several years or records (newest first, at least one) as the component says."""
    lows, highs = [low for low, _ in found], [high for _, high in found]
    if component.join == "mean":
        return sum(lows), sum(highs), len(found)
    if component.join == "best":
        return max(lows), max(highs), 1
    if component.join == "sum":
        return min(component.cap, sum(lows)), min(component.cap, sum(highs)), 1
    return (*found[0], 1)


def joined_years(
    component: Component,
    years: Sequence[int],
    sums: Mapping[int, tuple[Fraction | int, Fraction | int, Fraction | int]],
    unknown: tuple[int, int] | None = None,
    *,
    by_entry: bool = False,
) -> Points | None:
    """Join what was counted in those of `years` (newest first) that have anything, and return its points.

    A sum is (lowest, highest, of how many entries), and a year counts by the mean of its entries, however many they are; in the
    mean `by_entry` every entry counts alike.
    None where no year has any. With `unknown` a year without any is missing, and its mean lies between the two; of `latest` the
    newest year that has any stays the one that counts.
    """
    found = [sums[year] for year in years if year in sums]
    if not found:
        return None
    if unknown is not None and component.join != "latest":
        found = [*found, *[(*unknown, 1)] * (len(years) - len(found))]
    lows, highs = (
        [Fraction(low) / count for low, _, count in found],
        [Fraction(high) / count for _, high, count in found],
    )
    if component.join == "mean":
        weights = [count if by_entry else 1 for _, _, count in found]
        low, high = (
            sum((mean * weight for mean, weight in zip(ends, weights, strict=True)), Fraction(0)) / sum(weights)
            for ends in (lows, highs)
        )
    elif component.join == "best":
        low, high = max(lows), max(highs)
    elif component.join == "sum":
        low, high = sum(lows, Fraction(0)), sum(highs, Fraction(0))
    else:
        low, high = lows[0], highs[0]
    base = low.denominator * high.denominator
    return direct(component, (int(low * base), int(high * base), base))


def _by_pattern(
    points_of: Callable[[Sequence[Evaluation], Own], Points | None], component: Component, as_of: date
) -> Measured:
    """Work points out once for every pattern of evaluations, and the years of one's own of who is new or was away within them."""
    memo: dict[tuple[int, Own], Points | None] = {}

    def measured(person: Person, records: Records) -> Points | None:
        key = records.pattern(person.id), own_years(person, records, as_of, component.years)
        if key not in memo:
            memo[key] = points_of(records.patterns[key[0]], key[1])
        return memo[key]

    return measured


def _predicate(component: Component, setting: Setting) -> Measured:
    points = {name: component.points_named(name) for name in component.names}
    as_of, grace = setting.as_of, setting.policy.eligibility.grace_until

    def points_of(rows: Sequence[Evaluation], own: Own) -> Points | None:
        found: list[tuple[int, int]] = []
        for year in years_measured(rows, as_of, component.years, grace, own):
            known = year_of(rows, year)
            possible = PREDICATES if known is None else PREDICATES[RANK[known.best] : RANK[known.worst] + 1]
            reached = [points[name] for name in possible]
            found.append((min(reached), max(reached)))
        return joined(component, found) if found else None

    return _by_pattern(points_of, component, as_of)


def _rating(field: str) -> Callable[[Component, Setting], Measured]:
    """Measure a rating; of a year that has only the predicate (and the other rating) it is one that the matrix allows."""
    other = "behaviour" if field == "work_result" else "work_result"

    def maker(component: Component, setting: Setting) -> Measured:
        points = {name: component.points_named(name) for name in component.names}
        least, most = min(points.values()), max(points.values())
        place = 0 if field == "work_result" else 1

        def possible(row: Evaluation) -> tuple[int, int]:
            rating = getattr(row, field)
            if rating:
                return points[rating], points[rating]
            beside = getattr(row, other)
            allowed = [
                points[cell[place]]
                for cell, predicate in setting.predicates.items()
                if row.predicate in (None, predicate) and beside in (None, "", cell[1 - place])
            ]
            return (min(allowed), max(allowed)) if allowed and row.year >= setting.rated_from else (least, most)

        as_of, grace = setting.as_of, setting.policy.eligibility.grace_until

        def points_of(rows: Sequence[Evaluation], own: Own) -> Points | None:
            found: list[tuple[int, int]] = []
            for year in years_measured(rows, as_of, component.years, grace, own):
                ends = [possible(rows[place]) for place in decisive(rows, year)]
                found.append((min(low for low, _ in ends), max(high for _, high in ends)) if ends else (least, most))
            return joined(component, found) if found else None

        return _by_pattern(points_of, component, as_of)

    return maker


def _consistency(component: Component, setting: Setting) -> Measured:
    as_of = setting.as_of
    good = RANK["baik"]

    def points_of(rows: Sequence[Evaluation], own: Own) -> Points | None:
        low = high = 0
        years = expected(years_asked(as_of, component.years), {row.year for row in rows}, own)
        if not years:
            return None
        for year in years:
            known = year_of(rows, year)
            low += known is not None and RANK[known.worst] <= good
            high += known is None or RANK[known.best] <= good
        return direct(component, (low * 100 * SCALE, high * 100 * SCALE, len(years)))

    return _by_pattern(points_of, component, as_of)


def _competency(component: Component, setting: Setting) -> Measured:
    missing = bounds(component)
    oldest, profiles = setting.oldest_assessment, setting.profiles
    memo: dict[Points | None, Points] = {None: missing}

    def measured(person: Person, records: Records) -> Points:
        assessed = records.assessments.get(person.id)
        if assessed is None or assessed.assessed_on < oldest:
            return missing
        own = profiles[person.position_id]
        found = jpm_range(assessed, own, own=True)
        points = memo.get(found)
        if points is None:
            points = memo[found] = direct(component, found)  # type: ignore[arg-type]  # None is in the memo
        return points

    return measured


def technical_range(wanted: Mapping[int, int], levels: Mapping[int, int]) -> Points | None:
    """Return the JPM over technical competencies as a range in 1/10 000 of a percent; None where nothing is required."""
    if not wanted:
        return None
    low = sum(levels.get(c, 0) for c in wanted)
    high = sum(levels.get(c, HIGHEST) for c in wanted)
    return low * 100 * SCALE, high * 100 * SCALE, sum(wanted.values())


def _technical(component: Component, setting: Setting) -> Measured:
    profiles = setting.profiles

    def measured(person: Person, records: Records) -> Points | None:
        if person.position_id is None:
            return ANYTHING
        wanted = profiles[person.position_id].technical
        found = technical_range(wanted, records.technical.get(person.id, {}))
        return None if found is None else direct(component, found)

    return measured


def _potential(component: Component, setting: Setting) -> Measured:
    missing, oldest = bounds(component), setting.oldest_assessment

    def measured(person: Person, records: Records) -> Points:
        assessed = records.assessments.get(person.id)
        if assessed is None or assessed.potential is None or assessed.assessed_on < oldest:
            return missing
        return direct(component, (assessed.potential, assessed.potential, 1))

    return measured


def _education(component: Component, setting: Setting) -> Measured:
    missing, day = bounds(component), setting.day
    points = {name: (component.points_named(name), component.points_named(name), 1) for name in component.names}

    def measured(person: Person, records: Records) -> Points:
        if person.id not in records.degrees:
            return points.get(person.education or "", missing)
        low, high, *_ = schooled(person, records, day)
        least = points.get(low or "", missing)
        return least if low == high else (least[0], max(least[1], points.get(high or "", missing)[1]), 1)

    return measured


def fits_field(name: str | None, wanted: Sequence[str]) -> bool:
    """Tell whether a field of study is one of those wanted: all words of the wanted name are in it."""
    return bool(name) and any(set(folded(w).split()) <= set(folded(name or "").split()) for w in wanted)


def _field_of_study(component: Component, setting: Setting) -> Measured:
    missing, fields, day = bounds(component), setting.fields, setting.day
    match, other = ((component.points_named(n),) * 2 + (1,) for n in ("match", "other"))
    memo: dict[tuple[str | None, tuple[str, ...]], bool] = {}

    def measured(person: Person, records: Records) -> Points | None:
        wanted = fields.get(person.position_id)
        if not wanted:
            return None if person.position_id is not None else ANYTHING
        perhaps = False
        names = fields_of(person, records, day)
        for name, sure, _degree in names:
            fits = memo.get((name, wanted))
            if fits is None:
                fits = memo[name, wanted] = fits_field(name, wanted)
            if fits and sure:
                return match
            perhaps = perhaps or fits
        return missing if perhaps or not names else other

    return measured


Taken = tuple[int | None, int | None, int | None]
"""A training as it counts: its year, its hours, and the most that these may be where they are not known."""


def _training(component: Component, setting: Setting) -> Measured:
    years = years_asked(setting.as_of, component.years)
    until = f"{setting.as_of.year - 1}-12-31"
    first = date(min(years), 1, 1).isoformat()
    memo: dict[tuple[tuple[Taken, ...], bool], Points] = {}

    def at_most(jp: int | None, most: int | None) -> int:
        return jp if jp is not None else ENDLESS if most is None else most

    def points_of(taken: Sequence[Taken], covered: bool) -> Points:
        anywhen = 0 if covered else ENDLESS
        anywhen += sum(at_most(jp, most) for year, jp, most in taken if year is None)
        sure, open_ = dict.fromkeys(years, 0), dict.fromkeys(years, 0)
        for year, jp, most in taken:
            if year in sure:
                sure[year] += jp or 0
                if jp is None:
                    open_[year] += at_most(jp, most)
        key: tuple[tuple[int, int], ...] = tuple((sure[year], sure[year] + open_[year] + anywhen) for year in years)
        if component.join == "sum":
            # What lies in an unknown year lies in one year alone.
            low = sum(sure.values())
            key = ((low, low + sum(open_.values()) + anywhen),)
        found = joined_years(component, range(len(key)), {place: (*ends, 1) for place, ends in enumerate(key)})
        return found or bounds(component)

    def measured(person: Person, records: Records) -> Points:
        taken = tuple([training[:3] for training in records.trainings.get(person.id, ())])  # year, hours, and at most
        said = taken, records.covers("trainings", until, asked_since(first, person))
        points = memo.get(said)
        if points is None:
            points = memo[said] = points_of(*said)
        return points

    return measured


def _experience(component: Component, setting: Setting) -> Measured:
    as_of = setting.as_of

    memo: dict[Experience, Points] = {}

    def measured(person: Person, records: Records) -> Points:
        found = years_in_post(person, records, as_of)
        points = memo.get(found)
        if points is None:
            low = years_scaled(found.days, found.first)
            high = low if found.exact else ENDLESS if found.earliest <= 1 else years_scaled(found.most, found.earliest)
            points = memo[found] = direct(component, (low, high, 1))
        return points

    return measured


def worst_sanction(sanctions: Sequence[Sanction], setting: Setting) -> tuple[str, str]:
    """Return the worst and the best that may hold: none, ringan, sedang, berat or served."""
    day, as_of = setting.day, setting.as_of
    years = setting.policy.eligibility.discipline_lookback_years
    order = WORST_OR_SERVED
    worst = best = 0
    for sanction in sanctions:
        if not in_force(sanction, day):
            continue
        level = order.index(sanction.level)
        now = served(sanction, day) if sanction.level != "ringan" else False
        recent = level if within(sanction, as_of, years) else 0
        worst = max(worst, recent if now is False else 4)
        best = max(best, 4 if now else recent)
    return order[worst], order[best]


def _discipline(component: Component, setting: Setting) -> Measured:
    points = {name: component.points_named(name) for name in component.names}
    day = setting.day
    clean, open_ = (points["none"],) * 2 + (1,), bounds(component)
    years = setting.policy.eligibility.discipline_lookback_years
    first = first_within(setting.as_of, years).isoformat() if years else ""

    def measured(person: Person, records: Records) -> Points:
        sanctions = records.sanctions.get(person.id)
        covered = records.covers("discipline", day, asked_since(first, person))
        if not sanctions:
            return clean if covered else open_
        worst, best = worst_sanction(sanctions, setting)
        return (points[worst] if covered else open_[0]), points[best], 1

    return measured


def _recent(since: str, setting: Setting, years: int) -> bool:
    return since <= setting.day and anniversary(date.fromisoformat(since), years) > setting.as_of


def _recorded(component: Component, found: Sequence[tuple[int, int]], *, covered: bool) -> Points:
    """Join the points of records, newest first; a register that does not reach the day may hold others."""
    least, top, _ = bounds(component)
    none = component.points_named("none")
    if component.join in ("best", "sum"):
        low, high, _ = joined(component, found or [(none, none)])
        return max(low, none), max(high, none) if covered else top, 1
    if not covered:
        return least, top, 1
    return joined(component, found or [(none, none)])


def _awards(component: Component, setting: Setting) -> Measured:
    points = {name: component.points_named(name) for name in component.names}
    # An award of which no scope is known is one all the same.
    given = [held for name, held in points.items() if name != "none"]
    low, high = min(given), max(given)
    first = first_within(setting.as_of, component.years).isoformat()

    def measured(person: Person, records: Records) -> Points:
        found = [
            (points.get(scope or "", low), points.get(scope or "", high))
            for scope, awarded_on, _record in sorted(records.awards.get(person.id, ()), key=itemgetter(1), reverse=True)
            if _recent(awarded_on, setting, component.years)
        ]
        return _recorded(component, found, covered=records.covers("awards", setting.day, asked_since(first, person)))

    return measured


def _under_way(done: Assignment, setting: Setting, years: int) -> bool:
    """Tell whether an assignment was, or may have been, under way within the last years; one without an end still runs."""
    if done.started_on > setting.day:
        return False
    return done.ended_on is None or done.ended_on >= setting.day or _recent(done.ended_on, setting, years)


def _assignments(component: Component, setting: Setting) -> Measured:
    points = {name: component.points_named(name) for name in component.names}
    first = first_within(setting.as_of, component.years).isoformat()
    none = points["none"]

    @cache
    def possible(role: str | None, scope: str | None, *, dated: bool) -> tuple[int, int]:
        """Return the points of what is known of an assignment; one without any day may lie before the years."""
        part = {"leader": "lead"}.get(role or "", role)
        parts = (part,) if part in ("lead", "member") else ("lead", "member")
        places = (scope,) if scope in ("across", "inside") else ("across", "inside")
        held = [points[f"{one}_{place}"] for one in parts for place in places]
        return (min(held), max(held)) if dated else (min(*held, none), max(*held, none))

    def measured(person: Person, records: Records) -> Points:
        found = []
        for done in sorted(records.assignments.get(person.id, ()), key=_ending, reverse=True):
            if done.outcome == "failed" or not _under_way(done, setting, component.years):
                continue
            found.append(possible(done.role, done.scope, dated=bool(done.started_on or done.ended_on)))
        return _recorded(
            component, found, covered=records.covers("assignments", setting.day, asked_since(first, person))
        )

    return measured


def _ending(done: Assignment) -> tuple[bool, str, str]:
    return done.ended_on is None, done.ended_on or "", done.started_on


def _feedback(component: Component, setting: Setting) -> Measured:
    missing = bounds(component)
    years = years_asked(setting.as_of, component.years)
    ends = {year: f"{year}-12-31" for year in years}

    def measured(person: Person, records: Records) -> Points | None:
        scores: dict[int, list[int]] = {}
        for year, score, _ in records.feedback.get(person.id, ()):
            if year in years and score is not None:
                scores.setdefault(year, []).append(score)
        if not scores:
            return missing if expected(years, (), owed(person, records)) else None
        sums: dict[int, tuple[Fraction | int, Fraction | int, Fraction | int]]
        sums = {year: (sum(found), sum(found), len(found)) for year, found in scores.items()}
        usual = Fraction(sum(map(len, scores.values())), len(scores))
        # A year to whose end the register does not reach may have had feedback of any score.
        for year in expected(years, scores, owed(person, records)):
            if year not in sums and not records.covers("feedback", ends[year], asked_since(f"{year}-01-01", person)):
                sums[year] = (0, 100 * SCALE * usual, usual)
        return joined_years(component, years, sums, by_entry=True) or missing

    return measured


MEASURES: dict[str, Callable[[Component, Setting], Measured]] = {
    "predicate": _predicate,
    "work_result": _rating("work_result"),
    "behaviour": _rating("behaviour"),
    "consistency": _consistency,
    "competency": _competency,
    "technical": _technical,
    "potential": _potential,
    "education": _education,
    "field_of_study": _field_of_study,
    "training": _training,
    "experience": _experience,
    "discipline": _discipline,
    "awards": _awards,
    "assignments": _assignments,
    "feedback": _feedback,
}
