"""Who leads whom: the newest evaluation's evaluator, else the head of the unit, else the head above."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from asnkarier.core.rules.positions import PositionRule
from asnkarier.store.database import Database
from asnkarier.store.queries import positions
from asnkarier.store.queries.appraisal import evaluations
from asnkarier.store.queries.units import Units


class Leader(NamedTuple):
    """Who leads a person. `how`: as evaluator, as head, as acting head, or as the highest in the unit (assumed to head it)."""

    person_id: int
    how: str


class Leaders:
    """Everything needed to name people's leaders on one day.

    Of a day of the past (`then`) evaluators up to its year count, and posts of which nothing is known up to it, first read from a
    list between it and `as_of` without a day of their own.
    """

    def __init__(self, db: Database, as_of: date, units: Units, rule: PositionRule, then: date | None = None) -> None:
        """Read heads, acting heads and evaluators."""
        self._units = units
        day = then or as_of
        self._heads = _heads(db, day.isoformat(), as_of.isoformat(), rule)
        self._evaluators = evaluations.newest_evaluators(db, day.year) if then else evaluations.newest_evaluators(db)
        self._ids: Mapping[str, int] = dict(db.rows("SELECT nip, person_id FROM person_nip"))

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


def _heads(db: Database, day: str, as_of: str, rule: PositionRule) -> dict[int, Leader]:
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
            "SELECT position_id, person_id FROM person_duty WHERE since <= ? AND until >= ? AND position_id IS NOT NULL"
            " AND acting IN ('plt', 'plh', 'pj')",
            (day, day),
        )
    )
    marked: dict[int, list[positions.Post]] = {}
    others: dict[int, list[positions.Post]] = {}
    for post in positions.every(db):
        if post.unit_id is not None:
            place = marked if post.heads_unit == "ya" else others
            place.setdefault(post.unit_id, []).append(post)
    found: dict[int, Leader] = {}
    for unit in {*marked, *others}:
        leader = _head(marked.get(unit, []), holders, acting)
        if leader is None and unit not in marked:
            leader = _highest(others[unit], holders, rule)
        if leader is not None:
            found[unit] = leader
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
    ranked = []
    for post in posts:
        kind = positions.kind_of(post.position_kind, post.echelon, post.name, rule)
        structural = kind is not None and rule.group[kind] != "fungsional" and kind != "pelaksana"
        if structural and kind is not None and post.id in holders:
            ranked.append((-rule.rung[kind], post.id))
    return Leader(holders[min(ranked)[1]], "assumed") if ranked else None
