"""What an import would change, and what it takes back: for programs record by record, for people in names, old → new."""

import json
from collections.abc import Sequence
from typing import Any

from asnkarier.commands import told
from asnkarier.commands.intake.bringing import Brought
from asnkarier.core.timeline import day_before
from asnkarier.store.database import Database
from asnkarier.store.intake.facets import FACETS
from asnkarier.store.queries.batches import ChangeRow, changes, ended
from asnkarier.store.queries.file.names import Named, names_in
from asnkarier.views.language import N_, Words
from asnkarier.views.shapes import Column, Shape, Table

MOST_CHANGES = 200
_CHANGED = (
    Column("person", N_("About")),
    Column("table", N_("What")),
    Column("field", N_("Field")),
    Column("old", N_("Before")),
    Column("new", N_("After")),
    Column("row", N_("Row"), "integer"),
)
_ADDED = (*_CHANGED[:2], Column("values", N_("Values")), _CHANGED[-1])
_SPANS = {facet.table: facet for facet in FACETS}

Lines = list[tuple[object, ...]]


def rehearsed(db: Database, brought: Brought) -> list[dict[str, Any]]:
    """Return what the import would change, record by record, old → new for each field."""
    assert brought.batch is not None  # noqa: S101 - the caller asked
    named = names_in(db)
    return [_record(change, named) for change in changes(db, brought.batch)]


def _record(change: ChangeRow, named: Named) -> dict[str, Any]:
    fields = told.plain_fields(change.table, told.logged(change))
    if change.op == "U":
        fields = {name: {"old": old, "new": new} for name, (old, new) in fields.items()}
    elif change.fields.startswith("["):  # as the sheet has them: its blanks say nothing
        fields = {name: value for name, value in fields.items() if value is not None}
    else:
        fields = {name: value for name, value in named(fields).items() if name not in fields} | fields
    if change.op == "I" and change.table in _SPANS:
        fields = {"since": change.record_key, **fields}
    return {
        "op": {"I": "insert", "U": "update", "D": "delete"}[change.op],
        "table": change.table,
        "about": change.key,
        "row": change.sheet_row or None,
        "fields": fields,
    }


def changes_told(db: Database, brought: Brought, *, rehearsal: bool, everything: bool) -> list[Shape]:
    """Return the tables of changes while what is new is still in the file: of a rehearsal all, else what was taken back."""
    found = _lasting(changes(db, brought.batch)) if rehearsal and brought.batch is not None else []
    shapes: list[Shape] = []
    tables = (
        (N_("Would change"), _CHANGED, _changed(db, found)),
        (N_("Would be new"), _ADDED, _added(db, found, None if everything else MOST_CHANGES)),
        (
            N_("Would be taken back: no longer in the files")
            if rehearsal
            else N_("Taken back: no longer in the files"),
            _ADDED[:3],
            _taken_back(db, brought),
        ),
    )
    new = sum(_is_new(change) for change in found)
    for title, columns, lines in tables:
        if not lines:
            continue
        total = new if columns is _ADDED else len(lines)
        most = total if everything else MOST_CHANGES
        more = Words(N_("{shown} of {total} changes; --all shows every one."), {"shown": most, "total": total})
        shapes.append(Table(title, columns, lines[:most], more if total > most else ""))
    return shapes


def _lasting(found: Sequence[ChangeRow]) -> list[ChangeRow]:
    """Leave out spans that the same row begins and takes out again: what waits for a movement of return changes nothing yet."""
    result: list[ChangeRow] = []
    for change in found:
        last = result[-1] if result else None
        if (
            last is not None
            and (last.op, change.op) == ("I", "D")
            and change.table in _SPANS
            and (last.table, last.person_id, last.record_key) == (change.table, change.person_id, change.record_key)
        ):
            result.pop()
        else:
            result.append(change)
    return result


def _changed(db: Database, found: Sequence[ChangeRow]) -> Lines:
    """Return updates field by field, and the values that begin or are taken out: after what, and since when."""
    named = names_in(db)
    lines: Lines = []
    for change in found:
        pairs: dict[str, Any] = {}
        if change.op == "U":
            pairs = named(json.loads(change.fields))
        elif change.op == "I" and change.table in _SPANS:
            pairs = named(_begun(db, change))
        elif change.op == "D" and change.table in _SPANS:
            gone = json.loads(change.fields)
            pairs = named({name: [gone[name], None] for name in _SPANS[change.table].value if gone[name] is not None})
        lines += [
            (
                change.key,
                told.label(change.table),
                told.label(change.table, field),
                told.text(change.table, field, old),
                told.text(change.table, field, new),
                change.sheet_row or None,
            )
            for field, (old, new) in pairs.items()
            if field not in ("stated", "assumed", "dated") and not field.endswith("_key")  # how the file looks names up
        ]
    return lines


def _begun(db: Database, change: ChangeRow) -> dict[str, Any]:
    """Return [old, new] of the value of a span that begins; the old one ended the day before."""
    facet, new = _SPANS[change.table], json.loads(change.fields)
    old = ended(db, facet.table, facet.value, change.person_id, day_before(change.record_key))
    pairs = {name: [old.get(name), new.get(name)] for name in facet.value if old.get(name) != new.get(name)}
    return {**pairs, "since": [None, change.record_key]}


def _is_new(change: ChangeRow) -> bool:
    return change.op == "I" and change.table not in _SPANS


def _added(db: Database, found: Sequence[ChangeRow], most: int | None) -> Lines:
    """Return the records that are new, as many as are shown."""
    named = names_in(db)
    lines: Lines = []
    for change in filter(_is_new, found):
        if len(lines) == most:
            break
        fields = _record(change, named)["fields"]
        values = {n: v for n, v in named(fields).items() if n != "nip" and not n.endswith("_key")}
        lines.append(
            (change.key, told.label(change.table), told.fields(change.table, values), change.sheet_row or None)
        )
    return lines


def _taken_back(db: Database, brought: Brought) -> Lines:
    named = names_in(db)
    return [
        (gone.nip, told.label(gone.table), told.fields(gone.table, named(gone.fields)))
        for gone in brought.intake.taken_back
    ]
