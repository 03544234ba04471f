"""What a command shows, as data: shapes that every format knows how to write.

Cells hold raw typed values: `str` is data and shown as it is, `Words` is said in the language in use, `date`, `int`, `Decimal`
and `Fraction` are written by the column's kind, None is "not known". Headers, titles and captions are marked source strings
(`N_`) or `Words`. Numbers are real values, not the file's integers of 1/10 000: `core.numbers.unscaled` first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, Protocol

from asnkarier.views.language import N_, Words

Said = str | Words
"""A marked source string, with or without values."""

Kind = Literal[
    "text",  # data; wraps
    "nip",  # never cut or wrapped
    "date",
    "integer",  # 1.234
    "number",  # as many decimals as it has, at most 4
    "score",  # two decimals, rounded half up
    "percent",  # two decimals and a sign
    "money",  # Rp 1.500.000
    "level",  # a competency level
    "year",  # no thousands separator
    "term",  # a canonical value such as sangat_baik, said in the language in use
    "outcome",  # met, not_met, unknown
    "code",  # an identifier; never wrapped
]


class Rounded(NamedTuple):
    """A number inside a sentence with two decimals, however many it has: 89.50 beside 74.00."""

    value: object


class Coded(NamedTuple):
    """A code with the words people read in its place; programs (csv) read the code.

    Under a column with more names for programs (`Column.also`) the code is a tuple, a value for each name.
    """

    code: object
    said: object
    """A marked source string, `Words`, or a value that the column's kind writes."""


class Column(NamedTuple):
    """One column: the machine's name, the people's header, and how values are written."""

    key: str
    header: Said
    kind: Kind = "text"
    also: tuple[str, ...] = ()
    """Names of more columns that programs read beside this one."""


class Called(Protocol):
    """Somebody with a name."""

    @property
    def name(self) -> str:
        """The bare name."""

    @property
    def full_name(self) -> str:
        """The name with titles."""


def titled(person: Called) -> Coded:
    """Return a name as people write it, with titles; under `name` programs read the bare one, in csv as in JSON."""
    return Coded(person.name, person.full_name)


def ranged(key: str, header: Said) -> Column:
    """Return a column of points that may be a range: programs read both ends beside it, as in JSON."""
    return Column(key, header, "score", (f"{key}_low", f"{key}_high"))


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headers. `caption` names the law and the date; `empty` is said when there are no rows."""

    title: Said
    columns: Sequence[Column]
    rows: Sequence[Sequence[object]]
    caption: Said = ""
    empty: Said = ""


_SOURCE = N_("Source")


class Field(NamedTuple):
    """One line of a record: a label and a value, and where the value comes from."""

    key: str
    label: Said
    value: object
    kind: Kind = "text"
    source: Said = ""


@dataclass(frozen=True, slots=True)
class Record:
    """One thing, line by line. `beside` heads the column of the fields' sources."""

    title: Said
    fields: Sequence[Field]
    caption: Said = ""
    beside: Said = _SOURCE


@dataclass(frozen=True, slots=True)
class Node:
    """One line of a tree. `outcome` puts its sign before the line."""

    label: Said
    outcome: Literal["", "met", "not_met", "unknown"] = ""
    children: Sequence["Node"] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class Tree:
    """Lines under lines."""

    title: Said
    nodes: Sequence[Node]
    caption: Said = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """The nine boxes: how many, and some names. The keys are 1 to 9; performance goes up, potential to the right.

    `marks` are short words beside the count of some boxes, such as KRS.
    """

    title: Said
    counts: Mapping[int, int]
    names: Mapping[int, Sequence[str]]
    caption: Said = ""
    undetermined: int = 0
    marks: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Heat:
    """A matrix of numbers drawn from bad (`low`) to good (`high`). None is "not known"."""

    title: Said
    row_header: Said
    rows: Sequence[str]
    columns: Sequence[Said]
    values: Sequence[Sequence[object]]
    low: float
    high: float
    kind: Kind = "number"
    caption: Said = ""


class Bar(NamedTuple):
    """One bar: how much, of how much."""

    label: Said
    value: object
    of: object = None


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars on one scale from nothing to `full`."""

    title: Said
    bars: Sequence[Bar]
    full: float
    kind: Kind = "number"
    caption: Said = ""


@dataclass(frozen=True, slots=True)
class Text:
    """Paragraphs."""

    paragraphs: Sequence[Said]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading over other shapes."""

    title: Said
    shapes: Sequence["Shape"]


Shape = Table | Record | Tree | Grid | Heat | Bars | Text | Section
