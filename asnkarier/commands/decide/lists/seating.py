"""Reading the seats of a post: its definitive holders with the day they leave, and who acts."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from asnkarier.commands.decide.deciding import Ground
from asnkarier.commands.decide.heads import retires_at
from asnkarier.core.decide.checks.personal import birth_date
from asnkarier.core.decide.lists.seats import Acting, Holder, Seats
from asnkarier.core.decide.pool import LINE
from asnkarier.core.errors import Usage
from asnkarier.core.person import Person
from asnkarier.core.rank.calendar import months_after
from asnkarier.core.rank.retirement import RetirementAge, retirement
from asnkarier.core.spans import OPEN
from asnkarier.store.queries import positions, staff
from asnkarier.store.queries.positions import Post

MOST = 120
"""How many months may be looked ahead."""


def seating(base: Ground, months: int, people: Mapping[int, Person]) -> Callable[[Post], Seats]:
    """Return how the seats of a post are read, looking `months` ahead; `people` are known already."""
    if not 1 <= months <= MOST:
        raise Usage("months_outside", {"months": str(months), "most": str(MOST)})
    as_of = base.setting.as_of
    until = months_after(as_of, months)
    ages = base.law.retirement.on(as_of)
    experience = base.law.experience.on(as_of)
    longest = experience.value.acting_months + experience.value.acting_renewal_months
    perhaps = positions.perhaps_held(base.db, as_of)

    def person_of(number: int) -> Person:
        return people.get(number) or staff.one(base.db, number, as_of)

    def holding(post: Post) -> list[positions.Held]:
        held = positions.holding(base.db, post.id, as_of)
        there = {one.person_id for one in held}
        return [*held, *[one for one in base.heads.get(post.id, ()) if one.person_id not in there]]

    def told(post: Post, holders: int) -> bool:
        """Tell whether the file says who is in the seats on the day, or that nobody is."""
        return holders >= (post.headcount or 1) or not perhaps.intersection(positions.borne(base.db, post.id, as_of))

    def age_of(post: Post) -> RetirementAge | None:
        return retires_at(base.law, as_of, post, base.setting.kinds[post.id], base.setting.positions)

    def seats(post: Post) -> Seats:
        kind = base.setting.kinds[post.id]

        def holder(held: positions.Held) -> Holder:
            person = person_of(held.person_id)
            # Who holds it by a duty retires by the age of the own post.
            by = base.posts.get(person.position_id or 0) if held.acting else post
            age = age_of(by) if by is not None else None
            known_end = None if held.until == OPEN else date.fromisoformat(held.until) + timedelta(days=1)
            born = birth_date(person)[0]
            pension = retirement(date.fromisoformat(born), age).pension_from if born and age else None
            by_age = pension is not None and (known_end is None or pension < known_end)
            return Holder(
                person.nip,
                person.name,
                date.fromisoformat(held.since) if held.stated else None,
                pension if by_age else known_end,
                "retirement" if by_age else "recorded" if known_end else "",
            )

        def acting(held: positions.Held) -> Acting:
            person = person_of(held.person_id)
            since = date.fromisoformat(held.since) if held.stated else None
            # The day the roster first told of it is a lower bound: acting already lasts at least since then.
            beyond = months_after(date.fromisoformat(held.since), longest) <= as_of
            return Acting(person.nip, person.name, held.acting, since, beyond)

        holders = tuple([holder(held) for held in holding(post)])
        return Seats(
            headcount=post.headcount,
            holders=holders,
            acting=tuple(acting(held) for held in positions.acting(base.db, post.id, as_of)),
            of_the_line=kind in LINE[:-1],
            as_of=as_of,
            until=until,
            law=ages.citation.text,
            acting_law=experience.citation.text,
            guests=tuple(person_of(one.person_id).name for one in positions.guests(base.db, post.id, as_of)),
            told=told(post, len(holders)),
        )

    return seats
