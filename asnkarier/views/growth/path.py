"""A career path as a tree: the next posts by move, readiness in percent, what is missing, and the way to a goal."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from asnkarier.core.decide.check import Outcome
from asnkarier.core.decide.remedy import Change
from asnkarier.core.growth.path import Readiness
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
    soonest: date
    """From when everything that only needs time is met."""
    changes: Sequence[Change]
    training: str | None


class Step(NamedTuple):
    """One post on the way to a goal; `position` None is any post of the kind."""

    position: str | None
    unit: str | None
    kind: str
    earliest: date | None
    after_years: int | None
    training: str | None
    judged: Next | None


class Shown(NamedTuple):
    """One person's path."""

    nip: str
    name: str
    position: str
    unit: str | None
    kind: str
    as_of: date
    next: Sequence[Next]
    goal: str | None
    steps: Sequence[Step]
    law: str
    usual_years: tuple[int, int]


MOVES = {
    "vertical": N_("Vertical: higher, in the same group"),
    "horizontal": N_("Horizontal: of the same level"),
    "diagonal": N_("Diagonal: higher, in another group"),
}


def shapes(shown: Shown) -> list[Shape]:
    """Show the path."""
    head = Record(
        shown.name,
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
        nodes = [_step(step, place) for place, step in enumerate(shown.steps, 1)]
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
    return Node(Words(text, values), found.outcome, _details(found))


def _details(found: Next) -> list[Node]:
    nodes = []
    if found.met:
        met = [Words(checks.label(name)) for name in found.met]
        nodes.append(Node(Words(N_("met: {checks}"), {"checks": met}), "met"))
    for change in found.changes:
        outcome: Outcome = "unknown" if change.check in found.unknown else "not_met"
        node = change_node(change)
        nodes.append(Node(node.label, outcome, node.children, change.check))
    if found.training is not None:
        nodes.append(Node(Words(N_("leadership training on the way: {training}"), {"training": found.training})))
    if found.outcome == "met":
        nodes.append(Node(N_("eligible now")))
    elif found.earliest is not None:
        nodes.append(Node(Words(N_("by time alone on {date}"), {"date": found.earliest})))
    return nodes


def _step(step: Step, place: int) -> Node:
    where = f"{step.position} @ {step.unit}" if step.unit else step.position
    values: dict[str, object] = {
        "number": place,
        "position": where or Words(N_("a post of the kind {kind}"), {"kind": Words(TERMS.get(step.kind, step.kind))}),
        "date": step.earliest,
    }
    label = N_("{number}. {position}, from {date} at the earliest") if step.earliest else N_("{number}. {position}")
    nodes = []
    if step.after_years is not None:
        nodes.append(Node(Words(N_("after {years} years in the post before"), {"years": step.after_years})))
    if step.training is not None and step.judged is None:
        nodes.append(Node(Words(N_("leadership training on the way: {training}"), {"training": step.training})))
    if step.judged is not None:
        nodes += _details(step.judged)
    return Node(Words(label, values), step.judged.outcome if step.judged else "", nodes)


def data(shown: Shown) -> dict[str, object]:
    """Return the path as a document."""
    return {
        "nip": shown.nip,
        "name": shown.name,
        "position": shown.position,
        "as_of": shown.as_of,
        "next": [_as_data(found) for found in shown.next],
        "to": shown.goal,
        "chain": [
            {
                "position": step.position,
                "unit": step.unit,
                "kind": step.kind,
                "earliest": step.earliest,
                "after_years": step.after_years,
                "training": step.training,
                "readiness": step.judged.readiness.percent if step.judged else None,
                "missing": list(step.judged.missing) if step.judged else [],
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
    }


def change_said(change: Change) -> str:
    """Return one change as a sentence in the language in use."""
    return say(change_node(change).label)
