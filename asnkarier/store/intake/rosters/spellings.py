"""Names that a roster brought in two spellings: which of the units and posts it created may be slips of the pen."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from asnkarier.core.names import spelt_twice
from asnkarier.core.spans import OPEN
from asnkarier.store.database import Database
from asnkarier.store.intake.references.words import Created

RARE = 2
"""A slip of the pen happens once or twice; what more people are in is a name of its own."""

_HELD = {
    "unit": ("person_unit", "unit_id", "unit_spelt_twice"),
    "position": ("person_post", "position_id", "position_spelt_twice"),
}


class Spelling(NamedTuple):
    """What may be a slip of the pen, and what it may be a slip for, with the people in each, and the code that says so."""

    slip: Created
    meant: Created
    rare: int
    often: int
    code: str


def spellings(db: Database, created: Sequence[Created]) -> Iterator[Spelling]:
    """Find the pairs among what a list created; the one with fewer people is the slip, at a tie the later one."""
    for what, (table, column, code) in _HELD.items():
        called: dict[str, list[Created]] = {}
        for each in created:
            if each.what == what:
                called.setdefault(each.key, []).append(each)
        for pair_of_keys in spelt_twice(called):
            pair = [
                (sum(_people(db, table, column, each.id) for each in called[key]), called[key][0])
                for key in pair_of_keys
            ]
            (often, meant), (rare, slip) = sorted(pair, key=lambda counted: -counted[0])
            if rare <= RARE:
                yield Spelling(slip, meant, rare, often, code)


def _people(db: Database, table: str, column: str, number: int) -> int:
    row = db.one(f"SELECT COUNT(*) FROM {table} WHERE {column} = ? AND until = ?", (number, OPEN))
    return int(row[0]) if row else 0
