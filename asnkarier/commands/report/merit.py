"""report merit: numbered evidence for each aspect of the merit system, as far as this file proves it."""

from datetime import date
from typing import Annotated

from asnkarier.commands.parameters import argument
from asnkarier.commands.report.annual import basis_fields
from asnkarier.commands.report.basis import Basis
from asnkarier.commands.report.sections import merit, quality
from asnkarier.commands.report.writing import AS_FILE
from asnkarier.store.database import Database
from asnkarier.views.formats import listed
from asnkarier.views.language import N_, Words
from asnkarier.views.report.model import Report, Section, shapes
from asnkarier.views.result import Result
from asnkarier.views.shapes import Table


def run(db: Database, as_of: date, year: Annotated[int, argument(N_("YEAR"), help=N_("The year."))]) -> Result:
    """Gather the evidence."""
    on = Basis(db, as_of, year)
    title = Words(N_("Evidence of the merit system {year!y}"), {"year": year})
    sections = [*merit.sections(on), quality.section(on), quality.sources(on)]
    report = Report(title, on.institution, as_of, basis_fields(on), sections)
    aspects = {section.key: _evidence(section) for section in sections[:-2]}
    told = [{"aspect": aspect, "evidence": pieces} for aspect, pieces in aspects.items()]
    data = {"as_of": as_of, "year": year, "aspects": told}
    return Result(
        data,
        lambda: shapes(report),
        on.caution(),
        hints=[AS_FILE],
        report=lambda: report,
        flat=lambda: listed.table(
            ({"aspect": aspect, **one} for aspect, pieces in aspects.items() for one in pieces),
            "aspect number count of share",
        ),
    )


def _evidence(section: Section) -> list[dict[str, object]]:
    rows = [row for content in section.contents if isinstance(content, Table) for row in content.rows]
    return [{"number": row[0], "count": row[2], "of": row[3], "share": row[4]} for row in rows]
