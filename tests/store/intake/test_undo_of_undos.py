"""Imports, undos and undos of undos in any order: each value is that of the newest import that stands, and gone where none does."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from asnkarier.core.access import Access
from asnkarier.store.database import Database, create, open_database
from asnkarier.store.intake.undo import undo
from tests.store.intake.lists import ACTOR, take
from tests.store.intake.test_undo_properties import sound, standing

NIP = "198001012005012901"
Act = tuple[str, str | int]
ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("name"), st.sampled_from(("Uji Satu", "Uji Dua", "Uji Tiga"))),
        st.tuples(st.just("jp"), st.sampled_from((10, 11, 12, 13))),
        st.tuples(st.just("award"), st.just("Satyalancana")),
    ),
    min_size=2,
    max_size=5,
)
FIRST = 1
"""The import that brought the person, which is never taken back."""


def brought(db: Database, act: Act) -> int | None:
    """Do one import; return its number, None where it says nothing new."""
    what, value = act
    if what == "name":
        rows = [(NIP, value, "Arsiparis Ahli Muda", "Bidang Arsip", "Dinas Arsip")]
        taken = take(db, "roster", ("nip", "name", "position", "unit", "agency"), rows, dated="2026-06-30")
    elif what == "jp":
        taken = take(db, "trainings", ("nip", "title", "year", "jp"), [(NIP, "Arsip", 2025, value)])
    else:
        taken = take(db, "awards", ("nip", "title", "awarded_on"), [(NIP, value, "2025-08-17")])
    return taken.log.batch_id if taken.log.count else None


def told(db: Database) -> dict[str, str | int | None]:
    """Return the value of each kind of act as the file has it; None where it has none."""
    sql = {
        "name": "SELECT name FROM person",
        "jp": "SELECT jp FROM training",
        "award": "SELECT title FROM award",
    }
    rows = {what: db.rows(statement) for what, statement in sql.items()}
    assert all(len(found) <= 1 for found in rows.values())
    return {what: found[0][0] if found else None for what, found in rows.items()}


def expected(db: Database, done: dict[int, Act]) -> dict[str, str | int | None]:
    """Return the value of each kind of act that the newest import which stands gives it."""
    result: dict[str, str | int | None] = {"name": "Uji Nol", "jp": None, "award": None}
    for number in standing(db):
        if number in done:
            what, value = done[number]
            result[what] = value
    return result


def open_to_undo(db: Database) -> list[int]:
    """Return the imports that stand, and of those that were undone, or undone and brought back, the last undo."""
    undoes = dict(db.rows("SELECT id, undoes FROM batch"))
    first: dict[int, int] = {}
    for number, other in undoes.items():
        first[number] = number if other is None else first[other]
    last = {import_: number for number, import_ in first.items()}
    there = set(standing(db)) - {FIRST}
    return sorted(number for number in there if undoes[number] is None or last[first[number]] == number)


def played(acts: list[Act], turns: list[int]) -> None:
    with TemporaryDirectory() as folder:
        path = str(Path(folder) / "kota.sqlite")
        create(path)
        with open_database(path, Access.WRITE) as db:
            assert brought(db, ("name", "Uji Nol")) == FIRST
            done = {number: act for act in acts if (number := brought(db, act)) is not None}
            assert told(db) == expected(db, done)
            lost: set[str] = set()
            for turn in turns:
                there = open_to_undo(db)
                if not there:
                    break
                result = undo(db, ACTOR, there[turn % len(there)])
                sound(db)
                now, right = told(db), expected(db, done)
                # A training whose own import is undone is not there to be changed: the undo says so.
                lost = lost | {item.table for item in result.irreversible}
                if "training" in lost and now["jp"] is None:
                    right["jp"] = None
                assert now == right, (turn, standing(db))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ACTS, st.lists(st.integers(0, 11), min_size=1, max_size=7))
def test_each_value_is_that_of_the_newest_import_that_stands(acts: list[Act], turns: list[int]) -> None:
    played(acts, turns)


@pytest.mark.parametrize(
    ("acts", "numbers"),
    [
        # A training of 12 JP (2), an award (3), 13 JP (4): 2 undone but kept, 4 undone, 2 brought back, then the award undone.
        ([("jp", 12), ("award", "Satyalancana"), ("jp", 13)], [2, 4, 5, 3]),
        ([("jp", 12), ("award", "Satyalancana"), ("jp", 13)], [2, 4, 5, 7, 8]),
        # Two names: the first undone and kept, the second undone, the first brought back.
        ([("name", "Uji Satu"), ("name", "Uji Dua")], [2, 3, 4]),
        # Three values: the last two undone, the last brought back; then the one before it too.
        ([("jp", 11), ("jp", 12), ("jp", 13)], [4, 3, 5]),
        ([("jp", 11), ("jp", 12), ("jp", 13)], [4, 3, 5, 6]),
        # All three undone; the second brought back while the training is gone, then the first: 11 JP, not the 10 with which it went.
        ([("jp", 10), ("jp", 11), ("jp", 10)], [2, 3, 4, 6, 5]),
    ],
)
def test_orders_that_were_told_wrongly(tmp_path: Path, acts: list[Act], numbers: list[int]) -> None:
    path = str(tmp_path / "kota.sqlite")
    create(path)
    with open_database(path, Access.WRITE) as db:
        assert brought(db, ("name", "Uji Nol")) == FIRST
        done = {number: act for act in acts if (number := brought(db, act)) is not None}
        for number in numbers:
            gone = {item.table for item in undo(db, ACTOR, number).irreversible}
            right = expected(db, done)
            if "training" in gone:
                right["jp"] = None
            assert told(db) == right, number
