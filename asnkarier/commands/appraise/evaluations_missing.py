"""`evaluations missing`: who on duty has no evaluation of a year."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Annotated

from asnkarier.commands.appraise.evaluated import Period, Year, begun, last_day, not_due
from asnkarier.commands.appraise.homes import Homes
from asnkarier.commands.in_force import lawbook
from asnkarier.commands.parameters import ALL, UNIT
from asnkarier.core.appraisal.away import away_throughout
from asnkarier.core.appraisal.periods import ANNUAL, first_day_of, last_day_of
from asnkarier.core.appraisal.said import PredicateReader
from asnkarier.core.decide.checks.personal import appointed_by_nip, came_after
from asnkarier.core.person import Person
from asnkarier.core.rank.career import over
from asnkarier.store.database import Database
from asnkarier.store.queries import positions, staff
from asnkarier.store.queries.appraisal import evaluations
from asnkarier.store.queries.candidates import Reader
from asnkarier.store.queries.units import Units
from asnkarier.views import terms
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result
from asnkarier.views.shapes import Coded, Column, Shape, Table, Text, titled

FEW = 50
_COLUMNS = (
    Column("nip", N_("NIP"), "nip"),
    Column("name", N_("Name")),
    Column("position", N_("Position")),
    Column("unit", N_("Unit")),
    Column("on_record", N_("On record"), "term"),
    Column("unit_now", N_("Unit now")),
)
_SHOWN = 4
"""So many columns say who and where; the others are shown where they say anything, and always stand in csv and workbooks."""
_AGENCIES = (
    Column("agency", N_("Agency")),
    Column("on_duty", N_("On duty"), "integer"),
    Column("missing", N_("Without one"), "integer"),
)


def run(
    db: Database,
    as_of: date,
    year: Year,
    period: Period = "annual",
    unit: Annotated[str | None, UNIT] = None,
    everything: Annotated[bool, ALL] = False,
) -> Result:
    """List who is on duty on the day and has no evaluation of the period; who was appointed later, or was away, is not expected to.

    Each is shown in the unit and the post of the period. A unit asked for holds who was in it then, and who is in it today.
    """
    law = lawbook(db)
    begun(year, as_of)
    law.predicate.on(last_day(year))  # before the first regulation nobody was to be evaluated by it
    units = Units(db)
    homes = Homes(db, units, year, period, as_of)
    inside = homes.inside(unit)
    today = staff.everyone(db, as_of, staff.ON_DUTY)
    now = {p.id: p.unit_id for p in today}
    on_duty = [p for p in homes.placed(today) if inside is None or p.unit_id in inside or now[p.id] in inside]
    due = over(year, period, None, as_of)
    have = evaluations.of_each(db, year, period, PredicateReader(law.predicate))
    parts = evaluations.in_parts(db, year, have) if period == ANNUAL else {}
    first, last = first_day_of(year, period), last_day_of(year, period)
    later = [p for p in on_duty if came_after(p, last)]
    new = {p.id for p in later}
    gone = away_throughout(law.predicate, first, last, Reader(db, as_of).absences)
    away = [p for p in on_duty if p.id in gone and p.id not in new and p.id not in have and p.id not in parts]
    new.update(p.id for p in away)
    expected = [p for p in on_duty if p.id not in new]
    missing = [p for p in expected if p.id not in have]
    unsure = [p for p in expected if p.id in have and have[p.id].predicate is None]
    posts = {post.id: post.name for post in positions.every(db)}

    def told(people: list[Person], on_record: Callable[[Person], str | None]) -> list[tuple[object, ...]]:
        people.sort(key=lambda p: (units.path(p.unit_id), p.name, p.id))
        return [
            (
                p.nip,
                titled(p),
                posts.get(homes.post(p.id) or 0),
                units.path(p.unit_id) or None,
                on_record(p),
                units.path(now[p.id]) or None,
            )
            for p in people
        ]

    lines = told(missing, lambda p: "in_parts" if p.id in parts else None)
    open_ = told(unsure, lambda p: "predicate_open")
    absent = told(away, lambda p: None)
    numbers = {
        "on_duty": len(on_duty),
        "evaluated": len(expected) - len(missing),
        "missing": len(missing),
        "later": len(later),
        "away": len(away),
        "year": str(year),
        "day": as_of,
        "last": last,
    }
    by_nip = sum(map(appointed_by_nip, later))
    data = {
        "year": year,
        "period": period,
        "as_of": as_of,
        "on_duty": len(on_duty),
        "not_expected": len(later),
        "not_expected_by_nip": by_nip,
        "away": [_data(line) for line in absent],
        "due": due,
        "counted_on": homes.day,
        "unit_from_later": homes.placed_later(new.__contains__),
        "evaluated": len(expected) - len(missing),
        "missing": [_data(line) for line in lines],
        "open": [_data(line) for line in open_],
    }
    said = [
        Words(
            N_("Of {on_duty} on duty on {day}, {evaluated} have an evaluation of {year}; {missing} have none."), numbers
        )
    ]
    if in_parts := sum(p.id in parts for p in missing):
        text = N_("Of these, {count} were evaluated in parts of {year} alone: there is no annual evaluation yet.")
        said.append(Words(text, {"count": in_parts, "year": str(year)}))
    if not due:
        said.append(not_due(year, as_of))
    if later:
        text = N_("{later} were appointed after {year} and are not expected to have one.")
        if period != ANNUAL:
            text = N_("{later} were appointed after {last} and are not expected to have one.")
        said.append(Words(text, numbers))
    if by_nip:
        said.append(terms.by_nip(by_nip))
    if away:
        text = N_("{away} were on CLTN or suspended all that time: nobody was to evaluate them.")
        said.append(Words(text, numbers))
    said += homes.said(new.__contains__)
    shapes: list[Shape] = [Text(said)]
    sheets: list[Shape] = [Table(Words(N_("Without an evaluation of {year}"), {"year": str(year)}), _COLUMNS, lines)]
    if missing:
        total, without = Counter[str](), Counter[str]()
        for person in expected:
            total[_agency(units, person.unit_id)] += 1
        for person in missing:
            without[_agency(units, person.unit_id)] += 1
        rows = [(agency or None, total[agency], number) for agency, number in without.most_common()]
        agencies = Table(N_("By agency"), _AGENCIES, rows)
        shapes.append(agencies)
        sheets.append(agencies)
        shown = lines if everything else lines[:FEW]
        caption = Words(
            N_("{shown} of {total} shown; --all shows every one."), {"shown": len(shown), "total": len(lines)}
        )
        title = Words(N_("Without an evaluation of {year}"), {"year": str(year)})
        columns = _COLUMNS[: _SHOWN + 1 if in_parts else _SHOWN]
        told_of = [line[: len(columns)] for line in shown]
        shapes.append(Table(title, columns, told_of, caption if len(shown) < len(lines) else ""))
    if open_:
        title = Words(N_("Evaluated for {year}, the predicate open"), {"year": str(year)})
        shown = open_ if everything else open_[:FEW]
        caption = Words(
            N_("Complete its ratings, or record the evaluation of all of the period. {shown} of {total} shown."),
            {"shown": len(shown), "total": len(open_)},
        )
        shapes.append(Table(title, _COLUMNS[:_SHOWN], [line[:_SHOWN] for line in shown], caption))
        # They are evaluated: a sheet of their own, and none of those whom csv lists.
        sheets.append(Table(title, _COLUMNS[:_SHOWN], [line[:_SHOWN] for line in open_]))
    if absent:
        title = Words(N_("On CLTN or suspended all of {year}: nobody was to evaluate them"), {"year": str(year)})
        sheets.append(Table(title, _COLUMNS[:_SHOWN], [line[:_SHOWN] for line in absent]))
    record = N_("Record one: asnkarier evaluate {nip} --year {year} --result meets --behaviour meets")
    hints = [Words(record, {"nip": one.nip, "year": str(year)}) for one in missing[:1] if due]
    return Result(data, shapes, sheets=lambda: sheets, hints=hints)


def _data(line: tuple[object, ...]) -> dict[str, object]:
    nip, name, post, path, on_record, now = line
    return {
        "nip": nip,
        "name": name.code if isinstance(name, Coded) else name,
        "position": post,
        "unit": path,
        "on_record": on_record,
        "unit_now": now,
    }


def _agency(units: Units, unit_id: int | None) -> str:
    return units.name(units.agency(unit_id)) or ""
