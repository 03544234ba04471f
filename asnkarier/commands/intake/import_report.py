"""What an import answers: the document for programs, and the mapping, findings and counts for people."""

import json
from typing import Any

from asnkarier.commands.intake.bringing import Brought
from asnkarier.ingest.frames import EndFrame, SheetFrame
from asnkarier.store.database import Database
from asnkarier.store.intake.session import Taken
from asnkarier.store.queries.batches import changes
from asnkarier.views import findings as shown
from asnkarier.views.language import N_, Words
from asnkarier.views.shapes import Column, Shape, Table, Text

_MAP = N_("How the columns were read: {file} · {sheet}, {kind}, header in row {row}")
_COLUMNS = (
    Column("column", N_("Column"), "code"),
    Column("header", N_("Header")),
    Column("field", N_("Field"), "code"),
    Column("how", N_("How"), "term"),
)
_COUNTS = (
    Column("file", N_("File")),
    Column("sheet", N_("Sheet")),
    Column("kind", N_("Kind"), "code"),
    Column("read", N_("Read"), "integer"),
    Column("inserted", N_("New"), "integer"),
    Column("updated", N_("Changed"), "integer"),
    Column("unchanged", N_("Unchanged"), "integer"),
    Column("rejected", N_("Rejected"), "integer"),
    Column("skipped", N_("Skipped"), "integer"),
)
_CHANGED = (
    Column("person", N_("About")),
    Column("table", N_("Table"), "code"),
    Column("field", N_("Field"), "code"),
    Column("old", N_("Before")),
    Column("new", N_("After")),
    Column("row", N_("Row"), "integer"),
)
_GROUP_SHOWS = 10


def _rows(taken: Taken) -> dict[str, int]:
    s = taken.sheet
    return {
        "read": s.read,
        "inserted": s.inserted,
        "updated": s.updated,
        "unchanged": s.unchanged,
        "rejected": s.rejected,
        "skipped": s.skipped,
    }


def document(brought: Brought, applied: bool, dry_run: bool, told: list[dict[str, Any]]) -> dict[str, object]:
    """Return the JSON document; its keys are a contract."""
    result: dict[str, object] = {
        "batch": brought.batch if applied else None,
        "applied": applied,
        "dry_run": dry_run,
        "sheets": [_sheet(head, taken, end) for head, taken, end in brought.lists],
        "findings": [shown.as_data(f) for f in brought.findings],
    }
    if dry_run:
        result["changes"] = told
    if brought.intake.options.full:
        result["vanished"] = [v._asdict() for v in brought.intake.vanished]
    return result


def _sheet(head: SheetFrame, taken: Taken, end: EndFrame) -> dict[str, object]:
    return {
        "file": head.file,
        "sheet": head.sheet,
        "kind": head.kind,
        "header_row": head.header_row,
        "layout": head.layout or None,
        "dated": taken.dated,
        "covers_until": taken.covers_until,
        "columns": [c._asdict() for c in head.columns],
        "ignored": [c._asdict() for c in head.ignored],
        "hidden": {"sheet": head.hidden.sheet, "rows": head.hidden.rows, "columns": list(head.hidden.columns)},
        "rows": _rows(taken),
        "skipped_why": dict(end.skipped_why),
        "created": [c._asdict() for c in taken.created],
    }


def rehearsed(db: Database, brought: Brought) -> list[dict[str, Any]]:
    """Return what the import would change, record by record, old → new for each field."""
    assert brought.batch is not None  # noqa: S101 - the caller asked
    result = []
    for change in changes(db, brought.batch):
        fields = json.loads(change.fields)
        if change.op == "I" and isinstance(fields, list):
            names = json.loads(change.sheet_fields or "[]")
            fields = {n: v for n, v in zip(names, fields, strict=False) if v is not None}
        result.append(
            {
                "op": {"I": "insert", "U": "update", "D": "delete"}[change.op],
                "table": change.table,
                "about": change.key,
                "row": change.sheet_row or None,
                "fields": fields if change.op != "U" else {n: {"old": o, "new": v} for n, (o, v) in fields.items()},
            }
        )
    return result


def shapes_of(brought: Brought, applied: bool, dry_run: bool, told: list[dict[str, Any]]) -> list[Shape]:
    """Return the mapping first, then findings, changes of a rehearsal, counts and the verdict."""
    shapes: list[Shape] = []
    for head, _, _ in brought.lists:
        lines: list[tuple[object, ...]] = [(c.column or None, c.header, c.field, c.how) for c in head.columns]
        lines += [(c.column, c.header, None, c.why if c.why != "unknown" else "not_read") for c in head.ignored]
        title = Words(_MAP, {"file": head.file, "sheet": head.sheet, "kind": head.kind, "row": head.header_row})
        shapes.append(Table(title, _COLUMNS, lines))
    shapes.extend(shown.grouped(brought.findings, _GROUP_SHOWS))
    updates = [
        (c["about"], c["table"], name, pair["old"], pair["new"], c["row"])
        for c in told
        if c["op"] == "update"
        for name, pair in c["fields"].items()
    ]
    if updates:
        shapes.append(Table(N_("Would change"), _CHANGED, updates))
    counts = [(h.file, h.sheet, h.kind, *_rows(t).values()) for h, t, _ in brought.lists]
    if counts:
        shapes.append(Table(N_("Rows"), _COUNTS, counts))
    if brought.intake.vanished:
        columns = (Column("nip", N_("NIP"), "nip"), Column("name", N_("Name")), Column("unit", N_("Unit")))
        shapes.append(Table(N_("No longer on the roster"), columns, [tuple(v) for v in brought.intake.vanished]))
    shapes.append(Text([_verdict(brought, applied, dry_run)]))
    return shapes


def all_rejected(brought: Brought) -> bool:
    """Tell whether rows were rejected and none was good: nothing could be read, which is no success even when skipping."""
    rows = [_rows(taken) for _, taken, _ in brought.lists]
    good = sum(row["inserted"] + row["updated"] + row["unchanged"] for row in rows)
    return good == 0 and any(row["rejected"] for row in rows)


def _verdict(brought: Brought, applied: bool, dry_run: bool) -> Words:
    errors = sum(f.severity == "error" for f in brought.findings)
    if brought.stopped:
        return Words(N_("Nothing was imported: {errors} findings stand against it."), {"errors": errors})
    if dry_run:
        return Words(N_("A rehearsal: nothing was changed."), {})
    rejected = sum(_rows(taken)["rejected"] for _, taken, _ in brought.lists)
    if brought.batch is None and rejected:
        if all_rejected(brought):
            return Words(N_("Nothing was imported: every row was rejected."), {})
        return Words(
            N_("Nothing was imported: the file holds nothing new beside the {rejected} rejected rows."),
            {"rejected": rejected},
        )
    if brought.batch is None:
        return Words(N_("Unchanged: the file holds all of this already."), {})
    return Words(
        N_("Imported as number {batch}. Take it back with `asnkarier imports undo {batch}`."),
        {"batch": str(brought.batch)},
    )


def notes_of(brought: Brought, applied: bool, dry_run: bool) -> list[Words]:
    """Return what the officer should know beside the counts: what was created, assumed, and how far it reaches."""
    notes = []
    for _, taken, _ in brought.lists:
        if taken.created and applied:
            units = sum(c.what == "unit" for c in taken.created)
            posts = len(taken.created) - units
            notes.append(
                Words(
                    N_("{sheet}: {units} units and {posts} posts were new and have been created."),
                    {"sheet": taken.sheet.name, "units": units, "posts": posts},
                )
            )
        if taken.sheet.kind == "roster":
            notes.append(Words(N_("{sheet} speaks of {day}."), {"sheet": taken.sheet.name, "day": taken.dated or ""}))
            if "status" not in taken.sheet.fields:
                notes.append(
                    Words(
                        N_("{sheet} has no column for the legal standing: everyone new on it is taken as aktif."),
                        {"sheet": taken.sheet.name},
                    )
                )
        elif taken.covers_until:
            notes.append(
                Words(
                    N_("{kind}: complete up to {day}; who has no row has none until then."),
                    {"kind": taken.sheet.kind, "day": taken.covers_until},
                )
            )
    return notes
