"""Who is on file and not on a newer roster: counted, never changed, and only where the list looks like a whole agency's."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from asnkarier.core.access import Access
from asnkarier.core.errors import Usage
from asnkarier.store.database import Database, create, open_database
from asnkarier.store.intake.rosters.unlisted import NotListed
from tests.store.intake.lists import content, take

FIELDS = ("nip", "name", "position", "unit", "agency", "employee_kind")
MOVEMENTS = ("nip", "event", "effective_on")


def person(number: int, agency: str = "Dinas Arsip") -> list[str]:
    nip = f"1980010120050129{number:02}"
    return [nip, f"Uji {number}", "Arsiparis Ahli Muda", f"Bidang {agency}", agency, "PNS"]


ARSIP = [person(1), person(2), person(3), person(4)]
PANGAN = [person(11, "Dinas Pangan"), person(12, "Dinas Pangan")]


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    path = str(tmp_path / "kota.sqlite")
    create(path)
    with open_database(path, Access.WRITE) as db:
        take(db, "roster", FIELDS, [*ARSIP, *PANGAN], dated="2026-03-31")
        yield db


def test_a_newer_list_of_the_agency_counts_whom_it_leaves_out_and_changes_nobody(db: Database) -> None:
    before = content(db)
    intake = take(db, "roster", FIELDS, ARSIP[:3], dated="2026-06-30")
    # One of the four of Dinas Arsip is not there; Dinas Pangan, of whom nobody is there, has another list.
    assert intake.not_listed == [NotListed("Dinas Arsip", "2026-06-30", 1, 4)]
    assert content(db) == before


@pytest.mark.parametrize(("listed", "told"), [(2, [2]), (1, [])])
def test_a_list_of_less_than_half_an_agency_is_a_list_of_some(db: Database, listed: int, told: list[int]) -> None:
    # 2 of 4 is half; 1 of 4 is less.
    intake = take(db, "roster", FIELDS, ARSIP[:listed], dated="2026-06-30")
    assert [one.missing for one in intake.not_listed] == told


def test_everybody_listed_is_nothing_to_tell(db: Database) -> None:
    assert take(db, "roster", FIELDS, [*ARSIP, *PANGAN], dated="2026-06-30").not_listed == []
    assert take(db, "roster", FIELDS, [*ARSIP, person(5)], dated="2026-06-30").not_listed == []


def test_several_agencies_each_with_its_count(db: Database) -> None:
    intake = take(db, "roster", FIELDS, [*ARSIP[:2], PANGAN[0]], dated="2026-06-30")
    assert intake.not_listed == [
        NotListed("Dinas Arsip", "2026-06-30", 2, 4),
        NotListed("Dinas Pangan", "2026-06-30", 1, 2),
    ]


@pytest.mark.parametrize(("left_on", "missing"), [("2026-06-30", 0), ("2026-07-01", 0)])
def test_who_left_by_a_movement_is_missing_for_a_known_reason(db: Database, left_on: str, missing: int) -> None:
    take(db, "movements", MOVEMENTS, [[ARSIP[3][0], "pensiun", left_on]])
    intake = take(db, "roster", FIELDS, ARSIP[:3], dated="2026-06-30")
    assert sum(one.missing for one in intake.not_listed) == missing


def test_a_late_older_list_is_not_the_newest_word(db: Database) -> None:
    take(db, "roster", FIELDS, [*ARSIP, person(5)], dated="2026-06-30")
    # Uji 5 was not known on 30 April, and of the others the list of June speaks.
    assert take(db, "roster", FIELDS, ARSIP[:3], dated="2026-04-30").not_listed == []


def test_who_moved_to_another_agency_on_the_same_list_is_listed(db: Database) -> None:
    moved = [*ARSIP[3][:3], *PANGAN[0][3:]]
    assert take(db, "roster", FIELDS, [*ARSIP[:3], moved, *PANGAN], dated="2026-06-30").not_listed == []


def test_an_agency_nobody_knows_is_no_complete_list_of_all(db: Database) -> None:
    with pytest.raises(Usage) as refused:
        take(db, "roster", FIELDS, ARSIP[:3], dated="2026-06-30", full=True, agency="Dinas Antah")
    assert refused.value.code == "unit_unknown_near"


@pytest.mark.parametrize(("agency", "gone"), [("Dinas Arsip", 1), (None, 3)])
def test_full_names_them_of_one_agency_or_of_all(db: Database, agency: str | None, gone: int) -> None:
    intake = take(db, "roster", FIELDS, ARSIP[:3], dated="2026-06-30", full=True, agency=agency)
    assert len(intake.vanished) == gone
    assert intake.not_listed == []
