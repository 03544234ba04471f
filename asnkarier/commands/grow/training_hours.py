"""`training hours`: JP of a year, per person and unit; who has too few, who learns most, and the 70-20-10 mix."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from typing import Annotated, Literal, NamedTuple

from asnkarier.commands.in_force import lawbook
from asnkarier.commands.parameters import ALL, UNIT, argument
from asnkarier.core.decide import reach as registers
from asnkarier.core.errors import Usage
from asnkarier.core.growth.hours import Hours, hours_of, reaches, summed
from asnkarier.core.numbers import unscaled
from asnkarier.core.person import Person
from asnkarier.core.regulation import Version
from asnkarier.core.rules.development import TrainingRule
from asnkarier.store.database import Database
from asnkarier.store.queries import staff
from asnkarier.store.queries.file.registers import reach
from asnkarier.store.queries.growth import trainings
from asnkarier.store.queries.units import Units
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result
from asnkarier.views.shapes import Bar, Bars, Column, Field, Record, Shape, Table, titled

FEW = 20
"""People shown without --all."""
NOTHING = Hours(0, 0, 0, (0, 0, 0))

_PEOPLE = (
    Column("nip", N_("NIP"), "nip"),
    Column("name", N_("Name")),
    Column("unit", N_("Unit")),
    Column("jp", "JP", "number"),
    Column("trainings", N_("Trainings"), "integer"),
    Column("unknown", N_("Without JP"), "integer"),
)
_UNITS = (
    Column("unit", N_("Unit")),
    Column("staff", N_("Staff"), "integer"),
    Column("pns", "PNS", "integer"),
    Column("enough", N_("PNS with enough"), "integer"),
    Column("share", N_("Share"), "percent"),
    Column("mean", N_("JP per person"), "score"),
    Column("unknown", N_("Hours not known"), "integer"),
)


class UnitLine(NamedTuple):
    """One unit: how many staff, how many of them PNS, how many of these with enough hours, and the mean.

    The mean is of those whose hours are all on record; `unknown` counts the others, None where there are none.
    """

    unit: str
    staff: int
    pns: int
    enough: int | None
    share: Fraction | None
    mean: Fraction | None
    unknown: int | None


class Line(NamedTuple):
    """One person with the hours of the year."""

    person: Person
    hours: Hours
    enough: Literal["met", "not_met", "unknown", ""]
    """'' for those of whom the law asks no least number."""
    told: bool = True
    """Whether anything is known: no training on record is none only as far as the register reaches."""

    @property
    def known(self) -> int | None:
        """Return the JP known, at least; None where nothing is."""
        return self.hours.known if self.told else None


def run(
    db: Database,
    as_of: date,
    year: Annotated[int, argument(N_("YEAR"), help=N_("The year."))],
    unit: Annotated[str | None, UNIT] = None,
    everything: Annotated[bool, ALL] = False,
) -> Result:
    """Convert every training of the year into JP and add them up."""
    if year > as_of.year:
        raise Usage("year_not_begun", {"year": str(year)})
    day = min(as_of, date(year, 12, 31))
    rule = lawbook(db).training.on(day)
    units = Units(db)
    people = staff.everyone(db, as_of)
    within = units.find(unit).id if unit is not None else None
    if within is not None:
        inside = units.below(within)
        people = [person for person in people if person.unit_id in inside]
    covered = registers.reaches(reach(db).get("trainings", ()), f"{year}-01-01")
    complete = covered is not None and covered >= day.isoformat()
    lines = _lines(db, people, rule.value, year, day, complete)
    return Result(
        lambda: _data(lines, units, rule, year, as_of, covered),
        lambda: _shapes(lines, units, rule, year, as_of, covered, complete, within, everything),
        sheets=lambda: [
            Table(N_("Training hours"), _PEOPLE, [_cells(line, units) for line in lines]),
            *_shapes(lines, units, rule, year, as_of, covered, complete, within, everything=True),
        ],
    )


def _lines(
    db: Database, people: Sequence[Person], rule: TrainingRule, year: int, until: date, complete: bool
) -> list[Line]:
    taken = {
        person: summed(hours_of(list(attended), rule, year))
        for person, attended in groupby(trainings.of_year(db, year, until.isoformat()), key=lambda t: t.person_id)
    }
    lines = []
    for person in people:
        hours = taken.get(person.id, NOTHING)
        enough: Literal["met", "not_met", "unknown", ""] = ""
        if person.employee_kind == "PNS":
            enough = reaches(hours, rule.pns_at_least)
            if enough == "not_met" and not complete:
                enough = "unknown"
        lines.append(Line(person, hours, enough, complete or person.id in taken))
    return lines


def _data(
    lines: Sequence[Line], units: Units, rule: Version[TrainingRule], year: int, day: date, covered: str | None
) -> dict[str, object]:
    return {
        "year": year,
        "as_of": day,
        "required": unscaled(rule.value.pns_at_least),
        "pppk_at_most": unscaled(rule.value.pppk_at_most),
        "law": rule.citation.text,
        "covered_until": covered,
        "people": [
            {
                "nip": line.person.nip,
                "name": line.person.name,
                "unit": units.path(line.person.unit_id) or None,
                "employee_kind": line.person.employee_kind,
                "jp": None if line.known is None else unscaled(line.known),
                "trainings": line.hours.trainings,
                "unknown": line.hours.unknown,
                "enough": line.enough or None,
            }
            for line in lines
        ],
        "units": [
            {
                "unit": row.unit,
                "staff": row.staff,
                "pns": row.pns,
                "enough": row.enough,
                "mean": row.mean,
                "unknown": row.unknown or 0,
            }
            for row in _by_unit(lines, units, None)
        ],
        "mix": dict(zip(("experience", "social", "formal"), _mix(lines), strict=True)),
    }


def _shapes(
    lines: Sequence[Line],
    units: Units,
    rule: Version[TrainingRule],
    year: int,
    day: date,
    covered: str | None,
    complete: bool,
    within: int | None,
    everything: bool,
) -> list[Shape]:
    asked = [line for line in lines if line.enough]
    count = {outcome: sum(line.enough == outcome for line in asked) for outcome in ("met", "not_met", "unknown")}
    over = [
        line
        for line in lines
        if (line.person.employee_kind or "").startswith("PPPK") and line.hours.jp > rule.value.pppk_at_most
    ]
    caption = Words(N_("{law}. Staff on {as_of}."), {"law": rule.citation.text, "as_of": day})
    least = _jp(rule.value.pns_at_least)
    head = Record(
        Words(N_("Training hours {year}"), {"year": str(year)}),
        [
            Field("staff", N_("Staff"), len(lines), "integer"),
            Field("met", Words(N_("PNS with {jp} JP or more"), {"jp": least}), count["met"], "integer"),
            Field("not_met", Words(N_("PNS under {jp} JP"), {"jp": least}), count["not_met"], "integer"),
            Field("unknown", N_("PNS of whom it cannot be told"), count["unknown"], "integer"),
            Field("over", Words(N_("PPPK over {jp} JP"), {"jp": _jp(rule.value.pppk_at_most)}), len(over), "integer"),
            Field(
                "covered_until",
                N_("Trainings are complete until"),
                None if covered is None else date.fromisoformat(covered),
                "date",
            ),
        ],
        caption,
    )
    rows = _by_unit(lines, units, within)
    wide = len(_UNITS) if any(row.unknown for row in rows) else len(_UNITS) - 1
    shapes: list[Shape] = [head, Table(N_("By unit"), _UNITS[:wide], [row[:wide] for row in rows])]
    active = sorted((line for line in lines if line.hours.jp), key=lambda line: (-line.hours.jp, line.person.name))
    shapes.append(
        Table(
            N_("Most active learners"),
            _PEOPLE,
            [_cells(line, units) for line in (active if everything else active[:FEW])],
            _shown(len(active), everything),
            N_("No training of this year is on record."),
        )
    )
    few = [line for line in asked if line.enough == "not_met" or (line.enough == "unknown" and not complete)]
    few.sort(key=lambda line: (units.path(line.person.unit_id), line.person.name))
    title = N_("Under the hours required") if complete else N_("Under the hours required, as far as is known")
    shapes.append(
        Table(
            title,
            _PEOPLE,
            [_cells(line, units) for line in (few if everything else few[:FEW])],
            _shown(len(few), everything),
            N_("Nobody."),
        )
    )
    shares = _mix(lines)
    if shares[0] is not None:
        labels = (N_("Experience at work"), N_("Learning from others"), N_("Formal learning"))
        bars = [
            Bar(label, share, unscaled(wanted))
            for label, share, wanted in zip(labels, shares, rule.value.mix, strict=True)
        ]
        shapes.append(Bars(N_("Share of the hours (of 70-20-10)"), bars, 100.0, "percent"))
    return shapes


def _jp(value: int) -> Decimal:
    return unscaled(value)


def _shown(total: int, everything: bool) -> Words | str:
    if everything or total <= FEW:
        return ""
    return Words(N_("{shown} of {total}; --all shows everyone."), {"shown": FEW, "total": total})


def _cells(line: Line, units: Units) -> tuple[object, ...]:
    person, hours = line.person, line.hours
    return (
        person.nip,
        titled(person),
        units.name(person.unit_id),
        None if line.known is None else unscaled(line.known),
        hours.trainings,
        hours.unknown or None,
    )


def _by_unit(lines: Sequence[Line], units: Units, within: int | None) -> list[UnitLine]:
    """Return one row a unit: the agencies, or what lies directly below `within`."""
    home = units.homes(within)
    groups: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        groups[home.get(line.person.unit_id, "")].append(line)
    rows = []
    for name in sorted(groups):
        group = groups[name]
        pns = [line for line in group if line.enough]
        met: int | None = sum(line.enough == "met" for line in pns)
        if pns and all(line.enough == "unknown" for line in pns):
            met = None
        known = [line.hours.jp for line in group if line.told and not line.hours.unknown]
        mean = Fraction(sum(known), 10_000 * len(known)) if known else None
        share = Fraction(100 * met, len(pns)) if pns and met is not None else None
        rows.append(UnitLine(name, len(group), len(pns), met, share, mean, len(group) - len(known) or None))
    return rows


def _mix(lines: Sequence[Line]) -> tuple[Fraction | None, Fraction | None, Fraction | None]:
    sums = [sum(line.hours.by_learning[part] for line in lines) for part in range(3)]
    total = sum(sums)
    if not total:
        return None, None, None
    return Fraction(100 * sums[0], total), Fraction(100 * sums[1], total), Fraction(100 * sums[2], total)
