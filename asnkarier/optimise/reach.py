"""How many people can reach their hours at most, with a price on every seat and on money.

Whoever comes to the hours pays at least the missing JP times the cheapest JP among the own trainings: priced so, the number of people for
whom that costs less than one is a bound that no plan exceeds, whatever the prices (a Lagrangian dual, its prices moved towards what is
scarce).
"""

from math import floor

import numpy as np

from asnkarier.core.growth.plan import Problem

ROUNDS = 150
PATIENCE = 6
"""Rounds without a better bound after which the steps are halved."""


def priced_bound(problem: Problem, known: int) -> int | None:
    """Return the bound; `known` reach their hours by a plan at hand. None where nobody is short of hours."""
    purses = {purse: place for place, purse in enumerate(problem.purses)}
    starts: list[int] = []
    offers: list[int] = []
    missing: list[int] = []
    purse_of: list[int] = []
    for learner in problem.learners:
        if learner.jp_missing <= 0 or learner.purse not in purses:
            continue
        mine = [
            c.offer
            for c in learner.choices
            if problem.offers[c.offer].seats > 0
            and problem.offers[c.offer].month not in learner.busy
            and (learner.jp_left is None or problem.offers[c.offer].jp <= learner.jp_left)
        ]
        if mine:
            starts.append(len(offers))
            offers += mine
            missing.append(learner.jp_missing)
            purse_of.append(purses[learner.purse])
    if not starts:
        return None
    first, offer = np.array(starts), np.array(offers)
    need, purse = np.array(missing, float), np.array(purse_of)
    count = np.diff([*starts, len(offers)])
    jp = np.array([o.jp for o in problem.offers], float)[offer]
    # A training gives no more than is missing: what is beyond it helps nobody.
    times = np.repeat(need, count) / np.minimum(jp, np.repeat(need, count))
    unit = max(1.0, float(np.mean([o.cost for o in problem.offers])))
    cost = np.array([o.cost for o in problem.offers], float)[offer] / unit
    payer = np.repeat(purse, count)
    room = np.array([o.seats for o in problem.offers], float)
    money = np.array(list(problem.purses.values()), float) / unit
    seats, rate = np.zeros(len(room)), np.zeros(len(money))
    best, kept, step, since = float(len(first)), (seats, rate), 1.0, 0
    for _ in range(ROUNDS):
        price = times * (seats[offer] + cost * rate[payer])
        least = np.minimum.reduceat(price, first)
        worth = 1 - least
        goes = worth > 0
        bound = float(worth[goes].sum() + seats @ room + rate @ money)
        since = 0 if bound < best - 1e-6 else since + 1
        if bound < best:
            best, kept = bound, (seats, rate)
        if since >= PATIENCE:
            step, since, (seats, rate) = step / 2, 0, kept
            if step < 1e-3:
                break
            continue
        # Of each one's pairs the first that costs least is the one that is used.
        cheapest = np.flatnonzero(price <= np.repeat(least, count))
        owner = np.searchsorted(first, cheapest, side="right") - 1
        _, once = np.unique(owner, return_index=True)
        used = cheapest[once][goes]
        over_seats = np.bincount(offer[used], times[used], len(room)) - room
        over_money = np.bincount(payer[used], times[used] * cost[used], len(money)) - money
        over_seats[(seats <= 0) & (over_seats < 0)] = 0
        over_money[(rate <= 0) & (over_money < 0)] = 0
        norm = float(over_seats @ over_seats + over_money @ over_money)
        if norm == 0:
            break
        move = step * max(bound - known, 1e-3) / norm
        seats, rate = np.maximum(0, seats + move * over_seats), np.maximum(0, rate + move * over_money)
    return floor(best + 1e-6)
