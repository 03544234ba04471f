"""Predicates of performance over the years, and how they spread over the units."""

from collections import Counter
from fractions import Fraction
from typing import NamedTuple

from asnkarier.commands.appraise.homes import Homes
from asnkarier.commands.report.basis import Basis
from asnkarier.core.appraisal.periods import ANNUAL
from asnkarier.store.queries.appraisal import evaluations
from asnkarier.store.queries.appraisal.evaluations import Evaluated
from asnkarier.views.language import N_, Words
from asnkarier.views.report.model import Chart, Figure, Section
from asnkarier.views.shapes import Column, Kind, Table

PREDICATES = ("sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang")
RATINGS = ("above", "meets", "below")
YEARS = 3


def section(on: Basis) -> Section:
    """Count predicates by year, by unit in the year, and the two ratings apart."""
    rule = on.law.predicate.on(on.last_day)
    first = on.year - YEARS + 1
    there = {each: counted(on, each) for each in range(first, on.year + 1)}
    found = [one.evaluated for each in there.values() for one in each.people if one.evaluated]
    law = Words(
        N_("{law}. Annual evaluations of those who are staff on {as_of}, in the units of the year."),
        {"law": rule.citation.text, "as_of": on.as_of},
    )
    years = Counter((one.year, one.predicate) for one in found)
    measured = Counter(one.year for one in found)
    by_year = [
        (each, *(years[each, predicate] for predicate in PREDICATES), years[each, None] or None, measured[each])
        for each in range(first, on.year + 1)
    ]
    present = [one for one in found if one.year == on.year]
    people = there[on.year].people
    homes = Counter((_name(on, one.unit_id), one.evaluated.predicate) for one in people if one.evaluated)
    staff = Counter(_name(on, one.unit_id) for one in people)
    by_unit = []
    for home in sorted(staff):
        cells = [homes[home, predicate] for predicate in PREDICATES]
        rated = sum(count for (unit, _predicate), count in homes.items() if unit == home)
        by_unit.append((home or Words(N_("not known")), *cells, rated, staff[home] - rated))
    evaluated = len({one.person_id for one in present})
    given = evaluations.with_text(on.db, on.year)
    feedback = sum(one.person_id in given for one in present)
    good = sum(one.predicate in PREDICATES[:2] for one in present)
    kind: Kind = "integer"
    columns = tuple(Column(predicate, label, kind) for predicate, label in zip(PREDICATES, _LABELS, strict=True))
    return Section(
        "kinerja",
        N_("Performance"),
        [
            Words(
                N_(
                    "In {year!y}, {evaluated} of {staff} employees have an annual evaluation; {good} are at least Baik."
                ),
                {"year": on.year, "evaluated": evaluated, "staff": len(people), "good": good},
            ),
            Words(
                N_(
                    "{feedback} of them were given written feedback; {missing} {missing:employee has|employees have} no evaluation on record."
                ),
                {"feedback": feedback, "missing": len(people) - evaluated},
            ),
            *there[on.year].said,
        ],
        [
            Figure(
                Table(
                    N_("Predicates by year"),
                    (
                        Column("year", N_("Year"), "year"),
                        *columns,
                        Column("unknown", N_("Without predicate"), "integer"),
                        Column("evaluated", N_("Evaluated"), "integer"),
                    ),
                    by_year,
                    law,
                ),
                Chart("share", "year", PREDICATES, "good_to_bad"),
            ),
            Figure(
                Table(
                    Words(N_("Predicates of {year!y} by unit"), {"year": on.year}),
                    (
                        Column("unit", N_("Unit")),
                        *columns,
                        Column("evaluated", N_("Evaluated"), "integer"),
                        Column("missing", N_("Without evaluation"), "integer"),
                    ),
                    by_unit,
                    law,
                ),
                Chart("share", "unit", PREDICATES, "good_to_bad"),
            ),
            _ratings(on, present, law),
        ],
    )


class Counted(NamedTuple):
    """One of the staff, in the unit of a year, with the annual evaluation of that year."""

    person_id: int
    unit_id: int | None
    evaluated: Evaluated | None


class Year(NamedTuple):
    """Who is counted for a year, and what is to be said of where."""

    people: list[Counted]
    said: list[Words]


def counted(on: Basis, year: int) -> Year:
    """Return the staff of the day in their units of a year; of a unit asked for those who were in it then."""
    homes = Homes(on.db, on.units, year, ANNUAL, on.as_of)
    inside = homes.inside(on.unit)
    last = evaluations.of_each(on.db, year, ANNUAL, on.said)
    found = []
    for person in on.everyone:
        one = last.get(person.id)
        unit = homes.unit(one) if one else homes.of(person.id)
        if inside is None or unit in inside:
            found.append(Counted(person.id, unit, one))
    here = {one.person_id for one in found}
    return Year(found, homes.said(lambda person: person not in here))


def _name(on: Basis, unit: int | None) -> str:
    """Return the name that a unit is counted under; one that was joined to the unit asked for since bears its own."""
    return on.homes.get(unit) or on.units.name(unit) or ""


def annual(on: Basis, year: int) -> list[Evaluated]:
    """Return the annual evaluations of the staff of the day, one a person."""
    last = evaluations.of_each(on.db, year, "annual", on.said)
    return [one for person, one in last.items() if person in on.by_id]


_LABELS = ("Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang")


def _ratings(on: Basis, present: list[Evaluated], law: Words) -> Figure:
    """Keep work result and behaviour apart: the first is what was done, the second how."""
    results = Counter(one.work_result for one in present)
    behaviours = Counter(one.behaviour for one in present)
    rows = [
        (label, *(counts[rating] for rating in RATINGS), _share(counts["above"], sum(counts[r] for r in RATINGS)))
        for label, counts in ((Words(N_("Work result")), results), (Words(N_("Work behaviour")), behaviours))
    ]
    columns = (
        Column("part", N_("Rating of")),
        Column("above", N_("above expectation"), "integer"),
        Column("meets", N_("meets expectation"), "integer"),
        Column("below", N_("below expectation"), "integer"),
        Column("share", N_("Share above"), "percent"),
    )
    title = Words(N_("Work result and behaviour {year!y}"), {"year": on.year})
    return Figure(Table(title, columns, rows, law), Chart("share", "part", RATINGS, "good_to_bad"))


def _share(count: int, total: int) -> Fraction | None:
    return Fraction(100 * count, total) if total else None
