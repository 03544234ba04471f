"""Two policies beside each other: in what they differ, whose box and whose place differ, and why."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from asnkarier.core.decide.talent import Talent
from asnkarier.core.numbers import SCALE, shown, unscaled
from asnkarier.core.policy import Policy
from asnkarier.core.talent.causes import Cause, Span, Through, Weighed
from asnkarier.core.talent.compare import Changed, Share, shares
from asnkarier.views.decide.components import COMPONENTS
from asnkarier.views.decide.listing import stood_in, stood_in_data
from asnkarier.views.decide.shortlist import exact, number
from asnkarier.views.document import dumps_line
from asnkarier.views.formats import listed
from asnkarier.views.json_text import Rows, encoded
from asnkarier.views.language import N_, Words
from asnkarier.views.policy import differing, differing_data
from asnkarier.views.shapes import Coded, Column, Shape, Table, Text, titled
from asnkarier.views.values import number as decimal_number

FEW = 30
"""People shown unless everyone is asked for."""


class Comparison(NamedTuple):
    """Both policies and whom they tell apart."""

    as_of: date
    before: Policy
    after: Policy
    hashes: tuple[str, str]
    compared: int
    changed: Sequence[Changed]
    position: Callable[[int | None], str | None]
    stand_in: Mapping[tuple[int, ...], int] = MappingProxyType({})
    """Years that stand in for the newest one → of how many of those compared."""

    @property
    def boxes(self) -> list[Changed]:
        """Those whose box differs."""
        return [changed for changed in self.changed if changed.other_box]


def document(found: Comparison) -> list[bytes]:
    """Return the JSON document."""
    return encoded(
        {
            "as_of": found.as_of,
            "a": {"name": found.before.name, "sha256": found.hashes[0]},
            "b": {"name": found.after.name, "sha256": found.hashes[1]},
            "compared": found.compared,
            "other_box": len(found.boxes),
            "other_rank": sum(changed.rank_before != changed.rank_after for changed in found.changed),
            "differences": differing_data(found.before, found.after),
            "grace": stood_in_data(found.stand_in),
            "components": [share._asdict() for share in shares(found.changed)],
            "people": Rows(map(dumps_line, _people(found))),
        }
    )


_FLAT = (
    "nip name position a.box a.boxes a.rank a.talent a.talent_low a.talent_high b.box b.boxes b.rank b.talent "
    "b.talent_low b.talent_high main through causes.box causes.rank"
)
"""The columns of csv, be there a row or none."""


def flat(found: Comparison) -> Table:
    """Return everyone who changes as programs read them."""
    return listed.table(_people(found), _FLAT)


def _people(found: Comparison) -> Iterator[dict[str, object]]:
    for changed in found.changed:
        yield {
            "nip": changed.person.nip,
            "name": changed.person.name,
            "position": found.position(changed.person.position_id),
            "a": _side(changed.before, changed.rank_before),
            "b": _side(changed.after, changed.rank_after),
            "main": changed.main.name,
            "through": [{"component": t.component, "axis": t.axis, **_sides(t)} for t in changed.through],
            "causes": {
                "box": [_cause(cause, changed, found) for cause in changed.box_causes],
                "rank": [_cause(cause, changed, found) for cause in changed.place_causes],
            },
        }


def _cause(cause: Cause, changed: Changed, found: Comparison) -> dict[str, object]:
    """Return what moves a person, with what it is by both policies: points, bands, whether the ceiling holds, shares, own values."""
    sides: tuple[object, object] = (None, None)
    if cause.part == "bands":
        sides = _numbers(_bands(found.before, cause)), _numbers(_bands(found.after, cause))
    elif cause.part == "shares":
        sides = _numbers(_shares_of(found.before)), _numbers(_shares_of(found.after))
    elif cause.held:
        sides = cause.held
    elif cause.value:
        sides = float(cause.value[0] / SCALE), float(cause.value[1] / SCALE)
    axis = cause.through.axis if cause.through else cause.axis
    return {
        "cause": cause.part,
        "component": cause.through.component if cause.through else None,
        "axis": axis,
        **(_sides(cause.through) if cause.through else {"a": sides[0], "b": sides[1]}),
    }


def _sides(t: Through) -> dict[str, object]:
    """Return what a component adds by both policies, and how far it moves its axis."""
    a, b = (_span(side.added) if side else None for side in (t.before, t.after))
    return {"a": a, "b": b, "moves": _span(t.moved)}


def _bands(policy: Policy, cause: Cause) -> tuple[int, int]:
    axis = policy.performance if cause.axis == "performance" else policy.potential
    return axis.middle_from, axis.high_from


def _shares_of(policy: Policy) -> tuple[int, int]:
    return policy.talent_performance, policy.talent_potential


def _numbers(values: Sequence[int]) -> list[object]:
    return [unscaled(value) for value in values]


def _side(talent: Talent, rank: int) -> dict[str, object]:
    value = talent.value
    return {
        "box": talent.box,
        "boxes": sorted(set(talent.boxes)),
        "rank": rank,
        "talent": exact(value),
        "talent_low": number(value[0], value[2]),
        "talent_high": number(value[1], value[2]),
    }


def _span(span: Span) -> object:
    low, high = (end / SCALE for end in span)
    return float(low) if low == high else [float(low), float(high)]


_COLUMNS = (
    Column("nip", N_("NIP"), "nip"),
    Column("name", N_("Name")),
    Column("position", N_("Position")),
    Column("box", N_("Box")),
    Column("rank", N_("Rank")),
    Column("through", N_("Through")),
)
_WHOLE = (
    *_COLUMNS,
    Column("place_through", N_("Place through")),
    Column("components", N_("Components that differ")),
)


_SHARES = (
    Column("component", N_("What moves")),
    Column("axis", N_("Axis")),
    Column("higher_box", N_("Box changes, axis up"), "integer"),
    Column("lower_box", N_("Box changes, axis down"), "integer"),
    Column("unclear_box", N_("Box open"), "integer"),
    Column("only_place", N_("Only the place"), "integer"),
)
_AXES = {"performance": N_("performance"), "potential": N_("potential")}
_PARTS = {
    "bands": N_("Bands"),
    "ceiling": N_("Ceiling of the last predicate"),
    "shares": N_("Shares of performance and potential"),
    "others": N_("Values of others"),
}
_HELD = {"no": N_("does not hold"), "perhaps": N_("may hold"), "yes": N_("holds")}


def pictures(found: Comparison, everyone: bool) -> list[Shape]:
    """Return the comparison for people: what moves how many, then other boxes, then other places."""
    boxes = found.boxes
    others = [changed for changed in found.changed if not changed.other_box]
    names = {"a": found.before.name, "b": found.after.name}
    shapes: list[Shape] = [
        Text([_compared(found), *stood_in(found.stand_in, found.as_of)]),
        *_differences(found),
        *_summary(shares(found.changed)),
        _table(Words(N_("Another box under {b} than under {a}"), names), boxes if everyone else boxes[:FEW], found),
    ]
    if not everyone and len(boxes) > FEW:
        shapes.append(Text([Words(N_("{more} more; --all shows them."), {"more": len(boxes) - FEW})]))
    if everyone and others:
        shapes.append(_table(Words(N_("Only another place under {b} than under {a}"), names), others, found))
    return shapes


def _differences(found: Comparison) -> Iterator[Shape]:
    """Say in what the policies differ beside their components, whose points the tables below tell."""
    rows = differing(found.before, found.after)
    if rows:
        columns = (
            Column("what", N_("Setting")),
            Column("a", Words("{name}", {"name": found.before.name})),
            Column("b", Words("{name}", {"name": found.after.name})),
        )
        yield Table(N_("What the policies set otherwise, beside their components"), columns, rows)


def _summary(counted: Sequence[Share]) -> Iterator[Shape]:
    if not counted:
        return
    rows = [
        (
            Coded(
                share.component,
                Words(COMPONENTS.get(share.component, share.component))
                if share.cause == "component"
                else _PARTS[share.cause],
            ),
            Coded(share.axis, _AXES[share.axis]) if share.axis else None,
            share.higher_box or None,
            share.lower_box or None,
            share.unclear_box or None,
            share.only_place or None,
        )
        for share in counted
    ]
    caption = N_(
        "Each person counts once, at what moves the person most: a component only where the new value lies on another side of the"
        " first policy's bands, else the bands or the ceiling; open: data lack to tell which way."
    )
    yield Table(N_("People by what moves them most"), _SHARES, rows, caption)


def sheets(found: Comparison) -> list[Shape]:
    """Return what a workbook holds: everyone who changes."""
    names = {"a": found.before.name, "b": found.after.name}
    whole = _table(Words(N_("Who changes under {b} compared with {a}"), names), found.changed, found, whole=True)
    # A sheet passed on tells by itself of which day it is.
    return [replace(whole, caption=_compared(found)), *_summary(shares(found.changed)), *_differences(found)]


def _compared(found: Comparison) -> Words:
    boxes, changed = len(found.boxes), len(found.changed)
    return Words(
        N_("{compared} people compared on {as_of}: {boxes} have another box, {others} only another place."),
        {"compared": found.compared, "as_of": found.as_of, "boxes": boxes, "others": changed - boxes},
    )


def _table(title: Words, people: Sequence[Changed], found: Comparison, *, whole: bool = False) -> Table:
    rows = []
    for changed in people:
        row: list[object] = [
            changed.person.nip,
            titled(changed.person),
            found.position(changed.person.position_id),
            f"{_boxes(changed.before)} → {_boxes(changed.after)}",
            f"{changed.rank_before} → {changed.rank_after}",
        ]
        if whole:
            row.append([_because(cause, changed, found) for cause in changed.box_causes])
            row.append([_because(cause, changed, found) for cause in changed.place_causes])
            row.append([Coded(f"{t.component} {_plain(t.moved)}", _said(t)) for t in changed.through])
        else:
            row.append(_mostly(changed, found))
        rows.append(row)
    caption = (
        N_(
            "Through: what moves the person into the other box, and to the other place; how far each component moves its axis, against what"
            " the axis stood at, with its points and share by both policies."
        )
        if whole
        else N_(
            "Through: what moves the person; of components the one that does most: how far it moves its axis, against what the axis stood"
            " at, with its points and share by both policies. Every one with -o x.xlsx."
        )
    )
    return Table(title, _WHOLE if whole else _COLUMNS, rows, caption, N_("Nobody."))


def _mostly(changed: Changed, found: Comparison) -> list[Words]:
    """Say what moves the person into the other box, or else to the other place; of components how many others differ as well."""
    causes = changed.box_causes or changed.place_causes
    said = [_because(cause, changed, found) for cause in causes]
    named = {(cause.through.component, cause.through.axis) for cause in causes if cause.through}
    others = len(changed.through) - len(named)
    if named and others:
        last = max(at for at, cause in enumerate(causes) if cause.through)
        values = {"main": said[last], "others": others}
        said[last] = Words(N_("{main} (and {others} {others:other|others})"), values)
    return said


def _because(cause: Cause, changed: Changed, found: Comparison) -> Words:
    """Say one cause with what it is by both policies."""
    if cause.through:
        return _said(cause.through)
    if cause.part == "bands":
        axis = 0 if cause.axis == "performance" else 1
        values = [(talent.performance, talent.potential)[axis] for talent in (changed.before, changed.after)]
        spans = [(Fraction(low, base), Fraction(high, base)) for low, high, base in values]
        return Words(
            N_("Bands of {axis} {a} → {b}, the value {before} → {after}"),
            {
                "axis": Words(_AXES[cause.axis or "potential"]),
                "a": _slashed(_bands(found.before, cause)),
                "b": _slashed(_bands(found.after, cause)),
                "before": _points(spans[0]),
                "after": _points(spans[1]),
            },
        )
    if cause.held:
        held = {"a": Words(_HELD[cause.held[0]]), "b": Words(_HELD[cause.held[1]])}
        return Words(N_("Ceiling of the last predicate: {a} → {b}"), held)
    if cause.value:
        own = {"a": shown(cause.value[0] / SCALE, 2), "b": shown(cause.value[1] / SCALE, 2)}
        return Words(N_("Values of others; the person's own {a} → {b}"), own)
    shares_of = {"a": _colon(_shares_of(found.before)), "b": _colon(_shares_of(found.after))}
    return Words(N_("Shares of performance and potential {a} → {b}"), shares_of)


def _slashed(values: Sequence[int]) -> str:
    return "/".join(decimal_number(unscaled(value)) for value in values)


def _colon(values: Sequence[int]) -> str:
    return ":".join(decimal_number(unscaled(value)) for value in values)


def _boxes(talent: Talent) -> str:
    return "/".join(str(box) for box in sorted(set(talent.boxes)))


def _said(t: Through) -> Words:
    """Say what a component moves its axis by, and its points and share by both policies."""
    values = {
        "component": Words(COMPONENTS.get(t.component, t.component)),
        "moved": _moved(t.moved),
        "a": _weighed(t.before),
        "b": _weighed(t.after),
    }
    return Words("{component} {moved} ({a} → {b})", values)


def _weighed(side: Weighed | None) -> object:
    if side is None:
        return "–"
    return Words("{points} × {share} %", {"points": _points(side.points), "share": shown(side.share * 100, 2)})


def _moved(span: Span) -> object:
    low, high = (_signed(end) for end in span)
    return low if span[0] == span[1] else Words(N_("{low} to {high}"), {"low": low, "high": high})


def _signed(value: Fraction) -> Words:
    sign = "+" if value > 0 else "-" if value < 0 else ""
    return Words(f"{sign}{{points}}", {"points": shown(abs(value) / SCALE, 2)})


def _plain(span: Span) -> str:
    """Write points for programs: a number, or both ends of a range."""
    return "..".join(f"{shown(Fraction(end) / SCALE, 4):f}" for end in dict.fromkeys(span))


def _points(span: Span) -> object:
    low, high = (Fraction(end) / SCALE for end in span)
    if low == high:
        return shown(low, 2)
    return Words("{low}–{high}", {"low": shown(low, 2), "high": shown(high, 2)})
