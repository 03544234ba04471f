"""Chapters made of what other commands answer: the same numbers as on the terminal, with pictures."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import takewhile

from asnkarier.commands.appraise import evaluations_coverage, evaluations_distribution, gap, ip_asn
from asnkarier.commands.decide import talent
from asnkarier.commands.decide.forecast import contracts, retirements
from asnkarier.commands.decide.forecast.coming import DEFAULT, Coming
from asnkarier.commands.decide.forecast.holding import Holding
from asnkarier.commands.decide.forecast.retirements import Retiring
from asnkarier.commands.decide.forecast.vacancies import falling_empty
from asnkarier.commands.grow import recognition, survey, training_hours, training_needs
from asnkarier.commands.report.basis import Basis
from asnkarier.core.regulation import NotRegulated
from asnkarier.store.queries import staff
from asnkarier.views.decide.talent import UNDETERMINED, pictures
from asnkarier.views.decide.vacancies import NOT_KNOWN
from asnkarier.views.language import N_, Words
from asnkarier.views.report.model import Chart, Content, Figure, Section
from asnkarier.views.shapes import Column, Said, Shape, Table, Text
from asnkarier.views.shapes import Section as ShapeSection

STRUCTURAL = ("jpt_utama", "jpt_madya", "jpt_pratama", "administrator", "pengawas")
"""Kinds of post that lead."""
OWN_MEASURE = N_("By a measure of the program's own, which the heading names; no law prescribes this list.")


def taken(
    key: str,
    title: Said,
    shapes: Sequence[Shape],
    charts: Mapping[str, Chart] | None = None,
    sentences: Sequence[Said] = (),
    *,
    law: Said = "",
) -> Section:
    """Make a chapter of an answer; `charts` says by the first column and another key which tables are drawn.

    `law` stands under every table that names none itself: a table that leaves the office says by what right it counts.
    """
    return Section(key, title, sentences, [_drawn(_cited(shape, law), charts or {}) for shape in shapes])


def _cited(shape: Shape, law: Said) -> Shape:
    if not law or isinstance(shape, Text | ShapeSection) or shape.caption:
        return shape
    return replace(shape, caption=law)


def _drawn(shape: Shape, charts: Mapping[str, Chart]) -> Content:
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
        gap.run(on.db, on.as_of, unit=on.unit).pictures(),
        {
            "jpm": Chart("bars", "unit", ("jpm",)),
        },
        [N_("The lighter and redder a cell, the further the mean of the unit lies below what its posts ask.")],
        law=on.law.competency.on(on.as_of).citation.text,
    )


def distribution(on: Basis) -> Section:
    """How predicates spread in each unit, beside the unit's own predicate."""
    try:
        answer = evaluations_distribution.run(on.db, on.as_of, on.year, unit=on.unit)
    except NotRegulated as error:
        # A guidance that came later leaves the other chapters of the year as they are.
        said = Words(N_("There was no guidance on the spread yet in {year!y}."), {"year": on.year})
        later = Words(N_("The first holds from {first} on."), {"first": error.first})
        return Section("distribusi", N_("Spread of predicates"), [said, *([later] if error.first else [])], [])
    law = on.law.distribution.on(on.as_of).citation.text
    said = Words(
        N_(
            "Counted is everyone who was evaluated in {year!y}, also who has left since; the chapter on performance counts the"
            " staff of {as_of} alone."
        ),
        {"year": on.year, "as_of": on.as_of},
    )
    return taken("distribusi", N_("Spread of predicates"), answer.pictures(), sentences=[said], law=law)


def hours(on: Basis) -> Section:
    """Hours of training against what the law asks."""
    return taken(
        "pelatihan",
        N_("Training hours"),
        training_hours.run(on.db, on.as_of, on.year, unit=on.unit, everything=True).pictures(),
        {"share": Chart("bars", "leader", ("share",))},
        law=on.law.training.on(on.as_of).citation.text,
    )


def coverage(on: Basis) -> Section:
    """What each leader gave: evaluations, feedback, awards."""
    answer = evaluations_coverage.run(on.db, on.as_of, on.year, unit=on.unit)
    return taken(
        "pembinaan", N_("What leaders gave"), answer.pictures(), law=on.law.predicate.on(on.as_of).citation.text
    )


def needs(on: Basis, *, everything: bool = False) -> Section:
    """Who needs what training."""
    answer = training_needs.run(on.db, on.as_of, unit=on.unit, everything=everything)
    return taken(
        "kebutuhan",
        N_("Training needs"),
        answer.pictures(),
        {"people": Chart("bars", "competency", ("people",), most=20)},
        law=on.law.training.on(on.as_of).citation.text,
    )


def boxes(on: Basis) -> Section:
    """The nine boxes, without the list of who has none: that is work for the office, and the numbers say how many."""
    people = talent.chosen(on.ground, on.units, on.unit, None)
    shapes = pictures(talent.mapped(on.ground, on.units, people, on.records, None), everyone=False)
    kept = takewhile(lambda shape: not (isinstance(shape, Table) and shape.title == UNDETERMINED), shapes)
    said = Words(
        N_("The boxes are those of {as_of}: they rest on the predicates of years that were over before that day."),
        {"as_of": on.as_of},
    )
    return taken("talenta", N_("Talent map"), [*kept], sentences=[said])


def index(on: Basis) -> Section:
    """The index of professionalism of the year."""
    return taken(
        "ip-asn",
        N_("Index of professionalism (IP ASN)"),
        ip_asn.run(on.db, on.as_of, on.year, unit=on.unit).pictures(),
        {"mean": Chart("bars", "unit", ("mean",))},
    )


def coming(on: Basis) -> Section:
    """What the next months bring: posts that are or fall empty, retirements, contracts that end.

    Who is ready for the posts is told by the chapter on succession.
    """
    ahead = Coming(on.db, on.law, on.as_of, DEFAULT, None, staff.everyone)
    holding = Holding(ahead, Retiring(ahead))
    empty = falling_empty(ahead, holding, on.inside)
    not_known = sum(not holding.known(post) for post, _ in empty)
    rows = [
        (
            post.name,
            on.kinds[post.id],
            on.units.path(post.unit_id) or None,
            seats.first or Words(N_("empty now")),
            ", ".join([one.holder.full_name for one in seats.falling if one.holder is not None]),
            (holding.seated.acted.get(post.id) if not holding.holders(post.id) else None) or "",
        )
        for post, seats in empty
        if holding.known(post)
    ]
    columns = (
        Column("position", N_("Position")),
        Column("kind", N_("Kind"), "term"),
        Column("unit", N_("Unit")),
        Column("empty_on", N_("Empty from"), "date"),
        Column("holder", N_("Holder who retires")),
        Column("acting", N_("Acting"), "term"),
    )
    law = {"law": on.law.positions.on(on.as_of).citation.text, "as_of": on.as_of, "until": ahead.until}
    caption = Words(N_("{law}. From {as_of} to {until}. An acting post (Plt., Plh., Pj.) leaves the post vacant."), law)
    none = N_("No structural post is vacant or falls vacant.")
    table = Table(N_("Structural posts that are or fall vacant"), columns, rows, caption, none)
    now = sum(row[3] is not None and not isinstance(row[3], date) for row in rows)
    said = [
        Words(N_("{count} structural {count:post has|posts have} no definitive holder."), {"count": now}),
        Words(N_("No further one falls vacant until {until}."), {"until": ahead.until})
        if len(rows) == now
        else Words(
            N_("{count} more {count:falls|fall} vacant until {until}."),
            {"count": len(rows) - now, "until": ahead.until},
        ),
    ]
    if not rows:
        said = []  # the table says that there is none
    if not_known:
        said.append(Words(NOT_KNOWN, {"posts": not_known, "as_of": on.as_of}))
    retiring = on.law.retirement.on(on.as_of).citation.text
    ending = on.law.staff.on(on.as_of).citation.text
    leaving = retirements.run(on.db, on.as_of, unit=on.unit, everyone=True).pictures()
    ends = contracts.run(on.db, on.as_of, unit=on.unit, everyone=True).pictures()
    contents = [table, *(_cited(shape, retiring) for shape in leaving), *(_cited(shape, ending) for shape in ends)]
    return Section("mendatang", N_("Vacancies and what is coming"), said, contents)


def earned(on: Basis) -> Section:
    """Who earned recognition, and by which rule."""
    answer = recognition.run(on.db, on.as_of, on.year, unit=on.unit, everything=True)
    charts = {"share": Chart("bars", "unit", ("share",))}
    return taken("apresiasi", N_("Recognition"), answer.pictures(), charts, law=OWN_MEASURE)


def environment(on: Basis) -> Section:
    """What people say of their work environment, beside performance and turnover."""
    answer = survey.run(on.db, on.as_of, on.year, unit=on.unit)
    none = N_("No survey of this year is on record.")
    shapes = [replace(shape, empty=none) if isinstance(shape, Table) else shape for shape in answer.pictures()]
    return taken("lingkungan", N_("Work environment"), shapes, law=OWN_MEASURE)
