"""Chapters made of what other commands answer: the same numbers as on the terminal, with pictures."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from asnkarier.commands.appraise import evaluations_coverage, evaluations_distribution, gap, ip_asn
from asnkarier.commands.decide import talent
from asnkarier.commands.decide.forecast import contracts, retirements
from asnkarier.commands.grow import recognition, survey, training_hours, training_needs
from asnkarier.commands.report.basis import Basis
from asnkarier.store.queries.report import evidence
from asnkarier.views.language import N_, Words
from asnkarier.views.report.model import Chart, Content, Figure, Section
from asnkarier.views.result import Result
from asnkarier.views.shapes import Column, Heat, Said, Shape, Table

STRUCTURAL = ("jpt_utama", "jpt_madya", "jpt_pratama", "administrator", "pengawas")
"""Kinds of post that lead."""


def taken(
    key: str, title: Said, result: Result, charts: Mapping[str, Chart] | None = None, sentences: Sequence[Said] = ()
) -> Section:
    """Make a chapter of an answer; `charts` says by the first column and another key which tables are drawn."""
    return Section(key, title, sentences, [_drawn(shape, charts or {}) for shape in result.pictures()])


def _drawn(shape: Shape, charts: Mapping[str, Chart]) -> Content:
    if isinstance(shape, Heat):
        return replace(shape, kind="score")  # two decimals: four are no help to the eye
    if not isinstance(shape, Table):
        return shape
    keys = {column.key for column in shape.columns}
    for chart in charts.values():
        if {chart.label, *chart.series, *([chart.mark] if chart.mark else [])} <= keys:
            return Figure(shape, chart)
    return shape


def gaps(on: Basis) -> Section:
    """Competency gaps and JPM by unit, as a heat table."""
    return taken(
        "kompetensi",
        N_("Competencies"),
        gap.run(on.db, on.as_of, unit=on.unit),
        {
            "jpm": Chart("bars", "unit", ("jpm",)),
        },
        [N_("The lighter and redder a cell, the further the mean of the unit lies below what its posts ask.")],
    )


def distribution(on: Basis) -> Section:
    """How predicates spread in each unit, beside the unit's own predicate."""
    return taken(
        "distribusi", N_("Spread of predicates"), evaluations_distribution.run(on.db, on.as_of, on.year, unit=on.unit)
    )


def hours(on: Basis) -> Section:
    """Hours of training against what the law asks."""
    return taken(
        "pelatihan",
        N_("Training hours"),
        training_hours.run(on.db, on.as_of, on.year, unit=on.unit, everything=True),
        {"share": Chart("bars", "unit", ("share",))},
    )


def coverage(on: Basis) -> Section:
    """What each leader gave: evaluations, feedback, awards."""
    return taken("pembinaan", N_("What leaders gave"), evaluations_coverage.run(on.db, on.as_of, on.year, unit=on.unit))


def needs(on: Basis, *, everything: bool = False) -> Section:
    """Who needs what training."""
    answer = training_needs.run(on.db, on.as_of, unit=on.unit, everything=everything)
    return taken(
        "kebutuhan", N_("Training needs"), answer, {"people": Chart("bars", "competency", ("people",), most=20)}
    )


def boxes(on: Basis) -> Section:
    """The nine boxes."""
    return taken("talenta", N_("Talent map"), talent.run(on.db, on.as_of, unit=on.unit))


def index(on: Basis) -> Section:
    """The index of professionalism of the year."""
    return taken(
        "ip-asn",
        N_("Index of professionalism (IP ASN)"),
        ip_asn.run(on.db, on.as_of, on.year, unit=on.unit),
        {"mean": Chart("bars", "unit", ("mean",))},
    )


def coming(on: Basis) -> Section:
    """What the next months bring: posts that are vacant, retirements, contracts that end."""
    vacant = evidence.vacant(on.db, on.as_of, tuple(n for n, kind in on.kinds.items() if kind in STRUCTURAL))
    law = on.law.positions.on(on.as_of).citation.text
    rows = [
        (on.posts[number].name, on.kinds[number], on.units.path(on.posts[number].unit_id) or None, acting or None)
        for number, acting in vacant
        if on.inside is None or on.posts[number].unit_id in on.inside
    ]
    columns = (
        Column("position", N_("Position")),
        Column("kind", N_("Kind"), "term"),
        Column("unit", N_("Unit")),
        Column("acting", N_("Acting"), "term"),
    )
    caption = Words(
        N_("{law}. An acting post (Plt., Plh., Pj.) leaves the post vacant. On {as_of}."),
        {"law": law, "as_of": on.as_of},
    )
    table = Table(N_("Vacant structural posts"), columns, rows, caption, N_("No structural post is vacant."))
    shapes = [
        *retirements.run(on.db, on.as_of, unit=on.unit, everyone=True).pictures(),
        *contracts.run(on.db, on.as_of, unit=on.unit, everyone=True).pictures(),
    ]
    said = Words(N_("{count} structural posts have no definitive holder."), {"count": len(rows)})
    return Section("mendatang", N_("Vacancies and what is coming"), [said], [table, *(_drawn(s, {}) for s in shapes)])


def earned(on: Basis) -> Section:
    """Who earned recognition, and by which rule."""
    answer = recognition.run(on.db, on.as_of, on.year, unit=on.unit)
    return taken("apresiasi", N_("Recognition"), answer, {"share": Chart("bars", "unit", ("share",))})


def environment(on: Basis) -> Section:
    """What people say of their work environment, beside performance and turnover."""
    return taken("lingkungan", N_("Work environment"), survey.run(on.db, on.as_of, on.year, unit=on.unit))
