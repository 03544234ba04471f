"""From the program's answer to a plan of whole people: rounding, and choosing anew among the choices that can still matter."""

from math import inf

import numpy as np

from asnkarier.core.growth.greedy import complete
from asnkarier.core.growth.plan import Load, Outcome, Pair, Problem, broken, objective, reached
from asnkarier.core.numbers import SCALE
from asnkarier.optimise.linear import Program
from asnkarier.optimise.pairs import Bundle, Pairs
from asnkarier.optimise.prices import Search

MOST = 40_000
"""Choices of the program in whole numbers."""
Used = list[tuple[int, Bundle, float]]
"""A group, the trainings of each of its people, and how many of them: not always a whole number."""


def rounded(pairs: Pairs, used: Used) -> Outcome:
    """Give whole people what the program gave them, then those it split, then fill what is left."""
    load = _given(pairs, used)
    complete(load, openings=pairs.openings)
    return outcome(pairs.problem, load)


def placed(pairs: Pairs, used: Used) -> tuple[Pair, ...]:
    """Return who goes where by the program's answer alone: classes may be too small, and what is left stays."""
    return _given(pairs, used).pairs


def _given(pairs: Pairs, used: Used) -> Load:
    load = Load(pairs.problem)
    waiting = [list(members) for members in pairs.members]
    split: Used = []
    for group, bundle, amount in used:
        whole = int(amount + 1e-6)
        for _ in range(min(whole, len(waiting[group]))):
            if not _place(load, waiting[group], pairs, bundle):
                break
        if amount - whole > 1e-6:
            split.append((group, bundle, amount - whole))
    split.sort(key=lambda item: (-item[2], item[0]))
    for group, bundle, _ in split:
        if waiting[group]:
            _place(load, waiting[group], pairs, bundle)
    return load


def at_prices(search: Search) -> Used:
    """Return everyone's best choice at the best prices, those who lose most without it first."""
    pairs = search.pairs
    value, bundles = pairs.best(pairs.priced(search.money, search.seats, search.absences), exact=True)
    order = sorted(bundles, key=lambda group: -float(value[group]))
    return [(group, bundles[group], float(pairs.size[group])) for group in order]


def outcome(problem: Problem, load: Load) -> Outcome:
    """Return the plan that a load has become."""
    plan = load.pairs
    return Outcome(plan, objective(problem, plan), reached(problem, plan), None, False, "prices")


def _place(load: Load, waiting: list[int], pairs: Pairs, bundle: Bundle) -> bool:
    """Send the next of a group to a bundle of trainings, or to none of them."""
    who = waiting[-1]
    done: list[int] = []
    for offer in (int(pairs.offer[pair]) for pair in bundle):
        if load.obstacle(who, offer):
            for sent in done:
                load.remove(who, sent)
            return False
        load.add(who, offer)
        done.append(offer)
    waiting.pop()
    return True


def in_whole_people(search: Search, best: Outcome, seconds: float) -> Outcome:
    """Solve the program in whole people and whole classes, over the choices that a better plan can still hold.

    A choice that is worth less than a person's best one by more than plan and bound lie apart is in no better plan: what is
    left is small enough to be solved, or nearly.
    """
    pairs, problem = search.pairs, search.pairs.problem
    kept = _kept(search, best)
    program = Program()
    columns: list[tuple[int, Bundle]] = []
    own: dict[int, list[int]] = {}
    by_money: list[dict[int, float]] = [{} for _ in pairs.money]
    by_offer: dict[int, list[int]] = {}
    by_place: dict[int, dict[int, int]] = {}
    for group, bundle in kept:
        column = program.column(float(pairs.gain[list(bundle)].sum()), float(pairs.size[group]))
        columns.append((group, bundle))
        own.setdefault(group, []).append(column)
        for pair in bundle:
            paid = by_money[pairs.purse[pair]]
            paid[column] = paid.get(column, 0.0) + float(pairs.rupiah[pair]) / 1e6
            by_offer.setdefault(int(pairs.offer[pair]), []).append(column)
            if len(pairs.absences):
                there = by_place.setdefault(int(pairs.place[pair]), {})
                there[column] = there.get(column, 0) + 1
    opened: dict[int, int] = {}
    for offer, held in by_offer.items():
        item = problem.offers[offer]
        ones = [1.0] * len(held)
        if (item.class_cost and len(problem.purses) == 1 and not item.held) or item.seats_min > 1:
            opened[offer] = program.column(0.0)
            program.row([*held, opened[offer]], [*ones, -float(item.seats)], -inf, 0.0)
            if item.seats_min > 1:
                program.row([*held, opened[offer]], [*ones, -float(item.seats_min)], 0.0, inf)
            if item.class_cost and len(problem.purses) == 1 and not item.held:
                by_money[0][opened[offer]] = item.class_cost / 1e6
        else:
            program.row(held, ones, -inf, float(item.seats))
    for purse, paid in enumerate(by_money):
        if paid:
            program.row(list(paid), list(paid.values()), -inf, float(pairs.money[purse]) / 1e6)
    for place, times in by_place.items():
        program.row(list(times), [float(t) for t in times.values()], -inf, float(pairs.absences[place]))
    for group, held in own.items():
        program.row(held, [1.0] * len(held), -inf, float(pairs.size[group]))
    start = [0.0] * len(program.cost)
    at = {column: place for place, column in enumerate(columns)}
    for who, bundle in pairs.bundles_of(best).items():
        if (who, bundle) in at:
            start[at[who, bundle]] += 1.0
    for offer in {offer for _, offer in best.pairs} & opened.keys():
        start[opened[offer]] = 1.0
    found = program.solve(integer=True, seconds=seconds, start=start)
    if not len(found.values):
        return best
    used = [(*columns[i], float(round(found.values[i]))) for i in np.flatnonzero(found.values[: len(columns)] > 0.5)]
    plan = rounded(pairs, used)
    return plan if plan.objective > best.objective and not broken(problem, plan.pairs) else best


def _kept(search: Search, best: Outcome) -> list[tuple[int, Bundle]]:
    """Return the choices that may be in a better plan, and those of the best plan so far."""
    pairs = search.pairs
    worth, top = search.at_best_prices()
    priced = worth.tolist()
    slack = max(search.bound - best.objective / SCALE, 0.0) + 1e-6
    kept = []
    for group, bundles in search.bundles.items():
        for bundle in bundles:
            loss = float(top[group]) - sum(priced[pair] for pair in bundle)
            if loss <= slack:
                kept.append((loss, group, bundle))
    kept.sort()
    own = {(group, bundle) for group, bundle in pairs.bundles_of(best).items()}
    return [*dict.fromkeys([*own, *((group, bundle) for _, group, bundle in kept[:MOST])])]
