"""What `--replace` takes back: rows of the people and kinds of an import that its files no longer hold.

A row that the files hold and that could not be read is held all the same: of whose rows one was rejected nothing is taken back, and
of nobody where nobody can tell whose the rejected row is.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple, Protocol

from asnkarier.store import records
from asnkarier.store.database import Database
from asnkarier.store.intake.log import ChangeLog

_AT_ONCE: Final = 500
OfList = Callable[[int], AbstractContextManager[None]]
"""A person → what logs changes as those of the list that has the person and no longer has the row."""


class Held(Protocol):
    """What the files of an import hold of a kind."""

    @property
    def kind(self) -> str:
        """The kind of sheet."""

    @property
    def table(self) -> str:
        """Where its rows are kept."""

    @property
    def columns(self) -> Sequence[str]:
        """The columns that its sheets can fill."""

    @property
    def references(self) -> Sequence[str]:
        """Those of them that refer to other tables."""

    @property
    def people_seen(self) -> Collection[int]:
        """The people of whom the files have rows."""

    @property
    def kept(self) -> Collection[int]:
        """The rows that the files hold."""

    @property
    def refused(self) -> Collection[int]:
        """The people of whom a row could not be taken."""

    @property
    def unknown(self) -> int:
        """How many rejected rows there are of which nobody can tell whose they are."""


@dataclass(slots=True)
class Assessed:
    """What the lists of assessments of an import hold."""

    kind: str = "assessments"
    table: str = "assessment"
    columns: Sequence[str] = ("person_id", "assessed_on", "purpose", "provider", "potential", "jpm", "suggestion")
    references: Sequence[str] = ("person_id",)
    people_seen: set[int] = field(default_factory=set)
    kept: set[int] = field(default_factory=set)
    refused: set[int] = field(default_factory=set)
    """People of whom a row could not be taken."""
    unknown: int = 0
    """Rejected rows of which nobody can tell whose they are."""
    levels: dict[int, set[int]] = field(default_factory=dict)
    """Assessment → the competencies of which the lists speak, where they have levels: a recap has none and says nothing of them."""


class TakenBack(NamedTuple):
    """A row that was deleted, because the files no longer hold it."""

    table: str
    nip: str
    fields: Mapping[str, Any]


class Spared(NamedTuple):
    """Rows of a kind that stay though no good row of the files holds them."""

    kind: str
    rows: int
    unknown: int
    """The rejected rows of which nobody can tell whose they are; 0 where only rows of people that are known were rejected."""


class Gone(NamedTuple):
    """A row that goes."""

    id: int
    person: int
    fields: Mapping[str, Any]


def gone(db: Database, held: Held) -> tuple[list[Gone], Spared]:
    """Return what is on file of the people of a kind and not in the files, and how many such rows stay."""
    going: list[Gone] = []
    stays = 0
    count = len(held.references)
    for number, *values in _of_people(db, held.table, held.columns, sorted(held.people_seen)):
        if number in held.kept:
            continue
        if held.unknown or any(person in held.refused for person in values[:count]):
            stays += 1
        else:
            going.append(Gone(number, values[0], dict(zip(held.columns, values, strict=True))))
    return going, Spared(held.kind, stays, held.unknown)


def take_out(db: Database, log: ChangeLog, table: str, going: Sequence[Gone], of_list: OfList) -> list[TakenBack]:
    """Delete rows, and with an assessment its levels."""
    taken = []
    for one in going:
        with of_list(one.person):
            for level in (
                records.read(db, "assessment_level", "assessment_id = ?", (one.id,)) if table == "assessment" else ()
            ):
                _take_out_level(db, log, one.person, level)
            db.execute(f"DELETE FROM {table} WHERE id = ?", (one.id,))
            # Put back, it is the same record again, which others may name.
            log.deleted(table, one.id, {"id": one.id, **one.fields}, person=one.person)
        taken.append(TakenBack(table, nip_of(db, one.person), one.fields))
    return taken


def take_out_levels(db: Database, log: ChangeLog, held: Assessed, of_list: OfList) -> tuple[list[TakenBack], int]:
    """Delete the levels that the lists no longer have of assessments that they have; return them, and how many stay."""
    taken, stays = [], 0
    numbers = sorted(held.levels)
    for start in range(0, len(numbers), _AT_ONCE):
        part = numbers[start : start + _AT_ONCE]
        marks = ",".join("?" * len(part))
        of_whom = {
            number: (person, day)
            for number, person, day in db.rows(
                f"SELECT id, person_id, assessed_on FROM assessment WHERE id IN ({marks})", part
            )
        }
        for level in records.read(db, "assessment_level", f"assessment_id IN ({marks})", part):
            if level["competency_id"] in held.levels[level["assessment_id"]]:
                continue
            person, day = of_whom[level["assessment_id"]]
            if held.unknown or person in held.refused:
                stays += 1
                continue
            with of_list(person):
                _take_out_level(db, log, person, level)
            told = {"assessed_on": day, "competency_id": level["competency_id"], "level": level["level"]}
            taken.append(TakenBack("assessment_level", nip_of(db, person), told))
    return taken, stays


def _take_out_level(db: Database, log: ChangeLog, person: int, level: Mapping[str, Any]) -> None:
    number, key = int(level["assessment_id"]), str(level["competency_id"])
    records.delete(db, "assessment_level", *records.place("assessment_level", number, key))
    log.deleted("assessment_level", number, level, key=key, person=person)


def _of_people(db: Database, table: str, columns: Sequence[str], people: Sequence[int]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(people), _AT_ONCE):
        part = people[start : start + _AT_ONCE]
        marks = ",".join("?" * len(part))
        yield from db.rows(f"SELECT id, {', '.join(columns)} FROM {table} WHERE {columns[0]} IN ({marks})", part)


def nip_of(db: Database, person: int) -> str:
    """Return the NIP that a person bears today."""
    found = db.one("SELECT nip FROM person_nip WHERE person_id = ? AND until = '9999-12-31'", (person,))
    return str(found[0]) if found else ""
