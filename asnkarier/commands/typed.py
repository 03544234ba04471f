"""From what was typed to what `run` takes: our own readers, so that every refusal is in our own words."""

import re
from collections.abc import Callable, Mapping
from datetime import MAXYEAR, date
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin

from asnkarier.commands.parameters import YEAR, Argument, Choices, Option, Parameter, shown_choices
from asnkarier.core.errors import Usage
from asnkarier.views.language import current

FEW = 10
"""More choices than these are not all listed where the one that was meant can be named."""

_MONTHS = {
    name: month
    for month, names in enumerate(
        (
            "januari january jan",
            "februari february pebruari feb peb",
            "maret march mar mrt",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "agustus august agu agt ags aug",
            "september sept sep",
            "oktober october okt oct",
            "november nopember nov nop",
            "desember december des dec",
        ),
        start=1,
    )
    for name in names.split()
}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_SHORT = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2})")
_WORDS = re.compile(r"(\d{1,2})[- ]([A-Za-z]+)\.?[- ](\d{4})")


FIRST_YEAR, LAST_YEAR = 1900, 2199
"""A day before or after is a slip of the pen, and months before or after it may be on no calendar."""


def read_day(text: str) -> date:
    """Read 2025-12-31, 31-12-2025, 31/12/2025 or 31 Desember 2025."""
    day = _day(text)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Usage("date_outside", {"value": text, "first": str(FIRST_YEAR), "last": str(LAST_YEAR)})
    return day


def _day(text: str) -> date:
    typed = text.strip()
    try:
        if match := _ISO.fullmatch(typed):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := _DAY_FIRST.fullmatch(typed):
            return date(int(match[3]), int(match[2]), int(match[1]))
        if (match := _WORDS.fullmatch(typed)) and match[2].casefold() in _MONTHS:
            return date(int(match[3]), _MONTHS[match[2].casefold()], int(match[1]))
    except ValueError as error:
        raise Usage("date_impossible", {"value": text}) from error
    raise _no_day(typed, text)


def _no_day(typed: str, text: str) -> Usage:
    """Return the refusal of what is no day, with the day that is likely meant: a month misspelt, a year in two digits."""
    if match := _WORDS.fullmatch(typed):
        month = get_close_matches(match[2].casefold(), list(_MONTHS), n=1)
        if month:
            return _likely(int(match[3]), _MONTHS[month[0]], int(match[1]), text)
    if match := _SHORT.fullmatch(typed):
        return _likely(2000 + int(match[3]), int(match[2]), int(match[1]), text)
    return Usage("date_unreadable", {"value": text})


def _likely(year: int, month: int, day: int, text: str) -> Usage:
    try:
        return Usage("date_unreadable_near", {"value": text, "near": f"{date(year, month, day):%d-%m-%Y}"})
    except ValueError:
        return Usage("date_unreadable", {"value": text})


def read_year(text: str) -> int:
    """Read a year in four digits."""
    year = read_integer(text)
    if not 1000 <= year < MAXYEAR:
        raise Usage("year_outside", {"year": text.strip()})
    return year


def read_integer(text: str) -> int:
    """Read a whole number."""
    try:
        return int(text.strip())
    except ValueError as error:
        raise Usage("integer_unreadable", {"typed": text}) from error


def read_decimal(text: str) -> Decimal:
    """Read a decimal number with a point or a comma."""
    try:
        value = Decimal(text.strip().replace(",", "."))
    except InvalidOperation as error:
        raise Usage("number_unreadable", {"value": text}) from error
    if not value.is_finite():
        raise Usage("number_unreadable", {"value": text})
    return value


_READERS: dict[Any, Callable[[str], object]] = {
    str: str,
    int: read_integer,
    Decimal: read_decimal,
    date: read_day,
    Path: Path,
}


class Typed(NamedTuple):
    """One parameter of a command: its name in `run`, its description, how it is read."""

    name: str
    spec: Parameter
    read: Callable[[str], object]
    switch: bool
    many: bool
    required: bool
    default: object


def typed(name: str, annotation: Any, spec: Parameter, *, required: bool, default: object) -> Typed:
    """Describe a parameter of `run` from its annotation; TypeError for a type nobody reads."""
    base = _without_none(annotation)
    many = get_origin(base) in (list, tuple)
    if many:
        base = get_args(base)[0]
    if base is bool:
        return Typed(name, spec, _READERS[str], True, False, False, default)
    if spec.choices is not None:
        read: Callable[[str], object] = _chooser(spec, spec.choices)
    elif spec.parse is not None:
        read = spec.parse
    elif base is int and spec.metavar == YEAR.metavar:
        read = read_year
    elif base in _READERS:
        read = _READERS[base]
    else:
        raise TypeError(f"{name}: no reader for {annotation!r}; give option(parse=…)")
    return Typed(name, spec, read, False, many, required, default)


def _without_none(annotation: Any) -> Any:
    if get_origin(annotation) in (Union, UnionType):
        kinds = [kind for kind in get_args(annotation) if kind is not NoneType]
        if len(kinds) == 1:
            return kinds[0]
    return annotation


def _chooser(spec: Option | Argument, choices: Choices) -> Callable[[str], object]:
    spellings = {_folded(word): value for value, others in choices.items() for word in (value, *others)}

    def read(text: str) -> object:
        value = spellings.get(_folded(text))
        if value is None:
            shown = shown_choices(choices, current())
            named = dict(zip(choices, shown, strict=True))
            if near := _nearest(_folded(text), {word: named[value] for word, value in spellings.items()}):
                few = shown if len(shown) <= FEW else ""
                raise Usage("choice_unknown_near", {"typed": text, "near": near, "choices": few})
            raise Usage("choice_unknown", {"typed": text, "choices": shown})
        return value

    return read


def _nearest(typed: str, spellings: Mapping[str, str]) -> list[str]:
    """Return up to three choices as they are shown: nearest in any spelling, for people write either language."""
    containing = [shown for word, shown in spellings.items() if typed and typed in word]
    close = [spellings[word] for word in get_close_matches(typed, list(spellings), n=3)]
    return list(dict.fromkeys([*close, *containing]))[:3]


def _folded(text: str) -> str:
    return re.sub(r"[\s_-]+", " ", text.strip()).casefold()
