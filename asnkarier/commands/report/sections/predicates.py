"""Predicates of performance over the years, and how they spread over the units."""

from collections import Counter
from fractions import Fraction

from asnkarier.commands.report.basis import Basis
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
    found = [one for each in range(first, on.year + 1) for one in annual(on, each)]
    law = Words(
        N_("{law}. Annual evaluations of those who are staff on {as_of}."),
        {"law": rule.citation.text, "as_of": on.as_of},
    )
    years = Counter((one.year, one.predicate) for one in found)
    measured = Counter(one.year for one in found)
    by_year = [
        (each, *(years[each, predicate] for predicate in PREDICATES), years[each, None] or None, measured[each])
        for each in range(first, on.year + 1)
    ]
    present = [one for one in found if one.year == on.year]
    homes = Counter((on.homes.get(on.by_id[one.person_id].unit_id, ""), one.predicate) for one in present)
    staff = Counter(on.homes.get(person.unit_id, "") for person in on.people)
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
                {"year": on.year, "evaluated": evaluated, "staff": len(on.people), "good": good},
            ),
            Words(
                N_(
                    "{feedback} of them were given written feedback; {missing} {missing:employee has|employees have} no evaluation on record."
                ),
                {"feedback": feedback, "missing": len(on.people) - evaluated},
            ),
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
