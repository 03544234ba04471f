"""Two units or posts that are one: everything moves, and an undo brings it back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from asnkarier.core.access import Access
from asnkarier.core.errors import Usage
from asnkarier.store.database import Database, create, open_database
from asnkarier.store.intake.merge import merge_positions, merge_units
from asnkarier.store.intake.undo import undo
from tests.store.intake.lists import ACTOR, content, take

ROSTER = ("nip", "name", "position", "position_since", "unit", "agency")
PEOPLE = [
    ["198001012005012901", "Siti Contoh", "Kepala Bidang Arsip", "2023-01-01", "Bidang Arsip", "Dinas Arsip"],
    ["198102022006021902", "Budi Contoh", "Arsiparis Ahli Muda", "2021-06-01", "Bid. Arsip", "Dinas Arsip"],
]


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    path = str(tmp_path / "kota.sqlite")
    create(path)
    with open_database(path, Access.WRITE) as database:
        take(database, "roster", ROSTER, PEOPLE, dated="2026-06-30")
        yield database


def number(db: Database, table: str, name: str) -> int:
    return int(db.rows(f"SELECT id FROM {table} WHERE name = ?", (name,))[0][0])


def test_people_and_posts_move_and_the_unit_goes(db: Database) -> None:
    before = content(db)
    gone, kept = number(db, "unit", "Bid. Arsip"), number(db, "unit", "Bidang Arsip")
    merged = merge_units(db, ACTOR, gone, kept, reason="salah ketik")
    assert db.rows("SELECT DISTINCT unit_id FROM person_unit") == [(kept,)]
    assert db.rows("SELECT COUNT(*) FROM unit WHERE id = ?", (gone,)) == [(0,)]
    undo(db, ACTOR, merged.batch)
    assert content(db) == before


def test_what_lies_below_gets_its_new_path(db: Database) -> None:
    take(db, "units", ("unit", "agency", "parent"), [["Seksi Layanan", "Dinas Arsip", "Bid. Arsip"]])
    before = content(db)
    merged = merge_units(db, ACTOR, number(db, "unit", "Bid. Arsip"), number(db, "unit", "Bidang Arsip"), reason=None)
    assert ("dinas arsip / bidang arsip / seksi layanan",) in db.rows("SELECT path_key FROM unit")
    undo(db, ACTOR, merged.batch)
    assert content(db) == before


def test_units_that_say_different_things_of_a_year_are_not_joined(db: Database) -> None:
    fields = ("unit", "year", "predicate")
    take(db, "unit_performance", fields, [["Bid. Arsip", 2025, "baik"], ["Bidang Arsip", 2025, "kurang"]])
    with pytest.raises(Usage, match="merge_disagrees"):
        merge_units(db, ACTOR, number(db, "unit", "Bid. Arsip"), number(db, "unit", "Bidang Arsip"), reason=None)


def test_a_unit_is_not_joined_into_what_lies_above_it(db: Database) -> None:
    with pytest.raises(Usage, match="merge_with_itself"):
        merge_units(db, ACTOR, number(db, "unit", "Bidang Arsip"), number(db, "unit", "Dinas Arsip"), reason=None)


def test_posts_are_joined_with_their_standards(db: Database) -> None:
    db.execute(
        "INSERT INTO competency (id, name, name_key, grp, rank) VALUES (1,'Integritas','integritas','manajerial',1)"
    )
    fields = ("position", "competency", "required")
    take(db, "positions", ("position",), [["Arsiparis Muda Ahli"]])
    take(db, "standards", fields, [["Arsiparis Muda Ahli", "Integritas", 30000]])
    before = content(db)
    kept = number(db, "position", "Arsiparis Ahli Muda")
    merged = merge_positions(db, ACTOR, number(db, "position", "Arsiparis Muda Ahli"), kept, reason=None)
    assert db.rows("SELECT position_id, required FROM standard") == [(kept, 30000)]
    undo(db, ACTOR, merged.batch)
    assert content(db) == before
