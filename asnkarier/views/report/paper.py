"""The printed document (PDF), set by typst from the extra `pdf`; the same report gives the same bytes on every machine."""

from pathlib import Path

from asnkarier.core.errors import Usage
from asnkarier.views.document import dumps_line
from asnkarier.views.report.blocks import LONG, document
from asnkarier.views.report.model import Report

_TEMPLATE = Path(__file__).parent.parent / "templates" / "report.typ"
_MIDDAY = 12 * 60 * 60


def pdf(report: Report, rows: int = LONG) -> bytes:
    """Return the report as a PDF; Usage where typst is not installed."""
    try:
        import typst
    except ImportError as error:
        raise Usage("pdf_needs_typst", {}) from error
    words = document(report, rows)
    made = (report.made.toordinal() - 719_163) * 86_400 + _MIDDAY  # seconds since 1970-01-01, ordinal 719 163
    # Only the fonts that come with typst: those of a machine would change the bytes.
    written = typst.compile(
        _TEMPLATE.read_bytes(),
        format="pdf",
        sys_inputs={"report": dumps_line(words)},
        timestamp=made,
        ignore_system_fonts=True,
    )
    if not isinstance(written, bytes):
        raise TypeError("typst wrote more than one file")
    return written
