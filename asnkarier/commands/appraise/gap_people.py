"""The gaps of many people: rules in force, standards and assessments put together, person by person."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from asnkarier.core.bands import band_of
from asnkarier.core.gap import (
    UNKNOWN_PROFILE,
    Gap,
    Profile,
    Row,
    oldest_valid,
    profile,
    recap_jpm,
    scaled_floor,
    technical_jpm,
)
from asnkarier.core.person import Named
from asnkarier.law.load import Lawbook
from asnkarier.store.database import Database
from asnkarier.store.queries import competencies, positions
from asnkarier.store.queries.positions import Post


class Gaps:
    """Everything that gaps are measured with on one day."""

    def __init__(self, db: Database, law: Lawbook, as_of: date, target: Post | None = None) -> None:
        """Read rules, competencies and standards; `target` None measures everyone against the own post."""
        self.db = db
        self.as_of = as_of
        self.rule = law.competency.on(as_of)
        self.assessment = law.assessment.on(as_of)
        self.positions = law.positions.on(as_of)
        self.competencies = competencies.every(db)
        self.nine = [c.id for c in self.competencies if 0 < c.rank <= len(self.rule.value.competencies)]
        self.technical = frozenset(c.id for c in self.competencies if c.group == "teknis")
        self.oldest = oldest_valid(as_of, self.assessment.value.valid_years)
        self._standards = competencies.standards(db, as_of.isoformat())
        self._posts = {post.id: post for post in positions.every(db)}
        self._profiles: dict[int, Profile] = {}
        self.target = target

    def profile(self, position_id: int | None) -> Profile:
        """Return what a post asks: its standard, completed with the defaults of its kind."""
        if position_id is None:
            return UNKNOWN_PROFILE
        known = self._profiles.get(position_id)
        if known is None:
            post = self._posts[position_id]
            kind = positions.kind_of(post.position_kind, post.echelon, post.name, self.positions.value)
            default = self.rule.value.default_levels.get(kind) if kind else None
            known = profile(self._standards.get(position_id, {}), self.nine, default, self.technical)
            self._profiles[position_id] = known
        return known

    def position(self, position_id: int | None) -> str | None:
        """Return the name of a post."""
        return None if position_id is None else self._posts[position_id].name

    def rows(self, people: Sequence[Named], only: int | None = None) -> Iterator[Row]:
        """Return the gaps of `people` in their order; `only` reads the assessments of one person alone.

        What is needed is read now; the gaps are worked out one by one as they are asked for.
        """
        return self._rows(people, self._newest(only), self._beside(only))

    def _rows(
        self,
        people: Sequence[Named],
        newest: dict[int, tuple[Any, ...]],
        beside: dict[int, tuple[dict[int, int], dict[int, str]]],
    ) -> Iterator[Row]:
        mapping, filling = self.assessment.value.mapping, self.assessment.value.filling
        target = self.profile(self.target.id) if self.target else None
        target_id = self.target.id if self.target else None
        nothing = (None,) * len(self.nine)
        oldest = self.oldest
        empty: tuple[dict[int, int], dict[int, str]] = {}, {}
        names = {post.id: post.name for post in self._posts.values()}
        bands: dict[tuple[int, int], tuple[str, str]] = {}
        own_profiles = {position: self.profile(position) for position in (None, *names)}
        for person in people:
            own = own_profiles[person.position_id]
            wanted = own if target is None else target
            found = newest.get(person.id)
            other, days = beside.get(person.id, empty)
            beside_jpm = technical_jpm(wanted, other) if wanted.technical else None
            position = names[person.position_id] if person.position_id is not None else None
            if found is None:
                gap = Gap(wanted, nothing, None, None, None, beside_jpm, other, days)
                yield Row(person, position, gap, None, None)
                continue
            levels = found[4:]
            if wanted.total and None not in levels:
                jpm: tuple[int, int] | None = (sum(levels) * 100, wanted.total)
            else:
                jpm = recap_jpm(levels, found[3], fits=target is None or person.position_id == target_id)
            gap = Gap(wanted, levels, found[1], found[1] < oldest, jpm, beside_jpm, other, days)
            if jpm is None:
                yield Row(person, position, gap, None, None)
                continue
            category = bands.get(jpm)
            if category is None:
                percent = scaled_floor(jpm)
                category = bands[jpm] = (band_of(mapping, percent), band_of(filling, percent))
            yield Row(person, position, gap, *category)

    def _newest(self, only: int | None) -> dict[int, tuple[Any, ...]]:
        """Return each person's newest assessment that says something of the nine; levels before a bare JPM of the same day."""
        newest: dict[int, tuple[Any, ...]] = {}
        nothing = (None,) * len(self.nine)
        for row in competencies.wide(self.db, self.nine, self.as_of.isoformat(), only):
            before = newest.get(row[0])
            silent = row[4] is None and row[4:] == nothing
            if silent and (row[3] is None or (before is not None and before[1] == row[1] and before[4:] != nothing)):
                continue
            if before is None or before[1] <= row[1]:
                newest[row[0]] = row
        return newest

    def _beside(self, only: int | None) -> dict[int, tuple[dict[int, int], dict[int, str]]]:
        """Return each person's newest levels outside the nine, and the day of each."""
        result: dict[int, tuple[dict[int, int], dict[int, str]]] = {}
        if len(self.competencies) == len(self.nine):
            return result
        for person, competency, day, level, _id in competencies.others(
            self.db, self.nine, self.as_of.isoformat(), only
        ):
            levels, days = result.setdefault(person, ({}, {}))
            levels[competency], days[competency] = level, day
        return result
