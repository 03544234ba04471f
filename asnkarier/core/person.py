"""People as they stood on a day."""

from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from typing import Any, NamedTuple, TypeVar

Row = TypeVar("Row", bound=tuple[Any, ...])


def maker(kind: type[Row]) -> Callable[[Iterable[Any]], Row]:
    """Return what makes NamedTuples of exactly their values, by the hundred thousand: `_make` runs a function of Python for each."""
    return partial(tuple.__new__, kind)


def full_name(front: str | None, name: str, back: str | None) -> str:
    """Put the titles around a name."""
    whole = f"{front} {name}" if front else name
    return f"{whole}, {back}" if back else whole


def without_titles(name: str, front: str | None, back: str | None) -> str:
    """Take these titles off a name where they stand around it: `Ir. UJI SATU, MT` with `M.T.`; any other name stays as it is."""
    whole = _letters(name)
    front = front if front and whole.startswith(_letters_of_title(front)) else None
    back = back if back and whole.endswith(_letters_of_title(back)) else None
    if not (front or back):
        return name
    words = name.replace(",", ", ").split()
    first, last = 0, len(words)
    if front:
        title = _letters_of_title(front)
        first = next((n for n in range(1, last) if _letters(" ".join(words[:n])) == title), 0)
    if back:
        title = _letters_of_title(back)
        last = next((n for n in range(last - 1, first, -1) if _letters(" ".join(words[n:])) == title), last)
    return " ".join(words[first:last]).rstrip(" ,") if (first, last) != (0, len(words)) else name


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text)).lower()


_letters_of_title = lru_cache(maxsize=1024)(_letters)
"""The same few titles stand behind everybody's name."""


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
    entered_on: str | None = None
    """The first known day of service of who was on contract before `appointed_on`: a PPPK who became CPNS. None of others."""

    @property
    def full_name(self) -> str:
        """The name with titles, as it is written in decrees."""
        return full_name(self.title_front, self.name, self.title_back)


class Serving(NamedTuple):
    """As much of a person as pensions, contracts and pay steps hang on."""

    id: int
    nip: str
    name: str
    title_front: str | None
    title_back: str | None
    birth_date: str | None
    employee_kind: str | None
    contract_ends_on: str | None
    status: str | None
    position_id: int | None
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
