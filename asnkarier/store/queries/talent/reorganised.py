"""Which posts a reorganisation has ended by a day, and which ones only go on under another name."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from asnkarier.core.spans import OPEN
from asnkarier.store.database import Database
from asnkarier.store.queries import successions
from asnkarier.store.queries.positions import Post
from asnkarier.store.queries.units import Units


class Reorganised(NamedTuple):
    """What successions say of posts."""

    now: Mapping[int, int]
    """Post → the post it is on the day: whoever held the one holds the other."""
    later: Mapping[int, int]
    """Post → the post it is on the last day looked at."""
    ended: Mapping[int, str]
    """Post → the day from which it is no more."""
    left: Mapping[int, str]
    """Posts whose unit goes on elsewhere without them, or that was split: they are there only as long as somebody holds them."""
    to_come: frozenset[int]
    """Posts that only a renaming to come makes of others."""
    begins: Mapping[int, str]
    """Posts that come only by a merger or a split to come → the day from which they are there."""

    @property
    def before(self) -> dict[int, int]:
        """Post → the one it still is on the day, of those that only a renaming to come makes."""
        return {new: old for old, new in self.later.items() if old not in self.now and new in self.to_come}


class _Row(NamedTuple):
    """A row of a reorganisation: what was one thing and becomes another, by folded names."""

    kind: str
    on: str
    how: str
    old: str
    old_agency: str
    new: str
    new_agency: str

    @property
    def stays(self) -> bool:
        """Tell whether the old name is still there: what is merged into itself, or gives up a part."""
        return self.new == self.old and (
            self.new_agency == self.old_agency or not (self.new_agency and self.old_agency)
        )


def reorganised(db: Database, as_of: date, until: date, posts: Mapping[int, Post], units: Units) -> Reorganised:
    """Return what is said up to `until` of the posts, for who asks on `as_of`."""
    day, last = as_of.isoformat(), until.isoformat()
    names = "kind, effective_on, how, old_key, old_agency_key, new_key, new_agency_key"
    # What comes after the last day looked at is not there before it either.
    stated = [_Row(*row) for row in db.rows(f"SELECT {names} FROM succession ORDER BY effective_on, id")]
    rows = [row for row in stated if row.on <= last]
    closed = _closed(db, last)
    if not stated:
        ended: dict[int, str] = {}
        _of_units(closed, {}, posts.values(), units, ended, {})
        return Reorganised({}, {}, ended, {}, frozenset(), {})
    became = successions.posts(db, last)
    made: dict[int, str] = {}
    for step in became:
        made[step.new] = max(step.on, made.get(step.new, ""))
    # What is renamed on a day to come goes on under its present name until then, and with the same holders after.
    ended = {step.old: step.on for step in became if step.on <= day or step.how not in successions.GOES_ON}
    left: dict[int, str] = {}
    moved = dict.fromkeys(successions.units_now(db, day), "")
    named: dict[str, list[Post]] = defaultdict(list)
    for post in posts.values():
        named[post.name_key].append(post)
    for row in rows:
        abolished = row.how == "abolish"
        # What is split into several is no more; what gives up one part keeps its own name beside it.
        split = row.how == "split" and _no_more(row, rows)
        merged = row.how == "merge" and not row.stays
        # Until a day to come it is there as ever, and from then on nothing of it falls empty.
        ends = abolished or row.on > day
        if row.kind == "position" and (abolished or split or (merged and row.on > day)):
            for post in named[row.old]:
                if not row.old_agency or units.agency_key(post.unit_id) == row.old_agency:
                    (ended if ends else left)[post.id] = row.on
        elif row.kind == "unit" and (abolished or split or merged):
            for unit in units.by_id.values():
                if unit.name_key == row.old and row.old_agency in ("", units.agency_key(unit.id)):
                    (closed if ends else moved)[unit.id] = row.on
    _of_units(closed, moved, posts.values(), units, ended, left)

    def gone(found: Mapping[int, str]) -> dict[int, str]:
        # What has been given its name again, or is in force anew, is itself.
        return {
            number: on
            for number, on in found.items()
            if made.get(number, "") < (on or "1") and not (on and (posts[number].in_force_since or "") >= on)
        }

    ended = gone(ended)
    whole = successions.posts(db, OPEN)
    to_come = {step.new for step in whole if step.on > day and step.how in successions.GOES_ON}
    now, later = successions.posts_now(db, day), successions.posts_now(db, last)
    return Reorganised(now, later, ended, gone(left), frozenset(to_come), _begin(db, day, stated, posts, units))


def _no_more(row: _Row, rows: Sequence[_Row]) -> bool:
    """Tell whether what a row splits is no more: it became several, and none of them is itself."""
    parts = [
        other
        for other in rows
        if (other.kind, other.how, other.on, other.old) == (row.kind, "split", row.on, row.old)
        and (other.old_agency == row.old_agency or not (other.old_agency and row.old_agency))
    ]
    return len(parts) > 1 and not any(part.stays for part in parts)


def _begin(db: Database, day: str, rows: Sequence[_Row], posts: Mapping[int, Post], units: Units) -> dict[int, str]:
    """Return post → the day from which it is there, of those that come only by a merger or a split after the day.

    What others are merged into may be there already: somebody has held it, or its own date says so.
    """
    coming = [row for row in rows if row.on > day and row.how in ("merge", "split") and row.new and not row.stays]
    if not coming:
        return {}
    held = {int(row[0]) for row in db.rows("SELECT DISTINCT position_id FROM person_post WHERE since <= ?", (day,))}
    there: set[int] = set()
    for post in posts.values():
        if post.id in held or (post.in_force_since or OPEN) <= day:
            home = post.unit_id
            while home is not None and home not in there:
                there.add(home)
                home = units.by_id[home].parent_id
    found: dict[int, str] = {}
    for row in coming:
        if row.kind == "position":
            new = [
                post
                for post in posts.values()
                if post.name_key == row.new and row.new_agency in ("", units.agency_key(post.unit_id))
            ]
        else:
            homes = [
                u.id
                for u in units.by_id.values()
                if u.name_key == row.new and row.new_agency in ("", units.agency_key(u.id))
            ]
            inside = {below for home in homes if home not in there for below in units.below(home)}
            new = [post for post in posts.values() if post.unit_id in inside]
        for post in new:
            if post.id not in held and (post.in_force_since or OPEN) > day:
                found.setdefault(post.id, row.on)
    return found


def _closed(db: Database, last: str) -> dict[int, str]:
    """Return unit → the first day without it, of those that are in force up to a day before `last`."""
    rows = db.rows("SELECT id, in_force_until FROM unit WHERE in_force_until < ?", (last,))
    return {number: (date.fromisoformat(until) + timedelta(days=1)).isoformat() for number, until in rows}


def _of_units(
    closed: Mapping[int, str],
    moved: Mapping[int, str],
    posts: Iterable[Post],
    units: Units,
    ended: dict[int, str],
    left: dict[int, str],
) -> None:
    """Add the posts of units that are no more, and of the units below them."""
    if not closed and not moved:
        return
    gone = {below: on for home, on in closed.items() for below in units.below(home)}
    elsewhere = {below: on for home, on in moved.items() for below in units.below(home)}
    for post in posts:
        if post.unit_id in gone:
            ended.setdefault(post.id, gone[post.unit_id])
        elif post.unit_id in elsewhere:
            left[post.id] = elsewhere[post.unit_id]
