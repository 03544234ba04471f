"""What a rehearsed import would change, value by value, with the source on both sides."""

import json
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from asnkarier.core.text import folded_name
from asnkarier.store.database import Database
from asnkarier.store.queries.units import placed

_NAMED = {"position_id": ("position", "name"), "unit_id": ("unit", "name"), "competency_id": ("competency", "name")}


def _letters(title: str) -> str:
    return "".join(sign for sign in title.casefold() if sign.isalnum())


_SPELT: Mapping[str, Callable[[str], str]] = {"name": folded_name, "title_front": _letters, "title_back": _letters}
"""What is the same in another spelling."""
_TECHNICAL = frozenset({"since", "until", "stated", "assumed"})
_HELPERS = ("_key", "stated", "assumed", "rank")
_LEVELS = "assessment_level"


class Difference(NamedTuple):
    """One value (or, with `op` I, one record) that the other system has differently."""

    op: str
    table: str
    nip: str
    name: str
    field: str
    ours: str | int | None
    theirs: str | int | None
    """As the file keeps it; units and posts by their names, by their paths where only these differ."""
    our_cell: str | None
    their_cell: str | None
    competency: str | None = None
    """Whose level it is."""


def differences(db: Database, batch: int) -> list[Difference]:
    """Return the differences that the changes of an unfinished batch stand for."""
    result: list[Difference] = []
    opened: dict[tuple[str, int], dict[str, Any]] = {}
    for _, fields, table, record, key in _rows(db, batch, "I"):
        if table.startswith("person_") and isinstance(fields, dict):
            opened[table, record] = {**fields, "since": key}
    changed = _rows(db, batch, "U")
    # Whoever is spelt otherwise there is named as here.
    names = {
        record: str(fields["name"][0])
        for _, fields, table, record, _ in changed
        if table == "person" and "name" in fields
    }
    for number, fields, table, record, key in changed:
        person, nip, name, letters, row = _about(db, number)
        name = names.get(person, name)
        of_person = table.startswith("person")
        for field, (old, new) in fields.items():
            if field == "until" and (table, record) in opened:
                for plain, ours, theirs in _followed(db, table, record, key, opened[table, record]):
                    source = _source(db, person, plain, batch)
                    result.append(
                        Difference("U", table, nip, name, plain, ours, theirs, source, _cell(letters, plain, row))
                    )
                continue
            if (field == "until" and of_person) or field.endswith(_HELPERS):
                continue
            if table == "person" and old and new and field in _SPELT and _SPELT[field](old) == _SPELT[field](new):
                # Systems that shout every name and leave the dots out of titles would otherwise differ in every person.
                continue
            competency = _name(db, "competency_id", key) if table == _LEVELS else None
            plain = _plain(table, field)
            fact = None if of_person else (table.removesuffix("_level"), record)
            source = _source(db, person, plain, batch, fact, competency)
            place = _cell(letters, f"{plain}:{competency}", row) or _cell(letters, plain, row)
            ours, theirs = _both(db, field, old, new)
            result.append(Difference("U", table, nip, name, plain, ours, theirs, source, place, competency))
    for number, fields, table, _, key in _rows(db, batch, "I"):
        person, nip, name, letters, row = _about(db, number)
        name = names.get(person, name)
        if table == _LEVELS:
            # Another level of an assessment that is known.
            competency = _name(db, "competency_id", key)
            place = _cell(letters, f"level:{competency}", row) or _cell(letters, "level", row)
            level = fields["level"]
            result.append(Difference("U", table, nip, name, "level", None, level, None, place, str(competency)))
        elif not table.startswith("person_"):
            result.append(Difference("I", table, nip, name, "", None, None, None, _first_cell(letters, row)))
    return result


def _followed(
    db: Database, table: str, record: int, key: str, new: Mapping[str, Any]
) -> list[tuple[str, str | int | None, str | int | None]]:
    """Return what differs between a span that ends and the one that follows it: values, or else only since when they hold."""
    parts = [part for part in new if part not in _TECHNICAL]
    found = db.one(f"SELECT {', '.join(parts)} FROM {table} WHERE person_id = ? AND since = ?", (record, key))
    before = dict(zip(parts, found or [None] * len(parts), strict=True))
    differ = [part for part in parts if before[part] != new[part]]
    if not differ:
        return [(_plain(table, "since"), key, str(new["since"]))]
    return [(p.removesuffix("_id"), *_both(db, p, before[p], new[p])) for p in differ]


def _rows(db: Database, batch: int, op: str) -> list[tuple[int, Any, str, int, str]]:
    return [
        (number, json.loads(fields), table, record, key)
        for number, fields, table, record, key in db.rows(
            "SELECT c.id, c.fields, c.tbl, c.record_id, c.record_key FROM batch b"
            " JOIN change c ON c.id BETWEEN b.first_change AND b.last_change WHERE b.id = ? AND c.op = ? ORDER BY c.id",
            (batch, op),
        )
    ]


def _about(db: Database, change: int) -> tuple[int, str, str, dict[str, str], int]:
    row = db.one(
        "SELECT c.person_id, COALESCE(n.nip, ''), COALESCE(p.name, ''), s.columns, c.sheet_row FROM change c"
        " LEFT JOIN person p ON p.id = c.person_id"
        " LEFT JOIN person_nip n ON n.person_id = c.person_id AND n.until = '9999-12-31'"
        " LEFT JOIN batch_sheet s ON s.id = c.sheet_id WHERE c.id = ?",
        (change,),
    )
    if row is None:
        return 0, "", "", {}, 0
    return int(row[0]), str(row[1]), str(row[2]), json.loads(row[3] or "{}"), int(row[4])


def _plain(table: str, field: str) -> str:
    if field == "since":
        return {"person_post": "position_since", "person_golongan": "golongan_since"}.get(table, "since")
    return field.removesuffix("_id") if field in _NAMED else field


def _cell(letters: dict[str, str], field: str, row: int) -> str | None:
    return f"{letters[field]}{row}" if field in letters and row else None


def _first_cell(letters: dict[str, str], row: int) -> str | None:
    """Return the cell that says whom a new record is about: its NIP, else the first that was read of its row."""
    first = letters.get("nip") or min(letters.values(), key=lambda letter: (len(letter), letter), default="A")
    return f"{first}{row}" if row else None


def _both(db: Database, field: str, old: Any, new: Any) -> tuple[str | int | None, str | int | None]:
    """Return both values; units and posts of one name by their paths."""
    if field not in _NAMED:
        return old, new
    ours, theirs = _name(db, field, old), _name(db, field, new)
    table = _NAMED[field][0]
    if ours is not None and ours == theirs and table != "competency":
        return placed(db, table, old), placed(db, table, new)
    return ours, theirs


def _name(db: Database, field: str, value: Any) -> str | None:
    if value is None:
        return None
    table, column = _NAMED[field]
    found = db.one(f"SELECT {column} FROM {table} WHERE id = ?", (int(value),))
    return str(found[0]) if found else str(value)


def _source(
    db: Database,
    person: int,
    field: str,
    batch: int,
    fact: tuple[str, int] | None = None,
    competency: str | None = None,
) -> str | None:
    """Return the cell of the newest earlier row or entry that holds the field: of the person, or of that record of theirs."""
    of_fact = " AND c.tbl IN (?, ?) AND c.record_id = ?" if fact else ""
    about = (fact[0], f"{fact[0]}_level", fact[1]) if fact else ()
    for file, sheet, columns, row, by in db.each(
        "SELECT s.file, s.sheet, s.columns, c.sheet_row, b.entered_by FROM change c JOIN batch b ON b.id = c.batch_id"
        f" LEFT JOIN batch_sheet s ON s.id = c.sheet_id WHERE c.person_id = ? AND c.batch_id < ?{of_fact} ORDER BY c.id DESC",
        (person, batch, *about),
    ):
        if file is None:
            return str(by)
        letters = json.loads(columns)
        letter = letters.get(f"{field}:{competency}") or letters.get(field)
        if letter and row:
            return f"{file} · {sheet}!{letter}{row}"
    return None
