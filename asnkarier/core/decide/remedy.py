"""What would make a person eligible: for each check that is not met, the smallest change, or the day on which time alone does it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from asnkarier.core.anniversary import anniversary
from asnkarier.core.decide.check import Check, Verdict
from asnkarier.core.decide.checks.functional import Earned
from asnkarier.core.decide.evaluated import RANK
from asnkarier.core.decide.experience import Experience, days_missing
from asnkarier.core.decide.shortlist import BOX, Judge, Judged
from asnkarier.core.decide.talent import Talent
from asnkarier.core.numbers import SCALE


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


def remedy(judge: Judge, judged: Judged) -> Remedy:
    """Return what the person needs for every check that is not met or not known."""
    changes = []
    for check, verdict in zip(judge.asked.deciding, judged.verdicts, strict=False):
        if verdict.outcome != "met":
            changes.append(needed(check, verdict, judge))
    if judged.verdicts[-1].outcome != "met":
        changes.append(box_change(judge, judged, next((c.on for c in changes if c.check == "discipline"), None)))
    dates = [change.on for change in changes]
    by_time = bool(changes) and all(dates) and all(change.possible for change in changes)
    day = max((d for d in dates if d is not None), default=None) if by_time else None
    if day is not None and not _still_young(judge, judged, day):
        day = None
    return Remedy(tuple(changes), day)


def needed(check: Check, verdict: Verdict, judge: Judge) -> Change:
    """Return what one check that is not met or not known needs."""
    return _MAKERS.get(check.name, _by_record)(check, verdict, judge)


def _still_young(judge: Judge, judged: Judged, day: date) -> bool:
    """Tell whether the age that is met today is still met on the day."""
    from asnkarier.core.decide.checks.personal import age

    for check in judge.asked.deciding:
        if check.name == "age" and isinstance(check.required, dict):
            question = age(check.required["at_most"], day, check.required["reading"])
            return question.judge(judged.person, judge.records).outcome == "met"
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
    key = "record" if verdict.outcome == "unknown" else "change"
    return Change(check.name, {key: check.name, "to": check.required})


def _age(check: Check, verdict: Verdict, judge: Judge) -> Change:
    if verdict.outcome == "unknown":
        return Change(check.name, {"record": "birth_date"})
    return Change(check.name, {"exception": "age"}, possible=False)


def _service(check: Check, verdict: Verdict, judge: Judge) -> Change:
    required: dict[str, Any] = dict(check.required) if isinstance(check.required, dict) else {}
    served = verdict.value
    years = int(required.get("years", 0))
    if not isinstance(served, Experience):
        return Change(check.name, {"record": "history"})
    missing = days_missing(served, years)
    needs: dict[str, object] = {**required, "days": missing}
    if verdict.outcome == "unknown":
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
    needs: dict[str, object] = {"assessment": {"jpm": minimum // SCALE if minimum % SCALE == 0 else minimum / SCALE}}
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


def box_change(judge: Judge, judged: Judged, clean_from: date | None) -> Change:
    """Return what moves the person into an allowed box.

    Where data is missing, that data; where the sanction alone is in the way, the day it no longer counts; else the fewest points
    one component must have, for each component that can do it alone, or the rows both axes must reach.
    """
    talent: Talent = judged.talent
    allowed = sorted(judge.setting.policy.eligibility.boxes)
    needs: dict[str, object] = {"boxes": allowed}
    components = judge.scorer.components(judged.person, judge.records)
    if len(set(talent.boxes)) > 1:
        missing = [name for name, (p, _, _) in components.items() if p is not None and p[0] != p[1]]
        return Change(BOX, {**needs, "record": missing})
    if clean_from is not None and "discipline" in components:
        part = next(p for p in (*judge.scorer.performance, *judge.scorer.potential) if p.name == "discipline")
        best = (part.bounds[1], part.bounds[1], 1)
        supposed = judge.scorer.supposing(judged.person, judge.records, {"discipline": best})
        if all(box in allowed for box in supposed.boxes):
            return Change(BOX, {**needs, "discipline": clean_from.isoformat()}, clean_from)
    ways = [
        way for name, (points, _, _) in components.items() if points and (way := _least(judge, judged, name, allowed))
    ]
    if ways:
        return Change(BOX, {**needs, "components": ways})
    policy = judge.setting.policy
    needs["performance"], needs["potential"] = policy.performance.high_from / SCALE, policy.potential.high_from / SCALE
    return Change(BOX, needs)


def _least(judge: Judge, judged: Judged, name: str, allowed: Sequence[int]) -> dict[str, object] | None:
    """Return the fewest points of one component that alone lead into an allowed box; None where it cannot."""
    part = next(p for p in (*judge.scorer.performance, *judge.scorer.potential) if p.name == name)

    def enough(points: int) -> bool:
        supposed = judge.scorer.supposing(judged.person, judge.records, {name: (points, points, 1)})
        return all(box in allowed for box in supposed.boxes)

    low, high = part.bounds[0], part.bounds[1]
    if not enough(high) or enough(low):
        return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    component = judge.setting.policy.components[name]
    steps = sorted({*component.names.values(), *(points for _, points in component.steps)})
    reached = next((points for points in steps if points >= high), high)
    return {"component": name, "points": reached / SCALE}


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
    "discipline": _discipline,
    "rank": _required,
    "golongan": _required,
}
