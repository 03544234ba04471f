"""State of the staff (keadaan pegawai): kind, rank, education, sex, age, post, unit."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence

from asnkarier.commands.report.basis import Basis
from asnkarier.core.golongan import order
from asnkarier.core.person import Person
from asnkarier.core.reports.ages import age, group
from asnkarier.core.rules.positions import EDUCATIONS, POSITION_KINDS
from asnkarier.views.language import N_, Words
from asnkarier.views.report.model import Chart, Figure, Section
from asnkarier.views.shapes import Column, Kind, Said, Table

_UNKNOWN = Words(N_("not known"))


def section(on: Basis) -> Section:
    """Count the staff of the day."""
    rule = on.law.staff.on(on.as_of)
    people = on.people
    law = Words(N_("{law}. Staff on {as_of}."), {"law": rule.citation.text, "as_of": on.as_of})
    women = sum(person.sex == "P" for person in people)
    values = {"as_of": on.as_of, "staff": len(people), "women": women}
    sentences: list[Said] = [
        Words(N_("On {as_of} there are {staff} civil servants, {women} of them women."), values)
        if on.unknown is None
        else Words(N_("{staff} civil servants of {as_of} are known, {women} of them women."), values),
        *on.caution(),
    ]
    bounds = rule.value.age_groups
    ages: dict[int, Said] = {
        place: Words(N_("{low} to {high} years"), {"low": bounds[place - 1] + 1 if place else 18, "high": bound})
        for place, bound in enumerate(bounds)
    }
    ages[0] = Words(N_("up to {high} years"), {"high": bounds[0]})
    ages[len(bounds)] = Words(N_("over {low} years"), {"low": bounds[-1]})
    groups = {person.id: group(age(person.birth_date, on.as_of), bounds) for person in people}
    ranks = on.law.golongan.on(on.as_of).value
    golongan = [rank.golongan for rank in reversed(ranks.pns)] + list(reversed(ranks.pppk))
    return Section(
        "keadaan",
        N_("State of the staff"),
        sentences,
        [
            _by_sex(
                N_("By kind of employment"),
                N_("Kind"),
                "term",
                people,
                lambda p: p.employee_kind,
                rule.value.kinds,
                law,
            ),
            _by_sex(N_("By golongan"), N_("Golongan"), "code", people, lambda p: p.golongan, golongan, law),
            _by_sex(N_("By education"), N_("Education"), "code", people, lambda p: p.education, EDUCATIONS[::-1], law),
            _by_sex(N_("By age"), N_("Age"), "text", people, lambda p: groups[p.id], list(ages), law, labels=ages),
            _by_sex(N_("By kind of position"), N_("Kind of position"), "term", people, on.kind_of, POSITION_KINDS, law),
            _by_sex(
                N_("By legal standing"),
                N_("Legal standing"),
                "term",
                people,
                lambda p: p.status,
                sorted({p.status for p in people if p.status}),
                law,
            ),
            _cross(on, law),
            _by_unit(on, rule.value.kinds, law),
        ],
    )


def _by_sex(
    title: Said,
    header: Said,
    kind: Kind,
    people: Sequence[Person],
    of: Callable[[Person], Hashable],
    wanted: Iterable[Hashable],
    law: Said,
    labels: dict[int, Said] | None = None,
) -> Figure:
    """Count by something and sex; values nobody has are left out, those not known stand last."""
    counts = Counter((of(person), person.sex) for person in people)
    present = {value for value, _sex in counts}
    ordered = [value for value in wanted if value in present]
    ordered += sorted((value for value in present if value is not None and value not in ordered), key=str)
    rows: list[tuple[object, ...]] = []
    for value in [*ordered, *([None] if None in present else [])]:
        men, women = counts[value, "L"], counts[value, "P"]
        unknown = sum(count for (found, sex), count in counts.items() if found == value and sex not in ("L", "P"))
        label: object = _UNKNOWN if value is None else labels[value] if labels and isinstance(value, int) else value
        total = men + women + unknown
        rows.append((label, men, women, unknown or None, total, _share(total, len(people))))
    columns: tuple[Column, ...] = (
        Column("label", header, kind),
        Column("men", N_("Men"), "integer"),
        Column("women", N_("Women"), "integer"),
        Column("unknown", N_("Sex not known"), "integer"),
        Column("total", N_("Total"), "integer"),
        Column("share", N_("Share"), "percent"),
    )
    if all(row[3] is None for row in rows):
        columns, rows = (*columns[:3], *columns[4:]), [(*row[:3], *row[4:]) for row in rows]
    return Figure(Table(title, columns, rows, law), Chart("stacked", "label", ("men", "women")))


def _share(count: int, total: int) -> float | None:
    return count * 100 / total if total else None


def _cross(on: Basis, law: Said) -> Table:
    """Golongan I to IV, PPPK: how many of each in each kind of post."""
    levels = ("IV", "III", "II", "I")
    counts = Counter((on.kind_of(person), _level(person.golongan)) for person in on.people)
    present = [kind for kind in POSITION_KINDS if any(counts[kind, level] for level in (*levels, "PPPK", ""))]
    rows: list[tuple[object, ...]] = []
    for kind in [*present, None]:
        cells = [counts[kind, level] for level in (*levels, "PPPK", "")]
        if any(cells):
            rows.append((kind if kind else _UNKNOWN, *cells, sum(cells)))
    columns = (
        Column("kind", N_("Kind of position"), "term"),
        *(Column(level, Words(N_("Golongan {level}"), {"level": level}), "integer") for level in levels),
        Column("pppk", N_("Golongan of PPPK"), "integer"),
        Column("unknown", N_("not known"), "integer"),
        Column("total", N_("Total"), "integer"),
    )
    return Table(N_("Kind of position by golongan"), columns, rows, law)


def _level(golongan: str | None) -> str:
    if not golongan:
        return ""
    return golongan.partition("/")[0] if order(golongan) is not None else "PPPK"


def _by_unit(on: Basis, kinds: Sequence[str], law: Said) -> Figure:
    counts = Counter((on.homes.get(person.unit_id, ""), person.employee_kind) for person in on.people)
    rows: list[tuple[object, ...]] = []
    for home in sorted({home for home, _kind in counts}):
        cells = [counts[home, kind] for kind in kinds]
        total = sum(count for (found, _kind), count in counts.items() if found == home)
        rows.append((home or _UNKNOWN, *cells, total))
    columns = (
        Column("unit", N_("Unit")),
        *(Column(kind, kind.replace("_PW", " PW"), "integer") for kind in kinds),
        Column("total", N_("Total"), "integer"),
    )
    return Figure(Table(N_("By unit"), columns, rows, law), Chart("stacked", "unit", kinds))
