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
        take(database, "roster", ROSTER, PEOPLE, dated="2026-06-30", create_near=True)
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


NAMES = (
    "SELECT u.name, p.name FROM person_unit s JOIN unit u ON u.id = s.unit_id"
    " JOIN person_post h ON h.person_id = s.person_id JOIN position p ON p.id = h.position_id ORDER BY s.person_id"
)


def test_a_later_list_that_still_writes_the_old_name_means_what_it_was_joined_into(db: Database) -> None:
    """The agency goes on writing `Bid. Arsip` and `Arsiparis Ahli Muda` month by month: nothing is made again."""
    merge_units(db, ACTOR, number(db, "unit", "Bid. Arsip"), number(db, "unit", "Bidang Arsip"), reason=None)
    ani = ["198203032007031903", "Ani Contoh", "Pengarsip", None, "Bidang Arsip", "Dinas Arsip"]
    take(db, "roster", ROSTER, [ani], dated="2026-06-30")
    old, new = number(db, "position", "Arsiparis Ahli Muda"), number(db, "position", "Pengarsip")
    merged = merge_positions(db, ACTOR, old, new, reason=None)
    before = content(db)
    told = db.rows(NAMES)
    assert told[1][:2] == ("Bidang Arsip", "Pengarsip")
    later = take(db, "roster", ROSTER, PEOPLE, dated="2026-07-31")
    assert (later.log.count, content(db)) == (0, before)
    path = [["198001012005012901", "Siti Contoh", "Kepala Bidang Arsip", None, "Dinas Arsip / Bid. Arsip", None]]
    assert not take(db, "roster", ROSTER, path, dated="2026-07-31").log.opened
    # A merge taken back leads nowhere any more.
    assert not undo(db, ACTOR, merged.batch).irreversible
    back = take(db, "roster", ROSTER, PEOPLE, dated="2026-07-31")
    assert (back.log.opened, db.rows(NAMES)[1][1]) == (False, "Arsiparis Ahli Muda")


def test_the_name_of_an_agency_that_was_joined_leads_to_the_units_below(db: Database) -> None:
    other = [["198203032007031903", "Ani Contoh", "Analis", None, "Bidang Data", "Dinas Kearsipan"]]
    take(db, "roster", ROSTER, other, dated="2026-06-30")
    merge_units(db, ACTOR, number(db, "unit", "Dinas Kearsipan"), number(db, "unit", "Dinas Arsip"), reason=None)
    before = content(db)
    assert not take(db, "roster", ROSTER, other, dated="2026-07-31").log.count
    assert content(db) == before
    elsewhere = [["198203032007031903", "Ani Contoh", "Analis", None, "Bid. Arsip", "Dinas Lain"]]
    moved = take(db, "roster", ROSTER, elsewhere, dated="2026-08-31")
    assert db.rows("SELECT COUNT(*) FROM unit WHERE name = 'Bid. Arsip'") == [(2,)]  # of another agency: another unit
    assert moved.log.opened


def test_a_unit_joined_twice_leads_to_the_last(db: Database) -> None:
    take(db, "units", ("unit", "agency"), [["Bagian Arsip", "Dinas Arsip"]])
    merge_units(db, ACTOR, number(db, "unit", "Bid. Arsip"), number(db, "unit", "Bidang Arsip"), reason=None)
    merge_units(db, ACTOR, number(db, "unit", "Bidang Arsip"), number(db, "unit", "Bagian Arsip"), reason=None)
    take(db, "roster", ROSTER, PEOPLE, dated="2026-07-31")
    assert [row[0] for row in db.rows(NAMES)] == ["Bagian Arsip", "Bagian Arsip"]
    assert db.rows("SELECT name FROM unit ORDER BY id") == [("Dinas Arsip",), ("Bagian Arsip",)]
