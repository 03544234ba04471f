"""What a command returns."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from asnkarier.core.finding import Finding
from asnkarier.views.language import Words
from asnkarier.views.shapes import Shape, Table

if TYPE_CHECKING:
    from asnkarier.views.report.model import Report

Document = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Result:
    """The answer of a command, once for programs and once for people.

    `data` is the JSON document (or, where it is long, the chunks of `views.json_text.encoded`, which
    may be made while they are written and then need the database no more) and `shapes` the same
    for people; either may be a function, called only when its format is asked for.
    `verbatim` is a text for people to be shown exactly as it is, in place of shapes. `report` is the answer as a document, which a page, a
    PDF and a workbook are made of; without one they are made of the shapes. `notes` go to stderr, and `hints` (what is ready,
    what to do next) too, but only where somebody looks on: on a terminal, never in a job. `findings` are
    shown after the shapes (and belong into `data` by the command, through `views.findings.as_data`). `exit_code` other
    than 0 rolls a writing command back. `sheets` are what csv and xlsx hold in place of `shapes`, where people see a summary
    and a workbook should hold every row. `flat` is what csv alone holds, where the answer is no list but many of them: one table of all.
    """

    data: Document | Callable[[], Document | Iterable[bytes]]
    shapes: Sequence[Shape] | Callable[[], Sequence[Shape]] = ()
    notes: Sequence[Words] = ()
    findings: Sequence[Finding] = ()
    exit_code: int = 0
    verbatim: str | None = None
    report: "Callable[[], Report] | None" = None
    sheets: Callable[[], Sequence[Shape]] | None = None
    hints: Sequence[Words] = ()
    flat: Callable[[], Table] | None = None

    def document(self) -> Document | Iterable[bytes]:
        """Return the JSON document, or its text in chunks."""
        return self.data() if callable(self.data) else self.data

    def pictures(self) -> Sequence[Shape]:
        """Return the shapes for people."""
        return self.shapes() if callable(self.shapes) else self.shapes
