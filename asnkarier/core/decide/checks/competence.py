"""Checks on competency: the JPM against the post to be filled."""

from typing import NamedTuple

from asnkarier.core.bands import band_of
from asnkarier.core.decide.check import Datum, Outcome, Question, Verdict
from asnkarier.core.decide.records import Assessment, Records
from asnkarier.core.decide.target import Setting
from asnkarier.core.gap import HIGHEST, Profile
from asnkarier.core.numbers import SCALE
from asnkarier.core.person import Person
from asnkarier.core.regulation import Scaled

Range = tuple[int, int, int]
"""Lowest numerator, highest numerator and denominator of a percentage."""


def jpm_range(assessed: Assessment, wanted: Profile, *, own: bool) -> Range | None:
    """Return the JPM of an assessment against a profile in 1/10 000 of a percent; None where it says nothing of it.

    A recap's own JPM speaks only of the person's own post (`own`), whatever another post asks.
    """
    if assessed.known and wanted.total:
        low = assessed.total
        high = low + (len(wanted.nine) - assessed.known) * HIGHEST
        return low * 100 * SCALE, high * 100 * SCALE, wanted.total
    if assessed.jpm is not None and own:
        return assessed.jpm, assessed.jpm, 1
    return None


class Measured(NamedTuple):
    """What the check of competency rests on: the assessment, and the JPM with its category where it is known."""

    assessed_on: str
    expired: bool
    jpm: float | None
    category: str | None


def competency(target: Profile, minimum: Scaled, setting: Setting) -> Question:
    """The JPM against the target's standard, by an assessment valid on the day, is at least the policy's minimum."""
    oldest, filling = setting.oldest_assessment, setting.assessment.filling
    none = Verdict("unknown", None, "no_assessment")
    memo: dict[tuple[Range, str], Verdict] = {}
    expired: dict[str, Verdict] = {}

    def measured(found: Range, assessed_on: str) -> Verdict:
        low, high, base = found
        outcome: Outcome = "met" if low >= minimum * base else "not_met" if high < minimum * base else "unknown"
        if low != high:
            return Verdict(outcome, Measured(assessed_on, False, None, None), "levels_missing")
        category = band_of(filling, low // base)
        return Verdict(outcome, Measured(assessed_on, False, low / (base * SCALE), category))

    def judge(person: Person, records: Records) -> Verdict:
        assessed = records.assessments.get(person.id)
        if assessed is None:
            return none
        day = assessed.assessed_on
        if day < oldest:
            known = expired.get(day)
            if known is None:
                known = expired[day] = Verdict("unknown", Measured(day, True, None, None), "expired")
            return known
        found = jpm_range(assessed, target, own=False)
        if found is None:
            return Verdict("unknown", Measured(day, False, None, None), "recap_only")
        result = memo.get((found, day))
        if result is None:
            result = memo[found, day] = measured(found, day)
        return result

    def trace(person: Person, records: Records, verdict: Verdict) -> tuple[Datum, ...]:
        assessed = records.assessments.get(person.id)
        return (Datum("assessment", assessed.record, "assessed_on"),) if assessed else ()

    return Question(judge, trace)
