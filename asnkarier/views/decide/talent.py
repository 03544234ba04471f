"""The talent map: nine boxes with counts and names, what each recommends, and who cannot be placed."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from asnkarier.core.decide.checks.personal import appointed_by_nip
from asnkarier.core.decide.evaluated import BY_YEAR, years_of
from asnkarier.core.decide.measures import Points
from asnkarier.core.decide.talent import Talent
from asnkarier.core.numbers import SCALE, unscaled
from asnkarier.core.person import Person
from asnkarier.core.policy import Policy
from asnkarier.core.rules.talent import TalentRule
from asnkarier.views.decide.components import COMPONENTS, without
from asnkarier.views.decide.listing import points_shown, range_said, stood_in
from asnkarier.views.decide.shortlist import exact, number
from asnkarier.views.formats import listed
from asnkarier.views.json_text import Rows, encoded, quoted
from asnkarier.views.language import N_, Words
from asnkarier.views.law_words import source
from asnkarier.views.shapes import Column, Grid, Said, Shape, Table, Text, ranged, titled
from asnkarier.views.terms import by_nip, term

NAMES = 6
"""Names shown in a box unless everyone is asked for."""
FEW = 20
"""People shown in a table unless everyone is asked for."""

UNDETERMINED = N_("Not determined: something is not known")
"""The title of the list of those without a box."""

EVALUATED: Mapping[str, str] = {
    "in_parts": N_("no annual evaluation yet"),
    "predicate_open": N_("predicate open"),
    "rating_open": N_("rating open"),
}
"""What is open of who was evaluated all the same."""


class Mapped(NamedTuple):
    """One person on the map, with the score for a target post where there is one."""

    person: Person
    talent: Talent
    score: Points | None
    missing: tuple[str, ...]
    """The components whose points are a range."""
    not_applicable: tuple[str, ...] = ()
    """The components that cannot apply."""
    stand_in: tuple[int, ...] = ()
    """The years that stand in for the newest one, which is not recorded yet; nothing where none do."""
    away: tuple[int, ...] = ()
    """The years left out because nobody was to evaluate the person in them: spent wholly on leave without pay, or suspended."""


class TalentMap(NamedTuple):
    """The map of one day and policy."""

    as_of: date
    policy: Policy
    policy_hash: str
    rule: TalentRule
    law: str
    target: str | None
    people: Sequence[Mapped]
    position: Callable[[int | None], str | None]
    unit: Callable[[int | None], str]
    why: Callable[[Person, str], Sequence[str]] = lambda person, component: ()
    """Why a component that rests on evaluations by year is open for a person; nothing of the others."""
    off_duty: Mapping[str, int] | None = None
    """Staff of the same choice that is not on duty, and so not on the map, by status; None where nobody counted."""

    @property
    def counts(self) -> Counter[int | None]:
        """How many people are in each box; None are the undetermined."""
        return Counter(mapped.talent.box for mapped in self.people)

    @property
    def numbers(self) -> list[int]:
        """The numbers of the boxes."""
        return sorted(box.number for box in self.rule.boxes)

    def names(self) -> dict[int, list[str]]:
        """Box → the names of who is in it."""
        names: dict[int, list[str]] = {box: [] for box in self.numbers}
        for person, talent, *_ in self.people:
            if talent.box is not None:
                names[talent.box].append(person.full_name)
        return names

    def shares(self) -> dict[str, Fraction]:
        """Return each row's share of those who have a box, in percent."""
        counts = self.counts
        placed = sum(counts[box] for box in self.numbers)
        if not placed:
            return {}
        return {
            row: Fraction(100 * sum(counts[b.number] for b in self.rule.boxes if b.performance == row), placed)
            for row in ("high", "middle", "low")
        }

    def crowded(self) -> list[str]:
        """Return the rows that hold more than the share from which the map says little."""
        limit = self.rule.crowded
        if limit is None:
            return []
        return [row for row, share in self.shares().items() if share * SCALE > limit]


def document(found: TalentMap) -> list[bytes]:
    """Return the JSON document."""
    counts = found.counts
    return encoded(
        {
            "as_of": found.as_of,
            "policy": {"name": found.policy.name, "sha256": found.policy_hash},
            "expected_policy": found.rule.expected_policy or None,
            "law": found.law,
            "for": found.target,
            "boxes": {str(box): counts[box] for box in found.numbers},
            "undetermined": counts[None],
            **_considered(found),
            "rows": {row: float(share) for row, share in found.shares().items()},
            "crowded": found.crowded(),
            "recommendations": {str(box.number): list(box.recommendations) for box in found.rule.boxes},
            "people": Rows(_rows(found)),
        }
    )


def _considered(found: TalentMap) -> dict[str, object]:
    if found.off_duty is None:
        return {}
    on_duty = len(found.people)
    return {
        "staff": on_duty + sum(found.off_duty.values()),
        "on_duty": on_duty,
        "not_considered": dict(found.off_duty),
    }


def _rows(found: TalentMap) -> Iterator[str]:
    posts: dict[int | None, str] = {}
    units: dict[int | None, str] = {}
    texts: dict[Points, str] = {}
    boxes: dict[tuple[int, ...], str] = {}
    lacks: dict[tuple[str, ...], str] = {}
    lefts: dict[tuple[str, ...], str] = {}
    for person, talent, score, missing, not_applicable, stand_in, away in found.people:
        performance, potential, value, possible, capped = talent
        post = posts.get(person.position_id)
        if post is None:
            post = posts[person.position_id] = quoted(found.position(person.position_id))
        unit = units.get(person.unit_id)
        if unit is None:
            unit = units[person.unit_id] = quoted(found.unit(person.unit_id) or None)
        box = boxes.get(possible)
        if box is None:
            box = boxes[possible] = _box(possible)
        try:
            first, second, third = texts[performance], texts[potential], texts[value]
        except KeyError:
            for points in (performance, potential, value):
                texts[points] = _three(points)
            first, second, third = texts[performance], texts[potential], texts[value]
        more = ""
        if score is not None:
            more = f", {_three(score).replace('~', 'score')}"
        if missing:
            lack = lacks.get(missing)
            if lack is None:
                lack = lacks[missing] = f', "missing": [{", ".join(map(quoted, missing))}]'
            more += lack
        if not_applicable:
            left = lefts.get(not_applicable)
            if left is None:
                left = lefts[not_applicable] = f', "not_applicable": [{", ".join(map(quoted, not_applicable))}]'
            more += left
        if stand_in:
            more += f', "grace_years": {list(stand_in)}'
        if away:
            more += f', "years_away": {list(away)}'
        yield (
            f'{{"nip": "{person.nip}", "name": {quoted(person.name)}, "position": {post}, "unit": {unit},'
            f" {first.replace('~', 'performance')}, {second.replace('~', 'potential')}, {third.replace('~', 'talent')},"
            f' {box}, "ceiling": {"true" if capped else "false"}{more}}}'
        )


def _box(possible: tuple[int, ...]) -> str:
    one = possible[0] if len(possible) == 1 else None
    return f'"box": {"null" if one is None else one}, "boxes": {sorted(set(possible))}'


def _three(points: Points) -> str:
    known = exact(points)
    low, high = number(points[0], points[2]), number(points[1], points[2])
    return f'"~": {"null" if known is None else known}, "~_low": {low}, "~_high": {high}'


_FLAT = (
    "nip name position unit box performance performance_low performance_high potential potential_low potential_high talent"
    " talent_low talent_high score score_low score_high boxes ceiling missing not_applicable grace_years years_away"
)
"""The columns of csv, be there a row or none."""


def flat(found: TalentMap) -> Table:
    """Return everyone as programs read them."""
    return listed.table((_flat(found, mapped) for mapped in found.people), _FLAT)


def _flat(found: TalentMap, mapped: Mapped) -> dict[str, object]:
    person, talent = mapped.person, mapped.talent
    line: dict[str, object] = {
        "nip": person.nip,
        "name": person.name,
        "position": found.position(person.position_id),
        "unit": found.unit(person.unit_id) or None,
        "box": talent.box,
        "boxes": sorted(set(talent.boxes)),
    }
    for name, points in (
        ("performance", talent.performance),
        ("potential", talent.potential),
        ("talent", talent.value),
        ("score", mapped.score),
    ):
        if points is not None:
            low, high = number(points[0], points[2]), number(points[1], points[2])
            line |= {name: exact(points), f"{name}_low": low, f"{name}_high": high}
    return {
        **line,
        "ceiling": talent.capped,
        "missing": list(mapped.missing),
        "not_applicable": list(mapped.not_applicable),
        "grace_years": list(mapped.stand_in),
        "years_away": list(mapped.away),
    }


def pictures(found: TalentMap, everyone: bool) -> list[Shape]:
    """Return the map for people."""
    shapes: list[Shape] = [_grid(found, everyone=everyone), _recommendations(found), *_remarks(found)]
    undetermined = [m for m in found.people if m.talent.box is None]
    if undetermined:
        shown = undetermined if everyone else undetermined[:FEW]
        shapes.append(_table(UNDETERMINED, shown, found))
        if len(shown) < len(undetermined):
            shapes.append(Text([Words(N_("{more} more; --all shows them."), {"more": len(undetermined) - len(shown)})]))
    placed = [m for m in found.people if m.talent.box is not None]
    if everyone or (found.target is not None and placed):
        shapes.append(_table(_placed_title(found), placed if everyone else placed[:FEW], found))
    return shapes


def _placed_title(found: TalentMap) -> Said:
    if found.target is None:
        return N_("People and their boxes")
    return Words(N_("People and their boxes, by the score for {position}"), {"position": found.target})


def sheets(found: TalentMap) -> list[Shape]:
    """Return what a workbook holds: everyone, then the boxes. A sheet passed on tells by itself of which day it is and by which policy."""
    told = Words("{title}. {caption}", {"title": _title(found), "caption": _caption(found)})
    people = replace(_table(_placed_title(found), found.people, found), caption=told)
    return [people, replace(_recommendations(found), caption=told), _grid(found, everyone=False), *_remarks(found)]


def _title(found: TalentMap) -> Words:
    values = {"as_of": found.as_of, "count": len(found.people)}
    return Words(N_("Talent map on {as_of}: {count} {count:person|people}"), values)


def _grid(found: TalentMap, *, everyone: bool) -> Grid:
    counts, names = found.counts, found.names()
    if not everyone:
        names = {box: _some(listed) for box, listed in names.items()}
    marks = dict.fromkeys(found.rule.succession_group, "KRS")
    return Grid(_title(found), {box: counts[box] for box in found.numbers}, names, _caption(found), counts[None], marks)


def _some(names: Sequence[str]) -> list[str]:
    if len(names) <= NAMES:
        return list(names)
    return [*names[: NAMES - 1], f"+ {len(names) - NAMES + 1}"]


def _recommendations(found: TalentMap) -> Table:
    counts = found.counts
    columns = (
        Column("box", N_("Box"), "integer"),
        Column("people", N_("People"), "integer"),
        Column("group", "KRS"),
        Column("recommendations", N_("Recommendation")),
    )
    boxes = sorted(found.rule.boxes, key=lambda box: -box.number)
    rows = [
        (
            box.number,
            counts[box.number],
            "KRS" if box.number in found.rule.succession_group else "",
            [Words(source(name)) for name in box.recommendations],
        )
        for box in boxes
    ]
    return Table(N_("What the boxes recommend"), columns, rows, found.law)


def _table(title: Said, people: Sequence[Mapped], found: TalentMap) -> Table:
    columns = [
        Column("nip", N_("NIP"), "nip"),
        Column("name", N_("Name")),
        Column("position", N_("Position")),
        Column("unit", N_("Unit")),
        Column("box", N_("Box")),
        ranged("performance", N_("Performance")),
        ranged("potential", N_("Potential")),
        ranged("talent", N_("Talent")),
    ]
    if found.target is not None:
        columns.append(ranged("score", N_("Score")))
    return Table(title, columns, [_line(m, found) for m in people], "", N_("Nobody."))


def _line(mapped: Mapped, found: TalentMap) -> tuple[object, ...]:
    person, talent, score, names, *_ = mapped
    components = found.policy.components
    lacks = {name: _without(components[name].measure, found.why(person, name)) for name in names}

    def shown(points: Points, weights: Mapping[str, object]) -> object:
        if points[0] == points[1]:
            return points_shown(points)
        lacking = [words for name in names if name in weights for words in lacks[name]]
        why = list(dict.fromkeys(lacking)) or [
            N_("on CLTN or suspended all year") if mapped.away else N_("no year of one's own yet")
        ]
        return range_said(points, why)

    axes = (found.policy.performance.weights, found.policy.potential.weights)
    return (
        person.nip,
        titled(person),
        found.position(person.position_id),
        found.unit(person.unit_id) or None,
        talent.box or "/".join(str(box) for box in sorted(set(talent.boxes))),
        shown(talent.performance, axes[0]),
        shown(talent.potential, axes[1]),
        points_shown(talent.value),
        *([points_shown(score)] if score is not None else []),
    )


def _without(measure: str, why: Sequence[str]) -> list[str]:
    return [EVALUATED.get(code, without(measure)) for code in why] or [without(measure)]


def _caption(found: TalentMap) -> Words:
    values = {"policy": found.policy.name, "basis": found.policy.basis, "law": found.law}
    if found.rule.expected_policy and found.rule.expected_policy != found.policy.name:
        return Words(N_("Policy {policy} ({basis}): not the weights of Kepka BKN 411/2025. Boxes: {law}."), values)
    return Words(N_("Policy {policy} ({basis}). Boxes: {law}."), values)


_ROWS = {
    "high": N_("above expectation"),
    "middle": N_("meets expectation"),
    "low": N_("below expectation"),
}


def _beside(found: TalentMap) -> list[Said]:
    """Say of how many staff the map tells, and who is not on it."""
    if found.off_duty is None:
        return []
    on_duty = len(found.people)
    values = {"on_duty": on_duty, "staff": on_duty + sum(found.off_duty.values())}
    if not found.off_duty:
        return [Words(N_("All {staff} staff are on duty and on the map."), values)]
    others = [
        Words("{status} {count}", {"status": term(status), "count": count}) for status, count in found.off_duty.items()
    ]
    text = N_("{on_duty} on duty of {staff} staff; not on duty and not on the map: {others}.")
    return [Words(text, {**values, "others": others})]


def _new(found: TalentMap) -> list[Said]:
    """Say that years before somebody's appointment are left out, where there are such."""
    named = (*found.policy.performance.weights, *found.policy.potential.weights)
    asked = [found.policy.components[name] for name in named]
    longest = max((one.years for one in asked if one.measure in BY_YEAR), default=0)
    first = found.as_of.year - longest
    new = [mapped.person for mapped in found.people if years_of(mapped.person, found.as_of, longest) > first]
    text = N_(
        "{count} {count:person was|people were} appointed within the last {years} {years:year|years}: performance before the year of"
        " the appointment is left out, not missing."
    )
    only = sum(map(appointed_by_nip, new))
    return [
        *([Words(text, {"count": len(new), "years": longest})] if new else []),
        *([by_nip(only)] if only else []),
    ]


def _away(found: TalentMap) -> list[Said]:
    """Say of how many people a year is left out because nobody was to evaluate it."""
    count = sum(bool(mapped.away) for mapped in found.people)
    text = N_(
        "{count} {count:person was|people were} on CLTN or suspended throughout a year that counts: nobody was to evaluate them in it,"
        " and it is left out, not missing."
    )
    return [Words(text, {"count": count})] if count else []


_LEFT_OUT: Mapping[str, str] = {
    "scale": N_("Left out where it cannot apply, and the rest scaled to 100: {components}."),
    "zero": N_("Counted as 0 where it cannot apply: {components}."),
    "full": N_("Counted in full where it cannot apply: {components}."),
}


def _not_applicable(found: TalentMap) -> list[Said]:
    """Say which components cannot apply to how many people, and what the policy makes of it."""
    counts = Counter(name for mapped in found.people for name in mapped.not_applicable)
    said: list[Said] = []
    for when, text in _LEFT_OUT.items():
        parts = [
            Words(
                N_("{component} ({count} {count:person|people})"),
                {"component": Words(COMPONENTS[component.measure]), "count": counts[name]},
            )
            for name, component in found.policy.components.items()
            if counts[name] and component.when_not_applicable == when
        ]
        if parts:
            said.append(Words(text, {"components": parts}))
    return said


def _stand_in(found: TalentMap) -> list[Said]:
    return stood_in(Counter(mapped.stand_in for mapped in found.people if mapped.stand_in), found.as_of)


def _remarks(found: TalentMap) -> list[Shape]:
    shares = found.shares()
    if not shares:
        beside = [*_beside(found), *_new(found), *_away(found), *_stand_in(found), *_not_applicable(found)]
        return [Text(beside)] if beside else []
    rows = [
        Words("{row} {share}%", {"row": Words(_ROWS[row]), "share": _rounded(share)}) for row, share in shares.items()
    ]
    said: list[Said] = [
        *_beside(found),
        *_new(found),
        *_away(found),
        *_stand_in(found),
        *_not_applicable(found),
        Words(N_("Performance of those with a box: {rows}."), {"rows": rows}),
    ]
    for row in found.crowded():
        said.append(
            Words(
                N_("Warning: {share}% lie in one row ({row}), more than {limit}%; the map tells them hardly apart."),
                {
                    "share": _rounded(shares[row]),
                    "row": Words(_ROWS[row]),
                    "limit": unscaled(found.rule.crowded or 0),
                },
            )
        )
    return [Text(said)]


def _rounded(share: Fraction) -> object:
    from asnkarier.core.numbers import shown

    return shown(share, 2)
