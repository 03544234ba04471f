"""Reading the predicate of an evaluation: as recorded, else as the law of the evaluation's own year reads it off its ratings or score."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from asnkarier.core.predicate import of_today, predicates_of_score
from asnkarier.core.regulation import NotRegulated, Regulation
from asnkarier.core.rules.appraisal import PREDICATES, MatrixRule, Predicate, PredicateRule

Ends = tuple[Predicate, Predicate]
"""The best and the worst that a predicate may be."""
ANY: Ends = PREDICATES[0], PREDICATES[-1]


def between(ends: Ends) -> tuple[Predicate, ...]:
    """Return every predicate from the best to the worst, both included."""
    best, worst = map(PREDICATES.index, ends)
    return PREDICATES[best : worst + 1]


def joined(some: Iterable[Ends]) -> Ends:
    """Return the best and the worst of several."""
    found = [PREDICATES.index(predicate) for ends in some for predicate in ends]
    return PREDICATES[min(found)], PREDICATES[max(found)]


class Told(NamedTuple):
    """What an evaluation says of its predicate; the score is in 1/10 000."""

    year: int
    work_result: str | None
    behaviour: str | None
    predicate: str | None
    score: int | None = None
    new_idea: str | None = None


class PredicateReader:
    """Reads predicates; equal evaluations are read once."""

    def __init__(self, law: Regulation[PredicateRule]) -> None:
        """Go by this law, each year by its own record."""
        self._law = law
        self._rules: dict[int, PredicateRule | None] = {}
        self._known: dict[Told, Ends] = {}

    def of(self, told: Told) -> Predicate | None:
        """Return the predicate; None where it is not known."""
        best, worst = self.ends(told)
        return best if best == worst else None

    def ends(self, told: Told) -> Ends:
        """Return the best and the worst predicate that the law of the year leaves: an evaluation on record has one of them."""
        if told not in self._known:
            self._known[told] = self._read(told)
        return self._known[told]

    def _rule(self, year: int) -> PredicateRule | None:
        if year not in self._rules:
            try:
                self._rules[year] = self._law.on(date(year, 12, 31)).value
            except NotRegulated:
                self._rules[year] = None
        return self._rules[year]

    def _read(self, told: Told) -> Ends:
        recorded = next((predicate for predicate in PREDICATES if predicate == told.predicate), None)
        if recorded is not None:
            return recorded, recorded
        rule = self._rule(told.year)
        found = [] if rule is None else _possible(rule, told)
        ranks = [PREDICATES.index(predicate) for predicate in found]
        return (PREDICATES[min(ranks)], PREDICATES[max(ranks)]) if ranks else ANY


def _possible(rule: PredicateRule, told: Told) -> list[Predicate]:
    """Return the predicates that what is told leaves; none where it says nothing that the rule knows."""
    if isinstance(rule, MatrixRule):
        return [
            cell.predicate
            for cell in rule.cells
            if told.work_result in (None, "", cell.work_result) and told.behaviour in (None, "", cell.behaviour)
        ]
    if told.score is None:
        return []
    names = predicates_of_score(rule, told.score, None if told.new_idea is None else told.new_idea == "ya")
    today = [of_today(rule, name) for name in names]
    return [] if None in today else [predicate for predicate in today if predicate is not None]
