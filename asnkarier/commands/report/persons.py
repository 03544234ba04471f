"""report persons: the own sheet of everyone on the staff, or of a unit, one file each."""

import re
from datetime import date
from pathlib import Path
from typing import Annotated

from asnkarier.commands.parameters import POLICY, UNIT, option
from asnkarier.commands.report.annual import FOLDER
from asnkarier.commands.report.basis import Basis
from asnkarier.commands.report.sheets import Sheets
from asnkarier.commands.report.writing import folder, one_form, several
from asnkarier.core.access import Progress
from asnkarier.store.database import Database
from asnkarier.store.queries import staff
from asnkarier.views.language import N_, Words
from asnkarier.views.report.files import FORMS, content
from asnkarier.views.result import Result

FORM = option("--form", "--jenis-berkas", help=N_("Form of the files: html, pdf or xlsx."), choices=FORMS)
_STEP = 20
_NAMED = 5


def run(
    db: Database,
    as_of: date,
    progress: Progress,
    output: Annotated[Path, FOLDER],
    unit: Annotated[str | None, UNIT] = None,
    form: Annotated[str, FORM] = "html",
    policy: Annotated[str | None, POLICY] = None,
    wanted_form: str | None = None,
) -> Result:
    """Write one file a person, named by the NIP."""
    form = one_form(wanted_form) or form
    on = Basis(db, as_of, as_of.year, unit)
    into = folder(output)
    sheets = Sheets(on, policy)
    total = len(on.people)
    with several(into, total) as files:
        for done, (person, row) in enumerate(zip(on.people, sheets.rows(on.people), strict=True)):
            if done % _STEP == 0:
                progress(done, total, "write")
            files.write(into / f"{person.nip}.{form}", lambda p=person, r=row: content(sheets.report(p, r), form))  # type: ignore[misc]  # a default binds the loop's value
    progress(total, total, "write")
    left = _left(db, as_of, into, form)
    notes = []
    if left:
        text = N_(
            "{count} {count:sheet|sheets} in {path} {count:is of somebody|are of people} no longer on the staff: {names}."
            " {count:It was left as it is|They were left as they are}."
        )
        named = ", ".join(left[:_NAMED]) + (" …" if len(left) > _NAMED else "")
        notes.append(Words(text, {"count": len(left), "path": str(into), "names": named}))
    ready = Words(N_("{count} {count:sheet is|sheets are} in {path}."), {"count": total, "path": str(into)})
    data = {
        "as_of": as_of,
        "folder": str(into),
        "form": form,
        "sheets": total,
        "bytes": sum(one.bytes for one in files.written),
        "left": left,
    }
    return Result(data, notes=notes, hints=[ready], verbatim="")


def _left(db: Database, as_of: date, folder: Path, form: str) -> list[str]:
    """Return the sheets in the folder that are of nobody on the staff: written once, and now nobody's to renew."""
    known = {person.nip for person in staff.everyone(db, as_of)}
    named = (path for path in folder.glob(f"*.{form}") if re.fullmatch(r"\d{18}", path.stem))
    return sorted(path.name for path in named if path.stem not in known)
