"""The survey of the work environment for people."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from asnkarier.core.growth.survey import Hidden
from asnkarier.core.numbers import SCALE, unscaled
from asnkarier.views.language import N_, Words
from asnkarier.views.shapes import Column, Heat, Shape, Table


class Line(NamedTuple):
    """One unit: answers, mean scores (1/10 000; empty where they are not shown), its predicate, staff and who left.

    `left` is None where the file holds no list of movements.
    """

    unit: str
    respondents: int | None
    scores: Mapping[str, int]
    hidden: Hidden
    predicate: str | None
    staff: int
    left: int | None

    @property
    def mean(self) -> Fraction | None:
        """The mean over the dimensions."""
        return Fraction(sum(self.scores.values()), len(self.scores) * SCALE) if self.scores else None

    @property
    def turnover(self) -> Fraction | None:
        """Who left in the year, of who is there and who left, in percent."""
        if self.left is None:
            return None
        whole = self.staff + self.left
        return Fraction(100 * self.left, whole) if whole else None


_COLUMNS = (
    Column("unit", N_("Unit")),
    Column("respondents", N_("Answers"), "integer"),
    Column("mean", N_("Index"), "score"),
    Column("predicate", N_("Performance of the unit"), "term"),
    Column("staff", N_("Staff"), "integer"),
    Column("left", N_("Left"), "integer"),
    Column("turnover", N_("Turnover"), "percent"),
)


def shapes(lines: Sequence[Line], year: int, as_of: date, least: int) -> list[Shape]:
    """Show the index beside performance and turnover, and the dimensions as a heat table."""
    rows = [
        (
            line.unit,
            _answers(line, least),
            line.mean,
            line.predicate,
            line.staff,
            line.left,
            line.turnover,
        )
        for line in lines
    ]
    caption = Words(
        N_(
            "Scores 0 to 100. Units with fewer than {least} answers, or without their number, are not shown. Staff on {as_of}."
        ),
        {"least": least, "as_of": as_of},
    )
    empty = N_("No survey of this year is in the file. `asnkarier template survey -o FILE` writes a workbook for it.")
    title = Words(N_("Work environment {year}"), {"year": str(year)})
    result: list[Shape] = [Table(title, _COLUMNS, rows, caption if rows else "", empty)]
    seen = [line for line in lines if line.scores]
    dimensions = sorted({dimension for line in seen for dimension in line.scores})
    if dimensions:
        values = [[_score(line, dimension) for dimension in dimensions] for line in seen]
        result.append(
            Heat(N_("By dimension"), N_("Unit"), [line.unit for line in seen], dimensions, values, 0.0, 100.0, "score")
        )
    return result


def _answers(line: Line, least: int) -> object:
    if line.hidden == "few":
        return Words(N_("under {least}"), {"least": least})
    return Words(N_("not said")) if line.hidden else line.respondents


def _score(line: Line, dimension: str) -> object:
    return unscaled(line.scores[dimension]) if dimension in line.scores else None


def data(lines: Sequence[Line], year: int) -> dict[str, object]:
    """Return the survey as a document; what is not shown to people is not in it either."""
    return {
        "year": year,
        "units": [
            {
                "unit": line.unit,
                "respondents": None if line.hidden else line.respondents,
                "suppressed": bool(line.hidden),
                "why": line.hidden or None,
                "index": line.mean,
                "dimensions": {name: unscaled(score) for name, score in line.scores.items()},
                "predicate": line.predicate,
                "staff": line.staff,
                "left": line.left,
                "turnover": line.turnover,
            }
            for line in lines
        ],
    }
