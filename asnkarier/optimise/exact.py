"""The training plan as a mixed-integer program, with the bound that the solver proves."""

from collections import defaultdict
from collections.abc import Sequence
from fractions import Fraction
from math import floor, gcd, inf, isfinite

from asnkarier.core.growth.plan.exchange import exchanged
from asnkarier.core.growth.plan.greedy import greedy
from asnkarier.core.growth.plan.problem import Load, Outcome, Pair, Problem, broken, objective, reached, spent
from asnkarier.core.numbers import SCALE
from asnkarier.optimise.linear import Program

PROVED = 1_000
"""Up to so many columns the cheapest of equal plans is looked for by a program; in larger ones places are exchanged for cheaper ones."""
FINEST = 2**20
"""The dearest place costs at most so many of the units in which the cheapest of equal plans is looked for."""


class Model:
    """The columns and rows of one problem. `x` is who goes where, `used` which of a learner's trainings counts."""

    def __init__(self, problem: Problem, one_of: Sequence[Sequence[int]] = ()) -> None:
        """State the problem; of each group of `one_of` at most one offer is held."""
        self.problem = problem
        self.one_of = one_of
        self.program = Program()
        self.pairs: list[Pair] = []
        self.x: dict[Pair, int] = {}
        self.count: list[tuple[int, int]] = []
        """Column → gain in whole units, of everything that counts for the objective."""
        self.apart: dict[tuple[int, int, int], int] = {}
        """(learner, offer, competency) → column that says whether going there counts, where going need not count."""
        self.open: dict[int, int] = {}
        self.reach: dict[int, int] = {}
        self.unit = gcd(*(c.gain for learner in problem.learners for c in learner.choices)) or 1
        self._learners()
        self._offers()
        self._purses()
        self._absences()

    def _learners(self) -> None:
        problem, program = self.problem, self.program
        for who, learner in enumerate(problem.learners):
            hours = problem.hours_first and learner.jp_missing > 0
            by_competency: dict[int, list[int]] = defaultdict(list)
            by_month: dict[int, list[int]] = defaultdict(list)
            mine: list[int] = []
            for choice in learner.choices:
                offer = problem.offers[choice.offer]
                if offer.month in learner.busy or (learner.jp_left is not None and offer.jp > learner.jp_left):
                    continue
                pair = (who, choice.offer)
                if pair not in self.x:
                    self.x[pair] = program.column(0.0)
                    self.pairs.append(pair)
                    if offer.month:
                        by_month[offer.month].append(self.x[pair])
                    mine.append(choice.offer)
                if not choice.gain:
                    continue
                column = self.x[pair]
                if hours or offer.seats_min > 1:
                    # A second training of one competency may serve the hours, or keep a class open for others: then which of
                    # them counts is a choice.
                    column = self.apart[who, choice.offer, choice.competency] = program.column(0.0)
                    program.row([column, self.x[pair]], [1.0, -1.0], -inf, 0.0)
                self.count.append((column, choice.gain // self.unit))
                by_competency[choice.competency].append(column)
            for columns in (*by_competency.values(), *by_month.values()):
                if len(columns) > 1:
                    program.row(columns, [1.0] * len(columns), -inf, 1.0)
            columns = [self.x[who, offer] for offer in mine]
            if learner.times is not None and len(mine) > learner.times:
                program.row(columns, [1.0] * len(columns), -inf, float(learner.times))
            jps = [problem.offers[offer].jp / SCALE for offer in mine]
            if learner.jp_left is not None and sum(jps) * SCALE > learner.jp_left:
                program.row(columns, jps, -inf, learner.jp_left / SCALE)
            if hours and columns:
                self.reach[who] = program.column(0.0)
                program.row([*columns, self.reach[who]], [*jps, -learner.jp_missing / SCALE], 0.0, inf)

    def _offers(self) -> None:
        heads: dict[int, list[int]] = defaultdict(list)
        for (_who, offer), column in self.x.items():
            heads[offer].append(column)
        exclusive = {offer for group in self.one_of if len(group) > 1 for offer in group}
        for offer, columns in heads.items():
            item = self.problem.offers[offer]
            ones = [1.0] * len(columns)
            pays = item.class_cost and len(self.problem.purses) == 1 and not item.held
            if pays or item.seats_min > 1 or offer in exclusive:
                self.open[offer] = self.program.column(0.0)
                self.program.row([*columns, self.open[offer]], [*ones, -float(item.seats)], -inf, 0.0)
                if item.seats_min > 1:
                    self.program.row([*columns, self.open[offer]], [*ones, -float(item.seats_min)], 0.0, inf)
                if offer in exclusive:
                    for column in columns:
                        self.program.row([column, self.open[offer]], [1.0, -1.0], -inf, 0.0)
            elif len(columns) > item.seats:
                self.program.row(columns, ones, -inf, float(item.seats))
        for group in self.one_of:
            held = [self.open[offer] for offer in group if offer in self.open]
            if len(held) > 1:
                self.program.row(held, [1.0] * len(held), -inf, 1.0)

    def _purses(self) -> None:
        offers = self.problem.offers
        unit = gcd(*(o.cost for o in offers), *(o.class_cost for o in offers)) or 1
        for purse, money in self.problem.purses.items():
            paid = [(c, offers[o].cost) for (who, o), c in self.x.items() if self.problem.learners[who].purse == purse]
            if len(self.problem.purses) == 1:
                paid += [(c, offers[o].class_cost) for o, c in self.open.items() if not offers[o].held]
            paid = [(column, cost) for column, cost in paid if cost]
            if sum(cost for _, cost in paid) > money:
                self.program.row([c for c, _ in paid], [cost / unit for _, cost in paid], -inf, float(money // unit))

    def _absences(self) -> None:
        if self.problem.absences is None:
            return
        away: dict[tuple[int | None, int], list[int]] = defaultdict(list)
        class_: dict[tuple[int | None, int], list[int]] = defaultdict(list)
        for (who, offer), column in self.x.items():
            unit, month = self.problem.learners[who].unit, self.problem.offers[offer].month
            away[unit, month].append(column)
            if not month:
                class_[unit, offer].append(column)
        rooms = [(columns, self.problem.room(*place)) for place, columns in away.items()]
        # Whatever month a class comes to lie in, of one unit no more go there than that month has room for.
        rooms += [
            (columns, max((self.problem.room(unit, month) for month in self.problem.months), default=0))
            for (unit, _), columns in class_.items()
        ]
        for columns, left in rooms:
            if len(columns) > left:
                self.program.row(columns, [1.0] * len(columns), -inf, float(left))

    def chosen(self, values: Sequence[float]) -> tuple[Pair, ...]:
        """Return who goes where by an answer, without those who go for nothing."""
        return _worth_going(self.problem, tuple(pair for pair in self.pairs if values[self.x[pair]] > 0.5))

    def prices(self) -> dict[int, int]:
        """Return what going costs, and opening a class: column → rupiah, those that cost anything."""
        offers = self.problem.offers
        paid = {column: offers[offer].cost for (_, offer), column in self.x.items()}
        if len(self.problem.purses) == 1:
            paid |= {column: offers[offer].class_cost for offer, column in self.open.items() if not offers[offer].held}
        return {column: cost for column, cost in paid.items() if cost}

    def start(self, pairs: Sequence[Pair]) -> list[float]:
        """Return the columns' values of a known plan; of two trainings of one competency the one that closes more counts."""
        values = [0.0] * len(self.program.cost)
        going = set(pairs)
        for pair in pairs:
            values[self.x[pair]] = 1.0
            if pair[1] in self.open:
                values[self.open[pair[1]]] = 1.0
        for who in {who for who, _ in pairs}:
            most: dict[int, tuple[int, int]] = {}
            for choice in self.problem.learners[who].choices:
                if choice.gain and (who, choice.offer) in going:
                    most[choice.competency] = max(most.get(choice.competency, (0, 0)), (choice.gain, choice.offer))
            for competency, (_gain, offer) in most.items():
                if (column := self.apart.get((who, offer, competency))) is not None:
                    values[column] = 1.0
        for who, column in self.reach.items():
            jp = sum(self.problem.offers[offer].jp for person, offer in pairs if person == who)
            values[column] = float(jp >= self.problem.learners[who].jp_missing)
        return values


def solve(problem: Problem, known: Outcome | None = None, one_of: Sequence[Sequence[int]] = ()) -> Outcome:
    """Return the best plan there is, or the best found by so much work with the bound that is proved.

    Of the offers of each group of `one_of` at most one is held; a known plan keeps to that too.
    """
    known = known or (Outcome((), 0, 0, None, False, "exact") if one_of else greedy(problem))
    if not problem.size:
        return known._replace(bound=0, optimal=True, method="exact")
    model = Model(problem, one_of)
    program = model.program
    proved = True
    most_reach: int | None = None
    if model.reach:
        for column in model.reach.values():
            program.cost[column] = 1.0
        first = program.solve(integer=True, absolute_gap=0.9)
        proved = first.optimal
        most_reach = floor(first.bound + 1e-6) if isfinite(first.bound) else None
        most = round(first.objective) if len(first.values) else known.reached
        for column in model.reach.values():
            program.cost[column] = 0.0
        program.row(list(model.reach.values()), [1.0] * len(model.reach), float(max(most, known.reached)), inf)
    for column, gain in model.count:
        program.cost[column] += float(gain)
    start = None if problem.hours_first else model.start(known.pairs)
    found = program.solve(integer=True, absolute_gap=0.9, start=start)
    pairs = known.pairs
    if len(found.values):
        chosen = model.chosen(found.values)
        if not broken(problem, chosen) and _order(problem, chosen) >= _order(problem, pairs):
            pairs = chosen
    pairs = _cheapest(model, pairs)
    value = objective(problem, pairs)
    bound = max(floor(found.bound + 1e-6) * model.unit, value) if isfinite(found.bound) else None
    optimal = proved and bound == value
    return Outcome(pairs, value, reached(problem, pairs), bound, optimal, "exact", None, most_reach)


def _cheapest(model: Model, pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """Return the cheapest of the plans that do as much as this one.

    A second program, in which what the first came to is a row: so many reach their hours, so much is closed; what it asks for is
    the least money. No weight has to be small enough: a rupiah can never be bought with a part of the gap, however fine the gains are.
    It is solved to less than the smallest difference that two plans can have (the greatest common part of all prices), by work that
    is counted like that of the first; where that is not enough, the cheaper plan found so far is taken. Over many columns such
    a program takes far longer than the plan itself: there each place is tried for one that does as much for less money.
    """
    problem, program = model.problem, model.program
    paid = model.prices()
    if not pairs or not paid:
        return pairs
    if len(program.cost) > PROVED:
        return pairs if model.one_of else exchanged(problem, pairs)
    step = gcd(*paid.values())
    # Money of like size as the rest of the program; shares of a rupiah (`shared`) would be too large for it.
    scale = max(step, max(paid.values()) / FINEST)
    program.cost = [0.0] * len(program.cost)
    for column, cost in paid.items():
        program.cost[column] = -cost / scale
    at_least = objective(problem, pairs) // model.unit
    gains: dict[int, int] = defaultdict(int)
    for column, gain in model.count:
        gains[column] += gain
    program.row(list(gains), [float(gain) for gain in gains.values()], float(at_least), inf)
    found = program.solve(integer=True, absolute_gap=0.9 * step / scale, start=model.start(pairs))
    if not len(found.values):
        return pairs
    cheaper = model.chosen(found.values)
    return cheaper if not broken(problem, cheaper) and _order(problem, cheaper) > _order(problem, pairs) else pairs


def _order(problem: Problem, pairs: Sequence[Pair]) -> tuple[int, int, Fraction]:
    """Return what orders plans: hours where they come first, what is closed, and of equals the money that is left."""
    return *_rank(problem, pairs), -sum(spent(problem, pairs).values(), Fraction(0))


def _worth_going(problem: Problem, pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """Take out who goes for nothing: no gain beyond the others, no hours needed, and no class that needs the head."""
    load = Load(problem)
    for who, offer in pairs:
        load.add(who, offer)
    before = _rank(problem, load.pairs)
    for who, offer in _doubtful(problem, pairs):
        load.remove(who, offer)
        if 0 < load.heads[offer] < problem.offers[offer].seats_min or _rank(problem, load.pairs) < before:
            load.add(who, offer)
    return load.pairs


def _doubtful(problem: Problem, pairs: Sequence[Pair]) -> list[Pair]:
    """Return the pairs that may close nothing: without a gain, or whose competency another of the same learner closes as far."""
    going = set(pairs)
    doubtful = []
    for who in sorted({who for who, _ in pairs}):
        mine = [choice for choice in problem.learners[who].choices if (who, choice.offer) in going]
        for offer in sorted({choice.offer for choice in mine}):
            others = [choice for choice in mine if choice.offer != offer]
            if all(
                choice.gain == 0 or any(o.competency == choice.competency and o.gain >= choice.gain for o in others)
                for choice in mine
                if choice.offer == offer
            ):
                doubtful.append((who, offer))
    return doubtful


def _rank(problem: Problem, pairs: Sequence[Pair]) -> tuple[int, int]:
    return (reached(problem, pairs) if problem.hours_first else 0, objective(problem, pairs))
