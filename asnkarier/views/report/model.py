"""A report as data: sections of shapes, some of them with a picture. Three writers make files of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from asnkarier.views.language import N_
from asnkarier.views.result import Result
from asnkarier.views.shapes import Field, Said, Shape, Table, Text
from asnkarier.views.shapes import Section as ShapeSection

Palette = Literal["plain", "good_to_bad"]


class Chart(NamedTuple):
    """A picture of a table: which column names the bars, and which columns are their lengths.

    `bars` stand on one scale, side by side where there are several series; `stacked` add up; `share` fills the whole width.
    `mark` is a column whose value is marked on the bar: what was required.
    """

    kind: Literal["bars", "stacked", "share"]
    label: str
    series: Sequence[str]
    palette: Palette = "plain"
    mark: str = ""
    most: int = 40
    """Rows drawn; pictures of more are not read by anybody."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A table with its picture. The workbook holds all rows; page and print at most `shown`."""

    table: Table
    chart: Chart | None = None
    shown: int | None = None


class Signer(NamedTuple):
    """Who signs: in which capacity; name and NIP are written by hand unless known."""

    role: Said
    name: str = ""


@dataclass(frozen=True, slots=True)
class Signatures:
    """The block at the end of a document: place and date to fill in, and who signs."""

    signers: Sequence[Signer]


Content = Shape | Figure | Signatures


@dataclass(frozen=True, slots=True)
class Section:
    """One chapter: what it says in sentences, and the tables that show it."""

    key: str
    title: Said
    sentences: Sequence[Said] = ()
    contents: Sequence[Content] = ()


class Headline(NamedTuple):
    """One number of the cover."""

    label: Said
    value: object
    kind: Literal["integer", "number", "score", "percent", "text", "term"] = "integer"


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report. `made` is the day the data speak of, and the only date in the files."""

    title: Said
    institution: str
    made: date
    basis: Sequence[Field]
    sections: Sequence[Section]
    headlines: Sequence[Headline] = ()
    contents: bool = True
    """Whether a table of contents is worth its place."""


def of_result(result: Result, as_of: date) -> Report:
    """Return the answer of a command as a report: its own, or its shapes as the only section."""
    if result.report is not None:
        return result.report()
    contents = list(result.pictures())
    title = next((shape.title for shape in contents if not isinstance(shape, Text)), "")
    field = Field("as_of", N_("Data as of"), as_of, "date")
    return Report(title, "", as_of, [field], [Section("isi", title, (), contents)], contents=False)


def shapes(report: Report) -> list[Shape]:
    """Return a report as shapes for the terminal and the machine formats."""
    from asnkarier.views.shapes import Record

    result: list[Shape] = [Record(report.title, report.basis)]
    for section in report.sections:
        inner: list[Shape] = [Text(section.sentences)] if section.sentences else []
        for content in section.contents:
            if isinstance(content, Figure):
                inner.append(content.table)
            elif not isinstance(content, Signatures):
                inner.append(content)
        if inner:
            result.append(ShapeSection(section.title, inner))
    return result
