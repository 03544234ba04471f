"""From what an evaluation says to its predicate, by the rule of the evaluation's own year."""

from collections.abc import Iterable

from asnkarier.core.bands import band_of
from asnkarier.core.rules.appraisal import PREDICATES, MatrixRule, Predicate, PredicateRule, Rating, ScaleRule


def predicate_of(rule: MatrixRule, work_result: Rating, behaviour: Rating) -> Predicate:
    """Read the predicate off the matrix."""
    for cell in rule.cells:
        if cell.work_result == work_result and cell.behaviour == behaviour:
            return cell.predicate
    raise ValueError((work_result, behaviour))


def predicate_of_score(rule: ScaleRule, score: int, new_idea: bool | None) -> str | None:
    """Return the name, in that law's own words, of the band of a score (1/10 000).

    None: the score lies outside the scale, or it reaches a band that asks for a new idea and nothing is known of one.
    """
    if score < 0 or (rule.highest is not None and score > rule.highest):
        return None
    name = band_of(rule.bands, score)
    if name not in rule.needs_new_idea or new_idea is True:
        return name
    if new_idea is None:
        return None
    names = [band.name for band in rule.bands]
    return next(lower for lower in names[names.index(name) + 1 :] if lower not in rule.needs_new_idea)


def predicates_of_score(rule: ScaleRule, score: int, new_idea: bool | None) -> tuple[str, ...]:
    """Return the names that a score (1/10 000) may mean, best first: two where nothing is known of the new idea that one of them asks for."""
    known = predicate_of_score(rule, score, new_idea)
    if known is not None or new_idea is not None:
        return () if known is None else (known,)
    either = [predicate_of_score(rule, score, idea) for idea in (True, False)]
    return tuple(name for name in either if name is not None)


def of_today(rule: PredicateRule, name: str) -> Predicate | None:
    """Return today's predicate that ranks like `name` under the rule; None where that rule knows no such name."""
    if isinstance(rule, ScaleRule):
        return rule.equals.get(name)
    return next((predicate for predicate in PREDICATES if predicate == name), None)


def at_least(predicate: Predicate, wanted: Predicate) -> bool:
    """Tell whether a predicate is as good as `wanted` or better."""
    return PREDICATES.index(predicate) <= PREDICATES.index(wanted)


def worst(predicates: Iterable[Predicate]) -> Predicate | None:
    """Return the worst of some predicates, None where there are none."""
    return max(predicates, key=PREDICATES.index, default=None)
