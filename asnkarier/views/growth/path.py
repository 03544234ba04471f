"""A career path as a tree: the next posts by move, readiness in percent, what is missing, and the way to a goal."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Literal, NamedTuple

from asnkarier.core.decide.check import Outcome
from asnkarier.core.decide.remedy import Change
from asnkarier.core.growth.idp import Lacking
from asnkarier.core.growth.path import Blocked, Readiness
from asnkarier.core.numbers import unscaled
from asnkarier.views.decide import checks
from asnkarier.views.decide.explain import change_data, change_node
from asnkarier.views.language import N_, Words
from asnkarier.views.shapes import Field, Node, Record, Shape, Tree
from asnkarier.views.terms import TERMS
from asnkarier.views.values import say


class Next(NamedTuple):
    """One post that may come next, judged."""

    position: str
    unit: str | None
    kind: str
    move: str | None
    outcome: Outcome
    readiness: Readiness
    missing: Sequence[str]
    unknown: Sequence[str]
    met: Sequence[str]
    earliest: date | None
    """From when time alone makes the person eligible; None where something else is needed."""
    soonest: date | None
    """From when everything that only needs time is met."""
    changes: Sequence[Change]
    training: str | None
    post_id: int
    gaps: Sequence[Lacking]
    """What is missing of the competencies it asks beside the nine: no requirement of the law, so no part of readiness."""
    unmeasured: int
    """Competencies beside the nine that it asks of which no level is known."""


class Step(NamedTuple):
    """One post on the way to a goal; `position` None is any post of the kind."""

    position: str | None
    unit: str | None
    kind: str
    earliest: date | None
    after_years: int | None
    training: str | None
    judged: Next | None
    """The person judged for it today; None of a later post: what will be met by then is not known."""
    blocked: Blocked | None
    field_years: int | None
    """Years in the post's field that the law asks and nothing on record can count; None where it asks none or they are counted."""
    exceptions: Sequence[str]
    gaps: Sequence[Lacking]
    """What is missing to the level the post asks, once the posts before it were held."""
    unmeasured: int
    """Competencies the post asks of which no level is known."""
    codes: Sequence[str]
    """The leadership training in the catalogue."""


class Shown(NamedTuple):
    """One person's path."""

    nip: str
    name: str
    full_name: str
    position: str
    unit: str | None
    kind: str
    as_of: date
    next: Sequence[Next]
    goal: str | None
    steps: Sequence[Step]
    law: str
    usual_years: tuple[int, int]
    expired: bool
    """Whether the levels known come from an assessment that is no longer valid."""
    aged: bool
    """Whether a date of birth is known, so that pension and age could be looked at."""


MOVES = {
    "vertical": N_("Vertical: higher, in the same group"),
    "horizontal": N_("Horizontal: of the same level"),
    "diagonal": N_("Diagonal: higher, in another group"),
}
BLOCKED = {
    "retirement": N_("out of reach: the pension begins on {line}, the post could be held from {would_be}"),
    "age": N_("out of reach: too old from {line} on, the post could be held from {would_be}"),
}


def shapes(shown: Shown) -> list[Shape]:
    """Show the path."""
    head = Record(
        shown.full_name,
        [
            Field("nip", N_("NIP"), shown.nip, "nip"),
            Field("position", N_("Position"), shown.position),
            Field("unit", N_("Unit"), shown.unit),
            Field("kind", N_("Position kind"), shown.kind, "term"),
        ],
    )
    low, high = shown.usual_years
    caption = Words(
        N_(
            "{law}; usually {low} to {high} years in a post. On {as_of}. Readiness: requirements met, of all that decide."
        ),
        {"law": shown.law, "low": low, "high": high, "as_of": shown.as_of},
    )
    if shown.goal is not None:
        ends = next((place for place, step in enumerate(shown.steps, 1) if step.blocked), len(shown.steps))
        nodes = [_step(step, place, beyond=place > ends) for place, step in enumerate(shown.steps, 1)]
        if shown.expired:
            nodes.append(Node(N_("The levels are of an assessment that is no longer valid."), "unknown"))
        if not shown.aged:
            nodes.append(Node(N_("No date of birth is known: neither pension nor age was looked at."), "unknown"))
        return [head, Tree(Words(N_("The way to {goal}"), {"goal": shown.goal}), nodes, caption)]
    nodes = []
    for move, heading in MOVES.items():
        mine = [_next(n) for n in shown.next if n.move == move]
        if mine:
            nodes.append(Node(heading, children=mine))
    if not nodes:
        nodes = [Node(N_("No next post is known: fill in `leads_to` of the post, or import the positions."))]
    return [head, Tree(N_("Next posts"), nodes, caption)]


def _next(found: Next) -> Node:
    values: dict[str, object] = {
        "position": f"{found.position} @ {found.unit}" if found.unit else found.position,
        "percent": found.readiness.percent,
        "met": found.readiness.met,
        "asked": found.readiness.asked,
    }
    text = N_("{position}: {percent} % ready ({met} of {asked})")
    return Node(Words(text, values), found.outcome, [*_details(found), *_beside(found)])


def _beside(found: Next) -> list[Node]:
    """Say what the post asks beside what decides."""
    if not found.gaps and not found.unmeasured:
        return []
    nodes = [_gap(gap) for gap in found.gaps]
    if found.unmeasured:
        nodes.append(_unmeasured(found.unmeasured))
    return [Node(N_("technical competencies, no part of readiness:"), children=nodes)]


def _details(found: Next, codes: Sequence[str] = ()) -> list[Node]:
    nodes = []
    # What is met today and would no longer be on the day the rest is: stands below alone, and in doubt where that day is.
    again = {change.check for change in found.changes}
    if still := [name for name in found.met if name not in again]:
        met = [Words(checks.label(name)) for name in still]
        nodes.append(Node(Words(N_("met: {checks}"), {"checks": met}), "met"))
    for change in found.changes:
        doubtful = change.check in found.unknown or (change.check in found.met and bool(found.unknown))
        outcome: Outcome = "unknown" if doubtful else "not_met"
        node = change_node(change)
        nodes.append(Node(node.label, outcome, node.children, change.check))
    if found.training is not None:
        nodes.append(_leadership(found.training, codes))
    if found.outcome == "met":
        nodes.append(Node(N_("eligible now")))
    elif found.earliest is not None:
        nodes.append(Node(Words(N_("by time alone on {date}"), {"date": found.earliest})))
    return nodes


def _step(step: Step, place: int, *, beyond: bool) -> Node:
    where = f"{step.position} @ {step.unit}" if step.unit else step.position
    values: dict[str, object] = {
        "number": place,
        "position": where or Words(N_("a post of the kind {kind}"), {"kind": Words(TERMS.get(step.kind, step.kind))}),
        "date": step.earliest,
    }
    label = N_("{number}. {position}, from {date} at the earliest") if step.earliest else N_("{number}. {position}")
    nodes = []
    if step.blocked is not None:
        nodes.append(Node(Words(BLOCKED[step.blocked.by], step.blocked._asdict()), "not_met"))
        if step.blocked.by == "age":
            nodes += [Node(Words(N_("exception: {text}"), {"text": text})) for text in step.exceptions]
    if beyond:
        nodes.append(Node(N_("out of reach with the post before it"), "not_met"))
    if step.after_years is not None:
        nodes.append(Node(Words(N_("after {years} years of service of the level asked"), {"years": step.after_years})))
    if step.field_years is not None:
        nodes.append(
            Node(
                Words(
                    N_("{years} years in the field are asked; nothing on record can count them"),
                    {"years": step.field_years},
                ),
                "unknown",
            )
        )
    if step.judged is not None:
        nodes += _details(step.judged, list(step.codes))
    else:
        if step.training is not None:
            nodes.append(_leadership(step.training, step.codes))
        nodes.append(Node(N_("what will be met by then is not known"), "unknown"))
    nodes += _gaps(step)
    outcome: Outcome | Literal[""] = step.judged.outcome if step.judged else ""
    return Node(Words(label, values), "not_met" if step.blocked or beyond else outcome, nodes)


def _gaps(step: Step) -> list[Node]:
    nodes = [_gap(gap) for gap in step.gaps if gap.training is not None]
    untaught = [gap.competency for gap in step.gaps if gap.training is None]
    if untaught:
        nodes.append(Node(Words(N_("no training of the catalogue raises: {competencies}"), {"competencies": untaught})))
    if step.unmeasured:
        nodes.append(_unmeasured(step.unmeasured))
    return nodes


def _gap(gap: Lacking) -> Node:
    values = {
        "competency": gap.competency,
        "attained": unscaled(gap.attained),
        "required": unscaled(gap.required),
        "training": gap.training or Words(N_("no training of the catalogue raises it")),
    }
    return Node(Words(N_("{competency} from {attained} to {required}: {training}"), values))


def _unmeasured(count: int) -> Node:
    text = N_("no level is known of {count} {count:competency|competencies} it asks")
    return Node(Words(text, {"count": count}), "unknown")


def _leadership(training: str, codes: Sequence[str]) -> Node:
    if codes:
        text = N_("leadership training on the way: {training} ({codes})")
        return Node(Words(text, {"training": training, "codes": list(codes)}))
    return Node(Words(N_("leadership training on the way: {training}"), {"training": training}))


def data(shown: Shown) -> dict[str, Any]:
    """Return the path as a document."""
    return {
        "nip": shown.nip,
        "name": shown.name,
        "position": shown.position,
        "as_of": shown.as_of,
        "next": [_as_data(found) for found in shown.next],
        "to": shown.goal,
        "assessment_expired": shown.expired,
        "birth_date_known": shown.aged,
        "chain": [
            {
                "position": step.position,
                "unit": step.unit,
                "kind": step.kind,
                "earliest": step.earliest,
                "after_years": step.after_years,
                "training": step.training,
                "readiness": step.judged.readiness.percent if step.judged else None,
                "missing": list(step.judged.missing) if step.judged else None,
                "unknown": list(step.judged.unknown) if step.judged else None,
                "blocked": step.blocked._asdict() if step.blocked else None,
                "field_years_not_counted": step.field_years,
                "training_codes": list(step.codes),
                "gaps": [_gap_data(gap) for gap in step.gaps],
                "levels_not_known": step.unmeasured,
            }
            for step in shown.steps
        ],
    }


def _as_data(found: Next) -> dict[str, object]:
    return {
        "position": found.position,
        "unit": found.unit,
        "kind": found.kind,
        "move": found.move,
        "outcome": found.outcome,
        "readiness": found.readiness.percent,
        "readiness_high": found.readiness.possible,
        "missing": list(found.missing),
        "unknown": list(found.unknown),
        "met": list(found.met),
        "earliest": found.earliest,
        "changes": [change_data(change) for change in found.changes],
        "training": found.training,
        "gaps": [_gap_data(gap) for gap in found.gaps],
        "levels_not_known": found.unmeasured,
    }


def _gap_data(gap: Lacking) -> dict[str, object]:
    return {
        "competency": gap.competency,
        "attained": unscaled(gap.attained),
        "required": unscaled(gap.required),
        "training": gap.training,
    }


def change_said(change: Change) -> str:
    """Return one change as a sentence in the language in use."""
    return say(change_node(change).label)
