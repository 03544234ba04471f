"""All pairs of person and training as arrays, and what each person would choose at given prices."""

from copy import copy
from typing import Any

import numpy as np

from asnkarier.core.growth.plan.problem import Choice, Load, Problem
from asnkarier.core.numbers import SCALE

Bundle = tuple[int, ...]
"""The trainings of one person, as places of pairs."""
Array = Any


class Pairs:
    """All pairs as arrays, ordered by learner and competency; learners who are alike in everything are one group."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        groups: dict[object, list[int]] = {}
        for who, learner in enumerate(problem.learners):
            if learner.choices:
                unit = learner.unit if problem.absences is not None else None
                key = (unit, learner.purse, learner.jp_left, learner.busy, learner.times, learner.choices)
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
        times = [problem.learners[who].times for who in self.first]
        self.times = np.array([np.iinfo(np.int64).max if most is None else most for most in times])
        self.divide()
        self.seats = np.array([o.seats for o in problem.offers], float)
        self.absences = np.array([problem.room(*place) for place in self.places], float)
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
        if len(self.absences):
            room = np.array([load.room(place) > 0 for place in self.places])
            mask &= room[self.place]
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

    def best(self, worth: Array, *, exact: bool) -> tuple[Array, Array]:
        """Return each group's best value and the pairs of all groups that make it.

        Where the best of each competency do not go together, the value is that of choosing among them anew; unless `exact`,
        it is the sum of all of them, which is more than can be had and therefore still good for a bound.
        """
        value = np.zeros(len(self.members))
        positive = np.flatnonzero(worth > 1e-9)
        if not len(positive):
            return value, positive
        top = np.maximum.reduceat(worth, self.starts)
        segment = self.segment[positive]
        heads = positive[worth[positive] >= top[segment]]
        # Of several that are worth the same the first.
        heads = heads[np.concatenate([[True], np.diff(self.segment[heads]) > 0])]
        groups = self.group[heads]
        count = len(self.members)
        value += np.bincount(groups, worth[heads], count)
        hours = np.bincount(groups, self.jp[heads], count)
        settled = self.month[heads] > 0
        slot, times = np.unique(groups[settled] * 16 + self.month[heads][settled], return_counts=True)
        clash = (hours > self.jp_left) | (np.bincount(groups, minlength=count) > self.times)
        clash[slot[times > 1] // 16] = True
        if not clash.any():
            return value, heads
        apart = clash[groups]
        taken = heads[~apart].tolist()
        mine = positive[clash[self.group[positive]]] if exact else heads[apart]
        for part in np.split(mine, np.flatnonzero(np.diff(self.group[mine])) + 1):
            group = int(self.group[part[0]])
            if exact:
                value[group], bundle = self._search(part.tolist(), worth, group)
            else:
                bundle = self._together(part, worth, group)
            taken += bundle
        return value, np.array(taken, np.int64)

    def dealt(self, problem: Problem) -> "Pairs":
        """Return the same pairs with the months of `problem`, without those whose person is away in that month already."""
        month = np.array([o.month for o in problem.offers])[self.offer]
        busy = np.zeros((len(self.members), 13), bool)
        for group, who in enumerate(self.first):
            for away in problem.learners[who].busy:
                busy[group, away] = True
        keep = np.flatnonzero(~busy[self.group, month])
        result = copy(self)
        result.problem, result.month = problem, month[keep]
        for name in ("group", "competency", "offer", "gain", "purse", "cost", "jp", "rupiah", "density"):
            setattr(result, name, getattr(self, name)[keep])
        units = [problem.learners[who].unit for who in self.first]
        number = {unit: place for place, unit in enumerate(dict.fromkeys(units))}
        of = np.array([number[unit] for unit in units])[result.group] * 13 + result.month
        found, result.place = np.unique(of, return_inverse=True)
        names = list(number)
        result.places = {(names[key // 13], key % 13): place for place, key in enumerate(found.tolist())}
        result.absences = np.array([problem.room(*place) for place in result.places], float)
        result.choices = [self.choices[place] for place in keep.tolist()]
        result.order = np.argsort(-result.density, kind="stable")
        result.divide()
        return result

    def divide(self) -> None:
        """Find where the pairs of one person and one competency begin."""
        change = np.flatnonzero(np.diff(self.group) | np.diff(self.competency)) + 1
        self.starts = np.concatenate([[0], change]).astype(np.int64)
        self.segment = np.repeat(np.arange(len(self.starts)), np.diff(np.append(self.starts, len(self.group))))

    def _together(self, pairs: Array, worth: Array, group: int) -> Bundle:
        """Return the pairs that go together, taking the best first."""
        kept: list[int] = []
        months, left = 0, int(self.jp_left[group])
        for pair in sorted(pairs.tolist(), key=lambda pair: -worth[pair]):
            month, jp = self._bit(pair), int(self.jp[pair])
            if jp <= left and not months & month and len(kept) < self.times[group]:
                months, left = months | month, left - jp
                kept.append(pair)
        return tuple(sorted(kept))

    def _bit(self, pair: int) -> int:
        """Return the bit of a pair's month; none where the month is not settled."""
        month = int(self.month[pair])
        return 1 << month if month else 0

    def _search(self, pairs: list[int], worth: Array, group: int) -> tuple[float, Bundle]:
        """Choose at most one pair a competency and a month within the JP, by trying with a bound."""
        most = int(self.times[group])
        by_competency: dict[int, list[tuple[float, int, int, int]]] = {}
        for pair in pairs:
            item = (float(worth[pair]), self._bit(pair), int(self.jp[pair]), pair)
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
            if place == len(options) or len(chosen) == most or value + rest[place] <= best_value + 1e-12:
                return
            for worth_, month, jp, pair in options[place]:
                if jp <= left and not months & month:
                    chosen.append(pair)
                    go(place + 1, value + worth_, months | month, left - jp)
                    chosen.pop()
            go(place + 1, value, months, left)

        go(0, 0.0, 0, int(self.jp_left[group]))
        return best_value, tuple(sorted(best_bundle))
