"""The marked-up copy of a workbook, in the words of the language in use."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from asnkarier.core.finding import Finding
from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.sheets.marked import Listing, Mark, marked
from asnkarier.sheets.rewritten import Part
from asnkarier.sheets.write import Sheet, workbook
from asnkarier.views.findings import words
from asnkarier.views.language import LANGUAGES, N_, translate, translated
from asnkarier.views.output import replacing

_TITLE = N_("asnkarier findings")
_HEADERS = (N_("Severity"), N_("Sheet"), N_("Cell"), N_("Value"), N_("What is wrong"), N_("What to do"))
_SEVERITIES = {"error": N_("error"), "warning": N_("warning"), "note": N_("note")}


def write(target: Path, source: Path, findings: Sequence[Finding], parts: Mapping[str, Sequence[Part]]) -> bool:
    """Write the copy of `source` with the cells of `findings` marked; `parts` is what its lists need to be read.

    Return whether it holds all rows: of a large workbook it holds the rejected ones alone.
    """
    marks = []
    for found in findings:
        message, remedy = words(found)
        marks.append(Mark(found.sheet, found.row, found.column, found.severity, found.value, message, remedy))
    listing = Listing(
        translate(_TITLE),
        [translate(header) for header in _HEADERS],
        {key: translate(text) for key, text in _SEVERITIES.items()},
        [(translated(_TITLE, lang), tuple(translated(header, lang) for header in _HEADERS)) for lang in LANGUAGES],
    )
    data, whole = marked(source, marks, listing, parts)
    with replacing(target) as temporary:
        temporary.write_bytes(data)
    return whole


def movements(target: Path, people: Sequence[tuple[str, str, str]]) -> None:
    """Write a sheet of movements with NIP, name and unit filled in, and the rest to be filled in by the officer."""
    kind = KINDS["movements"]
    labels = [field.label for field in kind.fields]
    headers = [labels[0], translate(N_("Name")), translate(N_("Unit")), *labels[1:]]
    rows = [[nip, name, unit, *[None] * (len(labels) - 1)] for nip, name, unit in people]
    with replacing(target) as temporary:
        temporary.write_bytes(workbook([Sheet(kind.label, headers, rows)]))
