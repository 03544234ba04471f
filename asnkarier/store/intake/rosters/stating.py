"""Which lists say what a span says, and what a second list of the very day makes of it where it says otherwise."""

import json
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from asnkarier.core.timeline import Span, Step, day_after, day_before, on
from asnkarier.store.database import Database
from asnkarier.store.intake import facets
from asnkarier.store.intake.facets import DUTY, FIELDS, KIND, POST, STATUS, UNIT, Facet, Said, words_of
from asnkarier.store.intake.log import ChangeLog
from asnkarier.store.queries.file.rosters import RosterRead

_LOGGED = (
    "SELECT c.tbl, c.op, c.record_key, c.fields, s.kind, s.dated, s.file, s.sheet, s.columns, c.sheet_row"
    " FROM change c JOIN batch b ON b.id = c.batch_id LEFT JOIN batch_sheet s ON s.id = c.sheet_id"
    " WHERE c.person_id = ? AND c.reverses = 0 AND b.undone_by IS NULL"
    " AND (c.tbl = ? OR c.tbl = 'person' AND c.op = 'I') ORDER BY c.id DESC"
)

_PLACED = {POST: ("position", ("name_key", "place_key")), UNIT: ("unit", ("path_key",))}
"""What a number in a facet stands for: its table, and by which columns it is the same again."""


class Statement(NamedTuple):
    """One row that said what a span says; `kind` is '' where somebody typed it."""

    kind: str
    day: str
    file: str
    sheet: str
    columns: str
    row: int


def statements(db: Database, facet: Facet, person: int, span: Span) -> list[Statement]:
    """Return the rows that wrote more of a span than its end, the newest first, down to the one that began it."""
    found, key = list[Statement](), span.since
    for table, op, at, fields, kind, *rest in db.rows(_LOGGED, (person, facet.table)):
        if table != "person" and (at != key or op == "D"):
            continue
        changed = json.loads(fields) if op == "U" else {}
        if op == "I" or set(changed) - {"until"}:
            file, sheet, columns, row = rest[1:]
            found.append(Statement(kind or "", rest[0] or "", file or "", sheet or "", columns or "{}", row))
        if op == "I":
            break
        if "since" in changed:
            key = changed["since"][0]
    return found


def stated_before(db: Database, facet: Facet, person: int, span: Span, day: str, field: str) -> Said | None:
    """Return the first roster of a day within the span and before `day` that said what it says; None where none did."""
    said = [one for one in _rosters(db, facet, person, span, day) if span.since <= one.day]
    return _told(db, facet, span, min(reversed(said), key=lambda one: one.day), field) if said else None


def newest_before(db: Database, facet: Facet, person: int, span: Span, day: str) -> Said | None:
    """Return the last roster of a day before `day` that said what a span says; None where none did."""
    said = _rosters(db, facet, person, span, day)
    return _told(db, facet, span, max(said, key=lambda one: one.day), "") if said else None


def typed(db: Database, facet: Facet, person: int, span: Span) -> int | None:
    """Return the number of the entry by hand that wrote a span last; None where a list did."""
    row = db.one(
        "SELECT c.sheet_id, c.batch_id FROM change c JOIN batch b ON b.id = c.batch_id WHERE c.person_id = ? AND c.tbl = ?"
        " AND c.record_key = ? AND b.undone_by IS NULL ORDER BY c.id DESC",
        (person, facet.table, span.since),
    )
    return int(row[1]) if row is not None and not row[0] else None


def found_then(db: Database, facet: Facet, person: int, roster: RosterRead) -> tuple[Any, ...] | None:
    """Return what a roster found of a facet on its day where an import taken back after it had brought that; else None.

    A roster that finds everything as it says writes nothing: its word is what stood when it was read, not what stands now.
    """
    written = db.rows(
        "SELECT c.op, c.record_key, c.fields, b.undone_by FROM change c JOIN batch b ON b.id = c.batch_id"
        " WHERE c.person_id = ? AND c.tbl = ? AND c.reverses = 0 AND c.op <> 'D' AND c.batch_id < ? ORDER BY c.id DESC",
        (person, facet.table, roster.batch),
    )
    for op, since, text, undone_by in written:
        fields = json.loads(text)
        if since > roster.day or not set(facet.value) & set(fields):
            continue
        if undone_by is None or undone_by < roster.batch or not set(facet.value) <= set(fields):
            return None
        return _known_as(db, facet, tuple(fields[name][1] if op == "U" else fields[name] for name in facet.value))
    return None


def _known_as(db: Database, facet: Facet, value: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the value with the number that its post or unit has now, where the one it had was taken back and made anew since."""
    if facet not in _PLACED:
        return value
    table, keys = _PLACED[facet]
    gone = db.one(
        "SELECT fields FROM change WHERE tbl = ? AND record_id = ? AND op = 'D' ORDER BY id DESC", (table, value[0])
    )
    if gone is None or db.one(f"SELECT 1 FROM {table} WHERE id = ?", (value[0],)) is not None:
        return value
    fields = json.loads(gone[0])
    wanted = " AND ".join(f"{key} = ?" for key in keys)
    now = db.one(f"SELECT id FROM {table} WHERE {wanted}", tuple(fields[key] for key in keys))
    return value if now is None else (now[0],)


def _rosters(db: Database, facet: Facet, person: int, span: Span, day: str) -> list[Statement]:
    return [one for one in statements(db, facet, person, span) if one.kind == "roster" and "" < one.day < day]


def _told(db: Database, facet: Facet, span: Span, one: Statement, field: str) -> Said:
    letters = json.loads(one.columns)
    letter = letters.get(field) or letters.get(FIELDS[facet], "")
    return Said(words_of(db, facet, span), span.since, f"{one.file} · {one.sheet}!{letter}{one.row}", one.day)


def corrected(
    db: Database,
    log: ChangeLog,
    facet: Facet,
    person: int,
    have: list[Span],
    dated: str,
    value: tuple[Any, ...],
    since: str | None,
    row: int,
    said_again: Callable[[int, str], bool],
) -> list[Span]:
    """Return the spans once a second list of the day has taken back what only the first one said.

    `said_again` tells whether a list of a later day up to another one names the person: it found what the first one said.

    Where it says again what held before, that goes on as one span, as though the slip had never been on a list; where it gives
    a later TMT, what held before goes on until then.
    """
    present = on(have, dated)
    if present is None or since == present.since or (since is not None and since > dated):
        return have
    before = on(have, day_before(present.since))
    if before is None or (since is None and _says(facet, value, present)):
        return have
    later = since is not None and since > present.since and _says(facet, value, present)
    if not _says(facet, value, before) and not later:
        return have
    said = statements(db, facet, person, present)
    if said_again(person, present.until) or not said or any(one.kind != "roster" or one.day != dated for one in said):
        return have
    if since is not None and not _says(facet, value, before):
        # It began later than the first list says: until then what held before goes on.
        begun, kept = present._replace(since=since, stated=1), before._replace(until=day_before(since))
        facets.apply(db, log, facet, person, [Step(present, begun), Step(before, kept)], row=row)
        return sorted([*(s for s in have if s not in (present, before)), kept, begun])
    after = on(have, day_after(present.until))
    gone = [present]
    if after is not None and after.since > present.since and after.value == before.value and not after.stated:
        gone.append(after)
    for span in gone:
        facets.end(db, log, facet, person, span, span.since, row=row)
    whole = before._replace(until=gone[-1].until)
    facets.apply(db, log, facet, person, [Step(before, whole)], row=row)
    return sorted([*(s for s in have if s not in gone and s != before), whole])


def _says(facet: Facet, told: Sequence[Any], span: Span) -> bool:
    """Tell whether a row says what a span says: what it leaves out is no word against it."""
    known = span.value
    if facet is STATUS:
        return bool(told[0] == known[0])
    if facet is KIND:
        return bool(told[0] == known[0] and told[1] in (None, known[1]))
    if facet is DUTY:
        return bool(told[:2] == known[:2] and told[2] in (None, known[2]))
    return told == known
