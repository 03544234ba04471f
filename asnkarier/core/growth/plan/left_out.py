"""Why someone is sent to nothing, or not for everything: the first reason that stands in the way."""

from collections.abc import Sequence
from typing import Literal

from asnkarier.core.growth.wants import Want, Wanting

from .problem import Choice, Load, Problem

Reason = Literal[
    "no_standard",
    "not_assessed",
    "levels_unknown",
    "no_gap",
    "nobody_teaches",
    "attended",
    "budget",
    "seats",
    "jp",
    "month",
    "absences",
    "seats_min",
    "no_purse",
    "jp_unknown",
]


def reason(problem: Problem, load: Load, who: int, wanting: Wanting) -> Reason:
    """Return why learner `who`, who wants this, is in no training of the plan that `load` holds."""
    learner = problem.learners[who]
    # Whoever is short of hours may want a training that closes nothing.
    useful = sorted((c for c in learner.choices if c.gain or learner.jp_missing), key=lambda c: -c.gain)
    if useful:
        return _obstacle(problem, load, who, useful)
    if not wanting.wants:
        return "no_standard"
    if wanting.unmeasured is not None:
        return wanting.unmeasured
    if not any(want.missing for want in wanting.wants):
        return "no_gap"
    if learner.purse not in problem.purses:
        return "no_purse"
    return "nobody_teaches"


def open_still(problem: Problem, load: Load, who: int, mine: Sequence[Want]) -> tuple[list[int], Reason | None]:
    """Return the competencies that stay open to someone whom the plan sends somewhere, and why the most urgent of them does."""
    learner = problem.learners[who]
    taken = set(load.taken.get(who, ()))
    closed: dict[int, int] = {}
    for choice in learner.choices:
        if choice.offer in taken:
            closed[choice.competency] = max(closed.get(choice.competency, 0), choice.gain)
    left = {w.competency: (w.urgency or 0) - closed.get(w.competency, 0) for w in mine}
    open_ = sorted((c for c, rest in left.items() if rest > 0), key=lambda c: (-left[c], c))
    if not open_:
        return [], None
    useful = [c for c in learner.choices if c.offer not in taken and c.gain > closed.get(c.competency, 0)]
    useful.sort(key=lambda c: closed.get(c.competency, 0) - c.gain)
    if useful:
        return open_, _obstacle(problem, load, who, useful)
    return open_, "nobody_teaches" if learner.purse in problem.purses else "no_purse"


def _obstacle(problem: Problem, load: Load, who: int, useful: Sequence[Choice]) -> Reason:
    """Return what stands between a learner and these choices, the best first."""
    obstacles = [load.obstacle(who, choice.offer) for choice in useful]
    if "" in obstacles:
        # There is room, so the class would stay too small or the money does more elsewhere.
        free = [choice for choice, obstacle in zip(useful, obstacles, strict=True) if not obstacle]
        small = all(load.heads[c.offer] + 1 < problem.offers[c.offer].seats_min for c in free)
        return "seats_min" if small else "budget"
    return obstacles[0]  # type: ignore[return-value]  # without a free place each obstacle is a reason
