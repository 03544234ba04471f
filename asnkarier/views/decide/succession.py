"""Key posts and who could follow in them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from asnkarier.core.anniversary import anniversary
from asnkarier.core.defend.following import Ready
from asnkarier.core.defend.succession import DEPTHS, Depth, Line, stretched
from asnkarier.views.decide.listing import stood_in, stood_in_data
from asnkarier.views.decide.vacancies import NOT_KNOWN, UNDETERMINED, open_of, undetermined
from asnkarier.views.language import N_, Words
from asnkarier.views.shapes import Bar, Bars, Coded, Column, Said, Shape, Table, Text, titled

FEW = 30
"""Posts shown unless everyone is asked for."""
NAMES = 3
"""Names shown of a bench unless everyone is asked for."""
LISTED = 10
"""People listed of a bench in JSON unless everyone is asked for; the counts are always whole."""

BENCHES: dict[Depth, str] = {
    "none": N_("nobody"),
    "gap": N_("only with a gap to close"),
    "later": N_("only later"),
    "single": N_("one"),
    "several": N_("several"),
}


class Succession(NamedTuple):
    """The key posts in their order, and by what they were judged; `years` is how far ahead."""

    as_of: date
    policy: str
    policy_hash: str
    law: str
    years: int
    lines: Sequence[Line]
    stand_in: Mapping[tuple[int, ...], int] = MappingProxyType({})
    """Years that stand in for the newest one → of how many of those on duty."""
    not_known: Sequence[tuple[str, str | None]] = ()
    """Key posts, with their units, of which nothing says whether somebody was in a seat on the day."""

    def within(self, line: Line, years: int) -> int:
        """Count who is ready by time alone within so many years."""
        limit = anniversary(self.as_of, years)
        return sum(ready.on is not None and ready.on <= limit for ready in line.bench.soon)


def document(found: Succession, everyone: bool) -> dict[str, object]:
    """Return the JSON document."""
    people = stretched(found.lines)
    depths = Counter(line.depth for line in found.lines)
    return {
        "as_of": found.as_of,
        "policy": {"name": found.policy, "sha256": found.policy_hash},
        "law": found.law,
        "soon_years": found.years,
        "count": len(found.lines),
        "successor_undetermined": sum(line.perhaps for line in found.lines),
        "by_bench": {depth: depths[depth] for depth in DEPTHS},
        "ready_places": sum(count for _, count in people),
        "ready_people": len(people),
        "most_ready": [
            {"nip": person.nip, "name": person.name, "posts": count}
            for person, count in (people if everyone else people[:LISTED])
        ],
        "grace": stood_in_data(found.stand_in),
        "posts": [_data(found, line, None if everyone else LISTED) for line in found.lines],
        "not_known": [{"position": name, "unit": unit} for name, unit in found.not_known],
    }


def _data(found: Succession, line: Line, most: int | None) -> dict[str, object]:
    bench = line.bench
    return {
        "position": line.position,
        "unit": line.unit,
        "position_kind": line.kind,
        "vacant": line.vacant,
        "places": line.headcount,
        "places_empty": line.places_empty,
        "empty_on": line.empty_on,
        "holders": [
            {
                "nip": h.person.nip,
                "name": h.person.name,
                "pension_from": h.pension_from,
                "leaves_on": h.leaves_on,
            }
            for h in line.holders
        ],
        "bench": line.depth,
        "ready": len(bench.ready),
        "ready_from_below": line.bench.ready.rising,
        "ready_in_1_year": found.within(line, 1),
        "ready_in_2_years": found.within(line, 2),
        "closable": len(bench.closable),
        "undetermined": bench.undetermined,
        "undetermined_soon": bench.perhaps_soon,
        "not_ready": bench.not_ready,
        "considered": bench.considered,
        "ready_people": [_person(ready) for ready in bench.ready[:most]],
        "soon_people": [_person(ready) for ready in bench.soon[:most]],
        "closable_people": [_person(ready) for ready in bench.closable[:most]],
    }


def _person(ready: Ready) -> dict[str, object]:
    return {
        "nip": ready.person.nip,
        "name": ready.person.name,
        "box": ready.box,
        "on": ready.on,
        "rises": ready.rises,
    }


def pictures(found: Succession, everyone: bool) -> list[Shape]:
    """Return the posts for people, those without a successor first."""
    lines = found.lines if everyone else found.lines[:FEW]
    shapes: list[Shape] = [Text(sentences(found)), depths(found), _table(found, lines, None if everyone else NAMES)]
    if len(lines) < len(found.lines):
        shapes.append(Text([Words(N_("{more} more; --all shows them."), {"more": len(found.lines) - len(lines)})]))
    return shapes


def sheets(found: Succession) -> list[Shape]:
    """Return what a workbook holds: every post, and who is ready for how many."""
    columns = (
        Column("name", N_("Name")),
        Column("nip", N_("NIP"), "nip"),
        Column("posts", N_("Ready for posts"), "integer"),
    )
    rows = [(titled(person), person.nip, count) for person, count in stretched(found.lines)]
    return [_table(found, found.lines, None), Table(N_("Ready for how many posts"), columns, rows)]


def sentences(found: Succession, *, named: bool = True) -> list[Said]:
    """Say how many posts nobody could take over, and how often the same people are counted; the first of them by name."""
    counts = Counter(line.depth for line in found.lines)
    people = stretched(found.lines)
    if not found.lines and found.not_known:
        return [_not_known(found)]
    said: list[Said] = [
        Words(
            N_(
                "{count} key {count:post|posts}: for {without} of them nobody is ready, for {none} not even in {years} {years:year|years}."
            ),
            {
                "count": len(found.lines),
                "without": sum(counts[depth] for depth in ("none", "gap", "later")),
                "none": counts["none"],
                "years": found.years,
            },
        )
    ]
    if people:
        most, posts = people[0]
        values: dict[str, object] = {
            "people": len(people),
            "places": sum(count for _, count in people),
            "name": most.full_name if named else Words(N_("one person")),
            "posts": posts,
        }
        said.append(
            Words(
                N_(
                    "{people} people fill the {places} places on the benches; {name} alone is ready for {posts} posts. Who"
                    " moves once leaves the other benches."
                ),
                values,
            )
        )
    said += undetermined(found.lines, found.years)
    said += stood_in(found.stand_in, found.as_of)
    if found.not_known:
        said.append(_not_known(found))
    return said


def _not_known(found: Succession) -> Words:
    return Words(NOT_KNOWN, {"posts": len(found.not_known), "as_of": found.as_of})


def by_bench(found: Succession) -> Table:
    """Return how many posts have which bench, as a table."""
    counts = Counter(line.depth for line in found.lines)
    columns = (Column("bench", N_("Who is ready")), Column("posts", N_("Posts"), "integer"))
    rows = [(Words(BENCHES[depth]), counts[depth]) for depth in DEPTHS]
    return Table(N_("Posts by who is ready"), columns, rows, _caption(found))


def counts(found: Succession) -> Table:
    """Return the posts with their holders and how many could follow, without the names of these."""
    whole = _table(found, found.lines, 0)
    return Table(whole.title, whole.columns[:-1], [row[:-1] for row in whole.rows], whole.caption, whole.empty)


def depths(found: Succession) -> Bars:
    """Return how many posts have which bench."""
    counts = Counter(line.depth for line in found.lines)
    bars = [Bar(Words(BENCHES[depth]), counts[depth]) for depth in DEPTHS]
    return Bars(N_("Posts by who is ready"), bars, float(max(1, len(found.lines))), "integer")


def _table(found: Succession, lines: Sequence[Line], most: int | None) -> Table:
    columns = (
        Column("position", N_("Position")),
        Column("unit", N_("Unit")),
        Column("holder", N_("Holder")),
        Column("empty_on", N_("Empty on"), "date", ("vacant", "places_empty")),
        Column("ready", N_("Ready now"), "integer"),
        Column("rising", N_("of them promoted"), "integer"),
        Column("one", N_("Within 1 year"), "integer"),
        Column("two", N_("Within 2 years"), "integer"),
        Column("closable", N_("Gap to close"), "integer"),
        UNDETERMINED,
        Column("people", N_("Who")),
    )
    rows = [
        (
            line.position,
            line.unit,
            [Coded(holder.person.nip, holder.person.full_name) for holder in line.holders] or None,
            Coded((line.empty_on, line.vacant, line.places_empty), _empty(line)),
            len(line.bench.ready),
            line.bench.ready.rising,
            found.within(line, 1),
            found.within(line, 2),
            len(line.bench.closable),
            open_of(line.bench),
            _names(line, most) or None,
        )
        for line in lines
    ]
    title = Words(N_("Succession in key posts on {as_of}"), {"as_of": found.as_of})
    return Table(title, columns, rows, _caption(found), N_("There is no such post."))


def _empty(line: Line) -> object:
    if line.vacant:
        return Words(N_("empty now"))
    if line.places_empty:
        return Words(N_("{count} of {places} now"), {"count": line.places_empty, "places": line.headcount})
    return line.empty_on


def _caption(found: Succession) -> Words:
    return Words(
        N_(
            "Ready: every requirement met, box of the succession group; who is not promoted leaves a post of the same level"
            " empty. Where a place falls empty within {years} {years:year|years}, who is pensioned by then is left out."
            " Within 1 and 2 years: by time alone. Gap to close: meeting the competency standard in full would do,"
            " with time. Policy {policy}. Retirement: {law}."
        ),
        {"policy": found.policy, "law": found.law, "years": found.years},
    )


def _names(line: Line, most: int | None) -> list[object]:
    bench = line.bench
    named: list[object] = [Coded(ready.person.nip, ready.person.full_name) for ready in bench.ready[:most]]
    for people, text in ((bench.soon, N_("{name} from {day} on")), (bench.closable, N_("{name} (competency)"))):
        room = None if most is None else max(0, most - len(named))
        named += [
            Coded(
                f"{ready.person.nip} {ready.on}" if people is bench.soon else f"{ready.person.nip} competency",
                Words(text, {"name": ready.person.full_name, "day": ready.on}),
            )
            for ready in people[:room]
        ]
    left = len(bench.ready) + len(bench.soon) + len(bench.closable) - len(named)
    return [*named, Coded(None, f"+ {left}")] if left else named
