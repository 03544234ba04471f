"""Whom a decision about a post considers."""

from collections.abc import Iterable

from asnkarier.commands.decide.deciding import Ground
from asnkarier.core.decide.pool import Chosen, chosen
from asnkarier.core.decide.target import Target
from asnkarier.core.person import Person
from asnkarier.store.queries.units import Units


def considered(
    people: Iterable[Person], target: Target, base: Ground, units: Units, inside: frozenset[int] | None = None
) -> Chosen:
    """Return those on duty who are considered for a post, and why the others are not."""
    return chosen(
        people,
        target,
        base.setting,
        units=inside,
        among=None,
        families=lambda number: base.posts[number].job_family if number is not None else None,
        agency=lambda number: units.name(units.agency(number)),
    )
