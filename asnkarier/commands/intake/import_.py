"""`import`: workbooks into the file, all or nothing, with a reason for every row that stays out."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from asnkarier.commands.intake.bringing import Brought, bring_in
from asnkarier.commands.kinds import KIND_NAMES
from asnkarier.commands.parameters import DRY_RUN, argument, option
from asnkarier.core.access import Actor, Progress
from asnkarier.core.errors import Usage
from asnkarier.core.finding import Finding
from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.ingest.frames import EndFrame, ReadOptions, SheetFrame
from asnkarier.store.database import Database
from asnkarier.store.intake.session import Options, Taken
from asnkarier.store.queries.batches import changes
from asnkarier.views import findings as shown
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result
from asnkarier.views.shapes import Column, Shape, Table, Text

FILES = argument(N_("FILE"), help=N_("Workbook or csv file; several are imported together."), completes="file")
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


def run(
    db: Database,
    actor: Actor,
    progress: Progress,
    files: Annotated[list[Path], FILES],
    kinds: Annotated[
        str | None,
        option(
            "--as", "--sebagai", help=N_("Kind of sheet; several with a comma."), metavar=N_("KIND"), completes="kind"
        ),
    ] = None,
    sheets: Annotated[
        list[str] | None, option("--sheet", "--lembar", help=N_("Only this sheet (name or number); may be repeated."))
    ] = None,
    maps: Annotated[
        list[str] | None,
        option("--map", "--petakan", help=N_("Read a column as a field: `HEADER=field`; `HEADER=` ignores it.")),
    ] = None,
    sets: Annotated[
        list[str] | None, option("--set", "--isi", help=N_("What the sheet does not say: `FIELD=VALUE` for every row."))
    ] = None,
    dated: Annotated[
        date | None,
        option("--dated", "--keadaan", help=N_("The day a roster speaks of, where its title does not say.")),
    ] = None,
    covers_until: Annotated[
        date | None,
        option("--covers-until", "--meliputi-sampai", help=N_("The day up to which a register is complete (today).")),
    ] = None,
    dry_run: Annotated[bool, DRY_RUN] = False,
    skip_bad: Annotated[
        bool, option("--skip-bad", "--lewati-salah", help=N_("Import the good rows and report the others."))
    ] = False,
    marked: Annotated[
        Path | None,
        option(
            "--marked", "--tandai", help=N_("Write a copy of the workbook with the bad cells marked."), completes="file"
        ),
    ] = None,
    clear_blanks: Annotated[
        bool, option("--clear-blanks", "--kosongkan", help=N_("A blank cell clears the value."))
    ] = False,
    unknown_people: Annotated[
        str,
        option(
            "--unknown-people",
            "--pegawai-tak-dikenal",
            help=N_("What to do with rows about unknown people."),
            choices={"error": ("salah",), "skip": ("lewati",)},
        ),
    ] = "error",
    create_near: Annotated[
        bool, option("--create-near", "--buat-mirip", help=N_("Create units and posts that look like known ones."))
    ] = False,
    replace: Annotated[
        bool, option("--replace", "--ganti", help=N_("Take back rows of these people that the file no longer holds."))
    ] = False,
    full: Annotated[
        bool, option("--full", "--lengkap", help=N_("The roster is complete: say who is missing from it."))
    ] = False,
    agency: Annotated[
        str | None,
        option("--agency", "--perangkat-daerah", help=N_("With --full: complete for this agency."), completes="unit"),
    ] = None,
    large: Annotated[
        bool, option("--large", "--besar", help=N_("Allow the reader more than 1.5 GiB of memory."))
    ] = False,
) -> Result:
    """Import and report; a dry run is the same, rolled back."""
    today = actor.at.astimezone().date().isoformat()
    reading = ReadOptions(
        as_kinds=_kinds(kinds),
        sheets=tuple(sheets or ()),
        maps=_pairs(maps, "map_malformed"),
        sets=_pairs(sets, "set_malformed"),
        today=today,
        competencies=tuple(str(name) for (name,) in db.rows("SELECT name FROM competency ORDER BY id")),
        large=large,
    )
    taking = Options(
        today=today,
        dated=dated.isoformat() if dated else None,
        covers_until=covers_until.isoformat() if covers_until else None,
        clear_blanks=clear_blanks,
        skip_unknown_people=unknown_people == "skip",
        create_near=create_near,
        replace=replace,
        full=full,
        agency=agency,
    )
    brought = bring_in(db, actor, files, reading, taking, skip_bad=skip_bad, progress=progress)
    applied = not brought.stopped and not dry_run
    told = _changes(db, brought) if dry_run and brought.batch is not None else []
    if not applied:
        db.discard()
    notes = _notes(brought, applied, dry_run)
    if marked is not None:
        notes += _mark(files, marked, brought)
    if brought.intake.vanished and not dry_run:
        notes.append(_movements(files[0], brought))
    document = _document(brought, applied, dry_run, told)
    shapes = _shapes(brought, applied, dry_run, told)
    return Result(document, shapes, notes, exit_code=1 if brought.stopped else 0)


def _mark(files: Sequence[Path], target: Path, brought: Brought) -> list[Words]:
    """Write a marked-up copy of every file with findings; of several, each under its own name beside the target."""
    from asnkarier.views import marked

    notes = []
    found = {path: [f for f in brought.findings if f.file == path.name] for path in files}
    bad = {path: findings for path, findings in found.items() if findings}
    for path, findings in bad.items():
        place = target if len(bad) == 1 else target.with_name(f"{target.stem}-{path.stem}.xlsx")
        heads = {head.sheet: head.header_row for head, _, _ in brought.lists if head.file == path.name}
        marked.write(place, path, findings, heads)
        notes.append(Words(N_("The marked-up copy is {path}."), {"path": str(place)}))
    return notes


def _movements(roster: Path, brought: Brought) -> Words:
    """Write the sheet of movements to fill in for those a complete roster no longer lists."""
    from asnkarier.views.marked import movements

    target = roster.with_name(f"{roster.stem}-mutasi.xlsx")
    movements(target, [(v.nip, v.name, v.unit) for v in brought.intake.vanished])
    return Words(
        N_("{count} people are no longer on the roster: fill in {path} and import it."),
        {"count": len(brought.intake.vanished), "path": str(target)},
    )


def _kinds(text: str | None) -> tuple[str, ...]:
    if not text:
        return ()
    spelled = {other: name for name, others in KIND_NAMES.items() for other in others}
    result = []
    for word in text.split(","):
        name = spelled.get(word.strip().lower(), word.strip().lower())
        if name not in KINDS:
            raise Usage("kind_unknown", {"kind": word.strip(), "kinds": ", ".join(KINDS)})
        result.append(name)
    return tuple(result)


def _pairs(texts: Sequence[str] | None, code: str) -> Mapping[str, str]:
    pairs: dict[str, str] = {}
    for text in texts or ():
        left, equals, right = text.rpartition("=") if code == "map_malformed" else text.partition("=")
        if not equals or not left.strip():
            raise Usage(code, {"text": text})
        pairs[left.strip()] = right.strip()
    return pairs


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


def _document(brought: Brought, applied: bool, dry_run: bool, told: list[dict[str, Any]]) -> dict[str, object]:
    document: dict[str, object] = {
        "batch": brought.batch if applied else None,
        "applied": applied,
        "dry_run": dry_run,
        "sheets": [_sheet(head, taken, end) for head, taken, end in brought.lists],
        "findings": [shown.as_data(f) for f in brought.findings],
    }
    if dry_run:
        document["changes"] = told
    if brought.intake.options.full:
        document["vanished"] = [v._asdict() for v in brought.intake.vanished]
    return document


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


def _changes(db: Database, brought: Brought) -> list[dict[str, Any]]:
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


def _shapes(brought: Brought, applied: bool, dry_run: bool, told: list[dict[str, Any]]) -> list[Shape]:
    shapes: list[Shape] = []
    for head, _, _ in brought.lists:
        lines: list[tuple[object, ...]] = [(c.column or None, c.header, c.field, c.how) for c in head.columns]
        lines += [(c.column, c.header, None, c.why) for c in head.ignored]
        title = Words(_MAP, {"file": head.file, "sheet": head.sheet, "kind": head.kind, "row": head.header_row})
        shapes.append(Table(title, _COLUMNS, lines))
    shapes.extend(_grouped(brought.findings))
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


def _grouped(found: Sequence[Finding]) -> list[Shape]:
    """Return findings code by code, errors first, the first ten of each."""
    groups: dict[str, list[Finding]] = {}
    for finding in sorted(found, key=lambda f: ("error", "warning", "note").index(f.severity)):
        groups.setdefault(finding.code, []).append(finding)
    shapes: list[Shape] = []
    for code, group in groups.items():
        table = shown.as_table(group[:_GROUP_SHOWS])
        title = Words(N_("{code}: {count} findings"), {"code": code, "count": len(group)})
        more = Words(N_("… and {more} more; --format json has them all."), {"more": len(group) - _GROUP_SHOWS})
        shapes.append(Table(title, table.columns, table.rows, more if len(group) > _GROUP_SHOWS else ""))
    return shapes


def _verdict(brought: Brought, applied: bool, dry_run: bool) -> Words:
    errors = sum(f.severity == "error" for f in brought.findings)
    if brought.stopped:
        return Words(N_("Nothing was imported: {errors} findings stand against it."), {"errors": errors})
    if dry_run:
        return Words(N_("A rehearsal: nothing was changed."), {})
    if brought.batch is None:
        return Words(N_("Unchanged: the file holds all of this already."), {})
    return Words(
        N_("Imported as number {batch}. Take it back with `asnkarier imports undo {batch}`."), {"batch": brought.batch}
    )


def _notes(brought: Brought, applied: bool, dry_run: bool) -> list[Words]:
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
