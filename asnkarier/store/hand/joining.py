"""Joining two entries of one person: everything of the one moves to the other, unless what they say contradicts itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from asnkarier.core.spans import OPEN
from asnkarier.store import records
from asnkarier.store.database import Database
from asnkarier.store.intake.log import ChangeLog
from asnkarier.store.intake.storage import STORAGE
from asnkarier.store.records import ATTRIBUTES

MUST_AGREE = ("birth_date", "sex")
"""Attributes in which one person cannot differ from themselves."""


class Overlap(NamedTuple):
    """Something both say of the same time, but not the same."""

    table: str
    what: str
    kept: str
    other: str


class Reference(NamedTuple):
    """A column that names a person, and the rest of its table's natural key ('' for none)."""

    table: str
    column: str
    key: tuple[str, ...]


@dataclass(slots=True)
class Joining:
    """What a join would move, what stands twice and goes, and what stands against it."""

    moves: dict[str, int] = field(default_factory=dict)
    twice: dict[str, int] = field(default_factory=dict)
    overlaps: list[Overlap] = field(default_factory=list)


def references() -> Iterator[Reference]:
    """Yield every column of facts that names a person."""
    for storage in STORAGE.values():
        people = list(storage.people)
        for column in people:
            others = tuple(c for c in people if c != column)
            yield Reference(storage.table, column, storage.key if column == people[0] else (*others, *storage.key))
    yield Reference("assessment", "person_id", ("assessed_on", "purpose"))
    yield Reference("selection", "person_id", ("position_id", "stage"))
    yield Reference("idp_review", "person_id", ("reviewed_on",))


def plan(db: Database, kept: int, other: int) -> Joining:
    """Return what joining `other` into `kept` would do."""
    joining = Joining()
    mine, theirs = _person(db, kept), _person(db, other)
    for name in MUST_AGREE:
        if mine[name] and theirs[name] and mine[name] != theirs[name]:
            joining.overlaps.append(Overlap("person", name, str(mine[name]), str(theirs[name])))
    for table in sorted(records.SPANS):
        _plan_spans(db, joining, table, kept, other)
    for reference in references():
        _plan_facts(db, joining, reference, kept, other)
    return joining


def _person(db: Database, person: int) -> dict[str, Any]:
    return records.read(db, "person", "id = ?", (person,))[0]


def _value(row: Mapping[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in row.items() if k not in ("person_id", "since", "until", "stated", "assumed")}


def _plan_spans(db: Database, joining: Joining, table: str, kept: int, other: int) -> None:
    mine = records.read(db, table, "person_id = ?", (kept,))
    for theirs in records.read(db, table, "person_id = ?", (other,)):
        joining.moves[table] = joining.moves.get(table, 0) + 1
        for own in mine:
            if own["since"] <= theirs["until"] and theirs["since"] <= own["until"] and _value(own) != _value(theirs):
                joining.overlaps.append(Overlap(table, "", _told(db, table, own), _told(db, table, theirs)))


def _told(db: Database, table: str, row: Mapping[str, Any]) -> str:
    value = _value(row)
    name = next(iter(value))
    text = str(value[name])
    if table in ("person_post", "person_unit"):
        named = db.one(f"SELECT name FROM {name.removesuffix('_id')} WHERE id = ?", (value[name],))
        text = str(named[0]) if named else text
    until = "…" if row["until"] == OPEN else row["until"]
    return f"{text} ({row['since']} – {until})"


def _plan_facts(db: Database, joining: Joining, reference: Reference, kept: int, other: int) -> None:
    table, column, key = reference
    theirs = records.read(db, table, f"{column} = ?", (other,))
    if not theirs:
        return
    mine = {tuple(row[k] for k in key): row for row in records.read(db, table, f"{column} = ?", (kept,))}
    for row in theirs:
        own = mine.get(tuple(row[k] for k in key))
        if own is None:
            joining.moves[table] = joining.moves.get(table, 0) + 1
        elif _same(db, table, own, row, column):
            joining.twice[table] = joining.twice.get(table, 0) + 1
        else:
            what = ", ".join(str(row[k]) for k in key if row[k] not in (None, ""))
            joining.overlaps.append(Overlap(table, what, *_differing(own, row, column)))


def _same(db: Database, table: str, own: Mapping[str, Any], row: Mapping[str, Any], column: str) -> bool:
    if any(own[k] != row[k] for k in own if k not in ("id", column)):
        return False
    if table != "assessment":
        return True
    levels = [
        db.rows("SELECT competency_id, level FROM assessment_level WHERE assessment_id = ? ORDER BY 1", (r["id"],))
        for r in (own, row)
    ]
    return levels[0] == levels[1]


def _differing(own: Mapping[str, Any], row: Mapping[str, Any], column: str) -> tuple[str, str]:
    names = [k for k in own if k not in ("id", column) and own[k] != row[k]]
    return tuple("; ".join(f"{k} {r[k]}" for k in names) or "–" for r in (own, row))  # type: ignore[return-value]  # two rows make two texts


def join(db: Database, log: ChangeLog, kept: int, other: int) -> None:
    """Move everything of `other` to `kept`, and take `other` out; the plan must have had no overlap."""
    _blanks(db, log, kept, other)
    for reference in references():
        _move_facts(db, log, reference, kept, other)
    for table in sorted(records.SPANS):
        _move_spans(db, log, table, kept, other)
    for (nip,) in db.rows("SELECT nip FROM person_nip WHERE person_id = ?", (other,)):
        db.execute("UPDATE person_nip SET person_id = ? WHERE nip = ?", (kept, nip))
        log.updated("person_nip", kept, {"person_id": (other, kept)}, key=nip, person=kept)
    gone = _person(db, other)
    db.execute("DELETE FROM person WHERE id = ?", (other,))
    log.deleted("person", other, gone, person=kept)


def _blanks(db: Database, log: ChangeLog, kept: int, other: int) -> None:
    mine, theirs = _person(db, kept), _person(db, other)
    changes = {n: (mine[n], theirs[n]) for n in ATTRIBUTES if mine[n] in (None, "") and theirs[n] not in (None, "")}
    if changes:
        records.update(db, "person", "id = ?", (kept,), {name: pair[1] for name, pair in changes.items()})
        log.updated("person", kept, changes, person=kept)


def _move_facts(db: Database, log: ChangeLog, reference: Reference, kept: int, other: int) -> None:
    table, column, key = reference
    mine = {tuple(row[k] for k in key) for row in records.read(db, table, f"{column} = ?", (kept,))}
    for row in records.read(db, table, f"{column} = ?", (other,)):
        if tuple(row[k] for k in key) not in mine:
            records.update(db, table, "id = ?", (row["id"],), {column: kept})
            log.updated(table, row["id"], {column: (other, kept)}, person=kept)
            continue
        if table == "assessment":
            for level in records.read(db, "assessment_level", "assessment_id = ?", (row["id"],)):
                where, values = records.place("assessment_level", row["id"], str(level["competency_id"]))
                records.delete(db, "assessment_level", where, values)
                log.deleted("assessment_level", row["id"], level, key=str(level["competency_id"]), person=kept)
        records.delete(db, table, "id = ?", (row["id"],))
        log.deleted(table, row["id"], row, person=kept)


def _move_spans(db: Database, log: ChangeLog, table: str, kept: int, other: int) -> None:
    """Put the spans of both on one line: where they overlap they say the same, so that the later one begins after the earlier."""
    for theirs in sorted(records.read(db, table, "person_id = ?", (other,)), key=lambda r: str(r["since"])):
        where, values = records.place(table, other, theirs["since"])
        records.delete(db, table, where, values)
        log.deleted(table, other, theirs, key=theirs["since"], person=kept)
        mine = records.read(db, table, "person_id = ?", (kept,))
        row = {**theirs, "person_id": kept}
        over = [own for own in mine if own["since"] <= row["until"] and row["since"] <= own["until"]]
        for own in over:
            where, values = records.place(table, kept, own["since"])
            records.delete(db, table, where, values)
            log.deleted(table, kept, own, key=own["since"], person=kept)
            first = min(own, row, key=lambda r: str(r["since"]))
            row = {**row, "since": first["since"], "stated": first["stated"], "until": max(own["until"], row["until"])}
        records.insert(db, table, row)
        log.inserted(table, kept, {k: v for k, v in row.items() if k != "person_id"}, key=row["since"], person=kept)
