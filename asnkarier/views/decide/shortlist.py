"""A shortlist as data."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from asnkarier.core.decide.check import Check, Datum, Verdict
from asnkarier.core.decide.evidence import evidence
from asnkarier.core.decide.lists.seats import Seats
from asnkarier.core.decide.measures import Points
from asnkarier.core.decide.shortlist import BOX, Judge, Judged, Ranked, Shortlist
from asnkarier.core.decide.talent import target_share
from asnkarier.core.numbers import SCALE
from asnkarier.core.person import Person
from asnkarier.views.decide import checks, missing
from asnkarier.views.decide.lists.seats import seats_data
from asnkarier.views.json_text import Rows, encoded

SourceOf = Callable[[int, Sequence[Datum]], object]


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
    seats: Seats | None = None
    move_law: str = ""
    """Where the names of the moves come from."""


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
            "value": checks.value_data(check.kind, verdict, self.frame.as_of),
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
        return [*listed, self.box(judged.verdicts[-1])] if self.judge.asks_box else listed

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
        for one in self.judge.scorer.components(person, self.judge.records):
            component = self.judge.setting.policy.components[one.name]
            data = evidence(component.measure, person, self.judge.records, self.judge.setting, component.years)
            result.append({**self.component(*one), "source": self.source(person.id, data)})
        technical = self.technical(person)
        return result if technical is None else [*result, technical]

    def technical(self, person: Person) -> dict[str, object] | None:
        """Return the share of technical competency against the post to be filled; None where the post asks for none."""
        judge = self.judge
        share = target_share(judge.records.technical.get(person.id, {}), judge.target, judge.setting)
        if share is None:
            return None
        data = evidence("technical", person, judge.records, judge.setting, 1)
        return {
            **self.component("technical", share[0], share[1].technical, "target"),
            "source": self.source(person.id, data),
        }


def document(
    found: Shortlist,
    written: Written,
    candidate: Callable[[Ranked], str],
    other: Callable[[Judged], str],
    top: int | None,
    everyone: bool,
    more: Mapping[str, object],
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
        "law": list(asked.laws),
        "policy": {"name": frame.policy, "sha256": frame.policy_hash},
        **({"seats": seats_data(frame.seats)} if frame.seats else {}),
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
        "moves": {
            "law": frame.move_law or None,
            "same_level": {"years": asked.moves.least_years, "article": asked.moves.article} if asked.moves else None,
        },
        "excluded": found.failing,
        "unknown": found.unknown,
        "missing_from": {check: list(missing.sheets(check, found, written.judge)) for check in found.unknown},
        "undetermined_people": Rows(other(j) for j in found.undetermined),
    }
    if everyone:
        body["excluded_people"] = Rows(other(j) for j in found.excluded)
    return encoded({**body, **more})
