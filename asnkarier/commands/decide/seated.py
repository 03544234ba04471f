"""Who is in the seats of every post on a day: the one count of holders and of empty posts that all commands share."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from asnkarier.commands.decide.heads import heads
from asnkarier.core.person import Person
from asnkarier.core.regulation import NotRegulated
from asnkarier.core.rules.positions import PositionKind
from asnkarier.core.spans import OPEN
from asnkarier.law.load import Lawbook
from asnkarier.store.database import Database
from asnkarier.store.queries import positions, staff
from asnkarier.store.queries.positions import Held, Post
from asnkarier.store.queries.talent.reorganised import reorganised
from asnkarier.store.queries.units import Units


class ByDuty(NamedTuple):
    """Somebody who holds a post as a duty beside the own one, where its law says that it is such a duty."""

    person: Person
    held: Held


class Seated:
    """The posts that are there on a day, each under the name it bears, and the staff who hold them."""

    def __init__(
        self,
        db: Database,
        law: Lawbook,
        as_of: date,
        posts: Mapping[int, Post],
        kinds: Mapping[int | None, PositionKind | None],
        units: Units,
        until: date | None = None,
    ) -> None:
        """Put everyone into the post held; a reorganisation up to `until` (that day alone) says what goes on as what."""
        self._as_of = as_of
        self.changed = reorganised(db, as_of, until or as_of, posts, units)
        self.now = self.changed.now
        self._perhaps = frozenset(self.name_of(post) for post in positions.perhaps_held(db, as_of))
        self.own: dict[int, list[Person]] = defaultdict(list)
        """Post → who holds it as the own one."""
        self.by_duty: dict[int, list[ByDuty]] = defaultdict(list)
        self.to_come: dict[int, list[ByDuty]] = defaultdict(list)
        """Post → who takes it as a duty after the day, up to `until`."""
        people = {person.id: person for person in staff.everyone(db, as_of)}
        day = as_of.isoformat()
        for post, held in _heads(db, law, posts, kinds, as_of, until).items():
            for one in held:
                if one.person_id in people:
                    when = self.by_duty if one.since <= day else self.to_come
                    when[self.name_of(post)].append(ByDuty(people[one.person_id], one))
        for person in people.values():
            if person.position_id is not None:
                self.own[self.name_of(person.position_id)].append(person)
        self.acted = {self.name_of(post): acting for post, acting in positions.acted(db, as_of).items()}
        """Post → how it is held for now (plt, plh, pj)."""

    def name_of(self, post: int) -> int:
        """Return the post that one has become up to the day."""
        return self.now.get(post, post)

    def holders(self, post: int) -> Sequence[Person]:
        """Return who holds a post."""
        return [*self.own.get(post, ()), *[one.person for one in self.by_duty.get(post, ())]]

    def known(self, post: Post) -> bool:
        """Tell whether it is known who is in the seats of a post: nobody is no answer where somebody perhaps was."""
        return post.id not in self._perhaps or len(self.holders(post.id)) >= (post.headcount or 1)

    def empty(self, post: Post) -> bool:
        """Tell whether a post is known to be held by nobody."""
        return self.known(post) and not self.holders(post.id)

    def there(self, post: Post, on: date | None = None) -> bool:
        """Tell whether a post is there on a day; on the one asked about where none is named."""
        day = on or self._as_of
        begins, ends = self.span(post)
        return (begins is None or begins <= day) and (ends is None or day < ends)

    def span(self, post: Post) -> tuple[date | None, date | None]:
        """Return the first day of a post and the first without it."""
        changed = self.changed
        begins = date.fromisoformat(post.in_force_since) if post.in_force_since else None
        if post.id in changed.to_come or (post.id in changed.left and not self.holders(post.id)):
            return date.max, None
        if post.id in changed.begins:
            begins = max(begins or date.min, date.fromisoformat(changed.begins[post.id]))
        ends = [changed.ended[post.id]] if post.id in changed.ended else []
        if post.in_force_until and post.in_force_until < OPEN:
            ends.append(day_after(post.in_force_until))
        return begins, date.fromisoformat(min(ends)) if ends else None


def seated(db: Database, law: Lawbook, as_of: date, units: Units) -> tuple[Mapping[int, Post], Seated]:
    """Read the posts, and who is in their seats; before the first law of posts none has a kind."""
    posts = {post.id: post for post in positions.every(db)}
    kinds: dict[int | None, PositionKind | None] = {None: None}
    try:
        rule = law.positions.on(as_of).value
    except NotRegulated:
        kinds.update(dict.fromkeys(posts))
    else:
        for post in posts.values():
            kinds[post.id] = positions.kind_of(post.position_kind, post.echelon, post.name, rule)
    return posts, Seated(db, law, as_of, posts, kinds, units)


def day_after(day: str) -> str:
    """Return the day after one; an open end stays open."""
    return OPEN if day == OPEN else (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _heads(
    db: Database,
    law: Lawbook,
    posts: Mapping[int, Post],
    kinds: Mapping[int | None, PositionKind | None],
    as_of: date,
    until: date | None,
) -> Mapping[int, Sequence[Held]]:
    try:
        rule = law.positions.on(as_of).value
    except NotRegulated:
        return {}
    return heads(db, law, posts, kinds, rule, as_of, until)
