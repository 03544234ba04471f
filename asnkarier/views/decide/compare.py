"""Two policies beside each other: whose box and whose place differ, and why."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from asnkarier.core.decide.talent import Talent
from asnkarier.core.numbers import SCALE, shown
from asnkarier.core.policy import Policy
from asnkarier.core.talent.compare import Changed, Share, Span, Through, shares
from asnkarier.views.decide.components import COMPONENTS
from asnkarier.views.decide.shortlist import exact, number
from asnkarier.views.decide.talent import stood_in, stood_in_data
from asnkarier.views.document import dumps_line
from asnkarier.views.formats import listed
from asnkarier.views.json_text import Rows, encoded
from asnkarier.views.language import N_, Words
from asnkarier.views.shapes import Coded, Column, Shape, Table, Text, titled

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
            "grace": stood_in_data(found.stand_in),
            "components": [share._asdict() for share in shares(found.changed)],
            "people": Rows(map(dumps_line, _people(found))),
        }
    )


_FLAT = (
    "nip name position a.box a.boxes a.rank a.talent a.talent_low a.talent_high b.box b.boxes b.rank b.talent "
    "b.talent_low b.talent_high main through"
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
            "main": changed.main.component if changed.main else None,
            "through": [
                {"component": t.component, "axis": t.axis, "a": _span(t.before), "b": _span(t.after)}
                for t in changed.through
            ],
        }


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


def _span(span: Span | None) -> object:
    if span is None:
        return None
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


_SHARES = (
    Column("component", N_("Component")),
    Column("axis", N_("Axis")),
    Column("higher_box", N_("Box changes, axis up"), "integer"),
    Column("lower_box", N_("Box changes, axis down"), "integer"),
    Column("unclear_box", N_("Box open"), "integer"),
    Column("only_place", N_("Only the place"), "integer"),
)
_AXES = {"performance": N_("performance"), "potential": N_("potential")}


def pictures(found: Comparison, everyone: bool) -> list[Shape]:
    """Return the comparison for people: what moves how many, then other boxes, then other places."""
    boxes = found.boxes
    others = [changed for changed in found.changed if not changed.other_box]
    names = {"a": found.before.name, "b": found.after.name}
    said = Words(
        N_("{compared} people compared on {as_of}: {boxes} have another box, {others} only another place."),
        {"compared": found.compared, "as_of": found.as_of, "boxes": len(boxes), "others": len(others)},
    )
    shapes: list[Shape] = [
        Text([said, *stood_in(found.stand_in, found.as_of)]),
        *_summary(shares(found.changed)),
        _table(Words(N_("Another box under {b} than under {a}"), names), boxes if everyone else boxes[:FEW], found),
    ]
    if not everyone and len(boxes) > FEW:
        shapes.append(Text([Words(N_("{more} more; --all shows them."), {"more": len(boxes) - FEW})]))
    if everyone and others:
        shapes.append(_table(Words(N_("Only another place under {b} than under {a}"), names), others, found))
    return shapes


def _summary(counted: Sequence[Share]) -> Iterator[Shape]:
    if not counted:
        return
    rows = [
        (
            Coded(share.component, Words(COMPONENTS.get(share.component, share.component))),
            Coded(share.axis, _AXES[share.axis]),
            share.higher_box or None,
            share.lower_box or None,
            share.unclear_box or None,
            share.only_place or None,
        )
        for share in counted
    ]
    caption = N_(
        "Each person counts once, at the component that moves the person most; open: data lack to tell which way."
    )
    yield Table(N_("People by the component that moves them most"), _SHARES, rows, caption)


def sheets(found: Comparison) -> list[Shape]:
    """Return what a workbook holds: everyone who changes."""
    names = {"a": found.before.name, "b": found.after.name}
    whole = _table(Words(N_("Who changes under {b} compared with {a}"), names), found.changed, found, whole=True)
    return [whole, *_summary(shares(found.changed))]


def _table(title: Words, people: Sequence[Changed], found: Comparison, *, whole: bool = False) -> Table:
    rows = [
        (
            changed.person.nip,
            titled(changed.person),
            found.position(changed.person.position_id),
            f"{_boxes(changed.before)} → {_boxes(changed.after)}",
            f"{changed.rank_before} → {changed.rank_after}",
            [Coded(f"{t.component} {_plain(t.before)} {_plain(t.after)}", _said(t)) for t in changed.through]
            if whole
            else _mostly(changed),
        )
        for changed in people
    ]
    caption = (
        N_("Through: what each component adds to its axis, in points, the greatest change first.")
        if whole
        else N_("Through: the points of the component that moves the person most; every one with -o x.xlsx.")
    )
    return Table(title, _COLUMNS, rows, caption, N_("Nobody."))


def _mostly(changed: Changed) -> Words | None:
    """Say the component that moves the person most, and how many others differ."""
    if changed.main is None:
        return None
    others = len(changed.through) - 1
    values = {"main": _said(changed.main), "others": others}
    return Words(N_("{main} (and {others} {others:other|others})"), values) if others else _said(changed.main)


def _boxes(talent: Talent) -> str:
    return "/".join(str(box) for box in sorted(set(talent.boxes)))


def _said(t: Through) -> Words:
    values = {
        "component": Words(COMPONENTS.get(t.component, t.component)),
        "a": _points(t.before),
        "b": _points(t.after),
    }
    return Words("{component} {a} → {b}", values)


def _plain(span: Span | None) -> str:
    """Write points for programs: a number, both ends of a range, or nothing known."""
    return "-" if span is None else "..".join(f"{shown(Fraction(end) / SCALE, 4):f}" for end in dict.fromkeys(span))


def _points(span: Span | None) -> object:
    if span is None:
        return "–"
    low, high = (Fraction(end) / SCALE for end in span)
    if low == high:
        return shown(low, 2)
    return Words("{low}–{high}", {"low": shown(low, 2), "high": shown(high, 2)})
