"""How a policy is shown: its axes with weights, its components with their ladders, its cut-offs; and its comments."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from asnkarier.core.numbers import SCALE, unscaled
from asnkarier.core.policy import MEASURES, Axis, Component, Policy
from asnkarier.views.formats import listed
from asnkarier.views.language import N_, Words, translate
from asnkarier.views.law_words import word
from asnkarier.views.shapes import Coded, Column, Field, Record, Shape, Table
from asnkarier.views.terms import term
from asnkarier.views.values import number

_COMPONENTS = (
    Column("component", N_("Component")),
    Column("performance", N_("Performance"), "number"),
    Column("potential", N_("Potential"), "number"),
    Column("measure", N_("Measure")),
    Column("over", N_("Years")),
    Column("points", N_("Points")),
)


def shapes(chosen: Policy, sha256: str) -> list[Shape]:
    """Show a policy whole."""
    head = Record(
        # What a policy is called is never a word of ours, though it may be spelled like one.
        Words("{title}", {"title": chosen.title}),
        [
            Field("name", word("name"), chosen.name, "code"),
            Field("basis", N_("basis"), chosen.basis),
            Field("confidence", word("confidence"), word(chosen.confidence)),
            Field("sha256", "sha256", sha256),
            *_axes(chosen),
        ],
    )
    cut_offs = Record(N_("Cut-offs"), _cut_offs(chosen))
    components = [_row(chosen, name, component) for name, component in chosen.components.items()]
    table = Table(N_("Components"), _COMPONENTS, components, N_("Weights add to 100 on each axis."))
    return [head, table, cut_offs, *_technical(chosen)]


def _axes(chosen: Policy) -> list[Field]:
    return [
        Field("performance", N_("performance: middle from, high from"), _bands(chosen.performance)),
        Field("potential", N_("potential: middle from, high from"), _bands(chosen.potential)),
        Field("ceiling", N_("never above the low row after"), [word(p) for p in chosen.ceiling]),
        Field("talent", N_("talent value: performance and potential"), _talent(chosen)),
    ]


def _cut_offs(chosen: Policy) -> list[Field]:
    rules = chosen.eligibility
    return [
            Field("discipline_lookback_years", N_("years of discipline looked at"), rules.discipline_lookback_years, "integer"),
            Field("minimum_jpm", N_("JPM at least"), unscaled(rules.minimum_jpm), "number"),
            Field("minimum_predicate", N_("predicate at least"), rules.minimum_predicate, "term"),
            Field("years_of_predicate", N_("in so many years"), rules.years_of_predicate, "integer"),
            Field("grace_until", N_("older years may stand in until"), f"{rules.grace_until[1]:02}-{rules.grace_until[0]:02}", "code"),
            Field("boxes", N_("boxes of the succession group"), ", ".join(map(str, rules.boxes)), "code"),
            Field("rank", N_("rank range of the echelon"), word(rules.rank)),
            Field("field", N_("experience in the field"), word("checked" if rules.field == "check" else rules.field)),
            Field("age_reading", N_("reading of the age limit"), word(rules.age_reading)),
            Field("penyelia_as_pengawas", N_("JF Penyelia counts as Pengawas"), word("yes" if rules.penyelia_as_pengawas else "no")),
    ]  # fmt: skip


def differing(one: Policy, other: Policy) -> list[tuple[Words, object, object]]:
    """Return what two policies set otherwise beside their components: bands, ceiling, shares, cut-offs, technical shares."""
    pairs = [*zip(_axes(one), _axes(other), strict=True), *zip(_cut_offs(one), _cut_offs(other), strict=True)]
    for kind in dict.fromkeys([*one.technical, *other.technical]):
        name = Words(N_("{kind}: talent value and technical competency"), {"kind": term(kind)})
        shares = [policy.technical.get(kind) for policy in (one, other)]
        said = [_parts(share.talent, share.technical) if share else None for share in shares]
        pairs.append((Field(kind, name, said[0]), Field(kind, name, said[1])))
    labels = [a.label if isinstance(a.label, Words) else Words(a.label) for a, _ in pairs]
    return [(label, _alone(a), _alone(b)) for label, (a, b) in zip(labels, pairs, strict=True) if a.value != b.value]


def _alone(field: Field) -> object:
    """Return a value as it is written outside its record."""
    value = field.value
    if field.kind == "term":
        return term(str(value))
    return number(value) if isinstance(value, int | Decimal) else word("none") if value == [] else value


def differing_data(one: Policy, other: Policy) -> list[dict[str, object]]:
    """Return every key of the files in which two policies differ but their names, with both values."""
    both = [dict(_keys(data(policy, ""), "")) for policy in (one, other)]
    named = [key for key in dict.fromkeys([*both[0], *both[1]]) if key not in _OF_A_FILE]
    return [
        {"key": key, "a": both[0].get(key), "b": both[1].get(key)}
        for key in named
        if both[0].get(key) != both[1].get(key)
    ]


_OF_A_FILE = frozenset({"name", "title", "basis", "confidence", "base", "sha256"})


def _keys(values: Mapping[str, object], above: str) -> Iterator[tuple[str, object]]:
    for key, value in values.items():
        if isinstance(value, Mapping):
            yield from _keys(value, f"{above}{key}.")
        else:
            yield above + key, value


def _row(chosen: Policy, name: str, component: Component) -> tuple[object, ...]:
    weights = (chosen.performance.weights.get(name), chosen.potential.weights.get(name))
    shown = [None if weight is None else unscaled(weight) for weight in weights]
    measure = Coded(component.measure, word(component.measure))
    return (
        Coded(name, word(name)),
        *shown,
        measure,
        _over(component),
        Coded(_plain_points(component), _points(component)),
    )


_JOINS = {"mean": N_("mean"), "best": N_("best"), "latest": N_("latest"), "sum": N_("sum")}
_NOT_APPLICABLE = {
    "zero": N_("not applicable: the least points"),
    "full": N_("not applicable: the most points"),
    "scale": N_("not applicable: left out"),
}


def _over(component: Component) -> list[object]:
    """Say over how many years a component looks, how these are joined, and what counts where it cannot apply."""
    years = Words(N_("{years} {years:year|years}"), {"years": component.years})
    # Consistency is a share of the years itself: nothing is joined.
    several = component.years > 1 and component.measure != "consistency"
    said: list[object] = [years]
    if component.join == "sum" and component.names:
        if MEASURES[component.measure].adds:
            said.append(Words(N_("sum, at most {points}"), {"points": unscaled(component.cap)}))
    elif several:
        said.append(Words(_JOINS[component.join]))
    if MEASURES[component.measure].not_applicable:
        said.append(Words(_NOT_APPLICABLE[component.when_not_applicable]))
    return said


def _points(component: Component) -> str:
    if component.names:
        return ", ".join(f"{word(name)} {number(unscaled(p))}" for name, p in component.names.items())
    if component.steps:
        unit = translate(_UNITS.get(MEASURES[component.measure].unit, ""))
        return ", ".join(f"≥ {number(unscaled(b))} {unit} {number(unscaled(p))}" for b, p in component.steps)
    return f"{number(unscaled(component.at_least))}–{number(unscaled(component.cap))}"


def _plain_points(component: Component) -> str:
    """Write the points of a component as a policy file says them."""
    ladder = component.names.items() or component.steps
    if ladder:
        return "; ".join(f"{step if isinstance(step, str) else _exact(step)} = {_exact(p)}" for step, p in ladder)
    return f"{_exact(component.at_least)}..{_exact(component.cap)}"


def _exact(value: int) -> str:
    return f"{Decimal(value) / SCALE:f}"


_UNITS = {"percent": "%:", "JP": "JP:", "years": N_("years:")}


def _technical(chosen: Policy) -> list[Shape]:
    columns = (
        Column("kind", N_("Target post"), "term"),
        Column("talent", N_("Talent value"), "number"),
        Column("technical", N_("Technical competency"), "number"),
    )
    rows = [(kind, unscaled(s.talent), unscaled(s.technical)) for kind, s in chosen.technical.items()]
    return [Table(N_("Technical share by target post"), columns, rows)] if rows else []


def _bands(axis: Axis) -> str:
    return f"{number(unscaled(axis.middle_from))}, {number(unscaled(axis.high_from))}"


def _talent(chosen: Policy) -> str:
    return _parts(chosen.talent_performance, chosen.talent_potential)


def _parts(one: int, other: int) -> str:
    return f"{number(unscaled(one))} : {number(unscaled(other))}"


_FLAT = "component performance potential measure years join cap at_least when_not_applicable points"
"""The columns of csv, be there a row or none."""


def flat(chosen: Policy) -> Table:
    """Return the components as programs read them: in the keys of JSON, with the points as a policy file says them."""
    return listed.table(
        (
            {
                "component": name,
                "performance": _weights(chosen.performance.weights).get(name),
                "potential": _weights(chosen.potential.weights).get(name),
                **{key: value for key, value in _component(component).items() if key != "ladder"},
                "points": _plain_points(component),
            }
            for name, component in chosen.components.items()
        ),
        _FLAT,
    )


def data(chosen: Policy, sha256: str) -> dict[str, object]:
    """Return a policy for JSON, in the keys of its file."""
    return {
        "name": chosen.name,
        "title": chosen.title,
        "basis": chosen.basis,
        "confidence": chosen.confidence,
        "base": chosen.base or None,
        "sha256": sha256,
        "performance": {"bands": _numbers(chosen.performance), "weights": _weights(chosen.performance.weights), "ceiling": list(chosen.ceiling)},
        "potential": {"bands": _numbers(chosen.potential), "weights": _weights(chosen.potential.weights)},
        "talent": {"performance": unscaled(chosen.talent_performance), "potential": unscaled(chosen.talent_potential)},
        "technical": {k: {"talent": unscaled(s.talent), "technical": unscaled(s.technical)} for k, s in chosen.technical.items()},
        "components": {name: _component(component) for name, component in chosen.components.items()},
        "eligibility": {
            **chosen.eligibility._asdict(),
            "minimum_jpm": unscaled(chosen.eligibility.minimum_jpm),
            "grace_until": "{:02}-{:02}".format(*chosen.eligibility.grace_until),
            "boxes": list(chosen.eligibility.boxes),
        },
        "pool": {key: list(names) for key, names in chosen.pool._asdict().items()},
        "families": {family: list(related) for family, related in chosen.families.items()},
        "selection": _weights(chosen.selection),
        "ip_asn": {"kinds": list(chosen.ip_asn_kinds)},
    }  # fmt: skip


def _numbers(axis: Axis) -> list[object]:
    return [unscaled(axis.middle_from), unscaled(axis.high_from)]


def _weights(weights: "Mapping[str, int]") -> dict[str, object]:
    return {name: unscaled(weight) for name, weight in weights.items()}


def _component(component: Component) -> dict[str, object]:
    return {
        "measure": component.measure,
        "years": component.years,
        "join": component.join,
        "cap": unscaled(component.cap),
        "at_least": unscaled(component.at_least),
        "ladder": _weights(component.names) or {number(unscaled(b)): unscaled(p) for b, p in component.steps} or None,
        "when_not_applicable": component.when_not_applicable,
    }


_COMMENTS = {
    "name": N_("The name under which the policy is called and shown."),
    "basis": N_("The decree or decision it rests on; never empty."),
    "confidence": N_("high, medium, low or illustrative."),
    "base": N_("Every table that is not given comes from this policy."),
    "performance.bands": N_("The row is middle from the first number on and high from the second on."),
    "performance.weights": N_("Component = weight in percent; together 100."),
    "performance.ceiling.predicates": N_("Whose last annual predicate is one of these is never above the low row."),
    "potential.bands": N_("The row is middle from the first number on and high from the second on."),
    "potential.weights": N_("Component = weight in percent; together 100."),
    "talent": N_("How performance and potential weigh in the talent value; together 100."),
    "technical.*": N_("How the talent value and the technical competency weigh for this kind of target post."),
    "components.*.years": N_("How many of the last years are looked at."),
    "components.*.join": N_("How several values become one: mean, best, latest or sum."),
    "components.*.join:targets": N_(
        "How the years become one: mean, best, latest or sum. A year counts by the mean of its indicators, each at most 100, however\n"
        "many they are; the mean is that of the years, not of all indicators together. A year without any is missing, but for whom\n"
        "none are expected; latest is the newest year that has any."
    ),
    "components.*.join:feedback": N_(
        "How the scores become one: mean (every score counts alike, of whichever year), or best, latest or sum of the means of the\n"
        "years."
    ),
    "components.*.cap": N_("Points are never more than this,"),
    "components.*.at_least": N_("and never less than this; a component without data ranges between the two."),
    "components.*.when_not_applicable": N_("scale: the others are scaled up; zero: no points; full: all points."),
    "components.*.ladder": N_("Name, or lower bound from which on, = points."),
    "eligibility.discipline_lookback_years": N_("How many years back sanctions count."),
    "eligibility.minimum_jpm": N_("JPM from which on the post's standard counts as met."),
    "eligibility.years_of_predicate": N_("In how many of the last years the predicate must be reached."),
    "eligibility.grace_until": N_("Month and day until which older years may stand in for one not yet evaluated."),
    "eligibility.boxes": N_("Boxes of the succession group."),
    "eligibility.rank": N_("Rank outside the echelon's range: warn, block or off."),
    "eligibility.field": N_("Experience in the field: check it, or only show it."),
    "eligibility.age_reading": N_(
        "birthday: not past the birthday; completed_years: until the year of age is completed."
    ),
    "eligibility.penyelia_as_pengawas": N_("Whether a JF Penyelia counts as equal to a Pengawas."),
    "pool": N_("Among whom a list is made; an empty list sets no limit."),
    "families": N_("Job family = related families, whose posts count as experience in the field."),
    "selection.weights": N_("Stages of an open selection in percent; together 100."),
    "ip_asn.kinds": N_("Employee kinds whose index of professionalism is measured."),
}


def comments() -> dict[str, str]:
    """Return the comments of an exported policy in the language in use, by the path of their key."""
    return {path: translate(text) for path, text in _COMMENTS.items()}


def is_illustrative(chosen: Policy) -> list[Words]:
    """Return the note that a preset is no decree."""
    if chosen.confidence != "illustrative":
        return []
    return [Words(N_("{name} illustrates stated priorities; it is no decree."), {"name": chosen.title})]
