"""`audit log`: who changed what, when, why and from which cell."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from asnkarier.commands import named, told
from asnkarier.commands.parameters import ALL, option
from asnkarier.store.database import Database
from asnkarier.store.queries import staff
from asnkarier.store.queries.file.audit import Asked, Entry, entries
from asnkarier.views.formats import listed
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result
from asnkarier.views.shapes import Column, Table

FEW = 40
"""Entries shown without --all."""
_OPERATIONS = {"I": "inserted", "U": "updated", "D": "deleted"}
_COLUMNS = (
    Column("batch", N_("Entry"), "integer"),
    Column("at", N_("When (UTC)"), "code"),
    Column("by", N_("By")),
    Column("change", N_("Change"), "term"),
    Column("what", N_("What")),
)


_FLAT = "batch at by command reason change table records nip name record file sheet row field old new"
"""The columns of csv, be there a row or none."""


def run(
    db: Database,
    nip: Annotated[
        str | None, option("--nip", "--nip", help=N_("Only what concerns this employee."), metavar=N_("NIP"))
    ] = None,
    since: Annotated[
        date | None, option("--since", "--sejak", help=N_("Only entries since this day."), metavar=N_("DATE"))
    ] = None,
    by: Annotated[
        str | None, option("--by", "--oleh", help=N_("Only entries by this person."), metavar=N_("NAME"))
    ] = None,
    everything: Annotated[bool, ALL] = False,
) -> Result:
    """Show the log, newest first."""
    person = staff.find(db, nip) if nip else None
    asked = Asked(person, since.isoformat() if since else None, by)
    found = entries(db, asked, None if everything else FEW)
    shown = found if everything else found[:FEW]
    caption = "" if len(shown) == len(found) else N_("There is more; --all shows everything.")
    empty = N_("Nothing in the log fits.")
    table = Table(N_("Log of changes"), _COLUMNS, [_row(e) for e in shown], caption, empty)
    return Result(
        {"entries": [_data(e) for e in shown], "more": len(shown) < len(found)},
        [table],
        flat=lambda: listed.table((line for e in shown for line in _lines(e)), _FLAT),
    )


def _row(entry: Entry) -> tuple[object, ...]:
    by = f"{entry.by} · {named.command(entry.command)}"
    return entry.batch, entry.at[:16].replace("T", " "), by, _OPERATIONS[entry.op], _what(entry)


def _what(entry: Entry) -> object:
    source = "" if entry.file is None else f"{entry.file} · {entry.sheet}" + (f"!{entry.row}" if entry.row else "")
    if entry.fields is None:
        return Words(
            N_("{count} {count:record|records} of {table} ({source})"),
            {"count": entry.records, "table": told.label(entry.table), "source": source or "–"},
        )
    table = told.label(entry.table)
    about = f"{entry.name} ({entry.nip})" if entry.nip else table
    tell = told.changes if entry.op == "U" else told.fields
    parts = [about, table if entry.nip else "", tell(entry.table, entry.fields), source, entry.reason or ""]
    return " · ".join(part for part in parts if part)


def _data(entry: Entry) -> dict[str, object]:
    return {
        "batch": entry.batch,
        "at": entry.at,
        "by": entry.by,
        "command": entry.command,
        "reason": entry.reason,
        "change": _OPERATIONS[entry.op],
        "table": entry.table,
        "records": entry.records,
        "nip": entry.nip,
        "name": entry.name,
        "record": entry.key,
        "file": entry.file,
        "sheet": entry.sheet,
        "row": entry.row,
        "fields": None if entry.fields is None else _plain(entry),
    }


def _lines(entry: Entry) -> Iterator[dict[str, object]]:
    """Yield a row for each field that was changed, with what it was and what it is; of many records at once one row."""
    head = {key: value for key, value in _data(entry).items() if key != "fields"}
    for name, value in _plain(entry).items() or [("", None)]:
        old, new = value if isinstance(value, list) else (value, None) if entry.op == "D" else (None, value)
        yield {**head, "field": name, "old": old, "new": new}


def _plain(entry: Entry) -> dict[str, object]:
    return told.plain_fields(entry.table, entry.fields or {})
