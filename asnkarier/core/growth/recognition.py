"""Recognition: who earned it in a year and by which rule; nobody twice by the same rule."""

from collections.abc import Collection, Iterable, Mapping
from typing import Literal, NamedTuple

Rule = Literal["sustained", "gap_closed", "mentor", "project_leader", "learner"]
RULES: tuple[Rule, ...] = ("sustained", "gap_closed", "mentor", "project_leader", "learner")
Barred = Literal["served", "unknown"]
"""A sanction is being served, or may be: its end is on record nowhere."""


class Earned(NamedTuple):
    """One person by one rule: what was counted (1/10 000 of a level or of a JP, sessions, years), and its name where it has one."""

    person_id: int
    rule: Rule
    value: int
    what: str = ""


def closed(required: Mapping[int, int], before: Mapping[int, int], after: Mapping[int, int]) -> int:
    """Return the levels of a gap closed: what lies above the requirement closes nothing, what fell below it opens it again.

    Only competencies asked for and measured both times count.
    """
    return sum(
        min(asked, after[c]) - min(asked, before[c]) for c, asked in required.items() if c in before and c in after
    )


def sustained(predicates: Mapping[int, Mapping[int, str]], year: int, least: int) -> list[Earned]:
    """Return who was Sangat Baik in the year and the years before it without a break, `least` or more, with how many."""
    result = []
    for person, by_year in predicates.items():
        years = 0
        while by_year.get(year - years) == "sangat_baik":
            years += 1
        if years >= least:
            result.append(Earned(person, "sustained", years))
    return sorted(result, key=lambda e: (-e.value, e.person_id))


def ranked(
    values: Mapping[int, int], rule: Rule, top: int, at_least: int = 1, barred: Collection[int] = ()
) -> list[Earned]:
    """Return the people with the largest values, those on the last place with an equal value too.

    The barred take nobody's place; those among them who would be named stand in the list too.
    """
    found = sorted(
        (Earned(person, rule, value) for person, value in values.items() if value >= at_least),
        key=lambda e: (-e.value, e.person_id),
    )
    places = [e for e in found if e.person_id not in barred]
    if len(places) <= top:
        return found
    return [e for e in found if e.value >= places[top - 1].value]


def once(earned: Iterable[Earned]) -> list[Earned]:
    """Return each person once a rule, in the order given."""
    found: dict[tuple[int, Rule], Earned] = {}
    for one in earned:
        found.setdefault((one.person_id, one.rule), one)
    return list(found.values())
