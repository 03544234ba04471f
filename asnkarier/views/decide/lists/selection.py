"""An open selection for people and as data: who takes part, the marks of each stage, the total, the names."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from asnkarier.core.decide.lists.names import Names
from asnkarier.core.decide.lists.selection import Applicant, Mark, Placed, outside
from asnkarier.core.decide.shortlist import Judged
from asnkarier.core.numbers import SCALE, unscaled
from asnkarier.core.rules.talent import Stage, StageShare
from asnkarier.views.decide import checks
from asnkarier.views.decide.listing import OUT_COLUMNS, REASONS, attested, points_shown, said_of
from asnkarier.views.decide.lists.names import names_data, names_shown
from asnkarier.views.decide.lists.seats import seats_data, seats_said
from asnkarier.views.decide.lists.stages import stage_name, weights_outside
from asnkarier.views.decide.shortlist import Written, exact, number
from asnkarier.views.language import N_, Words
from asnkarier.views.shapes import Column, Said, Shape, Table, Text, ranged


class Line(NamedTuple):
    """One who takes part; an outsider has neither NIP nor verdicts. `reason`: why an employee is not considered at all."""

    placed: Placed
    nip: str | None
    position: str | None
    judged: Judged | None
    reason: str | None

    @property
    def out(self) -> bool:
        """Tell whether the law or the pool leaves the person out."""
        return self.reason is not None or (self.judged is not None and self.judged.outcome == "not_met")


class Selected(NamedTuple):
    """The selection for one post."""

    written: Written
    weights: Mapping[str, int]
    shares: Mapping[Stage, StageShare]
    law: str
    lines: Sequence[Line]
    out: Sequence[Line]
    names: Names
    marked: Callable[[Applicant, Mark], object]


def document(found: Selected, *, alphabetical: bool) -> Mapping[str, object]:
    """Return the JSON document: the keys of a shortlist, with the stages as components."""
    frame, asked = found.written.frame, found.written.judge.asked
    waiting = [line for line in found.lines if line.placed.rank is None]
    failing = [check for line in found.out for check in _failed(line, found)]
    return {
        "position": frame.position,
        "unit": frame.unit,
        "position_kind": found.written.judge.target.kind,
        "as_of": frame.as_of,
        "law": [found.law, *asked.laws],
        "policy": {"name": frame.policy, "sha256": frame.policy_hash},
        **({"seats": seats_data(frame.seats)} if frame.seats else {}),
        "stages": {stage: number(weight, 1) for stage, weight in found.weights.items()},
        "considered": len(found.lines) + len(found.out),
        "eligible": sum(line.judged is not None for line in found.lines)
        - sum(one.judged is not None for one in waiting),
        "undetermined": len(waiting),
        "outsiders_ranked": sum(line.judged is None and line.placed.rank is not None for line in found.lines),
        "candidates": [_line(line, found) for line in found.lines if line.placed.rank is not None],
        "attested": [{"check": line.check, "article": line.article} for line in asked.attested],
        "excluded": {check: failing.count(check) for check in dict.fromkeys(failing)},
        "undetermined_people": [_line(line, found) for line in waiting],
        "excluded_people": [_line(line, found) for line in found.out],
        "names": names_data(found.names, alphabetical=alphabetical),
    }


def _failed(line: Line, found: Selected) -> list[str]:
    if line.reason is not None or line.judged is None:
        return [line.reason or ""]
    names = found.written.judge.names()
    return [n for n, verdict in zip(names, line.judged.verdicts, strict=True) if verdict.outcome == "not_met"]


def _line(line: Line, found: Selected) -> Mapping[str, object]:
    placed, judged = line.placed, line.judged
    return {
        "rank": placed.rank,
        "tied": placed.tied,
        "nip": line.nip,
        "name": placed.applicant.name,
        "outsider": judged is None,
        "position": line.position,
        "outcome": None if judged is None else judged.outcome,
        "not_considered": line.reason,
        "box": None if judged is None else judged.talent.box,
        "score": exact(placed.total),
        "score_low": number(placed.total[0], placed.total[2]),
        "score_high": number(placed.total[1], placed.total[2]),
        "missing": list(placed.missing),
        "components": [_stage(stage, weight, placed.applicant, found) for stage, weight in found.weights.items()],
        "checks": [] if judged is None else found.written.checks(judged),
    }


def _stage(stage: str, weight: int, one: Applicant, found: Selected) -> Mapping[str, object]:
    mark = one.marks.get(stage)
    score = None if mark is None else mark.score
    return {
        "component": stage,
        "value": None if score is None else number(score, 1),
        "weight": number(weight, 1),
        "points": None if score is None else number(score * weight, 100 * SCALE),
        "source": None if mark is None or score is None else found.marked(one, mark),
    }


def pictures(found: Selected, *, three: bool, alphabetical: bool) -> list[Shape]:
    """Return the selection for people; with `three` the names for the appointing officer alone."""
    frame = found.written.frame
    place = {"position": frame.position, "as_of": frame.as_of}
    title = Words(N_("Names for the appointing officer: {position}, {as_of}"), place)
    names = names_shown(found.names, title, alphabetical=alphabetical)
    if three:
        return [*names, Text([_caption(found)])]
    shapes: list[Shape] = [_table(found), Text(_told(found)), *names]
    if found.out:
        rows = [(line.placed.applicant.name, line.nip, line.position, _why(line, found)) for line in found.out]
        shapes.append(Table(N_("Not eligible"), OUT_COLUMNS, rows))
    return [*shapes, *attested(found.written.judge.asked.attested)]


def _table(found: Selected) -> Table:
    columns = (
        Column("rank", N_("Rank"), "integer"),
        Column("name", N_("Name")),
        Column("nip", N_("NIP"), "nip"),
        Column("position", N_("Position")),
        *(Column(stage, stage_name(stage), "score") for stage in found.weights),
        ranged("score", N_("Total")),
        Column("remarks", N_("Remarks")),
    )
    rows = [
        (
            line.placed.rank,
            line.placed.applicant.name,
            line.nip,
            Words(N_("outsider")) if line.judged is None else line.position,
            *(_mark(line.placed.applicant.marks.get(stage)) for stage in found.weights),
            points_shown(line.placed.total),
            _remarks(line, found),
        )
        for line in found.lines
    ]
    frame = found.written.frame
    place = f"{frame.position} @ {frame.unit}" if frame.unit else frame.position
    title = Words(N_("Open selection for {position} on {as_of}"), {"position": place, "as_of": frame.as_of})
    return Table(title, columns, rows, _caption(found), N_("Nobody who takes part may be appointed."))


def _mark(mark: Mark | None) -> object:
    return None if mark is None or mark.score is None else unscaled(mark.score)


def _remarks(line: Line, found: Selected) -> object:
    said: list[object] = []
    if line.placed.tied:
        said.append(Words(N_("tied: no stated rule tells them apart")))
    if line.placed.missing:
        stages = [Words(stage_name(stage)) for stage in line.placed.missing]
        said.append(Words(N_("no mark yet: {stages} (sheet of selections)"), {"stages": stages}))
    if line.judged is None:
        said.append(Words(N_("requirements to be checked from the papers handed in")))
    elif line.judged.outcome == "unknown":
        said.append(said_of(line.judged, "unknown", found.written.judge))
    return checks.listed(said) if said else None


def _why(line: Line, found: Selected) -> object:
    if line.reason is not None:
        return Words(REASONS.get(line.reason, line.reason))
    return said_of(line.judged, "not_met", found.written.judge) if line.judged else None


def _caption(found: Selected) -> Words:
    weights = [
        Words("{stage} {weight} %", {"stage": Words(stage_name(stage)), "weight": unscaled(weight)})
        for stage, weight in found.weights.items()
    ]
    frame = found.written.frame
    values = {
        "policy": frame.policy,
        "basis": frame.policy_basis,
        "weights": weights,
        "law": found.law,
        "laws": checks.listed(found.written.judge.asked.laws),
    }
    said = Words(
        N_(
            "Stages by policy {policy} ({basis}): {weights}; {law}. Requirements: {laws}."
            " Ranked by the total of the stages alone; no talent box is asked."
        ),
        values,
    )
    return Words("{seats} {said}", {"seats": seats_said(frame.seats), "said": said}) if frame.seats else said


def _told(found: Selected) -> list[Said]:
    outsiders = sum(line.judged is None for line in found.lines)
    values = {"count": len(found.lines) + len(found.out), "outsiders": outsiders, "out": len(found.out)}
    said: list[Said] = [Words(N_("Taking part: {count}, of them outsiders: {outsiders}; not eligible: {out}."), values)]
    said += weights_outside(outside(found.weights, found.shares), found.law)
    if found.written.judge.target.kind not in ("jpt_utama", "jpt_madya", "jpt_pratama"):
        said.append(
            Words(N_("The law asks an open selection of JPT posts; of this post it is the institution's choice."))
        )
    return said
