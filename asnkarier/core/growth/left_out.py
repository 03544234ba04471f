"""Why someone is sent to nothing: the first reason that stands in the way."""

from collections.abc import Sequence
from typing import Literal

from .plan import Load, Problem
from .wants import Want

Reason = Literal[
    "no_standard",
    "not_assessed",
    "no_gap",
    "nobody_teaches",
    "budget",
    "seats",
    "jp",
    "month",
    "absences",
    "seats_min",
    "no_purse",
]


def reason(problem: Problem, load: Load, who: int, mine: Sequence[Want]) -> Reason:
    """Return why learner `who`, with these wants, is in no training of the plan that `load` holds."""
    learner = problem.learners[who]
    # Whoever is short of hours may want a training that closes nothing.
    useful = sorted((c for c in learner.choices if c.gain or learner.jp_missing), key=lambda c: -c.gain)
    if useful:
        obstacles = [load.obstacle(who, choice.offer) for choice in useful]
        if "" in obstacles:
            # There is room, so the class would stay too small or the money does more elsewhere.
            free = [choice for choice, obstacle in zip(useful, obstacles, strict=True) if not obstacle]
            small = all(load.heads[c.offer] + 1 < problem.offers[c.offer].seats_min for c in free)
            return "seats_min" if small else "budget"
        return obstacles[0]  # type: ignore[return-value]  # without a free place each obstacle is a reason
    if not mine:
        return "no_standard"
    if all(want.attained is None for want in mine):
        return "not_assessed"
    if not any(want.missing for want in mine):
        return "no_gap"
    if learner.purse not in problem.purses:
        return "no_purse"
    return "nobody_teaches"
