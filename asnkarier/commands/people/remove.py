"""`remove`: take one record out, found by what people know of it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any

from asnkarier.commands import named, told
from asnkarier.commands.kinds import KIND_NAMES
from asnkarier.commands.pairs import typed_pairs
from asnkarier.commands.parameters import DRY_RUN, argument, reason_of
from asnkarier.core.access import Actor
from asnkarier.core.errors import Usage
from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.core.kinds.spec import Kind
from asnkarier.core.numbers import unscaled
from asnkarier.store.database import Database
from asnkarier.store.hand.finding import described, has_level, id_column, matching
from asnkarier.store.hand.removal import remove, remove_level
from asnkarier.store.intake.assessments import Competencies
from asnkarier.store.intake.log import ChangeLog
from asnkarier.store.intake.references.words import Trouble
from asnkarier.store.queries import positions, staff
from asnkarier.store.queries.units import Units
from asnkarier.views.formats import listed
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result
from asnkarier.views.shapes import Column, Field, Record, Table
from asnkarier.views.shell import word

_PATH_ONLY = ("agency", "parent", "unit_code")
"""Fields that help to find a unit and stand in no record."""
MOST = 50


def run(
    db: Database,
    actor: Actor,
    as_of: date,
    kind: Annotated[str, argument(N_("KIND"), help=N_("Kind of record."), choices=KIND_NAMES, completes="kind")],
    key: Annotated[
        list[str],
        argument(N_("FIELD=VALUE"), help=N_("What the record is found by, such as nip=… year=2025.")),
    ],
    reason: Annotated[str, reason_of(N_("Why; kept in the log."))],
    dry_run: Annotated[bool, DRY_RUN] = False,
) -> Result:
    """Delete the record and log all of it; where several fit, list them ready to paste."""
    if not reason.strip():
        raise Usage("reason_missing", {})
    spec = KINDS[kind]
    pairs = typed_pairs(spec, key)
    people = [field.name for field in spec.fields if field.type == "nip" and field.required]
    if kind != "roster" and people and not any(name in pairs for name in people):
        raise Usage("key_missing", {"fields": list(spec.key)})
    units = Units(db)
    level, found = _found(db, spec, pairs, as_of, units)
    if not found:
        raise Usage("record_unknown", {"kind": kind, "key": " ".join(key)})
    if len(found) > 1:
        return _several(db, spec, found, reason, units)
    log = ChangeLog(db, actor, "remove", reason.strip())
    record = described(db, spec, found[0], units)
    if level is not None:
        remove_level(db, log, found[0], level)
        record["competency"] = pairs["competency"]
    else:
        remove(db, log, spec.table, found[0])
    log.close()
    batch = None if dry_run else log.batch_id
    if dry_run:
        db.discard()
    return _done(spec, record, batch, reason.strip(), dry_run=dry_run)


def _found(
    db: Database, kind: Kind, pairs: Mapping[str, Any], as_of: date, units: Units
) -> tuple[int | None, list[dict[str, Any]]]:
    """Return the records that fit, and the competency where one level of an assessment is meant."""
    ids: dict[str, int] = {}
    values: dict[str, Any] = {}
    level: int | None = None
    for name, value in pairs.items():
        if kind.name == "roster" and name == "nip":
            ids["id"] = staff.find(db, value)
        elif kind.name == "assessments" and name in ("competency", "level"):
            level = _competency(db, value) if name == "competency" else level
        elif (column := id_column(db, kind, name)) and value is not None:
            ids[column] = _id(db, units, column, pairs, value, as_of)
        elif name not in _PATH_ONLY:
            values[name] = value
    if kind.name == "units" and "unit" in values:
        ids["id"] = units.find(
            " / ".join(p for p in (pairs.get("agency"), pairs.get("parent"), values.pop("unit")) if p)
        ).id
    if kind.name == "positions" and "position" in values:
        place = " / ".join(p for p in (pairs.get("agency"), pairs.get("parent"), pairs.get("unit")) if p)
        name = values.pop("position")
        ids = {"id": positions.find(db, f"{name} @ {place}" if place else name, units, as_of).id}
    found = matching(db, kind, ids, values)
    if level is not None:
        found = [row for row in found if has_level(db, row["id"], level)]
    return level, found


def _id(db: Database, units: Units, column: str, pairs: Mapping[str, Any], value: str, as_of: date) -> int:
    path = [pairs.get("agency"), pairs.get("parent")]
    if column == "unit_id":
        return units.find(" / ".join(part for part in (*path, value) if part)).id
    if column == "position_id":
        place = " / ".join(part for part in (*path, pairs.get("unit")) if part)
        return positions.find(db, f"{value} @ {place}" if place and "@" not in value else value, units, as_of).id
    if column == "competency_id":
        return _competency(db, value)
    return staff.find(db, value)


def _competency(db: Database, name: str) -> int:
    found = Competencies(db).find(name)
    if isinstance(found, Trouble):
        raise Usage(found.code, found.values)
    return found


def _several(db: Database, kind: Kind, found: Sequence[Mapping[str, Any]], reason: str, units: Units) -> Result:
    """List the records that fit, each as the command that removes it alone."""
    lines = []
    for row in found[:MOST]:
        record = described(db, kind, row, units)
        keys = {name: record[name] for name in kind.key if name in record}
        words = [*named.command("asnkarier remove").split(), named.kind(kind.name)]
        words += [f"{name}={_typed(kind, name, value)}" for name, value in keys.items()]
        lines.append(
            (" ".join(map(word, [*words, named.option("--reason"), reason])), told.fields(kind.table, record), record)
        )
    data = {
        "removed": None,
        "applied": False,
        "batch": None,
        "matches": [_plain(kind, record) for _, _, record in lines],
        "commands": [line for line, _, _ in lines],
    }
    columns = (Column("command", N_("To remove it")), Column("record", N_("Record")))
    title = Words(N_("{count} {count:record fits|records fit}; nothing was removed"), {"count": len(found)})
    return Result(data, [Table(title, columns, [line[:2] for line in lines])], exit_code=2)


def _typed(kind: Kind, name: str, value: Any) -> str:
    if isinstance(value, int) and told.is_scaled(kind.table, name):
        return format(unscaled(value).normalize(), "f")
    return str(value)


def _plain(kind: Kind, record: Mapping[str, Any]) -> dict[str, Any]:
    return {name: told.plain(kind.table, name, value) for name, value in record.items()}


def _done(kind: Kind, record: Mapping[str, Any], batch: int | None, reason: str, *, dry_run: bool) -> Result:
    data = {
        "kind": kind.name,
        "removed": _plain(kind, record),
        "applied": not dry_run,
        "batch": batch,
        "reason": reason,
    }
    fields = [
        Field(name, told.label(kind.table, name), told.text(kind.table, name, value)) for name, value in record.items()
    ]
    title = N_("This would be removed") if dry_run else N_("Removed")
    notes = [Words(N_("A rehearsal: nothing was changed."))]
    if batch is not None:
        notes = [Words(N_("To bring it back: asnkarier imports undo {batch}"), {"batch": str(batch)})]
        if kind.name == "movements":
            notes.append(
                Words(N_("What the event had changed in the person's spans stays; `asnkarier edit` mends it."))
            )
    plain = _plain(kind, record)
    flat = listed.table(({"field": name, "value": value} for name, value in plain.items()), "field value")
    return Result(data, [Record(title, fields)], notes, flat=lambda: flat)
