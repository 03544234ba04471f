"""A development plan for people: goals, numbered steps and their state; and the list of plans."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from asnkarier.core.growth.idp import Progress, Step, in_order, progress
from asnkarier.views.formats.listed import table
from asnkarier.views.language import N_, Words
from asnkarier.views.shapes import Column, Field, Record, Shape, Table, titled

HORIZONS = {"short": N_("short-term"), "long": N_("long-term")}
STATES = {"done": N_("done"), "overdue": N_("overdue"), "open": N_("open")}


class Owner(NamedTuple):
    """Whose plan it is."""

    nip: str
    name: str
    full_name: str
    position: str | None
    unit: str | None


class Listed(NamedTuple):
    """One plan of the list."""

    owner: Owner
    progress: Progress
    reviewed: str | None
    waits: bool


_STEPS = (
    Column("number", N_("No."), "integer"),
    Column("goal", N_("Goal")),
    Column("horizon", N_("Horizon")),
    Column("step", N_("Step")),
    Column("due", N_("Due"), "date"),
    Column("done_on", N_("Done on"), "date"),
    Column("state", N_("State")),
)
_MORE = (
    Column("linked", N_("Serves")),
    Column("owner", N_("Who sees to it")),
    Column("evidence", N_("What shows it")),
)
"""Told where at least one step has it."""
_BOOK = (
    Column("nip", "NIP", "nip"),
    Column("goal", "Tujuan"),
    Column("horizon", "Jangka"),
    Column("step", "Langkah"),
    Column("due", "Tenggat", "date"),
    Column("done_on", "Selesai Tanggal", "date"),
    Column("evidence", "Bukti"),
    Column("owner", "Penanggung Jawab"),
    Column("linked", "Terkait"),
)
"""The headers of the kind of sheet, so that a plan written to a workbook can be edited and imported again."""
_LIST = (
    Column("nip", N_("NIP"), "nip"),
    Column("name", N_("Name")),
    Column("unit", N_("Unit")),
    Column("steps", N_("Steps"), "integer"),
    Column("done", N_("Done"), "integer"),
    Column("overdue", N_("Overdue"), "integer"),
    Column("next_due", N_("Next due"), "date"),
    Column("reviewed", N_("Reviewed"), "date"),
)
_REVIEWS = (Column("reviewed_on", N_("Reviewed"), "date"), Column("note", N_("Note")))


def plan(owner: Owner, steps: Sequence[Step], reviews: Sequence[tuple[str, str | None]], as_of: date) -> list[Shape]:
    """Show one plan."""
    day = as_of.isoformat()
    found = progress(steps, day)
    fields = [
        Field("nip", N_("NIP"), owner.nip, "nip"),
        Field("position", N_("Position"), owner.position),
        Field("unit", N_("Unit"), owner.unit),
        Field("done", N_("Steps done"), Words(N_("{done} of {steps}"), {"done": found.done, "steps": found.steps})),
        Field("overdue", N_("Overdue"), found.overdue, "integer"),
    ]
    ordered = in_order(steps)
    more = [column for column in _MORE if any(getattr(s, column.key) for s in ordered)]
    rows = [
        (
            number,
            s.goal,
            Words(HORIZONS.get(s.horizon or "", s.horizon or "–")),
            s.step,
            s.due,
            s.done_on,
            Words(STATES[s.state(day)]),
            *(getattr(s, column.key) for column in more),
        )
        for number, s in enumerate(ordered, 1)
    ]
    empty = Words(N_("No plan yet. `asnkarier idp draft {nip} --save` writes a first one."), {"nip": owner.nip})
    shapes: list[Shape] = [
        Record(owner.full_name, fields),
        Table(N_("Development plan"), (*_STEPS, *more), rows, empty=empty),
    ]
    if reviews:
        shapes.append(Table(N_("Reviews"), _REVIEWS, list(reviews)))
    return shapes


def book(nip: str, steps: Sequence[Step]) -> list[Shape]:
    """Return the plan as a sheet to edit and import again."""
    spelled = {"short": "Pendek", "long": "Panjang"}
    rows = [
        (
            nip,
            s.goal,
            spelled.get(s.horizon or "", s.horizon),
            s.step,
            date.fromisoformat(s.due) if s.due else None,
            date.fromisoformat(s.done_on) if s.done_on else None,
            s.evidence,
            s.owner,
            s.linked,
        )
        for s in in_order(steps)
    ]
    return [Table("Rencana Pengembangan", _BOOK, rows)]


def plan_data(
    owner: Owner, steps: Sequence[Step], reviews: Sequence[tuple[str, str | None]], day: date
) -> dict[str, object]:
    """Return one plan as a document."""
    found = progress(steps, day.isoformat())
    return {
        "nip": owner.nip,
        "name": owner.name,
        "as_of": day,
        "progress": found._asdict(),
        "steps": _steps(steps, day),
        "reviews": [{"reviewed_on": when, "note": note} for when, note in reviews],
    }


def _steps(steps: Sequence[Step], day: date) -> list[dict[str, object]]:
    return [
        {"number": number, **step_data(step), "state": step.state(day.isoformat())}
        for number, step in enumerate(in_order(steps), 1)
    ]


_FLAT = "number goal horizon step due done_on evidence owner linked state"
"""The columns of csv, be there a row or none."""


def flat(steps: Sequence[Step], day: date) -> Table:
    """Return the steps of a plan as programs read them."""
    return table(_steps(steps, day), _FLAT)


def step_data(step: Step) -> Mapping[str, object]:
    """Return a step as data."""
    return {key: value for key, value in step._asdict().items() if key not in ("id", "person_id")}


def plans(listed: Sequence[Listed], as_of: date, months: int, *, due: bool) -> list[Shape]:
    """Show the list of plans."""
    rows = [
        (
            one.owner.nip,
            titled(one.owner),
            one.owner.unit,
            one.progress.steps,
            one.progress.done,
            one.progress.overdue or None,
            one.progress.next_due,
            one.reviewed,
        )
        for one in listed
    ]
    waiting = sum(one.waits for one in listed)
    caption = Words(
        N_("On {as_of}. {count} {count:plan was|plans were} not reviewed in the last {months} months."),
        {"as_of": as_of, "count": waiting, "months": months},
    )
    empty = N_("Nothing is due.") if due else N_("There is no plan yet. `asnkarier idp draft NIP --save` writes one.")
    return [Table(N_("Development plans"), _LIST, rows, caption if listed else "", empty)]
