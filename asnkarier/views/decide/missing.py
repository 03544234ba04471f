"""From which workbook what is not known would come: the kinds of sheet behind each check and component."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from asnkarier.core.decide.shortlist import BOX, Judge, Judged, Shortlist
from asnkarier.core.decide.talent import target_share
from asnkarier.views.decide.components import without

OF_MEASURE: Mapping[str, tuple[str, ...]] = {
    "predicate": ("evaluations",),
    "work_result": ("evaluations",),
    "behaviour": ("evaluations",),
    "consistency": ("evaluations",),
    "team_results": ("unit_performance",),
    "targets": ("indicators",),
    "competency": ("assessments",),
    "technical": ("assessments",),
    "potential": ("assessments",),
    "education": ("roster", "educations"),
    "field_of_study": ("roster", "educations"),
    "training": ("trainings",),
    "experience": ("roster", "history"),
    "discipline": ("discipline",),
    "assignments": ("assignments",),
    "awards": ("awards",),
    "feedback": ("feedback",),
    "leadership_training": ("trainings",),
    "plan_progress": ("idp",),
    "mentoring": ("mentoring",),
}
"""Measure of a component → the kinds of sheet its data come from."""

_LOOKED_AT = 200
"""Of how many people it is looked at which components leave their box open."""


def sheets(check: str, found: Shortlist, judge: Judge) -> Sequence[str]:
    """Return the kinds of sheet from which what a check misses would come."""
    if check != BOX:
        return next((one.form.sheets for one in judge.asked.checks if one.name == check), ())
    components = judge.setting.policy.components
    open_: dict[str, None] = {}
    for judged in found.undetermined[:_LOOKED_AT]:
        if judged.verdicts[-1].outcome != "unknown":
            continue
        for one in judge.scorer.components(judged.person, judge.records):
            if one.points is not None and one.points[0] != one.points[1]:
                open_.update(dict.fromkeys(OF_MEASURE.get(components[one.name].measure, ())))
    return tuple(open_)


class Lacking(NamedTuple):
    """What is missing where the performance, the potential and the score of somebody are ranges, in words of the catalogue."""

    performance: tuple[str, ...]
    potential: tuple[str, ...]
    score: tuple[str, ...]


def lacking(judged: Judged, judge: Judge) -> Lacking:
    """Return which components leave somebody's points open."""
    components = judge.setting.policy.components
    found: dict[str, dict[str, None]] = {"performance": {}, "potential": {}}
    for one in judge.scorer.components(judged.person, judge.records):
        if one.points is not None and one.points[0] != one.points[1]:
            found[one.axis][without(components[one.name].measure)] = None
    whole = {**found["performance"], **found["potential"]}
    share = target_share(judge.records.technical.get(judged.person.id, {}), judge.target, judge.setting)
    if share is not None and share[0][0] != share[0][1]:
        whole[without("technical")] = None
    return Lacking(tuple(found["performance"]), tuple(found["potential"]), tuple(whole))
