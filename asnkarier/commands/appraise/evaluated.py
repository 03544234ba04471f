"""What the commands about a year's evaluations share: their year and period, and the units they are counted in."""

from collections.abc import Mapping, Sequence
from datetime import MAXYEAR, date
from typing import Annotated, NamedTuple

from asnkarier.commands.appraise.homes import Homes
from asnkarier.commands.parameters import argument, option
from asnkarier.commands.words import choices
from asnkarier.core.errors import Usage
from asnkarier.store.queries.appraisal.evaluations import Evaluated
from asnkarier.store.queries.units import Units
from asnkarier.views.language import N_, Words

Year = Annotated[int, argument(N_("YEAR"), help=N_("The year evaluated."))]
Period = Annotated[
    str,
    option(
        "--period",
        "--periode",
        help=N_("annual, S1–S2, Q1–Q4 (triwulan) or M1–M12 (bulan)."),
        metavar=N_("PERIOD"),
        choices=choices("period", annual="tahunan"),
    ),
]


def last_day(year: int) -> date:
    """Return the last day of a year; Usage where there is no such year."""
    if not 1000 <= year < MAXYEAR:  # in four digits
        raise Usage("year_outside", {"year": str(year)})
    return date(year, 12, 31)


def begun(year: int, as_of: date) -> None:
    """Refuse a year that has not begun on the day."""
    last_day(year)
    if date(year, 1, 1) > as_of:
        raise Usage("year_not_begun", {"year": str(year)})


def not_due(year: int, as_of: date) -> Words:
    """Say that what is evaluated is not over: nobody can have the evaluation yet."""
    text = N_("What is evaluated of {year} is not over on {day}: the evaluation is not due yet.")
    return Words(text, {"year": str(year), "day": as_of})


class Group(NamedTuple):
    """A unit and everyone counted in it or below it."""

    unit_id: int
    people: list[Evaluated]


def grouped(found: Sequence[Evaluated], homes: Homes, units: Units, wanted: Sequence[int]) -> tuple[list[Group], int]:
    """Put evaluations under every wanted unit they lie in or below; return how many lie nowhere known."""
    inside: Mapping[int, list[Evaluated]] = {unit: [] for unit in wanted}
    lost = 0
    for row in found:
        unit = homes.unit(row)
        if unit is None:
            lost += 1
        while unit is not None:
            if unit in inside:
                inside[unit].append(row)
            unit = units.by_id[unit].parent_id
    return [Group(unit, people) for unit, people in inside.items()], lost
