"""Findings: in the JSON document and as a table."""

from collections.abc import Sequence

from asnkarier.core.finding import Finding
from asnkarier.views.language import N_, Words
from asnkarier.views.messages import said
from asnkarier.views.shapes import Column, Table
from asnkarier.views.terms import term
from asnkarier.views.values import say

COLUMNS = (
    Column("severity", N_("Severity"), "term"),
    Column("file", N_("File")),
    Column("sheet", N_("Sheet")),
    Column("cell", N_("Cell"), "code"),
    Column("value", N_("Value")),
    Column("message", N_("What is wrong")),
    Column("remedy", N_("What to do")),
)

_WEIGHT = {"error": 0, "warning": 1, "note": 2}
_FILE = Column("file", N_("File"))
_PLACE = Column("cell", N_("Cell"), "code")
_VALUE = Column("value", N_("Value"))
_WRONG = Column("message", N_("What is wrong"))
_REMEDY = Column("remedy", N_("What to do"))


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
    rows = []
    for finding in sorted(findings, key=lambda found: _WEIGHT[found.severity]):
        message, remedy = words(finding)
        place = finding.cell or (str(finding.row) if finding.row else None)
        rows.append((finding.severity, finding.file, finding.sheet, place, finding.value, message, remedy))
    return Table(N_("Findings"), COLUMNS, rows)


def grouped(findings: Sequence[Finding], most: int) -> list[Table]:
    """Return a table for each code, errors first, with the first `most` of each.

    What to do stands once below the table where it is the same for all of them; the file's name only where there are several.
    """
    groups: dict[str, list[Finding]] = {}
    for finding in sorted(findings, key=lambda found: _WEIGHT[found.severity]):
        groups.setdefault(finding.code, []).append(finding)
    several = len({finding.file for finding in findings}) > 1
    return [_group(group, most, several) for group in groups.values()]


def _group(group: Sequence[Finding], most: int, several: bool) -> Table:
    rows, remedies = [], []
    for finding in group[:most]:
        message, remedy = words(finding)
        cell = finding.cell or (str(finding.row) if finding.row else "")
        place = f"{finding.sheet}!{cell}" if finding.sheet and cell else finding.sheet or cell
        rows.append((finding.file, place, finding.value, message, remedy))
        remedies.append(remedy)
    same = len(set(remedies)) == 1
    columns = (_FILE, _PLACE, _VALUE, _WRONG, _REMEDY)
    wanted = [i for i in range(5) if not (i == 0 and not several) and not (i == 4 and same)]
    title = Words(
        N_("{severity}: {code} ({count})"),
        {"severity": term(group[0].severity), "code": group[0].code, "count": len(group)},
    )
    caption = remedies[0] if same else ""
    if len(group) > most:
        more = Words(N_("… and {more} more; --format json has them all."), {"more": len(group) - most})
        caption = f"{caption} {say(more)}".strip()
    return Table(title, [columns[i] for i in wanted], [tuple(row[i] for i in wanted) for row in rows], caption)


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
