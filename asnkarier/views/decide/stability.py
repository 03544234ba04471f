"""How firm a list stands, for people and for programs."""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from asnkarier.core.decide.measures import Points
from asnkarier.core.defend.stability import Border, Interval, Moved, Possible, Stability, Varied
from asnkarier.core.defend.variants import CUT_OFF_STEP, WEIGHT_STEP, Variant
from asnkarier.core.numbers import SCALE, unscaled
from asnkarier.views.decide.components import COMPONENTS
from asnkarier.views.decide.shortlist import number
from asnkarier.views.document import dumps_line
from asnkarier.views.formats import listed
from asnkarier.views.json_text import Rows, encoded
from asnkarier.views.language import N_, Words
from asnkarier.views.shapes import Column, Said, Shape, Table, Text, titled

NAMES = 3
"""Names shown of those who enter or leave, unless everyone is asked for."""
FEW = 30
"""Candidates shown unless everyone is asked for."""
FEW_OPEN = 10
"""Undetermined people shown unless everyone is asked for."""

AXES = {"performance": N_("Performance"), "potential": N_("Potential")}
LINES = {
    ("performance", "middle_from"): N_("performance: middle row from"),
    ("performance", "high_from"): N_("performance: high row from"),
    ("potential", "middle_from"): N_("potential: middle column from"),
    ("potential", "high_from"): N_("potential: high column from"),
    ("eligibility", "minimum_jpm"): N_("least JPM"),
    ("score", "last_place"): N_("score of the last of the first places"),
}
SHARES = {
    ("talent", "performance"): N_("weight of performance in talent"),
    ("talent", "potential"): N_("weight of potential in talent"),
    ("technical", "talent"): N_("weight of talent beside technical competency"),
    ("technical", "technical"): N_("weight of technical competency beside talent"),
}


class Shown(NamedTuple):
    """What was found, and what surrounds it."""

    found: Stability
    position: str
    unit: str | None
    kind: str
    as_of: date
    policy: str
    policy_hash: str
    law: str
    considered: int


def document(shown: Shown) -> list[bytes]:
    """Return the JSON document."""
    found = shown.found
    return encoded(
        {
            "position": shown.position,
            "unit": shown.unit,
            "position_kind": shown.kind,
            "as_of": shown.as_of,
            "policy": {"name": shown.policy, "sha256": shown.policy_hash},
            "top": found.top,
            "weight_step": number(WEIGHT_STEP, 1),
            "cut_off_step": number(CUT_OFF_STEP, 1),
            "considered": shown.considered,
            "eligible": len(found.base.ranked),
            "undetermined": len(found.base.undetermined),
            "verdict": found.verdict,
            "changing": len(found.changing),
            "variants": [_variant(varied) for varied in found.varied],
            "candidates": Rows(_candidates(found.intervals)),
            "undetermined_people": Rows(_possible(found)),
            "borders": [
                {
                    "area": border.area,
                    "border": border.name,
                    "at": number(border.at[0], border.at[2]),
                    "within": border.within,
                    "possibly": border.possibly,
                }
                for border in found.borders
            ],
        }
    )


_FLAT = "what area name before after eligible undetermined enters leaves"
"""The columns of csv, be there a row or none."""


def flat(shown: Shown) -> Table:
    """Return every change of the policy that was tried as programs read it."""
    return listed.table(map(_variant, shown.found.varied), _FLAT)


def _variant(varied: Varied) -> dict[str, object]:
    variant = varied.variant
    return {
        "what": variant.what,
        "area": variant.area,
        "name": variant.name,
        "before": number(variant.before, 1),
        "after": number(variant.after, 1),
        "eligible": varied.eligible,
        "undetermined": varied.undetermined,
        "enters": [_moved(moved) for moved in varied.enters],
        "leaves": [_moved(moved) for moved in varied.leaves],
    }


def _moved(moved: Moved) -> dict[str, object]:
    return {
        "nip": moved.person.nip,
        "name": moved.person.name,
        "rank_before": moved.before,
        "rank_after": moved.after,
    }


def _candidates(intervals: Sequence[Interval]) -> Iterator[str]:
    for one in intervals:
        yield dumps_line(
            {
                "nip": one.person.nip,
                "name": one.person.name,
                "rank": one.rank,
                "rank_best": one.best,
                "rank_worst": one.worst,
                "listed": one.listed,
                "in_top": one.in_top,
            }
        )


def _possible(found: Stability) -> Iterator[str]:
    for one in found.possible:
        yield dumps_line({"nip": one.person.nip, "name": one.person.name, "best_possible_rank": one.rank})


def pictures(shown: Shown, everyone: bool) -> list[Shape]:
    """Return the verdict first, then what moves, who stands where, and who stands near a line."""
    found = shown.found
    varied = found.varied if everyone else found.changing
    shapes: list[Shape] = [Text([verdict(found)]), _variants(shown, varied, None if everyone else NAMES)]
    near = [i for i in found.intervals if everyone or (i.rank is not None and i.rank <= found.top) or i.in_top]
    limit = None if everyone else FEW
    shapes.append(_places(shown, near[:limit]))
    if limit is not None and len(near) > limit:
        shapes.append(Text([Words(N_("{more} more; --all shows them."), {"more": len(near) - limit})]))
    reaching = [one for one in found.possible if everyone or one.rank <= found.top]
    if reaching:
        limit = None if everyone else FEW_OPEN
        shapes.append(_reaching(reaching[:limit]))
        if limit is not None and len(reaching) > limit:
            shapes.append(Text([Words(N_("{more} more; --all shows them."), {"more": len(reaching) - limit})]))
    shapes.append(_borders(found.borders))
    return shapes


def sheets(shown: Shown) -> list[Shape]:
    """Return what a workbook holds: every neighbour, everyone, every line."""
    found = shown.found
    return [
        _variants(shown, found.varied, None),
        _places(shown, found.intervals),
        _reaching(found.possible),
        _borders(found.borders),
    ]


def verdict(found: Stability) -> Words:
    """Say in one sentence how firm the list stands."""
    values: dict[str, object] = {"tried": len(found.varied), "top": found.top}
    if found.verdict == "empty":
        return Words(
            N_("Nobody meets every requirement for sure, and none of {tried} small changes of the policy alters that."),
            values,
        )
    if found.verdict == "firm":
        return Words(
            N_("Firm: none of {tried} small changes of the policy puts anybody else among the first {top}."), values
        )
    open_ = sum(one.rank <= found.top for one in found.possible)
    if found.verdict == "firm_but_open":
        return Words(
            N_(
                "Firm but open: none of {tried} small changes of the policy puts anybody else among the first {top}, but"
                " {open} people of whom something is not known could stand there."
            ),
            {**values, "open": open_},
        )
    changing = found.changing
    most = max(changing, key=lambda varied: len(varied.enters) + len(varied.leaves))
    values |= {"changing": len(changing), "change": named(most.variant), "open": open_}
    values |= {"enter": len(most.enters), "leave": len(most.leaves)}
    return Words(
        N_(
            "Sensitive: {changing} of {tried} small changes of the policy put other people among the first {top}; the one"
            " that moves most is {change}: {enter} enter, {leave} leave."
        ),
        values,
    )


def named(variant: Variant) -> Words:
    """Name a change of the policy."""
    key = (variant.area, variant.name)
    if variant.what == "cut_off":
        what: Said = LINES[key]
    elif variant.area in AXES:
        component = Words(COMPONENTS.get(variant.name, variant.name))
        what = Words(N_("weight of {component}"), {"component": component})
    else:
        what = SHARES[key]
    values = {"what": what if isinstance(what, Words) else Words(what)}
    return Words(
        "{what} {before} → {after}", {**values, "before": unscaled(variant.before), "after": unscaled(variant.after)}
    )


def _variants(shown: Shown, varied: Sequence[Varied], most: int | None) -> Table:
    columns = (
        Column("change", N_("Change of the policy")),
        Column("eligible", N_("Eligible"), "integer"),
        Column("undetermined", N_("Undetermined"), "integer"),
        Column("enters", Words(N_("Enters the first {top}"), {"top": shown.found.top})),
        Column("leaves", Words(N_("Leaves the first {top}"), {"top": shown.found.top})),
    )
    rows = [
        (
            named(one.variant),
            one.eligible,
            one.undetermined,
            _names(one.enters, most),
            _names(one.leaves, most),
        )
        for one in varied
    ]
    title = Words(
        N_("{position} on {as_of}: who enters and leaves"), {"position": shown.position, "as_of": shown.as_of}
    )
    return Table(title, columns, rows, _caption(shown), N_("No change of the policy moves anybody in or out."))


def _caption(shown: Shown) -> Words:
    return Words(
        N_(
            "Each weight moved by {weight} points, the others scaled to the rest, and each cut-off by {cut_off}; one at a"
            " time. Policy {policy}; boxes: {law}."
        ),
        {
            "weight": unscaled(WEIGHT_STEP),
            "cut_off": unscaled(CUT_OFF_STEP),
            "policy": shown.policy,
            "law": shown.law,
        },
    )


def _names(moved: Sequence[Moved], most: int | None) -> list[object]:
    said: list[object] = [
        Words(
            "{name} ({before} → {after})",
            {"name": m.person.name, "before": m.before or "–", "after": m.after or "–"},
        )
        for m in moved[:most]
    ]
    return [*said, f"+ {len(moved) - len(said)}"] if len(moved) > len(said) else said


def _places(shown: Shown, intervals: Sequence[Interval]) -> Table:
    tried = len(shown.found.varied)
    columns = (
        Column("rank", N_("Rank"), "integer"),
        Column("name", N_("Name")),
        Column("nip", N_("NIP"), "nip"),
        Column("best", N_("Best"), "integer"),
        Column("worst", N_("Worst"), "integer"),
        Column("listed", N_("On the list"), "integer"),
        Column("in_top", Words(N_("Among the first {top}"), {"top": shown.found.top}), "integer"),
    )
    rows = [(i.rank, titled(i.person), i.person.nip, i.best, i.worst, i.listed, i.in_top) for i in intervals]
    caption = Words(N_("Best and worst place, and on how many of {tried} changed lists."), {"tried": tried})
    return Table(N_("Between which places everyone stands"), columns, rows, caption, N_("Nobody is on any list."))


def _reaching(people: Sequence[Possible]) -> Table:
    columns = (
        Column("best", N_("Best possible place"), "integer"),
        Column("name", N_("Name")),
        Column("nip", N_("NIP"), "nip"),
    )
    rows = [(one.rank, titled(one.person), one.person.nip) for one in people]
    caption = N_("Where they would stand if all that is missing turned out well; `shortlist` says what is missing.")
    return Table(N_("Undetermined who could still come among the first"), columns, rows, caption, N_("Nobody."))


def _borders(borders: Sequence[Border]) -> Table:
    columns = (
        Column("line", N_("Line")),
        Column("at", N_("At"), "score"),
        Column("within", N_("Within a point"), "integer"),
        Column("possibly", N_("Possibly"), "integer"),
    )
    rows = [(Words(LINES[b.area, b.name]), _points(b.at), b.within, b.possibly) for b in borders]
    caption = N_("Those who fail no other requirement. Possibly: their value is a range that reaches there.")
    return Table(N_("Who stands near a line"), columns, rows, caption)


def _points(points: Points) -> Fraction:
    return Fraction(points[0], points[2] * SCALE)
