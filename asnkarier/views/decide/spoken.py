"""Checks as sentences that can be read out to the person: what was found, what is required, and whether that is met."""

from collections.abc import Mapping

from asnkarier.core.decide.check import Check, Verdict
from asnkarier.core.decide.reach import known_until
from asnkarier.core.decide.shortlist import BOX, Judge
from asnkarier.views.decide import checks
from asnkarier.views.language import N_, Words

_SAID: Mapping[str, str] = {
    "met": N_("{check}: {found}. Required is {wanted}, and that is met."),
    "not_met": N_("{check}: {found}. Required is {wanted}, and that is not met."),
    "unknown": N_("{check}: {found}. Required is {wanted}, and whether that is met cannot be told."),
}
_SAID_WHY: Mapping[str, str] = {
    "met": N_("{check}: {found}. Required is {wanted}, and that is met: {why}."),
    "not_met": N_("{check}: {found}. Required is {wanted}, and that is not met: {why}."),
    "unknown": N_("{check}: {found}. Required is {wanted}, and whether that is met cannot be told: {why}."),
}


def spoken(check: Check, verdict: Verdict, judge: Judge) -> Words:
    """Say one check in a plain sentence."""
    values: dict[str, object] = {
        "check": Words(checks.label(check.name)),
        "found": _found(check.kind, verdict, judge),
        "wanted": checks.wanted(check),
    }
    why = checks.why_said(verdict)
    if check.kind == "rank" and check.advisory:
        # No requirement of the law: the policy has it told.
        if verdict.outcome == "met":
            return Words(N_("{check}: {found}, inside the range of the post, {wanted}."), values)
        if why is not None:
            return Words(N_("{check}: {found}, {why} of the post, {wanted}."), {**values, "why": why})
    if why is None:
        return Words(_SAID[verdict.outcome], values)
    return Words(_SAID_WHY[verdict.outcome], {**values, "why": why})


def _found(kind: str, verdict: Verdict, judge: Judge) -> Words | str:
    reach = known_until(judge.records.coverage.get("discipline", ()))
    if kind != "discipline" or verdict.value != "none" or reach is None:
        return checks.found(kind, verdict, judge.setting.as_of)
    if verdict.why == "other_sanctions":
        return Words(
            N_("no such sanction; the register reaches to {until}"),
            {"until": checks.day_said(min(reach, judge.setting.day))},
        )
    return Words(
        N_("no sanction on record; the register reaches to {until}"),
        {"until": checks.day_said(min(reach, judge.setting.day))},
    )


def box(verdict: Verdict, judge: Judge) -> Words:
    """Say the check of the box."""
    allowed = [str(number) for number in sorted(judge.setting.policy.eligibility.boxes)]
    values = {
        "check": Words(checks.label(BOX)),
        "found": checks.found(BOX, verdict, judge.setting.as_of),
        "wanted": Words(N_("one of the boxes {boxes}"), {"boxes": allowed}),
    }
    return Words(_SAID[verdict.outcome], values)
