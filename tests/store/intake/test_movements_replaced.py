"""A movement that `--replace` takes back takes its spans back: what stands is what the movements that stand would have made."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from asnkarier.core.access import Access
from asnkarier.store.database import Database, create, open_database
from asnkarier.store.intake.undo import undo
from tests.store.intake.lists import ACTOR, content, take

SITI, BUDI = "198001012005012901", "198102022006021902"
ROSTER = ("nip", "name", "position", "unit", "agency", "status", "employee_kind")
MOVES = ("nip", "event", "effective_on")
AWAY, BACK, LEFT = [SITI, "cltn", "2026-06-15"], [SITI, "aktif_kembali", "2026-06-25"], [SITI, "pensiun", "2026-06-20"]
SPANS = "person_post person_duty person_unit person_golongan person_status person_kind movement".split()  # noqa: SIM905
OPEN = "9999-12-31"


def listed(db: Database, dated: str, status: str | None = "aktif", kind: str = "PNS") -> None:
    people = [(SITI, "Siti", kind), (BUDI, "Budi", "PNS")]
    rows = [[nip, name, "Arsiparis", "Bidang Arsip", "Dinas Arsip", status, of] for nip, name, of in people]
    take(db, "roster", ROSTER, rows, dated=dated)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    path = str(tmp_path / "kota.sqlite")
    create(path)
    with open_database(path, Access.WRITE) as opened:
        listed(opened, "2026-05-31")
        yield opened


def statuses(db: Database) -> list[tuple[str, str, str]]:
    return db.rows("SELECT since, until, status FROM person_status WHERE person_id = 1 ORDER BY since")


def spans(db: Database) -> dict[str, list[tuple[object, ...]]]:
    """Return all spans, and the movements without their numbers."""
    found = content(db)
    return {name: [row[name == "movement" :] for row in found[name]] for name in SPANS if name in found}


def test_without_the_return_the_leave_has_no_end(db: Database) -> None:
    take(db, "movements", MOVES, [AWAY, BACK])
    both = content(db)
    assert statuses(db)[1:] == [("2026-06-15", "2026-06-24", "cltn"), ("2026-06-25", OPEN, "aktif")]
    take(db, "movements", MOVES, [AWAY], replace=True)
    assert statuses(db) == [("2026-05-31", "2026-06-14", "aktif"), ("2026-06-15", OPEN, "cltn")]
    undo(db, ACTOR, 3)
    assert content(db) == both


@pytest.mark.parametrize("at_once", [True, False])
@pytest.mark.parametrize("first", [AWAY, BACK])
@pytest.mark.parametrize("stays", [AWAY, BACK, LEFT])
def test_what_stands_is_what_the_movements_that_stand_make(
    tmp_path: Path, at_once: bool, first: Sequence[str], stays: Sequence[str]
) -> None:
    """Three movements in one list or in three, in either order; all but one go, and it is as if that one alone had come."""
    both = []
    for number, moves in enumerate(([stays], [first, *(m for m in (AWAY, BACK, LEFT) if m is not first)])):
        create(path := str(tmp_path / f"{number}.sqlite"))
        with open_database(path, Access.WRITE) as db:
            listed(db, "2026-05-31")
            for part in [moves] if at_once else [[move] for move in moves]:
                take(db, "movements", MOVES, part)
            if number:
                before = content(db)
                taken = take(db, "movements", MOVES, [stays], replace=True)
                assert (len(taken.taken_back), taken.moved_since) == (2, [])
                after = content(db)
                undone = undo(db, ACTOR, taken.log.batch_id)
                assert content(db) == before
                undo(db, ACTOR, undone.undo_batch)
                assert content(db) == after
            both.append(spans(db))
    assert both[0] == both[1]


def test_one_after_the_other(db: Database) -> None:
    """First the leave goes, then the return that was done again without it: everything is as it was before both."""
    before = spans(db)
    take(db, "movements", MOVES, [AWAY, BACK, [BUDI, "cltn", "2026-06-15"]])
    take(db, "movements", MOVES, [BACK, [BUDI, "cltn", "2026-06-15"]], replace=True)
    assert [since for since, _, status in statuses(db) if status == "cltn"] == []
    take(db, "movements", MOVES, [[SITI, "masuk", "2026-05-31"]], replace=True)
    taken = take(db, "movements", MOVES, [[BUDI, "masuk", "2026-05-31"]], replace=True)
    assert taken.moved_since == []
    assert {name: rows for name, rows in spans(db).items() if name not in ("movement", "person_status")} == {
        name: rows for name, rows in before.items() if name not in ("movement", "person_status")
    }
    rows = db.rows("SELECT person_id, since, until, status FROM person_status ORDER BY 1")
    assert rows == [(1, "2026-05-31", OPEN, "aktif"), (2, "2026-05-31", OPEN, "aktif")]


def test_post_and_unit_come_back_to_who_did_not_leave(db: Database) -> None:
    before = spans(db)
    take(db, "movements", MOVES, [LEFT, [SITI, "cpns_ke_pns", "2026-06-01"]])
    assert db.rows("SELECT until FROM person_post WHERE person_id = 1") == [("2026-06-19",)]
    take(db, "movements", MOVES, [[SITI, "cpns_ke_pns", "2026-06-01"]], replace=True)
    after = spans(db)
    assert [after[name] for name in SPANS[:5]] == [before[name] for name in SPANS[:5]]


def test_a_list_that_told_of_a_later_day_stays(db: Database) -> None:
    """On 30 June the list says aktif, which ends the leave: without the leave all of June is aktif."""
    take(db, "movements", MOVES, [AWAY])
    listed(db, "2026-06-30")
    assert [row[2] for row in statuses(db)] == ["aktif", "cltn", "aktif"]
    before = content(db)
    taken = take(db, "movements", MOVES, [[SITI, "masuk", "2026-05-31"]], replace=True)
    assert taken.moved_since == []
    found = statuses(db)
    assert {row[2] for row in found} == {"aktif"}
    assert (found[0][0], found[-1][1]) == ("2026-05-31", OPEN)
    undo(db, ACTOR, taken.log.batch_id)
    assert content(db) == before


def test_what_somebody_changed_since_stays_and_is_told(db: Database) -> None:
    take(db, "movements", MOVES, [AWAY])
    db.execute("UPDATE person_status SET status = 'tugas_belajar' WHERE status = 'cltn'")  # as by hand
    taken = take(db, "movements", MOVES, [[SITI, "masuk", "2026-05-31"]], replace=True)
    assert taken.moved_since == [SITI]
    assert [row[2] for row in statuses(db)] == ["aktif", "tugas_belajar"]


def test_whose_movements_the_list_has_nothing_happens_to(db: Database) -> None:
    take(db, "movements", MOVES, [AWAY, BACK])
    before = content(db)
    assert not take(db, "movements", MOVES, [AWAY, BACK], replace=True).log.count
    take(db, "movements", MOVES, [[BUDI, "cltn", "2026-06-15"]], replace=True)
    assert [row for row in content(db)["person_status"] if row[0] == 1] == [
        r for r in before["person_status"] if r[0] == 1
    ]
