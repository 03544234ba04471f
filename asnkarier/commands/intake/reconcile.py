"""`reconcile`: how an export of another system differs from the file, and where each difference is to be mended."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Annotated, Any

from asnkarier.commands import told
from asnkarier.commands.intake.bringing import bring_in
from asnkarier.commands.intake.import_ import opens_level, reading_options
from asnkarier.commands.intake.stdin import from_stdin
from asnkarier.commands.parameters import argument, option
from asnkarier.core.access import Actor, Progress
from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.store.database import Database
from asnkarier.store.intake.rosters.unlisted import agencies_of
from asnkarier.store.intake.session import Intake, Options
from asnkarier.store.queries.reconciling.differences import Difference, differences
from asnkarier.store.queries.reconciling.only_here import Held, OnlyHere, Sought, only_here
from asnkarier.store.queries.units import Units
from asnkarier.views import findings as shown
from asnkarier.views.decide.explain import source_said
from asnkarier.views.formats import listed
from asnkarier.views.language import N_, Words
from asnkarier.views.people.flat import place
from asnkarier.views.result import Result
from asnkarier.views.shapes import Column, Shape, Table, Text
from asnkarier.views.terms import term
from asnkarier.views.values import say

_DIFFERENT = (
    Column("nip", N_("NIP"), "nip"),
    Column("name", N_("Name")),
    Column("field", N_("Field")),
    Column("ours", N_("Here")),
    Column("theirs", N_("There")),
    Column("our_cell", N_("Source here")),
    Column("their_cell", N_("Cell there"), "code"),
)
_MISSING = (Column("nip", N_("NIP"), "nip"), Column("name", N_("Name")), Column("where", N_("Where")))
_ONLY_HERE = (
    Column("nip", N_("NIP"), "nip"),
    Column("name", N_("Name")),
    Column("kind", N_("Kind")),
    Column("when", N_("Year")),
    Column("value", N_("Record")),
    Column("source", N_("Source here")),
)
_NAMED = 5
"""So many agencies are named in a sentence; JSON has all."""
_EITHER = N_(
    "Where {cell} of {file} is right, import that file; where the value here[[ ({source})]] is right, have it corrected there."
)
_HERE = N_("Import {file}, or have its row[[ at {cell}]] taken out there.")
_THERE = N_(
    "Where {name} has left, import a movement (`asnkarier template movements`); otherwise have {name} entered there."
)
_RECORD_THERE = N_(
    "Where it is right, have it entered there; where it is not, take it out here with `asnkarier remove`."
)
"""What is to be done about each difference, for those who read the JSON."""


_FLAT = "result nip name unit table year period field competency ours theirs our_source their_cell cell"
"""The columns of csv, be there a row or none."""


def run(
    db: Database,
    actor: Actor,
    progress: Progress,
    file: Annotated[
        Path, argument(N_("FILE"), help=N_("Export of SIASN, e-Kinerja or another system."), completes="file")
    ],
    kinds: Annotated[
        str | None, option("--as", "--sebagai", help=N_("Kind of sheet; several with a comma."), metavar=N_("KIND"))
    ] = None,
    dated: Annotated[
        date | None,
        option("--dated", "--keadaan", help=N_("The day a roster speaks of, where its title does not say.")),
    ] = None,
    agency: Annotated[
        str | None,
        option("--agency", "--perangkat-daerah", help=N_("The export covers this agency alone."), completes="unit"),
    ] = None,
) -> Result:
    """Import as a rehearsal, tell the differences, and roll everything back."""
    reading = reading_options(db, actor, kinds=kinds)
    taking = Options(
        today=reading.today,
        dated=dated.isoformat() if dated else None,
        skip_unknown_people=False,
        full=True,
        of_agencies_named=agency is None,
        agency=agency,
        create_near=True,
        opens_level=opens_level(db),
    )
    with from_stdin([file]) as paths:
        brought = bring_in(db, actor, paths, reading, taking, skip_bad=True, progress=progress)
    found = differences(db, brought.batch) if brought.batch is not None else []
    sought, lacking, around = _lacking(db, brought.intake, agency, reading.today)
    db.discard()
    rosters = any(head.kind == "roster" for head, _, _ in brought.lists)
    vanished = brought.intake.vanished if rosters else []
    bounded_to = brought.intake.bounded_to if rosters else around
    changed = [d for d in found if d.op == "U"]
    new = [d for d in found if d.op == "I" and d.table in {KINDS[head.kind].table for head, _, _ in brought.lists}]
    data: dict[str, Any] = {
        "file": file.name,
        "differences": [_data(d, file.name) for d in changed],
        "missing_here": [
            {
                "nip": d.nip,
                "name": d.name,
                "table": d.table,
                "cell": d.their_cell,
                "remedy": say(Words(_HERE, {"file": file.name, "cell": d.their_cell or ""})),
            }
            for d in new
        ],
        "missing_there": [
            {"nip": v.nip, "name": v.name, "unit": v.unit, "remedy": say(Words(_THERE, {"name": v.name}))}
            for v in vanished
        ],
        "records_missing_there": [
            {
                "nip": one.nip,
                "name": one.name,
                "table": one.table,
                "year": one.year,
                "period": one.period or None,
                one.known_by: one.value,
                "our_source": one.source,
                "remedy": say(_RECORD_THERE),
            }
            for one in lacking
        ],
        "sought": [
            {"table": each.table, "parts": [{"year": y, "period": p or None} for y, p in each.parts]} for each in sought
        ],
        "bounded_to": bounded_to,
        "findings": [shown.as_data(f) for f in brought.findings],
    }
    shapes = _shapes(file.name, changed, new, vanished, len(brought.findings), bounded_to, sought, lacking)
    parts = ("differences", "missing_here", "missing_there", "records_missing_there")
    lines = [{"result": part, **_without_remedy(one)} for part in parts[:-1] for one in data[part]]
    lines += [{"result": parts[-1], **_of_record(one)} for one in lacking]
    return Result(data, shapes, flat=lambda: listed.table(lines, _FLAT))


def _of_record(one: OnlyHere) -> dict[str, object]:
    """Return a record that is missing there, with what it is known by in columns that other records have too."""
    return {
        "nip": one.nip,
        "name": one.name,
        "table": one.table,
        "year": one.year,
        "period": one.period or None,
        "field": one.known_by,
        "ours": one.value,
        "our_source": place(one.source),
    }


def _without_remedy(one: Mapping[str, object]) -> dict[str, object]:
    """Return a difference without its sentence: csv has no words of a language."""
    return {key: value for key, value in one.items() if key != "remedy"}


def _lacking(
    db: Database, intake: Intake, agency: str | None, today: str
) -> tuple[list[Sought], list[OnlyHere], list[str]]:
    """Return among what records only here were sought, those records, and the agencies whose people they are of."""
    sought: list[Sought] = []
    lacking: list[OnlyHere] = []
    named: dict[int, str] = {}
    if agency is not None and intake.facts:
        tree = Units(db)
        number = tree.agency(tree.find(agency).id)
        named = {number: tree.name(number) or ""} if number is not None else {}
    for facts in intake.facts.values():
        around = named or agencies_of(db, facts.people_seen)
        held = Held(facts.table, facts.kept, facts.people_seen, facts.refused)
        spoken, found = only_here(db, held, around.keys(), today)
        if spoken is not None:
            named |= around
            sought.append(spoken)
            lacking += found
    return sought, lacking, sorted(named.values())


def _parts(sought: Sequence[Sought]) -> list[Words]:
    """Say of each kind the years and periods that the export speaks of, years in a row as one."""
    said = []
    for one in sought:
        spans = []
        for period, of_period in groupby(sorted(one.parts, key=lambda part: (part[1], part[0])), lambda part: part[1]):
            years = [year for year, _ in of_period if year is not None]
            starts = [year for year in years if year - 1 not in years]
            ends = [year for year in years if year + 1 not in years]
            runs = ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in zip(starts, ends, strict=True))
            spans.append(f"{runs} ({term(period)})" if period else runs)
        about = {"kind": told.label(one.table), "years": ", ".join(spans)}
        said.append(Words(N_("{kind}[[ of {years}]]"), about))
    return said


def _data(d: Difference, file: str) -> dict[str, Any]:
    about = {"file": file, "cell": d.their_cell or "", "source": d.our_cell or ""}
    return {
        "nip": d.nip,
        "name": d.name,
        "table": d.table,
        "field": d.field,
        "competency": d.competency,
        "ours": told.plain(d.table, d.field, d.ours),
        "theirs": told.plain(d.table, d.field, d.theirs),
        "our_source": d.our_cell,
        "their_cell": d.their_cell,
        "remedy": say(Words(_EITHER, about)),
    }


def _shapes(
    file: str,
    changed: Sequence[Difference],
    new: Sequence[Difference],
    vanished: Sequence[Any],
    findings: int,
    bounded_to: Sequence[str],
    sought: Sequence[Sought],
    lacking: Sequence[OnlyHere],
) -> list[Shape]:
    shapes: list[Shape] = []
    if changed:
        shapes.append(Table(N_("Different"), _DIFFERENT, [_different(d) for d in changed]))
    if new:
        shapes.append(Table(N_("There and not here"), _MISSING, [(d.nip, d.name, d.their_cell) for d in new]))
    if vanished:
        shapes.append(Table(N_("Here and not there"), _MISSING, [(v.nip, v.name, v.unit) for v in vanished]))
    if lacking:
        shapes.append(Table(N_("Records here and not there"), _ONLY_HERE, [_row(one) for one in lacking]))
    values = {"file": file, "different": len(changed), "new": len(new), "gone": len(vanished), "findings": findings}
    values["lacking"] = len(lacking) if sought else None
    shapes.append(
        Text(
            [
                Words(
                    N_(
                        "{file}: {different} values differ, {new} records only there, {gone} people only here[[, {lacking} records only here]]."
                    ),
                    values,
                ),
                N_("Nothing was changed. What is right there: `asnkarier import`. What is right here: mend it there."),
            ]
        )
    )
    if sought:
        spoken = {"parts": _parts(sought)}
        shapes.append(Text([Words(N_("Records only here were sought in what the file speaks of: {parts}."), spoken)]))
    if bounded_to:
        bound = {"agencies": ", ".join(bounded_to[:_NAMED]) + (" …" if len(bounded_to) > _NAMED else "")}
        shapes.append(
            Text([Words(N_("What is only here was sought among people of these agencies: {agencies}."), bound)])
        )
    if findings:
        shapes.append(Text([Words(N_("{findings} {findings:finding|findings}; --format json has them all."), values)]))
    return shapes


def _different(d: Difference) -> tuple[object, ...]:
    """Return a difference as people read it."""
    what = d.competency or told.label(d.table, d.field)
    ours, theirs = (told.text(d.table, d.field, value) for value in (d.ours, d.theirs))
    return d.nip, d.name, what, ours, theirs, d.our_cell, d.their_cell


def _row(one: OnlyHere) -> tuple[object, ...]:
    when = f"{one.year} ({term(one.period)})" if one.period else one.year
    value = told.text(one.table, one.known_by, one.value) if one.value is not None else None
    return one.nip, one.name, told.label(one.table), when, value and term(value), source_said(one.source)
