"""Two people side by side: where the difference in points comes from, and which requirements differ."""

from collections.abc import Sequence
from fractions import Fraction

from asnkarier.core.decide.shortlist import BOX
from asnkarier.core.defend.contributions import Compared, Contribution, sure
from asnkarier.views.decide import checks
from asnkarier.views.decide.components import COMPONENTS
from asnkarier.views.decide.listing import points_shown
from asnkarier.views.defend.answer import Answer
from asnkarier.views.language import N_, Words
from asnkarier.views.shapes import Column, Rounded, Shape, Table, Text


def _number(value: Fraction) -> int | float:
    return int(value) if value.denominator == 1 else float(value)


def _part(found: Contribution) -> dict[str, object]:
    return {
        "value_low": None if found.low is None else _number(found.low),
        "value_high": None if found.high is None else _number(found.high),
        "share": _number(found.share),
        "points": _number(found.adds),
    }


def data(one: Answer, other: Answer, pairs: Sequence[Compared]) -> dict[str, object]:
    """Return the comparison as data; the differences of the components sum to `difference`."""
    frame = one.written.frame
    return {
        "position": frame.position,
        "unit": frame.unit,
        "as_of": frame.as_of,
        "policy": {"name": frame.policy, "sha256": frame.policy_hash},
        "people": [_person(found) for found in (one, other)],
        "difference": _number(sum((pair.difference for pair in pairs), Fraction(0))),
        "components": [
            {
                "component": pair.component,
                "axis": pair.axis,
                "people": [_part(pair.one), _part(pair.other)],
                "difference": _number(pair.difference),
            }
            for pair in pairs
        ],
        "checks": [
            {"check": name, "people": [_check(one, name), _check(other, name)]} for name in _differing(one, other)
        ],
    }


def _person(found: Answer) -> dict[str, object]:
    judged = found.judged
    whole = found.written.person(judged)
    keys = ("nip", "name", "outcome", "box", "boxes", "score", "score_low", "score_high", "performance", "potential")
    return {key: whole[key] for key in keys}


def _check(found: Answer, name: str) -> dict[str, object] | None:
    return next((c for c in found.written.checks(found.judged) if c["check"] == name), None)


def _differing(one: Answer, other: Answer) -> list[str]:
    """Return the checks whose outcome or value differs."""
    names = one.judge.names()
    return [
        name
        for name, a, b in zip(names, one.judged.verdicts, other.judged.verdicts, strict=True)
        if (a.outcome, a.value, a.why) != (b.outcome, b.value, b.why)
    ]


def pictures(one: Answer, other: Answer, pairs: Sequence[Compared]) -> list[Shape]:
    """Return the comparison for the officer."""
    frame = one.written.frame
    names = (one.person.name, other.person.name)
    title = Words(
        N_("{one} and {other} for {position} on {as_of}"),
        {"one": names[0], "other": names[1], "position": frame.position, "as_of": frame.as_of},
    )
    columns = (
        Column("component", N_("Component")),
        Column("share", N_("% of score"), "score"),
        Column("one", Words("{name}", {"name": names[0]}), "score"),
        Column("other", Words("{name}", {"name": names[1]}), "score"),
        Column("difference", N_("Difference in points"), "score"),
    )
    rows: list[tuple[object, ...]] = [
        (_name(pair), _share(pair), _value(pair.one), _value(pair.other), pair.difference) for pair in pairs
    ]
    total = sum((pair.difference for pair in pairs), Fraction(0))
    rows.append(
        (Words(N_("Score")), Fraction(100), points_shown(one.judged.score), points_shown(other.judged.score), total)
    )
    caption = Words(
        N_(
            "Policy {policy} ({basis}). Ranges count by their sure part, as lists are ranked; the differences sum to the last line."
        ),
        {"policy": frame.policy, "basis": frame.policy_basis},
    )
    shapes: list[Shape] = [Text(_sentences(one, other, pairs, total)), Table(title, columns, rows, caption)]
    differing = _differing(one, other)
    if differing:
        headers = (
            Column("check", N_("Requirement")),
            Column("one", Words("{name}", {"name": names[0]})),
            Column("other", Words("{name}", {"name": names[1]})),
        )
        told = [(Words(checks.label(name)), _found(one, name), _found(other, name)) for name in differing]
        shapes.append(Table(N_("Requirements in which they differ"), headers, told))
    return shapes


def _name(pair: Compared) -> Words:
    label = Words(COMPONENTS.get(pair.component, pair.component))
    return Words(N_("{component} for the post"), {"component": label}) if pair.axis == "target" else label


def _share(pair: Compared) -> object:
    if pair.one.share == pair.other.share:
        return pair.one.share
    return Words("{one} / {other}", {"one": _two(pair.one.share), "other": _two(pair.other.share)})


def _two(value: Fraction) -> Rounded:
    return Rounded(value)


def _value(found: Contribution) -> object:
    if found.low is None or found.high is None:
        return Words(N_("does not apply"))
    if found.low == found.high:
        return found.low
    return Words("{low}–{high}", {"low": _two(found.low), "high": _two(found.high)})


def _found(found: Answer, name: str) -> Words:
    place = found.judge.names().index(name)
    verdict = found.judged.verdicts[place]
    sign = {"met": N_("met"), "not_met": N_("not met"), "unknown": N_("not known")}[verdict.outcome]
    value = checks.found(found.judge.kinds()[place], verdict, found.written.frame.as_of)
    return Words("{found} ({outcome})", {"found": value, "outcome": Words(sign)})


def _sentences(one: Answer, other: Answer, pairs: Sequence[Compared], total: Fraction) -> list[Words]:
    said = []
    for found in (one, other):
        if found.judged.outcome == "met":
            continue
        failing = [
            Words(checks.label(name))
            for name, verdict in zip(found.judge.names(), found.judged.verdicts, strict=True)
            if verdict.outcome == found.judged.outcome
        ]
        text = (
            N_("{name} is not eligible ({checks}); points decide nothing as long as that stands.")
            if found.judged.outcome == "not_met"
            else N_("Whether {name} is eligible cannot be told ({checks}).")
        )
        said.append(Words(text, {"name": found.person.name, "checks": failing}))
    first, second = (one, other) if total >= 0 else (other, one)
    values: dict[str, object] = {
        "first": first.person.name,
        "second": second.person.name,
        "points": _two(abs(total)),
        "one": _two(sure(first.judged)),
        "other": _two(sure(second.judged)),
    }
    if total == 0:
        said.append(Words(N_("Both have {one} points for sure."), values))
    else:
        sign = 1 if total > 0 else -1
        parts = sorted((p for p in pairs if p.difference), key=lambda p: -abs(p.difference))
        values["parts"] = [
            Words("{component} {points}", {"component": _name(p), "points": _signed(p.difference * sign)})
            for p in parts
        ]
        said.append(
            Words(N_("{first} has {points} points more than {second} ({one} against {other}): {parts}."), values)
        )
    boxes = [found.judged.talent.boxes for found in (one, other)]
    if set(boxes[0]) != set(boxes[1]) and BOX in one.judge.names():
        told = ["/".join(str(box) for box in sorted(set(found))) for found in boxes]
        values = {"one": one.person.name, "box": told[0], "other": other.person.name, "other_box": told[1]}
        said.append(Words(N_("{one} stands in box {box}, {other} in box {other_box}."), values))
    return said


def _signed(value: Fraction) -> Words:
    text = "+{points}" if value > 0 else "−{points}"
    return Words(text, {"points": _two(abs(value))})
