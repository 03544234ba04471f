"""Classes whose cost several purses share: each pays by its heads, exactly, in whole rupiah.

What a head pays depends on how many go. A plan is made with a number of heads for each class: whoever goes pays that share of it, and the
class is held only with so many at least, so that no purse ever pays more than was counted. With all seats taken a head pays
least: at that price no plan closes less than the best there is.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from .problem import Offer, Pair, Problem


def targeted(problem: Problem, heads: Mapping[int, int]) -> Problem:
    """Return the problem in which each class is paid by the head, with so many heads at least; without a number, with all its seats."""
    return problem._replace(
        offers=tuple(_by_head(offer, heads.get(place)) for place, offer in enumerate(problem.offers))
    )


def _by_head(offer: Offer, heads: int | None) -> Offer:
    if not offer.class_cost or offer.held or not offer.seats:
        return offer._replace(class_cost=0)
    count = max(1, offer.seats_min, min(heads or offer.seats, offer.seats))
    return offer._replace(cost=offer.cost - -offer.class_cost // count, class_cost=0, seats_min=count)


def cheapest(problem: Problem) -> Problem:
    """Return the problem in which every head pays what it would in a full class: no plan of the problem itself closes more than this."""
    return problem._replace(
        offers=tuple(
            offer._replace(
                cost=offer.cost + (offer.class_cost // offer.seats if offer.seats and not offer.held else 0),
                class_cost=0,
            )
            for offer in problem.offers
        )
    )


def wanted(problem: Problem) -> Counter[int]:
    """Count who may go to each class."""
    return Counter(offer for learner in problem.learners for offer in {choice.offer for choice in learner.choices})


def shares(problem: Problem, pairs: Iterable[Pair]) -> dict[int, dict[str, Fraction]]:
    """Return what each purse owes of the cost of each class that is not paid yet: by its heads, to fractions of a rupiah."""
    heads: dict[int, Counter[str]] = defaultdict(Counter)
    for who, offer in pairs:
        if problem.offers[offer].class_cost and not problem.offers[offer].held:
            heads[offer][problem.learners[who].purse] += 1
    return {
        offer: {
            purse: Fraction(problem.offers[offer].class_cost * count, counts.total()) for purse, count in counts.items()
        }
        for offer, counts in heads.items()
    }


def whole(owed: Mapping[int, Mapping[str, Fraction]], room: Mapping[str, int]) -> dict[tuple[int, str], int]:
    """Return the shares in whole rupiah, each class paid exactly: rounded up where the purse has room, else down.

    `room` is what each purse has for its classes. Where the fractions fit into it, whole numbers do as well.
    """
    result = {(offer, purse): int(share) for offer, parts in owed.items() for purse, share in parts.items()}
    slack = Counter(room)
    for (_, purse), paid in result.items():
        slack[purse] -= paid
    up: set[tuple[int, str]] = set()

    def place(offer: int, tried: set[str]) -> bool:
        """Let one purse of a class pay a rupiah more; where none has room, one that does for another class hands that on."""
        parts = owed[offer]
        open_ = [
            p
            for p in sorted(parts, key=lambda p: (int(parts[p]) - parts[p], p))
            if parts[p] % 1 and (offer, p) not in up
        ]
        for purse in open_:
            if slack[purse] > 0:
                slack[purse] -= 1
                up.add((offer, purse))
                return True
        for purse in open_:
            if purse in tried:
                continue
            tried.add(purse)
            for other in sorted(o for o, p in up if p == purse):
                up.discard((other, purse))
                up.add((offer, purse))
                if place(other, tried):
                    return True
                up.discard((offer, purse))
                up.add((other, purse))
        return False

    for offer, parts in sorted(owed.items()):
        for _ in range(int(sum(parts.values())) - sum(int(share) for share in parts.values())):
            if not place(offer, set()):
                # No purse has room: the plan was over its money already; the class is paid all the same.
                purse = max((p for p in parts if parts[p] % 1 and (offer, p) not in up), key=lambda p: parts[p] % 1)
                up.add((offer, purse))
    return {place_: paid + (place_ in up) for place_, paid in result.items()}


def places(problem: Problem, pairs: Sequence[Pair], room: Mapping[str, int]) -> list[int]:
    """Return what each place costs with its share of the class, so that the places add up to what each purse pays."""
    own: Counter[str] = Counter()
    for who, offer in pairs:
        own[problem.learners[who].purse] += problem.offers[offer].cost
    left = whole(shares(problem, pairs), {purse: money - own[purse] for purse, money in room.items()})
    heads = Counter((offer, problem.learners[who].purse) for who, offer in pairs)
    result = []
    for who, offer in pairs:
        place = offer, problem.learners[who].purse
        share = left.get(place, 0) // heads[place]
        if place in left:
            left[place] -= share
        heads[place] -= 1
        result.append(problem.offers[offer].cost + share)
    return result
