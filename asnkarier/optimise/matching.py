"""The best match of everyone at once: an assignment problem in which a mentor takes several, solved exactly by prices.

Each mentor has a price and each mentee a value, never less together than what the pair is worth: their sum, a mentor's price once a
mentee that can be taken on, is a bound that no match exceeds. Mentees without a mentor bid together (the Hungarian method from many
roots): their values fall until one of them, over exchanges that cost nothing, comes to a mentor who is free, or is worth no mentor
any more. When nobody is left, match and bound are equal. All amounts are whole numbers and the effort is counted, not timed:
the same people give the same match on every machine.
"""

from collections.abc import Sequence, Set
from typing import Any

import numpy as np

from asnkarier.core.growth.mentors import Match, Mentee, Mentor, chosen, greedy
from asnkarier.core.rules.development import MentoringRule

WORK = 3_000_000_000
"""Pairs looked at after which the search ends with what it has; 2,000 × 2,000 people need about a tenth of it."""
CELLS = 40_000_000
"""With more pairs than this the greedy match stands, with a bound from each mentee's best."""
STEP = 4
"""A step looks at a whole row of mentors several times besides the mentees it adds."""
FAR = int(np.iinfo(np.int32).max // 4)


def scores(
    mentees: Sequence[Mentee], mentors: Sequence[Mentor], forbidden: Set[tuple[int, int]], rule: MentoringRule
) -> Any:
    """Return what every pair is worth, as a matrix of mentees × mentors: the same as `mentors.score`, all at once."""
    competencies = sorted({c for mentee in mentees for c in mentee.lacks})
    best = np.zeros((len(mentees), len(mentors)), np.int32)
    for competency in competencies:
        rows = np.array([i for i, mentee in enumerate(mentees) if competency in mentee.lacks])
        levels = np.array([mentor.levels.get(competency, 0) for mentor in mentors], np.int32)
        lacks = [mentees[i].lacks[competency] for i in rows]
        required, attained, weight = (np.array(values, np.int32)[:, None] for values in zip(*lacks, strict=True))
        found = weight * np.maximum(0, np.minimum(required, levels[None, :]) - attained)
        best[rows] = np.maximum(best[rows], found)
    everyone: list[Mentee | Mentor] = [*mentees, *mentors]
    families = {f: i for i, f in enumerate(sorted({p.family for p in everyone if p.family is not None}))}
    agencies = {a: i for i, a in enumerate(sorted({p.agency for p in everyone if p.agency is not None}))}

    def places(people: Sequence[Mentee | Mentor], nothing: int) -> tuple[Any, Any]:
        return (
            np.array([families[p.family] if p.family is not None else nothing for p in people]),
            np.array([agencies[p.agency] if p.agency is not None else nothing for p in people]),
        )

    mine, theirs = places(mentees, -1), places(mentors, -2)
    field = mine[0][:, None] == theirs[0][None, :]
    agency = mine[1][:, None] == theirs[1][None, :]
    served = [min(mentor.years, rule.most_service_years) for mentor in mentors]
    years = rule.year_of_service * np.array(served, np.int32)
    new = np.array([mentee.new for mentee in mentees])
    sensible = (best > 0) | (new[:, None] & field)
    result = best + years[None, :]
    result += np.int32(rule.same_field) * field
    result += np.int32(rule.same_agency) * agency
    result *= sensible
    place_of = {mentor.person_id: i for i, mentor in enumerate(mentors)}
    mentee_of = {mentee.person_id: i for i, mentee in enumerate(mentees)}
    for person, place in mentee_of.items():
        if person in place_of:
            result[place, place_of[person]] = 0
    for mentor_id, mentee_id in forbidden:
        if mentor_id in place_of and mentee_id in mentee_of:
            result[mentee_of[mentee_id], place_of[mentor_id]] = 0
    return result


def match(
    mentees: Sequence[Mentee],
    mentors: Sequence[Mentor],
    forbidden: Set[tuple[int, int]],
    rule: MentoringRule,
    known: Match | None = None,
    work: int = WORK,
) -> Match:
    """Return the match of the greatest worth, or the best found with its bound; never one worth less than the greedy one."""
    if not mentees or not mentors:
        return Match((), 0, 0, True, "exact")
    known = known or greedy(mentees, mentors, forbidden, rule)
    if len(mentees) * len(mentors) > CELLS:
        bound = _loose_bound(mentees, mentors, forbidden, rule)
        return known._replace(bound=bound, optimal=bound == known.total)
    worth = scores(mentees, mentors, forbidden, rule)
    search = _Search(worth, [mentor.free for mentor in mentors])
    search.run(work)
    found = _completed(search, worth, mentors)
    best = found if found.total >= known.total else known._replace(method="exact")
    return best._replace(bound=max(search.bound, best.total), optimal=search.bound <= best.total)


def _completed(search: "_Search", worth: Any, mentors: Sequence[Mentor]) -> Match:
    """Return the search's match; where it was ended early, those left take the best mentors left."""
    rows = np.flatnonzero(search.mate >= 0)
    pairs = list(zip(rows.tolist(), search.mate[rows].tolist(), strict=True))
    total = int(worth[rows, search.mate[rows]].sum(dtype=np.int64))
    waiting = np.flatnonzero((search.mate < 0) & (search.value > 0))
    if len(waiting):
        rest = [mentor._replace(free=left) for mentor, left in zip(mentors, search.left.tolist(), strict=True)]
        mine, theirs = np.nonzero((worth[waiting] > 0) & (search.left > 0))
        among = zip(worth[waiting[mine], theirs].tolist(), waiting[mine].tolist(), theirs.tolist(), strict=True)
        more = chosen(among, rest)
        pairs += more.pairs
        total += more.total
    return Match(tuple(sorted(pairs)), total, None, False, "exact")


def _loose_bound(
    mentees: Sequence[Mentee], mentors: Sequence[Mentor], forbidden: Set[tuple[int, int]], rule: MentoringRule
) -> int:
    """Return what everyone's best mentor would be worth, as many as the mentors can take on together."""
    each = max(1, CELLS // 8 // len(mentors))
    best = np.concatenate(
        [
            scores(mentees[first : first + each], mentors, forbidden, rule).max(axis=1)
            for first in range(0, len(mentees), each)
        ]
    )
    return int(np.sort(best)[::-1][: sum(mentor.free for mentor in mentors)].sum(dtype=np.int64))


class _Search:
    """Values of mentees, prices of mentors and the pairs so far; all in units of what the amounts have in common."""

    def __init__(self, worth: Any, free: Sequence[int]) -> None:
        self.unit = int(np.gcd.reduce(worth, axis=None)) or 1
        # A pair worth nothing is never made: no value and price are less than nought.
        self.worth = np.where(worth > 0, worth // self.unit, -1).astype(np.int32)
        self.free = np.array(free, np.int64)
        self.left = self.free.copy()
        self.value = np.maximum(self.worth.max(axis=1), 0)
        self.price = np.zeros(len(free), np.int32)
        self.mate = np.full(len(worth), -1)

    @property
    def bound(self) -> int:
        """What no match exceeds."""
        return int(self.value.sum(dtype=np.int64) + self.price @ self.free) * self.unit

    def run(self, work: int) -> None:
        """Search until every mentee has a mentor or is worth none, or the work is done."""
        while work > 0:
            roots = np.flatnonzero((self.mate < 0) & (self.value > 0))
            if not len(roots):
                return
            work -= self._round(roots)

    def _round(self, roots: Any) -> int:
        """Lower the values of the mentees who wait, and of those they would displace, until some can be placed; return the work."""
        count = len(self.free)
        columns = np.arange(count)
        # Mentor → how far values fall until the mentor is worth the price to someone reached, and to whom.
        at = np.full(count, FAR, np.int32)
        by = np.full(count, -1)
        entered, reached = np.full(len(self.mate), -1, np.int32), np.full(count, -1, np.int32)
        root = np.full(len(self.mate), -1)
        root[roots] = roots
        new, fall, lowest, work = roots, 0, FAR, 0
        while True:
            entered[new] = fall
            work += (len(new) + STEP) * count
            short = self.value[new][:, None] - self.worth[new]
            nearest = short.argmin(axis=0)
            found = short[nearest, columns] + self.price + fall
            better = (found < at) & (reached < 0)
            at[better], by[better] = found[better], new[nearest[better]]
            lowest = min(lowest, fall + int(self.value[new].min()))
            open_ = np.where(reached < 0, at, FAR)
            fall = min(int(open_.min()), lowest)
            inside = open_ == fall
            if fall == lowest or (self.left[inside] > 0).any():
                break
            reached[inside] = fall
            new = np.flatnonzero((self.mate >= 0) & inside[self.mate] & (entered < 0))
            root[new] = root[by[self.mate[new]]]
        rows, held = entered >= 0, reached >= 0
        self.value[rows] -= fall - entered[rows]
        self.price[held] += fall - reached[held]
        # Of each tree one path: paths of different trees never cross.
        served: set[int] = set()
        for mentor in np.flatnonzero((reached < 0) & (at == fall) & (self.left > 0)).tolist():
            mentee = int(by[mentor])
            if root[mentee] not in served:
                served.add(root[mentee])
                self.left[mentor] -= 1
                self._hand_on(mentee, mentor, by)
        for mentee in np.flatnonzero(rows & (self.value == 0) & (self.mate >= 0)).tolist():
            if root[mentee] not in served:
                served.add(root[mentee])
                mentor, self.mate[mentee] = int(self.mate[mentee]), -1
                self._hand_on(int(by[mentor]), mentor, by)
        return work

    def _hand_on(self, mentee: int, mentor: int, by: Any) -> None:
        """Give a mentor to a mentee, whose own goes to the one who reached it, and so on to the root."""
        while True:
            before, self.mate[mentee] = int(self.mate[mentee]), mentor
            if before < 0:
                return
            mentor, mentee = before, int(by[before])
