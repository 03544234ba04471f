"""`edit`: correct what the roster says of one person, with before and after."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from asnkarier.commands import told
from asnkarier.commands.pairs import typed_pairs
from asnkarier.commands.parameters import DRY_RUN, NIP, argument, option, reason_of
from asnkarier.core.access import Actor
from asnkarier.core.errors import Usage
from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.core.kinds.spec import Field as KindField
from asnkarier.core.names import held
from asnkarier.core.parse.base import Bad
from asnkarier.core.parse.nip import birth_date_of, sex_of
from asnkarier.core.parse.ranks import decided
from asnkarier.store.database import Database
from asnkarier.store.hand import edits
from asnkarier.store.hand.joining import Joining, join, plan
from asnkarier.store.intake import facets
from asnkarier.store.intake.log import ChangeLog
from asnkarier.store.queries import positions, staff
from asnkarier.store.queries.standing import Standing, standing
from asnkarier.store.queries.units import Units
from asnkarier.store.records import ATTRIBUTES
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result
from asnkarier.views.shapes import Coded, Column, Record, Shape, Table, Text
from asnkarier.views.shapes import Field as Line

ROSTER = KINDS["roster"]
MORE = (
    KindField("unit_since", "date", "TMT Unit", "Since when the unit holds."),
    KindField("status_since", "date", "TMT Kedudukan", "Since when the standing holds."),
    KindField("duty_until", "date", "Akhir Tugas", "Last day of an acting post or an additional duty."),
    KindField("employee_kind_since", "date", "TMT Jenis ASN", "Since when the kind of employment holds."),
)
"""Beginnings that rosters have no column for."""
OF_THE_POST = ("position_kind", "echelon")
NEVER_BLANK = ("nip", "name", "golongan", "employee_kind", "status", "position", "unit")
_CHANGES = (
    Column("field", N_("Field"), "code"),
    Column("before", N_("Before")),
    Column("after", N_("After")),
)


def run(
    db: Database,
    actor: Actor,
    as_of: date,
    nip: Annotated[str, NIP],
    changes: Annotated[
        list[str],
        argument(N_("FIELD=VALUE"), help=N_("What to change, such as golongan=III/d golongan_since=2026-04-01.")),
    ],
    reason: Annotated[str, reason_of(N_("Why; kept in the log."))],
    dry_run: Annotated[bool, DRY_RUN] = False,
    yes: Annotated[bool, option("--yes", "--ya", help=N_("Join two entries of one person."))] = False,
) -> Result:
    """Write the corrections as one entry of the log."""
    person = staff.find(db, nip)
    pairs = typed_pairs(ROSTER, changes, MORE)
    _refuse(pairs)
    if not reason.strip():
        raise Usage("reason_missing", {})
    day = max([as_of.isoformat(), *(v for k, v in pairs.items() if k.endswith("_since") and v)])
    before = standing(db, person, day)
    log = ChangeLog(db, actor, "edit", reason.strip())
    joined = None
    if "nip" in pairs:
        other = staff.known(db, pairs["nip"])
        if other is not None and other != person:
            joined = plan(db, person, other)
            if joined.overlaps or not yes:
                return _asked(db, joined, person, other, before, refused=bool(joined.overlaps))
            join(db, log, person, other)
        edits.renew_nip(db, log, person, pairs["nip"], as_of.isoformat())
    _write(db, log, person, as_of, before, pairs)
    log.close()
    after = standing(db, person, day)
    batch = log.batch_id if log.opened and not dry_run else None
    if dry_run:
        db.discard()
    return _result(before, after, as_of, batch, reason.strip(), joined, dry_run=dry_run, changed=log.opened)


def _refuse(pairs: Mapping[str, Any]) -> None:
    for name, value in pairs.items():
        if name in OF_THE_POST:
            raise Usage("field_of_the_post", {"field": name})
        if value is None and (name in NEVER_BLANK or name.endswith(("_since", "_until"))):
            raise Usage("field_never_blank", {"field": name})
    if "unit" not in pairs and ("agency" in pairs or "parent" in pairs):
        raise Usage("agency_without_unit", {})


def _write(db: Database, log: ChangeLog, person: int, as_of: date, before: Standing, pairs: Mapping[str, Any]) -> None:
    day = as_of.isoformat()
    own = {name: pairs[name] for name in ATTRIBUTES if name in pairs}
    if own:
        edits.attributes(db, log, person, own)
    if "golongan" in pairs or "golongan_since" in pairs:
        value = pairs.get("golongan", before.golongan)
        kind = pairs.get("employee_kind", before.employee_kind)
        golongan = decided(value, pppk=kind in ("PPPK", "PPPK_PW")) if value else None
        if isinstance(golongan, Bad):
            raise Usage(golongan.code, {**golongan.values, "field": "golongan"})
        edits.span(db, log, facets.GOLONGAN, person, day, (_known("golongan", golongan),), pairs.get("golongan_since"))
    if "status" in pairs or "status_since" in pairs:
        status = _known("status", pairs.get("status", before.status))
        edits.span(db, log, facets.STATUS, person, day, (status, 0), pairs.get("status_since"))
    if {"employee_kind", "contract_ends_on", "employee_kind_since", "pns_since"} & pairs.keys():
        known = "PNS" if "pns_since" in pairs else before.employee_kind
        kind = _known("employee_kind", pairs.get("employee_kind", known))
        ends = pairs.get("contract_ends_on", before.contract_ends_on)
        edits.span(
            db, log, facets.KIND, person, day, (kind, ends), pairs.get("employee_kind_since", pairs.get("pns_since"))
        )
    _place(db, log, person, as_of, before, pairs)
    _duty(db, log, person, as_of, pairs)


def _place(db: Database, log: ChangeLog, person: int, as_of: date, before: Standing, pairs: Mapping[str, Any]) -> None:
    day = as_of.isoformat()
    units = Units(db)
    if {"unit", "unit_code", "unit_since"} & pairs.keys():
        unit = before.unit_id
        if pairs.get("unit_code") or pairs.get("unit"):
            path = [pairs.get("agency"), pairs.get("parent"), pairs.get("unit")]
            unit = units.find(pairs.get("unit_code") or " / ".join(part for part in path if part)).id
        since = pairs.get("unit_since")
        if since is None and "position" in pairs:
            since = pairs.get("position_since")
        edits.span(db, log, facets.UNIT, person, day, (_known("unit", unit),), since)
    if "position" not in pairs and "position_since" in pairs:
        post_id = _known("position", before.position_id)
        edits.span(db, log, facets.POST, person, day, (post_id,), pairs["position_since"])
    if "position" in pairs:
        holds = held(pairs["position"])
        if holds.post is not None:
            post = positions.find(db, holds.post, units, as_of)
            edits.span(db, log, facets.POST, person, day, (post.id,), pairs.get("position_since"))
        if holds.duty is not None:
            fits = positions.fitting(db, holds.duty, units, as_of)
            value = (holds.acting, holds.duty, fits[0].id if len(fits) == 1 else None)
            since = pairs.get("position_since") if holds.post is None else None
            edits.span(db, log, facets.DUTY, person, day, value, since)


def _duty(db: Database, log: ChangeLog, person: int, as_of: date, pairs: Mapping[str, Any]) -> None:
    if "duty_until" in pairs:
        edits.end_duty(db, log, person, min(as_of.isoformat(), pairs["duty_until"]), pairs["duty_until"])


def _known(field: str, value: Any) -> Any:
    if value is None:
        raise Usage("since_without_value", {"field": field})
    return value


def _result(
    before: Standing,
    after: Standing,
    as_of: date,
    batch: int | None,
    reason: str,
    joined: Joining | None,
    *,
    dry_run: bool,
    changed: bool,
) -> Result:
    old, new = before.told(), after.told()
    differing = {name: [old[name], new[name]] for name in new if old[name] != new[name]}
    data = {
        "nip": after.nip,
        "name": after.name,
        "as_of": as_of,
        "reason": reason,
        "changed": differing,
        "applied": changed and not dry_run,
        "batch": batch,
        "joined": None if joined is None else {"moved": joined.moves, "twice": joined.twice},
    }
    rows = [
        (Coded(name, told.label("person", name)), pair[0] or None, pair[1] or None) for name, pair in differing.items()
    ]
    title = Words(N_("{name}, {nip}"), {"name": after.full_name, "nip": after.nip})
    caption = Words(N_("As of {day}. Reason: {reason}"), {"day": as_of, "reason": reason})
    nothing = (
        N_("Nothing differs on that day.")
        if changed
        else N_("That is how it is recorded already; nothing was changed.")
    )
    notes = _doubts(after)
    if dry_run:
        notes.append(Words(N_("A rehearsal: nothing was changed.")))
    elif batch is not None:
        notes.append(Words(N_("To take it back: asnkarier imports undo {batch}"), {"batch": str(batch)}))
    return Result(data, [Table(title, _CHANGES, rows, caption, nothing)], notes)


def _doubts(after: Standing) -> list[Words]:
    """Say where the NIP and the birth date or sex beside it disagree: a warning, as in an import."""
    doubts = []
    if after.birth_date and after.birth_date != birth_date_of(after.nip):
        values = {"nip": date.fromisoformat(birth_date_of(after.nip)), "said": date.fromisoformat(after.birth_date)}
        doubts.append(Words(N_("The NIP says born on {nip}, the entry {said}."), values))
    if after.sex and after.sex != sex_of(after.nip):
        doubts.append(Words(N_("The NIP says another sex than the entry.")))
    return doubts


def _asked(db: Database, joined: Joining, person: int, other: int, before: Standing, *, refused: bool) -> Result:
    """Show what a join would move and what stands against it; nothing is changed."""
    theirs = standing(db, other, "9999-12-31")
    data = {
        "nip": before.nip,
        "other": theirs.nip,
        "applied": False,
        "batch": None,
        "joined": {"moved": joined.moves, "twice": joined.twice},
        "overlaps": [overlap._asdict() for overlap in joined.overlaps],
    }
    pair = {"nip": before.nip, "name": before.full_name, "other": theirs.nip, "name2": theirs.full_name}
    shapes: list[Shape] = [
        Text([Words(N_("{other} ({name2}) is in the file already, beside {nip} ({name})."), pair)]),
        Record(
            N_("It would be joined"),
            [Line(table, told.label(table), number, "integer") for table, number in joined.moves.items()],
        ),
    ]
    if joined.twice:
        lines = [Line(table, told.label(table), number, "integer") for table, number in joined.twice.items()]
        shapes.append(Record(N_("Stands in both and would be kept once"), lines))
    if refused:
        columns = (
            Column("table", N_("Table")),
            Column("what", N_("What")),
            Column("kept", before.nip),
            Column("other", theirs.nip),
        )
        overlaps = [(Coded(each.table, told.label(each.table)), *each[1:]) for each in joined.overlaps]
        advice = N_(
            "Correct or remove one of the two first, with `asnkarier edit` or `asnkarier remove`; nothing was changed."
        )
        shapes.append(Table(N_("Both say something else of the same time"), columns, overlaps, advice))
        return Result(data, shapes, exit_code=1)
    note = Words(N_("Nothing was changed. Add --yes to join them; it can be taken back."))
    return Result(data, shapes, [note], exit_code=1)
