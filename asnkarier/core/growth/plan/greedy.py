"""A good plan without a solver: the pair that closes most for its price comes first."""

from collections.abc import Callable, Sequence
from heapq import heappop, heappush

from .problem import Choice, Load, Outcome, Problem, gains, objective, reached

MANY = 100_000
"""With more pairs than this only one way is tried."""
Worth = Sequence[float]
"""Offer → what a unit of gain by it is worth, measured by what is scarce; the largest comes first."""

Pairs = list[tuple[float, int, Choice]]
Openings = Callable[[Load], Pairs]


def greedy(problem: Problem) -> Outcome:
    """Return the best of a few greedy plans; nobody knows how far it is from the best there is."""
    best: Outcome | None = None
    for way in WAYS if problem.size <= MANY else WAYS[:1]:
        load = Load(problem)
        if problem.hours_first:
            reach_hours(load)
        complete(load, way(problem))
        pairs = load.pairs
        found = Outcome(pairs, objective(problem, pairs), reached(problem, pairs), None, False, "greedy")
        if best is None or (found.reached, found.objective) > (best.reached, best.objective):
            best = found
    assert best is not None  # noqa: S101 - there is at least one way
    return best


def complete(load: Load, worth: Worth | None = None, openings: Openings | None = None) -> None:
    """Fill what is free by worth; classes that stay too small are closed and what they cost is spent anew.

    `openings` lists the pairs to try, the best first; without it those of `worth` are looked for.
    """
    # No more is ever free than at the beginning: the pairs are looked for and sorted once.
    pairs = [] if openings else _open(load, worth or _per_rupiah(load.problem))
    turn = pairs
    while True:
        fill(load, openings(load) if openings else turn)
        small = load.too_small()
        if not small:
            return
        small.sort(key=lambda offer: load.heads[offer] / load.problem.offers[offer].seats_min)
        closing = small[: -(-len(small) // (4 if load.problem.size <= MANY else 2))]
        freed = _colleagues(load, closing)
        # What was not too dear before is blocked still, but for those whose day or room a closed class gives back.
        left = min(load.money.values(), default=0)
        dear = [offer.cost + offer.class_cost > left for offer in load.problem.offers]
        for offer in closing:
            load.empty(offer)
        free = [seats > 0 for seats in load.free]
        turn = [pair for pair in pairs if free[pair[2].offer] and (dear[pair[2].offer] or pair[1] in freed)]


def _colleagues(load: Load, closing: Sequence[int]) -> set[int]:
    """Return whom the closing of classes may make room for: their people, and where absences are limited those of the same units."""
    learners = load.problem.learners
    people = {who for who, offers in load.taken.items() if any(offer in closing for offer in offers)}
    if load.problem.absences is None:
        return people
    units = {learners[who].unit for who in people}
    return {who for who, learner in enumerate(learners) if learner.unit in units}


def _open(load: Load, factor: Worth) -> Pairs:
    """Return the pairs for which there are a seat and money, the one of most worth first."""
    free = [seats > 0 for seats in load.free]
    cost = [offer.cost for offer in load.problem.offers]
    pairs = []
    for who, learner in enumerate(load.problem.learners):
        money = load.money.get(learner.purse, 0)
        for choice in learner.choices:
            offer = choice.offer
            if free[offer] and choice.gain > 0 and cost[offer] <= money:
                pairs.append((choice.gain * factor[offer], who, choice))
    pairs.sort(key=_worth, reverse=True)
    return pairs


def _worth(pair: tuple[float, int, Choice]) -> float:
    return pair[0]


def fill(load: Load, pairs: Pairs) -> None:
    """Send people to trainings, the pair of most worth first, as long as anything fits that closes something.

    A pair of which a part is closed already waits for the turn that the rest of it deserves.
    """
    learners, free, money = load.problem.learners, load.free, load.money
    cost = [offer.cost for offer in load.problem.offers]
    waiting: list[tuple[float, int, int, Choice]] = []
    cheapest = min((price for price, seats in zip(cost, free, strict=True) if seats > 0), default=0)
    taken, obstacle = load.taken, load.obstacle
    for weight, who, choice in pairs:
        while waiting and -waiting[0][0] >= weight:
            _, person, more, waited = heappop(waiting)
            _send(load, person, waited, more)
        if free[choice.offer] <= 0 or cost[choice.offer] > money.get(learners[who].purse, 0):
            continue
        if obstacle(who, choice.offer):
            continue
        if who in taken:
            more = _more(load, who, choice)
            if 0 < more < choice.gain:
                heappush(waiting, (-weight * more / choice.gain, who, more, choice))
            if more < choice.gain:
                continue
        load.add(who, choice.offer)
        if max(money.values()) < cheapest:
            return
    while waiting:
        _, person, more, waited = heappop(waiting)
        _send(load, person, waited, more)


def _send(load: Load, who: int, choice: Choice, seen: int) -> None:
    more = _more(load, who, choice)
    if more >= seen and not load.obstacle(who, choice.offer):
        load.add(who, choice.offer)


def _more(load: Load, who: int, choice: Choice) -> int:
    """Return what a training would close beyond what the learner's others do; nothing for one taken already."""
    mine = load.taken.get(who, [])
    if choice.offer in mine:
        return 0
    learner = load.problem.learners[who]
    return gains(learner, [*mine, choice.offer]) - gains(learner, mine)


def reach_hours(load: Load, order: Sequence[int] | None = None, *, shared: bool = False) -> None:
    """Let as many as possible come to their hours, each by the cheapest trainings: in this order, else who needs least first.

    `shared` counts on full classes: the first head weighs no more than its share of the class.
    """
    problem = load.problem
    share = [o.cost + (0 if o.held else o.class_cost / max(o.seats, 1)) for o in problem.offers]
    short = order or sorted(
        (who for who, learner in enumerate(problem.learners) if learner.jp_missing > 0),
        key=lambda who: (problem.learners[who].jp_missing, who),
    )
    for who in short:
        learner = problem.learners[who]
        missing, sent = learner.jp_missing, []
        while missing > 0:
            fits = [
                c for c in learner.choices if c.offer not in load.taken.get(who, []) and not load.obstacle(who, c.offer)
            ]
            if not fits:
                break
            best = min(
                fits,
                key=lambda c: (
                    (share[c.offer] if shared else load.price(c.offer)) / min(problem.offers[c.offer].jp, missing),
                    -c.gain,
                    -problem.offers[c.offer].jp,
                ),
            )
            load.add(who, best.offer)
            sent.append(best.offer)
            missing -= problem.offers[best.offer].jp
        if missing > 0:
            for offer in sent:
                load.remove(who, offer)


def _per_rupiah(problem: Problem) -> Worth:
    return [1 / (offer.cost + (offer.class_cost / offer.seats if offer.seats else 0) + 1) for offer in problem.offers]


def _per_hour(problem: Problem) -> Worth:
    return [1 / (offer.jp or 1) for offer in problem.offers]


def _plain(problem: Problem) -> Worth:
    return [1.0] * len(problem.offers)


WAYS = (_per_rupiah, _plain, _per_hour)
"""How worth is measured: by what a place costs, not at all, by its hours."""
