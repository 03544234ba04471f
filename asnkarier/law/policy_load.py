"""Loading policies: a file's own tables over those of its base, read strictly."""

import os
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import get_args

from asnkarier.core.errors import RuleError
from asnkarier.core.policy import (
    MEASURES,
    Axis,
    Component,
    Eligibility,
    Join,
    Measure,
    NotApplicable,
    Policy,
    Pool,
    TechnicalShare,
    Treatment,
)
from asnkarier.core.regulation import Confidence, Scaled
from asnkarier.core.rules.appraisal import PREDICATES, Predicate
from asnkarier.core.rules.positions import EMPLOYEE_KINDS, POSITION_KINDS
from asnkarier.core.rules.talent import STAGES
from asnkarier.law import toml
from asnkarier.law.decode import SCALE, Where, decode, known, nearest, one_of, refuse, scaled, table

POLICIES = os.path.join(os.path.dirname(__file__), "policies")
WHOLE = 100 * SCALE
MOST_YEARS = 10
"""So many years back no policy looks: a greater number is a slip of the pen."""
ROOT = "umum"
"""The policy that is complete in itself and stands under every other."""

TOP_KEYS = (
    "name", "title", "basis", "confidence", "base", "performance", "potential", "components", "talent", "technical",
    "eligibility", "pool", "families", "selection", "ip_asn",
)  # fmt: skip
AXIS_KEYS = ("bands", "weights")
COMPONENT_KEYS = ("measure", "years", "join", "cap", "at_least", "scale", "ladder", "when_not_applicable")
REPLACED = ("weights", "ladder", "families")
"""Tables that a policy gives whole: they are never mixed with the base's."""

Tables = Mapping[str, object]
_NAME = re.compile(r"[^\W_][\w .-]{0,63}")
"""A name is typed on a command line and stands in captions: no path, no control character."""


def built_in() -> tuple[str, ...]:
    """Return the names of the built-in policies, the general one first."""
    names = sorted(entry[: -len(".toml")] for entry in os.listdir(POLICIES) if entry.endswith(".toml"))
    return (ROOT, *(name for name in names if name != ROOT))


def policy(name_or_path: str = ROOT) -> Policy:
    """Load a policy by its built-in name, or from a file; a word with a dot or a separator in it is a file."""
    if name_or_path in built_in():
        return _built_in(name_or_path)
    if is_file(name_or_path):
        name = toml.name_of(name_or_path)
        return of_its_own_name(from_document(toml.read(name_or_path), name), name)
    names = built_in()
    values = {"policy": name_or_path, "near": nearest(name_or_path, names), "known": ", ".join(names)}
    raise RuleError("policy_unknown", values)


def is_file(name_or_path: str) -> bool:
    """Tell whether what was typed for a policy is a file (or the standard input), not the name of one."""
    return name_or_path == toml.STDIN or name_or_path.endswith(".toml") or any(c in name_or_path for c in "/\\")


def policy_text(name: str) -> str:
    """Return the file of a built-in policy as it was written."""
    with open(os.path.join(POLICIES, f"{name}.toml"), encoding="utf-8") as stream:
        return stream.read()


def from_text(text: str, file: str) -> Policy:
    """Read a policy from TOML text that came from `file` (a file, or the database)."""
    return from_document(toml.parse(text, file), file)


def of_its_own_name(chosen: Policy, file: str) -> Policy:
    """Refuse a policy that bears the name of a built-in one and says something else: answers would name the wrong one."""
    if chosen.name in built_in() and fingerprint(chosen) != fingerprint(_built_in(chosen.name)):
        raise RuleError("policy_name_taken", {"file": file, "policy": chosen.name})
    return chosen


@cache
def _built_in(name: str) -> Policy:
    return from_document(_built_in_document(name), f"{name}.toml")


@cache
def _built_in_document(name: str) -> Tables:
    return toml.read(os.path.join(POLICIES, f"{name}.toml"), f"{name}.toml")


def from_document(document: Tables, file: str) -> Policy:
    """Read the tables of a policy file over those of its base."""
    where = Where(file)
    _known_keys(document, where)
    return _read(_over_base(document, where, depth=0), document, where)


def fingerprint(chosen: Policy) -> str:
    """Return the sha256 of everything a policy decides, its base's part included, whatever its layout or comments."""
    from hashlib import sha256
    from json import dumps

    return sha256(dumps(_plain(chosen), sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _plain(value: object) -> object:
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {key: _plain(item) for key, item in value._asdict().items()}
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def _known_keys(document: Tables, where: Where) -> None:
    known(document, TOP_KEYS, where)
    for axis, extra in (("performance", ("ceiling",)), ("potential", ())):
        _known_in(document, axis, (*AXIS_KEYS, *extra), where)
    ceiling = table(document.get("performance", {}), where.at("performance")).get("ceiling", {})
    known(table(ceiling, where.at("performance").at("ceiling")), ("predicates",), where.at("performance").at("ceiling"))
    _known_in(document, "talent", ("performance", "potential"), where)
    _known_in(document, "technical", POSITION_KINDS, where)
    _known_in(document, "eligibility", Eligibility._fields, where)
    _known_in(document, "pool", Pool._fields, where)
    _known_in(document, "selection", ("weights",), where)
    stages = where.at("selection").at("weights")
    known(table(table(document.get("selection", {}), where.at("selection")).get("weights", {}), stages), STAGES, stages)
    _known_in(document, "ip_asn", ("kinds",), where)
    components = table(document.get("components", {}), where.at("components"))
    for name, entry in components.items():
        known(table(entry, where.at("components").at(name)), COMPONENT_KEYS, where.at("components").at(name))


def _known_in(document: Tables, key: str, keys: tuple[str, ...], where: Where) -> None:
    known(table(document.get(key, {}), where.at(key)), keys, where.at(key))


def _over_base(document: Tables, where: Where, depth: int) -> Tables:
    if document.get("name") == ROOT and "base" not in document:
        return document
    base = decode(str, document.get("base", ROOT), where.at("base"))
    if base not in built_in() or depth > 3:
        names = built_in()
        raise refuse(
            "rule_unknown_value", where.at("base"), value=base, near=nearest(base, names), known=", ".join(names)
        )
    under = _over_base(_built_in_document(base), Where(f"{base}.toml"), depth + 1)
    own = {key: value for key, value in under.items() if key not in ("name", "title", "basis", "confidence", "base")}
    return _merged(own, document)


def _merged(under: Tables, over: Tables) -> Tables:
    result = dict(under)
    for key, value in over.items():
        below = result.get(key)
        mixes = key not in REPLACED and isinstance(value, dict) and isinstance(below, dict)
        # A component that names its measure is a new one; otherwise it changes the base's.
        result[key] = _merged(below, value) if mixes and "measure" not in value else value  # type: ignore[arg-type,operator]  # mixes says both are tables
    return result


def _read(tables: Tables, own: Tables, where: Where) -> Policy:
    performance, potential = _axis(tables, "performance", where), _axis(tables, "potential", where)
    used = (*performance.weights, *(name for name in potential.weights if name not in performance.weights))
    own_components = table(own.get("components", {}), where.at("components"))
    for name in own_components:
        if name not in used:
            raise refuse("policy_component_unused", where.at("components").at(name), component=name)
    ceiling = table(_section(tables, "performance", where).get("ceiling", {}), where.at("performance").at("ceiling"))
    talent = _weights(tables, ("talent",), ("performance", "potential"), where)
    ip_asn = _section(tables, "ip_asn", where)
    kinds = where.at("ip_asn").at("kinds")
    measured = _among(_need(ip_asn, "kinds", where.at("ip_asn")), EMPLOYEE_KINDS, kinds)
    if not measured:
        raise refuse("policy_nobody_measured", kinds, known=", ".join(EMPLOYEE_KINDS))
    for key in ("name", "basis"):
        if not str(own.get(key, "")).strip():
            raise refuse("rule_missing_citation" if key == "basis" else "rule_missing_key", where.at(key))
    name = decode(str, own["name"], where.at("name"))
    if not _NAME.fullmatch(name):
        raise refuse("policy_name", where.at("name"), value=name)
    return Policy(
        name=name,
        title=decode(str, own.get("title", own["name"]), where.at("title")),
        basis=decode(str, own["basis"], where.at("basis")),
        confidence=decode(Confidence, _need(own, "confidence", where), where.at("confidence")),
        base=""
        if own.get("name") == ROOT and "base" not in own
        else decode(str, own.get("base", ROOT), where.at("base")),
        performance=performance,
        ceiling=_predicates(ceiling.get("predicates", []), where.at("performance").at("ceiling").at("predicates")),
        potential=potential,
        components={name: _component(tables, name, where) for name in used},
        talent_performance=talent["performance"],
        talent_potential=talent["potential"],
        technical={kind: _share(tables, kind, where) for kind in _section(tables, "technical", where)},
        eligibility=_eligibility(_section(tables, "eligibility", where), where.at("eligibility")),
        pool=_pool(_section(tables, "pool", where), where.at("pool")),
        families=decode(Mapping[str, tuple[str, ...]], tables.get("families", {}), where.at("families")),
        selection=_weights(tables, ("selection", "weights"), (), where),
        ip_asn_kinds=measured,
    )


def _section(tables: Tables, key: str, where: Where) -> Tables:
    return table(_need(tables, key, where), where.at(key))


def _need(tables: Tables, key: str, where: Where) -> object:
    if key not in tables:
        raise refuse("rule_missing_key", where.at(key))
    return tables[key]


def _axis(tables: Tables, name: str, where: Where) -> Axis:
    here = where.at(name)
    section = _section(tables, name, where)
    bands = decode(tuple[Scaled, Scaled], _need(section, "bands", here), here.at("bands"))
    if not 0 < bands[0] < bands[1] <= WHOLE:
        raise refuse("rule_out_of_order", here.at("bands"))
    weights = _weights(tables, (name, "weights"), (), where)
    for component in weights:
        defined = table(tables.get("components", {}), where.at("components"))
        if component not in defined:
            raise refuse("policy_component_undefined", here.at("weights").at(component), component=component)
    return Axis(bands[0], bands[1], weights)


def _weights(tables: Tables, path: tuple[str, ...], wanted: tuple[str, ...], where: Where) -> Mapping[str, Scaled]:
    section: Tables = tables
    for key in path:
        section, where = _section(section, key, where), where.at(key)
    for name in wanted:
        _need(section, name, where)
    weights = {name: scaled(value, where.at(name)) for name, value in section.items()}
    for name, weight in weights.items():
        if weight < 0 or (weight == 0 and not wanted):
            raise refuse("policy_weight", where.at(name), value=str(section[name]))
    if sum(weights.values()) != WHOLE:
        total = Decimal(sum(weights.values())) / SCALE
        raise refuse("rule_weights_sum", where, sum=f"{total.normalize():f}")
    return weights


def _share(tables: Tables, kind: str, where: Where) -> TechnicalShare:
    weights = _weights(tables, ("technical", kind), ("talent", "technical"), where)
    known(weights, ("talent", "technical"), where.at("technical").at(kind))
    return TechnicalShare(weights["talent"], weights["technical"])


def _component(tables: Tables, name: str, where: Where) -> Component:
    here = where.at("components").at(name)
    entry = table(_section(tables, "components", where)[name], here)
    measure_name = decode(str, _need(entry, "measure", here), here.at("measure"))
    one_of(tuple(MEASURES), measure_name, here.at("measure"))
    measure = MEASURES[measure_name]
    if "ladder" in entry and "scale" in entry:
        raise refuse("rule_keys_exclude", here, one="ladder", other="scale")
    if "ladder" not in entry:
        if measure.names:
            raise refuse("rule_missing_key", here.at("ladder"))
        one_of(("direct",), entry.get("scale", "direct"), here.at("scale"))
    named, steps = _ladder(entry.get("ladder"), measure, here.at("ladder"))
    reached = (*named.values(), *(points for _, points in steps)) or (Scaled(0), Scaled(WHOLE))
    join = one_of(get_args(Join), entry.get("join", measure.join), here.at("join"))
    # What adds up is more than its highest part.
    highest = Scaled(WHOLE) if join == "sum" and named else max(reached)
    cap = scaled(entry["cap"], here.at("cap")) if "cap" in entry else highest
    at_least = scaled(entry["at_least"], here.at("at_least")) if "at_least" in entry else min(reached)
    if not 0 <= at_least <= cap <= WHOLE:
        raise refuse("rule_out_of_order", here.at("cap"))
    if ("ladder" in entry) and min(reached) < at_least:
        # Who has data would score less than the least that somebody without any may have.
        raise refuse("policy_ladder_below", here.at("ladder"), least=str(Decimal(at_least) / SCALE))
    years = decode(int, entry.get("years", 1), here.at("years"))
    if not 1 <= years <= MOST_YEARS:
        raise refuse("policy_range", here.at("years"), value=years, least=1, most=MOST_YEARS)
    return Component(
        measure=measure_name,
        years=years,
        join=join,
        cap=cap,
        at_least=at_least,
        names=named,
        steps=steps,
        when_not_applicable=one_of(
            get_args(NotApplicable), entry.get("when_not_applicable", "scale"), here.at("when_not_applicable")
        ),
    )


def _ladder(
    value: object, measure: Measure, where: Where
) -> tuple[Mapping[str, Scaled], tuple[tuple[Scaled, Scaled], ...]]:
    if value is None:
        return {}, ()
    entry = table(value, where)
    points = {key: scaled(item, where.at(key)) for key, item in entry.items()}
    for key, item in points.items():
        if not 0 <= item <= WHOLE:
            raise refuse("policy_points", where.at(key), value=str(entry[key]))
    if measure.names:
        spelled = {_spelling(name): name for name in measure.names}
        named = {}
        for key, item in points.items():
            one_of(tuple(spelled), _spelling(key), where.at(key))
            if spelled[_spelling(key)] in named:
                raise refuse("rule_twice", where, value=key)
            named[spelled[_spelling(key)]] = item
        missing = [name for name in measure.names if name not in named]
        if missing:
            raise refuse("rule_not_covered", where, missing=", ".join(missing))
        return {name: named[name] for name in measure.names}, ()
    bounds: dict[Scaled, Scaled] = {}
    for key, item in points.items():
        if (bound := _bound(key, where.at(key))) in bounds:
            # `20` and `20.0` are one bound.
            raise refuse("rule_twice", where, value=key)
        bounds[bound] = item
    steps = tuple(sorted(bounds.items()))
    if not steps or steps[0][0] != 0:
        raise refuse("rule_not_covered", where, missing="0")
    return {}, steps


def _bound(text: str, where: Where) -> Scaled:
    try:
        return scaled(Decimal(text), where)
    except InvalidOperation as error:
        raise refuse("rule_wrong_type", where, value=text, wanted="number") from error


def _spelling(name: str) -> str:
    return name.strip().lower().replace(" ", "_").replace("-", "_")


def _predicates(value: object, where: Where) -> tuple[Predicate, ...]:
    names = decode(tuple[str, ...], value, where)
    return tuple(one_of(PREDICATES, _spelling(name), where.at(i)) for i, name in enumerate(names))


def _among(value: object, names: tuple[str, ...], where: Where) -> tuple[str, ...]:
    return tuple(one_of(names, name, where.at(i)) for i, name in enumerate(decode(tuple[str, ...], value, where)))


def _eligibility(section: Tables, where: Where) -> Eligibility:
    for key in Eligibility._fields:
        _need(section, key, where)
    jpm = scaled(section["minimum_jpm"], where.at("minimum_jpm"))
    years = {
        key: decode(int, section[key], where.at(key)) for key in ("discipline_lookback_years", "years_of_predicate")
    }
    boxes = decode(tuple[int, ...], section["boxes"], where.at("boxes"))
    if not boxes:
        raise refuse("rule_not_covered", where.at("boxes"), missing="1–9")
    for i, box in enumerate(boxes):
        if box in boxes[:i]:
            raise refuse("rule_twice", where.at("boxes"), value=box)
        one_of(tuple(range(1, 10)), box, where.at("boxes").at(i))
    for key, value in years.items():
        if not 0 <= value <= MOST_YEARS:
            raise refuse("policy_range", where.at(key), value=value, least=0, most=MOST_YEARS)
    if not 0 <= jpm <= WHOLE:
        raise refuse("policy_range", where.at("minimum_jpm"), value=str(section["minimum_jpm"]), least=0, most=100)
    predicate = decode(str, section["minimum_predicate"], where.at("minimum_predicate"))
    return Eligibility(
        discipline_lookback_years=years["discipline_lookback_years"],
        minimum_jpm=jpm,
        minimum_predicate=one_of(PREDICATES, _spelling(predicate), where.at("minimum_predicate")),
        years_of_predicate=years["years_of_predicate"],
        grace_until=_month_day(section["grace_until"], where.at("grace_until")),
        boxes=boxes,
        rank=one_of(get_args(Treatment), section["rank"], where.at("rank")),
        field=one_of(("check", "show"), section["field"], where.at("field")),
        age_reading=one_of(("birthday", "completed_years"), section["age_reading"], where.at("age_reading")),
        penyelia_as_pengawas=decode(bool, section["penyelia_as_pengawas"], where.at("penyelia_as_pengawas")),
    )


def _month_day(value: object, where: Where) -> tuple[int, int]:
    text = decode(str, value, where)
    try:
        day = date.fromisoformat(f"2024-{text}")  # a leap year, so that 02-29 is a day
    except ValueError as error:
        raise refuse("policy_day", where, value=text) from error
    return day.month, day.day


def _pool(section: Tables, where: Where) -> Pool:
    for key in Pool._fields:
        _need(section, key, where)
    return Pool(
        kinds=_among(section["kinds"], (*EMPLOYEE_KINDS, *POSITION_KINDS), where.at("kinds")),
        families=decode(tuple[str, ...], section["families"], where.at("families")),
        agencies=decode(tuple[str, ...], section["agencies"], where.at("agencies")),
    )
