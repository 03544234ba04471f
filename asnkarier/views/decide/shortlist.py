"""A shortlist as data and for people."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from asnkarier.core.decide.check import Check, Datum, Verdict
from asnkarier.core.decide.evidence import evidence
from asnkarier.core.decide.measures import Points
from asnkarier.core.decide.requirement import AttestedLine
from asnkarier.core.decide.shortlist import BOX, Judge, Judged, Ranked, Shortlist
from asnkarier.core.numbers import SCALE
from asnkarier.core.person import Person
from asnkarier.views.decide import checks
from asnkarier.views.json_text import Rows, encoded
from asnkarier.views.language import N_, Words
from asnkarier.views.shapes import Column, Node, Said, Shape, Table, Text, Tree

SourceOf = Callable[[int, Sequence[Datum]], object]
SHOWN = 20
"""How many candidates the table shows unless asked for more."""

REASONS: Mapping[str, str] = {
    "incumbent": N_("holds the post"),
    "not_in_list": N_("not in the list given"),
    "other_unit": N_("in another unit"),
    "other_employee_kind": N_("another kind of employment"),
    "other_position_kind": N_("another kind of position"),
    "other_job_family": N_("another job family"),
    "other_agency": N_("another agency"),
    "not_on_duty": N_("not on duty"),
}


class Frame(NamedTuple):
    """What surrounds the list: the post, the day, the policy, the pool."""

    position: str
    unit: str | None
    as_of: date
    policy: str
    policy_hash: str
    policy_basis: str
    expected_policy: str
    on_duty: int
    not_on_duty: Mapping[str, int]
    not_considered: Mapping[str, int]
    talent_law: str
    box_article: str
    position_of: Callable[[Person], str | None]
    move_of: Callable[[Person], str | None]


def number(value: int, base: int) -> int | float:
    """Return an exact quotient of 1/10 000 of a point as a JSON number."""
    whole, rest = divmod(value, base * SCALE)
    return whole if not rest else value / (base * SCALE)


def exact(points: Points) -> int | float | None:
    """Return a value that is known, None for a range."""
    return number(points[0], points[2]) if points[0] == points[1] else None


class Written:
    """Writes judged people as data."""

    def __init__(self, judge: Judge, frame: Frame, source: SourceOf) -> None:
        """Use `source` to look up where values stand."""
        self.judge = judge
        self.frame = frame
        self.source = source
        self._required = {check.name: checks.required_data(check) for check in judge.asked.checks}
        self._boxes = sorted(judge.setting.policy.eligibility.boxes)

    def check_without_source(self, check: Check, verdict: Verdict) -> dict[str, object]:
        """Return one check, but for where its value stands."""
        return {
            "check": check.name,
            "outcome": verdict.outcome,
            "value": checks.value_data(check.name, verdict, self.frame.as_of),
            "required": self._required[check.name],
            "article": check.article or self.frame.policy_basis,
            **({"in_force_since": check.in_force_since} if check.in_force_since else {}),
            **({"why": verdict.why} if verdict.why else {}),
            **({"confidence": check.confidence} if check.confidence != "high" else {}),
        }

    def check(self, check: Check, verdict: Verdict, person: Person) -> dict[str, object]:
        """Return one check."""
        data = check.question.trace(person, self.judge.records, verdict)
        return {**self.check_without_source(check, verdict), "source": self.source(person.id, data)}

    def box(self, box: Verdict) -> dict[str, object]:
        """Return the check of the box."""
        return {
            "check": BOX,
            "outcome": box.outcome,
            "value": box.value,
            "required": self._boxes,
            "article": self.frame.box_article,
            "source": None,
        }

    def checks(self, judged: Judged) -> list[dict[str, object]]:
        """Return the deciding checks of one person."""
        asked = zip(self.judge.asked.deciding, judged.verdicts, strict=False)
        listed = [self.check(c, v, judged.person) for c, v in asked if v.why != checks.NOT_ASKED]
        return [*listed, self.box(judged.verdicts[-1])]

    def advisory(self, person: Person) -> list[dict[str, object]]:
        """Return what is told and decides nothing."""
        asked = self.judge.asked.advisory
        judged = ((c, c.question.judge(person, self.judge.records)) for c in asked)
        return [self.check(c, v, person) for c, v in judged if v.why != checks.NOT_ASKED]

    def person(self, judged: Judged) -> dict[str, object]:
        """Return one person with everything the decision rests on."""
        person, talent = judged.person, judged.talent
        performance, potential = talent.performance, talent.potential
        return {
            "nip": person.nip,
            "name": person.name,
            "position": self.frame.position_of(person),
            "move": self.frame.move_of(person),
            "outcome": judged.outcome,
            "box": talent.box,
            "boxes": sorted(set(talent.boxes)),
            "score": exact(judged.score),
            "score_low": number(judged.score[0], judged.score[2]),
            "score_high": number(judged.score[1], judged.score[2]),
            "talent": exact(talent.value),
            "performance": exact(performance),
            "performance_low": number(performance[0], performance[2]),
            "performance_high": number(performance[1], performance[2]),
            "potential": exact(potential),
            "potential_low": number(potential[0], potential[2]),
            "potential_high": number(potential[1], potential[2]),
            "ceiling": talent.capped,
            "components": self.components(person),
            "checks": self.checks(judged),
            "advisory": self.advisory(person),
        }

    def component(self, name: str, points: Points | None, weight: int, axis: str) -> dict[str, object]:
        """Return one component, but for where its data stand: its points of 100, its weight, what it adds to its axis."""
        known = None if points is None else exact(points)
        added = None if known is None or points is None else number(points[0] * weight, points[2] * 100 * SCALE)
        entry: dict[str, object] = {
            "component": name,
            "axis": axis,
            "value": known,
            "weight": number(weight, 1),
            "points": added,
        }
        if points is None:
            entry["applies"] = False
        elif known is None:
            entry["value_low"], entry["value_high"] = number(points[0], points[2]), number(points[1], points[2])
        return entry

    def components(self, person: Person) -> list[dict[str, object]]:
        """Return each component with where its data stand."""
        result = []
        for name, (points, weight, axis) in self.judge.scorer.components(person, self.judge.records).items():
            component = self.judge.setting.policy.components[name]
            data = evidence(component.measure, person, self.judge.records, self.judge.setting, component.years)
            result.append({**self.component(name, points, weight, axis), "source": self.source(person.id, data)})
        return result


def document(
    found: Shortlist,
    written: Written,
    candidate: Callable[[Ranked], str],
    other: Callable[[Judged], str],
    top: int | None,
    everyone: bool,
) -> list[bytes]:
    """Return the JSON document."""
    frame = written.frame
    asked = written.judge.asked
    shown = found.ranked[:top] if top is not None else found.ranked
    body: dict[str, object] = {
        "position": frame.position,
        "unit": frame.unit,
        "position_kind": written.judge.target.kind,
        "as_of": frame.as_of,
        "policy": {"name": frame.policy, "sha256": frame.policy_hash},
        "pool": {
            "on_duty": frame.on_duty,
            "not_considered": frame.not_considered,
            "not_on_duty": frame.not_on_duty,
        },
        "considered": found.considered,
        "eligible": len(found.ranked),
        "undetermined": len(found.undetermined),
        "candidates": Rows(candidate(place) for place in shown),
        "attested": [{"check": line.check, "article": line.article} for line in asked.attested],
        "exceptions": list(asked.exceptions),
        "excluded": found.failing,
        "unknown": found.unknown,
        "undetermined_people": Rows(other(j) for j in found.undetermined),
    }
    if everyone:
        body["excluded_people"] = Rows(other(j) for j in found.excluded)
    return encoded(body)


def points_shown(points: Points) -> object:
    """Return points for a table: a number, or both ends of a range."""
    low, high, base = points
    exact_low = Fraction(low, base * SCALE)
    if low == high:
        return exact_low
    return Words("{low}–{high}", {"low": _rounded(exact_low), "high": _rounded(Fraction(high, base * SCALE))})


def _rounded(value: Fraction) -> object:
    from asnkarier.core.numbers import shown

    return shown(value, 2)


_COLUMNS = (
    Column("rank", N_("Rank"), "integer"),
    Column("name", N_("Name")),
    Column("nip", N_("NIP"), "nip"),
    Column("position", N_("Position")),
    Column("box", N_("Box"), "text"),
    Column("score", N_("Score"), "score"),
    Column("performance", N_("Performance"), "score"),
    Column("potential", N_("Potential"), "score"),
    Column("reasons", N_("Reasons")),
    Column("remarks", N_("Remarks")),
)
_OPEN_COLUMNS = (
    Column("name", N_("Name")),
    Column("nip", N_("NIP"), "nip"),
    Column("position", N_("Position")),
    Column("score", N_("Score"), "score"),
    Column("reasons", N_("What is missing")),
)
_OUT_COLUMNS = (*_OPEN_COLUMNS[:3], Column("reasons", N_("Why not")))
_COUNT_COLUMNS = (Column("check", N_("Requirement")), Column("people", N_("People"), "integer"))


def pictures(found: Shortlist, written: Written, top: int | None, everyone: bool, *, all_rows: bool) -> list[Shape]:
    """Return the list for people: candidates, undetermined, and why the others fall out."""
    frame, judge = written.frame, written.judge
    limit = top if top is not None else None if all_rows else SHOWN
    shown = found.ranked[:limit] if limit is not None else found.ranked
    title = Words(N_("Candidates for {position} on {as_of}"), {"position": frame.position, "as_of": frame.as_of})
    rows = [
        (
            rank,
            j.person.name,
            j.person.nip,
            frame.position_of(j.person),
            _box(j),
            points_shown(j.score),
            points_shown(j.talent.performance),
            points_shown(j.talent.potential),
            _reasons(j, judge),
            _remarks(j, tied, written),
        )
        for rank, tied, j in shown
    ]
    shapes: list[Shape] = [
        Table(title, _COLUMNS, rows, _caption(written), N_("Nobody meets every requirement for sure.")),
        Text(_counted(found, len(shown), written)),
    ]
    if found.undetermined:
        some = found.undetermined if all_rows else found.undetermined[:SHOWN]
        shapes.append(
            Table(
                N_("Undetermined: something is not known"),
                _OPEN_COLUMNS,
                [
                    (
                        j.person.name,
                        j.person.nip,
                        frame.position_of(j.person),
                        points_shown(j.score),
                        _said(j, "unknown", judge),
                    )
                    for j in some
                ],
            )
        )
    if everyone:
        out = [
            (j.person.name, j.person.nip, frame.position_of(j.person), _said(j, "not_met", judge))
            for j in found.excluded
        ]
        shapes.append(Table(N_("Not eligible"), _OUT_COLUMNS, out))
    counts = [(Words(checks.label(name)), count) for name, count in found.failing.items()]
    shapes.append(Table(N_("Why the others fall out"), _COUNT_COLUMNS, counts, N_("One person may fail several."), "–"))
    if judge.asked.attested:
        shapes.append(Tree(N_("For the committee to attest"), [_line(line) for line in judge.asked.attested]))
    return shapes


def _line(line: AttestedLine) -> Node:
    return Node(Words("{check}: {article}", {"check": Words(checks.label(line.check)), "article": line.article}))


def _box(judged: Judged) -> str:
    return "/".join(str(box) for box in sorted(set(judged.talent.boxes)))


TOLD = ("education", "experience_in_post", "experience_in_field", "performance", "competency", "level_below")
"""Checks whose findings are the reasons told of who is eligible; the others are the same for everyone on the list."""


def _reasons(judged: Judged, judge: Judge) -> Words:
    asked = zip(judge.asked.deciding, judged.verdicts, strict=False)
    said = [
        Words(
            "{check}: {found}",
            {"check": Words(checks.label(c.name)), "found": checks.found(c.name, v, judge.setting.as_of)},
        )
        for c, v in asked
        if c.name in TOLD and v.why != checks.NOT_ASKED
    ]
    return checks.listed(said)


def _remarks(judged: Judged, tied: bool, written: Written) -> object:
    said: list[Said] = [Words(N_("tied: no stated rule tells them apart"))] if tied else []
    move = written.frame.move_of(judged.person)
    if move in ("horizontal", "lower"):
        said.append(Words(N_("move on the same level")) if move == "horizontal" else Words(N_("move to a lower level")))
    for check in written.judge.asked.advisory:
        verdict = check.question.judge(judged.person, written.judge.records)
        if verdict.outcome == "not_met":
            said.append(checks.sentence(check, verdict, written.frame.as_of))
    return checks.listed(said)


def _said(judged: Judged, outcome: str, judge: Judge) -> Words:
    asked = judge.asked.deciding
    said = [
        checks.sentence(check, verdict, judge.setting.as_of)
        for check, verdict in zip(asked, judged.verdicts, strict=False)
        if verdict.outcome == outcome
    ]
    box = judged.verdicts[-1]
    if box.outcome == outcome:
        said.append(
            Words(
                "{check}: {found}",
                {"check": Words(checks.label(BOX)), "found": checks.found(BOX, box, judge.setting.as_of)},
            )
        )
    return checks.listed(said)


def _caption(written: Written) -> Words:
    frame = written.frame
    return Words(
        N_(
            "Policy {policy} ({basis}); boxes: {talent}. Ranked by the sure part of the score, then of performance, then of potential."
        ),
        {"policy": frame.policy, "basis": frame.policy_basis, "talent": frame.talent_law},
    )


def _counted(found: Shortlist, shown: int, written: Written) -> list[Said]:
    frame = written.frame
    said: list[Said] = [
        Words(
            N_(
                "{on_duty} on duty, {considered} considered: {eligible} eligible, {undetermined} undetermined, {excluded} not eligible."
            ),
            {
                "on_duty": frame.on_duty,
                "considered": found.considered,
                "eligible": len(found.ranked),
                "undetermined": len(found.undetermined),
                "excluded": len(found.excluded),
            },
        )
    ]
    if frame.not_considered:
        reasons = [
            Words("{reason} {count}", {"reason": Words(REASONS.get(reason, reason)), "count": count})
            for reason, count in frame.not_considered.items()
        ]
        said.append(Words(N_("Not considered: {reasons}."), {"reasons": reasons}))
    if shown < len(found.ranked):
        said.append(
            Words(N_("{more} more are eligible; --top N or --all shows them."), {"more": len(found.ranked) - shown})
        )
    if frame.expected_policy and frame.expected_policy != frame.policy:
        said.append(
            Words(N_("Not the weights of Kepka BKN 411/2025, which institutions are told to use since 1 January 2026."))
        )
    if _graced(found):
        said.append(Words(checks.WHY["grace"]))
    return said


def _graced(found: Shortlist) -> bool:
    people = [*(r.judged for r in found.ranked), *found.undetermined]
    return any(verdict.why == "grace" for judged in people for verdict in judged.verdicts)
