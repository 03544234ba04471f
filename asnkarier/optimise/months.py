"""The plan where absences are limited: the year's totals first, then months for its classes, then what the months still allow.

With the year's room of each unit in place of that of the months, the program is one that no plan with months exceeds: its bound holds for
all months. Where the classes of its plan fit into months, that plan is the best there is. Else, in a small case, classes
and months are chosen in one program; in a large one the months are settled for its plan and the rest is planned anew within them.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from math import inf
from typing import NamedTuple

import numpy as np

from asnkarier.core.access import Progress, silent
from asnkarier.core.growth.plan.calendar import fitted, months, settled, without_solver
from asnkarier.core.growth.plan.problem import Choice, Offer, Outcome, Pair, Problem, objective, reached
from asnkarier.optimise import exact, large
from asnkarier.optimise.columns import Answer, held
from asnkarier.optimise.linear import Program
from asnkarier.optimise.pairs import Pairs
from asnkarier.optimise.prices import Search
from asnkarier.optimise.rounding import Used, placed

Planner = Callable[[Problem, Outcome | None], Outcome]
NODES = 200
"""Nodes after which months for a plan at hand are looked for no longer."""
MANY = 100_000
"""With more pairs of person and training than this the first plan is made without absences."""
SMALL = 6_000
"""Up to so many triples of person, training and month they are chosen in one program."""


class Copies(NamedTuple):
    """A problem in which each training stands once a month in which it can lie, and which of these are one training."""

    problem: Problem
    of: list[int]
    """Copy → training."""
    groups: list[list[int]]


def solve(problem: Problem, planner: Planner, known: Outcome | None = None, progress: Progress = silent) -> Outcome:
    """Return a plan with its months, and the bound of every plan with any months."""
    if problem.size > MANY and not problem.hours_first and not problem.shared:
        return by_prices(problem, progress, known)
    # A plan with months keeps to the totals of the year too. Of many people these are left out: they bind little and take long.
    total = problem if problem.size <= MANY else problem._replace(absences=None)
    year = planner(total, known)
    chosen, excess = months(problem, year.pairs)
    if excess and known is not None and known.months and known.pairs == year.pairs:
        chosen, excess = known.months, 0
    if excess and (better := _by_program(problem, year.pairs)) is not None:
        chosen, excess = better, 0
    if not excess:
        return year._replace(months=chosen)
    plans = [known if known is not None and known.months else without_solver(problem)]
    whole: Outcome | None = None
    if not problem.shared and (copies := expanded(problem, year.pairs)).problem.size <= SMALL:
        whole = _whole(problem, copies)
        if whole.optimal:
            return whole
        plans.append(whole)
    fixed = settled(problem, chosen)
    dealt = tuple(offer.month for offer in fixed.offers)
    start = fitted(fixed, year.pairs)
    rest = planner(fixed, start)
    plans += [rest._replace(months=dealt), start._replace(months=dealt)]
    best = max(plans, key=lambda plan: (plan.reached if problem.hours_first else 0, plan.objective))
    bounds = [year.bound]
    if problem.hours_first and best.reached < year.reached:
        # The year's bound is one of plans with more hours than these: what nobody exceeds who has no hours to reach bounds them too.
        bounds = [planner(problem._replace(hours_first=False), None).bound]
    if whole is not None and whole.reached <= best.reached:
        bounds.append(whole.bound)
    reaches = [year.reach_bound, whole.reach_bound if whole is not None else None]
    most = min((reach for reach in reaches if reach is not None), default=None)
    bound = min((bound for bound in bounds if bound is not None), default=None)
    limit = None if bound is None else max(bound, best.objective)
    return best._replace(
        bound=limit,
        reach_bound=most,
        optimal=limit == best.objective and most in (None, best.reached),
        method=year.method,
        price_of_money=year.price_of_money,
    )


def by_prices(problem: Problem, progress: Progress = silent, known: Outcome | None = None) -> Outcome:
    """Return a plan of many people with its months; its bound is that of plans with the room of the year.

    Where the classes of the program's answer lie goes into the months; within them the program is solved anew.
    """
    known = known if known is not None and known.months else without_solver(problem)
    year = Search(Pairs(problem))
    if not len(year.pairs.gain):
        return known._replace(bound=0, optimal=True, method="exact")
    answer = large.bounded(year, known, progress)
    if answer is None:
        return large.measured(known, year)
    classes = held(year, answer)
    chosen, excess = months(problem, placed(year.pairs, _amounts(answer)))
    if not excess:
        # Months are no matter here: the plan without them is the one to make, if it fits as well as its draft.
        found = large.finished(year, answer, classes, known, progress)
        chosen, excess = (known.months, 0) if found.pairs == known.pairs else months(problem, found.pairs)
        if not excess:
            return large.measured(found._replace(months=chosen), year)
    fixed = settled(problem, chosen)
    search = Search(year.pairs.dealt(fixed))
    search.money, search.seats = year.money, year.seats
    of_unit = {unit: place for (unit, month), place in year.pairs.places.items() if not month}
    rooms = [year.absences[of_unit[unit]] if unit in of_unit else 0.0 for unit, _ in search.pairs.places]
    search.absences = np.array(rooms, float)
    start = known._replace(pairs=(), objective=0, reached=0)
    found = large.finished(search, answer, classes, start, progress, enough=year.bound)
    found = found._replace(months=tuple(offer.month for offer in fixed.offers))
    return large.measured(max((found, known), key=lambda plan: plan.objective), year)


def _amounts(answer: Answer) -> Used:
    """Return how many of its group go to each pair."""
    return [
        (pair, amount)
        for pair, amount in zip(answer.columns.tolist(), answer.amount.tolist(), strict=True)
        if amount > 1e-7
    ]


def _by_program(problem: Problem, pairs: Sequence[Pair]) -> tuple[int, ...] | None:
    """Return months into which a plan's classes fit, where a program finds some."""
    if len(pairs) * len(problem.months) > 4 * SMALL:
        return None
    program = Program()
    at: dict[tuple[int, int], int] = {}
    heads: dict[tuple[int | None, int], dict[int, float]] = defaultdict(lambda: defaultdict(float))
    mine: dict[tuple[int, int], list[int]] = defaultdict(list)
    for offer in sorted({offer for _, offer in pairs}):
        columns = []
        for month in problem.months:
            at[offer, month] = program.column(1.0)
            columns.append(at[offer, month])
        program.row(columns, [1.0] * len(columns), -inf, 1.0)
    for who, offer in pairs:
        learner = problem.learners[who]
        for month in problem.months:
            column = at[offer, month]
            if month in learner.busy:
                program.row([column], [1.0], 0.0, 0.0)
            heads[learner.unit, month][column] += 1.0
            mine[who, month].append(column)
    for (unit, month), counted in heads.items():
        if sum(counted.values()) > problem.room(unit, month):
            program.row(list(counted), list(counted.values()), -inf, float(problem.room(unit, month)))
    for columns in mine.values():
        if len(columns) > 1:
            program.row(columns, [1.0] * len(columns), -inf, 1.0)
    found = program.solve(integer=True, absolute_gap=0.9, nodes=NODES)
    if not len(found.values) or round(found.objective) < len({offer for _, offer in pairs}):
        return None
    result = [0] * len(problem.offers)
    for (offer, month), column in at.items():
        if found.values[column] > 0.5:
            result[offer] = month
    return tuple(result)


def expanded(problem: Problem, pairs: Sequence[Pair]) -> Copies:
    """Return the problem with a copy of each training for each month.

    Where all months are alike, the first training lies in the first month, the second in one of the first two, and so on: every
    calendar is one of these by another name.
    """
    alike = not problem.away and not any(learner.busy for learner in problem.learners)
    heads = [0] * len(problem.offers)
    for _, offer in pairs:
        heads[offer] += 1
    order = sorted(range(len(problem.offers)), key=lambda offer: (-heads[offer], offer))
    rank = {offer: place for place, offer in enumerate(order)}
    offers: list[Offer] = []
    of: list[int] = []
    groups = []
    for place, item in enumerate(problem.offers):
        group = []
        for month in problem.months[: rank[place] + 1] if alike else problem.months:
            group.append(len(of))
            of.append(place)
            offers.append(item._replace(month=month))
        groups.append(group)
    learners = tuple(
        learner._replace(
            choices=tuple(Choice(copy, c.competency, c.gain) for c in learner.choices for copy in groups[c.offer])
        )
        for learner in problem.learners
    )
    return Copies(problem._replace(offers=tuple(offers), learners=learners), of, groups)


def _whole(problem: Problem, copies: Copies) -> Outcome:
    """Choose people and months in one program."""
    found = exact.solve(copies.problem, one_of=copies.groups)
    pairs = tuple(sorted((who, copies.of[copy]) for who, copy in found.pairs))
    chosen = [0] * len(problem.offers)
    for _, copy in found.pairs:
        chosen[copies.of[copy]] = copies.problem.offers[copy].month
    return found._replace(
        pairs=pairs, objective=objective(problem, pairs), reached=reached(problem, pairs), months=tuple(chosen)
    )
