"""People as they stood on a day."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, NamedTuple, TypeVar

Row = TypeVar("Row", bound=tuple[Any, ...])


def maker(kind: type[Row]) -> Callable[[Iterable[Any]], Row]:
    """Return what makes NamedTuples of exactly their values, by the hundred thousand: `_make` runs a function of Python for each."""
    return partial(tuple.__new__, kind)


def full_name(front: str | None, name: str, back: str | None) -> str:
    """Put the titles around a name."""
    whole = f"{front} {name}" if front else name
    return f"{whole}, {back}" if back else whole


class Person(NamedTuple):
    """One person on one day."""

    id: int
    nip: str
    name: str
    title_front: str | None
    title_back: str | None
    sex: str | None
    birth_date: str | None
    appointed_on: str | None
    education: str | None
    field_of_study: str | None
    employee_kind: str | None
    contract_ends_on: str | None
    status: str | None
    golongan: str | None
    golongan_since: str | None
    golongan_stated: int | None
    position_id: int | None
    post_since: str | None
    post_stated: int | None
    unit_id: int | None

    @property
    def full_name(self) -> str:
        """The name with titles, as it is written in decrees."""
        return full_name(self.title_front, self.name, self.title_back)


class Named(NamedTuple):
    """As little of a person as a list over everyone needs."""

    id: int
    nip: str
    name: str
    position_id: int | None
    unit_id: int | None
