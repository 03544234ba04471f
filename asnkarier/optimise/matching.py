"""The best match of everyone at once: an assignment problem, solved as a linear program over few pairs that grows where it pays.

The program begins with each mentee's best mentors. Its duals price every pair left out; those worth more than their price come in,
until there is none: then no match of all pairs is worth more.
"""

from collections.abc import Sequence, Set
from math import inf
from time import monotonic
from typing import Any

import numpy as np

from asnkarier.core.growth.mentors import AGENCY, FIELD, MOST_YEARS, YEAR, Match, Mentee, Mentor, chosen
from asnkarier.optimise.linear import Growing

FIRST = 20
EACH_ROUND = 10


def scores(mentees: Sequence[Mentee], mentors: Sequence[Mentor], forbidden: Set[tuple[int, int]]) -> Any:
    """Return what every pair is worth, as a matrix of mentees × mentors: the same as `mentors.score`, all at once."""
    competencies = sorted({c for mentee in mentees for c in mentee.lacks})
    best = np.zeros((len(mentees), len(mentors)), np.int64)
    for competency in competencies:
        rows = np.array([i for i, mentee in enumerate(mentees) if competency in mentee.lacks])
        levels = np.array([mentor.levels.get(competency, 0) for mentor in mentors])
        lacks = [mentees[i].lacks[competency] for i in rows]
        required, attained, weight = (np.array(values)[:, None] for values in zip(*lacks, strict=True))
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
    years = np.array([YEAR * min(mentor.years, MOST_YEARS) for mentor in mentors])
    new = np.array([mentee.new for mentee in mentees])
    sensible = (best > 0) | (new[:, None] & field)
    result = np.where(sensible, best + years[None, :] + FIELD * field + AGENCY * agency, 0)
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
    mentees: Sequence[Mentee], mentors: Sequence[Mentor], forbidden: Set[tuple[int, int]], seconds: float = 30.0
) -> Match:
    """Return the match of the greatest worth, or the best found in the time with its bound."""
    if not mentees or not mentors:
        return Match((), 0, 0, True, "exact")
    until = monotonic() + seconds
    worth = scores(mentees, mentors, forbidden)
    free = np.array([float(mentor.free) for mentor in mentors])
    count = min(FIRST, worth.shape[1])
    inside = np.zeros(worth.shape, bool)
    # Of mentors worth the same each mentee begins with others, or all would begin with the same few.
    turn = (np.arange(worth.shape[1])[None, :] - np.arange(worth.shape[0])[:, None] * FIRST) % worth.shape[1]
    order = -(worth * worth.shape[1] - turn)
    np.put_along_axis(inside, np.argpartition(order, count - 1, axis=1)[:, :count], True, axis=1)
    inside &= worth > 0
    first = np.nonzero(inside)
    known = chosen(zip(worth[first].tolist(), first[0].tolist(), first[1].tolist(), strict=True), mentors)
    program = Growing([*([1.0] * worth.shape[0]), *free])
    rows, columns = np.nonzero(inside)
    program.add(worth[rows, columns], np.stack([rows, columns + worth.shape[0]], axis=1))
    bound = inf
    best = known
    while True:
        solved = program.solve(max(1.0, until - monotonic()))
        if not solved.optimal:
            break
        taken = solved.values > 0.5
        total = int(worth[rows[taken], columns[taken]].sum())
        if total >= best.total:
            pairs = sorted(zip(rows[taken].tolist(), columns[taken].tolist(), strict=True))
            best = Match(tuple(pairs), total, None, False, "exact")
        duals = np.maximum(0.0, solved.duals)
        mine, theirs = duals[: worth.shape[0]], duals[worth.shape[0] :]
        priced = worth - mine[:, None] - theirs[None, :]
        bound = min(bound, float(mine.sum() + theirs @ free + np.maximum(0.0, priced.max(axis=1)).sum()))
        fresh = (priced > 1e-4) & ~inside
        if not fresh.any() or monotonic() > until:
            break
        gain = np.where(fresh, priced, -inf)
        take = np.argpartition(-gain, min(EACH_ROUND, gain.shape[1]) - 1, axis=1)[:, :EACH_ROUND]
        more = np.zeros(worth.shape, bool)
        np.put_along_axis(more, take, True, axis=1)
        more &= fresh
        new_rows, new_columns = np.nonzero(more)
        program.add(worth[new_rows, new_columns], np.stack([new_rows, new_columns + worth.shape[0]], axis=1))
        rows, columns = np.concatenate([rows, new_rows]), np.concatenate([columns, new_columns])
        inside |= more
    if bound == inf:
        bound = float(worth.max(axis=1).sum())
    limit = max(int(bound + 0.5), best.total)
    return best._replace(bound=limit, optimal=limit == best.total)
