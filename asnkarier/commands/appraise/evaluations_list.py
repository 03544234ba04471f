"""`evaluations list`: the evaluations of a year, person by person."""

from collections import Counter
from datetime import date
from typing import Annotated, Any

from asnkarier.commands.appraise.evaluated import Period
from asnkarier.commands.appraise.homes import Homes
from asnkarier.commands.in_force import lawbook
from asnkarier.commands.parameters import ALL, UNIT, option
from asnkarier.core.appraisal.said import PredicateReader
from asnkarier.core.numbers import unscaled
from asnkarier.core.rules.appraisal import PREDICATES, ScaleRule
from asnkarier.store.database import Database
from asnkarier.store.queries import staff
from asnkarier.store.queries.appraisal import evaluations
from asnkarier.store.queries.units import Units
from asnkarier.views.formats import listed
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result
from asnkarier.views.shapes import Bar, Bars, Coded, Column, Shape, Table, Text
from asnkarier.views.terms import term
from asnkarier.views.values import written

FEW = 50
_COLUMNS = (
    Column("nip", N_("NIP"), "nip"),
    Column("name", N_("Name")),
    Column("unit", N_("Unit")),
    Column("work_result", N_("Result")),
    Column("behaviour", N_("Behaviour")),
    Column("predicate", N_("Predicate"), "term"),
)

_SCORED = (
    *_COLUMNS[:3],
    Column("score", N_("Score"), "number"),
    Column("predicate", N_("Predicate")),
)
"""Of the years of a scale: a score, and no ratings."""

_RATINGS = {"above": Words(N_("above")), "meets": Words(N_("meets")), "below": Words(N_("below"))}
"""Short, so that six columns fit into eighty characters."""


_FLAT = (
    "nip name unit work_result behaviour predicate predicate_of_year score year period started_on ended_on feedback"
    " recommendation evaluator_nip"
)
"""The columns of csv, be there a row or none."""


def run(
    db: Database,
    as_of: date,
    year: Annotated[
        int | None,
        option("--year", "--tahun", help=N_("The year (default: the newest there is)."), metavar=N_("YEAR")),
    ] = None,
    period: Period = "annual",
    unit: Annotated[str | None, UNIT] = None,
    everything: Annotated[bool, ALL] = False,
) -> Result:
    """List the evaluations, worst first, each in the unit of then; a unit asked for holds who was evaluated in it."""
    known = evaluations.years(db)
    if year is None and not known:
        nothing = N_("There are no evaluations yet. `asnkarier evaluate NIP --year YEAR` records one.")
        return Result(
            {"year": None, "period": period, "as_of": as_of, "evaluations": []},
            [Text([nothing])],
            flat=lambda: listed.table((), _FLAT),
        )
    asked = year if year is not None else known[0]
    units = Units(db)
    homes = Homes(db, units, asked, period, as_of)
    inside = homes.inside(unit)
    names = staff.names(db)
    nips = staff.nips_in_use(db)
    found = []
    for row in evaluations.of_year(db, asked, period, PredicateReader(lawbook(db).predicate)):
        home = homes.unit(row)
        if inside is None or home in inside:
            found.append((row, units.name(home)))
    here = {row.person_id for row, _ in found}
    order: dict[str, int] = {predicate: place for place, predicate in enumerate(reversed(PREDICATES))}
    found.sort(key=lambda pair: (order.get(pair[0].predicate or "", 9), names[pair[0].person_id], pair[0].started_on))
    rule = lawbook(db).predicate.on(date(asked, 12, 31)).value
    scale = rule if isinstance(rule, ScaleRule) else None
    data: dict[str, Any] = {
        "year": asked,
        "period": period,
        "as_of": as_of,
        "unit_from_later": homes.placed_later(lambda person: person not in here),
        "evaluations": [
            {
                "nip": nips[row.person_id],
                "name": names[row.person_id],
                "unit": row.unit or home,
                "year": row.year,
                "period": row.period,
                "started_on": row.started_on or None,
                "ended_on": row.ended_on,
                "work_result": row.work_result,
                "behaviour": row.behaviour,
                "predicate": row.predicate,
                "predicate_of_year": _of_year(row.predicate, scale)[0] if scale else row.predicate,
                "score": None if row.score is None else unscaled(row.score),
                "feedback": row.feedback,
                "recommendation": row.recommendation,
                "evaluator_nip": row.evaluator_nip,
            }
            for row, home in found
        ],
    }
    rows = [
        (
            nips[r.person_id],
            names[r.person_id],
            r.unit or home,
            *(
                (None if r.score is None else unscaled(r.score),)
                if scale
                else (_RATINGS.get(r.work_result or ""), _RATINGS.get(r.behaviour or ""))
            ),
            _said(r.predicate, scale),
        )
        for r, home in found
    ]
    shown = rows if everything else rows[:FEW]
    columns = _SCORED if scale else _COLUMNS
    counts = Counter(row.predicate for row, _ in found)
    law = lawbook(db).predicate.on(date(asked, 12, 31)).citation.text
    numbers = {"shown": len(shown), "total": len(found), "law": law}
    caption = Words(N_("{shown} of {total} shown; --all shows every one. {law}"), numbers)
    title = Words(N_("Evaluations of {year}"), {"year": str(asked)})
    empty = N_("There is none of this period. `asnkarier evaluations missing YEAR` says whose is missing.")
    shapes: list[Shape] = [Table(title, columns, shown, caption if len(shown) < len(found) else law, empty)]
    sheets: list[Shape] = [Table(title, columns, rows, law, empty)]
    if found:
        bars = [Bar(written(_said(p, scale), "term"), counts[p]) for p in PREDICATES]
        drawn = Bars(N_("People by predicate"), bars, max(counts.values()), "integer")
        shapes.append(drawn)
        sheets.append(drawn)
    if later := homes.said(lambda person: person not in here):
        shapes.append(Text([*later]))
    return Result(data, shapes, sheets=lambda: sheets, flat=lambda: listed.table(data["evaluations"], _FLAT))


def _of_year(predicate: str | None, scale: ScaleRule) -> tuple[str | None, str | None]:
    """Return the key and the name that the year's own scale has for a predicate of today."""
    for key, today in scale.equals.items():
        if today == predicate:
            return key, scale.names[key]
    return predicate, None


def _said(predicate: str | None, scale: ScaleRule | None) -> Coded | str | None:
    """Return a predicate as its year's scale names it, with today's name where that is another one."""
    if predicate is None or scale is None:
        return predicate
    name = _of_year(predicate, scale)[1]
    if name is None or name == term(predicate):
        return Coded(predicate, term(predicate))
    return Coded(predicate, Words(N_("{older} (today {predicate})"), {"older": name, "predicate": term(predicate)}))
