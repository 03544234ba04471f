"""Recognition for people."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from asnkarier.core.growth.recognition import RULES, Barred
from asnkarier.core.numbers import unscaled
from asnkarier.core.rules.development import GrowthRule
from asnkarier.views.formats import listed
from asnkarier.views.language import N_, Words
from asnkarier.views.shapes import Coded, Column, Said, Shape, Table, Text, titled

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
    """One person by one rule, with the awards of the year so far and those of the year before."""

    nip: str
    name: str
    full_name: str
    unit: str | None
    rule: str
    value: int
    what: str
    awards: Sequence[str]
    before: Sequence[str]


class Given(NamedTuple):
    """How many of the people of one leader were given an award in the year; no name where no leader is known."""

    nip: str | None
    name: str | None
    full_name: str | None
    unit: str | None
    staff: int
    awarded: int


class Shown(NamedTuple):
    """Everything that is shown. `barred` are those who earned it and are not named, with why."""

    year: int
    as_of: date
    lines: Sequence[Line]
    given: Sequence[Given]
    barred: Mapping[str, Barred]
    rule: GrowthRule
    law: str
    covered: str | None


_GIVEN = (
    Column("leader", N_("Leader")),
    Column("unit", N_("Unit")),
    Column("staff", N_("People"), "integer"),
    Column("awarded", N_("With an award this year"), "integer"),
    Column("share", N_("Share"), "percent"),
)


def shapes(shown: Shown, *, everything: bool) -> list[Shape]:
    """Show each rule's people, then what was given."""
    counts = Counter(shown.barred.values())
    said = [
        Words(
            N_("Recognition {year}: on duty on {as_of}, without a sanction, each person once a rule."),
            {"year": str(shown.year), "as_of": shown.as_of},
        ),
        Words(
            N_(
                "{law}: Sangat Baik {years} years or more; {sessions} sessions or more as a mentor; where"
                " a rule ranks people, the first {most}."
            ),
            {
                "law": shown.law,
                "years": shown.rule.sustained_years,
                "sessions": shown.rule.mentor_sessions,
                "most": shown.rule.most_recognised,
            },
        ),
    ]
    if counts:
        said.append(
            Words(
                N_(
                    "Not named though they earned it: {served} under a sanction, {unknown} whose sanction's end is not known."
                ),
                {"served": counts["served"], "unknown": counts["unknown"]},
            )
        )
    result: list[Shape] = [Text(said)]
    for rule in RULES:
        columns = (
            Column("nip", N_("NIP"), "nip"),
            Column("name", N_("Name")),
            Column("unit", N_("Unit")),
            Column("value", COUNTED[rule], "text" if rule == "project_leader" else "number"),
            Column("awards", N_("Given already")),
        )
        rows = [
            (line.nip, titled(line), line.unit, line.what or _value(line), _awards(line, shown.year) or None)
            for line in shown.lines
            if line.rule == rule
        ]
        part = rows if everything else rows[:FEW]
        more = Words(N_("{shown} of {total}; --all shows everyone."), {"shown": FEW, "total": len(rows)})
        result.append(Table(HEADINGS[rule], columns, part, more if len(part) < len(rows) else "", N_("Nobody.")))
    result.append(_given(shown, everything=everything))
    return result


def _awards(line: Line, year: int) -> list[object]:
    """Return the awards already given; those of the year before bear it: nobody should get the same again unseen."""
    before = [Words(N_("{award} ({year})"), {"award": title, "year": str(year - 1)}) for title in line.before]
    return [*line.awards, *before]


def _given(shown: Shown, *, everything: bool) -> Table:
    part = shown.given if everything else shown.given[:FEW]
    rows = [
        (
            Coded(g.name, g.full_name or Words(N_("(no leader known)"))),
            g.unit,
            g.staff,
            g.awarded,
            Fraction(100 * g.awarded, g.staff) if g.staff else None,
        )
        for g in part
    ]
    caption: Said = ""
    if shown.covered is None:
        caption = N_("The register of awards is not known for the year: nothing given may mean nothing recorded.")
    elif len(part) < len(shown.given):
        caption = Words(N_("{shown} of {total}; --all shows everyone."), {"shown": FEW, "total": len(shown.given)})
    return Table(N_("What leaders have given"), _GIVEN, rows, caption)


def sheets(shown: Shown) -> list[Shape]:
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
        (
            line.nip,
            titled(line),
            line.unit,
            line.rule,
            _value(line),
            line.what or None,
            _awards(line, shown.year) or None,
        )
        for line in shown.lines
    ]
    whole = Table(Words(N_("Recognition {year}"), {"year": str(shown.year)}), columns, rows)
    return [whole, *shapes(shown, everything=True)]


_FLAT = "nip name rule value what awards awards_of_the_year_before unit"
"""The columns of csv, be there a row or none."""


def flat(shown: Shown) -> Table:
    """Return everyone by every rule as programs read them."""
    return listed.table(({**_line(line), "unit": line.unit} for line in shown.lines), _FLAT)


def _line(line: Line) -> dict[str, object]:
    return {
        "nip": line.nip,
        "name": line.name,
        "rule": line.rule,
        "value": _value(line),
        "what": line.what or None,
        "awards": list(line.awards),
        "awards_of_the_year_before": list(line.before),
    }


def data(shown: Shown) -> dict[str, object]:
    """Return recognition as a document."""
    return {
        "year": shown.year,
        "as_of": shown.as_of,
        "people": [_line(line) for line in shown.lines],
        "barred": [{"nip": nip, "why": why} for nip, why in shown.barred.items()],
        "given": [{key: value for key, value in g._asdict().items() if key != "full_name"} for g in shown.given],
    }


def _value(line: Line) -> Decimal:
    return unscaled(line.value) if line.rule in SCALED else Decimal(line.value)
