"""The best training plan that can be found: exactly where the problem is small, with prices where it is large."""

from asnkarier.core.access import Progress, silent
from asnkarier.core.growth.plan.calendar import without_solver
from asnkarier.core.growth.plan.problem import Outcome, Problem

SMALL = 20_000
"""Up to so many pairs of person and training the plan is solved as one program."""


def best(problem: Problem, progress: Progress = silent, known: Outcome | None = None) -> Outcome:
    """Return the best plan found, with its bound; `known` is the greedy plan where it is at hand."""
    known = known or without_solver(problem)
    if not problem.months_open:
        return _planned(problem, progress, known)
    from asnkarier.optimise import months

    def planner(asked: Problem, start: Outcome | None) -> Outcome:
        return _planned(asked, progress, start)

    return months.solve(problem, planner, known, progress)


def _planned(problem: Problem, progress: Progress, known: Outcome | None) -> Outcome:
    from asnkarier.optimise import exact, hours, large, shared

    if problem.shared:

        def planner(asked: Problem, start: Outcome | None) -> Outcome:
            return _planned(asked, progress, start)

        return shared.solve(problem, planner, known)
    if problem.size <= SMALL:
        found = exact.solve(problem, known)
        if found.optimal or problem.hours_first:
            return found
        other = large.solve(problem, progress, known)
        bounds = [bound for bound in (found.bound, other.bound) if bound is not None]
        better = found if found.objective >= other.objective else other
        return better._replace(bound=min(bounds), optimal=min(bounds) == better.objective)
    if problem.hours_first:
        return hours.solve(problem, progress, known)
    return large.solve(problem, progress, known)
