"""Who leads whom: the newest evaluation's evaluator, else the head of the unit, else the head above."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from asnkarier.core.rules.positions import PositionRule
from asnkarier.store.database import Database
from asnkarier.store.queries import positions, staff
from asnkarier.store.queries.appraisal import evaluations
from asnkarier.store.queries.units import Units

ONE_DAY = timedelta(days=1)


class Leader(NamedTuple):
    """Who leads a person. `how`: as evaluator, as head, as acting head, or as the highest in the unit (assumed to head it).

    Who headed `unit_id` earlier in the period, up to the day `until`, leads it where nobody does at its end.
    """

    person_id: int
    how: str
    until: str | None = None
    unit_id: int | None = None


class Leaders:
    """Everything needed to name people's leaders on one day.

    Somebody who has left or is not on duty leads nobody on it. Of a day of the past (`then`) evaluators up to its year count, and
    posts of which nothing is known up to it, first read from a list between it and `as_of` without a day of their own. Where nobody
    heads a unit on that day the last who did in the period from `first` on does, if that was for longer than nobody has since.
    """

    def __init__(
        self,
        db: Database,
        as_of: date,
        units: Units,
        rule: PositionRule,
        then: date | None = None,
        first: date | None = None,
    ) -> None:
        """Read heads, acting heads and evaluators."""
        self._units = units
        day = then or as_of
        posts = _posts(db)
        away = frozenset[int]() if then else _away(db, as_of.isoformat())
        self._heads = _heads(db, posts, day.isoformat(), as_of.isoformat(), rule, away)
        if first is not None:
            self._heads = {**_headed(db, posts, first, day, rule), **self._heads}
        # Of a year that was evaluated its own evaluators count, of whatever part of it.
        evaluators = evaluations.newest_evaluators(db, date(day.year, 12, 31) if then else as_of)
        self._ids: Mapping[str, int] = dict(db.rows("SELECT nip, person_id FROM person_nip"))
        self._evaluators = {
            person: nip for person, nip in evaluators.items() if not away or self._ids.get(nip) not in away
        }

    def of(self, person_id: int, unit_id: int | None, evaluator_nip: str | None = None) -> Leader | None:
        """Return the leader of a person of `unit_id`; an evaluator named for the year goes before the newest one."""
        named = evaluator_nip or self._evaluators.get(person_id)
        if named is not None and named in self._ids and self._ids[named] != person_id:
            return Leader(self._ids[named], "evaluator")
        while unit_id is not None:
            head = self._heads.get(unit_id)
            if head is not None and head.person_id != person_id:
                return head
            unit_id = self._units.by_id[unit_id].parent_id
        return None

    def above(self, person_id: int, unit_of: Mapping[int, int | None]) -> frozenset[int]:
        """Return everyone in the line of command above a person: the leader, the leader's leader, and so on."""
        found: set[int] = set()
        here = person_id
        while (leader := self.of(here, unit_of.get(here))) is not None:
            here = leader.person_id
            if here in found or here == person_id:
                break
            found.add(here)
        return frozenset(found)


def _away(db: Database, day: str) -> frozenset[int]:
    """Return who is known not to be on duty on a day: has left, or is on leave, suspended, studying or about to be pensioned."""
    marks = ",".join("?" * len(staff.ON_DUTY))
    rows = db.rows(
        f"SELECT person_id FROM person_status WHERE since <= ? AND until >= ? AND status NOT IN ({marks})",
        (day, day, *staff.ON_DUTY),
    )
    return frozenset(person for (person,) in rows)


class _Posts(NamedTuple):
    """The posts of each unit: those that head it, and the others."""

    marked: Mapping[int, list[positions.Post]]
    others: Mapping[int, list[positions.Post]]


def _posts(db: Database) -> _Posts:
    marked: dict[int, list[positions.Post]] = {}
    others: dict[int, list[positions.Post]] = {}
    for post in positions.every(db):
        if post.unit_id is not None:
            place = marked if post.heads_unit == "ya" else others
            place.setdefault(post.unit_id, []).append(post)
    return _Posts(marked, others)


_ACTING = "position_id IS NOT NULL AND acting IN ('plt', 'plh', 'pj')"


def _heads(
    db: Database, posts: _Posts, day: str, as_of: str, rule: PositionRule, away: frozenset[int]
) -> dict[int, Leader]:
    """Return unit → who heads it: the holder of its heading post, else who acts for it, else the highest structural holder."""
    holders: dict[int, int] = dict(
        db.rows("SELECT position_id, person_id FROM person_post WHERE since <= ? AND until >= ?", (day, day))
    )
    if day < as_of:
        # A list of a later day tells who was there before it, where no TMT says otherwise and nobody else is known.
        for position, person in db.rows(
            "SELECT o.position_id, o.person_id FROM person_post o WHERE o.since > ? AND o.since <= ? AND o.stated = 0"
            " AND NOT EXISTS (SELECT 1 FROM person_post e WHERE e.person_id = o.person_id AND e.since < o.since)"
            " ORDER BY o.since, o.person_id",
            (day, as_of),
        ):
            holders.setdefault(position, person)
    acting: dict[int, int] = dict(
        db.rows(
            f"SELECT position_id, person_id FROM person_duty WHERE since <= ? AND until >= ? AND {_ACTING}", (day, day)
        )
    )
    if away:
        holders = {post: person for post, person in holders.items() if person not in away}
        acting = {post: person for post, person in acting.items() if person not in away}
    return _of_units(posts, holders, acting, rule)


def _of_units(
    posts: _Posts, holders: Mapping[int, int], acting: Mapping[int, int], rule: PositionRule
) -> dict[int, Leader]:
    found: dict[int, Leader] = {}
    for unit in {*posts.marked, *posts.others}:
        leader = _head(posts.marked.get(unit, []), holders, acting)
        if leader is None and unit not in posts.marked:
            leader = _highest(posts.others[unit], holders, rule)
        if leader is not None:
            found[unit] = leader
    return found


def _headed(db: Database, posts: _Posts, first: date, day: date, rule: PositionRule) -> dict[int, Leader]:
    """Return unit → who headed it last from a day on, but no more on another, and for longer than the days that were left then."""
    past: dict[int, list[tuple[str, str, int]]] = {}
    for how, table, only in (("acting", "person_duty", _ACTING), ("head", "person_post", "position_id IS NOT NULL")):
        for position, person, since, until in db.rows(
            f"SELECT position_id, person_id, since, until FROM {table} WHERE until >= ? AND until < ? AND {only}",
            (first.isoformat(), day.isoformat()),
        ):
            last = date.fromisoformat(until)
            if last - max(first, date.fromisoformat(since)) + ONE_DAY > day - last:
                past.setdefault(position, []).append((until, how, person))
    found: dict[int, Leader] = {}
    for unit, heading in posts.marked.items():
        # The last; of one day who held the post, not who acted for it.
        if ended := [one for post in heading for one in past.get(post.id, ())]:
            until, how, person = max(ended)
            found[unit] = Leader(person, how, until, unit)
    for unit, others in posts.others.items():
        ranked = [
            (rung, until, person)
            for post in others
            if (rung := _rung(post, rule)) is not None
            for until, how, person in past.get(post.id, ())
            if how == "head"
        ]
        if ranked and unit not in posts.marked:
            _, until, person = max(ranked)
            found[unit] = Leader(person, "assumed", until, unit)
    return found


def _head(posts: list[positions.Post], holders: Mapping[int, int], acting: Mapping[int, int]) -> Leader | None:
    for post in posts:
        if post.id in holders:
            return Leader(holders[post.id], "head")
    for post in posts:
        if post.id in acting:
            return Leader(acting[post.id], "acting")
    return None


def _highest(posts: list[positions.Post], holders: Mapping[int, int], rule: PositionRule) -> Leader | None:
    ranked = [(-rung, post.id) for post in posts if post.id in holders and (rung := _rung(post, rule)) is not None]
    return Leader(holders[min(ranked)[1]], "assumed") if ranked else None


def _rung(post: positions.Post, rule: PositionRule) -> int | None:
    """Return the rung of a structural post; None of any other."""
    kind = positions.kind_of(post.position_kind, post.echelon, post.name, rule)
    structural = kind is not None and rule.group[kind] != "fungsional" and kind != "pelaksana"
    return rule.rung[kind] if kind is not None and structural else None
