"""Gaps for people: one person's table, and a unit's summary."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from asnkarier.core.gap import HIGHEST, UNKNOWN_PROFILE, Competency, Gap, Row
from asnkarier.core.numbers import SCALE, unscaled
from asnkarier.views.formats import listed
from asnkarier.views.language import N_, Words
from asnkarier.views.shapes import Bar, Bars, Column, Field, Heat, Record, Shape, Table


class Scale(NamedTuple):
    """What gaps were measured with, for captions and headers."""

    competencies: Sequence[Competency]
    levels: str
    """The citation of the levels."""
    assessment: str
    """The citation of categories and validity."""
    oldest: date
    """The earliest assessment that is still valid."""
    as_of: date

    @property
    def nine(self) -> list[Competency]:
        """The common competencies in their order."""
        return [c for c in self.competencies if c.rank > 0]


def percent(jpm: tuple[int, int] | None) -> Fraction | None:
    """Return a JPM as an exact number of percent."""
    return None if jpm is None else Fraction(*jpm)


def _number(value: int | None) -> Decimal | None:
    return None if value is None else unscaled(value)


def of_one(row: Row, scale: Scale, label: str | None) -> list[Shape]:
    """Show one person: who, how the JPM came about, and every competency."""
    person, position, gap, mapping, filling = row
    fields = [
        Field("nip", N_("NIP"), person.nip, "nip"),
        Field("position", N_("Position"), position),
        Field("for", N_("Measured against"), label if label is not None else position),
        Field("assessed_on", N_("Assessed on"), gap.assessed_on, "date"),
        Field("jpm", "JPM", percent(gap.jpm), "percent"),
        Field("mapping_category", N_("Category (mapping)"), mapping, "term"),
        Field("filling_category", N_("Category (filling)"), filling, "term"),
        Field("technical_jpm", N_("Technical JPM"), percent(gap.technical_jpm), "percent"),
    ]
    if gap.assessed_on is None:
        fields[3] = Field("assessed_on", N_("Assessed on"), Words(N_("not assessed yet")))
    elif gap.expired:
        fields[3] = fields[3]._replace(source=N_("expired: not used for a shortlist"))
    table = Table(
        N_("Competencies"),
        _COLUMNS,
        [*_lines(gap, scale)],
        caption=_caption(scale),
    )
    return [Record(person.name, fields), table, *_picture(table)]


_ONE = "competency group required attained gap default assessed_on expired"
_FLAT = "nip name position for jpm technical_jpm mapping_category filling_category assessed_on expired"
"""The columns of csv, of one person and of everyone."""


def flat_of_one(row: Row, scale: Scale) -> Table:
    """Return every competency of one person as programs read it."""
    gap, by_id = row.gap, {c.id: c for c in scale.competencies}
    wanted = gap.profile
    nine = (
        _flat_line(c, wanted.nine[place], gap.nine[place], wanted.defaults[place], gap.assessed_on, gap.expired)
        for place, c in enumerate(scale.nine)
    )
    others = (
        _flat_line(by_id[number], asked, gap.levels.get(number), False, day, _expired(day, scale))
        for number, asked in _beside(gap).items()
        for day in (gap.days.get(number),)
    )
    return listed.table([*nine, *others], _ONE)


def _flat_line(
    c: Competency,
    required: int | None,
    attained: int | None,
    default: bool,
    assessed_on: str | None,
    expired: bool | None,
) -> dict[str, object]:
    gap = None if required is None or attained is None else attained - required
    return {
        "competency": c.name,
        "group": c.group,
        "required": _number(required),
        "attained": _number(attained),
        "gap": _number(gap),
        "default": default,
        "assessed_on": assessed_on,
        "expired": expired,
    }


def _expired(day: str | None, scale: Scale) -> bool | None:
    return None if day is None else date.fromisoformat(day) < scale.oldest


def _beside(gap: Gap) -> dict[int, int | None]:
    """Return what is asked or known beside the nine common competencies, and what is asked of each."""
    wanted = gap.profile
    return {**wanted.technical, **dict.fromkeys(gap.levels), **wanted.technical, **wanted.other}


def flat(rows: Iterable[Row], label: str | None) -> Table:
    """Return everyone as programs read them; the levels of one person are asked for with the NIP."""
    return listed.table(
        (
            {
                "nip": person.nip,
                "name": person.name,
                "position": position,
                "for": label,
                "jpm": percent(gap.jpm),
                "technical_jpm": percent(gap.technical_jpm),
                "mapping_category": mapping,
                "filling_category": filling,
                "assessed_on": gap.assessed_on,
                "expired": gap.expired,
            }
            for person, position, gap, mapping, filling in rows
        ),
        _FLAT,
    )


def _picture(table: Table) -> list[Bars]:
    """Draw what is attained of what is required; without an assessment there is nothing to draw."""
    drawn = [
        Bar(str(name), attained, required)
        for name, _group, required, attained, _gap, _note in table.rows
        if attained is not None
    ]
    title = N_("Attained (bar) of what is required (dots)")
    return [Bars(title, drawn, float(unscaled(HIGHEST)), "level")] if drawn else []


_COLUMNS = (
    Column("competency", N_("Competency")),
    Column("group", N_("Group"), "term"),
    Column("required", N_("Required"), "level"),
    Column("attained", N_("Attained"), "level"),
    Column("gap", N_("Gap"), "level"),
    Column("note", N_("Note")),
)


def _lines(gap: Gap, scale: Scale) -> Iterator[tuple[object, ...]]:
    wanted = gap.profile
    default = Words(N_("default of the position kind"))
    by_id = {c.id: c for c in scale.competencies}
    for place, competency in enumerate(scale.nine):
        required, attained = wanted.nine[place], gap.nine[place]
        yield _cells(competency, required, attained, default if wanted.defaults[place] else None)
    for number, asked in _beside(gap).items():
        yield _cells(by_id[number], asked, gap.levels.get(number), _own_day(gap, gap.days.get(number), scale))


def _own_day(gap: Gap, day: str | None, scale: Scale) -> Words | None:
    """Say when a competency outside the nine was assessed, where that is another day than theirs or too long ago."""
    if day is None:
        return None
    assessed = date.fromisoformat(day)
    expired = assessed < scale.oldest
    if day == gap.assessed_on and not expired:
        return None
    return Words(N_("assessed on {day}, expired") if expired else N_("assessed on {day}"), {"day": assessed})


def _cells(c: Competency, required: int | None, attained: int | None, note: Words | None) -> tuple[object, ...]:
    gap = None if required is None or attained is None else attained - required
    return (c.name, c.group, _number(required), _number(attained), _number(gap), note if note else "")


def _caption(scale: Scale) -> Words:
    return Words(
        N_("{levels}; {assessment}. Assessments from {oldest} on are valid on {as_of}."),
        {"levels": scale.levels, "assessment": scale.assessment, "oldest": scale.oldest, "as_of": scale.as_of},
    )


class _Sum:
    """What is counted of one unit."""

    def __init__(self, size: int) -> None:
        self.staff = self.assessed = self.expired = 0
        self.jpm = 0
        """The sum of JPMs, in 1/10 000 of a percent."""
        self.measured = 0
        self.categories = {"optimal": 0, "cukup_optimal": 0, "kurang_optimal": 0}
        self.gaps = [0] * size
        self.known = [0] * size

    def add(self, gap: Gap, mapping: str | None) -> None:
        self.staff += 1
        if gap.assessed_on is not None:
            self.assessed += 1
            self.expired += bool(gap.expired)
        if gap.jpm is not None:
            self.jpm += gap.jpm[0] * SCALE // gap.jpm[1]
            self.measured += 1
        if mapping is not None:
            self.categories[mapping] += 1
        gaps, known, wanted = self.gaps, self.known, gap.profile.nine
        for place, attained in enumerate(gap.nine):
            required = wanted[place]
            if required is not None and attained is not None:
                gaps[place] += attained - required
                known[place] += 1

    def join(self, other: "_Sum") -> None:
        """Count what another has counted."""
        self.staff += other.staff
        self.assessed += other.assessed
        self.expired += other.expired
        self.jpm += other.jpm
        self.measured += other.measured
        for name, number in other.categories.items():
            self.categories[name] += number
        self.gaps = [a + b for a, b in zip(self.gaps, other.gaps, strict=True)]
        self.known = [a + b for a, b in zip(self.known, other.known, strict=True)]


def summary(rows: Iterable[Row], scale: Scale, home: Mapping[int | None, str], label: str | None) -> list[Shape]:
    """Show units (`home`: unit of a person → unit it is counted under): how many are assessed, mean JPM, mean gaps."""
    size = len(UNKNOWN_PROFILE.nine)
    groups: dict[str | None, _Sum] = {}
    whole = _Sum(size)
    for person, _position, gap, mapping, _filling in rows:
        unit = home.get(person.unit_id)
        if unit not in groups:
            groups[unit] = _Sum(size)
        groups[unit].add(gap, mapping)
    for total in groups.values():
        whole.join(total)
    named = [
        (unit if unit is not None else Words(N_("unit not known")), total)
        for unit, total in sorted(groups.items(), key=lambda item: (item[0] is None, item[0] or ""))
    ]
    lines = [_summed(name, total) for name, total in named]
    if len(lines) > 1:
        lines.append(_summed(Words(N_("Together")), whole))
    title = Words(N_("Competency gaps against {position}"), {"position": label}) if label else N_("Competency gaps")
    heat = Heat(
        N_("Mean gap of each competency"),
        N_("Unit"),
        [name if isinstance(name, str) else "–" for name, _ in named],
        [c.name for c in scale.nine],
        [[_mean(total, known) for total, known in zip(t.gaps, t.known, strict=True)] for _, t in named],
        low=-2,
        high=1,
        kind="score",
    )
    caption = _caption(scale)
    if whole.expired:
        text = N_("{caption} The means and categories hold {expired} {expired:assessment|assessments} no longer valid.")
        caption = Words(text, {"caption": caption, "expired": whole.expired})
    return [Table(title, _SUMMARY, lines, caption, N_("Nobody to measure.")), *([heat] if named else [])]


def _mean(total: int, known: int) -> Fraction | None:
    return Fraction(total, known * SCALE) if known else None


_SUMMARY = (
    Column("unit", N_("Unit")),
    Column("staff", N_("Staff"), "integer"),
    Column("assessed", N_("Assessed"), "integer"),
    Column("expired", N_("Expired"), "integer"),
    Column("jpm", N_("Mean JPM"), "percent"),
    Column("optimal", N_("Optimal"), "integer"),
    Column("cukup_optimal", N_("Cukup Optimal"), "integer"),
    Column("kurang_optimal", N_("Kurang Optimal"), "integer"),
)


def _summed(name: object, total: _Sum) -> tuple[object, ...]:
    mean = Fraction(total.jpm, total.measured * SCALE) if total.measured else None
    return (name, total.staff, total.assessed, total.expired, mean, *total.categories.values())
