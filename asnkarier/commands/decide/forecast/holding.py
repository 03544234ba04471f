"""Who holds which post, and until when: by what is on record, by the pension, and through a reorganisation."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from asnkarier.commands.decide.forecast.coming import Coming
from asnkarier.commands.decide.forecast.retirements import Retiring
from asnkarier.commands.decide.heads import heads
from asnkarier.core.defend.vacating import Stay, Vacating, vacating
from asnkarier.core.person import Person
from asnkarier.core.spans import OPEN
from asnkarier.store.queries import positions
from asnkarier.store.queries.positions import Post, Posting
from asnkarier.store.queries.talent.reorganised import reorganised


class Holding:
    """The holders of every post from the day asked about to the last day looked at."""

    def __init__(self, coming: Coming, retiring: Retiring) -> None:
        """Put everyone into the post held, under the name it bears today."""
        self._coming = coming
        self._retiring = retiring
        self._changed = reorganised(coming.db, coming.as_of, coming.until, coming.posts, coming.units)
        changing = positions.changing(coming.db, coming.as_of, coming.until)
        now, self._before = self._changed.now, self._changed.before
        self._perhaps = frozenset(now.get(post, post) for post in positions.perhaps_held(coming.db, coming.as_of))
        self._holders: dict[int, list[Person]] = defaultdict(list)
        """Who holds a post on the day."""
        self._stays: dict[int, list[Stay]] = defaultdict(list)
        """Of those whose post changes by what is on record, from when and until when."""
        self._moving: set[int] = set()
        self._by_duty: dict[int, list[Stay]] = defaultdict(list)
        """Who holds a post as a duty beside the own one, where its law says that it is such a duty."""
        rule = coming.law.positions.on(coming.as_of).value
        by_duty = heads(coming.db, coming.law, coming.posts, coming.kinds, rule, coming.as_of)
        if by_duty:
            people = {person.id: person for person in coming.people}
            for post, held in by_duty.items():
                for one in held:
                    if one.person_id in people:
                        self._add_duty(now.get(post, post), people[one.person_id], one.until)
        for person in coming.people:
            own = person.position_id
            if own is not None:
                self._holders[now.get(own, own)].append(person)
            if person.id in changing:
                self._moving.add(person.id)
                self._follow(person, changing[person.id])

    def _follow(self, person: Person, spans: Sequence[Posting]) -> None:
        """Note the posts a person leaves and takes; a post that is only renamed meanwhile is the same."""
        later = self._changed.later
        merged: list[Posting] = []
        for span in spans:
            here = span._replace(position_id=later.get(span.position_id, span.position_id))
            last = merged[-1] if merged else None
            if last is not None and last.position_id == here.position_id and _next(last.until) >= here.since:
                merged[-1] = last._replace(until=here.until)
            else:
                merged.append(here)
        first = self._coming.as_of.isoformat()
        end = self._retiring.leaves(person)
        for span in merged:
            since = date.fromisoformat(span.since) if span.since > first else None
            until = None if span.until == OPEN else date.fromisoformat(_next(span.until))
            days = [day for day in (until, end) if day is not None]
            self._stays[self._name(span.position_id)].append(Stay(person, since, min(days, default=None)))

    def _add_duty(self, post: int, person: Person, until: str) -> None:
        ends = None if until == OPEN else date.fromisoformat(_next(until))
        days = [day for day in (ends, self._retiring.leaves(person)) if day is not None]
        self._by_duty[post].append(Stay(person, None, min(days, default=None)))

    def _name(self, post: int) -> int:
        """Return the post by which one is known today that will have another name."""
        return self._before.get(post, post)

    def holders(self, post: int) -> Sequence[Person]:
        """Return who holds a post on the day."""
        return [*self._holders.get(post, ()), *[stay.person for stay in self._by_duty.get(post, ())]]

    def stays(self, post: int) -> list[Stay]:
        """Return who is in the seats of a post, from when and until when."""
        held = [p for p in self._holders.get(post, ()) if p.id not in self._moving]
        return [
            *[Stay(p, None, self._retiring.leaves(p)) for p in held],
            *self._stays.get(post, ()),
            *self._by_duty.get(post, ()),
        ]

    def present(self, post: int) -> list[Stay]:
        """Return who is in the seats of a post on the day, and until when."""
        return [stay for stay in self.stays(post) if stay.since is None]

    def known(self, post: Post) -> bool:
        """Tell whether it is known on the day who is in the seats of a post: nobody is no answer where somebody perhaps was."""
        return post.id not in self._perhaps or len(self.holders(post.id)) >= (post.headcount or 1)

    def there(self, post: Post, on: date) -> bool:
        """Tell whether a post is there on a day."""
        begins, ends = self._span(post)
        return (begins is None or begins <= on) and (ends is None or on < ends)

    def vacating(self, post: Post) -> Vacating:
        """Return which of a post's seats are or fall empty."""
        begins, ends = self._span(post)
        return vacating(self.stays(post.id), post.headcount, self._coming.as_of, self._coming.until, begins, ends)

    def _span(self, post: Post) -> tuple[date | None, date | None]:
        """Return the first day of a post and the first without it."""
        changed = self._changed
        begins = date.fromisoformat(post.in_force_since) if post.in_force_since else None
        if post.id in changed.to_come or (post.id in changed.left and not self.holders(post.id)):
            return date.max, None
        ends = [changed.ended[post.id]] if post.id in changed.ended else []
        if post.in_force_until and post.in_force_until < OPEN:
            ends.append(_next(post.in_force_until))
        return begins, date.fromisoformat(min(ends)) if ends else None


def _next(day: str) -> str:
    return OPEN if day == OPEN else (date.fromisoformat(day) + timedelta(days=1)).isoformat()
