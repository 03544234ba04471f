"""What the report rests on: what is missing, how far each register reaches, and every file with its hash."""

from fractions import Fraction

from asnkarier.commands.report.basis import Basis
from asnkarier.commands.report.sections.predicates import annual
from asnkarier.core.gap import oldest_valid
from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.store.queries.report import quality
from asnkarier.store.queries.report.evidence import people_with
from asnkarier.views.kinds import sheet_label
from asnkarier.views.language import N_, Words
from asnkarier.views.people.reach import reach_said
from asnkarier.views.report.model import Chart, Figure, Section
from asnkarier.views.shapes import Column, Said, Table


def section(on: Basis) -> Section:
    """Say what was missing, register by register and field by field."""
    people = on.people
    evaluated = {one.person_id for one in annual(on, on.year) if one.predicate}
    oldest = oldest_valid(on.as_of, on.law.assessment.on(on.as_of).value.valid_years)
    assessed = people_with(on.db, "assessment", "assessed_on", oldest, on.as_of.isoformat())
    checks: list[tuple[Said, int]] = [
        (N_("date of birth"), sum(person.birth_date is None for person in people)),
        (N_("sex"), sum(person.sex is None for person in people)),
        (N_("first appointment"), sum(person.appointed_on is None for person in people)),
        (N_("education"), sum(person.education is None for person in people)),
        (N_("field of study"), sum(person.field_of_study is None for person in people)),
        (N_("golongan"), sum(person.golongan is None for person in people)),
        (N_("beginning of the golongan"), sum(not person.golongan_stated for person in people)),
        (N_("position"), sum(person.position_id is None for person in people)),
        (N_("beginning of the position"), sum(not person.post_stated for person in people)),
        (N_("unit"), sum(person.unit_id is None for person in people)),
        (Words(N_("predicate of {year!y}"), {"year": on.year}), sum(p.id not in evaluated for p in people)),
        (N_("assessment that is still valid"), sum(person.id not in assessed for person in people)),
    ]
    total = len(people)
    missing = Table(
        N_("Missing of the staff"),
        (
            Column("what", N_("What")),
            Column("missing", N_("Missing"), "integer"),
            Column("share", N_("Known"), "percent"),
        ),
        [
            (Words(what) if isinstance(what, str) else what, count, _share(total - count, total))
            for what, count in checks
        ],
        Words(N_("Of {staff} employees on {as_of}."), {"staff": total, "as_of": on.as_of}),
    )
    registers = Table(
        N_("How far each register reaches"),
        (
            Column("kind", N_("Kind of sheet")),
            Column("rows", N_("Rows"), "integer"),
            Column("covers_until", N_("Complete until")),
        ),
        [(_kind(one.kind), one.rows, _reach(one)) for one in quality.registers(on.db)],
        N_(
            "A person without a row in a register means none only up to that day, or in those times; – means that nobody said so."
        ),
    )
    return Section(
        "mutu-data",
        N_("Quality of the data"),
        [N_("What is not known is never counted as zero; these numbers say how much of the report it touches.")],
        [Figure(missing, Chart("bars", "what", ("share",))), registers],
    )


def sources(on: Basis) -> Section:
    """List every sheet that was read, with the hash of its file."""
    hand, last = quality.by_hand(on.db)
    rows = [
        (one.batch, one.file, one.sheet, _kind(one.kind), one.rows, one.entered_at[:10], one.entered_by, one.sha256)
        for one in quality.sources(on.db)
    ]
    columns = (
        Column("batch", N_("Import"), "integer"),
        Column("file", N_("File")),
        Column("sheet", N_("Sheet")),
        Column("kind", N_("Kind")),
        Column("rows", N_("Rows"), "integer"),
        Column("entered_at", N_("Entered on"), "date"),
        Column("entered_by", N_("By")),
        Column("sha256", "SHA-256"),
    )
    return Section(
        "sumber",
        N_("Sources"),
        [
            Words(
                N_(
                    "The file stands at entry {last}; {hand} of them corrected or removed a value by hand, each with its reason in the log."
                ),
                {"last": last, "hand": hand},
            )
        ],
        [
            Figure(
                Table(
                    N_("Sheets read"),
                    columns,
                    rows,
                    N_("The hash is that of the file as it was read: the same file gives the same hash."),
                ),
                shown=200,
            )
        ],
    )


def _reach(one: quality.Register) -> object:
    """Return the days in which a register is complete; of what is no register nobody can say one."""
    known = one.kind not in KINDS or KINDS[one.kind].register
    return reach_said(one.spans) if known or one.spans else Words(N_("never declared"))


def _kind(kind: str) -> str:
    return sheet_label(kind).replace("_", " ")


def _share(count: int, total: int) -> Fraction | None:
    return Fraction(100 * count, total) if total else None
