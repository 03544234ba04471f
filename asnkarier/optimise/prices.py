"""The search for prices of money, seats and absences, and the best bound so far."""

from math import inf

import numpy as np

from asnkarier.core.growth.plan.problem import Outcome
from asnkarier.core.numbers import SCALE
from asnkarier.optimise.pairs import Array, Pairs

MIXES = (0.0, 0.5, 0.8)
Prices = tuple[Array, Array, Array]
"""The prices of money, of seats and of absences."""


class Search:
    """Prices and the best bound so far."""

    def __init__(self, pairs: Pairs) -> None:
        self.pairs = pairs
        self.bound = inf
        self.money = np.zeros(len(pairs.money))
        self.seats = np.zeros(len(pairs.seats))
        self.absences = np.zeros(len(pairs.absences))

    @property
    def prices(self) -> Prices:
        """The best prices so far."""
        return self.money, self.seats, self.absences

    def price(self, money: Array, seats: Array, absences: Array, *, exact: bool = True) -> tuple[float, Array]:
        """Ask everyone for the best choice at these prices; keep the bound and the prices if they are the best so far."""
        p = self.pairs
        value, taken = p.best(p.priced(money, seats, absences), exact=exact)
        bound = float(value @ p.size + money @ p.money + seats @ p.seats + absences @ p.absences)
        if bound < self.bound:
            self.bound, self.money, self.seats, self.absences = bound, money, seats, absences
        return bound, taken

    def mix(self, found: Prices) -> None:
        """Try prices that a program gave: they jump about; between them and the best ones so far lie better bounds."""
        before = self.prices
        for share in MIXES:
            money, seats, absences = (share * old + (1 - share) * new for old, new in zip(before, found, strict=True))
            self.price(money, seats, absences)

    def begin(self, plan: Outcome) -> None:
        """Take the first choices and prices from a known plan: what the last rupiah and the last seat of each training closed."""
        p, problem = self.pairs, self.pairs.problem
        gain = {(who, c.offer): c.gain / SCALE for who, learner in enumerate(problem.learners) for c in learner.choices}
        share = [o.cost + (o.class_cost / o.seats if len(p.money) == 1 and not o.held else 0) for o in problem.offers]
        heads = np.bincount([offer for _, offer in plan.pairs], minlength=len(problem.offers))
        purses = list(problem.purses)
        for place, purse in enumerate(purses):
            mine = [pair for pair in plan.pairs if problem.learners[pair[0]].purse == purse]
            paid = sum(share[offer] for _, offer in mine)
            worth = sorted(gain[pair] / share[pair[1]] for pair in mine if share[pair[1]])
            if worth and paid > 0.97 * p.money[place]:
                self.money[place] = worth[len(worth) // 20]
        for offer, item in enumerate(problem.offers):
            if heads[offer] and heads[offer] >= item.seats:
                left = sorted(
                    gain[who, o] - share[o] * self.money[purses.index(problem.learners[who].purse)]
                    for who, o in plan.pairs
                    if o == offer
                )
                self.seats[offer] = max(0.0, left[len(left) // 20])

    def subgradient(
        self, target: float, rounds: int, *, patience: int = 8, shortest: float = 0.02, enough: float = -inf
    ) -> None:
        """Move the prices towards what is scarce (Polyak's step towards the value of a known plan).

        After `patience` steps without a better bound the steps are halved; it ends when they are below `shortest` of the first,
        or when the bound is `enough`.
        """
        p = self.pairs
        step = 1.0
        since = 0
        money, seats, absences = self.money, self.seats, self.absences
        # One unit of money is scaled so that prices of money and of seats move alike.
        scale = max(float(p.cost.mean()), 1.0)
        for _ in range(rounds):
            before = self.bound
            bound, taken = self.price(money, seats, absences, exact=False)
            weight = p.size[p.group[taken]]
            over_money = (np.bincount(p.purse[taken], p.cost[taken] * weight, len(p.money)) - p.money) / scale
            over_seats = np.bincount(p.offer[taken], weight, len(p.seats)) - p.seats
            over_absences = (
                np.bincount(p.place[taken], weight, len(p.absences)) - p.absences if len(p.absences) else p.absences
            )
            over_money[(money <= 0) & (over_money < 0)] = 0
            over_seats[(seats <= 0) & (over_seats < 0)] = 0
            over_absences = np.where((absences <= 0) & (over_absences < 0), 0, over_absences)
            norm = float(over_money @ over_money + over_seats @ over_seats + over_absences @ over_absences)
            if norm == 0 or self.bound <= enough:
                return
            since = 0 if bound < before - 1e-9 else since + 1
            if since >= patience:
                step, since = step / 2, 0
                money, seats, absences = self.money, self.seats, self.absences
                if step < shortest:
                    return
                continue
            move = step * (bound - target) / norm
            money = np.maximum(0, money + move * over_money / scale)
            seats = np.maximum(0, seats + move * over_seats)
            absences = np.maximum(0, absences + move * over_absences)
