"""Who was not to be evaluated for a time: in a state in which the law evaluates nobody, from its first day to its last."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date

from asnkarier.core.regulation import NotRegulated, Regulation
from asnkarier.core.rules.appraisal import PredicateRule

Days = tuple[int, int]
"""The first and the last day of a span, by their numbers."""
Absences = Callable[[frozenset[str]], Mapping[int, Sequence[Days]]]
"""Returns, by person, the spans of days in one of some states, the first first."""


def throughout(spans: Iterable[Days], first: date, last: date) -> bool:
    """Tell whether spans, the first first, hold every day from one to another."""
    next_day, end = first.toordinal(), last.toordinal()
    for since, until in spans:
        if since > next_day:
            break
        next_day = max(next_day, until + 1)
    return next_day > end


def states_on(law: Regulation[PredicateRule], day: date) -> frozenset[str]:
    """Return the states in which nobody is evaluated by the law of a day; none before the first law."""
    try:
        return frozenset(law.on(day).value.not_evaluated)
    except NotRegulated:
        return frozenset()


def away_throughout(law: Regulation[PredicateRule], first: date, last: date, absences: Absences) -> frozenset[int]:
    """Return who was in such a state on every day of a time: by the law of its last day nobody was to evaluate them."""
    states = states_on(law, last)
    found = absences(states) if states else {}
    return frozenset(person for person, spans in found.items() if throughout(spans, first, last))


def years_away(law: Regulation[PredicateRule], years: Collection[int], absences: Absences) -> dict[int, frozenset[int]]:
    """Return the years among some that each person spent wholly in such a state, of whom there is one."""
    by_states: dict[frozenset[str], list[int]] = {}
    for year in years:
        by_states.setdefault(states_on(law, date(year, 12, 31)), []).append(year)
    found: dict[int, frozenset[int]] = {}
    for states, those in by_states.items():
        for person, spans in (absences(states) if states else {}).items():
            away = [year for year in those if throughout(spans, date(year, 1, 1), date(year, 12, 31))]
            if away:
                found[person] = found.get(person, frozenset()).union(away)
    return found
