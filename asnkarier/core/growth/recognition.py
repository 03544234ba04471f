"""Recognition: who earned it in a year and by which rule; nobody twice by the same rule."""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

Rule = Literal["sustained", "gap_closed", "mentor", "project_leader", "learner"]
RULES: tuple[Rule, ...] = ("sustained", "gap_closed", "mentor", "project_leader", "learner")
SUSTAINED_YEARS = 2
MENTOR_SESSIONS = 3
TOP = 10
"""How many the rules that rank people name."""


class Earned(NamedTuple):
    """One person by one rule: what was counted (1/10 000 of a level or of a JP, sessions, years), and its name where it has one."""

    person_id: int
    rule: Rule
    value: int
    what: str = ""


def sustained(predicates: Mapping[int, Mapping[int, str]], year: int) -> list[Earned]:
    """Return who was Sangat Baik in the year and in the years before it without a break, with how many years."""
    result = []
    for person, by_year in predicates.items():
        years = 0
        while by_year.get(year - years) == "sangat_baik":
            years += 1
        if years >= SUSTAINED_YEARS:
            result.append(Earned(person, "sustained", years))
    return sorted(result, key=lambda e: (-e.value, e.person_id))


def ranked(values: Mapping[int, int], rule: Rule, at_least: int = 1, top: int = TOP) -> list[Earned]:
    """Return the people with the largest values, those on the last place with an equal value too."""
    found = sorted(
        (Earned(person, rule, value) for person, value in values.items() if value >= at_least),
        key=lambda e: (-e.value, e.person_id),
    )
    if len(found) <= top:
        return found
    return [e for e in found if e.value >= found[top - 1].value]


def once(earned: Iterable[Earned], barred: frozenset[int] | set[int]) -> list[Earned]:
    """Return each person once a rule, in the order given, without those under a sanction."""
    seen: set[tuple[int, str]] = set()
    result = []
    for one in earned:
        key = one.person_id, one.rule
        if key not in seen and one.person_id not in barred:
            seen.add(key)
            result.append(one)
    return result
