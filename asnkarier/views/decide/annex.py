"""One candidate in the annex of a decision: every requirement and every component, so that a reader can redo the arithmetic."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Final

from asnkarier.core.decide.shortlist import Judged
from asnkarier.core.defend.contributions import Contribution, contributions
from asnkarier.views.decide.components import COMPONENTS
from asnkarier.views.decide.explain import evidence_of, requirements
from asnkarier.views.decide.listing import points_shown
from asnkarier.views.decide.shortlist import Written
from asnkarier.views.language import N_, Words
from asnkarier.views.shapes import Column, Node, Rounded, Said, Table

AXES: Final[Mapping[str, str]] = {
    "performance": N_("Performance"),
    "potential": N_("Potential"),
    "target": N_("Technical competency, by the post's own standard"),
}
_REQUIREMENTS: Final = (
    Column("requirement", N_("Requirement")),
    Column("outcome", N_("Outcome"), "outcome"),
    Column("evidence", N_("Data and article")),
)
_COMPONENTS: Final = (
    Column("axis", N_("Axis")),
    Column("component", N_("Component")),
    Column("value", N_("Value of 100"), "score"),
    Column("share", N_("Share of the score, %"), "score"),
    Column("adds", N_("Value × share"), "score"),
    Column("source", N_("Source")),
)


def checked(title: Said, judged: Judged, written: Written) -> Table:
    """Return every requirement with its outcome, all its data and its article."""
    nodes = requirements(judged, written).nodes
    rows = [(_words(node.label), node.outcome, _joined(node.children)) for node in nodes]
    return Table(title, _REQUIREMENTS, rows, written.frame.policy_basis)


def added(title: Said, judged: Judged, written: Written) -> Table:
    """Return each component, its value, its share and what it adds; the last line is the score."""
    parts = contributions(written.judge, judged)
    rows: list[tuple[object, ...]] = [
        (
            Words(AXES[part.axis]),
            Words(COMPONENTS.get(part.component, part.component)),
            _value(part),
            part.share,
            None if part.low is None else part.adds,
            _joined(evidence_of(part, judged, written)),
        )
        for part in parts
    ]
    shares = sum((part.share for part in parts), Fraction(0))
    rows.append((Words(N_("Together, the score")), "", None, shares, points_shown(judged.score), None))
    return Table(title, _COMPONENTS, rows, written.frame.policy_basis)


def _value(part: Contribution) -> object:
    if part.low is None or part.high is None:
        return Words(N_("does not apply"))
    if part.low == part.high:
        return part.low
    return Words(N_("not known, {low} to {high}"), {"low": Rounded(part.low), "high": Rounded(part.high)})


def _joined(nodes: Sequence[Node]) -> Words | None:
    """Return what several lines say, a semicolon between them: a cell has commas of its own."""
    values = {f"line{number}": _words(node.label) for number, node in enumerate(nodes)}
    return Words("; ".join(f"{{{name}}}" for name in values), values) if values else None


def _words(said: Said) -> Words:
    return said if isinstance(said, Words) else Words(said)
