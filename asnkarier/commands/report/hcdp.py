"""report hcdp: the human capital development plan of a year: hours so far, needs, and with a budget the plan itself."""

from datetime import date
from typing import Annotated

from asnkarier.commands.appraise.evaluated import last_day
from asnkarier.commands.grow import training_plan
from asnkarier.commands.parameters import UNIT, argument, option
from asnkarier.commands.report.annual import basis_fields
from asnkarier.commands.report.basis import Basis
from asnkarier.commands.report.sections import others
from asnkarier.commands.report.writing import AS_FILE
from asnkarier.core.access import Progress
from asnkarier.store.database import Database
from asnkarier.views.language import N_, Words
from asnkarier.views.report.model import Report, shapes
from asnkarier.views.result import Result


def run(
    db: Database,
    as_of: date,
    progress: Progress,
    year: Annotated[int, argument(N_("YEAR"), help=N_("The year that is planned for."))],
    unit: Annotated[str | None, UNIT] = None,
    budget: Annotated[
        str | None,
        option(
            "--budget",
            "--anggaran",
            help=N_("Amount in rupiah (500000000, `500 juta`), or a csv file with agency and amount: adds the plan."),
            metavar="RP|FILE",
        ),
    ] = None,
) -> Result:
    """Put needs, hours and plan into one document."""
    last_day(year)
    on = Basis(db, as_of, min(year, as_of.year), unit)
    sections = [others.gaps(on), others.needs(on, everything=True), others.hours(on)]
    if budget is not None:
        plan = training_plan.run(db, as_of, progress, budget, year, unit=unit, everything=True)
        sections.append(
            others.taken("rencana", N_("The plan"), plan.pictures(), law=on.law.training.on(on.as_of).citation.text)
        )
    title = Words(N_("Human capital development plan {year!y}"), {"year": year})
    report = Report(title, on.institution, as_of, basis_fields(on, year), sections)
    data = {"as_of": as_of, "year": year, "staff": len(on.people), "sections": [s.key for s in sections]}
    return Result(data, lambda: shapes(report), on.caution(), hints=[AS_FILE], report=lambda: report)
