"""Recognition and the survey for people."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from asnkarier.core.growth.recognition import RULES
from asnkarier.core.numbers import unscaled
from asnkarier.views.language import N_, Words
from asnkarier.views.shapes import Column, Shape, Table, Text

FEW = 20
"""People of a rule shown without --all."""
HEADINGS = {
    "sustained": N_("Sangat Baik year after year"),
    "gap_closed": N_("Largest gap closed"),
    "mentor": N_("Mentors"),
    "project_leader": N_("Led a project to its goal"),
    "learner": N_("Most active learners"),
}
COUNTED = {
    "sustained": N_("Years"),
    "gap_closed": N_("Levels"),
    "mentor": N_("Sessions"),
    "project_leader": N_("Project"),
    "learner": "JP",
}
SCALED = ("gap_closed", "learner")


class Line(NamedTuple):
    """One person by one rule, with the awards of the year so far."""

    nip: str
    name: str
    unit: str | None
    rule: str
    value: int
    what: str
    awards: Sequence[str]


class Given(NamedTuple):
    """How many people of a unit were given an award in the year."""

    unit: str
    staff: int
    awarded: int


_GIVEN = (
    Column("unit", N_("Unit")),
    Column("staff", N_("Staff"), "integer"),
    Column("awarded", N_("With an award this year"), "integer"),
    Column("share", N_("Share"), "percent"),
)


def shapes(
    lines: Sequence[Line],
    given: Sequence[Given],
    year: int,
    as_of: date,
    covered: str | None,
    *,
    everything: bool,
) -> list[Shape]:
    """Show each rule's people, then what was given."""
    result: list[Shape] = [
        Text(
            [
                Words(
                    N_("Recognition {year}: on duty on {as_of}, without a sanction, each person once a rule."),
                    {"year": str(year), "as_of": as_of},
                )
            ]
        )
    ]
    for rule in RULES:
        columns = (
            Column("nip", N_("NIP"), "nip"),
            Column("name", N_("Name")),
            Column("unit", N_("Unit")),
            Column("value", COUNTED[rule], "text" if rule == "project_leader" else "number"),
            Column("awards", N_("Given already")),
        )
        rows = [
            (line.nip, line.name, line.unit, line.what or _value(line), list(line.awards) or None)
            for line in lines
            if line.rule == rule
        ]
        part = rows if everything else rows[:FEW]
        more = Words(N_("{shown} of {total}; --all shows everyone."), {"shown": FEW, "total": len(rows)})
        result.append(Table(HEADINGS[rule], columns, part, more if len(part) < len(rows) else "", N_("Nobody.")))
    rows_given = [(g.unit, g.staff, g.awarded, Fraction(100 * g.awarded, g.staff) if g.staff else None) for g in given]
    caption = ""
    if covered is None:
        caption = N_("The register of awards was never imported: nothing given may mean nothing recorded.")
    result.append(Table(N_("What leaders have given"), _GIVEN, rows_given, caption))
    return result


def sheets(lines: Sequence[Line], given: Sequence[Given], year: int, as_of: date, covered: str | None) -> list[Shape]:
    """Return what a workbook or csv holds: everyone by every rule, a row each, then the tables in full."""
    columns = (
        Column("nip", N_("NIP"), "nip"),
        Column("name", N_("Name")),
        Column("unit", N_("Unit")),
        Column("rule", N_("Rule"), "term"),
        Column("value", N_("Value"), "number"),
        Column("what", N_("Project")),
        Column("awards", N_("Given already")),
    )
    rows = [
        (line.nip, line.name, line.unit, line.rule, _value(line), line.what or None, list(line.awards) or None)
        for line in lines
    ]
    whole = Table(Words(N_("Recognition {year}"), {"year": str(year)}), columns, rows)
    return [whole, *shapes(lines, given, year, as_of, covered, everything=True)]


def _value(line: Line) -> Decimal:
    return unscaled(line.value) if line.rule in SCALED else Decimal(line.value)


def data(lines: Sequence[Line], given: Sequence[Given], year: int) -> dict[str, object]:
    """Return recognition as a document."""
    return {
        "year": year,
        "people": [
            {
                "nip": line.nip,
                "name": line.name,
                "rule": line.rule,
                "value": _value(line),
                "what": line.what or None,
                "awards": list(line.awards),
            }
            for line in lines
        ],
        "given": [g._asdict() for g in given],
    }
