"""What would make a person eligible: for each check that is not met, the smallest change, or the day on which time alone does it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Any, NamedTuple

from asnkarier.core.anniversary import anniversary
from asnkarier.core.decide.check import ONLY_IF_NONE, Check, Verdict
from asnkarier.core.decide.checks.functional import Earned
from asnkarier.core.decide.evaluated import RANK
from asnkarier.core.decide.experience import Experience, days_missing
from asnkarier.core.decide.measures import Points
from asnkarier.core.decide.shortlist import BOX, Judge, Judged
from asnkarier.core.decide.talent import Part, Talent
from asnkarier.core.gap import oldest_valid, valid_until
from asnkarier.core.numbers import SCALE
from asnkarier.core.policy import Component


class Change(NamedTuple):
    """What one check needs. `on`: time alone does it by then; `possible` False: nothing the person does can."""

    check: str
    needs: Mapping[str, object]
    on: date | None = None
    possible: bool = True


class Remedy(NamedTuple):
    """All changes together, and the day on which the person is eligible where time alone does it."""

    changes: tuple[Change, ...]
    eligible_on: date | None
    meanwhile: tuple[Change, ...] = ()
    """What must be on record by that day, because it counts then and is not there yet or has expired."""


def remedy(judge: Judge, judged: Judged) -> Remedy:
    """Return what the person needs for every check that is not met or not known."""
    changes = []
    for check, verdict in zip(judge.asked.deciding, judged.verdicts, strict=False):
        if verdict.outcome != "met":
            changes.append(needed(check, verdict, judge))
    if judged.verdicts[-1].outcome != "met":
        moving = box_change(judge, judged, changes)
        if moving is not None:
            changes.append(moving)
    dates = [change.on for change in changes]
    by_time = bool(changes) and all(dates) and all(change.possible for change in changes)
    day = max((d for d in dates if d is not None), default=None) if by_time else None
    if day is not None and not _still_young(judge, judged, day):
        day = None
    return Remedy(tuple(changes), day, tuple(_meanwhile(judge, judged, day)) if day is not None else ())


def _meanwhile(judge: Judge, judged: Judged, day: date) -> Iterator[Change]:
    """Yield what the day asks for beyond today: the evaluations of years that end until then, and an assessment still valid."""
    records, person = judge.records, judged.person.id
    required = next((c.required for c in judge.asked.deciding if c.name == "performance"), None)
    if isinstance(required, dict):
        grace = (day.month, day.day) <= judge.setting.policy.eligibility.grace_until
        newest = day.year - (2 if grace else 1)
        known = {row.year for row in records.patterns[records.pattern(person)] if row.period == "annual"}
        years = [y for y in range(newest - int(required["years"]) + 1, newest + 1) if y not in known]
        if years:
            yield Change("performance", {"evaluations": years, "at_least": required["at_least"]})
    assessed = records.assessments.get(person)
    valid_years = judge.setting.assessment.valid_years
    if assessed is not None and assessed.assessed_on < oldest_valid(day, valid_years):
        until = valid_until(assessed.assessed_on, valid_years)
        minimum = judge.setting.policy.eligibility.minimum_jpm
        yield Change("competency", {"assessment": {"jpm": _plain(minimum)}, "expires": until.isoformat()})


def _plain(scaled: int) -> int | float:
    return scaled // SCALE if scaled % SCALE == 0 else scaled / SCALE


def needed(check: Check, verdict: Verdict, judge: Judge) -> Change:
    """Return what one check that is not met or not known needs."""
    return _MAKERS.get(check.name, _by_record)(check, verdict, judge)


def _still_young(judge: Judge, judged: Judged, day: date) -> bool:
    """Tell whether the age that is met today is still met on the day."""
    from asnkarier.core.decide.checks.personal import age, before_retirement

    for check in judge.asked.deciding:
        if check.name == "age" and isinstance(check.required, dict):
            question = age(check.required["at_most"], day, check.required["reading"])
            if question.judge(judged.person, judge.records).outcome != "met":
                return False
        elif check.name == "retirement_age" and judge.target.retirement is not None:
            question = before_retirement(judge.target.retirement, day)
            if question.judge(judged.person, judge.records).outcome != "met":
                return False
    return True


def _by_record(check: Check, verdict: Verdict, judge: Judge) -> Change:
    return Change(check.name, {"record": check.name} if verdict.outcome == "unknown" else {"required": check.required})


def _credit(check: Check, verdict: Verdict, judge: Judge) -> Change:
    """Return the months still to serve at Baik and at Sangat Baik, and what to record where the credit is not known."""
    value = verdict.value
    if not isinstance(value, Earned):
        return Change(check.name, {"required": check.required})
    months = {predicate: most for predicate, (_least, most) in value.months_at.items()}
    needs: dict[str, object] = {"months_at": months}
    if verdict.outcome == "unknown":
        needs["record"] = "credits" if verdict.why == "no_pak" else "evaluations"
    return Change(check.name, needs)


def _required(check: Check, verdict: Verdict, judge: Judge) -> Change:
    key = "record" if verdict.outcome == "unknown" and verdict.why != ONLY_IF_NONE else "change"
    return Change(check.name, {key: check.name, "to": check.required})


def _age(check: Check, verdict: Verdict, judge: Judge) -> Change:
    if verdict.outcome == "unknown":
        return Change(check.name, {"record": "birth_date"})
    return Change(check.name, {"exception": "age"}, possible=False)


def _retirement(check: Check, verdict: Verdict, judge: Judge) -> Change:
    if verdict.outcome == "unknown":
        return Change(check.name, {"record": "birth_date"})
    return Change(check.name, {"required": check.required}, possible=False)


def _service(check: Check, verdict: Verdict, judge: Judge) -> Change:
    required: dict[str, Any] = dict(check.required) if isinstance(check.required, dict) else {}
    served = verdict.value
    years = int(required.get("years", 0))
    if not isinstance(served, Experience):
        return Change(check.name, {"record": "history"})
    missing = days_missing(served, years)
    needs: dict[str, object] = {**required, "days": missing}
    if verdict.outcome == "unknown" and verdict.why != ONLY_IF_NONE:
        needs["record"] = "history"
    if missing is None:
        return Change(check.name, needs)
    return Change(check.name, needs, judge.setting.as_of + timedelta(days=missing))


def _performance(check: Check, verdict: Verdict, judge: Judge) -> Change:
    required: dict[str, Any] = dict(check.required) if isinstance(check.required, dict) else {}
    value: Mapping[str, str | None] = verdict.value if isinstance(verdict.value, dict) else {}
    limit = RANK[required["at_least"]]
    bad = [int(year) for year, found in value.items() if found is not None and RANK[found] > limit]
    open_ = [int(year) for year, found in value.items() if found is None]
    if not bad:
        return Change(check.name, {"record": "evaluations", "years": sorted(open_), "at_least": required["at_least"]})
    # The last bad year leaves the years that count on 1 January, once the years after it are evaluated.
    day = date(max(bad) + int(required["years"]) + 1, 1, 1)
    years = [y for y in range(max(bad) + 1, day.year) if value.get(str(y)) is None]
    return Change(check.name, {"evaluations": years, "at_least": required["at_least"]}, None if years else day)


def _competency(check: Check, verdict: Verdict, judge: Judge) -> Change:
    minimum = judge.setting.policy.eligibility.minimum_jpm
    total = judge.target.profile.total
    needs: dict[str, object] = {"assessment": {"jpm": _plain(minimum)}}
    if total is not None:
        # The fewest levels, summed over the nine, that reach the minimum against the post's standard.
        needs["levels"] = -(-minimum * total // (100 * SCALE)) / SCALE
    return Change(check.name, needs)


def _discipline(check: Check, verdict: Verdict, judge: Judge) -> Change:
    value = verdict.value
    if not isinstance(value, dict):
        return Change(check.name, {"record": "discipline"})
    if verdict.outcome == "unknown":
        return Change(check.name, {"record": "ends_on"})
    years = judge.setting.policy.eligibility.discipline_lookback_years
    over = anniversary(date.fromisoformat(value["decided_on"]), years)
    if verdict.why == "ever":
        return Change(check.name, {"exception": "discipline"}, possible=False)
    if verdict.why == "served" and not value["ends_on"]:
        return Change(check.name, {"record": "ends_on"})
    ends = date.fromisoformat(value["ends_on"]) + timedelta(days=1) if value["ends_on"] else over
    return Change(check.name, {"until": max(over, ends).isoformat()}, max(over, ends))


def box_change(judge: Judge, judged: Judged, others: Sequence[Change]) -> Change | None:
    """Return what moves the person into an allowed box, once the other changes are made; None where those do it.

    Where data is missing, that data; where the sanction alone is in the way, the day it no longer counts; else the fewest points
    one component must have, for each component that can do it alone, or the rows both axes must reach.
    """
    allowed = sorted(judge.setting.policy.eligibility.boxes)
    needs: dict[str, object] = {"boxes": allowed}
    given = _supposed(judge, others)
    freed = any(change.check == "performance" for change in others)

    def inside(points: Mapping[str, Points]) -> bool:
        talent = judge.scorer.supposing(judged.person, judge.records, {**given, **points}, ceiling=not freed)
        return all(box in allowed for box in talent.boxes)

    if given and inside({}):
        return None
    clean = next((c.on for c in others if c.check == "discipline"), None)
    part = _parts(judge).get("discipline")
    if clean is not None and part is not None and inside({"discipline": (part.bounds[1], part.bounds[1], 1)}):
        return Change(BOX, {**needs, "discipline": clean.isoformat()}, clean)
    components = judge.scorer.components(judged.person, judge.records)
    talent = judge.scorer.supposing(judged.person, judge.records, given, ceiling=not freed)
    if len(set(judged.talent.boxes)) > 1:
        needs["record"] = [n for n, (p, _, _) in components.items() if p is not None and p[0] != p[1]]
    if len(set(talent.boxes)) > 1:
        return Change(BOX, needs)
    ways = [
        way
        for name, (points, _, _) in components.items()
        if points and (way := _least(judge, name, inside, given.get(name, points)[0] // given.get(name, points)[2]))
    ]
    if ways:
        return Change(BOX, {**needs, "components": ways})
    rows = _rows_of(judge, allowed)
    short = min(rows, key=lambda row: _short(row, talent), default=None)
    if short is not None:
        needs["performance"], needs["potential"] = short[0] / SCALE, short[1] / SCALE
        needs["rows"] = [{"performance": row[0] / SCALE, "potential": row[1] / SCALE} for row in rows]
    return Change(BOX, needs)


def _parts(judge: Judge) -> dict[str, Part]:
    return {part.name: part for part in (*judge.scorer.performance, *judge.scorer.potential)}


def _supposed(judge: Judge, others: Sequence[Change]) -> dict[str, Points]:
    """Return the points that components will have at least, once the other changes are made."""
    measured = judge.setting.policy.components
    found: dict[str, Points] = {}
    for name in _parts(judge):
        component = measured[name]
        for change in others:
            points = _points_after(component, change, judge)
            if points is not None:
                found[name] = (points, points, 1)
    return found


def _points_after(component: Component, change: Change, judge: Judge) -> int | None:
    if component.measure == "predicate" and change.check == "performance":
        return component.points_named(str(change.needs["at_least"]))
    if component.measure == "competency" and change.check == "competency":
        return component.points(judge.setting.policy.eligibility.minimum_jpm)
    if component.measure == "education" and change.check == "education":
        return component.points_named(str(change.needs["to"]))
    return None


def _least(
    judge: Judge, name: str, inside: Callable[[Mapping[str, Points]], bool], least: int
) -> dict[str, object] | None:
    """Return the fewest points of one component that alone lead into an allowed box; None where it cannot."""
    part = _parts(judge)[name]

    def enough(points: int) -> bool:
        return inside({name: (points, points, 1)})

    low, high = max(part.bounds[0], min(least, part.bounds[1])), part.bounds[1]
    if not enough(high) or enough(low):
        return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    component = judge.setting.policy.components[name]
    steps = sorted({*component.names.values(), *(points for _, points in component.steps)})
    reached = next((points for points in steps if points >= high), high)
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


_MAKERS: Mapping[str, Callable[[Check, Verdict, Judge], Change]] = {
    "status": _required,
    "credit": _credit,
    "managerial_experience": _by_record,
    "education": _required,
    "experience_in_post": _service,
    "experience_in_field": _service,
    "experience_as_teacher": _service,
    "performance": _performance,
    "competency": _competency,
    "age": _age,
    "retirement_age": _retirement,
    "discipline": _discipline,
    "rank": _required,
    "golongan": _required,
}
