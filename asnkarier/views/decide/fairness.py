"""Selection rates of groups, for people and for programs: the counts, what follows from them, and what does not."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from asnkarier.core.defend.fairness import Compared, Finding, Uniformity
from asnkarier.core.defend.fairness import Table as Rates
from asnkarier.core.numbers import SCALE, shown, unscaled
from asnkarier.core.person import Person
from asnkarier.core.regulation import Scaled
from asnkarier.core.rules.reports import FairnessRule
from asnkarier.views.formats import listed
from asnkarier.views.language import N_, Words
from asnkarier.views.shapes import Column, Said, Section, Shape, Table, Text, titled
from asnkarier.views.terms import TERMS

FEW = 10
"""Leaders shown unless everyone is asked for."""


class Division(NamedTuple):
    """The people divided by one thing."""

    name: str
    rates: Rates


class Measure(NamedTuple):
    """One thing people come through, or not, or of whom it is not known."""

    name: str
    selected: int
    others: int
    missing: int
    divisions: Sequence[Division]


class Fairness(NamedTuple):
    """Everything measured, and by what."""

    as_of: date
    year: int
    position: str | None
    top: int | None
    policy: str
    policy_hash: str
    law: str
    rule: FairnessRule
    boxes: Sequence[int]
    age_groups: Sequence[int]
    least_hours: Scaled
    measures: Sequence[Measure]
    leaders: Uniformity
    who: Mapping[Hashable, Person]
    unit: Callable[[int | None], str]

    @property
    def comparisons(self) -> int:
        """How many pairs of groups were compared."""
        return sum(division.rates.comparisons for measure in self.measures for division in measure.divisions)

    @property
    def tables(self) -> int:
        """How many tables have a comparison."""
        return sum(division.rates.comparisons > 0 for measure in self.measures for division in measure.divisions)


DIVISIONS = {"sex": N_("Sex"), "age": N_("Age"), "education": N_("Education"), "unit": N_("Unit")}
FINDINGS: Mapping[Finding, str] = {
    "highest": N_("highest rate"),
    "alike": N_("alike"),
    "perhaps_chance": N_("lower, may be chance"),
    "beyond_chance": N_("lower, beyond chance"),
    "small_but_sure": N_("a little lower, beyond chance"),
    "too_few": N_("too few to say"),
    "not_known": N_("group not known"),
    "nobody": N_("nobody to compare with"),
}
MISSING = {
    "shortlist": N_("undetermined: something is not known"),
    "top": "",
    "boxes": N_("undetermined: the box is not known"),
    "hours": N_("hours not known"),
    "predicate": N_("without an evaluation"),
}


def _title(found: Fairness, measure: str) -> Words:
    if measure == "shortlist":
        return Words(N_("Eligible for {position}"), {"position": found.position})
    if measure == "top":
        return Words(N_("Among the first {top} for {position}"), {"top": found.top, "position": found.position})
    if measure == "boxes":
        return Words(N_("In box {boxes}"), {"boxes": ", ".join(str(box) for box in found.boxes)})
    if measure == "hours":
        jp = unscaled(found.least_hours)
        return Words(N_("PNS with {jp} JP or more in {year!y}"), {"jp": jp, "year": found.year})
    return Words(N_("Sangat Baik in {year!y}"), {"year": found.year})


def _key(found: Fairness, division: str, key: Hashable) -> object:
    if division != "age" or not isinstance(key, int):
        return key
    bounds = found.age_groups
    return (
        f"≤ {bounds[0]}"
        if key == 0
        else f"> {bounds[-1]}"
        if key == len(bounds)
        else f"{bounds[key - 1] + 1}–{bounds[key]}"
    )


def _said_key(found: Fairness, division: str, key: Hashable) -> object:
    if key is None:
        return Words(N_("not known"))
    said = _key(found, division, key)
    return Words(TERMS[str(said)]) if division == "sex" and str(said) in TERMS else said


def document(found: Fairness) -> dict[str, object]:
    """Return the JSON document."""
    return {
        "as_of": found.as_of,
        "year": found.year,
        "position": found.position,
        "top": found.top,
        "policy": {"name": found.policy, "sha256": found.policy_hash},
        "yardstick": {
            "law": found.law,
            "least_ratio": unscaled(found.rule.least_ratio),
            "level": unscaled(found.rule.level),
            "smallest_group": found.rule.smallest_group,
            "smallest_team": found.rule.smallest_team,
        },
        "comparisons": found.comparisons,
        "tables": found.tables,
        "measures": [
            {
                "measure": measure.name,
                "pool": measure.selected + measure.others + measure.missing,
                "selected": measure.selected,
                "not_selected": measure.others,
                "missing": measure.missing,
                "by": [
                    {
                        "division": division.name,
                        "groups": [_data(found, division.name, one) for one in division.rates.groups],
                    }
                    for division in measure.divisions
                ],
            }
            for measure in found.measures
        ],
        "leaders": {
            "looked_at": found.leaders.leaders,
            "expected_by_chance": round(found.leaders.expected, 4),
            "same_rating": [
                {
                    "nip": found.who[one.leader].nip,
                    "name": found.who[one.leader].name,
                    "unit": found.unit(found.who[one.leader].unit_id) or None,
                    "people": one.people,
                    "predicate": one.rating,
                }
                for one in found.leaders.uniform
            ],
        },
    }


_FLAT = "measure division group known selected missing rate ratio p p_adjusted finding"
"""The columns of csv, be there a row or none."""


def flat(found: Fairness) -> Table:
    """Return every group of every measure as programs read it."""
    return listed.table(
        (
            {"measure": measure.name, "division": division.name, **_data(found, division.name, one)}
            for measure in found.measures
            for division in measure.divisions
            for one in division.rates.groups
        ),
        _FLAT,
    )


def _data(found: Fairness, division: str, one: Compared) -> dict[str, object]:
    group = one.group
    return {
        "group": _key(found, division, group.key),
        "known": group.known,
        "selected": group.selected,
        "missing": group.missing,
        "rate": group.rate,
        "ratio": one.ratio,
        "p": _chance(one.p),
        "p_adjusted": _chance(one.adjusted),
        "finding": one.finding,
    }


def _chance(p: Fraction | None) -> float | None:
    return None if p is None else float(f"{float(p):.6g}")


def pictures(found: Fairness, everyone: bool) -> list[Shape]:
    """Return what stands out first, then every measure by every division; units that are alike only with `everyone`."""
    return [
        standing_out(found),
        Text(sentences(found)),
        *(_section(found, measure, everyone) for measure in found.measures),
        *_leaders(found, everyone),
    ]


def sheets(found: Fairness) -> list[Shape]:
    """Return what a workbook holds: every group of every measure in one table, and the leaders."""
    rows = [
        (_title(found, measure.name), Words(DIVISIONS[division.name]), *_raw(found, division.name, one))
        for measure in found.measures
        for division in measure.divisions
        for one in division.rates.groups
    ]
    columns = (Column("measure", N_("Measure")), Column("division", N_("Divided by")), *_columns(N_("Group")))
    return [Table(N_("Equal opportunity"), columns, rows, _caption(found)), *_leaders(found, True)]


def standing_out(found: Fairness) -> Table:
    """Return the groups under the least ratio beyond chance."""
    rows = [
        (
            _title(found, measure.name),
            Words(DIVISIONS[division.name]),
            _said_key(found, division.name, one.group.key),
            one.group.selected,
            one.group.known,
            _percent(one.ratio),
        )
        for measure in found.measures
        for division in measure.divisions
        for one in division.rates.found
    ]
    columns = (
        Column("measure", N_("Measure")),
        Column("division", N_("Divided by")),
        Column("group", N_("Group")),
        Column("selected", N_("Come through"), "integer"),
        Column("known", N_("Of"), "integer"),
        Column("ratio", N_("Ratio"), "percent"),
    )
    title = Words(
        N_("Equal opportunity on {as_of}: under {ratio} % of the highest rate, beyond chance"),
        {"as_of": found.as_of, "ratio": unscaled(found.rule.least_ratio)},
    )
    return Table(title, columns, rows, _caption(found), N_("No group of those that can be judged."))


def sentences(found: Fairness) -> list[Said]:
    """Say what a difference does not mean, and how much of it chance may bring."""
    return [
        Words(
            N_(
                "A difference is a question, not yet discrimination: it may come from the posts people hold, their field or"
                " their years. Look at the requirements and the data before judging, and at the people before both."
            )
        ),
        Words(
            N_(
                "{comparisons} comparisons in {tables} tables; the chances are adjusted within each table (Holm), not across"
                " them: of twenty tables without any real difference about one may still show one."
            ),
            {"comparisons": found.comparisons, "tables": found.tables},
        ),
    ]


def _section(found: Fairness, measure: Measure, everyone: bool) -> Section:
    said: list[Said] = [
        Words(
            N_("{selected} of {known}: {share} %."),
            {
                "selected": measure.selected,
                "known": measure.selected + measure.others,
                "share": shown(Fraction(100 * measure.selected, measure.selected + measure.others or 1), 1),
            },
        )
    ]
    if measure.missing:
        values = {"missing": measure.missing, "why": Words(MISSING[measure.name])}
        said.append(
            Words(
                N_(
                    "{missing} {missing:person is|people are} counted apart ({why}) and {missing:belongs|belong} to neither side."
                ),
                values,
            )
        )
    if measure.name == "shortlist":
        said.append(
            N_("The law itself asks for years of service and degrees: differences by age and education follow from it.")
        )
    return Section(_title(found, measure.name), [Text(said), *_tables(found, measure, everyone)])


def _tables(found: Fairness, measure: Measure, everyone: bool, title: Said = "", caption: Said = "") -> list[Table]:
    tables = []
    for division in measure.divisions:
        groups = [one for one in division.rates.groups if everyone or division.name != "unit" or _tells(one)]
        rows = [_row(found, division.name, one) for one in groups]
        columns = _columns(DIVISIONS[division.name])
        said = Words("{measure}: {division}", {"measure": title, "division": Words(DIVISIONS[division.name])})
        tables.append(Table(said if title else "", columns, rows, caption, N_("No unit stands out.")))
    return tables


def tables(found: Fairness, measure: Measure) -> list[Table]:
    """Return a measure by every division, each table to stand for itself."""
    return _tables(found, measure, True, _title(found, measure.name), _caption(found))


def _tells(one: Compared) -> bool:
    return one.finding in ("highest", "beyond_chance", "small_but_sure")


def _caption(found: Fairness) -> Words:
    return Words(
        N_(
            "Ratio: the rate beside the highest. Chance: Fisher's exact test, two-sided, adjusted; under {level} % is beyond"
            " chance. Groups under {smallest} people are not judged. Yardstick: {law}, borrowed, no Indonesian law."
        ),
        {
            "level": unscaled(found.rule.level),
            "smallest": found.rule.smallest_group,
            "law": found.law,
        },
    )


def _columns(header: Said) -> tuple[Column, ...]:
    return (
        Column("group", header),
        Column("known", N_("Of"), "integer"),
        Column("selected", N_("Come through"), "integer"),
        Column("missing", N_("Not known"), "integer"),
        Column("rate", N_("Rate"), "percent"),
        Column("ratio", N_("Ratio"), "percent"),
        Column("chance", N_("Chance"), "number"),
        Column("finding", N_("Finding")),
    )


def _row(found: Fairness, division: str, one: Compared) -> tuple[object, ...]:
    group = one.group
    return (
        _said_key(found, division, group.key),
        group.known,
        group.selected,
        group.missing or None,
        _percent(group.rate),
        _percent(one.ratio),
        _shown_chance(one.adjusted),
        Words(FINDINGS[one.finding]),
    )


def _raw(found: Fairness, division: str, one: Compared) -> tuple[object, ...]:
    """Return a row for a file: the chance is a number there, however small."""
    row = _row(found, division, one)
    return (*row[:-2], _chance(one.adjusted), row[-1])


def _percent(value: Fraction | None) -> Fraction | None:
    return None if value is None else value * 100


def _shown_chance(p: Fraction | None) -> object:
    if p is None:
        return None
    if p * 1000 < 1:
        return Words("< {p}", {"p": unscaled(10)})
    return unscaled(int(p * SCALE) // 10 * 10)


def same_rating(found: Fairness) -> Words:
    """Say how many leaders gave everyone the same, and how many of these chance alone would bring."""
    return Words(
        N_(
            "{count} of {leaders} leaders with {smallest} or more evaluated people gave everyone the same predicate in"
            " {year!y}; if people were spread over the leaders by chance, about {expected} would have done so."
        ),
        {
            "count": len(found.leaders.uniform),
            "leaders": found.leaders.leaders,
            "smallest": found.rule.smallest_team,
            "year": found.year,
            "expected": unscaled(round(found.leaders.expected * 10) * SCALE // 10),
        },
    )


def _leaders(found: Fairness, everyone: bool) -> list[Shape]:
    uniform = found.leaders.uniform
    rows = [
        (
            titled(found.who[one.leader]),
            found.unit(found.who[one.leader].unit_id) or None,
            one.people,
            one.rating,
        )
        for one in (uniform if everyone else uniform[:FEW])
    ]
    columns = (
        Column("leader", N_("Leader")),
        Column("unit", N_("Unit")),
        Column("people", N_("People"), "integer"),
        Column("predicate", N_("Predicate"), "term"),
    )
    shapes: list[Shape] = [
        Table(N_("Leaders who gave everyone the same"), columns, rows, same_rating(found), N_("Nobody."))
    ]
    if not everyone and len(uniform) > FEW:
        shapes.append(Text([Words(N_("{more} more; --all shows them."), {"more": len(uniform) - FEW})]))
    return shapes
