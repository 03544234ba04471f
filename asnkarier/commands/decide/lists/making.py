"""Making the lists of one day, policy and pool: what several posts share is read once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from asnkarier.commands.decide.deciding import asked, ground, records, target_of
from asnkarier.commands.decide.framing import frame_of, source_of, source_text_of
from asnkarier.commands.decide.lists.seating import seating
from asnkarier.commands.in_force import lawbook, policy_in_use
from asnkarier.core.decide.pool import Chosen, chosen
from asnkarier.core.decide.shortlist import Judge, Shortlist, shortlist
from asnkarier.core.person import Person
from asnkarier.store.database import Database
from asnkarier.store.queries import positions, staff
from asnkarier.store.queries.positions import Post
from asnkarier.store.queries.sources import Sources
from asnkarier.store.queries.units import Units
from asnkarier.views.decide.rows import Lines
from asnkarier.views.decide.shortlist import Written, document


class Made(NamedTuple):
    """The list of one post, and how it is written."""

    post: Post
    found: Shortlist
    written: Written


class Lists:
    """Makes lists by one policy on one day, among the people of a unit or of a list of NIPs."""

    def __init__(
        self,
        db: Database,
        as_of: date,
        policy_name: str | None,
        unit: str | None,
        among: Callable[[], frozenset[int]] | None,
        months: int,
    ) -> None:
        """Read the rules in force, the posts and the people on duty."""
        law = lawbook(db)
        rules = policy_in_use(db, policy_name)
        self.db = db
        self.as_of = as_of
        self.units = Units(db)
        self.base = ground(db, law, rules, as_of)
        self.sources = Sources(db, as_of.isoformat())
        self._inside = self.units.below(self.units.find(unit).id) if unit is not None else None
        self._among = among() if among is not None else None
        self.on_duty = staff.everyone(db, as_of, staff.ON_DUTY)
        self._seats = seating(self.base, months, {person.id: person for person in self.on_duty})
        statuses = staff.status_counts(db, as_of)
        self._not_on_duty = {s or "unknown": count for s, count in statuses.items() if s not in staff.ON_DUTY}

    def posts(self, named: Sequence[str]) -> list[Post]:
        """Return the posts that were named, each once."""
        found = {post.id: post for post in (positions.find(self.db, n, self.units, self.as_of) for n in named)}
        return list(found.values())

    def judges(self, posts: Sequence[Post], *, boxes: bool = True) -> list[Judge]:
        """Make ready how people are judged for each post; without `boxes` any talent box will do."""
        targets = [target_of(post, self.base) for post in posts]
        required = [asked(target, self.base) for target in targets]
        # Read once what the checks of all posts need together.
        together = required[0]._replace(checks=tuple(check for each in required for check in each.checks))
        read = records(self.base, together)
        setting = self.base.setting
        if not boxes:
            every = tuple(sorted(box.number for box in setting.talent.boxes))
            policy = setting.policy
            setting = setting._replace(policy=policy._replace(eligibility=policy.eligibility._replace(boxes=every)))
        return [Judge(target, needs, setting, read) for target, needs in zip(targets, required, strict=True)]

    def pool(self, judge: Judge, people: Iterable[Person]) -> Chosen:
        """Return who of `people` is considered, and why the others are not."""
        return chosen(
            people,
            judge.target,
            self.base.setting,
            units=self._inside,
            among=self._among,
            families=lambda number: self.base.posts[number].job_family if number is not None else None,
            agency=lambda number: self.units.name(self.units.agency(number)),
        )

    def written(self, post: Post, judge: Judge, not_considered: Mapping[str, int]) -> Written:
        """Make ready how a list is written."""
        frame = frame_of(
            self.base,
            judge.target,
            post,
            self.units,
            on_duty=len(self.on_duty),
            not_on_duty=self._not_on_duty,
            not_considered=not_considered,
            seats=self._seats(post),
        )
        return Written(judge, frame, source_of(self.db, self.as_of, self.sources))

    def of(self, posts: Sequence[Post]) -> list[Made]:
        """Make the list of each post."""
        made = []
        for post, judge in zip(posts, self.judges(posts), strict=True):
            pool = self.pool(judge, self.on_duty)
            written = self.written(post, judge, pool.not_considered)
            made.append(Made(post, shortlist(judge, pool.people), written))
        return made

    def document(
        self, made: Made, top: int | None, everyone: bool, more: Mapping[str, object] | None = None
    ) -> list[bytes]:
        """Return one list as JSON, with `more` keys."""
        found = made.found
        shown = [ranked.judged for ranked in (found.ranked[:top] if top is not None else found.ranked)]
        self.sources.load(j.person.id for j in (*shown, *found.undetermined, *(found.excluded if everyone else ())))
        lines = Lines(made.written, source_text_of(self.sources))
        return document(found, made.written, lines.ranked, lines.person, top, everyone, more or {})
