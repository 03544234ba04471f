"""What several lists tell together: who stands on more than one, and what falls empty if somebody moves."""

from collections import Counter
from collections.abc import Mapping, Sequence

from asnkarier.commands.decide.lists.making import Lists, Made
from asnkarier.commands.decide.seated import Seated
from asnkarier.core.decide.lists.several import Place, Seat, chain, on_several
from asnkarier.core.decide.pool import LINE
from asnkarier.core.decide.shortlist import Ranked
from asnkarier.core.person import Person
from asnkarier.views.decide.lists.places import Named
from asnkarier.views.decide.lists.several import Several

FIRST = 3
"""Of how many of each list it is told what falls empty if they move."""


def together(lists: Lists, made: Sequence[Made], top: int | None) -> Several:
    """Look at the lists together, and at what follows if one of the first `top` of each moves."""
    ranked: Mapping[int, Sequence[Ranked]] = {one.post.id: one.found.ranked for one in made}
    posts = lists.base.posts
    seated = Seated(lists.db, lists.base.law, lists.as_of, posts, lists.base.setting.kinds, lists.units)

    def seat_of(person: Person) -> Seat | None:
        if person.position_id is None:
            return None
        own = seated.name_of(person.position_id)
        kind = lists.base.setting.kind_of(own)
        # `pelaksana` ends the line: many hold the same post, so only a headcount tells of an empty seat.
        heads = kind in LINE[:-1]
        return Seat(own, posts[own].headcount, max(0, len(seated.holders(own)) - 1), heads)

    names = Counter(post.name_key for post in posts.values())

    def named(position: int) -> Named:
        post = posts[position]
        return Named(post.name, lists.units.path(post.unit_id) or None, names[post.name_key] == 1)

    first = top if top is not None else FIRST
    chains = [
        chain(Place(position, place), ranked, seat_of) for position, found in ranked.items() for place in found[:first]
    ]
    return Several(made[0].written.frame, on_several(ranked), chains, named)
