"""Findings: in the JSON document and as a table."""

from collections.abc import Sequence

from asnkarier.core.finding import Finding
from asnkarier.views.language import N_
from asnkarier.views.messages import said
from asnkarier.views.shapes import Column, Table

COLUMNS = (
    Column("severity", N_("Severity"), "term"),
    Column("file", N_("File")),
    Column("sheet", N_("Sheet")),
    Column("cell", N_("Cell"), "code"),
    Column("value", N_("Value")),
    Column("message", N_("What is wrong")),
    Column("remedy", N_("What to do")),
)


def as_data(finding: Finding) -> dict[str, object]:
    """Return a finding as it stands in a JSON document; only message and remedy are in the language in use."""
    message, remedy = words(finding)
    return {
        "code": finding.code,
        "severity": finding.severity,
        "file": finding.file,
        "sheet": finding.sheet,
        "row": finding.row,
        "column": finding.column,
        "cell": finding.cell,
        "value": finding.value,
        "message": message,
        "remedy": remedy,
    }


def as_table(findings: Sequence[Finding]) -> Table:
    """Return findings as a table, worst first, else in the order met."""
    weight = {"error": 0, "warning": 1, "note": 2}
    rows = []
    for finding in sorted(findings, key=lambda found: weight[found.severity]):
        message, remedy = words(finding)
        place = finding.cell or (str(finding.row) if finding.row else None)
        rows.append((finding.severity, finding.file, finding.sheet, place, finding.value, message, remedy))
    return Table(N_("Findings"), COLUMNS, rows)


def words(finding: Finding) -> tuple[str, str]:
    """Return what is wrong and what to do. The message may use the place and the value besides the finding's own values."""
    place = {
        "file": finding.file,
        "sheet": finding.sheet,
        "row": finding.row,
        "column": finding.column,
        "cell": finding.cell or "",
        "value": finding.value,
    }
    return said(finding.code, {**place, **finding.values})
