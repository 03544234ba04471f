"""Matching mentees with mentors: what a pair is worth and why, and a good match without a solver.

A pair is worth what the mentor can raise the mentee by in the competency where that is most (importance × levels, never above the
requirement), and a little for experience, the same field of work and the same agency. New people without a gap on
record are matched by experience and field alone.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence, Set
from heapq import nlargest
from typing import Literal, NamedTuple

from asnkarier.core.rules.development import MentoringRule

BEST = 30
"""Without the solver only each one's so many best mentors are considered."""


class Lack(NamedTuple):
    """What a mentee lacks of one competency."""

    required: int
    attained: int
    weight: int


class Mentee(NamedTuple):
    """Someone to be guided: with gaps, or new."""

    person_id: int
    lacks: Mapping[int, Lack]
    new: bool
    family: str | None
    agency: int | None


class Mentor(NamedTuple):
    """Someone who can guide: levels attained, full years of experience, and how many mentees more can be taken on."""

    person_id: int
    levels: Mapping[int, int]
    years: int
    family: str | None
    agency: int | None
    free: int


class Pair(NamedTuple):
    """Who guides whom, in which competency (None: a newcomer without a gap there), what it is worth, and why."""

    mentee: int
    mentor: int
    competency: int | None
    score: int
    reasons: tuple[str, ...]


class Match(NamedTuple):
    """Pairs (places of mentee and mentor), what they are worth together, and how good that is known to be."""

    pairs: tuple[tuple[int, int], ...]
    total: int
    bound: int | None
    optimal: bool
    method: str


def bonus(mentee: Mentee, mentor: Mentor, rule: MentoringRule) -> int:
    """Return what experience, field and agency add."""
    found = rule.year_of_service * min(mentor.years, rule.most_service_years)
    if mentee.family is not None and mentee.family == mentor.family:
        found += rule.same_field
    if mentee.agency is not None and mentee.agency == mentor.agency:
        found += rule.same_agency
    return found


def rise(lack: Lack, level: int) -> int:
    """Return what a mentor of a level raises: the level above the mentee's, never above what is required."""
    return lack.weight * max(0, min(lack.required, level) - lack.attained)


def score(mentee: Mentee, mentor: Mentor, rule: MentoringRule) -> tuple[int, int | None]:
    """Return what a pair is worth and in which competency; 0 where the pair makes no sense."""
    if mentee.person_id == mentor.person_id:
        return 0, None
    most, where = 0, None
    for competency, lack in mentee.lacks.items():
        found = rise(lack, mentor.levels.get(competency, 0))
        if found > most:
            most, where = found, competency
    if not most and not (mentee.new and mentee.family is not None and mentee.family == mentor.family):
        return 0, None
    return most + bonus(mentee, mentor, rule), where


def reasons(mentee: Mentee, mentor: Mentor, competency: int | None, experienced: int) -> tuple[str, ...]:
    """Return why a pair fits; `experienced` is from how many years on."""
    found = []
    if competency is not None:
        found.append("stronger")
    if mentee.new:
        found.append("new")
    if mentor.years >= experienced:
        found.append("experienced")
    if mentee.family is not None and mentee.family == mentor.family:
        found.append("same_field")
    if mentee.agency is not None and mentee.agency == mentor.agency:
        found.append("same_agency")
    return tuple(found)


def candidates(
    mentees: Sequence[Mentee],
    mentors: Sequence[Mentor],
    forbidden: Set[tuple[int, int]],
    rule: MentoringRule,
    most: int = BEST,
) -> list[list[tuple[int, int]]]:
    """Return for each mentee the best mentors found among the strongest of each competency: (score, place of mentor)."""
    strongest: dict[int, list[int]] = {}
    negated: dict[int, list[int]] = {}
    families: dict[str, list[int]] = {}
    by_years = sorted(range(len(mentors)), key=lambda place: -mentors[place].years)
    for place in by_years:
        if (family := mentors[place].family) is not None:
            families.setdefault(family, []).append(place)
    for competency in {c for mentee in mentees for c in mentee.lacks}:
        able = [place for place in by_years if competency in mentors[place].levels]
        able.sort(key=lambda place, c=competency: -mentors[place].levels[c])  # type: ignore[misc]  # a default binds the loop's value
        strongest[competency] = able
        negated[competency] = [-mentors[place].levels[competency] for place in able]
    result = []
    for turn, mentee in enumerate(mentees):
        places: set[int] = set()
        for competency, lack in mentee.lacks.items():
            # Those who have all that is required are equally strong: each mentee looks at another part of them.
            enough = bisect_right(negated[competency], -lack.required)
            places.update(_part(strongest[competency], enough, turn, most))
        if mentee.family is not None:
            found_there = families.get(mentee.family, [])
            places.update(_part(found_there, len(found_there), turn, most))
        scored = [
            (found, place)
            for place in places
            if (mentors[place].person_id, mentee.person_id) not in forbidden
            and (found := score(mentee, mentors[place], rule)[0]) > 0
        ]
        result.append(nlargest(most, scored, key=lambda item: (item[0], -((item[1] - turn) % len(mentors)))))
    return result


Without = Literal["nobody_can", "nobody_stronger", "superior", "taken"]
"""Why somebody is left without a mentor: nobody can guide, nobody is stronger, only superiors are, or those who are guide others."""


def without(
    mentees: Sequence[Mentee],
    mentors: Sequence[Mentor],
    forbidden: Set[tuple[int, int]],
    rule: MentoringRule,
    match: Match,
) -> dict[Without, int]:
    """Count by reason those whom a match leaves without a mentor."""
    matched = {mentee for mentee, _ in match.pairs}
    left = [mentee for place, mentee in enumerate(mentees) if place not in matched]
    if not mentors or not left:
        return {"nobody_can": len(left)} if left else {}
    fit, allowed = candidates(left, mentors, frozenset(), rule), candidates(left, mentors, forbidden, rule)
    count: dict[Without, int] = {}
    for anyone, others in zip(fit, allowed, strict=True):
        why: Without = "nobody_stronger" if not anyone else "taken" if others else "superior"
        count[why] = count.get(why, 0) + 1
    return count


def _part(places: Sequence[int], equal: int, turn: int, most: int) -> list[int]:
    """Return `most` of the first `equal` places, beginning with another one each turn, or the first where fewer are equal."""
    if equal <= most:
        return list(places[:most])
    start = turn * most % equal
    return [*places[start : min(equal, start + most)], *places[: max(0, start + most - equal)]]


def greedy(
    mentees: Sequence[Mentee], mentors: Sequence[Mentor], forbidden: Set[tuple[int, int]], rule: MentoringRule
) -> Match:
    """Match by worth, the best pair first, over each mentee's best mentors."""
    pairs = [
        (found, mentee, mentor)
        for mentee, found_of in enumerate(candidates(mentees, mentors, forbidden, rule))
        for found, mentor in found_of
    ]
    return chosen(pairs, mentors)


def chosen(pairs: Iterable[tuple[int, int, int]], mentors: Sequence[Mentor]) -> Match:
    """Take the pairs (score, mentee, mentor) in order of their worth while both are free."""
    free = [mentor.free for mentor in mentors]
    taken: dict[int, int] = {}
    total = 0
    for found, mentee, mentor in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
        if mentee not in taken and free[mentor] > 0:
            taken[mentee] = mentor
            free[mentor] -= 1
            total += found
    return Match(tuple(sorted(taken.items())), total, None, False, "greedy")
