"""Who holds which post, and until when: by what is on record, by the pension, and through a reorganisation."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from asnkarier.commands.decide.forecast.coming import Coming
from asnkarier.commands.decide.forecast.retirements import Retiring
from asnkarier.commands.decide.seated import Seated, day_after
from asnkarier.core.defend.vacating import Stay, Vacating, vacating
from asnkarier.core.person import Person
from asnkarier.core.spans import OPEN
from asnkarier.store.queries import positions
from asnkarier.store.queries.positions import Post, Posting


class Holding:
    """The holders of every post from the day asked about to the last day looked at."""

    def __init__(self, coming: Coming[Person], retiring: Retiring) -> None:
        """Put everyone into the post held, under the name it bears today."""
        self._coming = coming
        self._retiring = retiring
        self.seated = seated = Seated(
            coming.db, coming.law, coming.as_of, coming.posts, coming.kinds, coming.units, coming.until
        )
        changing = positions.changing(coming.db, coming.as_of, coming.until)
        self._before = seated.changed.before
        self._stays: dict[int, list[Stay]] = defaultdict(list)
        """Of those whose post changes by what is on record, from when and until when."""
        self._moving: set[int] = set()
        self._by_duty: dict[int, list[Stay]] = defaultdict(list)
        """Who holds a post as a duty beside the own one, and until when."""
        for post, held in seated.by_duty.items():
            for one in held:
                self._add_duty(post, one.person, one.held.until)
        for post, held in seated.to_come.items():
            for one in held:
                self._add_duty(post, one.person, one.held.until, date.fromisoformat(one.held.since))
        for person in coming.people:
            if person.id in changing:
                self._moving.add(person.id)
                self._follow(person, changing[person.id])

    def _follow(self, person: Person, spans: Sequence[Posting]) -> None:
        """Note the posts a person leaves and takes; a post that is only renamed meanwhile is the same."""
        later = self.seated.changed.later
        merged: list[Posting] = []
        for span in spans:
            here = span._replace(position_id=later.get(span.position_id, span.position_id))
            last = merged[-1] if merged else None
            if last is not None and last.position_id == here.position_id and day_after(last.until) >= here.since:
                merged[-1] = last._replace(until=here.until)
            else:
                merged.append(here)
        first = self._coming.as_of.isoformat()
        end = self._retiring.leaves(person)
        for span in merged:
            since = date.fromisoformat(span.since) if span.since > first else None
            until = None if span.until == OPEN else date.fromisoformat(day_after(span.until))
            days = [day for day in (until, end) if day is not None]
            self._stays[self._name(span.position_id)].append(Stay(person, since, min(days, default=None)))

    def _add_duty(self, post: int, person: Person, until: str, since: date | None = None) -> None:
        ends = None if until == OPEN else date.fromisoformat(day_after(until))
        days = [day for day in (ends, self._retiring.leaves(person)) if day is not None]
        end = min(days, default=None)
        if since is None or end is None or since < end:
            self._by_duty[post].append(Stay(person, since, end))

    def _name(self, post: int) -> int:
        """Return the post by which one is known today that will have another name."""
        return self._before.get(post, post)

    def holders(self, post: int) -> Sequence[Person]:
        """Return who holds a post on the day."""
        return self.seated.holders(post)

    def stays(self, post: int) -> list[Stay]:
        """Return who is in the seats of a post, from when and until when."""
        held = [p for p in self.seated.own.get(post, ()) if p.id not in self._moving]
        return [
            *[Stay(p, None, self._retiring.leaves(p)) for p in held],
            *self._stays.get(post, ()),
            *self._by_duty.get(post, ()),
        ]

    def present(self, post: int) -> list[Stay]:
        """Return who is in the seats of a post on the day, and until when."""
        return [stay for stay in self.stays(post) if stay.since is None]

    def known(self, post: Post) -> bool:
        """Tell whether it is known on the day who is in the seats of a post."""
        return self.seated.known(post)

    def there(self, post: Post, on: date) -> bool:
        """Tell whether a post is there on a day."""
        return self.seated.there(post, on)

    def vacating(self, post: Post, places: int | None = None) -> Vacating:
        """Return which of a post's seats are or fall empty: of `places` where nothing says how many there are."""
        begins, ends = self.seated.span(post)
        places = places if post.headcount is None else post.headcount
        return vacating(self.stays(post.id), places, self._coming.as_of, self._coming.until, begins, ends)
