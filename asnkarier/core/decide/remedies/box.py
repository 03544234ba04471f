"""What the box asks once the other changes are made: more of one of them, a component that may not fall off, or one more."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction

from asnkarier.core.anniversary import anniversary, days_of_years
from asnkarier.core.decide.checks.conduct import in_force, within
from asnkarier.core.decide.checks.service import years_in_post
from asnkarier.core.decide.evaluated import RANK
from asnkarier.core.decide.measures import Points
from asnkarier.core.decide.remedies.again import Case, with_assessment
from asnkarier.core.decide.remedies.change import Change
from asnkarier.core.decide.remedies.needs import HUNDREDTHS, assessment
from asnkarier.core.decide.shortlist import BOX, Judge
from asnkarier.core.decide.talent import Part, Talent
from asnkarier.core.gap import HIGHEST
from asnkarier.core.numbers import SCALE
from asnkarier.core.rules.appraisal import PREDICATES
from asnkarier.core.rules.positions import EDUCATIONS

Suppose = Mapping[str, Points]
"""Points that components are supposed to have."""
_HUNDREDTH = SCALE // HUNDREDTHS


def raised(change: Change, case: Case, given: Suppose) -> Change | None:
    """Return the change with as much more of the same as the box needs; None where more of it does not do it."""
    if change.of == "competency" and "levels" in change.needs:
        return _higher_assessment(change, case, given)
    if change.of == "performance" and (change.needs.get("evaluations") or change.needs.get("years")):
        at_least = str(change.needs["at_least"])
        for predicate in sorted((p for p in PREDICATES if RANK[p] < RANK[at_least]), key=lambda p: -RANK[p]):
            more = change._replace(needs={**change.needs, "at_least": predicate})
            if case.after(more).in_box(given):
                return more
    if change.of == "education" and "to" in change.needs:
        wanted = str(change.needs["to"])
        for level in EDUCATIONS[EDUCATIONS.index(wanted) + 1 :]:
            more = change._replace(needs={**change.needs, "to": level})
            if case.after(more).in_box(given):
                return more
    return None


def _higher_assessment(change: Change, case: Case, given: Suppose) -> Change | None:
    """Return the fewest levels that meet the requirement against the post and give the box by the person's own post."""
    judge, person = case.judge, case.person
    day = judge.setting.as_of

    def enough(levels: int) -> bool:
        records = with_assessment(judge.records, person, levels, day)
        talent = judge.scorer.supposing(person, records, given)
        return all(box in judge.setting.policy.eligibility.boxes for box in talent.boxes)

    low, high = round(float(str(change.needs["levels"])) * SCALE), 9 * HIGHEST
    if not enough(high):
        return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    needs = assessment(judge, high, judge.setting.policy.eligibility.minimum_jpm)
    return change._replace(needs={**change.needs, **needs})


def kept(start: Case, case: Case) -> Suppose:
    """Return the components that count less on the day of the case than today, with the points they have today."""
    before = _points(start)
    found: dict[str, Points] = {}
    for name, points in _points(case).items():
        had = before[name]
        if points is None or had is None:
            continue
        if points[0] * had[2] < had[0] * points[2]:
            found[name] = (had[0], had[0], had[2])
    return found


def box_in_time(case: Case, settled: Callable[[date], object | None]) -> Change | None:
    """Return the first day on which a sanction or the time in the post counts differently and that does it."""
    allowed = sorted(case.judge.setting.policy.eligibility.boxes)
    for day, why in sorted(_days(case)):
        if settled(day) is not None:
            return Change(BOX, {"boxes": allowed, why: day.isoformat()}, day)
    return None


def _days(case: Case) -> Iterator[tuple[date, str]]:
    """Yield the days from which a sanction no longer counts, or the time in the post reaches a step."""
    judge, person, records = case.judge, case.person, case.records
    setting = judge.setting
    as_of, years = setting.as_of, setting.policy.eligibility.discipline_lookback_years
    measured = {setting.policy.components[name].measure: name for name in _parts(judge)}
    if "discipline" in measured:
        counted = [
            s for s in records.sanctions.get(person.id, ()) if in_force(s, setting.day) and within(s, as_of, years)
        ]
        over = [anniversary(date.fromisoformat(s.decided_on), years) for s in counted]
        over += [date.fromisoformat(s.until) + timedelta(days=1) for s in counted if s.until]
        over += [date.fromisoformat(s.annulled_on) for s in counted if s.annulled_on]
        yield from ((day, "discipline") for day in {*over} if day > as_of)
    if "experience" in measured:
        held = years_in_post(person, records, as_of)
        if held.going_on:
            for bound, _ in setting.policy.components[measured["experience"]].steps:
                day = date.fromordinal(held.first + days_of_years(held.first, -(-bound // SCALE)))
                if day > as_of:
                    yield day, "in_post_until"


def box_change(case: Case) -> Change:
    """Return what moves the person into an allowed box.

    Where data is missing, that data; else the fewest points one component must have, for each component that can do it alone,
    or the rows both axes must reach.
    """
    judge = case.judge
    allowed = sorted(judge.setting.policy.eligibility.boxes)
    needs: dict[str, object] = {"boxes": allowed}
    components = _points(case)
    talent = judge.scorer.talent(case.person, case.records)
    if len(set(talent.boxes)) > 1:
        needs["record"] = [name for name, points in components.items() if points is not None and points[0] != points[1]]
        return Change(BOX, needs)
    ways = [way for name, points in components.items() if points and (way := _least(case, name, points))]
    if ways:
        return Change(BOX, {**needs, "components": ways})
    rows = _rows_of(judge, allowed)
    short = min(rows, key=lambda row: _short(row, talent), default=None)
    if short is not None:
        needs["performance"], needs["potential"] = short[0] / SCALE, short[1] / SCALE
        needs["rows"] = [{"performance": row[0] / SCALE, "potential": row[1] / SCALE} for row in rows]
    return Change(BOX, needs)


def _points(case: Case) -> dict[str, Points | None]:
    """Return what each component counts, None where it does not apply: the same on both axes."""
    return {one.name: one.points for one in case.judge.scorer.components(case.person, case.records)}


def _parts(judge: Judge) -> dict[str, Part]:
    return {part.name: part for part in (*judge.scorer.performance, *judge.scorer.potential)}


def _least(case: Case, name: str, points: Points) -> dict[str, object] | None:
    """Return the fewest points of one component that alone lead into an allowed box; None where it cannot."""
    part = _parts(case.judge)[name]

    def enough(supposed: int) -> bool:
        return case.in_box({name: (supposed, supposed, 1)})

    low, high = max(part.bounds[0], min(points[0] // points[2], part.bounds[1])), part.bounds[1]
    if not enough(high) or enough(low):
        return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    component = case.judge.setting.policy.components[name]
    steps = sorted({*component.names.values(), *(points for _, points in component.steps)})
    # Points without steps are asked for in hundredths, rounded up.
    rounded = min(part.bounds[1], -(-high // _HUNDREDTH) * _HUNDREDTH)
    reached = next((points for points in steps if points >= high), rounded)
    return {"component": name, "points": reached / SCALE}


def _rows_of(judge: Judge, allowed: Sequence[int]) -> list[tuple[int, int]]:
    """Return what performance and potential must reach for each allowed box, without those that ask more than another."""
    policy = judge.setting.policy
    from_ = [
        {"low": 0, "middle": axis.middle_from, "high": axis.high_from}
        for axis in (policy.performance, policy.potential)
    ]
    boxes = [b for b in judge.setting.talent.boxes if b.number in allowed]
    rows = {(int(from_[0][box.performance]), int(from_[1][box.potential])) for box in boxes}
    return sorted(r for r in rows if not any(o != r and o[0] <= r[0] and o[1] <= r[1] for o in rows))


def _short(row: tuple[int, int], talent: Talent) -> Fraction:
    """Return how many points are missing to a row of both axes."""
    ends = (Fraction(talent.performance[0], talent.performance[2]), Fraction(talent.potential[0], talent.potential[2]))
    return sum((max(Fraction(0), wanted - has) for wanted, has in zip(row, ends, strict=True)), Fraction(0))
