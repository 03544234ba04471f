"""report person: the employee's own sheet, at most two pages, with nobody else's data in it."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from asnkarier.commands.parameters import NIP, POLICY, option
from asnkarier.commands.report.basis import Basis
from asnkarier.commands.report.sheets import Sheets
from asnkarier.commands.report.writing import AS_FILE
from asnkarier.store.database import Database
from asnkarier.store.queries import staff
from asnkarier.views.language import N_
from asnkarier.views.report.model import shapes
from asnkarier.views.result import Result

TARGET = option(
    "--for",
    "--untuk",
    help=N_("Say what this position asks, instead of the one that the own post leads to."),
    metavar=N_("POSITION"),
    completes="position",
)


def run(
    db: Database,
    as_of: date,
    nip: Annotated[str, NIP],
    target: Annotated[str | None, TARGET] = None,
    policy: Annotated[str | None, POLICY] = None,
) -> Result:
    """Make the sheet: on the terminal, or with -o as a page, a PDF or a workbook."""
    person_id = staff.find(db, nip)
    on = Basis(db, as_of, as_of.year)
    sheets = Sheets(on, policy, target, person_id)
    person = staff.one(db, person_id, as_of)
    row = sheets.rows([person])[0]

    def document() -> Mapping[str, object]:
        return sheets.document(person, row)

    return Result(
        document,
        lambda: shapes(sheets.report(person, row)),
        sheets.caution(person),
        hints=[AS_FILE],
        report=lambda: sheets.report(person, row),
    )
