"""The index of professionalism: one person's points with what earned each, and the means of units."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from asnkarier.core.appraisal.ip_asn import NO_ANNUAL, Earned, Index, Score
from asnkarier.core.numbers import SCALE, shown, unscaled
from asnkarier.core.person import Person
from asnkarier.core.regulation import Version
from asnkarier.core.rules.ip_asn import IpAsnRule
from asnkarier.views.formats import listed
from asnkarier.views.json_text import Rows, encoded, level, quoted
from asnkarier.views.language import N_, Words
from asnkarier.views.law_words import source as said
from asnkarier.views.shapes import Column, Field, Node, Record, Said, Shape, Table, Text, Tree, titled
from asnkarier.views.terms import by_nip

FOUR = ("qualification", "competency", "performance", "discipline")
LABELS: Mapping[str, str] = {
    "qualification": N_("Qualification"),
    "competency": N_("Competency"),
    "performance": N_("Performance"),
    "discipline": N_("Discipline"),
    "education": N_("education"),
    "leadership": N_("leadership training"),
    "functional": N_("functional training"),
    "technical": N_("technical training"),
    "seminar": N_("seminars and workshops"),
    "predicate": N_("predicate"),
    "position_kind": N_("kind of post"),
}


CATEGORIES: Mapping[str, str] = {
    "sangat_tinggi": "Sangat Tinggi",
    "tinggi": "Tinggi",
    "sedang": "Sedang",
    "rendah": "Rendah",
    "sangat_rendah": "Sangat Rendah",
}


class Indexed(NamedTuple):
    """One person with the post held on the day measured, and the index."""

    person: Person
    position_id: int | None
    score: Index


class Indices(NamedTuple):
    """The index of a year: who is counted, who is not and why, and by which rule."""

    year: int
    day: date
    as_of: date
    evaluated: int
    year_recorded: bool
    """Whether anybody's evaluation of the year evaluated is on record."""
    people: Sequence[Indexed]
    others: Mapping[str | None, int]
    """Staff of kinds that the policy leaves out."""
    later: int
    """Staff appointed after the day measured."""
    by_nip: int
    """Of those, how many only by the NIP, with no first appointment on record."""
    kinds: Sequence[str]
    policy: str
    rule: Version[IpAsnRule]
    position: Callable[[int | None], str | None]
    unit: Callable[[int | None], str]
    """A unit's path."""
    parents: Mapping[int | None, int | None]
    covered: Mapping[str, str | None]

    @property
    def categories(self) -> list[str]:
        """The names of the categories, best first."""
        return [band.name for band in self.rule.value.categories]


class Sum:
    """What is counted of a group: staff, how many are measured, their total, and the categories."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self.staff = self.measured = self.total = 0
        self.categories: Counter[str] = Counter()

    def add(self, index: Index) -> None:
        """Count one person; who is not known exactly is staff, but not measured."""
        self.staff += 1
        if index.low == index.high:
            self.measured += 1
            self.total += index.low
        if index.category is not None:
            self.categories[index.category] += 1

    @property
    def mean(self) -> Fraction | None:
        """The mean of those measured."""
        return Fraction(self.total, self.measured * SCALE) if self.measured else None


def summed(people: Iterable[Indexed]) -> Sum:
    """Sum people up."""
    result = Sum()
    for person in people:
        result.add(person.score)
    return result


def document(found: Indices) -> list[bytes]:
    """Return the JSON document."""
    whole = summed(found.people)
    return encoded(
        {
            "year": found.year,
            "measured_on": found.day,
            "as_of": found.as_of,
            "evaluated_year": found.evaluated,
            "evaluated_year_recorded": found.year_recorded,
            "mean": whole.mean,
            "measured": whole.measured,
            "staff": whole.staff,
            "all_staff": whole.staff + sum(found.others.values()),
            "appointed_later": found.later,
            "appointed_later_by_nip": found.by_nip,
            "policy": {"name": found.policy, "kinds": list(found.kinds)},
            "law": found.rule.citation.text,
            "covered_until": found.covered,
            "categories": {name: whole.categories[name] for name in found.categories},
            "kinds": _kinds(found),
            "units": _units(found),
            "people": Rows(_rows(found)),
        }
    )


def _kinds(found: Indices) -> list[dict[str, object]]:
    groups: dict[str | None, Sum] = {}
    for person in found.people:
        groups.setdefault(person.person.employee_kind, Sum()).add(person.score)
    counted: list[dict[str, object]] = [
        {"employee_kind": kind, "counted": True, "staff": s.staff, "measured": s.measured, "mean": s.mean}
        for kind, s in sorted(groups.items(), key=lambda item: str(item[0]))
    ]
    left: list[dict[str, object]] = [
        {"employee_kind": kind, "counted": False, "staff": count, "measured": None, "mean": None}
        for kind, count in sorted(found.others.items(), key=lambda item: str(item[0]))
    ]
    return [*counted, *left]


def _units(found: Indices) -> list[dict[str, object]]:
    """Return every unit that has staff, itself and the units below it together."""
    groups: dict[int | None, Sum] = {}
    for person in found.people:
        unit = person.person.unit_id
        groups.setdefault(unit, Sum()).add(person.score)
        while (unit := found.parents.get(unit)) is not None:
            groups.setdefault(unit, Sum()).add(person.score)
    return [
        {
            "unit": found.unit(unit) or None,
            "agency": unit is not None and found.parents.get(unit) is None,
            "staff": s.staff,
            "measured": s.measured,
            "mean": s.mean,
        }
        for unit, s in sorted(groups.items(), key=lambda item: found.unit(item[0]))
    ]


def _rows(found: Indices) -> Iterator[str]:
    texts: dict[int, str] = {}
    posts: dict[int | None, str] = {}
    units: dict[int | None, str] = {}
    for person, position, index in found.people:
        text = texts.get(id(index))
        if text is None:
            text = texts[id(index)] = _json(index)
        post = posts.get(position)
        if post is None:
            post = posts[position] = quoted(found.position(position))
        unit = units.get(person.unit_id)
        if unit is None:
            unit = units[person.unit_id] = quoted(found.unit(person.unit_id) or None)
        yield (
            f'{{"nip": "{person.nip}", "name": {quoted(person.name)}, "position": {post}, "unit": {unit},'
            f' "employee_kind": {quoted(person.employee_kind)}, {text}}}'
        )


_FLAT = (
    "nip name position unit employee_kind qualification qualification_low qualification_high competency "
    "competency_low competency_high performance performance_low performance_high discipline discipline_low "
    "discipline_high total total_low total_high category earned.qualification earned.competency earned.performance "
    "earned.discipline"
)
"""The columns of csv, be there a row or none."""


def flat(found: Indices) -> Table:
    """Return everyone as programs read them, points that are not known as both ends of their range."""
    return listed.table((_flat(found, person) for person in found.people), _FLAT)


def _flat(found: Indices, measured: Indexed) -> dict[str, object]:
    person, position, index = measured
    line: dict[str, object] = {
        "nip": person.nip,
        "name": person.name,
        "position": found.position(position),
        "unit": found.unit(person.unit_id) or None,
        "employee_kind": person.employee_kind,
    }
    for name, low, high in (
        *((n, s.low, s.high) for n, s in zip(FOUR, index[:4], strict=True)),
        ("total", index.low, index.high),
    ):
        line |= {
            name: unscaled(low) if low == high else None,
            f"{name}_low": unscaled(low),
            f"{name}_high": unscaled(high),
        }
    earned = {f"earned.{name}": _earned_list(score) for name, score in zip(FOUR, index[:4], strict=True)}
    return {**line, "category": index.category, **earned}


def _json(index: Index) -> str:
    parts = []
    for name, score in zip(FOUR, index[:4], strict=True):
        parts.append(f'"{name}": {_exact(score.low, score.high)}')
    ranges = [
        f'"{name}_low": {level(score.low)}, "{name}_high": {level(score.high)}'
        for name, score in zip(FOUR, index[:4], strict=True)
        if score.low != score.high
    ]
    earned = ", ".join(f'"{name}": {_earned_list(score)}' for name, score in zip(FOUR, index[:4], strict=True))
    return ", ".join(
        [
            *parts,
            f'"total": {_exact(index.low, index.high)}',
            f'"category": {quoted(index.category)}',
            f'"total_low": {level(index.low)}, "total_high": {level(index.high)}',
            *ranges,
            f'"earned": {{{earned}}}',
        ]
    )


def _exact(low: int, high: int) -> str:
    return level(low) if low == high else "null"


def _earned_list(score: Score) -> str:
    """Return what earned a score as JSON writes it, which is how it stands in one cell too."""
    return f"[{', '.join(map(_earned_json, score.earned))}]"


def _earned_json(earned: Earned) -> str:
    part, value, low, high, why = earned
    number = part == "technical" and isinstance(value, int)
    shown_value = level(value) if number else quoted(value) if isinstance(value, str) else str(value or 0)
    if value is None:
        shown_value = "null"
    more = f', "why": "{why}"' if why else ""
    return f'{{"part": "{part}", "value": {shown_value}, "points": {_exact(low, high)}{more}}}'


def points(low: int, high: int) -> object:
    """Return points for a table: a number, or both ends of a range."""
    if low == high:
        return unscaled(low)
    return Words("{low}–{high}", {"low": shown(unscaled(low), 2), "high": shown(unscaled(high), 2)})


def _earned(earned: Earned) -> Words:
    part, value, low, high, why = earned
    label = Words(LABELS[part])
    what: object
    if part == "technical" and value is not None:
        what = Words(N_("{jp} JP"), {"jp": unscaled(int(value))})
    elif part == "seminar" and value is not None:
        what = Words(N_("{count} {count:time|times}"), {"count": int(value)})
    elif part == "functional":
        what = None
    elif part == "discipline" and value == "none":
        what = Words(N_("no sanction"))
    else:
        what = None if value is None else Words(said(str(value)))
    if value is None and part == "predicate" and low == high:
        what = Words(N_("no evaluation"))
    elif why == NO_ANNUAL:
        what = Words(N_("no annual evaluation yet"))
    values = {"part": label, "what": what, "points": points(low, high)}
    return Words("{part} {what}: {points}" if what is not None else "{part}: {points}", values)


def _category(index: Index) -> Words | None:
    return Words(CATEGORIES[index.category]) if index.category else None


def _told(score: Score) -> list[Words]:
    told = [_earned(earned) for earned in score.earned]
    if sum(earned.high for earned in score.earned) > score.high:
        # Of a training whose kind is not known each part may come, but not all of them.
        told.append(Words(N_("each training counts in one part alone")))
    return told


def _caption(found: Indices) -> Words:
    values = {
        "law": found.rule.citation.text,
        "day": found.day,
        "evaluated": str(found.evaluated),
        "technical": found.rule.value.technical_months,
        "seminar": found.rule.value.seminar_months,
        "as_of": found.as_of,
    }
    return Words(
        N_(
            "{law}. Measured on {day}: performance of {evaluated}, trainings of the {technical} and seminars of the"
            " {seminar} months before. {staff}"
        ),
        {**values, "staff": Words(_STAFF if found.day == found.as_of else _STAFF_LATER, values)},
    )


_STAFF = N_("Staff and units of {day}.")
_STAFF_LATER = N_("Staff and units of {day}; who is first known from a later list is told as on {as_of}.")


def of_one(found: Indices) -> list[Shape]:
    """Show one person: the four scores, each with what earned it."""
    person, position, index = found.people[0]
    title = Words(N_("IP ASN {year}: {name}"), {"year": str(found.year), "name": person.full_name})
    record = Record(
        title,
        [
            Field("nip", N_("NIP"), person.nip, "nip"),
            Field("position", N_("Position"), found.position(position)),
            Field("total", N_("Total"), points(index.low, index.high), "score"),
            Field("category", N_("Category"), _category(index)),
        ],
    )
    nodes = [
        Node(
            Words("{part}: {points}", {"part": Words(LABELS[name]), "points": points(score.low, score.high)}),
            children=[Node(said) for said in _told(score)],
        )
        for name, score in zip(FOUR, index[:4], strict=True)
    ]
    shapes: list[Shape] = [record, Tree(N_("What earned the points"), nodes, _caption(found))]
    return shapes if found.year_recorded else [*shapes, Text([_not_recorded(found)])]


_PEOPLE = (
    Column("nip", N_("NIP"), "nip"),
    Column("name", N_("Name")),
    Column("unit", N_("Unit")),
    *(Column(name, LABELS[name], "score") for name in FOUR),
    Column("total", N_("Total"), "score"),
    Column("category", N_("Category")),
    Column("earned", N_("Earned by")),
)


def summary(found: Indices, homes: Mapping[int | None, str], everyone: bool) -> list[Shape]:
    """Show the mean of each unit with how many are measured, then the kinds of employment; with `everyone` the people first."""
    categories = found.categories
    groups: dict[str | None, Sum] = {}
    for person in found.people:
        groups.setdefault(homes.get(person.person.unit_id), Sum()).add(person.score)
    whole = summed(found.people)
    columns = (
        Column("unit", N_("Unit")),
        Column("staff", N_("Staff"), "integer"),
        Column("measured", N_("Measured"), "integer"),
        Column("mean", N_("Mean"), "score"),
        *(Column(name, CATEGORIES[name], "integer") for name in categories),
    )
    lines = [
        _line(name if name is not None else Words(N_("unit not known")), total, categories)
        for name, total in sorted(groups.items(), key=lambda item: (item[0] is None, item[0] or ""))
    ]
    if len(lines) > 1:
        lines.append(_line(Words(N_("Together")), whole, categories))
    title = Words(N_("Index of professionalism {year}"), {"year": str(found.year)})
    units = Table(title, columns, lines, _caption(found), N_("Nobody to measure."))
    shapes: list[Shape] = [units, _kinds_table(found), Text(_remarks(found, whole))]
    return [_people_table(found, title), *shapes] if everyone else shapes


def _line(name: object, total: Sum, categories: Sequence[str]) -> tuple[object, ...]:
    return (name, total.staff, total.measured, total.mean, *(total.categories[c] for c in categories))


def _people_table(found: Indices, title: Said) -> Table:
    rows = [
        (
            person.nip,
            titled(person),
            found.unit(person.unit_id) or None,
            *(points(score.low, score.high) for score in index[:4]),
            points(index.low, index.high),
            _category(index),
            [told for score in index[:4] for told in _told(score)],
        )
        for person, _, index in found.people
    ]
    return Table(title, _PEOPLE, rows, _caption(found))


def _kinds_table(found: Indices) -> Table:
    columns = (
        Column("employee_kind", N_("Kind of employment"), "term"),
        Column("counted", N_("Counted")),
        Column("staff", N_("Staff"), "integer"),
        Column("measured", N_("Measured"), "integer"),
        Column("mean", N_("Mean"), "score"),
    )
    rows = [tuple(line.values()) for line in _kinds(found)]
    caption = Words(N_("Policy {policy} counts {kinds}."), {"policy": found.policy, "kinds": list(found.kinds)})
    return Table(N_("Kinds of employment"), columns, rows, caption)


def _remarks(found: Indices, whole: Sum) -> list[Said]:
    remarks: list[Said] = [
        Words(
            N_("{measured} of {staff} measured; the others lack data and have a range instead of a number."),
            {"measured": whole.measured, "staff": whole.staff},
        )
    ]
    if found.later:
        remarks.append(
            Words(
                N_("{count} {count:person was|people were} appointed later and {count:is|are} not counted."),
                {"count": found.later},
            )
        )
    if found.by_nip:
        remarks.append(by_nip(found.by_nip))
    if not found.year_recorded:
        remarks.append(_not_recorded(found))
    short = [name for name, day in found.covered.items() if (day or "") < found.day.isoformat()]
    if short:
        names = [Words(_REGISTERS[name]) for name in short]
        remarks.append(
            Words(
                N_(
                    "Not known to be complete up to {day} for all the time that counts: {registers} (import what is lacking)."
                ),
                {"day": found.day, "registers": names},
            )
        )
    return remarks


def _not_recorded(found: Indices) -> Words:
    return Words(
        N_(
            "No annual evaluation of {year} is in the file: performance is not known, and a range (import the sheet evaluations)."
        ),
        {"year": str(found.evaluated)},
    )


_REGISTERS = {"trainings": N_("trainings"), "discipline": N_("discipline")}
