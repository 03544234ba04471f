"""What a kind of sheet is: one declarative record, read by the importer, the templates, the docs and the tests."""

from dataclasses import dataclass
from typing import Literal

FieldType = Literal[
    "nip",  # 18 digits; refers to a person
    "text",
    "list",  # text; several values separated by ; or line breaks
    "date",
    "year",
    "year_or_day",  # text: the day where the cell gives one, else the year
    "integer",
    "money",
    "decimal",  # integer of 1/10 000
    "level",  # integer of 1/10 000, 0–5
    "score",  # integer of 1/10 000, 0–100
    "jpm",  # integer of 1/10 000; 0.89, 89 and "89,5%" are the same thing
    "golongan",
    "echelon",
    "education",
    "yes_no",
    "unit",  # refers to a unit: code, name or path with /
    "agency",
    "position",  # refers to a position: name or name @ unit
    "competency",
    "word",  # one of a closed vocabulary
]

EXAMPLE_MARK = "Contoh:"
"""The example row of a template begins with this in its first cell; the importer skips a row that does."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a kind: its canonical key, how it is read, and what people call it."""

    name: str
    type: FieldType
    label: str
    """The Indonesian header that `template` writes."""
    help: str
    """One English sentence (translated by gettext): what belongs in the cell."""
    required: bool = False
    headers: tuple[str, ...] = ()
    """Spellings of real workbooks, as people write them; two-row headers as `PARENT > CHILD`."""
    vocabulary: str = ""
    """For `word`: the name of the vocabulary in core.kinds.vocabulary."""
    example: str = ""
    """The value of the template's example row."""
    below: int | None = None
    """For `decimal`: no value reaches it, so that `150,125` of fewer is no number of thousands."""
    units: tuple[str, ...] = ()
    """For numbers: the words that may stand behind one in the cell, the usual one first; with another it counts something else."""


@dataclass(frozen=True, slots=True)
class Span:
    """Two fields of days that one cell may hold together, such as `3 s.d. 7 Maret 2025`.

    Under a header of `events` one day alone is first and last, under one of `headers` it is neither: that column says a time.
    A kind that keeps only the last day has no `first`; one day alone is that.
    """

    first: str
    last: str
    events: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()
    months: bool = False
    """Whether names of months stand for all of their days: `Januari s.d. Juni 2025`."""


KindName = Literal[
    "roster", "movements", "units", "positions", "successions", "competencies", "standards", "assessments", "evaluations",
    "indicators", "unit_performance", "trainings", "catalogue", "history", "educations", "exams", "credits", "discipline",
    "awards", "assignments", "feedback", "selections", "idp", "mentoring", "survey",
]  # fmt: skip
"""The names of the kinds: what asks for one by its name is held to these by the types."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of sheet.

    `key` are the fields by which a row is found again. `register` kinds are complete up to a date. `refers` says whether units,
    posts and competencies unknown to the file are an error ("present") or kept as written ("past").
    `table` is the table of the file that holds the rows.
    """

    name: KindName
    label: str
    help: str
    table: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    register: bool = False
    refers: Literal["present", "past"] = "present"
    order: int = 50
    """Lower comes first when several files are imported together: what others refer to goes before them."""
    spans: tuple[Span, ...] = ()

    def field(self, name: str) -> Field:
        """Return the field called `name`; KeyError if the kind has none."""
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(name)
