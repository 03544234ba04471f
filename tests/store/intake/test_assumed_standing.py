"""Who stands on a list without a column of the standing is taken for `aktif`, but against nothing that anybody states.

The lists of April and August have no such column; that of July has one. The leave begins on 1 May.
"""

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from asnkarier.core.access import Access
from asnkarier.store.database import Database, create, open_database
from asnkarier.store.intake.session import Intake
from asnkarier.store.intake.undo import undo
from tests.store.intake.lists import ACTOR, content, take
from tests.store.intake.test_taking_in import ROSTER, SITI, codes, counts, row

OPEN = "9999-12-31"
SILENT = tuple(field for field in ROSTER if field != "status")


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    create(str(tmp_path / "kota.sqlite"))
    with open_database(str(tmp_path / "kota.sqlite"), Access.WRITE) as database:
        yield database


def silent(db: Database, day: str) -> Intake:
    return take(db, "roster", SILENT, [row()[:-1]], dated=day, today="2026-09-01")


def stating(db: Database, day: str, status: str | None) -> Intake:
    return take(db, "roster", ROSTER, [row(status=status)], dated=day, today="2026-09-01")


def leave(db: Database, event: str = "cltn") -> Intake:
    return take(db, "movements", ("nip", "event", "effective_on"), [[SITI, event, "2026-05-01"]])


def standing(db: Database) -> list[tuple[Any, ...]]:
    return db.rows("SELECT since, until, status, assumed FROM person_status ORDER BY since")


@pytest.mark.parametrize("order", list(permutations("mja")))
def test_what_one_list_states_goes_on_through_silent_ones_in_any_order(tmp_path: Path, order: tuple[str, ...]) -> None:
    create(str(tmp_path / "kota.sqlite"))
    with open_database(str(tmp_path / "kota.sqlite"), Access.WRITE) as here:
        for one in order:
            before = content(here)
            taken = (
                stating(here, "2026-07-31", "cltn")
                if one == "j"
                else silent(here, "2026-04-30" if one == "m" else "2026-08-31")
            )
            assert codes(taken) == []
            if taken.log.opened:
                undo(here, ACTOR, taken.log.batch_id)
                assert content(here) == before
                again = (
                    stating(here, "2026-07-31", "cltn")
                    if one == "j"
                    else silent(here, "2026-04-30" if one == "m" else "2026-08-31")
                )
                assert codes(again) == []
        assert standing(here) == [("2026-04-30", "2026-07-30", "aktif", 1), ("2026-07-31", OPEN, "cltn", 0)]


@pytest.mark.parametrize("first", [True, False])
def test_a_leave_outlasts_lists_that_say_nothing_of_it(db: Database, first: bool) -> None:
    """Whether the list of August was read before the leave or after it."""
    if first:
        silent(db, "2026-08-31")
    silent(db, "2026-04-30")
    assert codes(leave(db)) == []
    assert codes(silent(db, "2026-08-31")) == []
    assert standing(db) == [("2026-04-30", "2026-04-30", "aktif", 1), ("2026-05-01", OPEN, "cltn", 0)]


def test_a_list_that_states_the_standing_ends_the_leave(db: Database) -> None:
    """As before: the list of July was read first, and the leave holds up to it."""
    stating(db, "2026-07-31", "aktif")
    assert codes(leave(db)) == [("movement_until_roster", "warning", "B2")]
    assert standing(db) == [("2026-05-01", "2026-07-30", "cltn", 0), ("2026-07-31", OPEN, "aktif", 0)]


def test_what_was_assumed_is_said_by_the_first_list_that_states_it(db: Database) -> None:
    silent(db, "2026-04-30")
    assert counts(stating(db, "2026-07-31", "aktif")) == (0, 1, 0, 0)
    assert counts(stating(db, "2026-07-31", "aktif")) == (0, 0, 1, 0)
    assert counts(stating(db, "2026-08-31", "aktif")) == (0, 0, 1, 0)
    assert counts(silent(db, "2026-08-31")) == (0, 0, 1, 0)
    assert standing(db) == [("2026-04-30", "2026-07-30", "aktif", 1), ("2026-07-31", OPEN, "aktif", 0)]
    # An earlier word of the same makes one span of both.
    stating(db, "2026-06-30", "aktif")
    assert standing(db) == [("2026-04-30", "2026-06-29", "aktif", 1), ("2026-06-30", OPEN, "aktif", 0)]
    assert codes(leave(db)) == [("movement_until_roster", "warning", "B2")]
    assert standing(db)[1:] == [("2026-05-01", "2026-06-29", "cltn", 0), ("2026-06-30", OPEN, "aktif", 0)]


def test_a_blank_cell_states_nothing(db: Database) -> None:
    stating(db, "2026-07-31", None)
    assert standing(db) == [("2026-07-31", OPEN, "aktif", 1)]
    assert codes(leave(db, "tugas_belajar")) == []
    assert standing(db) == [("2026-05-01", OPEN, "tugas_belajar", 0)]


def test_who_is_gone_stays_gone_through_silent_lists(db: Database) -> None:
    silent(db, "2026-04-30")
    assert codes(leave(db, "meninggal")) == []
    silent(db, "2026-08-31")
    assert standing(db)[-1] == ("2026-05-01", OPEN, "keluar", 0)
