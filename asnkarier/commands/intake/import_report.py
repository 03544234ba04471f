"""What an import answers: the document for programs, and the mapping, findings and counts for people."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from asnkarier.commands import told
from asnkarier.commands.intake.bringing import Brought
from asnkarier.commands.intake.reaching import reaching_of
from asnkarier.commands.named import kind as kind_named
from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.ingest.frames import EndFrame, SheetFrame
from asnkarier.store.intake.references.words import Created
from asnkarier.store.intake.session import Taken
from asnkarier.store.queries.file.rosters import places_people
from asnkarier.views import findings as shown
from asnkarier.views.formats import listed
from asnkarier.views.language import N_, Words
from asnkarier.views.shapes import Coded, Column, Shape, Table, Text

_MAP = N_("How the columns were read: {file} · {sheet}, {kind}, header in row {row}")
_COLUMNS = (
    Column("column", N_("Column"), "code"),
    Column("header", N_("Header")),
    Column("field", N_("Field"), "code"),
    Column("how", N_("How"), "term"),
)
_SHEETS = (
    Column("sheet", N_("Sheet")),
    Column("kind", N_("Kind"), "code"),
    Column("header_row", N_("Header row"), "integer"),
    Column("read", N_("Columns read"), "integer"),
    Column("ignored", N_("Not read"), "integer"),
)
_UNSURE = (*_COLUMNS[1:], Column("where", N_("Where")))
_FEW_PLACES = 2
_SURE = frozenset(("exact", "parent", "split", "map", "set", "layout", "fills", "joins"))
"""How columns are read that need no second look: by their headers, or as somebody said."""
MANY = 3
"""Of more lists than this only the columns that were guessed or not read are shown one by one."""
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


def document(brought: Brought, applied: bool, dry_run: bool, changed: list[dict[str, Any]]) -> dict[str, object]:
    """Return the JSON document; its keys are a contract."""
    result: dict[str, object] = {
        "batch": brought.batch if applied else None,
        "applied": applied,
        "dry_run": dry_run,
        "sheets": [_sheet(head, taken, end) for head, taken, end in brought.lists],
        "findings": [shown.as_data(f) for f in brought.findings],
    }
    if dry_run:
        result["changes"] = changed
    if brought.intake.options.replace:
        result["taken_back"] = [
            {"table": t.table, "nip": t.nip, "fields": told.plain_fields(t.table, t.fields)}
            for t in brought.intake.taken_back
        ]
        result["spared"] = [s._asdict() for s in brought.intake.spared]
        result["moved_since"] = brought.intake.moved_since
        result["not_replaced"] = brought.intake.not_replaced
    if brought.intake.options.full:
        result["vanished"] = [v._asdict() for v in brought.intake.vanished]
    elif any(taken.sheet.kind == "roster" for _, taken, _ in brought.lists):
        result["not_listed"] = [n._asdict() for n in brought.intake.not_listed]
    return result


def _sheet(head: SheetFrame, taken: Taken, end: EndFrame) -> dict[str, object]:
    return {
        "file": head.file,
        "sheet": head.sheet,
        "kind": head.kind,
        "header_row": head.header_row,
        "layout": head.layout or None,
        "dated": taken.dated,
        "covers_from": taken.covers_from,
        "covers_until": taken.covers_until,
        "columns": [c._asdict() for c in head.columns],
        "ignored": [c._asdict() for c in head.ignored],
        "hidden": {"sheet": head.hidden.sheet, "rows": head.hidden.rows, "columns": list(head.hidden.columns)},
        "rows": _rows(taken),
        "skipped_why": dict(end.skipped_why),
        "created": [c._asdict() for c in taken.created],
    }


Lines = list[tuple[object, ...]]


def flat(brought: Brought) -> Table:
    """Return every column of every list as programs read it, those that were not read too."""
    return listed.table(
        (
            {
                "file": head.file,
                "sheet": head.sheet,
                "kind": head.kind,
                "header_row": head.header_row,
                "column": column,
                "header": header,
                "field": field,
                "how": how,
            }
            for head, _, _ in brought.lists
            for column, header, field, how in (
                *((c.column, c.header, c.field, c.how) for c in head.columns),
                *_ignored(head),
            )
        ),
        "file sheet kind header_row column header field how",
    )


def mapping_of(brought: Brought, everything: bool) -> list[Shape]:
    """Return how the columns were read: of a few lists every column, of many those to look at."""
    if everything or len(brought.lists) <= MANY:
        return [
            Table(
                Words(
                    _MAP,
                    {"file": head.file, "sheet": head.sheet, "kind": kind_named(head.kind), "row": head.header_row},
                ),
                _COLUMNS,
                [*((c.column or None, c.header, c.field, c.how) for c in head.columns), *_ignored(head)],
            )
            for head, _, _ in brought.lists
        ]
    heads = [head for head, _, _ in brought.lists]
    lines = [
        (
            _place(h),
            Coded(h.kind, kind_named(h.kind)),
            h.header_row,
            len({c.column for c in h.columns} - {""}),
            len(h.ignored),
        )
        for h in heads
    ]
    shapes: list[Shape] = [
        Table(N_("How the columns were read"), _SHEETS, lines, N_("--all shows every column of every sheet."))
    ]
    if unsure := _unsure(heads):
        shapes.append(Table(N_("Columns decided by what stands in them, and columns not read"), _UNSURE, unsure))
    return shapes


def _unsure(heads: list[SheetFrame]) -> Lines:
    """Return the columns to look at, those that many sheets share once; what was decided by its values comes first."""
    places: dict[tuple[object, ...], list[str]] = {}
    for head in heads:
        for c in head.columns:
            if c.how not in _SURE and c.column:
                places.setdefault((c.header, c.field, c.how), []).append(f"{head.sheet}!{c.column}")
        for letter, header, field, how in _ignored(head):
            places.setdefault((header, field, how), []).append(f"{head.sheet}!{letter}")
    lines = [
        (
            *what,
            ", ".join(cells)
            if len(cells) <= _FEW_PLACES
            else Words(N_("{count} {count:sheet|sheets}"), {"count": len(cells)}),
        )
        for what, cells in places.items()
    ]
    return sorted(lines, key=lambda line: line[1] is None)


def _place(head: SheetFrame) -> str:
    return head.file if Path(head.file).stem == head.sheet else f"{head.file} · {head.sheet}"


def _ignored(head: SheetFrame) -> Lines:
    return [(c.column, c.header, None, c.why if c.why != "unknown" else "not_read") for c in head.ignored]


def shapes_of(
    brought: Brought, applied: bool, dry_run: bool, changes: Sequence[Shape], everything: bool
) -> list[Shape]:
    """Return the mapping first, then findings, `changes` as the caller tells them, counts and the verdict."""
    shapes = mapping_of(brought, everything)
    shapes.extend(shown.grouped(brought.findings, _GROUP_SHOWS))
    shapes.extend(changes)
    counts = [(h.file, h.sheet, Coded(h.kind, kind_named(h.kind)), *_rows(t).values()) for h, t, _ in brought.lists]
    if len(counts) > MANY and not everything:
        short = [(_place(h), *_rows(t).values()) for h, t, _ in brought.lists]
        shapes.append(Table(N_("Rows"), (_SHEETS[0], *_COUNTS[3:]), short))
    elif counts:
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
        return Words(
            N_("Nothing was imported: {errors} {errors:finding stands|findings stand} against it."), {"errors": errors}
        )
    if dry_run:
        return Words(N_("A rehearsal: nothing was changed."), {})
    rejected = sum(_rows(taken)["rejected"] for _, taken, _ in brought.lists)
    if brought.batch is None and rejected:
        if all_rejected(brought):
            return Words(N_("Nothing was imported: every row was rejected."), {})
        return Words(
            N_("Nothing was imported: the file holds nothing new beside the {rejected} rejected {rejected:row|rows}."),
            {"rejected": rejected},
        )
    if brought.batch is None:
        return Words(N_("Unchanged: the file holds all of this already."), {})
    if (
        brought.intake.confirmed
        and not brought.intake.log.count
        and not any(r.extended for r in brought.intake.reached)
    ):
        listed = brought.intake.confirmed[-1]
        return Words(
            N_(
                "Nothing has changed. Import {batch} notes that these people were listed so on {day}; no older list"
                " overrides that."
            ),
            {"day": listed.dated or "", "batch": str(brought.batch)},
        )
    return Words(
        N_("Imported as number {batch}. Take it back with `asnkarier imports undo {batch}`."),
        {"batch": str(brought.batch)},
    )


def _hidden(brought: Brought) -> list[Words]:
    """Name what is hidden in the officer's workbook and was read all the same: whole sheets, rows and columns."""
    heads = {(head.file, head.sheet): head for head, _, _ in reversed(brought.lists)}  # the first list of a sheet tells
    notes = []
    if sheets := [_place(head) for head in reversed(heads.values()) if head.hidden.sheet]:
        told_sheets = "; ".join(sheets[:_GROUP_SHOWS]) + ("; …" if len(sheets) > _GROUP_SHOWS else "")
        values: dict[str, str | int] = {"count": len(sheets), "sheets": told_sheets}
        notes.append(Words(N_("{count:Hidden sheet|Hidden sheets}, read all the same: {sheets}."), values))
    parts = [head for head in reversed(heads.values()) if head.hidden.rows or head.hidden.columns]
    for head in parts[:_GROUP_SHOWS]:
        rows, columns = head.hidden.rows, head.hidden.columns
        values = {"sheet": _place(head), "rows": rows, "count": len(columns), "columns": ", ".join(columns)}
        if rows and columns:
            said = N_(
                "{sheet}: {rows} hidden {rows:row|rows} and hidden {count:column|columns} {columns}, read all the same."
            )
        elif rows:
            said = N_("{sheet}: {rows} hidden {rows:row|rows}, read all the same.")
        else:
            said = N_("{sheet}: hidden {count:column|columns} {columns}, read all the same.")
        notes.append(Words(said, values))
    if len(parts) > _GROUP_SHOWS:
        notes.append(
            Words(
                N_("… and {more} {more:sheet|sheets} more with hidden rows or columns; --format json has them all."),
                {"more": len(parts) - _GROUP_SHOWS},
            )
        )
    return notes


def _new(created: Sequence[Created]) -> list[Words]:
    """Name what a list created, the first of each: a unit written in another way than before shows here."""
    notes = []
    for what, all_of_them, first_of_them in (
        ("unit", N_("New units: {names}."), N_("New units: {names}; … and {more} more; --format json has them all.")),
        (
            "position",
            N_("New posts: {names}."),
            N_("New posts: {names}; … and {more} more; --format json has them all."),
        ),
    ):
        names = [one.name for one in sorted(created, key=lambda one: one.row) if one.what == what]
        more = len(names) - _GROUP_SHOWS
        values = {"names": "; ".join(names[:_GROUP_SHOWS]), "more": more}
        if names:
            notes.append(Words(first_of_them if more > 0 else all_of_them, values))
    return notes


def notes_of(brought: Brought, applied: bool, dry_run: bool) -> list[Words]:
    """Return what the officer should know beside the counts: what was created, assumed, and how far it reaches."""
    notes = _hidden(brought)
    for _, taken, _ in brought.lists:
        if taken.created and applied:
            units = sum(c.what == "unit" for c in taken.created)
            posts = len(taken.created) - units
            values = {"sheet": taken.sheet.name, "units": units, "posts": posts}
            if not posts:
                text = N_("{sheet}: {units} {units:unit was|units were} new and {units:has|have} been created.")
            elif not units:
                text = N_("{sheet}: {posts} {posts:post was|posts were} new and {posts:has|have} been created.")
            else:
                text = N_(
                    "{sheet}: {units} {units:unit|units} and {posts} {posts:post|posts} were new and have been created."
                )
            notes += [Words(text, values), *_new(taken.created)]
        # A list of pay steps alone speaks of no day and brings nobody.
        if taken.sheet.kind == "roster" and places_people(taken.sheet.fields):
            notes.append(Words(N_("{sheet} speaks of {day}."), {"sheet": taken.sheet.name, "day": taken.dated or ""}))
            if not taken.sheet.letters.get("status") and not taken.sheet.standings:
                notes.append(
                    Words(
                        N_("{sheet} has no column for the legal standing: everyone new on it is taken as aktif."),
                        {"sheet": taken.sheet.name},
                    )
                )
    if brought.intake.not_listed and not brought.stopped:
        notes += _not_listed(brought)
    if back := len(brought.intake.taken_back):
        said = (
            N_("Taken back, because the files no longer hold them: {count}.")
            if applied
            else N_("Would be taken back, because the files no longer hold them: {count}.")
        )
        notes.append(Words(said, {"count": back}))
    typed = brought.intake.options
    kinds = dict.fromkeys(head.kind for head, _, _ in brought.lists)
    if kinds and (typed.covers_from or typed.covers_until) and not any(KINDS[kind].register for kind in kinds):
        said = N_("--covers-from and --covers-until say nothing of these lists, which are no registers: {kinds}.")
        notes.append(Words(said, {"kinds": ", ".join(map(kind_named, kinds))}))
    return notes + _not_taken_back(brought) + reaching_of(brought.intake.reached, applied)


def _not_taken_back(brought: Brought) -> list[Words]:
    """Say what --replace left: what rejected rows may hold, and kinds that are not of people."""
    notes = []
    for spared in brought.intake.spared:
        said = (
            N_(
                "{kind}: {count} {count:record stays|records stay} that no good row holds, because of {unknown} rejected"
                " {unknown:row|rows} nobody can tell whose {unknown:it is|they are}. Correct {unknown:it|them} and import again"
                " with --replace."
            )
            if spared.unknown
            else N_(
                "{kind}: {count} {count:record stays|records stay} that no good row holds, because rows of the same people were"
                " rejected. Correct these and import again with --replace."
            )
        )
        values = {"kind": kind_named(spared.kind), "count": spared.rows, "unknown": spared.unknown}
        notes.append(Words(said, values))
    if nips := brought.intake.moved_since:
        said = N_(
            "Other imports or entries have changed what movements taken back had made of {count} {count:person|people} ({nips}): that"
            " stays. Look at it with `asnkarier show`, and mend it with `asnkarier edit`."
        )
        some = "; ".join(nips[:MANY]) + ("; …" if len(nips) > MANY else "")
        notes.append(Words(said, {"count": len(nips), "nips": some}))
    if kinds := brought.intake.not_replaced:
        said = N_(
            "{kinds}: --replace takes nothing back here, only facts about people; single records are taken out with"
            " `asnkarier remove`."
        )
        notes.append(Words(said, {"kinds": ", ".join(kind_named(kind) for kind in kinds)}))
    return notes


def _not_listed(brought: Brought) -> list[Words]:
    """Say how many of an agency's staff its newest list leaves out; nobody is ended without a movement."""
    found = brought.intake.not_listed
    some = [f"{one.agency} ({one.missing})" for one in found[:MANY]] + ["…"][: len(found) > MANY]
    values: dict[str, str | int] = {
        "count": sum(one.missing for one in found),
        "agencies": found[0].agency if len(found) == 1 else "; ".join(some),
        "day": found[0].day,
    }
    # A list of one agency is complete for that one: with --full alone everybody else would be missing from it.
    said = (
        N_(
            "Not on the list of {day}, though on file: {count} {count:person|people} of {agencies}. Nothing was changed about"
            ' them; if the list is complete, --full --agency "{agencies}" names them and writes the movements to fill in.'
        )
        if len(found) == 1
        else N_(
            "Not on the list of {day}, though on file: {count} {count:person|people} of {agencies}. Nothing was changed about"
            " them; if the list is complete, --full names them and writes the movements to fill in."
        )
    )
    return [Words(said, values), *perhaps_rejected(brought)]


def perhaps_rejected(brought: Brought) -> list[Words]:
    """Say that who is missing may stand in a rejected row whose NIP could not be read."""
    said = N_(
        "Some of them may be in the {rejected} rejected {rejected:row|rows} of the list whose NIP cannot be read."
    )
    rejected = brought.intake.unnamed
    return [Words(said, {"rejected": rejected})] if rejected else []
