"""report annual: the yearly report of an institution or a unit, as a workbook, a page and a printed document."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

from asnkarier.commands.in_force import policy_in_use
from asnkarier.commands.parameters import UNIT, argument, option
from asnkarier.commands.report.basis import Basis
from asnkarier.commands.report.chapters import Chapter
from asnkarier.commands.report.sections import (
    defence,
    duk,
    headcount,
    movements,
    others,
    predicates,
    quality,
    sanctions,
    satyalancana,
)
from asnkarier.commands.report.writing import Written, folder, one_form, several
from asnkarier.core.access import Progress
from asnkarier.core.text import slug
from asnkarier.law.policy_load import fingerprint
from asnkarier.store.database import Database
from asnkarier.store.queries.report import quality as quality_of
from asnkarier.views.language import N_, Words
from asnkarier.views.report.files import content
from asnkarier.views.report.model import Headline, Report
from asnkarier.views.result import Result
from asnkarier.views.shapes import Field

CHAPTERS: tuple[Chapter, ...] = (
    Chapter("keadaan", N_("State of the staff"), headcount.section),
    Chapter("mutasi", N_("Movements of staff"), movements.section),
    Chapter("kinerja", N_("Performance"), predicates.section),
    Chapter("distribusi", N_("Spread of predicates"), others.distribution),
    Chapter("kompetensi", N_("Competencies"), others.gaps),
    Chapter("talenta", N_("Talent map"), others.boxes),
    Chapter("kesetaraan", N_("Equal opportunity"), defence.opportunity),
    Chapter("ip-asn", N_("Index of professionalism (IP ASN)"), others.index),
    Chapter("pelatihan", N_("Training hours"), others.hours),
    Chapter("suksesi", N_("Succession in key posts"), defence.successors),
    Chapter("mendatang", N_("Vacancies and what is coming"), others.coming),
    Chapter("satyalancana", N_("Satyalancana Karya Satya: candidates"), satyalancana.section),
    Chapter("disiplin", N_("Discipline"), sanctions.section),
    Chapter("apresiasi", N_("Recognition"), others.earned),
    Chapter("lingkungan", N_("Work environment"), others.environment),
    Chapter("duk", N_("List of seniority (DUK)"), duk.section),
    Chapter("mutu-data", N_("Quality of the data"), quality.section),
    Chapter("sumber", N_("Sources"), quality.sources),
)
"""The chapters in their order."""

FOLDER = option(
    "--output", "--keluaran", "-o", help=N_("The folder to write into."), metavar=N_("FOLDER"), completes="folder"
)
PDF = option("--pdf", "--pdf", help=N_("Write a PDF too (needs the extra `pdf`)."))


def run(
    db: Database,
    as_of: date,
    progress: Progress,
    year: Annotated[int, argument(N_("YEAR"), help=N_("The year."))],
    output: Annotated[Path, FOLDER],
    unit: Annotated[str | None, UNIT] = None,
    pdf: Annotated[bool, PDF] = False,
    wanted_form: str | None = None,
) -> Result:
    """Write the report of a year: the same data give the same bytes."""
    asked = one_form(wanted_form)
    forms = [asked] if asked else ["xlsx", "html"]
    forms += ["pdf"] if pdf and asked != "pdf" else []
    on = Basis(db, as_of, year, unit, progress)
    report = report_of(on)
    into = folder(output)
    name = f"laporan-{year}" + (f"-{slug(on.units.by_id[on.within].name)}" if on.within is not None else "")
    with several(into, len(forms)) as files:
        for place, form in enumerate(forms):
            progress(len(CHAPTERS) + place, len(CHAPTERS) + len(forms), "write")
            files.write(into / f"{name}.{form}", lambda form=form: content(report, form))  # type: ignore[misc]  # a default binds the loop's value
    return answer(report, files.written, on.caution())


def answer(report: Report, written: list[Written], notes: Sequence[Words] = ()) -> Result:
    """Tell which files were written: to whoever looks on, and to programs; a job hears nothing."""
    hints = [Words(N_("{path} is ready."), {"path": str(file.path)}) for file in written]
    data = {"as_of": report.made, "files": [file.as_data() for file in written]}
    return Result(data, notes=notes, hints=hints, verbatim="")


def report_of(on: Basis) -> Report:
    """Put the chapters together."""
    sections = []
    for place, chapter in enumerate(CHAPTERS):
        on.progress(place, len(CHAPTERS) + 3, "compute")
        sections.append(chapter.made(on))
    title = Words(N_("Annual report {year!y}"), {"year": on.year})
    if on.within is not None:
        title = Words(N_("Annual report {year!y}: {unit}"), {"year": on.year, "unit": on.units.by_id[on.within].name})
    return Report(title, on.institution, on.as_of, basis_fields(on), sections, headlines(on))


def basis_fields(on: Basis, year: int | None = None) -> list[Field]:
    """Return what a cover says: whose data, of which day, by which policy, after how many entries.

    `year` is that of the report, where it is another than that of the data.
    """
    policy = policy_in_use(on.db)
    fields = [
        Field("institution", N_("Institution"), on.institution),
        Field("year", N_("Year"), on.year if year is None else year, "year"),
        Field("as_of", N_("Data as of"), on.as_of, "date"),
        Field("policy", N_("Policy"), policy.name),
        Field("policy_hash", N_("SHA-256 of the policy"), fingerprint(policy)),
        Field("entries", N_("Entries in the log"), quality_of.by_hand(on.db)[1], "integer"),
    ]
    if on.within is not None:
        fields.insert(1, Field("unit", N_("Unit"), on.units.path(on.within)))
    fields += [Field("caution", N_("Caution"), sentence) for sentence in on.caution()]
    return fields


def headlines(on: Basis) -> list[Headline]:
    """Return the numbers of the cover."""
    annual = [one.evaluated for one in predicates.counted(on, on.year).people if one.evaluated]
    good = sum(one.predicate in ("sangat_baik", "baik") for one in annual)
    return [
        Headline(N_("Staff") if on.unknown is None else N_("Staff known of that day"), len(on.people)),
        Headline(N_("Women"), sum(person.sex == "P" for person in on.people)),
        Headline(Words(N_("Evaluated in {year!y}"), {"year": on.year}), len(annual)),
        Headline(N_("At least Baik"), good),
    ]
