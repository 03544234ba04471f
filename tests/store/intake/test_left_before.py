"""Who has left leaves once: a second leaving, or a leave after it, is told at its row, unless a return stands between."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from asnkarier.core.access import Access
from asnkarier.store.database import Database, create, open_database
from asnkarier.store.intake.session import Intake
from tests.store.intake.lists import take
from tests.store.intake.test_taking_in import codes

SITI, BUDI = "198001012005012901", "198102022006021902"
MOVES = ("nip", "event", "effective_on")
JUNE, NOVEMBER = [SITI, "pensiun", "2026-06-15"], [SITI, "pensiun", "2026-11-20"]
TOLD = [("movement_after_leaving", "warning", "B2")]
OPEN = "9999-12-31"


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    path = str(tmp_path / "kota.sqlite")
    create(path)
    with open_database(path, Access.WRITE) as opened:
        people = [[SITI, "Siti", "Arsiparis", "Bidang Arsip"], [BUDI, "Budi", "Arsiparis", "Bidang Arsip"]]
        take(opened, "roster", ("nip", "name", "position", "unit"), people, dated="2026-05-31")
        yield opened


def moved(db: Database, *rows: Sequence[str], replace: bool = False) -> Intake:
    return take(db, "movements", MOVES, rows, today="2026-12-01", replace=replace)


def statuses(db: Database) -> list[tuple[str, str, str]]:
    return db.rows("SELECT since, until, status FROM person_status WHERE person_id = 1 ORDER BY since")


def test_a_second_pension_names_the_first(db: Database) -> None:
    assert codes(moved(db, JUNE, [BUDI, "pensiun", "2026-08-01"])) == []
    again = moved(db, NOVEMBER)
    assert codes(again) == TOLD
    assert again.taken[-1].sheet.findings[0].values == {
        "told": "pensiun",
        "since": "2026-11-20",
        "known": "pensiun",
        "day": "2026-06-15",
        "cell": "daftar.xlsx · Data!C2",
    }


def test_the_earlier_pension_read_last_names_the_later(db: Database) -> None:
    moved(db, NOVEMBER)
    again = moved(db, JUNE)
    assert codes(again) == TOLD
    assert again.taken[-1].sheet.findings[0].values["day"] == "2026-11-20"


def test_of_two_in_one_list_the_later_row_is_told(db: Database) -> None:
    assert codes(moved(db, JUNE, NOVEMBER)) == [("movement_after_leaving", "warning", "B3")]


@pytest.mark.parametrize("event", ["cltn", "tugas_belajar", "meninggal", "cpns_ke_pns"])
def test_nothing_befalls_who_has_left(db: Database, event: str) -> None:
    moved(db, JUNE)
    assert codes(moved(db, [SITI, event, "2026-09-01"])) == TOLD


def test_what_the_remedy_says_takes_the_first_pension_away(db: Database) -> None:
    """Of the corrected list alone: on duty until 19 November, out of service from the 20th on."""
    moved(db, JUNE)
    moved(db, NOVEMBER)
    assert codes(moved(db, NOVEMBER, replace=True)) == []
    assert statuses(db) == [("2026-05-31", "2026-11-19", "aktif"), ("2026-11-20", OPEN, "keluar")]


def test_a_corrected_list_that_replaces_the_first_is_told_nothing(db: Database) -> None:
    moved(db, JUNE)
    assert codes(moved(db, NOVEMBER, replace=True)) == []
    assert statuses(db) == [("2026-05-31", "2026-11-19", "aktif"), ("2026-11-20", OPEN, "keluar")]


@pytest.mark.parametrize("back", ["masuk", "aktif_kembali"])
def test_who_came_back_may_leave_again(db: Database, back: str) -> None:
    moved(db, [SITI, "pindah", "2026-06-15"])
    assert codes(moved(db, [SITI, back, "2026-09-01"], [SITI, "cltn", "2026-10-01"], NOVEMBER)) == []


def test_a_return_to_somebody_who_left_before_it_leaves_the_first_leaving_alone(db: Database) -> None:
    """Left in June, back in September: a leave in July lies between, one in October does not."""
    moved(db, JUNE, [SITI, "aktif_kembali", "2026-09-01"])
    assert codes(moved(db, [SITI, "cltn", "2026-07-01"])) == TOLD
    assert codes(moved(db, [SITI, "cltn", "2026-10-01"])) == []


def test_a_leave_before_the_leaving_is_none_after_it(db: Database) -> None:
    moved(db, JUNE)
    assert codes(moved(db, [SITI, "cltn", "2026-06-01"])) == []


def test_the_same_list_again_says_nothing_anew(db: Database) -> None:
    moved(db, JUNE)
    moved(db, NOVEMBER)
    assert codes(moved(db, NOVEMBER)) == []
