"""A requirement made ready to be asked of people: what it asks, by which article, and how it is judged."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Literal, NamedTuple

from asnkarier.core.decide.records import Records
from asnkarier.core.person import Person
from asnkarier.core.regulation import Confidence
from asnkarier.core.rules.requirements import Form

Outcome = Literal["met", "not_met", "unknown"]
BEYOND_MOST = "beyond_most"
"""Why a move is not met that may come too late: more years in the post than the law names for it."""

ONLY_IF_NONE = "only_if_none"
"""Why a check stays open: what the person has is enough only where nobody has what the law asks first."""


class Datum(NamedTuple):
    """Where a value stands: the table, the record (0: the person's own row or span of the day) and the field as read."""

    table: str
    record: int
    field: str


class Verdict(NamedTuple):
    """The answer of one check about one person: the outcome and the value it rests on.

    `why` names what the sentence about it has to say beyond value and requirement, such as `expired`.
    """

    outcome: Outcome
    value: object
    why: str = ""


class Question(NamedTuple):
    """How a check is asked of people (in bulk), and where the data of one person stand (looked up only where it is shown)."""

    judge: Callable[[Person, Records], Verdict]
    trace: Callable[[Person, Records, Verdict], tuple[Datum, ...]]


def at(*data: Datum) -> Callable[[Person, Records, Verdict], tuple[Datum, ...]]:
    """Return a trace that is the same for everyone."""
    return lambda person, records, verdict: data


class Check(NamedTuple):
    """One requirement of one post. Advisory ones are told and never part of the outcome.

    `name` is what the law calls it, and finds it again among those of the post; what it is, its form says.
    """

    name: str
    form: Form
    required: object
    article: str
    confidence: Confidence
    question: Question
    advisory: bool = False
    note: str = ""
    in_force_since: date | None = None

    @property
    def kind(self) -> str:
        """The word by which the program knows what is asked."""
        return self.form.kind


def overall(outcomes: Iterable[Outcome]) -> Outcome:
    """Return the outcome of the whole: not met if anything is not met, else unknown if anything is, else met."""
    result: Outcome = "met"
    for outcome in outcomes:
        if outcome == "not_met":
            return "not_met"
        if outcome == "unknown":
            result = "unknown"
    return result
