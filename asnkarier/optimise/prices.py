"""The search for prices of money, seats and absences: the best bound so far, and the choices worth considering."""

from math import inf
from time import monotonic

import numpy as np

from asnkarier.core.growth.plan import Outcome
from asnkarier.core.numbers import SCALE
from asnkarier.optimise.linear import Program
from asnkarier.optimise.pairs import Array, Bundle, Pairs

NEAR = 0.002
"""Choices are kept for the program when the prices that made them were this close to the best ones."""
MOST = 48_000
"""Choices of the program: each group's nearest, then the nearest of all."""
MIXES = (0.0, 0.5, 0.8)


class Search:
    """Prices, the best bound so far, and the choices worth considering."""

    def __init__(self, pairs: Pairs) -> None:
        self.pairs = pairs
        self.bound = inf
        self.bundles: dict[int, dict[Bundle, None]] = {}
        self.kept: set[tuple[int, Bundle]] = set()
        """Choices that always stay: of the plan known first, and those the last program used, so that none is worse than these."""
        self.money = np.zeros(len(pairs.money))
        self.seats = np.zeros(len(pairs.seats))
        self.absences = np.zeros(len(pairs.absences))

    def price(
        self, money: Array, seats: Array, absences: Array, *, exact: bool = True
    ) -> tuple[float, dict[int, Bundle]]:
        """Ask everyone for the best choice at these prices; keep the bound and the prices if they are the best so far."""
        p = self.pairs
        value, bundles = p.best(p.priced(money, seats, absences), exact=exact)
        bound = float(value @ p.size + money @ p.money + seats @ p.seats + absences @ p.absences)
        if bound < self.bound:
            self.bound, self.money, self.seats, self.absences = bound, money, seats, absences
        if exact or bound <= self.bound * (1 + NEAR):
            for group, bundle in bundles.items():
                if bundle:
                    self.bundles.setdefault(group, {})[bundle] = None
        return bound, bundles

    def begin(self, plan: Outcome) -> None:
        """Take the first choices and prices from a known plan: what the last rupiah and the last seat of each training closed."""
        self.kept.update(self.pairs.bundles_of(plan).items())
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

    def take(self, other: "Search") -> None:
        """Begin with the prices of money and seats of a search without absences, and with its choices as far as they go together."""
        p, q = self.pairs, other.pairs
        self.money, self.seats = other.money.copy(), other.seats.copy()
        group_of = {who: group for group, members in enumerate(q.members) for who in members}
        keys = zip(p.group.tolist(), p.offer.tolist(), p.competency.tolist(), strict=True)
        place_of = {key: place for place, key in enumerate(keys)}
        month, offers, competencies = p.month.tolist(), q.offer.tolist(), q.competency.tolist()
        for group, who in enumerate(p.first):
            for bundle in other.bundles.get(group_of.get(who, -1), ()):
                mine = tuple(sorted(place_of.get((group, offers[i], competencies[i]), -1) for i in bundle))
                lies = [month[place] for place in mine if month[place]]
                if mine and mine[0] >= 0 and len(set(lies)) == len(lies):
                    self.bundles.setdefault(group, {})[mine] = None

    def subgradient(self, target: float, rounds: int, until: float) -> None:
        """Move the prices towards what is scarce (Polyak's step towards the value of a known plan)."""
        p = self.pairs
        step = 1.0
        since = 0
        money, seats, absences = self.money, self.seats, self.absences
        # One unit of money is scaled so that prices of money and of seats move alike.
        scale = max(float(p.cost.mean()), 1.0)
        for _ in range(rounds):
            if monotonic() > until:
                return
            before = self.bound
            bound, bundles = self.price(money, seats, absences, exact=False)
            taken = np.array([pair for bundle in bundles.values() for pair in bundle], np.int64)
            weight = p.size[p.group[taken]] if len(taken) else np.zeros(0)
            over_money = (np.bincount(p.purse[taken], p.cost[taken] * weight, len(p.money)) - p.money) / scale
            over_seats = np.bincount(p.offer[taken], weight, len(p.seats)) - p.seats
            over_absences = (
                np.bincount(p.place[taken], weight, len(p.absences)) - p.absences if len(p.absences) else p.absences
            )
            over_money[(money <= 0) & (over_money < 0)] = 0
            over_seats[(seats <= 0) & (over_seats < 0)] = 0
            over_absences = np.where((absences <= 0) & (over_absences < 0), 0, over_absences)
            norm = float(over_money @ over_money + over_seats @ over_seats + over_absences @ over_absences)
            if norm == 0:
                return
            since = 0 if bound < before - 1e-9 else since + 1
            if since >= 8:
                step, since = step / 2, 0
                money, seats, absences = self.money, self.seats, self.absences
                if step < 0.02:
                    return
                continue
            move = step * (bound - target) / norm
            money = np.maximum(0, money + move * over_money / scale)
            seats = np.maximum(0, seats + move * over_seats)
            absences = np.maximum(0, absences + move * over_absences)

    def prune(self) -> None:
        """Keep the choices nearest to each group's best at the best prices, so that the program stays solvable in its time."""
        for group, bundle in self.kept:
            self.bundles.setdefault(group, {})[bundle] = None
        if sum(map(len, self.bundles.values())) <= MOST:
            return
        worth, value = self.at_best_prices()
        priced = worth.tolist()
        found = [
            (float(value[group]) - sum(priced[pair] for pair in bundle), group, bundle)
            for group, bundles in self.bundles.items()
            for bundle in bundles
        ]
        found.sort()
        self.bundles = {}
        for group, bundle in self.kept:
            self.bundles.setdefault(group, {})[bundle] = None
        first: set[int] = set()
        others = []
        for _, group, bundle in found:
            if group in first:
                others.append((group, bundle))
            else:
                first.add(group)
                self.bundles.setdefault(group, {})[bundle] = None
        for group, bundle in others[: max(0, MOST - sum(map(len, self.bundles.values())))]:
            self.bundles[group][bundle] = None

    def at_best_prices(self) -> tuple[Array, Array]:
        """Return what each pair is worth beyond the best prices, and each group's best value."""
        worth = self.pairs.priced(self.money, self.seats, self.absences)
        value, _ = self.pairs.best(worth, exact=True)
        return worth, value

    def program(self, seconds: float) -> tuple[float, list[tuple[int, Bundle, float]]]:
        """Solve the program over the choices kept; return its value and what it uses, and price anew by its duals."""
        p = self.pairs
        program = Program()
        columns: list[tuple[int, Bundle]] = []
        by_money: list[dict[int, float]] = [{} for _ in p.money]
        by_offer: dict[int, dict[int, int]] = {}
        by_place: dict[int, dict[int, int]] = {}
        own: dict[int, list[int]] = {}
        for group, bundles in self.bundles.items():
            for bundle in bundles:
                column = program.column(float(p.gain[list(bundle)].sum()), float(p.size[group]))
                columns.append((group, bundle))
                own.setdefault(group, []).append(column)
                for pair in bundle:
                    paid = by_money[p.purse[pair]]
                    paid[column] = paid.get(column, 0.0) + float(p.cost[pair]) / 1e6
                    by_offer.setdefault(int(p.offer[pair]), {})[column] = 1
                    if len(p.absences):
                        # Where months are open, several trainings of one person count for the same room.
                        there = by_place.setdefault(int(p.place[pair]), {})
                        there[column] = there.get(column, 0) + 1
        rows: list[tuple[str, int]] = []
        for purse, paid in enumerate(by_money):
            if paid:
                program.row(list(paid), list(paid.values()), -inf, float(p.money[purse]) / 1e6)
                rows.append(("money", purse))
        for kind, kept, limit in (("seats", by_offer, p.seats), ("absences", by_place, p.absences)):
            for place, times in kept.items():
                if sum(float(p.size[columns[c][0]]) * count for c, count in times.items()) > limit[place]:
                    program.row(list(times), [float(t) for t in times.values()], -inf, float(limit[place]))
                    rows.append((kind, place))
        for group, held in own.items():
            if len(held) > 1:
                program.row(held, [1.0] * len(held), -inf, float(p.size[group]))
        found = program.solve(integer=False, seconds=seconds)
        if not found.optimal:
            # The time was over: what stands there now is neither a plan nor a price.
            return 0.0, []
        prices = {
            "money": np.zeros(len(p.money)),
            "seats": np.zeros(len(p.seats)),
            "absences": np.zeros(len(p.absences)),
        }
        for (kind, place), dual in zip(rows, found.duals, strict=False):
            prices[kind][place] = max(0.0, float(dual)) / (1e6 if kind == "money" else 1)
        money, seats, absences = self.money, self.seats, self.absences
        for share in MIXES:
            # The program's own prices jump about; between them and the best ones so far lie better bounds.
            self.price(
                share * money + (1 - share) * prices["money"],
                share * seats + (1 - share) * prices["seats"],
                share * absences + (1 - share) * prices["absences"],
            )
        used = [(*columns[i], float(found.values[i])) for i in np.flatnonzero(found.values > 1e-7)]
        self.kept.update((group, bundle) for group, bundle, _ in used)
        return found.objective, used
