"""Training needs for people: by competency, by training, by unit, the most urgent first; leadership training."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple, Protocol

from asnkarier.core.decide.check import Datum
from asnkarier.core.decide.reach import Span
from asnkarier.core.growth.needs import Need, Ready
from asnkarier.core.numbers import SCALE, unscaled
from asnkarier.views.language import N_, Words
from asnkarier.views.people.reach import reach_said
from asnkarier.views.shapes import Column, Field, Record, Shape, Table, titled

FEW = 20
"""Rows shown without --all."""


class Shown(NamedTuple):
    """Everything there is to say about needs."""

    as_of: date
    needs: Sequence[Need]
    pipeline: Sequence[Ready]
    catalogue: Mapping[str, tuple[str, int | None]]
    people: int
    not_assessed: int
    levels_unknown: int
    """Whose JPM is on file by a recap, without the levels that would show the gaps."""
    expired: int
    covered: Sequence[Span]
    homes: Mapping[int | None, str]
    law: str


class Found(Protocol):
    """Where a value stands."""

    @property
    def file(self) -> str | None: ...  # noqa: D102
    @property
    def sheet(self) -> str | None: ...  # noqa: D102
    @property
    def row(self) -> int | None: ...  # noqa: D102
    @property
    def cell(self) -> str | None: ...  # noqa: D102
    def as_data(self) -> dict[str, object]: ...  # noqa: D102


class Looks(Protocol):
    """Looks up where values stand."""

    def load(self, people: Iterable[int]) -> None: ...  # noqa: D102
    def of(self, person: int, datum: Datum) -> Found | None: ...  # noqa: D102


_COMPETENCIES = (
    Column("competency", N_("Competency")),
    Column("people", N_("People"), "integer"),
    Column("mean", N_("Mean gap"), "score"),
    Column("urgency", N_("Importance × gap"), "score"),
    Column("trainings", N_("Trainings"), "code"),
)
_TRAININGS = (
    Column("code", N_("Code"), "code"),
    Column("title", N_("Training")),
    Column("people", N_("People"), "integer"),
    Column("seats", N_("Seats"), "integer"),
)
_UNITS = (
    Column("unit", N_("Unit")),
    Column("people", N_("People"), "integer"),
    Column("needs", N_("Gaps"), "integer"),
    Column("urgency", N_("Importance × gap"), "score"),
)
_URGENT = (
    Column("nip", N_("NIP"), "nip"),
    Column("name", N_("Name")),
    Column("competency", N_("Competency")),
    Column("gap", N_("Gap"), "level"),
    Column("urgency", N_("Urgency"), "number"),
    Column("trainings", N_("Trainings"), "code"),
    Column("source", N_("Source")),
)
_NEXT = (*_URGENT[:4], Column("what", N_("Next post")), *_URGENT[5:])
_EVERY = (
    Column("nip", N_("NIP"), "nip"),
    Column("name", N_("Name")),
    Column("reason", N_("Reason"), "term"),
    Column("competency", N_("Competency")),
    Column("required", N_("Required"), "number"),
    Column("attained", N_("Attained"), "number"),
    Column("importance", N_("Importance"), "term"),
    Column("urgency", N_("Urgency"), "number"),
    Column("trainings", N_("Trainings"), "code"),
    Column("what", N_("What")),
    Column("source", N_("Source")),
)
_RATINGS = {
    "work_result": N_("Work result below expectation"),
    "behaviour": N_("Behaviour below expectation"),
    "predicate": N_("Predicate below Baik"),
}
_OTHER_TABLES = {
    "certificate": N_("Certificates that have expired"),
    "rating": N_("Rated below expectation in the last evaluation"),
    "recommendation": N_("Training recommended in the last evaluation"),
}
_LEADERSHIP = (
    Column("nip", N_("NIP"), "nip"),
    Column("name", N_("Name")),
    Column("training", N_("Training"), "code"),
    Column("trainings", N_("In the catalogue"), "code"),
)
_PIPELINE = (
    Column("nip", N_("NIP"), "nip"),
    Column("name", N_("Name")),
    Column("box", N_("Box"), "integer"),
    Column("position", N_("Position")),
    Column("training", N_("Training"), "code"),
)
_OTHERS = (
    Column("nip", N_("NIP"), "nip"),
    Column("name", N_("Name")),
    Column("what", N_("What")),
    Column("source", N_("Source")),
)


def shapes(shown: Shown, sources: Looks, *, everything: bool) -> list[Shape]:
    """Show needs grouped by competency, training and unit, then the people."""
    gaps = [need for need in shown.needs if need.reason == "gap"]
    urgent = sorted(gaps, key=lambda n: (-(n.urgency or 0), n.name, n.competency or ""))
    urgent = urgent if everything else urgent[:FEW]
    coming = sorted((n for n in shown.needs if n.reason == "next"), key=lambda n: (-(n.urgency or 0), n.name))
    others = {reason: [n for n in shown.needs if n.reason == reason] for reason in _OTHER_TABLES}
    cut = {reason: found if everything else found[:FEW] for reason, found in others.items()}
    ahead = coming if everything else coming[:FEW]
    sources.load({n.person_id for n in (*urgent, *ahead, *(n for part in cut.values() for n in part))})
    result: list[Shape] = [_head(shown, gaps)]
    result.append(Table(N_("By competency"), _COMPETENCIES, _by_competency(gaps), empty=N_("No gap is known.")))
    result.append(Table(N_("By training of the catalogue"), _TRAININGS, _by_training(shown)))
    result.append(Table(N_("By unit"), _UNITS, _by_unit(gaps, shown.homes)))
    rows: list[tuple[object, ...]] = [
        (n.nip, titled(n), n.competency, _gap(n), unscaled(n.urgency or 0), list(n.trainings), _place(sources, n))
        for n in urgent
    ]
    result.append(Table(N_("Most urgent"), _URGENT, rows, _part(len(gaps), everything)))
    if coming:
        rows = [(n.nip, titled(n), n.competency, _gap(n), n.what, list(n.trainings), _place(sources, n)) for n in ahead]
        title = N_("Asked by the next post on the path, beyond the own one")
        result.append(Table(title, _NEXT, rows, _part(len(coming), everything)))
    leading = sorted((n for n in shown.needs if n.reason == "leadership"), key=lambda n: (n.what or "", n.name))
    rows = [(n.nip, titled(n), n.what, list(n.trainings)) for n in (leading if everything else leading[:FEW])]
    caption = _part(len(leading), everything)
    result.append(Table(N_("Without the leadership training of the level held"), _LEADERSHIP, rows, caption))
    ready = sorted(shown.pipeline, key=lambda r: (-r.talent[0], r.name))
    rows = [(r.nip, titled(r), r.box, r.position, r.training) for r in (ready if everything else ready[:FEW])]
    title = N_("Leadership pipeline: boxes 7 to 9 without the training of the next level")
    result.append(Table(title, _PIPELINE, rows, _part(len(ready), everything), N_("Nobody.")))
    for reason, heading in _OTHER_TABLES.items():
        if found := others[reason]:
            rows = [(n.nip, titled(n), _what(n), _place(sources, n)) for n in cut[reason]]
            result.append(Table(heading, _OTHERS, rows, _part(len(found), everything)))
    return result


def sheets(shown: Shown, sources: Looks) -> list[Shape]:
    """Return what a workbook or csv holds: every need of everyone, a row each, then the tables in full."""
    sources.load({need.person_id for need in shown.needs})
    rows = [
        (
            n.nip,
            titled(n),
            n.reason,
            n.competency,
            None if n.required is None else unscaled(n.required),
            None if n.attained is None else unscaled(n.attained),
            n.importance,
            None if n.urgency is None else unscaled(n.urgency),
            list(n.trainings),
            n.what,
            _place(sources, n),
        )
        for n in shown.needs
    ]
    return [Table(N_("Training needs"), _EVERY, rows), *shapes(shown, sources, everything=True)]


def _head(shown: Shown, gaps: Sequence[Need]) -> Record:
    fields = [
        Field("people", N_("On duty"), shown.people, "integer"),
        Field("lacking", N_("With a gap"), len({n.nip for n in gaps}), "integer"),
        Field("not_assessed", N_("Not assessed yet"), shown.not_assessed, "integer"),
        Field("levels_unknown", N_("JPM on file, levels not"), shown.levels_unknown, "integer"),
        Field("expired", N_("With an expired assessment"), shown.expired, "integer"),
        Field("covered_until", N_("Trainings are complete until"), reach_said(shown.covered)),
    ]
    caption = Words(N_("{law}. Staff on {as_of}."), {"law": shown.law, "as_of": shown.as_of})
    return Record(N_("Training needs"), fields, caption)


def _by_competency(gaps: Sequence[Need]) -> list[tuple[object, ...]]:
    groups: dict[str, list[Need]] = defaultdict(list)
    for need in gaps:
        groups[need.competency or ""].append(need)
    rows: list[tuple[int, tuple[object, ...]]] = []
    for name, group in groups.items():
        missing = sum((n.required or 0) - (n.attained or 0) for n in group)
        weighted = sum(n.urgency or 0 for n in group)
        codes = sorted({code for n in group for code in n.trainings})
        mean = Fraction(-missing, SCALE * len(group))
        rows.append((weighted, (name, len(group), mean, unscaled(weighted), codes or None)))
    return [row for _, row in sorted(rows, key=lambda r: (-r[0], str(r[1][0])))]


def _by_training(shown: Shown) -> list[tuple[object, ...]]:
    people: dict[str, set[str]] = defaultdict(set)
    for need in shown.needs:
        if need.reason in ("gap", "leadership", "certificate"):
            for code in need.trainings:
                people[code].add(need.nip)
    return [(code, title, len(people[code]), seats) for code, (title, seats) in shown.catalogue.items()]


def _by_unit(gaps: Sequence[Need], homes: Mapping[int | None, str]) -> list[tuple[object, ...]]:
    people: dict[str, set[str]] = defaultdict(set)
    count: Counter[str] = Counter()
    weighted: Counter[str] = Counter()
    for need in gaps:
        home = homes.get(need.unit_id, "")
        people[home].add(need.nip)
        count[home] += 1
        weighted[home] += need.urgency or 0
    return [(home, len(people[home]), count[home], unscaled(weighted[home])) for home in sorted(people)]


def _gap(need: Need) -> object:
    return unscaled((need.attained or 0) - (need.required or 0))


def _what(need: Need) -> Words | str | None:
    return Words(_RATINGS[need.what or ""]) if need.reason == "rating" else need.what


def _place(sources: Looks, need: Need) -> str | None:
    found = sources.of(need.person_id, need.datum) if need.datum else None
    if found is None or found.file is None:
        return None
    return f"{found.file} › {found.sheet} {found.cell or found.row or ''}".strip()


def _part(total: int, everything: bool) -> Words | str:
    if everything or total <= FEW:
        return ""
    return Words(N_("{shown} of {total}; --all shows everyone."), {"shown": FEW, "total": total})


def data(shown: Shown, sources: Looks) -> dict[str, object]:
    """Return the needs as a document."""
    sources.load({need.person_id for need in shown.needs})
    gaps = [need for need in shown.needs if need.reason == "gap"]
    return {
        "as_of": shown.as_of,
        "people": shown.people,
        "not_assessed": shown.not_assessed,
        "levels_unknown": shown.levels_unknown,
        "expired": shown.expired,
        "needs": [_as_data(need, sources) for need in shown.needs],
        "by_competency": [
            {"competency": name, "people": people, "mean_gap": mean, "urgency": urgency, "trainings": codes or []}
            for name, people, mean, urgency, codes in _by_competency(gaps)
        ],
        "by_training": [
            {"code": code, "title": title, "people": people, "seats": seats}
            for code, title, people, seats in _by_training(shown)
        ],
        "by_unit": [
            {"unit": unit, "people": people, "needs": count, "urgency": urgency}
            for unit, people, count, urgency in _by_unit(gaps, shown.homes)
        ],
        "pipeline": [
            {"nip": r.nip, "box": r.box, "talent_low": r.talent[0], "talent_high": r.talent[1], "training": r.training}
            for r in shown.pipeline
        ],
    }


def _as_data(need: Need, sources: Looks) -> dict[str, object]:
    found = sources.of(need.person_id, need.datum) if need.datum else None
    return {
        "nip": need.nip,
        "reason": need.reason,
        "competency": need.competency,
        "required": None if need.required is None else unscaled(need.required),
        "attained": None if need.attained is None else unscaled(need.attained),
        "importance": need.importance,
        "trainings": list(need.trainings),
        "urgency": None if need.urgency is None else unscaled(need.urgency),
        "what": need.what,
        "expired": need.expired,
        "source": found.as_data() if found else None,
    }
