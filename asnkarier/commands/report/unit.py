"""report unit: what the head of a unit should know about the unit, and nothing of anybody's sanctions."""

from datetime import date
from typing import Annotated

from asnkarier.commands.parameters import YEAR, argument
from asnkarier.commands.report.annual import basis_fields, headlines
from asnkarier.commands.report.basis import Basis
from asnkarier.commands.report.chapters import Chapter
from asnkarier.commands.report.sections import headcount, movements, others, predicates, quality
from asnkarier.commands.report.writing import AS_FILE
from asnkarier.store.database import Database
from asnkarier.views.language import N_, Words
from asnkarier.views.report.model import Report, shapes
from asnkarier.views.result import Result

CHAPTERS: tuple[Chapter, ...] = (
    Chapter("keadaan", N_("State of the staff"), headcount.section),
    Chapter("mutasi", N_("Movements of staff"), movements.section),
    Chapter("kinerja", N_("Performance"), predicates.section),
    Chapter("pembinaan", N_("What leaders gave"), others.coverage),
    Chapter("kompetensi", N_("Competencies"), others.gaps),
    Chapter("pelatihan", N_("Training hours"), others.hours),
    Chapter("kebutuhan", N_("Training needs"), others.needs),
    Chapter("mutu-data", N_("Quality of the data"), quality.section),
)


def run(
    db: Database,
    as_of: date,
    unit: Annotated[
        str, argument(N_("UNIT"), help=N_("The unit, by name, path or code; with all below it."), completes="unit")
    ],
    year: Annotated[int | None, YEAR] = None,
) -> Result:
    """Make the report of a unit for its head; without --year, of the last whole year."""
    on = Basis(db, as_of, year if year is not None else as_of.year - 1, unit)
    report = _report(on)
    data = {"as_of": as_of, "year": on.year, "unit": on.units.path(on.within), "staff": len(on.people)}
    return Result(data, lambda: shapes(report), on.caution(), hints=[AS_FILE], report=lambda: report)


def _report(on: Basis) -> Report:
    name = on.units.by_id[on.within].name if on.within is not None else ""
    title = Words(N_("Report for the head of {unit}, {year!y}"), {"unit": name, "year": on.year})
    return Report(
        title, on.institution, on.as_of, basis_fields(on), [chapter.made(on) for chapter in CHAPTERS], headlines(on)
    )
