"""Reading the predicate of an evaluation: as recorded, else as the law of the evaluation's own year reads it off its ratings or score."""

from datetime import date
from typing import NamedTuple

from asnkarier.core.predicate import of_today, predicate_of_score
from asnkarier.core.regulation import NotRegulated, Regulation
from asnkarier.core.rules.appraisal import PREDICATES, MatrixRule, Predicate, PredicateRule


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
        self._known: dict[Told, Predicate | None] = {}

    def of(self, told: Told) -> Predicate | None:
        """Return the predicate; None where it is not known."""
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

    def _read(self, told: Told) -> Predicate | None:
        recorded = next((predicate for predicate in PREDICATES if predicate == told.predicate), None)
        rule = None if recorded else self._rule(told.year)
        if rule is None:
            return recorded
        if isinstance(rule, MatrixRule):
            ratings = told.work_result, told.behaviour
            return next((c.predicate for c in rule.cells if (c.work_result, c.behaviour) == ratings), None)
        if told.score is None:
            return None
        name = predicate_of_score(rule, told.score, None if told.new_idea is None else told.new_idea == "ya")
        return None if name is None else of_today(rule, name)
