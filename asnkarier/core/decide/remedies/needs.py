"""What each check needs that is not met or not known: the smallest change, or the day on which time alone does it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from asnkarier.core.anniversary import anniversary
from asnkarier.core.decide.check import BEYOND_MOST, ONLY_IF_NONE, Check, Verdict
from asnkarier.core.decide.checks.conduct import in_force, year_outcome
from asnkarier.core.decide.checks.functional import Earned
from asnkarier.core.decide.checks.personal import PERHAPS
from asnkarier.core.decide.evaluated import RANK, year_of, years_counted
from asnkarier.core.decide.experience import Experience, Interval, days_missing
from asnkarier.core.decide.records import Evaluation, Records, Sanction
from asnkarier.core.decide.remedies.change import DUTY, Change
from asnkarier.core.decide.shortlist import Judge
from asnkarier.core.numbers import SCALE
from asnkarier.core.person import Person

ENDLESS = date.max.toordinal()
HUNDREDTHS = 100
"""A JPM is asked for in hundredths of a percent: finer ones are not written in assessments."""
_PERCENT = 100
_NEVER: frozenset[int] = frozenset()


def needed(check: Check, verdict: Verdict, judge: Judge, person: Person) -> Change:
    """Return what one check that is not met or not known needs."""
    change = _MAKERS.get(check.kind, _by_record)(check, verdict, judge, person)
    return change._replace(kind=check.kind)


def waits(check: Check, verdict: Verdict, judge: Judge, person: Person) -> date | None:
    """Return the day on which time alone does what a check needs, which is `needed` without its words; None where it never does."""
    if _MAKERS.get(check.kind) is _service and _days_to_serve(verdict, 0) is None:
        return None
    return needed(check, verdict, judge, person).on


def assessment(judge: Judge, levels: int, minimum: int | None = None) -> dict[str, object]:
    """Return the assessment whose nine levels add to at least `levels`, as a JPM against the post, rounded up.

    `minimum` is what the requirement itself asks, where more is needed.
    """
    total = judge.target.profile.total
    if total is None:
        return {"assessment": {"jpm": _plain(judge.setting.policy.eligibility.minimum_jpm)}}
    jpm = -(-levels * _PERCENT * HUNDREDTHS // total)
    reached = -(-jpm * total // (_PERCENT * HUNDREDTHS))
    needs: dict[str, object] = {"assessment": {"jpm": _plain(jpm * SCALE // HUNDREDTHS)}, "levels": reached / SCALE}
    return needs if minimum is None else {**needs, "minimum": _plain(minimum)}


def least_levels(judge: Judge) -> int:
    """Return the fewest levels, summed over the nine, that reach the minimum against the post's standard."""
    total = judge.target.profile.total or 0
    return -(-judge.setting.policy.eligibility.minimum_jpm * total // (_PERCENT * SCALE))


def after_working(since: int, days: int, absences: Sequence[Interval]) -> int | None:
    """Return the day number on which `days` days from `since` on have passed that are in no absence; None where never."""
    for begins, ends in sorted(absences):
        if ends < since:
            continue
        if begins >= since + days:
            break
        days -= max(0, begins - since)
        since = ends + 1
        if since >= ENDLESS:
            return None
    return since + days


def back_on_duty(judge: Judge, person: Person) -> Change:
    """Return that the person must be on duty again, and from when, where the end of the absence is on record."""
    today = judge.setting.as_of.toordinal()
    ends = [until for since, until in judge.records.absences.get(person.id, ()) if since <= today <= until]
    known = ends and max(ends) < ENDLESS
    return Change(DUTY, {"change": DUTY}, date.fromordinal(max(ends) + 1) if known else None)


def _plain(scaled: int) -> int | float:
    return scaled // SCALE if scaled % SCALE == 0 else scaled / SCALE


def _by_record(check: Check, verdict: Verdict, judge: Judge, person: Person) -> Change:
    needs: dict[str, object] = {"required": check.required}
    # What may be enough is on record already: only what surely is would help.
    open_ = verdict.outcome == "unknown" and verdict.why != PERHAPS
    return Change(check.name, {**needs, "record": check.name} if open_ else needs)


def _term(check: Check, verdict: Verdict, judge: Judge, person: Person) -> Change:
    if verdict.outcome == "unknown":
        return Change(check.name, {"record": "history"})
    return Change(check.name, {"required": check.required}, possible=False)


def _credit(check: Check, verdict: Verdict, judge: Judge, person: Person) -> Change:
    """Return the months still to serve at Baik and at Sangat Baik, and what to record where the credit is not known."""
    value = verdict.value
    if not isinstance(value, Earned):
        return Change(check.name, {"required": check.required})
    months = {predicate: most for predicate, (_least, most) in value.months_at.items()}
    needs: dict[str, object] = {"months_at": months}
    if verdict.outcome == "unknown":
        needs["record"] = "credits" if verdict.why == "no_pak" else "evaluations"
    return Change(check.name, needs)


def _required(check: Check, verdict: Verdict, judge: Judge, person: Person) -> Change:
    key = "record" if verdict.outcome == "unknown" and verdict.why != ONLY_IF_NONE else "change"
    return Change(check.name, {key: check.name, "to": check.required})


def _born(check: Check, verdict: Verdict, judge: Judge, person: Person) -> Change:
    if verdict.outcome == "unknown":
        return Change(check.name, {"record": "birth_date"})
    needs = {"exception": "age"} if check.kind == "age" else {"required": check.required}
    return Change(check.name, needs, possible=False)


def _service(check: Check, verdict: Verdict, judge: Judge, person: Person) -> Change:
    required: dict[str, Any] = dict(check.required) if isinstance(check.required, dict) else {}
    served = verdict.value
    years = int(required.get("years", 0))
    if "job_family" in required and required["job_family"] is None:
        # Nothing on record about the person could answer: which field the post belongs to is not known.
        return Change(check.name, {"record": "job_family"})
    if not isinstance(served, Experience):
        return Change(check.name, {"record": "history"})
    missing = _days_to_serve(verdict, years)
    needs: dict[str, object] = {**required, "days": missing}
    if verdict.outcome == "unknown" and verdict.why != ONLY_IF_NONE:
        needs["record"] = "history"
    if missing is None:
        return Change(check.name, needs)
    today = judge.setting.as_of.toordinal()
    day = after_working(today, missing, judge.records.absences.get(person.id, ()))
    if day is None or day >= ENDLESS:
        return Change(check.name, {**needs, "back_on_duty": True})
    return Change(check.name, needs, date.fromordinal(day))


def _days_to_serve(verdict: Verdict, years: int) -> int | None:
    """Return how many days more are needed; None where none go on, and where there are too many: no day to come mends that."""
    served = verdict.value
    return days_missing(served, years) if isinstance(served, Experience) and verdict.why != BEYOND_MOST else None


def _performance(check: Check, verdict: Verdict, judge: Judge, person: Person) -> Change:
    alike = check.name, *evaluated_as(judge.records, person)
    found = judge.by_pattern.get(alike)
    if not isinstance(found, Change):
        _, pattern, away = alike
        found = judge.by_pattern[alike] = _evaluated(check, judge, judge.records.patterns[pattern], away)
    return found


def evaluated_as(records: Records, person: Person) -> tuple[int, frozenset[int]]:
    """Return what all that time does about somebody's evaluations follows from: their pattern, and the years spent away."""
    return records.pattern(person.id), records.away.get(person.id, _NEVER)


def _evaluated(check: Check, judge: Judge, rows: Sequence[Evaluation], away: frozenset[int]) -> Change:
    required: dict[str, Any] = dict(check.required) if isinstance(check.required, dict) else {}
    at_least, count = required["at_least"], int(required["years"])
    setting = judge.setting
    counted, _ = years_counted(rows, setting.as_of, count, setting.policy.eligibility.grace_until)

    def found(year: int) -> str:
        return year_outcome(rows, year_of(rows, year), RANK[at_least])

    # A year spent wholly away is never evaluated: time alone takes it out of those that count.
    away = away.difference(row.year for row in rows)
    bad = [year for year in counted if found(year) == "not_met" or year in away]
    open_ = sorted(year for year in counted if found(year) == "unknown")
    if not bad:
        return Change(check.name, {"record": "evaluations", "years": open_, "at_least": at_least})
    # The last bad year leaves the years that count on 1 January, once the years after it are evaluated.
    day = date(max(bad) + count + 1, 1, 1)
    years = [year for year in range(max(bad) + 1, day.year) if found(year) != "met"]
    on = day if day > setting.as_of else None
    return Change(check.name, {"evaluations": years, "at_least": at_least}, on, alone=not years)


def _competency(check: Check, verdict: Verdict, judge: Judge, person: Person) -> Change:
    return Change(check.name, assessment(judge, least_levels(judge)))


def _discipline(check: Check, verdict: Verdict, judge: Judge, person: Person) -> Change:
    required: dict[str, Any] = dict(check.required) if isinstance(check.required, dict) else {}
    if not isinstance(verdict.value, dict):
        return Change(check.name, {"record": "discipline"})
    setting = judge.setting
    sanctions = [
        s
        for s in judge.records.sanctions.get(person.id, ())
        if s.level in required["none_of"] and in_force(s, setting.day)
    ]
    ever = verdict.why == "ever"
    if ever and not all(s.annulled_on for s in sanctions):
        return Change(check.name, {"exception": "discipline"}, possible=False)
    if any(s.until is None and not s.annulled_on for s in sanctions):
        return Change(check.name, {"record": "ends_on"})
    years = setting.policy.eligibility.discipline_lookback_years
    # Every sanction must be served and out of the look-back, or annulled: the last of those days counts.
    day = max(_over(s, years, ever=ever) for s in sanctions)
    return Change(check.name, {"until": day.isoformat()}, day)


def _over(sanction: Sanction, years: int, *, ever: bool) -> date:
    """Return the day from which a sanction bars nobody any more."""
    annulled = date.fromisoformat(sanction.annulled_on) if sanction.annulled_on else date.max
    if ever or sanction.until is None:
        return annulled
    served = date.fromisoformat(sanction.until) + timedelta(days=1)
    return min(annulled, max(served, anniversary(date.fromisoformat(sanction.decided_on), years)))


Maker = Callable[[Check, Verdict, Judge, Person], Change]
_MAKERS: Mapping[str, Maker] = {
    "status": _required,
    "credit": _credit,
    "managerial_experience": _by_record,
    "term": _term,
    "education": _required,
    "experience_in_post": _service,
    "experience_in_field": _service,
    "experience_as_teacher": _service,
    "time_in_post": _service,
    "performance": _performance,
    "competency": _competency,
    "age": _born,
    "retirement_age": _born,
    "discipline": _discipline,
    "rank": _required,
    "golongan": _required,
}
