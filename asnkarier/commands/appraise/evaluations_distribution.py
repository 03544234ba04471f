"""`evaluations distribution`: how predicates spread over units, beside the spread that fits each unit's own predicate."""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date
from fractions import Fraction
from typing import Annotated, NamedTuple, get_args

from asnkarier.commands.appraise.evaluated import Group, Period, Year, begun, grouped, last_day, not_due
from asnkarier.commands.appraise.homes import Homes
from asnkarier.commands.in_force import lawbook
from asnkarier.commands.parameters import UNIT, option
from asnkarier.core.appraisal.distribution import LimitCheck, Verdict, verdict
from asnkarier.core.appraisal.periods import ANNUAL
from asnkarier.core.appraisal.said import PredicateReader
from asnkarier.core.numbers import unscaled
from asnkarier.core.rank.career import over
from asnkarier.core.regulation import Version
from asnkarier.core.rules.appraisal import PREDICATES, DistributionRule, Predicate, UnitPredicate
from asnkarier.store.database import Database
from asnkarier.store.queries.appraisal import evaluations
from asnkarier.store.queries.units import Units
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result
from asnkarier.views.shapes import Column, Node, Shape, Table, Text, Tree
from asnkarier.views.terms import term
from asnkarier.views.values import number

_SHORT = {"sangat_baik": "SB", "baik": "B", "butuh_perbaikan": "BP", "kurang": "K", "sangat_kurang": "SK"}
_COLUMNS = (
    Column("unit", N_("Unit")),
    Column("unit_predicate", N_("Organisation"), "term"),
    *(Column(predicate, _SHORT[predicate], "integer") for predicate in PREDICATES),
    Column("open", N_("Open"), "integer"),
    Column("people", N_("People"), "integer"),
    Column("verdict", N_("Guidance"), "term"),
)


ALL_UNITS = option(
    "--all", "--semua", help=N_("Count every unit, not only agencies and units with a predicate of their own.")
)


class Line(NamedTuple):
    """One unit: whose predicate counts for it (its own, or that of the nearest above), the counts, the verdict.

    `open` are evaluated all the same: rows of one year that differ, or one without a predicate; `in_parts` of them in parts of
    the year alone.
    """

    unit_id: int
    unit_predicate: UnitPredicate | None
    predicate_from: int | None
    counts: dict[Predicate, int]
    open: int
    in_parts: int
    verdict: Verdict | None

    @property
    def word(self) -> str:
        """Say the verdict in one canonical word."""
        if self.verdict is None:
            return "no_unit_predicate"
        if self.verdict.too_small:
            return "too_small"
        return "unknown" if self.verdict.kept is None else "kept" if self.verdict.kept else "not_kept"

    @property
    def people(self) -> int:
        """How many were evaluated."""
        return sum(self.counts.values()) + self.open


def run(
    db: Database,
    as_of: date,
    year: Year,
    period: Period = "annual",
    unit: Annotated[str | None, UNIT] = None,
    everything: Annotated[bool, ALL_UNITS] = False,
) -> Result:
    """Count predicates by agency and by every unit with a predicate of its own; with --unit, below that unit; with --all, by every unit."""
    begun(year, as_of)
    law = lawbook(db).distribution.on(last_day(year))
    due = over(year, period, None, as_of)
    units = Units(db)
    homes = Homes(db, units, year, period, as_of)
    own = homes.predicates(evaluations.unit_predicates(db, year, period))
    if unit is None and everything:
        wanted = list(units.by_id)
    elif unit is None:
        wanted = [*units.children(None), *(u for u in own if units.by_id[u].parent_id is not None)]
    else:
        roots = homes.roots(units.find(unit).id)
        wanted = [*roots, *sorted(frozenset[int]().union(*map(units.below, roots)) - {*roots})]
    evaluated = evaluations.of_each(db, year, period, PredicateReader(lawbook(db).predicate))
    # Once the year is over its annual evaluation is decided on its own: until it is on record, that of the parts leaves it open.
    parts = evaluations.in_parts(db, year, evaluated) if period == ANNUAL and due else {}
    groups, lost = grouped([*evaluated.values(), *parts.values()], homes, units, wanted)
    groups.sort(key=lambda group: units.path(group.unit_id))
    lines = [_line(group, own, units, law.value, parts.keys()) for group in groups if group.people]
    data = {
        "year": year,
        "period": period,
        "as_of": as_of,
        "law": law.citation.text,
        "due": due,
        "counted_on": homes.day,
        "unit_unknown": lost,
        "unit_from_later": len(homes.later),
        "units": [_data(line, units) for line in lines],
    }
    shapes = _shapes(lines, units, law, year, homes, lost)
    return Result(data, shapes if due else [*shapes, Text([not_due(year, as_of)])])


def _line(group: Group, own: dict[int, str], units: Units, rule: DistributionRule, in_parts: Collection[int]) -> Line:
    above: int | None = group.unit_id
    while above is not None and above not in own:
        above = units.by_id[above].parent_id
    predicate = next((p for p in get_args(UnitPredicate) if above is not None and p == own[above]), None)
    counted = Counter(row.predicate for row in group.people)
    counts: dict[Predicate, int] = {p: counted[p] for p in PREDICATES}
    open_ = [row.ends for row in group.people if row.predicate is None]
    return Line(
        group.unit_id,
        predicate,
        above,
        counts,
        len(open_),
        sum(row.person_id in in_parts for row in group.people),
        None if predicate is None else verdict(rule, predicate, counts, open_),
    )


def _data(line: Line, units: Units) -> dict[str, object]:
    checks = line.verdict.checks if line.verdict else ()
    return {
        "unit": units.name(line.unit_id),
        "path": units.path(line.unit_id),
        "unit_predicate": line.unit_predicate,
        "predicate_from": units.path(line.predicate_from) or None,
        "people": line.people,
        "open": line.open,
        "without_annual": line.in_parts,
        "counts": line.counts,
        "verdict": line.word,
        "checks": [
            {
                "predicates": list(check.limit.predicates),
                "at_least": None if check.limit.at_least is None else unscaled(check.limit.at_least),
                "at_most": None if check.limit.at_most is None else unscaled(check.limit.at_most),
                "people_at_least": check.limit.people_at_least,
                "people": check.people,
                "share": Fraction(check.people * 100, check.total),
                "most": check.most,
                "kept": check.kept,
            }
            for check in checks
        ],
    }


def _shapes(
    lines: Sequence[Line], units: Units, law: Version[DistributionRule], year: int, homes: Homes, lost: int
) -> list[Shape]:
    said = {
        "year": str(year),
        "law": law.citation.text,
        "day": homes.day,
        "smallest": law.value.smallest_group,
        "lost": lost,
    }
    rows = [
        (
            units.path(line.unit_id),
            line.unit_predicate
            if line.predicate_from in (None, line.unit_id)
            else Words(
                N_("{predicate} (of {unit})"),
                {"predicate": term(line.unit_predicate or ""), "unit": units.name(line.predicate_from)},
            ),
            *(line.counts[p] for p in PREDICATES),
            line.open,
            line.people,
            line.word,
        )
        for line in lines
    ]
    caption = Words(
        N_(
            "{law}: guidance, a warning and never a block; no verdict under {smallest} people. Counted in the unit that the evaluation"
            " names, else in the unit of the day it ends, else in that of {day}; who left before it in the last one."
        ),
        said,
    )
    empty = Words(N_("There are no evaluations of {year}."), said)
    shapes: list[Shape] = [Table(Words(N_("Predicates of {year} by unit"), said), _COLUMNS, rows, caption, empty)]
    nodes = [_node(line, units) for line in lines if line.word == "not_kept"]
    if nodes:
        shapes.append(Tree(N_("Outside the guidance"), nodes))
    hanging = [_node(line, units) for line in lines if line.word == "unknown"]
    if hanging:
        shapes.append(Tree(N_("Hangs on predicates that are open"), hanging))
    if any(line.open for line in lines):
        text = N_(
            "Open: evaluated without a predicate, in parts of the year alone (no annual evaluation yet), or with rows of parts that"
            " differ and none of the whole year. Record what the year came to."
        )
        shapes.append(Text([Words(text)]))
    silent = sum(line.word == "no_unit_predicate" for line in lines)
    if silent:
        text = N_(
            "{silent} of {units} have no organisation predicate of {year}, nor has a unit above them: without one the guidance says"
            " nothing (import the sheet unit_performance)."
        )
        shapes.append(Text([Words(text, {**said, "silent": silent, "units": len(lines)})]))
    if later := homes.said():
        shapes.append(Text([*later]))
    if lost:
        shapes.append(Text([Words(N_("Of {lost} people no unit is known; they are not counted."), said)]))
    return shapes


def _node(line: Line, units: Units) -> Node:
    checks = line.verdict.checks if line.verdict else ()
    children = [
        Node(_limit(check), "unknown" if check.kept is None else "met" if check.kept else "not_met") for check in checks
    ]
    label = Words(
        N_("{unit}: organisation predicate {predicate}"),
        {"unit": units.path(line.unit_id), "predicate": term(line.unit_predicate or "")},
    )
    return Node(label, "unknown" if line.word == "unknown" else "not_met", children)


def _limit(check: LimitCheck) -> Words:
    limit = check.limit
    ends = (check.people,) if check.kept is not None else (check.people, check.most)
    values: dict[str, object] = {
        "predicates": " + ".join(term(p) for p in limit.predicates),
        "people": str(check.people) if check.kept is not None else f"{check.people}–{check.most}",
        "total": check.total,
        "share": "–".join(number(Fraction(end * 100, check.total), 2) for end in ends),
    }
    if limit.people_at_least is not None:
        values["limit"] = limit.people_at_least
        return Words(N_("{predicates}: {people} of {total}, at least {limit} expected"), values)
    if limit.at_least is not None:
        values["limit"] = unscaled(limit.at_least)
        return Words(N_("{predicates}: {people} of {total} ({share}%), at least {limit}% expected"), values)
    values["limit"] = unscaled(limit.at_most or 0)
    return Words(N_("{predicates}: {people} of {total} ({share}%), at most {limit}% expected"), values)
