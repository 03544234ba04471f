"""The training plan of many people: prices for money, seats and absences instead of one huge program.

With a price on everything scarce, each person's best choice is a small problem of its own, and the sum of their values is a bound
that no plan exceeds, whatever the prices (a Lagrangian dual). The prices come from a program over few promising choices a
person (column generation); its solution, rounded, is the plan.
"""

from math import inf
from time import monotonic
from typing import Any

import numpy as np

from asnkarier.core.access import Progress, silent
from asnkarier.core.growth.greedy import complete, greedy
from asnkarier.core.growth.plan import Choice, Load, Outcome, Problem, objective, reached
from asnkarier.core.numbers import SCALE
from asnkarier.optimise import exact
from asnkarier.optimise.linear import Program

ROUNDS = 12
ENOUGH = 0.002
"""Stop when plan and bound are this close."""
NEAR = 0.002
"""Choices are kept for the program when the prices that made them were this close to the best ones."""
MIXES = (0.0, 0.5, 0.8)
POLISHED = 12_000
"""Pairs of the program that tries, at the end, which classes to hold."""
Bundle = tuple[int, ...]
Array = Any


class _Pairs:
    """All pairs as arrays, ordered by learner and competency; learners who are alike in everything are one group."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        groups: dict[object, list[int]] = {}
        for who, learner in enumerate(problem.learners):
            if learner.choices:
                unit = learner.unit if problem.absences is not None else None
                key = (unit, learner.purse, learner.jp_left, learner.busy, learner.choices)
                groups.setdefault(key, []).append(who)
        self.members = list(groups.values())
        self.first = [members[0] for members in self.members]
        self.size = np.array([len(members) for members in self.members])
        purses = {purse: place for place, purse in enumerate(problem.purses)}
        self.purses = list(problem.purses.values())
        self.places: dict[tuple[int | None, int], int] = {}
        rows = []
        for group, who in enumerate(self.first):
            learner = problem.learners[who]
            for choice in sorted(learner.choices, key=lambda c: (c.competency, c.offer)):
                offer = problem.offers[choice.offer]
                if (
                    choice.gain <= 0
                    or offer.seats <= 0
                    or offer.month in learner.busy
                    or (learner.jp_left is not None and offer.jp > learner.jp_left)
                ):
                    continue
                place = -1
                if problem.absences is not None:
                    place = self.places.setdefault((learner.unit, offer.month), len(self.places))
                share = float(offer.cost)
                if offer.class_cost and not offer.held and len(purses) == 1:
                    share += offer.class_cost / offer.seats
                rows.append((group, choice.competency, choice.offer, choice.gain, purses[learner.purse], share, place))
        table = np.array(rows, float).reshape(-1, 7)
        self.group, self.competency, self.offer = (table[:, i].astype(np.int64) for i in range(3))
        self.gain = table[:, 3] / SCALE
        self.purse, self.cost, self.place = table[:, 4].astype(np.int64), table[:, 5], table[:, 6].astype(np.int64)
        self.month = np.array([o.month for o in problem.offers])[self.offer]
        self.jp = np.array([o.jp for o in problem.offers])[self.offer]
        left = [problem.learners[who].jp_left for who in self.first]
        self.jp_left = np.array([np.iinfo(np.int64).max if jp is None else jp for jp in left])
        change = np.flatnonzero(np.diff(self.group) | np.diff(self.competency)) + 1
        self.starts = np.concatenate([[0], change]).astype(np.int64)
        self.seats = np.array([o.seats for o in problem.offers], float)
        used = [problem.away.get(place, 0) for place in self.places]
        self.absences = np.array([max(0, (problem.absences or 0) - count) for count in used], float)
        self.money = np.array(self.purses, float)
        self.rupiah = np.array([o.cost for o in problem.offers])[self.offer]
        self.density = self.gain / (self.cost + 1)
        self.order = np.argsort(-self.density, kind="stable")
        self.choices = [
            Choice(*row)
            for row in zip(self.offer.tolist(), self.competency.tolist(), table[:, 3].astype(int).tolist(), strict=True)
        ]

    def openings(self, load: Load) -> list[tuple[float, int, Choice]]:
        """Return the pairs for which there are a seat and money, the one that closes most for its price first."""
        free = np.array(load.free) > 0
        money = np.array([load.money[purse] for purse in self.problem.purses])
        mask = free[self.offer] & (self.rupiah <= money[self.purse])
        found = self.order[mask[self.order]]
        return [
            (density, who, self.choices[pair])
            for pair, density in zip(found.tolist(), self.density[found].tolist(), strict=True)
            for who in self.members[self.group[pair]]
        ]

    def priced(self, money: Array, seats: Array, absences: Array) -> Array:
        """Return what each pair is worth beyond its price."""
        worth = self.gain - self.cost * money[self.purse] - seats[self.offer]
        return worth - absences[self.place] if len(absences) else worth

    def best(self, worth: Array, *, exact: bool) -> tuple[Array, dict[int, Bundle]]:
        """Return each group's best value and the pairs that make it (nothing for groups without).

        Where the best of each competency do not go together, the value is that of choosing among them anew; unless `exact`,
        it is the sum of all of them, which is more than can be had and therefore still good for a bound.
        """
        positive = np.flatnonzero(worth > 1e-9)
        value = np.zeros(len(self.members))
        if not len(positive):
            return value, {}
        top = np.maximum.reduceat(worth, self.starts)
        segment = np.searchsorted(self.starts, positive, side="right") - 1
        heads = positive[worth[positive] >= top[segment]]
        _, once = np.unique(np.searchsorted(self.starts, heads, side="right"), return_index=True)
        heads = heads[once]
        groups = self.group[heads]
        np.add.at(value, groups, worth[heads])
        hours = np.zeros(len(self.members), np.int64)
        np.add.at(hours, groups, self.jp[heads])
        slot = groups * 16 + self.month[heads]
        unique, counts = np.unique(slot, return_counts=True)
        clash = np.zeros(len(self.members), bool)
        clash[unique[counts > 1] // 16] = True
        clash |= hours > self.jp_left
        bundles: dict[int, Bundle] = {}
        edges = np.flatnonzero(np.diff(groups)) + 1
        for part in np.split(heads, edges):
            group = int(self.group[part[0]])
            bundles[group] = self._together(part, worth, group) if clash[group] else tuple(part.tolist())
        if exact and clash.any():
            mine = positive[clash[self.group[positive]]]
            edges = np.flatnonzero(np.diff(self.group[mine])) + 1
            for part in np.split(mine, edges):
                group = int(self.group[part[0]])
                value[group], bundles[group] = self._search(part.tolist(), worth, int(self.jp_left[group]))
        return value, bundles

    def _together(self, pairs: Array, worth: Array, group: int) -> Bundle:
        """Return the pairs that go together, taking the best first."""
        months, left, kept = 0, int(self.jp_left[group]), []
        for pair in sorted(pairs.tolist(), key=lambda pair: -worth[pair]):
            month, jp = int(self.month[pair]), int(self.jp[pair])
            if jp <= left and not months >> month & 1:
                months, left = months | 1 << month, left - jp
                kept.append(pair)
        return tuple(sorted(kept))

    def _search(self, pairs: list[int], worth: Array, jp_left: int) -> tuple[float, Bundle]:
        """Choose at most one pair a competency and a month within the JP, by trying with a bound."""
        by_competency: dict[int, list[tuple[float, int, int, int]]] = {}
        for pair in pairs:
            item = (float(worth[pair]), int(self.month[pair]), int(self.jp[pair]), pair)
            by_competency.setdefault(int(self.competency[pair]), []).append(item)
        options = []
        for items in by_competency.values():
            items.sort(reverse=True)
            kept: list[tuple[float, int, int, int]] = []
            for item in items:
                # One that closes less in the same month for no fewer JP is never needed.
                if not any(k[1] == item[1] and k[2] <= item[2] for k in kept):
                    kept.append(item)
            options.append(kept)
        options.sort(key=lambda kept: -kept[0][0])
        rest = [0.0] * (len(options) + 1)
        for place in range(len(options) - 1, -1, -1):
            rest[place] = rest[place + 1] + options[place][0][0]
        best_value = 0.0
        best_bundle: Bundle = ()
        chosen: list[int] = []

        def go(place: int, value: float, months: int, left: int) -> None:
            nonlocal best_value, best_bundle
            if value > best_value:
                best_value, best_bundle = value, tuple(chosen)
            if place == len(options) or value + rest[place] <= best_value + 1e-12:
                return
            for worth_, month, jp, pair in options[place]:
                if jp <= left and not months >> month & 1:
                    chosen.append(pair)
                    go(place + 1, value + worth_, months | 1 << month, left - jp)
                    chosen.pop()
            go(place + 1, value, months, left)

        go(0, 0.0, 0, jp_left)
        return best_value, tuple(sorted(best_bundle))


class _Search:
    """Prices, the best bound so far, and the choices worth considering."""

    def __init__(self, pairs: _Pairs) -> None:
        self.pairs = pairs
        self.bound = inf
        self.bundles: dict[int, dict[Bundle, None]] = {}
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
        """Take the first prices from a known plan: what the last rupiah and the last seat of each training closed."""
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

    def program(self, seconds: float) -> list[tuple[int, Bundle, float]]:
        """Solve the program over the choices kept; return those it uses, and price anew by its duals."""
        p = self.pairs
        program = Program()
        columns: list[tuple[int, Bundle]] = []
        by_money: list[dict[int, float]] = [{} for _ in p.money]
        by_offer: dict[int, list[int]] = {}
        by_place: dict[int, list[int]] = {}
        own: dict[int, list[int]] = {}
        for group, bundles in self.bundles.items():
            for bundle in bundles:
                column = program.column(float(p.gain[list(bundle)].sum()), float(p.size[group]))
                columns.append((group, bundle))
                own.setdefault(group, []).append(column)
                for pair in bundle:
                    paid = by_money[p.purse[pair]]
                    paid[column] = paid.get(column, 0.0) + float(p.cost[pair]) / 1e6
                    by_offer.setdefault(int(p.offer[pair]), []).append(column)
                    if len(p.absences):
                        by_place.setdefault(int(p.place[pair]), []).append(column)
        rows: list[tuple[str, int]] = []
        for purse, paid in enumerate(by_money):
            if paid:
                program.row(list(paid), list(paid.values()), -inf, float(p.money[purse]) / 1e6)
                rows.append(("money", purse))
        for kind, kept, limit in (("seats", by_offer, p.seats), ("absences", by_place, p.absences)):
            for place, held in kept.items():
                if sum(float(p.size[columns[c][0]]) for c in held) > limit[place]:
                    program.row(held, [1.0] * len(held), -inf, float(limit[place]))
                    rows.append((kind, place))
        for group, held in own.items():
            if len(held) > 1:
                program.row(held, [1.0] * len(held), -inf, float(p.size[group]))
        found = program.solve(integer=False, seconds=seconds)
        if not len(found.values):
            return []
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
        return [(*columns[i], float(found.values[i])) for i in np.flatnonzero(found.values > 1e-7)]


def solve(
    problem: Problem, seconds: float = 32.0, progress: Progress = silent, known: Outcome | None = None
) -> Outcome:
    """Return a plan close to the best there is, with the bound it is measured by; `known` is a plan to begin with."""
    began = monotonic()
    until = began + seconds
    known = known or greedy(problem)
    pairs = _Pairs(problem)
    if not len(pairs.gain):
        return known._replace(bound=0, optimal=True, method="exact")
    search = _Search(pairs)
    search.begin(known)
    search.subgradient(known.objective / SCALE, 100, monotonic() + seconds * 0.4)
    search.price(search.money, search.seats, search.absences)
    best = known
    before = -1
    for round_ in range(ROUNDS):
        progress(round_, ROUNDS, "compute")
        used = search.program(max(1.0, until - monotonic()))
        found = _rounded(pairs, used)
        if found.objective > best.objective:
            best = found
        if search.bound * SCALE <= best.objective * (1 + ENOUGH) or monotonic() > until - (until - began) / 4:
            break
        kept = sum(map(len, search.bundles.values()))
        if kept == before:
            break
        before = kept
    left = until - monotonic()
    if left > 3 and search.bound * SCALE > best.objective * (1 + ENOUGH):
        best = _polished(problem, search, best, left)
    bound = max(int(search.bound * SCALE + 1), best.objective)
    price = float(search.money.max()) * SCALE if len(search.money) == 1 else None
    return best._replace(bound=bound, optimal=bound == best.objective, price_of_money=price)


def _polished(problem: Problem, search: _Search, best: Outcome, seconds: float) -> Outcome:
    """Solve exactly over the pairs that are worth most at the best prices: it may choose better which classes to hold."""
    pairs = search.pairs
    worth = pairs.priced(search.money, search.seats, search.absences)
    keep: dict[int, set[int]] = {}
    for who, offer in best.pairs:
        keep.setdefault(who, set()).add(offer)
    count = len(best.pairs)
    if count > POLISHED:
        return best
    for pair in np.argsort(-worth, kind="stable")[: 4 * POLISHED].tolist():
        for who in pairs.members[pairs.group[pair]]:
            mine = keep.setdefault(who, set())
            if int(pairs.offer[pair]) not in mine and count < POLISHED:
                mine.add(int(pairs.offer[pair]))
                count += 1
    learners = tuple(
        learner._replace(choices=tuple(c for c in learner.choices if c.offer in keep.get(who, ())))
        for who, learner in enumerate(problem.learners)
    )
    found = exact.solve(problem._replace(learners=learners), seconds, best)
    if found.objective <= best.objective:
        return best
    load = Load(problem)
    for who, offer in found.pairs:
        load.add(who, offer)
    complete(load, openings=pairs.openings)
    plan = load.pairs
    return Outcome(plan, objective(problem, plan), reached(problem, plan), None, False, "prices")


def _rounded(pairs: _Pairs, used: list[tuple[int, Bundle, float]]) -> Outcome:
    """Give whole people what the program gave them, then those it split, then fill what is left."""
    problem = pairs.problem
    load = Load(problem)
    waiting = [list(members) for members in pairs.members]
    split: list[tuple[float, int, Bundle]] = []
    for group, bundle, amount in used:
        whole = int(amount + 1e-6)
        for _ in range(min(whole, len(waiting[group]))):
            if not _place(load, waiting[group], pairs, bundle):
                break
        if amount - whole > 1e-6:
            split.append((amount - whole, group, bundle))
    split.sort(key=lambda item: (-item[0], item[1]))
    for _, group, bundle in split:
        if waiting[group]:
            _place(load, waiting[group], pairs, bundle)
    complete(load, openings=pairs.openings)
    plan = load.pairs
    return Outcome(plan, objective(problem, plan), reached(problem, plan), None, False, "prices")


def _place(load: Load, waiting: list[int], pairs: _Pairs, bundle: Bundle) -> bool:
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
