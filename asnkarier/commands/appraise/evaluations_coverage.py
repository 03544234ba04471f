"""`evaluations coverage`: per leader, what their people got: evaluations, feedback, recommendations, awards, work across units."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Annotated

from asnkarier.commands.appraise.evaluated import Period, Year, begun
from asnkarier.commands.appraise.homes import Homes
from asnkarier.commands.in_force import lawbook
from asnkarier.commands.parameters import UNIT
from asnkarier.core.appraisal.said import PredicateReader
from asnkarier.core.decide.reach import reaches
from asnkarier.core.person import Person
from asnkarier.store.database import Database
from asnkarier.store.queries import staff
from asnkarier.store.queries.appraisal import evaluations
from asnkarier.store.queries.appraisal.leaders import Leaders
from asnkarier.store.queries.file import registers
from asnkarier.store.queries.units import Units
from asnkarier.views.formats import listed
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result
from asnkarier.views.shapes import Column, Shape, Table, Text

_COLUMNS = (
    Column("leader", N_("Leader")),
    Column("unit", N_("Unit")),
    Column("people", N_("People"), "integer"),
    Column("evaluated", N_("Evaluated"), "integer"),
    Column("feedback", N_("Feedback"), "integer"),
    Column("recommended", N_("Recommended"), "integer"),
    Column("awarded", N_("Awards"), "integer"),
    Column("across", N_("Across units"), "integer"),
)


_FLAT = "nip name unit leads_as led_until people evaluated with_feedback with_recommendation with_award across_units"
"""The columns of csv, be there a row or none."""


@dataclass(slots=True)
class Line:
    """One leader and the people led."""

    leader: int | None
    until: str | None = None
    """The last day led, where it lies before the end of the period; `unit` is then the unit led."""
    unit: int | None = None
    how: set[str] = field(default_factory=set)
    people: int = 0
    evaluated: int = 0
    feedback: int = 0
    recommended: int = 0
    awarded: int = 0
    across: int = 0


def run(
    db: Database,
    as_of: date,
    year: Year,
    period: Period = "annual",
    unit: Annotated[str | None, UNIT] = None,
) -> Result:
    """Count, for each leader, what the people on duty in the year got in it."""
    begun(year, as_of)
    units = Units(db)
    homes = Homes(db, units, year, period, as_of)
    inside = homes.inside(unit)
    on_duty = [p for p in homes.on_duty() if inside is None or p.unit_id in inside]
    lines = _lines(db, on_duty, year, period, as_of, units, homes)
    leaders = {person.id: person for person in on_duty}
    others = [line.leader for line in lines if line.leader is not None and line.leader not in leaders]
    leaders.update((p.id, p) for p in homes.placed(staff.one(db, number, homes.day) for number in others))
    known = registers.reach(db)
    # Of the year: a list of other years says nothing of it.
    reach = {kind: day for kind, spans in known.items() if (day := reaches(spans, f"{year}-01-01")) is not None}
    led = [_data(line, leaders, units) for line in lines]
    data = {
        "year": year,
        "period": period,
        "as_of": as_of,
        "counted_on": homes.day,
        "unit_from_later": len(homes.later),
        "people": len(on_duty),
        "evaluated": sum(line.evaluated for line in lines),
        "with_feedback": sum(line.feedback for line in lines),
        "feedback_known_until": reach.get("feedback"),
        "awards_known_until": reach.get("awards"),
        "assignments_known_until": reach.get("assignments"),
        "leaders": led,
    }
    return Result(data, _shapes(lines, leaders, units, year, homes, reach), flat=lambda: listed.table(led, _FLAT))


def _lines(
    db: Database, people: Sequence[Person], year: int, period: str, as_of: date, units: Units, homes: Homes
) -> list[Line]:
    said = PredicateReader(lawbook(db).predicate)
    # Both halves make up a year as well.
    found = {
        **evaluations.of_each(db, year, period, said),
        **evaluations.last_of_each(evaluations.of_year(db, year, period, said)),
    }
    feedback, awards = evaluations.with_feedback(db, year), evaluations.with_award(db, year, as_of.isoformat())
    recommended = evaluations.with_recommendation(db, year, period)
    across = evaluations.across_units(db, year, as_of.isoformat())
    leaders = Leaders(db, as_of, units, lawbook(db).positions.on(as_of).value, homes.day, homes.first)
    lines: dict[tuple[int | None, int | None], Line] = {}
    for person in people:
        row = found.get(person.id)
        leader = leaders.of(person.id, person.unit_id, row.evaluator_nip if row else None)
        number, until, led = (leader.person_id, leader.until, leader.unit_id) if leader else (None, None, None)
        line = lines.setdefault((number, led), Line(number, until, led))
        if leader:
            line.how.add(leader.how)
        line.people += 1
        line.evaluated += row is not None
        line.feedback += person.id in feedback
        line.recommended += row is not None and person.id in recommended
        line.awarded += person.id in awards
        line.across += person.id in across
    return sorted(
        lines.values(),
        key=lambda line: (Fraction(line.feedback, line.people), -line.people, line.leader or 0, line.unit or 0),
    )


def _data(line: Line, leaders: dict[int, Person], units: Units) -> dict[str, object]:
    leader = leaders[line.leader] if line.leader is not None else None
    return {
        "nip": leader.nip if leader else None,
        "name": leader.name if leader else None,
        "unit": units.path(line.unit or leader.unit_id) or None if leader else None,
        "leads_as": sorted(line.how),
        "led_until": line.until,
        "people": line.people,
        "evaluated": line.evaluated,
        "with_feedback": line.feedback,
        "with_recommendation": line.recommended,
        "with_award": line.awarded,
        "across_units": line.across,
    }


def _shapes(
    lines: Sequence[Line], leaders: dict[int, Person], units: Units, year: int, homes: Homes, reach: dict[str, str]
) -> list[Shape]:
    rows = []
    for line in lines:
        leader = leaders[line.leader] if line.leader is not None else None
        name: object = leader.full_name if leader else Words(N_("(no leader known)"))
        if line.how == {"assumed"} and leader:
            name = Words(N_("{name} (assumed to lead: highest post of the unit)"), {"name": leader.full_name})
        if line.until and leader:
            said = {"name": leader.full_name, "day": date.fromisoformat(line.until)}
            name = Words(N_("{name} (led until {day})"), said)
        unit = units.name(line.unit or leader.unit_id) if leader else None
        rows.append(
            (name, unit, line.people, line.evaluated, line.feedback, line.recommended, line.awarded, line.across)
        )
    known = {
        "feedback": date.fromisoformat(reach["feedback"]) if "feedback" in reach else Words(N_("no import yet")),
        "awards": date.fromisoformat(reach["awards"]) if "awards" in reach else Words(N_("no import yet")),
        "assignments": date.fromisoformat(reach["assignments"])
        if "assignments" in reach
        else Words(N_("no import yet")),
        "day": homes.day,
    }
    caption = Words(
        N_(
            "People on duty on {day}, under the evaluator of the year, else the newest evaluator, else the head of the unit; where it"
            " has none, who headed it last in that time, if for longer than nobody did."
            " Register of feedback known until: {feedback}; of awards: {awards}; of assignments: {assignments}."
        ),
        known,
    )
    title = Words(N_("What leaders gave their people in {year}, least feedback first"), {"year": str(year)})
    table = Table(title, _COLUMNS, rows, caption, N_("Nobody is on duty on that day."))
    return [table, *([Text([*later])] if (later := homes.said()) else [])]
