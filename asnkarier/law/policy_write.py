"""Writing a policy as a complete TOML file that loads back equal."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from asnkarier.core.policy import MEASURES, Axis, Component, Policy
from asnkarier.core.rules.appraisal import PREDICATES
from asnkarier.law.decode import SCALE


def export(chosen: Policy, comments: Mapping[str, str] | None = None) -> str:
    """Return the policy with every table written out.

    `comments` maps the path of a key (`performance.bands`; `components.*.years` for any component) to the lines above it;
    `components.*.join:targets` is for components of that measure alone.
    """
    said = comments or {}
    lines: list[str] = []
    for path, text in _lines(chosen):
        comment = said.get(path) or said.get(path.partition(":")[0], "")
        lines += [f"# {line}" for line in comment.splitlines()] + [text]
    return "\n".join(lines) + "\n"


def _lines(chosen: Policy) -> Iterator[tuple[str, str]]:
    for key in ("name", "title", "basis", "confidence", "base"):
        if value := getattr(chosen, key):
            yield key, f"{key} = {_text(value)}"
    yield from _axis("performance", chosen.performance)
    yield from _table("performance.ceiling")
    yield "performance.ceiling.predicates", f"predicates = {_list([_predicate(p) for p in chosen.ceiling])}"
    yield from _axis("potential", chosen.potential)
    yield from _table("talent")
    yield "talent.performance", f"performance = {_number(chosen.talent_performance)}"
    yield "talent.potential", f"potential = {_number(chosen.talent_potential)}"
    for kind, share in chosen.technical.items():
        yield from _table(f"technical.{kind}", "technical.*")
        yield "technical.*.talent", f"talent = {_number(share.talent)}"
        yield "technical.*.technical", f"technical = {_number(share.technical)}"
    for name, component in chosen.components.items():
        yield from _component(name, component)
    yield from _eligibility(chosen)
    yield from _table("pool")
    for key, names in chosen.pool._asdict().items():
        yield f"pool.{key}", f"{key} = {_list(names)}"
    yield from _table("families")
    for family, related in chosen.families.items():
        yield "families.*", f"{_key(family)} = {_list(related)}"
    yield from _table("selection.weights")
    for stage, weight in chosen.selection.items():
        yield "selection.weights.*", f"{_key(stage)} = {_number(weight)}"
    yield from _table("ip_asn")
    yield "ip_asn.kinds", f"kinds = {_list(chosen.ip_asn_kinds)}"


def _table(name: str, path: str = "") -> Iterator[tuple[str, str]]:
    yield "", ""
    yield path or name, f"[{name}]"


def _axis(name: str, axis: Axis) -> Iterator[tuple[str, str]]:
    yield from _table(name)
    yield f"{name}.bands", f"bands = [{_number(axis.middle_from)}, {_number(axis.high_from)}]"
    yield from _table(f"{name}.weights")
    for component, weight in axis.weights.items():
        yield f"{name}.weights.*", f"{_key(component)} = {_number(weight)}"


def _component(name: str, component: Component) -> Iterator[tuple[str, str]]:
    yield from _table(f"components.{_key(name)}", "components.*")
    yield "components.*.measure", f"measure = {_text(component.measure)}"
    yield "components.*.years", f"years = {component.years}"
    yield f"components.*.join:{component.measure}", f"join = {_text(component.join)}"
    yield "components.*.cap", f"cap = {_number(component.cap)}"
    yield "components.*.at_least", f"at_least = {_number(component.at_least)}"
    yield "components.*.when_not_applicable", f"when_not_applicable = {_text(component.when_not_applicable)}"
    if not component.names and not component.steps:
        yield "components.*.scale", 'scale = "direct"'
        return
    yield from _table(f"components.{_key(name)}.ladder", "components.*.ladder")
    spelled = _predicate if MEASURES[component.measure].names == PREDICATES else str
    for rung, points in component.names.items():
        yield "components.*.ladder.*", f"{_key(spelled(rung))} = {_number(points)}"
    for bound, points in component.steps:
        yield "components.*.ladder.*", f"{_key(_number(bound))} = {_number(points)}"


def _eligibility(chosen: Policy) -> Iterator[tuple[str, str]]:
    rules = chosen.eligibility
    month, day = rules.grace_until
    values = {
        "discipline_lookback_years": str(rules.discipline_lookback_years),
        "minimum_jpm": _number(rules.minimum_jpm),
        "minimum_predicate": _text(_predicate(rules.minimum_predicate)),
        "years_of_predicate": str(rules.years_of_predicate),
        "grace_until": _text(f"{month:02}-{day:02}"),
        "boxes": f"[{', '.join(map(str, rules.boxes))}]",
        "rank": _text(rules.rank),
        "field": _text(rules.field),
        "age_reading": _text(rules.age_reading),
        "penyelia_as_pengawas": "true" if rules.penyelia_as_pengawas else "false",
    }
    yield from _table("eligibility")
    for key, value in values.items():
        yield f"eligibility.{key}", f"{key} = {value}"


def _predicate(code: str) -> str:
    return code.replace("_", " ").title()


def _number(value: int) -> str:
    return f"{(Decimal(value) / SCALE).normalize():f}"


def _text(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    shown = "".join(c if c.isprintable() else f"\\u{ord(c):04X}" for c in escaped)
    return f'"{shown}"'


def _key(name: str) -> str:
    bare = name.isascii() and name.replace("_", "").replace("-", "").isalnum()
    return name if bare else _text(name)


def _list(values: "tuple[str, ...] | list[str]") -> str:
    return f"[{', '.join(_text(value) for value in values)}]"
